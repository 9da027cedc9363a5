from pathlib import Path

import pytest

from mingbai.corpus.reader import read_corpus
from mingbai.corpus.spoken import Span, Spoken, SpokenError, read_spoken
from mingbai.corpus.vocabulary import Vocabulary

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return read_corpus(CORPUS).vocabulary


def _folder(path: Path, text: str) -> Path:
    (path / "spoken").mkdir()
    (path / "spoken" / "some.yaml").write_text(text, encoding="utf-8")
    return path


def test_the_marks_of_a_sentence_are_taken_out_and_kept_by_where_they_stood() -> None:
    read = Spoken.read("我爸{退了休|employment=退休},花了{三万二|cost}", "amount")
    assert read == Spoken("我爸退了休,花了三万二", "amount", (Span(2, 5, "employment=退休"), Span(8, 11, "cost")))


@pytest.mark.parametrize("marked", ["花了{三万二|cost", "花了{|cost}", "花了{三万二|}", "花了三万二|cost}"])
def test_a_mark_left_open_or_empty_is_refused(marked: str) -> None:
    with pytest.raises(SpokenError, match="标记要写成"):
        Spoken.read(marked, "amount")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('amount:\n  - "{退了休|employment=休息}"\n', "词汇表里没有“employment=休息”"),
        ('amount:\n  - "花了{三万|price}"\n', "词汇表里没有“price”"),
        ('amount:\n  - "{两种病|diseases=两}"\n', "词汇表里没有“diseases=两”"),
        ('amount:\n  - "花了{三万|cost=三万}"\n', "词汇表里没有“cost=三万”"),
        ('amounts:\n  - "花了三万"\n', "没有“amounts”这一种问法"),
        ("- 花了三万\n", "要按问的是什么分开列句子"),
        ('amount:\n  - "花了三万"\namount:\n  - "花了四万"\n', "第3行"),
    ],
)
def test_what_the_vocabulary_does_not_have_is_told_with_the_file(
    tmp_path: Path, vocabulary: Vocabulary, text: str, complaint: str
) -> None:
    with pytest.raises(SpokenError, match=complaint) as error:
        list(read_spoken(_folder(tmp_path, text), vocabulary))
    assert "some.yaml" in str(error.value)


def test_every_sentence_of_the_corpus_can_be_read_and_none_stands_there_twice(vocabulary: Vocabulary) -> None:
    texts = [one.text for one in read_spoken(CORPUS, vocabulary)]
    assert len(texts) > 1000
    assert len(texts) == len(set(texts))
