"""Whether the figures of a reply stand with what they belong to: the right payer, the right line, exact as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from mingbai.assistant.guarding.claims import rates
from mingbai.assistant.outcome import Computed
from mingbai.language.numbers.amounts import Mention, find_amounts, numbers_in
from mingbai.rules.statement import PERSON, pays

_PART = re.compile(r"[,，。;；!?()\n]")
_FILL = r"[的了是为要还约共得大概:：金额是\s]{0,8}\Z"
_OWN = re.compile(
    rf"(?:(?:自己|个人|您|你|家里)[^报补赔领]{{0,8}}(?:付|出|掏|承担|负担|自理)|自付|自掏)[了出到]?(?:部分|金额)?{_FILL}"
)
_IN_ALL = re.compile("一共|总共|合计|总计|全部|共")
_OF_A_LINE = re.compile("自付|起付|门槛|其中|比例|先")
_NAMED = {
    "起付线": (re.compile(rf"(?:起付(?:线|标准|金额)?|门槛费?){_FILL}"), re.compile("起付|门槛")),
    "封顶线": (re.compile(rf"(?:封顶线?|限额){_FILL}"), re.compile("封顶|限额|最高")),
}
_PAID_TOO = re.compile(r"\s*(?:也|都|还|全){1,2}(?:可以|能|会)?(?:再|全)?(?:报|补|赔)(?![^,。;]{0,6}\d)")
_PAID_AGAIN = re.compile(rf"(?:再|另外?|还能?|也能?)(?:报销?|补|赔|领){_FILL}")
_OTHER_MONEY = ("$", "€", "£", "￡")
_FUND_WORDS = re.compile("报|补|赔|支付|医保|基金")
_PERSON_WORDS = re.compile("自付|自己|个人|自负|自费|自掏")
_VAGUE_BEFORE = re.compile(
    r"(?:大约|大概|约|差不多|将近|接近|可能|也许|或许|估计|预计|最多|至多|顶多|至少|最少|起码|不超过|不低于|不到"
    r"|每[天日月年次]|[日月年]均)[^。;,]{0,10}\Z"
)
_VAGUE_AFTER = re.compile(r"\s*(?:元|块)?钱?\s*(?:左右|上下|以上|以内|以下|封顶|出头|多|[/每一](?:天|日|个?月|年|次))")
_INSURER = "大病保险|大病医保|医疗救助|商业保险|补充保险|补充医保|公务员补助|保险公司|财政|民政|政府|慈善"
_PAYING = re.compile(
    rf"({_INSURER})[^,，。;；\d\n]{{0,6}}(?:能报|报销|(?<!起)付|出钱|承担|补|赔|垫|负担|再报)"
    rf"|(医院|单位)[^,，。;；\d\n]{{0,4}}(?:(?<!起)付|出钱|承担|垫|负担)|由({_INSURER}|医院|单位)[^,。\n]{{0,4}}报"
)


def misplaced(text: str, cases: Sequence[Computed], source: str) -> Iterator[str]:
    """Every figure of the text that stands with something it does not belong to; `source` is all that was found."""
    mentions = [one for one in find_amounts(text) if one.value is not None]
    for one in mentions:
        before = _PART.split(text[max(0, one.start - 24) : one.start])[-1]
        if one.unit in ("元", ""):
            yield from _wrong_sum(text, before, one, cases, source)
        elif one.unit in ("%", "成", "‰"):
            yield from _wrong_rate(before, one, cases)
        yield from _vague(text, before, one, cases)
    said = {amount for one in mentions if _is_in_yuan(text, one) for amount in (one.value, one.high)}
    for figure in dict.fromkeys(figure for case in cases for figure in case.estimate.figures):
        if Decimal(figure) not in said:
            yield f"{figure}要写明是多少元"
    yield from _unknown_payers(text, cases, source)


def _is_in_yuan(text: str, one: Mention) -> bool:
    """Whether the unit is written out and is no other money's."""
    return re.search("[元块圆万]", one.text) is not None and text[one.start - 1 : one.start] not in _OTHER_MONEY


