"""The deductible, the ratio or the cap that a question asks for, as it is for the case told: 起付线 850元(550+300)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mingbai.assistant.leads.paid_at_cap import most_paid
from mingbai.assistant.leads.question import Lead
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.asking import HOW_MUCH
from mingbai.language.hearing import asked_for
from mingbai.language.text import normalise
from mingbai.money import percent, short
from mingbai.rules.book import Book, Computation
from mingbai.rules.case import Case
from mingbai.rules.terms import Row, Term, TermUnit, lost_rows, terms

_SUM = f"(?:{HOW_MUCH}|多高|多大|几钿|几块|几千|几万)"  # 起付线多高, 封顶线几万
_RATIO = "(?:几成|百分之几|百分之多少|几个点|几个百分点|多少个点)"
_ASKED: Mapping[TermUnit, re.Pattern[str]] = {
    "deductible": re.compile(
        f"(?:起付线?|起付标准|门槛费?)(?:[^,。;报]{{0,6}}{_SUM}|[和跟、与]|[^,。;报]{{0,3}},?(?:到底|究竟){_SUM})|{_SUM}[^,。;]{{0,3}}(?:起付|门槛)"
        f"|[过到满够]{_SUM}[^,。;]{{0,3}}(?:才|开始)[^,。;]{{0,5}}[报赔补]"
    ),
    "share": re.compile(
        f"(?:报销?|补|赔|给|比例)[^,。;]{{0,4}}(?:{_RATIO}|多少比例)|比例[^,。;]{{0,4}}(?:{_SUM}|{_RATIO})"
        f"|{_RATIO}[来给]?[报补赔]"
    ),
    "cap": re.compile(
        f"(?:封顶线?|限额)(?!以?[上外]|的?部分|之外)[^,。;]{{0,6}}{_SUM}|(?:最多|最高|顶多)[^,。;]{{0,5}}(?:报|给|补|赔)[^,。;]{{0,8}}{_SUM}"
    ),
}
_NAMED: Mapping[TermUnit, re.Pattern[str]] = {  # 岳池二级起付线: asked by its name alone, of a case that is told
    "deductible": re.compile("^[^,。;?!有没不吗]*(?:起付线?|起付标准|门槛费?)[??]?$"),
    "share": re.compile("^[^,。;?!有没不吗]*比例[??]?$"),
}
_FOR_ITS_PRICE = re.compile(  # 大额那个多交60能保到多少: how far what one pays extra for reaches
    "[交缴加][^,。;0-9]{0,3}[0-9]+(?:元|块钱?)?[^,。;0-9]{0,6}(?:[保报赔管]到|封顶|到顶)(?:多少|几多|几|好多)(?!成|个点)"
)
_FIGURE = re.compile("(?<![0-9.])[0-9]+(?![0-9.年])")
_CHANGE = re.compile(
    "降|减|提高|涨|[上下]浮|相差|差多少|差几|比例(?:要|会|能)?(?:多(?!少|大|高)|少|[高低])|差好多|(?<![最顶至])[少多](?:报|给)|再报|另外|加多少|增加"
)
_OF_BASIC = re.compile("(?:统筹|基本(?:医保|医疗保险|医疗)?|职工医保|居民医保)(?:基金)?的?(?:封顶|限额|起付|门槛)")
_OF_SHARE = re.compile("几|比例|百分|折|成")
_ANY_SUM = re.compile("多少|几|好多|多大|多高|啥|什么")
_OF_THINGS = re.compile("(?:多少|几|好多)个?[种条家类次天年月人名样]")
_PRICED = re.compile("(?<![0-9])[1-9][0-9]{1,2}(?![0-9年月日])")  # 多交60的
_SURE = 0.95
_CAPPED = re.compile("封顶|限额|最高|最多")
_USUAL = "住院"
_ABOVE_CAP = "excess"
_PAIR = 2
_MOST = 6
_CLAUSES = 2  # of more of them the words of the first are left out: its figure stands in the sum
_NAMES: Mapping[TermUnit, str] = {"share": "报", "deductible": "起付线", "cap": "最多报"}
_CALLED: Mapping[TermUnit, str] = {"share": "报销比例", "deductible": "起付线", "cap": "封顶线"}


def rate_lead(book: Book, vocabulary: Vocabulary, question: str, case: Case, about: Sequence[str]) -> Lead | None:
    """The figures asked for, worked out of the rule near the clauses found; None where it is no such question."""
    is_of_basic = _is_of_basic(book, question)
    is_for_price = _FOR_ITS_PRICE.search(question) is not None
    units: list[TermUnit] = [] if is_of_basic else ["cap"] if is_for_price else _units(question)
    is_bare = not units and not is_of_basic
    units = [unit for unit, named in _NAMED.items() if named.search(question)] if is_bare else units
    if not units or any(vocabulary.facts[name].kind == "amount" for name in case.facts if name in vocabulary.facts):
        return None
    is_change = _CHANGE.search(question) is not None and not is_for_price
    named = _above_named(book, vocabulary, question) if units == ["cap"] and not is_change else None
    computation = None if is_change else named or _meant(book, case, about, is_bare=is_bare)
    if computation and not named:
        computation = _of_everybody(book, computation, question)
    capping = _capping(book, about) if units == ["cap"] else None
    if capping and computation is None and "care" not in case.facts:
        computation = _sharing_a_cap(book, case)
    if computation is None or (is_bare and case.facts.keys().isdisjoint(computation.domain)):
        return None
    if unwritten := _unwritten(computation, vocabulary, case, units):
        return unwritten
    found = [one for unit in units for one in terms(computation, case.facts, unit)]
    if {one.unit for one in found} != {*units} or any(len(one.rows) > _MOST for one in found):
        return None
    shares = terms(computation, case.facts, "share")
    if shares and all(row.figure.value == 0 for one in shares for row in one.rows):
        return None  # who has nothing of it (学生儿童不设大额医疗保险) has no ratio and no cap: its clause says why
    lines = [line for one in found for line in _told_of(one, most_paid(book, computation, case, one), vocabulary)]
    is_of_care = book.by_care.get(str(case.get("care"))) is computation
    told = (*_told(computation, vocabulary, case, is_of_care=is_of_care), *dict.fromkeys(_assumed(found, vocabulary)))
    text = ";".join(lines) + (f"。按这些情况:{'、'.join(told)}。" if told else "。")
    clauses = dict.fromkeys(clause for one in found for row in one.rows for clause in row.figure.clauses)
    if capping and computation.bills != (_ABOVE_CAP,):
        clauses = {capping: None, **clauses}
    return Lead(text, tuple(clauses), is_whole=len(clauses) > _CLAUSES, is_alone=True)


def _unwritten(computation: Computation, vocabulary: Vocabulary, case: Case, units: Sequence[TermUnit]) -> Lead | None:
    """That the figure asked for is not written for whom the case is told of, where it is written for others."""
    lost = [one for unit in units for one in lost_rows(computation, case, unit)]
    if not lost or len({fact for fact, _ in lost}) > 1:
        return None
    fact, because = lost[0]
    who = vocabulary.facts[fact].told(str(case.get(fact)))
    what = "、".join(_CALLED[unit] for unit in units)
    return Lead(f"**{who}的{what}没有写**:{because}。", (computation.clause.id,), is_alone=True)


def rates_told(computation: Computation, vocabulary: Vocabulary, case: Case) -> str:
    """The deductible and the ratio of a case without its bill, in one line; empty where one is open or lost."""
    units: tuple[TermUnit, ...] = ("deductible", "share")
    found = [one for unit in units for one in terms(computation, case.facts, unit)]
    if not any(one.unit == "share" for one in found) or any(len(one.rows) > 1 for one in found):
        return ""
    told = _told(computation, vocabulary, case)
    return ";".join(line for one in found for line in _lines(one, vocabulary)) + f"({'、'.join(told)})。"


def _meant(book: Book, case: Case, about: Sequence[str], *, is_bare: bool) -> Computation | None:
    """The computation of the case's kind of care, where a clause found is one of its own; else that of the first.

    Where nothing but a name `is_bare` of any other word (三级起付线), that of a stay comes before its neighbours.
    """
    own = {name: one for name, one in book.by_care.items() if not one.layers and set(_clauses(one)) & set(about)}
    care = case.get("care")
    if care is not None:
        return own.get(str(care))
    stacks = {one.clause.id for one in book.by_care.values() if one.layers}
    if is_bare and _USUAL in own:
        return own[_USUAL]
    first = next((clause for clause in about if clause not in stacks), "")
    nearest = [name for name, one in own.items() if first in _clauses(one)]
    chosen = _USUAL if _USUAL in nearest else nearest[0] if len({id(own[name].rule) for name in nearest}) == 1 else None
    return own[chosen] if chosen else None


def _of_everybody(book: Book, computation: Computation, question: str) -> Computation:
    """The insurance that all have, where one that only some join on top of it (大额) is neither named nor priced."""
    for layers in (one.layers for one in book.by_care.values() if one.layers):
        first = book.by_care.get(layers[0].rule.care or "")
        joined = [one for one in layers[1:] if one.rule.when and one.computation.clause.id == computation.clause.id]
        if first is None or not joined:
            continue
        is_named = any(str(one.rule.care)[:2] in question for one in joined) or _PRICED.search(question)
        return computation if is_named else first
    return computation


def _above_named(book: Book, vocabulary: Vocabulary, question: str) -> Computation | None:
    """What only goes on above the cap of a stay, where a question names it last (住院门槛多少,大额那个能报到多少)."""
    stay = book.by_care.get(_USUAL)
    above = {name: one for name, one in book.by_care.items() if not one.layers and one.bills == (_ABOVE_CAP,)}
    if stay is None or _ABOVE_CAP in stay.bills:
        return None
    own = question.rpartition(_USUAL)[2]
    return next((one for name, one in above.items() if _names(own, name, one, vocabulary)), None)


def _names(question: str, care: str, computation: Computation, vocabulary: Vocabulary) -> bool:
    """Whether a question names a kind of care, by the first signs of its name (大额) or by what its clause has paid."""
    words = (care[:_PAIR], *vocabulary.facts["care"].choices[care].says)
    is_priced = _FOR_ITS_PRICE.search(question) is not None
    figures = {*_FIGURE.findall(question)} & {*_FIGURE.findall(computation.clause.text)} if is_priced else ()
    return bool(figures) or any(word in question for word in words)


def _is_of_basic(book: Book, question: str) -> bool:
    """Whether a question asks for a figure of the basic insurance, which what goes on from there does not have."""
    return "大病" in book.policy.scheme and _OF_BASIC.search(question) is not None


def _units(question: str) -> list[TermUnit]:
    """The terms asked for by their names, else by any words that surely ask for one."""
    named = [unit for unit, asked in _ASKED.items() if asked.search(question)]
    is_of_sum = _ANY_SUM.search(question) and not _OF_THINGS.search(question)  # 那个门槛是不是少点 asks for yes or no
    asks = asked_for(normalise(question), _SURE) if is_of_sum else None
    is_plain_sum = asks == "share" and not _OF_SHARE.search(question)  # 三级医院能报多少 asks for a sum
    return named or ([] if is_plain_sum else [unit for unit in _ASKED if unit == asks])


def _capping(book: Book, about: Sequence[str]) -> str | None:
    """The clause found whose heading speaks of a cap."""
    return next((one.id for one in book.policy.clauses if one.id in about and _CAPPED.search(one.title)), None)


def _sharing_a_cap(book: Book, case: Case) -> Computation | None:
    """Any computation of a policy, where all have one cap in common, wherever in it that is written."""
    single = [one for one in book.by_care.values() if not one.layers]
    caps = [terms(one, case.facts, "cap") for one in single]
    values = {tuple(row.figure.value for term in cap for row in term.rows) for cap in caps}
    return single[0] if len(values) == 1 and values != {()} else None


def _clauses(computation: Computation) -> Iterator[str]:
    yield computation.clause.id
    yield from (one.clause.id for one in computation.adjustments)


def _told(computation: Computation, vocabulary: Vocabulary, case: Case, *, is_of_care: bool = True) -> tuple[str, ...]:
    """The facts of the case that the figures may turn on, its kind of care first where they are of that."""
    care = ("care",) if is_of_care else ()
    values = ((fact, case.get(fact)) for fact in dict.fromkeys((*care, *computation.domain)))
    return tuple(vocabulary.facts[fact].told(value) for fact, value in values if isinstance(value, str))


def _assumed(found: Sequence[Term], vocabulary: Vocabulary) -> Iterator[str]:
    for assume in (one for term in found for one in term.assumptions):
        yield f"{vocabulary.facts[assume.fact].told(str(assume.value))}(没说,先这样算)"


def _told_of(term: Term, most: str | None, vocabulary: Vocabulary) -> Iterator[str]:
    """The lines of a figure; of a cap of the expense instead what is paid at most."""
    yield from (most,) if most else _lines(term, vocabulary)


def _lines(term: Term, vocabulary: Vocabulary) -> Iterator[str]:
    """The figures in one line for the usual reading, row by row where they turn on a fact nobody gave, then others."""
    for number, reading in enumerate(dict.fromkeys(row.reading for row in term.rows)):
        rows = [row for row in term.rows if row.reading == reading]
        figures = ",".join(_row(row, term.unit, vocabulary) for row in rows)
        yield f"另一种读法({reading}):{figures}" if number else f"**{_NAMES[term.unit]}{figures}**{_how(rows, term)}"


def _row(row: Row, unit: TermUnit, vocabulary: Vocabulary) -> str:
    value = row.figure.value
    taken = "".join(vocabulary.facts[fact].told(choice) for fact, choice in row.choices)
    return taken + (percent(value) if unit == "share" else f"{short(value)}元")


def _how(rows: Sequence[Row], term: Term) -> str:
    """How often it is taken, and how a figure that is adjusted came about."""
    formula = rows[0].figure.formula if len(rows) == 1 else ""
    often = {"year": "每年", "stay": "每次"}[term.per] if term.per else ""
    return f"({','.join(filter(None, (often, formula)))})" if often or formula else ""
