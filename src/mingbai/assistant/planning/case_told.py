"""What a message tells of the case, of where the care was, and of which documents are held side by side."""

from __future__ import annotations

from dataclasses import replace

from mingbai.assistant.conversation.grown_up import with_grown_up
from mingbai.assistant.conversation.state import POLICY, SEARCHED, State
from mingbai.assistant.library import Library
from mingbai.assistant.planning.about.after_sum import holds_beside
from mingbai.assistant.planning.about.named import names_place
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.planning.two_told import with_care_varied
from mingbai.assistant.which_policy.deciding import Deciding
from mingbai.assistant.which_policy.scope import Scope
from mingbai.language.utterance import Utterance


class CaseTold:
    """Takes what messages tell of a case into where the conversation stands."""

    def __init__(self, library: Library, deciding: Deciding, bills: SettledBills) -> None:
        self._library = library
        self._deciding = deciding
        self._bills = bills

    def told(self, utterance: Utterance, state: State, scope: Scope) -> State:
        """The state after what a message says of the case, and of where the care was."""
        before = state
        policy = self._deciding.among(scope, state, utterance)
        if policy is None and scope.documents and state.policy not in scope.documents and not scope.wrong_scheme:
            state = state.left()  # 那北京呢: of its policies none is known to be meant
        state = state.told(utterance, policy)
        if scope.documents and (utterance.places or utterance.policies):
            state = replace(state, insured_where_treated=scope.insured_where_treated)
        if scope.care_elsewhere and "care_place" not in utterance.facts:
            state = with_care_varied(state.with_care("外地"), before, utterance)
        book = self._library.books.get(state.policy or "")
        return with_grown_up(utterance, state, book, self._library.corpus.vocabulary) if book else state

    def without_sums(self, utterance: Utterance, state: State) -> State:
        """The state where the one document spoken of has no sums: a rule is meant, or the sum is part of a thread."""
        if state.topic in SEARCHED or state.policy is None or state.policy in self._library.books:
            return state
        is_of_sum = "报" in utterance.text or self._bills.any_of(state.facts)
        if not is_of_sum or utterance.problem:
            return replace(state, topic="fact")
        goes_on = bool(state.thread) and not names_place(utterance)  # 说错了,是九千
        return replace(state, thread=f"{state.thread} {utterance.text}" if goes_on else utterance.text)


def beside_home(utterance: Utterance, scope: Scope) -> Utterance:
    """An utterance with care elsewhere and at home compared, where it asks how much less the one is (比本地少多少)."""
    is_both = scope.care_elsewhere and utterance.facts.get("care_place") == "本地" and not utterance.compared
    if not is_both or "difference" not in utterance.intents:
        return utterance
    facts = {name: value for name, value in utterance.facts.items() if name != "care_place"}
    return replace(utterance, facts=facts, compared={"care_place": ("外地", "本地")})


def compared_with(scope: Scope, utterance: Utterance, state: State, decided: str | None) -> Scope:
    """The documents of a comparison, with the one spoken of before where only the place changes.

    Of several that a place has it is the one `decided` on (跟北京的孩子比呢).
    """
    is_varied = holds_beside(utterance) and not utterance.compared
    if is_varied and state.policy not in (None, *scope.documents):
        named = (decided,) if decided else scope.documents
        return replace(scope, documents=(str(state.policy), *named))  # 换成岳池差多少
    if POLICY in state.varied and utterance.says_nothing_new:
        return replace(scope, documents=state.varied[POLICY])  # 换成岳池呢, then 差多少
    return scope
