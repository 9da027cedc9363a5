import random
from pathlib import Path

import numpy as np
import pytest

from mingbai.corpus.models import Clause, Policy
from mingbai.corpus.reader import Corpus
from mingbai.corpus.vocabulary import Fact, Term, Vocabulary
from mingbai.retrieval import StaticEncoder
from mingbai.retrieval.training_pairs import Lesson, batches, read_lessons


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    texts = {
        "住院能报多少": "三级医院起付线800元。超过起付线的部分报销45%;封顶线7万元。",
        "一年交多少钱": "一档每人每年60元。二档每人每年150元。",
        "只有标题": "短。",
    }
    clauses = tuple(
        Clause(id=f"c{n}", title=title, locators=(), text=text, line=n) for n, (title, text) in enumerate(texts.items())
    )
    policy = Policy.model_construct(id="p", title="重庆居民医保", clauses=clauses)
    vocabulary = Vocabulary.model_construct(
        terms={"起付线": Term(means="自己先出的钱", says=("门槛费",)), "封顶线": Term(means="最多能报的钱")},
        facts={"plan": Fact(label="档次", ask="哪一档?", choices={"一档": ["低档"], "二档": []})},
    )
    return Corpus(policies={"p": policy}, vocabulary=vocabulary, hash="")


def test_lessons_are_clauses_with_prose_and_words_with_sayings(corpus: Corpus) -> None:
    assert read_lessons(corpus) == [
        Lesson("重庆居民医保", "住院能报多少", ("三级医院起付线800元", "超过起付线的部分报销45%", "封顶线7万元")),
        Lesson("重庆居民医保", "一年交多少钱", ("一档每人每年60元", "二档每人每年150元")),
        Lesson("", "起付线", ("自己先出的钱", "门槛费")),
        Lesson("", "封顶线", ("最多能报的钱",)),
        Lesson("档次", "一档", ("低档",)),
    ]


def test_a_pair_is_about_one_subject(corpus: Corpus) -> None:
    lesson = read_lessons(corpus)[0]
    for seed in range(50):
        said, saying = lesson.pair(random.Random(seed))
        assert saying in lesson.sayings
        assert said.endswith(lesson.heading) or any(said in other for other in lesson.sayings)


def test_a_batch_holds_no_subject_twice(corpus: Corpus) -> None:
    lessons = read_lessons(corpus)
    for batch in batches(lessons, size=4, count=20, chance=random.Random(1)):
        subjects = [next(i for i, lesson in enumerate(lessons) if saying in lesson.sayings) for _, saying in batch]
        assert len(set(subjects)) == len(batch) == 4


def test_training_twice_gives_the_same_bytes_and_a_readable_encoder(corpus: Corpus, tmp_path: Path) -> None:
    from mingbai.retrieval.train import train

    saved = []
    for name in ("one", "two"):
        train(corpus, steps=60).save(str(tmp_path / name), create_model_card=False)
        saved.append([(tmp_path / name / part).read_bytes() for part in ("model.safetensors", "tokenizer.json")])
    assert saved[0] == saved[1]
    spoken, term, other = StaticEncoder(tmp_path / "one").encode(["门槛费", "起付线", "最多能报的钱"])
    assert np.dot(spoken, term) > np.dot(other, term) + 0.2
