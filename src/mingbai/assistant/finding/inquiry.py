"""A question as the clauses are searched for it, with the clauses found."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.assistant.reply import ReplyKind
from mingbai.assistant.toolbox import Facts
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.case import Case, CaseError, FactValue

if TYPE_CHECKING:
    from mingbai.retrieval import Hit


@dataclass(frozen=True)
class Inquiry:
    """A question of a kind, for a case.

    `unplaced` is the question without the names of places and policies, `bare` also without the titles of imported
    documents; `context` is what it is asked of where it names no subject, `is_part` where it is one of several put at
    once. `policies` are those it was put to, `within` those searched: one that it names itself among them. `hits` are
    the clauses found, best first.
    """

    query: str
    unplaced: str
    bare: str
    kind: ReplyKind
    case: Case
    policies: tuple[str, ...]
    within: tuple[str, ...]
    hits: tuple[Hit, ...]
    context: str = ""
    is_part: bool = False

    @property
    def is_open(self) -> bool:
        """Whether nobody had said which document is meant."""
        return not self.policies

    def clauses_of(self, policy: str) -> list[str]:
        """The clauses found of one document, best first."""
        return [hit.metadata["clause"] for hit in self.hits if hit.metadata["policy"] == policy]


def usable(facts: Facts, vocabulary: Vocabulary) -> Case:
    """The facts as far as they can be used; a question about a rule is not refused over an odd amount."""
    known: dict[str, FactValue] = {}
    for name, value in facts.items():
        with suppress(CaseError):
            known |= Case.read({name: value}, vocabulary).facts
    return Case(known)
