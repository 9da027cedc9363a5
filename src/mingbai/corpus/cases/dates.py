"""Worked cases of rules that a date answers: `on` is the day of the event, for a window the day asked about."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from mingbai.corpus.cases.base import FactsCase, Sum, must_be_one_of
from mingbai.corpus.values import Day


class DeadlineCase(FactsCase):
    """The last day for an event `on` a day, the days counted as `sum`; `late`: whether `done` on a day is too late.

    `from`: the first day, where the time begins to run later; `extended`: the last day where it is prolonged;
    `none`: the rule asks nothing of this case.
    """

    on: Day
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    extended: Day | None = None
    sum: Sum | None = None
    done: Day | None = None
    late: bool | None = None
    none: bool = False
    unknown: bool = False

    @model_validator(mode="after")
    def _sound(self) -> DeadlineCase:
        must_be_one_of(self, "until", "none", "unknown")
        if (self.done is None) != (self.late is None):
            raise ValueError("done(哪天办的)和 late(晚没晚)要一起写")
        return self


def _as_states(raw: Any) -> Any:
    return tuple(raw) if isinstance(raw, list) else (raw,)


class WindowCase(FactsCase):
    """Whether a window is open `on` a day; a list where the source gives several dates, one answer for each.

    `from` and `until`: the window that is open, else the next one, else the last; `next`: the next open day.
    `effect`: the day from which that counts which was done on the day.
    """

    on: Day
    open: Annotated[tuple[bool, ...] | None, BeforeValidator(_as_states)] = None
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    next: Day | None = None
    effect: Day | None = None
    none: bool = False
    unknown: bool = False

    @model_validator(mode="after")
    def _sound(self) -> WindowCase:
        must_be_one_of(self, "open", "none", "unknown")
        return self


class WaitingCase(FactsCase):
    """The first day of the benefits, and the last where the rule has one; `sum` counts the days of the wait.

    `none`: nobody waits in this case. A `from` after `until`: nothing is left of this year.
    """

    on: Day
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    sum: Sum | None = None
    none: bool = False
    unknown: bool = False

    @model_validator(mode="after")
    def _sound(self) -> WaitingCase:
        must_be_one_of(self, "from_", "none", "unknown")
        return self


class RetroactiveCase(FactsCase):
    """The day to which an event `on` a day reaches back."""

    on: Day
    from_: Day = Field(alias="from")
