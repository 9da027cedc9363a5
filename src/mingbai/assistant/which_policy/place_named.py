"""As what a place is named: that of the insurance (成都居民医保), of the care (在上海住院), or gone to (去广安)."""

from __future__ import annotations

import re

from mingbai.language.utterance import Utterance

__all__ = [
    "is_back_home",
    "is_gone_to",
    "is_insured",
    "is_where_care_was",
    "is_where_insured",
    "is_where_paid_in",
    "is_where_worked",
    "short",
    "speaks_of",
]

_WHERE = ("在", "去", "到")
_TREATED = re.compile("住[的过了]?院|住[的了进]?[^,。]{0,3}(?:医院|[一二三][级甲])|[看治做]")
_INSURED = re.compile(
    "[市县区]?的?(居民|职工|城乡|城镇)*(医保|医疗保险|新农合|农合|社保|大病保险|大病医保|大病统筹)|市?的?呢"
)


# 人在南宁参保, 在南宁交的医保, 参保地是南宁, 户口在南宁
_PAID_IN = re.compile(
    "[市县区]?(?:那边|这边|那儿|那里)?(?:参保|参合|参的|入的?保|(?:上|交|缴|买|入|办)(?:的|了|着)?[^,。;住看病]{0,3}(?:保险|医保|社保|农合|合作医疗))"
)
_REGISTERED = re.compile("(?:参保地|户口|户籍|医保关系?|社保)(?:是|在|换成|改成|落在|属于)?$")
# 岳池户口在重庆打工: where somebody works and is not insured, as far as another place is named
_WORKING = re.compile(
    "[省市县区]?(?:这边|那边|这里|那里|那头)?(?:打工|务工|做[事工活]|上班|干活|工作|做生意|跑车|找活|当保姆|读书|上学|带孙|陪读)"
)
_BACK = re.compile("回(?:来|去|到|老家|家|县|本地|户籍)")
_NO_MORE = re.compile("(?:原来|以前|之前|曾经|过去|从前|本来)[^,。;]{0,4}$")


def short(place: str) -> str:
    """A place without its unit, as people mostly name it (岳池 for 岳池县)."""
    return place.rstrip("市县省区")


def speaks_of(words: str, place: str) -> bool:
    """Whether some words are of people of a place and not of care there (转到长春报几成)."""
    return re.search(f"(?<![转去到在往]){re.escape(place)}", words) is not None


def is_where_insured(text: str, place: str) -> bool:
    """Whether a place is named as that of the insurance (成都居民医保; 那成都呢) and not as where somebody was."""
    at = text.find(place)
    before, named = text[:at], _INSURED.match(text, at + len(place)) is not None
    return before.endswith(("换成", "换到")) or (named and not before.endswith(_WHERE))


def is_where_paid_in(text: str, place: str) -> bool:
    """Whether somebody is said to pay in at a place (要是人在南宁参保呢), and not to have done so before."""
    at = text.find(place)
    before = text[:at]
    is_told = _PAID_IN.match(text, at + len(place)) or _REGISTERED.search(before)
    return at >= 0 and bool(is_told) and not _NO_MORE.search(before)


def is_where_worked(text: str, spoken: str) -> bool:
    """Whether a place is named as where somebody works (在重庆打工), and nothing says that they are insured there."""
    at = text.find(spoken)
    is_there = at > 0 and text[at - 1] in (*_WHERE, "来") and _WORKING.match(text, at + len(spoken)) is not None
    joins = f"(?:[上入买交办]|参加|加入|享受){spoken}"  # 能上重庆那个城乡的不
    return is_there and re.search(f"{joins}|{spoken}(?:{_PAID_IN.pattern}|{_INSURED.pattern})", text) is None


def is_back_home(text: str) -> bool:
    """Whether somebody who works elsewhere is said to have come home for the care (回老家住院)."""
    return _BACK.search(text) is not None


def is_insured(text: str, spoken: str) -> bool:
    """Whether the words that name a place of the corpus name its insurance (重庆居民医保)."""
    return re.search(f"{short(spoken)}(?:{_INSURED.pattern})", text) is not None


def is_gone_to(utterance: Utterance, place: str) -> bool:
    """Whether a place is named as where somebody is or goes (在广安三级医院), and not where they are insured."""
    spoken = utterance.spoken.get(place)
    return spoken is not None and re.search(f"[在去到]{spoken}(?!{_INSURED.pattern})", utterance.text) is not None


def is_where_care_was(text: str, spoken: str) -> bool:
    """Whether a place is where somebody was treated (在上海住院) and not where they are insured."""
    name = short(spoken)
    at = text.find(name)
    before, after = text[max(0, at - 1) : at], text[at + len(name) : at + len(name) + 6]
    return before in _WHERE and "医保" not in after and _TREATED.search(after) is not None
