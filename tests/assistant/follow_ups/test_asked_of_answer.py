"""What asks only for a figure of the last answer, or a plain reckoning on it, is told that figure first."""

from decimal import Decimal

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.follow_ups.answer_figures import figures_of_answer
from mingbai.assistant.follow_ups.asked_of_answer import wish_read
from tests.assistant.turns import first_line

ROWS = (
    "- **参保职工**(每年):个人30.00元;单位45.00元,合计75.00元\n- **18人一共**:个人540.00元(30×18);单位810.00元(45×18)"
)
STATE = "- **学生**(2008年每年):个人0.00元(不用交);中央财政45.00元;省财政21.00元;县财政14.00元,合计80.00元"


def test_a_row_tells_each_payer_with_its_sum() -> None:
    told = [(one.of, one.label, one.amount, one.per, one.how) for one in figures_of_answer(ROWS, "")]
    assert told == [
        ("参保职工", "个人", Decimal(30), "年", ""),
        ("参保职工", "单位", Decimal(45), "年", ""),
        ("参保职工", "合计", Decimal(75), "年", ""),
        ("18人一共", "个人", Decimal(540), "", "30×18"),
        ("18人一共", "单位", Decimal(810), "", "45×18"),
    ]


def test_in_a_line_with_bold_words_the_rest_explains() -> None:
    lead = "**780元**:每月差65元(705元−640元),×12个月。"
    assert [(one.amount, one.per) for one in figures_of_answer(lead, "")] == [(Decimal(780), "年")]
    lead = "**个人30元**：单位再出45元，一共75元"
    assert [one.label for one in figures_of_answer(lead, "")] == ["个人", "单位", "合计"]


@pytest.mark.parametrize(
    ("message", "labels"),
    [
        ("公司那块呢", ("单位",)),
        ("那我自己掏多少", ("个人",)),
        ("个人代收的一共呢", ("个人",)),
        ("单位比个人多出多少", ("个人", "单位")),
    ],
)
def test_payers_are_named_in_many_words(message: str, labels: tuple[str, ...]) -> None:
    wish = wish_read(figures_of_answer(ROWS, ""), message)
    assert wish is not None
    assert wish.labels == labels


@pytest.mark.parametrize(
    "message",
    [
        "自己交多少能报多少",
        "二档自己交多少",
        "单位什么时候交",
        "个人要交吗",
        "退休的单位交多少",
        "门槛费多少",
        "明年个人交多少",
        "单位交百分之几",
    ],
)
def test_what_asks_anything_else_is_not_taken_for_it(message: str) -> None:
    assert wish_read(figures_of_answer(ROWS, ""), message) is None


@pytest.mark.parametrize(
    ("turns", "line"),
    [
        # 4800万×95% are paid over, 4800万×5% are left
        (
            ["吴江保费总额4800万,年初先拨给商保公司多少", "剩下的5%是多少"],
            "**剩下的 2,400,000.00元**(48000000−45600000",
        ),
        # (97%−90%)×4000万 = 280万, of which 50% go to the fund
        (
            ["吴江综合成本率90%,保费4000万,商保公司能留多少", "另外那部分放哪 多少钱"],
            "**医疗保障专项基金 1,400,000.00元**",
        ),
        # (113%−103%)×2000万×25%
        (["吴江成本率113%,保费2000万,商保担多少", "区政府担多少"], "**区政府 500,000.00元**(2000000×25%)"),
        (["湖南那个区大病团体补充,18个在职一年单位出多少", "个人代收的一共呢"], "**个人 540.00元**(30×18)"),
        (["青海大病保险一人一年筹多少", "一家三口筹资一共"], "- **3人一共**:城乡居民医保基金150.00元(50×3人)"),
        (["城镇贫困那个县,低保提到多少一个月", "比之前多了几块"], "**每月差65元**(705元−640元)"),
        (["城镇贫困那个县,低保提到多少一个月", "比之前多了几块", "一年呢"], "**780元**"),  # 65×12
        (["城镇贫困那个县,重度残疾人护理补贴一月多少", "一年合计"], "**840元**(70元×12个月)"),
        (["城镇贫困那个县,人均低保补差多少", "一家三口一个月大概"], "**每月1,350元**(人均补差达到450元×3人)"),
        (["吉林县低保的学生参保中央补多少", "省里呢"], "- **低保学生儿童**(2008年每年):省财政21.00元"),
        (
            ["吉林县低保的学生参保中央补多少", "省里呢", "三级财政加起来"],
            "**一共 80.00元**(中央财政45+省财政21+县财政14)",
        ),
        (["重庆居民医保一年交多少", "我们一家三口一共", "差多少"], "**差270.00元**"),  # 3×150−3×60
        # the answer before: 4×150−4×60, and not 4×60−60
        (["重庆居民,四口人都买二档要交多少", "换成一档", "那差多少"], "**差360.00元**(600.00元−240.00元)"),
        (["北京孩子一年交多少", "双胞胎呢俩一块儿"], "**200.00元**(个人100.00元×2人)"),
        (["浙江大病医保人均筹资多少", "我们镇3万个参保的一共是几多"], "- **30000人一共**:医保基金750,000.00元"),
        (["重庆居民二档一年交多少", "一档呢", "相差几多"], "**差90.00元**"),
        # (108%−103%)×2000万×25%
        (["吴江保费2000万,成本率108%,公司背多少", "医保基金和区政府各背几多"], "**医保统筹基金 250,000.00元**"),
        # (97%−93%)×2000万, of which the company gets half
        (["吴江保费2000万,成本率93%,公司能拿多少", "剩下进专项基金的多少"], "**医疗保障专项基金 400,000.00元**"),
        (["城镇贫困那个县,低保每人每月多少", "比以前多了多少"], "**每月差65元**(705元−640元)"),
        # (60+70)×12
        (
            ["城镇贫困那个县,困难残疾人生活补贴一个月多少,重度护理补贴多少", "两样都有的话一年几多"],
            "**12个月一共 1,560元**((60+70)×12)",
        ),
        # 5200÷65%+300−5200
        (["重庆二档二级医院,报了5200,总费用多少", "那自己出的部分呢"], "**自己出 3,100.00元**(8300−5200)"),
    ],
)
def test_the_figure_comes_first(assistant: Assistant, turns: list[str], line: str) -> None:
    assert first_line(assistant, *turns).startswith(line)


def test_a_household_does_not_pay_what_only_children_do(assistant: Assistant) -> None:
    assert "300" not in first_line(assistant, "北京一老一小宝宝一年交多少", "一家三口一共")


def test_all_of_a_state_s_payers() -> None:
    wish = wish_read(figures_of_answer(STATE, ""), "三级财政加起来")
    assert wish is not None
    assert wish.labels == ("中央财政", "省财政", "县财政")
