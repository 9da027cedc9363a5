"""Holding each row of a table against the words of the original about the same thing.

A passage may hold every figure of a table and still give them to other rows. Where the original says a row's name and
a figure in one breath (二级350元), the row must have such a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from mingbai.audit.figures import BARE, SHARE, Figure, figures_in, stated_in
from mingbai.corpus.models import Clause, Policy
from mingbai.corpus.problems import Problem
from mingbai.corpus.sources.originals import Originals, original_passage
from mingbai.corpus.sources.spelling import squeezed
from mingbai.corpus.strict_yaml import Percent
from mingbai.corpus.values import Table

_SENTENCE = re.compile("[。;；\n]")
_BREATH = re.compile("[、,，:：]")
_IN_ORDER = re.compile("分别|依次|各为")
"""Words after which names and figures stand apart, in the same order."""
_RULE_ROW = re.compile(r"[|:\-\s]+")
_REMARK = re.compile("[(（][^)）]*[)）]")
_SHORTEST = 2


@dataclass(frozen=True)
class _Row:
    """A name with the figures a table gives it in one column, beside all figures of that column."""

    name: str
    figures: frozenset[Figure]
    column: frozenset[Figure]


def crossed(originals: Originals, policy: Policy) -> Iterator[Problem]:
    """Each row of a table to which the passage gives another row's figure."""
    for clause in policy.clauses:
        passage = original_passage(originals, policy, clause)
        if passage is None:
            continue
        breaths = [(squeezed(breath), figures_in(breath)) for breath in _breaths(passage)]
        for row in _rows(clause):
            told = _told(row, breaths)
            if told and not any(one.stands_in(told) for one in row.figures):
                given, instead = ("、".join(sorted(map(str, some))) for some in (row.figures, told))
                yield Problem(
                    policy.file, clause.line, f"条款 {clause.id}:表里“{row.name}”是 {given},原文在同一句里写的是 {instead}"
                )


def _breaths(passage: str) -> Iterator[str]:
    for sentence in _SENTENCE.split(passage):
        if not _IN_ORDER.search(sentence):
            yield from _BREATH.split(sentence)


def _told(row: _Row, breaths: Iterable[tuple[str, frozenset[Figure]]]) -> frozenset[Figure]:
    """The figures of the row's column that the original says in one breath with its name."""
    named = [figures for words, figures in breaths if row.name in words]
    return frozenset(one for one in row.column if any(one.stands_in(figures) for figures in named))


def _rows(clause: Clause) -> Iterator[_Row]:
    for rule in clause.rules:
        yield from _of_rule(rule)
    yield from _of_text(clause.text)


def _of_rule(value: Any) -> Iterator[_Row]:
    match value:
        case Table():
            plain = {name: _figure(one) for name, one in value.rows.items() if isinstance(one, Decimal)}
            yield from _columns({name: frozenset({one}) for name, one in plain.items()})
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


def _of_text(text: str) -> Iterator[_Row]:
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
            yield from _columns({name: figures for name, figures in cells.items() if figures})


def _columns(rows: dict[str, frozenset[Figure]]) -> Iterator[_Row]:
    """The rows of one column whose names say enough and do not stand in each other's."""
    column = frozenset().union(*rows.values())
    for name, figures in rows.items():
        plain = squeezed(name)
        if len(plain) >= _SHORTEST and not any(plain in squeezed(other) for other in rows if other != name):
            yield _Row(plain, figures, column)
