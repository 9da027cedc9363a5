"""The tier that somebody names by its being the dear or the cheap one (统一交贵的那一档; 都改成便宜的呢)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.models import Policy
from mingbai.language.utterance import Utterance
from mingbai.rules.stated import stated
from mingbai.rules.statement import PERSON

_PLAN = "plan"
_CHOOSING = "(?:交|缴|买|选|参|上|按|改成?|换成?)[^,。;?!药院医0-9]{0,3}?"
_TIER = "的?[那这]?一?[个种]?档(?!次)"
_ALONE = "的(?:[那这][个种])?(?=一年|每年|的?话|[呢吧,。;?! ]|$)"
_DEAR, _CHEAP = "(?<!报得)(?<!更)[贵高]", "(?:便宜|(?<!更)低)"  # 贵的那一档; 都改成便宜的呢; 贵的药 is no tier
_DEAREST = re.compile(f"{_DEAR}{_TIER}|{_CHOOSING}{_DEAR}{_ALONE}")
_CHEAPEST = re.compile(f"{_CHEAP}{_TIER}|{_CHOOSING}{_CHEAP}{_ALONE}")


def with_tier_by_price(utterance: Utterance, policies: Iterable[Policy]) -> Utterance:
    """What was said of some policies, with the tier that is the dear or the cheap one of them.

    As it was where both are spoken of, a tier is named besides, or cases are compared.
    """
    is_dear, is_cheap = (one.search(utterance.text) is not None for one in (_DEAREST, _CHEAPEST))
    is_told = _PLAN in {*utterance.facts, *utterance.compared} or "difference" in utterance.intents
    if is_dear == is_cheap or is_told:
        return utterance
    prices = dict(price for policy in policies for price in _prices(policy))
    if len(set(prices.values())) < 2:
        return utterance
    tier = (max if is_dear else min)(prices, key=lambda one: prices[one])
    return replace(utterance, facts={**utterance.facts, _PLAN: tier})


def _prices(policy: Policy) -> Iterable[tuple[str, Decimal]]:
    """What a person pays for each tier of a policy, where nothing but the tier decides it."""
    for group in (group for table in stated(policy, PremiumRule) for group in table.rule.groups):
        paid, tiers = group.pays.get(PERSON), group.when.get(_PLAN)
        is_plain = group.when.keys() == {_PLAN} and group.of is None
        if is_plain and isinstance(paid, Decimal) and isinstance(tiers, tuple) and len(tiers) == 1:
            yield str(tiers[0]), paid
