"""What to do in one turn: call a tool, ask, decline or chat. Read from the whole conversation, never remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from mingbai.assistant.conversation.at_home import at_home, without_hospital_left
from mingbai.assistant.conversation.beyond_means import beyond_means
from mingbai.assistant.conversation.care_told import with_care_before
from mingbai.assistant.conversation.left_open import gone_on, left_open
from mingbai.assistant.conversation.one_after_another import asks_of_all, with_one_after_another
from mingbai.assistant.conversation.one_of_several import with_one_put_right
from mingbai.assistant.conversation.quota_left import loses_what_was_left, without_what_was_lost
from mingbai.assistant.conversation.state import SEARCHED, State
from mingbai.assistant.finding.following import Following
from mingbai.assistant.finding.search import ClauseSearch
from mingbai.assistant.moves import Call, Move, Say
from mingbai.assistant.openings.confirming import confirmed
from mingbai.assistant.outcome import Quizzed, Searched
from mingbai.assistant.planning import quiz_turns as quiz
from mingbai.assistant.planning.about.after_sum import asks_part_of_sum
from mingbai.assistant.planning.about.going_on import doubts, goes_on
from mingbai.assistant.planning.about.named import names_place
from mingbai.assistant.planning.about.rates import contrasts
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.planning.about.topics import TopicReader
from mingbai.assistant.planning.case_told import CaseTold, beside_home, compared_with
from mingbai.assistant.planning.hearing import Hearing
from mingbai.assistant.planning.look_ups.answer_shown import AnswerShown
from mingbai.assistant.planning.look_ups.clause_calls import ClauseCalls
from mingbai.assistant.planning.look_ups.fragments import Fragments
from mingbai.assistant.planning.look_ups.instead_of_asking import InsteadOfAsking, place_signs
from mingbai.assistant.planning.look_ups.looking_up import LookUps
from mingbai.assistant.planning.look_ups.part_look_ups import PartLookUps
from mingbai.assistant.planning.look_ups.premiums_shown import PremiumsShown
from mingbai.assistant.planning.out_of_scope import OutOfScope
from mingbai.assistant.planning.parts.asides import Aside, Asides
from mingbai.assistant.planning.parts.reading import PartReader
from mingbai.assistant.planning.persons import asks_of_another, passed_on
from mingbai.assistant.planning.small_talk import asks_of_insurance, is_urgent, small_talk
from mingbai.assistant.planning.turn_topic import TurnTopic
from mingbai.assistant.planning.two_told import as_difference
from mingbai.assistant.planning.working_out import WorkingOut
from mingbai.assistant.quizzing.round import Round
from mingbai.assistant.sums.cap_left import with_what_was_paid
from mingbai.assistant.sums.estimates import Estimates
from mingbai.assistant.sums.figure_named import without_figure_of_sum
from mingbai.assistant.toolbox import Toolbox
from mingbai.assistant.which_policy.basic_scheme import without_basic
from mingbai.assistant.which_policy.deciding import Deciding
from mingbai.assistant.which_policy.places_covered import PlacesCovered
from mingbai.assistant.which_policy.scheme_fit import SchemeFit, schemes_told_apart
from mingbai.assistant.which_policy.schemes_named import SchemesNamed
from mingbai.assistant.which_policy.scope import Scope
from mingbai.assistant.which_policy.scopes import Scopes
from mingbai.assistant.which_policy.whose_words import WhoseWords
from mingbai.assistant.words import Phrases
from mingbai.language.figures.claimed import claimed
from mingbai.language.insisting import insists
from mingbai.language.lexicon import Lexicon
from mingbai.language.notes import FactValue
from mingbai.language.utterance import SentenceReader, Utterance

_KEPT = 8
_OWN_SCHEME = "basic_scheme"


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
        was_refused = False
        for at, turn in enumerate(turns):
            turn = beyond_means(gone_on(before, turn), state, has_bill=self._bills.any_of(state.facts))
            turn, beside = self._asides.taken_out(turn, state)
            utterance = with_one_put_right(self._hearing.heard(turn, state, told), state)
            utterance = without_figure_of_sum(utterance, state, self._toolbox)
            if was_refused and insists(utterance.text):
                utterance = replace(utterance, intents=utterance.intents | {"cheat"})
            told = utterance.facts if any(isinstance(one, Decimal) for one in utterance.facts.values()) else told
            before = left_open(turn, utterance)
            quizzed = quizzing.turn(at, turn, utterance, state)
            left = None if quizzed else state.running_round
            shown = state.looked_up
            move, state = (
                quizzed
                or self._confirming(turn, utterance, state.out_of_quiz(), told)
                or self._answer_shown.of_answer(utterance, state.out_of_quiz())
                or self._turn(utterance, state.out_of_quiz())
            )
            again, was_refused = was_refused, self._phrases.is_refusal(move)
            if again and was_refused:
                move = self._phrases.fixed("cheat_again")
            if state.looked_up != shown:
                state = replace(state, looked_before=shown)
        alarm = self._phrases.alarm(utterance) if self._is_urgent(utterance) else None
        if isinstance(move, Say):
            return _Read(alarm or move, state, utterance, left, alarm)
        return _Read(self._part_look_ups.with_parts(utterance, state, move, beside), state, utterance, left, alarm)

    def _confirming(
        self, turn: str, said: Utterance, state: State, told: Mapping[str, FactValue]
    ) -> tuple[Call, State] | None:
        """The search for the figure that a message wants confirmed, where what is found says if it is right.

        Who was just asked something and tells a bill (二档,九千三吧) wants nothing confirmed.
        """
        claim = claimed(turn)
        if claim is None or (state.asked and self._bills.any_of(said.facts)):
            return None
        move, after = self._turn(self._hearing.heard(claim.question, state, told), state)
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
        within = {name: one.places for name, one in self._corpus.vocabulary.provinces.items()}
        known, vocabulary = self._corpus.policies, self._corpus.vocabulary
        fit = SchemeFit(known, schemes_told_apart(self._toolbox.library.books))
        covered = PlacesCovered(known, imported, within)
        self._schemes_named = SchemesNamed(known, covered, fit, vocabulary.schemes)
        self._scopes = Scopes(known, fit, self._schemes_named, covered)
        calls = ClauseCalls(imported)
        self._premiums_shown = PremiumsShown(self._corpus, self._following, self._bills)
        self._answer_shown = AnswerShown(self._toolbox.library, self._following, calls, self._premiums_shown)
        self._look_ups = LookUps(
            self._toolbox.library, self._bills, self._following, calls, self._premiums_shown, self._answer_shown
        )
        names = (name for one in policies for name in (one.title, *one.also_called))
        words = (word for scheme, others in self._corpus.vocabulary.schemes.items() for word in (scheme, *others))
        signs = place_signs(imported, (*names, *words))
        self._fragments = Fragments(self._following, calls)
        self._instead = InsteadOfAsking(self._look_ups, self._following, self._bills, signs)
        self._part_look_ups = PartLookUps(self._toolbox, self._bills, parts, self._following, calls)
        self._deciding = Deciding(self._toolbox.library.books, fit, self._phrases, self._corpus.vocabulary)
        library = self._toolbox.library
        self._hearing = Hearing(library, self._reader, self._scopes, self._deciding, self._bills)
        self._turn_topic = TurnTopic(library, self._topics, self._deciding, self._premiums_shown, self._bills)
        self._case_told = CaseTold(library, self._deciding, self._bills)
        self._out_of_scope = OutOfScope(library, self._phrases)
        self._working_out = WorkingOut(self._toolbox, self._deciding)
        self._imported = imported
        self._reading = lru_cache(_KEPT)(self._read)  # one reply asks several times what its conversation says

    def _turn(self, utterance: Utterance, state: State) -> tuple[Move, State]:
        state = replace(state, is_doubted=doubts(utterance, state))
        utterance = as_difference(utterance, state)
        if said := self._small_talk(utterance, state):
            is_lost = said == self._phrases.not_understood()
            placed = self._with_place(utterance, state)
            return (self._fragments.of(utterance, state) if is_lost else None) or (said, placed)
        left = None if names_place(utterance) else with_what_was_paid(utterance, state, self._toolbox)
        state = left or state
        if state.asked == _OWN_SCHEME and _OWN_SCHEME in utterance.facts:
            utterance = replace(utterance, schemes=())  # it answers what was asked, and names no other document
        utterance = self._schemes_named.without_set_aside(utterance, state.documents)
        scope = self._scopes.of(utterance, state.documents, utterance.schemes or state.schemes)
        scope = self._answer_shown.of_no_place(utterance, state, scope)
        scope = without_basic(utterance, scope, self._corpus.policies, self._toolbox.library.books)
        if scope == Scope() and not state.asked and (meant := self._whose.meant(utterance.text)):
            scope = Scope((meant,))
        if scope.asks and not scope.wrong_scheme:  # what comes next is not of these documents
            return self._look_ups.of_place(scope.asks, scope.documents), replace(state, topic="fact", asked=None)
        utterance = with_care_before(beside_home(at_home(utterance, state), scope), state, self._corpus.vocabulary)
        utterance = self._turn_topic.with_band(utterance, state, scope)
        topic, before, earlier = "fact" if left else self._turn_topic.of(utterance, state, scope), state.topic, state
        is_of_rates = topic == "compare" and contrasts(utterance, state, self._bills)
        if topic == "compare":
            scope = compared_with(scope, utterance, state, self._deciding.among(scope, state, utterance))
        about = scope.documents or (tuple(scope.mentioned) if topic in SEARCHED else ())
        passed = passed_on(state, utterance, topic)
        passed = without_hospital_left(passed, utterance, is_elsewhere=scope.care_elsewhere)
        state = self._case_told.told(utterance, passed, scope)
        state = with_one_after_another(earlier, utterance, without_what_was_lost(utterance, state))
        state = self._case_told.without_sums(utterance, replace(state, topic=topic, documents=about or state.documents))
        state = state.hearing(utterance, earlier)
        refused = None if about and scope.uncovered else self._out_of_scope.of(utterance, scope)
        if refused:
            is_asked = scope.uncovered and state.topic in SEARCHED  # 武汉的起付线, then 换成十堰呢
            return refused, replace(state, question=utterance.text) if is_asked else state
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

    def _with_place(self, utterance: Utterance, state: State) -> State:
        """The state with the documents of a place that was named where nothing of them was answered.

        桂阳的,拿我的卡给表弟住院行不行, refused; 那表弟怎么参保 is asked of 桂阳.
        """
        if state.documents or not (utterance.places or utterance.policies):  # 北京明天下雨吗 leaves what was spoken of
            return state
        return replace(state, documents=self._scopes.of(utterance, (), utterance.schemes or state.schemes).documents)

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


def _imported_titles(toolbox: Toolbox) -> dict[str, str]:
    return {one.id: one.title for one in toolbox.library.imported.values()}
