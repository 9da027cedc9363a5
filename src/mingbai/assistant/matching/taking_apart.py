"""A question taken apart: the whole, what its parts ask, and what they only tell of the case."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass, replace

from mingbai.assistant.matching.local_headings import LocalHeadings
from mingbai.assistant.matching.pieces import Pieces
from mingbai.assistant.matching.telling_words import BETWEEN_PARTS
from mingbai.assistant.matching.ways import Reading, breaks_off
from mingbai.corpus.models import Policy

_ASKING = re.compile(
    "多少|(?<![零〇九八七六十])几|什么|啥|怎么|咋|怎样|如何|哪|谁|吗|[不么]$|多久|多长|是否|([能要是算管给报用行会可])不\\1|有没有|还是|为何|吧$|呢$|代替"
)
_POINTS_BACK = re.compile("这(?:个|张|种|样)")  # 这个证明哪个开: of what the part before it tells
_POINTING = frozenset("那个这里边我们咱区县")
_A_PART = 5


@dataclass(frozen=True)
class Part:
    """A question or a part of it: the places for which it is asked, what it asks for, whether it tells of a break.

    A part that only tells of the case is held to what the whole asks. `told` is who was told of just before it, where
    it names nobody itself (区直全额拨款退休的,要不要自己出).
    """

    text: str
    places: frozenset[str]
    asks: str | None
    is_of_break: bool
    told: str = ""

    @property
    def is_asking(self) -> bool:
        """Whether it asks something."""
        return _ASKING.search(self.text) is not None

    @property
    def tells_of_break(self) -> bool:
        """Whether it is itself what tells of a break."""
        return breaks_off(self.text)


class TakingApart:
    """Takes questions apart that are asked of some policies."""

    def __init__(self, policies: Collection[Policy], reading: Reading, pieces: Pieces, local: LocalHeadings) -> None:
        self._reading = reading
        self._pieces = pieces
        self._local = local
        self._called = {one.id: frozenset("".join((one.title, *one.also_called, *one.place))) for one in policies}

    def whole(self, question: str, spoken: str) -> Part:
        """A question as a whole; `spoken` is the question with the names of the places it is asked for."""
        return Part(question, self._local.named(spoken), self._reading.asks(question), breaks_off(question))

    def of(self, question: str, policies: Container[str], spoken: str | None) -> tuple[Part, list[Part], list[Part]]:
        """A question as a whole, and what it asks and what it only tells where it has several parts."""
        spoken = question if spoken is None else spoken
        whole = self.whole(question, spoken)
        parts = [
            part for part in self._split(whole, spoken) if part.is_asking or not self._only_names(part.text, policies)
        ]
        parts = parts if len(parts) > 1 else []
        sides = [part for part in parts if not (part.is_asking or part.tells_of_break)]
        asking = [part for part in parts if part not in sides and not _POINTS_BACK.search(part.text)]
        return whole, [part for part in asking if part.is_asking] or asking, sides

    def _split(self, whole: Part, spoken: str) -> Iterator[Part]:
        """The parts of a question; one that names no place is of that named before it."""
        places: frozenset[str] = frozenset()
        told = ""
        texts, own = BETWEEN_PARTS.split(whole.text), BETWEEN_PARTS.split(spoken)
        for text, said in zip(texts, own if len(own) == len(texts) else texts, strict=True):
            places = self._local.named(said) or places
            if len(said.strip()) >= _A_PART:
                part = replace(whole, text=text, places=places)
                names_person = bool(self._reading.of(text).who)
                kept = "" if names_person else told
                told = kept if part.is_asking else text if names_person else told
                yield replace(part, asks=self._reading.asks(text), told=kept) if part.is_asking else part

    def _only_names(self, part: str, policies: Container[str]) -> bool:
        """Whether a part of a question only says whose rule is asked for, if not by its whole name."""
        subject = self._pieces.subject(part) - _POINTING
        return any(policy in policies and subject <= signs for policy, signs in self._called.items())
