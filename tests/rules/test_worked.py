"""Worked cases: the sum is evaluated on its own, and both the sum and the result are held against the engine."""

from decimal import Decimal

import pytest

from mingbai.rules.worked import differences
from mingbai.rules.worked.sums import evaluate_sum
from tests.rules.inline import VOCABULARY, policy_of, steps


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("60", "60.00"),
        ("(30000-800)*45%", "13140.00"),
        ("9000*(60%+10%)", "6300.00"),
        ("2.345", "2.35"),  # half up
        ("0.5%*100", "0.50"),
        ("7500*2‰*10", "150.00"),
        ("100/3", "33.33"),
        ("-5+7", "2.00"),
        ("min(60.01, 60)", "60.00"),
        ("max(1, 2, 3)-min(1, 2)", "2.00"),
        ("min((50350.01-350)*60%, 30000)", "30000.00"),
        (" 1 + 2 ", "3.00"),
        ("0.1+0.2-0.3", "0.00"),  # exact
        ("100*66.6%", "66.60"),
    ],
)
def test_a_sum(text: str, value: str) -> None:
    assert str(evaluate_sum(text)) == value


@pytest.mark.parametrize(
    "text",
    ["", "(1+2", "1+", "一百", "1**2", "1//2", "7 % 2", "abs(1)", "min(1)", "min()", "max(1, 2, key=3)", "x", "1; 2",
     "1 if 2 else 3", "__import__('os')", "'a'", "D('1')", "1/0", "0/0", "[1]", "1e5", "1,2", "1 < 2", "(1)(2)"],
)  # fmt: skip
def test_what_is_not_such_a_sum_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="算式"):
        evaluate_sum(text)


HALF = steps("  - deductible: 100", "  - share: 50%")


def messages(case: str, rule: str = HALF) -> list[str]:
    problems = list(differences(policy_of(rule, cases=f"- {{{case}}}"), VOCABULARY))
    assert {problem.file for problem in problems} <= {"inline.md"}
    assert {problem.line for problem in problems} <= {11}  # the clause
    return [problem.message.removeprefix("条款 c1 第1个算例:") for problem in problems]


def test_a_right_case_is_passed_over() -> None:
    assert messages("given: {cost: 300}, pays: 100.00, sum: (300-100)*50%") == []


def test_a_wrong_sum_is_told_with_both_figures() -> None:
    assert messages("given: {cost: 300}, pays: 100.00, sum: (300-100)*60%") == [
        "算式 (300-100)*60% 等于 120.00,写的是 100.00"
    ]


def test_a_wrong_result_is_told_with_both_figures() -> None:
    found = messages("given: {cost: 300}, pays: 120.00, sum: (300-100)*60%")
    assert found == ["写的是 exact(120.00、120.00、120.00),算出来是 exact(100.00、100.00、100.00)"]


def test_a_wrong_sum_and_a_wrong_result_are_both_told() -> None:
    assert len(messages("given: {cost: 300}, pays: 99.00, sum: (300-100)*60%")) == 2


def test_a_sum_that_cannot_be_evaluated_is_told() -> None:
    assert messages("given: {cost: 300}, pays: 100.00, sum: (300-100") == ["算式写得不对:(300-100"]
    assert messages("given: {cost: 300}, pays: 100.00, sum: 1/0") == ["算式写得不对:1/0"]


@pytest.mark.parametrize("case", ["pays: 100.00", "sum: (300-100)*50%, unknown: false"])
def test_a_result_without_its_sum_and_the_reverse_are_told(case: str) -> None:
    assert "结果和算式要成对写" in messages(f"given: {{cost: 300}}, {case}")


def test_a_case_that_cannot_be_computed_is_told() -> None:
    assert messages("given: {cost: -5}, pays: 0.00, sum: 0*1") == ["算不了:目录内费用不能是负数,请再说一遍是多少钱"]
    assert messages("given: {price: 5}, pays: 0.00, sum: 0*1")[0].startswith("算不了:没有“price”这一项")


class TestAsks:
    rule = steps("  - share: {by: plan, 一档: 50%, 二档: 60%}")

    def test_the_first_question_is_checked(self) -> None:
        assert messages("given: {cost: 300}, asks: plan", self.rule) == []
        assert messages("given: {plan: 一档}, asks: cost", self.rule) == []
        assert messages("given: {plan: 一档}, asks: plan", self.rule) == ["先问的是 cost,算例写的是 plan"]

    def test_a_question_that_is_not_asked_is_told(self) -> None:
        assert messages("given: {cost: 300, plan: 一档}, asks: plan", self.rule) == ["应当先问 plan,却算出了结果"]

    def test_a_question_nobody_wrote_is_told(self) -> None:
        found = messages("given: {cost: 300}, pays: 150.00, sum: 300*50%", self.rule)
        assert found == ["先问的是 plan,算例写的是 None"]


class TestDoubt:
    lost = steps("  - deductible: {lost: 数字缺失, between: [0, 100]}", "  - share: 50%")

    def test_a_range(self) -> None:
        right = "given: {cost: 300}, low: 100.00, low_sum: (300-100)*50%, high: 150.00, high_sum: (300-0)*50%"
        assert messages(right, self.lost) == []
        assert messages(right.replace("150.00", "140.00"), self.lost) == [
            "算式 (300-0)*50% 等于 150.00,写的是 140.00",
            "写的是 range(无、100.00、140.00),算出来是 range(无、100.00、150.00)",
        ]

    def test_a_range_is_not_passed_off_as_exact(self) -> None:
        found = messages("given: {cost: 300}, pays: 150.00, sum: 300*50%", self.lost)
        assert found == ["写的是 exact(150.00、150.00、150.00),算出来是 range(无、100.00、150.00)"]

    def test_one_side(self) -> None:
        rule = steps("  - share: {at_least: 53%}")
        assert messages("given: {cost: 100}, at_least: 53.00, sum: 100*53%", rule) == []
        assert len(messages("given: {cost: 100}, at_most: 53.00, sum: 100*53%", rule)) == 1

    def test_nothing(self) -> None:
        rule = steps("  - share: {lost: 数字缺失}")
        assert messages("given: {cost: 100}, unknown: true", rule) == []
        assert len(messages("given: {cost: 100}, pays: 0.00, sum: 0*1", rule)) == 1


def test_the_number_of_the_case_is_told() -> None:
    cases = "- {given: {cost: 300}, pays: 100.00, sum: 200*50%}\n- {given: {cost: 300}, pays: 1.00, sum: 1*1}"
    [problem] = differences(policy_of(HALF, cases=cases), VOCABULARY)
    assert problem.message.startswith("条款 c1 第2个算例:")


def test_the_value_is_a_decimal() -> None:
    assert isinstance(evaluate_sum("1+1"), Decimal)
