"""The parts of a message: what each asks, and of what, where it names no subject itself."""

from __future__ import annotations

import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.parts import PartReader
from mingbai.assistant.topics import TopicReader
from mingbai.language.lexicon import Lexicon
from mingbai.language.utterance import SentenceReader


@pytest.fixture(scope="module")
def parts(library: Library) -> PartReader:
    corpus = library.corpus
    reader = SentenceReader(corpus.vocabulary, Lexicon(corpus.vocabulary, corpus.policies.values(), {}))
    return PartReader(reader, TopicReader(library))


def test_a_part_that_names_no_subject_is_asked_of_the_one_before_it(parts: PartReader) -> None:
    first, second = parts.asked("出院单据最晚哪天交上去,过了咋办")
    assert (first.query, first.context) == ("出院单据最晚哪天交上去", "")
    assert second.query == "过了咋办"
    assert "单据" in second.context
    assert "最晚" not in second.context  # what is asked of it is no subject


def test_the_same_asked_of_another_is_asked_with_the_words_before_it(parts: PartReader) -> None:
    *_, again = parts.asked("交通事故的伤管不管,工伤呢")
    assert again.query == "交通事故的伤管不管 工伤呢"


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("啥收入都没有也没人养,医保费还要他自己拿吗", ["医保费还要他自己拿吗"]),
        ("谁也没跟我讲过,外地住院要备案吗", ["外地住院要备案吗"]),
        ("要另外交钱咩,门槛最高多少", ["要另外交钱咩", "门槛最高多少"]),
        ("资格截止到哪天,交了好久有结果", ["资格截止到哪天", "交了好久有结果"]),
        ("我等了好久了,单据交到哪里", ["单据交到哪里"]),
    ],
)
def test_only_what_asks_is_a_part(parts: PartReader, message: str, asked: list[str]) -> None:
    assert [one.query for one in parts.asked(message)] == asked


def test_a_day_asked_for_papers_is_no_question_for_the_papers(parts: PartReader) -> None:
    first, *_ = parts.asked("单据最晚哪天得交上去?要带什么材料")
    assert first.topic == "procedure"
