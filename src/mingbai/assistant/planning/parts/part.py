"""One question of a message."""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.assistant.conversation.state import Topic
from mingbai.language.notes import FactValue


@dataclass(frozen=True)
class Part:
    """One question of a message: its topic and the words to look it up by; `is_of_care` where each kind has its own.

    `context` is what it is asked of, where it names no subject itself. `others` are further words for the same, where
    the first find nothing of its own. `is_sum` where it asks what is paid of a bill, `is_again` where it asks what was
    asked before of another thing. `before` is what was spoken of before it, `told` who it is for as told so far; the
    facts `of_others` are told by parts that ask for somebody else (孩子用交不), `heads` is who else is counted (12人).
    `group` is who was named before it where it names nobody and nothing itself (城乡居民住了多少人次,花了多少).
    `is_perhaps` where it may only go on with a sum, unless a clause answers it (自己垫多少以上可以先借钱).
    `carried` are words told before it of which it may be asked, likeliest first (退休住院, of 报多少).
    """

    topic: Topic
    query: str
    is_of_care: bool = False
    context: str = ""
    others: tuple[Part, ...] = ()
    is_sum: bool = False
    is_again: bool = False
    before: str = ""
    told: tuple[tuple[str, FactValue], ...] = ()
    of_others: frozenset[str] = frozenset()
    heads: str = ""
    group: str = ""
    carried: tuple[str, ...] = ()
    is_perhaps: bool = False
