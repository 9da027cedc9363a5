"""The parts of a statement that a message asks for by name: deductible, ratio, what is over a cap, benefits.

They are read off the lines of the statement, so that they hold for the case and not only in general.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mingbai.assistant.outcome import Computed
from mingbai.money import percent, words
from mingbai.rules.statement import PERSON

_SO_MUCH = "(?:多少|几多|好多|几个?[钱块万千百]|多钱|啥钱|几钿|多大)"
_HOW_MUCH = f"(?:{_SO_MUCH}|几何|怎么算|咋算|咋个算|是几)"
_DEDUCTIBLE, _RATIO, _OVER, _EACH = "起付线", "比例", "超过封顶线", "定额"
_ASKED = {
    _DEDUCTIBLE: re.compile(
        f"(?:起付[线标]准?|门槛费?)[^,。;!?0-9]{{0,8}}{_HOW_MUCH}|扣了?{_SO_MUCH}(?:起付|门槛)"
        f"|(?<!倒)先(?:要|得|给)?扣(?:掉|除|去)?(?:我们?)?{_HOW_MUCH}|扣的(?:和|跟|与)报的[^,。;!?]{{0,3}}{_HOW_MUCH}"
    ),
    _RATIO: re.compile(
        "(?:报销?|给|赔|补|支付|享受|剩|各|掉到|算|是|按|拿)(?:得|了|的|到)?(?:是|又是|占)?"
        "(?:几成|百分之几|百分之多少|几个点|几个百分点|好多个?百分|多少个点)"
        f"|比例[^,。;!?0-9]{{0,5}}(?:{_HOW_MUCH}|几成|百分之几|几)|(?:几成|百分之几)(?:,|。|;|!|\\?|$|报|几|跟|和|合)"
    ),
    _OVER: re.compile(f"超[过出了]?(?:封顶|限额)线?[^,。;!?0-9]{{0,6}}{_SO_MUCH}"),
    _EACH: re.compile(f"{_SO_MUCH}[^。;!?]{{0,12}}(?:又|再|另外?)[^,。;!?]{{0,4}}{_SO_MUCH}|各[自是]?{_SO_MUCH}|分别"),
}
_OF_ANOTHER_CASE = re.compile("各|分别|哪|每[一个种级]|下次|第[二三][次回]|再[住去]|另外?|如果|要是|假如|换成?")
_SHARE = re.compile(r"×(\d+(?:\.\d+)?%|\([^()]*%[^()]*\))$")
_TERM = re.compile(r"([+−]?)(\d+(?:\.\d+)?)(%|个百分点)")
_PART = re.compile("[,。;!?\uff0c\uff1f\uff01\uff1b]")


def parts_asked(question: str) -> frozenset[str]:
    """The parts of a statement that a message asks for by name; none where it asks them of another case."""
    return frozenset(name for name, words_for in _ASKED.items() if _asks(question, words_for, name))


def is_of_statement(part: str) -> bool:
    """Whether one of the questions of a message is for a part of a statement, which tells it for the case."""
    return not parts_asked(part).isdisjoint((_DEDUCTIBLE, _RATIO))


def told_parts(outcome: Computed, asked: frozenset[str]) -> Iterator[str]:
    """A line for each part of a statement that is asked for and that the statement has."""
    estimate = outcome.estimate
    if estimate.status == "unknown" or outcome.cases or outcome.by_choice:
        return
    for name in (_DEDUCTIBLE, _OVER):
        lines = [one for one in estimate.lines if one.label.endswith(name)]
        if name in asked and lines:
            total = sum((Decimal(one.amount) for one in lines), Decimal(0))
            yield f"**{name} {words(total)}**({';'.join(one.formula for one in lines)})。"
    if _RATIO in asked and (shares := applied_shares(outcome)):
        usual = "按通常的读法" if estimate.readings else ""
        yield f"**{usual}报 {'、'.join(percent(share) for share in shares)}**({_how(outcome)})。"
    each = [one for one in estimate.lines if one.label == "定额补助"]
    if _EACH in asked and len(each) > 1:
        yield f"**分开是 {'、'.join(words(Decimal(one.amount)) for one in each)}**。"


def applied_shares(outcome: Computed) -> tuple[Decimal, ...]:
    """The ratios at which a statement pays, each once, in order; none where a line has another formula."""
    paid = [one for one in outcome.estimate.lines if one.payer != PERSON and one.label.endswith("报销")]
    found = [_SHARE.search(one.formula) for one in paid]
    return tuple(dict.fromkeys(_value(one[1]) for one in found if one)) if all(found) else ()


def _asks(question: str, asking: re.Pattern[str], name: str) -> bool:
    if name == _EACH:
        return asking.search(question) is not None
    parts = [part for part in _PART.split(question) if asking.search(part)]
    return any(not _OF_ANOTHER_CASE.search(part) for part in parts)


def _how(outcome: Computed) -> str:
    paid = [one.formula for one in outcome.estimate.lines if one.payer != PERSON and one.label.endswith("报销")]
    return ";".join(paid)


def _value(share: str) -> Decimal:
    """What a ratio comes to that a formula writes with what was added or taken off (55%+10个百分点)."""
    terms = _TERM.findall(share)
    return sum((Decimal(f"{'-' if sign == '−' else ''}{number}") for sign, number, _ in terms), Decimal(0)) / 100
