"""What a question denies: a word after 不是, 没有, 没评上; a condition that it says does not hold, or does.

What it tells of somebody else's case (我邻居透析的都给报) is neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_DENIED = re.compile(
    r"((?<!是)不是|并非|(?<!算)不算|(?<!有)没有|(?<!有)没|非|无|未|(?<!在)不在|不属于)"
    r"(因为|因|由于|属于|在|去|到|被|是|评上|评|办|领|拿|吃|享受|有|入|参加|上|够上|纳入|列入)?$"
)
_DENIAL = re.compile(
    r"(?:(?<!是)不是|(?<!有)没有?|(?<!在)不在|不属于|未)(?:在|去|到|办|经过?|参加|属于|先|我们|你们)?([^,。;!?\s]+)"
)
_HUKOU = re.compile("户口|户籍")
_OF_HUKOU = re.compile("(?:户口|户籍)(?:也|都|又|本来|现在|已经)?$")  # 户口不在厦门 denies no 厦门市社会保障卡
_NOT = re.compile("[不没未非无][^,，、（(]{0,2}$")
_OF_ANYTHING = frozenset(("医保", "医院", "住院", "看病", "门诊", "报销", "参保", "这个", "那个", "什么"))
_SHORTEST = 2
PART = re.compile("[^,，。;；!！?？\n]+")
"""What somebody says between two stops."""
_OF_OTHERS = re.compile(
    "邻居|隔壁|人家|别人|别个|旁人|同事|工友|同学|朋友|老乡|同村|村里有人|(?:亲戚|战友|病友)(?!关系)|听说.{1,6}[得病]"
)
_TOLD = re.compile("(?:报|赔|补|享受|免|领)[^,。;]{0,5}$|都(?:能|可以|有|行|给|不用)")
_ASKED = re.compile("[吗么不没呢?？]$|能不能|可不可以|行不行|[给能管算报]不[给能管算报]|多少|什么|怎么|哪|几")
_BY_RULE = re.compile("按规定|按照|享受|符合|属于|范围|以内|已经|有关|必要时|才|由|的|了|在|是|有|要|并|且|经过?")
_NEGATION = frozenset("不没未非无")
_SAID = 0.8
"""So much of the telling signs of a condition in one part of a question say that it holds (免借读费 of 免收借读费)."""


def says(text: str, word: str) -> bool:
    """Whether a word stands in a text without being denied right before."""
    if len(word) < _SHORTEST:
        return False
    starts = (found.start() for found in re.finditer(re.escape(word), text))
    return any(not is_denied(text[:start]) for start in starts)


def is_denied(before: str) -> bool:
    """Whether what follows these words is denied by them; 吃没吃 asks, and denies nothing."""
    found = _DENIED.search(before)
    return found is not None and not (found[2] and before[: found.start()].endswith(found[2]))


def denied_in(question: str, condition: str) -> str | None:
    """The words of a condition that a question says do not hold (不是市三区的); None where it denies nothing of it."""
    for found in _DENIAL.finditer(question):
        if _OF_HUKOU.search(question[: found.start()]) and not _HUKOU.search(condition):
            continue
        for run in _runs(found[1]):
            at = condition.find(run)
            if at >= 0 and not _NOT.search(condition[:at]):
                return run
    return None


def of_own_case(question: str) -> str:
    """A question without what it tells of how others fared; all of it where nothing else is asked about."""
    parts = PART.findall(question)
    own = [part for part in parts if not _is_of_others(part)]
    is_about_others = len(own) == len(parts) or not any(len(part.strip()) > _SHORTEST * 2 for part in own)
    return question if is_about_others else ",".join(own)


def _is_of_others(part: str) -> bool:
    """Whether a part of a question tells of somebody else that they were paid or may, and asks nothing of them."""
    part = part.strip()
    return bool(_OF_OTHERS.search(part) and _TOLD.search(part) and not _ASKED.search(part))


def holds_in(question: str, condition: str) -> bool:
    """Whether a question says of the case that a condition holds, each part of it, and denies nothing there."""
    said = PART.findall(question)
    wanted = [frozenset(_BY_RULE.sub("", part)) for part in re.split("[、,，]", condition)]
    return all(signs and any(_says(part, signs) for part in said) for signs in wanted)


def _says(part: str, signs: frozenset[str]) -> bool:
    denied = _NEGATION & set(part) - signs
    return not denied and len(signs & set(part)) >= _SAID * len(signs)


def _runs(said: str) -> Iterator[str]:
    """The beginnings of what is denied, the longest first, that could tell what it is."""
    for end in range(len(said), _SHORTEST - 1, -1):
        if said[:end] not in _OF_ANYTHING:
            yield said[:end]
