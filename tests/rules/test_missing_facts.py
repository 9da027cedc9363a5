"""Facts that are missing: the most decisive first, and never one whose answer cannot matter."""

import pytest

from mingbai.rules.case import Case, CaseError
from mingbai.rules.estimate import Estimate, Missing, estimate, estimated
from tests.rules.inline import VOCABULARY, ask, book_of, exact, steps

PLANS = "  - share: {by: plan, 一档: 50%, 二档: 55%}"
LEVELS_AND_PLANS = steps(
    "  - share:",
    "      by: plan",
    "      一档: {by: hospital_level, 一级: 80%, 二级: 60%, 三级: 40%}",
    "      二档: {by: hospital_level, 一级: 85%, 二级: 65%, 三级: 45%}",
)


def missing(book: object, **facts: str | int) -> tuple[str, ...]:
    result = ask(book, **facts)  # type: ignore[arg-type]
    assert isinstance(result, Missing), result
    return result.facts


def test_the_fact_that_narrows_the_result_most_comes_first() -> None:
    # at 1000: knowing the level leaves 50 (80%-85%, …), knowing the plan leaves 400 (40%-80%, 45%-85%)
    book = book_of(LEVELS_AND_PLANS)
    assert missing(book, cost=1000) == ("hospital_level", "plan")
    assert missing(book, cost=1000, hospital_level="三级") == ("plan",)
    assert missing(book, cost=1000, plan="一档") == ("hospital_level",)


def test_the_order_does_not_come_from_the_file() -> None:
    # at 1000: knowing the level leaves 350 to 500 between the plans, knowing the plan leaves at most 200
    book = book_of(
        steps(
            "  - share:",
            "      by: hospital_level",
            "      一级: {by: plan, 一档: 50%, 二档: 85%}",
            "      三级: {by: plan, 一档: 30%, 二档: 80%}",
        )
    )
    assert missing(book, cost=1000) == ("plan", "hospital_level")


def test_the_bill_is_asked_for_before_all_else() -> None:
    assert missing(book_of(LEVELS_AND_PLANS)) == ("cost", "hospital_level", "plan")
    assert missing(book_of(LEVELS_AND_PLANS), plan="一档", hospital_level="三级") == ("cost",)


def test_each_fact_comes_with_its_choices() -> None:
    result = ask(book_of(LEVELS_AND_PLANS))
    assert isinstance(result, Missing)
    assert result.choices == {"cost": (), "hospital_level": ("一级", "二级", "三级"), "plan": ("一档", "二档")}
    assert (result.policy, result.clauses) == ("inline", ("c1",))


def test_a_choice_that_counts_as_another_is_not_offered_beside_it() -> None:
    book = book_of(steps("  - share: {by: hospital_level, 社区: 95%, 一级: 95%, 三级: 85%}"))
    result = ask(book, cost=1000)
    assert isinstance(result, Missing)
    assert result.choices["hospital_level"] == ("一级", "三级")
    assert exact(book, cost=1000, hospital_level="社区") == "950.00"


@pytest.mark.parametrize("cost", ["100", "99.99", "50"])
def test_below_the_deductible_nothing_is_asked(cost: str) -> None:
    assert exact(book_of(steps("  - deductible: 100", PLANS)), cost=cost) == "0.00"


def test_above_the_cap_nothing_is_asked() -> None:
    book = book_of(steps(PLANS, "  - {cap: 500, per: stay, limits: payment}"))
    assert exact(book, cost=1000) == "500.00"  # 500 and 550, both cut at 500
    assert missing(book, cost=999) == ("plan",)  # 499.50 and 500


def test_only_what_matters_is_asked() -> None:
    cap = "  - {cap: {by: plan, 一档: 70000, 二档: 110000}, per: stay, limits: payment}"
    book = book_of(steps("  - share: {by: hospital_level, 一级: 80%, 三级: 40%}", cap))
    assert missing(book, cost=10000) == ("hospital_level",)  # no cap is near
    assert set(missing(book, cost=100000)) == {"hospital_level", "plan"}  # 80000 is above 70000


def test_a_fact_that_only_brings_up_another_doubt_is_not_asked_when_neither_matters() -> None:
    # every payment is cut at the cap of the hospital; being a student brings up two readings that change nothing
    rule = steps(
        "  - share: 60%",
        "  - {cap: {by: hospital_level, 一级: 1000, 三级: 2000}, per: stay, limits: payment}",
    )
    readings = "share: {readings: [{points: 10, says: 加10个百分点}, {times: 110%, says: 乘1.1}]}"
    book = book_of(rule, f"adjusts: c1\nwhen: {{employment: 退休}}\n{readings}")
    assert missing(book, cost=100000) == ("hospital_level",)
    assert set(missing(book, cost=3000)) == {"hospital_level", "employment"}  # 1800, 2100 or 1980 against 2000


