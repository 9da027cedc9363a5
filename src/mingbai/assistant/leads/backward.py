"""The direct answer to what a bill must have been when so much of it was paid (报了1260,总费用是多少)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from mingbai.assistant.leads.question import Lead
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.asking import HOW_MUCH
from mingbai.language.figures.premium_figures import is_premium
from mingbai.language.numbers.amounts import Mention, find_amounts
from mingbai.money import percent, short, words
from mingbai.rules.book import Book
from mingbai.rules.case import Case
from mingbai.rules.estimate import Missing
from mingbai.rules.inverse import Inverse, Irreversible, inverse

_MUCH = f"(?:{HOW_MUCH}|几个钱|几钱)"
_WAS_PAID = re.compile(
    "(?<![能可会])(?:报|补|赔|退|救助)[^,。;?!]{0,4}[了回过到][^,。;?!花付]{0,3}$"
    "|(?:给|帮|替)[我俺咱他她你]?们?(?:家里?|卡上)?(?:打|划|转|拨|汇|返|发)(?:过来|到账|进来)?了?[^,。;?!花付0-9]{0,3}$"
)
_HENCE = re.compile(
    "倒推|反推|倒算|反算|推算"
    f"|(?:超出?|超过)[^,。;?!报补赔还]{{0,8}}{_MUCH}"
    f"|(?:费用?|花|账单|单子|自付|自负)[^,。;?!报补赔还]{{0,6}}{_MUCH}|{_MUCH}(?:钱)?的?(?:费用?|账单|单子)"
)
_ELSE = re.compile("[报补赔](?:销|偿)?(?:多少|几|好多)|能[报补赔]|还[能可会]|够不够|对不对|对吗|封顶")
_ABOVE_CAP = re.compile("(?:超出?|超过)[^,。;?!]{0,8}封顶线?")  # what lies above it is asked for, and not the cap
_OF_CAP = re.compile("(?:块钱?|元)?的?(?:封顶|限额|额度)")


def backward_lead(book: Book, vocabulary: Vocabulary, question: str, case: Case, about: Sequence[str]) -> Lead | None:
    """The bill told by what was paid of it, with the sum; or what stands against telling it."""
    paid, ratios = _paid(question)
    care = _care(book, case, about) if paid else None
    if paid is None or care is None:
        return None
    amounts = {name for name, fact in vocabulary.facts.items() if fact.kind == "amount"}
    told = Case({name: value for name, value in case.facts.items() if name not in amounts}).with_facts(care=care)
    found = inverse(book, told, paid)
    if isinstance(found, Inverse) and ratios and found.share not in ratios:
        found = Irreversible(f"规定写的比例是{percent(found.share)},跟您说的不一样", found.clauses)
    match found:
        case Missing():
            asked = vocabulary.facts[found.facts[0]]
            return Lead(f"**还不能倒推**:要先知道{asked.label}。{asked.ask}", found.clauses)
        case Irreversible():
            return Lead(f"**倒推不出一个准数**:{found.cause}。", found.clauses)
    label = vocabulary.facts[book.by_care[care].rule.bill].label
    borne = f"+起付线{short(found.deductible)}元" if found.deductible else ""
    own = f"**自己出 {words(found.bill - paid)}**({short(found.bill)}−{short(paid)})"
    text = f"**{label} {words(found.bill)}**({short(paid)}元÷{percent(found.share)}{borne})。\n{own}。"
    return Lead(text, found.clauses)


def asks_what_it_cost(question: str) -> bool:
    """Whether a question tells only what was paid and asks of how much that was."""
    return _paid(question)[0] is not None


def _paid(question: str) -> tuple[Decimal | None, tuple[Decimal, ...]]:
    """What a question says was paid, where it asks of how much that was; with the ratios it names."""
    if not _HENCE.search(question) or _ELSE.search(_ABOVE_CAP.sub("", question)):
        return None, ()
    mentions = find_amounts(question)
    sums = [one for one in mentions if one.is_sum and one.value]
    sums = [one for one in sums if not (is_premium(question, one) or _OF_CAP.match(question, one.end))]
    ratios = tuple(one.value for one in mentions if one.kind == "percent" and one.value is not None)
    is_of_one = len(sums) == 1 and not sums[0].approximate and _is_of_paid(question, sums[0])
    return (sums[0].value, ratios) if is_of_one else (None, ())


def _is_of_paid(question: str, one: Mention) -> bool:
    return _WAS_PAID.search(question[: one.start]) is not None


def _care(book: Book, case: Case, about: Sequence[str]) -> str | None:
    """The one kind of care that is meant: as told, that of the clause found, else what all of the policy share."""
    plain = {name: one for name, one in book.by_care.items() if not one.layers}
    if case.get("care") in plain:
        return str(case.get("care"))
    of_clause = [name for name, one in plain.items() if one.clause.id in about[:1]]
    of_one_rule = len({id(one.rule) for one in plain.values()}) == 1
    fitting = of_clause if len({id(plain[one].rule) for one in of_clause}) == 1 else list(plain) if of_one_rule else []
    return fitting[0] if fitting else None
