"""By how much figures of a clause differ: the whole without a part, before and after a change, one beside another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

from mingbai.assistant.leads.figures_meant import (
    A_HEAD,
    A_MONTH,
    ASKED_UNIT,
    IDLE,
    IN_ALL,
    MUCH,
    PLAINLY,
    Asked,
    Reckoned,
    changes_in,
    months_over,
    of_unit,
)
from mingbai.assistant.matching.clause_figures import Figure, pairs_of, told
from mingbai.money import short

_DIFFERS = re.compile(
    f"(?<![最至])[多少高低涨升降减添加](?:出来?|收|交|缴|花|给|补|付|出|拿|报|领|看|住|来|用|发|转|治|办)?了?{MUCH}|相?(?<!补)差了?(?:多少|几|好多)|多不多|[多少][了没]没有?"
)
_OF_WHOLE = re.compile("其中")  # each 240元, of which the county adds 6.4元: no two figures side by side
_EXCEPT = re.compile("除(?:了|去|开|掉|外)|[刨去扣减]掉|[刨减]去|刨[开除]|(?<!算)不算|抛开")
_WHOLE = re.compile("整个|全[院校县市区省乡镇村部体]|总|共|合计")
_AFTERWARDS = re.compile(
    f"(?:剩|还[扣要交有]|[降减涨升提加]完|(?:降|减|涨|提|加)[^,。;]{{0,4}}后|变成)[^。;]{{0,8}}{MUCH}"
)
_CHANGED_BY = re.compile("(?P<less>降低|减少|下调|降|减)了?$|(?:提高|增加|上调|涨)了?$")
_YEAR = re.compile("(?P<year>20[0-9]{2})年?")
_BEFORE = re.compile("头一年|前一年|上一?年|去年|往年|比[^,。;]{0,3}年")
_HAD = re.compile(f"多[能得会要]?[领拿交缴花出发给]|年[^,。;]{{0,4}}多(?:出|了|给)?{MUCH}")
_LAST_WORDS = re.compile("^.*[，、：](?=.)|^[，、：]|[，、：]$")
_LINKS = re.compile("^(?:可是|但是|不过|减[去掉]|扣[去掉]|加上)")  # 减去4902名农村籍退役士兵


def asks_how_much_more(question: str) -> bool:
    """Whether a question asks by how much something is more or less, and not how much it is."""
    return _DIFFERS.search(question) is not None


def but_for_a_part(figures: Sequence[Figure], asked: Asked) -> Reckoned | None:
    """The whole without a part that is named (把08级的刨掉)."""
    if not _EXCEPT.search(asked.text):
        return None
    fitting = of_unit(figures, asked.text)
    pairs = [
        (whole, part)
        for whole in fitting
        for part in fitting
        if whole.unit == part.unit
        and whole.value > part.value
        and _WHOLE.search(whole.row + whole.label)
        and not _WHOLE.search(part.row + part.label)
        and asked.shared(part)
    ]
    return _minus(*pairs[0]) if len(pairs) == 1 else None


def _minus(greater: Figure, smaller: Figure) -> Reckoned:
    unit = "个百分点" if greater.unit == "%" else greater.unit
    rough = "~" if greater.is_rough or smaller.is_rough else ""
    is_of_one_row = greater.row == smaller.row
    formula = f"{rough}{_named(greater, is_of_one_row)}−{_named(smaller, is_of_one_row)}"
    return greater.value - smaller.value, unit, formula


def _named(figure: Figure, is_of_one_row: bool) -> str:
    """A figure with the words that tell it from the other."""
    label = _LINKS.sub("", _LAST_WORDS.sub("", figure.label))
    said = (_LAST_WORDS.sub("", figure.row) if not is_of_one_row else "", label)
    return f"{''.join(filter(None, said))}{figure.words}"


def change(figures: Sequence[Figure], asked: Asked) -> Reckoned | None:
    """By how much a figure was changed, for so many heads where they are told."""
    if not _DIFFERS.search(asked.text):
        return None
    changes = list(changes_in(of_unit(figures, asked.text)))
    fitting = [pair for pair in changes if asked.shared(*pair) >= PLAINLY] or (changes if asked.is_on_title else [])
    if len(fitting) != 1:
        return None
    first, second = fitting[0]
    value, unit, _ = _minus(*sorted(fitting[0], key=lambda one: -one.value))
    formula = "−".join(told(one.value, one.unit) for one in sorted(fitting[0], key=lambda one: -one.value))
    heads = asked.question.heads
    if heads and heads > 1 and A_HEAD.search(first.label) and IN_ALL.search(asked.text):
        return value * heads, unit, f"每人差{told(value, unit)}({formula}),×{short(heads)}人"
    months = months_over(asked.text) if A_MONTH.search(first.part) and _HAD.search(asked.text) else None
    if months:
        return value * months, unit, f"每月差{told(value, unit)}({formula}),×{months}个月"
    return value, unit, f"{formula}(从{first.words}到{second.words})"


def left_after(figures: Sequence[Figure], asked: Asked) -> Reckoned | None:
    """What a figure comes to once it is changed by another (600元,打算降低100元)."""
    if not _AFTERWARDS.search(asked.text):
        return None
    for first, second in pairwise(figures):
        by = _CHANGED_BY.search(second.label)
        if by and first.unit == second.unit and first.part == second.part and asked.shared(first, second):
            rough = "~" if first.is_rough or second.is_rough else ""
            sign, value = ("−", -second.value) if by["less"] else ("+", second.value)
            return first.value + value, first.unit, f"{rough}{first.words}{sign}{second.words}"
    return None


def apart(figures: Sequence[Figure], asked: Asked) -> Reckoned | None:
    """By how much two figures differ whose own words both stand in the question, or those of two years."""
    if not _DIFFERS.search(asked.text):
        return None
    changed = {id(one) for pair in changes_in(figures) for one in pair}
    fitting = [
        one for one in of_unit(figures, asked.text) if id(one) not in changed and not _OF_WHOLE.search(one.label)
    ]
    held = [(_held(one, other, asked), one, other) for one, other in combinations(fitting, 2) if one.unit == other.unit]
    best = max((score for score, *_ in held), default=0)
    meant = [(one, other) for score, one, other in held if score == best]
    if not best or len(meant) != 1:
        return None
    return _minus(*sorted(meant[0], key=lambda one: -one.value))


def _held(one: Figure, other: Figure, asked: Asked) -> int:
    """How plainly a question holds two figures side by side; 0 where it does not."""
    first, second = _YEAR.search(one.row), _YEAR.search(other.row)
    if first and second:
        is_of_years = _BEFORE.search(asked.text) or len(_YEAR.findall(asked.text)) > 1
        alike = pairs_of(one.label) & pairs_of(other.label)
        is_of_unit = bool(alike) and ASKED_UNIT.search(asked.text) is not None
        score = 2 * len(alike & asked.pairs) or int(is_of_unit)
        return score if is_of_years and first["year"] != second["year"] else 0
    own, others = one.pairs - other.pairs - IDLE, other.pairs - one.pairs - IDLE
    return min(len(own & asked.pairs), len(others & asked.pairs))
