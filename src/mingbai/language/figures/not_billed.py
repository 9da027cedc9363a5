"""Money that people tell beside a bill and that is no part of it: 护工费2600, 民政给了2000, 儿子转给我5000."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mingbai.corpus.vocabulary import NotBilled
from mingbai.language.figures.premium_figures import is_premium
from mingbai.language.lexicon import Found
from mingbai.language.numbers.amounts import Mention

__all__ = ["Beside", "BesideTheBill"]

_LEAST = 100
_REACH = 40  # characters: nobody says what a sum is further away from it
_BEHIND = "(?:块钱?|元)?的?"


@dataclass(frozen=True)
class Beside:
    """A sum that is no part of the bill, why not, and where the clause begins that tells it."""

    mention: Mention
    why: str
    start: int


class BesideTheBill:
    """Finds money of the kinds that one vocabulary has as not billed."""

    def __init__(self, kinds: Mapping[str, NotBilled]) -> None:
        self._kinds = [
            (one.why, re.compile(f"(?:{words})[^,。;!?0-9]{{0,6}}$"), re.compile(f"{_BEHIND}(?:{words})"))
            for one in kinds.values()
            for words in ["|".join([*map(re.escape, one.says), *([one.pattern] if one.pattern else [])])]
        ]

    def of(self, text: str, mentions: Sequence[Mention], *, has_bill: bool = False) -> list[Beside]:
        """The sums of a text that are none of the bill; none where there would be no bill without them.

        `has_bill` where one was told before.
        """
        sums = [
            one
            for one in mentions
            if one.value and one.is_sum
            if one.value >= _LEAST or (one.kind == "amount" and not is_premium(text, one))  # 家里给交的60块那种
        ]
        beside = list(self._beside(text, sums))
        return beside if has_bill or len(beside) < len(sums) else []

    def givers(self, text: str, found: Sequence[Found], mentions: Sequence[Mention]) -> list[Found]:
        """The words for those who gave such a sum (儿子转给我5000): it is not them who are ill."""
        spans = [(one.start, one.mention.end) for one in self.of(text, mentions)]
        return [one for one in found if any(start <= one.start and one.end <= end for start, end in spans)]

    def _beside(self, text: str, sums: Sequence[Mention]) -> Iterator[Beside]:
        end = 0
        for mention in sums:
            start = max(0, mention.start - _REACH)
            start += max(map(text[start : mention.start].rfind, ",。;!?")) + 1
            said = text[max(start, end) : mention.start]
            end = mention.end
            for why, before, behind in self._kinds:
                if before.search(said) or behind.match(text, mention.end):
                    yield Beside(mention, why, start)
                    break
