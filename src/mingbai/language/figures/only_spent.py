"""The one sum of a message that says how much was used of a treatment (特殊门诊今年开头已经用了3200): it is a bill.

Beside a bill, or of a quota, the same words tell what was paid this year (二档,今年已经用了7万,还能报多少).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mingbai.language.lexicon import CHOICE, Found
from mingbai.language.notes import COST, Told
from mingbai.language.text import words_before

__all__ = ["as_only_bill"]

_USED_THIS_YEAR, _CARE = "used_this_year", f"{CHOICE}care"
_USED = re.compile("已经?用[了掉去过]*(?:差不多|大概|快|有)?$")  # 今年已经用了 [3200]
# 还能报多少, 前头已经用了: beside a bill, or of what a year allows
_OF_QUOTA = re.compile("还[能剩有可]|剩|额度|限额|封顶|上限|不够|够不|[之此先]前|前[头面]|报[过了掉]|这[次回趟]|本次")


def as_only_bill(text: str, found: Sequence[Found], told: Sequence[Told]) -> list[Told]:
    """The sums of a message, the only one as the bill where it says how much was used of a treatment it names."""
    if len(told) != 1 or told[0].fact != _USED_THIS_YEAR or _OF_QUOTA.search(text):
        return list(told)
    is_used = _USED.search(words_before(text, told[0].mention.start)) is not None
    is_of_care = any(one.kind == _CARE and not one.is_denied for one in found)
    return [replace(told[0], fact=COST)] if is_used and is_of_care else list(told)
