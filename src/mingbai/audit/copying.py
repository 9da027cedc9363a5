"""Whether a corpus file uses the sentences of its original instead of its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mingbai.audit.rule_figures import texts_in
from mingbai.corpus.models import Clause, Policy
from mingbai.corpus.problems import Problem
from mingbai.corpus.sources.originals import Originals
from mingbai.corpus.sources.spelling import squeezed

SHORTEST = 20
"""Characters in a row, punctuation aside, from which on words count as copied."""

_TITLE = re.compile("《[^《》]*》")
_BREAK = "\n"
_PUNCTUATION = re.compile(r"[^\w\n]+|_")


def copied(originals: Originals, policy: Policy) -> Iterator[Problem]:
    """Each run of 20 characters and more that a clause has from an original, the official titles in 《》 aside."""
    sources = "\n".join(_plain(_text(originals, source.file)) for source in policy.sources)
    runs = _runs_of(sources)
    for clause in policy.clauses:
        for text in _texts(clause):
            for run in _copied(_plain(text), runs):
                yield Problem(policy.file, clause.line, f"条款 {clause.id}:照抄了原文:“{run}”")


def _text(originals: Originals, file: str) -> str:
    return "\n".join(one.text for part in originals.parts.get(file, ()) for one in part.paragraphs)


def _texts(clause: Clause) -> Iterator[str]:
    yield clause.title
    yield clause.text
    for rule in clause.rules:
        yield from texts_in(rule)


def _plain(text: str) -> str:
    """The text without titles, punctuation and spaces, its lines kept apart."""
    lines = (squeezed(line) for line in _TITLE.sub(_BREAK, text).split("\n"))
    return "\n".join(_PUNCTUATION.sub("", line) for line in lines)


@cache
def _runs_of(text: str) -> frozenset[str]:
    return frozenset(
        line[start : start + SHORTEST] for line in text.split("\n") for start in range(len(line) - SHORTEST + 1)
    )


def _copied(text: str, runs: frozenset[str]) -> Iterator[str]:
    """The longest runs of each line that are in `runs` all along."""
    for line in text.split("\n"):
        start = 0
        while start + SHORTEST <= len(line):
            end = start
            while line[end : end + SHORTEST] in runs:
                end += 1
            if end > start:
                yield line[start : end - 1 + SHORTEST]
            start = max(end, start + 1)
