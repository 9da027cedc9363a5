"""Whether a message goes on with the question that was looked up before it."""

from __future__ import annotations

import pytest

from mingbai.assistant.conversation.state import State
from mingbai.assistant.planning.about.going_on import counts_before, goes_on, refers_back
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.language.utterance import SentenceReader

ASKED = State(topic="fact", question="一档封顶多少", thread="一档封顶多少")


@pytest.mark.parametrize(("message", "expected"), [("二档呢", True), ("那2009年呢", True), ("二档要交多少钱", False)])
def test_another_case_goes_on_where_nothing_is_asked_of_it(
    reader: SentenceReader, bills: SettledBills, message: str, expected: bool
) -> None:
    assert goes_on(reader.read(message), ASKED, bills) is expected


def test_nothing_goes_on_where_nothing_was_looked_up(reader: SentenceReader, bills: SettledBills) -> None:
    assert not goes_on(reader.read("二档呢"), State(), bills)


def test_what_all_pay_is_asked_of_the_heads_counted_before(reader: SentenceReader) -> None:
    assert counts_before(reader.read("一年一共交多少"), State(thread="我们厂12个人"))
    assert not counts_before(reader.read("一年一共交多少"), State(thread="厂里能参保吗"))


def test_a_few_words_that_name_nothing_refer_back(reader: SentenceReader) -> None:
    assert refers_back(reader.read("那要带什么材料"))
    assert not refers_back(reader.read("那重庆要带什么材料"))
