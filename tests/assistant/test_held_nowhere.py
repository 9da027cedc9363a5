"""What no document here holds is said to be so, and whose rule is meant is not asked first."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    "message", ["请问二甲双胍一天最多吃几片 空腹吃还是饭后", "高血压药硝苯地平一天吃几次", "头孢一次吃多少毫克"]
)
def test_how_to_take_a_medicine_is_for_the_doctor(assistant: Assistant, message: str) -> None:
    reply = last_reply(assistant, message)
    assert reply.kind == "decline"
    assert "医生" in reply.text


def test_how_much_medicine_one_is_given_at_once_is_of_the_insurance(assistant: Assistant) -> None:
    assert "3个月" in last_reply(assistant, "慢性病一次能开几个月药").text


@pytest.mark.parametrize(
    "message", ["明儿个重庆下不下雨 我要去医保局办事", "明天热不热 我要去社保大厅", "重庆明天天气咋样,我去医保局办报销"]
)
def test_an_office_named_beside_another_subject_is_not_asked_about(assistant: Assistant, message: str) -> None:
    assert last_reply(assistant, message).kind == "decline"


def test_another_subject_told_beside_a_question_is_left(assistant: Assistant) -> None:
    reply = last_reply(assistant, "今天下雨没去成医保局,重庆居民医保外地看病几号去报")
    assert "20日" in reply.text


@pytest.mark.parametrize(
    "message", ["我手机医保电子凭证密码忘了咋找回", "电子医保凭证怎么激活", "医保卡密码忘了怎么办"]
)
def test_what_nobody_wrote_is_said_instead_of_asking_the_place(assistant: Assistant, message: str) -> None:
    reply = last_reply(assistant, message)
    assert reply.kind != "clarify"
    assert "没有写到" in reply.text
    assert not reply.citations
