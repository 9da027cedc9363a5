"""Who pays what, by group and year; the sums are written out."""

from decimal import Decimal

from mingbai.rules.case import Case
from mingbai.rules.premium import Base, PremiumRow, Premiums, premiums
from tests.rules.inline import VOCABULARY, policy_of

TABLE = """premium: 居民医保缴费
groups:
  - {who: 低保成人, when: {insured: 成人, hardship: 低保}, year: 2008, pays: {个人: 36, 财政: 144}, total: 180}
  - {who: 其他成人, when: {insured: 成人}, year: 2008, pays: {个人: 110, 财政: 70}, total: 180}
  - {who: 学生, when: {insured: [学生, 儿童]}, year: 2008, pays: {个人: 10, 财政: 70}, total: 80}
  - {who: 其他成人, when: {insured: 成人}, year: 2009, pays: {个人: 110, 财政: 80}, total: 190}"""
EMPLOYER = """premium: 大病统筹费
per: 月
groups:
  - {who: 单位, pays: {单位: 6%}, of: 上年度本市职工月平均工资, times: 在职职工人数}
  - {who: 职工, pays: {个人: 1%}, of: 上年度本市职工月平均工资}"""
LOW_BASE = """premium_base: 缴费基数
of: 上年度本市职工月平均工资
own: 企业职工月平均工资
below: 90%
use: 90%"""


def ask(*rules: str, year: int | None = None, base: Base | None = None, **facts: str) -> Premiums:
    return premiums(policy_of(*rules), VOCABULARY, Case.read(facts, VOCABULARY), year, base)


def amounts(row: PremiumRow) -> dict[str, str | None]:
    return {one.payer: None if one.amount is None else str(one.amount) for one in row.payments}


def test_the_row_of_a_group_and_a_year() -> None:
    found = ask(TABLE, insured="学生", year=2008)
    (row,) = found.rows
    assert amounts(row) == {"个人": "10.00", "财政": "70.00"}
    assert (row.total, row.per, row.who, row.year, row.clauses) == (Decimal(80), "年", "学生", 2008, ("c1",))
    assert (found.missing, found.others, found.years) == ((), (), (2008,))


def test_the_poor_among_the_adults_stand_before_the_adults() -> None:
    found = ask(TABLE, insured="成人", hardship="低保", year=2008)
    assert [row.who for row in found.rows] == ["低保成人"]


def test_without_a_word_of_hardship_the_general_row_holds_and_the_other_is_named() -> None:
    found = ask(TABLE, insured="成人", year=2008)
    assert [row.who for row in found.rows] == ["其他成人"]
    assert [row.who for row in found.others] == ["低保成人"]
    assert found.missing == ()
    assert found.others[0].condition == "参保人群是成人,困难身份是低保"


def test_an_old_person_counts_as_an_adult() -> None:
    assert [row.who for row in ask(TABLE, insured="老人", year=2008).rows] == ["其他成人"]


def test_without_a_group_it_asks_for_it() -> None:
    found = ask(TABLE)
    assert found.rows == ()
    assert found.missing == ("insured", "hardship")
    assert len(found.others) == 4


def test_without_a_year_every_year_is_given() -> None:
    assert [row.year for row in ask(TABLE, insured="成人").rows] == [2008, 2009]


def test_a_year_the_tables_do_not_know_has_no_row() -> None:
    found = ask(TABLE, insured="成人", year=2010)
    assert (found.rows, found.years) == ((), (2008, 2009))


def test_a_ratio_needs_its_base() -> None:
    employer, employee = ask(EMPLOYER).rows
    assert amounts(employer) == {"单位": None}
    assert employer.needs == ("上年度本市职工月平均工资", "在职职工人数")
    assert employer.payments[0].formula == "上年度本市职工月平均工资×在职职工人数×6%"
    assert employee.needs == ("上年度本市职工月平均工资",)


def test_a_ratio_of_a_base_given() -> None:
    employer, employee = ask(EMPLOYER, base=Base(Decimal(1000), heads=Decimal(20))).rows
    assert amounts(employer) == {"单位": "1200.00"}  # 1000 × 20 × 6%
    assert amounts(employee) == {"个人": "10.00"}  # 1000 × 1%
    assert employer.payments[0].formula == "1000×20×6%"
    assert (employer.needs, employer.total) == ((), Decimal(1200))


def test_an_amount_is_rounded_to_the_fen_once() -> None:
    _, employee = ask(EMPLOYER, base=Base(Decimal("1234.50"))).rows
    assert amounts(employee) == {"个人": "12.35"}  # 12.345, half up


def test_a_low_average_lowers_the_base_and_names_the_clause() -> None:
    def own(average: str) -> PremiumRow:
        return ask(EMPLOYER, LOW_BASE, base=Base(Decimal(1000), own_average=Decimal(average))).rows[1]

    assert amounts(own("899.99")) == {"个人": "9.00"}  # 1000 × 90% × 1%
    assert own("899.99").clauses == ("c1", "c2")
    assert own("899.99").payments[0].formula == "1000×90%×1%"
    assert amounts(own("900")) == {"个人": "10.00"}  # not below 90%
    assert own("900").clauses == ("c1",)


def test_a_ratio_of_a_sum_in_the_policy() -> None:
    (row,) = ask(
        "premium: 筹资\ngroups: [{who: 全体, pays: {区政府: 50%, 统筹基金: 50%, 个人: 0%}, of: 48, total: 100%}]"
    ).rows
    assert amounts(row) == {"区政府": "24.00", "统筹基金": "24.00", "个人": "0.00"}
    assert row.total == 48


def test_doubt_stays_doubt() -> None:
    (row,) = ask(
        """premium: 筹资
groups:
  - who: 全体
    pays:
      省: {lost: 数字缺失}
      县: {at_least: 10}
      市: {at_most: 5}
      个人: {inferred: 20, because: 标准减补助}
      乡: {readings: [{value: 3, says: 每人3元}, {value: 4, says: 每人4元}]}"""
    ).rows
    assert amounts(row) == {"省": None, "县": None, "市": None, "个人": "20.00", "乡": "3.00"}
    assert [one.formula for one in row.payments] == ["(原文缺数)", "不低于10元", "不高于5元", "20元", "3元"]
    assert row.payments[0].cause == "数字缺失"
    assert row.payments[3].cause == "推出来的:标准减补助"
    assert row.payments[4].cause == "每人3元;每人4元"
    assert row.total is None
