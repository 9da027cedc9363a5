"""Figures that say which insurance is meant and are no bill: its cap (最高15万), its ratios (85/90/95)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from mingbai.language.numbers.amounts import Mention

__all__ = ["caps_named", "day_named", "is_cap", "shares_named"]

_REACH = 16  # characters before a sum that may say what it is
_LEAST_CAP = Decimal(1_000)
_YUAN = "(?:块钱?|元)?"
_MOST = "(?:最多|最高|顶多|至多|(?:(?<=大病险)|(?<=大病保险)|(?<![超过出了本保险筹]))封顶)"
_PAYS = "(?:支付|报销|赔付|[报赔补付给])"
# 最高给15万的那种, 一年最多赔十五万, 封顶15万; 基本医保封顶15万 is where another insurance begins
_AT_MOST = re.compile(f"{_MOST}(?:限额|额度)?(?:的|能|可以|只|就|会|为|是)?{_PAYS}?(?:到|个)?$")
_CAPPED = re.compile(  # 15万封顶的职工大病; 四万封顶上头 and 4万封顶以后 speak of what lies above
    f"{_YUAN}的?(?:封顶|顶格|(?:限额|上限)的(?!那?部分|费用))(?!线|是?[0-9]|[,]?(?:上头|上面|以上|往上|之上|[之以过]?后|以外|外头|到头|[了用花报满完光超都早已也就全给]))"
)
_PASSED = re.compile("(?:超过?出?|过)了?(?:那个?)?$")  # 超过4万限额的部分
# 超出职工封顶的28000 is what lies above the cap
_ABOVE_IT = re.compile("(?:超过?出?|高出|过了)[^,。;0-9]{0,6}封顶线?的?(?:那?部分|费用|钱)?(?:的|是|有)?$")
_LIMITED = re.compile("(?<![超过出])限额(?:是|为|[设定]成|[设定]为|[设定]在|[设定]的?是)?$")
# 限额15万的那个, 限额十万是把自付的算进去吧: the rule is spoken of; 限额4万,花了10万 tells where basic insurance ends
_OF_INSURANCE = re.compile(
    f"{_YUAN}(?:的(?![^,。;]{{0,3}}[费钱药])|[那这][种个款](?![^,。;]{{0,3}}[费钱药])|是真的|对[吗么不]|是不是|[吗么吧?]"
    "|是?(?:把|连|不?含|不?包|算不算|算上)|[、,/ ]*[0-9]{2}%?[/、,和])"
)
_LISTED = re.compile(
    "(?<![0-9.])([0-9]{2})%?(?:[/、,~ ]|和|到){1,2}([0-9]{2})%?(?:(?:[/、,~ ]|和|到){1,2}([0-9]{2})%?)?(?![0-9.])"
)
# 累计报满11万没有: whether a cap is reached
_REACHED, _OR_NOT = (
    re.compile("[报补赔](?:销)?(?:得|够)?(?:满|到|够)了?$"),
    re.compile(f"{_YUAN}了?(?:没有?|吗|么)(?=[,。;?!]|$)"),
)
# 比15万的上限少吗
_HELD_AGAINST, _IS_CAP = re.compile("比(?:那个?|这个?)?$"), re.compile(f"{_YUAN}的?(?:上限|封顶线?|限额)")
_IS_IT = re.compile("(?:是|这|那|算|还是|到手|拿到?|连|含|包括?)[^,。;0-9花用住]{0,5}$")
_OF_BANDS = re.compile("[^,。;]{0,4}(?:[三二两四几]?[段档截]|%|比例)")
# 19年10月起门诊统筹那个县: since when a rule holds
_SINCE = re.compile(
    "(?<![0-9])((?:19|20)?[0-9]{2})年([0-9]{1,2})月份?(?:[0-9]{1,2}[日号])?(?:起|开始|实行|施行|执行|实施|落实|推行)"
)


def is_cap(text: str, mention: Mention) -> bool:
    """Whether a sum is what an insurance pays at most (最高给15万的那种, 15万封顶的), and no bill."""
    is_yearly = mention.kind == "rate_per" and mention.unit == "年"  # 封顶15万每年
    if not (mention.is_sum or is_yearly) or mention.value is None:
        return False
    before = text[max(0, mention.start - _REACH) : mention.start]
    if _ABOVE_IT.search(before):
        return False
    if _IS_IT.search(before) and _is_named_before(text, mention):
        return True
    is_most = _AT_MOST.search(before) is not None
    if mention.value >= _LEAST_CAP and (is_most or (_CAPPED.match(text, mention.end) and not _PASSED.search(before))):
        return True
    if mention.value >= _LEAST_CAP and _HELD_AGAINST.search(before) and _IS_CAP.match(text, mention.end):
        return True
    if mention.value >= _LEAST_CAP and _REACHED.search(before) and _OR_NOT.match(text, mention.end):
        return True
    return bool((is_most or _LIMITED.search(before)) and _OF_INSURANCE.match(text, mention.end))


def _is_named_before(text: str, mention: Mention) -> bool:
    """Whether the same figure was named as the most that is paid (最高十万,是拿到手十万还是连自己掏的)."""
    said = re.escape(mention.text.strip())
    named = re.search(f"{_MOST}(?:限额|额度)?(?:[^,。;0-9花用住]{{0,4}}){said}", text[: mention.start])
    return named is not None and mention.value is not None and mention.value >= _LEAST_CAP


def caps_named(text: str, mentions: Iterable[Mention]) -> list[Decimal]:
    """What an insurance is said to pay at most, in yuan."""
    return [one.value for one in mentions if one.value is not None and is_cap(text, one)]


def shares_named(text: str) -> tuple[Decimal, ...]:
    """The ratios of the bands of a scale that are listed together (85/90/95分三段, 85%、90%、95%), from 0 to 1."""
    for listed in _LISTED.finditer(text):
        shares = [Decimal(one) / 100 for one in listed.groups() if one]
        if shares == sorted(set(shares)) and (_OF_BANDS.match(text, listed.end()) or "%" in listed[0]):
            return tuple(shares)
    return ()


def day_named(text: str) -> tuple[int, int] | None:
    """The year and month from which a rule is said to hold (19年10月起)."""
    said = _SINCE.search(text)
    if said is None:
        return None
    year = int(said[1])
    return (year if year > 99 else 2000 + year), int(said[2])
