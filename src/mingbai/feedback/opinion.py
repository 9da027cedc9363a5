"""What a person says of one answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

Thumb = Literal["useful", "useless"]
Reason = Literal["figure", "unclear", "unfounded", "long", "other"]
THUMBS: tuple[Thumb, ...] = get_args(Thumb)
REASONS: tuple[Reason, ...] = get_args(Reason)
LONGEST_WORDS = 200
"""So many characters of a person's own words are kept."""


@dataclass(frozen=True)
class Opinion:
    """A thumb for one answer, with a reason and own words where they were given.

    `about` names the answer: a random word that tells nothing of the person. `clauses` are written policy#clause,
    `corpus` is the version of the corpus that answered, `earlier` are the questions that the question follows.
    """

    about: str
    thumb: Thumb
    question: str
    answer: str
    policies: tuple[str, ...]
    clauses: tuple[str, ...]
    corpus: str
    reason: Reason | None = None
    words: str = ""
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kept:
    """An opinion as it is kept, and when it was last said (UTC)."""

    said_at: datetime
    opinion: Opinion


@dataclass(frozen=True)
class Count:
    """How many opinions there are of each thumb, and of each reason that was given."""

    thumbs: Mapping[Thumb, int]
    reasons: Mapping[Reason, int]
