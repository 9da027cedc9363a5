"""What a run found, counted: shares by score, by file, by kind, thresholds, wrong turns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import fmean, quantiles

from pydantic_evals.reporting import EvaluationReport, ReportCase, ReportCaseFailure

from eval.asking import Answer
from eval.retrieval import Retrieval
from eval.schema import Question

Evaluated = EvaluationReport[tuple[str, ...], Answer, Question]
Scored = ReportCase[tuple[str, ...], Answer, Question]
Crashed = ReportCaseFailure[tuple[str, ...], Answer, Question]
Share = tuple[int, int]
"""How many are right, of how many."""

FULLY_RIGHT = "fully right"
THRESHOLDS = {FULLY_RIGHT: 0.95, "amount": 0.98, "kind": 0.97, "clauses": 0.97, "provenance": 1.0}
"""The share of questions that must be right, over all or by score; a run below one of them fails."""
_WITHOUT_ANSWER = ("clarify", "decline")
_PERCENTILES = 100


@dataclass(frozen=True)
class Summary:
    """Everything a run found; `files` gives the file of each question by its id.

    `answers` are shares by score of the answers from clauses, by what the search ranks by.
    """

    evaluated: Evaluated
    files: Mapping[str, str]
    retrieval: Retrieval | None = None
    answers: Mapping[str, Mapping[str, Share]] = field(default_factory=dict)

    def totals(self) -> dict[str, Share]:
        """By score the share of those questions that it applies to; "fully right" first, a crash being wrong there."""
        counts: dict[str, Counter[bool]] = defaultdict(Counter)
        counts[FULLY_RIGHT][False] = len(self.evaluated.failures)
        for case in self.evaluated.cases:
            counts[FULLY_RIGHT][is_right(case)] += 1
            for name, one in case.assertions.items():
                counts[name][bool(one.value)] += 1
        return {name: (found[True], found.total()) for name, found in counts.items()}

    def below(self) -> list[str]:
        """The thresholds that are missed, in words."""
        totals = self.totals()
        missed = [
            f"{name} {totals[name][0] / totals[name][1]:.1%}, must be {least:.0%}"
            for name, least in THRESHOLDS.items()
            if name in totals and totals[name][0] < least * totals[name][1]
        ]
        false_answers = self.false_answers()
        return [*missed, f"false answers {false_answers}, must be 0"] if false_answers else missed

    def by_file(self) -> dict[str, Share]:
        """Questions fully right by file."""
        return self._by(lambda case: self.files[case.name])

    def by_kind(self) -> dict[str, Share]:
        """Questions fully right by the kind of reply expected."""
        return self._by(lambda case: case.metadata.kind if case.metadata else "")

    def by_status(self) -> dict[str, Share]:
        """Questions fully right by the status of the estimate expected."""
        return self._by(lambda case: case.metadata.result[0] if case.metadata and case.metadata.result else "none")

    def by_voice(self) -> dict[str, Share]:
        """Questions fully right by who asks."""
        return self._by(lambda case: case.metadata.voice if case.metadata else "")

    def wrong(self) -> list[Scored]:
        """The questions of which some check does not hold."""
        return [case for case in self.evaluated.cases if not is_right(case)]

    def false_answers(self) -> int:
        """Answers to what should have been declined or asked back, and clauses cited for what none says."""
        kinds = self._kinds()
        answered = sum(wanted in _WITHOUT_ANSWER and got not in (*_WITHOUT_ANSWER, "chat") for wanted, got in kinds)
        borrowed = sum(
            case.metadata.unsaid and bool(case.output.clauses) for case in self.evaluated.cases if case.metadata
        )
        return answered + borrowed

    def false_refusals(self) -> int:
        """Refusals, and questions back, to what should have been answered."""
        kinds = self._kinds()
        return sum(wanted not in (*_WITHOUT_ANSWER, "chat") and got in _WITHOUT_ANSWER for wanted, got in kinds)

    def measures(self) -> dict[str, tuple[float, float, float, float]]:
        """Mean, median, 95th percentile and highest value of each measure."""
        values: dict[str, list[float]] = defaultdict(list)
        for case in self.evaluated.cases:
            for name, one in case.scores.items():
                values[name].append(float(one.value))
        return {name: _spread(found) for name, found in values.items()}

    def _kinds(self) -> list[tuple[str, str]]:
        return [(case.metadata.kind, case.output.reply.kind) for case in self.evaluated.cases if case.metadata]

    def _by(self, label: Callable[[Scored | Crashed], str]) -> dict[str, Share]:
        asked = Counter(map(label, self.evaluated.cases)) + Counter(map(label, self.evaluated.failures))
        right = Counter(label(case) for case in self.evaluated.cases if is_right(case))
        return {name: (right[name], asked[name]) for name in sorted(asked)}


def is_right(case: Scored) -> bool:
    """Whether every check holds and none broke down."""
    return all(one.value for one in case.assertions.values()) and not case.evaluator_failures


def percentile(values: list[float], percent: int) -> float:
    """The value below which so many per cent of the values lie."""
    if len(values) == 1:
        return values[0]
    return quantiles(values, n=_PERCENTILES, method="inclusive")[percent - 1]


def _spread(values: list[float]) -> tuple[float, float, float, float]:
    return fmean(values), percentile(values, 50), percentile(values, 95), max(values)
