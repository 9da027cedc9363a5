"""Asked for the most after a sum that has only a least, the cap is told and not the same least again."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("turns", "cap"),
    [
        # 36000×10 to 36000×15
        (
            ("浙江大病保险,我医保报完自己还负担八万六,能再报多少", "去年居民人均收入三万六", "最多能报到多少"),
            "360,000元到540,000元",
        ),
        # 40000×10 to 40000×15
        (("浙江大病保险,当地人均收入4万,自己负担10万,能报多少", "那最高可以报好多"), "400,000元到600,000元"),
    ],
)
def test_the_most_of_a_sum_without_an_upper_end_is_the_cap(
    assistant: Assistant, turns: tuple[str, ...], cap: str
) -> None:
    assert last_reply(assistant, *turns).text.startswith(f"**{cap}**")
