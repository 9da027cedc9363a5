"""Tables for spreadsheet programs: CSV with a byte order mark, and nothing they take for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

# OWASP, "CSV Injection": a cell that begins with one of these is computed; the wide ones count in Chinese locales.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_text(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """The table as CSV, a line of column names first; a cell that would be computed is marked as text by a quote."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _cell(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_SIGNS) else text
