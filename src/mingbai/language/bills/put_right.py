"""A sum told again and better: put right (5万,说错了,3万), or exactly after roughly (8万多,8万3吧)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from mingbai.language.notes import Notes, Told
from mingbai.money import short

__all__ = ["as_corrected", "note_spans", "refines"]

_CORRECTED = re.compile("说错|讲错|写错|打错|搞错|弄错|记错|不对|改成|应该是|准确|确切|更正|[哦噢]不|具体")
_FILLER = re.compile(  # between a sum told roughly and the same one told better
    "(?:[,。;、 ]|应该|具体|准确|确切|实际|其实|到底|大概|差不多|就|也|是|吧|嗯|呃|啊|那个|块钱?|元|的|说|算|花|了"
    "|一共|总共|左右|[哦噢])*"
)
_SPAN = "“{}”不是一个准数,请说一个具体的数,比如 {}"


def as_corrected(text: str, told: Sequence[Told]) -> list[Told]:
    """The sums without those that a later one of their kind puts right (8万多,8万3吧; 5万,说错了,3万)."""
    kept = list(told)
    for one, other in pairwise(told):
        if one.fact != other.fact or one not in kept:
            continue
        if _CORRECTED.search(text, one.mention.end, other.mention.start) or refines(text, one, other):
            kept.remove(one)
        elif refines(text, other, one):
            kept.remove(other)
    return kept


def refines(text: str, rough: Told, better: Told) -> bool:
    """Whether a sum says exactly what one right beside it says roughly (8万多,8万3; 七八万吧,七万六)."""
    one, other = rough.mention, better.mention
    gap = text[min(one.end, other.end) : max(one.start, other.start)]
    if other.approximate or other.kind == "range" or not _FILLER.fullmatch(gap):
        return False
    if one.kind == "range":
        return one.high is not None and rough.value <= better.value <= one.high
    exponent = rough.value.normalize().as_tuple().exponent
    place = exponent if isinstance(exponent, int) else 0
    return one.approximate and abs(better.value - rough.value) < Decimal(10) ** place


def note_spans(text: str, told: Sequence[Told], notes: Notes) -> None:
    """Amounts told as a span cannot be used unless another figure says them exactly."""
    for span in notes.spans:
        if not any(refines(text, span, one) for one in told):
            notes.problem = notes.problem or (span.fact, _SPAN.format(span.mention.text.strip(), _between(span)))


def _between(span: Told) -> str:
    """A figure in the middle of a span (7500 of 七八千)."""
    return short((span.value + (span.mention.high or span.value)) / 2)
