"""Changes for some people: percentage points, factors, yuan and replacements are four different things."""

from decimal import Decimal

import pytest

from tests.rules.inline import ask, book_of, bounds, exact, ledger, settle, steps

RULE = steps(
    "  - deductible: 1000",
    "  - share: 60%",
    "  - {cap: 30000, per: stay, limits: payment}",
)
ADULT = "assumes: [{fact: insured, value: 成人}]"


def adjusted(*changes: str) -> str:
    return "\n".join(("adjusts: c1", "when: {insured: 学生}", ADULT, *changes))


@pytest.mark.parametrize(
    ("change", "payment"),
    [
        ("share: {points: 10}", "6300.00"),  # (10000-1000)*(60%+10%)
        ("share: {times: 110%}", "5940.00"),  # 9000*60%*110% = 9000*66%
        ("share: {points: -5}", "4950.00"),  # 9000*55%
        ("share: {times: 95%}", "5130.00"),  # 9000*57%
        ("share: {points: 2.5}", "5625.00"),  # 9000*62.5%
        ("share: {replace: 80%}", "7200.00"),  # 9000*80%
        ("share: {points: 0}", "5400.00"),
        ("deductible: {plus: 300}", "5220.00"),  # (10000-1300)*60%
        ("deductible: {plus: -100}", "5460.00"),  # (10000-900)*60%
        ("deductible: {times: 105%}", "5370.00"),  # (10000-1050)*60%
        ("deductible: {replace: 0}", "6000.00"),  # 10000*60%
        ("cap: {replace: 5000}", "5000.00"),
        ("cap: {plus: -26000}", "4000.00"),
        ("cap: {times: 10%}", "3000.00"),
    ],
)
def test_one_change(change: str, payment: str) -> None:
    book = book_of(RULE, adjusted(change))
    assert exact(book, cost=10000, insured="学生") == payment
    assert exact(book, cost=10000) == "5400.00"  # (10000-1000)*60%, for whom it does not hold


@pytest.mark.parametrize(
    ("change", "payment"),
    [
        ("share: {points: 50}", "9000.00"),  # 110% is 100%
        ("share: {times: 200%}", "9000.00"),  # 120% is 100%
        ("share: {points: -70}", "0.00"),  # -10% is 0%
        ("deductible: {plus: -2000}", "6000.00"),  # below 0 is 0
        ("cap: {plus: -40000}", "0.00"),
    ],
)
def test_a_share_stays_between_0_and_100_percent_and_an_amount_above_0(change: str, payment: str) -> None:
    assert exact(book_of(RULE, adjusted(change)), cost=10000, insured="学生") == payment


def test_changes_apply_in_the_order_of_the_file() -> None:
    points, times = adjusted("share: {points: 10}"), adjusted("share: {times: 90%}")
    assert exact(book_of(RULE, points, times), cost=10000, insured="学生") == "5670.00"  # 9000*(60%+10%)*90% = 63%
    assert exact(book_of(RULE, times, points), cost=10000, insured="学生") == "5760.00"  # 9000*(60%*90%+10%) = 64%


def test_the_share_is_bounded_only_after_all_changes() -> None:
    book = book_of(RULE, adjusted("share: {points: 60}"), adjusted("share: {points: -30}"))
    assert exact(book, cost=10000, insured="学生") == "8100.00"  # 60%+60%-30% = 90%, not 100%-30%


def test_several_figures_may_change_at_once_and_the_lines_cite_the_clause() -> None:
    result = settle(
        book_of(RULE, adjusted("deductible: {plus: 300}", "share: {points: -5}")), cost=10000, insured="学生"
    )
    assert [(line.label, line.formula, str(line.amount), line.clause) for line in result.lines] == [
        ("起付线", "每次1000+300", "1300.00", "c2"),
        ("医保报销", "(10000−1300)×(60%−5个百分点)", "4785.00", "c2"),  # 8700*55%
        ("按比例自付", "(10000−1300)×45%", "3915.00", "c1"),
    ]
    assert result.clauses == ("c1", "c2")


