"""Which document is meant by the figures it states of itself: its premium, cap, line, its ratios, its start.

一年48块、4万以上才管、最高15万 is the one document that states all three. Only those that name no place are found so,
and those that hide it (某区) where their scheme is named: elsewhere somebody may pay the same under another rule.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from mingbai.assistant.which_policy.place_named import speaks_of
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.kinds.money import PremiumGroup
from mingbai.corpus.models import Policy
from mingbai.language.figures.insurance_figures import day_named, shares_named
from mingbai.language.numbers.amounts import numbers_in
from mingbai.language.utterance import Utterance
from mingbai.rules.stated import stated
from mingbai.rules.statement import PERSON

__all__ = ["LINE", "is_line", "own_figures", "stated_by"]

_HIDES_PLACE = "某"
_SENTENCES = re.compile(r"[。;；\n]")
_OF_CAP = re.compile("封顶|限额|最高|最多|上限")
_OF_LINE = re.compile("超过|以上|限额|封顶|起付")
_THAT_ONE = re.compile("那[个家份种县市区镇]|这[份种]|的那")
LINE = "basic_cap"


@dataclass(frozen=True)
class _Named:
    """The figures of an insurance that a message names; a limit is a cap, or what another insurance pays before it."""

    premium: Decimal | None = None
    caps: tuple[Decimal, ...] = ()
    limit: Decimal | None = None
    shares: tuple[Decimal, ...] = ()
    since: tuple[int, int] | None = None
    schemes: frozenset[str] = field(default_factory=frozenset)

    @property
    def tells(self) -> bool:
        """Whether there is more than a limit, which many documents share."""
        return bool(self.premium is not None or self.caps or self.shares or self.since)


def stated_by(utterance: Utterance, policies: Mapping[str, Policy], schemes: Collection[str]) -> str | None:
    """The one document that states all figures by which a message names an insurance; None where not just one does.

    `schemes` are those named so far; `policies` are all by their ids.
    """
    named = _named(utterance, schemes)
    if not named.tells or utterance.places or any(speaks_of(utterance.text, one) for one in utterance.other_places):
        return None
    free = [one for one in policies.values() if not one.place and _is_of(one, named.schemes)]
    found = [one.id for one in free if _states(one, named)]
    if not found and not utterance.other_places:
        hidden = (one for one in policies.values() if one.place and any(name in one.scheme for name in schemes))
        matching = [one for one in hidden if _states(one, named)]
        found = [one.id for one in matching if len(matching) == 1 and _HIDES_PLACE in one.title]
    return found[0] if len(found) == 1 else None


def is_line(policy: Policy, yuan: Decimal) -> bool:
    """Whether a policy has so much as a line above which it pays, and not only as its cap."""
    return yuan in _amounts(policy, _OF_LINE)


def own_figures(policy: Policy) -> frozenset[Decimal]:
    """The figures that a policy has as its lines and caps, and what it costs."""
    costs = (cost for group in _groups(policy) for cost in _costs(group))
    return _amounts(policy, _OF_CAP) | _amounts(policy, _OF_LINE) | frozenset(costs)


def _named(utterance: Utterance, schemes: Collection[str]) -> _Named:
    limit = utterance.facts.get(LINE)
    return _Named(
        premium=utterance.premiums[0] if utterance.premiums else None,
        caps=utterance.caps,
        limit=limit if isinstance(limit, Decimal) else None,
        shares=shares_named(utterance.text),
        since=day_named(utterance.text) if _THAT_ONE.search(utterance.text) else None,
        schemes=frozenset(schemes),
    )


def _is_of(policy: Policy, schemes: Iterable[str]) -> bool:
    """Whether a document can be meant by the schemes named: some are its own, by their name or in its title."""
    named = list(schemes)
    return not named or any(one in policy.scheme or one in policy.title for one in named)


def _states(policy: Policy, named: _Named) -> bool:
    """Whether a document states all of some figures."""
    if named.premium is not None and not _is_price(policy, named.premium):
        return False
    if named.shares and not any(set(named.shares) <= shares for shares in _shares(policy)):
        return False
    if named.since and not _holds_since(policy, *named.since):
        return False
    limits = set() if named.limit is None else {named.limit}
    caps = _amounts(policy, _OF_CAP)
    return set(named.caps) <= caps and limits <= caps | _amounts(policy, _OF_LINE)


def _is_price(policy: Policy, paid: Decimal) -> bool:
    """Whether a premium of a policy is so much: what a person pays, or all payers together."""
    return any(group.of is None and paid in _costs(group) for group in _groups(policy))


def _groups(policy: Policy) -> Iterator[PremiumGroup]:
    return (group for one in stated(policy, PremiumRule) for group in one.rule.groups)


def _costs(group: PremiumGroup) -> Iterator[Decimal]:
    """What a person of a group pays, and what all payers pay together, where that is sure."""
    return (cost for cost in (group.pays.get(PERSON), group.total) if isinstance(cost, Decimal))


def _holds_since(policy: Policy, year: int, month: int) -> bool:
    """Whether a policy is in force from a month on, or a clause has a day of that month."""
    start = policy.in_force.from_
    if start is not None and (start.year, start.month) == (year, month):
        return True
    return any(f"{year}年{month}月" in clause.text for clause in policy.clauses)


def _amounts(policy: Policy, of: re.Pattern[str]) -> frozenset[Decimal]:
    """The figures of the sentences of a policy's clauses that speak of something."""
    return _figures(tuple(clause.text for clause in policy.clauses), of)


@cache
def _figures(texts: tuple[str, ...], of: re.Pattern[str]) -> frozenset[Decimal]:
    said = (one for text in texts for one in _SENTENCES.split(text) if of.search(one))
    return frozenset().union(*map(numbers_in, said))


def _shares(policy: Policy) -> Iterable[frozenset[Decimal]]:
    """The figures of each clause of a policy that has ratios."""
    return (numbers_in(clause.text) for clause in policy.clauses if "%" in clause.text)
