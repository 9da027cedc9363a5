"""就高: a change that is made only where the fund then pays more than without it."""

import pytest

from mingbai.rules.estimate import Missing
from tests.rules.inline import ask, book_of, bounds, exact, ledger, settle, steps

PLAIN = steps("  - deductible: 1000", "  - share: 70%")
WHOLE = (
    "adjusts: c1\nwhen: {hardship: 低保}\nassumes: [{fact: hardship, value: 无}]\n"
    "deductible: {replace: 0}\nshare: {replace: 60%}\nif_higher: true"
)
LOST = steps("  - deductible: {lost: 整条缺失}", "  - share: {lost: 整条缺失}")


@pytest.mark.parametrize(
    ("cost", "pays", "clause"),
    [
        ("500", "300.00", "c2"),  # 500*60%; the other side pays nothing
        ("6999.90", "4199.94", "c2"),  # 6999.90*60% = 4199.94; (6999.90-1000)*70% = 4199.93
        ("7000", "4200.00", "c2"),  # 7000*60% = (7000-1000)*70%: they pay the same
        ("7000.10", "4200.07", "c1"),  # 7000.10*60% = 4200.06; 6000.10*70% = 4200.07
        ("20000", "13300.00", "c1"),  # 19000*70%; 20000*60% = 12000
    ],
)
def test_the_higher_of_the_two_is_paid(cost: str, pays: str, clause: str) -> None:
    result = settle(book_of(PLAIN, WHOLE), cost=cost, hardship="低保")
    assert bounds(result) == ("exact", pays, pays, pays)
    assert {line.clause for line in result.lines if line.payer == "医保基金"} == {clause}


def test_who_has_no_right_to_it_gets_the_plain_rule() -> None:
    assert exact(book_of(PLAIN, WHOLE), cost=5000, hardship="无") == "2800.00"  # (5000-1000)*70%


def test_against_a_lost_rule_it_is_a_floor() -> None:
    result = settle(book_of(LOST, WHOLE), cost=10000, hardship="低保")
    assert bounds(result) == ("at_least", None, "6000.00", None)  # 10000*60%; the lost side may pay more
    assert ledger(result) == [("医保报销", "6000.00", "医保基金"), ("由谁付未定", "4000.00", "未定")]
    assert result.lines[0].formula == "10000×60%,至少这些"
    assert result.causes == ("两条就高,另一条的起付线原文缺失(整条缺失)", "两条就高,另一条的报销比例原文缺失(整条缺失)")


def test_without_the_floor_the_lost_rule_says_nothing() -> None:
    assert bounds(settle(book_of(LOST, WHOLE), cost=10000, hardship="无")) == ("unknown", None, None, None)


def test_a_bound_on_the_other_side_is_compared_at_both_ends() -> None:
    plain = steps("  - share: {lost: 缺失, between: [50%, 80%]}")
    result = settle(book_of(plain, WHOLE.replace("deductible: {replace: 0}\n", "")), cost=10000, hardship="低保")
    # between 5000 and 8000, but never under 6000
    assert bounds(result) == ("range", None, "6000.00", "8000.00")


def test_a_missing_fact_is_asked_where_the_higher_differs() -> None:
    rule = WHOLE.replace("assumes: [{fact: hardship, value: 无}]\n", "")
    missing = ask(book_of(PLAIN, rule), cost=5000)
    assert isinstance(missing, Missing)
    assert missing.facts == ("hardship",)
    assert exact(book_of(PLAIN, rule), cost=20000) == "13300.00"  # 19000*70%, whoever it is


def test_of_two_such_changes_the_best_is_made() -> None:
    other = "adjusts: c1\nwhen: {hardship: 低保}\nshare: {replace: 90%}\nif_higher: true"
    book = book_of(PLAIN, WHOLE, other)
    assert exact(book, cost=2000, hardship="低保") == "1200.00"  # 2000*60%; 1000*90% = 900
    assert exact(book, cost=10000, hardship="低保") == "8100.00"  # 9000*90%; 10000*60% = 6000
