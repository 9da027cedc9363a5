"""The direct answer that a table of premiums gives: the row for the person, the sum for the heads named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.households.people import Household
from mingbai.assistant.households.reading import household, is_of_one
from mingbai.assistant.leads.agreed_shares import shared_by_agreement
from mingbai.assistant.leads.family import FamilyPremiums, is_by_person
from mingbai.assistant.leads.groups_apart import groups_apart, rows_of_groups
from mingbai.assistant.leads.more_to_pay import more_than_before
from mingbai.assistant.leads.plan_premiums import (
    asks_how_plans_differ,
    meant_by_price,
    plan_lines,
    split_plans,
)
from mingbai.assistant.leads.premium_rows import (
    for_heads,
    for_years,
    plainly_meant,
    premium_row,
    row_meant,
    sums_of_rows,
)
from mingbai.assistant.leads.question import Lead, Question
from mingbai.corpus.kinds import PremiumBaseRule, PremiumRule
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.people.grown import MINORS, ages
from mingbai.money import percent, short, words
from mingbai.rules.case import Case
from mingbai.rules.premium import Base, PremiumRow, premiums
from mingbai.rules.stated import Stated, stated

_PREMIUM_ROWS = 6
_GROUP = re.compile("大人|成人|孩子|小孩|儿童|学生|老人|退休|在职|低保")
_OWN_PART = re.compile("(?:自己|自个|(?<![每一0-9十百])个人(?!头)|老百姓|农民)[^,。;]{0,8}[交缴掏]")
# 单位给每个人每月要交几块
_OF_ONE = re.compile("每个?(?:人|职工|员工|工人)|(?:一个|每位|每名)(?:人|职工|员工|工人)|人头")
_OWN_PAYER = re.compile("个人|本人|家庭|职工$")
_WHETHER = re.compile("要不要|用不用|[还再另]|[交缴掏出拿]{1,2}(?:钱|费)?[吗么不]|自己[交缴掏出拿]")
_IF_AT_ALL = re.compile("(?:自己|个人|自个儿?)[^,。;]{0,3}[交缴掏出拿](?:钱|费)?[吗么不]|[要用]不[要用][交缴]")
_WHOLE_HOUSE = re.compile("[两三四五六七八九0-9]口|全家|一家")
_OF_SOME_DEGREE = re.compile("残疾")
_OTHERS = re.compile("[他她]们|人家|别[人的]|另外?|隔壁|[0-9]{2}级")
_EACH = re.compile("各|分别|[,;?](?:那么?)?[^,。;?呢]{1,6}呢")  # 成人总标准是多少,学生呢
_LATER = re.compile("下一?年|明年|来年|次年|新的?(?:补助)?标准|[提涨]高?(?:了|上去)?以?后")
_NOW = re.compile("今年|当年|现在|目前|这年")
_LEFT_OUT = re.compile("[(（](?:(?P<age>[0-9]+)周?岁以上的?)?(?P<who>[^()（）]+?)(?:除外|不在内)[)）]")
_AGE = re.compile("(?<![0-9])([1-9][0-9])岁?(?!多?[0-9年月元块])")
_YEAR_BARE = re.compile("(?<![0-9.])((?:19|20)[0-9]{2})(?![0-9.元块多来几个人])")
_BESIDE = 8
"""Within so many characters stands what else names a group (农村的退伍兵); 企业,…月均工资 is not 外商投资企业."""
_COMMON = frozenset("的人员籍对象")
_MIXED = 2  # groups named together: two adults and a pupil do not all pay the same


def premium_leads(table: Stated[PremiumRule], vocabulary: Vocabulary, asked: Question, case: Case) -> Iterator[Lead]:
    """The rows of a table of who pays what that fit a person and the years asked about, and their sum for a family."""
    asked = asked if asked.years else replace(asked, years=_years_bare(table, asked.text))
    if apart := groups_apart(asked.text, vocabulary, case):
        yield from rows_of_groups(table, vocabulary, asked, apart)
        return
    house = _house(table, vocabulary, asked.text)
    kinds = None if house is None else house.members
    is_mixed = kinds is None or len(kinds) >= _MIXED
    is_family = house is not None and (is_mixed or any(one.is_out for one in house.persons))
    if house and is_family and (family := _family(table, vocabulary, asked, case, house)):
        yield family
        return
    cases = _of_all_named(asked.text, vocabulary, case)
    split = split_plans(table, vocabulary, asked.text)
    other = (*split, *(("plan",) if asks_how_plans_differ(asked.text) else ()))
    cases = [_without(one, *other, *(("insured", "hardship") if is_mixed else ())) for one in cases]
    if kinds and not is_mixed:  # the groups of one member are not those of the house
        cases = [one.with_facts(**next(iter(kinds)).facts) for one in cases]
    case = cases[0]
    # a share of wages counts the heads itself
    heads = None if asked.city_average else _heads(table, vocabulary, asked, house, case)
    if split and not (house and house.persons) and not _WHOLE_HOUSE.search(asked.text):
        heads = None  # 其余三个: how many they are together was not said
    of_each = (_rows(table, vocabulary, asked, one) for one in cases)
    per_year = [[row for some in of_one_year for row in some] for of_one_year in zip(*of_each, strict=True)]
    rows = _of_the_time_meant(list(dict.fromkeys(row for some in per_year for row in some)), asked.text)
    rows = list(meant_by_price(rows, vocabulary, asked.text))
    if not rows:
        yield from _unwritten(table, vocabulary, case)
    if not rows or len(rows) > _PREMIUM_ROWS:
        return
    is_age_open = any(_if_old(asked.text, vocabulary, case))  # both groups then stand
    every = rows
    rows = rows if is_age_open else plainly_meant(rows, asked.text)
    if excluded := next((row for row in rows if _leaves_out(row, asked.text)), None):
        yield Lead(f"**不在内**:写的是“{excluded.who}”。", excluded.clauses)
        return
    lines = [f"**不能拆开选**:一家人的{vocabulary.facts[one].label}要一样" for one in split]
    lines += more_than_before(table, vocabulary, case, rows, asked.text)
    lines += _straight(table, rows, asked.text)
    lines += plan_lines(rows, asked.text, vocabulary, heads)
    lines += sums_of_rows(rows, asked.text)
    lines += (premium_row(row, asked.text) for row in rows)
    if heads and heads > 1 and len(rows) == 1:
        lines += for_heads(rows[0], heads, asked.not_paying)
        lines += [line for many in _other_heads(asked, heads) for line in for_heads(rows[0], many, Decimal(0))]
    elif heads and heads > 1 and (meant := row_meant(rows, asked.text)):
        lines = [f"{line}({meant.who})" for line in for_heads(meant, heads, asked.not_paying)] + lines
    if len(rows) == 1 and not (heads and heads > 1):
        lines += for_years(rows[0], asked.text)
    if len(rows) == 1 and (parted := shared_by_agreement(rows[0], asked, heads)):
        lines = [*parted, *lines]
    lines += _base_kept(table, asked)
    lines += house.left_out if house else ()
    lines += [f"- {year}年:没有写" for year, some in zip(asked.years, per_year, strict=False) if not some]
    clauses = [*(clause for row in rows for clause in row.clauses), *split.values()]
    yield Lead("\n".join(lines), tuple(dict.fromkeys(clauses)), is_alone=len(rows) < len(every))


def _rows(table: Stated[PremiumRule], vocabulary: Vocabulary, asked: Question, case: Case) -> list[list[PremiumRow]]:
    """For each year asked about the rows that fit a person, or that may."""
    policy, clause, rule = table.policy, table.clause, table.rule
    heads = asked.heads or (Decimal(1) if _OF_ONE.search(asked.text) else None)
    base = Base(asked.city_average, asked.own_average, heads)
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
        years = [{row.year for row in narrower} for narrower in degrees]  # of every year the usual row stands beside
        usual = [[row for row in one.rows if row.year in years[at]] for at, one in enumerate(found)]
        both = zip(degrees, usual, own, strict=True)
        own = [[*narrower, *dict.fromkeys((*beside, *rows))] for narrower, beside, rows in both]
    groups = {row.who for rows in own for row in rows}
    # another year's table may stand under another rule, its groups named alike
    return [mine or [row for row in rows if row.who in groups] for mine, rows in zip(own, fitting, strict=True)]


def _unwritten(table: Stated[PremiumRule], vocabulary: Vocabulary, case: Case) -> Iterator[Lead]:
    """That no table of the policy says what a person of this group pays (老人, where only children are written)."""
    insured, tables = case.get("insured"), stated(table.policy, PremiumRule)
    found = premiums(table.policy, vocabulary, case)
    if isinstance(insured, str) and len(tables) == 1 and not (found.rows or found.others):
        others = "、".join(dict.fromkeys(group.who for group in table.rule.groups))
        yield Lead(f"**{insured}交多少没有写**:写的是{others}。", (table.clause.id,))


def _straight(table: Stated[PremiumRule], rows: Sequence[PremiumRow], text: str) -> Iterator[str]:
    """The line that says to one who asks for their own part that they pay nothing, or that no table tells it."""
    own = [one for row in rows for one in row.payments if _OWN_PAYER.search(one.payer)]
    groups = (group for one in stated(table.policy, PremiumRule) for group in one.rule.groups)
    if not any(_OWN_PAYER.search(payer) for group in groups for payer in group.pays) and _OWN_PART.search(text):
        yield "**个人交多少没有写**,写的是别人出的:"
    elif own and _WHETHER.search(text) and all(one.amount == 0 for one in own):
        yield "**个人不用交**:"
    elif own and _IF_AT_ALL.search(text):
        free = [row.who for row in rows if any(one.payer == "个人" and one.amount == 0 for one in row.payments)]
        if free:
            yield f"**个人不用交的**:{'、'.join(dict.fromkeys(free))}"


def _without(case: Case, *facts: str) -> Case:
    return Case({name: value for name, value in case.facts.items() if name not in facts})


def _of_the_time_meant(rows: list[PremiumRow], text: str) -> list[PremiumRow]:
    """The rows of now or of later, where a table without years tells the two apart and one of them is asked for."""
    later = [row for row in rows if _LATER.search(row.who)]
    earlier = [row for row in rows if row not in later]
    if not (later and earlier) or (_LATER.search(text) is None) == (_NOW.search(text) is None):
        return rows
    return later if _LATER.search(text) else earlier


def _leaves_out(row: PremiumRow, text: str) -> bool:
    """Whether a row is for all of a group but some (农村籍退役士兵除外), and these are whom a question names."""
    left_out = _LEFT_OUT.search(row.who)
    if left_out is None:
        return False
    kind, youngest = left_out["who"], left_out["age"]
    age = _AGE.search(text)
    shared = [kind[at : at + 2] for at in range(len(kind) - 1) if kind[at : at + 2] in text]
    near = "".join(text[max(0, text.index(one) - _BESIDE) : text.index(one) + 2 + _BESIDE] for one in shared[:1])
    near = near.replace("工资", "")  # 北京企业,我们厂平均工资850: no 外商投资企业
    others = {sign for sign in kind if sign in near} - set("".join(shared[:1])) - _COMMON
    return bool(shared and others) and not (youngest and age and Decimal(age[1]) < Decimal(youngest))


def _heads(
    table: Stated[PremiumRule], vocabulary: Vocabulary, asked: Question, house: Household | None, case: Case
) -> Decimal | None:
    """How many persons pay what one row says: all that were counted are of its group; None where that is not known."""
    if house is None:  # of 一家三口 all pay alike where no table tells them apart
        is_alike = not is_by_person(table.rule) and _WHOLE_HOUSE.search(asked.text)
        return asked.heads if is_alike else None
    if house.persons:
        return house.heads if len(house.members or ()) == 1 or not is_by_person(table.rule) else None
    is_of_minors = case.get("insured") in MINORS and _WHOLE_HOUSE.search(asked.text)  # 一家三口 are not all children
    groups = set(_GROUP.findall(asked.text))
    groups -= {"老人"} if "退休" in groups else set()
    is_mixed = len(groups) >= _MIXED or is_of_one(asked.text, vocabulary)
    return None if is_of_minors or is_mixed else asked.heads


def _other_heads(asked: Question, heads: Decimal) -> Sequence[Decimal]:
    """The other number of persons that a question tells of its own, where it asks of two groups (他们08级469个人)."""
    is_of_two = asked.heads is not None and not asked.not_paying and _OTHERS.search(asked.text)
    return [asked.heads] if is_of_two and asked.heads and asked.heads > heads else []


def _of_all_named(text: str, vocabulary: Vocabulary, case: Case) -> list[Case]:
    """The cases of which a question names several side by side (大人学生各多少); else the one told."""
    cases = [case, *_if_old(text, vocabulary, case)]
    for name in dict.fromkeys(("insured", *case.facts)) if _EACH.search(text) else ():
        choices = _named(text, vocabulary, name) if vocabulary.facts[name].kind == "choice" else ()
        if len(choices) >= _MIXED:
            cases = [one.with_facts(**{name: choice}) for one in cases for choice in choices]
    return cases


def _if_old(text: str, vocabulary: Vocabulary, case: Case) -> Iterator[Case]:
    """The case of who is old enough for a narrower group than the one told (低收入家庭), where no age is told."""
    told, insured = case.get("hardship"), case.get("insured")
    if insured in MINORS or any(ages(text)):
        return
    yield from (case.with_facts(hardship=name) for name in vocabulary.facts["hardship"].from_an_age(told))


def _named(text: str, vocabulary: Vocabulary, fact: str) -> tuple[str, ...]:
    """The choices of a fact that a text names, in the order in which it does; 低收入老人 names no 低收入."""
    words = vocabulary.facts[fact].by_words
    found: dict[str, int] = {}
    for word in sorted((one for one in words if len(one) > 1), key=len, reverse=True):
        if word in text:
            found.setdefault(words[word], text.index(word))
            text = text.replace(word, "," * len(word))
    return tuple(sorted(found, key=lambda choice: found[choice]))


def _years_bare(table: Stated[PremiumRule], text: str) -> tuple[int, ...]:
    """The years that a question names by their figures alone (2010的医保), of those that the table knows."""
    known = {int(group.year) for group in table.rule.groups if group.year is not None}
    return tuple(dict.fromkeys(year for year in map(int, _YEAR_BARE.findall(text)) if year in known))


def _house(table: Stated[PremiumRule], vocabulary: Vocabulary, text: str) -> Household | None:
    """The household that a text tells of; what employees have of their own leaves nobody out of their own insurance."""
    house = household(text, vocabulary)
    if house is None or not table.policy.scheme.startswith("职工"):
        return house
    return replace(house, persons=tuple(replace(one, is_out=False) for one in house.persons))


def _family(
    table: Stated[PremiumRule], vocabulary: Vocabulary, asked: Question, case: Case, house: Household
) -> Lead | None:
    """What persons of several groups (两个大人一个小学生) pay together in the years with a row for each of them.

    Where the table has none for somebody (大额, which is for adults), another of the policy that has may tell it.
    """
    if not (house.paying and is_by_person(table.rule)):
        return None
    others = [one for one in stated(table.policy, PremiumRule) if one.rule is not table.rule and is_by_person(one.rule)]
    known = _without(case, "insured", "hardship")
    first: Lead | None = None
    for one in (table, *others):
        family = FamilyPremiums(one, vocabulary, known, asked.text)
        found = family.lead(house, asked.years)
        told = replace(found, text="\n".join((found.text, *map(premium_row, family.rows)))) if found else None
        if told and not family.lacks_some:
            return told
        first = first or told
    return first


def _base_kept(table: Stated[PremiumRule], asked: Question) -> Iterator[str]:
    """That the average wage told is not so low that the base is lowered for it; nothing where it is."""
    if asked.city_average is None or asked.own_average is None:
        return
    bases = {group.of for group in table.rule.groups}
    for rule in (one.rule for one in stated(table.policy, PremiumBaseRule) if one.rule.of in bases):
        if asked.own_average >= asked.city_average * rule.below:
            bound = f"{short(asked.city_average)}×{percent(rule.below)}"
            yield f"- **缴费基数还按 {words(asked.city_average)}**:{short(asked.own_average)}不低于{bound}"
