"""The answers with one index alone in place of all of them: what each part of the search adds to what people read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from eval.asking import ask
from eval.retrieval import SYSTEMS
from eval.schema import FOUND_KINDS, Question
from eval.scores import CHECKS
from eval.summary import Share
from mingbai.assistant.assistant import Assistant
from mingbai.assistant.library import Library
from mingbai.retrieval import Hit
from mingbai.settings import Settings

_ALONE = ("all indexes fused", "BM25, bigrams and words", "vectors only")
_SCORED = ("clauses", "says", "kind")
_DEEP = 200


class RankedBy(Library):
    """A library whose search ranks by one system of `retrieval.SYSTEMS`."""

    system: str

    def search(self, query: str, policies: Iterable[str] = (), k: int = 8) -> list[Hit]:
        """The best hits by the system's own score."""
        rank = SYSTEMS[self.system]
        ranked = [(score, hit) for hit in super().search(query, policies, _DEEP) if (score := rank(hit)) is not None]
        return [replace(hit, score=score) for score, hit in sorted(ranked, key=lambda one: -one[0])[:k]]


def score_baselines(settings: Settings, questions: Iterable[Question]) -> dict[str, Mapping[str, Share]]:
    """By system, how many of the questions that are answered from clauses come out right by each score."""
    asked = [one for one in questions if one.kind in FOUND_KINDS and one.clauses]
    if not asked:
        return {}
    return {system: _shares(_assistant(settings, system), asked) for system in _ALONE}


def _assistant(settings: Settings, system: str) -> Assistant:
    library = RankedBy.from_settings(settings)
    assert isinstance(library, RankedBy)
    library.system = system
    return Assistant(library)


def _shares(assistant: Assistant, questions: Iterable[Question]) -> Mapping[str, Share]:
    found: dict[str, list[bool]] = {name: [] for name in _SCORED}
    for question in questions:
        answer = ask(assistant, question.turns)
        for name in _SCORED:
            score = CHECKS[name](question, answer)
            if score is not None:
                found[name].append(bool(score.value))
    return {name: (sum(values), len(values)) for name, values in found.items()}
