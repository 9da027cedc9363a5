"""A yes that rests on a condition, beside a no because that very condition is not met: only the no is told."""

from __future__ import annotations

import re

__all__ = ["asks_once", "is_refused"]

_NO = re.compile(r"(?:\*\*)?不(?:行|能|可以)(?:\*\*)?[：:]要(?P<condition>[^\n]+)")
_YES = re.compile(r"(?:\*\*)?(?:能|可以|行)(?:\*\*)?[：:]")
_ASKS = re.compile("能|可以|行|可不可以|能不能")
_TELLING = 4
"""So many characters together (常住户口) are the same condition."""


def is_refused(line: str, other: str) -> bool:
    """Whether a line says yes under a condition for the lack of which another one says no (不行：要有城镇常住户口)."""
    refusal = _NO.match(other)
    if not (refusal and _YES.match(line)):
        return False
    condition = refusal["condition"]
    return any(condition[at : at + _TELLING] in line for at in range(len(condition) - _TELLING + 1))


def asks_once(message: str) -> bool:
    """Whether a message asks one time what may be done; of two persons asked about one may be let in."""
    return len(_ASKS.findall(message)) <= 1
