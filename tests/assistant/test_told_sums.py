"""Sums as people tell them, from the message to the amount: premiums, own shares, what is spent once more."""

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.reply import ChatTurn


def amount(assistant: Assistant, *turns: str) -> str | None:
    """What the last of several messages comes to."""
    said: list[ChatTurn] = []
    for turn in turns:
        said.append(ChatTurn(role="user", text=turn))
        reply = assistant.reply(said)
        said.append(ChatTurn(role="assistant", text=reply.text))
    assert reply.estimate, reply.text
    return reply.estimate.amount or reply.estimate.low


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        # a premium tells the plan: (9800-300)*65%, (30000-800)*40%, (8000-300)*65%
        (("重庆的,交的是150一年那个,二级医院住院花了9800,能报多少",), "6175.00"),
        (("重庆居民医保,每年六十块那种,三甲住院花了3万,能报多少",), "11680.00"),
        (("重庆居民医保二级医院住院花了8000,能报多少", "150的"), "5005.00"),
        (("重庆居民医保60那档,二级医院住院5000报多少", "那要是当初交的是150那个呢"), "3055.00"),  # (5000-300)*65%
        # a document of no place is known by its premium: 40000*85%+(100000-80000)*90%
        (("一年交48块的那个大病医疗,今年总共花了10万,能报多少",), "52000.00"),
        (("48块那个职工大病花了7万报多少", "要是12万呢"), "70000.00"),  # 40000*85%+40000*90%
        # what somebody bore himself, and once more: (5800-5000) of it
        (("娃他爷在青海住院,报完以后自家出了四千八,大病那个报多少",), "0.00"),
        (("青海大病住院报完自己出了4800,报多少", "那要是又花了一千呢"), "800.00"),
        # 俺娘肺癌 is on the list: (30000-8000)*50%, at least
        (("山东新农合,俺娘肺癌,合作医疗报完自己还搭进去三万,二次能补多少",), "11000.00"),
        (("山东农村的,腰椎间盘突出做手术自己花了两万,大病二次补偿给多少",), "0.00"),
        (("岳池,老汉今年第二回进县医院了,二级,药费八千块,这次报多少",), "4650.00"),  # (8000-250)*60%
    ],
)
def test_a_sum_as_it_is_told(assistant: Assistant, turns: tuple[str, ...], expected: str) -> None:
    assert amount(assistant, *turns) == expected


def test_a_premium_alone_brings_no_document_that_has_a_place(assistant: Assistant) -> None:
    reply = assistant.reply([ChatTurn(role="user", text="我一年交150,二级医院住院花了8000,能报多少")])
    assert reply.kind == "clarify"  # others may pay 150 too
    assert reply.estimate is None


def test_two_premiums_put_two_plans_side_by_side(assistant: Assistant) -> None:
    reply = assistant.reply([ChatTurn(role="user", text="重庆 交60的和交150的差多少,二级医院住院1万")])
    assert "5,820.00元" in reply.text  # (10000-300)*60%
    assert "6,305.00元" in reply.text  # (10000-300)*65%
    assert "485.00元" in reply.text  # 6305-5820
