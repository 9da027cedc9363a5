"""The words by which a text says that something is nothing: originals write 不缴费, hardly ever 0元."""

from __future__ import annotations

import re

_NOTHING = re.compile("不|免|没|无|取消|全额|全部|都补|只[给补]")


def says_nothing(words: str) -> bool:
    """Whether words say that nothing is paid or deducted (免缴, 不设起付线, 由财政全额负担)."""
    return bool(_NOTHING.search(words))
