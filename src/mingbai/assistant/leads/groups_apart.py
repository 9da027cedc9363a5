"""Two groups of people of whom a question asks what each pays: 低保学生和普通学生各交多少, 老人和小孩分别交多少."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mingbai.assistant.leads.premium_rows import premium_row
from mingbai.assistant.leads.question import Lead, Question
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.case import Case
from mingbai.rules.premium import PremiumRow, premiums
from mingbai.rules.stated import Stated

__all__ = ["groups_apart", "rows_of_groups"]

_EACH = re.compile("(?:一年|每年|[0-9]{4}年?|个人|自己|都)*(?:各|分别)")
_JOINED = re.compile("[和跟与同、,，]|还有|以及|对比")
_COUNTED = re.compile("[0-9一二两三四五六七八九十俩仨][个口位名]|[俩仨]|全家|一家")
_COMMON = re.compile("普通|一般|正常|其他|别的|(?:不是|没有?|非|不吃)低保")
_WHO, _HARDSHIP, _NONE = "insured", "hardship", "无"
_TWO = 2
_MOST_ROWS = 6


def groups_apart(text: str, vocabulary: Vocabulary, case: Case) -> list[Case]:
    """The cases of the groups named one beside the other, in order; none where a question names fewer than two.

    A group that leaves out who they are (低保的和普通学生) is of the people of its neighbour. Persons who are counted
    (两个老人一个娃) are a household, and no groups.
    """
    asked = _EACH.search(text)
    if asked is None or _COUNTED.search(text):
        return []
    named = [_group(part, vocabulary) for part in _JOINED.split(text[: asked.start()])]
    groups = [one for one in named if one]
    who = next((one[_WHO] for one in groups if _WHO in one), None)
    told = [one if _WHO in one or who is None else {**one, _WHO: who} for one in groups]
    is_one_of_them = len(told) == 1 and told[0].get(_HARDSHIP) == _NONE  # 普通大人各交多少, the other part aside
    if (len(told) < _TWO and not is_one_of_them) or any(told.count(one) > 1 for one in told):
        return []
    rest = Case({name: value for name, value in case.facts.items() if name not in (_WHO, _HARDSHIP)})
    return [rest.with_facts(**one) for one in told]


def rows_of_groups(
    table: Stated[PremiumRule], vocabulary: Vocabulary, asked: Question, cases: Sequence[Case]
) -> Iterator[Lead]:
    """The rows of each of several groups, in the order in which they are named, whatever table of the policy has them.

    Nothing where one of them has no row, or more than one for a year: then all that is written is to be told.
    """
    found: list[PremiumRow] = []
    for case in cases:
        rows = premiums(table.policy, vocabulary, case).rows
        rows = tuple(row for row in rows if row.name == table.rule.name) or rows
        rows = tuple(row for row in rows if not asked.years or row.year in asked.years)
        years = [row.year for row in rows]
        if not rows or len(set(years)) < len(years):
            return
        found += rows
    rows_of_all = dict.fromkeys(found)
    if len(rows_of_all) <= _MOST_ROWS:
        clauses = dict.fromkeys(clause for row in rows_of_all for clause in row.clauses)
        yield Lead("\n".join(premium_row(row, asked.text) for row in rows_of_all), tuple(clauses))


def _group(part: str, vocabulary: Vocabulary) -> Mapping[str, str]:
    """Who a part of a question names: their group, and their hardship or that they have none."""
    who = _last(part, vocabulary, _WHO)
    hardship = _NONE if _COMMON.search(part) else _last(part, vocabulary, _HARDSHIP)
    return {name: value for name, value in ((_WHO, who), (_HARDSHIP, hardship)) if value}


def _last(part: str, vocabulary: Vocabulary, fact: str) -> str:
    """The choice of a fact that a part names last, by its longest word; empty where it names none."""
    words = {word: one for word, one in vocabulary.facts[fact].by_words.items() if len(word) > 1 and word in part}
    best = max(words, key=lambda word: (part.rindex(word) + len(word), len(word)), default="")
    return words.get(best, "")
