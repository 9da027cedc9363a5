"""A question put to the clauses, with the figures and days it names, and the direct answer to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from mingbai.language.asking import HOW_MUCH
from mingbai.language.figures.counts import is_of_heads
from mingbai.language.numbers.amounts import Mention, find_amounts
from mingbai.language.numbers.dates import YEAR_IN_FULL, DateMention, find_dates
from mingbai.language.numbers.day_roles import days_in_arrears
from mingbai.language.numbers.elapsed import Elapsed, find_elapsed, has_gone_by
from mingbai.language.text import words_before
from mingbai.rules.late_fee import days_late

SUM_ASKED = re.compile(f"{HOW_MUCH}|几个钱|几[万块]")
"""How one asks for a sum, of whatever size."""
COMMON_YEAR = 2022
"""Stands in for a year nobody named: neither it nor its neighbours have a 29 February."""
_HEADS, _UNITS = ("口", "人", "名", "个人"), ("个", "位", "名")
_PAID_BEFORE = re.compile("(?:[花交缴付掏收欠超到至比]|[费款钱额资]|支出|收入|成本)[^,。;0-9]{0,4}$")
_MONEY_BEHIND = re.compile("[元块万千百]|[^,。;参在年]{0,4}(?:[报补赔交缴扣退]|保费)")
_OF_PERSONS = re.compile(
    "[^,。;0-9]{0,4}?(?:人|孩|娃|小学|初中|高中|学生|同学|大人|老人|在[职岗]|上班|退休|职工|员工|工人|同事|老师|干部|居民|残|低保|[全都]?部?参[保合加])"
)
_INSURED = re.compile("(?:参保|参合|缴费|投保)(?:人员?|职工|居民|人数|的)*(?:一共|总共|共|约|大概|预计|有|是|为)*$")
_SO_MANY = re.compile("(?<=[十百0-9])号(?=人(?:[,。!?都全上一个呢 ]|$))")  # 三十号人全上; 12号人社局 is a day
_NEXT_SUM = re.compile("(?:人)?(?!(?:19|20)[0-9]{2}(?![0-9.元块]))[0-9]")  # 120个人2021年大病 counts heads
_PAYER_BY_PAYER = re.compile(  # 单位出45 个人出30 tells who pays what, and counts nobody
    "(?P<payer>(?:单位|公司|企业|财政|政府)[出交缴掏]?[0-9]+(?:\\.[0-9]+)?) ?(?P<other>个人[出交缴掏]?[0-9])"
)
# 48元一人 is a rate, and counts nobody
_EACH_HEAD = re.compile("(?:块钱?|元)(?:钱)?$")
_FEW = {"俩": Decimal(2), "仨": Decimal(3)}
_FEW_NOT_PAYING = re.compile("(?<=有)[俩仨]")
_NOT_PAYING = re.compile(
    "个?人?[^,。;0-9]{0,6}?(?<![要用该能])(?:不|没有?|未|免)(?:想|愿意?|用|肯|打算)?[交缴参]|个?人?都?退[学出]了?"
)
_PAYING_ONLY = re.compile("(?:只有|就|实际|真正)(?:有|是)?$")
_PAYS = re.compile("个?人?[^,。;0-9]{0,4}?[交缴参]")
_WAGE = re.compile("工资|社平|月平均|月均|平均收入|年平均")
_AVERAGE = re.compile("(?:月平均|月均|平均|社平)(?:工资|收入)?[^,。;0-9]{0,4}$")
_WAGES = ("amount", "number", "rate_per")  # 月均工资5000
_OF_ALL = re.compile("全市|全省|全区|本市|当地|社平|上年度|上一年度")
_DAY_ALONE = re.compile("(?<![月0-9.])([1-3]?[0-9])[号日](?![0-9楼线])")
_NOT_WRITTEN = re.compile(r"\*\*[^*\n]+没有写\*\*[:：]")  # **老人交多少没有写**:
_LAST_OF_MONTH = 31
_HELD = re.compile(
    "天(?:了|才|都|还|过去|[以之]?后才)|(?:已经?|都|过了?|拖了?|隔了?|晚了)[^,。;天]{0,4}天"
)  # 出院35天了
# 交了10年 is a time, 10年交多少 a year
_SHORT_YEAR = re.compile("(?<![0-9.])(0[0-9]|[12][0-9](?=年(?:度|的|参保|[交缴]|起|开始|那)))年(?!多|来|以)")
_ONE_OF_THEM = re.compile("(?:最后|第|头|末)$")
_OWN = re.compile("单位|公司|企业|厂|我们|我的|本人|自己")
_PAYER = "(?:[交缴掏扣筹]|单位|个人|自己|企业|公司)"
_A_RATE = "(?:几个点|几个百分点|百分之几|百分之多少|多少个点)"
_RATES = re.compile(f"{_PAYER}[^,。;]{{0,8}}{_A_RATE}")


@dataclass(frozen=True)
class Lead:
    """A direct answer, the clauses it rests on, and whether it tells everything that the first of them says.

    `names` are the words by which a list has decided, of which other clauses may also speak; beside one that `is_alone`
    no other clause says anything to the question.
    """

    text: str
    clauses: tuple[str, ...]
    is_whole: bool = False
    names: tuple[str, ...] = ()
    is_alone: bool = False


@dataclass(frozen=True)
class Question:
    """A question with the figures and days it names; of its `heads` those `not_paying` are already taken off."""

    text: str
    days: tuple[date, ...]
    has_year: bool
    sums: tuple[Decimal, ...]
    ratios: tuple[Decimal, ...]
    day_count: int | None
    years: tuple[int, ...]
    heads: Decimal | None
    city_average: Decimal | None
    own_average: Decimal | None
    unnamed_year: int = COMMON_YEAR
    not_paying: Decimal = Decimal(0)

    @property
    def day_of_month(self) -> int | None:
        """The day of any month that is named alone (12号去行吗)."""
        found = None if self.days else _DAY_ALONE.search(self.text)
        return int(found[1]) if found and int(found[1]) <= _LAST_OF_MONTH else None

    @property
    def days_held(self) -> int | None:
        """How many days ago something is said to have been."""
        if self.held:
            return self.held.least
        return self.day_count if _HELD.search(self.text) else None

    @property
    def held(self) -> Elapsed | None:
        """How long ago something is said to have been, where that is told in months (两个月零五天, 拖了两个多月)."""
        return next((one for one in find_elapsed(self.text) if has_gone_by(self.text, one)), None)

    @property
    def names_figures(self) -> bool:
        """Whether a rule works the answer out: of days, sums, years, heads, shares, or of who pays what share."""
        figures = (self.day_of_month, self.days, self.days_held, self.sums, self.years, self.heads, self.ratios)
        return any(figures) or asks_for_rates(self.text)

    @property
    def late_days(self) -> int | None:
        """The days of a delay, counted between two days named where no number of them is."""
        if self.day_count is None:
            return days_late(self.days[0], self.days[1]) if len(self.days) > 1 else None
        return days_in_arrears(self.text)

    @property
    def is_of_delay(self) -> bool:
        """Whether a number of days is told, or two days."""
        return self.day_count is not None or len(self.days) > 1

    @classmethod
    def read(cls, text: str, unnamed_year: int = COMMON_YEAR) -> Question:
        """A question as it was put, read; a day without a year lies in that of the day before it."""
        text = _PAYER_BY_PAYER.sub(r"\g<payer>,\g<other>", _SO_MANY.sub("个", text))
        named = tuple(_in_one_year(find_dates(text)))
        dates = [one for one in named if one.is_real and (one.year or (one.month, one.day) != (2, 29))]
        mentions = [
            one for one in find_amounts(text) if not any(day.start < one.end and one.start < day.end for day in named)
        ]
        counts = [one.value for one in mentions if one.value and _counts_days(text, one)]
        years = [one.year for one in dates if one.year] or [
            int(one.value) for one in mentions if one.unit in ("年", "年度") and one.value and 1990 < one.value < 2100
        ]
        years = years or [int(f"20{one[1]}") for one in _SHORT_YEAR.finditer(text)]
        heads, not_paying = _heads(text, mentions)
        return cls(
            text,
            tuple(date(one.year or unnamed_year, one.month, one.day) for one in dates),
            all(one.year for one in dates),
            tuple(
                one.value
                for one in mentions
                if one.is_sum and one.value
                if not (_is_year(text, one) or is_number_of_heads(text, one))
            ),
            tuple(one.value for one in mentions if one.kind == "percent" and one.value is not None),
            int(counts[0]) if counts else None,
            tuple(dict.fromkeys(years)),
            heads,
            *_averages(text, mentions),
            unnamed_year,
            not_paying,
        )


def _counts_days(text: str, one: Mention) -> bool:
    """Whether a figure is so many days; 最后一天, 第3天 are one of them."""
    is_of_days = one.kind == "count" and one.unit in ("天", "日")
    return is_of_days and not _ONE_OF_THEM.search(text[: one.start])


def _is_year(text: str, one: Mention) -> bool:
    """Whether a bare figure is a year and no sum (2018参保多少人); 交了2018 is one that was paid."""
    is_bare = one.kind == "number" and not one.unit and YEAR_IN_FULL.fullmatch(text, one.start, one.end) is not None
    is_of_then = is_bare and one.value is not None and 1990 < one.value < 2050
    return is_of_then and not (_PAID_BEFORE.search(text[: one.start]) or _MONEY_BEHIND.match(text, one.end))


def _heads(text: str, mentions: Sequence[Mention]) -> tuple[Decimal | None, Decimal]:
    """How many persons a text counts, without those it says do not pay (47个人,3个不交), and how many these are."""
    counted = [one for one in mentions if one.kind == "count" and one.value and counts_persons(text, one)]
    counted += [one for one in mentions if one.value and is_number_of_heads(text, one)]
    told = [one for one in mentions if one.kind == "count" and one.value and one.unit in (*_HEADS, *_UNITS)]
    paying = [one.value for one in told if _PAYING_ONLY.search(text[: one.start]) and _PAYS.match(text, one.end)]
    if len(paying) == 1:
        return paying[0], Decimal(0)
    most = max((one.value for one in counted if one.value), default=None)
    left = [one.value or Decimal(0) for one in told if _NOT_PAYING.match(text, one.end)]
    left += [_FEW[one[0]] for one in _FEW_NOT_PAYING.finditer(text) if _NOT_PAYING.match(text, one.end())]
    not_paying = sum(left, Decimal(0))
    return (most - not_paying, not_paying) if most and not_paying < most else (most, Decimal(0))


def is_number_of_heads(text: str, one: Mention) -> bool:
    """Whether a figure is named as a number of persons before it (参保人数80万)."""
    is_bare = one.is_sum and not text[one.start : one.end].endswith(("元", "块", "钱"))
    return is_bare and is_of_heads(text, one)


def counts_persons(text: str, one: Mention) -> bool:
    """Whether what is counted are persons (37个在职的); 单位45个人30 tells who pays what."""
    if _NEXT_SUM.match(text, one.end) or (one.value == 1 and _EACH_HEAD.search(words_before(text, one.start))):
        return False
    if one.unit not in _UNITS:
        return one.unit in _HEADS
    is_of_insured = _INSURED.search(words_before(text, one.start)) is not None  # 参保人5万个
    return is_of_insured or _OF_PERSONS.match(text, one.end) is not None


def asks_for_rates(text: str) -> bool:
    """Whether a text asks which share of something a payer pays (单位交几个点)."""
    return _RATES.search(text) is not None


def _in_one_year(days: Sequence[DateMention]) -> Iterator[DateMention]:
    """The days of a question, one without a year in that of the day before it (从2011年6月1日欠到6月20日)."""
    year: int | None = None
    for one in days:
        if one.year is None and year is not None:
            one = replace(one, year=year)
        year = one.year
        yield one


def _averages(text: str, mentions: Sequence[Mention]) -> tuple[Decimal | None, Decimal | None]:
    """The average wages that a question names: that of all, and that of the one who pays."""
    found: dict[bool, Decimal] = {}
    start = 0
    for one in (mention for mention in mentions if mention.kind in _WAGES and mention.value):
        before = text[start : one.start]
        if one.value and (_OF_ALL.search(before) or _OWN.search(before)):
            found.setdefault(_OF_ALL.search(before) is not None, one.value)
        elif one.value and _AVERAGE.search(before):  # 月平均工资按1500算: the average by which all pay
            found.setdefault(True, one.value)
        start = one.end
    return (found.get(True), found.get(False)) if _WAGE.search(text) else (None, None)


def tells_unwritten(lead: str) -> bool:
    """Whether a lead says that what was asked is written for others only (老人交多少没有写); theirs is no answer."""
    return _NOT_WRITTEN.match(lead) is not None
