"""The rows of a table of who pays what in words: what one pays, and so many persons or in so many years together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from mingbai.assistant.matching.clause_figures import pairs_of
from mingbai.assistant.openings.sum_checked import sum_checked
from mingbai.language.numbers.amounts import Mention, find_amounts
from mingbai.money import short, words
from mingbai.rules.premium import Payment, PremiumRow

__all__ = ["for_heads", "for_years", "plainly_meant", "premium_row", "row_meant", "sums_of_rows"]

_TREASURY, _TWO = "财政", 2
# 财政一共给补了多少, 政府一共补多少, 三家各补几个钱,合计
_OF_TREASURIES = re.compile("(?:财政|政府|国家|公家|上头|[两三各]家|各级|[县区市]里?)[^,。;]{0,10}[补出给贴]")
_IN_ALL = re.compile("[一总拢]共|合计|加起来|加一起|总计")
_MOST_YEARS = 30
_PLAINLY = 4
"""So many pairs of characters of a row's name stand in a question that means it; so long is a run that only it has."""
_FAR = 2
"""By so many pairs more than any other row."""


def plainly_meant(rows: Sequence[PremiumRow], text: str) -> list[PremiumRow]:
    """The rows whose names are far more like what a question says than all others (全额拨款的退休干部); else all.

    So are those alone that have a run of signs with it: 全额拨款, where another is for 差额拨款.
    """
    scores = [len(pairs_of(row.who) & pairs_of(text)) for row in rows]
    best = max(scores)
    others = [score for score in scores if score < best]
    likest = [row for row, score in zip(rows, scores, strict=True) if score == best]
    runs = [_runs(row.who) & _runs(text) for row in rows]
    is_named = all(bool(run) == (score == best) for run, score in zip(runs, scores, strict=True))
    is_plain = best >= _PLAINLY and (is_named or best - max(others, default=best) >= _FAR)
    return likest if is_plain else list(rows)


def _runs(text: str) -> frozenset[str]:
    """All runs of so many signs of a text as tell a group by its name."""
    return frozenset(text[at : at + _PLAINLY] for at in range(len(text) - _PLAINLY + 1))


def row_meant(rows: Sequence[PremiumRow], text: str) -> PremiumRow | None:
    """The one row whose name is plainly most like what a question says (区直全额拨款的退休); None where two are."""
    pairs = pairs_of(text)
    scores = [len(pairs_of(row.who) & pairs) for row in rows]
    best = max(scores)
    likest = [row for row, score in zip(rows, scores, strict=True) if score == best]
    return likest[0] if best >= _PLAINLY and len({row.payments for row in likest}) == 1 else None


def premium_row(row: PremiumRow, text: str = "") -> str:
    """The line of a row: what each payer gives; what all treasuries give together where the `text` asks for that."""
    year = f"{row.year}年" if row.year else ""
    paid = ";".join(f"{one.payer}{_paid(one)}" for one in row.payments)
    total = ""
    if row.total is not None and len(row.payments) > 1:
        total = f",合计{words(row.total)}{_from_treasuries(row, text)}"
    return f"- **{row.who}**({year}每{row.per}):{paid}{total}"


def sums_of_rows(rows: Sequence[PremiumRow], text: str) -> Iterator[str]:
    """The line that what all payers of one row give comes to the total believed (加起来对得上180不), or not."""
    parts = [(one.payer, one.amount) for one in rows[0].payments if one.amount] if len(rows) == 1 else []
    given = [(payer, amount) for payer, amount in parts if payer.endswith(_TREASURY)]
    if line := sum_checked(parts, text, given):
        yield line


def _from_treasuries(row: PremiumRow, text: str) -> str:
    """What several treasuries give together (40+18+12), where a question asks what they all give."""
    given = [one.amount for one in row.payments if one.payer.endswith(_TREASURY)]
    amounts = [one for one in given if one is not None]
    if len(amounts) < _TWO or len(amounts) < len(given) or not _OF_TREASURIES.search(text):
        return ""
    return f"(其中财政{'+'.join(map(short, amounts))}={short(sum(amounts, Decimal(0)))}元)"


def _paid(one: Payment) -> str:
    if one.amount is None:
        return one.formula or one.cause or ""
    sum_ = f"({one.formula})" if one.formula and "×" in one.formula else ""
    return f"{words(one.amount)}{sum_}" if one.amount else f"{words(one.amount)}(不用交)"


def for_heads(row: PremiumRow, heads: Decimal, not_paying: Decimal) -> Iterator[str]:
    """What so many persons of one row pay together, as far as the figures are written."""
    amounts = [(one.payer, one.amount) for one in row.payments if one.amount is not None]
    if not amounts or not any(amount for _, amount in amounts):
        return
    paid = ";".join(f"{payer}{words(amount * heads)}({short(amount)}×{short(heads)})" for payer, amount in amounts)
    total = sum((amount for _, amount in amounts), Decimal(0)) * heads
    is_whole = len(amounts) == len(row.payments)
    left = f"({short(heads + not_paying)}人减去不交的{short(not_paying)}人)" if not_paying else ""
    yield f"- **{short(heads)}人一共**{left}:{paid}" + (f",合计{words(total)}" if is_whole and len(amounts) > 1 else "")


def for_years(row: PremiumRow, text: str) -> Iterator[str]:
    """What one pays in so many years at the same rate (三年一共几多), where a question asks for that."""
    years = next((one.value for one in find_amounts(text) if _is_of_years(one)), None)
    amounts = [(one.payer, one.amount) for one in row.payments if one.amount]
    if years is None or row.per != "年" or not (amounts and _IN_ALL.search(text)):
        return
    paid = ";".join(f"{payer}{words(amount * years)}({short(amount)}×{short(years)})" for payer, amount in amounts)
    yield f"- **{short(years)}年一共**(每年都按这个数):{paid}"


def _is_of_years(one: Mention) -> bool:
    """Whether a figure counts years and names none (08年)."""
    is_counted = one.kind == "count" and one.unit == "年" and not one.text.strip().startswith("0")
    return is_counted and one.value is not None and 1 < one.value <= _MOST_YEARS
