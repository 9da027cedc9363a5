"""Where a conversation stands: which policy, which facts, what was asked, read anew from its messages each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from mingbai.language.figures import FactValue
from mingbai.language.utterance import Utterance

Topic = Literal["estimate", "compare", "documents", "procedure", "eligibility", "fact"]
POLICY = "policy"
_BILLS = ("excess", "own_share")
_OWN_TO_A_POLICY = ("plan", "employment", "filed", "care_place", "admission", "diseases", "child_major_disease")
_OWN_AMOUNTS = ("excess", "basic_cap", "used_this_year", "special_used_this_year", "deductible_paid", "band_floor")
_OWN_TO_A_CARE = (
    "admission",
    "diseases",
    "deductible_paid",
    "special_used_this_year",
    "used_this_year",
    "carried_over",
)


@dataclass(frozen=True)
class State:
    """What the conversation has established so far."""

    policy: str | None = None
    documents: tuple[str, ...] = ()
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    compared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topic: Topic | None = None
    asked: str | None = None
    schemes: tuple[str, ...] = ()

    @property
    def bill(self) -> str:
        """The amount spoken of so far, to which a later bare amount belongs."""
        return next((fact for fact in _BILLS if fact in self.facts), "cost")

    def told(self, utterance: Utterance, policy: str | None) -> State:
        """The state after an utterance: later facts win, and a fact of one policy does not leak into another."""
        facts = dict(self.facts)
        if policy and self.policy and policy != self.policy:
            for name in (*_OWN_TO_A_POLICY, *_OWN_AMOUNTS, "marked_drugs", "carried_over"):
                facts.pop(name, None)
        said_care = utterance.facts.get("care")
        if said_care and facts.get("care") not in (None, said_care):
            for name in _OWN_TO_A_CARE:
                facts.pop(name, None)
        if "cost" in utterance.facts:
            facts.pop("self_funded", None)
            if "basic_cap" in {*facts, *utterance.facts}:
                facts.pop("excess", None)
        facts.update(utterance.facts)
        own, cost = utterance.facts.get("self_funded"), self.facts.get("cost")
        if isinstance(own, Decimal) and isinstance(cost, Decimal) and "cost" not in utterance.facts and own < cost:
            facts["cost"] = cost - own
        return replace(
            self,
            policy=policy or self.policy,
            facts=facts,
            compared=utterance.compared,
            schemes=utterance.schemes or self.schemes,
            asked=None,
        )

    def without(self, fact: str) -> State:
        """The state without a fact that could not be used."""
        return replace(self, facts={name: value for name, value in self.facts.items() if name != fact})
