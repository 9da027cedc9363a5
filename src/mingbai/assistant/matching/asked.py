"""Which clause a question in people's own words is about, and the line that answers it straight.

Clauses keep ways in which people ask for what they say. A question is held against these by the characters and pairs of
characters that both have, each weighed by how rarely it is said; words for the same thing (娃, 小孩) count as one.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mingbai.assistant.matching.answers import NOT_WRITTEN, AnswerPieces
from mingbai.assistant.matching.evidence import Candidate, Evidence, Text
from mingbai.assistant.matching.kinds_asked import things_asked
from mingbai.assistant.matching.known_ways import KnownWays
from mingbai.assistant.matching.local_headings import LocalHeadings
from mingbai.assistant.matching.match import Match
from mingbai.assistant.matching.may_or_must import rules_else
from mingbai.assistant.matching.meanings import Meanings
from mingbai.assistant.matching.pieces import Pieces
from mingbai.assistant.matching.ranker import Ranker, Weights
from mingbai.assistant.matching.showing import SUITED, is_shown
from mingbai.assistant.matching.taking_apart import Part, TakingApart
from mingbai.assistant.matching.telling_words import pairs
from mingbai.assistant.matching.ways import Reading
from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary

if TYPE_CHECKING:
    from mingbai.retrieval import Encoder

SURE = 0.6
"""From here on a question is one that a clause is known to be asked, wherever search ranks the clause."""
_MOST = 2
_LIKELY = 0.36
"""From this chance on, of the clause that search finds for one of several questions put at once."""
_RULED = 0.9
"""From this chance on the rule of a clause answers before those of the clauses that search finds before it."""
_NEAREST = 3


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
        reading = Reading(vocabulary, pieces)
        self._local = LocalHeadings(policies, vocabulary)
        self._apart = TakingApart(policies, reading, pieces, self._local)
        meanings = Meanings({one.id: one for one in policies}, encoder)
        self._ways = KnownWays(policies, reading, pieces, meanings)
        self._answers = AnswerPieces(policies, pieces, self._ways.said, self._ways.index)
        self._evidence = Evidence(self._answers, meanings)
        self._ranker = Ranker(Weights.read())

    def meant(
        self, question: str, policies: Container[str], ranked: Sequence[tuple[str, str]], spoken: str | None = None
    ) -> tuple[Match, ...]:
        """The answers to a question, or to each of its parts, that clauses keep; none where it is a new one.

        `ranked` are the policies and clauses that search finds for the question, best first; `spoken` is the question
        with the names of the places it is asked for.
        """
        whole, asking, sides = self._apart.of(question, policies, spoken)
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
        whole, asking, _ = self._apart.of(question, policies, spoken)
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
        ways = self._ways.alike(self._apart.whole(question, spoken=""), alike)
        yield from (one for one in ways if one.answer and one.policy in policies and one.alike >= alike)

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
        is_likely = chance >= _LIKELY and likeliest.match.fits >= SUITED
        return (
            (likeliest.match,)
            if is_told and is_likely and not rules_else(question, likeliest.match.answer or "")
            else ()
        )

    def said_of(self, question: str, policy: str, clause: str, answers: Collection[str]) -> dict[str, float]:
        """How much of a question, of 1, is said where each of some answers of a clause is asked for or told."""
        answered = [(policy, clause, one) for one in answers]
        bearings = self._answers.bearings(self._pieces.of(question), answered) if answered else {}
        return {answer: bearing for (_, _, answer), bearing in bearings.items() if answer}

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
        whole = self._apart.whole(question, spoken)
        matches = self._fitting(whole, policies, ranked)
        return self._ranker.likeliest(self._candidates(whole, matches, policies, ranked, ()))

    def places_within(self, policy: str, text: str) -> frozenset[str]:
        """The places within the place of a policy that a text names, where clauses tell of them."""
        return self._local.within(policy, text)

    def for_places(self, spoken: str, clauses: Collection[tuple[str, str]]) -> Collection[tuple[str, str]]:
        """Those of some clauses, with their policies, that may answer for the places that a question names."""
        return self._local.fitting(self._local.named(spoken), clauses)

    def _of_parts(
        self, parts: Sequence[Part], policies: Container[str], ranked: Sequence[tuple[str, str]]
    ) -> list[tuple[Match, float]]:
        """The answers to some parts of a question, each with how likely it is meant."""
        each = (self._of_part(part, policies, ranked) for part in parts)
        return [one for one in each if one]

    def _of_part(
        self, part: Part, policies: Container[str], ranked: Sequence[tuple[str, str]]
    ) -> tuple[Match, float] | None:
        """The answer to a part of a question.

        What only tells of the case (我在农村) may lead to the clause found first, or, where it tells of the break, to
        any; it never leads to what is not written.
        """
        within = ranked if part.is_asking or part.tells_of_break else ranked[:1]
        found = self._likeliest(part, policies, ranked)
        is_open = part.told and found and found[0].alike < SURE
        if is_open and found and (own := self._of_person(part, found[0], policies, ranked)):
            found = own
        if found is None or found[0].answered[:2] not in within:
            return None
        is_beside = part.is_of_break and not (part.is_asking or part.tells_of_break)  # 去年剩了四十, 今年忘交了
        is_silent = not part.is_asking and NOT_WRITTEN.match(found[0].answer or "") is not None
        return None if is_beside or is_silent or rules_else(part.text, found[0].answer or "") else found

    def _of_person(
        self, part: Part, alone: Match, policies: Container[str], ranked: Sequence[tuple[str, str]]
    ) -> tuple[Match, float] | None:
        """The answer to a part for whom was told of before, where it names more of them than that to it `alone`."""
        found = self._likeliest(replace(part, text=f"{part.told},{part.text}"), policies, ranked)
        asked = [one.kind for one in things_asked(part.text) if one.kind.is_given(alone.answer or "")]
        if found is None or not all(one.is_given(found[0].answer or "") for one in asked):
            return None
        told = {*pairs(part.told)}
        own, other = (told.intersection(pairs(one.answer or "")) for one in (found[0], alone))
        return found if len(own) > len(other) else None

    def _likeliest(
        self, part: Part, policies: Container[str], ranked: Sequence[tuple[str, str]], within: Sequence[Part] = ()
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
        whole: Part,
        matches: Sequence[Match],
        policies: Container[str],
        ranked: Sequence[tuple[str, str]],
        parts: Sequence[Part],
    ) -> list[Candidate]:
        """What speaks for each answer to a question, or to a part of it, from the ways of asking that are like it."""
        own = [(part, list(self._ways.matches(part, policies))) for part in parts]
        texts = (Text(part.text, self._pieces.of(part.text), like) for part, like in ((whole, matches), *own))
        return self._evidence.candidates(*texts, ranked=ranked)

    def _fitting(self, part: Part, policies: Container[str], ranked: Sequence[tuple[str, str]]) -> list[Match]:
        """The ways of asking that are like a question, of clauses that may answer for the places that it names."""
        matches = list(self._ways.matches(part, policies))
        clauses = {*ranked[:_NEAREST], *(one.answered[:2] for one in matches)}
        fitting = self._local.fitting(part.places, clauses) if part.places else clauses
        return [one for one in matches if one.answered[:2] in fitting]
