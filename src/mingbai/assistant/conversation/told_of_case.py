"""What a person tells of a case beside its sum: their statements, without what is asked or told of others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mingbai.language.numbers.amounts import find_amounts
from mingbai.rules.denial import PART, denied_in

_ASKS = re.compile("[吗么没呢]$|能不能|可不可以|([给能管算报])不\\1|怎么|要带|什么|哪|谁")
_ASKS_SUM = re.compile("多少|几|好多")
_OF_OTHERS = re.compile("邻居|隔壁|人家|别人家|旁人|同事|工友|同学|朋友|老乡|同村|听说")
_OWN = re.compile("[我俺咱](?!们?(?:的)?(?:邻居|隔壁|同事|工友|同学|朋友|老乡))")
_OPEN = re.compile("是不是|算不算|不知道|不晓得|不清楚|可能|也许|会不会|说不定|[没不]认|没认定|不予认定")
_PARTLY = re.compile(
    "其中|里[面头]?有|里[面头边](?=[0-9一二两三四五六七八九十])|包括|包含|含|部分|有些|一些|另外|还有|以及|加上"
)
_OF_SUM = re.compile(  # 花了 [2万] 能报多少
    "[能可]?以?(?:给|再)?(?:报销?|补|赔|救助)(?:多少|几多|好多|几|吗|不)?|(?:一共|总共)?[花用](?:了|掉|去)?"
    "|自[付费负]|[我俺咱]是?|[ 的元块钱]"
)
_NAMES_INSURANCE = re.compile(
    "(?:交|参加?保?|买|上)?(?:的?是|了|的)?(?:城[镇乡])?(?:居民|职工)的?(?:基本)?(?:医保|医疗保险)?的?|新?农合的?"
)
# 剩下是乙类先自付跟自费; 起付线以下的扣掉剩九万: what is no part of the sum any more
_TAKEN_OFF = re.compile("(?:剩下?|其余|余下|多出来)的?[全都就]?是|(?:扣|刨|减)(?:掉|了|除|去|开)|除[掉去]|去掉")
_DENIES = re.compile("(?<!有)没|未|非|不(?:是|在|属|算)")
NOT_OF_PREMIUM = re.compile("押金|预[交缴]|[交缴]了?(?:住院|医药|医疗|手术|药)费?|[交缴]了?(?:材料|单|资料|申请)")
"""What is handed over and is no premium."""


@dataclass(frozen=True)
class Statement:
    """One statement: `is_open` where it leaves open whether it is so, `is_whole_bill` where its sum is all there is."""

    text: str
    is_open: bool = False
    is_whole_bill: bool = False

    @property
    def beside_sum(self) -> str:
        """What it tells beside a sum."""
        rest = self.text
        for one in sorted(find_amounts(self.text), key=lambda it: -it.start):
            rest = f"{rest[: one.start]} {rest[one.end :]}"
        return _OF_SUM.sub("", rest).strip()

    @property
    def asked_as(self) -> tuple[str, ...]:
        """The questions that would ask whether it is paid; none where nothing but a sum or the insurance is told."""
        rest = self.beside_sum
        tells = len(rest) > 1 and not _NAMES_INSURANCE.fullmatch(rest)
        return (f"{rest}能报吗", f"{rest}能参加吗") if tells else ()


def statements(told: str) -> tuple[Statement, ...]:
    """What messages, each on a line, tell of the case itself; what a later one takes back (不是工伤) is gone.

    A part that only asks (工伤的能报吗) is none where its message asks for the sum besides; asked earlier it leaves
    open whether it is so, unless of the person's own. Nor is what is told of others (隔壁是工伤) beside oneself.
    """
    lines = [line for line in told.split("\n") if line.strip()]
    kept = [line for at, line in enumerate(lines) for line in [_without(line, lines[at + 1 :])]]
    own = any(_OWN.search(part) and not _OF_OTHERS.search(part) for line in kept for part in PART.findall(line))
    found = [one for at, line in enumerate(kept) for one in _of_line(line, is_last=at == len(kept) - 1)]
    found = [one for one in found if not (own and _OF_OTHERS.search(one.text))]
    only = sum(one.is_whole_bill for one in found) == 1
    return tuple(one if only else Statement(one.text, one.is_open) for one in found)


def denies(text: str) -> bool:
    """Whether something is said not to be so (没有工伤), other than by asking."""
    return _DENIES.search(text) is not None


def only_tells(text: str) -> bool:
    """Whether a message asks nothing."""
    return not (_ASKS.search(text.rstrip("。!！")) or _ASKS_SUM.search(text) or "?" in text or "？" in text)


def _without(line: str, later: Sequence[str]) -> str:
    """A message without the words that a later one denies."""
    for one in later:
        while denied := denied_in(one, line):
            line = line.replace(denied, "·")
    return line


def _of_line(line: str, *, is_last: bool) -> Iterator[Statement]:
    parts = [part.strip() for part in PART.findall(line) if part.strip()]
    is_of_sum = _ASKS_SUM.search(line) is not None
    for part in parts:
        if _TAKEN_OFF.search(part):
            continue
        has_sum = any(one.is_sum and one.value for one in find_amounts(part))
        only_asks = _ASKS.search(part) is not None and not has_sum
        if only_asks and is_last and is_of_sum:
            continue
        is_open = _OPEN.search(part) is not None or (only_asks and not is_last and not _OWN.search(part))
        yield Statement(part, is_open, has_sum and not _PARTLY.search(part))