def _wrong_sum(text: str, before: str, one: Mention, cases: Sequence[Computed], source: str) -> Iterator[str]:
    value = one.value or Decimal(0)
    if _OWN.search(before) and value not in {sum_ for case in cases for sum_ in _own_sums(case, before)}:
        yield f"自己付的不是{value.normalize():f}元"
    is_paid_beside = _PAID_AGAIN.search(before) or _PAID_TOO.match(text, one.end)
    if is_paid_beside and value not in {sum_ for case in cases for sum_ in _paid_sums(case)}:
        yield f"没有算出还能报{value.normalize():f}元"
    for name, (is_named, is_near) in _NAMED.items():
        if is_named.search(before) and value not in _figures_near(is_near, cases, source):
            yield f"{name}不是{value.normalize():f}元"


def _own_sums(case: Computed, before: str) -> Iterator[Decimal]:
    """What the person pays in all; single lines too where the words speak of one."""
    estimate = case.estimate
    own = [Decimal(line.amount) for line in estimate.lines if line.payer == PERSON]
    yield sum(own, Decimal(0))
    for figure in (estimate.amount, estimate.low, estimate.high):
        if figure is not None:
            yield case.bill - Decimal(figure)
    if _OF_A_LINE.search(before) and not _IN_ALL.search(before):
        yield from own


def _paid_sums(case: Computed) -> Iterator[Decimal]:
    """What is paid in all, and by each of those who pay."""
    yield from map(Decimal, case.estimate.figures)
    yield from (Decimal(line.amount) for line in case.estimate.lines if pays(line.payer))


def _figures_near(pattern: re.Pattern[str], cases: Iterable[Computed], source: str) -> set[Decimal]:
    """The figures that stand in one sentence of the findings, or in one statement line, with such a word."""
    sentences = [one for one in re.split(r"[。;；\n]", source) if pattern.search(one)]
    lines = [line for case in cases for line in case.estimate.lines if pattern.search(line.label)]
    told = [*sentences, *(f"{line.formula},{line.amount}" for line in lines)]
    return set().union(*map(numbers_in, told))


def _wrong_rate(before: str, one: Mention, cases: Sequence[Computed]) -> Iterator[str]:
    """A share of the person said to be the fund's, or the other way round."""
    of_fund = max((found.start() for found in _FUND_WORDS.finditer(before)), default=-1)
    of_person = max((found.start() for found in _PERSON_WORDS.finditer(before)), default=-1)
    if of_fund == of_person:
        return
    fund = {rate for case in cases for line in case.estimate.lines if pays(line.payer) for rate in rates(line.formula)}
    own = {
        rate for case in cases for line in case.estimate.lines if not pays(line.payer) for rate in rates(line.formula)
    }
    right, wrong = (fund, own) if of_fund > of_person else (own, fund)
    value = one.value or Decimal(0)
    if value in wrong and value not in right:
        yield f"{(value * 100).normalize():f}%是{'自己付' if of_fund > of_person else '报销'}的比例"


def _vague(text: str, before: str, one: Mention, cases: Sequence[Computed]) -> Iterator[str]:
    exact = {Decimal(case.estimate.amount or 0) for case in cases if case.estimate.status == "exact"}
    ends_vague = _VAGUE_AFTER.match(text, one.end) or re.search("左右|上下|以[上内下]|多$", one.text)
    if one.value in exact and (_VAGUE_BEFORE.search(before) or ends_vague):
        yield "算得准的数不要说成大概、最多、至少或者每月每天"


def _unknown_payers(text: str, cases: Sequence[Computed], source: str) -> Iterator[str]:
    known = {line.payer for case in cases for line in case.estimate.lines}
    titles = "".join(case.title for case in cases)
    in_source = {name for found in _PAYING.findall(source) for name in found}
    for name in dict.fromkeys(name for found in _PAYING.findall(text) for name in found if name):
        if name not in in_source and name not in titles and not any(name in payer for payer in known):
            yield f"没有查到由{name}付钱"
