"""What is told and asked in words that no list has: answered like the plain words, with what was understood of them."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_estimate, last_reply

LAID_UP = "三甲躺了半个月花了四万零八百,重庆居民二档,都是合规的,帮我算算能报多少"


def test_a_fact_heard_is_worked_with_and_said_as_it_was_understood(assistant: Assistant) -> None:
    reply, estimate = last_estimate(assistant, LAID_UP)
    assert estimate.amount == "18000.00"  # (40800 - 800) * 45%
    assert "“躺了半个月”我是当“住院”听的" in reply.text


def test_what_was_heard_is_not_said_where_the_person_put_it_plainly_since(assistant: Assistant) -> None:
    reply, estimate = last_estimate(assistant, LAID_UP, "对,她是住院的")
    assert estimate.amount == "18000.00"
    assert "听的" not in reply.text


@pytest.mark.parametrize(
    ("message", "kind", "says"),
    [
        ("感冒了吃啥好得快", "decline", "医生"),
        ("膝盖疼得下不了楼,做不做手术好", "decline", "医生"),
        ("帮我写封辞职信", "decline", "医保"),
        ("明天会下雨不", "decline", "医保"),
        ("得亏有你,不然我两眼一抹黑", "chat", ""),
        ("你们这帮人就晓得糊弄老百姓,气死我了", "chat", ""),
    ],
)
def test_what_is_no_question_of_insurance_gets_no_clause(
    assistant: Assistant, message: str, kind: str, says: str
) -> None:
    reply = last_reply(assistant, message)
    assert reply.kind == kind
    assert says in reply.text
    assert reply.citations == ()


@pytest.mark.parametrize(
    "message",
    [
        "重庆居民医保感冒吃药给报不",
        "重庆居民医保肝上长东西做手术医保认不认",
        "重庆居民医保,气死我了,住院到底给报几成",
        "商保公司亏了的钱怎么分",
        "大人小孩并到一起是什么时候的事",
    ],
)
def test_a_question_of_insurance_with_an_illness_or_anger_in_it_is_answered(assistant: Assistant, message: str) -> None:
    assert last_reply(assistant, message).kind not in ("chat", "decline")


def test_words_of_comparing_in_a_question_for_papers_compare_nothing(assistant: Assistant) -> None:
    reply = last_reply(assistant, "岳池,给吃低保的老妈办居民医保,比普通人家要多带啥子证明")
    assert reply.kind == "documents"
    assert "一样" not in reply.text.split("\n")[0]
