"""How well the clauses are found: all indexes together, and each one alone as a base line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import ir_measures
from ir_measures import RR, Qrel, R, ScoredDoc, nDCG

from eval.schema import FOUND_KINDS, Question
from mingbai.assistant.library import Library
from mingbai.retrieval import Hit, Standing
from mingbai.retrieval.fusion import Weights, fuse

MEASURES = {"R@5": R @ 5, "MRR": RR, "nDCG@10": nDCG @ 10}
_DEEP = 200
_KEYWORDS = Weights(dense=0)
_Rank = Callable[[Hit], float | None]


def _keywords(hit: Hit) -> float | None:
    """The score of the two keyword indexes fused without the vectors."""
    standings = ((_KEYWORDS.bigrams, hit.bigrams), (_KEYWORDS.words, hit.words))
    votes = [(weight, {0: standing}) for weight, standing in standings if standing]
    return fuse(votes)[0][1] if votes else None


def _by(standing: Standing | None) -> float | None:
    return None if standing is None else -float(standing.rank)


SYSTEMS: Mapping[str, _Rank] = {
    "all indexes fused": lambda hit: hit.score,
    "BM25, bigrams and words": _keywords,
    "BM25, bigrams only": lambda hit: _by(hit.bigrams),
    "BM25, words only": lambda hit: _by(hit.words),
    "vectors only": lambda hit: _by(hit.dense),
}


@dataclass(frozen=True)
class Retrieval:
    """Scores by where was searched and by system; the questions of which all indexes missed the clause in five."""

    questions: int
    scores: Mapping[tuple[str, str], Mapping[str, float]]
    missed: tuple[str, ...]


def score_retrieval(library: Library, questions: Iterable[Question]) -> Retrieval | None:
    """The scores over the questions that rest on a clause found, a conversation being searched as one query.

    None where no question does.
    """
    asked = [one for one in questions if one.kind in FOUND_KINDS and one.clauses]
    if not asked:
        return None
    qrels = [Qrel(one.id, f"{one.policy}#{clause}", 1) for one in asked for clause in one.clauses]
    scores: dict[tuple[str, str], dict[str, float]] = {}
    missed: set[str] = set()
    for place, is_filtered in (("within the policy", True), ("in the whole corpus", False)):
        found = {one.id: _hits(library, one, is_filtered) for one in asked}
        for system, rank in SYSTEMS.items():
            run = [_scored(id_, hit, rank) for id_, hits in found.items() for hit in hits if rank(hit) is not None]
            measured = ir_measures.calc_aggregate(MEASURES.values(), qrels, run)
            scores[place, system] = {name: measured[measure] for name, measure in MEASURES.items()}
            if system == next(iter(SYSTEMS)) and is_filtered:
                missed = {one.query_id for one in ir_measures.iter_calc([R @ 5], qrels, run) if one.value < 1}
    return Retrieval(len(asked), scores, tuple(sorted(missed)))


def _hits(library: Library, question: Question, is_filtered: bool) -> list[Hit]:
    policies = [question.policy] if is_filtered and question.policy else []
    return library.search(" ".join(question.turns), policies, k=_DEEP)


def _scored(query: str, hit: Hit, rank: _Rank) -> ScoredDoc:
    return ScoredDoc(query, hit.id, rank(hit) or 0.0)
