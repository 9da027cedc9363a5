"""What to look up where the rules of several places are put side by side (青海和山东,哪个每人筹的钱多)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from mingbai.assistant.conversation.state import State
from mingbai.assistant.finding.following import Following
from mingbai.assistant.moves import Call
from mingbai.assistant.outcome import Searched
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.planning.look_ups.clause_calls import ClauseCalls
from mingbai.assistant.sums.set_beside import asks_how_far_apart
from mingbai.assistant.which_policy.order_of_speech import by_place, spoken_at
from mingbai.corpus.models import Policy
from mingbai.language.utterance import Utterance

_SEVERAL = 2
_MANY = 3  # so many questions in one message are looked up one by one
_MORE = re.compile("(?<=[一-鿿])[更最]?[多少高低贵]一?[些点]?[??]?$")  # 哪个筹得多, put to one of them
_EARLIER = re.compile("[更最]?[早晚先]")
_AND = re.compile("[和跟与同、][^,。;!?]{0,4}$")
_COMPARED_WITH = re.compile(
    "哪[个边家]|谁|比较|相比|对比|比(?!例)|[跟和与同]|差[多几][少个成点]*|一样[多吗么]*|区别|不同|更|分别"
)
_ASKS = re.compile("多少|几|什么|啥|怎|哪|谁|多久|吗|[不没]$")


class SideBySide:
    """Plans the searches for what is written of two places or more."""

    def __init__(
        self, policies: Mapping[str, Policy], bills: SettledBills, following: Following, calls: ClauseCalls
    ) -> None:
        self._policies = policies
        self._bills = bills
        self._following = following
        self._calls = calls

    def of_places(self, utterance: Utterance, state: State) -> tuple[Call, ...]:
        """One search for each place of those whose rules are compared (青海和山东,哪个每人筹的钱多)."""
        groups = by_place(state.documents, self._policies, utterance)
        ends = [spoken_at(self._policies[group[0]], utterance) for group in groups[:2]]
        is_joined = len(ends) > 1 and _AND.search(utterance.text[slice(*ends)]) is not None  # 青海和山东都要交钱吗
        if not is_joined and "compare" not in utterance.intents:
            return ()
        query = _COMPARED_WITH.sub(" ", _MORE.sub("多少", _EARLIER.sub("什么时候", utterance.text)))
        query = query if _ASKS.search(query) else f"{query.strip()}多少"  # 差多少 asks how much each is
        calls = [self._calls.of(query, replace(state, documents=one)) for one in groups]
        if len(calls) == _SEVERAL and asks_how_far_apart(utterance.text):
            calls[0] = replace(calls[0], arguments={**calls[0].arguments, "beside": list(groups[1])})
        return tuple(calls) if 1 < len(calls) <= _MANY else ()

    def without_bill(self, utterance: Utterance, state: State, move: Call) -> tuple[Call, ...]:
        """The searches for what two documents write (保费差多少), where no bill is told that they could pay of."""
        if move.tool != "compare_policies" or self._bills.any_of(state.facts):
            return ()
        calls = self.of_places(utterance, state)
        found = [self._following.find(one.arguments) for one in calls]
        return calls if found and all(isinstance(one, Searched) and one.lead for one in found) else ()
