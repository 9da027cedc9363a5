"""The records of a quiz: an item with its choices, and the clauses it comes from."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from mingbai.corpus.citation import Citation
from mingbai.quiz.difficulty import Difficulty

ItemType = Literal["single_choice", "true_false", "number", "ordering", "documents"]

TOPICS: dict[str, str] = {
    "share": "报销比例",
    "deductible": "起付线",
    "cap": "封顶线和定额",
    "amount": "算账",
    "premium": "缴费",
    "documents": "材料",
    "deadline": "时限",
    "eligibility": "资格和范围",
    "procedure": "办理顺序",
    "governing": "适用哪份政策",
    "fund": "基金、预付和滞纳金",
    "unsaid": "原文说不准的",
}
"""Every topic by its id, with its name."""

RIGHT, WRONG = "对", "错"
THEN = " → "
"""Stands between the steps of an order."""


class Frozen(BaseModel):
    """A record that does not change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Choice(Frozen):
    """One answer: its text, whether it is the right one, and why it is or which mistake leads to it.

    For a number these are the answers that are recognised, in yuan with two decimals; they are not shown.
    """

    text: str
    right: bool
    why: str


class Item(Frozen):
    """One question; `answer` is the text of the one right choice.

    `id` stays the same as long as the rule behind it and the facts drawn for it do. `topic`, `rule_kind`, `facts` (of
    a case) and `difficulty` are kept out of the JSON.
    """

    id: str
    type: ItemType
    question: str
    choices: tuple[Choice, ...] = Field(min_length=2)
    answer: str
    explanation: str
    citations: tuple[Citation, ...] = Field(min_length=1)
    topic: str = Field(exclude=True)
    rule_kind: str = Field(exclude=True)
    facts: tuple[tuple[str, str], ...] = Field(default=(), exclude=True)
    difficulty: Difficulty = Field(default="medium", exclude=True)

    @property
    def policy(self) -> str:
        """The policy that is asked about."""
        return self.citations[0].policy


class Quiz(Frozen):
    """The items of one quiz in order; `seed` is what they were drawn with, None where they were put together."""

    items: tuple[Item, ...]
    seed: int | None = Field(default=None, exclude=True)
