"""Which of several answers is meant, and how surely: what speaks for each, weighed as learnt from questions.

The answers stand in the order of a weighted sum. Whether the first is shown follows, by logistic regression, from what
speaks for it and how far it stands out. The weights are learnt by `python -m eval.learn_ranker`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mingbai.assistant.matching.evidence import Candidate

WEIGHTS = Path(__file__).parent / "ranker.json"


@dataclass(frozen=True)
class Weights:
    """What each thing that speaks for an answer weighs: in the order of answers, and in showing the first.

    `bias` is added to the latter.
    """

    order: Mapping[str, float]
    showing: Mapping[str, float]
    bias: float

    @classmethod
    def read(cls, path: Path = WEIGHTS) -> Weights:
        """The weights of a file."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))


class Ranker:
    """Finds the answer that is most likely meant."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def likeliest(self, candidates: Sequence[Candidate]) -> tuple[Candidate, float] | None:
        """The candidate most likely meant with the chance (0 to 1) that it is; None where there is none."""
        if not candidates:
            return None
        scores = [_weighed(self._weights.order, one.speaks) for one in candidates]
        best = scores.index(max(scores))
        signs = showing_signs(candidates, scores, best)
        return candidates[best], 1 / (1 + math.exp(-_weighed(self._weights.showing, signs) - self._weights.bias))


def showing_signs(candidates: Sequence[Candidate], scores: Sequence[float], best: int) -> dict[str, float]:
    """What speaks for showing the best of some scored candidates: its score, and its share of all of them.

    `in_clause` is the share of all the answers of its clause.
    """
    odds = [math.exp(score - scores[best]) for score in scores]
    clause = candidates[best].match.answered[:2]
    own = sum(odd for odd, one in zip(odds, candidates, strict=True) if one.match.answered[:2] == clause)
    return {**candidates[best].speaks, "score": scores[best], "share": 1 / sum(odds), "in_clause": own / sum(odds)}


def _weighed(weights: Mapping[str, float], speaks: Mapping[str, float]) -> float:
    return sum(weight * speaks[name] for name, weight in weights.items())
