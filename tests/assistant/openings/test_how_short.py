"""Who asks how far a bill is from the deductible is told that, and no comparison of two cases."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("turns", "begins"),
    [
        (("重庆二档三级医院住院花了600能报多少", "差多少才过起付线"), "**还差 200.00元**:800−600。"),
        (("青海大病自负4200能报多少", "还差多少才够"), "**还差 800.00元**:5000−4200。"),
        (("重庆二档三级医院住院花了6000能报多少", "还差多少才够"), "**已经够了**:起付线是 800.00元"),
        (
            (
                "吴江户口,家里低收入民政认过的,我走职工医保,没享受实时救助,今年自己负担的那块一共6800,大病能补多少",
                "我媳妇也是6800,不过她是居民医保",
                "那她差多少才够得着",
            ),
            "**没到7,000.00元**:目录内自付6,800.00元,还差200.00元。",
        ),
    ],
)
def test_how_short_a_bill_is(assistant: Assistant, turns: tuple[str, ...], begins: str) -> None:
    assert last_reply(assistant, *turns).text.startswith(begins)
