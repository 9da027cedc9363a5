"""Messages on what insurance costs and which plan each of a household takes."""

from __future__ import annotations

import pytest

from mingbai.assistant.planning.about.paying_in import asks_to_split, wishes_to_enrol
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("大人交60的,娃交150的,拆开行不", True),
        ("老公想交150的,我和两个娃交60得不得行?都交高的一共好多钱", True),
        ("爸妈选二档,娃选一档,可以不,一年一共交多少", True),
        ("大人都交60的行不", False),
        ("爸妈选二档,娃选一档,一年一共交多少", False),
    ],
)
def test_members_of_a_household_may_be_asked_to_choose_apart(
    reader: SentenceReader, bills: SettledBills, message: str, expected: bool
) -> None:
    assert asks_to_split(reader.read(message), bills) is expected


@pytest.mark.parametrize(("message", "expected"), [("想参合作医疗二档", True), ("住院要买什么", False)])
def test_who_would_enrol_tells_of_no_care(reader: SentenceReader, message: str, expected: bool) -> None:
    assert wishes_to_enrol(reader.read(message)) is expected
