"""Sums of a message that do not follow each other in a year: one bill in either of two ways, or each to be seen alone.

岳池一级医院住院1150和二级医院住院1150各能报多少 asks the same bill of two hospitals, of which the second is no second
stay; 分开看各报多少 asks for each as if there were no other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from mingbai.language.bills.several import Bill
from mingbai.language.bills.sums import BILLS
from mingbai.language.bills.visits import marks
from mingbai.language.lexicon import Found
from mingbai.language.notes import Told

__all__ = ["are_alternatives", "are_seen_alone"]

_OF_EACH = re.compile("(?:各|分别)(?:自|能|可以|该|会|是)*(?:[报补赔退](?:销|付)?|支付|救助)(?!了|过)")
_WHAT_IF = re.compile("要是|如果|假如|假设|换成|换作|换到|若是")
_IN_ALL = re.compile("一共|总共|统共|拢共|合计|共计|加起来|加在?一起|合起来|合在一起|两[次回趟]|[转先]")
_ALONE = re.compile(
    "(?:分开来?|单独|各|分别)(?:看|算|讲|说|论)|各算各的|一笔一笔|不要?(?:放|合|加)(?:在|到)?一起|互不相干"
)


def are_alternatives(text: str, found: Sequence[Found], told: Sequence[Bill], sums: Sequence[Told]) -> bool:
    """Whether bills are one and the same sum in several ways, each asked for, with no word that one came after another.

    They then differ in choices alone, which each of them tells; the words between their `sums` may make one a what-if.
    """
    if not told or any(one.whose for one in told) or _IN_ALL.search(text):
        return False
    if not (_OF_EACH.search(text) or _are_what_ifs(text, sums)):
        return False
    own = [{name: value for name, value in one.facts.items() if name not in BILLS} for one in told]
    amounts = {tuple(value for name, value in one.facts.items() if name in BILLS) for one in told}
    is_of_choices = own[0].keys() and all(one.keys() == own[0].keys() for one in own)
    if (
        len(amounts) > 1
        or not is_of_choices
        or any(not isinstance(value, str) for one in own for value in one.values())
    ):
        return False
    return not any(one.about in ("visit", "more") for one in marks(text, found))


def _are_what_ifs(text: str, sums: Sequence[Told]) -> bool:
    """Whether every bill but the first is only supposed (报多少?要是三级同样花5000呢)."""
    gaps = [text[one.mention.end : other.mention.start] for one, other in pairwise(sums)]
    return bool(gaps) and all(_WHAT_IF.search(gap) for gap in gaps)


def are_seen_alone(text: str, told: Sequence[Bill]) -> bool:
    """Whether each bill is to be worked out as if there were no other; not where it is counted after another."""
    is_counted = any("admission" in one.facts for one in told)
    return _ALONE.search(text) is not None and not _IN_ALL.search(text) and not is_counted
