"""Several bills of one message, each with the facts that are its own: its sum, its hospital, its visit, whose it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mingbai.language.bills.births import BIRTH, DELIVERY, EXAMINATIONS
from mingbai.language.bills.sharers import sharers
from mingbai.language.bills.sums import OF_A_BILL
from mingbai.language.bills.visits import TOLD_ALONE, marks, owned, parts, person_in
from mingbai.language.lexicon import CHOICE, Found
from mingbai.language.notes import COST, FactValue, Notes, Told
from mingbai.language.people.persons import ME, called, is_same

__all__ = ["Bill", "bills"]

_PERSONAL = ("insured", "employment", "hardship", "plan", "basic_scheme", "child_major_disease")
_PERSONAL_KINDS = frozenset(f"{CHOICE}{fact}" for fact in _PERSONAL)
_ORDINAL = re.compile("第([一二三四五六七八九1-9])[次回趟]|(头)一?[次回趟]")
_FIGURES = {**dict(zip("一二三四五六七八九", range(1, 10), strict=True)), **{str(one): one for one in range(1, 10)}}
_Facts = dict[str, FactValue]
_Reads = Callable[[Sequence[Found]], _Facts]


@dataclass(frozen=True)
class Bill:
    """One of several bills: the facts that are its own, and whose it is where they are not one person's.

    It `is_alone` where the others are to take nothing of its year.
    """

    facts: Mapping[str, FactValue]
    whose: str = ""
    is_alone: bool = False

    def yuan(self, fact: str) -> Decimal:
        """One of its sums by its fact; zero where nobody knows how much that is."""
        value = self.facts[fact]
        return value if isinstance(value, Decimal) else Decimal(0)


def bills(text: str, found: Sequence[Found], notes: Notes, choices: _Reads) -> tuple[Bill, ...]:
    """The bills that some notes hold apart, none where there is only one; `choices` reads the choices of words found.

    A choice goes with the bills after it until the next, except that what is said of a person goes with all bills of
    theirs and with nobody else's; one that is only said behind the last sum holds for all of them.
    """
    if not notes.apart:
        return ()
    spans = parts(text, notes.apart, marks(text, found))
    whose = _persons(text, found, spans, notes.apart)
    told = _going_on([choices(_within(found, *span)) for span in spans], whose, _nobodys(text, found, choices))
    _give_each_their_own(text, found, told, whose, choices)
    _join_outpatient(text, found, told, spans, choices)
    _add_tail(told, found, spans, choices)
    _part_births(told)
    differing = {fact for one in told for fact in one if len({other.get(fact) for other in told}) > 1}
    kept = [{fact: value for fact, value in one.items() if fact in differing} for one in told]
    ends = (*(end for _, end in spans[:-1]), len(text))
    for one, (start, _), end, bill in zip(kept, spans, ends, notes.apart, strict=True):
        one.update(_sums((start, end), bill, notes.sums))
        one.update(_admission(text, start, end))
    return tuple(Bill(one, who) for one, who in zip(kept, _told_apart(whose, kept), strict=True))


def _nobodys(text: str, found: Sequence[Found], choices: _Reads) -> _Facts:
    """What is said before anybody is named."""
    first = person_in(text, found, 0, len(text), last=False)
    return choices(_within(found, 0, first.start)) if first else {}


def _add_tail(
    told: Sequence[_Facts], found: Sequence[Found], spans: Sequence[tuple[int, int]], choices: _Reads
) -> None:
    """What is said behind the last sum: of all bills, or of the last where each had its own.

    A kind of care is joined with that of each bill (住院剩2万,特殊门诊剩800,一共再补多少).
    """
    behind = _within(found, spans[-1][1], max((one.end for one in found), default=0))
    for fact, value in choices(behind).items():
        if fact == "care":
            _join_care(told, found, spans, behind, choices)
            continue
        said_before = any(fact in one for one in told)
        for one in told[-1:] if said_before else told:
            one[fact] = value


def _join_outpatient(
    text: str, found: Sequence[Found], told: Sequence[_Facts], spans: Sequence[tuple[int, int]], choices: _Reads
) -> None:
    """Take bare 门诊 behind a stay as for what was named before both (重特大疾病,住院超2万,门诊又1万)."""
    cares = [[one for one in _within(found, *span) if one.kind == f"{CHOICE}care"] for span in spans]
    heads = [one for one in cares[0] if one.end < spans[0][1]][:1]
    stays = cares[0][1:]
    if not heads or not stays or text[heads[0].start : stays[-1].start].count("门诊"):
        return
    for facts, own in zip(told[1:], cares[1:], strict=True):
        is_bare = [text[one.start : one.end] for one in own] == ["门诊"] and not text.endswith("普通", 0, own[0].start)
        joined = choices([*heads, *own]).get("care") if is_bare else None
        if joined and joined not in (facts.get("care"), heads[0].name):
            facts["care"] = joined


def _part_births(told: Sequence[_Facts]) -> None:
    """A birth beside the examinations before it is the delivery alone."""
    if any(one.get("care") == EXAMINATIONS for one in told):
        for one in told:
            if one.get("care") == BIRTH:
                one["care"] = DELIVERY


def _join_care(
    told: Sequence[_Facts],
    found: Sequence[Found],
    spans: Sequence[tuple[int, int]],
    behind: Sequence[Found],
    choices: _Reads,
) -> None:
    """Each bill's kind of care together with what is said behind all, where these two mean one in either order."""
    for one, span in zip(told, spans, strict=True):
        own = _within(found, *span)
        joined = choices([*own, *behind])["care"]
        if "care" not in one or joined == choices([*behind, *own]).get("care"):
            one["care"] = joined


