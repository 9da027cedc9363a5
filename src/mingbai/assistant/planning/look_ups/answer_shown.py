"""What is asked of the answer before: a figure of it, a reckoning on it, or what a few words point at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from mingbai.assistant.conversation.state import SEARCHED, State
from mingbai.assistant.finding.following import Following
from mingbai.assistant.follow_ups.asked_of_answer import may_ask_of_answer
from mingbai.assistant.follow_ups.told_of_answer import told_of_answer
from mingbai.assistant.library import Library
from mingbai.assistant.moves import Call
from mingbai.assistant.outcome import Searched
from mingbai.assistant.planning.about.named import names_place
from mingbai.assistant.planning.about.questions import is_fragment
from mingbai.assistant.planning.look_ups.clause_calls import ClauseCalls
from mingbai.assistant.planning.look_ups.premiums_shown import PremiumsShown
from mingbai.assistant.planning.parts.part_words import names_subject_in
from mingbai.assistant.which_policy.scope import Scope
from mingbai.language.parts import parts_of
from mingbai.language.utterance import Utterance

_WHAT_OF_END = re.compile("[呢?]*$")
_POINTS_AT = re.compile("(?<!^)[这那](?:个|项|样|种)(?:[吗呢么不没]|$)")  # 孩子能参加这个吗
_ALIKE = 0.5  # to what the document shown is asked; the name of the place makes it less
_NAMING = 3  # signs in a row that a fragment shares with a clause of which it is


class AnswerShown:
    """Plans the search for a message that only goes on with the clause shown before."""

    def __init__(self, library: Library, following: Following, calls: ClauseCalls, premiums: PremiumsShown) -> None:
        self._library = library
        self._following = following
        self._calls = calls
        self._premiums = premiums

    def of_answer(self, utterance: Utterance, state: State) -> tuple[Call, State] | None:
        """The search for the last answer again, where a message only asks for a figure of it or a reckoning on that."""
        if state.topic not in SEARCHED or not state.looked_up or names_place(utterance):
            return None
        if not may_ask_of_answer(utterance.text) or self._premiums.household_told(utterance, state):
            return None
        found = self._following.find({**state.looked_up, "then": (), "asked_before": None})
        messages = [*state.looked_up.get("then", ()), utterance.text]
        if not isinstance(found, Searched):
            return None
        for before in (None, self._asked_before(state)):
            asked = {**state.looked_up, "then": messages} | ({"asked_before": before} if before else {})
            shown = self._following.find({**asked, "then": (), "asked_before": None, **before}) if before else None
            if told_of_answer(found, messages, str(state.looked_up["query"]), shown):
                return Call("search_clauses", asked), replace(state, looked_up=asked)
        return None

    def _asked_before(self, state: State) -> dict[str, Any] | None:
        """The query and the facts of the search before the last one, of the same documents; None where none was."""
        before, now = state.looked_before or {}, state.looked_up or {}
        is_alike = before.get("policies") == now.get("policies") and not now.get("then")
        if not is_alike or before.get("query") == now.get("query"):
            return None
        return {name: before[name] for name in ("query", "facts")}

    def of_no_place(self, utterance: Utterance, state: State, scope: Scope) -> Scope:
        """What a message is about: the document of no place that alone is known to be asked it, by one of its parts.

        That is the one shown before, or else one that tells of the place that the message names (山东那边药从多少种变
        多少种, of the whole country's).
        """
        if utterance.policies or utterance.schemes or not utterance.places:
            return scope
        shown = self._following.document(state.looked_up) if state.topic in SEARCHED else ()
        texts, named = self._library.texts, [*utterance.spoken.values()]
        of_all = (one.id for one in self._library.corpus.policies.values() if not one.place)
        telling = [one for one in of_all if one in shown or (named and all(name in texts[one] for name in named))]
        parts = (utterance.text, *filter(names_subject_in, parts_of(utterance.text)))  # 截止哪天 is asked of anything
        if self._is_known(parts, scope.documents):
            return scope
        meant = [one for one in telling if self._is_known(parts, (one,))]
        return Scope((meant[0],)) if len(meant) == 1 else scope

    def _is_known(self, parts: Iterable[str], documents: Sequence[str]) -> bool:
        return any(self._library.asked.is_known(one, documents, alike=_ALIKE) for one in parts)

    def of_few_words(self, call: Call, utterance: Utterance, state: State) -> Call | None:
        """The search of the clause shown before, where a few words only go on with what that tells (基本医保报了).

        So they do where they point at it (孩子能参加这个吗), ask nothing by themselves, or are found elsewhere alone.
        """
        before, about = state.looked_up or {}, state.question or ""
        if _POINTS_AT.search(utterance.text):
            others = [self._calls.of(f"{about} {utterance.text}", state).arguments]
        elif is_fragment(utterance) or self._following.is_elsewhere(call.arguments, before):
            others = [self._calls.of(utterance.text, state, about).arguments]
        else:
            return None
        own = self._following.of_shown(call.arguments, others, before)
        return replace(call, arguments=own) if own else None

    def tells_of(self, utterance: Utterance, state: State) -> bool:
        """Whether a few words that ask nothing by themselves are told of by the clause shown before (08级呢)."""
        if state.topic not in SEARCHED or not state.looked_up or not is_fragment(utterance):
            return False
        words = _WHAT_OF_END.sub("", utterance.text).removesuffix("的").removesuffix("了")
        shown = self._following.find(state.looked_up)
        told = shown.passages[0].text if isinstance(shown, Searched) and shown.passages else ""
        return any(words[at : at + _NAMING] in told for at in range(len(words) - _NAMING + 1))
