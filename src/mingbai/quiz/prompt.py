"""What can be asked, before it is worked out: a rule, the facts drawn, and how to make the item of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from random import Random
from typing import Any

from mingbai.corpus.citation import citations
from mingbai.corpus.kinds.stacks import StackLayer
from mingbai.corpus.models import Clause, Policy, Rule
from mingbai.quiz.difficulty import Difficulty, difficulty
from mingbai.quiz.item import RIGHT, WRONG, Choice, Item, ItemType

_MOST_WRONG = 3
_ID_LENGTH = 16
_UNSTABLE = frozenset({"says", "note"})
"""Keys of a rule that change how it is found or commented on, never what it says."""


@dataclass(frozen=True)
class Wrong:
    """A wrong answer and the mistake that leads to it."""

    text: str
    why: str


@dataclass(frozen=True)
class Draft:
    """An item worked out but not yet arranged: wrong answers in the order of preference, perhaps too many or repeated.

    `keeps_all` keeps every wrong answer: those of a number are recognised, not shown.
    """

    type: ItemType
    question: str
    right: str
    why: str
    wrong: tuple[Wrong, ...]
    facts: tuple[tuple[str, str], ...] = ()
    clauses: tuple[str, ...] = ()

    @property
    def keeps_all(self) -> bool:
        """Whether every wrong answer is kept."""
        return self.type == "number"


def claim(statement: str, holds: bool, why: str) -> Draft:
    """A statement to be judged; `why` says what is so."""
    other = Wrong(WRONG if holds else RIGHT, f"判断反了:{why}")
    return Draft("true_false", f"判断对错:{statement}", RIGHT if holds else WRONG, why, (other,))


Build = Callable[[Random], Draft | None]


@dataclass(frozen=True)
class Prompt:
    """One thing that can be asked of a policy.

    `kind` is the kind of item, `rule_kind` that of the rule, `content` what the rule says, `facts` what was drawn,
    `steps` how many steps lead to the answer.
    `build` works it out, or gives None where nothing sound can be asked of these facts; what it draws comes from the
    id alone.
    """

    policy: Policy
    clause: Clause
    topic: str
    kind: str
    rule_kind: str
    content: str
    facts: tuple[str, ...]
    build: Build = field(compare=False)
    steps: int = field(default=1, compare=False)

    @cached_property
    def id(self) -> str:
        """The same across versions of the corpus as long as the rule and the facts drawn are the same."""
        parts = (self.policy.id, self.clause.id, self.content, *self.facts, self.kind)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:_ID_LENGTH]

    @property
    def difficulty(self) -> Difficulty:
        """How hard the item is."""
        return difficulty(self.kind, self.steps, is_doubtful=self.topic == "unsaid")

    def item(self) -> Item | None:
        """The item, always the same for the same id and corpus."""
        rng = Random(self.id)  # noqa: S311 - no secret, only a draw that can be repeated
        draft = self.build(rng)
        if draft is None:
            return None
        choices = _arranged(draft, rng)
        if len(choices) < _FEWEST:
            return None
        clauses = draft.clauses or (self.clause.id,)
        return Item(
            id=self.id,
            type=draft.type,
            question=_nested(draft.question),
            choices=choices,
            answer=_nested(draft.right),
            explanation=_nested(f"{draft.why}\n{_grounds(self.policy, clauses)}"),
            citations=tuple(one for clause in clauses for one in citations(self.policy, clause)),
            topic=self.topic,
            rule_kind=self.rule_kind,
            facts=draft.facts,
            difficulty=self.difficulty,
        )


_FEWEST = 2


def _arranged(draft: Draft, rng: Random) -> tuple[Choice, ...]:
    """The choices without repetition, in an order that gives nothing away."""
    right = Choice(text=_nested(draft.right), right=True, why=_nested(draft.why))
    seen = {right.text}
    wrong: list[Choice] = []
    for one in draft.wrong:
        text = _nested(one.text)
        if text not in seen:
            seen.add(text)
            wrong.append(Choice(text=text, right=False, why=_nested(one.why)))
    if draft.keeps_all:
        return (right, *wrong)
    choices = [right, *wrong[:_MOST_WRONG]]
    if draft.type == "true_false":
        return tuple(sorted(choices, key=lambda choice: choice.text != RIGHT))
    rng.shuffle(choices)
    return tuple(choices)


def _nested(text: str) -> str:
    """The text with single quotation marks inside of double ones."""
    depth, found = 0, []
    for sign in text:
        if sign == "”":
            depth -= 1
        found.append(_INNER.get(sign, sign) if depth else sign)
        if sign == "“":
            depth += 1
    return "".join(found)


_INNER = {"“": "‘", "”": "’"}


def _grounds(policy: Policy, clauses: Iterable[str]) -> str:
    cited = (policy.by_id[clause] for clause in clauses)
    named = "、".join(f"“{clause.title}”(原文 {';'.join(clause.locators)})" for clause in cited)
    return f"依据:《{policy.title}》{named}。"


def content_of(*rules: Rule | StackLayer) -> str:
    """What rules say, in a form that only changes when they do."""
    return json.dumps([_plain(rule.model_dump()) for rule in rules], ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items() if key not in _UNSTABLE and one is not None}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value if isinstance(value, str | bool) else str(value)
