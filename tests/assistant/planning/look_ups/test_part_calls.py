"""Each part of a message is answered with the kind of thing that it asks for."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("洛阳大病保险是单位出还是我自己出,啥月份交,交了管到啥时候", "4月1日到6月30日交"),
        ("岳池居民医保一年交多少,啥月份交,管到哪天", "每年9月1日到11月20日"),
    ],
)
def test_when_is_not_answered_with_who_pays(assistant: Assistant, question: str, told: str) -> None:
    line = next(one for one in last_reply(assistant, question).text.split("\n") if one.startswith("什么月份交:"))
    assert told in line


def test_days_told_as_few_are_no_question(assistant: Assistant) -> None:
    text = last_reply(assistant, "宝宝满月后才几天,北京户口,啥时候办娃的医保最好,带啥填啥,错过咋整").text
    assert text.startswith("什么时候办娃的医保最好:**出生满28天后的90天以内最合适**")
