"""Which of two sums holds, where the second puts the first right or says it exactly."""

from decimal import Decimal

import pytest

from mingbai.language.bills.put_right import as_corrected, note_spans, refines
from mingbai.language.notes import COST, Notes, Told
from mingbai.language.numbers.amounts import find_amounts


def told(text: str) -> list[Told]:
    return [Told(one, COST) for one in find_amounts(text)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("住院花了8万多,8万3吧", [83000]),
        ("花了5万,说错了,3万", [30000]),
        ("花了5万,又花了3万", [50000, 30000]),
        ("住院花了8万多,9万5", [80000, 95000]),  # no closer word on 8万多
    ],
)
def test_the_better_sum_stays(text: str, kept: list[int]) -> None:
    assert [one.value for one in as_corrected(text, told(text))] == [Decimal(one) for one in kept]


def test_a_sum_within_a_span_says_it_exactly() -> None:
    text = "七八万吧,七万六"
    span, exact = told(text)
    assert refines(text, span, exact)
    assert not refines(text, exact, span)


def test_a_span_of_which_nothing_closer_is_said_is_asked_back() -> None:
    text = "花了七八千"
    notes = Notes(spans=told(text))
    note_spans(text, [], notes)
    assert notes.problem is not None
    assert "7500" in notes.problem[1]
