"""Which of the documents spoken of decides what a person gets: its sums are worked out, or one asks which is meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mingbai.assistant.cases.care_in_policy import CareInPolicy
from mingbai.assistant.conversation.state import POLICY, State
from mingbai.assistant.moves import Say
from mingbai.assistant.which_policy.scheme_fit import SchemeFit
from mingbai.assistant.which_policy.scope import Scope
from mingbai.assistant.words import Phrases
from mingbai.corpus.vocabulary import DONT_KNOW, Vocabulary
from mingbai.language.people.grown import MINORS
from mingbai.language.utterance import Utterance
from mingbai.rules.book import Book

_ABOVE = ("own_share", "excess")
_TELLING = ("plan", "employment", *_ABOVE)


class Deciding:
    """Chooses among the documents that have sums."""

    def __init__(self, books: Mapping[str, Book], fit: SchemeFit, phrases: Phrases, vocabulary: Vocabulary) -> None:
        self._books = books
        self._fit = fit
        self._phrases = phrases
        self._care = CareInPolicy(vocabulary)

    def among(self, scope: Scope, state: State, utterance: Utterance) -> str | None:
        """The one document that can decide what the person gets, where there is just one."""
        deciding = [one for one in scope.documents if one in self._books]
        if len(deciding) == 1 or len(scope.documents) == 1:
            return (deciding or list(scope.documents))[0]
        told = {**state.facts_for(scope.documents), **utterance.facts}
        fitting = [one for one in deciding if self._suits(self._books[one], told)]
        return fitting[0] if len(fitting) == 1 else None

    def only(self, state: State) -> str | None:
        """The one policy that suits what is known, where nobody named one (二档三级: no other has a 二档 at all)."""
        choices = self._choices(state)
        return choices[0] if len(choices) == 1 else None

    def asked(self, state: State) -> tuple[Say, State]:
        """The question whose rule is meant, of those that suit what is known."""
        is_childs = state.facts.get("insured") in MINORS
        is_open = not (state.schemes or is_childs or "plan" in state.facts)  # a 二档 is none of an employee's
        return self._phrases.which_policy(self._choices(state), asks_scheme=is_open), replace(state, asked=POLICY)

    def _choices(self, state: State) -> list[str]:
        known = [one for one in state.documents if one in self._books] or [
            one for one, book in self._books.items() if book.policy.nature != "advertisement"
        ]
        choices = self._fit.among(known, state.schemes) or known
        choices = list(self._fit.nearest(choices, state.schemes))
        facts = dict(state.facts)
        if facts.keys().isdisjoint(_ABOVE):  # retired are people everywhere; what lies above a cap few pay by that
            facts.pop("employment", None)
        suited = [one for one in choices if self._suits(self._books[one], facts)]
        return suited or choices

    def _suits(self, book: Book, facts: Mapping[str, object]) -> bool:
        """Whether a policy computes this kind of care and turns on the facts that only some policies know."""
        care = facts.get("care")
        if facts.get("insured") in MINORS and "职工" in book.policy.scheme:
            return False
        meant = tuple(book.by_care) if care in (None, DONT_KNOW) else self._care.may_be(book, str(care))
        suited = [book.by_care[name] for name in meant]
        known = {fact for one in suited for fact in (*one.domain, *one.bills)}
        return bool(suited) and all(fact in known for fact in _TELLING if fact in facts)
