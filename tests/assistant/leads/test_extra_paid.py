"""What one pays together with an insurance paid apart, what both sides of a firm pay, shares of all premiums."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        # 110 + 60
        (
            ("大额那个60块要不要买?吉林县里08年居民医保,大人", "那连本来的一起一年我掏多少"),
            "**170.00元**:110+大额医疗保险60",
        ),
        (("吉林县08年居民医保,大人,大额也买的话一年一共交多少",), "**170.00元**:110+大额医疗保险60"),
        (("吉林县城居民医保,低保的大人,大额也买一年总共交几个钱",), "**96.00元**:36+大额医疗保险60"),
        (("吉林县城居民医保2008,大额一年交多少",), "个人60.00元"),
        # 1200*40*6%, 1200*1%
        (
            (
                "北京95年大病统筹,厂里40个在岗的,去年全市月平均工资1200,厂子一个月交多少,工人自己呢(厂里工资不低于全市的)",
            ),
            "单位2,880.00元(1200×40×6%)\n- **职工**(每月):个人12.00元(1200×1%)",
        ),
        # 50000000*4.5%
        (("吴江大病保险,年初按人数一共5000万保费,先拨多少,管理费最多提多少",), "2,250,000.00元"),
    ],
)
def test_what_is_paid_together(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in last_reply(assistant, *turns).text


def test_no_payer_of_another_table_is_said_to_be_unwritten(assistant: Assistant) -> None:
    text = last_reply(assistant, "北京大病统筹,全市月平均工资1200,我们单位20人,单位和个人每月各交多少").text
    assert "单位1,440.00元" in text  # 1200*20*6%
    assert "没有写" not in text
    assert "480.00元" not in last_reply(assistant, "吉林县08年居民医保,大人,大额也买的话一年一共交多少").text
