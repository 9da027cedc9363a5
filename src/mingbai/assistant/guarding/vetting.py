"""Whether a language model took the case for what the person said: its tool calls against what the rules read."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage, ToolCall, ToolMessage

from mingbai.assistant.finding.search import ClauseSearch
from mingbai.assistant.guarding.agreeing import departures
from mingbai.assistant.guarding.manner import legible
from mingbai.assistant.guarding.reading_back.acts import Act, act_of, may_be_meant
from mingbai.assistant.messages import persons, this_turn
from mingbai.assistant.moves import Call, Say
from mingbai.assistant.outcome import Compared, Computed, Needed, Outcome, Searched
from mingbai.assistant.planning.plan import Planner
from mingbai.assistant.reply import EstimateView, Reply
from mingbai.assistant.sums.estimates import Estimates
from mingbai.assistant.toolbox import Toolbox
from mingbai.assistant.tools import fact_text
from mingbai.assistant.words import Phrases
from mingbai.language.numbers.amounts import numbers_in
from mingbai.money import MoneyError, parse_number

log = logging.getLogger(__name__)
_EMERGENCY = "120"
_SEVERAL = "estimate_bills"
_PROMISE = re.compile("(?:能|可以?|都|全|不|给)报(?!销?多少|多少|吗|不)|报销?得了|免费")
_Facts = Mapping[str, str]


class Vetting:
    """Holds a language model's turn against the rules' reading of the same conversation."""

    def __init__(self, planner: Planner, toolbox: Toolbox, search: ClauseSearch) -> None:
        self._planner = planner
        self._search = search
        self._phrases = Phrases(toolbox.library)
        self._vocabulary = toolbox.library.corpus.vocabulary
        estimates = Estimates(toolbox)
        self._estimating: Mapping[str, Callable[..., Outcome]] = {
            "estimate": estimates.estimate,
            _SEVERAL: estimates.estimate_bills,
            "compare": estimates.compare,
            "compare_policies": estimates.compare_policies,
        }

    def passed(self, reply: Reply, messages: Sequence[BaseMessage]) -> Reply | None:
        """The reply, with the case spelt out where the model understood more than the rules.

        None where it rests on nothing, on a policy or fact that contradicts the person, or on an amount nobody named.
        """
        turns = persons(messages)
        move = self._planner.plan(turns)
        found = list(_findings(this_turn(messages)))
        if not found and (act := act_of(legible(reply.text))):
            return self._acted(act, move, turns)
        doubt = self._doubt(found, move, turns) or self._departs(reply.text, found, move, turns)
        if doubt:
            log.warning("the language model %s; answering by rules", doubt)
            return None
        for call, outcome in found:
            if isinstance(outcome, Computed) and not self._is_read(call, move):
                return reply.model_copy(update={"text": f"{reply.text}\n\n按这些情况算:{outcome.case}。"})
        return reply

    def _acted(self, act: Act, move: Say | tuple[Call, ...], turns: Sequence[str]) -> Reply | None:
        """The rules' own words for what a model saw without a tool, where the rules did not see it themselves.

        None where they see it too, or get to a sum, and for other subjects where something of a case was told.
        """
        is_seen = isinstance(move, Say) and (move.kind == "decline" or _EMERGENCY in move.text)
        is_sum = isinstance(move, tuple) and move[0].tool in self._estimating and _is_sum(self._reached(move[0]))
        is_of_case = isinstance(move, Say) or move[0].arguments.get("policies") or _facts(move[0])
        is_case = act == "other_subject" and (is_of_case or len(turns) > 1)
        if is_seen or is_sum or is_case or not may_be_meant(act, turns[-1]):
            log.warning("the language model took this for %s; answering by rules", act)
            return None
        said = self._phrases.other_subject() if act == "other_subject" else self._phrases.fixed(act)
        return Reply(kind=said.kind, text=said.text)

    def _departs(
        self, text: str, found: Sequence[tuple[ToolCall, Outcome]], move: Say | tuple[Call, ...], turns: Sequence[str]
    ) -> str | None:
        """Whether the words go against the clauses that the rules find for the same question, or rest on none."""
        if isinstance(move, Say):
            return "promised something without looking it up" if not found and _PROMISE.search(text) else None
        told = "\n".join((*turns, *(outcome.model_dump_json() for _, outcome in found)))
        for call in move:
            is_search = call.tool == "search_clauses"
            own = self._search.search(**call.arguments) if is_search else self._ruled_out(call)
            if isinstance(own, Searched):
                if not own.passages and any(isinstance(one, Searched) and one.passages for _, one in found):
                    return "found clauses for what none speaks of"
                if any(departures(legible(text), own, f"{told}\n{own.model_dump_json()}")):
                    return "said something else than the clauses"
        return None

    def _doubt(
        self, found: Sequence[tuple[ToolCall, Outcome]], move: Say | tuple[Call, ...], turns: Sequence[str]
    ) -> str | None:
        if isinstance(move, Say):
            if _EMERGENCY in move.text:
                return "is not to speak in an emergency"
            if not found:
                return None if move.kind == "chat" else "answered without looking anything up"
            return "answered what is to be declined" if move.kind == "decline" else self._invention(found, {}, turns)
        if not found:
            return "answered without looking anything up"
        if self._falls_short([outcome for _, outcome in found], move[0]):
            return "did not find what there is to find"
        for call, outcome in found:
            if self._contradicts(call, outcome, move[0]):
                return "took another policy or other facts than the person gave"
        return self._invention(found, _facts(move[0]), turns)

    def _falls_short(self, found: Sequence[Outcome], move: Call) -> bool:
        """Whether the rules get further: to an amount, a clause, or another question than the model's."""
        if any(isinstance(outcome, Computed | Compared) for outcome in found):
            return False
        if move.tool not in self._estimating:
            return not any(isinstance(outcome, Searched | Needed) for outcome in found)
        reached = self._reached(move)
        if isinstance(reached, Needed):
            return not any(isinstance(outcome, Needed) and outcome.facts[:1] == reached.facts[:1] for outcome in found)
        return not any(type(outcome) is type(reached) for outcome in found)

    def _contradicts(self, call: ToolCall, outcome: Outcome, move: Call) -> bool:
        """Whether an estimate comes out differently with what the rules read put in place of the model's facts."""
        if call["name"] not in self._estimating or not isinstance(outcome, Computed | Compared):
            return False
        policy, own = call["args"].get("policy"), move.arguments.get("policy")
        if (policy and own and policy != own) or isinstance(self._ruled_out(move), Searched):
            return True
        if _SEVERAL in (call["name"], move.tool) and move.tool in self._estimating:  # no facts to put in
            return list(_estimates(self._reached(move))) != list(_estimates(outcome))
        compared = {call["args"].get("fact"), *(call["args"].get("also") or ())}
        facts = _given(call) | {name: value for name, value in _facts(move).items() if name not in compared}
        again = self._again(call, facts)
        return list(_estimates(again)) != list(_estimates(outcome))

    def _ruled_out(self, move: Call) -> Outcome | None:
        """That nothing is paid for what the rules would work out; None where they work it out."""
        return self._reached(move) if move.tool in self._estimating and move.arguments.get("told") else None

    def _reached(self, move: Call) -> Outcome:
        """What the rules' own call comes to."""
        return self._estimating[move.tool](**move.arguments)

    def _again(self, call: ToolCall, facts: _Facts) -> Outcome:
        return self._estimating[call["name"]](**{**call["args"], "facts": facts})

    def _invention(self, found: Iterable[tuple[ToolCall, Outcome]], read: _Facts, turns: Iterable[str]) -> str | None:
        """The fact that the model filled in after it was told to ask for it, or the figure that nobody named."""
        said = frozenset[Decimal]().union(*map(numbers_in, turns))
        asked: set[str] = set()
        for call, outcome in found:
            if isinstance(outcome, Needed):
                asked.update(outcome.facts[:1])
            elif isinstance(outcome, Computed | Compared):
                for name, value in _given(call).items():
                    if name not in read and (name in asked or self._is_made_up(name, value, said)):
                        return f"made up {name}"
        return None

    def _is_made_up(self, name: str, value: str, said: frozenset[Decimal]) -> bool:
        """Whether a figure is not in the person's words; 0 and 1 (nothing so far, the first time) need not be."""
        if self._vocabulary.facts[name].kind not in ("amount", "count"):
            return False
        try:
            number = parse_number(value.strip().removesuffix("元"))
        except MoneyError:
            return False  # 不知道
        return number not in (0, 1) and number not in said

    def _is_read(self, call: ToolCall, move: Say | tuple[Call, ...]) -> bool:
        """Whether the rules, too, read enough for this estimate."""
        if isinstance(move, Say):
            return False
        return isinstance(self._again(call, _facts(move[0])), Computed)


def _findings(turn: Sequence[BaseMessage]) -> Iterable[tuple[ToolCall, Outcome]]:
    calls: dict[str | None, ToolCall] = {}
    for message in turn:
        if isinstance(message, AIMessage):
            calls |= {call["id"]: call for call in message.tool_calls}  # some services number anew each time
        elif isinstance(message, ToolMessage) and message.artifact is not None:
            yield calls[message.tool_call_id], message.artifact


def _is_sum(outcome: Outcome) -> bool:
    return isinstance(outcome, Computed | Compared)


def _given(call: ToolCall) -> dict[str, str]:
    return {name: str(fact_text(value)) for name, value in call["args"]["facts"].items()}


def _facts(move: Call) -> _Facts:
    facts: Any = move.arguments.get("facts")
    return facts or {}


def _estimates(outcome: Outcome) -> Iterable[EstimateView]:
    if isinstance(outcome, Computed):
        yield outcome.estimate
    elif isinstance(outcome, Compared):
        yield from (case.estimate for _, case in outcome.cases)
