"""What to look up beside a sum (what to bring, by when) or in place of one, and the sum to work out beside a rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mingbai.assistant.conversation.quota_left import leaves_this_year
from mingbai.assistant.conversation.state import State
from mingbai.assistant.finding.following import Following
from mingbai.assistant.moves import Call
from mingbai.assistant.openings.statement_parts import is_of_statement, parts_asked, told_parts
from mingbai.assistant.openings.straight_lines import tells_more
from mingbai.assistant.outcome import Computed, Needed, Refused, Searched
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.planning.look_ups.clause_calls import ClauseCalls, plain_facts
from mingbai.assistant.planning.look_ups.part_calls import PartCalls
from mingbai.assistant.planning.parts.heads_told import counted_heads, of_heads, pay_alike
from mingbai.assistant.planning.parts.part import Part
from mingbai.assistant.planning.parts.part_words import names_subject_in
from mingbai.assistant.planning.parts.reading import PartReader
from mingbai.assistant.toolbox import Toolbox
from mingbai.language.utterance import Utterance

_BILL_PAID = re.compile("(?:怎么?|咋|如何)个?[算报赔补](?:法|销|的|呢|啊|呀)*[??]?$")
_SUM = re.compile(
    "(?:[能给报补赔拿得]{1,2}销?|救助|补偿|到手|下来)[了到回]?(?:大概|大约)?(?:多少|几多|好多|几[个块]?钱|几钿)"
    "|[0-9万千百块元](?:以内|左右|多)?的?呢"  # 特殊门诊剩900呢
)
_GETS_MORE = re.compile("[报赔补]得?[^,。;]{0,3}[高多][一些点]?")
_HOW_IT_IS_PAID = re.compile("[那这该要得都]*(?:到底|一共)?(?:怎么?|咋|如何)个?[算报赔补](?:法|销|的|呢|啊|呀)*[??]?")
_FROM_WHERE_ON = re.compile("(?:多少|几[千万])(?:元|块)?(?:以[上下内]|才)")  # no sum is asked for
_ON_ERRANDS = ("documents", "procedure")  # asked for with 能报吗 as well as with 报多少
_SEVERAL = 2
_PERCENT = re.compile("[0-9]%")
_FIGURE = re.compile("[0-9]")


class BesideSum:
    """Plans what is looked up beside a sum, and in its place."""

    def __init__(
        self,
        toolbox: Toolbox,
        bills: SettledBills,
        parts: PartReader,
        following: Following,
        calls: ClauseCalls,
        part_calls: PartCalls,
    ) -> None:
        self._toolbox = toolbox
        self._corpus = toolbox.library.corpus
        self._bills = bills
        self._parts = parts
        self._following = following
        self._calls = calls
        self._part_calls = part_calls

    def other_parts(self, utterance: Utterance, state: State, move: Call) -> tuple[Call, ...]:
        """What else a question with several parts asks: beside how much, what to bring, by when, what to pay."""
        if move.tool not in ("estimate", "compare"):
            return ()
        if state.policy not in self._toolbox.library.books:
            return (self._calls.of(state.thread, state),) if self._speaks_of_care(state) else ()
        if state.is_doubted and len(self._parts.asked(utterance.text)) < _SEVERAL:
            return ()  # 怎么算的: the statement itself is told once more
        if self._is_unwritten(move):  # what does it say then?
            return (self._calls.of(utterance.text, state),)
        is_sum = _SUM.search(utterance.text) is not None
        parts = [one for one in self._parts.beside_sum(utterance.text) if is_sum or one.topic in _ON_ERRANDS]
        if self._is_told_of_case(move, utterance):
            parts = [one for one in parts if not is_of_statement(one.query)]
        if move.tool == "estimate":  # 大病保险补偿多少 is the sum itself, and no other of some report
            parts = [one for one in parts if one.is_sum or not self._is_sum_itself(one, state)]
        are_alike = pay_alike(self._corpus.policies.get(str(state.policy)))
        heads = counted_heads(utterance.text, self._corpus.vocabulary, are_alike=are_alike)
        parts = of_heads(parts, heads)
        calls = ((one, self._part_calls.of_person(one, self._part_calls.of(one, state), state)) for one in parts)
        return tuple(call for one, call in calls if not one.is_perhaps or self._answers(one, call, state))

    def _is_sum_itself(self, part: Part, state: State) -> bool:
        """Whether a part only asks what the kind of care pays that is worked out, or how the bill is paid (咋算)."""
        care = str(state.facts.get("care", ""))
        is_of_bill = _FIGURE.search(part.query) and _BILL_PAID.search(part.query)  # 花了6000怎么报
        is_paid = _HOW_IT_IS_PAID.fullmatch(part.query) or is_of_bill
        return (bool(care) and part.query.removesuffix("多少") == care) or bool(is_paid)

    def _answers(self, part: Part, call: Call, state: State) -> bool:
        """Whether a clause answers a part straight; of few words it has to be known to be asked them (钱能打卡里吗)."""
        is_sum = part.is_sum or _SUM.search(part.query) is not None
        is_of_bill = is_sum and not _FROM_WHERE_ON.search(part.query)  # 头一回住院,八千块,报几多: the sum itself
        if is_of_bill or not tells_more(self._following.find(call.arguments), ()):
            return False
        return names_subject_in(part.query) or self._toolbox.library.asked.is_known(part.query, (str(state.policy),))

    def _is_told_of_case(self, move: Call, utterance: Utterance) -> bool:
        """Whether the statement of a case itself tells the deductible or the ratio that a message asks for."""
        asked = parts_asked(utterance.text)
        if move.tool != "estimate" or not asked:
            return False
        found = self._toolbox.estimate(str(move.arguments["policy"]), move.arguments["facts"])
        return isinstance(found, Computed) and any(told_parts(found, asked))

    def tells_instead(self, utterance: Utterance, state: State, searches: Sequence[Call]) -> bool:
        """Whether a document without sums has the figure asked for (财政给补多少), so that it need not be refused.

        What is paid back of a bill is refused: a target or a ratio somewhere in the document does not tell that. Where
        no bill is told the ratio is what can be known.
        """
        if state.policy in (None, *self._toolbox.library.books) or len(searches) != 1:
            return False
        is_of_payment = "报" in utterance.text
        if is_of_payment and self._bills.any_of(state.facts):
            return False
        found = self._following.find(searches[0].arguments)
        told = (found.lead or found.opening) if isinstance(found, Searched) else None
        figure = _PERCENT if is_of_payment else _FIGURE
        return told is not None and figure.search(told) is not None

    def _speaks_of_care(self, state: State) -> bool:
        """Whether the document spoken of has anything on the kind of care; else no clause of it bears on the sum."""
        document, care = self._corpus.policies.get(state.policy or ""), state.facts.get("care")
        if document is None or care is None:
            return True
        choice = self._corpus.vocabulary.facts["care"].choices[str(care)]
        words = {str(care), *choice.says, str(care).removesuffix("门诊")} - {""}  # 特殊病门诊 is written 特殊病种门诊
        return any(word in clause.text for clause in document.clauses for word in words)

    def _is_unwritten(self, move: Call) -> bool:
        """Whether the policy gives no sum for the kind of care a call asks about."""
        if move.tool != "estimate":
            return False
        found = self._toolbox.estimate(str(move.arguments["policy"]), move.arguments["facts"])
        return isinstance(found, Refused) and found.fact == "care"

    def instead_of_sum(self, utterance: Utterance, state: State, move: Call) -> tuple[Call, ...]:
        """The searches for what a message asks, where each finds a line and a sum, not asked for, needs more."""
        parts = self._parts.asked(utterance.text)
        if move.tool != "estimate" or len(parts) < _SEVERAL or any(one.is_sum for one in parts):
            return ()
        if self._bills.any_of(state.facts) or state.policy is None:
            return ()
        if not isinstance(self._toolbox.estimate(str(move.arguments["policy"]), move.arguments["facts"]), Needed):
            return ()
        calls = self._part_calls.of_each(parts, replace(state, documents=(state.policy,)))
        found = [self._following.find(one.arguments) for one in calls]
        is_each = all(tells_more(one, found[:at]) for at, one in enumerate(found))
        return tuple(calls) if is_each else ()

    def sum_told(self, utterance: Utterance, state: State) -> tuple[Call, ...]:
        """The sum of a bill, beside the rule that a message asks for.

        It is due where the message tells what the sum had lacked (人均收入3万,最高赔多少), or the bill of somebody who
        may get more (二级医院住院5600,学生是不是报得高些); and where what was carried over is lost (要是断了没交呢).
        """
        is_supplied = state.asked_before in utterance.facts
        gets_more = self._bills.any_of(utterance.facts) and _GETS_MORE.search(utterance.text)
        puts_another = state.policy is not None and self._parts.puts_bill(utterance.text)
        is_due = (is_supplied or gets_more or puts_another) and self._bills.any_of(state.facts) and not state.bills
        is_due = is_due or leaves_this_year(utterance, state)
        if not is_due or state.policy is None or state.policy not in self._toolbox.library.books:
            return ()
        arguments = {"policy": state.policy, "facts": plain_facts(state.facts)}
        found = self._toolbox.estimate(state.policy, state.facts)
        return (Call("estimate", arguments),) if isinstance(found, Computed) else ()
