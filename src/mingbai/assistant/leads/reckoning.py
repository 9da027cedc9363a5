"""The direct answer to what follows from figures that a clause writes: their difference, a year of months, a share.

A figure is used only where the words beside it stand in the question too, and no other figure fits as well; else the
clause speaks for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from mingbai.assistant.leads.proportion import proportion_lead
from mingbai.assistant.leads.question import Lead, Question
from mingbai.assistant.matching.clause_figures import Figure, figures_of, pairs_of, told
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.models import Clause
from mingbai.language.numbers.amounts import find_amounts
from mingbai.money import percent, short

# 600打算降多少 asks no share of it
_CHANGES = re.compile("(?:降|减|提|涨|调|升)[低高到至少]?[^,。;0-9]{0,3}(?:多少|几|好多)")
_MUCH = "(?:多少|几多|好多|几个钱|几钱|几[块元个种人万成家户点])"
_DIFFERS = re.compile(
    f"(?<![最至])[多少高低涨升降减添加](?:出来?|收|交|缴|花|给|补|付|出|拿|报|领|看|住|来|用|发|转|治|办)?了?{_MUCH}|相?(?<!补)差了?(?:多少|几|好多)|多不多|[多少][了没]没有?"
)
_OF_WHOLE = re.compile("其中")  # each 240元, of which the county adds 6.4元: no two figures side by side
_EXCEPT = re.compile("除(?:了|去|开|掉|外)|[刨去扣减]掉|[刨减]去|刨[开除]|(?<!算)不算|抛开")
_WHOLE = re.compile("整个|全[院校县市区省乡镇村部体]|总|共|合计")
_AFTERWARDS = re.compile(
    f"(?:剩|还[扣要交有]|[降减涨升提加]完|(?:降|减|涨|提|加)[^,。;]{{0,4}}后|变成)[^。;]{{0,8}}{_MUCH}"
)
_RAISED = re.compile("(?:提高|增加|扩大|涨|升|提|降低|降|减少|减|上调|下调)(?:到|至|为|成)$")
_CHANGED_BY = re.compile("(?P<less>降低|减少|下调|降|减)了?$|(?:提高|增加|上调|涨)了?$")
_YEAR = re.compile("(?P<year>20[0-9]{2})年?")
_BEFORE = re.compile("头一年|前一年|上一?年|去年|往年|比[^,。;]{0,3}年")
_A_MONTH = re.compile("每个?月|一个?月|月均|/月")
_LIMIT = re.compile("限额|最高|封顶|不超过|以内|最多|起付")
_HAD = re.compile(f"多[能得会要]?[领拿交缴花出发给]|年[^,。;]{{0,4}}多(?:出|了|给)?{_MUCH}")
_MONTHS = {"一年": 12, "全年": 12, "整年": 12, "半年": 6, "一季度": 3}
_A_HEAD = re.compile("每人|每名|每位|人均")
_IN_ALL = re.compile("一共|总共|拢共|合计|合起来|加起来|全部|全村|全家")
_LAST_WORDS = re.compile("^.*[，、：](?=.)|^[，、：]|[，、：]$")
_EACH = re.compile("各|分别")
_SO_MANY = re.compile("([两二三四五])(?:样|项|种|笔|份)")
_COUNT = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_WHETHER = re.compile("能[^,。;]{0,4}[吗么不]|能不能|可不可以")
_PLANNED = re.compile("打算|计划|争取")
_ASKED_UNIT = re.compile("(?:多少|几多|好多|几)个?(人次|人|名|种|家|户|类|钱|元|块|万|亿|工作日|天|点|百分点)")
_HINTS = (
    (("元", "万元", "亿元"), re.compile("[钱元块款万亿]|费用|收入|收了")),
    (("人", "名"), re.compile("^人$|^名$|人数|人头|几个人")),
    (("人次",), re.compile("人次")),
    (("种", "类"), re.compile("^[种类]$")),
    (("%",), re.compile("^百分点$|^点$|比例|几成")),
    (("个工作日", "天"), re.compile("^工作日$|^天$")),
)
_PLAINLY = 2
"""So many pairs of characters beside a figure stand in a question that means it: 生活 alone is said of many things."""
_YUAN = ("元", "万元", "亿元")
_IDLE = pairs_of(
    "每人每月 人每 每名 人均 一年 原来 左右 一共 总共 合计 全年 标准 提高 增加 元的 医保 保险 多少 其中 最多"
    " 多报 报多 能报 一个月 月多 多了"
)


@dataclass(frozen=True)
class _Asked:
    question: Question
    pairs: frozenset[str]
    is_on_title: bool = False

    @property
    def text(self) -> str:
        return self.question.text

    def shared(self, *figures: Figure) -> int:
        """How many pairs of characters beside some figures stand in the question too."""
        return len((frozenset().union(*(one.pairs for one in figures)) & self.pairs) - _IDLE)


_Reckoned = tuple[Decimal, str, str]
"""What comes out, its unit, and the sum."""


def reckoning_lead(clause: Clause, question: str, bare: str | None = None, *, is_of_bills: bool = False) -> Lead | None:
    """What the figures of a clause come to for a question, with the sum; None where they are not plainly meant.

    `bare` is the question without the names of places and documents, which stand beside no figure in particular;
    `is_of_bills` where the policy has rules for what is paid: then no share is taken of a sum here, nor is a figure
    multiplied by heads, and figures are only held side by side where the clause is about what is asked.
    """
    pairs = pairs_of(question if bare is None else bare)
    asked = _Asked(Question.read(question), pairs, bool((pairs_of(clause.title) & pairs) - _IDLE))
    figures = figures_of(clause.text)
    if found := proportion_lead(clause, figures, question, is_of_bills=is_of_bills):
        return found
    ways = [_but_for_a_part, _change, _left_after, _in_all, _over_months]
    ways += [_apart] if asked.is_on_title or not is_of_bills else []
    ways += [] if is_of_bills else [_share]
    ways += [] if is_of_bills or any(isinstance(one, PremiumRule) for one in clause.rules) else [_for_heads]
    for way in ways:
        if reckoned := way(figures, asked):
            value, unit, formula = reckoned
            planned = "(只是打算,还没有实行)" if _PLANNED.search(clause.text) and way is _left_after else ""
            rough = "大约" if formula.startswith("~") else ""
            return Lead(f"**{rough}{told(value, unit)}**:{formula.removeprefix('~')}{planned}。", (clause.id,))
    return None


def each_reckoned(leads: Sequence[Lead], titles: Mapping[str, str], question: str) -> Lead | None:
    """The first of what several clauses come to; all, where a question asks it of so many things (这两样各多多少)."""
    many = _SO_MANY.search(question)
    if len(leads) < 2 or not (many and _EACH.search(question)) or _COUNT[many[1]] != len(leads):
        return leads[0] if leads else None
    clauses = dict.fromkeys(clause for one in leads for clause in one.clauses)
    return Lead("\n".join(f"- {titles[one.clauses[0]]}:{one.text}" for one in leads), tuple(clauses))


def asks_how_much_more(question: str) -> bool:
    """Whether a question asks by how much something is more or less, and not how much it is."""
    return _DIFFERS.search(question) is not None


def _of_unit(figures: Iterable[Figure], text: str) -> list[Figure]:
    """The figures of the unit that a question asks for, all where it names none."""
    asked = _ASKED_UNIT.search(text)
    hinted = asked[1] if asked else text
    units = {unit for names, hint in _HINTS if hint.search(hinted) for unit in names}
    return [one for one in figures if not units or one.unit in units]


def _but_for_a_part(figures: Sequence[Figure], asked: _Asked) -> _Reckoned | None:
    """The whole without a part that is named (把08级的刨掉)."""
    if not _EXCEPT.search(asked.text):
        return None
    fitting = _of_unit(figures, asked.text)
    pairs = [
        (whole, part)
        for whole in fitting
        for part in fitting
        if whole.unit == part.unit
        and whole.value > part.value
        and _WHOLE.search(whole.row + whole.label)
        and not _WHOLE.search(part.row + part.label)
        and asked.shared(part)
    ]
    return _minus(*pairs[0]) if len(pairs) == 1 else None


def _minus(greater: Figure, smaller: Figure) -> _Reckoned:
    unit = "个百分点" if greater.unit == "%" else greater.unit
    rough = "~" if greater.is_rough or smaller.is_rough else ""
    is_of_one_row = greater.row == smaller.row
    formula = f"{rough}{_named(greater, is_of_one_row)}−{_named(smaller, is_of_one_row)}"
    return greater.value - smaller.value, unit, formula


def _named(figure: Figure, is_of_one_row: bool) -> str:
    """A figure with the words that tell it from the other."""
    said = (_LAST_WORDS.sub("", figure.row) if not is_of_one_row else "", _LAST_WORDS.sub("", figure.label))
    return f"{''.join(filter(None, said))}{figure.words}"


def _changes(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of figures of which the first became the second (从10元增加到20元)."""
    for first, second in pairwise(figures):
        if first.unit == second.unit and first.part == second.part and _RAISED.search(second.label):
            yield first, second


