"""Which clause a question in people's own words is about, and the line that answers it straight.

Clauses keep ways in which people ask for what they say. A question is held against these by the characters and pairs of
characters that both have, each weighed by how rarely it is said; words for the same thing (娃, 小孩) count as one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mingbai.assistant.matching.answers import NOT_WRITTEN, AnswerPieces
from mingbai.assistant.matching.evidence import Candidate, Evidence, Text
from mingbai.assistant.matching.local_headings import LocalHeadings
from mingbai.assistant.matching.match import Match
from mingbai.assistant.matching.meanings import Meanings
from mingbai.assistant.matching.piece_index import Likenesses, PieceIndex
from mingbai.assistant.matching.pieces import Pieces
from mingbai.assistant.matching.ranker import Ranker, Weights
from mingbai.assistant.matching.telling_words import BETWEEN_PARTS
from mingbai.assistant.matching.ways import OF_REPORT, Reading, Saying, WayText, breaks_off
from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary

if TYPE_CHECKING:
    from mingbai.retrieval import Encoder

_ASKING = re.compile(
    "多少|(?<![零〇九八七六十])几|什么|啥|怎么|咋|怎样|如何|哪|谁|吗|[不么]$|多久|多长|是否|([能要是算管给报用行会可])不\\1|有没有|还是|为何|吧$|呢$|代替"
)
_POINTS_BACK = re.compile("这(?:个|张|种|样)")  # 这个证明哪个开: of what the part before it tells
_POINTING = frozenset("那个这里边我们咱区县")
_A_PART = 5
_MOST = 2
SURE = 0.6
"""From here on a question is one that a clause is known to be asked, wherever search ranks the clause."""
_SHOWN = 0.5
"""From this chance on an answer is shown; measured on questions not written here, and asked of strange policies."""
_MAY = re.compile("不?(?:行|能|可以|会|管|算|报)[了的]?(?:[：:，,。]|$)")
_MUST = re.compile("(?:不用|不必|要|得)[^：:，,。]{0,3}(?:[：:，,。]|$)")
_ASKS_MUST = re.compile("(?<!只)(?:要|得|用|必须)[^,。多少几]{0,8}[不吗没]$|[要用][没不][要用]|是不是[要得]")
_ASKS_MAY = re.compile("(?:能|可以|行|会|管|算)[^,。多少几]{0,8}[不吗没]$|([能行会管算可])不\\1")
_LIKELY = 0.36
"""From this chance on, of the clause that search finds for one of several questions put at once."""
_SILENCE_SHOWN = 0.7
"""From this chance on, where it says that something is not written; and then the question must speak of that."""
_ASKED_SO = 0.6
"""So much of a way of asking for what is not written speaks of that, too (最多救助多少 of 封顶)."""
_SUITED = 0.35
"""An answer whose way of asking counts no more than that for the question is not shown: it is refused to others."""
_RULED = 0.9
"""From this chance on the rule of a clause answers before those of the clauses that search finds before it."""
_READ = 8
_NEAREST = 3
_AT_ALL = 0.05
"""Ways of asking less alike than that are only looked at where they are among so many nearest in meaning."""
_NEAR = 24
_UNHEARD = 0.6
"""How much of its weight something counts that nobody is known to say: names and side remarks tell little."""


@dataclass(frozen=True)
class _Part:
    """A question or a part of it: the places for which it is asked, what it asks for, whether it tells of a break.

    A part that only tells of the case is held to what the whole asks.
    """

    text: str
    places: frozenset[str]
    asks: str | None
    is_of_break: bool

    @property
    def is_asking(self) -> bool:
        return _ASKING.search(self.text) is not None

    @property
    def tells_of_break(self) -> bool:
        return breaks_off(self.text)


class AskedWays:
    """All ways of asking that the clauses of some policies keep."""

    def __init__(
        self,
        policies: Collection[Policy],
        vocabulary: Vocabulary,
        pieces: Pieces,
        encoder: Encoder | None = None,
    ) -> None:
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
        self._read_part = lru_cache(_READ)(self._read_part_anew)  # one search holds a question against them repeatedly
        self._meanings = Meanings({one.id: one for one in policies}, encoder)
        self._evidence = Evidence(self._answers, self._meanings)
        self._ranker = Ranker(Weights.read())

    def meant(
        self, question: str, policies: Container[str], ranked: Sequence[tuple[str, str]], spoken: str | None = None
    ) -> tuple[Match, ...]:
        """The answers to a question, or to each of its parts, that clauses keep; none where it is a new one.

        `ranked` are the policies and clauses that search finds for the question, best first; `spoken` is the question
        with the names of the places it is asked for.
        """
        whole, asking, sides = self._taken_apart(question, policies, spoken)
        found = self._of_parts(asking, policies, ranked)
        likeliest = self._likeliest(whole, policies, ranked, asking)
        if not (found or likeliest):  # what only tells of the case leads where nothing asked does
            found = self._of_parts(sides, policies, ranked)
        if len({one.answer for one, _ in found}) < _MOST and (likeliest or found):
            found = [likeliest or max(found, key=lambda one: one[1])]
        told = list({one.answered: one for one, _ in found if one.policy == found[0][0].policy}.values())
        once = self._answers.said_once(self._pieces.of(question), [one.answered for one in told])
        return tuple(one for one in told if one.answered in once)[:_MOST]

    def candidates(
        self, question: str, policies: Container[str], ranked: Sequence[tuple[str, str]], spoken: str | None = None
    ) -> list[Candidate]:
        """The answers that may be meant by a question, as for `meant`, with what speaks for each."""
        whole, asking, _ = self._taken_apart(question, policies, spoken)
        return self._candidates(whole, self._fitting(whole, policies, ranked), policies, ranked, asking)

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
        known = (one for one in self.known(question, policies, alike) if one.answered[:2] not in beside)
        return any(not naming or any(word in one.words for word in naming) for one in known)

    def known(self, question: str, policies: Container[str], alike: float = SURE) -> Iterator[Match]:
        """The ways of asking so much like a question that it is surely one of them, with the answers they have."""
        part = _Part(question, frozenset(), self._reading.asks(question), breaks_off(question))
        read, likeness, held = self._read_part(part)
        ways = (self._match(at, read, likeness, held) for at in np.flatnonzero(likeness >= alike).tolist())
        yield from (one for one in ways if one and one.answer and one.policy in policies and one.alike >= alike)

    def likely(
        self, question: str, policies: Container[str], ranked: Sequence[tuple[str, str]], spoken: str
    ) -> tuple[Match, ...]:
        """The answer that is likely meant by one of several questions put at once, if not as surely as by a message.

        It is one that something is written, of a clause that search finds first.
        """
        found = self._likeliest_of_whole(question, policies, ranked, spoken)
        if found is None or found[0].match.answered[:2] not in ranked[:_MOST]:
            return ()
        likeliest, chance = found
        is_told = likeliest.match.answer is not None and not likeliest.speaks["silent"]
        is_likely = chance >= _LIKELY and likeliest.match.fits >= _SUITED
        return (
            (likeliest.match,)
            if is_told and is_likely and not rules_else(question, likeliest.match.answer or "")
            else ()
        )

    def ruled(
        self, question: str, policies: Container[str], ranked: Sequence[tuple[str, str]], spoken: str
    ) -> tuple[str, str] | None:
        """The policy and clause that surely is asked what its own rule answers; None where an answer is kept for it."""
        found = self._likeliest_of_whole(question, policies, ranked, spoken)
        is_ruled = found is not None and found[0].match.answer is None and found[1] >= _RULED
        return found[0].match.answered[:2] if found and is_ruled else None

    def _likeliest_of_whole(
        self, question: str, policies: Container[str], ranked: Sequence[tuple[str, str]], spoken: str
    ) -> tuple[Candidate, float] | None:
        """The answer most likely meant by a question as a whole, with the chance that it is; shown or not."""
        whole = _Part(question, self._local.named(spoken), self._reading.asks(question), breaks_off(question))
        matches = self._fitting(whole, policies, ranked)
        return self._ranker.likeliest(self._candidates(whole, matches, policies, ranked, ()))

    def places_within(self, policy: str, text: str) -> frozenset[str]:
        """The places within the place of a policy that a text names, where clauses tell of them."""
        return self._local.within(policy, text)

    def for_places(self, spoken: str, clauses: Collection[tuple[str, str]]) -> Collection[tuple[str, str]]:
        """Those of some clauses, with their policies, that may answer for the places that a question names."""
        return self._local.fitting(self._local.named(spoken), clauses)

    def _taken_apart(
        self, question: str, policies: Container[str], spoken: str | None
    ) -> tuple[_Part, list[_Part], list[_Part]]:
        """A question as a whole, and what it asks and what it only tells where it has several parts."""
        spoken = question if spoken is None else spoken
        named, asks, breaks = self._local.named(spoken), self._reading.asks(question), breaks_off(question)
        whole = _Part(question, named, asks, breaks)
        parts = [
            part for part in self._parts(whole, spoken) if part.is_asking or not self._only_names(part.text, policies)
        ]
        parts = parts if len(parts) > 1 else []
        sides = [part for part in parts if not (part.is_asking or part.tells_of_break)]
        asking = [part for part in parts if part not in sides and not _POINTS_BACK.search(part.text)]
        return whole, [part for part in asking if part.is_asking] or asking, sides

    def _parts(self, whole: _Part, spoken: str) -> Iterator[_Part]:
        """The parts of a question; one that names no place is of that named before it."""
        places: frozenset[str] = frozenset()
        texts, own = BETWEEN_PARTS.split(whole.text), BETWEEN_PARTS.split(spoken)
        for text, said in zip(texts, own if len(own) == len(texts) else texts, strict=True):
            places = self._local.named(said) or places
            if len(said.strip()) >= _A_PART:
                part = replace(whole, text=text, places=places)
                yield replace(part, asks=self._reading.asks(text)) if part.is_asking else part

    def _of_parts(
        self, parts: Sequence[_Part], policies: Container[str], ranked: Sequence[tuple[str, str]]
    ) -> list[tuple[Match, float]]:
        """The answers to some parts of a question, each with how likely it is meant."""
        each = (self._of_part(part, policies, ranked) for part in parts)
        return [one for one in each if one]

    def _of_part(
        self, part: _Part, policies: Container[str], ranked: Sequence[tuple[str, str]]
    ) -> tuple[Match, float] | None:
        """The answer to a part of a question.

        What only tells of the case (我在农村) may lead to the clause found first, or, where it tells of the break, to
        any; it never leads to what is not written.
        """
        within = ranked if part.is_asking or part.tells_of_break else ranked[:1]
        found = self._likeliest(part, policies, ranked)
        if found is None or found[0].answered[:2] not in within:
            return None
        is_beside = part.is_of_break and not (part.is_asking or part.tells_of_break)  # 去年剩了四十, 今年忘交了
        is_silent = not part.is_asking and NOT_WRITTEN.match(found[0].answer or "") is not None
        return None if is_beside or is_silent or rules_else(part.text, found[0].answer or "") else found

    def _likeliest(
        self, part: _Part, policies: Container[str], ranked: Sequence[tuple[str, str]], within: Sequence[_Part] = ()
    ) -> tuple[Match, float] | None:
        """The answer that is most likely meant by a question or part, with how likely; where that is enough."""
        matches = self._fitting(part, policies, ranked)
        known = max(matches, key=lambda one: one.alike, default=None)
        if known and known.alike >= SURE:
            return (known, known.alike) if known.answer else None
        found = self._ranker.likeliest(self._candidates(part, matches, policies, ranked, within))
        return (found[0].match, found[1]) if found and is_shown(*found) else None

    def _candidates(
        self,
        whole: _Part,
        matches: Sequence[Match],
        policies: Container[str],
        ranked: Sequence[tuple[str, str]],
        parts: Sequence[_Part],
    ) -> list[Candidate]:
        """What speaks for each answer to a question, or to a part of it, from the ways of asking that are like it."""
        own = [(part, list(self._matches(part, policies))) for part in parts]
        texts = (Text(part.text, self._pieces.of(part.text), like) for part, like in ((whole, matches), *own))
        return self._evidence.candidates(*texts, ranked=ranked)

    def _fitting(self, part: _Part, policies: Container[str], ranked: Sequence[tuple[str, str]]) -> list[Match]:
        """The ways of asking that are like a question, of clauses that may answer for the places that it names."""
        matches = list(self._matches(part, policies))
        clauses = {*ranked[:_NEAREST], *(one.answered[:2] for one in matches)}
        fitting = self._local.fitting(part.places, clauses) if part.places else clauses
        return [one for one in matches if one.answered[:2] in fitting]

    def _matches(self, part: _Part, policies: Container[str]) -> Iterator[Match]:
        """The ways of asking that are not quite unlike a question, or among those nearest to it in meaning."""
        read, alike, held = self._read_part(part)
        for policy, (first, end) in self._places.items():
            if policy not in policies:
                continue
            near = self._meanings.near(part.text, policy).ways
            for at in np.union1d(np.flatnonzero(alike[first:end] >= _AT_ALL), np.argsort(-near)[:_NEAR]).tolist():
                if match := self._match(first + at, read, alike, held, float(near[at])):
                    yield match

    def _read_part_anew(self, part: _Part) -> tuple[WayText, NDArray[np.float64], NDArray[np.float64]]:
        """What a question or a part of it says, how alike each way of asking is to it, and how much of each it has."""
        read = replace(self._reading.of(part.text), asks=part.asks, breaks=part.is_of_break)
        return read, *self._likenesses.of(read.pieces)

    def _match(
        self, at: int, read: WayText, alike: NDArray[np.float64], held: NDArray[np.float64], near: float = 0.0
    ) -> Match | None:
        """One way of asking, so near in meaning to what is `read` of a question; None where that is another matter."""
        one, own = self._read(at)
        if own.is_apart_from(read):
            return None
        fits = one.fits(own, read)
        is_of_kind = read.asks == own.asks
        return Match(*one.answered, one.words, float(alike[at]) * fits, fits, is_of_kind, float(held[at]), near)

    def _read_saying(self, at: int) -> tuple[Saying, WayText]:
        policy, clause, answer, words = self._sayings[at]
        weight = OF_REPORT if policy.kind == "report" else 1.0
        saying = Saying(policy.id, clause.id, answer, words, clause.title, weight)
        return saying, self._reading.way(saying)

    def _only_names(self, part: str, policies: Container[str]) -> bool:
        """Whether a part of a question only says whose rule is asked for, if not by its whole name."""
        subject = self._pieces.subject(part) - _POINTING
        return any(policy in policies and subject <= signs for policy, signs in self._called.items())


def rules_else(question: str, answer: str) -> bool:
    """Whether an answer rules on what one may do, and a question asks what one must; or the other way."""
    may, must = _MAY.match(answer), _MUST.match(answer)
    return bool((may and _ASKS_MUST.search(question)) or (must and _ASKS_MAY.search(question)))


def asks_must(question: str) -> bool:
    """Whether a question asks what one must do (用不用自己先垫)."""
    return _ASKS_MUST.search(question) is not None


def is_shown(likeliest: Candidate, chance: float) -> bool:
    """Whether an answer that is the likeliest, with that chance (0 to 1), is shown."""
    if likeliest.match.answer is None or likeliest.match.fits < _SUITED:
        return False
    if likeliest.speaks["silent"]:
        speaks_of_it = likeliest.speaks["unasked"] < 1 or likeliest.speaks["held"] >= _ASKED_SO
        return chance >= _SILENCE_SHOWN and speaks_of_it
    return chance >= _SHOWN
