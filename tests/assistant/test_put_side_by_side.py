"""What is put side by side in one question is all worked out, none of it dropped."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.reply import ChatTurn


@pytest.mark.parametrize(
    "said",
    [
        "湖南团体补充和没写城市那个职工大病,超4万以后花了6万各能报多少",
        "没写城市的职工大病和湖南团体补充,超4万以后花了6万各能报多少",
    ],
)
def test_a_policy_named_by_having_no_place_stands_beside_one_of_a_place(assistant: Assistant, said: str) -> None:
    reply = assistant.reply([ChatTurn(role="user", text=said)])
    assert set(reply.policies) == {
        "hunan-district-employee-supplementary-2011",
        "unnamed-city-employee-catastrophic",
    }


@pytest.mark.parametrize(
    "said", ["岳池居民医保县里二级和县外二级住院花6000差多少", "岳池居民医保住院花6000,二级,县外和县里差多少"]
)
def test_inside_the_county_is_held_beside_outside(assistant: Assistant, said: str) -> None:
    text = assistant.reply([ChatTurn(role="user", text=said)]).text
    assert "本地报得多,多 447.50元" in text  # (6000-350)*60% less (6000-650)*55%
    assert "本地能报 3,390.00元" in text
