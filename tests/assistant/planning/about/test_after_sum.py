"""Whether a message goes on with the sum that was worked out before it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.assistant.conversation.state import POLICY, State
from mingbai.assistant.planning.about.after_sum import answers, asks_part_of_sum, goes_on_spending, holds_beside
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.language.notes import COST
from mingbai.language.utterance import SentenceReader


@pytest.fixture
def summed() -> State:
    return State(policy="some", topic="estimate", facts={"care": "住院", COST: Decimal(9000)})


def test_a_part_is_asked_of_a_sum_that_was_worked_out(
    reader: SentenceReader, bills: SettledBills, summed: State
) -> None:
    assert asks_part_of_sum(reader.read("我自己掏多少"), summed, bills)
    assert not asks_part_of_sum(reader.read("我自己掏多少"), State(), bills)


def test_a_bill_more_goes_on_where_only_the_deductible_is_asked_about(
    reader: SentenceReader, bills: SettledBills, summed: State
) -> None:
    assert goes_on_spending(reader.read("又住院花了8000,还扣门槛不"), summed, bills)
    assert not goes_on_spending(reader.read("还扣门槛不"), summed, bills)


def test_which_is_more_holds_beside_only_a_place_that_is_named(reader: SentenceReader) -> None:
    assert holds_beside(reader.read("重庆哪个报得多"))
    assert not holds_beside(reader.read("哪个报得多"))


def test_a_place_answers_which_policy_is_meant(reader: SentenceReader) -> None:
    assert answers(reader.read("重庆的"), State(asked=POLICY))
    assert not answers(reader.read("不知道"), State(asked=POLICY))
