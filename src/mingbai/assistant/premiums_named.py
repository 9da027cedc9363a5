"""What the premiums that somebody names (150那个) tell of a case: the choices they are paid for, or the document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from mingbai.corpus.conditions import Condition
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.models import Policy
from mingbai.language.utterance import Utterance
from mingbai.rules.stated import stated

_PERSON = "个人"


def with_premiums(utterance: Utterance, documents: Collection[str], policies: Mapping[str, Policy]) -> Utterance:
    """What was said of some documents, with what the premiums named in it tell; `policies` are all by their ids.

    Where no document is spoken of, one that names no place is known by its premium alone (48元的职工大病).
    """
    if not utterance.premiums:
        return utterance
    if not documents:
        return _with_document(utterance, policies.values())
    within = [policies[one] for one in documents if one in policies]
    rows = [_paid_for(within, paid) for paid in utterance.premiums]
    if any(len(one) != 1 for one in rows):
        return utterance
    told = _choices(when for one in rows for when in one)
    compared = {fact: values for fact, values in told.items() if len(values) > 1}
    facts = {fact: values[0] for fact, values in told.items() if len(values) == 1}
    return replace(utterance, facts={**facts, **utterance.facts}, compared=utterance.compared or compared)


def _with_document(utterance: Utterance, policies: Iterable[Policy]) -> Utterance:
    """What was said, of the one document without a place that has the premium named first."""
    known = [one.id for one in policies if not one.place and _paid_for([one], utterance.premiums[0])]
    return replace(utterance, policies=tuple(known)) if len(known) == 1 else utterance


def _paid_for(policies: Iterable[Policy], paid: Decimal) -> tuple[Mapping[str, Condition], ...]:
    """For whom some policies say that a person pays this premium: the conditions of every such row."""
    tables = (one for policy in policies for one in stated(policy, PremiumRule))
    rows = ((one.rule.when, group) for one in tables for group in one.rule.groups if group.of is None)
    return tuple({**when, **group.when} for when, group in rows if group.pays.get(_PERSON) == paid)


def _choices(conditions: Iterable[Mapping[str, Condition]]) -> dict[str, tuple[str, ...]]:
    """The choices that conditions leave, by fact: those of a fact of which each condition leaves just one."""
    found: dict[str, dict[str, None]] = {}
    for when in conditions:
        for fact, values in when.items():
            if isinstance(values, tuple) and len(values) == 1:
                found.setdefault(fact, {})[values[0]] = None
    return {fact: tuple(values) for fact, values in found.items()}
