"""The worked cases of a clause in words: what is given, what comes out, the sum, why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from mingbai.corpus.cases import (
    AdvanceCase,
    DeadlineCase,
    DocumentsCase,
    FurtherCase,
    LateFeeCase,
    ListCase,
    PaysWhenCase,
    PremiumBaseCase,
    PremiumCase,
    RetroactiveCase,
    SharingCase,
    ToldCase,
    WaitingCase,
    WindowCase,
    WorkedCase,
)
from mingbai.corpus.cases.base import FactsCase
from mingbai.corpus.cases.lists import Paper
from mingbai.corpus.models import Clause
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import short, words
from mingbai.rules.days import day_words

_UNKNOWN = "说不准"


@dataclass(frozen=True)
class WorkedView:
    """A case worked out by hand: the facts, what comes out, the sum, why."""

    given: str
    result: str
    sum: str
    why: str


def worked_views(clause: Clause, vocabulary: Vocabulary) -> tuple[WorkedView, ...]:
    """Every worked case of a clause: of its estimates, of each other rule, and those that the source tells."""
    further = (
        _view((*_facts(case, vocabulary), *_asked(case, worked.rule)), _result(case, vocabulary), case)
        for worked in clause.worked
        for case in worked.cases
    )
    estimates = (_estimate(case, vocabulary) for case in clause.cases)
    return (*estimates, *further, *(_view((case.tells,), _told(case), case) for case in clause.told))


def _estimate(case: WorkedCase, vocabulary: Vocabulary) -> WorkedView:
    sums = dict.fromkeys(filter(None, (case.sum, case.low_sum, case.high_sum)))
    given = "，".join(_given(case.given, vocabulary))
    return WorkedView(given, _paid(case, vocabulary), " ; ".join(sums), case.why or "")


def _facts(case: FurtherCase, vocabulary: Vocabulary) -> Iterator[str]:
    if isinstance(case, FactsCase):
        yield from _given(case.given, vocabulary)


def _given(facts: Mapping[str, Any], vocabulary: Vocabulary) -> Iterator[str]:
    for name, value in facts.items():
        yield f"{vocabulary.facts[name].label}{short(value) if isinstance(value, Decimal) else value}"


def _paid(case: WorkedCase, vocabulary: Vocabulary) -> str:
    if case.asks:
        return f"先问：{vocabulary.facts[case.asks].label}"
    if case.unknown:
        return _UNKNOWN
    if case.at_least is not None:
        return f"至少报{words(case.at_least)}"
    if case.at_most is not None:
        return f"最多报{words(case.at_most)}"
    if case.low is not None and case.high is not None:
        return f"报{words(case.low)}到{words(case.high)}"
    return "" if case.pays is None else f"报{words(case.pays)}"


def _view(given: Sequence[str], result: str, case: FurtherCase | ToldCase) -> WorkedView:
    sums = getattr(case, "sum", None)
    if isinstance(sums, dict):
        sums = " ; ".join(f"{party}：{text}" for party, text in sums.items())
    return WorkedView("，".join(given), result, sums or "", case.why or "")


def _told(case: ToldCase) -> str:
    source = f"原文写{short(case.says)}" if case.says is not None else "原文没有这个数"
    return source if case.comes_to is None else f"{source}，算出来是{short(case.comes_to)}"


def _asked(case: FurtherCase, rule: Any) -> Iterator[str]:
    """What is given beside the facts."""
    match case:
        case DeadlineCase() | WaitingCase() | RetroactiveCase():
            event = rule.after or getattr(rule, "before", None)
            yield f"{event or '办理'}：{day_words(case.on)}"
            if isinstance(case, DeadlineCase) and case.done:
                yield f"{day_words(case.done)}办"
        case WindowCase():
            yield day_words(case.on)
        case PremiumCase():
            yield from _payer(case)
        case PremiumBaseCase():
            yield f"{rule.of}{words(case.base)}，{rule.own}{words(case.own)}"
        case LateFeeCase():
            late = f"{short(case.days)}天" if case.days is not None else f"{short(case.months or Decimal(0))}个月"
            yield f"欠{words(case.owed)}，晚{late}"
        case AdvanceCase():
            yield words(case.outlay)
        case SharingCase():
            yield f"保费{words(case.premium)}，花了{words(case.cost)}"
        case DocumentsCase():
            yield from case.if_
            yield f"带了：{_papers(case.brings)}" if case.brings else "什么也没带"
        case ListCase():
            yield case.says
        case PaysWhenCase():
            yield f"满足：{'、'.join(case.met) or '一条也没有'}"


def _payer(case: PremiumCase) -> Iterator[str]:
    yield from filter(None, (case.who, f"{short(case.year)}年" if case.year else ""))
    yield from (f"{short(case.people)}人",) if case.people else ()
    yield from (f"基数{words(case.base)}",) if case.base is not None else ()
    yield from (f"自己的平均{words(case.own)}",) if case.own is not None else ()


def _result(case: FurtherCase, vocabulary: Vocabulary) -> str:
    """What comes out."""
    if getattr(case, "unknown", False):
        return _UNKNOWN
    if getattr(case, "none", False):
        return "不适用"
    match case:
        case DeadlineCase():
            return _last_day(case)
        case WindowCase():
            return "；".join("在里面" if one else "不在里面" for one in case.open or ()) + _next(case.next)
        case WaitingCase():
            return _benefit(case)
        case RetroactiveCase():
            return f"追溯到{day_words(case.from_)}"
        case PremiumCase():
            return f"先问：{vocabulary.facts[case.asks].label}" if case.asks else _parts(case.pays or {})
        case PremiumBaseCase():
            return f"基数{words(case.uses)}"
        case LateFeeCase():
            return f"加收{words(case.fee)}"
        case AdvanceCase():
            return _advanced(case)
        case SharingCase():
            return f"{case.result}：{_parts(case.shares)}" if case.shares else case.result
        case DocumentsCase():
            return f"还缺：{_papers(case.lacks)}" if case.lacks else "齐了"
        case ListCase():
            return f"{case.answer}（{'、'.join(case.listed)}）" if case.listed else case.answer
        case PaysWhenCase():
            return "能享受" if case.entitled else f"不能，还缺：{'、'.join(case.lacks)}"


def _last_day(case: DeadlineCase) -> str:
    last = f"最晚{day_words(case.until)}" if case.until else ""
    extended = f"，延长后{day_words(case.extended)}" if case.extended else ""
    late = "" if case.late is None else "，晚了" if case.late else "，不晚"
    return f"{last}{extended}{late}"


def _benefit(case: WaitingCase) -> str:
    if case.from_ and case.until and case.from_ > case.until:
        return "这一年享受不到"
    until = f"，到{day_words(case.until)}" if case.until else ""
    return f"从{day_words(case.from_ or case.on)}开始{until}"


def _next(day: date | None) -> str:
    return f"，下次{day_words(day)}" if day else ""


def _advanced(case: AdvanceCase) -> str:
    if not case.applies:
        return "不能"
    bounds = (("", case.amount), ("最多", case.at_most), ("至少", case.at_least))
    amounts = [f"{bound}{words(amount)}" for bound, amount in bounds if amount is not None]
    return amounts[0] if amounts else "能"


def _parts(parts: Mapping[str, Any]) -> str:
    shown = (f"{who}{words(part) if isinstance(part, Decimal) else part}" for who, part in parts.items())
    return "，".join(shown)


def _papers(papers: Sequence[Paper]) -> str:
    """Papers with what the case says of form and number."""
    return "、".join(map(_paper, papers))


def _paper(paper: Paper) -> str:
    copies = f"{short(paper.copies)}{paper.unit or '份'}" if paper.copies is not None else ""
    details = f"{paper.form or ''}{copies}"
    return f"{paper.item}（{details}）" if details else paper.item
