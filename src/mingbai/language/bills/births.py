"""Whether the examinations before a birth and the birth itself are asked for together, each with its own allowance."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.language.lexicon import CHOICE, Found

EXAMINATIONS, BIRTH, DELIVERY = "产前检查", "生育", "住院分娩"
_IN_ALL = re.compile(
    "[一总拢]共|总计|合计|全部|[加合]起来|[加合]在一起|一起算|前前?后后?|从头到尾|全程|算[上进在][里内]?|[两二](?:样|项|笔|份|块|头)|都算|各|分别"
)
_AND = re.compile("[^,。;!?]{0,3}(?:[和跟与、加连同+及]|一?直?到|一路)[^,。;!?]{0,4}")
_PAST = re.compile(
    "[^,。;!?]{0,8}(?:(?:[领报补拿给]|用掉?)(?:过|了|完)(?!多少)|没(?:做|去|有|花|用)|不算|不要|除[外了])"
)
_PAUSE, _PARTS = ",", 2
_BORN = re.compile("生(?!育|产检)|产(?!检|前)")


def is_whole_birth(text: str, found: Sequence[Found]) -> bool:
    """Whether a text names the examinations and the birth and asks for both; neither is over or left out."""
    cares = [one for one in found if one.kind == f"{CHOICE}care" and not one.is_denied]
    examined = [one for one in cares if one.name == EXAMINATIONS]
    born = [one for one in cares if one.name == DELIVERY or (one.name == BIRTH and _is_of_birth(text, one))]
    if not examined or not born or any(_PAST.match(text, one.end) for one in (*examined, *born)):
        return False
    first, last = sorted((examined[0], born[-1]), key=lambda one: one.start)
    return bool(_IN_ALL.search(text) or _AND.fullmatch(text, first.end, last.start))


def is_birth_by_parts(text: str, found: Sequence[Found], starts: Sequence[int]) -> bool:
    """Whether of two sums, by where they start, one is of the examinations and one of the birth (产检1300,顺产3000)."""
    cares = [one for one in found if one.kind == f"{CHOICE}care" and not one.is_denied]
    named = [one for one in cares if one.name in (EXAMINATIONS, DELIVERY) or _is_of_birth(text, one)]
    if any(_PAST.match(text, one.end) for one in named) or len(starts) != _PARTS:
        return False
    first, last = sorted(starts)
    of_first = {one.name for one in named if one.end <= first and _PAUSE not in text[one.end : first]}
    of_last = {one.name for one in named if first < one.start and one.end <= last}
    one_each = ({EXAMINATIONS}, {DELIVERY}), ({EXAMINATIONS}, {BIRTH}), ({DELIVERY}, {EXAMINATIONS})
    return (of_first, of_last) in (*one_each, ({BIRTH}, {EXAMINATIONS}))


def _is_of_birth(text: str, one: Found) -> bool:
    """Whether a word of birth means the birth itself (生娃) and not the time before it (怀孕)."""
    return _BORN.search(text[one.start : one.end]) is not None
