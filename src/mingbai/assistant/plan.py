"""What to do in one turn: call a tool, ask, decline or chat. Read from the whole conversation, never remembered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from mingbai.assistant.asked import SURE
from mingbai.assistant.contrasting import Contrasts, names_rate
from mingbai.assistant.conversation import POLICY, State, Topic
from mingbai.assistant.following import Following
from mingbai.assistant.grounds import own_premiums
from mingbai.assistant.moves import Call, Move, Say
from mingbai.assistant.outcome import Computed, Needed, Quizzed, Refused, Searched
from mingbai.assistant.parts import Part, PartReader, is_of_claim
from mingbai.assistant.quizzing import turns as quiz
from mingbai.assistant.quizzing.round import Round
from mingbai.assistant.scope import Scope, Scopes
from mingbai.assistant.search import ClauseSearch
from mingbai.assistant.toolbox import Toolbox
from mingbai.assistant.topics import (
    SEARCHED,
    TopicReader,
    is_bare_doubt,
    is_question,
    names_place,
    names_something,
    refers_back,
    varies_case,
)
from mingbai.assistant.words import Phrases
from mingbai.language.figures import FactValue
from mingbai.language.lexicon import Lexicon
from mingbai.language.utterance import SentenceReader, Utterance
from mingbai.rules.book import Book

_TELLING = ("plan", "employment", "own_share", "excess")
_SUM = re.compile("[能给报补赔拿]{1,2}销?(多少|几多|好多)|报多少")
_SPENT_HIMSELF = re.compile(
    "(?:自己|自家|自个儿?|个人|本人|我们?|家里)(?:家|这边)?(?:总共|一共|只|就|才|还|又|再|得|要|今年|里外)*(?:出|掏|贴|垫|搭|拿|花|付|倒贴)"
    "|报(?:完|过|销完|销过|销)(?:了|以?后|之后)*"
)
_ONCE_MORE = re.compile("[再又](?:多|去|要)?(?:花|付|掏|出|加|用)|多(?:花|付|掏|出)|加上")
_INSURANCE = re.compile("医保|报销|[能给]报|报多少")
_CHILDREN = ("儿童", "学生", "新生儿")  # none of them is insured as an employee
_KEPT = 8
_NEARLY_SAME = 0.72  # a question for a sum has to be this like one that a clause is known to be asked
_SAME = 0.9  # and one with a bill this like: the sum then belongs to the question (超过四十万谁管)
_MANY = 3  # so many questions in one message are looked up one by one
_WHAT_IF = re.compile("那?(?:要是|如果|假如|假设|换成|换作)")
_MORE = re.compile("(?<=[一-鿿])[更最]?[多少高低贵]一?[些点]?[??]?$")  # 哪个筹得多, put to one of them
_EARLIER = re.compile("[更最]?[早晚先]")
_COMPARED_WITH = re.compile(
    "哪[个边家]|谁|比较|相比|对比|[比跟和与同]|差[多几][少个成点]*|一样[多吗么]*|区别|不同|更|分别"
)
_HOW_LONG = re.compile(
    "(?:我|大概|大约|差不多)*(?:一共|总共|共|前后)?(?:住|吃|做|透析|用|看)?了?[0-9一二两三四五六七八九十半]+个?半?(?:天|周|星期|月|年|季度)院?[了吧呢啊吗。.!]*"
)
_NOD = re.compile("(?:嗯+|哦+|噢+|喔+|好+的?|行|中|ok|okay|收到|知道了|明白了)[吧啊呀了吗。.!~]*$", re.I)
_FIGURE = re.compile("[0-9]")
_SHORT = 4  # characters of a greeting alone: 在吗, 你好吗


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
        self._corpus = corpus
        self._topics = TopicReader(toolbox.library)
        self._learn_names(_imported_titles(toolbox))
        self._phrases = Phrases(toolbox.library)
        self._contrasts = Contrasts(toolbox)
        self._following = Following(search)

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
            utterance = self._with_premium(self._reader.read(turn, asked, state.bill), state)
            left_open = turn if utterance.lacks_time else ""
            quizzed = quizzing.turn(at, turn, utterance, state)
            left = None if quizzed else state.running_round
            move, state = quizzed or self._turn(utterance, state.out_of_quiz())
        moves = move if isinstance(move, Say) else self._with_parts(utterance, state, move)
        return _Read(moves, state, utterance, left)

    def _with_parts(self, utterance: Utterance, state: State, move: Call) -> tuple[Call, ...]:
        """A move with those for the other parts of the message; many questions of the clauses are each looked up."""
        if move.tool != "search_clauses":
            others = self._other_parts(utterance, state, move)
            return others if self._tells_instead(utterance, state, others) else (move, *others)
        if beside := self._beside(utterance, state):
            return beside
        parts = self._parts.looked_up(utterance.text, has_sum=False) if state.documents else ()
        return tuple(self._look_up_part(one, state) for one in parts) if len(parts) >= _MANY else (move,)

    def _beside(self, utterance: Utterance, state: State) -> tuple[Call, ...]:
        """One search for each place of those whose rules are compared (青海和山东,哪个每人筹的钱多)."""
        if "compare" not in utterance.intents:
            return ()
        groups = self._scopes.by_place(state.documents, utterance)
        query = _COMPARED_WITH.sub(" ", _MORE.sub("多少", _EARLIER.sub("什么时候", utterance.text)))
        calls = [self._search(query, replace(state, documents=one)) for one in groups]
        return tuple(calls) if 1 < len(calls) <= _MANY else ()

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
        self._parts = PartReader(self._reader, self._topics)
        self._scopes = Scopes(policies, imported, self._corpus.vocabulary.schemes)
        self._imported = imported
        self._reading = lru_cache(_KEPT)(self._read)  # one reply asks several times what its conversation says

    def _other_parts(self, utterance: Utterance, state: State, move: Call) -> tuple[Call, ...]:
        """What else a question with several parts asks: beside how much, what to bring, by when, what to pay."""
        if move.tool not in ("estimate", "compare"):
            return ()
        if state.policy not in self._toolbox.library.books:
            return (self._search(utterance.text, state),) if self._speaks_of_care(state) else ()
        if self._is_unwritten(move):  # what does it say then?
            return (self._search(utterance.text, state),)
        is_sum = _SUM.search(utterance.text) is not None
        parts = (
            one for one in self._parts.looked_up(utterance.text, has_sum=True) if is_sum or one.topic == "documents"
        )
        return tuple(self._look_up_part(one, state) for one in parts)

    def _tells_instead(self, utterance: Utterance, state: State, searches: Sequence[Call]) -> bool:
        """Whether a document without sums has the figure asked for (财政给补多少), so that it need not be refused.

        What is paid back of a bill is refused: a target or a ratio somewhere in the document does not tell that.
        """
        if state.policy in (None, *self._toolbox.library.books) or len(searches) != 1 or "报" in utterance.text:
            return False
        found = self._following.find(searches[0].arguments)
        told = (found.lead or found.opening) if isinstance(found, Searched) else None
        return told is not None and _FIGURE.search(told) is not None

    def _speaks_of_care(self, state: State) -> bool:
        """Whether the document spoken of has anything on the kind of care; else no clause of it bears on the sum."""
        document, care = self._corpus.policies.get(state.policy or ""), state.facts.get("care")
        if document is None or care is None:
            return True
        choice = self._corpus.vocabulary.facts["care"].choices[str(care)]
        words = {str(care), *choice.says, str(care).removesuffix("门诊")} - {""}  # 特殊病门诊 is written 特殊病种门诊
        return any(word in clause.text for clause in document.clauses for word in words)

    def _look_up_part(self, part: Part, state: State) -> Call:
        """The search for one part of a message, with the kind of care where that is what it goes on about."""
        is_claim = part.topic == "procedure" and "报" in part.query
        known = ("care", "care_place") if is_claim else ("care",) if part.is_of_care else ()
        about = [str(state.facts[one]) for one in known if one in state.facts]
        return self._search(" ".join((*about, part.query)), replace(state, topic=part.topic))

    def _is_unwritten(self, move: Call) -> bool:
        """Whether the policy gives no sum for the kind of care a call asks about."""
        if move.tool != "estimate":
            return False
        found = self._toolbox.estimate(str(move.arguments["policy"]), move.arguments["facts"])
        return isinstance(found, Refused) and found.fact == "care"

    def _turn(self, utterance: Utterance, state: State) -> tuple[Move, State]:
        is_doubted = self._topics.doubts(utterance, state)
        state = replace(state, is_doubted=is_doubted)
        goes_on = is_doubted or self._topics.goes_on(utterance, state)
        if not goes_on and (small_talk := self._small_talk(utterance, state)):
            return small_talk, state
        scope = self._scopes.of(utterance, state.documents, utterance.schemes or state.schemes)
        topic, before = self._topics.of(utterance, state), state.topic
        if topic in ("estimate", "compare") and self._is_known_question(utterance, state, scope):
            topic = "fact"
        if topic == "compare" and "difference" in utterance.intents and state.policy not in (None, *scope.documents):
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
            topic = "fact" if utterance.problem or not self._topics.has_bill(state.facts) else topic
            state = replace(state, topic=topic)
        if utterance.problem and topic not in SEARCHED:
            fact, message = utterance.problem
            return Say("clarify", message, missing=(fact,)), replace(state, asked=fact)
        refused = None if about and scope.uncovered else self._out_of_scope(utterance, scope)
        if refused:
            return refused, state
        if topic in SEARCHED:
            return self._look_up(utterance, state, before)
        return self._compute(utterance, self._with_named_care(utterance, self._with_own_share(utterance, state)), scope)

    def _can_compute(self, state: State) -> bool:
        """Whether what a conversation is about may be worked out: its document, where there is just one, has sums."""
        return state.policy is None or state.policy in self._toolbox.library.books

    def _is_known_question(self, utterance: Utterance, state: State, scope: Scope) -> bool:
        """Whether a message that would be worked out asks what a clause is known to be asked (用我的卡能给老婆交吗)."""
        has_bill = self._topics.has_bill({**state.facts, **utterance.facts})
        is_sum = "estimate" in utterance.intents
        if state.asked:
            return False
        is_worked_out = has_bill and (is_sum or "eligibility" not in utterance.intents)
        enough = _SAME if is_worked_out else _NEARLY_SAME if is_sum else SURE
        library = self._toolbox.library
        within = scope.documents or state.documents or library.general
        return library.asked.is_known(utterance.text, within, alike=enough)

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
        """What was said with what the premium named tells of it: the choice it is paid for, or a document by itself.

        A document that names no place is known by its premium alone (48元的职工大病).
        """
        paid = utterance.premium
        if paid is None:
            return utterance
        within = self._scopes.of(utterance, state.documents, utterance.schemes or state.schemes).documents
        if not within:
            unplaced = [one for one in self._corpus.policies.values() if not one.place and own_premiums(one, paid)]
            return replace(utterance, policies=(unplaced[0].id,)) if len(unplaced) == 1 else utterance
        found = [when for one in within for when in own_premiums(self._corpus.policies.get(one), paid)]
        if len(found) != 1:
            return utterance
        told = {fact: values[0] for fact, values in found[0].items() if isinstance(values, tuple) and len(values) == 1}
        return replace(utterance, facts={**told, **utterance.facts})

    def _with_own_share(self, utterance: Utterance, state: State) -> State:
        """The state with what somebody spent himself as his own share, where the policy counts nothing else.

        What was spent once more (那再花一千呢) comes to the share told before.
        """
        book = self._toolbox.library.books.get(state.policy or "")
        told, before = state.facts.get("cost"), state.facts.get("own_share")
        is_told_now = isinstance(told, Decimal) and utterance.facts.get("cost") == told
        is_more = is_told_now and isinstance(before, Decimal) and _ONCE_MORE.search(utterance.text)
        is_his_own = before is None and _SPENT_HIMSELF.search(utterance.text)
        if book is None or not (is_more or is_his_own):
            return state
        bills = {one.rule.bill for one in book.by_care.values() if not one.layers}
        facts = {"own_share" if name == "cost" else name: value for name, value in state.facts.items()}
        if isinstance(told, Decimal) and isinstance(before, Decimal):
            facts["own_share"] = before + told
        return replace(state, facts=facts) if "own_share" in bills and "cost" not in bills else state

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

    # -- small talk --------------------------------------------------------------------------------------------------

    def _small_talk(self, utterance: Utterance, state: State) -> Say | None:
        intents = utterance.intents
        if "emergency" in intents and not self._topics.has_bill(utterance.facts):  # with a bill to settle it is over
            return self._phrases.fixed("emergency")
        if "cheat" in intents:
            return self._phrases.fixed("cheat")
        if "other_subject" in intents and not _INSURANCE.search(utterance.text):
            return self._phrases.other_subject()
        if "greeting" in intents and utterance.says_nothing_new and len(utterance.text) <= _SHORT:
            return self._phrases.greeting()
        if not utterance.says_nothing_new or utterance.problem or intents & {"estimate", *SEARCHED, "compare"}:
            return None
        if _NOD.match(utterance.text):
            return None if state.asked else self._phrases.fixed("thanks")
        if intents & {"complaint", "recheck"}:
            return self._phrases.fixed("regret" if state.topic in ("estimate", "compare") else "complaint")
        if "thanks" in intents:
            return self._phrases.fixed("thanks")
        if "greeting" in intents:
            return self._phrases.greeting()
        if state.asked or utterance.other_places or is_question(utterance):
            return None
        return self._phrases.not_understood()

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

    def _look_up(self, utterance: Utterance, state: State, before: Topic | None) -> tuple[Move, State]:
        if not state.documents:
            meaning = self._phrases.meaning(utterance)
            if meaning:
                return meaning, state
        goes_on = before == state.topic and not utterance.intents and self._topics.goes_on(utterance, state)
        if utterance.is_bare_name and state.documents and not goes_on:
            return self._phrases.contents(state.documents), state
        is_case = goes_on and varies_case(utterance)  # another thing takes the place of the one asked about before
        query = f"{state.question} {utterance.text}" if is_case else utterance.text
        if state.is_doubted:
            return self._search(state.question or query, state), state
        is_of_sum = before in ("estimate", "compare") and state.topic == "documents"
        if is_of_sum and not names_something(utterance) and is_of_claim(utterance.text):
            query = f"报销 材料 {query}"  # for what was just worked out, and not for enrolling
        elif state.topic == "documents" and before in SEARCHED and state.question and refers_back(utterance):
            query = f"{state.question} {query}"
        elif utterance.says_nothing_new and state.facts.get("care") and not goes_on:
            query = f"{state.facts['care']} {query}"
        call = self._search(query, state)
        follows = before in SEARCHED and not (goes_on or names_place(utterance))
        state = replace(state, thread=f"{state.thread} {utterance.text}".strip() if follows else utterance.text)
        if follows and state.looked_up:
            joined = self._search(state.thread, state)
            is_bare = refers_back(utterance) or is_bare_doubt(utterance)
            meant = self._following.meant(call.arguments, joined.arguments, state.looked_up, is_bare=is_bare)
            if meant is not call.arguments:
                documents = tuple(meant["policies"]) or state.documents
                return Call(call.tool, meant), replace(state, looked_up=meant, documents=documents)
        state = replace(state, looked_up=call.arguments)
        return call, state if goes_on else replace(state, question=utterance.text)

    def _search(self, query: str, state: State) -> Call:
        documents = list(state.documents)
        if documents:  # what a bureau imported itself may speak of any place
            documents = list(dict.fromkeys((*documents, *self._imported)))
        kind = state.topic if state.topic in SEARCHED else "fact"
        return Call(
            "search_clauses", {"query": query, "kind": kind, "policies": documents, "facts": _plain(state.facts)}
        )

    def _compute(self, utterance: Utterance, state: State, scope: Scope) -> tuple[Move, State]:
        books = self._toolbox.library.books
        places = [one for one in scope.documents if one in books]
        if state.topic == "compare" and self._topics.contrasts(utterance, state):
            return self._contrast(utterance, state)
        if len(places) > 1 and state.topic == "compare" and not utterance.compared:
            places = sorted(places, key=lambda one: self._scopes.spoken_at(one, utterance))
            call = Call("compare_policies", {"policies": places, "facts": _plain(state.facts)})
            return call, _after(state, self._toolbox.compare_policies(places, state.facts))
        if state.policy is None:
            return self._ask_policy(state)
        arguments: dict[str, Any] = {"policy": state.policy, "facts": _plain(state.facts)}
        if state.compared:
            (fact, values), *more = state.compared.items()
            also = {name: list(choices) for name, choices in more}
            compared = self._toolbox.compare(state.policy, state.facts, fact, values, also)
            arguments |= {"fact": fact, "values": list(values)} | ({"also": also} if also else {})
            return Call("compare", arguments), _after(state, compared)
        return Call("estimate", arguments), _after(state, self._toolbox.estimate(state.policy, state.facts))

    def _contrast(self, utterance: Utterance, state: State) -> tuple[Move, State]:
        """Rates held side by side where no bill is told; else what each document says to the question."""
        books = self._toolbox.library.books
        groups = [[one for one in group if one in books] for group in self._scopes.by_place(state.documents, utterance)]
        arguments: dict[str, Any] = {"facts": _plain(state.facts), "about": utterance.text}
        if len(state.compared) == 1 and state.policy in books:
            ((fact, values),) = state.compared.items()
            arguments |= {"policies": [state.policy], "fact": fact, "values": list(values)}
        elif len(groups) > 1 and names_rate(utterance.text) and all(len(group) == 1 for group in groups):
            arguments["policies"] = [one for group in groups for one in group]
        if "policies" in arguments:
            found = self._contrasts.between(**arguments)
            if isinstance(found, Searched) and found.lead:
                return Call("compare_rates", arguments), state
        return self._look_up(utterance, replace(state, topic="fact"), None)


def _after(state: State, outcome: object) -> State:
    """The state once the outcome is known: what will have been asked."""
    if isinstance(outcome, Needed):
        return replace(state, asked=outcome.facts[0])
    if isinstance(outcome, Refused):
        return replace(state.without(outcome.fact), asked=outcome.fact)
    return replace(state, asked=outcome.supply_fact) if isinstance(outcome, Computed) else state


def _plain(facts: Mapping[str, FactValue]) -> dict[str, str]:
    return {name: str(value) for name, value in facts.items()}


def _imported_titles(toolbox: Toolbox) -> dict[str, str]:
    return {one.id: one.title for one in toolbox.library.imported.values()}
