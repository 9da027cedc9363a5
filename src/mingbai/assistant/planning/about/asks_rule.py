"""Whether a message that names a figure asks for the rule (四万以上哪个管, 一千五的检查要不要先批) and for no sum."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.language.asking import HOW_MUCH
from mingbai.language.numbers.amounts import Mention, find_amounts
from mingbai.language.parts import parts_of

__all__ = ["asks_of_rule"]

_MUCH = f"(?:{HOW_MUCH}|几(?:个|块|文)?钱|几[百千万])"  # of money only: no 几成, no 几块 alone
_WHETHER = "(?:吗|么|不|没有?|咩|伐)[??]?$"
_ASKS_SUM = re.compile(
    f"[报补赔退返给拿领](?:销|偿|付|助|得|到|回来?|下来?|上来|我|你|他|她|出来){{0,3}}(?:个)?{_MUCH}"
    f"|{_MUCH}(?:能|可以|给|会)?[报补赔退返]|[出掏付花拿贴垫担](?:了|个|得|到)?{_MUCH}|到手|算[一下算]|帮我算|划算|差{_MUCH}"
    f"|(?:能|可以|给|会|还)?[报赔](?:得?[到了]|[得不]了)?(?:{_WHETHER}|不[报赔])"
)
_LEAST = 100
_BOUND_BEFORE = re.compile("(?:超过?|满|达到?|够|高于|大于|低于|不到|不满|不足)$")
_BAND = re.compile("[头第][一二三四五]?个$")  # 头一个四万
_SPAN_BEHIND = re.compile("(?:块钱?|元)?(?:之间|的?(?:[那这]一?)?(?:段|档|截|部分))")
_BOUND = "(?:以上|以下|以内|之内|以外|往上|朝上|往下|开外|上头|上面)"
_BOUND_BEHIND = re.compile(f"(?:块钱?|元)?[及和或]?{_BOUND}")
_ENDS_AS_BOUND = re.compile(f"{_BOUND}$")  # a figure may have it as part of itself
_RATE = re.compile("几成|百分之几|几个点|比例")  # 超过8万的报几成 may be somebody's own 8万
_OF_BOUND = re.compile("怎么|咋|哪|谁|[要用管][不没]|不[要用管]|吗|[^,。]不$|还是")
_LET = "(?:批|审批|审核|备案|报备|登记|申请|打报告|打条子?|签字|同意|报告|点头|盖章)"
_ASKS_LEAVE = re.compile(
    f"(?:要不要|需不需要|用不用|要(?![是么])得?|需要?|用得着?|该不该|必须)[^,。;]{{0,12}}{_LET}|{_LET}(?:不{_LET}|手续|单|{_WHETHER})|[不没]{_LET}[^,。;]{{0,2}}[行可][以得]?[不吗么]"
)
_ASKS_LOAN = re.compile(
    "(?:能|可以|可不可以|给|让|准|行)[^,。;多少几]{0,10}"
    "(?:借支|预付|预支|先支|先借|垫付|预借|借款|支(?:点|些|一[点些笔]))"  # 能先跟医保局支点吗
    "|(?:借支|预付|预支|先支|先借|预借|借款)[^,。;多少几]{0,6}(?:吗|么|不|行|要|找|哪|怎|咋)"
)
_ASKS_WHO = re.compile(
    "(?:哪[个家边级]|谁|么子人|啥人)(?:来|去|给|该|出面|部门|单位|机构|科室)*(?:管|审|批|担保|负责|盖章|签字|审批|收)|归(?:哪|谁)"
)
_PAYER = "(?:单位|公司|厂里?|学校|财政|村里|老板|局里)"
_ASKS_OTHER_PAYER = re.compile(
    f"{_PAYER}[^,。;多少几]{{0,6}}(?:补|掏|贴|管|负担|承担|兜底?|给|出)(?!了)[^,。;多少几]{{0,6}}(?:吗|么|不)(?=[,。;??呢]|$)"
    f"|{_PAYER}[^,。;多少几]{{0,4}}(?:能不能|会不会|该不该|[补掏贴管]不[补掏贴管])"
)
_ASKS_OTHERS = (_ASKS_LEAVE, _ASKS_LOAN, _ASKS_WHO, _ASKS_OTHER_PAYER)


def asks_of_rule(text: str) -> bool:
    """Whether a normalised text asks what the rule says of a figure and for nothing that is worked out of it.

    It asks of leave, of a loan, of who acts, of another who would pay; or every figure in it is only the bound of what
    it asks about.
    """
    parts = parts_of(text)
    others = [part for part in parts if any(one.search(part) for one in _ASKS_OTHERS)]
    if any(_ASKS_SUM.search(part) for part in parts if part not in others):
        return False
    return bool(others) or _asks_of_bounds(text, parts)


def _asks_of_bounds(text: str, parts: Sequence[str]) -> bool:
    """Whether the figures of a text are bounds and it asks what holds there (四万以上报几成)."""
    figures = [one for one in find_amounts(text) if one.is_sum_or_range and (one.value or 0) >= _LEAST]
    asked = [part for part in parts if _OF_BOUND.search(part) or _RATE.search(part)]
    if not figures or not asked or not all(_is_bound(text, one) for one in figures):
        return False
    return any(_is_bound_behind(text, one) for one in figures) or not all(_RATE.search(part) for part in asked)


def _is_bound(text: str, figure: Mention) -> bool:
    return bool(_BOUND_BEFORE.search(text[: figure.start])) or _is_bound_behind(text, figure)


def _is_bound_behind(text: str, figure: Mention) -> bool:
    """Whether a figure is said to be a bound behind it, or in its own words, or by the one of so much before it."""
    is_span = figure.kind == "range" and _SPAN_BEHIND.match(text, figure.end)
    is_band = _BAND.search(text[: figure.start])
    return bool(is_span or is_band or _ENDS_AS_BOUND.search(figure.text) or _BOUND_BEHIND.match(text, figure.end))
