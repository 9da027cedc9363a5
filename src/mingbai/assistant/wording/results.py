"""Putting what a tool found into plain Chinese: the answer in the first line, then why, then what was assumed."""

from __future__ import annotations

import re
from decimal import Decimal

from mingbai.assistant.outcome import Compared, Computed, Needed, Outcome, Passage, Quizzed, Refused, Searched
from mingbai.assistant.quizzing.words import quiz_words
from mingbai.assistant.reply import EstimateView
from mingbai.assistant.sums.all_of_them import first_line, told_bills
from mingbai.assistant.sums.comparing import compared
from mingbai.money import words
from mingbai.rules.statement import BASIC, FUND, pays

_ALLOWANCE, _OF_YEARS = "定额补助", re.compile("结转|已用")
CANNOT_SAY = "说不准"
"""The words that mark a reply whose amount the source does not give."""


def word(outcome: Outcome) -> str:
    """The reply text for an outcome: Markdown, short, every figure taken from the outcome."""
    match outcome:
        case Computed():
            return _computed(outcome)
        case Needed():
            return _needed(outcome)
        case Refused():
            return outcome.message
        case Compared():
            return compared(outcome, CANNOT_SAY)
        case Searched():
            return _searched(outcome)
        case Quizzed():
            return quiz_words(outcome)


def yuan(amount: str | None) -> str:
    """An amount of the reply as a reader sees it; empty where there is none."""
    return "" if amount is None else words(Decimal(amount))


def _computed(outcome: Computed) -> str:
    estimate = outcome.estimate
    provided = [f"**要看情况**:{';'.join(outcome.provided)}。"] if outcome.provided else []
    parts = [_headline(outcome), *provided, outcome.case + "。"]
    if outcome.cases:
        parts.append(told_bills(outcome, CANNOT_SAY))
    if outcome.by_choice:
        parts.append("\n".join(("分开看:", *(f"- {one}" for one in outcome.by_choice))))
    if estimate.readings:
        parts.append(_readings(estimate))
    if estimate.causes:
        parts.append("原因:" + ";".join(estimate.causes) + "。")
    if outcome.inferred:
        parts.append("另外:" + ";".join(outcome.inferred) + "。")
    if outcome.known:
        parts.append("原文还在的数:" + "、".join(outcome.known) + "。")
    if outcome.supply and estimate.status != "unknown":  # else it leads
        better = "就能算准" if len(estimate.causes) <= 1 else "就能算得准一些"  # a ratio that is only a floor stays one
        parts.append(f"知道这个数的话告诉我,{better}:{outcome.supply}")
    if outcome.assumed:
        parts.append("按这些情况算:" + ";".join(outcome.assumed) + "。")
    return "\n\n".join(parts)


def _headline(outcome: Computed) -> str:
    estimate = outcome.estimate
    low, high = estimate.low, estimate.high
    match estimate.status:
        case "exact" if outcome.cases:
            return first_line(outcome)
        case "exact":
            assert estimate.amount is not None
            who_pays = "各项合起来能报" if _payers(estimate) - {FUND} else outcome.who_pays
            own = f",自己付 {words(estimate.own)}" if outcome.has_bill else _allowed(estimate)
            own += _below(estimate)
            of_year = _of_years(estimate) if outcome.has_bill else ""
            return f"**{who_pays} {yuan(estimate.amount)}**{of_year}{own}{_why(outcome)}。"
        case "range" if estimate.amount is not None:
            return (
                f"**按通常的读法能报 {yuan(estimate.amount)}**;规定的话有不同读法,在 {yuan(low)} 到 {yuan(high)} 之间。"
            )
        case "range":
            return f"**能报 {yuan(low)} 到 {yuan(high)}**,准数{CANNOT_SAY}。"
        case "at_least" if outcome.by_choice and Decimal(low or 0) == 0:
            return f"**能报多少{CANNOT_SAY}**:要看是下面哪一种。"
        case "at_least":
            return f"**至少能报 {yuan(low)}**,最多能报多少{CANNOT_SAY}。"
        case "at_most":
            return f"**最多能报 {yuan(high)}**,至少能报多少{CANNOT_SAY}。"
        case _:
            why = f"先要知道——{outcome.supply}" if outcome.supply else "原文没有给出算得出来的数,请问当地医保部门。"
            return f"{''.join(outcome.short)}**能报多少{CANNOT_SAY}**:{why}"


