"""Which clause a question in people's own words is about, and the line that answers it straight.

Clauses keep ways in which people ask for what they say. A question is held against these by the characters and pairs of
characters that both have, each weighed by how rarely it is said; words for the same thing (娃, 小孩) count as one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import nlargest

import numpy as np

from mingbai.assistant.answers import Answered, AnswerPieces
from mingbai.assistant.local_headings import LocalHeadings
from mingbai.assistant.piece_index import Likenesses, PieceIndex
from mingbai.assistant.pieces import Pieces
from mingbai.assistant.ways import OF_REPORT, Reading, Saying, WayText, breaks_off
from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary

_PARTS = re.compile(r"[,。??!!;;\n]")
_ASKING = re.compile(
    "多少|几|什么|啥|怎么|咋|怎样|如何|哪|谁|吗|[不么]$|多久|多长|是否|([能要是算管给报用行会可])不\\1|有没有|还是|为何|吧$|呢$|代替"
)
_POINTS_BACK = re.compile("这(?:个|张|种|样)")  # 这个证明哪个开: of what the part before it tells
_POINTING = frozenset("那个这里边我们咱区县")
_A_PART = 5
_MOST = 2
SURE = 0.6
"""From here on a question is one that a clause is known to be asked, wherever search ranks the clause."""
_LIKELY = (0.29, 0.35, 0.35, 0.42, 0.42)
"""From here on it is, where search ranks the clause first, second and so on; measured on questions not written here."""
_NEAREST = 3
_CLOSE, _NEARLY, _BEARING = 12, 0.5, 1.0
"""So many ways, as near as that to the nearest, are looked at for the answer meant; what all that is said of an answer
counts beside the one way."""
_ALONE, _STANDS_OUT, _TIMES = 0.12, 0.3, 2.0
"""From here on it is, where search ranks the clause first and so much is said of its answer, twice that of others."""
_AGREED, _AGREED_ELSE = 0.18, 0.22
"""From here on it is, where search ranks the clause first and two of the three nearest ways have the same answer; the
nearest of them asking for another kind of thing."""
_BORNE_OUT = 0.15
"""So much of the question must then be said of that answer."""
_NOT_WRITTEN = re.compile("没有(写|列|解释|说明|讲)")
_OF_SILENCE = 0.4
"""From here on it is, where the answer is that something is not written: it has to be what was asked."""
_MOSTLY = 0.4
"""So much of what the question is about must then stand in the way; or it is surely what was asked."""
_RANKED = (0.10, 0.07, 0.04)
"""What the first ranks of search add."""
_AT_ALL = 0.05
"""Ways of asking less alike than that are not looked at."""
_UNHEARD = 0.6
"""How much of its weight something counts that nobody is known to say: names and side remarks tell little."""


@dataclass(frozen=True)
class Match:
    """A way of asking that a question is like: where it stands, the answer, its words, how alike they are (0 to 1).

    `fits` is what is left of that for being of other persons, asking otherwise, denying the contrary; `is_of_kind`
    where both ask for the same kind of thing: who, when, how much, yes or no; `covered` how much it has of what the
    question is about.
    """

    policy: str
    clause: str
    answer: str | None
    words: str
    alike: float
    fits: float = 1.0
    is_of_kind: bool = True
    covered: float = 1.0

    @property
    def answered(self) -> Answered:
        """The answer, by where it stands."""
        return self.policy, self.clause, self.answer

    @property
    def lead(self) -> str:
        """The answer with what it begins with (不用, 没有写) standing out."""
        short, colon, why = (self.answer or "").partition("：")
        return f"**{short}**{colon}{why}"


@dataclass(frozen=True)
class _Part:
    """A part of a question, and the places for which it is asked."""

    text: str
    places: frozenset[str]

    @property
    def is_asking(self) -> bool:
        return _ASKING.search(self.text) is not None

    @property
    def tells_of_break(self) -> bool:
        return breaks_off(self.text)


class AskedWays:
    """All ways of asking that the clauses of some policies keep."""

    def __init__(self, policies: Collection[Policy], vocabulary: Vocabulary, pieces: Pieces) -> None:
        self._pieces = pieces
        self._reading = Reading(vocabulary, pieces)
        self._local = LocalHeadings(policies, vocabulary)
        self._called = {one.id: frozenset("".join((one.title, *one.also_called, *one.place))) for one in policies}
        self._sayings = [
            (policy, clause, one.answer, words)
            for policy in policies
            for clause in policy.clauses
            for one in clause.asked
            for words in one.people
        ]
        self._places: dict[str, tuple[int, int]] = {}  # each policy's first way of asking, and the end of them
        for at, (policy, *_) in enumerate(self._sayings):
            self._places[policy.id] = self._places.get(policy.id, (at, at))[0], at + 1
        index = PieceIndex.of([words for *_, words in self._sayings], pieces)
        self._likenesses = Likenesses(index, _UNHEARD)
        said = [((policy.id, clause.id, answer), words) for policy, clause, answer, words in self._sayings]
        self._answers = AnswerPieces(policies, pieces, said, index)
        self._read = lru_cache(None)(self._read_saying)  # few are ever looked at

    def meant(
        self, question: str, policies: Container[str], ranked: Sequence[tuple[str, str]], spoken: str | None = None
    ) -> tuple[Match, ...]:
        """The answers to a question, or to each of its parts, that clauses keep; none where it is a new one.

        `ranked` are the policies and clauses that search finds for the question, best first; `spoken` is the question
        with the names of the places it is asked for.
        """
        spoken = question if spoken is None else spoken
        asks, breaks, places = self._reading.asks(question), breaks_off(question), self._local.named(spoken)
        whole = self._nearest(question, policies, ranked, asks, breaks, places)
        parts = [
            one for one in self._parts(question, spoken) if one.is_asking or not self._only_names(one.text, policies)
        ]
        sides = [part for part in parts if not (part.is_asking or part.tells_of_break)]
        asking = [part for part in parts if part not in sides and not _POINTS_BACK.search(part.text)]
        found = self._of_parts(asking, policies, ranked, asks, breaks) if len(parts) > 1 else []
        if not (found or whole) and len(parts) > 1:  # what only tells of the case leads where nothing asked does
            found = self._of_parts(sides, policies, ranked, asks, breaks)
        if len({one.answer for one in found}) < _MOST or (whole and whole.alike > max(one.alike for one in found)):
            found = [one for one in (whole, *found) if one]
            bears = self._bearings(question, found)
            found = [max(found, key=lambda one: one.alike + bears[one])] if found else []
        found = list({one.answered: one for one in found if one.policy == found[0].policy}.values())
        once = self._answers.said_once(self._pieces.of(question), [one.answered for one in found])
        return tuple(one for one in found if one.answered in once)[:_MOST]

    def is_known(
        self,
        question: str,
        policies: Container[str],
        naming: Collection[str] = (),
        alike: float = SURE,
        beside: Container[tuple[str, str]] = (),
    ) -> bool:
        """Whether a clause of some policies is surely known to be asked this; of a way that names one of some words.

        Clauses `beside` are left out: their policy with their id.
        """
        matches = self._matches(question, policies, self._reading.asks(question), breaks_off(question))
        known = (one for one in matches if one.answer and one.alike >= alike and (one.policy, one.clause) not in beside)
        return any(not naming or any(word in one.words for word in naming) for one in known)

    def for_places(self, spoken: str, clauses: Collection[tuple[str, str]]) -> Collection[tuple[str, str]]:
        """Those of some clauses, with their policies, that may answer for the places that a question names."""
        return self._local.fitting(self._local.named(spoken), clauses)

    def _parts(self, question: str, spoken: str) -> Iterator[_Part]:
        """The parts of a question; one that names no place is of that named before it."""
        places: frozenset[str] = frozenset()
        texts, own = _PARTS.split(question), _PARTS.split(spoken)
        for text, said in zip(texts, own if len(own) == len(texts) else texts, strict=True):
            places = self._local.named(said) or places
            if len(said.strip()) >= _A_PART:
                yield _Part(text, places)

    def _of_parts(
        self,
        parts: Sequence[_Part],
        policies: Container[str],
        ranked: Sequence[tuple[str, str]],
        asks: str | None,
        breaks: bool,
    ) -> list[Match]:
        """The answers to some parts of a question."""
        each = (self._of_part(part, policies, ranked, asks, breaks) for part in parts)
        return [one for one in each if one]

    def _of_part(
        self, part: _Part, policies: Container[str], ranked: Sequence[tuple[str, str]], asks: str | None, breaks: bool
    ) -> Match | None:
        """The answer to a part of a question that `asks` for something, and `breaks` where it tells of a break.

        What only tells of the case (我在农村) is held to what the whole asks, and may lead to the clause found first,
        or, where it tells of the break, to any; it never leads to what is not written.
        """
        within = ranked if part.is_asking or part.tells_of_break else ranked[:1]
        asks = self._reading.asks(part.text) if part.is_asking else asks
        found = self._nearest(part.text, policies, ranked, asks, breaks, part.places)
        is_beside = breaks and not (part.is_asking or part.tells_of_break)  # 去年剩了四十, beside 今年忘交了
        is_beside = is_beside or bool(found and not part.is_asking and _NOT_WRITTEN.match(found.answer or ""))
        return found if found and not is_beside and (found.policy, found.clause) in within else None

    def _nearest(
        self,
        question: str,
        policies: Container[str],
        ranked: Sequence[tuple[str, str]],
        asks: str | None,
        breaks: bool,
        places: Collection[str],
    ) -> Match | None:
        """The way of asking that a question is most like, where it is like enough and comes with an answer."""
        bonus = dict(zip(ranked, _RANKED, strict=False))
        fit = {
            one: one.alike + bonus.get((one.policy, one.clause), 0.0)
            for one in self._matches(question, policies, asks, breaks)
        }
        if places:
            fitting = self._local.fitting(places, {*ranked[:_NEAREST], *((one.policy, one.clause) for one in fit)})
            fit = {one: it for one, it in fit.items() if (one.policy, one.clause) in fitting}
        close = nlargest(_CLOSE, fit, key=lambda one: fit[one])
        if not close:
            return None
        near = [one for one in close if fit[one] >= _NEARLY * fit[close[0]]]
        bears = self._bearings(question, close)
        best = max(near, key=lambda one: fit[one] + bears[one]) if close[0].alike < SURE else close[0]
        if best.answer is None:
            return None
        if _stands_out(best, bears) and (best.policy, best.clause) in ranked[:1] and best.alike >= _ALONE:
            return best
        borne_out = [one for one in close[:_NEAREST] if bears[one] >= _BORNE_OUT]
        return next((one for one in (best, close[0]) if _is_like_enough(one, ranked, borne_out)), None)

    def _bearings(self, question: str, matches: Collection[Match]) -> dict[Match, float]:
        """What all that is said of the answer of each of some matches adds to it for a question."""
        bears = self._answers.bearings(self._pieces.of(question), {match.answered for match in matches})
        return {one: _BEARING * one.fits * bears[one.answered] for one in matches}

    def _matches(self, question: str, policies: Container[str], asks: str | None, breaks: bool) -> Iterator[Match]:
        read = replace(self._reading.of(question), asks=asks, breaks=breaks)
        likenesses = self._likenesses.of(read.pieces)
        for first, end in (within for policy, within in self._places.items() if policy in policies):
            for at in (first + np.flatnonzero(likenesses[first:end] >= _AT_ALL)).tolist():
                match = self._match(at, float(likenesses[at]), read)
                if match:
                    yield match

    def _match(self, at: int, likeness: float, read: WayText) -> Match | None:
        """A way of asking, so like what is `read` of a question; None where that is another matter."""
        one, own = self._read(at)
        if own.is_apart_from(read):
            return None
        fits = one.fits(own, read)
        covered = len(read.subject & own.subject) / len(read.subject) if read.subject else 0.0
        if likeness * fits < SURE and not covered:
            return None
        is_of_kind = read.asks == own.asks
        return Match(one.policy, one.clause, one.answer, one.words, likeness * fits, fits, is_of_kind, covered)

    def _read_saying(self, at: int) -> tuple[Saying, WayText]:
        policy, clause, answer, words = self._sayings[at]
        weight = OF_REPORT if policy.kind == "report" else 1.0
        saying = Saying(policy.id, clause.id, answer, words, clause.title, weight)
        return saying, self._reading.way(saying)

    def _only_names(self, part: str, policies: Container[str]) -> bool:
        """Whether a part of a question only says whose rule is asked for, if not by its whole name."""
        subject = self._pieces.subject(part) - _POINTING
        return any(policy in policies and subject <= signs for policy, signs in self._called.items())


def _stands_out(match: Match, bears: Mapping[Match, float]) -> bool:
    """Whether much of a question is said of the answer of a match, no mere silence, and far more than of any other."""
    others = (bears[one] for one in bears if one.answer != match.answer)
    is_silent = _NOT_WRITTEN.match(match.answer or "") is not None
    return not is_silent and bears[match] >= max(_STANDS_OUT, _TIMES * max(others, default=0.0))


def _is_like_enough(match: Match, ranked: Sequence[tuple[str, str]], nearest: Collection[Match]) -> bool:
    """Whether a way is so like a question that its answer is the one asked for; another near it may bear that out."""
    if match.answer is None:
        return False
    where = (match.policy, match.clause)
    enough = dict(zip(ranked, _LIKELY, strict=False)).get(where, SURE)
    if where in ranked[:1] and any(one.answer == match.answer for one in nearest if one is not match):
        enough = _AGREED if match.is_of_kind else _AGREED_ELSE
    if _NOT_WRITTEN.match(match.answer):
        enough = max(enough, _OF_SILENCE if match.covered >= _MOSTLY else SURE)
    return match.alike >= enough
