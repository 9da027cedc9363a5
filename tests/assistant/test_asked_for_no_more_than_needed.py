"""What is written is told at once: no exact bill is asked for where a ratio, a bound or a rule answers."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("重庆居民买的二档,住三级医院报好多嘛", "**报45%**"),
        ("岳池三级医院住院能报多少", "**报55%**"),
        ("洛阳职工大病三级医院住院能报多少", "**报85%**"),
    ],
)
def test_the_ratio_leads_where_only_the_bill_is_missing(assistant: Assistant, question: str, told: str) -> None:
    reply = last_reply(assistant, question)
    assert reply.kind == "clarify"
    assert told in reply.text.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2013年重庆居民医保全年累计封顶一档几万、二档几万", "二档11万元"),
        ("富阳居民医保基本那一层,听人说是十万,到底多少万到顶", "15万元"),
        ("隔壁药店买了几盒进口药,两千多,吴江的大病自费补偿能算进去伐", "**不补**"),
        ("长沙特药11月20日交的申请,哪天出结果", "1月5日"),
        ("卢龙县新农合上级的配套钱什么时候才下来", "上级才拨"),
        ("俺爹在长沙吃特药今年走了,他的卡也销了,药费还能领回来吗谁能去领", "法定继承人"),
    ],
)
def test_what_is_written_is_told(assistant: Assistant, question: str, told: str) -> None:
    reply = last_reply(assistant, question)
    assert reply.kind not in ("clarify", "decline")
    assert told in reply.text


def test_two_reports_told_apart_each_answer_their_part(assistant: Assistant) -> None:
    question = "一个是2008年述职的医保办主任说社保局奖了他们院多少钱,另一个是搞DRGs的那家县医院职工医保超支了几多"
    text = last_reply(assistant, question).text
    assert "5万余元" in text
    assert "125万元" in text
