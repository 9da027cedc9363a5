"""What a follow-up leans on: the person before, the care before, the year before, the case that was told."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import first_line, last_estimate, last_reply


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        # another person put to the question before, then both together: 170+90=260
        (("岳池居民医保,我三十多岁没上班,2010年交多少钱", "我妈65岁,低收入家庭的老人,2010年呢"), "90.00元"),
        (
            ("岳池居民医保,我三十多岁没上班,2010年交多少钱", "我妈65岁,低收入家庭的老人,2010年呢", "我两个2010年一共"),
            "260",
        ),
        # nobody grown up has a child's illness: 110000 for adults
        (("重庆娃儿得了白血病,买的一档,一年最高能给多少", "大人呢,二档普通住院封顶"), "11万元"),
        # the document has one kind of outpatient care, spoken of before: 20000*85%=17000
        (("洛阳大病保险特殊疾病门诊,在职给几成", "退休的超限花了2万门诊,多少钱"), "17,000.00元"),
        # what is said of the case goes on with the question before, and asks for no place
        (("北京老的大病医疗统筹,出车祸的住院费管吗", "没批准就去了非定点医院,但是急诊抢救"), "不算在不报的里面"),
        # on the far side of the bound
        (("吴江大病保险保费年初划多少", "综合成本率超过103%以后公司担几成"), "商保公司50%"),
        (("吴江大病保险保费年初划多少", "综合成本率正好103%公司担几成"), "商保公司自己承担"),
        # the deductible is taken once a year: (3350-350)*60%, then 1000*60%=600
        (("岳池居民特殊大病门诊花了3350", "那第二次去又花1000,还扣门槛不"), "这一笔不扣起付线"),
        (("重庆重大疾病门诊二档三级花了5000", "下个月又去花了3000,门槛费还扣不扣"), "这一笔不扣起付线"),
        (("吉林那个县城镇居民医保成人县医院住院8400", "大人一年最多"), "一年最多报 40,000.00元"),
    ],
)
def test_the_first_line_is_of_what_goes_on(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in first_line(assistant, *turns)


def test_the_bill_that_goes_on_is_worked_out(assistant: Assistant) -> None:
    _, estimate = last_estimate(assistant, "岳池居民特殊大病门诊花了3350", "那第二次去又花1000,还扣门槛不")
    assert estimate.amount == "600.00"  # 1000*60%


def test_ordinary_outpatient_care_is_not_the_one_told_before(assistant: Assistant) -> None:
    reply = last_reply(assistant, "洛阳大病保险特殊疾病门诊,在职给几成", "普通门诊花了2万,多少钱")
    assert reply.estimate is None