def _change(figures: Sequence[Figure], asked: _Asked) -> _Reckoned | None:
    """By how much a figure was changed, for so many heads where they are told."""
    if not _DIFFERS.search(asked.text):
        return None
    changes = list(_changes(_of_unit(figures, asked.text)))
    fitting = [pair for pair in changes if asked.shared(*pair) >= _PLAINLY] or (changes if asked.is_on_title else [])
    if len(fitting) != 1:
        return None
    first, second = fitting[0]
    value, unit, _ = _minus(*sorted(fitting[0], key=lambda one: -one.value))
    formula = "−".join(told(one.value, one.unit) for one in sorted(fitting[0], key=lambda one: -one.value))
    heads = asked.question.heads
    if heads and heads > 1 and _A_HEAD.search(first.label) and _IN_ALL.search(asked.text):
        return value * heads, unit, f"每人差{told(value, unit)}({formula}),×{short(heads)}人"
    months = _months(asked.text) if _A_MONTH.search(first.part) and _HAD.search(asked.text) else None
    if months:
        return value * months, unit, f"每月差{told(value, unit)}({formula}),×{months}个月"
    return value, unit, f"{formula}(从{first.words}到{second.words})"


def _left_after(figures: Sequence[Figure], asked: _Asked) -> _Reckoned | None:
    """What a figure comes to once it is changed by another (600元,打算降低100元)."""
    if not _AFTERWARDS.search(asked.text):
        return None
    for first, second in pairwise(figures):
        by = _CHANGED_BY.search(second.label)
        if by and first.unit == second.unit and first.part == second.part and asked.shared(first, second):
            rough = "~" if first.is_rough or second.is_rough else ""
            sign, value = ("−", -second.value) if by["less"] else ("+", second.value)
            return first.value + value, first.unit, f"{rough}{first.words}{sign}{second.words}"
    return None


