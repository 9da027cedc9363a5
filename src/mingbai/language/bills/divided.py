"""A sum told before that a message divides: so much of it elsewhere, the rest where it was.

有200是县中医院的,其余还是卫生院 makes two bills of the 630 told before.
"""

from __future__ import annotations

import re

__all__ = ["divided"]

_DIVIDED = re.compile(
    "(?P<part>[^。;!?]{0,24}?(?:有|其中)[^,。;!?]{0,4}[0-9][^。;!?]{0,24}?)[,。;]"
    "(?P<rest>(?:其余|剩下|余下|剩余|其他|别的|另外的)的?[^。;!?0-9]{1,24})[。!?]?"
)
_LONGEST = 80


def divided(text: str) -> tuple[str, str] | None:
    """The words on a part of a sum and those on its rest, which has no figure; None where it is not divided."""
    said = _DIVIDED.fullmatch(text) if len(text) <= _LONGEST else None
    return (said["part"], said["rest"]) if said else None
