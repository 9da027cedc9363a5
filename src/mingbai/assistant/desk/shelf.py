"""The shelf: every document, a clause opened with its rules and worked cases, and search with both indexes' ranks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mingbai.assistant.desk.rule_words import KINDS, Row, rule_rows
from mingbai.assistant.library import NATURES, Library
from mingbai.assistant.reply import ClauseView
from mingbai.corpus.models import Clause, Policy, WorkedCase
from mingbai.corpus.tally import Tally
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import short, words

_KINDS = {"policy": "政策", "guide": "指南", "report": "报告"}
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
class WorkedView:
    """A case worked out by hand: the facts, what comes out, the sum, why."""

    given: str
    result: str
    sum: str
    why: str


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
    """Every document, policies first, by place."""
    order = list(_KINDS)
    policies = sorted(
        library.corpus.policies.values(), key=lambda one: (order.index(one.kind), not one.place, one.place, one.id)
    )
    return tuple(volume(library, one.id) for one in policies)


def volume(library: Library, policy_id: str) -> Volume:
    """One document; raises KeyError where there is none."""
    policy = library.corpus.policies[policy_id]
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


def _entry(policy: Policy, clause: Clause) -> Entry:
    alone = Tally.of(policy.model_copy(update={"clauses": (clause,)}))
    kinds = dict.fromkeys(KINDS[type(rule).__name__] for rule in clause.rules)
    return Entry(clause.id, clause.title, tuple(kinds), bool(alone.lost or alone.bounds or alone.readings))


def leaf(library: Library, policy_id: str, clause_id: str) -> Leaf:
    """A clause opened; raises KeyError where there is none."""
    vocabulary = library.corpus.vocabulary
    policy = library.corpus.policies[policy_id]
    clause = policy.by_id[clause_id]
    return Leaf(
        view=library.clause(policy_id, clause_id),
        rules=tuple((KINDS[type(rule).__name__], rule_rows(rule, policy, vocabulary)) for rule in clause.rules),
        cases=tuple(_worked(case, vocabulary) for case in clause.cases),
    )


def _worked(case: WorkedCase, vocabulary: Vocabulary) -> WorkedView:
    sums = dict.fromkeys(filter(None, (case.sum, case.low_sum, case.high_sum)))
    return WorkedView("，".join(_given(case, vocabulary)), _result(case, vocabulary), " ; ".join(sums), case.why or "")


def _given(case: WorkedCase, vocabulary: Vocabulary) -> Iterator[str]:
    for name, value in case.given.items():
        fact = vocabulary.facts[name]
        yield f"{fact.label}{short(value) if isinstance(value, Decimal) else value}"


def _result(case: WorkedCase, vocabulary: Vocabulary) -> str:
    if case.asks:
        return f"先问：{vocabulary.facts[case.asks].label}"
    if case.unknown:
        return "说不准"
    if case.at_least is not None:
        return f"至少报{words(case.at_least)}"
    if case.at_most is not None:
        return f"最多报{words(case.at_most)}"
    if case.low is not None and case.high is not None:
        return f"报{words(case.low)}到{words(case.high)}"
    return "" if case.pays is None else f"报{words(case.pays)}"


def find(library: Library, query: str, k: int = 12) -> tuple[Found, ...]:
    """The clauses for a query, best first, with their rank in each index."""
    found = []
    for hit in library.search(query, k=k):
        policy, clause = hit.metadata["policy"], hit.metadata["clause"]
        if policy in library.corpus.policies:
            view = library.clause(policy, clause)
            ranks = (one.rank if one else None for one in (hit.dense, hit.bigrams, hit.words))
            snippet = " ".join(view.text.split())[:_SNIPPET]
            found.append(Found(policy, library.name(policy), clause, view.title, snippet, *ranks))
    return tuple(found)
