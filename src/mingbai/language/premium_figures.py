"""Telling what somebody pays for an insurance (我交的是150那个) from the bill of a treatment."""

from __future__ import annotations

import re

from mingbai.language.amounts import Mention
from mingbai.language.text import words_before

_LARGEST = 1_000  # yuan; nobody pays more a head for one of these insurances
_REACH = 24  # characters before a sum that may say what it is
_OF_A_RATE = re.compile("[交缴][^,。花住]{0,4}$|每[年月]$")  # 每年交48块
_PAID = re.compile(
    "(?:另外?|多|少|每年|一年|年年|保费|保险|参保)[^,。;花住]{0,4}[交缴]了?的?(?:是|那个?)?$|[交缴]的?(?:是|那个?)$"
)
# what is paid at a hospital's desk: 另外交了500块押金
_AT_THE_DESK = re.compile("[^,。; ]{0,4}(?:药|检查|押金|预交|住院|门诊|治疗|床位|手术)")
_YEARLY = "(?:一年|每年|[1一]年)的?"
# 150那个, 六十块的那种, 150一年那档; 48元大病险 is known by its premium, 48块的药费 a bill
_POINTED_AT = re.compile(
    f"(?:块?钱)?(?:{_YEARLY})?的?[那这](?:[种个款份样](?![^,。;]{{0,3}}(?:药|费|检查|病|院|项目|医生|针))|一?个?档)|(?:块?钱)?的?档"
    f"|钱?(?:{_YEARLY})?的?(?:职工|居民|城镇|城乡)*大病(?:医疗)?(?:保?险|(?=[,。 ]|已经|超))"
    f"|钱?(?:{_YEARLY})?(?:的|[那这][种个份])[^,。;能报费院药]{{0,6}}(?:保险|医保|大额|合作医疗|农合|大病(?:险|医疗)?(?!门|住|院|救))"
)
_PAYING = re.compile("[交缴买]了?$")
_PAID_FOR = re.compile(  # 交了60块大额; 交60的和交150的; 买150的一年最多报多少; 买150的药 is a bill
    "(?:块?钱)?的?(?:大额|医保|医疗保险|合作医疗|农合|大病(?:险|保险))|(?:块?钱)?的(?![^,。;]{0,4}[药针费票器片金单货床])"
)
# 我妈交了150, 一年150: a premium only where the bill is another figure; 门诊交了150 is none
_MAYBE_PAID = re.compile("(?<![一-鿿])[^,。;门药检院]{0,6}(?:[交缴买](?:了|的)?|一年|每年)$")
# 那个190块钱的险; 75元大病补充险; 大额那个190几月份交
_INSURANCE_OF = re.compile(
    "(?:块?钱|元)?的[^,。;0-9]{0,4}险|(?:块?钱|元)?的?(?:大病|职工|居民)?(?:补充|团体|大额)[^,。;0-9]{0,4}险|(?:块?钱|元)?(?:的|那个)?(?:在)?(?:几月份?|几号|哪天|什么时候|啥时候?|多久|去哪|在哪)[^,。;]{0,4}[交缴]"
)
# 大额那六十块也交了: the insurance before the sum, that it is paid behind it
_OF_INSURANCE = re.compile("(?:大额|医保|保险|合作医疗|农合|居保|大病)[^,。;0-9花住看药门院报]{0,4}$")
_THEN_PAID = re.compile("(?:块?钱|元)?[^,。;0-9花住看药报]{0,4}[交缴](?:了|过|上|齐|完|$)")
# 交大病团体补充医保75块; 大病团体补充那75块要自己出30不
_PAYS_FOR = re.compile("[交缴][^,。;0-9花住看药报院]{0,16}(?:保险|医保|补充|大额|合作医疗|农合|险)$")
_NAMED = re.compile("(?:大额|医保|保险|合作医疗|农合|居保|补充|团体)的?那个?$")
_OF_CARE = re.compile("[^,。;]{0,6}(?:药|检查|病|院|报|花|补|门诊)")
_NOT_PAID = re.compile("(?:块?钱|元)?[^,。;0-9花住看药报]{0,3}(?:没有?|忘了?|未)[交缴]")
# 要是还交150, 换成交60: how much one pays in is put otherwise, or stays
_STILL_PAYS = re.compile(
    "(?:还是|仍然?|照样|照旧|依旧|一直|要是|如果|换成|换作|换到|改成?|当初|当时)[都也还只就]{0,2}[交缴]的?(?:是)?$"
)
_YEARLY_THEN = re.compile("的?[那这][种个档款份]|的(?:[职城居][工镇民乡]{1,3})?(?:医(?!院)|保|大病)")
_DENIED = re.compile("(?:没有?|不|未)(?:用|想|再|去|另外?|多|要){0,3}(?:[交缴买][^,。;]{0,5}|那个?)$")


def is_premium(text: str, mention: Mention) -> bool:
    """Whether a figure of a text is what an insurance costs, and no bill."""
    before = text[max(0, mention.start - _REACH) : mention.start]
    if mention.kind == "rate_per":
        is_pointed_at = mention.unit == "年" and _is_small(mention) and _YEARLY_THEN.match(text, mention.end)
        return _OF_A_RATE.search(before) is not None or bool(is_pointed_at)
    if not _is_small(mention) or mention.kind not in ("amount", "number"):
        return False
    is_paid = _PAID.search(before) and not _AT_THE_DESK.match(text, mention.end)
    is_named = _PAYS_FOR.search(before) or (_NAMED.search(before) and not _OF_CARE.match(text, mention.end))
    is_paid_for = _PAYING.search(before) and _PAID_FOR.match(text, mention.end)
    is_then_paid = _OF_INSURANCE.search(before) and (
        _THEN_PAID.match(text, mention.end) or _NOT_PAID.match(text, mention.end)
    )
    is_still_paid = _STILL_PAYS.search(before) and not _AT_THE_DESK.match(text, mention.end)
    is_known_by_it = _POINTED_AT.match(text, mention.end) or _INSURANCE_OF.match(text, mention.end)
    return bool(is_paid or is_named or is_paid_for or is_then_paid or is_still_paid or is_known_by_it)


def may_be_premium(text: str, mention: Mention) -> bool:
    """Whether a figure is a premium if the bill is another one."""
    is_money = mention.kind in ("amount", "number") and _is_small(mention)
    is_paid = is_money and _MAYBE_PAID.search(words_before(text, mention.start))
    return bool(is_paid) and not _AT_THE_DESK.match(text, mention.end)


def is_denied(text: str, mention: Mention) -> bool:
    """Whether a premium is said not to be paid (没有另外交那60块, 大额那60块没交)."""
    return bool(_DENIED.search(words_before(text, mention.start)) or _NOT_PAID.match(text, mention.end))


def _is_small(mention: Mention) -> bool:
    return mention.value is not None and mention.value < _LARGEST
