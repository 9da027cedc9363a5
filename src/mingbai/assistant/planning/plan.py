"""What to do in one turn: call a tool, ask, decline or chat. Read from the whole conversation, never remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache, partial

from mingbai.assistant.conversation.at_home import at_home, without_hospital_left
from mingbai.assistant.conversation.care_told import with_care_before
from mingbai.assistant.conversation.left_open import gone_on, left_open, varies
from mingbai.assistant.conversation.one_after_another import asks_of_all, with_one_after_another
from mingbai.assistant.conversation.one_more_illness import adds_illness, with_one_more_illness
from mingbai.assistant.conversation.one_of_several import with_one_put_right
from mingbai.assistant.conversation.quota_left import asks_what_is_usable, loses_what_was_left
from mingbai.assistant.conversation.state import POLICY, SEARCHED, State, Topic
from mingbai.assistant.conversation.what_if import asks_what_if
from mingbai.assistant.finding.following import Following
from mingbai.assistant.finding.search import ClauseSearch
from mingbai.assistant.leads.backward import asks_what_it_cost
from mingbai.assistant.leads.band import band_lead, tells_sum_in_band, with_band_before
from mingbai.assistant.matching.asked import SURE
from mingbai.assistant.moves import Call, Move, Say
from mingbai.assistant.openings.confirming import confirmed
from mingbai.assistant.openings.statement_parts import asks_if_again
from mingbai.assistant.outcome import Quizzed, Searched
from mingbai.assistant.planning import quiz_turns as quiz
from mingbai.assistant.planning.about.after_sum import asks_part_of_sum, holds_beside
from mingbai.assistant.planning.about.going_on import doubts, goes_on
from mingbai.assistant.planning.about.named import names_place
from mingbai.assistant.planning.about.rates import contrasts
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.planning.about.topics import TopicReader
from mingbai.assistant.planning.asides import Aside, Asides
from mingbai.assistant.planning.instead_of_asking import InsteadOfAsking, place_signs
from mingbai.assistant.planning.look_ups.answer_shown import AnswerShown
from mingbai.assistant.planning.look_ups.clause_calls import ClauseCalls
from mingbai.assistant.planning.look_ups.fragments import Fragments
from mingbai.assistant.planning.look_ups.looking_up import LookUps
from mingbai.assistant.planning.look_ups.premiums_shown import PremiumsShown
from mingbai.assistant.planning.part_look_ups import PartLookUps
from mingbai.assistant.planning.parts.reading import PartReader
from mingbai.assistant.planning.persons import asks_of_another, passed_on
from mingbai.assistant.planning.small_talk import asks_of_insurance, is_urgent, small_talk
from mingbai.assistant.planning.two_told import OF_TWO, as_difference, with_care_varied
from mingbai.assistant.planning.working_out import WorkingOut
from mingbai.assistant.quizzing.round import Round
from mingbai.assistant.sums.cap_left import with_what_was_paid
from mingbai.assistant.sums.estimates import Estimates
from mingbai.assistant.sums.why_apart import asks_why_apart
from mingbai.assistant.toolbox import Toolbox
from mingbai.assistant.which_policy.basic_scheme import without_basic
from mingbai.assistant.which_policy.deciding import Deciding
from mingbai.assistant.which_policy.figures_stated import own_figures
from mingbai.assistant.which_policy.premiums_named import with_premiums
from mingbai.assistant.which_policy.scheme_beside import names_beside
from mingbai.assistant.which_policy.scope import Scope, Scopes, schemes_told_apart
from mingbai.assistant.which_policy.whose_words import WhoseWords
from mingbai.assistant.words import Phrases
from mingbai.corpus.models import Deductible
from mingbai.language.bills.sums import BILLS
from mingbai.language.figures.claimed import claimed
from mingbai.language.lexicon import Lexicon
from mingbai.language.notes import COST, FactValue
from mingbai.language.utterance import SentenceReader, Utterance

_KEPT = 8
_NEARLY_SAME = 0.72  # a question for a sum has to be this like one that a clause is known to be asked
_SAME = 0.9  # and one with a bill this like: the sum then belongs to the question (超过四十万谁管)
_OWN_SCHEME = "basic_scheme"
_OTHERWISE = ("eligibility", "documents", "procedure")
_SHARES = frozenset({"own_share", "excess", "basic_paid", "deductible_met"})


@dataclass(frozen=True)
class _Read:
    """A conversation, read: what to do, where it stands, its last message, the round of a quiz left by that.

    `alarm` is what has to be said before anything else, where somebody is in danger.
    """

    moves: Say | tuple[Call, ...]
    state: State
    utterance: Utterance
    left: Round | None
    alarm: Say | None = None


class Planner:
    """Reads a conversation and plans the answer to its last message."""

    def __init__(self, toolbox: Toolbox, search: ClauseSearch) -> None:
        corpus = toolbox.library.corpus
        self._toolbox = toolbox
        self._corpus = corpus
        self._bills = SettledBills(toolbox.library)
        self._topics = TopicReader(toolbox.library, self._bills)
        self._whose = WhoseWords(toolbox.library)
        self._phrases = Phrases(toolbox.library)
        self._following = Following(search)
        self._estimates = Estimates(toolbox)
        self._learn_names(_imported_titles(toolbox))

    def plan(self, turns: Sequence[str]) -> Say | tuple[Call, ...]:
        """What to do about the last of the person's messages, given those before it."""
        read = self._read_once(turns)
        return self._quizzing().left(read.moves, read.utterance, read.left) if read.left else read.moves

    def alarm(self, turns: Sequence[str]) -> Say | None:
        """What has to be said before the answer to the last message, where somebody is in danger."""
        return self._read_once(turns).alarm

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
        left, quizzing, before = None, self._quizzing(), ""
        told: Mapping[str, FactValue] = {}
        beside: tuple[Aside, ...] = ()
        for at, turn in enumerate(turns):
            turn, beside = self._asides.taken_out(gone_on(before, turn), state)
            utterance = with_one_put_right(self._heard(turn, state, told), state)
            told = utterance.facts if any(isinstance(one, Decimal) for one in utterance.facts.values()) else told
            before = left_open(turn, utterance)
            quizzed = quizzing.turn(at, turn, utterance, state)
            left = None if quizzed else state.running_round
            shown = state.looked_up
            move, state = (
                quizzed
                or self._confirming(turn, state.out_of_quiz(), told)
                or self._answer_shown.of_answer(utterance, state.out_of_quiz())
                or self._turn(utterance, state.out_of_quiz())
            )
            if state.looked_up != shown:
                state = replace(state, looked_before=shown)
        alarm = self._phrases.fixed("emergency") if self._is_urgent(utterance) else None
        if isinstance(move, Say):
            return _Read(alarm or move, state, utterance, left, alarm)
        return _Read(self._part_look_ups.with_parts(utterance, state, move, beside), state, utterance, left, alarm)

    def _said(self, read: Callable[[str], Utterance], state: State) -> Utterance:
        """What a message says, read with the kind of bill that a bare sum is.

        It is that spoken of so far, unless the message names another policy that settles none of it (岳池的9000呢).
        """
        said = read(state.bill)
        plain = said if state.bill == COST or state.bill not in said.facts else read(COST)
        if plain is said or state.bill in plain.facts:
            return said
        scope = self._scopes.of(plain, state.documents, plain.schemes or state.schemes)
        policy = self._deciding.among(scope, state, plain)
        named = (policy,) if policy else scope.documents
        meant = [book for one, book in self._toolbox.library.books.items() if one in named]
        settled = {bill for book in meant for one in book.by_care.values() for bill in one.bills}
        return said if state.policy in scope.documents or not meant or state.bill in settled else plain

    def _heard(self, turn: str, state: State, told: Mapping[str, FactValue]) -> Utterance:
        """What a message says after those before it, which `told` facts with an amount last."""
        asked = state.asked if state.asked in self._corpus.vocabulary.facts else None
        if varies(turn) and self._bills.any_of(state.facts):
            asked = None  # another case of what was worked out, and no figure that the source lost
        said = self._said(partial(self._reader.read, turn, asked, told=told), state)
        is_figure = asked in said.facts and self._corpus.vocabulary.facts[str(asked)].kind == "amount"
        is_of_else = not said.intents.isdisjoint(_OTHERWISE)  # 做个一千五的检查要批吗 gives no figure that was lost
        if is_figure and is_of_else:
            said = self._said(partial(self._reader.read, turn, None, told=told), state)
        said = self._without_figures_of_rule(said, turn, state, told)
        return with_one_more_illness(self._with_premiums(said, state), state)

    def _without_figures_of_rule(
        self, said: Utterance, turn: str, state: State, told: Mapping[str, FactValue]
    ) -> Utterance:
        """What is said, read once more where one of several sums may be the rule's own (自负5000以上, 剩了21000)."""
        if not said.are_several:
            return said
        scope = self._scopes.of(said, state.documents, said.schemes or state.schemes)
        policy = self._corpus.policies.get(self._deciding.among(scope, state, said) or state.policy or "")
        if policy is None:
            return said
        again = self._said(partial(self._reader.read, turn, None, told=told, of_rule=own_figures(policy)), state)
        return said if again.problem else again

    def _confirming(self, turn: str, state: State, told: Mapping[str, FactValue]) -> tuple[Call, State] | None:
        """The search for the figure that a message wants confirmed, where what is found says if it is right."""
        claim = claimed(turn)
        if claim is None:
            return None
        move, after = self._turn(self._heard(claim.question, state, told), state)
        if not isinstance(move, Call) or move.tool != "search_clauses":
            return None
        found = self._following.find(move.arguments)
        if not isinstance(found, Searched) or confirmed(found, turn, self._corpus.policies) is None:
            return None
        return replace(move, arguments={**move.arguments, "claim": turn}), after

    def _is_urgent(self, utterance: Utterance) -> bool:
        return is_urgent(utterance, has_bill=self._bills.any_of(utterance.facts))

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
        self._asides = Asides(self._reader, self._bills)
        parts = PartReader(self._reader, self._topics, self._bills, self._corpus.vocabulary)
        apart = schemes_told_apart(self._toolbox.library.books)
        within = {name: one.places for name, one in self._corpus.vocabulary.provinces.items()}
        self._scopes = Scopes(policies, imported, self._corpus.vocabulary.schemes, apart, within)
        calls = ClauseCalls(imported)
        self._premiums_shown = PremiumsShown(self._corpus, self._following, self._bills)
        self._answer_shown = AnswerShown(self._following, calls, self._premiums_shown)
        self._look_ups = LookUps(
            self._toolbox.library, self._bills, self._following, calls, self._premiums_shown, self._answer_shown
        )
        names = (name for one in policies for name in (one.title, *one.also_called))
        words = (word for scheme, others in self._corpus.vocabulary.schemes.items() for word in (scheme, *others))
        signs = place_signs(imported, (*names, *words))
        self._fragments = Fragments(self._following, calls)
        self._instead = InsteadOfAsking(self._look_ups, self._following, self._bills, signs)
        self._part_look_ups = PartLookUps(self._toolbox, self._bills, parts, self._scopes, self._following, calls)
        self._deciding = Deciding(self._toolbox.library.books, self._scopes, self._phrases, self._corpus.vocabulary)
        self._working_out = WorkingOut(self._toolbox, self._deciding, self._scopes)
        self._imported = imported
        self._reading = lru_cache(_KEPT)(self._read)  # one reply asks several times what its conversation says

    def _turn(self, utterance: Utterance, state: State) -> tuple[Move, State]:
        state = replace(state, is_doubted=doubts(utterance, state))
        utterance = as_difference(utterance, state)
        if said := self._small_talk(utterance, state):
            is_lost = said == self._phrases.not_understood()
            return (self._fragments.of(utterance, state) if is_lost else None) or (said, state)
        left = None if names_place(utterance) else with_what_was_paid(utterance, state, self._toolbox)
        state = left or state
        if state.asked == _OWN_SCHEME and _OWN_SCHEME in utterance.facts:
            utterance = replace(utterance, schemes=())  # it answers what was asked, and names no other document
        utterance = self._scopes.without_set_aside(utterance, state.documents)
        scope = self._scopes.of(utterance, state.documents, utterance.schemes or state.schemes)
        scope = without_basic(utterance, scope, self._corpus.policies, self._toolbox.library.books)
        if scope == Scope() and not state.asked and (meant := self._whose.meant(utterance.text)):
            scope = Scope((meant,))
        if scope.asks and not scope.wrong_scheme:  # what comes next is not of these documents
            return self._look_ups.of_place(scope.asks, scope.documents), replace(state, topic="fact", asked=None)
        utterance = with_care_before(_beside_home(at_home(utterance, state), scope), state, self._corpus.vocabulary)
        utterance = self._with_band(utterance, state, scope)
        topic, before, earlier = "fact" if left else self._topic(utterance, state, scope), state.topic, state
        is_of_rates = topic == "compare" and contrasts(utterance, state, self._bills)
        if topic == "compare":
            scope = _compared_with(scope, utterance, state, self._deciding.among(scope, state, utterance))
        about = scope.documents or (tuple(scope.mentioned) if topic in SEARCHED else ())
        passed = passed_on(state, utterance, topic)
        passed = without_hospital_left(passed, utterance, is_elsewhere=bool(scope.care_elsewhere))
        state = self._told(utterance, passed, scope)
        state = with_one_after_another(earlier, utterance, state)
        state = self._without_sums(utterance, replace(state, topic=topic, documents=about or state.documents))
        state = state.hearing(utterance, earlier)
        refused = None if about and scope.uncovered else self._out_of_scope(utterance, scope)
        if refused:
            return refused, state
        if utterance.problem and (carried := self._working_out.carried_over(utterance, state)):
            return self._working_out.of_sum(utterance, carried, scope)
        if utterance.problem and state.topic not in SEARCHED:
            fact, message = utterance.problem
            return Say("clarify", message, missing=(fact,)), replace(state, asked=fact)
        if state.topic in SEARCHED:
            return self._look_ups.look_up(utterance, state, before)
        if is_of_rates:
            rates = self._working_out.of_rates(utterance, state)
            return (rates, state) if rates else self._look_ups.look_up(utterance, replace(state, topic="fact"), None)
        worked_out = self._working_out.of_sum(utterance, state, scope)
        is_open = not earlier.asked and worked_out[1].asked and not self._estimates.is_worked_out(worked_out[0])
        if is_open and (told := self._instead.of(utterance, state, before)):
            return told
        return self._estimates.holding(*worked_out)

    def _small_talk(self, utterance: Utterance, state: State) -> Say | None:
        """What is said to a message that goes on with nothing and asks nothing."""
        is_of_known = bool(state.documents or utterance.places or utterance.policies)  # no clause of just anywhere
        if is_of_known and self._is_urgent(utterance) and asks_of_insurance(utterance):
            return None  # the answer stands behind the alarm
        if state.is_doubted or asks_of_another(state, utterance) or goes_on(utterance, state, self._bills):
            return None
        if loses_what_was_left(utterance, state) or asks_of_all(utterance, state):
            return None
        if asks_part_of_sum(utterance, state, self._bills) or self._premiums_shown.household_told(utterance, state):
            return None
        said = small_talk(utterance, state, self._phrases, has_bill=self._bills.any_of(utterance.facts))
        is_of_shown = said == self._phrases.not_understood() and self._answer_shown.tells_of(utterance, state)
        return None if is_of_shown else said

    def _topic(self, utterance: Utterance, state: State, scope: Scope) -> Topic:
        """What a message is about; a sum that a clause is known to be asked for is looked up."""
        if asks_of_all(utterance, state):
            return "estimate"
        if utterance.intents == OF_TWO and (state.varied or asks_why_apart(utterance, state)):
            return "compare"
        if asks_what_if(utterance, state, self._toolbox.library.books.get(state.policy or "")):
            return "estimate"
        policy = self._deciding.among(scope, state, utterance) or state.policy
        if (book := self._toolbox.library.books.get(policy or "")) and asks_what_is_usable(utterance, book):
            return "estimate"
        if self._premiums_shown.household_told(utterance, state):
            return "fact"
        if adds_illness(utterance, state):
            return "estimate"
        if asks_if_again(utterance.text) and self._deducts_by_year(state):
            return "estimate"
        topic = (asks_of_another(state, utterance) and state.topic) or self._topics.of(utterance, state)
        if topic in ("estimate", "compare") and self._is_known_question(utterance, state, scope):
            return "fact"
        if topic in ("estimate", "compare") and self._names_band(utterance, state, scope):
            return "fact"
        if topic == "estimate" and asks_what_it_cost(utterance.text):  # 报了1260,总费用多少
            return "fact"
        return topic

    def _deducts_by_year(self, state: State) -> bool:
        """Whether the care of the last sum has a deductible of the whole year and not of each stay."""
        book = self._toolbox.library.books.get(state.policy or "")
        worked_out = book.by_care.get(str(state.facts.get("care"))) if book and state.topic == "estimate" else None
        steps = worked_out.rule.steps if worked_out and self._bills.any_of(state.facts) else ()
        return any(isinstance(one, Deductible) and one.per == "year" for one in steps)

    def _with_band(self, utterance: Utterance, state: State, scope: Scope) -> Utterance:
        """A message with the band named before it, where it goes on with that; a sum in one band is no bill."""
        text = with_band_before(state.question or "", utterance.text)
        joined = replace(utterance, text=text)
        if not tells_sum_in_band(text) or not self._names_band(joined, state, scope):
            return utterance
        facts = {name: value for name, value in utterance.facts.items() if name not in BILLS}
        return replace(joined, facts=facts, bills=(), problem=None)

    def _names_band(self, utterance: Utterance, state: State, scope: Scope) -> bool:
        """Whether a message asks for the ratio of a band of a scale (8万以上那段报几成), and tells no bill of it."""
        books = self._toolbox.library.books
        about = (one for one in scope.documents or state.documents if one in books)
        return any(band_lead(books[one], utterance.text) for one in about)

    def _told(self, utterance: Utterance, state: State, scope: Scope) -> State:
        """The state after what a message says of the case, and of where the care was."""
        before = state
        policy = self._deciding.among(scope, state, utterance)
        if policy is None and scope.documents and state.policy not in scope.documents and not scope.wrong_scheme:
            state = state.left()  # 那北京呢: of its policies none is known to be meant
        state = state.told(utterance, policy)
        if scope.documents and (utterance.places or utterance.policies):
            state = replace(state, insured_where_treated=scope.insured_where_treated)
        if scope.care_elsewhere and "care_place" not in utterance.facts:
            state = with_care_varied(state.with_care("外地"), before, utterance)
        return state

    def _without_sums(self, utterance: Utterance, state: State) -> State:
        """The state where the one document spoken of has no sums: a rule is meant, or the sum is part of a thread."""
        if state.topic in SEARCHED or state.policy is None or state.policy in self._toolbox.library.books:
            return state
        is_of_sum = "报" in utterance.text or self._bills.any_of(state.facts)
        if not is_of_sum or utterance.problem:
            return replace(state, topic="fact")
        goes_on = bool(state.thread) and not names_place(utterance)  # 说错了,是九千
        return replace(state, thread=f"{state.thread} {utterance.text}" if goes_on else utterance.text)

    def _is_known_question(self, utterance: Utterance, state: State, scope: Scope) -> bool:
        """Whether a message that would be worked out asks what a clause is known to be asked (用我的卡能给老婆交吗).

        No clause is asked for what its own rule works out.
        """
        has_bill = self._bills.any_of({**state.facts, **utterance.facts})
        is_sum = "estimate" in utterance.intents
        if state.asked:
            return False
        tells_share = not _SHARES.isdisjoint(utterance.facts)  # a sum that only a bill of one's own has
        is_worked_out = has_bill and (is_sum or tells_share or "eligibility" not in utterance.intents)
        enough = _SAME if is_worked_out else _NEARLY_SAME if is_sum else SURE
        library = self._toolbox.library
        within = scope.documents or state.documents or library.general
        return library.asked.is_known(utterance.text, within, alike=enough, beside=library.worked_out)

    def _speaks_of_scheme(self, utterance: Utterance, scope: Scope) -> bool:
        """Whether a document of another scheme is known to be asked about the one named (我妈有社保,要带她的证吗)."""
        naming = (str(scope.wrong_scheme), *self._corpus.vocabulary.schemes.get(str(scope.wrong_scheme), ()))
        own = [self._corpus.policies[one] for one in scope.documents if one in self._corpus.policies]
        texts = (clause.text for one in own for clause in one.clauses)
        places = (*utterance.spoken.values(), *(name for one in own for name in (*one.place, *one.also_called)))
        if "compare" not in utterance.intents and names_beside(utterance.text, naming, places, texts):
            return True
        return self._toolbox.library.asked.is_known(utterance.text, scope.documents, naming)

    def _with_premiums(self, utterance: Utterance, state: State) -> Utterance:
        """What was said, with what the figures tell by which it names an insurance."""
        schemes = utterance.schemes or state.schemes
        scope = self._scopes.of(utterance, state.documents, schemes)
        documents = scope.documents or ((state.policy,) if state.policy else ())
        return with_premiums(utterance, documents, self._corpus.policies, schemes, state.premiums)

    def _out_of_scope(self, utterance: Utterance, scope: Scope) -> Say | None:
        if scope.uncovered:
            return self._phrases.not_covered(scope.uncovered, scope.mentioned)
        if scope.wrong_scheme and not self._speaks_of_scheme(utterance, scope):
            return self._phrases.wrong_scheme(scope.wrong_scheme, scope.documents)
        return None


