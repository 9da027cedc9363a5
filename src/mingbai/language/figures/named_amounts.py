"""Which amount a sum is by the names beside it: the words before it since the last one, else those right behind."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from mingbai.language.lexicon import CHOICE, Found
from mingbai.language.notes import COST, EXCESS
from mingbai.language.numbers.amounts import Mention
from mingbai.language.text import words_before

__all__ = ["Named", "amount_named", "named_amounts"]

Named = tuple[int, int, str]
"""Where the name of an amount begins and ends, and which amount it names."""
_MET = f"{CHOICE}deductible_met"
_OWN_SHARE, _SELF_FUNDED = "own_share", "self_funded"
_PAID_HIMSELF = re.compile("(?:自己|自家|自个儿?|个人)[^,。;负担]{0,3}[掏出付花贴垫拿][^,。;]{0,3}$")
_LEFT_OUT = re.compile("不算|不含|不包|除[了开去]|去掉|扣[掉除]|刨")  # 除了自费的自己掏了2万
_NOT_IN_IT = re.compile("(?:不含|不包括|不包含)(?:个人|自己|应|该|要|的){0,3}$")
_ENDS = re.compile(r"[了过的]{0,2}[,,。;;!!??、\n]")
_PUNCTUATION = re.compile(r"[,,。;;!!??、\n]")
# 报过三次:4万、3万5 tells what was paid
_ONCE = re.compile("了?[一两二三四五1-9][次回趟](?!:|[,]?(?:分别|各)?是|[,]?分别)")
_BEHIND = re.compile("的?(?:以后|之后|后)")
# 门槛费低,三万报多少: how it is and not how much
_DESCRIBED = re.compile("(?:[很又还也挺是]|比较|特别|[这那]么)*(?:便宜|[低高贵少])(?:[些点的了呀得]|很|多)*[,。;]")
_WHOLE_BILL = re.compile("总(?:账单?|费用|花费|金额|额)(?:是|有|为|共|一共)*$")  # 自费加起来她一共掏多少(总账8800)
_IS = re.compile("(?:块钱?|元)?(?:,?[全都]+是|就?(?:是|属于|算))的?")
_ONLY_SPENT, _THING = re.compile("(?:一共|总共|就|又)?(?:花|用)了?(?:有|掉)?"), re.compile("(?:药品?|针)$")
_REACH_OF_NAME = 20
_CLOSE = 4  # characters behind a sum within which its name begins
_SPENT_THEN_BLANK = re.compile("(?:住|花|用|住院|[住花用]了) ?$")


def named_amounts(text: str, found: Sequence[Found]) -> list[Named]:
    """The names of amounts in a text, without those that only speak of one and name no sum."""
    return [
        (word.start, word.end, word.name)
        for word in found
        if word.kind == "amount"
        and not (
            (word.is_denied and word.name == _SELF_FUNDED)
            or _is_once(text, word)
            or _is_behind(text, word)
            or _is_left_out(text, word)
            or _is_met(word, found)
        )
    ]


def _is_once(text: str, word: Found) -> bool:
    """Whether it is only said how often something was paid this year (住院报过一次,现在又住院8000)."""
    return word.name == "used_this_year" and _ONCE.match(text, word.end) is not None


def _is_behind(text: str, word: Found) -> bool:
    """Whether a deductible is only passed (过了起付线以后又花了3万), or only said to be low."""
    is_named = word.name == "deductible"
    return is_named and (_BEHIND.match(text, word.end) or _DESCRIBED.match(text, word.end)) is not None


def _is_met(word: Found, found: Sequence[Found]) -> bool:
    """Whether a deductible is told as met without its figure (8000 门槛费今年交过了)."""
    met = (one for one in found if one.kind == _MET)
    return word.name.startswith("deductible") and any(one.start < word.end and word.start < one.end for one in met)


def _is_left_out(text: str, word: Found) -> bool:
    """Whether what somebody bore is said not to be in a sum (不含自付的医疗费21万)."""
    return word.name in (_OWN_SHARE, _SELF_FUNDED) and _NOT_IN_IT.search(words_before(text, word.start)) is not None


def amount_named(text: str, roles: Sequence[Named], previous_end: int, mention: Mention, following: int) -> str | None:
    """Which amount a mention is, by the words before it since the last one, else by those right behind it."""
    comma = max((m.end() for m in _PUNCTUATION.finditer(text, previous_end, mention.start)), default=previous_end)
    first = bisect_left(roles, previous_end - _REACH_OF_NAME, key=itemgetter(0))
    near = roles[first : bisect_right(roles, mention.end + _CLOSE, key=itemgetter(0))]
    taken = [one for one in near if _is_of_the_one_before(text, one, previous_end)]
    for start in (comma, previous_end):
        before = [
            name
            for begin, end, name in near
            if (start <= begin or (name == EXCESS and start < end))
            and begin < mention.start
            and end <= mention.end
            and (begin, end, name) not in taken
        ]
        special = [name for name in before if name != COST]
        if special == [_SELF_FUNDED] and _WHOLE_BILL.search(text[start : mention.start]):
            return COST
        if special and special[-1] == _OWN_SHARE and _is_said_outside(text, roles, mention):
            return _SELF_FUNDED
        if before and not special and (bought := _bought(text, near, comma, mention)):
            return bought
        if EXCESS in special:  # 超过封顶线的有10万 is what lies above the cap, not the cap
            return EXCESS
        if before:
            return _SELF_FUNDED if _is_paid_outside(text, before, start, mention) else (special or before)[-1]
    for begin, end, name in near:
        if _SPENT_THEN_BLANK.search(words_before(text, mention.start)) and text.startswith(" ", mention.end):
            continue  # 第二回住 1150 起付降不降: the blank is a pause
        is_ended = following > end + 2 or _PUNCTUATION.search(text, end, following)
        is_close = mention.end <= begin <= mention.end + _CLOSE and is_ended
        if is_close and name != COST and not _PUNCTUATION.search(text, mention.end, begin):
            return name
    return None


def _bought(text: str, roles: Sequence[Named], comma: int, mention: Mention) -> str | None:
    """The amount whose name, a thing one buys, ends just before a part that only says 花了 (特殊药,花了3600)."""
    if not _ONLY_SPENT.fullmatch(text[comma : mention.start]):
        return None
    ended = (name for _, end, name in roles if end == comma - 1 and name != COST and _THING.search(text[:end]))
    return next(ended, None)


def _is_of_the_one_before(text: str, role: Named, previous_end: int) -> bool:
    """Whether a name stands right behind the figure before and a sign behind it (600的起付线,2万能报多少)."""
    begin, end, name = role
    is_behind = 0 < previous_end <= begin <= previous_end + _CLOSE and name not in (COST, EXCESS)
    return is_behind and not _PUNCTUATION.search(text, previous_end, begin) and _ENDS.match(text, end) is not None


def _is_said_outside(text: str, roles: Sequence[Named], mention: Mention) -> bool:
    """Whether a figure is said right behind it to lie outside the list (剩下的里头有1500是目录外自费)."""
    behind = (begin for begin, _, name in roles if name == _SELF_FUNDED and begin >= mention.end)
    return any(_IS.fullmatch(text, mention.end, begin) for begin in behind)


def _is_paid_outside(text: str, names: Sequence[str], start: int, mention: Mention) -> bool:
    """Whether what somebody paid himself is what lies outside the list (目录外的材料自己掏了两万八)."""
    said = text[start : mention.start]
    is_own = names[-1] == _OWN_SHARE and _SELF_FUNDED in names and _PAID_HIMSELF.search(said)
    return bool(is_own) and not _LEFT_OUT.search(said)
