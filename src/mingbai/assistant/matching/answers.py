"""How much of a question the ways of asking for one answer say together.

The way nearest to a question may share its rarest word by chance and be asked of the contrary (免借读费要开证明吗 for
免借读费能不能参加). What all ways of one answer say, the answer and the heading over it tell which of several is meant.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np

from mingbai.assistant.matching.piece_index import PieceIndex
from mingbai.assistant.matching.pieces import Pieces
from mingbai.corpus.models import Policy

Answered = tuple[str, str, str | None]
"""An answer by where it stands: its policy, its clause, its words."""

_IN_ANSWER, _IN_HEADING = 0.5, 0.3
"""What a piece counts that only the answer has, or the heading of its clause; measured by asking each way of others."""
_SIGN = 0.5
"""What a single character weighs beside a pair."""
_UNHEARD = 0.6
"""How much of its weight something counts that no way of a policy says."""
NOT_WRITTEN = re.compile("没有(?:写|列|解释|说明|讲)([^：]*)")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_SIGNS = re.compile(r"\w")
_NO = re.compile("不|没有(?:写|了)")
_NEARLY_ALL = 0.85
_OF_UNASKED = 0.07
"""What an answer loses that only says of something that it is not written, where the question says nothing of that."""


class AnswerPieces:
    """The pieces said of each answer that the clauses of some policies keep.

    `ways` are what people say with its answer, policy by policy; `index` has their pieces.
    """

    def __init__(
        self, policies: Iterable[Policy], pieces: Pieces, ways: Sequence[tuple[Answered, str]], index: PieceIndex
    ) -> None:
        self._pieces = pieces
        self._headings = {(policy.id, one.id): one.title for policy in policies for one in policy.clauses}
        self._ways: Mapping[Answered, list[str]] = defaultdict(list)
        for answered, words in ways:
            self._ways[answered].append(words)
        places = {one: place for place, one in enumerate(self._ways)}
        self._index = index.merged(np.array([places[answered] for answered, _ in ways], dtype=np.intp))
        self._within: dict[str, tuple[int, int]] = {}
        for (policy, _, _), place in places.items():
            self._within[policy] = self._within.get(policy, (place, place))[0], place + 1
        # few answers are ever looked at
        self._said = lru_cache(None)(self._say)
        self._told = lru_cache(None)(lambda answered: pieces.of(answered[2] or ""))
        self._counts = lru_cache(None)(lambda policy: self._index.counts(*self._within[policy]))
        self._unwritten = lru_cache(None)(self._leave_unwritten)

    def bearings(self, question: Collection[str], answers: Collection[Answered]) -> dict[Answered, float]:
        """How much of a question's pieces, weighed by how few answers of a policy have them, each answer has; to 1."""
        policies = {policy for policy, _, _ in answers}
        weights = {policy: {piece: self._weight(piece, policy) for piece in question} for policy in policies}
        return {one: self._bearing(weights[one[0]], one) for one in answers}

    def unasked(self, question: Collection[str], answered: Answered) -> float:
        """How much of what an answer says is not written a question does not speak of; none where it says no such."""
        unwritten = self._unwritten(answered)
        return len(unwritten.difference(question)) / len(unwritten) if unwritten else 0.0

    def _bearing(self, weights: Mapping[str, float], answered: Answered) -> float:
        said, unwritten = self._said(answered), self._unwritten(answered)
        lost = _OF_UNASKED if unwritten and unwritten.isdisjoint(weights) else 0.0
        every = sum(weights.values()) or 1.0
        return sum(weight * said.get(piece, 0.0) for piece, weight in weights.items()) / every - lost

    def _say(self, answered: Answered) -> dict[str, float]:
        """The pieces of an answer and all that is said of it, each with what it counts."""
        heading = self._pieces.of(self._headings[answered[:2]])
        own = frozenset[str]().union(*map(self._pieces.of, self._ways[answered]))
        told = self._told(answered)
        return {**dict.fromkeys(heading, _IN_HEADING), **dict.fromkeys(told, _IN_ANSWER), **dict.fromkeys(own, 1.0)}

    def _leave_unwritten(self, answered: Answered) -> frozenset[str]:
        """What an answer says that it is not written."""
        found = NOT_WRITTEN.match(answered[2] or "")
        return self._pieces.subject(found[1]) if found else frozenset()

    def said_once(self, question: Collection[str], answers: Sequence[Answered]) -> tuple[Answered, ...]:
        """Some answers without those that another says, too; of two that say the same the one nearer to a question."""
        kept: list[Answered] = []
        for one in sorted(answers, key=lambda each: -self._nearness(question, each)):
            if not any(_is_said(one, other) for other in kept):
                kept.append(one)
        return tuple(one for one in answers if one in kept)

    def _nearness(self, question: Collection[str], answered: Answered) -> float:
        told = self._told(answered)
        return len(told.intersection(question)) / len(told) if told else 0.0

    def _weight(self, piece: str, policy: str) -> float:
        first, end = self._within[policy]
        sign, every, count = _SIGN if len(piece) == 1 else 1.0, end - first + 1, self._counts(policy).get(piece)
        # half an answer more: what every answer has weighs a little, too
        rarity = math.log(every / (count - 0.5)) if count else _UNHEARD * math.log(every)
        return float((sign * rarity) ** 2)


def _figures(answered: Answered) -> frozenset[str]:
    return frozenset(_FIGURE.findall(answered[2] or ""))


def _is_said(one: Answered, other: Answered) -> bool:
    """Whether two answers of a clause say the same: nearly all signs of the shorter one stand in the longer."""
    shorter, longer = sorted((set(_SIGNS.findall(each[2] or "")) for each in (one, other)), key=len)
    is_same_ruling = bool(_NO.match(one[2] or "")) == bool(_NO.match(other[2] or ""))
    figures = sorted((_figures(one), _figures(other)), key=len)
    is_within = len(shorter & longer) >= _NEARLY_ALL * len(shorter) and figures[0] <= figures[1]
    return one[:2] == other[:2] and is_same_ruling and is_within
