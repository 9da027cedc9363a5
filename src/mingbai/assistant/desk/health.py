"""How the corpus is: what it counts, what the strict reader finds wrong, and whether every worked case still holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mingbai.corpus.reader import inspect_corpus
from mingbai.corpus.tally import Tally
from mingbai.rules.worked import check_worked_cases


@dataclass(frozen=True)
class PolicyHealth:
    """One document with its counts."""

    policy: str
    title: str
    tally: Tally


@dataclass(frozen=True)
class Health:
    """All documents with their counts, and every mistake found, with file and line. `version` names the corpus."""

    policies: tuple[PolicyHealth, ...]
    problems: tuple[str, ...]
    version: str

    @property
    def total(self) -> Tally:
        """The counts of all documents together."""
        return Tally(*(sum(numbers) for numbers in zip(*(one.tally.numbers for one in self.policies), strict=True)))


def health(folder: Path) -> Health:
    """The health of the corpus in a folder, read anew."""
    corpus, problems = inspect_corpus(folder)
    if corpus is None:
        return Health((), tuple(map(str, sorted(problems))), "")
    found = list(problems)
    for policy in corpus.policies.values():
        found.extend(check_worked_cases(policy, corpus.vocabulary))
    policies = tuple(PolicyHealth(one.id, one.title, Tally.of(one)) for one in corpus.policies.values())
    return Health(policies, tuple(map(str, sorted(found))), corpus.hash[:12])
