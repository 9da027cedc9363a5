"""What to do in one turn: call a tool, ask, decline or chat. Read from the whole conversation, never remembered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from mingbai.assistant.asked import SURE
from mingbai.assistant.backward_lead import asks_what_it_cost
from mingbai.assistant.contrasting import Contrasts, names_rate
from mingbai.assistant.conversation import POLICY, State
from mingbai.assistant.following import Following
from mingbai.assistant.grounds import own_premiums, premium_choices
from mingbai.assistant.looking_up import LookUps, plain_facts
from mingbai.assistant.moves import Call, Move, Say
from mingbai.assistant.outcome import Computed, Needed, Quizzed, Refused, Searched
from mingbai.assistant.own_share import with_own_share
from mingbai.assistant.parts import PartReader
from mingbai.assistant.quizzing import turns as quiz
from mingbai.assistant.quizzing.round import Round
from mingbai.assistant.scope import Scope, Scopes
from mingbai.assistant.search import ClauseSearch
from mingbai.assistant.several import Several
from mingbai.assistant.small_talk import small_talk
from mingbai.assistant.toolbox import Toolbox
from mingbai.assistant.topics import (
    SEARCHED,
    TopicReader,
    names_place,
)
from mingbai.assistant.words import Phrases
from mingbai.language.lexicon import Lexicon
from mingbai.language.sums import BILLS
from mingbai.language.utterance import SentenceReader, Utterance
from mingbai.rules.book import Book

_TELLING = ("plan", "employment", "own_share", "excess")
_CHILDREN = ("儿童", "学生", "新生儿")  # none of them is insured as an employee
_KEPT = 8
_ONE_TO_COMPARE = "您说了几笔,要在几个地方之间比较的话,请只说一笔的总费用"
_NEARLY_SAME = 0.72  # a question for a sum has to be this like one that a clause is known to be asked
_SAME = 0.9  # and one with a bill this like: the sum then belongs to the question (超过四十万谁管)
_WHAT_IF = re.compile("那?(?:要是|如果|假如|假设|换成|换作)")
_ALL_OF_THEM = re.compile(
    "(?:那?就?(?:都|一起|全部?|加起来|加一起|合起来|合计|总共|一共|(?:这|那)?[两二三几]个?[笔次回张])){1,3}"
    "(?:一起|加起来|合起来|都|要|报|算|呢|啊|吧|的|多少|能|给|我|起来|一共|总共)*[。.!??]*"
)
_HOW_LONG = re.compile(
    "(?:我|大概|大约|差不多)*(?:一共|总共|共|前后)?(?:住|吃|做|透析|用|看)?了?[0-9一二两三四五六七八九十半]+个?半?(?:天|周|星期|月|年|季度)院?[了吧呢啊吗。.!]*"
)


@dataclass(frozen=True)
class _Read:
    """A conversation, read: what to do, where it stands, its last message, the round of a quiz left by that."""

    moves: Say | tuple[Call, ...]
    state: State
    utterance: Utterance
    left: Round | None


class Planner:
    """Reads a conversation and plans the answer to its last message."""

    def __init__(self, toolbox: Toolbox, search: ClauseSearch) -> None:
        corpus = toolbox.library.corpus
        self._toolbox = toolbox
        self._several = Several(toolbox)
        self._corpus = corpus
        self._topics = TopicReader(toolbox.library)
        self._phrases = Phrases(toolbox.library)
        self._contrasts = Contrasts(toolbox)
        self._following = Following(search)
        self._learn_names(_imported_titles(toolbox))

    def plan(self, turns: Sequence[str]) -> Say | tuple[Call, ...]:
        """What to do about the last of the person's messages, given those before it."""
        read = self._read_once(turns)
        return self._quizzing().left(read.moves, read.utterance, read.left) if read.left else read.moves

    def state(self, turns: Sequence[str]) -> State:
        """Where the conversation stands after its last message."""
        return self._read_once(turns).state

    def way_back(self, turns: Sequence[str]) -> Quizzed | None:
        """The word that a quiz waits, where the last message asks something else in the middle of one."""
        read = self._read_once(turns)
        return self._quizzing().way_back(read.utterance, read.left) if read.left else None

    def _read_once(self, turns: Sequence[str]) -> _Read:
        titles = _imported_titles(self._toolbox)
        if titles != self._imported:  # documents were imported or removed since the last turn
            self._learn_names(titles)
        return self._reading(tuple(turns))

    def _read(self, turns: Sequence[str]) -> _Read:
        state = State()
        left, quizzing, left_open = None, self._quizzing(), ""
        for at, turn in enumerate(turns):
            asked = state.asked if state.asked in self._corpus.vocabulary.facts else None
            if _WHAT_IF.match(turn) and self._topics.has_bill(state.facts):
                asked = None  # another case of what was worked out, and no figure that the source lost
            if left_open and _HOW_LONG.fullmatch(turn):  # 住院每天500, then 20天
                turn = f"{left_open},{turn}"
            elif left_open and _ALL_OF_THEM.fullmatch(turn):
                turn = f"{left_open},一共报多少"
            utterance = self._with_premium(self._reader.read(turn, asked, state.bill), state)
            left_open = turn if utterance.lacks_time or utterance.are_several else ""
            quizzed = quizzing.turn(at, turn, utterance, state)
            left = None if quizzed else state.running_round
            move, state = quizzed or self._turn(utterance, state.out_of_quiz())
        moves = move if isinstance(move, Say) else self._look_ups.with_parts(utterance, state, move)
        return _Read(moves, state, utterance, left)

    def _quizzing(self) -> quiz.Quizzing:
        return quiz.Quizzing(self._toolbox, self._scopes, self._phrases)

    def is_quizzing(self, turns: Sequence[str]) -> bool:
        """Whether the last message is one for the quiz of the conversation."""
        moves = self.plan(turns)
        if isinstance(moves, Say):
            return moves.is_on_quiz
        return moves[0].tool == quiz.TOOL

    def _learn_names(self, imported: dict[str, str]) -> None:
        """Know the names and places of the corpus, and of the imported documents by their titles."""
        policies = self._corpus.policies.values()
        self._reader = SentenceReader(self._corpus.vocabulary, Lexicon(self._corpus.vocabulary, policies, imported))
        parts = PartReader(self._reader, self._topics)
        self._scopes = Scopes(policies, imported, self._corpus.vocabulary.schemes)
        self._look_ups = LookUps(self._toolbox, self._topics, parts, self._scopes, self._following, imported)
        self._imported = imported
        self._reading = lru_cache(_KEPT)(self._read)  # one reply asks several times what its conversation says

    def _turn(self, utterance: Utterance, state: State) -> tuple[Move, State]:
        is_doubted = self._topics.doubts(utterance, state)
        state = replace(state, is_doubted=is_doubted)
        goes_on = is_doubted or self._topics.goes_on(utterance, state)
        if not goes_on and (
            said := small_talk(utterance, state, self._phrases, has_bill=self._topics.has_bill(utterance.facts))
        ):
            return said, state
        scope = self._scopes.of(utterance, state.documents, utterance.schemes or state.schemes)
        topic, before = self._topics.of(utterance, state), state.topic
        if topic in ("estimate", "compare") and self._is_known_question(utterance, state, scope):
            topic = "fact"
        if topic == "estimate" and asks_what_it_cost(utterance.text):  # 报了1260,总费用多少
            topic = "fact"
        is_of_rates = topic == "compare" and self._topics.contrasts(utterance, state)
        is_varied = topic == "compare" and "difference" in utterance.intents and not utterance.compared
        if is_varied and state.policy not in (None, *scope.documents):
            scope = replace(scope, documents=(str(state.policy), *scope.documents))  # 换成岳池差多少
        elif topic == "compare" and POLICY in state.varied and utterance.says_nothing_new:
            scope = replace(scope, documents=state.varied[POLICY])  # 换成岳池呢, then 差多少
        state = state.told(utterance, self._binding(scope, state, utterance))
        about = scope.documents or (tuple(scope.mentioned) if topic in SEARCHED else ())
        state = replace(state, topic=topic, documents=about or state.documents)
        if scope.documents and (utterance.places or utterance.policies):
            state = replace(state, insured_where_treated=scope.insured_where_treated)
        if scope.care_elsewhere and "care_place" not in utterance.facts:
            state = replace(state, facts={**state.facts, "care_place": "外地"})
        if topic not in SEARCHED and not self._can_compute(state):
            is_of_sum = "报" in utterance.text or self._topics.has_bill(state.facts)
            topic = topic if is_of_sum and not utterance.problem else "fact"
            goes_on = bool(state.thread) and not names_place(utterance)  # 说错了,是九千
            thread = f"{state.thread} {utterance.text}" if goes_on else utterance.text
            state = replace(state, topic=topic, thread=thread if topic not in SEARCHED else state.thread)
        if utterance.problem and topic not in SEARCHED:
            fact, message = utterance.problem
            return Say("clarify", message, missing=(fact,)), replace(state, asked=fact)
        refused = None if about and scope.uncovered else self._out_of_scope(utterance, scope)
        if refused:
            return refused, state
        if topic in SEARCHED:
            return self._look_ups.look_up(utterance, state, before)
        if is_of_rates:
            return self._contrast(utterance, state)
        return self._compute(utterance, self._with_named_care(utterance, self._with_own_share(utterance, state)), scope)

    def _can_compute(self, state: State) -> bool:
        """Whether what a conversation is about may be worked out: its document, where there is just one, has sums."""
        return state.policy is None or state.policy in self._toolbox.library.books

    def _is_known_question(self, utterance: Utterance, state: State, scope: Scope) -> bool:
        """Whether a message that would be worked out asks what a clause is known to be asked (用我的卡能给老婆交吗).

        No clause is asked for what its own rule works out.
        """
        has_bill = self._topics.has_bill({**state.facts, **utterance.facts})
        is_sum = "estimate" in utterance.intents
        if state.asked:
            return False
        is_worked_out = has_bill and (is_sum or "eligibility" not in utterance.intents)
        enough = _SAME if is_worked_out else _NEARLY_SAME if is_sum else SURE
        library = self._toolbox.library
        within = scope.documents or state.documents or library.general
        books = [library.books[one] for one in within if one in library.books]
        computing = {(book.policy.id, one.clause.id) for book in books for one in book.by_care.values()}
        return library.asked.is_known(utterance.text, within, alike=enough, beside=computing)

    def _speaks_of_scheme(self, utterance: Utterance, scope: Scope) -> bool:
        """Whether a document of another scheme is known to be asked about the one named (我妈有社保,要带她的证吗)."""
        naming = (str(scope.wrong_scheme), *self._corpus.vocabulary.schemes.get(str(scope.wrong_scheme), ()))
        return self._toolbox.library.asked.is_known(utterance.text, scope.documents, naming)

    def _with_named_care(self, utterance: Utterance, state: State) -> State:
        """The state with the one kind of care that bears the name of the insurance spoken of (大病保险自付8000)."""
        book = self._toolbox.library.books.get(state.policy or "")
        if book is None or "care" in state.facts:
            return state
        named = (*utterance.schemes, *utterance.terms)
        cares = [care for care in book.by_care if any(care.startswith(name) for name in named)]
        return replace(state, facts={**state.facts, "care": cares[0]}) if len(cares) == 1 else state

    def _with_premium(self, utterance: Utterance, state: State) -> Utterance:
        """What was said with what the premiums named tell of it: the choices they are paid for, or a document.

        A document that names no place is known by its premium alone (48元的职工大病).
        """
        if not utterance.premiums:
            return utterance
        within = self._scopes.of(utterance, state.documents, utterance.schemes or state.schemes).documents
        policies = [self._corpus.policies[one] for one in within if one in self._corpus.policies]
        if not within:
            unplaced = [one for one in self._corpus.policies.values() if not one.place]
            known = [one.id for one in unplaced if own_premiums([one], utterance.premiums[0])]
            return replace(utterance, policies=tuple(known)) if len(known) == 1 else utterance
        rows = [own_premiums(policies, paid) for paid in utterance.premiums]
        if any(len(one) != 1 for one in rows):
            return utterance
        told = premium_choices(when for one in rows for when in one)
        compared = {fact: values for fact, values in told.items() if len(values) > 1}
        facts = {fact: values[0] for fact, values in told.items() if len(values) == 1}
        return replace(utterance, facts={**facts, **utterance.facts}, compared=utterance.compared or compared)

    def _with_own_share(self, utterance: Utterance, state: State) -> State:
        """The state with what was borne and paid as the one policy spoken of counts it."""
        book = self._toolbox.library.books.get(state.policy or "")
        return state if book is None else with_own_share(utterance, state, book)

    def _binding(self, scope: Scope, state: State, utterance: Utterance) -> str | None:
        """The one document that can decide what the person gets, where there is just one."""
        books = self._toolbox.library.books
        deciding = [one for one in scope.documents if one in books]
        if len(deciding) == 1 or len(scope.documents) == 1:
            return (deciding or list(scope.documents))[0]
        told = {**state.facts, **utterance.facts}
        fitting = [one for one in deciding if self._suits(books[one], told)]
        return fitting[0] if len(fitting) == 1 else None

    def _suits(self, book: Book, facts: Mapping[str, object]) -> bool:
        """Whether a policy computes this kind of care and turns on the facts that only some policies know."""
        care = facts.get("care")
        if facts.get("insured") in _CHILDREN and "职工" in book.policy.scheme:
            return False
        suited = [one for name, one in book.by_care.items() if care in (None, name)]
        known = {fact for one in suited for fact in (*one.domain, *one.bills)}
        return bool(suited) and all(fact in known for fact in _TELLING if fact in facts)

    # -- where -------------------------------------------------------------------------------------------------------

    def _out_of_scope(self, utterance: Utterance, scope: Scope) -> Say | None:
        if scope.uncovered:
            return self._phrases.not_covered(scope.uncovered, scope.mentioned)
        if scope.wrong_scheme and not self._speaks_of_scheme(utterance, scope):
            return self._phrases.wrong_scheme(scope.wrong_scheme, scope.documents)
        return None

    def _ask_policy(self, state: State) -> tuple[Say, State]:
        books = self._toolbox.library.books
        known = [one for one in state.documents if one in books] or list(books)
        choices = [one for one in known if self._scopes.fits(one, state.schemes)] or known
        choices = list(self._scopes.nearest(choices, state.schemes))
        suited = [one for one in choices if self._suits(books[one], state.facts)]
        return self._phrases.which_policy(suited or choices), replace(state, asked=POLICY)

    # -- doing it ----------------------------------------------------------------------------------------------------

    def _compute(self, utterance: Utterance, state: State, scope: Scope) -> tuple[Move, State]:
        books = self._toolbox.library.books
        places = [one for one in scope.documents if one in books]
        if len(places) > 1 and state.topic == "compare" and not utterance.compared:
            if state.bills:
                return Say("clarify", _ONE_TO_COMPARE, missing=("cost",)), replace(state, asked="cost", bills=())
            places = sorted(places, key=lambda one: self._scopes.spoken_at(one, utterance))
            call = Call("compare_policies", {"policies": places, "facts": plain_facts(state.facts)})
            return call, _after(state, self._toolbox.compare_policies(places, state.facts))
        if state.policy is None:
            return self._ask_policy(state)
        arguments: dict[str, Any] = {"policy": state.policy, "facts": plain_facts(state.facts)} | _told_bills(state)
        if state.compared:
            (fact, values), *more = state.compared.items()
            also = {name: list(choices) for name, choices in more}
            arguments |= {"fact": fact, "values": list(values)} | ({"also": also} if also else {})
            return Call("compare", arguments), _after(state, self._several.compare(**arguments))
        if state.bills:
            found = self._several.estimate(**arguments)
            return Call("estimate_bills", arguments), _after(self._asking_of_some(state, arguments, found), found)
        return Call("estimate", arguments), _after(state, self._toolbox.estimate(state.policy, state.facts))

    def _asking_of_some(self, state: State, arguments: Mapping[str, Any], found: object) -> State:
        """The state with its bills ready for an answer: it takes the place of what some of them said themselves."""
        if not isinstance(found, Needed):
            return state
        fact = found.facts[0]
        lacking = self._several.lacking(state.policy or "", state.facts, arguments["bills"], fact)
        left = [{name: one.facts[name] for name in one.facts if name != fact} for one in state.bills]
        bills = (replace(one, facts=left[at]) if at in lacking else one for at, one in enumerate(state.bills))
        return replace(state, bills=tuple(bills))

    def _contrast(self, utterance: Utterance, state: State) -> tuple[Move, State]:
        """Rates held side by side where no bill is told; else what each document says to the question."""
        books = self._toolbox.library.books
        groups = [[one for one in group if one in books] for group in self._scopes.by_place(state.documents, utterance)]
        arguments: dict[str, Any] = {"facts": plain_facts(state.facts), "about": utterance.text}
        if len(state.compared) == 1 and state.policy in books:
            ((fact, values),) = state.compared.items()
            arguments |= {"policies": [state.policy], "fact": fact, "values": list(values)}
        elif len(groups) > 1 and names_rate(utterance.text) and all(len(group) == 1 for group in groups):
            arguments["policies"] = [one for group in groups for one in group]
        if "policies" in arguments:
            found = self._contrasts.between(**arguments)
            if isinstance(found, Searched) and found.lead:
                return Call("compare_rates", arguments), state
        return self._look_ups.look_up(utterance, replace(state, topic="fact"), None)


def _told_bills(state: State) -> dict[str, Any]:
    """The bills of a conversation as arguments of a tool, under the name that their sum has; none for one bill."""
    if not state.bills:
        return {}
    fact = next(one for one in BILLS if one in state.facts)
    own = [{fact if name in BILLS else name: str(value) for name, value in one.facts.items()} for one in state.bills]
    return {"bills": own, "whose": [one.whose for one in state.bills]}


def _after(state: State, outcome: object) -> State:
    """The state once the outcome is known: what will have been asked."""
    if isinstance(outcome, Needed):
        return replace(state, asked=outcome.facts[0])
    if isinstance(outcome, Refused):
        return replace(state.without(outcome.fact), asked=outcome.fact)
    return replace(state, asked=outcome.supply_fact) if isinstance(outcome, Computed) else state


def _imported_titles(toolbox: Toolbox) -> dict[str, str]:
    return {one.id: one.title for one in toolbox.library.imported.values()}
