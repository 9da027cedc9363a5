"""A bill in words: what a question tells of it, how far its payment can be said, and how it came about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import short, words
from mingbai.quiz.figures import CANNOT_SAY
from mingbai.quiz.prompt import Wrong
from mingbai.rules.book import Computation
from mingbai.rules.case import Case, FactValue
from mingbai.rules.days import day_words
from mingbai.rules.estimate import Estimate
from mingbai.rules.statement import Line

OWN_SHARE = "own_share"
"""The fact that says what earlier layers left of a bill."""


def statement_words(lines: tuple[Line, ...]) -> str:
    """The statement in one sentence: who bears which part, and how it came about."""
    parts = [f"{line.payer}{words(line.amount)}({line.label},{line.formula})" for line in lines]
    return f"这笔账的算法:{';'.join(parts)}。"


def range_words(result: Estimate) -> str:
    """How far a payment that is not certain can be said."""
    low, high = result.low, result.high
    if low is not None and high is not None:
        return f"在{words(low)}到{words(high)}之间,准数{CANNOT_SAY}"
    if low is not None:
        return f"至少{words(low)},最多多少{CANNOT_SAY}"
    if high is not None:
        return f"最多{words(high)},至少多少{CANNOT_SAY}"
    return f"{CANNOT_SAY},原文没有给出算得出来的数"


def range_mistakes(result: Estimate) -> Iterator[Wrong]:
    """Sayings that claim more or less of it than the source gives."""
    for reading in result.readings:
        yield Wrong(f"正好{words(reading.amount)}", f"只取了一种读法:{reading.says}")
    low, high = result.low, result.high
    if low is not None:
        yield Wrong(f"正好{words(low)}", "把下限当成了准数")
    if high is not None:
        yield Wrong(f"正好{words(high)}", "把上限当成了准数")
    if low is not None and high is None:
        yield Wrong(f"最多{words(low)},至少多少{CANNOT_SAY}", "上限和下限弄反了")
    if high is not None and low is None:
        yield Wrong(f"至少{words(high)},最多多少{CANNOT_SAY}", "上限和下限弄反了")
    if low is not None or high is not None:
        yield Wrong(f"{CANNOT_SAY},原文没有给出算得出来的数", "原文给了界限,能说的部分要说")
    else:
        yield Wrong("正好0.00元,医保一分不付", "说不准不等于不付")
        yield Wrong("全额由医保付,个人不用出钱", "说不准不等于全付")


def told(computation: Computation, case: Case, result: Estimate) -> str:
    """The case with all that is taken for granted of it, as a question begins."""
    vocabulary = computation.vocabulary
    facts = ";".join(_fact_words(name, value, vocabulary) for name, value in case.facts.items())
    if computation.layers:
        facts = facts.replace(vocabulary.facts[OWN_SHARE].label, "第一道报完自己还要出")
    known = set(case.facts)
    assumed = ";".join(_assumed(one.fact, one.value, vocabulary) for one in result.assumptions if one.fact not in known)
    rest = f"。没有说到的按这样算:{assumed}" if assumed else ""
    return f"有这样一笔账——{facts}{rest}。按《{computation.policy.title}》,"


def paid(computation: Computation) -> str:
    """Who pays, as far as the question says it: in a stack not only the medical insurance does."""
    return "各道都报完一共付" if computation.layers else "医保付"


def _assumed(name: str, value: FactValue, vocabulary: Vocabulary) -> str:
    """What is taken for granted, as people say it: 今年此前没有报销过, not 0.00元."""
    fact = vocabulary.facts[name]
    return fact.assumed if fact.assumed and value in _NOTHING_SPECIAL else _fact_words(name, value, vocabulary)


_NOTHING_SPECIAL = (Decimal(0), Decimal(1), "否")


def _fact_words(name: str, value: FactValue, vocabulary: Vocabulary) -> str:
    fact = vocabulary.facts[name]
    match value:
        case Decimal():
            return f"{fact.label}:{words(value) if fact.kind == 'amount' else short(value) + fact.unit}"
        case date():
            return f"{fact.label}:{day_words(value)}"
        case _:
            return f"{fact.label}:{fact.shown(value)}"
