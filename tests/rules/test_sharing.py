"""Surplus and loss of a fund, and advances; premium 10,000,000 unless the test says otherwise."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.corpus.kinds import AdvanceRule, SharingRule
from mingbai.rules.sharing import Advance, Shared, advance, share_result
from mingbai.rules.stated import stated
from tests.rules.inline import policy_of

RULE = """sharing: 盈亏分担
between: [97%, 103%]
within: 商保公司
surplus:
  - {party: 商保公司, share: 50%, at_most: 4%, of: 年度保费总额}
  - {party: 专项基金, rest: true}
loss:
  - {party: 商保公司, share: 50%}
  - {party: 统筹基金, share: 25%}
  - {party: 区政府, share: 25%}"""
(STATED,) = stated(policy_of(RULE), SharingRule)
PREMIUM = Decimal(10_000_000)


def shared(cost: str, premium: Decimal = PREMIUM) -> Shared:
    return share_result(STATED, premium, Decimal(cost))


def parts(result: Shared) -> dict[str, str]:
    return {one.party: str(one.amount) for one in result.parts}


@pytest.mark.parametrize("cost", ["9700000", "10000000", "10300000"])
def test_inside_the_corridor_nothing_is_shared(cost: str) -> None:
    found = shared(cost)
    assert (found.status, found.amount, found.parts, found.within) == ("within", Decimal(0), (), "商保公司")


def test_a_surplus_is_halved() -> None:
    found = shared("9500000")  # 95%: 9,700,000 − 9,500,000 = 200,000
    assert (found.status, found.amount, found.ratio) == ("surplus", Decimal(200_000), Decimal("0.95"))
    assert parts(found) == {"商保公司": "100000.00", "专项基金": "100000.00"}


def test_the_insurers_half_of_a_surplus_ends_at_four_percent_of_the_premium() -> None:
    # 4% of 10,000,000 = 400,000, reached at a surplus of 800,000 (cost 8,900,000)
    assert parts(shared("8900000")) == {"商保公司": "400000.00", "专项基金": "400000.00"}
    assert parts(shared("8899999.98")) == {"商保公司": "400000.00", "专项基金": "400000.02"}
    assert parts(shared("8000000")) == {"商保公司": "400000.00", "专项基金": "1300000.00"}
    assert shared("8000000").parts[0].formula == "1700000×50%,最高10000000×4%"


def test_a_surplus_begins_a_fen_below_the_corridor() -> None:
    found = shared("9699999.99")
    assert (found.status, parts(found)) == ("surplus", {"商保公司": "0.01", "专项基金": "0.00"})  # 0.005, half up


def test_a_loss_is_borne_50_25_25() -> None:
    found = shared("10700000")  # 10,700,000 − 10,300,000 = 400,000
    assert (found.status, found.amount) == ("loss", Decimal(400_000))
    assert parts(found) == {"商保公司": "200000.00", "统筹基金": "100000.00", "区政府": "100000.00"}
    assert shared("10300000.01").status == "loss"


def test_nothing_to_share_of_no_premium() -> None:
    with pytest.raises(ValueError, match="保费总额要大于0"):
        share_result(STATED, Decimal(0), Decimal(1))


@given(st.decimals("0", "99999999", places=2), st.decimals("0.01", "99999999", places=2))
def test_the_parts_always_add_up(cost: Decimal, premium: Decimal) -> None:
    found = share_result(STATED, premium, cost)
    assert sum(one.amount for one in found.parts) == found.amount
    assert all(one.amount >= 0 for one in found.parts)


def ahead(rule: str, outlay: str | None) -> Advance:
    (one,) = stated(policy_of(f"advance: 预付\n{rule}"), AdvanceRule)
    return advance(one, None if outlay is None else Decimal(outlay))


def test_an_advance_above_a_threshold() -> None:
    rule = "above: 20000\nconditions: [有担保的借款证明]"
    assert ahead(rule, "20000").applies is False
    assert ahead(rule, "20000.01").applies is True
    found = ahead(rule, None)
    assert (found.applies, found.amount, found.words) == (None, None, "超过20000元")
    assert found.conditions == ("有担保的借款证明",)


def test_a_share_paid_at_once() -> None:
    found = ahead("share: 95%\nof: 保费总额", "480000")
    assert (found.applies, found.amount, found.words) == (True, Decimal(456_000), "保费总额的95%")  # 480,000 × 95%


def test_a_bound_is_no_amount() -> None:
    found = ahead("share: {at_most: 4.5%}\nof: 保费总额", "480000")
    assert (found.amount, found.words) == (None, "保费总额的不高于4.5%")


def test_a_lost_threshold_decides_nothing() -> None:
    found = ahead("above: {lost: 数字缺失}", "30000")
    assert (found.applies, found.words) == (None, "超过的数额原文缺失")
