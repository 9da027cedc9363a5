"""Figures of a rule as a question shows them, and questions about one figure, doubtful ones asked about as doubtful."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from mingbai.corpus.values import AtLeast, AtMost, Dated, Inferred, Lost, Quantity, Readings, Table, Value
from mingbai.corpus.vocabulary import SERVICE_ON
from mingbai.money import percent, short
from mingbai.quiz.prompt import Draft, Wrong
from mingbai.rules.days import day_words

Unit = Literal["share", "yuan"]
CANNOT_SAY = "说不准"


@dataclass(frozen=True)
class Leaf:
    """A figure of a quantity with the facts under which it stands."""

    path: tuple[tuple[str, str], ...]
    value: Value


def leaves_of(quantity: Quantity, path: tuple[tuple[str, str], ...] = ()) -> Iterator[Leaf]:
    """Every figure of a quantity, tables and periods unfolded; a period is named by its first day."""
    if isinstance(quantity, Table):
        for row, inner in quantity.rows.items():
            yield from leaves_of(inner, (*path, (quantity.by, row)))
    elif isinstance(quantity, Dated):
        for start, inner in quantity.dated.items():
            yield from leaves_of(inner, (*path, (SERVICE_ON, start.isoformat())))
    else:
        yield Leaf(path, quantity)


def row_words(fact: str, row: str) -> str:
    """The row of a table, or the period of a dated figure, as people call it."""
    return f"{day_words(date.fromisoformat(row))}起" if fact == SERVICE_ON else row


def figure_words(figure: Decimal, unit: Unit) -> str:
    """A plain figure as a reader sees it: "45%", "800元", "不封顶"."""
    if not figure.is_finite():
        return "不封顶"
    return percent(figure) if unit == "share" else f"{short(figure)}元"


@dataclass(frozen=True)
class Other:
    """A figure that stands elsewhere, and what one has mistaken when one gives it here."""

    figure: Decimal
    why: str


def figure_draft(question: str, value: Quantity, unit: Unit, others: Sequence[Other]) -> Draft:
    """The question for one figure; where it is doubtful, the right choice says the doubt."""
    wrong = tuple(Wrong(figure_words(one.figure, unit), one.why) for one in others)
    match value:
        case Decimal():
            shown = figure_words(value, unit)
            return Draft("single_choice", question, shown, f"规定写的是{shown}。", wrong)
        case Inferred():
            shown = figure_words(value.inferred, unit)
            asked = f"{question}(原文没有直接写这个数,按上下文推)"
            return Draft("single_choice", asked, shown, f"推出来是{shown}:{value.because}。", wrong)
        case AtLeast():
            return _bound(question, value.at_least, unit, "不低于", "不高于")
        case AtMost():
            return _bound(question, value.at_most, unit, "不高于", "不低于")
        case Readings():
            return _readings(question, value, unit)
        case Lost():
            return _lost(question, value, unit, wrong)
        case Table() | Dated():
            raise TypeError("a table is asked about figure by figure")


def _bound(question: str, figure: Decimal, unit: Unit, says: str, reverse: str) -> Draft:
    shown = figure_words(figure, unit)
    wrong = (
        Wrong(f"正好{shown}", "把界限当成了准数"),
        Wrong(f"{reverse}{shown}", "上限和下限弄反了"),
        Wrong("原文没有给任何数", "原文虽没有给准数,但给了界限"),
    )
    return Draft("single_choice", question, f"{says}{shown}", f"原文只说{says}{shown},准数{CANNOT_SAY}。", wrong)


def _readings(question: str, value: Readings, unit: Unit) -> Draft:
    each = [(figure_words(one.value, unit), one.says) for one in value.readings]
    right = f"有不同读法:{'或'.join(dict.fromkeys(shown for shown, _ in each))}"
    wrong = tuple(Wrong(f"肯定是{shown}", f"只取了一种读法({says}),原文没有说清") for shown, says in each)
    return Draft("single_choice", question, right, f"原文有不同读法:{';'.join(says for _, says in each)}。", wrong)


def _lost(question: str, value: Lost, unit: Unit, others: tuple[Wrong, ...]) -> Draft:
    why = f"原文没有给出这个数:{value.lost}。"
    if value.between is None:
        borrowed = tuple(Wrong(one.text, f"原文没有给出这个数,不能拿别的数来顶:{one.why}") for one in others)
        return Draft("single_choice", question, f"{CANNOT_SAY}:{value.lost}", why, borrowed)
    low, high = (figure_words(one, unit) for one in value.between)
    wrong = (Wrong(low, "把下界当成了准数"), Wrong(high, "把上界当成了准数"))
    return Draft("single_choice", question, f"{CANNOT_SAY},只知道在{low}到{high}之间:{value.lost}", why, wrong)
