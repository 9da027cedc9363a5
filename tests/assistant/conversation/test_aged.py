"""Who is old enough of a family of low income pays what its old pay, however the two are told."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("turns", "says", "not_says"),
    [
        (
            ("我姑63,低收入家庭,吉林那个长政发的县,08年入居民医保她自己掏多少?",),
            ["个人50.00元"],
            ["110.00元;", "10.00元;"],
        ),
        (("我公72了在岳池城头,屋里人均收入不到低保线的三倍,2010年那个居民医保要交好多?",), ["90.00元"], ["170.00元"]),
        (("我妈66,岳池城里的", "家里收入低于低保三倍,09年交几块"), ["个人45.00元"], ["85.00元"]),
        (("岳池 62岁 家里收入低于三倍低保 一年交多少",), ["45.00元", "90.00元"], ["85.00元"]),
        # fifty-five is too young, and of unknown age both stand
        (("我舅妈55岁,岳池,低收入家庭,2010年交多少",), ["170.00元"], ["90.00元"]),
        (("岳池低收入家庭的大人2010年交多少",), ["170.00元", "90.00元"], []),
        (("岳池,我妈66岁,收入高于三倍的低保,2010年交多少",), ["170.00元"], ["90.00元"]),
    ],
)
def test_the_premium_is_that_of_the_narrowest_group(
    assistant: Assistant, turns: tuple[str, ...], says: list[str], not_says: list[str]
) -> None:
    rows = [line for line in last_reply(assistant, *turns).text.splitlines() if line.startswith("- **")]
    assert [one for one in says if not any(one in row for row in rows)] == []
    assert [one for one in not_says if any(one in row for row in rows)] == []
