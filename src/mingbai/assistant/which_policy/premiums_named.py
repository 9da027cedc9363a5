"""What figures that name an insurance tell of a case: the choices a premium is paid for (150那个), or the document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.which_policy.figures_stated import LINE, is_line, stated_by
from mingbai.assistant.which_policy.tiers_by_price import with_tier_by_price
from mingbai.corpus.conditions import Condition
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.models import Policy
from mingbai.language.utterance import Utterance
from mingbai.rules.stated import stated
from mingbai.rules.statement import PERSON

_TIER, _PLAN = "档", "plan"

# 老人买150的我们年轻的买60的可以不: whether it may be so is asked, and not how the two differ
_ALLOWED = re.compile(
    "(?:可以|得?行|能行|要得|允许|准许?)[不吗么没](?:[,。;?! ]|$)"
    "|(?:可不可以|能不能|行不行|准不准|让不让)(?![^,。;?!]{0,8}[报补赔])"
)


def with_premiums(
    utterance: Utterance,
    documents: Collection[str],
    policies: Mapping[str, Policy],
    schemes: Collection[str] = (),
    before: Sequence[Decimal] = (),
) -> Utterance:
    """What was said of some documents, with what the premiums named in it tell; `policies` are all by their ids.

    `schemes` are those named so far, in this message or before it; `before` are the premiums named before any document.

    Where no document is spoken of, one that names no place is known by the figures it states (48元的职工大病), and one
    that hides its place by them and its scheme (区里那个75块的职工大病补充).
    """
    if not documents:
        meant = stated_by(utterance, policies, schemes or utterance.schemes)
        return _with_document(utterance, policies[meant]) if meant else _with_tier(utterance, policies)
    within = [policies[one] for one in documents if one in policies]
    told = _with_choices(utterance, [_paid_for(within, paid) for paid in utterance.premiums or before])
    return with_tier_by_price(told, within)


def _with_tier(utterance: Utterance, policies: Mapping[str, Policy]) -> Utterance:
    """What was said with the tier that costs so much (150那档), where no document is spoken of: few have tiers."""
    if _TIER not in utterance.text:
        return utterance
    rows = [_paid_for(policies.values(), paid) for paid in utterance.premiums]
    return _with_choices(utterance, [tuple(when for when in one if _PLAN in when) for one in rows])


def _with_choices(utterance: Utterance, rows: Sequence[Sequence[Mapping[str, Condition]]]) -> Utterance:
    """What was said with the choices for which the premiums named are paid: they are surer than what only sounded so,
    and tell what somebody says not to know (不晓得哪档,反正交150)."""
    if not rows or any(len(one) != 1 for one in rows):
        return utterance
    told = _choices(when for one in rows for when in one)
    told = {fact: values for fact, values in told.items() if _is_open(fact, utterance)}
    is_held_side_by_side = not _ALLOWED.search(utterance.text)
    compared = {fact: values for fact, values in told.items() if len(values) > 1 and is_held_side_by_side}
    facts = {name: value for name, value in utterance.facts.items() if name not in told}
    return replace(
        utterance,
        facts={**facts, **{fact: values[0] for fact, values in told.items() if len(values) == 1}},
        compared=utterance.compared or compared,
        unknown=utterance.unknown - told.keys(),
        heard={name: words for name, words in utterance.heard.items() if name not in told},
    )


def _is_open(fact: str, utterance: Utterance) -> bool:
    """Whether a message does not say in plain words which choice of a fact holds."""
    return fact not in utterance.facts or fact in utterance.heard or fact in utterance.unknown


def _with_document(utterance: Utterance, policy: Policy) -> Utterance:
    """What was said, of a document known by its figures: its cap is no line above which it begins to pay."""
    line = utterance.facts.get(LINE)
    is_cap = isinstance(line, Decimal) and not is_line(policy, line)
    gone = {LINE} if is_cap else set()
    facts = {name: value for name, value in utterance.facts.items() if name not in gone}
    heard = {name: words for name, words in utterance.heard.items() if name not in gone}
    return replace(utterance, policies=(policy.id,), facts=facts, heard=heard)


def _paid_for(policies: Iterable[Policy], paid: Decimal) -> tuple[Mapping[str, Condition], ...]:
    """For whom some policies say that a person pays this premium: the conditions of every such row."""
    tables = (one for policy in policies for one in stated(policy, PremiumRule))
    rows = ((one.rule.when, group) for one in tables for group in one.rule.groups if group.of is None)
    return tuple({**when, **group.when} for when, group in rows if group.pays.get(PERSON) == paid)


def _choices(conditions: Iterable[Mapping[str, Condition]]) -> dict[str, tuple[str, ...]]:
    """The choices that conditions leave, by fact: those of a fact of which each condition leaves just one."""
    found: dict[str, dict[str, None]] = {}
    for when in conditions:
        for fact, values in when.items():
            if isinstance(values, tuple) and len(values) == 1:
                found.setdefault(fact, {})[values[0]] = None
    return {fact: tuple(values) for fact, values in found.items()}
