"""The direct answer that a table of premiums gives: the row for the person, the sum for the heads named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mingbai.assistant.question import Lead, Question
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import short, words
from mingbai.rules.case import Case
from mingbai.rules.premium import Base, PremiumRow, premiums
from mingbai.rules.stated import Stated

_PREMIUM_ROWS = 6
_GROUP = re.compile("大人|成人|孩子|小孩|儿童|学生|老人|退休|在职|低保")
_MIXED = 2  # groups named together: two adults and a pupil do not all pay the same


def premium_leads(table: Stated[PremiumRule], vocabulary: Vocabulary, asked: Question, case: Case) -> Iterator[Lead]:
    """The rows of a table of who pays what that fit a person and the years asked about, and their sum for a family."""
    policy, clause, rule = table.policy, table.clause, table.rule
    base = Base(asked.city_average, asked.own_average, asked.heads)
    heads = None if asked.city_average else asked.heads  # a share of wages counts the heads itself
    found = [premiums(policy, vocabulary, case, year, base) for year in asked.years or (None,)]
    # a group that is known (students) but has no figure for the year does not pay what a part of it does (三无)
    is_known = bool(premiums(policy, vocabulary, case).rows)
    fitting = [[*(one.rows or (() if is_known else one.others))] for one in found]
    is_decided = any(one.rows for one in found)  # else the groups of all clauses are possible
    own = [
        [row for row in rows if row.name == rule.name and (not is_decided or row.clauses[0] == clause.id)]
        for rows in fitting
    ]
    groups = {row.who for rows in own for row in rows}
    # another year's table may stand under another rule, its groups named alike
    per_year = [mine or [row for row in rows if row.who in groups] for mine, rows in zip(own, fitting, strict=True)]
    rows = list(dict.fromkeys(row for some in per_year for row in some))
    if not rows or len(rows) > _PREMIUM_ROWS:
        return
    lines = [_premium_row(row) for row in rows]
    if heads and heads > 1 and len(rows) == 1 and len(set(_GROUP.findall(asked.text))) < _MIXED:
        lines += _for_heads(rows[0], heads)
    lines += [f"- {year}年:没有写" for year, some in zip(asked.years, per_year, strict=False) if not some]
    yield Lead("\n".join(lines), tuple({clause: 0 for row in rows for clause in row.clauses}))


def _for_heads(row: PremiumRow, heads: Decimal) -> Iterator[str]:
    """What so many persons of one row pay together."""
    if all(one.amount is not None for one in row.payments):
        amounts = [(one.payer, one.amount or Decimal(0)) for one in row.payments]
        paid = ";".join(f"{payer}{words(amount * heads)}({short(amount)}×{short(heads)})" for payer, amount in amounts)
        total = sum((amount for _, amount in amounts), Decimal(0)) * heads
        yield f"- **{short(heads)}人一共**:{paid}" + (f",合计{words(total)}" if len(amounts) > 1 else "")


def _premium_row(row: PremiumRow) -> str:
    year = f"{row.year}年" if row.year else ""
    paid = ";".join(
        f"{one.payer}{words(one.amount) if one.amount is not None else one.formula or one.cause}"
        for one in row.payments
    )
    total = f",合计{words(row.total)}" if row.total is not None and len(row.payments) > 1 else ""
    return f"- **{row.who}**({year}每{row.per}):{paid}{total}"
