"""Each kind of step, with the sum worked out by hand and both sides of every edge."""

import pytest

from mingbai.rules.case import CaseError
from mingbai.rules.estimate import Estimate, Missing
from tests.rules.inline import ask, book_of, bounds, exact, ledger, settle, steps

HALF = "  - share: 50%"
USED = "{fact: used_this_year, value: 0}"


class TestDeductible:
    book = book_of(steps("  - deductible: 800", "  - share: 45%"))

    @pytest.mark.parametrize(
        ("cost", "payment"),
        [
            ("0.01", "0.00"),
            ("799.99", "0.00"),
            ("800", "0.00"),  # (800-800)*45%
            ("800.01", "0.00"),  # 0.01*45% = 0.0045, less than half a fen
            ("800.02", "0.01"),  # 0.02*45% = 0.009
            ("30000", "13140.00"),  # (30000-800)*45%
        ],
    )
    def test_the_person_bears_the_first_part(self, cost: str, payment: str) -> None:
        assert exact(self.book, cost=cost) == payment

    def test_the_statement_names_each_part_and_its_sum(self) -> None:
        result = settle(self.book, cost=30000)
        assert [(line.label, line.formula, str(line.amount), line.payer, line.clause) for line in result.lines] == [
            ("起付线", "每次800", "800.00", "个人", "c1"),
            ("医保报销", "(30000−800)×45%", "13140.00", "医保基金", "c1"),
            ("按比例自付", "(30000−800)×55%", "16060.00", "个人", "c1"),
        ]

    def test_a_bill_below_it_is_borne_whole(self) -> None:
        assert ledger(settle(self.book, cost="500.50")) == [("起付线", "500.50", "个人")]

    def test_it_may_go_by_the_hospital(self) -> None:
        table = "  - deductible: {by: hospital_level, 一级: 100, 二级: 300, 三级: 800}"
        book = book_of(steps(table, HALF))
        assert exact(book, cost=1000, hospital_level="一级") == "450.00"  # (1000-100)*50%
        assert exact(book, cost=1000, hospital_level="三级") == "100.00"  # (1000-800)*50%
        assert exact(book, cost=1000, hospital_level="社区") == "450.00"  # counts as 一级
        assert exact(book, cost=1000, hospital_level="三甲") == "100.00"  # a spoken form of 三级

    def test_per_year_what_was_borne_already_is_left_off(self) -> None:
        yearly = "  - {deductible: 350, per: year, used: deductible_paid}"
        book = book_of(steps(yearly, HALF, assumes="{fact: deductible_paid, value: 0}"))
        assert exact(book, cost=1000) == "325.00"  # (1000-350)*50%
        assert exact(book, cost=1000, deductible_paid="349.99") == "500.00"  # (1000-0.01)*50% = 499.995
        assert exact(book, cost=1000, deductible_paid=200) == "425.00"  # (1000-(350-200))*50%
        assert exact(book, cost=1000, deductible_paid=350) == "500.00"
        assert exact(book, cost=1000, deductible_paid=9000) == "500.00"  # never a gain


class TestShare:
    @pytest.mark.parametrize(
        ("share", "cost", "payment"),
        [
            ("50%", "0.01", "0.01"),  # half a fen goes up
            ("50%", "99.99", "50.00"),  # 49.995
            ("33%", "100.01", "33.00"),  # 33.0033
            ("0%", "100", "0.00"),
            ("100%", "100.55", "100.55"),
            ("66.6%", "1000", "666.00"),
            ("5‰", "1000", "5.00"),
        ],
    )
    def test_the_fund_pays_its_part_rounded_once_to_the_fen(self, share: str, cost: str, payment: str) -> None:
        assert exact(book_of(steps(f"  - share: {share}")), cost=cost) == payment

    def test_it_may_go_by_two_facts(self) -> None:
        book = book_of(
            steps(
                "  - share:",
                "      by: plan",
                "      一档: {by: hospital_level, 一级: 80%, 三级: 40%}",
                "      二档: {by: hospital_level, 一级: 85%, 三级: 45%}",
            )
        )
        assert exact(book, cost=1000, plan="一档", hospital_level="三级") == "400.00"
        assert exact(book, cost=1000, plan="二档", hospital_level="一级") == "850.00"

    def test_what_is_outside_the_catalogue_is_borne_on_top(self) -> None:
        result = settle(book_of(steps(HALF)), cost=1000, self_funded="200.50")
        assert ledger(result) == [
            ("目录外自费", "200.50", "个人"),
            ("医保报销", "500.00", "医保基金"),
            ("按比例自付", "500.00", "个人"),
        ]


