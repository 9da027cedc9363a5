"""What goes on with a clause of who pays what: whom a message puts to the question before it."""

from __future__ import annotations

import pytest

from mingbai.assistant.conversation.state import State
from mingbai.assistant.finding.following import Following
from mingbai.assistant.finding.search import ClauseSearch
from mingbai.assistant.library import Library
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.planning.look_ups.premiums_shown import PremiumsShown
from mingbai.language.utterance import SentenceReader


@pytest.fixture(scope="module")
def premiums(library: Library, bills: SettledBills) -> PremiumsShown:
    return PremiumsShown(library.corpus, Following(ClauseSearch(library)), bills)


@pytest.mark.parametrize(
    ("message", "is_told", "is_named"),
    [
        ("我妈低保,2010年呢", True, True),
        ("低保的学生呢", True, False),
        ("二档呢", False, False),
        ("我妈呢", False, False),
    ],
)
def test_another_person_is_told_of_by_name_or_by_what_they_are(
    premiums: PremiumsShown, reader: SentenceReader, message: str, is_told: bool, is_named: bool
) -> None:
    said, state = reader.read(message), State(topic="fact", question="成年人交多少")
    assert premiums.tells_of_person(said, state) is is_told
    assert premiums.tells_of_person(said, state, is_named=True) is is_named


def test_a_bill_is_no_household_that_pays_in(premiums: PremiumsShown, reader: SentenceReader) -> None:
    assert premiums.household_told(reader.read("住院花了9000"), State()) is None
