"""What to do in one turn: call a tool, ask, decline or chat. Read from the whole conversation, never remembered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from mingbai.assistant.conversation import PLACE, State, Topic
from mingbai.assistant.moves import Call, Move, Say
from mingbai.assistant.outcome import Computed, Needed, Refused
from mingbai.assistant.scope import Scope, Scopes
from mingbai.assistant.toolbox import Toolbox
from mingbai.assistant.words import Phrases
from mingbai.language.lexicon import Lexicon
from mingbai.language.utterance import SentenceReader, Utterance

_SEARCHED: tuple[Topic, ...] = ("documents", "procedure", "eligibility", "fact")
_QUESTION = re.compile(
    r"吗|么[??]?$|什么|怎么|哪|几[个天年月号次]|谁|是否|能不能|要不要|多久|为什么|是不是|有没有|多少"
)
_RATE_WORDS = ("起付线", "封顶", "比例", "门槛", "上限", "最高", "最多", "限额", "起付标准", "几个点")


class Planner:
    """Reads a conversation and plans the answer to its last message."""

    def __init__(self, toolbox: Toolbox) -> None:
        corpus = toolbox.library.corpus
        self._toolbox = toolbox
        self._corpus = corpus
        self._reader = SentenceReader(corpus.vocabulary, Lexicon(corpus.vocabulary, corpus.policies.values()))
        self._scopes = Scopes(corpus.policies.values())
        self._phrases = Phrases(toolbox.library)
        books = toolbox.library.books.values()
        self._bills = {one.rule.bill for book in books for one in book.by_care.values()}

    def plan(self, turns: Sequence[str]) -> Say | tuple[Call, ...]:
        """What to do about the last of the person's messages, given those before it."""
        state = State()
        move: Move = self._phrases.greeting()
        for turn in turns:
            asked = state.asked if state.asked in self._corpus.vocabulary.facts else None
            utterance = self._reader.read(turn, asked, state.bill)
            move, state = self._turn(utterance, state)
        return move if isinstance(move, Say) else (move, *self._second_part(utterance, state, move))

    def _second_part(self, utterance: Utterance, state: State, move: Call) -> tuple[Call, ...]:
        """The other half of a question with two parts: how much, and what to bring."""
        if move.tool == "estimate" and "documents" in utterance.intents and state.policy:
            return (Call("search_clauses", {"query": "报销 材料", "kind": "documents", "policies": [state.policy]}),)
        return ()

    def _turn(self, utterance: Utterance, state: State) -> tuple[Move, State]:
        small_talk = self._small_talk(utterance, state)
        if small_talk:
            return small_talk, replace(state, asked=None)
        scope = self._scopes.of(utterance, state.policy, utterance.schemes or state.schemes)
        topic = self._topic(utterance, state)
        question = utterance.text if not utterance.says_nothing_new or topic in _SEARCHED else state.question
        policy = scope.policies[0] if len(scope.policies) == 1 else None
        was = state.policy
        state = replace(state.told(utterance, policy), topic=topic, question=question)
        if policy is None and scope.policies:
            state = replace(state, policy=None)
        if scope.care_elsewhere and "care_place" not in utterance.facts:
            state = replace(state, facts={**state.facts, "care_place": "外地"})
        if utterance.problem:
            fact, message = utterance.problem
            return Say("clarify", message, missing=(fact,)), replace(state, asked=fact)
        plan = self._out_of_scope(utterance, scope, topic)
        if plan:
            return plan, state
        if topic in _SEARCHED:
            return self._look_up(utterance, state, scope, was), state
        return self._compute(utterance, state, scope)

    # -- what is wanted ----------------------------------------------------------------------------------------------

    def _small_talk(self, utterance: Utterance, state: State) -> Say | None:
        intents = utterance.intents
        for intent in ("emergency", "cheat"):
            if intent in intents:
                return self._phrases.fixed(intent)
        if "other_subject" in intents and "医保" not in utterance.text:
            return self._phrases.other_subject()
        if not utterance.says_nothing_new or utterance.problem or intents & {"estimate", *_SEARCHED, "compare"}:
            return None
        if "thanks" in intents:
            return self._phrases.fixed("thanks")
        if "greeting" in intents:
            return self._phrases.greeting()
        if state.asked or utterance.other_places:
            return None
        return self._phrases.not_understood()

    def _topic(self, utterance: Utterance, state: State) -> Topic:
        intents = utterance.intents
        if utterance.compared or ("compare" in intents and len(utterance.places) > 1):
            return "compare"
        has_bill = bool(self._bills & set(utterance.facts)) or utterance.problem is not None
        wants_sum = "estimate" in intents or (has_bill and not _asks_something_else(utterance))
        if "documents" in intents and not (has_bill and "estimate" in intents):
            return "documents"
        if wants_sum and (has_bill or not any(word in utterance.text for word in _RATE_WORDS)):
            return "estimate"
        for topic in ("eligibility", "procedure"):
            if topic in intents:
                return topic
        if self._answers(utterance, state) and not _is_question(utterance):
            return state.topic or "estimate"
        if state.asked and utterance.says_nothing_new and not intents and not _is_question(utterance):
            return state.topic or "estimate"  # no answer at all: the question is put again
        if "fact" in intents or _is_question(utterance) or not utterance.facts:
            return "fact"
        return "estimate"

    def _answers(self, utterance: Utterance, state: State) -> bool:
        """Whether the message gives what had been asked for, or changes a fact of what was computed."""
        if state.asked == PLACE:
            return bool(utterance.places or utterance.policies or utterance.schemes)
        if state.asked and state.asked in utterance.facts:
            return True
        changes = bool(utterance.facts or utterance.places or utterance.policies)
        return state.topic in ("estimate", "compare") and changes

    # -- where -------------------------------------------------------------------------------------------------------

    def _out_of_scope(self, utterance: Utterance, scope: Scope, topic: Topic) -> Say | None:
        if scope.uncovered:
            return self._phrases.not_covered(scope.uncovered)
        if scope.wrong_scheme:
            return self._phrases.wrong_scheme(scope.wrong_scheme, scope.policies)
        return None

    def _ask_place(self, scope: Scope, state: State, only_books: bool) -> tuple[Say, State]:
        choices = scope.policies or tuple(
            policy.id
            for policy in self._corpus.policies.values()
            if policy.kind == "policy" and self._scopes.fits(policy.id, state.schemes)
        )
        if only_books:
            choices = tuple(one for one in choices if one in self._toolbox.library.books) or choices
        return self._phrases.which_place(choices), replace(state, asked=PLACE)

    # -- doing it ----------------------------------------------------------------------------------------------------

    def _look_up(self, utterance: Utterance, state: State, scope: Scope, was: str | None) -> Move:
        if not scope.policies and not was:
            meaning = self._phrases.meaning(utterance)
            if meaning:
                return meaning
        query = utterance.text
        if utterance.says_nothing_new and state.facts.get("care"):
            query = f"{state.facts['care']} {query}"
        arguments: dict[str, Any] = {"query": " ".join((query, *utterance.terms)), "kind": state.topic}
        if scope.policies:
            arguments["policies"] = list(scope.policies)
        return Call("search_clauses", arguments)

    def _compute(self, utterance: Utterance, state: State, scope: Scope) -> tuple[Move, State]:
        compared_places = len(scope.policies) > 1 and state.topic == "compare" and not utterance.compared
        if compared_places:
            outcome = self._toolbox.compare_policies(scope.policies, state.facts)
            call = Call("compare_policies", {"policies": list(scope.policies), "facts": _plain(state.facts)})
            return call, _after(state, outcome)
        policy = state.policy or self._only_fit(scope, state)
        if policy is None:
            return self._ask_place(scope, state, only_books=True)
        state = replace(state, policy=policy)
        if state.compared:
            fact, values = next(iter(state.compared.items()))
            compared = self._toolbox.compare(policy, state.facts, fact, values)
            arguments = {"policy": policy, "facts": _plain(state.facts), "fact": fact, "values": list(values)}
            return Call("compare", arguments), _after(state, compared)
        estimated = self._toolbox.estimate(policy, state.facts)
        return Call("estimate", {"policy": policy, "facts": _plain(state.facts)}), _after(state, estimated)

    def _only_fit(self, scope: Scope, state: State) -> str | None:
        """The one policy of several that can compute this kind of care."""
        books = self._toolbox.library.books
        care = state.facts.get("care")
        fitting = [one for one in scope.policies if one in books and (care is None or care in books[one].by_care)]
        return fitting[0] if len(fitting) == 1 else None


def _is_question(utterance: Utterance) -> bool:
    """Whether a message asks something of its own; 那要是一档呢 only varies the question before."""
    return bool(_QUESTION.search(utterance.text))


def _asks_something_else(utterance: Utterance) -> bool:
    """Whether a message with an amount in it asks for a rule and not for a sum (要审批吗)."""
    if "procedure" in utterance.intents:
        return True
    return "eligibility" in utterance.intents and "报" not in utterance.text


def _after(state: State, outcome: object) -> State:
    """The state once the outcome is known: what will have been asked."""
    if isinstance(outcome, Needed):
        return replace(state, asked=outcome.facts[0])
    if isinstance(outcome, Refused):
        return replace(state.without(outcome.fact), asked=outcome.fact)
    return replace(state, asked=outcome.supply_fact) if isinstance(outcome, Computed) else state


def _plain(facts: Mapping[str, str | Decimal]) -> dict[str, str]:
    return {name: str(value) for name, value in facts.items()}
