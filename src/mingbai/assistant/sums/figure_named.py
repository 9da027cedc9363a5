"""A message that points at a figure of the sum just told asks about that, and tells no bill of its own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.conversation.state import SEARCHED, State
from mingbai.assistant.openings.figure_of_sum import asks_how, asks_who, pointed_at, told_of_figures
from mingbai.assistant.outcome import Computed
from mingbai.assistant.toolbox import Toolbox
from mingbai.language.bills.sums import BILLS
from mingbai.language.utterance import Utterance

__all__ = ["without_figure_of_sum"]


def without_figure_of_sum(utterance: Utterance, state: State, toolbox: Toolbox) -> Utterance:
    """What a message says, without the figures of the statement before it that it only points at.

    那一万八全归我自己?, after 118,000 of which 18,000 lie above the cap: a question of that sum.
    """
    figures = pointed_at(utterance.text)
    if not figures or state.topic != "estimate" or state.policy is None or state.asked or utterance.bills:
        return utterance
    found = toolbox.estimate(state.policy, state.facts)
    if state.bills or not isinstance(found, Computed) or not any(told_of_figures(found, utterance.text)):
        return utterance
    facts = {name: value for name, value in utterance.facts.items() if not _is_one(name, value, figures)}
    intents = utterance.intents
    if asks_how(utterance.text):
        intents = (intents - {*SEARCHED}) | {"recheck"}
    elif asks_who(utterance.text):
        intents = (intents - {*SEARCHED}) | {"estimate"}
    return replace(utterance, facts=facts, intents=intents, rough=utterance.rough & facts.keys(), change=None)


def _is_one(name: str, value: object, figures: tuple[Decimal, ...]) -> bool:
    return name in (*BILLS, "self_funded") and value in figures
