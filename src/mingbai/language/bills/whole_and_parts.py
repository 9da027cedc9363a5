"""What a bill is made up of: its fees (药费3000,检查费2000), and the whole told beside them (一共1万)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from mingbai.language.bills.sums import MANY
from mingbai.language.notes import Notes, Told
from mingbai.language.text import words_before
from mingbai.money import short

__all__ = ["FEE", "WHOLE", "added", "parts_of_one", "without_whole"]

WHOLE = re.compile("总共|一共|总费用|总额|共计|合计|总计|拢共")
"""What stands before the whole of something."""
FEE = re.compile(
    "(药|西药|中药|检查|化验|检验|床位|手术|治疗|材料|耗材|护理|监护|诊疗|诊查|挂号|输液|输血|麻醉|放射|拍片|ct|mri|icu|b超|彩超"
    "|核磁)(?:费|钱)?[^,。;0-9]{0,3}$",
    re.I,
)
"""What stands before a sum that is part of a bill, whoever pays it in the end."""


def without_whole(text: str, told: Sequence[Told]) -> list[Told]:
    """Several bills without the sum of them, where that is told besides (一共花了11000,一次3000一次8000)."""
    for one in told[: MANY + 1]:
        others = [other for other in told if other is not one]
        is_sum = len(others) > 1 and sum(other.value for other in others) == one.value
        if is_sum and _is_whole(text, one) and not all(_fee(text, other) for other in others):
            return others
    return list(told)


def parts_of_one(text: str, told: Sequence[Told], notes: Notes) -> list[Told]:
    """The whole of a bill instead of its parts (一共1万,药费3000; 药费3000,检查费2000,一共报多少)."""
    fees = [_fee(text, one) for one in told]
    if len(told) > 1 and all(fees) and len(set(fees)) == len(fees):  # 药费3000,检查费2000
        notes.reckoned.append(added(told))
        total = sum((one.value for one in told), Decimal(0))
        return [Told(replace(told[0].mention, value=total), told[0].fact)]
    whole = [one for one in told if _is_whole(text, one)]
    others = [one for one in told if one not in whole]
    if len(whole) != 1 or not others:
        return list(told)
    are_fees = all(_fee(text, one) and one.value < whole[0].value for one in others)
    return whole if are_fees else list(told)


def _is_whole(text: str, told: Told) -> bool:
    """Whether a sum is said to be all of it (一共花了11000)."""
    before = text[max(0, told.mention.start - 8) : told.mention.start]
    return WHOLE.search(before) is not None and not re.search("[,。;0-9]", before[before.rfind("共") :])


def _fee(text: str, told: Told) -> str | None:
    """What a part of a bill is for (药费, 检查费); None for a sum that is not said to be one."""
    found = FEE.search(words_before(text, told.mention.start))
    return found and found[1]


def added(told: Sequence[Told]) -> str:
    """Some sums as the answer writes their addition: 3000元+2000元."""
    return "+".join(f"{short(one.value)}元" for one in told)
