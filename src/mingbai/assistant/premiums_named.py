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
_HIDES_PLACE = "某"


def with_premiums(
    utterance: Utterance, documents: Collection[str], policies: Mapping[str, Policy], schemes: Collection[str] = ()
) -> Utterance:
    """What was said of some documents, with what the premiums named in it tell; `policies` are all by their ids.

    `schemes` are those named so far, in this message or before it.

    Where no document is spoken of, one that names no place is known by its premium alone (48元的职工大病), and one that
    hides its place by its premium and its scheme (区里那个75块的职工大病补充).
    """
    if not utterance.premiums:
        return utterance
    if not documents:
        return _with_document(utterance, policies.values(), schemes or utterance.schemes)
    within = [policies[one] for one in documents if one in policies]
    rows = [_paid_for(within, paid) for paid in utterance.premiums]
    if any(len(one) != 1 for one in rows):
        return utterance
    told = _choices(when for one in rows for when in one)
    compared = {fact: values for fact, values in told.items() if len(values) > 1}
    facts = {fact: values[0] for fact, values in told.items() if len(values) == 1}
    return replace(utterance, facts={**facts, **utterance.facts}, compared=utterance.compared or compared)


def _with_document(utterance: Utterance, policies: Iterable[Policy], schemes: Collection[str]) -> Utterance:
    """What was said, of the one document that tells no place and has the premium named first."""
    policies = tuple(policies)
    paid = utterance.premiums[0]
    known = [one.id for one in policies if not one.place and _paid_for([one], paid)]
    known = known or _hidden(utterance, policies, schemes)
    return replace(utterance, policies=tuple(known)) if len(known) == 1 else utterance


def _hidden(utterance: Utterance, policies: Iterable[Policy], schemes: Collection[str]) -> list[str]:
    """The document of 某区 or 某县 that alone of a scheme named has the premium named first, for one or in all.

    大病 may be said of any scheme of that name.
    """
    if utterance.other_places:
        return []
    of_scheme = (one for one in policies if any(named in one.scheme for named in schemes))
    known = [one for one in of_scheme if _costs(one, utterance.premiums[0])]
    return [one.id for one in known if len(known) == 1 and _HIDES_PLACE in one.title]


def _costs(policy: Policy, paid: Decimal) -> bool:
    """Whether a premium of a policy is so much: what a person pays, or all payers together."""
    groups = (group for one in stated(policy, PremiumRule) for group in one.rule.groups)
    return any(group.of is None and paid in (group.pays.get(_PERSON), group.total) for group in groups)


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