def _apart(figures: Sequence[Figure], asked: _Asked) -> _Reckoned | None:
    """By how much two figures differ whose own words both stand in the question, or those of two years."""
    if not _DIFFERS.search(asked.text):
        return None
    changed = {id(one) for pair in _changes(figures) for one in pair}
    fitting = [
        one for one in _of_unit(figures, asked.text) if id(one) not in changed and not _OF_WHOLE.search(one.label)
    ]
    held = [(_held(one, other, asked), one, other) for one, other in combinations(fitting, 2) if one.unit == other.unit]
    best = max((score for score, *_ in held), default=0)
    meant = [(one, other) for score, one, other in held if score == best]
    if not best or len(meant) != 1:
        return None
    return _minus(*sorted(meant[0], key=lambda one: -one.value))


def _held(one: Figure, other: Figure, asked: _Asked) -> int:
    """How plainly a question holds two figures side by side; 0 where it does not."""
    first, second = _YEAR.search(one.row), _YEAR.search(other.row)
    if first and second:
        is_of_years = _BEFORE.search(asked.text) or len(_YEAR.findall(asked.text)) > 1
        alike = pairs_of(one.label) & pairs_of(other.label)
        is_of_unit = bool(alike) and _ASKED_UNIT.search(asked.text) is not None
        score = 2 * len(alike & asked.pairs) or int(is_of_unit)
        return score if is_of_years and first["year"] != second["year"] else 0
    own, others = one.pairs - other.pairs - _IDLE, other.pairs - one.pairs - _IDLE
    return min(len(own & asked.pairs), len(others & asked.pairs))


