"""What to look up in the clauses for the parts of a message, beside a sum and of places compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from mingbai.assistant.conversation.state import State
from mingbai.assistant.finding.following import Following
from mingbai.assistant.moves import Call
from mingbai.assistant.outcome import first_clause, lead_of
from mingbai.assistant.planning.about.named import OF_A_PERSON
from mingbai.assistant.planning.about.questions import is_question
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.planning.look_ups.beside_sum import BesideSum
from mingbai.assistant.planning.look_ups.clause_calls import ClauseCalls, plain_facts
from mingbai.assistant.planning.look_ups.each_part import EachPart
from mingbai.assistant.planning.look_ups.part_calls import PartCalls
from mingbai.assistant.planning.look_ups.side_by_side import SideBySide
from mingbai.assistant.planning.parts.asides import Aside
from mingbai.assistant.planning.parts.reading import PartReader
from mingbai.assistant.toolbox import Toolbox
from mingbai.language.bills.sums import BILLS
from mingbai.language.people.persons import whose
from mingbai.language.utterance import Utterance

_OF_CARE = ("hospital_level", "disease", "diseases", "admission")
_ALSO = re.compile("^(?:另外|还有|再问一?下?|那)")


class PartLookUps:
    """Plans the searches for what a message asks besides."""

    def __init__(
        self,
        toolbox: Toolbox,
        bills: SettledBills,
        parts: PartReader,
        following: Following,
        calls: ClauseCalls,
    ) -> None:
        self._parts = parts
        self._following = following
        self._part_calls = PartCalls(toolbox.library.corpus.vocabulary, following, calls)
        self._side_by_side = SideBySide(toolbox.library.corpus.policies, bills, following, calls)
        self._each_part = EachPart(toolbox.library, following, self._part_calls)
        self._beside_sum = BesideSum(toolbox, bills, parts, following, calls, self._part_calls)

    def with_parts(
        self, utterance: Utterance, state: State, move: Call, asides: Iterable[Aside] = ()
    ) -> tuple[Call, ...]:
        """A move with those for the other parts of the message, and for what it asks beside of another case."""
        return (*self._with_own_parts(utterance, state, move), *(self._of_aside(one, state) for one in asides))

    def _of_aside(self, aside: Aside, state: State) -> Call:
        """The search for what is asked of another case: who it is for stays, another treatment has its own hospital."""
        is_other_care = "care" in aside.utterance.facts
        left = (*BILLS, *(_OF_CARE if is_other_care else ()))
        kept = {name: value for name, value in state.facts.items() if name not in left}
        state = replace(state, facts={**kept, **aside.utterance.facts})
        call = self._part_calls.of(self._parts.of(_ALSO.sub("", aside.words)), state)
        return replace(call, arguments={**call.arguments, "part": aside.words})

    def _with_own_parts(self, utterance: Utterance, state: State, move: Call) -> tuple[Call, ...]:
        if beside := self._side_by_side.without_bill(utterance, state, move):
            return beside
        if move.tool != "search_clauses":
            if instead := self._beside_sum.instead_of_sum(utterance, state, move):
                return instead
            others = self._beside_sum.other_parts(utterance, state, move)
            return others if self._beside_sum.tells_instead(utterance, state, others) else (move, *others)
        if not {"claim", "part", "then"}.isdisjoint(move.arguments):
            return (move,)
        if beside := self._side_by_side.of_places(utterance, state):
            return beside
        if of_case := self._of_case_told(utterance, state, move):
            return of_case
        sums = self._beside_sum.sum_told(utterance, state)
        text = _with_days_told(utterance.text, state, move)
        parts = [one for one in self._parts.asked(text) if not (sums and self._parts.is_bill(one.query))]
        searches = self._each_part.of(parts, state, move) if len(parts) > 1 else (move,)
        return (*sums, *searches)

    def _of_case_told(self, utterance: Utterance, state: State, move: Call) -> tuple[Call, ...]:
        """The searches for those of several questions asked before to which a person told since makes a difference.

        那我们家是低保, after 几月份交,多少钱,管到什么时候: what is paid. All are asked again of one put in the place of
        another (那大人呢, after 学生几月份交,交多少钱).
        """
        told = utterance.facts.keys()
        if not told or told - OF_A_PERSON or utterance.intents or is_question(utterance) or not state.question:
            return ()
        parts = self._parts.asked(state.question)
        if len(parts) <= 1 or whose(utterance.text):  # 爷爷70岁是低保 tells of one more of the house
            return ()
        if move.arguments["query"] == state.question:
            return self._each_part.of(parts, state, move)
        before = replace(state, facts={name: value for name, value in state.facts.items() if name not in told})
        first = self._part_calls.of_each(parts, before)
        again = [_of_case(call, utterance) for call in first]
        return tuple(call for was, call in zip(first, again, strict=True) if self._is_other(was, call, utterance))

    def _is_other(self, was: Call, call: Call, utterance: Utterance) -> bool:
        """Whether a search finds another answer by what was told since, and one of that."""
        before, found = (self._following.find(one.arguments) for one in (was, call))
        lead = lead_of(found)
        is_of_case = first_clause(found) == first_clause(before) or any(
            str(one) in lead for one in utterance.facts.values()
        )
        return bool(lead) and lead != lead_of(before) and is_of_case


def _of_case(call: Call, utterance: Utterance) -> Call:
    """A search with what a later message tells."""
    facts = {**call.arguments["facts"], **plain_facts(utterance.facts)}
    return replace(call, arguments={**call.arguments, "facts": facts})


def _with_days_told(text: str, state: State, move: Call) -> str:
    """The words of a message, behind the days told before it where its search counts from these."""
    query = str(move.arguments["query"])
    is_counted = query == state.question and query.endswith(f",{text}")
    return query if is_counted else text
