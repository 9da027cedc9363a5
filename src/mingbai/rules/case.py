"""A case: the facts of one bill, checked, with a clear word for each that cannot be used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingbai.corpus.vocabulary import DONT_KNOW, Fact, Vocabulary
from mingbai.money import MoneyError, parse_number, to_fen, words

FactValue = str | Decimal | date
LARGEST_YUAN = Decimal(100_000_000)
LARGEST_COUNT = 366


class CaseError(ValueError):
    """A fact that cannot be used: `fact` names it, the message says in Chinese what to do."""

    def __init__(self, fact: str, message: str) -> None:
        self.fact = fact
        super().__init__(message)


@dataclass(frozen=True)
class Case:
    """Checked facts: choices as the vocabulary's words, counts and yuan as Decimal, dates as date."""

    facts: Mapping[str, FactValue]

    @classmethod
    def read(cls, given: Mapping[str, FactValue | int], vocabulary: Vocabulary) -> Case:
        """The case of facts as a person or a file gives them; spoken forms of a choice are understood.

        Raises:
            CaseError: for an unknown fact or choice, an unreadable, negative, zero or absurd amount,
                for a date that is not whole or not in the calendar.
        """
        facts = {name: _read(name, value, vocabulary) for name, value in given.items()}
        own = facts.get("marked_drugs")
        cost = facts.get("cost")
        if isinstance(own, Decimal) and isinstance(cost, Decimal) and own > cost:
            raise CaseError("marked_drugs", f"特殊药品({words(own)})不能比总费用({words(cost)})还多,请核对")
        return cls(facts)

    def get(self, fact: str) -> FactValue | None:
        """The value of a fact, or None where nobody gave it."""
        return self.facts.get(fact)

    def amount(self, fact: str) -> Decimal | None:
        """The value of a fact that is a number, or None where it was not given or is not known."""
        value = self.facts.get(fact)
        return value if isinstance(value, Decimal) else None

    def with_facts(self, **facts: FactValue) -> Case:
        """The same case with some facts set."""
        return Case({**self.facts, **facts})


def _read(name: str, value: FactValue | int, vocabulary: Vocabulary) -> FactValue:
    fact = vocabulary.facts.get(name)
    if fact is None:
        raise CaseError(name, f"没有“{name}”这一项;可以写的有:{'、'.join(vocabulary.facts)}")
    if value == DONT_KNOW:
        return DONT_KNOW
    if fact.kind == "choice":
        return _read_choice(name, str(value), fact)
    if fact.kind == "date":
        return _read_date(name, value, fact)
    number = _read_number(name, value, fact)
    return _check_count(name, number, fact) if fact.kind == "count" else _check_amount(name, number, fact)


_YES_NO = {"yes": "是", "no": "否", "true": "是", "false": "否", "有": "是", "没有": "否", "没": "否"}


def _read_choice(name: str, value: str, fact: Fact) -> str:
    choice = fact.choice(value) or fact.choice(_YES_NO.get(value.lower(), ""))
    if choice is None:
        raise CaseError(name, f"{fact.label}里没有“{value}”;可以是:{'、'.join(fact.choices)}")
    return choice


_DATE = re.compile(r"\d{4}(?:(?P<dot>[-./])\d{1,2}(?P=dot)\d{1,2}|年\d{1,2}月\d{1,2}[日号]?)", re.ASCII)


def _read_date(name: str, value: FactValue | int, fact: Fact) -> date:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    found = _DATE.fullmatch(str(value).strip())
    if found is None:
        raise CaseError(name, f"{fact.label}“{value}”看不懂,请把年月日写全,例如 2014年6月30日")
    try:
        year, month, day = map(int, re.findall(r"\d+", found[0]))
        return date(year, month, day)
    except ValueError:
        raise CaseError(name, f"{fact.label}“{value}”:日历上没有这一天,请核对") from None


def _read_number(name: str, value: FactValue | int, fact: Fact) -> Decimal:
    try:
        return _parsed(value)
    except MoneyError:
        example = 2 if fact.kind == "count" else 30000
        raise CaseError(name, f"{fact.label}“{value}”看不懂,请写成数字,例如 {example}") from None


def _parsed(value: FactValue | int) -> Decimal:
    if isinstance(value, date):
        raise MoneyError(f"“{value}”是日期,不是数目")
    if not isinstance(value, str):
        to_fen(value)  # refuses what is not finite
        return Decimal(value)
    if value.endswith(("%", "‰")):
        raise MoneyError(f"“{value}”是比例,不是数目")
    return parse_number(value.strip().removesuffix("元"))


def _check_count(name: str, number: Decimal, fact: Fact) -> Decimal:
    if number != number.to_integral_value() or not 1 <= number <= LARGEST_COUNT:
        raise CaseError(name, f"{fact.label}要是从1开始的整数,现在是“{number}”")
    return number


_BILLS = frozenset({"cost", "excess", "own_share"})


def _check_amount(name: str, number: Decimal, fact: Fact) -> Decimal:
    if number < 0:
        raise CaseError(name, f"{fact.label}不能是负数,请再说一遍是多少钱")
    if number == 0 and name in _BILLS:
        raise CaseError(name, f"{fact.label}是0元,没有可以报销的;请说一下实际花了多少")
    if number > LARGEST_YUAN:
        raise CaseError(name, f"{fact.label}超过1亿元,数目太大,请核对一下")
    if number != to_fen(number):
        raise CaseError(name, f"{fact.label}最多到分(两位小数),现在是“{number}”")
    return number
