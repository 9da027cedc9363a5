"""The same bill, were one fact another: level, plan, filed or not, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.assistant.desk.form import Form, Question
from mingbai.assistant.outcome import Computed
from mingbai.assistant.reply import EstimateView
from mingbai.assistant.toolbox import Toolbox

_MOST_OPTIONS = 8


@dataclass(frozen=True)
class Alternative:
    """What comes out under one choice; `is_now` for the one that holds."""

    shows: str
    estimate: EstimateView
    is_now: bool


@dataclass(frozen=True)
class Comparison:
    """One fact with every choice of it."""

    label: str
    alternatives: tuple[Alternative, ...]


def what_if(toolbox: Toolbox, asked: Form) -> tuple[Comparison, ...]:
    """A comparison for each fact of which another choice changes the payment; none where nothing was computed."""
    if not isinstance(asked.outcome, Computed):
        return ()
    compared = (_comparison(toolbox, asked, one) for one in (*asked.first, *asked.further) if _is_small(one))
    return tuple(one for one in compared if one is not None)


def _is_small(question: Question) -> bool:
    return 2 <= len(question.options) <= _MOST_OPTIONS


def _comparison(toolbox: Toolbox, asked: Form, question: Question) -> Comparison | None:
    alternatives = tuple(_alternatives(toolbox, asked, question))
    paid = {(one.estimate.low, one.estimate.high, one.estimate.amount) for one in alternatives}
    return Comparison(question.label, alternatives) if len(paid) > 1 else None


def _alternatives(toolbox: Toolbox, asked: Form, question: Question) -> Iterator[Alternative]:
    now = question.value or question.assumed
    for option in question.options:
        result = toolbox.estimate(asked.policy, {**asked.facts, question.fact: option.value})
        if isinstance(result, Computed):
            yield Alternative(option.shows, result.estimate, option.value == now)
