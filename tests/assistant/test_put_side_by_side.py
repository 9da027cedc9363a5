"""What is put side by side in one question is all worked out, none of it dropped."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    "said",
    [
        "湖南团体补充和没写城市那个职工大病,超4万以后花了6万各能报多少",
        "没写城市的职工大病和湖南团体补充,超4万以后花了6万各能报多少",
    ],
)
def test_a_policy_named_by_having_no_place_stands_beside_one_of_a_place(assistant: Assistant, said: str) -> None:
    reply = last_reply(assistant, said)
    assert set(reply.policies) == {
        "hunan-district-employee-supplementary-2011",
        "unnamed-city-employee-catastrophic",
    }


@pytest.mark.parametrize(
    "said", ["岳池居民医保县里二级和县外二级住院花6000差多少", "岳池居民医保住院花6000,二级,县外和县里差多少"]
)
def test_inside_the_county_is_held_beside_outside(assistant: Assistant, said: str) -> None:
    text = last_reply(assistant, said).text
    assert "本地报得多,多 447.50元" in text  # (6000-350)*60% less (6000-650)*55%
    assert "本地能报 3,390.00元" in text


def test_retired_and_employed_are_compared_where_only_a_stay_knows_them(assistant: Assistant) -> None:
    text = last_reply(assistant, "新兴医院退休和在职花8000差多少").text
    assert "多 390.00元" in text  # (8000-200)*95% less (8000-200)*90%


def test_retired_alone_tells_no_kind_of_care_where_others_settle_the_bill_too(assistant: Assistant) -> None:
    assert last_reply(assistant, "洛阳职工退休超限额8万报多少").missing == ("care",)


def test_how_much_less_is_answered_beside_a_premium(assistant: Assistant) -> None:
    said = "岳池2010年老两口低收入一共交多少,去外县住院少报多少"
    text = last_reply(assistant, said).text
    assert "90×2" in text
    assert "起付线加300元，比例下浮5%" in text
