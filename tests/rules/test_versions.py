"""A figure that changes on a date: each side has its own, and a day that no version covers is an answer in itself."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.corpus.tally import Tally
from mingbai.rules.case import Case, CaseError
from mingbai.rules.estimate import Estimate, Missing, estimate
from mingbai.rules.statement import total
from mingbai.rules.versions import DayNotCoveredError
from mingbai.rules.worked import differences
from tests.rules.inline import VOCABULARY, ask, book_of, bounds, exact, policy_of, settle, steps

FROM_45_TO_50 = "{dated: {2013-01-01: 45%, 2014-07-01: 50%}, until: 2015-12-31}"
SHARE = steps("  - deductible: 800", f"  - share: {FROM_45_TO_50}")
BOOK = book_of(SHARE)


def missing(book: object, **facts: str | int) -> tuple[str, ...]:
    result = ask(book, **facts)  # type: ignore[arg-type]
    assert isinstance(result, Missing), result
    return result.facts


def refusal(book: object, **facts: str | int) -> str:
    with pytest.raises(DayNotCoveredError) as caught:
        ask(book, **facts)  # type: ignore[arg-type]
    assert caught.value.fact == "service_on"
    return str(caught.value)


class TestEachSideHasItsOwn:
    @pytest.mark.parametrize(
        ("day", "pays"),
        [
            ("2013-01-01", "8640.00"),  # (20000-800)*45%: the first day
            ("2014-06-30", "8640.00"),  # the day before the change
            ("2014-07-01", "9600.00"),  # (20000-800)*50%: the day of the change
            ("2015-12-31", "9600.00"),  # the last day
        ],
    )
    def test_a_share(self, day: str, pays: str) -> None:
        assert exact(BOOK, cost=20000, service_on=day) == pays

    def test_the_statement_shows_the_share_of_the_day(self) -> None:
        before, after = (settle(BOOK, cost=20000, service_on=day) for day in ("2014-06-30", "2014-07-01"))
        assert [line.formula for line in before.lines] == ["每次800", "(20000−800)×45%", "(20000−800)×55%"]
        assert [line.formula for line in after.lines] == ["每次800", "(20000−800)×50%", "(20000−800)×50%"]

    def test_a_deductible(self) -> None:
        book = book_of(steps("  - deductible: {dated: {2013-01-01: 100, 2014-01-01: 300}}", "  - share: 50%"))
        assert exact(book, cost=1000, service_on="2013-12-31") == "450.00"  # (1000-100)*50%
        assert exact(book, cost=1000, service_on="2014-01-01") == "350.00"  # (1000-300)*50%
        assert exact(book, cost=1000, service_on="2099-01-01") == "350.00"  # without `until` it goes on

    def test_a_cap_that_is_lifted(self) -> None:
        cap = "  - {cap: {dated: {2013-01-01: 500, 2014-01-01: 不限}}, per: stay, limits: payment}"
        book = book_of(steps("  - share: 60%", cap))
        assert exact(book, cost=1000, service_on="2013-12-31") == "500.00"  # 1000*60% = 600, cut at 500
        assert exact(book, cost=1000, service_on="2014-01-01") == "600.00"

    def test_an_allowance(self) -> None:
        book = book_of(steps("  - allowance: {dated: {2013-01-01: 60, 2014-01-01: 80}}"))
        assert exact(book, cost=100, service_on="2013-12-31") == "60.00"
        assert exact(book, cost=100, service_on="2014-01-01") == "80.00"

    def test_the_bounds_of_bands_move_together(self) -> None:
        edge = "{dated: {2013-01-01: 5000, 2014-01-01: 8000}}"
        lower, upper = f"{{over: 0, up_to: {edge}, share: 50%}}", f"{{over: {edge}, share: 60%}}"
        book = book_of(steps(f"  - bands: {{includes: upper, each: [{lower}, {upper}]}}"))
        assert exact(book, cost=10000, service_on="2013-12-31") == "5500.00"  # 5000*50% + 5000*60%
        assert exact(book, cost=10000, service_on="2014-01-01") == "5200.00"  # 8000*50% + 2000*60%

    def test_a_replacement_and_points_on_top_of_a_version(self) -> None:
        poor = "adjusts: c1\nwhen: {hardship: 低保}\nassumes: [{fact: hardship, value: 无}]\n"
        book = book_of(steps("  - share: 40%"), f"{poor}share: {{replace: {FROM_45_TO_50}}}")
        assert exact(book, cost=1000) == "400.00"  # the day does not matter to those it does not concern
        assert exact(book, cost=1000, hardship="低保", service_on="2014-06-30") == "450.00"
        assert exact(book, cost=1000, hardship="低保", service_on="2014-07-01") == "500.00"
        raised = settle(
            book_of(SHARE, f"{poor}share: {{points: 10}}"), cost=1000, hardship="低保", service_on="2014-06-30"
        )
        assert str(raised.amount) == "110.00"  # (1000-800)*55%
        assert raised.lines[1].formula == "(1000−800)×(45%+10个百分点)"

    def test_a_version_within_a_table_and_a_table_within_a_version(self) -> None:
        by_level = "{by: hospital_level, 一级: %s, 三级: %s}"
        inside = book_of(steps(f"  - share: {by_level % ('80%', FROM_45_TO_50)}"))
        around = book_of(
            steps(
                "  - share:",
                "      dated:",
                f"        2013-01-01: {by_level % ('70%', '45%')}",
                f"        2014-07-01: {by_level % ('80%', '50%')}",
            )
        )
        for book in (inside, around):
            assert exact(book, cost=1000, hospital_level="三级", service_on="2014-06-30") == "450.00"
            assert exact(book, cost=1000, hospital_level="三级", service_on="2014-07-01") == "500.00"
        assert exact(inside, cost=1000, hospital_level="一级") == "800.00"
        assert exact(around, cost=1000, hospital_level="一级", service_on="2014-06-30") == "700.00"

    def test_a_figure_that_one_version_has_lost(self) -> None:
        book = book_of(steps("  - share: {dated: {2013-01-01: {lost: 原文此处缺字}, 2014-07-01: 50%}}"))
        assert bounds(settle(book, cost=1000, service_on="2014-06-30")) == ("unknown", None, None, None)
        assert exact(book, cost=1000, service_on="2014-07-01") == "500.00"
        assert missing(book, cost=1000) == ("service_on",)

    def test_every_doubt_in_a_version_is_counted(self) -> None:
        doubts = "{dated: {2013-01-01: {lost: 原文此处缺字}, 2014-07-01: {at_least: 50%}}}"
        tally = Tally.of(policy_of(steps(f"  - share: {doubts}")))
        assert (tally.lost, tally.bounds) == (1, 1)


class TestADayThatNoVersionCovers:
    def test_before_the_first_and_after_the_last_day(self) -> None:
        for day, said in (("2012-12-31", "2012年12月31日"), ("2016-01-01", "2016年1月1日")):
            words = f"报销比例只写明了2013年1月1日到2015年12月31日的,{said}的没有写,算不出来"
            assert refusal(BOOK, cost=20000, service_on=day) == words

    def test_without_an_end_the_words_name_the_first_day(self) -> None:
        book = book_of(steps("  - deductible: {dated: {2013-01-01: 100, 2014-01-01: 300}}", "  - share: 50%"))
        assert "起付线只写明了2013年1月1日起的,2012年12月31日的没有写" in refusal(
            book, cost=1000, service_on="2012-12-31"
        )

    def test_it_is_said_before_anything_else_is_asked(self) -> None:
        refusal(BOOK, service_on="2016-01-01")
        by_level = steps("  - deductible: {by: hospital_level, 一级: 100, 三级: 800}", f"  - share: {FROM_45_TO_50}")
        refusal(book_of(by_level), cost=20000, service_on="2016-01-01")
        refusal(book_of(by_level), service_on="2016-01-01")

    def test_a_version_the_case_does_not_reach_does_not_matter(self) -> None:
        book = book_of(steps(f"  - share: {{by: hospital_level, 一级: 80%, 三级: {FROM_45_TO_50}}}"))
        assert exact(book, cost=1000, hospital_level="一级", service_on="2016-01-01") == "800.00"
        assert missing(book, cost=1000, service_on="2016-01-01") == ("hospital_level",)
        refusal(book, cost=1000, hospital_level="三级", service_on="2016-01-01")
        refusal(book, cost=1000, hospital_level="不知道", service_on="2016-01-01")

    def test_a_fixed_sum_needs_no_bill_to_be_refused(self) -> None:
        book = book_of(steps("  - allowance: {dated: {2013-01-01: 60, 2014-01-01: 80}}"))
        assert str(settle(book, service_on="2013-12-31").amount) == "60.00"
        refusal(book, service_on="2012-12-31")

    @settings(deadline=None)
    @given(st.dates(min_value=date(2012, 1, 1), max_value=date(2016, 12, 31)))
    def test_each_day_has_the_share_of_its_own_time_or_none(self, day: date) -> None:
        case = Case.read({"care": "住院", "cost": 1800, "service_on": day}, VOCABULARY)
        if date(2013, 1, 1) <= day <= date(2015, 12, 31):
            result = estimate(BOOK, case)
            assert isinstance(result, Estimate)
            assert result.amount == (450 if day < date(2014, 7, 1) else 500)  # (1800-800)*45% or 50%
        else:
            with pytest.raises(DayNotCoveredError):
                estimate(BOOK, case)


class TestADayThatNobodyNamed:
    def test_it_is_asked_for_where_the_sides_differ(self) -> None:
        result = ask(BOOK, cost=20000)
        assert isinstance(result, Missing)
        assert (result.facts, result.choices) == (("service_on",), {"service_on": ()})
        assert missing(BOOK) == ("cost", "service_on")

    def test_it_is_not_where_both_sides_give_the_same(self) -> None:
        assert exact(BOOK, cost=800) == "0.00"  # below the deductible
        cap = "  - {cap: {dated: {2013-01-01: 70000, 2014-01-01: 110000}}, per: stay, limits: payment}"
        book = book_of(steps("  - share: 50%", cap))
        assert exact(book, cost=140000) == "70000.00"  # no cap is passed
        assert missing(book, cost="140000.02") == ("service_on",)  # 70000.01

    def test_what_narrows_the_result_more_comes_first(self) -> None:
        levels = "  - share: {by: hospital_level, 一级: 80%, 三级: 40%}"
        dated = "  - deductible: {dated: {2013-01-01: 100, 2014-01-01: 200}}"
        assert missing(book_of(steps(dated, levels)), cost=1000) == ("hospital_level", "service_on")

    def test_among_equals_it_comes_last(self) -> None:
        dated = "  - deductible: {dated: {2013-01-01: 100, 2014-01-01: 200}}"
        caps = "  - {cap: {by: hospital_level, 一级: 9, 三级: 10}, per: stay, limits: payment}"
        # any bill passes both caps: the day changes nothing, the level 1; with the plan none does, and they are equal
        same = "  - {cap: {by: plan, 一档: 9, 二档: 9}, per: stay, limits: payment}"
        assert missing(book_of(steps(dated, "  - share: 50%", caps))) == ("cost", "hospital_level", "service_on")
        assert missing(book_of(steps(dated, "  - share: 50%", same))) == ("cost", "plan", "service_on")

    def test_not_knowing_gives_a_range_over_the_periods(self) -> None:
        result = settle(BOOK, cost=20000, service_on="不知道")
        assert bounds(result) == ("range", None, "8640.00", "9600.00")
        assert result.causes == ("不知道出院或就诊日期",)
        assert total(result.lines, "医保基金") == 8640

    def test_periods_for_which_a_figure_that_is_needed_is_not_written_are_left_out(self) -> None:
        book = book_of(
            steps(
                "  - deductible: {dated: {2013-01-01: 100, 2014-01-01: 200}}",
                "  - share: {dated: {2014-01-01: 50%, 2014-07-01: 60%}}",
            )
        )
        # 2013 has no share; then (1000-200)*50% and (1000-200)*60%
        assert bounds(settle(book, cost=1000, service_on="不知道")) == ("range", None, "400.00", "480.00")
        assert missing(book, cost=1000) == ("service_on",)
        assert "2013年12月31日的没有写" in refusal(book, cost=1000, service_on="2013-12-31")

    def test_where_no_period_has_all_figures_nothing_can_be_said(self) -> None:
        deductible = "  - deductible: {dated: {2012-01-01: 100, 2012-07-01: 200}, until: 2012-12-31}"
        refusal(book_of(steps(deductible, "  - share: {dated: {2013-01-01: 50%, 2014-01-01: 60%}}")), cost=1000)

    def test_beside_an_open_figure_only_what_tells_more_is_asked(self) -> None:
        lost = "{lost: 原文此处缺字}"
        book = book_of(
            steps(
                "  - deductible: {dated: {2013-01-01: 100, 2014-01-01: 200}}",
                f"  - share: {{by: plan, 一档: {lost}, 二档: {{dated: {{2014-01-01: 50%, 2014-07-01: 60%}}}}}}",
            )
        )
        assert set(missing(book, cost=1000)) == {"plan", "service_on"}
        assert bounds(settle(book, cost=1000, plan="一档")) == ("unknown", None, None, None)


class TestInForce:
    YEAR_2013 = book_of(steps("  - share: 50%"), in_force="{from: 2013-01-01, until: 2013-12-31}")

    @pytest.mark.parametrize("day", ["2013-01-01", "2013-12-31", "不知道"])
    def test_the_days_it_holds(self, day: str) -> None:
        assert exact(self.YEAR_2013, cost=1000, service_on=day) == "500.00"
        assert exact(self.YEAR_2013, cost=1000) == "500.00"

    @pytest.mark.parametrize(("day", "said"), [("2012-12-31", "2012年12月31日"), ("2014-01-01", "2014年1月1日")])
    def test_a_day_outside_is_an_answer_in_itself(self, day: str, said: str) -> None:
        words = f"《某县居民医保》2013年1月1日到2013年12月31日有效,{said}不在其中,不能按它算"
        assert refusal(self.YEAR_2013, cost=1000, service_on=day) == words
        assert refusal(self.YEAR_2013, service_on=day) == words

    def test_it_may_be_open_at_one_end(self) -> None:
        since, upto = (book_of(steps("  - share: 50%"), in_force=f"{{{end}: 2013-06-01}}") for end in ("from", "until"))
        assert "2013年6月1日起有效,2013年5月31日不在其中" in refusal(since, service_on="2013-05-31")
        assert "2013年6月1日及以前有效,2013年6月2日不在其中" in refusal(upto, service_on="2013-06-02")

    def test_a_policy_without_it_accepts_any_day(self) -> None:
        assert exact(book_of(steps("  - share: 50%")), cost=1000, service_on="1950-01-01") == "500.00"

    def test_only_periods_in_force_are_explored(self) -> None:
        later = book_of(SHARE, in_force="{from: 2014-07-02}")
        assert exact(later, cost=20000) == "9600.00"
        earlier = book_of(SHARE, in_force="{until: 2014-06-30}")
        assert exact(earlier, cost=20000) == "8640.00"
        assert missing(book_of(SHARE, in_force="{from: 2014-06-30, until: 2014-07-01}"), cost=20000) == ("service_on",)


class TestTheDay:
    @pytest.mark.parametrize(
        "given_as",
        [
            "2014-06-30",
            "2014-6-30",
            "2014.6.30",
            "2014/06/30",
            "2014年6月30日",
            " 2014年06月30号 ",
            date(2014, 6, 30),
            datetime(2014, 6, 30, 23, 59),  # noqa: DTZ001
        ],
    )
    def test_it_is_read(self, given_as: str | date) -> None:
        value = Case.read({"service_on": given_as}, VOCABULARY).get("service_on")
        assert (value, type(value)) == (date(2014, 6, 30), date)

    @pytest.mark.parametrize(
        "given_as", ["2014年6月", "6月30日", "去年", "", "20140630", "2014-6.30", 20140630, "30000"]
    )
    def test_half_a_date_is_refused_with_an_example(self, given_as: str | int) -> None:
        with pytest.raises(CaseError, match="看不懂,请把年月日写全,例如 2014年6月30日") as caught:
            Case.read({"service_on": given_as}, VOCABULARY)
        assert caught.value.fact == "service_on"

    @pytest.mark.parametrize("given_as", ["2014-02-30", "2013年2月29日", "2014.13.1", "0000-01-01"])
    def test_a_day_no_calendar_has_is_refused(self, given_as: str) -> None:
        with pytest.raises(CaseError, match="日历上没有这一天,请核对"):
            Case.read({"service_on": given_as}, VOCABULARY)

    def test_it_is_no_amount(self) -> None:
        with pytest.raises(CaseError, match="目录内费用“2014-06-30”看不懂"):
            Case.read({"cost": date(2014, 6, 30)}, VOCABULARY)
        with pytest.raises(CaseError, match="参保档次里没有“2014-06-30”"):
            Case.read({"plan": date(2014, 6, 30)}, VOCABULARY)


def test_worked_cases_take_the_day_as_a_date() -> None:
    change = date(2014, 7, 1)
    cases = "\n".join(
        f"- {{given: {{care: 住院, cost: 20000, service_on: {day}}}, pays: {pays}, sum: (20000-800)*{rate}}}"
        for day, pays, rate in ((change - timedelta(days=1), "8640.00", "45%"), (change, "9600.00", "50%"))
    )
    asking = "\n- {given: {care: 住院, cost: 20000}, asks: service_on}"
    assert list(differences(policy_of(SHARE, cases=cases + asking), VOCABULARY)) == []
    outside = "- {given: {care: 住院, cost: 20000, service_on: 2016-01-01}, pays: 9600.00, sum: (20000-800)*50%}"
    (problem,) = differences(policy_of(SHARE, cases=outside), VOCABULARY)
    assert "算不了:报销比例只写明了" in problem.message


def test_a_case_may_be_asked_on_another_day() -> None:
    case = Case.read({"care": "住院", "cost": 1800, "service_on": "2014-06-30"}, VOCABULARY)
    results = [estimate(BOOK, one) for one in (case, case.with_facts(service_on=date(2014, 7, 1)))]
    assert [one.amount for one in results if isinstance(one, Estimate)] == [Decimal(450), Decimal(500)]
