"""How much of a question the ways of asking for one answer say together.

The way nearest to a question may share its rarest word by chance and be asked of the contrary (免借读费要开证明吗 for
免借读费能不能参加). What all ways of one answer say, the answer and the heading over it tell which of several is meant.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from mingbai.assistant.pieces import Pieces
from mingbai.corpus.models import Policy

Answered = tuple[str, str, str | None]
"""An answer by where it stands: its policy, its clause, its words."""

_IN_ANSWER, _IN_HEADING = 0.5, 0.3
"""What a piece counts that only the answer has, or the heading of its clause; measured by asking each way of others."""
_SIGN = 0.5
"""What a single character weighs beside a pair."""
_UNHEARD = 0.6
"""How much of its weight something counts that no way of a policy says."""
_NOT_WRITTEN = re.compile("没有(?:写|列|解释|说明|讲)([^：]*)")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_SIGNS = re.compile(r"\w")
_NO = re.compile("不|没有(?:写|了)")
_NEARLY_ALL = 0.85
_OF_UNASKED = 0.07
"""What an answer loses that only says of something that it is not written, where the question says nothing of that."""


class AnswerPieces:
    """The pieces said of each answer that the clauses of some policies keep."""

    def __init__(
        self, policies: Iterable[Policy], pieces: Pieces, ways: Iterable[tuple[Answered, frozenset[str]]]
    ) -> None:
        said: dict[Answered, set[str]] = defaultdict(set)
        for answered, words in ways:
            said[answered] |= words
        headings = {(policy.id, one.id): pieces.of(one.title) for policy in policies for one in policy.clauses}
        self._said = {
            one: {
                **dict.fromkeys(headings[one[:2]], _IN_HEADING),
                **dict.fromkeys(pieces.of(one[2] or ""), _IN_ANSWER),
                **dict.fromkeys(own, 1.0),
            }
            for one, own in said.items()
        }
        silences = ((one, _NOT_WRITTEN.match(one[2] or "")) for one in said)
        self._told = {one: pieces.of(one[2] or "") for one in said}
        self._unwritten = {one: pieces.subject(found[1]) for one, found in silences if found}
        self._answers = Counter(policy for policy, _, _ in said)
        counts: Mapping[str, Counter[str]] = defaultdict(Counter)
        for (policy, _, _), own in said.items():
            counts[policy].update(own)
        self._counts = dict(counts)

    def bearing(self, question: Collection[str], answered: Answered) -> float:
        """How much of a question's pieces, weighed by how few answers of the policy have them, one has; up to 1."""
        said = self._said[answered]
        weights = {piece: self._weight(piece, answered[0]) for piece in question}
        every = sum(weights.values()) or 1.0
        unwritten = self._unwritten.get(answered)
        lost = _OF_UNASKED if unwritten and unwritten.isdisjoint(question) else 0.0
        return sum(weights[piece] * said.get(piece, 0.0) for piece in question) / every - lost

    def said_once(self, question: Collection[str], answers: Sequence[Answered]) -> tuple[Answered, ...]:
        """Some answers without those that another says, too; of two that say the same the one nearer to a question."""
        kept: list[Answered] = []
        for one in sorted(answers, key=lambda each: -self._nearness(question, each)):
            if not any(_is_said(one, other) for other in kept):
                kept.append(one)
        return tuple(one for one in answers if one in kept)

    def _nearness(self, question: Collection[str], answered: Answered) -> float:
        told = self._told[answered]
        return len(told.intersection(question)) / len(told) if told else 0.0

    def _weight(self, piece: str, policy: str) -> float:
        sign, every, count = _SIGN if len(piece) == 1 else 1.0, self._answers[policy] + 1, self._counts[policy][piece]
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