def _beside_home(utterance: Utterance, scope: Scope) -> Utterance:
    """An utterance with care elsewhere and at home compared, where it asks how much less the one is (比本地少多少)."""
    is_both = scope.care_elsewhere and utterance.facts.get("care_place") == "本地" and not utterance.compared
    if not is_both or "difference" not in utterance.intents:
        return utterance
    facts = {name: value for name, value in utterance.facts.items() if name != "care_place"}
    return replace(utterance, facts=facts, compared={"care_place": ("外地", "本地")})


def _compared_with(scope: Scope, utterance: Utterance, state: State, decided: str | None) -> Scope:
    """The documents of a comparison, with the one spoken of before where only the place changes.

    Of several that a place has it is the one `decided` on (跟北京的孩子比呢).
    """
    is_varied = holds_beside(utterance) and not utterance.compared
    if is_varied and state.policy not in (None, *scope.documents):
        named = (decided,) if decided else scope.documents
        return replace(scope, documents=(str(state.policy), *named))  # 换成岳池差多少
    if POLICY in state.varied and utterance.says_nothing_new:
        return replace(scope, documents=state.varied[POLICY])  # 换成岳池呢, then 差多少
    return scope


def _imported_titles(toolbox: Toolbox) -> dict[str, str]:
    return {one.id: one.title for one in toolbox.library.imported.values()}