class TestBands:
    book = book_of(
        steps(
            "  - bands:",
            "      includes: upper",
            "      each:",
            "        - {over: 1000, up_to: 5000, share: 50%}",
            "        - {over: 5000, up_to: 10000, share: 60%}",
            "        - {over: {inferred: 10000, because: 上一段写到1万元}, share: 70%}",
        )
    )

    @pytest.mark.parametrize(
        ("cost", "payment"),
        [
            ("999.99", "0.00"),
            ("1000", "0.00"),
            ("1000.01", "0.01"),  # 0.01*50% = 0.005
            ("4999.99", "2000.00"),  # 3999.99*50% = 1999.995
            ("5000", "2000.00"),  # 4000*50%
            ("5000.01", "2000.01"),  # 2000 + 0.01*60% = 2000.006
            ("9999.99", "4999.99"),  # 2000 + 4999.99*60% = 4999.994
            ("10000", "5000.00"),  # 2000 + 5000*60%
            ("10000.01", "5000.01"),  # 5000 + 0.01*70% = 5000.007
            ("20000", "12000.00"),  # 5000 + 10000*70%
        ],
    )
    def test_each_band_pays_at_its_own_share(self, cost: str, payment: str) -> None:
        assert exact(self.book, cost=cost) == payment

    def test_the_statement_has_a_line_for_each_band_reached(self) -> None:
        assert ledger(settle(self.book, cost=8000)) == [
            ("第1段起点以下", "1000.00", "个人"),
            ("第1段报销", "2000.00", "医保基金"),  # (5000-1000)*50%
            ("第2段报销", "1800.00", "医保基金"),  # (8000-5000)*60%
            ("按比例自付", "3200.00", "个人"),  # 2000 + 1200
        ]

    def test_above_the_last_band_nothing_is_paid(self) -> None:
        book = book_of(
            steps("  - bands:", "      includes: upper", "      each:", "        - {over: 0, up_to: 100, share: 50%}")
        )
        assert exact(book, cost=100) == "50.00"
        assert exact(book, cost=1000) == "50.00"
        assert ("其余自付", "900.00", "个人") in ledger(settle(book, cost=1000))


class TestCap:
    def test_per_stay_it_cuts_the_payment(self) -> None:
        book = book_of(steps(HALF, "  - {cap: 1000, per: stay, limits: payment}"))
        assert exact(book, cost="1999.98") == "999.99"
        assert exact(book, cost=2000) == "1000.00"
        assert exact(book, cost="2000.02") == "1000.00"  # 1000.01 without the cap
        assert ledger(settle(book, cost=3000)) == [
            ("医保报销", "1000.00", "医保基金"),
            ("按比例自付", "1500.00", "个人"),
            ("超过封顶线", "500.00", "个人"),
        ]

    def test_it_may_stand_before_the_share(self) -> None:
        book = book_of(steps("  - {cap: 1000, per: stay, limits: payment}", HALF))
        assert exact(book, cost=3000) == "1000.00"

    def test_per_stay_it_cuts_the_expense(self) -> None:
        book = book_of(steps("  - deductible: 100", "  - {cap: 1000, per: stay, limits: expense}", HALF))
        assert exact(book, cost=1100) == "500.00"  # (1100-100)*50%
        assert exact(book, cost="1100.02") == "500.00"
        assert ledger(settle(book, cost=3000)) == [
            ("起付线", "100.00", "个人"),
            ("超过限额", "1900.00", "个人"),  # 3000-100-1000
            ("医保报销", "500.00", "医保基金"),
            ("按比例自付", "500.00", "个人"),
        ]

    def test_per_year_what_was_used_is_gone_from_the_payment(self) -> None:
        book = book_of(steps(HALF, "  - {cap: 1000, per: year, limits: payment, used: used_this_year}", assumes=USED))
        assert exact(book, cost=3000) == "1000.00"
        assert exact(book, cost=3000, used_this_year="0.01") == "999.99"
        assert exact(book, cost=3000, used_this_year="999.99") == "0.01"
        assert exact(book, cost=3000, used_this_year=1000) == "0.00"
        assert exact(book, cost=3000, used_this_year=5000) == "0.00"
        assert exact(book, cost=100, used_this_year=900) == "50.00"  # 100 are left, 50 are needed

    def test_per_year_what_was_used_is_gone_from_the_expense(self) -> None:
        book = book_of(steps("  - {cap: 1000, per: year, limits: expense, used: used_this_year}", HALF, assumes=USED))
        assert exact(book, cost=3000, used_this_year=400) == "300.00"  # (1000-400)*50%
        assert exact(book, cost=3000, used_this_year=1000) == "0.00"

    def test_of_two_the_tighter_one_cuts(self) -> None:
        book = book_of(
            steps(
                HALF,
                "  - {cap: 5000, per: year, limits: payment, used: special_used_this_year}",
                "  - {cap: 30000, per: year, limits: payment, used: used_this_year}",
                assumes=f"{USED}, {{fact: special_used_this_year, value: 0}}",
            )
        )
        assert exact(book, cost=20000) == "5000.00"
        assert exact(book, cost=20000, used_this_year=28000) == "2000.00"  # min(10000, 5000, 30000-28000)
        assert exact(book, cost=20000, used_this_year=28000, special_used_this_year=4500) == "500.00"
        cut = settle(book, cost=20000, used_this_year=28000).lines[-1]
        assert (cut.label, cut.formula, str(cut.amount)) == ("超过封顶线", "年封顶30000,今年已用28000", "8000.00")


