"""A clause as answers and questions cite it: where it stands in the original, and the corpus's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from mingbai.corpus.models import Clause, Policy
from mingbai.corpus.values import Frozen

_QUOTE = 160
"""So many characters of a clause are quoted."""


class Citation(Frozen):
    """A clause and its place in the original document; `quote` is the corpus's wording of the clause."""

    policy: str
    clause: str
    title: str
    source_file: str
    part: int
    locator: str
    quote: str


class Citable(Protocol):
    """A clause of the corpus, or of an imported document."""

    @property
    def id(self) -> str:
        """What it is called within its document."""

    @property
    def title(self) -> str:
        """Its heading."""

    @property
    def locators(self) -> tuple[str, ...]:
        """Where it stands in the original, as the original numbers it."""

    @property
    def text(self) -> str:
        """Its words."""


def citation(document: str, clause: Citable, file: str, part: int) -> Citation:
    """The citation of a clause of a document in one part of an original file."""
    return Citation(
        policy=document,
        clause=clause.id,
        title=clause.title,
        source_file=file,
        part=part,
        locator=";".join(clause.locators),
        quote=clause.text[:_QUOTE],
    )


def citations(policy: Policy, clause_id: str) -> Iterator[Citation]:
    """The citations of a clause of the corpus, one for every part of an original that holds it."""
    clause = policy.by_id[clause_id]
    for file, part in places(policy, clause):
        yield citation(policy.id, clause, file, part)


def places(policy: Policy, clause: Clause) -> Iterator[tuple[str, int]]:
    """Every original file and part of it that holds a clause of the corpus."""
    for source in policy.sources_of(clause):
        yield from ((source.file, part) for part in source.parts)
