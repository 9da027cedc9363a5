"""How the clauses that search has found stand to each other: as good as the best, rules before reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mingbai.retrieval import Hit

_NEARLY = 0.75
_TIED = 0.985  # fused scores of ranks that cross: 1, 2, 1 against 2, 1, 2
_NEAR = 3


def where(hit: Hit) -> tuple[str, str]:
    """Where a clause found stands: its document, its own id."""
    return hit.metadata["policy"], hit.metadata["clause"]


def is_as_good(hit: Hit, best: Hit) -> bool:
    """Whether a clause answers nearly as well as the best one: fused ranks lie too close together to tell."""
    if hit.metadata["policy"] != best.metadata["policy"] or not (hit.bigrams and best.bigrams):
        return False
    if hit.score >= _TIED * best.score:
        return True
    return hit.bigrams.score >= _NEARLY * best.bigrams.score


def rules_first(hits: list[Hit]) -> list[Hit]:
    """The hits, a clause of a policy before a report that tells of the same nearly as well (谁能享受一站式结算)."""
    best = hits[0]
    if best.metadata["kind"] != "report" or best.bigrams is None:
        return hits
    enough = _NEARLY * best.bigrams.score
    rules = (hit for hit in hits if hit.metadata["kind"] != "report" and hit.bigrams and hit.bigrams.score >= enough)
    first = next(rules, best)
    return [first, *(hit for hit in hits if hit is not first)]


def headings(hits: Sequence[Hit]) -> tuple[str, ...]:
    """What the clauses nearest to a question tell of, all of the policy of the first."""
    policy = hits[0].metadata["policy"] if hits else None
    own = (hit for hit in hits if hit.metadata["policy"] == policy)
    return tuple(dict.fromkeys(hit.text.split("\n")[1] for hit in own))[:_NEAR]
