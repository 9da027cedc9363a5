"""The lines that answer a question and its parts straight: which of them to tell, and in which order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from mingbai.assistant.matching.kinds_asked import WHEN, things_asked
from mingbai.assistant.openings.refused import asks_once, is_refused
from mingbai.assistant.openings.sum_checked import is_checked, total_believed
from mingbai.assistant.outcome import Needed, Searched, first_clause, lead_of
from mingbai.rules.documents import WHERE_HANDED_IN

_FIGURE = re.compile(r"([0-9]+(?:\.[0-9]+)?)(万?)")
_TEN_THOUSAND = 10000
_SIGN = re.compile("[一-鿿]")
_QUOTED = re.compile("写了“([^”]+)”")
_SILENCE = re.compile(r"\*\*(?:没有写|说不[出准])")
_DENIAL = re.compile(r"\*\*(?:不(?![少低高超满足])|没有)")
_RULING = re.compile(r"\*\*不?(?:能|可以|行|来得?及)")
_YES_OR_NO = re.compile(r"\*\*不?(?:能|可以|行|算|在范围内|要|用|管|给?报|付)\*\*")
_RULED = re.compile(r"\*\*[^*\n]*(?:能|可以|行|算|在范围内|不在|要|用|管|报|付)[^*\n]*\*\*")  # 胃癌在范围内,胰腺癌不在
OF_CASE = "按这些情况"
"""Stands in a line that a rule tells of the case."""
_ROW = "- **"
_HEAD = re.compile(r"\*\*([^*\n]+)\*\*")
_PAPER = re.compile(r"^- (?!\*\*)[^元\n]*$", re.M)
_FOOT = re.compile(f"^{WHERE_HANDED_IN}:.*$", re.M)
_TOLD = re.compile("(?<![0-9.])(?!(?:19|20)?[0-9]{2}年)[0-9]|[两二三四五六七八九十]+[个口人名万千百月天号]")
"""What somebody may reckon from: a figure that is no year."""
_IN_ALL = re.compile("[一总]共|合计|加起来|最长")
_NEARLY_ALL = 0.75
_A_PHRASE = 4
_MANY = 3
"""So many parts, each answered, need no answer to the whole beside them."""


def those_told(
    whole: Searched, parts: Sequence[Searched | Needed], message: str, *, is_carried: bool = False
) -> list[int]:
    """Which findings to tell, the one for a whole question (0) and those for its parts (1, 2, …), in the order asked.

    What one line tells another need not; the whole, which heeds all that was told, stays beside a fuller one. It stands
    where the first part does that it answers, and is left out where each part has an answer and it answers none, unless
    it was reckoned from figures that the `message` told, or asks for in all. Several lines about the whole are of its
    parts as each stands alone: they are left out where the parts are asked of what was told before them (`is_carried`)
    and all answered.
    """
    is_worked_out = _is_reckoned(whole, parts)
    is_reckoned = is_worked_out and (_TOLD.search(message) or _IN_ALL.search(message)) is not None
    lines = [whole.lead or whole.opening or "", *(lead_of(one) for one in parts)]
    if is_reckoned:
        lines[1:] = ["" if _is_general(line, lines[0], _figures(message)) else line for line in lines[1:]]
        ruled = zip(lines[1:], parts, strict=True)
        lines[1:] = ["" if _is_overruled(whole, one, line) else line for line, one in ruled]
    if is_checked(lines[0]):  # 加起来对得上180不 is told by that alone
        asked = [one.part if isinstance(one, Searched) else "" for one in parts]
        lines[1:] = ["" if total_believed(one) else line for one, line in zip(asked, lines[1:], strict=True)]
    if asks_once(message):
        refusals = [one for line in lines for one in line.split("\n")]
        lines[1:] = ["" if any(is_refused(line, one) for one in refusals) else line for line in lines[1:]]
    answered = [at for at, line in enumerate(lines) if at and line]
    if lines[0] and len({lines[at] for at in answered}) < 2 and any(is_told(lines[0], lines[at]) for at in answered):
        return [0]  # all of them ask one thing, which the whole tells most exactly
    place = next((at for at in answered if is_told(lines[at], lines[0])), 0)
    is_beside = len(answered) == len(parts) and not is_reckoned and (not place or len(parts) >= _MANY)
    is_beside |= not is_reckoned and any(_states_same(lines[at], lines[0]) for at in answered)
    is_beside |= not is_reckoned and _is_spread(lines[0], [lines[at] for at in answered])
    is_beside |= is_carried and not is_worked_out and len(answered) == len(parts) and "\n" in lines[0]
    order = [*range(1, place), *([] if is_beside else [0]), *range(max(place, 1), len(lines))]
    kept: list[int] = []
    for at in (at for at in order if lines[at] or not at):
        if at and is_told_by_any(lines[at], [lines[other] for other in kept]):
            continue
        kept = [other for other in kept if not (other and is_told(lines[other], lines[at]))] + [at]
    return kept


def tells_more(found: Searched | Needed, told: Sequence[Searched | Needed]) -> bool:
    """Whether a finding has a line of its own, which neither is silent nor only says again what some others tell."""
    line = lead_of(found)
    if not line or _SILENCE.match(line):
        return False
    return not any(is_told(line, other) or is_told(other, line) for other in map(lead_of, told) if other)


def is_silence(line: str) -> bool:
    """Whether a line only says that something is not written."""
    return _SILENCE.match(line) is not None


def is_told(line: str, other: str) -> bool:
    """Whether a line says nothing that another does not: no figure or quotation, few of its signs are new.

    Papers that a list names, and the place at its foot, tell nothing but themselves; yes or no is told by nothing else
    (能：特困职工, in a list of all who can).
    """
    if _YES_OR_NO.match(line) and not _RULED.search(other):
        return False
    other = other if _PAPER.search(line) else _FOOT.sub("", _PAPER.sub("", other))
    figures, signs = _figures(line), set(_SIGN.findall(line))
    denied = {_DENIAL.match(one) is not None for one in other.split("\n")}
    is_within = figures <= _figures(other) and (_DENIAL.match(line) is not None) in denied
    is_within = is_within and all(quoted in other for quoted in _QUOTED.findall(line))
    head = _HEAD.match(line)  # **各乡（镇、街）财政全额负担** is not told by 区财政全额负担
    if head and not figures and is_within and len(named := set(_SIGN.findall(head[1]))) >= _A_PHRASE:
        is_within = len(named & set(_SIGN.findall(other))) >= _NEARLY_ALL * len(named)
    if len(signs) < _A_PHRASE and not figures:  # 一年 is not told by signs that stand apart
        return is_within and "".join(_SIGN.findall(line)) in other
    return is_within and len(signs & set(_SIGN.findall(other))) >= _NEARLY_ALL * len(signs)


def without_ruling(line: str) -> str:
    """What a line says beside yes or no (要：对方和参保人员都要通知到)."""
    return _YES_OR_NO.sub("", line, count=1).lstrip("：")


def is_told_by_any(line: str, others: Iterable[str]) -> bool:
    """Whether one of some lines says all that a line does; an empty one says nothing."""
    return any(is_told(line, other) for other in others if other)


def _is_overruled(whole: Searched, part: Searched | Needed, line: str) -> bool:
    """Whether yes or no was worked out for the case, and the line of a part does not say that as exactly.

    It only rules in general (不能报:要等满90日), or says something else where the part asks for yes or no or a day.
    """
    if not _RULING.match(lead_of(whole)) or not isinstance(part, Searched):
        return False
    if first_clause(part) == first_clause(whole) and _RULING.match(line):
        return True
    days = [one.kind.is_given(lead_of(whole)) for one in things_asked(part.part) if one.kind.name == WHEN]
    is_ruled_else = part.kind == "eligibility" and whole.kind == "eligibility" and not _RULING.match(line)
    return is_ruled_else if not days else all(days)


def _states_same(line: str, other: str) -> bool:
    """Whether two lines tell one figure and differ only in the case for which they do."""
    return OF_CASE in other and line.partition(OF_CASE)[0] == other.partition(OF_CASE)[0]


def _is_spread(whole: str, parts: Sequence[str]) -> bool:
    """Whether each of several lines about the whole is told by a part of it."""
    several = whole.split("\n")
    return len(several) > 1 and all(is_told_by_any(one, parts) for one in several)


def _is_general(line: str, reckoned: str, told: Collection[Decimal]) -> bool:
    """Whether a line tells in general what was reckoned for the case: rows of a table, its figures, a silence.

    Figures that the person `told` are not new.
    """
    figures = _figures(line)
    is_same = bool(figures) and figures <= _figures(reckoned).union(told)
    return is_same or line.startswith(_ROW) or _SILENCE.match(line) is not None


def _is_reckoned(found: Searched, parts: Sequence[Searched | Needed]) -> bool:
    """Whether the line that opens an answer has figures that its clauses do not have.

    Rows of a table of which no part is answered are no sum asked for.
    """
    own = {one.clause for one in found.passages[:1]}
    of_parts = {one.clause for part in parts if isinstance(part, Searched) for one in part.passages[:1]}
    if (found.lead or "").startswith(_ROW) and own.isdisjoint(of_parts):
        return False
    texts = "\n".join(one.text for one in found.passages)
    return not _figures(found.lead or "") <= _figures(texts)


def _figures(text: str) -> set[Decimal]:
    """The figures of a text; 4万 is 40000."""
    found = _FIGURE.findall(text.replace(",", ""))
    return {Decimal(figure) * (_TEN_THOUSAND if is_of_many else 1) for figure, is_of_many in found}
