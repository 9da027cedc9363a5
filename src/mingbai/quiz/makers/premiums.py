"""Items on premiums: who pays how much, for which group and year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from random import Random

from mingbai.corpus.conditions import When
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.kinds.money import PremiumGroup
from mingbai.corpus.models import Policy
from mingbai.corpus.values import Quantity
from mingbai.money import words
from mingbai.quiz.figures import Other, Unit, figure_draft, figure_words
from mingbai.quiz.makers.situation import situation
from mingbai.quiz.prompt import Draft, Prompt, claim, content_of
from mingbai.quiz.shelf import Shelf
from mingbai.rules.stated import Stated, stated

_Rule = Stated[PremiumRule]


def premium_prompts(shelf: Shelf, policy: Policy) -> Iterator[Prompt]:
    """What each payer pays for each group, and a statement about it."""
    for one in stated(policy, PremiumRule):
        for number, group in enumerate(one.rule.groups):
            for payer, paid in group.pays.items():
                yield from _of_payer(shelf, one, number, payer, paid)


def _of_payer(shelf: Shelf, one: _Rule, number: int, payer: str, paid: Quantity) -> Iterator[Prompt]:
    group = one.rule.groups[number]
    doubtful = not isinstance(paid, Decimal)
    topic = "unsaid" if doubtful else "premium"
    facts = (group.who, str(group.year), payer, str(number))
    make = partial(Prompt, one.policy, one.clause, topic)
    build = partial(_ask, shelf, one, group, payer, paid)
    yield make("premium", "premium", content_of(one.rule), facts, build)
    if isinstance(paid, Decimal):
        for holds in (True, False):
            state = partial(_state, shelf, one, group, payer, paid, holds)
            yield make("premium-claim", "premium", content_of(one.rule), (*facts, str(holds)), state)


def _ask(shelf: Shelf, one: _Rule, group: PremiumGroup, payer: str, paid: Quantity, rng: Random) -> Draft:
    question = f"{_subject(shelf, one, group, payer)}{'多少' if _unit(group) == 'yuan' else '百分之几'}?"
    return figure_draft(question, paid, _unit(group), _others(shelf, one, group, payer, rng))


def _state(
    shelf: Shelf, one: _Rule, group: PremiumGroup, payer: str, paid: Decimal, holds: bool, rng: Random
) -> Draft | None:
    subject, unit = _subject(shelf, one, group, payer), _unit(group)
    right = figure_words(paid, unit)
    if holds:
        return claim(f"{subject}{right}。", True, f"规定写的是{right}。")
    wrong = [other for other in _others(shelf, one, group, payer, rng) if other.figure != paid]
    if not wrong:
        return None
    said = figure_words(wrong[0].figure, unit)
    return claim(f"{subject}{said}。", False, f"规定写的是{right};说成{said}是{wrong[0].why}。")


def _unit(group: PremiumGroup) -> Unit:
    return "yuan" if group.of is None else "share"


def _subject(shelf: Shelf, one: _Rule, group: PremiumGroup, payer: str) -> str:
    """All that pins the figure down, up to the verb."""
    year = "" if group.year is None else f"{group.year}年"
    condition = situation(_unsaid({**one.rule.when, **group.when}, group.who), shelf.corpus.vocabulary)
    who = f"{group.who.removesuffix('的')}({condition})" if condition else group.who.removesuffix("的")
    of = f"{words(group.of)}" if isinstance(group.of, Decimal) else group.of
    base = "" if of is None else f"{of}的"
    per = "每人次" if one.rule.per == "人次" else f"每{one.rule.per}"
    pays = f"{per}的{payer}是" if payer.endswith("补助") else f"{per}由{payer}出"
    return f"按《{one.policy.title}》,{year}{who}的“{one.rule.name}”,{pays}{base}"


def _unsaid(when: When, who: str) -> When:
    """The conditions that the name of a group does not tell already (选二档的人)."""
    told = {fact for fact, values in when.items() if isinstance(values, tuple) and all(one in who for one in values)}
    return {fact: condition for fact, condition in when.items() if fact not in told}


def _others(shelf: Shelf, one: _Rule, group: PremiumGroup, payer: str, rng: Random) -> tuple[Other, ...]:
    unit = _unit(group)
    own = [*_other_payers(group, payer), *_other_groups(one, group, payer)]
    rng.shuffle(own)
    if group.total is not None and len(group.pays) > 1:
        own.insert(0, Other(group.total, "把各方合计当成了一方出的"))
    return (*own, *_elsewhere(shelf, one, unit, rng))


def _other_payers(group: PremiumGroup, payer: str) -> Iterator[Other]:
    for other, paid in group.pays.items():
        if other != payer and isinstance(paid, Decimal):
            yield Other(paid, f"看错了由谁出:这是{other}出的")


def _other_groups(one: _Rule, group: PremiumGroup, payer: str) -> Iterator[Other]:
    for other in one.rule.groups:
        paid = other.pays.get(payer)
        if other is not group and isinstance(paid, Decimal) and _unit(other) == _unit(group):
            what = f"{other.who}" if other.year in (None, group.year) else f"{other.year}年{other.who}"
            yield Other(paid, f"看错了人群或年份:这是{what}的")


def _elsewhere(shelf: Shelf, one: _Rule, unit: Unit, rng: Random) -> list[Other]:
    """What other policies, or other rules of this one, have somebody pay."""
    found: list[Other] = []
    for policy in shelf.corpus.policies.values():
        for other in stated(policy, PremiumRule):
            if other.rule is not one.rule:
                why = f"拿错了规定:这是《{policy.title}》“{other.rule.name}”里的"
                paid = (amount for row in other.rule.groups if _unit(row) == unit for amount in row.pays.values())
                found.extend(Other(amount, why) for amount in paid if isinstance(amount, Decimal) and amount)
    rng.shuffle(found)
    return found
