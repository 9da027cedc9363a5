"""Figures of the statement told before, which a message points at: 那一万八全归我自己?, 那8万9是怎么算出来的.

They are no new bills: each is said to be what it is in the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from mingbai.assistant.outcome import Computed
from mingbai.assistant.reply import LineView
from mingbai.language.numbers.amounts import find_amounts
from mingbai.money import short, words
from mingbai.rules.statement import FUND, PERSON, pays

__all__ = ["asks_how", "asks_who", "pointed_at", "told_of_figures"]

# 那一万八, 这剩下的2万9, 你刚才算的那54700, 超出的1万8
_POINTS = re.compile(
    "(?:那|这|刚才|刚刚|上面)(?:个|笔|些|里|点|的|剩下?|多出来?|超出?|超过|说|算|讲|报|付|你){0,4}$"
    "|(?:超出来?|超过封顶线?|多出来?|余下|剩下)的?(?:那|这)?$"
)
_AFTER = re.compile(  # 那5万呢 asks of another bill, 这400之外 of what comes besides
    "(?:元|块)?钱?(?:(?:的话)?[呢嘛][?。]?$|[之以]外)"
)
_HOW = re.compile("(?:怎么|咋个?|如何|哪里|哪)[^,。;!?]{0,4}(?:来|算|得)|哪里?来")
_WHO = re.compile(  # 全归我自己?, 谁出, 就不管了, 都是我掏吗, 也能报吗
    "归[^,。;!?]{0,4}(?:我|自己|谁|哪)|谁(?:出|付|掏|来?管|给|报|承担|负担)|(?:我|自己|个人|本人)[^,。;!?]{0,4}(?:出|付|掏|贴|承担|负担|扛|认)"
    "|不[给管报赔补]|没人(?:管|报)|白花|[是算]啥|是什么|哪一?部分"
)


def pointed_at(question: str) -> tuple[Decimal, ...]:
    """The sums that a message points back at, and does not tell anew."""
    return tuple(
        one.value
        for one in find_amounts(question)
        if one.value is not None
        and one.kind in ("amount", "number")
        and _POINTS.search(question[: one.start][-12:])
        and not _AFTER.match(question[one.end :])
    )


def asks_how(question: str) -> bool:
    """Whether a message asks how a figure came about."""
    return _HOW.search(question) is not None


def asks_who(question: str) -> bool:
    """Whether a message asks who bears a figure, or what it is."""
    return _WHO.search(question) is not None


def told_of_figures(outcome: Computed, question: str) -> Iterator[str]:
    """A line for each sum pointed at that is a part of a statement known to the fen: what it is and who bears it."""
    estimate = outcome.estimate
    if estimate.status != "exact" or outcome.cases:
        return
    whole = sum((Decimal(one.amount) for one in estimate.lines), Decimal(0))
    for amount in dict.fromkeys(pointed_at(question)):
        if amount != whole and (told := _told(amount, estimate.lines)):
            yield f"**{words(amount)}是{told}。"


def _told(amount: Decimal, lines: Sequence[LineView]) -> str:
    one = next((one for one in lines if Decimal(one.amount) == amount), None)
    own, paid = ([one for one in lines if is_so(one.payer)] for is_so in (_is_own, pays))
    if one is not None:
        by = "由自己付" if one.payer == PERSON else "由医保报" if one.payer == FUND else f"由{one.payer}付"
        return f"{one.label}的部分**({one.formula}),{by}"
    for some, says in ((own, "自己一共付的"), (paid, "一共能报的")):
        amounts = [Decimal(one.amount) for one in some]
        if len(some) > 1 and sum(amounts, Decimal(0)) == amount:
            return f"{says}**({'+'.join(f'{one.label}{short(Decimal(one.amount))}' for one in some)})"
    return ""


def _is_own(payer: str) -> bool:
    return payer == PERSON
