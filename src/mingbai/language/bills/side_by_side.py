"""Sums of one kind right beside each other: of which amount the second is, and whether the two are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from mingbai.language.bills.put_right import refines
from mingbai.language.bills.sums import BILLS, SO_FAR
from mingbai.language.bills.told_again import LISTED, VISITS
from mingbai.language.bills.visits import Mark, asks_all
from mingbai.language.bills.whole_and_parts import WHOLE
from mingbai.language.notes import COST, EXCESS, Notes, Told
from mingbai.language.numbers.amounts import Mention
from mingbai.language.numbers.numerals import read
from mingbai.language.text import words_before

__all__ = ["goes_on", "side_by_side"]

_HELD_TOGETHER = re.compile("各|分别|差(?:多少|几多|好多)|差几|相差")
_OF_EACH = re.compile("(?:分别|各)(?:花|用|超|自付|自负|是|为|有|了){0,3}$")  # 分别1万和2万, 分别是1万、2万
_ASKED_WHOLE = re.compile("(?:一共|总共|统共|拢共|合计|加起来|加在一起)[^,。;!?0-9]{0,4}[报补赔退给付拿领]")
_JOINING = re.compile("(?:和|跟|与|还是|或者?|、)(?:花了?|是|自付|自负)?")


def goes_on(text: str, before: Told, figure: Mention, role: str | None, known: Sequence[Mark]) -> bool:
    """Whether a sum goes on with the kind of the one before it (自付6800,第二回4200; 自费8万多,8万3).

    It has no name of its own then, or only a plain one after what lies above a cap (三级超3万,二级花了2万).
    """
    gap = text[before.mention.end : figure.start]
    if role is None and refines(text, before, Told(figure, before.fact)):
        return True
    if role is None and before.fact in SO_FAR and LISTED.fullmatch(gap):  # 今年报过三次:4万、3万5、2万
        return True
    if role is None and _JOINING.fullmatch(gap) and (_HELD_TOGETHER.search(text) or asks_all(text)):
        return before.fact in BILLS
    if before.fact not in BILLS or before.fact == COST or WHOLE.search(gap):
        return False
    is_next = any(before.mention.end <= one.start and one.end <= figure.start for one in known)
    return is_next and (role is None or before.fact == EXCESS)


def side_by_side(text: str, told: list[Told], notes: Notes) -> list[Told]:
    """Without two amounts of one kind put side by side (超限额3万和5万各报多少): they are compared."""
    if not _HELD_TOGETHER.search(text) or _one_after_another(text, told):
        return told
    for one, other in pairwise(told):
        if one.fact == other.fact and _JOINING.fullmatch(text, one.mention.end, other.mention.start):
            notes.compared[one.fact] = (f"{one.value}", f"{other.value}")
            told = [left for left in told if left.fact != one.fact or left.value not in (one.value, other.value)]
    return told


def _one_after_another(text: str, told: Sequence[Told]) -> bool:
    """Whether sums told of each (分别1万和2万) are those of several visits, or asked for together: no alternatives."""
    is_of_each = bool(told) and _OF_EACH.search(words_before(text, told[0].mention.start)) is not None
    counts = {read(one[1]) for one in VISITS.finditer(text)}
    return is_of_each and (_ASKED_WHOLE.search(text) is not None or bool(counts))
