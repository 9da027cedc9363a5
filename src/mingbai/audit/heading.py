"""The figures of the front matter, which name a document: its years, its names, the days on which it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from mingbai.audit.counting import uncounted
from mingbai.audit.figures import BARE, YEAR_MONTH, Figure, date_of, figures_in
from mingbai.corpus.models import Clause, Policy
from mingbai.corpus.sources.spelling import squeezed
from mingbai.language.numbers.numerals import canonical

_YEAR = "年"
_OF_ID = re.compile("-((?:19|20)[0-9]{2})$")
_FIRST = re.compile("(?:19|20)[0-9]{2}(?=年)")
_YEARS = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_BLOTTED = re.compile("[0-9]*(?:x{2,}|[*])年?度?")
_DIGITS = re.compile("[0-9][0-9+.]*[%‰万元年]*")
_YEAR_ENDS = ((1, 1), (12, 31))
_Evidence = frozenset[Figure]


def misnamed(policy: Policy, source: str) -> Iterator[str]:
    """Each figure of the front matter but the notes that the rest of the file and the document do not bear out.

    The years of the title and of other names are those of `year`, its first that of the id. Any other numeral of a
    name stands in the document or a clause, a spelt one with the character behind it. What
    `year` says stands in the document. A day of `in_force` stands in a clause, or is the first or last of that year.
    """
    text = "\n".join((source, *(clause.text for clause in policy.clauses)))
    yield from _other_years(policy)
    yield from _other_numerals(policy, squeezed(canonical(text)))
    for figure in sorted(figures_in(_BLOTTED.sub("", policy.year)), key=str):
        if not figure.stands_in(figures_in(source)):
            yield f"文件头里的 {figure} 不在原文里"
    for day in filter(None, (policy.in_force.from_, policy.in_force.until)):
        if not _is_told(day, policy) and not _bounds_year(day, policy):
            yield f"in_force 里的 {day} 没有写进正文"


def misdated(clause: Clause, policy: Policy) -> Iterator[str]:
    """The years of a clause's title, if they are neither the document's nor the first that its words name.

    A title of several years names them in the order of the words.
    """
    titled, told = _YEARS.findall(clause.title), list(dict.fromkeys(_YEARS.findall(clause.text)))
    starts = range(len(told)) if len(titled) > 1 else range(1)
    runs = [told[start : start + len(titled)] for start in starts]
    is_own = set(titled) <= set(_YEARS.findall(policy.year)) & set(told) and len(set(titled)) == len(titled)
    if told and titled not in runs and not is_own:
        yield f"标题里的年份({'、'.join(titled)})不是正文先写的年份"


def years_of(policy: Policy) -> _Evidence:
    """The years of the document, which hold for all its clauses."""
    days = filter(None, (policy.in_force.from_, policy.in_force.until))
    stated = (*figures_in(policy.year), *(Figure(Decimal(day.year), _YEAR) for day in days))
    return frozenset(figure for figure in stated if figure.family in (_YEAR, BARE))


def _other_years(policy: Policy) -> Iterator[str]:
    years = set(_YEARS.findall(policy.year))
    for name in (policy.title, *policy.also_called):
        yield from (f"“{name}”里的 {year} 不是 year 里的年份" for year in _YEARS.findall(name) if year not in years)
    first, of_id = _FIRST.match(policy.year), _OF_ID.search(policy.id)
    if first and of_id and first[0] != of_id[1]:
        yield f"year 里的 {first[0]} 不是编号里的年份"
    if first and of_id and first[0] not in policy.title:
        yield f"标题里没有 {first[0]}"


def _other_numerals(policy: Policy, text: str) -> Iterator[str]:
    for name in (policy.title, *policy.also_called):
        for numeral in _DIGITS.findall(squeezed(canonical(_YEARS.sub("", name)))):
            if numeral not in text:
                yield f"“{name}”里的“{numeral}”不在原文里"
        yield from (f"“{name}”里的{message}" for message in uncounted(name, text))
    for numeral in _BLOTTED.findall(policy.year):
        if numeral not in text:
            yield f"year 里的“{numeral}”不在原文里"


def _is_told(day: date, policy: Policy) -> bool:
    month, of_year = Figure(Decimal(day.year * 100 + day.month), YEAR_MONTH), date_of(day.month, day.day)
    said = (figures_in(clause.text) for clause in policy.clauses)
    return any(month in figures and of_year in figures for figures in said)


def _bounds_year(day: date, policy: Policy) -> bool:
    return (day.month, day.day) in _YEAR_ENDS and policy.year.startswith(str(day.year))
