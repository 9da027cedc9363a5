"""What is heard before anything else: an emergency that is going on, help wished with cheating, what is not for here.

Each is a small grammar of the vocabulary (`scenes`): classes of words, and which of them told close together make it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from mingbai.corpus.scenes import Scene

_NEAR = 14
"""Characters that may lie between two words of one scene."""
_STOPS = re.compile("[。;!?\n]")
_LONGEST = 600  # characters: who is in need says it in fewer; the end of a longer message counts
_MOST = 40  # stretches of one class: more are noise
_HAPPENED = "了"
_Span = tuple[int, int]
_Spans = Sequence[_Span]


class SceneReader:
    """Hears one scene in normalised messages."""

    def __init__(self, scene: Scene) -> None:
        self._classes = {name: re.compile(words) for name, words in scene.words.items()}
        self._told = [tuple(one.split()) for one in scene.told]
        self._named = [tuple(one.split()) for one in scene.named]
        self._lesser = [tuple(one.split()) for one in scene.lesser]
        self._across = [tuple(one.split()) for one in scene.across]
        self._business, self._beside, self._office, self._over, self._still = (
            re.compile(words or "(?!)")
            for words in (scene.business, scene.beside, scene.office, scene.over, scene.still)
        )
        self.told = lru_cache(64)(self._is_told)

    def _is_told(self, text: str) -> bool:
        """Whether a message tells the scene as something that is so now, or is wished for."""
        text = text[-_LONGEST:]
        if self._over.search(text) and not self._still.search(text):
            return False
        is_of_business = self._business.search(text) or self._office.search(text)
        told = self._told if is_of_business else (*self._told, *self._lesser)
        if self._across and self._holds(self._across, _STOPS.sub(",", text)):  # 有责任方的。怎么跟医院说是自己摔的
            return True
        return any(self._holds(told, said) for said in map(self._told_now, _STOPS.split(text)) if said)

    def _told_now(self, said: str) -> str:
        """A sentence without what only asks of papers and rules: 我妈昏迷了 of 我妈昏迷了转院要什么材料."""
        return ",".join(map(self._before_office, said.split(",")))

    def _before_office(self, clause: str) -> str:
        asks = self._office.search(clause)
        if asks is None:
            return clause
        happened = clause.rfind(_HAPPENED, 0, asks.start())  # 昏迷病人转院 tells of nobody
        return clause[: happened + 1]

    def _holds(self, told: Sequence[tuple[str, ...]], said: str) -> bool:
        found: dict[str, _Spans] = {}

        def spans(name: str) -> _Spans:
            if name not in found:
                found[name] = [one.span() for one in islice(self._classes[name].finditer(said), _MOST)]
            return found[name]

        def stand(names: Sequence[str]) -> bool:
            return all(map(spans, names)) and any(_together([spans(one) for one in names]))

        if any(map(stand, told)):
            return True
        return self._beside.search(said) is not None and any(map(stand, self._named))


def _together(groups: Sequence[_Spans], chosen: tuple[_Span, ...] = ()) -> Iterator[bool]:
    """True for each choice of one stretch of each group that lies near another chosen one, and on none."""
    if not groups:
        yield True
        return
    for start, end in groups[0]:
        gaps = [max(start - other[1], other[0] - end) for other in chosen]
        if not chosen or (min(gaps) <= _NEAR and all(gap >= 0 for gap in gaps)):
            yield from _together(groups[1:], (*chosen, (start, end)))
