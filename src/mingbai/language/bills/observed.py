"""What was spent under observation in the emergency room right before a stay: it is of that stay, as rules have it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.language.notes import Told
from mingbai.language.text import words_before

__all__ = ["is_of_one_stay"]

_TWO = 2
_TAKEN_IN = re.compile("留观[^。;!?]{0,16}(?:收|转|办|进|入)[^,。;0-9]{0,3}院")  # 留观完就收住院了
_OBSERVED = re.compile("(?:留观|抢救)[^。;!?]{0,10}$")
_STAYED = re.compile("住院[^,。;!?0-9]{0,6}$")


def is_of_one_stay(text: str, told: Sequence[Told]) -> bool:
    """Whether two sums are those of an observation and of the stay that followed it (留观花了2000 住院18650)."""
    if len(told) != _TWO or not _TAKEN_IN.search(text):
        return False
    first, second = (words_before(text, one.mention.start) for one in told)
    between = text[told[0].mention.end : told[1].mention.start]
    return bool(_OBSERVED.search(first) and _STAYED.search(second) and "留观" not in between)
