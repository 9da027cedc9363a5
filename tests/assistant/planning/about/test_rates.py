"""Messages that ask for a rate or a bound and for no sum."""

from __future__ import annotations

import pytest

from mingbai.assistant.conversation.state import State
from mingbai.assistant.planning.about.rates import asks_bound_apart, asks_rate, contrasts
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("text", "expected"), [("门槛差多少", True), ("起付线各是多少来着", True), ("差多少", False), ("起付线多少", False)]
)
def test_bounds_are_asked_apart_by_their_names(text: str, expected: bool) -> None:
    assert asks_bound_apart(text) is expected


def test_a_bound_is_a_rate_in_whatever_words(reader: SentenceReader) -> None:
    assert asks_rate(reader.read("住院门槛是多少"))
    assert not asks_rate(reader.read("住院花了9000能报多少"))


def test_a_comparison_with_a_bill_is_one_of_sums(reader: SentenceReader, bills: SettledBills) -> None:
    assert contrasts(reader.read("一档和二档有什么区别"), State(), bills)
    assert not contrasts(reader.read("住院花了9000,一档和二档差多少"), State(), bills)
