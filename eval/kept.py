"""Reports kept as JSON, and how a run differs from the last one kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from eval.summary import FULLY_RIGHT, Share, Summary, is_right

_NAME = "eval-%Y%m%d-%H%M%S"


class Record(BaseModel):
    """A run as it is kept: what each question scored, so that any two runs compare on the questions they share."""

    model_config = ConfigDict(frozen=True)

    at: datetime
    questions: dict[str, dict[str, bool]]
    totals: dict[str, Share]
    measures: dict[str, tuple[float, float, float, float]]
    retrieval: dict[str, dict[str, float]]
    answers: dict[str, dict[str, Share]]
    false_answers: int
    false_refusals: int
    below: list[str]

    @classmethod
    def of(cls, summary: Summary, at: datetime) -> Record:
        """The record of a run; a question that crashed has the one score of not being right."""
        questions = {
            case.name: {FULLY_RIGHT: is_right(case), **{name: bool(one.value) for name, one in case.assertions.items()}}
            for case in summary.evaluated.cases
        }
        questions |= {crash.name: {FULLY_RIGHT: False} for crash in summary.evaluated.failures}
        found = summary.retrieval.scores if summary.retrieval else {}
        return cls(
            at=at,
            questions=questions,
            totals=summary.totals(),
            measures=summary.measures(),
            retrieval={f"{system}, {place}": dict(scores) for (place, system), scores in found.items()},
            answers={system: dict(shares) for system, shares in summary.answers.items()},
            false_answers=summary.false_answers(),
            false_refusals=summary.false_refusals(),
            below=summary.below(),
        )

    @property
    def stem(self) -> str:
        """The name of the report's files without their endings."""
        return self.at.strftime(_NAME)

    def shares(self, ids: set[str]) -> dict[str, Share]:
        """By score how many of some questions are right."""
        kept = [scores for id_, scores in self.questions.items() if id_ in ids]
        names = dict.fromkeys(name for scores in kept for name in scores)
        return {name: _share([scores[name] for scores in kept if name in scores]) for name in names}


@dataclass(frozen=True)
class Change:
    """What changed from one run to the next, counted on the questions that both asked."""

    before: Record
    turned_right: tuple[str, ...]
    turned_wrong: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    shares: Mapping[str, tuple[Share, Share]]


def change(before: Record, now: Record) -> Change:
    """How a run differs from an earlier one."""
    both = before.questions.keys() & now.questions.keys()
    was, is_ = before.shares(set(both)), now.shares(set(both))
    differing = [id_ for id_ in sorted(both) if before.questions[id_][FULLY_RIGHT] != now.questions[id_][FULLY_RIGHT]]
    return Change(
        before,
        tuple(id_ for id_ in differing if now.questions[id_][FULLY_RIGHT]),
        tuple(id_ for id_ in differing if before.questions[id_][FULLY_RIGHT]),
        tuple(sorted(now.questions.keys() - both)),
        tuple(sorted(before.questions.keys() - both)),
        {name: (was[name], is_[name]) for name in is_ if name in was},
    )


def last_kept(folder: Path) -> Record | None:
    """The latest report kept in a folder; None where there is none.

    Raises:
        ValidationError: where it is not one of these records.
    """
    found = sorted(folder.glob("eval-*.json"))
    return Record.model_validate_json(found[-1].read_bytes()) if found else None


def _share(values: list[bool]) -> Share:
    return sum(values), len(values)
