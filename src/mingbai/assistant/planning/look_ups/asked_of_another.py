"""The question before, asked of another case, another figure or another thing (二档呢; 那105%呢; 管理费呢)."""

from __future__ import annotations

import re
from dataclasses import replace

from mingbai.assistant.conversation.state import State
from mingbai.assistant.finding.following import Following
from mingbai.assistant.follow_ups.another_case import AnotherCase, Cases, person_told
from mingbai.assistant.follow_ups.another_figure import facts_with_another, with_another_figure
from mingbai.assistant.follow_ups.what_of import asked_of
from mingbai.assistant.moves import Call
from mingbai.assistant.planning.about.named import names_place
from mingbai.assistant.planning.look_ups.clause_calls import ClauseCalls
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.utterance import Utterance

_RELATIVE = re.compile(
    "^(?:那|要是|如果)?(?:剩下?|其余|其[他它]|别的|[超过晚迟]了?|逾期|不够|没[有交带办到])[^,。]{0,3}呢"
)
_WHAT_OF_END = re.compile("[呢?]*$")
_WHETHER = re.compile("(?:能|可以|要|会|给|用|管|算)[^,。要能给会]{0,5}[吗么不][??]?$")


class AskedOfAnother:
    """Plans the search for the question before, asked of another case, figure or thing."""

    def __init__(self, vocabulary: Vocabulary, following: Following, calls: ClauseCalls) -> None:
        self._cases = Cases(vocabulary)
        self._following = following
        self._calls = calls

    def in_place(self, utterance: Utterance, question: str) -> AnotherCase | None:
        """The question before with the case of a message in place of its own, in its own words or plain ones."""
        plain = person_told(utterance)
        ways = (plain, utterance.text) if utterance.denied else (utterance.text, plain)
        found = (self._cases.in_place(question, one, utterance.facts) for one in ways if one)
        return next((one for one in found if one), None)

    def of_figure(self, utterance: Utterance, state: State, *, is_again: bool) -> tuple[Call, State] | None:
        """The search for the question before with another figure, where a message puts one in its place.

        One that asks something itself (那105%呢,亏的谁扛) does so where the clause shown before answers both.
        """
        other = None if names_place(utterance) else with_another_figure(state.question or "", utterance.text)
        if other is None or not (is_again or state.looked_up):
            return None
        if is_again:
            told = facts_with_another(state.facts, state.question or "", utterance.text, utterance.facts)
            state = replace(state, facts=told)
            call = self._calls.of(other, state)
        else:
            call = self._calls.of(f"{other},{utterance.text}", state)
            alone = self._calls.of(utterance.text, state)
            if not self._following.is_answered_together(alone.arguments, call.arguments, state.looked_up or {}):
                return None
        return call, replace(state, question=other, thread=other, looked_up=call.arguments)

    def of_case(self, call: Call, utterance: Utterance, state: State) -> Call:
        """The search for another case of the question before, in words to which the answer is not that to the first."""
        question = state.question or ""
        others, thing = asked_of(question, utterance.text)
        if whether := _WHETHER.search(question):  # 外地户口的能参保吗
            others = (f"{_WHAT_OF_END.sub('', utterance.text)}{whether[0]}", *others)
        before = {name: value for name, value in state.facts.items() if name not in utterance.facts}
        first = self._calls.of(question, replace(state, facts=before))
        in_other_words = [self._calls.of(one, state).arguments for one in others]
        if not self._following.is_of_same_clause(call.arguments, first.arguments):
            told = self._following.of_thing(in_other_words, thing, first.arguments)
            return replace(call, arguments=told or call.arguments)
        return replace(call, arguments=self._following.otherwise(call.arguments, in_other_words, first.arguments))

    def of_thing(self, call: Call, utterance: Utterance, state: State) -> Call:
        """The search for another thing of what was asked before, in the document shown where that tells of it."""
        others, thing = asked_of(state.question or "", utterance.text)
        is_relative = _RELATIVE.search(utterance.text) is not None
        about = (state.looked_up or {}).get("query") if is_relative else state.question
        joined = f"{about} {utterance.text}"
        said = (joined, utterance.text, joined) if is_relative else (utterance.text, *others, joined)
        each = [self._calls.of(one, state).arguments for one in said]
        own = [self._calls.of(one, state).arguments for one in others]
        if told := self._following.of_thing(own, thing, state.looked_up or {}):
            return replace(call, arguments=told)
        first = each[0] if is_relative else call.arguments
        return replace(call, arguments=self._following.in_document(first, each, state.looked_up or {}))
