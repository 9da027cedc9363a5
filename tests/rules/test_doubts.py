"""Figures with doubt: a range where bounds are known, one side where one is, nothing where none is."""

import pytest

from mingbai.rules.case import CaseError
from tests.rules.inline import ask, book_of, bounds, exact, ledger, settle, steps

LOST = "{lost: 数字缺失}"
BETWEEN = "{lost: 数字缺失, between: [0, 500], ask: band_floor}"


class TestLostBetween:
    book = book_of(steps(f"  - deductible: {BETWEEN}", "  - share: 50%"))

    def test_it_gives_a_range_without_an_amount_of_its_own(self) -> None:
        result = settle(self.book, cost=2000)
        assert bounds(result) == ("range", None, "750.00", "1000.00")  # (2000-500)*50%, (2000-0)*50%
        assert result.causes == ("起付线原文缺失(数字缺失),只知道在0到500之间,最多相差250.00元",)
        assert result.readings == ()

    def test_the_statement_grants_what_is_certain_and_leaves_the_rest_open(self) -> None:
        # with a deductible of 0: fund 1000, person 1000; with 500: fund 750, person 500+750. What is open is the spread
        assert ledger(settle(self.book, cost=2000)) == [
            ("医保报销", "750.00", "医保基金"),
            ("按比例自付", "750.00", "个人"),
            ("其余自付", "250.00", "个人"),  # 1000-750
            ("由谁付未定", "250.00", "未定"),  # 2000-750-1000
        ]

    def test_it_takes_the_figure_when_the_person_gives_it(self) -> None:
        assert exact(self.book, cost=2000, band_floor=200) == "900.00"  # (2000-200)*50%
        assert exact(self.book, cost=2000, band_floor=0) == "1000.00"
        assert exact(self.book, cost=2000, band_floor=500) == "750.00"
        assert settle(self.book, cost=2000, band_floor=200).causes == ()

    def test_not_knowing_it_is_the_same_as_not_saying(self) -> None:
        assert bounds(settle(self.book, cost=2000, band_floor="不知道")) == ("range", None, "750.00", "1000.00")

    def test_a_figure_outside_the_bounds_is_questioned(self) -> None:
        with pytest.raises(CaseError, match=r"按原文只能在0到500之间,现在是500\.01,请核对") as caught:
            ask(self.book, cost=2000, band_floor="500.01")
        assert caught.value.fact == "band_floor"

    def test_below_it_the_range_begins_at_nothing(self) -> None:
        assert bounds(settle(self.book, cost=300)) == ("range", None, "0.00", "150.00")

    def test_where_the_cap_hides_it_it_is_not_mentioned(self) -> None:
        cap = "  - {cap: 100, per: stay, limits: payment}"
        result = settle(book_of(steps(f"  - deductible: {BETWEEN}", "  - share: 50%", cap)), cost=2000)
        assert bounds(result) == ("exact", "100.00", "100.00", "100.00")
        assert result.causes == ()


class TestLostBandFloor:
    book = book_of(
        steps(
            "  - bands:",
            "      includes: upper",
            "      each:",
            "        - {over: {lost: 数字缺失, between: [0, 5000], ask: band_floor}, up_to: 5000, share: 90%}",
            "        - {over: 5000, share: 80%}",
        )
    )

    def test_it_gives_a_range(self) -> None:
        # 3000*90% at a floor of 0, nothing at 5000
        assert bounds(settle(self.book, cost=3000)) == ("range", None, "0.00", "2700.00")
        # 5000*80%, with up to 5000*90% below it
        assert bounds(settle(self.book, cost=10000)) == ("range", None, "4000.00", "8500.00")

    @pytest.mark.parametrize(
        ("cost", "payment"),
        [("1999.99", "0.00"), ("2000", "0.00"), ("2000.01", "0.01"), ("5000", "2700.00"), ("5000.01", "2700.01")],
    )
    def test_it_takes_the_figure_when_the_person_gives_it(self, cost: str, payment: str) -> None:
        assert exact(self.book, cost=cost, band_floor=2000) == payment

    def test_a_floor_above_the_band_is_questioned(self) -> None:
        with pytest.raises(CaseError, match="只能在0到5000之间"):
            ask(self.book, cost=10000, band_floor=6000)


