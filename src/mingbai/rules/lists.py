"""Is it covered: the words of a question held against the lists of what a policy covers and what it does not.

A list entry is meant where one of its words stands in the question and is not denied there ("不是工伤"). An entry
without words of its own is recognised by its text, and by the vocabulary's words for the terms in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mingbai.corpus.kinds import CoversRule, ExcludesRule, PaysWhenRule
from mingbai.corpus.kinds.lists import ListItem
from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.case import Case
from mingbai.rules.denial import denied_in, holds_in, says
from mingbai.rules.stated import Stated, condition_words, meets, relevant, stated

Verdict = Literal["yes", "no", "depends", "not_said"]
_NAMELESS = "大重疾看生得患有的种么些性殊毛治此这该类个了是急慢"
"""Before an ending such as 病 these make no name: 看病, 大病, 慢性病, 什么病."""
_SHORTEST_KIND = 3
_ALONE = re.compile("(?:^|[\\W有得了是算的里中患]|查出)$")
_CONTRARY = re.compile("非([一-鿿]{2,3})")
_List = Stated[CoversRule] | Stated[ExcludesRule]
_HEAVIEST_FIRST: tuple[Verdict, ...] = ("no", "depends", "yes")


@dataclass(frozen=True)
class Finding:
    """One list entry that a question touches, and what it says.

    `word` is what was recognised; `condition` and `unless` word what it depends on. Of a closed list
    that names nothing the question names, `item` says so and `word` is the name or the subject; `is_denied` where the
    question says that what the list names, or its subject, is not so (不是农合). `note` says how far the list goes.
    """

    verdict: Verdict
    policy: str
    clause: str
    list_name: str
    item: str
    word: str
    condition: str = ""
    unless: str | None = None
    is_off_list: bool = False
    is_denied: bool = False
    note: str | None = None


@dataclass(frozen=True)
class Eligibility:
    """The verdict on a question with every entry it rests on: an exclusion weighs more than a cover.

    yes, no, depends (on the conditions of the findings), not_said (no list of the policy says anything).
    """

    verdict: Verdict
    findings: tuple[Finding, ...]


def eligibility(policy: Policy, vocabulary: Vocabulary, question: str, case: Case) -> Eligibility:
    """What the lists of a policy say to a question, the facts of the case considered."""
    lists: tuple[_List, ...] = (*stated(policy, ExcludesRule), *stated(policy, CoversRule))
    found = tuple(finding for one in lists for finding in findings(one, question, vocabulary, case))
    return Eligibility(heaviest(found), found)


def heaviest(found: Sequence[Finding]) -> Verdict:
    """The verdict of some findings together: what is not covered weighs most."""
    return next((verdict for verdict in _HEAVIEST_FIRST if any(one.verdict == verdict for one in found)), "not_said")


def findings(one: _List, question: str, vocabulary: Vocabulary, case: Case) -> tuple[Finding, ...]:
    """What one list says to a question: every entry it touches, or that a closed list does not name it."""
    match one.rule:
        case ExcludesRule():
            return tuple(_entries(one, question, vocabulary, case, "no", "yes"))
        case CoversRule() as rule:
            found = tuple(_entries(one, question, vocabulary, case, "yes", "no"))
            return found or tuple(_off_list(Stated(one.policy, one.clause, rule), question))


def _entries(
    one: _List, question: str, vocabulary: Vocabulary, case: Case, plain: Verdict, excepted: Verdict
) -> Iterator[Finding]:
    """What each entry that a question touches says, those left out that are not for this case."""
    for item, word in _meant(one.rule, question, vocabulary):
        when = {**one.rule.when, **item.when}
        holds = meets(when, case, vocabulary)
        if holds is not False:
            verdict = _verdict(item, holds, question, plain, excepted)
            condition = ";".join(filter(None, (item.if_, condition_words(when, vocabulary))))
            where = (one.policy.id, one.clause.id, one.rule.name)
            yield Finding(verdict, *where, item.item, word, condition, item.unless, note=one.rule.note)


def _meant(rule: CoversRule | ExcludesRule, question: str, vocabulary: Vocabulary) -> Iterator[tuple[ListItem, str]]:
    """The entries a question touches, each with the longest word that shows it."""
    for item in rule.items:
        if isinstance(item, ListItem):
            found = [word for word in _words(item, vocabulary) if says(question, word)]
            if found:
                yield item, max(found, key=len)


def _words(item: ListItem, vocabulary: Vocabulary) -> Iterator[str]:
    """The words by which an entry is recognised."""
    yield item.item
    yield from item.says
    if not item.says:
        for term, spoken in vocabulary.terms.items():
            if says(item.item, term):
                yield from (term, *spoken.says)


def _verdict(item: ListItem, holds: bool | None, question: str, plain: Verdict, excepted: Verdict) -> Verdict:
    """`plain` where the entry holds without more, `excepted` where the question names its exception."""
    if item.unless is not None and any(says(question, word) for word in (item.unless, *item.unless_says)):
        return excepted
    is_open = item.if_ is not None and not holds_in(question, item.if_)
    return "depends" if holds is None or is_open or item.unless else plain


def _off_list(one: Stated[CoversRule], question: str) -> Iterator[Finding]:
    """A question about what a closed list lists that names nothing on it.

    A single character among the list's words is how the names of such things end (病, 癌): a name so ending that is not
    on the list is not covered. A question that gives no name depends on it.
    """
    rule = one.rule
    if not rule.closed:
        return
    items = [one.item for one in rule.items if isinstance(one, ListItem)]
    endings = (ending for ending in rule.says if len(ending) == 1)
    called = (name for ending in endings for name in re.finditer(f"[^{_NAMELESS}\\W]{ending}", question))
    names = [name[0] for name in called if not _has_kinds(question[: name.end()], items)]
    subjects = [word for word in (rule.of or "", *rule.says) if word and word in question]
    denied = denied_in(question, "。".join(items))
    if names or denied:
        word = denied or names[0]
        off = f"不在“{rule.name}”里"
        yield Finding(
            "no", one.policy.id, one.clause.id, rule.name, off, word, is_off_list=True, is_denied=bool(denied)
        )
    elif subjects:
        only, condition = f"只限“{rule.name}”里列出的", f"是列出的{rule.of}"
        yield Finding(
            "depends", one.policy.id, one.clause.id, rule.name, only, subjects[0], condition, is_off_list=True
        )


def _has_kinds(said: str, items: Sequence[str]) -> bool:
    """Whether what ends with a name calls, by that name alone, what some entries are kinds of (有白血病吗)."""
    kinds = (said[at:] for at in range(len(said) - _SHORTEST_KIND + 1) if any(said[at:] in one for one in items))
    name = next(kinds, None)
    return name is not None and _ALONE.search(said.removesuffix(name)) is not None


@dataclass(frozen=True)
class Opposed:
    """An entry that names the contrary of a `word` of a question (非营利性, where 营利性 is asked about)."""

    clause: str
    item: str
    word: str


def opposed(policy: Policy, question: str) -> Iterator[Opposed]:
    """The entries of what is covered that have a word of a question only with 非 before it, as their clause has.

    A place (非北京户口) is no such word: whoever lives there is spoken of elsewhere.
    """
    for one in stated(policy, CoversRule):
        for item in (item for item in one.rule.items if isinstance(item, ListItem)):
            for run in _CONTRARY.findall(item.item):
                word = next((run[:end] for end in range(len(run), 1, -1) if says(question, run[:end])), None)
                is_place = word and any(place.startswith(word[:2]) for place in policy.place)
                if word and not is_place and not re.search(f"(?<!非){word}", one.clause.text):
                    yield Opposed(one.clause.id, item.item, word)


@dataclass(frozen=True)
class Entitlement:
    """The conditions of a benefit: all of them, or (`any`) one of them; `is_named` where its own words were said.

    `denied` is the first of the conditions that the question says does not hold, where all of them must.
    """

    policy: str
    clause: str
    name: str
    conditions: tuple[str, ...]
    any: bool
    who: str | None
    where: str | None
    is_named: bool
    denied: str | None = None


def entitlements(policy: Policy, question: str) -> tuple[Entitlement, ...]:
    """The conditions of the benefits that a question is about, the closest first."""
    return tuple(
        Entitlement(
            one.policy.id,
            one.clause.id,
            one.rule.name,
            one.rule.conditions,
            one.rule.any,
            one.rule.who,
            one.rule.where,
            any(word in question for word in (one.rule.name, *one.rule.says)),
            None if one.rule.any else next((it for it in one.rule.conditions if denied_in(question, it)), None),
        )
        for one in relevant(stated(policy, PaysWhenRule), question)
    )
