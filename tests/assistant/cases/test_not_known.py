"""What is said where a person does not know, or does not answer, what was asked."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.reply import ChatTurn, Reply


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_settings()


def talk(assistant: Assistant, *turns: str) -> list[Reply]:
    history: list[ChatTurn] = []
    replies = []
    for turn in turns:
        history.append(ChatTurn(role="user", text=turn))
        replies.append(assistant.reply(history))
        history.append(ChatTurn(role="assistant", text=replies[-1].text))
    return replies


@pytest.mark.parametrize(
    ("turns", "low", "high"),
    [
        # (23000-800)*40% and *45%
        (("重庆居民医保,三甲医院住院花了2万3", "我也不晓得交的是哪档"), "8880.00", "9990.00"),
        # (20000-800)*45% and (20000-100)*85%
        (("重庆居民医保二档住院2万", "随便哪级,都说说"), "8640.00", "16915.00"),
        (("洛阳职工大病,超过限额12万", "住院", "不知道哪级"), "102000.00", "114000.00"),  # 120000*85%, *95%
        (("岳池居民医保住院花了8000", "县人民医院"), "4097.50", "5495.00"),  # (8000-550)*55%, (8000-150)*70%
        (("厦门医疗救助花了3万", "不知道报了多少"), "24000.00", None),  # 30000*80% of both together
        (("桂阳建档立卡住院花3万,能报多少",), "15000.00", None),  # 30000*50%
    ],
)
def test_what_is_not_known_gives_the_range(
    assistant: Assistant, turns: tuple[str, ...], low: str, high: str | None
) -> None:
    estimate = talk(assistant, *turns)[-1].estimate
    assert estimate is not None
    assert (estimate.low, estimate.high) == (low, high)


def test_each_choice_stands_in_the_range(assistant: Assistant) -> None:
    text = talk(assistant, "重庆居民医保二档住院2万", "忘了是几级")[-1].text
    assert "- 二级医院:能报12,805.00元" in text  # (20000-300)*65%


def test_an_illness_not_known_is_told_by_whether_it_is_listed(assistant: Assistant) -> None:
    text = talk(assistant, "山东大病保险,自己负担4万2", "不清楚是啥病")[-1].text
    assert "等20种:至少能报17,000.00元" in text
    assert "其他疾病:能报0.00元" in text  # (42000-8000)*50%


@pytest.mark.parametrize("said", ["不知道限额", "没有结算单,不晓得"])
def test_a_sum_not_known_leaves_what_is_written(assistant: Assistant, said: str) -> None:
    text = talk(assistant, "洛阳职工大病,住院三级一共花了35万", said)[-1].text
    assert text.startswith("**能报多少说不准**")
    assert "85%" in text


@pytest.mark.parametrize(
    "turns",
    [
        ("住院花了两万六", "不知道"),
        ("岳池居民医保二级住院", "二级"),
        ("青海大病医保,住院花了6万", "西宁的医院"),
    ],
)
def test_no_question_is_put_twice_in_the_same_words(assistant: Assistant, turns: tuple[str, ...]) -> None:
    *_, before, last = talk(assistant, *turns)
    assert last.text.split("\n")[0] != before.text.split("\n")[0]


@pytest.mark.parametrize(
    ("turns", "amount"),
    [
        (("厦门医疗救助花了3万", "报了1万8"), "9600.00"),  # (30000-18000)*80%
        (("青海大病医保,住院花了6万,报了3万8",), "17000.00"),  # 60000-38000-5000
        (("桂阳特殊门诊剩了2600", "不是贫困户"), "0.00"),
        (("重庆居民医保三级住院2万", "不是二档"), "7680.00"),  # (20000-800)*40%
        (("岳池学生住院8000,二级", "不是学生"), "4590.00"),  # (8000-350)*60%
        (("新兴医院住院8000", "城镇职工", "在职"), "7020.00"),  # (8000-200)*90%
    ],
)
def test_an_answer_in_other_words_is_taken(assistant: Assistant, turns: tuple[str, ...], amount: str) -> None:
    estimate = talk(assistant, *turns)[-1].estimate
    assert estimate is not None
    assert estimate.amount == amount


def test_what_is_twice_not_told_gives_the_range(assistant: Assistant) -> None:
    *_, second, third = talk(assistant, "重庆居民医保,三级医院住院花了3万", "呃", "啊")
    assert second.missing == ("plan",)
    assert third.estimate is not None
    assert (third.estimate.low, third.estimate.high) == ("11680.00", "13140.00")  # (30000-800)*40%, *45%


def test_the_only_policy_that_fits_is_taken_and_said(assistant: Assistant) -> None:
    text = talk(assistant, "二档三级住院花3万能报多少")[-1].text
    assert "13,140.00元" in text  # (30000-800)*45%
    assert "您没说是哪里的医保,这是《重庆市城乡居民合作医疗保险(2013)》里写的" in text


def test_the_assistants_own_choice_is_no_other_document(assistant: Assistant) -> None:
    estimate = talk(assistant, "新兴医院住院8000", "居民医保")[-1].estimate
    assert estimate is not None
    assert estimate.high == "7200.00"  # at most 8000*90%
