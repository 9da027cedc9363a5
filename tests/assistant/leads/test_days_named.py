"""A day that has gone by is not asked about itself, but the time after it."""

from __future__ import annotations

import pytest

from mingbai.assistant.leads.days_named import day_after
from mingbai.assistant.leads.question import Question


@pytest.mark.parametrize(
    ("question", "day"), [("过了12月20号还能交吗", 21), ("错过了12月20号呢", 21), ("12月20号还能交吗", 20)]
)
def test_is_asked_about_once_a_day_has_gone_by(question: str, day: int) -> None:
    assert day_after(Question.read(question)).days[0].day == day
