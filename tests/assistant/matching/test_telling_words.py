"""The words that tell what a question is about, and what people ask to reach an office."""

from __future__ import annotations

import pytest

from mingbai.assistant.matching.telling_words import TellingWords, said_parts, unsaid_contact
from mingbai.corpus.reader import Corpus

TEXTS = ("把资料交给商保公司,5个工作日内审核完。", "工作日受理。")


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [
        ("窗口电话多少,礼拜六有人上班没", ("电话号码", "上班时间")),
        ("医保窗口几点开门", ("上班时间",)),
        ("住院报几成,电话多少", ()),
        ("上班受伤报不报", ()),
    ],
)
def test_what_reaches_an_office_is_told_unwritten_where_nothing_else_is_asked(
    question: str, unsaid: tuple[str, ...]
) -> None:
    assert unsaid_contact(question, TEXTS) == unsaid


def test_one_text_with_a_number_tells_the_telephone() -> None:
    assert unsaid_contact("电话是多少", (*TEXTS, "咨询电话12333")) == ()


def test_everyday_words_and_terms_tell_nothing(corpus: Corpus) -> None:
    telling = TellingWords(corpus.vocabulary)
    assert telling.of("蒋云英的工伤是多少") == ["蒋云英", "工伤"]
    assert telling.beside_terms("蒋云英的工伤是多少") == ["蒋云英"]


def test_a_part_without_words_is_none() -> None:
    assert said_parts("最多提多少,年初划多少?!好") == ["最多提多少", "年初划多少"]
