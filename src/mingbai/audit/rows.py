"""Holding each row of a table against the words of the original about the same thing.

A passage may hold every figure of a table and still give them to other rows. Where the original says a row's name and
a figure in one breath (二级350元), the row must have such a figure; where it counts up names and then figures
(一、二、三级医院分别为80%、60%、40%), the rows must have them in this order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from mingbai.audit.figures import BARE, SHARE, Figure, figures_in
from mingbai.audit.stated import stated_in
from mingbai.corpus.models import Clause, Policy
from mingbai.corpus.problems import Problem
from mingbai.corpus.sources.originals import Originals, original_passage
from mingbai.corpus.sources.spelling import squeezed
from mingbai.corpus.strict_yaml import Percent
from mingbai.corpus.values import Table

_SENTENCE = re.compile("[。;；\n]")
_BREATH = re.compile("[、,，:：]")
_STOP = re.compile("[。;；]")
_IN_ORDER = re.compile("分别|依次|各为")
"""Words after which names and figures stand apart, in the same order."""
_ONE_BY_ONE = re.compile("[、,，和及与]")
_RULE_ROW = re.compile(r"[|:\-\s]+")
_REMARK = re.compile("[(（][^)）]*[)）]")
_SHORTEST = 2


@dataclass(frozen=True)
class _Row:
    """A name with the figures a table gives it in one column, beside all figures of that column."""

    name: str
    figures: frozenset[Figure]
    column: frozenset[Figure]
    is_telling: bool
    """Whether the name says enough to be looked for: not part of another row's name."""


def crossed(originals: Originals, policy: Policy) -> Iterator[Problem]:
    """Each row of a table to which the passage gives another row's figure."""
    for clause in policy.clauses:
        passage = original_passage(originals, policy, clause)
        if passage is None:
            continue
        breaths = [(squeezed(breath), figures_in(breath)) for breath in _breaths(passage)]
        for column in _columns_of(clause):
            if _is_out_of_order(column, passage):
                rows = "、".join(f"{row.name}{_shown(row.figures)}" for row in column)
                yield Problem(policy.file, clause.line, f"条款 {clause.id}:表里是 {rows},原文分别写的是另一种次序")
        for row in (row for column in _columns_of(clause) for row in column if row.is_telling):
            told = _told(row, breaths)
            if told and not any(one.stands_in(told) for one in row.figures):
                words = f"表里“{row.name}”是 {_shown(row.figures)},原文在同一句里写的是 {_shown(told)}"
                yield Problem(policy.file, clause.line, f"条款 {clause.id}:{words}")


def _shown(figures: Iterable[Figure]) -> str:
    return "、".join(sorted(map(str, figures)))


def _is_out_of_order(column: Sequence[_Row], passage: str) -> bool:
    """Whether sentences that count up the names and the figures of a column all give these another order."""
    figures = [next(iter(row.figures)) for row in column if len(row.figures) == 1]
    if len(figures) < max(2, len(column)) or len(set(figures)) == 1:
        return False
    lists = []
    for sentence in _STOP.split(passage.replace("\n", "")):
        names, *rest = _IN_ORDER.split(sentence, maxsplit=1)
        if rest and _counts_up([row.name for row in column], names):
            lists.append([figures_in(one) for one in _ONE_BY_ONE.split(rest[0])])
    told = [one for one in lists if all(any(figure.stands_in(few) for few in one) for figure in figures)]
    return bool(told) and not any(_in_order(figures, one) for one in told)


def _counts_up(names: Sequence[str], words: str) -> bool:
    """Whether words name some names in their order; of 一级、二级、三级 the first may stand without what they share."""
    shared = names[0][-1]
    at = -1
    for name in names:
        at = squeezed(words).find(name.removesuffix(shared), at + 1)
        if at < 0:
            return False
    return True


def _in_order(figures: Sequence[Figure], told: Sequence[frozenset[Figure]]) -> bool:
    left = iter(told)
    return all(any(figure.stands_in(few) for few in left) for figure in figures)


def _breaths(passage: str) -> Iterator[str]:
    for sentence in _SENTENCE.split(passage):
        if not _IN_ORDER.search(sentence):
            yield from _BREATH.split(sentence)


def _told(row: _Row, breaths: Iterable[tuple[str, frozenset[Figure]]]) -> frozenset[Figure]:
    """The figures of the row's column that the original says in one breath with its name."""
    named = [figures for words, figures in breaths if row.name in words]
    return frozenset(one for one in row.column if any(one.stands_in(figures) for figures in named))


def _columns_of(clause: Clause) -> Iterator[list[_Row]]:
    for rule in clause.rules:
        yield from _of_rule(rule)
    yield from _of_text(clause.text)


def _of_rule(value: Any) -> Iterator[list[_Row]]:
    match value:
        case Table():
            plain = {name: _figure(one) for name, one in value.rows.items() if isinstance(one, Decimal)}
            yield _column({name: frozenset({one}) for name, one in plain.items()})
            for one in value.rows.values():
                yield from _of_rule(one)
        case BaseModel():
            for field in type(value).model_fields:
                yield from _of_rule(getattr(value, field))
        case tuple() | list():
            for one in value:
                yield from _of_rule(one)


def _figure(value: Decimal) -> Figure:
    return Figure(abs(value).normalize(), SHARE if isinstance(value, Percent) else BARE)


def _of_text(text: str) -> Iterator[list[_Row]]:
    """The rows of the Markdown tables of a clause, by each column."""
    lines = [line.strip() for line in text.split("\n")]
    tables: list[list[list[str]]] = [[]]
    for line in lines:
        if not line.startswith("|"):
            tables.append([])
        elif not _RULE_ROW.fullmatch(line):
            tables[-1].append([cell.strip() for cell in line.strip("|").split("|")])
    for rows in filter(None, tables):
        for column in range(1, len(rows[0])):
            cells = {_REMARK.sub("", row[0]): stated_in(row[column]) for row in rows[1:] if column < len(row)}
            yield _column({name: figures for name, figures in cells.items() if figures})


def _column(rows: dict[str, frozenset[Figure]]) -> list[_Row]:
    everything = frozenset().union(*rows.values())
    names = [squeezed(name) for name in rows]
    return [
        _Row(name, figures, everything, len(name) >= _SHORTEST and sum(name in other for other in names) == 1)
        for name, figures in zip(names, rows.values(), strict=True)
    ]
