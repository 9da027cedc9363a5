"""What a message says after those before it: which of its figures is a bill, a premium, or the rule's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial

from mingbai.assistant.conversation.aged import with_age
from mingbai.assistant.conversation.left_open import varies
from mingbai.assistant.conversation.one_more_illness import with_one_more_illness
from mingbai.assistant.conversation.state import State
from mingbai.assistant.library import Library
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.which_policy.deciding import Deciding
from mingbai.assistant.which_policy.figures_stated import own_figures
from mingbai.assistant.which_policy.premiums_named import with_premiums
from mingbai.assistant.which_policy.scope import Scope
from mingbai.assistant.which_policy.scopes import Scopes
from mingbai.language.notes import COST, FactValue
from mingbai.language.utterance import SentenceReader, Utterance

_OTHERWISE = ("eligibility", "documents", "procedure")


class Hearing:
    """Reads messages with one reader of sentences, for what the documents of a library tell apart."""

    def __init__(
        self, library: Library, reader: SentenceReader, scopes: Scopes, deciding: Deciding, bills: SettledBills
    ) -> None:
        self._library = library
        self._corpus = library.corpus
        self._reader = reader
        self._scopes = scopes
        self._deciding = deciding
        self._bills = bills

    def heard(self, turn: str, state: State, told: Mapping[str, FactValue]) -> Utterance:
        """What a message says after those before it, which `told` facts with an amount last."""
        asked = state.asked if state.asked in self._corpus.vocabulary.facts else None
        if varies(turn) and self._bills.any_of(state.facts):
            asked = None  # another case of what was worked out, and no figure that the source lost
        said = self._said(partial(self._reader.read, turn, asked, told=told), state)
        is_figure = asked in said.facts and self._corpus.vocabulary.facts[str(asked)].kind == "amount"
        is_of_else = not said.intents.isdisjoint(_OTHERWISE)  # 做个一千五的检查要批吗 gives no figure that was lost
        if is_figure and is_of_else:
            said = self._said(partial(self._reader.read, turn, None, told=told), state)
        said = self._without_figures_of_rule(said, turn, state, told)
        said = with_age(self._with_premiums(said, state), state, self._corpus.vocabulary)
        return with_one_more_illness(said, state)

    def _said(self, read: Callable[[str], Utterance], state: State) -> Utterance:
        """What a message says, read with the kind of bill that a bare sum is.

        It is that spoken of so far, unless the message names another policy that settles none of it (岳池的9000呢).
        """
        said = read(state.bill)
        plain = said if state.bill == COST or state.bill not in said.facts else read(COST)
        if plain is said or state.bill in plain.facts:
            return said
        scope, policy = self._meant(plain, state)
        named = (policy,) if policy else scope.documents
        meant = [book for one, book in self._library.books.items() if one in named]
        settled = {bill for book in meant for one in book.by_care.values() for bill in one.bills}
        return said if state.policy in scope.documents or not meant or state.bill in settled else plain

    def _without_figures_of_rule(
        self, said: Utterance, turn: str, state: State, told: Mapping[str, FactValue]
    ) -> Utterance:
        """What is said, read once more where one of several sums may be the rule's own (自负5000以上, 剩了21000)."""
        amounts = sum(isinstance(one, Decimal) for one in said.facts.values())
        is_one_loose = bool(said.rough) and amounts > 1  # 自己还得摊2万,五千以上全额报
        if not (said.are_several or is_one_loose):
            return said
        _, meant = self._meant(said, state)
        policy = self._corpus.policies.get(meant or state.policy or "")
        if policy is None:
            return said
        again = self._said(partial(self._reader.read, turn, None, told=told, of_rule=own_figures(policy)), state)
        return said if again.problem else again

    def _with_premiums(self, utterance: Utterance, state: State) -> Utterance:
        """What was said, with what the figures tell by which it names an insurance."""
        documents = self._scope(utterance, state).documents or ((state.policy,) if state.policy else ())
        schemes = utterance.schemes or state.schemes
        return with_premiums(utterance, documents, self._corpus.policies, schemes, state.premiums)

    def _meant(self, said: Utterance, state: State) -> tuple[Scope, str | None]:
        """The documents that a message may be about after those before it, and the one of them that it is."""
        scope = self._scope(said, state)
        return scope, self._deciding.among(scope, state, said)

    def _scope(self, said: Utterance, state: State) -> Scope:
        """The documents that a message may be about after those before it."""
        return self._scopes.of(said, state.documents, said.schemes or state.schemes)