def test_a_replacement_may_be_a_table() -> None:
    table = "cap: {replace: {by: plan, 一档: 1000, 二档: 2000}}"
    book = book_of(RULE, adjusted(table))
    assert exact(book, cost=10000, insured="学生", plan="一档") == "1000.00"
    assert exact(book, cost=10000, insured="学生", plan="二档") == "2000.00"
    assert exact(book, cost=10000) == "5400.00"  # the plan does not matter to others and is not asked for


def test_it_reaches_every_band() -> None:
    bands = steps(
        "  - bands:",
        "      includes: upper",
        "      each:",
        "        - {over: 0, up_to: 1000, share: 50%}",
        "        - {over: 1000, share: 60%}",
    )
    book = book_of(bands, adjusted("share: {points: 10}"))
    assert exact(book, cost=2000, insured="学生") == "1300.00"  # 1000*60% + 1000*70%
    assert exact(book, cost=2000) == "1100.00"  # 1000*50% + 1000*60%


class TestConditions:
    def test_all_of_them_must_hold(self) -> None:
        rule = "adjusts: c1\nwhen: {care_place: 外地, filed: 否}\nshare: {points: -10}"
        book = book_of(RULE, rule)
        assert exact(book, cost=10000, care_place="外地", filed="否") == "4500.00"  # 9000*50%
        assert exact(book, cost=10000, care_place="外地", filed="是") == "5400.00"
        assert exact(book, cost=10000, care_place="本地", filed="否") == "5400.00"

    def test_one_of_several_words_is_enough(self) -> None:
        book = book_of(RULE, f"adjusts: c1\nwhen: {{insured: [学生, 儿童]}}\n{ADULT}\nshare: {{points: 10}}")
        assert exact(book, cost=10000, insured="学生") == exact(book, cost=10000, insured="儿童") == "6300.00"
        assert exact(book, cost=10000, insured="新生儿") == "6300.00"  # counts as 儿童
        assert exact(book, cost=10000, insured="老人") == "5400.00"  # counts as 成人

    def test_a_count_may_have_to_reach_a_number(self) -> None:
        rule = "adjusts: c1\nwhen: {admission: {at_least: 2}}\nassumes: [{fact: admission, value: 1}]\n"
        book = book_of(RULE, rule + "deductible: {plus: -100}")
        assert exact(book, cost=10000) == exact(book, cost=10000, admission=1) == "5400.00"
        assert exact(book, cost=10000, admission=2) == "5460.00"  # (10000-900)*60%
        assert exact(book, cost=10000, admission=3) == "5460.00"

    def test_only_the_named_care_of_a_clause_is_changed(self) -> None:
        rule = "estimate: [住院, 普通门诊]\nsteps:\n  - share: 60%"
        book = book_of(rule, adjusted("share: {points: 10}").replace("c1", "c1\ncare: 普通门诊"))
        assert exact(book, cost=1000, insured="学生") == "600.00"
        assert exact(book, care="普通门诊", cost=1000, insured="学生") == "700.00"


class TestForEach:
    rule = "adjusts: c1\nwhen: {diseases: {at_least: 2}}\nassumes: [{fact: diseases, value: 1}]\n"
    book = book_of(
        steps("  - share: 80%", "  - {cap: 1000, per: stay, limits: payment}"),
        rule + "cap: {plus: 200, for_each: diseases, beyond: 1}",
    )

    @pytest.mark.parametrize(("diseases", "payment"), [(1, "1000.00"), (2, "1200.00"), (3, "1400.00"), (5, "1800.00")])
    def test_an_amount_is_added_for_each_one_beyond_the_first(self, diseases: int, payment: str) -> None:
        assert exact(self.book, cost=9000, diseases=diseases) == payment  # 1000 + 200*(diseases-1)

    def test_the_cut_says_how_it_came_about(self) -> None:
        cut = settle(self.book, cost=9000, diseases=3).lines[-1]
        assert (cut.formula, str(cut.amount), cut.clause) == ("单次封顶1000+200×2", "5800.00", "c2")  # 7200-1400


