"""The counter: procedures by place and words, what to bring, what is still missing, and the days by which to come."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from mingbai.assistant.library import Library
from mingbai.corpus.kinds import DateRule, DeadlineRule, DocumentsRule, RetroactiveRule, WaitingRule
from mingbai.corpus.models import Policy
from mingbai.rules.case import Case
from mingbai.rules.dates import DateAnswer, date_answer
from mingbai.rules.days import day_words
from mingbai.rules.documents import Checklist, Document, checklist
from mingbai.rules.stated import Stated, condition_words, relevant, stated

_NATIONWIDE = "没写地方"


@dataclass(frozen=True)
class Procedure:
    """Something people come to the counter for; `key` names it."""

    key: str
    name: str
    place: str
    policy: str
    year: str
    who: str


@dataclass(frozen=True)
class Demand:
    """One thing to bring, under a condition where it has one; `key` names it within its handout."""

    key: str
    words: str
    condition: str


@dataclass(frozen=True)
class Handout:
    """The documents of one procedure: those always needed, those of each condition, and what the source lost.

    `has_list` is False where the policy states when to come and not what to bring. `conditions` are the questions to
    put; `needed` holds the items whose conditions were answered with yes.
    """

    key: str
    procedure: str
    policy: str
    policy_name: str
    policy_title: str
    year: str
    clause: str
    has_list: bool
    who: str
    where: str
    holds_for: str
    needed: tuple[Demand, ...]
    conditions: tuple[str, ...]
    lost: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Deadline:
    """A rule about days: `event` names the day it counts from ("" for one asked about today), `answer` what follows.

    `is_late` where the last day has passed, None where that cannot be said.
    """

    key: str
    name: str
    clause: str
    words: str
    event: str
    answer: str
    cause: str
    is_late: bool | None


def places(library: Library) -> tuple[str, ...]:
    """The places whose procedures are known, in the order of the procedures."""
    return tuple(dict.fromkeys(one.place for one in procedures(library)))


def procedures(library: Library, place: str = "", words: str = "") -> tuple[Procedure, ...]:
    """The procedures of a place ("" for all); where words are given, only those that share some, the closest first.

    A policy that lists no documents is there with its days.
    """
    found: list[Procedure] = []
    for policy in library.corpus.policies.values():
        rules = _occasions(policy)
        chosen = relevant(list(rules.values()), words) if words.strip() else rules.values()
        if words.strip() and (words in library.name(policy.id) or words in policy.title):
            chosen = rules.values()
        keys = {id(one): key for key, one in rules.items()}
        found.extend(_procedure(library, keys[id(one)], one) for one in chosen if place in ("", _place(policy)))
    return tuple(sorted(found, key=lambda one: one.place == _NATIONWIDE))


def _occasions(policy: Policy) -> dict[str, Stated[Any]]:
    """What people come to the counter for, by key: the lists of documents, or else the rules about days."""
    lists = {f"{policy.id}#{number}": one for number, one in enumerate(stated(policy, DocumentsRule))}
    return (
        {**lists} if lists else {f"{policy.id}#{_day(number)}": one for number, one in enumerate(_date_rules(policy))}
    )


def _date_rules(policy: Policy) -> tuple[Stated[DateRule], ...]:
    return tuple(one for kind in get_args(DateRule) for one in stated(policy, kind))


def _day(number: int) -> str:
    return f"day-{number}"


def _place(policy: Policy) -> str:
    return policy.place[-1] if policy.place else _NATIONWIDE


def _procedure(library: Library, key: str, one: Stated[Any]) -> Procedure:
    return Procedure(
        key=key,
        name=one.rule.name,
        place=_place(one.policy),
        policy=library.name(one.policy.id),
        year=one.policy.year,
        who=_who(one.rule),
    )


def _who(rule: DocumentsRule | DateRule) -> str:
    return "" if isinstance(rule, WaitingRule | RetroactiveRule) else rule.who or ""


def handout(library: Library, key: str, yes: Collection[str] = ()) -> Handout:
    """What to bring for a procedure, with the conditions that were answered with yes.

    Raises:
        KeyError: where there is no such procedure.
    """
    one = _stated(library, key)
    plain = _without_list(library, key, one)
    if not isinstance(one.rule, DocumentsRule):
        return plain
    found = checklist(one, library.corpus.vocabulary, Case({}))
    needed = [_demand(number, document) for number, document in enumerate(_documents(found))]
    return replace(
        plain,
        has_list=True,
        needed=tuple(item for item in needed if not item.condition or item.condition in yes),
        conditions=tuple(dict.fromkeys(document.condition for document in found.conditional)),
        lost=found.lost,
    )


def _without_list(library: Library, key: str, one: Stated[Any]) -> Handout:
    """What every occasion states, its documents left open."""
    rule = one.rule
    return Handout(
        key=key,
        procedure=rule.name,
        policy=one.policy.id,
        policy_name=library.name(one.policy.id),
        policy_title=one.policy.title,
        year=one.policy.year,
        clause=one.clause.id,
        has_list=False,
        who=_who(rule),
        where="" if isinstance(rule, WaitingRule | RetroactiveRule) else rule.where or "",
        holds_for=condition_words(rule.when, library.corpus.vocabulary),
        needed=(),
        conditions=(),
        lost=(),
        note=rule.note or "",
    )


def _documents(found: Checklist) -> tuple[Document, ...]:
    return (*found.needed, *found.conditional)


def _demand(number: int, document: Document) -> Demand:
    return Demand(str(number), document.words, document.condition)


def _stated(library: Library, key: str) -> Stated[Any]:
    policy, _, _ = key.partition("#")
    return _occasions(library.corpus.policies[policy])[key]


def note(asked: Handout, brought: Collection[str]) -> str:
    """What is still missing, as a note to hand over: one line of greeting, one for each thing, where to bring it."""
    missing = [item for item in asked.needed if item.key not in brought]
    if not missing:
        return f"{asked.procedure}:材料已经齐了。"
    lines = [f"{asked.procedure}:还缺 {len(missing)} 样材料"]
    lines += [f"{number}. {item.words}" for number, item in enumerate(missing, 1)]
    if asked.where:
        lines.append(f"补齐后到{asked.where}办。")
    return "\n".join(lines)


def deadlines(library: Library, key: str, days: Mapping[str, date], today: date | None) -> tuple[Deadline, ...]:
    """The rules about days in the policy of a procedure, those of its own clause first, for the days that are known.

    `days` are the days of events by the key of their deadline. `today` decides windows and what is late.

    Raises:
        KeyError: where there is no such procedure.
    """
    one = _stated(library, key)
    rules = _date_rules(one.policy)
    found: list[Deadline] = []
    for number, rule in sorted(enumerate(rules), key=lambda pair: pair[1].clause.id != one.clause.id):
        event = _event(rule.rule)
        name = _day(number)
        day = days.get(name) if event else today
        answer = date_answer(rule, library.corpus.vocabulary, Case({}), day)
        found.append(_deadline(name, event, answer, day, today))
    return tuple(found)


def _event(rule: DateRule) -> str:
    match rule:
        case DeadlineRule():
            return rule.after or rule.before or ""
        case WaitingRule():
            return rule.after
        case RetroactiveRule():
            return rule.after or "办理之日"
        case _:
            return ""


def _deadline(key: str, event: str, answer: DateAnswer, day: date | None, today: date | None) -> Deadline:
    told = [text for one in (answer.readings or (answer,)) if (text := _told(one, day, today))]
    return Deadline(
        key=key,
        name=answer.name,
        clause=answer.clause,
        words=answer.words,
        event=event,
        answer=";".join(told),
        cause=answer.cause or "",
        is_late=answer.is_late(today) if today and answer.kind == "deadline" and day else None,
    )


def _told(answer: DateAnswer, day: date | None, today: date | None) -> str:
    """The answer for a day in words; empty where no day was given."""
    if day is None:
        return ""
    match answer.kind, answer.status:
        case "deadline", "date":
            return "".join(_last_day(answer, today))
        case "waiting", "date":
            until = f",到{day_words(answer.until_on)}为止" if answer.until_on else ""
            return f"从{day_words(answer.from_on)}起享受{until}" if answer.from_on else ""
        case "retroactive", "date":
            return f"最早追溯到{day_words(answer.from_on)}" if answer.from_on else ""
        case "window", "open":
            return f"今天在期内,到{day_words(answer.until_on)}为止" if answer.until_on else "今天在期内"
        case "window", "closed":
            return f"今天不在期内,{_again(answer)}"
        case _, "unknown":
            return f"说不准({answer.cause})" if answer.cause else "说不准"
        case _:
            return ""


def _last_day(answer: DateAnswer, today: date | None) -> Iterator[str]:
    if answer.until_on is None:
        return
    yield f"最晚{day_words(answer.until_on)}"
    if answer.extended_until:
        yield f",符合条件可延到{day_words(answer.extended_until)}"
    last = answer.extended_until or answer.until_on
    if today:
        left = (last - today).days
        yield f",还有{left}天" if left > 0 else ",就是今天" if left == 0 else f",已经过了{-left}天"


def _again(answer: DateAnswer) -> str:
    if answer.next_on:
        return f"下一次从{day_words(answer.next_on)}起"
    return f"已在{day_words(answer.until_on)}截止" if answer.until_on else "现在不在时间内"
