"""Who names what they expect to be paid hears first whether it comes to that; the figure is no second bill."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        # 520000*85% = 442000, of which no more than 400000 is paid
        (
            ("洛阳在职的,超过统筹顶线以后又花了合规的52万,都在三级医院,是不是能拿回来四十四万多",),
            "**不能,到不了四十四万多**:**医保能报 400,000.00元**",
        ),
        # (30000-800)*40% = 11680
        (("重庆居民一档,三级医院住院花了3万,到手是不是有一万一千多",), "**能**:**医保能报 11,680.00元**"),
        (("重庆居民一档,三级医院住院花了3万,能退1万2吗",), "**不能,到不了1万2**:**医保能报 11,680.00元**"),
        # (30000-800)*45% = 13140
        (("重庆居民二档三级住院3万", "能拿回来一万三吗"), "**能,还不止一万三**:**医保能报 13,140.00元**"),
        (("重庆居民二档三级住院3万", "是不是能报13140"), "**能**:**医保能报 13,140.00元**"),
        (("重庆居民二档三级住院3万能报多少",), "**医保能报 13,140.00元**"),
    ],
)
def test_what_is_expected_is_ruled_on_first(assistant: Assistant, turns: tuple[str, ...], begins: str) -> None:
    reply = last_reply(assistant, *turns)
    assert reply.text.startswith(begins)
    assert "大概的数" not in reply.text
