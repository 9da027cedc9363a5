"""The shelf: every document, a clause opened with its rules and worked cases, and search with both indexes' ranks."""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.assistant.desk.rule_words import KINDS, Row, rule_rows
from mingbai.assistant.desk.worked import WorkedView, worked_views
from mingbai.assistant.library import NATURES, Library
from mingbai.assistant.reply import ClauseView
from mingbai.corpus.models import Clause, Policy
from mingbai.corpus.tally import Tally
from mingbai.importing import ImportedDocument

_KINDS = {"policy": "政策", "guide": "指南", "report": "报告"}
_IMPORTED = "导入"
_SNIPPET = 90


@dataclass(frozen=True)
class Volume:
    """One document as the shelf shows it."""

    policy: str
    title: str
    name: str
    kind: str
    nature: str
    place: str
    scheme: str
    year: str
    tally: Tally
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def doubts(self) -> int:
        """How many figures of it are lost, bounded or can be read in several ways."""
        return self.tally.lost + self.tally.bounds + self.tally.readings


@dataclass(frozen=True)
class Entry:
    """One clause in a document's table of contents: the kinds of its rules, and whether a figure of it is in doubt."""

    clause: str
    title: str
    rules: tuple[str, ...]
    is_doubtful: bool


@dataclass(frozen=True)
class Leaf:
    """A clause opened: its words, its rules as rows under the name of their kind, its worked cases."""

    view: ClauseView
    rules: tuple[tuple[str, tuple[Row, ...]], ...]
    cases: tuple[WorkedView, ...]


@dataclass(frozen=True)
class Found:
    """A clause found by search: its place in the fused order's indexes (None: not among that index's best)."""

    policy: str
    policy_name: str
    clause: str
    title: str
    snippet: str
    by_meaning: int | None
    by_characters: int | None
    by_words: int | None


@dataclass(frozen=True)
class Edition:
    """What a printed page has to name: the document with its year, and the version of the corpus."""

    title: str
    year: str
    version: str


def edition(library: Library, policy_id: str) -> Edition:
    """What to print under a statement of a policy; raises KeyError where there is none."""
    policy = library.corpus.policies[policy_id]
    return Edition(policy.title, policy.year, library.corpus.hash[:12])


def shelf(library: Library) -> tuple[Volume, ...]:
    """Every document, policies first, by place; at the end those that were imported."""
    order = list(_KINDS)
    policies = sorted(
        library.corpus.policies.values(), key=lambda one: (order.index(one.kind), not one.place, one.place, one.id)
    )
    return tuple(volume(library, one) for one in (*(policy.id for policy in policies), *library.imported))


def volume(library: Library, policy_id: str) -> Volume:
    """One document; raises KeyError where there is none."""
    policy = library.document(policy_id)
    if isinstance(policy, ImportedDocument):
        return _imported(policy)
    return Volume(
        policy=policy.id,
        title=policy.title,
        name=library.name(policy.id),
        kind=_KINDS[policy.kind],
        nature=NATURES[policy.nature],
        place="".join(policy.place) or "没写地方",
        scheme=policy.scheme,
        year=policy.year,
        tally=Tally.of(policy),
        notes=policy.notes,
        sources=tuple(f"{one.file} 第{'、'.join(map(str, one.parts))}篇" for one in policy.sources),
        entries=tuple(_entry(policy, clause) for clause in policy.clauses),
    )


def _imported(document: ImportedDocument) -> Volume:
    return Volume(
        policy=document.id,
        title=document.title,
        name=document.title,
        kind=_IMPORTED,
        nature="只查只引，不计算",
        place="本单位",
        scheme="",
        year=f"{document.imported_on} 导入",
        tally=Tally(len(document.clauses), 0, 0, 0, 0, 0, 0),
        notes=document.notes,
        sources=(document.file,),
        entries=tuple(Entry(one.id, f"{one.locator} {one.title}", (), is_doubtful=False) for one in document.clauses),
    )


def _entry(policy: Policy, clause: Clause) -> Entry:
    alone = Tally.of(policy.model_copy(update={"clauses": (clause,)}))
    kinds = dict.fromkeys(KINDS[type(rule).__name__] for rule in clause.rules)
    return Entry(clause.id, clause.title, tuple(kinds), bool(alone.lost or alone.bounds or alone.readings))


def leaf(library: Library, policy_id: str, clause_id: str) -> Leaf:
    """A clause opened; raises KeyError where there is none."""
    vocabulary = library.corpus.vocabulary
    policy = library.document(policy_id)
    if isinstance(policy, ImportedDocument):
        return Leaf(library.clause(policy_id, clause_id), (), ())
    clause = policy.by_id[clause_id]
    return Leaf(
        view=library.clause(policy_id, clause_id),
        rules=tuple((KINDS[type(rule).__name__], rule_rows(rule, policy, vocabulary)) for rule in clause.rules),
        cases=worked_views(clause, vocabulary),
    )


def find(library: Library, query: str, k: int = 12) -> tuple[Found, ...]:
    """The clauses for a query, best first, with their rank in each index."""
    found = []
    for hit in library.search(query, k=k):
        policy, clause = hit.metadata["policy"], hit.metadata["clause"]
        view = library.clause(policy, clause)
        ranks = (one.rank if one else None for one in (hit.dense, hit.bigrams, hit.words))
        snippet = " ".join(view.text.split())[:_SNIPPET]
        found.append(Found(policy, library.name(policy), clause, view.title, snippet, *ranks))
    return tuple(found)
