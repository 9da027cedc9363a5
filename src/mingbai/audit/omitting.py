"""Holding the originals against the corpus: what an original tells in figures must stand in the words of a clause.

A figure that is changed to another one of the same passage is founded there; but the one it was is then missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mingbai.audit.figures import Figure, figures_in, told_in
from mingbai.corpus.models import Clause, Policy
from mingbai.corpus.problems import Problem
from mingbai.corpus.sources.originals import Originals, located

_QUOTED = re.compile("“([^”]+)”")
_NOISE = re.compile("噪声|参考文献")
_SHOWN = 16


@dataclass
class _Paragraph:
    """A paragraph of an original with the first clause that holds it and the figures of all that do."""

    text: str
    policy: Policy
    clause: Clause
    said: set[Figure] = field(default_factory=set)


def omitted(originals: Originals, policies: Mapping[str, Policy]) -> Iterator[Problem]:
    """Each figure of a paragraph that no clause located at it has in its title or words.

    The clauses of several policies may share a paragraph. What a note quotes or names as noise need not stand in one.
    """
    for one in _paragraphs(originals, policies):
        said = frozenset(one.said)
        for figure in sorted(told_in(one.text), key=str):
            if not figure.stands_in(said):
                words = f"原文“{one.text[:_SHOWN]}…”这一段里的 {figure} 没有写进正文"
                yield Problem(one.policy.file, one.clause.line, f"条款 {one.clause.id}:{words}")


def _paragraphs(originals: Originals, policies: Mapping[str, Policy]) -> list[_Paragraph]:
    found: dict[tuple[str, int, int], _Paragraph] = {}
    for policy in policies.values():
        aside = frozenset().union(*map(_set_aside, policy.notes))
        for clause in policy.clauses:
            said = figures_in(f"{clause.title}\n{clause.text}") | aside
            for place in located(originals, policy, clause):
                for index in place.paragraphs:
                    at = place.part.file, place.part.number, index
                    text = place.part.paragraphs[index].text
                    found.setdefault(at, _Paragraph(text, policy, clause)).said.update(said)
    return list(found.values())


def _set_aside(note: str) -> frozenset[Figure]:
    """What a note says of figures that are noise, or that the original has otherwise (“达95以上”)."""
    if _NOISE.search(note):
        return figures_in(note)
    return frozenset().union(*map(figures_in, _QUOTED.findall(note)))
