"""The same case under several policies: each policy's name with the choices that only it knows (重庆居民医保的二档)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mingbai.assistant.outcome import Computed

_BETWEEN = " · "
_A_FIGURE = re.compile("[0-9]")  # a bill that the policies count otherwise is told in the statement


def named_apart(results: Sequence[tuple[str, Computed]]) -> Iterator[tuple[str, Computed]]:
    """Some cases by the names of their policies, each name with what is told of this case and of no other."""
    for name, result in results:
        others = [other.case.split(_BETWEEN) for _, other in results if other is not result]
        own = [one for one in result.case.split(_BETWEEN) if all(one not in other for other in others)]
        choices = "、".join(one for one in own if not _A_FIGURE.search(one))
        yield (f"{name}({choices})" if choices else name), result
