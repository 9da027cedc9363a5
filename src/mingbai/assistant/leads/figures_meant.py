"""Which of the figures that a clause writes a question means: by the words beside them, the unit, and what one was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from mingbai.assistant.leads.question import Question
from mingbai.assistant.matching.clause_figures import Figure, pairs_of
from mingbai.language.asking import HOW_MUCH
from mingbai.language.numbers.amounts import find_amounts

MUCH = f"(?:{HOW_MUCH}|几个钱|几钱|几[块元个种人万成家户点])"
"""How one asks for whatever a clause counts: money, persons, kinds, points."""
_RAISED = re.compile("(?:提高|增加|扩大|涨|升|提|降低|降|减少|减|上调|下调)(?:到|至|为|成)$")
A_MONTH = re.compile("每个?月|一个?月|月均|/月")
_MONTHS = {"一年": 12, "全年": 12, "整年": 12, "半年": 6, "一季度": 3}
A_HEAD = re.compile("每人|每名|每位|人均")
IN_ALL = re.compile("一共|总共|拢共|合计|合起来|加起来|全部|全村|全家")
_SO_MANY = re.compile("([两二三四五])(?:样|项|种|笔|份)")
_COUNT = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
ASKED_UNIT = re.compile("(?:多少|几多|好多|几)个?(人次|人|名|种|家|户|类|钱|元|块|万|亿|工作日|天|点|百分点)")
_HINTS = (
    (("元", "万元", "亿元"), re.compile("[钱元块款万亿]|费用|收入|收了")),
    (("人", "名"), re.compile("^人$|^名$|人数|人头|几个人")),
    (("人次",), re.compile("人次")),
    (("种", "类"), re.compile("^[种类]$")),
    (("%",), re.compile("^百分点$|^点$|比例|几成")),
    (("个工作日", "天"), re.compile("^工作日$|^天$")),
)
PLAINLY = 2
"""So many pairs of characters beside a figure stand in a question that means it: 生活 alone is said of many things."""
_YUAN = ("元", "万元", "亿元")
IDLE = pairs_of(
    "每人每月 人每 每名 人均 一年 原来 左右 一共 总共 合计 全年 标准 提高 增加 元的 医保 保险 多少 其中 最多"
    " 多报 报多 能报 一个月 月多 多了"
)


@dataclass(frozen=True)
class Asked:
    """A question as it is held against the figures of a clause: the pairs of its characters, and the clause's title.

    `is_on_title` where the title of the clause shares words with it.
    """

    question: Question
    pairs: frozenset[str]
    is_on_title: bool = False

    @property
    def text(self) -> str:
        """The words of the question."""
        return self.question.text

    @property
    def is_of_sum(self) -> bool:
        """Whether it asks how much or how many."""
        return re.search(MUCH, self.text) is not None

    def shared(self, *figures: Figure) -> int:
        """How many pairs of characters beside some figures stand in the question too."""
        return len((frozenset().union(*(one.pairs for one in figures)) & self.pairs) - IDLE)


Reckoned = tuple[Decimal, str, str]
"""What comes out, its unit, and the sum."""


def of_unit(figures: Iterable[Figure], text: str) -> list[Figure]:
    """The figures of the unit that a question asks for, all where it names none."""
    asked = ASKED_UNIT.search(text)
    hinted = asked[1] if asked else text
    units = {unit for names, hint in _HINTS if hint.search(hinted) for unit in names}
    return [one for one in figures if not units or one.unit in units]


def how_many_asked(text: str) -> int | None:
    """Of how many things a question asks (这两样加起来); None where it names no number of them."""
    many = _SO_MANY.search(text)
    return _COUNT[many[1]] if many else None


def changes_in(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of figures of which the first became the second (从10元增加到20元)."""
    for first, second in pairwise(figures):
        if first.unit == second.unit and first.part == second.part and _RAISED.search(second.label):
            yield first, second


def in_yuan(figures: Sequence[Figure]) -> list[Figure]:
    """The figures that are sums of money."""
    return [one for one in figures if one.unit in _YUAN]


def months_over(text: str) -> int | None:
    """Over how many months a question asks."""
    named = next((many for word, many in _MONTHS.items() if word in text), None)
    counts = [int(one.value) for one in find_amounts(text) if one.kind == "count" and one.unit == "个月" and one.value]
    return named or (counts[0] if len(counts) == 1 and counts[0] > 1 else None)


def span(months: int) -> str:
    """So many months as one says it."""
    return next((word for word, many in _MONTHS.items() if many == months), f"{months}个月")


def label_before(figures: Sequence[Figure], one: Figure) -> str:
    """The words beside the figure that one was changed from."""
    return next((first.label for first, second in changes_in(figures) if second is one), "")


def one_meant(fitting: Sequence[Figure], figures: Sequence[Figure], asked: Asked) -> Figure | None:
    """The one figure whose words are most in the question; of one that was changed what it came to."""
    changes = list(changes_in(figures))
    fitting = [one for one in fitting if not any(one is first for first, _ in changes)]
    scores = [asked.shared(one, *(first for first, second in changes if second is one)) for one in fitting]
    best = max(scores, default=0)
    meant = [one for one, score in zip(fitting, scores, strict=True) if score == best]
    return meant[0] if best >= PLAINLY and len(meant) == 1 else None
