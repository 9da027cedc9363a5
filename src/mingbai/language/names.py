"""The names of places, schemes and documents in a sentence, and whether it holds nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mingbai.language.lexicon import Found

__all__ = ["is_bare_name", "names"]

_NAMING = re.compile(r"(?:[\s,。.!的()()]|医保|医疗|保险|政策|规定|待遇|情况|办法)*")
_ASKED_IN_NAME = re.compile("什么|啥|[哪几谁吗]|多少|怎么|咋")  # 山东什么时候并轨 speaks of a document and asks


def names(found: Iterable[Found], kind: str) -> tuple[str, ...]:
    """The names of one kind that are said and not denied, each once."""
    return tuple(dict.fromkeys(word.name for word in found if word.kind == kind and not word.is_denied))


def is_bare_name(text: str, found: Iterable[Found]) -> bool:
    """Whether nothing stands beside the names of places, schemes and documents."""
    named = [one for one in found if one.kind in ("place", "policy", "scheme")]
    kept = set(range(len(text))) - {at for one in named for at in range(one.start, one.end)}
    is_all = _NAMING.fullmatch("".join(text[at] for at in sorted(kept))) is not None
    return bool(named) and is_all and not _ASKED_IN_NAME.search(text)
