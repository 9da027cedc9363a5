"""What a message does to the quiz of a conversation: begin one, answer, pass, stop, go on, or ask something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, replace

from mingbai.assistant.conversation.state import POLICY, State
from mingbai.assistant.moves import Call, Move, Say
from mingbai.assistant.outcome import Quizzed
from mingbai.assistant.quizzing import wish
from mingbai.assistant.quizzing.about import NamedInPart
from mingbai.assistant.quizzing.round import Event, Round
from mingbai.assistant.toolbox import Toolbox
from mingbai.assistant.which_policy.scopes import Scopes
from mingbai.assistant.words import Phrases
from mingbai.language.text import normalise
from mingbai.language.utterance import Utterance

TOOL = "quiz"
_LETTER = re.compile("^[A-Da-d]$")
_URGENT = frozenset({"emergency", "despair", "cheat", "complaint"})
_ASKING = _URGENT | {"estimate", "compare", "documents", "procedure", "eligibility"}
_IDLE = frozenset({"greeting", "thanks"})
_QUESTION = re.compile(r"[?？吗么]$|多少|什么|怎么|哪[里些个]|能不能|可不可以|要不要|为什么")
_AN_ATTEMPT = 5
"""Characters up to which words that name nothing are taken for an answer gone wrong."""


class Quizzing:
    """Reads the messages of a conversation for the quiz in it."""

    def __init__(self, toolbox: Toolbox, scopes: Scopes, phrases: Phrases) -> None:
        self._toolbox = toolbox
        self._scopes = scopes
        self._phrases = phrases
        self._named = NamedInPart(toolbox.library.corpus.vocabulary)

    def turn(self, at: int, said: str, utterance: Utterance, state: State) -> tuple[Move, State] | None:
        """What to do about message number `at`, where it is one for the quiz; None where it is not."""
        one = state.round
        if one is not None and one.is_running:
            return self._in_round(one, at, said, utterance, state)
        if one is not None and one.is_open:
            return self._told_where(one, said, utterance, state) or self._begun(at, said, utterance, state)
        return self._after(one, at, said, utterance, state) or self._begun(at, said, utterance, state)

    # -- beginning ---------------------------------------------------------------------------------------------------

    def _begun(self, at: int, said: str, utterance: Utterance, state: State) -> tuple[Move, State] | None:
        if not wish.asks_for_quiz(utterance):
            return None
        text = utterance.text
        items, topics, difficulty = wish.wished_items(text), wish.wished_topics(text), wish.wished_difficulty(text)
        begun = Round(wish.seed_of(at, said), items=items, topics=topics, difficulty=difficulty)
        return self._placed(begun, utterance, state)

    def _told_where(self, begun: Round, said: str, utterance: Utterance, state: State) -> tuple[Move, State] | None:
        """The quiz asked for before, now that it is said where."""
        if wish.asks_for_quiz(utterance):
            return None
        if wish.command(normalise(said)) == "stop":
            return _on_quiz(Say("chat", "好,不考了。")), replace(state, round=None, asked=None)
        if utterance.intents & _ASKING:
            return None
        names_some = utterance.places or utterance.policies or utterance.schemes or utterance.other_places
        is_told = names_some or wish.wants_all(utterance.text)
        return self._placed(begun, utterance, state) if is_told or not _is_other(utterance) else None

    def _placed(self, begun: Round, utterance: Utterance, state: State) -> tuple[Move, State]:
        scope = self._scopes.of(utterance, state.documents, utterance.schemes)
        waiting = replace(state, round=begun, asked=None)
        if scope.uncovered:
            return _on_quiz(self._phrases.not_covered(scope.uncovered, scope.mentioned)), waiting
        if scope.wrong_scheme:
            return _on_quiz(self._phrases.wrong_scheme(scope.wrong_scheme, scope.documents)), waiting
        documents = scope.documents or self._of_schemes(utterance.schemes)
        policies = tuple(one for one in documents if self._toolbox.quizmaster.can_ask(one))
        if len(policies) > 1 and not utterance.policies:
            known = [self._toolbox.library.corpus.policies[one] for one in policies]
            policies = tuple(one.id for one in self._named.among(utterance.text, known))
        if policies:
            return self._drawn(replace(begun, policies=policies), replace(state, documents=policies))
        if wish.wants_all(utterance.text):
            return self._drawn(replace(begun, policies=()), state)
        return _on_quiz(self._phrases.which_to_quiz()), replace(waiting, asked=POLICY)

    def _of_schemes(self, schemes: Sequence[str]) -> tuple[str, ...]:
        """The documents whose scheme bears a name that was spoken of."""
        policies = self._toolbox.library.corpus.policies.values()
        return tuple(one.id for one in policies if any(scheme in one.scheme for scheme in schemes))

    def _drawn(self, begun: Round, state: State) -> tuple[Move, State]:
        refusal = self._toolbox.quizmaster.refusal(begun)
        if refusal:
            return _on_quiz(Say("chat", refusal, policies=begun.policies or ())), replace(state, round=None, asked=None)
        return self._told(begun, "asked", state)

    # -- going on ----------------------------------------------------------------------------------------------------

    def _in_round(
        self, one: Round, at: int, said: str, utterance: Utterance, state: State
    ) -> tuple[Move, State] | None:
        wanted = wish.command(normalise(said))
        match wanted:
            case "pass":
                return self._answered(one, None, state)
            case "hint":
                return self._told(one, "hint", state)
            case "resume":
                return self._told(one, "resumed", state)
            case "stop":
                return self._told(replace(one, is_open=False), "stopped", state)
            case "again":
                return self._drawn(_anew(one, at, said), state)
        answer = self._toolbox.quizmaster.read(one, said)
        if answer is not None:
            return self._answered(one, answer, state)
        if wish.asks_for_quiz(utterance):
            return self._begun(at, said, utterance, state)
        return None if _is_other(utterance) else self._told(one, "unclear", state)

    def _answered(self, one: Round, answer: str | None, state: State) -> tuple[Move, State]:
        one = replace(one, answers=(*one.answers, answer), is_open=True)
        return self._told(replace(one, is_open=not self._toolbox.quizmaster.is_over(one)), "answered", state)

    def _after(
        self, one: Round | None, at: int, said: str, utterance: Utterance, state: State
    ) -> tuple[Move, State] | None:
        """Back to a round that was left, or another one."""
        if one is None:
            return None
        wanted, is_over = wish.command(normalise(said)), self._toolbox.quizmaster.is_over(one)
        if wanted == "again" or (wanted == "resume" and is_over):
            return self._drawn(_anew(one, at, said), state)
        if wanted == "resume":
            return self._told(replace(one, is_open=True), "resumed", state)
        if wanted == "stop" and "考" in said and not is_over:
            return self._told(one, "stopped", state)
        if _LETTER.match(normalise(said)) and not is_over and not state.asked:
            answer = self._toolbox.quizmaster.read(one, said)
            return self._answered(one, answer, state) if answer else None
        return None

    def _told(self, one: Round, event: Event, state: State) -> tuple[Move, State]:
        return _call(one, event), replace(state, round=one, asked=None)

    # -- leaving -----------------------------------------------------------------------------------------------------

    def left(self, moves: Say | tuple[Call, ...], utterance: Utterance, one: Round) -> Say | tuple[Call, ...]:
        """The answer to another question asked in the middle of a round, with the way back."""
        back = self.way_back(utterance, one)
        if back is None:
            return moves
        if not isinstance(moves, Say):
            return (*moves, _call(one, "left"))
        return replace(moves, text=f"{moves.text}\n\n{back.note}", choices=moves.choices or back.choices)

    def way_back(self, utterance: Utterance, one: Round) -> Quizzed | None:
        """The word that a round waits, for under an answer to something else; None under what is urgent."""
        return None if utterance.intents & _URGENT else self._toolbox.quizmaster.outcome(one, "left")


def _anew(one: Round, at: int, said: str) -> Round:
    items = wish.wished_items(normalise(said)) or one.items
    return replace(one, seed=wish.seed_of(at, said), items=items, answers=(), is_open=True)


def _call(one: Round, event: Event) -> Call:
    wished = {name: value for name, value in asdict(one).items() if name != "is_open"}
    return Call(TOOL, {**wished, "event": event})


def _on_quiz(say: Say) -> Say:
    return replace(say, is_on_quiz=True)


def _is_other(utterance: Utterance) -> bool:
    """Whether a message asks something of its own and is no answer gone wrong."""
    if utterance.intents & _URGENT:
        return True
    if len(utterance.text) <= _AN_ATTEMPT:
        return False
    asks = bool(utterance.intents - _IDLE) or _QUESTION.search(utterance.text) is not None
    return asks or bool(utterance.places or utterance.policies or utterance.other_places)
