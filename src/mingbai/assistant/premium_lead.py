"""The direct answer that a table of premiums gives: the row for the person, the sum for the heads named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mingbai.assistant.question import Lead, Question
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.amounts import find_amounts
from mingbai.money import short, words
from mingbai.rules.case import Case
from mingbai.rules.premium import Base, PremiumRow, premiums
from mingbai.rules.stated import Stated

_PREMIUM_ROWS = 6
_GROUP = re.compile("大人|成人|孩子|小孩|儿童|学生|老人|退休|在职|低保")
_OF_SOME_DEGREE = re.compile("残疾")
_EACH = re.compile("各|分别")
_MIXED = 2  # groups named together: two adults and a pupil do not all pay the same


def premium_leads(table: Stated[PremiumRule], vocabulary: Vocabulary, asked: Question, case: Case) -> Iterator[Lead]:
    """The rows of a table of who pays what that fit a person and the years asked about, and their sum for a family."""
    policy, clause, rule = table.policy, table.clause, table.rule
    if family := _family(table, vocabulary, asked, case):
        yield family
        return
    case = _of_all_named(asked.text, vocabulary, case)
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
    if _OF_SOME_DEGREE.search(asked.text) and "hardship" not in case.facts:  # 残疾, its degree unsaid
        degrees = [[row for row in one.others if _OF_SOME_DEGREE.search(row.who)] for one in found]
        own = [[*narrower, *rows] for narrower, rows in zip(degrees, own, strict=True)]
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


def _of_all_named(text: str, vocabulary: Vocabulary, case: Case) -> Case:
    """The case without the facts of which a question names several choices side by side (一档二档各交多少)."""
    if not _EACH.search(text):
        return case
    named = {
        name: {choice for word, choice in vocabulary.facts[name].by_words.items() if len(word) > 1 and word in text}
        for name in case.facts
        if vocabulary.facts[name].kind == "choice"
    }
    return Case({name: value for name, value in case.facts.items() if len(named.get(name, ())) < _MIXED})


def _family(table: Stated[PremiumRule], vocabulary: Vocabulary, asked: Question, case: Case) -> Lead | None:
    """What persons of several groups (两个大人一个小学生) pay together in the years with a row for each of them."""
    members = _members(asked.text, vocabulary)
    if len(members) < _MIXED or "hardship" in case.facts:  # whose hardship it is was not said
        return None
    lines: list[str] = []
    rows: dict[PremiumRow, None] = {}
    for year in asked.years or _years(table, vocabulary, case) or (None,):
        each = [_own_row(table, vocabulary, case.with_facts(insured=one), year) for one in members]
        if all(each):
            own = zip(filter(None, each), members.values(), strict=True)
            paid = [(row, amount, heads) for (row, amount), heads in own]
            rows |= {row: None for row, _, _ in paid}
            total = sum((amount * heads for _, amount, heads in paid), Decimal(0))
            formula = "+".join(f"{short(amount)}×{short(heads)}" for _, amount, heads in paid)
            when = f"{year}年" if year else ""
            lines.append(f"- **{when}一共**:个人{words(total)}({formula})")
        else:
            lines.append(f"- {year}年:没有给每个人都写数,加不起来")
    clauses = dict.fromkeys(clause for row in rows for clause in row.clauses)
    return Lead("\n".join((*lines, *map(_premium_row, rows))), tuple(clauses)) if rows else None


def _members(text: str, vocabulary: Vocabulary) -> dict[str, Decimal]:
    """How many persons of which group a question names, those of one group together."""
    words = vocabulary.facts["insured"].by_words
    word = "(" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"
    behind, before = re.compile(f"[个名位口]{{0,2}}的?{word}"), re.compile(f"{word}有?$")
    counts = [one for one in find_amounts(text) if one.kind in ("count", "number") and one.value]
    is_reversed = bool(counts) and before.search(text[: counts[0].start]) is not None  # 大人2个,学生1个
    found: dict[str, Decimal] = {}
    for one in counts:
        named = before.search(text[: one.start]) if is_reversed else behind.match(text, one.end)
        if named and one.value:
            found[words[named[1]]] = found.get(words[named[1]], Decimal(0)) + one.value
    return found


def _years(table: Stated[PremiumRule], vocabulary: Vocabulary, case: Case) -> tuple[int, ...]:
    """The years that the tables know for anybody."""
    anybody = Case({name: value for name, value in case.facts.items() if name != "insured"})
    return premiums(table.policy, vocabulary, anybody).years


def _own_row(
    table: Stated[PremiumRule], vocabulary: Vocabulary, case: Case, year: int | None
) -> tuple[PremiumRow, Decimal] | None:
    """The one row that fits a person in a year, and what they pay themselves."""
    fitting = premiums(table.policy, vocabulary, case, year).rows
    rows = [row for row in fitting if row.year == year] or fitting  # 每年另交60元 of another table is of no year
    own = [one.amount for row in rows for one in row.payments if one.payer == "个人"]
    return (rows[0], own[0]) if len(rows) == 1 and len(own) == 1 and own[0] is not None else None


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