class TestLostWithoutBounds:
    def test_a_lost_share_says_nothing(self) -> None:
        result = settle(book_of(steps("  - deductible: 100", f"  - share: {LOST}")), cost=2000)
        assert bounds(result) == ("unknown", None, None, None)
        assert result.causes == ("报销比例原文缺失(数字缺失)",)
        assert ledger(result) == [("起付线", "100.00", "个人"), ("由谁付未定", "1900.00", "未定")]

    def test_bounds_of_another_figure_say_nothing_beside_it(self) -> None:
        book = book_of(steps("  - deductible: {lost: 起付缺失, between: [0, 500]}", "  - share: {lost: 数字缺失}"))
        result = settle(book, cost=2000)
        assert result.status == "unknown"
        assert result.causes == ("报销比例原文缺失(数字缺失)",)

    def test_a_lost_deductible_says_nothing(self) -> None:
        result = settle(book_of(steps(f"  - deductible: {LOST}", "  - share: 50%")), cost=2000)
        assert bounds(result) == ("unknown", None, None, None)

    def test_a_lost_cap_says_nothing(self) -> None:
        cap = f"  - {{cap: {LOST}, per: stay, limits: payment}}"
        result = settle(book_of(steps("  - share: 50%", cap)), cost=2000)
        assert bounds(result) == ("unknown", None, None, None)
        assert result.causes == ("封顶线原文缺失(数字缺失)",)

    def test_where_nothing_is_left_to_share_it_does_not_matter(self) -> None:
        result = settle(book_of(steps("  - deductible: 2000", f"  - share: {LOST}")), cost=2000)
        assert bounds(result) == ("exact", "0.00", "0.00", "0.00")
        assert result.causes == ()

    def test_a_replacement_may_be_lost(self) -> None:
        rule = "adjusts: c1\nwhen: {care_place: 外地}\nassumes: [{fact: care_place, value: 本地}]\n"
        book = book_of(steps("  - share: 50%"), f"{rule}share: {{replace: {LOST}}}")
        assert exact(book, cost=2000) == "1000.00"
        assert bounds(settle(book, cost=2000, care_place="外地")) == ("unknown", None, None, None)


class TestOneSide:
    """(quantity, kind of step) → which side of the payment is known."""

    def test_a_share_of_at_least(self) -> None:
        result = settle(book_of(steps("  - share: {at_least: 53%}")), cost=2000)
        assert bounds(result) == ("at_least", None, "1060.00", None)  # 2000*53%
        assert result.causes == ("报销比例原文只说不低于53%",)
        assert ledger(result) == [("医保报销", "1060.00", "医保基金"), ("由谁付未定", "940.00", "未定")]

    def test_a_share_of_at_most(self) -> None:
        assert bounds(settle(book_of(steps("  - share: {at_most: 53%}")), cost=2000)) == (
            "at_most",
            None,
            None,
            "1060.00",
        )

    def test_a_cap_of_at_least(self) -> None:
        book = book_of(steps("  - share: 50%", "  - {cap: {at_least: 600}, per: stay, limits: payment}"))
        assert bounds(settle(book, cost=2000)) == ("at_least", None, "600.00", None)
        assert exact(book, cost=1200) == "600.00"  # the cap is not reached
        assert bounds(settle(book, cost="1200.02")) == ("at_least", None, "600.00", None)  # 600.01 at the most

    def test_a_cap_of_at_most(self) -> None:
        book = book_of(steps("  - share: 50%", "  - {cap: {at_most: 600}, per: stay, limits: payment}"))
        assert bounds(settle(book, cost=2000)) == ("at_most", None, None, "600.00")
        assert bounds(settle(book, cost=1000)) == ("at_most", None, None, "500.00")

    def test_a_deductible_of_at_least(self) -> None:
        book = book_of(steps("  - deductible: {at_least: 300}", "  - share: 50%"))
        assert bounds(settle(book, cost=2000)) == ("at_most", None, None, "850.00")  # (2000-300)*50%
        assert exact(book, cost=300) == "0.00"

    def test_a_deductible_of_at_most(self) -> None:
        book = book_of(steps("  - deductible: {at_most: 300}", "  - share: 50%"))
        assert bounds(settle(book, cost=2000)) == ("at_least", None, "850.00", None)

    def test_an_allowance_of_at_most(self) -> None:
        book = book_of(steps("  - allowance: {at_most: 300}"))
        assert bounds(settle(book, cost=2000)) == ("at_most", None, None, "300.00")

    def test_the_row_of_the_case_decides(self) -> None:
        book = book_of(steps("  - share: {by: plan, 一档: 50%, 二档: {at_least: 53%}}"))
        assert exact(book, cost=2000, plan="一档") == "1000.00"
        assert bounds(settle(book, cost=2000, plan="二档")) == ("at_least", None, "1060.00", None)