def _allowed(estimate: EstimateView) -> str:
    """What the allowances are that come to an amount, where no bill was told."""
    return f"({'+'.join(line.formula for line in estimate.lines)})" if estimate.lines else ""


def _of_years(estimate: EstimateView) -> str:
    """How a yearly allowance came about that another year's left or an earlier bill changed (定额60+结转37)."""
    formulas = [one.formula for one in estimate.lines if one.label == _ALLOWANCE]
    return f"({formulas[0]})" if len(formulas) == 1 and _OF_YEARS.search(formulas[0]) else ""


def _below(estimate: EstimateView) -> str:
    """That part of a bill which basic insurance and the person settle before this one begins; empty where none is."""
    below = sum((Decimal(line.amount) for line in estimate.lines if line.payer == BASIC), Decimal(0))
    return f",另外 {words(below)}由基本医保报、报完剩下的也归自己" if below else ""


def _payers(estimate: EstimateView) -> set[str]:
    """Those who pay something for the person."""
    return {line.payer for line in estimate.lines if pays(line.payer)}


def _why(outcome: Computed) -> str:
    """The reason for a payment that is nothing or stops at a cap, with the figure that stopped it."""
    estimate = outcome.estimate
    formulas = {line.label: line.formula for line in estimate.lines}
    for label, why in (("超过封顶线", "已经报到封顶线"), ("超过限额", "费用只算到限额,超过的不算")):
        if label in formulas:
            return f",{why}({formulas[label]})"
    if _payers(estimate):
        return ""
    if "按比例自付" in formulas:
        return f",因为{outcome.because or '这种情况规定不报'}"
    return f",因为没有超过起付线({formulas['起付线']})" if "起付线" in formulas else ""


def _readings(estimate: EstimateView) -> str:
    listed = "\n".join(f"- {one.says}:{yuan(one.amount)}" for one in estimate.readings)
    amounts = [Decimal(one.amount) for one in estimate.readings]
    return f"两种读法相差 {words(max(amounts) - min(amounts))}:\n{listed}"


def _needed(outcome: Needed) -> str:
    if outcome.instead:
        return (
            f"**能报多少{CANNOT_SAY}**:少了这个数算不出来,规定是这样写的。\n\n{outcome.instead}"
            f"\n\n知道了告诉我,就能算:{outcome.question}"
        )
    if outcome.rates:
        return f"{outcome.rates}要算成多少钱:{outcome.question}"
    if not outcome.choices:
        return outcome.question
    return f"{outcome.question}({'、'.join(outcome.choices)})"


def _searched(outcome: Searched) -> str:
    if not outcome.passages:
        return unwritten(outcome)
    first, *others = outcome.passages
    if outcome.lead:
        parts = [outcome.lead, *([] if outcome.lead_is_whole else [passage_words(first)])]
    elif outcome.opening:
        parts = [f"**{outcome.opening}**", passage_words(first)]
    else:
        parts = [f"{first.text}\n\n——《{first.policy_title}》“{first.title}”"]
    return "\n\n".join((*parts, *map(passage_words, others)))


def unwritten(outcome: Searched, *, is_alone: bool = True) -> str:
    """That no clause says it, in one sentence, with what is written instead where it `is_alone`."""
    about = f"“{'、'.join(outcome.unsaid)}”" if outcome.unsaid else "这一点"
    doubt = f"{CANNOT_SAY}能还是不能" if outcome.kind == "eligibility" else CANNOT_SAY
    is_near = is_alone and outcome.near
    near = "\n".join(("\n\n写了的有:", *(f"- {one}" for one in outcome.near))) if is_near else ""
    return f"我手上的规定没有写到{about},{doubt},请问当地医保经办机构。{near}"


def passage_words(passage: Passage) -> str:
    """A clause as it is shown: its heading, the document it stands in, its text."""
    return f"**{passage.title}**(《{passage.policy_title}》)\n\n{passage.text}"
