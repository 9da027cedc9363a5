"""Several things asked in one breath: each is answered straight, in the order asked, before the clauses."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("message", "lines"),
    [
        ("北京大病统筹,我3月5号出的院,单据最晚哪天得交上去?过了咋办", ("5月4日", "过了不报")),
        ("长沙特药资格最晚哪天截止 交了好久有结果", ("12月15日", "3个工作日")),
        ("卢龙新农合开会讲中央明年给每个人补的钱涨到好多,参合要搞到百分之几", ("20元", "60%")),
        ("老汉儿砍柴摔断腿杆,重庆居民医保,外伤证明哪个给开,上面写啥子", ("村（居）委会", "受伤的时间、地点、经过")),
        ("格列卫浙江大病给不给报,一共几种药,要到哪里买", ("格列卫", "15种", "定点药店")),
    ],
)
def test_each_thing_asked_has_its_line_before_the_clauses(
    assistant: Assistant, message: str, lines: tuple[str, ...]
) -> None:
    opening = last_reply(assistant, message).text.partition("(《")[0]
    places = [opening.find(line) for line in lines]
    assert -1 not in places
    assert places == sorted(places)


def test_a_list_of_papers_beside_a_day_is_still_a_reply_about_papers(assistant: Assistant) -> None:
    reply = last_reply(assistant, "重庆居民医保，市外看病回来几号能报，带什么")
    assert reply.kind == "documents"
    assert "20日到30日" in reply.text.partition("\n")[0]


def test_a_word_that_asks_nothing_makes_no_second_question(assistant: Assistant) -> None:
    # 啥收入都没有 says that there is none; only the premium is asked for
    reply = last_reply(assistant, "岳池有个孤寡老人 啥收入都没有也没人养 医保费还要他自己拿吗")
    assert "不用交" in reply.text
    assert "85" not in reply.text
