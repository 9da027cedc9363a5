"""Of several illnesses named in one breath (肺癌在不在,肝癌呢): which a closed list has, and which it has not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mingbai.assistant.leads.question import Lead
from mingbai.corpus.kinds import CoversRule
from mingbai.corpus.kinds.lists import ListItem
from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.case import Case
from mingbai.rules.denial import says
from mingbai.rules.lists import Finding, findings
from mingbai.rules.stated import Stated, stated

_ILLNESSES = "病种"
_UNLISTED = "其他疾病"
_ON_LIST = re.compile("在不在|有没[有得]|有冇|算不算|(?:在|有|算|进)[^,。;!?]{0,10}[吗么不没冇][??]?$")
_NAMELESS = re.compile("其他|别的|名单|[哪什]")
_BEFORE_NAME = re.compile("^.*(?:[和跟与及有得是的了患还又这那]|查出|比如)(?=[一-鿿]{2})")
_CANCER = re.compile("[一-鿿]癌(?!症)")
_TAKEN = "·"
"""Stands for what is already told of."""


def in_and_out_lead(
    policy: Policy, vocabulary: Vocabulary, question: str, case: Case, about: Sequence[str]
) -> Lead | None:
    """That a closed list of illnesses near the question has some of those it names, and others not.

    None where it names none of the one or none of the other kind.
    """
    for one in _lists(policy, about):
        listed, others = _named(one, vocabulary, question, case)
        if listed and others:
            inside, outside = _items(listed), "、".join(others)
            text = f"**{inside}在范围内,{outside}不在**:“{one.rule.name}”里有{inside},没有{outside}。"
            return Lead(text, (one.clause.id,), names=tuple(found.word for found in listed))
    return None


def listed_lead(policy: Policy, vocabulary: Vocabulary, question: str, case: Case, about: Sequence[str]) -> Lead | None:
    """The same; also that such a list has all that a question names, where it asks whether they are on it."""
    if told := in_and_out_lead(policy, vocabulary, question, case, about):
        return told
    for one in _lists(policy, about) if _ON_LIST.search(question) else ():
        listed, _ = _named(one, vocabulary, question, case)
        if listed and all(found.verdict == "yes" for found in listed):
            text = f"**在范围内**:“{one.rule.name}”里写了{_items(listed)}。"
            return Lead(text, (one.clause.id,), names=tuple(found.word for found in listed))
    return None


def _lists(policy: Policy, about: Sequence[str]) -> Iterator[Stated[CoversRule]]:
    """The lists of illnesses in some clauses beyond which none is covered."""
    for one in stated(policy, CoversRule):
        if one.clause.id in about and one.rule.closed and _ILLNESSES in (one.rule.of or ""):
            yield one


def _named(
    one: Stated[CoversRule], vocabulary: Vocabulary, question: str, case: Case
) -> tuple[Sequence[Finding], Sequence[str]]:
    """The entries of a list that a question names, and the illnesses it names beside them."""
    listed = [found for found in findings(one, question, vocabulary, case) if not found.is_off_list]
    return listed, list(dict.fromkeys(_others(one, vocabulary, question)))


def _items(listed: Sequence[Finding]) -> str:
    return "、".join(dict.fromkeys(one.item for one in listed))


def _others(one: Stated[CoversRule], vocabulary: Vocabulary, question: str) -> Iterator[str]:
    """The illnesses that a question names and a list does not have, in the order of speech."""
    rest = question
    words = (word for item in one.rule.items if isinstance(item, ListItem) for word in (item.item, *item.says))
    for word in sorted(words, key=len, reverse=True):
        rest = rest.replace(word, _TAKEN)
    choice = vocabulary.facts["disease"].choices[_UNLISTED]
    known = "|".join(map(re.escape, sorted(choice.says, key=len, reverse=True)))
    pattern = re.compile(f"{known}|{_CANCER.pattern}|{choice.pattern or '(?!)'}")
    names = (_BEFORE_NAME.sub("", found[0]) for found in pattern.finditer(rest))
    yield from (name for name in names if not _NAMELESS.search(name) and says(rest, name))
