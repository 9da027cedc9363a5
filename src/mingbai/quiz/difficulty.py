"""How hard an item is, told from what it asks for; nothing is measured, so a new item has its difficulty at once.

Three things add up:

- the form: to judge a statement 0, to choose 1, to work out an amount or put steps in order oneself 2;
- the steps from the clause to the answer: one 0, two 1, three or more 2. A figure that stands in a clause is one step;
  a bill has the steps of its rule and one more for each special circumstance of the case;
- doubt: where the source leaves the answer open 1, as one must know what it does not say.

Up to 1 is easy, 2 is medium, 3 or more is hard.
"""

from __future__ import annotations

from typing import Literal

from mingbai.quiz.errors import UnknownDifficultyError
from mingbai.quiz.naming import id_named

Difficulty = Literal["easy", "medium", "hard"]
DIFFICULTIES: dict[Difficulty, str] = {"easy": "易", "medium": "中", "hard": "难"}
"""Every difficulty by its id, with its name, the easiest first."""

_JUDGED = frozenset(
    {"conditional", "whole", "window-day", "condition", "all-or-any", "in-force", "nature", "advance-threshold"}
)
_WORKED_OUT = frozenset(
    {"amount-number", "late-fee", "sharing", "advance-amount", "premium-base", "premium-low-base", "steps", "sum"}
)
_MOST_STEPS = 3
_HARD = 3
_EASY = 1


def difficulty(kind: str, steps: int, *, is_doubtful: bool) -> Difficulty:
    """The difficulty of a kind of item that takes `steps` steps."""
    points = form_points(kind) + min(steps, _MOST_STEPS) - 1 + is_doubtful
    if points >= _HARD:
        return "hard"
    return "easy" if points <= _EASY else "medium"


def form_points(kind: str) -> int:
    """What the form of a kind of item adds: 0 to judge, 1 to choose, 2 to work out or to order."""
    if kind in _WORKED_OUT:
        return 2
    return 0 if kind in _JUDGED or kind.endswith("-claim") else 1


def difficulty_id(difficulty: str) -> Difficulty:
    """The id of a difficulty named by its id or its name.

    Raises:
        UnknownDifficultyError: for any other word.
    """
    return id_named(difficulty, DIFFICULTIES, UnknownDifficultyError)
