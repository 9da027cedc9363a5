"""Worked cases of premiums, late fees, advances and shared results: each part, each sum, both sides of each edge."""

from tests.rules.worked import told

ROWS = (
    "premium: 缴费\ngroups:\n"
    "  - {who: 成人, when: {insured: 成人}, year: 2008, pays: {个人: 110, 县财政: 70}, total: 180}\n"
    "  - {who: 学生, when: {insured: 学生}, year: 2008, pays: {个人: 10, 县财政: {lost: 原文缺数}}}"
)
RATIO = "premium: 单位缴费\ngroups:\n  - {who: 单位, pays: {单位: 6%}, of: 平均工资, times: 职工人数}"
LOW = "premium_base: 缴费基数\nof: 平均工资\nown: 本单位平均工资\nbelow: 90%\nuse: 90%"


class TestPremium:
    def test_a_right_case_is_passed_over(self) -> None:
        assert (
            told(ROWS, "given: {insured: 成人}, year: 2008, pays: {个人: 110, 县财政: 70}, total: 180, sum: 110+70")
            == []
        )
        assert told(ROWS, "given: {insured: 学生}, year: 2008, pays: {个人: 10, 县财政: 说不准}, sum: 10") == []
        assert told(ROWS, "given: {insured: 成人}, year: 2009, none: true") == []
        assert told(ROWS, "year: 2008, asks: insured") == []

    def test_so_many_persons_pay_so_many_times(self) -> None:
        right = "given: {insured: 成人}, people: 3, pays: {个人: 330, 县财政: 210}, sum: {个人: 3*110, 县财政: 3*70}"
        assert told(ROWS, right) == []
        assert told(ROWS, right.replace("people: 3", "people: 2")) == [
            "个人写的是 330.00,算出来是 220.00",
            "县财政写的是 210.00,算出来是 140.00",
        ]

    def test_a_wrong_part_a_party_too_few_and_one_too_many_are_told(self) -> None:
        assert told(ROWS, "given: {insured: 成人}, pays: {个人: 111, 省财政: 70}, sum: 111+70") == [
            "个人写的是 111.00,算出来是 110.00",
            "省财政写的是 70.00,算出来是 没有这一方",
            "县财政写的是 没有这一方,算出来是 70.00",
        ]

    def test_a_lost_part_is_not_passed_off_as_a_figure(self) -> None:
        assert told(ROWS, "given: {insured: 学生}, pays: {个人: 10, 县财政: 12}, sum: 10+12") == [
            "县财政写的是 12.00,算出来是 说不准"
        ]

    def test_a_wrong_sum_is_told_for_all_or_for_one(self) -> None:
        case = "given: {insured: 成人}, pays: {个人: 110, 县财政: 70}"
        assert told(ROWS, f"{case}, sum: 110+60") == ["算式 110+60 等于 170.00,写的是 180.00"]
        assert told(ROWS, f"{case}, sum: {{个人: 110*1, 县财政: 60+1}}") == ["县财政:算式 60+1 等于 61.00,写的是 70.00"]
        assert told(ROWS, f"{case}, sum: {{个人: 110*1}}") == ["县财政:结果和算式要成对写"]
        assert told(ROWS, case) == ["结果和算式要成对写"]

    def test_a_total_that_does_not_add_up_is_told(self) -> None:
        case = "given: {insured: 成人}, pays: {个人: 110, 县财政: 70}, sum: 110+70, total: 190"
        assert told(ROWS, case) == ["total 写的是 190.00,各方加起来是 180.00"]

    def test_the_row_must_be_one(self) -> None:
        two = ROWS.replace(", when: {insured: 成人}", "").replace(", when: {insured: 学生}", "")
        assert told(two, "pays: {个人: 110, 县财政: 70}, sum: 180*1") == [
            "适用的有几行(成人、学生),要用 who 写明哪一行"
        ]
        assert told(two, "who: 成人, pays: {个人: 110, 县财政: 70}, sum: 180*1") == []
        assert told(ROWS, "given: {insured: 成人}, year: 2009, pays: {个人: 110}, sum: 110") == ["没有适用的一行"]

    def test_a_case_that_is_for_a_row_after_all(self) -> None:
        assert told(ROWS, "given: {insured: 成人}, none: true") == ["写的是没有适用的一行,算出来适用“成人”"]
        assert told(ROWS, "given: {insured: 成人}, asks: insured") == ["先问的是 无,算例写的是 insured"]

    def test_a_ratio_of_a_base_that_is_lowered(self) -> None:
        # 1,000 × 10 × 6% = 600; below 900 the base is 900: 900 × 10 × 6% = 540
        assert told(RATIO, "base: 1000, people: 10, own: 900, pays: {单位: 600}, sum: 1000*10*6%", LOW) == []
        assert told(RATIO, "base: 1000, people: 10, own: 899.99, pays: {单位: 540}, sum: 1000*90%*10*6%", LOW) == []
        assert told(RATIO, "people: 10, pays: {单位: 说不准}", LOW) == []


