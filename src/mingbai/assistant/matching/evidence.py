"""What speaks for each answer that clauses keep to a question, as figures that a ranker weighs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mingbai.assistant.matching.answers import NOT_WRITTEN, Answered, AnswerPieces
from mingbai.assistant.matching.match import Match
from mingbai.assistant.matching.meanings import Meanings

_OF_A_PART = ("held", "bears", "near", "told")
"""What may speak for an answer in one part of a question more than in the whole of it."""

Said = Mapping[str, float]


@dataclass(frozen=True)
class Candidate:
    """An answer that may be meant: the way of asking that is most like the question, and what speaks for it, by name.

    `suits`: what the way counts for a question of such persons that asks so; `held`: how much of one of the ways the
    question has; `bears`: how much of the question all that is said of the answer has; `near`, `told`, `heading` and
    `clause`: how near in meaning a way is (less where it suits less), the answer, the heading and the whole clause;
    `kindred`: how many of the ways ask for the same kind of thing; `rank`: one by the rank of the clause in search;
    `silent`, `unanswered`: an answer that something is not written, or none at all; `unasked`: how much of what is not
    written the question does not speak of. What begins with `part_` is the same for that part of the question for
    which it is most, or for the whole.
    """

    match: Match
    speaks: Said


@dataclass(frozen=True)
class Text:
    """A question or a part of it: its words, their pieces, the ways of asking that are like it."""

    words: str
    pieces: frozenset[str]
    matches: Sequence[Match]


class Evidence:
    """Gathers what speaks for answers from the ways of asking that are like a question."""

    def __init__(self, answers: AnswerPieces, meanings: Meanings) -> None:
        self._answers = answers
        self._meanings = meanings

    def candidates(self, whole: Text, *parts: Text, ranked: Sequence[tuple[str, str]]) -> list[Candidate]:
        """The answers that may be meant by a question with some parts.

        `ranked` are the policies and clauses that search finds for the whole, best first.
        """
        said, best = self._of_text(whole), _best_by_answer(whole.matches)
        most = {one: {name: own[name] for name in _OF_A_PART} for one, own in said.items()}
        for part in parts:
            for one, own in self._of_text(part).items():
                if one in most:
                    most[one] = {name: max(most[one][name], own[name]) for name in _OF_A_PART}
        of_parts = {one: {f"part_{name}": value for name, value in own.items()} for one, own in most.items()}
        ranks = {where: 1 / rank for rank, where in enumerate(ranked, 1)}
        return [
            Candidate(
                best[one], {**own, **of_parts[one], **self._of_answer(whole, one), "rank": ranks.get(one[:2], 0.0)}
            )
            for one, own in said.items()
        ]

    def _of_answer(self, whole: Text, answered: Answered) -> dict[str, float]:
        """What the words of an answer tell, where it says that something is not written or says nothing."""
        return {
            "silent": float(NOT_WRITTEN.match(answered[2] or "") is not None),
            "unasked": self._answers.unasked(whole.pieces, answered),
            "unanswered": float(answered[2] is None),
        }

    def _of_text(self, text: Text) -> dict[Answered, dict[str, float]]:
        """What speaks for each answer in one text."""
        ways: Mapping[Answered, list[Match]] = defaultdict(list)
        for match in text.matches:
            ways[match.answered].append(match)
        bears = self._answers.bearings(text.pieces, ways)
        return {
            one: {**_of_ways(own), "bears": bears[one], **self._in_meaning(text.words, one)}
            for one, own in ways.items()
        }

    def _in_meaning(self, text: str, answered: Answered) -> dict[str, float]:
        policy, clause, answer = answered
        near = self._meanings.near(text, policy)
        told = near.answers[answer] if answer else 0.0
        return {"told": told, "heading": near.headings[clause], "clause": near.clauses[clause]}


def _of_ways(ways: Sequence[Match]) -> dict[str, float]:
    """What the ways of asking for an answer tell together."""
    return {
        "suits": max(ways, key=lambda one: one.alike).fits,
        "held": max(one.held * one.fits for one in ways),
        "near": max(one.near * one.fits for one in ways),
        "kindred": sum(one.is_of_kind for one in ways) / len(ways),
    }


def _best_by_answer(matches: Iterable[Match]) -> dict[Answered, Match]:
    best: dict[Answered, Match] = {}
    for match in sorted(matches, key=lambda one: one.alike):
        best[match.answered] = match
    return best
