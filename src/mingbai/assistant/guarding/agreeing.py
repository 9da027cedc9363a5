"""Whether a language model answers as the findings do: the answer first, yes where they say yes, nothing left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from mingbai.assistant.guarding.manner import pairs
from mingbai.assistant.outcome import Compared, Computed, Needed, Outcome, Searched
from mingbai.assistant.sums.comparing import differences
from mingbai.language.numbers.amounts import numbers_in

_DENIES = re.compile(
    r"不在(?!.{0,8}(?:不报|不管|不支付))|不可以|不能|不行|不会|不算(?!在不)|不报|不予|不用|不需要|报不了|不包括|不属于"
)
_AFFIRMS = re.compile(r"(?<!不)(?:在.{0,4}范围|可以|能(?!不)|会|包括|属于|行|[给都]报)(?!看)")
_NEEDLESS = re.compile("不需要|不用|无需|用不着|免交")
_HEADLINE = re.compile(
    r"\A\W*(?P<no>不在范围内|不可以|不能|不行|不会|[\d年月日次]*不在)|\A\W*(?P<yes>在范围内|可以|能|会|行|[\d年月日次]+在)"
)
_ITEM = re.compile(r"^[-*+] (.+)$", re.M)
_ASIDE = re.compile(r"[(（].*?[)）]|^[^:：]*[:：]|[,，。;；、/].*")
_REMARK = re.compile(r"[(（].*[)）]")  # (原文的清单在第（2）项后面断了) is no paper
_PAPER = re.compile(r"[\u4e00-\u9fff]{2}(?:证明|证|表|单据|单|发票|复印件|照片|病历|卡|户口簿|户口本)")
_PARTICLES = re.compile("[的和及或与带把份张个本要有用您到给凭]")
_ASKS = re.compile(r"[?？]|请问|请告诉|请说|吗|呢|哪|多少|几")
_HEDGES = re.compile(r"说不准|不能确定|无法确定|没有给出|没有写|没写到|算不出|不清楚")
_ALIKE = 0.5


def disagreements(text: str, outcomes: Sequence[Outcome], source: str, person: str) -> Iterator[str]:
    """How a legible reply departs from what was found; empty where it says the same in other words."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    for outcome in outcomes:
        match outcome:
            case Computed():
                yield from _not_first(first, [outcome])
            case Compared():
                cases = [case for _, case in outcome.cases]
                if not numbers_in(first) & set(differences(outcome)):
                    yield from _not_first(first, cases)
            case Searched():
                yield from departures(text, outcome, f"{source}\n{person}")
            case _:
                pass
    if outcomes and isinstance(outcomes[-1], Needed) and not _asks(text, outcomes[-1]):
        yield f"要问清楚:{outcomes[-1].question}"


def _not_first(first: str, cases: Sequence[Computed]) -> Iterator[str]:
    """The amount is what the reply begins with, and nothing there denies or doubts it."""
    figures = {Decimal(figure) for case in cases for figure in case.estimate.figures}
    if figures and not figures & numbers_in(first):
        yield "第一行就要说出金额"
    if not figures and not _HEDGES.search(first):
        yield "第一行就要说明说不准"
    is_paid = any(Decimal(case.estimate.low or 0) > 0 for case in cases)
    is_exact = all(case.estimate.status == "exact" for case in cases)
    if is_paid and re.search("不能报|报不了|不予|不给报|没法报|不报销", first):
        yield "算得出金额,不能说成不报"
    if is_exact and _HEDGES.search(first):
        yield "算得准的数不要说成说不准"


def departures(text: str, found: Searched, given: str) -> Iterator[str]:
    """How a legible reply departs from the clauses that were found; `given` is all that was found and said."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    if not found.passages and not _HEDGES.search(text):
        yield "规定没有写到,不能说成能或不能"
    yield from _contrary(first, found)
    yield from _papers(text, found, given)


def _contrary(first: str, found: Searched) -> Iterator[str]:
    """A no where the clause says yes, a yes where it says no."""
    headline = _HEADLINE.match(found.lead or "")
    if headline is None:
        return
    denies = _DENIES.search(first) is not None
    affirms = not denies and _AFFIRMS.search(first) is not None
    if (headline["no"] and not denies) or (headline["yes"] and not affirms):
        yield "和规定说的相反:" + (found.lead or "").splitlines()[0]


def _papers(text: str, found: Searched, given: str) -> Iterator[str]:
    """Papers on the list that the reply leaves out, papers it names that nothing asks for."""
    if found.kind != "documents":
        return
    known = pairs(text)
    for item in (one for one in _ITEM.findall(found.lead or "") if not _REMARK.fullmatch(one)):
        name = _ASIDE.sub("", re.sub(r"^[^:：]*[:：]", "", item)) or item
        if len(pairs(name) & known) < _ALIKE * len(pairs(name)):
            yield f"漏了“{name}”"
    if any(one not in given for one in _NEEDLESS.findall(text)):
        yield "没有查到不用材料"
    for paper in dict.fromkeys(_PAPER.findall(text)):
        if paper not in given and not _PARTICLES.search(paper[:2]):
            yield f"没有查到要“{paper}”"


def _asks(text: str, needed: Needed) -> bool:
    """Whether a reply asks what the tool said is to be asked next."""
    if not _ASKS.search(text):
        return False
    wanted = pairs(needed.question)
    return any(choice in text for choice in needed.choices) or len(pairs(text) & wanted) >= min(2, len(wanted))