def test_a_lowered_base() -> None:
    assert told(LOW, "base: 1000, own: 899.99, uses: 900, sum: 1000*90%", RATIO) == []
    assert told(LOW, "base: 1000, own: 900, uses: 900, sum: 1000*90%", RATIO) == ["基数写的是 900.00,算出来是 1000.00"]


def test_a_late_fee() -> None:
    rule = "late_fee: 滞纳金\nrate: 2‰\nper: 日\nof: 欠缴金额"
    assert told(rule, "owed: 7500, days: 10, fee: 150, sum: 7500*2‰*10") == []
    assert told(rule, "owed: 7500, due: 2011-06-01, paid: 2011-06-11, days: 10, fee: 150, sum: 7500*2‰*10") == []
    assert told(rule, "owed: 7500, due: 2011-06-01, paid: 2011-06-10, days: 10, fee: 150, sum: 7500*2‰*10") == [
        "从 2011-06-01 到 2011-06-10 是 9 天,写的是 10"
    ]
    assert told(rule, "owed: 7500, days: 10, fee: 1500, sum: 7500*2%*10") == ["滞纳金写的是 1500.00,算出来是 150.00"]
    assert told(rule, "owed: 7500, months: 1, fee: 15, sum: 7500*2‰") == ["规则按日算,迟交多久要写 days"]
    assert told(rule, "owed: -1, days: 1, fee: 0, sum: 0*1") == ["算不了:欠缴金额和迟交的时间不能是负数"]


def test_an_advance_above_an_amount() -> None:
    rule = "advance: 预付\nabove: 20000"
    assert told(rule, "outlay: 20000, applies: false") == []
    assert told(rule, "outlay: 20000.01, applies: true") == []
    assert told(rule, "outlay: 20000, applies: true") == ["applies 写的是 true,算出来是 false"]
    lost = "advance: 预付\nabove: {lost: 原文缺数}"
    assert told(lost, "outlay: 20000, unknown: true") == []


def test_a_share_paid_ahead_and_a_bound() -> None:
    assert told("advance: 划转\nshare: 95%\nof: 保费", "outlay: 100, applies: true, amount: 95, sum: 100*95%") == []
    bound = "advance: 管理费\nshare: {at_most: 4.5%}\nof: 保费"
    assert told(bound, "outlay: 1000, applies: true, at_most: 45, sum: 1000*4.5%") == []
    assert told(bound, "outlay: 1000, applies: true, amount: 45, sum: 1000*4.5%") == [
        "amount 写的是 45.00,算出来是 无",
        "at_most 写的是 无,算出来是 45.00",
    ]


SHARING = (
    "sharing: 分担\nbetween: [97%, 103%]\n"
    "surplus: [{party: 公司, share: 50%, at_most: 4%, of: 保费}, {party: 基金, rest: true}]\n"
    "loss: [{party: 公司, share: 50%}, {party: 政府, share: 50%}]"
)


def test_shared_profit_and_loss() -> None:
    # 970 − 880 = 90: half is 45, at most 40; 50 are left
    surplus = "premium: 1000, cost: 880, result: 盈余, shares: {公司: 40, 基金: 50}"
    assert told(SHARING, f'{surplus}, sum: {{公司: "min(90*50%, 1000*4%)", 基金: 90-40}}') == []
    assert told(SHARING, "premium: 1000, cost: 970, result: 不分") == []
    assert told(SHARING, "premium: 1000, cost: 1030, result: 不分") == []
    assert told(SHARING, "premium: 1000, cost: 1030, result: 亏损, shares: {公司: 15, 政府: 15}, sum: 30*1") == [
        "写的是亏损,算出来是不分",
        "公司写的是 15.00,算出来是 没有这一方",
        "政府写的是 15.00,算出来是 没有这一方",
    ]
    assert told(SHARING, f"{surplus}, sum: 1000-880") == ["算式 1000-880 等于 120.00,写的是 90.00"]