def test_of_two_caps_only_the_named_one_is_changed() -> None:
    rule = steps(
        "  - share: 100%",
        "  - {cap: 5000, per: year, limits: payment, used: special_used_this_year}",
        "  - {cap: 6000, per: year, limits: payment, used: used_this_year}",
        assumes="{fact: used_this_year, value: 0}, {fact: special_used_this_year, value: 0}",
    )
    one = book_of(rule, adjusted("cap: {plus: 5000}", "cap_of: special_used_this_year"))
    both = book_of(rule, adjusted("cap: {plus: 5000}"))
    assert exact(one, cost=20000, insured="学生") == "6000.00"  # min(10000, 6000)
    assert exact(both, cost=20000, insured="学生") == "10000.00"  # min(10000, 11000)


class TestReadings:
    readings = "  readings:\n    - {points: 10, says: 加10个百分点}\n    - {times: 110%, says: 乘1.1}"

    def test_both_are_worked_out_and_the_first_is_the_default(self) -> None:
        result = settle(book_of(RULE, adjusted("share:", self.readings)), cost=10000, insured="学生")
        assert bounds(result) == ("range", "6300.00", "5940.00", "6300.00")  # 9000*70%, 9000*66%
        assert [(one.says, str(one.amount)) for one in result.readings] == [
            ("加10个百分点", "6300.00"),
            ("乘1.1", "5940.00"),
        ]
        assert ("医保报销", "6300.00", "医保基金") in ledger(result)
        assert result.causes == ()

    @pytest.mark.parametrize("cost", [1000, 900, 200000])
    def test_where_they_come_to_the_same_they_are_not_mentioned(self, cost: int) -> None:
        result = settle(book_of(RULE, adjusted("share:", self.readings)), cost=cost, insured="学生")
        assert result.status == "exact"
        assert result.readings == ()

    def test_for_others_they_are_not_mentioned(self) -> None:
        result = settle(book_of(RULE, adjusted("share:", self.readings)), cost=10000)
        assert (result.status, result.readings) == ("exact", ())

    def elsewhere(self, key: str) -> str:
        rule = "adjusts: c1\nwhen: {care_place: 外地}\nassumes: [{fact: care_place, value: 本地}]\nshare:\n"
        return f"{rule}  readings:\n    - {{points: -5, says: 减5个百分点}}\n    - {{times: 95%, says: 乘0.95}}\n{key}"

    def test_readings_that_go_together_are_read_one_way(self) -> None:
        key = "  together: percent"
        book = book_of(RULE, adjusted("share:", self.readings, key), self.elsewhere(key))
        result = settle(book, cost=10000, insured="学生", care_place="外地")
        # 9000*(60%+10%-5%) = 5850; 9000*60%*110%*95% = 9000*62.7% = 5643
        assert bounds(result) == ("range", "5850.00", "5643.00", "5850.00")
        assert [str(one.amount) for one in result.readings] == ["5850.00", "5643.00"]

    def test_readings_that_do_not_are_read_in_every_combination(self) -> None:
        book = book_of(RULE, adjusted("share:", self.readings), self.elsewhere(""))
        result = settle(book, cost=10000, insured="学生", care_place="外地")
        # (60%+10%)-5% = 65%, (60%+10%)*95% = 66.5%, 66%-5% = 61%, 66%*95% = 62.7%, each of 9000
        assert bounds(result) == ("range", "5850.00", "5490.00", "5985.00")
        assert {one.amount for one in result.readings} == set(map(Decimal, ("5850", "5985", "5490", "5643")))


def test_without_a_bill_the_bill_is_asked_for_whatever_the_changes() -> None:
    missing = ask(book_of(RULE, adjusted("share: {points: 10}")))
    assert missing.facts[0] == "cost"  # type: ignore[union-attr]
