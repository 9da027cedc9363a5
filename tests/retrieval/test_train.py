import random
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from mingbai.corpus.asked import Asked
from mingbai.corpus.models import Clause, Policy
from mingbai.corpus.reader import Corpus
from mingbai.corpus.vocabulary import Fact, Term, Vocabulary
from mingbai.retrieval import StaticEncoder
from mingbai.retrieval.training_pairs import Answered, Course, Lesson, read_course

WAYS = ("门槛费扣多少", "先扣几块钱")
DEAR = ("交多少钱", "保费贵不贵")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    texts = {
        "住院能报多少": "三级医院起付线800元。超过起付线的部分报销45%;封顶线7万元。",
        "一年交多少钱": "一档每人每年60元。二档每人每年150元。",
        "只有标题": "短。",
    }
    asked = (
        (Asked(people=list(WAYS), answer="扣800元"),),
        (Asked(people=list(DEAR)), Asked(people=["只有一种说法"])),
        (),
    )
    clauses = tuple(
        Clause(id=f"c{n}", title=title, locators=(), text=text, line=n, asked=asked[n])
        for n, (title, text) in enumerate(texts.items())
    )
    policy = Policy.model_construct(id="p", title="重庆居民医保", clauses=clauses)
    vocabulary = Vocabulary.model_construct(
        terms={"起付线": Term(means="自己先出的钱", says=("门槛费",)), "封顶线": Term(means="最多能报的钱")},
        facts={"plan": Fact(label="档次", ask="哪一档?", choices={"一档": ["低档"], "二档": []})},
    )
    return Corpus(policies={"p": policy}, vocabulary=vocabulary, hash="")


def test_subjects_are_clauses_with_prose_and_words_with_sayings(corpus: Corpus) -> None:
    assert read_course(corpus).subjects == (
        Lesson(
            "重庆居民医保", "住院能报多少", ("三级医院起付线800元", "超过起付线的部分报销45%", "封顶线7万元", *WAYS)
        ),
        Lesson("重庆居民医保", "一年交多少钱", ("一档每人每年60元", "二档每人每年150元", *DEAR, "只有一种说法")),
        Lesson("", "起付线", ("自己先出的钱", "门槛费")),
        Lesson("", "封顶线", ("最多能报的钱",)),
        Lesson("档次", "一档", ("低档",)),
    )


def test_answers_are_those_asked_for_in_several_ways(corpus: Corpus) -> None:
    assert read_course(corpus).answers == {"p": (Answered("p", "扣800元", WAYS), Answered("p", "", DEAR))}


def test_a_pair_is_about_one_subject(corpus: Corpus) -> None:
    lesson = read_course(corpus).subjects[0]
    for seed in range(50):
        said, saying = lesson.pair(random.Random(seed))
        assert saying in lesson.sayings
        assert said.endswith(lesson.heading) or any(said in other for other in lesson.sayings)


def test_a_pair_of_an_answer_is_a_way_with_another_or_with_the_answer() -> None:
    one = Answered("p", "扣800元", ("门槛费扣多少", "先扣几块钱"))
    drawn = {one.pair(random.Random(seed)) for seed in range(200)}
    assert {(one.answer, way) for way in one.ways} <= drawn
    assert (one.ways[0], one.ways[1]) in drawn
    with_gaps = {said for said, _ in drawn} - {one.answer, *one.ways}
    assert with_gaps
    assert all(1 <= max(map(len, one.ways)) - len(said) <= 3 for said in with_gaps)
    assert all(saying in one.ways and said != saying for said, saying in drawn)


def test_a_batch_holds_no_subject_twice(corpus: Corpus) -> None:
    subjects = read_course(corpus).subjects
    for batch in Course(subjects, {}).batches(size=4, count=20, chance=random.Random(1)):
        drawn = [next(i for i, one in enumerate(subjects) if saying in one.sayings) for _, saying in batch]
        assert len(set(drawn)) == len(batch) == 4


def test_two_of_three_batches_are_of_answers_of_few_policies() -> None:
    """Ten policies of 40 answers: 64 of them are 32 of one and 32 of another."""
    answers = {
        policy: tuple(Answered(policy, "", (f"{policy}{n}甲", f"{policy}{n}乙")) for n in range(40))
        for policy in "abcdefghij"
    }
    batches = list(Course((Lesson("", "x", ("y",)),), answers).batches(size=64, count=9, chance=random.Random(1)))
    assert [len(batch) for batch in batches] == [1, 64, 64] * 3
    for batch in batches[1:3]:
        drawn = [saying[:-1] for _, saying in batch]
        assert len(set(drawn)) == 64
        assert sorted(Counter(one[0] for one in drawn).values()) == [32, 32]


def test_training_twice_gives_the_same_bytes_and_a_readable_encoder(corpus: Corpus, tmp_path: Path) -> None:
    from mingbai.retrieval.train import train

    saved = []
    for name in ("one", "two"):
        train(corpus, steps=600).save(str(tmp_path / name), create_model_card=False)
        saved.append([(tmp_path / name / part).read_bytes() for part in ("model.safetensors", "tokenizer.json")])
    assert saved[0] == saved[1]
    spoken, term, other = StaticEncoder(tmp_path / "one").encode(["门槛费", "起付线", "最多能报的钱"])
    assert np.dot(spoken, term) > np.dot(other, term) + 0.2
