"""A question asked again of another thing (区里审几天,市里呢): what it then asks, in words of its own."""

from __future__ import annotations

import re

_WHAT_OF = re.compile("(?:那|要是|如果)?[^呢咧嘞]{1,12}[呢咧嘞][??]?")
_FRAME = re.compile("^(?:那|要是|如果|再说|至于|其中)|(?:的话)?[呢咧嘞][??]?$")
_ASKED = re.compile(
    "(?:封顶线?|最[高多低]|起付[线标准]*|门槛费?|[一-鿿])?(?:多少|几[个天年月号次成块]?|什么时候|什么|啥子?|怎[么样]办?|咋[办个]?|如何|哪[个里天些点儿边]?|谁|好多|好久)"
    "|([一-鿿])[不没]\\1|有没有|是否"
)
_MEASURE = re.compile("(?:门槛费?|起付线|起付标准|封顶线?|限额|上限|额度|保费|比例|标准)$")
_HOW_MUCH = "多少"
_LIKE = 5  # signs of a thing that is named like the one before it


def is_what_of(words: str) -> bool:
    """Whether some words only put another thing to the question before them (工伤呢; 没刷卡结的呢)."""
    return _WHAT_OF.fullmatch(words) is not None


def asked_of(before: str, words: str) -> tuple[tuple[str, ...], str]:
    """What is asked `before`, of the thing that some words name, in the likeliest words first; and the thing alone.

    The thing takes the place of its like (区里 for 市里), and stands with what asks (去香港看的 算不算).
    """
    thing, asked = _FRAME.sub("", _FRAME.sub("", words)), _ASKED.search(before)
    alone = f"{thing}{_HOW_MUCH}" if _MEASURE.search(thing) else thing
    if asked is None or not thing:
        return (), alone
    end, own = before.find(thing[-1]) + 1, f"{thing}{before[asked.start() :]}"
    is_like = 1 < end <= asked.start() + 1 and len(thing) < _LIKE and thing[-1] != "的"
    return (f"{thing}{before[end:]}", own) if is_like else (own,), alone
