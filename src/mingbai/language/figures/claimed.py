"""A figure that somebody believes and wants confirmed (岳池一级报75对吗), and the question that asks for it.

Who asks whether a figure is right asks how much it is: the message is told again as that open question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from mingbai.language.numbers.amounts import Mention, find_amounts
from mingbai.language.numbers.dates import find_dates

_TAG = re.compile(
    "[,，、 ]*(?:这样?|那)?(?:对[吗吧么]|对不对?|是[吗吧]|是不是|没错吧|没记错吧|是真的吗|有这回事吗|吧)[?？。!！]*$"
)
_NOT_SO = re.compile("(?<!是)不是(?:说|讲|都说)?|难道(?:不是)?|是不是(?:说)?")  # 不是说…吗, 是不是…
_ASKING_END = re.compile("[,，、 ]*(?:吗|嘛|么|呀|啊|的)*[?？。!！]*$")
_ELSE = re.compile("多少|几|什么|啥|怎|咋|哪|谁|多久|还是|为何|能不能|要不要|好多")
_ELSEWHERE_TOO = re.compile("都(?:是)?(?:这样|一样|这么|如此)|全[市省县区国](?:都|统一|一样)|到处都|处处都")
"""Asks how far a rule reaches (全市都这样吗), and not whether a figure of it is right."""
_HEDGED = re.compile(
    "(?:不到|不足|超过?|超出|以上|以下|以内|左右|大概|大约|差不多|不[报补赔收交给]|没有?|花了?|用了?|费用)$"
)
_BOUND = re.compile("[元块天日个]?(?:以上|以下|以内|之内|左右|多)")
_RULED = re.compile("的[^,。]{1,6}?(?:不用|不必|用不着|不要|不[能给报补管]|要|得|能|可以)")
"""A ruling on what costs so much (800元的检查不用审批吧) is what is believed there, and not the sum."""
_SETTING = frozenset({"级", "档", "岁", "周岁", "甲", "编号", "号", "等"})
"""What is counted in these tells for whom or where, and is not what is believed."""
_PAID = re.compile("(?:报销?|赔付?|补偿?|救助|支付|比例|付)(?:的?是|到|为)?$")
_YEARS = range(1990, 2100)
_A_YEAR = re.compile("[一1]年")  # 一年交75, of which the 75 is believed
_FEW = 10
_LONGEST = 120
"""Characters of a message that wants one figure confirmed; a longer one tells a case."""
_LONGEST_END = 8
_LEAST_SUBJECT = 3


@dataclass(frozen=True)
class Claim:
    """A figure believed: its value, its unit (元, % also for 成, 次; empty where none was said), the words before it.

    `question` asks for it: the same words without the figure and without what asks for a confirmation.
    """

    question: str
    value: Decimal
    unit: str
    before: str
    words: str


def claimed(text: str) -> Claim | None:
    """The one figure that a message wants confirmed; None where it has none, several, or asks for something else."""
    stated = _stated(text) if len(text) <= _LONGEST else None
    if stated is None or _ELSE.search(stated) or _ELSEWHERE_TOO.search(text) or find_dates(stated):
        return None
    told = [one for one in find_amounts(stated) if not _is_setting(one)]
    told = [one for one in told if not _A_YEAR.fullmatch(one.text)] or told
    value = told[0].value if len(told) == 1 and told[0].high is None else None
    if value is None:
        return None
    one, before, after = told[0], stated[: told[0].start], stated[told[0].end :]
    is_rough = one.text.endswith(("多", "余"))  # 982万多
    if is_rough or _HEDGED.search(before) or _BOUND.match(after) or _RULED.match(after) or len(after) > _LONGEST_END:
        return None
    if len(before) + len(after) < _LEAST_SUBJECT or one.kind not in ("amount", "number", "percent", "count"):
        return None
    is_share = one.kind == "percent" or (one.kind == "number" and value <= 100 and _PAID.search(before))
    value = value / 100 if is_share and one.kind == "number" else value
    unit = "%" if is_share else one.unit
    return Claim(f"{before}{_asking(one, is_share=bool(is_share))}{after}", value, unit, before, f"{before} {after}")


def _stated(text: str) -> str | None:
    """What a message says is so, without what asks for a confirmation; None where it asks for none."""
    tagged = _TAG.search(text)
    if tagged:
        return _NOT_SO.sub("", text[: tagged.start()], count=1)
    doubted = _NOT_SO.search(text)
    ending = _ASKING_END.search(text)
    if doubted is None or ending is None or not (doubted[0].startswith("是") or ending[0].strip()):
        return None
    return text[: doubted.start()] + text[doubted.end() : ending.start()]


def _is_setting(one: Mention) -> bool:
    """Whether a figure tells for whom, where or when (三级, 60岁, 2017年)."""
    is_year = one.unit in ("年", "年度", "") and one.value is not None and one.value in _YEARS
    return one.kind == "ordinal" or one.unit in _SETTING or (is_year and one.kind == "count")


def _asking(one: Mention, *, is_share: bool) -> str:
    """The words that ask for a figure of its kind."""
    if is_share:
        return "几成" if one.unit == "成" else "百分之几"
    if one.kind == "count":
        return f"{'几' if one.value is not None and one.value <= _FEW else '多少'}{one.unit}"
    return "多少元" if one.kind == "amount" else "多少"
