"""What a question denies: a word after 不是, 没有, 没评上; a condition that it says does not hold."""

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
_NOT = re.compile("[不没未非无][^,，、（(]{0,2}$")
_OF_ANYTHING = frozenset(("医保", "医院", "住院", "看病", "门诊", "报销", "参保", "这个", "那个", "什么"))
_SHORTEST = 2


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
    for said in _DENIAL.findall(question):
        for run in _runs(said):
            at = condition.find(run)
            if at >= 0 and not _NOT.search(condition[:at]):
                return run
    return None


def _runs(said: str) -> Iterator[str]:
    """The beginnings of what is denied, the longest first, that could tell what it is."""
    for end in range(len(said), _SHORTEST - 1, -1):
        if said[:end] not in _OF_ANYTHING:
            yield said[:end]