def _within(found: Sequence[Found], start: int, end: int) -> list[Found]:
    names = {CHOICE + fact for fact in TOLD_ALONE}
    choices = [one for one in found if one.kind.startswith(CHOICE) and one.kind not in names]
    return [one for one in choices if start <= one.start < end]


def _give_each_their_own(
    text: str, found: Sequence[Found], told: Sequence[_Facts], whose: Sequence[str], choices: _Reads
) -> None:
    """What is said of a person in the facts of their bills alone (我妈和我儿子(5岁)都住二级,我妈8000,儿子4000)."""
    if len(set(whose)) == 1:
        return
    personal = [one for one in found if one.kind in _PERSONAL_KINDS]
    owners = owned(text, found, personal)
    for facts, name in zip(told, whose, strict=True):
        if not name:
            continue
        mine = [one for one, owner in zip(personal, owners, strict=True) if owner is None or is_same(name, owner)]
        own = choices(mine)
        for kind in {one.kind for one in personal}:
            facts.pop(fact := kind.removeprefix(CHOICE), None)
            facts.update({fact: own[fact]} if fact in own else {})


def _persons(text: str, found: Sequence[Found], spans: Sequence[tuple[int, int]], sums: Sequence[Told]) -> list[str]:
    """Whose each bill is, by the last person named until then; empty where nobody was.

    One sum told of each of several persons (我爸妈各花6000) is theirs in turn.
    """
    each = sharers(text, sums[0].mention.start) if len({one.mention.start for one in sums}) == 1 else ()
    if len(each) == len(sums):
        return list(each)
    last = [person_in(text, found, *span) for span in spans]
    named = [one.name if one else "" for one in last]
    for at, name in enumerate(named[1:], 1):
        named[at] = name or named[at - 1]
    return named


def _going_on(own: Sequence[_Facts], whose: Sequence[str], nobodys: _Facts) -> list[_Facts]:
    """The choices of each bill with those of the bills before it that still hold; `nobodys` were said of no person."""
    told: list[_Facts] = []
    for at, facts in enumerate(own):
        before = told[-1] if told else {}
        is_another = at > 0 and whose[at - 1] not in ("", whose[at])
        said_of_one = [fact for fact in _PERSONAL if is_another and fact not in nobodys]
        kept = {fact: value for fact, value in before.items() if fact not in said_of_one}
        told.append({**kept, **facts})
    return told


def _told_apart(whose: Sequence[str], facts: Sequence[_Facts]) -> list[str]:
    """The persons where they differ, else what is said of them; empty where all bills are one person's."""
    said = ["、".join(str(one[fact]) for fact in _PERSONAL if fact in one) for one in facts]
    if len(set(whose)) > 1:
        return [called(one or own or ME) for one, own in zip(whose, said, strict=True)]
    return said if len(set(said)) > 1 else [""] * len(said)


def _sums(span: tuple[int, int], bill: Told, told: Sequence[Told]) -> _Facts:
    """The sum of a bill within the catalogue, and those of its own parts."""
    within = [one for one in told if one.fact in OF_A_BILL and span[0] <= one.mention.start < span[1]]
    parts: _Facts = {}
    for one in within:
        parts[one.fact] = one.value
    own = sum(
        (one.value for one in within if one.fact == "self_funded" and bill.fact in (COST, one.inside)), Decimal(0)
    )
    left = bill.value - own if own < bill.value else bill.value
    return {bill.fact: left, **parts}


def _admission(text: str, start: int, end: int) -> _Facts:
    """The how-manieth stay a bill is of, where that is said."""
    said = _ORDINAL.search(text, start, end)
    return {"admission": Decimal(_FIGURES[said[1]] if said[1] else 1)} if said else {}
