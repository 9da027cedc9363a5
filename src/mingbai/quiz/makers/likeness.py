"""Whether two short texts may mean the same thing: then one cannot be the wrong answer beside the other."""

from __future__ import annotations

from functools import lru_cache

_COMMON = frozenset({"的人", "人员", "费用", "医疗", "有关", "规定", "医保", "保险", "其他", "情况", "材料"})


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    pairs = (text[at : at + 2] for at in range(len(text) - 1))
    return frozenset(pair for pair in pairs if pair.isalnum() and pair not in _COMMON)


def is_like(one: str, other: str) -> bool:
    """Whether two texts share a telling pair of characters."""
    return not _pairs(one).isdisjoint(_pairs(other))
