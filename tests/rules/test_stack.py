"""Layers that pay one after the other: each on what the ones before it left, one statement for all."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.rules.book import Book
from mingbai.rules.case import Case, CaseError
from mingbai.rules.estimate import Estimate, Missing, estimate
from mingbai.rules.statement import OPEN, PERSON, paid, total
from tests.rules.inline import VOCABULARY, bounds, ledger, policy_of

IN_ALL = "住院各项合计"
LOST = "{lost: 原文没有写}"


def basic(deductible: str = "500", share: str = "60%", cap: str = "30000") -> str:
    return (
        f"estimate: 住院\nassumes: [{{fact: used_this_year, value: 0}}]\nsteps:\n  - deductible: {deductible}\n"
        f"  - share: {share}\n  - cap: {cap}\n    per: year\n    limits: payment\n    used: used_this_year"
    )


def second(deductible: str = "5000", share: str = "50%", bill: str = "own_share") -> str:
    return (
        f"estimate: 大病保险补偿\nbill: {bill}\nassumes: [{{fact: used_this_year, value: 0}}]\nsteps:\n"
        f"  - deductible: {deductible}\n  - share: {share}\n"
        "  - cap: 100000\n    per: year\n    limits: payment\n    used: used_this_year"
    )


def third(share: str = "50%") -> str:
    return f"estimate: 住院再次补助\nbill: own_share\nsteps:\n  - share: {share}"


def stack(*layers: str) -> str:
    listed = "".join(f"  - {{{layer}}}\n" for layer in layers)
    return f"stacks: {IN_ALL}\nlayers:\n{listed}"


TWO = stack("care: 住院", "care: 大病保险补偿, payer: 大病保险")
THREE = stack("care: 住院", "care: 大病保险补偿, payer: 大病保险", "care: 住院再次补助, payer: 医疗救助")


def book(*rules: str) -> Book:
    return Book.of(policy_of(*rules), VOCABULARY)


def ask(one: Book, **facts: str | int) -> Estimate | Missing:
    given_facts = {name: value if isinstance(value, str) else Decimal(value) for name, value in facts.items()}
    return estimate(one, Case.read({"care": IN_ALL, **given_facts}, VOCABULARY))


def settle(one: Book, **facts: str | int) -> Estimate:
    """The estimate of a case; its statement must add up to the bill."""
    result = ask(one, **facts)
    assert isinstance(result, Estimate), result
    bill = Decimal(facts.get("cost", facts.get("own_share", 0)))
    assert total(result.lines) == bill + Decimal(facts.get("self_funded", 0))
    assert all(line.amount > 0 for line in result.lines)
    return result


class TestOneAfterTheOther:
    def test_each_layer_pays_on_what_is_left_and_cites_its_own_clause(self) -> None:
        result = settle(book(basic(), second(), third(), THREE), cost=20500)
        # (20500-500)*60% = 12000; left 8500; (8500-5000)*50% = 1750; left 6750; 6750*50% = 3375
        assert bounds(result) == ("exact", "17125.00", "17125.00", "17125.00")
        assert [(one.label, str(one.amount), one.payer, one.clause) for one in result.lines] == [
            ("医保报销", "12000.00", "医保基金", "c1"),
            ("大病保险补偿", "1750.00", "大病保险", "c2"),
            ("住院再次补助", "3375.00", "医疗救助", "c3"),
            ("按比例自付", "3375.00", "个人", "c3"),
        ]
        assert set(result.clauses) == {"c1", "c2", "c3", "c4"}

    def test_a_layer_that_pays_nothing_leaves_the_lines_as_they_are(self) -> None:
        result = settle(book(basic(), second(), TWO), cost=11750)
        # (11750-500)*60% = 6750; left 5000, which is not above 5000
        assert ledger(result) == [
            ("起付线", "500.00", "个人"),
            ("医保报销", "6750.00", "医保基金"),
            ("按比例自付", "4500.00", "个人"),
        ]

    @pytest.mark.parametrize(
        ("cost", "pays"),
        [
            ("11749.98", "6749.99"),  # (11749.98-500)*60% = 6749.988 → 6749.99; left 4999.99
            ("11750", "6750.00"),  # left 5000.00
            ("11750.05", "6750.04"),  # 6750.03; left 5000.02; 0.02*50% = 0.01
        ],
    )
    def test_around_the_deductible_of_the_second_layer(self, cost: str, pays: str) -> None:
        assert str(settle(book(basic(), second(), TWO), cost=cost).amount) == pays

    def test_each_layer_is_rounded_once_to_the_fen(self) -> None:
        result = settle(
            book(basic(deductible="0", share="33%"), third(share="33%"), stack("care: 住院", "care: 住院再次补助")),
            cost="0.05",
        )
        # 0.05*33% = 0.0165 → 0.02; left 0.03; 0.03*33% = 0.0099 → 0.01
        assert str(result.amount) == "0.03"

    def test_what_is_outside_the_catalogue_stays_with_the_person(self) -> None:
        result = settle(book(basic(), second(), TWO), cost=20500, self_funded=700)
        # 12000; left 8500 without the 700; 1750; the person: 700 + 5000 + 1750
        assert ledger(result) == [
            ("目录外自费", "700.00", "个人"),
            ("医保报销", "12000.00", "医保基金"),
            ("起付线", "5000.00", "个人"),
            ("大病保险补偿", "1750.00", "大病保险"),
            ("按比例自付", "1750.00", "个人"),
        ]

    def test_what_was_used_of_the_first_cap_is_not_taken_off_the_second(self) -> None:
        result = settle(book(basic(), second(), TWO), cost=20500, used_this_year=29000)
        # 30000-29000 = 1000; left 19500; (19500-5000)*50% = 7250
        assert str(result.amount) == "8250.00"

    def test_bands_of_a_later_layer_keep_their_number(self) -> None:
        bands = (
            "estimate: 大病保险补偿\nbill: own_share\nsteps:\n  - bands:\n      includes: upper\n      each:\n"
            "        - {over: 0, up_to: 5000, share: 50%}\n        - {over: 5000, share: 60%}"
        )
        result = settle(book(basic(), bands, TWO), cost=20500)
        # left 8500; 5000*50% = 2500; 3500*60% = 2100
        labels = [(one.label, str(one.amount)) for one in result.lines if one.payer == "大病保险"]
        assert labels == [("大病保险补偿第1段报销", "2500.00"), ("大病保险补偿第2段报销", "2100.00")]


class TestWhereItBegins:
    def test_with_what_is_left_after_the_first_layer(self) -> None:
        result = settle(book(basic(), second(), third(), THREE), own_share=8500)
        # (8500-5000)*50% = 1750; 6750*50% = 3375
        assert str(result.amount) == "5125.00"
        assert "c1" not in {line.clause for line in result.lines}

    def test_with_both_the_first_layer_is_what_the_person_says(self) -> None:
        result = settle(book(basic(share=LOST), second(), TWO), cost=20000, own_share=9000)
        # 20000-9000 = 11000 paid; (9000-5000)*50% = 2000
        assert bounds(result) == ("exact", "13000.00", "13000.00", "13000.00")
        assert ledger(result)[0] == ("医保报销", "11000.00", "医保基金")

    def test_more_left_than_there_was_is_refused(self) -> None:
        with pytest.raises(CaseError) as caught:
            ask(book(basic(), second(), TWO), cost=8000, own_share="8000.01")
        assert (caught.value.fact, "请核对" in str(caught.value)) == ("own_share", True)

    def test_without_any_the_whole_bill_is_asked_for(self) -> None:
        result = ask(book(basic(), second(), TWO))
        assert isinstance(result, Missing)
        assert result.facts == ("cost",)

    def test_single_layers_answer_as_if_there_were_no_stack(self) -> None:
        alone = book(basic(), second())
        among = book(basic(), second(), TWO)
        for facts in (
            {"care": "住院", "cost": "20500"},
            {"care": "大病保险补偿", "own_share": "8500"},
            {"own_share": "8500"},
        ):
            case = Case.read(facts, VOCABULARY)
            assert estimate(alone, case) == estimate(among, case)


class TestDoubts:
    def test_a_lost_ratio_before_a_known_one_bounds_the_sum(self) -> None:
        result = settle(
            book(
                basic(deductible="0", share=LOST, cap="不限"),
                third(),
                stack("care: 住院", "care: 住院再次补助, payer: 医疗救助"),
            ),
            cost=20000,
        )
        # nothing from the first: 20000*50%; everything from it: 20000
        assert bounds(result) == ("at_least", None, "10000.00", None)
        assert ledger(result) == [
            ("合起来至少报", "10000.00", "医保基金、医疗救助"),
            ("由谁付未定", "10000.00", "未定"),
        ]
        assert result.lines[0].formula == "最少时是住院再次补助20000×50%"

    def test_a_ratio_lost_after_a_known_one_adds_to_it(self) -> None:
        result = settle(book(basic(), second(deductible="0", share=LOST), TWO), cost=20500)
        assert bounds(result) == ("at_least", None, "12000.00", None)  # (20500-500)*60%

    def test_a_lost_ratio_of_which_nothing_is_left_says_nothing(self) -> None:
        result = settle(book(basic(), second(share=LOST), TWO), cost=11750)
        assert bounds(result) == ("exact", "6750.00", "6750.00", "6750.00")  # left 5000, not above the deductible
        assert result.causes == ()

    def test_where_every_layer_is_lost_nothing_can_be_said(self) -> None:
        result = settle(book(basic(share=LOST), second(share=LOST), TWO), cost=20000)
        assert bounds(result) == ("unknown", None, None, None)

    def test_a_base_that_is_not_in_the_source(self) -> None:
        result = settle(
            book(second(deductible="0", share="80%"), stack("lost: 报道没有写基本医保报多少", "care: 大病保险补偿")),
            cost=10000,
        )
        assert bounds(result) == ("at_least", None, "8000.00", None)  # 10000*80%
        assert result.causes == ("报销比例原文缺失(报道没有写基本医保报多少)",)

    def test_a_bound_of_the_first_layer_bounds_both_ends(self) -> None:
        first = basic(deductible="0", share="{at_most: 90%}", cap="不限")
        result = settle(book(first, third(share="70%"), stack("care: 住院", "care: 住院再次补助")), cost=10000)
        # at least 10000*70%; at most 9000 + 1000*70%
        assert bounds(result) == ("range", None, "7000.00", "9700.00")

    def test_a_reading_carries_through(self) -> None:
        raised = (
            "adjusts: c1\nwhen: {insured: 学生}\nassumes: [{fact: insured, value: 成人}]\nshare:\n  readings:\n"
            "    - {points: 10, says: 加10个百分点}\n    - {times: 110%, says: 乘1.1}"
        )
        rules = (basic(deductible="0"), second(deductible="0"), TWO, raised)
        result = settle(book(*rules), cost=10000, insured="学生")
        # 70%: 7000 + 3000*50% = 8500; 66%: 6600 + 3400*50% = 8300
        assert bounds(result) == ("range", "8500.00", "8300.00", "8500.00")
        assert [(one.says, str(one.amount)) for one in result.readings] == [
            ("加10个百分点", "8500.00"),
            ("乘1.1", "8300.00"),
        ]

    def test_figures_of_readings_are_not_told_where_the_rest_is_lost(self) -> None:
        raised = (
            "adjusts: c1\nwhen: {insured: 学生}\nassumes: [{fact: insured, value: 成人}]\nshare:\n  readings:\n"
            "    - {points: 10, says: 加10个百分点}\n    - {times: 110%, says: 乘1.1}"
        )
        result = settle(book(basic(share=LOST), second(), TWO, raised), cost=10000, insured="学生")
        assert result.readings == ()


class TestForSomePeople:
    def test_a_layer_only_for_some(self) -> None:
        rules = (basic(), second(deductible="0"), stack("care: 住院", "care: 大病保险补偿, when: {extra_joined: 是}"))
        assert str(settle(book(*rules), cost=10500, extra_joined="否").amount) == "6000.00"  # (10500-500)*60%
        assert str(settle(book(*rules), cost=10500, extra_joined="是").amount) == "8250.00"  # 6000 + 4500*50%

    def test_it_is_asked_for_only_where_it_matters(self) -> None:
        rules = (basic(), second(), stack("care: 住院", "care: 大病保险补偿, when: {extra_joined: 是}"))
        missing = ask(book(*rules), cost=20500)
        assert isinstance(missing, Missing)
        assert missing.facts == ("extra_joined",)
        assert str(settle(book(*rules), cost=11750).amount) == "6750.00"  # left 5000: the second pays nothing anyway

    def test_what_one_layer_assumes_and_another_asks_is_asked(self) -> None:
        halved = "adjusts: c1\nwhen: {hardship: 低保}\nassumes: [{fact: hardship, value: 无}]\ndeductible: {times: 50%}"
        only = "adjusts: c2\nwhen: {hardship: 低保}\nshare: {replace: 80%}"
        one = book(basic(), third(share="0%"), halved, only, stack("care: 住院", "care: 住院再次补助"))
        missing = ask(one, cost=20500)
        assert isinstance(missing, Missing)
        assert missing.facts == ("hardship",)
        # deductible 250: 20250*60% = 12150; left 8350; 8350*80% = 6680
        assert str(settle(one, cost=20500, hardship="低保").amount) == "18830.00"

    def test_nothing_left_to_pay_by_a_layer_that_does_not_apply(self) -> None:
        rules = (basic(), second(deductible="0"), stack("care: 住院", "care: 大病保险补偿, when: {extra_joined: 是}"))
        result = settle(book(*rules), own_share=1000, extra_joined="否")
        assert bounds(result) == ("exact", "0.00", "0.00", "0.00")
        assert ledger(result) == [("报完还剩", "1000.00", "个人")]


class TestAboveTheCap:
    RULES = (
        basic(deductible="0", cap="30000"),
        second(deductible="0", bill="excess"),
        stack("care: 住院", "care: 大病保险补偿, payer: 大额医疗保险"),
    )

    def test_the_second_pays_on_the_expense_above_the_cap(self) -> None:
        result = settle(book(*self.RULES), cost=60000)
        # 60% of 50000 reaches 30000; above it 10000; 10000*50% = 5000; the person 20000 + 5000
        assert ledger(result) == [
            ("医保报销", "30000.00", "医保基金"),
            ("按比例自付", "20000.00", "个人"),
            ("大病保险补偿", "5000.00", "大额医疗保险"),
            ("按比例自付", "5000.00", "个人"),
        ]

    @pytest.mark.parametrize(
        ("cost", "pays"), [("49999.99", "29999.99"), ("50000", "30000.00"), ("50000.02", "30000.01")]
    )
    def test_around_the_cap(self, cost: str, pays: str) -> None:
        # 49999.99*60% = 29999.994; above 50000: 0.02*50% = 0.01
        assert str(settle(book(*self.RULES), cost=cost).amount) == pays

    def test_the_expense_above_a_limit_counts_too(self) -> None:
        limited = (
            "estimate: 住院\nassumes: [{fact: used_this_year, value: 0}]\nsteps:\n  - cap: 40000\n    per: year\n"
            "    limits: expense\n    used: used_this_year\n  - share: 60%"
        )
        result = settle(book(limited, *self.RULES[1:]), cost=60000)
        # 40000*60% = 24000; above the limit 20000*50% = 10000
        assert str(result.amount) == "34000.00"


RATES = st.integers(0, 100)
FEN = st.integers(1, 20_000_000).map(lambda fen: Decimal(fen) / 100)


def three(rates: tuple[int, int, int], deductible: int) -> Book:
    one, two, last = rates
    return book(basic(share=f"{one}%"), second(deductible=str(deductible), share=f"{two}%"), third(f"{last}%"), THREE)


@settings(max_examples=40, deadline=None)
@given(rates=st.tuples(RATES, RATES, RATES), deductible=st.integers(0, 20_000), bill=FEN)
def test_the_lines_add_up_to_the_bill_and_the_payment_is_never_above_it(
    rates: tuple[int, int, int], deductible: int, bill: Decimal
) -> None:
    result = settle(three(rates, deductible), cost=str(bill))
    assert result.status == "exact"
    assert result.amount is not None
    assert 0 <= result.amount <= bill
    assert paid(result.lines) == result.amount
    assert total(result.lines, PERSON) == bill - result.amount
    assert total(result.lines, OPEN) == 0


@settings(max_examples=40, deadline=None)
@given(
    rates=st.tuples(RATES, RATES, RATES),
    raised=st.integers(0, 2),
    by=st.integers(1, 100),
    deductible=st.integers(0, 20_000),
    bill=FEN,
)
def test_a_higher_rate_of_any_layer_never_lowers_the_sum(
    rates: tuple[int, int, int], raised: int, by: int, deductible: int, bill: Decimal
) -> None:
    higher = tuple(min(100, rate + by) if at == raised else rate for at, rate in enumerate(rates))
    before = settle(three(rates, deductible), cost=str(bill)).amount
    after = settle(three((higher[0], higher[1], higher[2]), deductible), cost=str(bill)).amount
    assert before is not None
    assert after is not None
    assert before <= after


@settings(max_examples=30, deadline=None)
@given(first=RATES, second_rate=RATES, last=RATES, deductible=st.integers(0, 20_000), bill=FEN)
def test_what_may_have_been_lost_lies_within_the_bounds_told(
    first: int, second_rate: int, last: int, deductible: int, bill: Decimal
) -> None:
    known = settle(three((first, second_rate, last), deductible), cost=str(bill)).amount
    lost = book(basic(share=LOST), second(deductible=str(deductible), share=LOST), third(f"{last}%"), THREE)
    told = settle(lost, cost=str(bill))
    assert known is not None
    assert told.low is None or told.low <= known
    assert told.high is None or known <= told.high


def test_a_stack_is_the_same_for_the_same_case() -> None:
    one = book(basic(), second(), third(), THREE)
    assert settle(one, cost=20500) == settle(replace(one), cost=20500)