def test_a_lower_bound_and_an_upper_bound_leave_nothing() -> None:
    book = book_of(steps("  - deductible: {at_least: 300}", "  - share: {at_least: 50%}"))
    assert bounds(settle(book, cost=2000)) == ("unknown", None, None, None)


class TestInferred:
    def test_it_is_a_figure_like_any_other(self) -> None:
        assert (
            exact(book_of(steps("  - deductible: {inferred: 100, because: 上文写过}", "  - share: 50%")), cost=300)
            == "100.00"
        )


class TestReadingsOfAFigure:
    readings = "{readings: [{value: 60%, says: 六成}, {value: 50%, says: 五成}, {value: 70%, says: 七成}]}"

    def test_the_range_holds_every_one_and_the_amount_is_the_first(self) -> None:
        result = settle(book_of(steps(f"  - share: {self.readings}")), cost=1000)
        assert bounds(result) == ("range", "600.00", "500.00", "700.00")
        assert (result.readings[0].says, str(result.readings[0].amount)) == ("六成", "600.00")
        others = {(one.says, str(one.amount)) for one in result.readings[1:]}
        assert others == {("五成", "500.00"), ("七成", "700.00")}

    def test_with_a_lost_figure_beside_them(self) -> None:
        book = book_of(steps(f"  - deductible: {BETWEEN}", f"  - share: {self.readings}"))
        result = settle(book, cost=1000)
        assert bounds(result) == ("range", None, "250.00", "700.00")  # (1000-500)*50%, (1000-0)*70%
        assert len(result.causes) == 1

    def test_used_twice_they_are_read_one_way(self) -> None:
        table = f"{{by: plan, 一档: {self.readings}, 二档: 10%}}"
        book = book_of(steps(f"  - share: {table}"))
        assert bounds(settle(book, cost=1000, plan="一档")) == ("range", "600.00", "500.00", "700.00")
        assert exact(book, cost=1000, plan="二档") == "100.00"


