"""Items on lists: what is covered, what is not, the conditions of a benefit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice
from random import Random

from mingbai.corpus.kinds import CoversRule, ExcludesRule, PaysWhenRule
from mingbai.corpus.kinds.lists import ListItem
from mingbai.corpus.models import Policy
from mingbai.quiz.makers.likeness import is_like
from mingbai.quiz.prompt import Draft, Prompt, Wrong, claim, content_of
from mingbai.quiz.shelf import Shelf
from mingbai.rules.stated import Stated, stated

_List = Stated[CoversRule] | Stated[ExcludesRule]


def list_prompts(shelf: Shelf, policy: Policy) -> Iterator[Prompt]:
    """Which entry stands on a list, which condition belongs to a benefit, and statements about them."""
    for one in _lists(policy):
        for item in _entries(one):
            yield from _of_entry(shelf, one, item)
    for benefit in stated(policy, PaysWhenRule):
        yield from _of_benefit(shelf, benefit)


def _lists(policy: Policy) -> Iterator[_List]:
    yield from stated(policy, CoversRule)
    yield from stated(policy, ExcludesRule)


def _entries(one: _List) -> Iterator[ListItem]:
    return (item for item in one.rule.items if isinstance(item, ListItem))


def _of_entry(shelf: Shelf, one: _List, item: ListItem) -> Iterator[Prompt]:
    kind = "covers" if isinstance(one.rule, CoversRule) else "excludes"
    make = partial(Prompt, one.policy, one.clause, "eligibility")
    content = content_of(one.rule)
    yield make("listed", kind, content, (one.rule.name, item.item), partial(_listed, shelf, one, item))
    for holds in (True, False):
        facts = (one.rule.name, item.item, str(holds))
        yield make("listed-claim", kind, content, facts, partial(_claimed, shelf, one, item, holds))
    if item.if_ or item.unless:
        yield make("condition", kind, content, (one.rule.name, item.item), partial(_conditioned, one, item))


def _listed(shelf: Shelf, one: _List, item: ListItem, rng: Random) -> Draft:
    question = f"《{one.policy.title}》的“{one.rule.name}”这张单子上,写着的是哪一项?"
    why = f"单子上写着“{item.item}”{_extra(item)}。"
    return Draft("single_choice", question, item.item, why, tuple(islice(_strangers(shelf, one, rng), _ENOUGH)))


_ENOUGH = 6
"""Wrong entries to choose from: more than are shown, as some may be worded alike."""


def _extra(item: ListItem) -> str:
    parts = [f"条件是{item.if_}" if item.if_ else "", f"{item.unless}除外" if item.unless else ""]
    return "".join(f",{part}" for part in parts if part)


def _strangers(shelf: Shelf, one: _List, rng: Random) -> Iterator[Wrong]:
    """Entries of other lists that have nothing to do with this one, those of the same policy first."""
    found = [
        (other, item)
        for policy in shelf.corpus.policies.values()
        for other in _lists(policy)
        if other.rule is not one.rule
        for item in _entries(other)
    ]
    rng.shuffle(found)
    found.sort(key=lambda pair: pair[0].policy.id != one.policy.id)
    for other, item in found:
        if not _belongs(one, item):
            where = "这份政策" if other.policy.id == one.policy.id else f"《{other.policy.title}》"
            yield Wrong(item.item, f"看错了单子:这是{where}“{other.rule.name}”里的")


def _belongs(one: _List, stranger: ListItem) -> bool:
    """Whether an entry of another list could be taken for one of this list."""
    spoken = (stranger.item, *stranger.says)
    for item in _entries(one):
        words = (item.item, *item.says)
        if is_like(item.item, stranger.item) or any(_holds(text, word) for text in spoken for word in words):
            return True
    return is_like(one.rule.name, stranger.item)


def _holds(text: str, word: str) -> bool:
    """Whether one of two texts stands in the other; a single character shows nothing."""
    shorter, longer = sorted((text, word), key=len)
    return len(shorter) > 1 and shorter in longer


def _claimed(shelf: Shelf, one: _List, item: ListItem, holds: bool, rng: Random) -> Draft | None:
    title = f"《{one.policy.title}》的“{one.rule.name}”"
    if holds:
        return claim(f"{title}里写着“{item.item}”。", True, f"单子上写着“{item.item}”{_extra(item)}。")
    stranger = next(_strangers(shelf, one, Random(rng.random())), None)  # noqa: S311
    if stranger is None:
        return None
    return claim(f"{title}里写着“{stranger.text}”。", False, f"单子上没有“{stranger.text}”;{stranger.why}。")


def _conditioned(one: _List, item: ListItem, rng: Random) -> Draft:
    title = f"《{one.policy.title}》的“{one.rule.name}”"
    strict = rng.random() < _HALF
    what = "没有附加条件,也没有例外" if strict else "附有条件或例外"
    return claim(f"{title}里,“{item.item}”这一项{what}。", not strict, f"这一项写着{_extra(item).lstrip(',')}。")


_HALF = 0.5


# -- conditions of a benefit -----------------------------------------------------------------------------------------


def _of_benefit(shelf: Shelf, one: Stated[PaysWhenRule]) -> Iterator[Prompt]:
    make = partial(Prompt, one.policy, one.clause, "eligibility")
    content = content_of(one.rule)
    for condition in one.rule.conditions:
        build = partial(_condition, shelf, one, condition)
        yield make("pays-when", "pays_when", content, (one.rule.name, condition), build)
    for holds in (True, False) if len(one.rule.conditions) > 1 else ():
        build = partial(_all_or_any, one, holds)
        yield make("all-or-any", "pays_when", content, (one.rule.name, str(holds)), build)


_ANYWHERE = re.compile("^参加|参保|缴费|定点")
"""Conditions so general that nobody can call them wrong elsewhere: being insured, a designated hospital."""


def _condition(shelf: Shelf, one: Stated[PaysWhenRule], condition: str, rng: Random) -> Draft:
    question = f"按《{one.policy.title}》,哪一项是“{one.rule.name}”写明的条件?"
    strangers = [
        Wrong(text, f"看错了事项:这是《{policy.title}》“{other.rule.name}”的条件")
        for policy in shelf.corpus.policies.values()
        for other in stated(policy, PaysWhenRule)
        if other.rule is not one.rule
        for text in other.rule.conditions
        if not _ANYWHERE.search(text)
        if not any(is_like(text, mine) for mine in (*one.rule.conditions, one.rule.name, one.clause.text))
    ]
    rng.shuffle(strangers)
    return Draft("single_choice", question, condition, f"条件里写着“{condition}”。", tuple(strangers))


def _all_or_any(one: Stated[PaysWhenRule], holds: bool, rng: Random) -> Draft:
    says_any = one.rule.any if holds else not one.rule.any
    conditions = "、".join(f"“{text}”" for text in one.rule.conditions)
    rule = "有其中一项就行" if one.rule.any else "各项都要满足"
    said = "有其中一项就行" if says_any else "各项都要满足"
    statement = f"按《{one.policy.title}》,“{one.rule.name}”的条件有{conditions},{said}。"
    return claim(statement, holds, f"规定是{rule}。")
