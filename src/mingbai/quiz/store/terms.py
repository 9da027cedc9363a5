"""How a quiz is taken: with or without a limit of time, told after each answer or at the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mingbai.quiz.errors import QuizError

MOST_MINUTES = 600


@dataclass(frozen=True)
class Terms:
    """The limit in minutes from the beginning, None for none, and whether right and wrong are told at the end only.

    Raises:
        QuizError: for a limit below a minute or beyond ten hours.
    """

    minutes: int | None = None
    is_final: bool = False

    def __post_init__(self) -> None:
        if self.minutes is not None and not 1 <= self.minutes <= MOST_MINUTES:
            raise QuizError(f"限时要在1到{MOST_MINUTES}分钟之间,现在是{self.minutes}")

    def seconds_left(self, begun_at: datetime, now: datetime) -> float | None:
        """The seconds to the end, 0 once it has come, None without a limit; SQLite forgets that times are in UTC."""
        if self.minutes is None:
            return None
        begun = begun_at if begun_at.tzinfo else begun_at.replace(tzinfo=UTC)
        return max(0.0, (begun + timedelta(minutes=self.minutes) - now).total_seconds())