def _in_all(figures: Sequence[Figure], asked: _Asked) -> _Reckoned | None:
    """What so many things of a list come to (两样加起来), where it has just so many."""
    many = _SO_MANY.search(asked.text)
    if not many or not _IN_ALL.search(asked.text) or _WHETHER.search(asked.text):
        return None
    rows = [one for one in figures if one.row]
    alike = [one for one in rows if (one.unit, one.label) == (rows[0].unit, rows[0].label)]
    if len(alike) != _COUNT[many[1]] or len(alike) != len(rows) or not asked.shared(*alike):
        return None
    formula = "+".join(f"{one.row}{one.words}" for one in alike)
    per, unit = re.sub("^[：，、]+", "", alike[0].label), alike[0].unit
    value = sum((one.value for one in alike), Decimal(0))
    months = _months(asked.text) if _A_MONTH.search(per + alike[0].part) or "每月" in per else None
    if months is None:
        return value, unit, f"{per}{formula}"
    over = f"×{months}个月"
    if _A_MONTH.search(asked.text):  # 一个月一共多少,一年呢
        return value, unit, f"{per}{formula};{_span(months)}{told(value * months, unit)}({told(value, unit)}{over})"
    return value * months, unit, f"({formula}){over}"


def _over_months(figures: Sequence[Figure], asked: _Asked) -> _Reckoned | None:
    """What is had or paid by the month over a year or so many months, for so many heads where they are told."""
    months = _months(asked.text)
    monthly = [one for one in _in_yuan(figures) if _A_MONTH.search(one.label) or _A_MONTH.search(_before(figures, one))]
    one = _meant([one for one in monthly if not _LIMIT.search(one.label)], figures, asked) if months else None
    if months is None or one is None or not re.search(_MUCH, asked.text):
        return None
    heads = asked.question.heads if _A_HEAD.search(one.label) else None
    times = f"×{short(heads)}人" if heads and heads > 1 else ""
    value = one.value * months * (heads if times and heads else 1)
    return value, one.unit, f"每月{told(one.value, one.unit)}{times}×{months}个月"


def _in_yuan(figures: Sequence[Figure]) -> list[Figure]:
    return [one for one in figures if one.unit in _YUAN]


def _months(text: str) -> int | None:
    """Over how many months a question asks."""
    named = next((many for word, many in _MONTHS.items() if word in text), None)
    counts = [int(one.value) for one in find_amounts(text) if one.kind == "count" and one.unit == "个月" and one.value]
    return named or (counts[0] if len(counts) == 1 and counts[0] > 1 else None)


def _span(months: int) -> str:
    """So many months as one says it."""
    return next((word for word, many in _MONTHS.items() if many == months), f"{months}个月")


def _before(figures: Sequence[Figure], one: Figure) -> str:
    """The words beside the figure that one was changed from."""
    return next((first.label for first, second in _changes(figures) if second is one), "")


def _meant(fitting: Sequence[Figure], figures: Sequence[Figure], asked: _Asked) -> Figure | None:
    """The one figure whose words are most in the question; of one that was changed what it came to."""
    changes = list(_changes(figures))
    fitting = [one for one in fitting if not any(one is first for first, _ in changes)]
    scores = [asked.shared(one, *(first for first, second in changes if second is one)) for one in fitting]
    best = max(scores, default=0)
    meant = [one for one, score in zip(fitting, scores, strict=True) if score == best]
    return meant[0] if best >= _PLAINLY and len(meant) == 1 else None


def _for_heads(figures: Sequence[Figure], asked: _Asked) -> _Reckoned | None:
    """What so much for each comes to for all heads that are told."""
    heads = asked.question.heads
    if not heads or heads < 2 or not _IN_ALL.search(asked.text) or not re.search(_MUCH, asked.text):
        return None
    each = [one for one in _in_yuan(figures) if _A_HEAD.search(one.label + _before(figures, one))]
    one = _meant(each, figures, asked)
    return (one.value * heads, one.unit, f"每人{told(one.value, one.unit)}×{short(heads)}人") if one else None


def _share(figures: Sequence[Figure], asked: _Asked) -> _Reckoned | None:
    """The share of a sum that the question tells."""
    sums = asked.question.sums
    shares = [one for one in figures if one.unit == "%" and not one.is_rough]  # a target is no share
    is_asked = len(sums) == 1 and re.search(_MUCH, asked.text) and not _CHANGES.search(asked.text)
    one = _meant(shares, figures, asked) if is_asked else None
    if one is None:
        return None
    share = one.value / 100
    return sums[0] * share, "元", f"{short(sums[0])}元×{percent(share)}"
