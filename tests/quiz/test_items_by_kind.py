"""One item of each kind, read against the clause it comes from."""

import re

import pytest

from mingbai.quiz.bank import Bank
from mingbai.quiz.item import Item


def _items(bank: Bank, policy: str, kind: str) -> list[Item]:
    prompts = [one for one in bank.prompts(policy) if one.kind == kind]
    return [item for one in prompts if (item := one.item())]


def _one(bank: Bank, policy: str, kind: str, asked: str) -> Item:
    return next(item for item in _items(bank, policy, kind) if re.search(asked, item.question))


def _wrong(item: Item) -> dict[str, str]:
    return {choice.text: choice.why for choice in item.choices if not choice.right}


def test_deductible(bank: Bank) -> None:
    item = _one(bank, "chongqing-resident-2013", "figure", "住院,二级医院,每次的起付线")
    assert item.answer == "300元"
    assert "看错了行" in "".join(_wrong(item).values())


def test_adjustment_by_points(bank: Bank) -> None:
    item = _one(bank, "chongqing-resident-2013", "adjustment", "登记.*没办.*报销比例")
    assert item.answer == "减5个百分点"
    assert _wrong(item)["变成原来的95%"] == "把百分点当成了倍数"
    assert _wrong(item)["加5个百分点"] == "方向弄反了"


def test_adjustment_by_a_factor(bank: Bank) -> None:
    item = _one(bank, "chongqing-resident-2013", "adjustment", "登记.*没办.*起付线")
    assert item.answer == "变成原来的105%"
    assert _wrong(item)["加5元"] == "把倍数当成了直接加减的数"


def test_two_readings_are_right_only_together(bank: Bank) -> None:
    item = _one(bank, "yuechi-resident-2009", "adjustment", "学生.*报销比例")
    assert item.topic == "unsaid"
    assert item.answer == "有不同读法:上浮10%是加10个百分点;或者上浮10%是在原比例上乘1.1"
    assert "肯定是这样:上浮10%是加10个百分点" in _wrong(item)


def test_bound_is_not_a_figure(bank: Bank) -> None:
    item = _one(bank, "guangxi-catastrophic-pilot-2013", "figure", "报销比例")
    assert (item.topic, item.answer) == ("unsaid", "不低于53%")
    assert _wrong(item)["正好53%"] == "把界限当成了准数"


def test_lost_figure_is_answered_by_its_reason(bank: Bank) -> None:
    item = _one(bank, "wujiang-catastrophic", "figure", "住院,报销比例")
    assert item.answer == "说不准:五(一)第1项整条缺失"
    assert all("不能拿别的数来顶" in why for why in _wrong(item).values())


def test_premium_by_group_and_year(bank: Bank) -> None:
    item = _one(bank, "yuechi-resident-2009", "premium", "2010年18周岁以上没有工作的居民")
    assert item.answer == "170元"


def test_premium_that_was_inferred_is_asked_about_as_inferred(bank: Bank) -> None:
    item = _one(bank, "wujiang-catastrophic", "premium", "由个人出")
    assert "按上下文推" in item.question
    assert item.answer == "0%"


def test_days_and_working_days(bank: Bank) -> None:
    item = _one(bank, "beijing-employee-catastrophic-1995", "day", "递交报销单据.*2019年3月7日")
    assert item.answer == "2019年5月6日"  # 7 March + 60 days: 24 left in March, 30 in April, 6 in May
    assert _wrong(item).get("2019年5月5日") in ("把当天也算了进去", None)


def test_reach_back_stops_at_the_first_of_april(bank: Bank) -> None:
    item = _one(bank, "wujiang-catastrophic", "day", "新认定.*2019年9月26日")
    assert item.answer == "2019年4月1日"  # six months back is 26 March, before the year of insurance began
    assert _wrong(item)["2019年3月26日"] == "忘了最早只能追到哪一天"


def test_window_closes_after_its_last_day(bank: Bank) -> None:
    item = _one(bank, "chongqing-resident-2013", "window-day", "集中参保缴费.*2012年12月21日")
    assert item.answer == "错"


