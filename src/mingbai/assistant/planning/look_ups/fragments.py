"""A few words that ask nothing as they stand (里面学医的; 筹资标准一人; 以前), in a conversation about a document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mingbai.assistant.conversation.state import SEARCHED, State
from mingbai.assistant.finding.following import Following
from mingbai.assistant.moves import Call
from mingbai.assistant.openings.straight_lines import is_silence
from mingbai.assistant.outcome import Searched
from mingbai.assistant.planning.about.named import names_place
from mingbai.assistant.planning.look_ups.clause_calls import ClauseCalls
from mingbai.language.utterance import Utterance

__all__ = ["Fragments"]

_FRAME = re.compile("^(?:那么?|其中|里[面头边])|[的吧啊呀嘛呢了。.!~]+$")
_A_WORD = 2


class Fragments:
    """Looks up what only a clause can tell the sense of: its words, or those of the ways it is known to be asked."""

    def __init__(self, following: Following, calls: ClauseCalls) -> None:
        self._following = following
        self._calls = calls

    def of(self, utterance: Utterance, state: State) -> tuple[Call, State] | None:
        """The search whose answer is straight, and the state with it; None where the words stay without sense.

        The answer just given is told again where it has the words itself (三年一审,以前是一年一审: 以前).
        """
        if not state.documents or names_place(utterance) or "recheck" in utterance.intents:
            return None
        fact = replace(state, topic=state.topic if state.topic in SEARCHED else "fact", asked=None)
        words = _FRAME.sub("", utterance.text)
        if len(words) >= _A_WORD and state.looked_up and words in (self._lead(state.looked_up) or ""):
            return Call("search_clauses", state.looked_up), fact
        call = self._calls.of(utterance.text, fact)
        lead = self._lead(call.arguments)
        if not lead or is_silence(lead):
            return None
        thread = f"{state.thread} {utterance.text}".strip()
        return call, replace(fact, looked_up=call.arguments, question=utterance.text, thread=thread)

    def _lead(self, arguments: Mapping[str, Any]) -> str | None:
        found = self._following.find(arguments)
        return found.lead if isinstance(found, Searched) else None
