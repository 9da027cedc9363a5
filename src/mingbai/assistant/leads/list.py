"""The first line of an answer about what a list holds: its entries, for who asks which they are."""

from __future__ import annotations

import re

from mingbai.corpus.kinds import CoversRule, ExcludesRule
from mingbai.corpus.kinds.lists import LostItem

_WHICH = re.compile(
    "(?:哪[些几]|什么|啥)[个种样类]?(?:病|药|人|情[形况]|费用|项目)"
    "|都[有是](?:什么|哪|啥)|(?:包括|包含|含|算|管)(?:哪些|什么|啥)"
)


def asks_which(question: str) -> bool:
    """Whether a question asks for the entries of a list (都有啥病, 管哪些人)."""
    return _WHICH.search(question) is not None


def list_lead(rule: CoversRule | ExcludesRule) -> str:
    """The entries of a list in one line, each with its condition, what the source dropped named as dropped."""
    entries = (f"({one.lost})" if isinstance(one, LostItem) else _entry(one.item, one.if_) for one in rule.items)
    return f"{rule.name}:**{'、'.join(entries)}**。"


def _entry(item: str, condition: str | None) -> str:
    return f"{item}({condition})" if condition else item
