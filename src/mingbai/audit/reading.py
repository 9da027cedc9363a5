"""The words of readings held against the figures that they explain, and the ranks that reasons name against their row.

“上浮10%是在原比例上乘1.1” explains a factor of 110%: another figure of the passage does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from mingbai.audit.figures import COUNT, SHARE, YEAR_MONTH, Figure, date_of
from mingbai.audit.rule_figures import forms_in
from mingbai.audit.stated import stated_in
from mingbai.audit.walking import everything_in
from mingbai.corpus.kinds.dates import DateReading, DateReadings
from mingbai.corpus.models import Rule
from mingbai.corpus.values import Change, ChangeReading, Inferred, Readings, Table, ValueReading

_Reading = ChangeReading | ValueReading | DateReading
_Evidence = frozenset[Figure]


def misread(rule: Rule) -> Iterator[str]:
    """Each figure in the words of a reading that is not the reading's own, each reason that names another row.

    A reading of nothing (0 points) may name the figure of the other reading.
    """
    for one in everything_in(rule):
        if isinstance(one, Change | Readings | DateReadings) and one.readings:
            every = frozenset().union(*map(_figures, one.readings))
            for reading in one.readings:
                for figure in sorted(stated_in(reading.says) - _dates(reading), key=str):
                    if not figure.stands_in(_figures(reading) or every):
                        yield f"读法“{reading.says}”里的 {figure} 不是它的数"
        elif isinstance(one, Table):
            yield from _misrowed(one)


def _figures(reading: _Reading) -> _Evidence:
    forms = frozenset(form for forms in forms_in(reading) for form in forms if form.value)
    plain = {Figure(one.value, COUNT) for one in forms if one.family == SHARE}
    return forms | plain


def _dates(reading: _Reading) -> _Evidence:
    """The parts of the day that a reading gives."""
    if not isinstance(reading, DateReading):
        return frozenset()
    day = reading.value
    parts = ((day.year, "年"), (day.month, "月"), (day.day, "日"), (day.year * 100 + day.month, YEAR_MONTH))
    return frozenset((date_of(day.month, day.day), *(Figure(Decimal(value), family) for value, family in parts)))


def _misrowed(table: Table) -> Iterator[str]:
    """Reasons that name another row of their table (三级) and not their own."""
    for name, row in table.rows.items():
        reasons = (one.because for one in everything_in(row) if isinstance(one, Inferred))
        for because in reasons:
            if name not in because and any(other in because for other in table.rows):
                yield f"“{name}”那一行的理由“{because}”说的是另一行"