class TestFirstOwn:
    book = book_of(
        steps(
            "  - first_own: {fact: marked_drugs, share: 20%}",
            "  - deductible: 100",
            HALF,
            assumes="{fact: marked_drugs, value: 0}",
        )
    )

    def test_a_share_of_a_part_of_the_bill_is_borne_before_all_else(self) -> None:
        assert exact(self.book, cost=1000, marked_drugs=300) == "420.00"  # (1000-300*20%-100)*50%
        assert ledger(settle(self.book, cost=1000, marked_drugs=300))[:2] == [
            ("需个人先负担一部分的特殊药品先自付", "60.00", "个人"),
            ("起付线", "100.00", "个人"),
        ]

    def test_it_is_rounded_to_the_fen_on_its_own(self) -> None:
        # 33.33*20% = 6.666 → 6.67; (1000-6.67-100)*50% = 446.665 → 446.67
        assert exact(self.book, cost=1000, marked_drugs="33.33") == "446.67"

    def test_none_of_it_changes_nothing(self) -> None:
        assert exact(self.book, cost=1000, marked_drugs=0) == exact(self.book, cost=1000) == "450.00"


class TestAllowance:
    def test_it_pays_the_bill_up_to_a_fixed_sum(self) -> None:
        book = book_of(steps("  - allowance: 400"))
        assert exact(book, cost="399.99") == "399.99"
        assert exact(book, cost=400) == "400.00"
        assert exact(book, cost="400.01") == "400.00"
        assert ledger(settle(book, cost=1000)) == [("定额补助", "400.00", "医保基金"), ("其余自付", "600.00", "个人")]

    def test_without_a_bill_it_is_the_sum_itself(self) -> None:
        result = settle(book_of(steps("  - allowance: 400")))
        assert (result.status, str(result.amount)) == ("exact", "400.00")
        assert ledger(result) == [("定额补助", "400.00", "医保基金")]

    def test_several_add_up(self) -> None:
        book = book_of(steps("  - allowance: 100", "  - allowance: 400"))
        assert exact(book) == "500.00"
        assert exact(book, cost=450) == "450.00"  # 100 + min(350, 400)
        assert exact(book, cost=5000) == "500.00"

    def test_per_year_with_what_was_carried_over_and_used(self) -> None:
        book = book_of(
            steps(
                "  - {allowance: 60, per: year, used: used_this_year, plus: carried_over}",
                assumes=f"{USED}, {{fact: carried_over, value: 0}}",
            )
        )
        assert exact(book, cost=100) == "60.00"
        assert exact(book, cost=100, used_this_year=45) == "15.00"  # 60-45
        assert exact(book, cost=100, carried_over=30, used_this_year=45) == "45.00"  # 60+30-45
        assert exact(book, cost=100, carried_over=90) == "100.00"  # 150, but the bill is 100
        assert exact(book, cost=100, used_this_year=60) == exact(book, used_this_year=70) == "0.00"

    def test_it_may_be_capped(self) -> None:
        book = book_of(steps("  - allowance: 400", "  - {cap: 250, per: stay, limits: payment}"))
        assert exact(book, cost=1000) == "250.00"


class TestExcess:
    book = book_of("estimate: 住院\nbill: excess\nsteps:\n  - share: 90%")

    def test_another_fact_may_be_the_bill(self) -> None:
        assert exact(self.book, excess=1000) == "900.00"

    def test_it_follows_from_the_cost_and_the_basic_cap(self) -> None:
        result = ask(self.book, cost=51000, basic_cap=50000)
        assert isinstance(result, Estimate)
        assert bounds(result) == ("exact", "900.00", "900.00", "900.00")  # (51000-50000)*90%
        assert ledger(result) == [  # 50000+900+100 = 51000, the whole bill
            ("基本医保限额以内", "50000.00", "基本医保和个人"),
            ("医保报销", "900.00", "医保基金"),
            ("按比例自付", "100.00", "个人"),
        ]

    def test_the_cost_alone_is_not_enough(self) -> None:
        result = ask(self.book, cost=51000)
        assert isinstance(result, Missing)
        assert result.facts == ("excess",)

    @pytest.mark.parametrize("cost", ["50000", "49999.99"])
    def test_below_the_basic_cap_it_is_not_the_turn_of_this_insurance(self, cost: str) -> None:
        with pytest.raises(CaseError, match=r"没有超过基本医保封顶线50,000\.00元"):
            ask(self.book, cost=cost, basic_cap=50000)