def test_bag_lacks_what_the_list_has(bank: Bank) -> None:
    item = _one(bank, "medical-assistance-catastrophic", "bag", "还缺哪一样")
    assert item.type == "documents"
    bag = item.question.split("袋子里已有:")[1].split("。还缺")[0]
    assert item.answer not in bag
    assert {"医疗救助申请书", "户口簿", "申请救助人身份证"} == {*bag.split("、"), item.answer}


def test_bag_leaves_out_what_only_some_need(bank: Bank) -> None:
    for item in _items(bank, "yuechi-resident-2009", "bag"):
        assert "特殊" not in item.question.split("袋子里已有:")[1]


def test_order_of_a_procedure(bank: Bank) -> None:
    item = _items(bank, "hospital-inpatient-rules", "steps")[0]
    assert item.type == "ordering"
    assert item.answer == "医师填《转诊转院审批表》 → 科主任签字 → 医院医保办核准 → 到医保中心备案"


def test_mere_list_is_no_procedure(bank: Bank) -> None:
    assert not _items(bank, "wujiang-catastrophic", "steps")


def test_governing_policy(bank: Bank) -> None:
    item = _items(bank, "chongqing-resident-2013", "which")[0]
    assert item.answer == "《重庆市城乡居民合作医疗保险(2013)》"
    assert any(why.startswith(("地方不对", "险种不对")) for why in _wrong(item).values())


def test_late_fee(bank: Bank) -> None:
    item = _one(bank, "hunan-district-employee-supplementary-2011", "late-fee", "1,200.00元,迟交7天")
    assert item.answer == "16.80"  # 1200*2‰*7
    assert _wrong(item)["168.00"] == "把千分之几当成了百分之几"


def test_sharing_a_surplus(bank: Bank) -> None:
    asked = r"赔付和费用9,400,000\.00元"
    item = _one(bank, "wujiang-catastrophic", "sharing", asked)
    # surplus 9,700,000 - 9,400,000 = 300,000; the insurer half of it, below 4% of the premium (400,000)
    assert item.answer == "150000.00"


def test_premium_out_of_a_low_base(bank: Bank) -> None:
    policy = "beijing-employee-catastrophic-1995"
    item = _one(bank, policy, "premium-low-base", r"月平均工资是980\.00元.*12人.*单位缴")
    # own average 980*75% = 735, below 90%: base 980*90% = 882; 882*12*6% = 635.04
    assert item.answer == "635.04"
    assert _wrong(item)["705.60"] == "忘了工资低的要按较低的基数算"  # 980*12*6%


@pytest.mark.parametrize(
    ("policy", "holds"), [("chongqing-xinxing-hospital", True), ("chongqing-resident-2013", False)]
)
def test_advertisement_is_named_as_such(bank: Bank, policy: str, holds: bool) -> None:
    assert bool(_items(bank, policy, "nature")) is holds


def test_what_comes_in_after_the_fifteenth_is_a_month_later(bank: Bank) -> None:
    """长沙: handed in on 26 September is dealt with as October's, told within 3 working days from 1 November 2019."""
    item = _one(bank, "changsha-special-drugs-2016", "day", "通知特药资格审批结果.*2019年9月26日")
    assert item.answer == "2019年11月5日"  # Friday the 1st, Monday the 4th, Tuesday the 5th
    wrong = _wrong(item)
    assert wrong["2019年10月10日"] == "忘了15日以后的要再晚一个月"  # 8, 9 and 10 October, after the holidays
    assert not [one for one in _items(bank, "changsha-special-drugs-2016", "period") if "审批结果" in one.question]


def test_what_each_place_sets_for_itself_is_a_bound_and_no_reading(bank: Bank) -> None:
    item = _one(bank, "zhejiang-catastrophic-2014", "adjustment", "取消封顶线:否.*封顶线怎么变")
    assert (item.topic, item.answer) == ("unsaid", "封顶线各地在起付标准的10到15倍之间定")
    assert set(_wrong(item).values()) == {"把界限当成了准数", "漏掉了这条调整"}