def test_a_fact_that_matters_only_for_some_answers_of_another_is_asked() -> None:
    book = book_of(steps("  - share: 60%"), "adjusts: c1\nwhen: {care_place: 外地, filed: 否}\nshare: {points: -5}")
    assert missing(book, cost=1000) == ("care_place", "filed")
    assert missing(book, cost=1000, care_place="外地") == ("filed",)
    assert exact(book, cost=1000, care_place="本地") == "600.00"
    assert exact(book, cost=1000, care_place="外地", filed="是") == "600.00"


def test_where_nothing_can_be_said_whatever_the_answer_nothing_is_asked() -> None:
    lost = "adjusts: c1\nwhen: {care_place: 外地}\nassumes: [{fact: care_place, value: 本地}]\n"
    rule = steps(
        "  - deductible: {by: hospital_level, 一级: 100, 三级: 800}",
        "  - share: {by: hospital_level, 一级: 80%, 三级: 40%}",
    )
    book = book_of(rule, lost + "share: {replace: {lost: 比例缺失}}")
    result = ask(book, cost=1000, care_place="外地")
    assert isinstance(result, Estimate)
    assert (result.status, result.causes) == ("unknown", ("报销比例原文缺失(比例缺失)",))
    assert missing(book, cost=1000, care_place="本地") == ("hospital_level",)
    assert missing(book, cost=500, care_place="外地") == ("hospital_level",)  # at a 三级 it is nothing, for certain


def test_a_choice_the_table_does_not_hold_is_asked_again_with_those_it_holds() -> None:
    book = book_of(steps("  - share: {by: hospital_level, 县级: 85%, 市级: 75%, 省级: 70%}"))
    result = ask(book, cost=1000, hospital_level="三级")
    assert isinstance(result, Missing)
    assert result.facts == ("hospital_level",)
    assert result.choices == {"hospital_level": ("县级", "市级", "省级")}


def test_not_knowing_is_an_answer() -> None:
    assert missing(book_of(LEVELS_AND_PLANS), cost=1000, hospital_level="不知道") == ("plan",)


class TestCare:
    inpatient = steps("  - share: 60%")
    outpatient = "estimate: 普通门诊\nsteps:\n  - allowance: 60"

    def test_it_is_asked_for_where_there_are_several(self) -> None:
        result = estimate(book_of(self.inpatient, self.outpatient), Case.read({"cost": 1000}, VOCABULARY))
        assert isinstance(result, Missing)
        assert result.facts == ("care",)
        assert result.choices == {"care": ("住院", "普通门诊")}
        assert result.clauses == ("c1", "c2")

    def test_it_is_not_where_there_is_one(self) -> None:
        result = estimate(book_of(self.inpatient), Case.read({"cost": 1000}, VOCABULARY))
        assert (result.care, str(result.amount)) == ("住院", "600.00")  # type: ignore[union-attr]

    def test_one_the_policy_does_not_know_is_refused_with_those_it_does(self) -> None:
        with pytest.raises(CaseError, match="《某县居民医保》没有写生育怎么报;能算的有:住院") as caught:
            estimate(book_of(self.inpatient), Case.read({"care": "生育", "cost": 1000}, VOCABULARY))
        assert caught.value.fact == "care"

    def test_a_policy_without_estimates_says_so(self) -> None:
        empty = book_of("adjusts: c1\nwhen: {insured: 学生}\nshare: {points: 10}")
        with pytest.raises(CaseError, match="里没有可以算出金额的规则"):
            estimate(empty, Case.read({"cost": 1000}, VOCABULARY))


def test_only_what_can_be_worked_out_is_estimated() -> None:
    book = book_of(steps(PLANS))
    told = Case.read({"care": "住院", "cost": 1000, "plan": "一档"}, VOCABULARY)
    done = estimated(book, told)
    assert done
    assert str(done.amount) == "500.00"  # 1000*50%
    assert estimated(book, Case.read({"care": "住院", "cost": 1000}, VOCABULARY)) is None  # the plan is missing
    assert estimated(book, told.with_facts(care="生育")) is None
