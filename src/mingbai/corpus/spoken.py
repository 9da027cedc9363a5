"""Sentences in which people tell their case and ask, with what each stretch of them says: what the tagger learns from.

A sentence marks what it tells as {stretch|fact=value}, a sum of money as {sum|role}; the file lists it under what the
message asks for. Sentences state nothing about a policy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from mingbai.corpus.strict_yaml import load
from mingbai.corpus.vocabulary import Vocabulary

FOLDER = "spoken"
Asks = Literal[
    "amount",
    "premium",
    "deductible",
    "share",
    "cap",
    "documents",
    "where",
    "when",
    "how",
    "whether",
    "who",
    "what",
    "compare",
    "quiz",
    "tells",
    "greeting",
    "thanks",
    "complaint",
    "medical",
    "other_subject",
]
ASKS: tuple[Asks, ...] = get_args(Asks)
"""What a message asks for, by the main question in it; one that `tells` asks nothing.

`medical` asks what only a doctor can say, `other_subject` what has nothing to do with insurance.
"""
SMALL_TALK: tuple[Asks, ...] = ("greeting", "thanks", "complaint", "medical", "other_subject")
"""What a message may be that asks nothing of insurance."""
PREMIUM = "premium"
OTHER_MONEY = (PREMIUM, "wage", "other")
"""Roles of sums that are no amount of the case: what insurance costs, what somebody earns, anything else."""
_MARK = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


class SpokenError(ValueError):
    """A sentence whose marks cannot be read, with the word why."""


@dataclass(frozen=True)
class Span:
    """A stretch of a sentence and what it tells: `fact=value`, or the role of a sum of money."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Spoken:
    """A sentence without its marks, what it asks for, and what its stretches tell, in their order."""

    text: str
    asks: Asks
    spans: tuple[Span, ...]

    @classmethod
    def read(cls, marked: str, asks: Asks) -> Spoken:
        """A sentence with its marks, read. Raises SpokenError where a mark is open or empty."""
        text, spans, end = "", [], 0
        for mark in _MARK.finditer(marked):
            text += marked[end : mark.start()]
            spans.append(Span(len(text), len(text) + len(mark[1]), mark[2]))
            text, end = text + mark[1], mark.end()
        text += marked[end:]
        if any(sign in text for sign in "{}|") or any(one.start == one.end or not one.label for one in spans):
            raise SpokenError(f"标记要写成 {{话|事实=值}} 或 {{数|种类}}:{marked}")
        return cls(text, asks, tuple(spans))


def read_spoken(corpus: Path, vocabulary: Vocabulary) -> Iterator[Spoken]:
    """The sentences of a corpus folder, file by file; none where it keeps none.

    Raises SpokenError where a mark, its fact or its value is not one of the vocabulary.
    """
    for path in sorted((corpus / FOLDER).glob("*.yaml")):
        for asks, sentences in _read(path).items():
            if asks not in ASKS:
                raise SpokenError(f"{path.name}:没有“{asks}”这一种问法;有的是 {'、'.join(ASKS)}")
            for marked in sentences:
                spoken = Spoken.read(marked, asks)
                for one in spoken.spans:
                    if not is_label(one.label, vocabulary):
                        raise SpokenError(f"{path.name}:词汇表里没有“{one.label}”:{marked}")
                yield spoken


def _read(path: Path) -> dict[Any, Any]:
    def complain(line: int, message: str) -> None:
        raise SpokenError(f"{path.name} 第{line}行:{message}")

    value = load(path.read_text(encoding="utf-8"), 1, complain).value
    if not isinstance(value, dict):
        raise SpokenError(f"{path.name}:要按问的是什么分开列句子")
    return value


def is_label(label: str, vocabulary: Vocabulary) -> bool:
    """Whether a mark names a fact with one of its values, or a role of a sum of money."""
    name, told, value = label.partition("=")
    fact = vocabulary.facts.get(name)
    if not told:
        return label in OTHER_MONEY or bool(fact and fact.kind == "amount")
    if fact is None or fact.kind == "amount":
        return False
    return value.isdigit() if fact.kind == "count" else value in fact.choices