class TestNotKnown:
    book = book_of(steps("  - share: {by: hospital_level, 一级: 80%, 二级: 60%, 三级: 40%}"))

    def test_a_choice_nobody_knows_gives_the_range_of_all(self) -> None:
        result = settle(self.book, cost=1000, hospital_level="不知道")
        assert bounds(result) == ("range", None, "400.00", "800.00")
        assert result.causes == ("不知道医院等级",)

    def test_where_it_does_not_matter_it_is_not_mentioned(self) -> None:
        cap = "  - {cap: 100, per: stay, limits: payment}"
        book = book_of(steps("  - share: {by: hospital_level, 一级: 80%, 二级: 60%, 三级: 40%}", cap))
        result = settle(book, cost=1000, hospital_level="不知道")
        assert bounds(result) == ("exact", "100.00", "100.00", "100.00")
        assert result.causes == ()

    def test_a_condition_nobody_knows_is_read_both_ways(self) -> None:
        rule = "adjusts: c1\nwhen: {employment: 退休}\nassumes: [{fact: employment, value: 在职}]\nshare: {points: 5}"
        book = book_of(steps("  - share: 80%"), rule)
        assert bounds(settle(book, cost=1000, employment="不知道")) == ("range", None, "800.00", "850.00")

    def test_a_choice_that_brings_up_readings_is_named_even_where_these_come_to_the_same(self) -> None:
        readings = "share: {readings: [{points: 10, says: 加10个百分点}, {times: 110%, says: 乘1.1}]}"
        rule = f"adjusts: c1\nwhen: {{insured: [学生, 儿童]}}\nassumes: [{{fact: insured, value: 成人}}]\n{readings}"
        result = settle(book_of(steps("  - share: 70%"), rule), cost="0.02", insured="不知道")
        # 0.02*70% = 0.014 → 0.01; 0.02*80% = 0.016 and 0.02*77% = 0.0154 → 0.02
        assert bounds(result) == ("range", None, "0.01", "0.02")
        assert (result.causes, result.readings) == (("不知道参保人群",), ())

    def test_a_number_nobody_knows_is_assumed_and_said(self) -> None:
        rule = "adjusts: c1\nwhen: {admission: {at_least: 2}}\nassumes: [{fact: admission, value: 1}]\n"
        book = book_of(steps("  - deductible: 500", "  - share: 50%"), rule + "deductible: {plus: -100}")
        result = settle(book, cost=1500, admission="不知道")
        assert bounds(result) == ("exact", "500.00", "500.00", "500.00")  # (1500-500)*50%
        assert [(one.fact, one.value) for one in result.assumptions] == [("admission", 1)]

    def test_a_bill_nobody_knows_is_asked_for(self) -> None:
        missing = ask(self.book, cost="不知道", hospital_level="三级")
        assert missing.facts == ("cost",)  # type: ignore[union-attr]


def test_what_is_assumed_is_said_and_what_is_told_is_not() -> None:
    rule = steps(
        "  - share: 50%",
        "  - {cap: 1000, per: year, limits: payment, used: used_this_year}",
        assumes="{fact: used_this_year, value: 0}",
    )
    assert [one.fact for one in settle(book_of(rule), cost=100).assumptions] == ["used_this_year"]
    assert settle(book_of(rule), cost=100, used_this_year=0).assumptions == ()


def test_an_assumption_may_depend_on_another_fact() -> None:
    assumes = "{fact: care_place, value: 外地, when: {filed: 否}}, {fact: care_place, value: 本地}"
    adjusts = "adjusts: c1\nwhen: {care_place: 外地, filed: 否}\nshare: {points: -5}"
    book = book_of(steps("  - share: 50%", assumes=assumes), adjusts)
    assert exact(book, cost=1000) == "500.00"
    assert exact(book, cost=1000, filed="否") == "450.00"  # who did not file was elsewhere
    assert exact(book, cost=1000, filed="否", care_place="本地") == "500.00"


class TestAtMostThatAPersonCanSupply:
    book = book_of(steps("  - deductible: {at_most: 15000, ask: band_floor}", "  - share: 50%"))

    def test_the_bound_holds_while_nobody_gave_the_figure(self) -> None:
        assert bounds(settle(self.book, cost=20000)) == ("at_least", None, "2500.00", None)  # (20000-15000)*50%

    def test_the_figure_given_takes_its_place(self) -> None:
        assert exact(self.book, cost=20000, band_floor=10000) == "5000.00"  # (20000-10000)*50%

    def test_a_figure_above_the_bound_is_refused(self) -> None:
        with pytest.raises(CaseError, match="15000"):
            settle(self.book, cost=20000, band_floor=15001)
