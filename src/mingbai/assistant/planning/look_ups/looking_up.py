"""What to look up in the clauses for a message: itself, or with the question it goes on with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mingbai.assistant.conversation.another_day import in_another_year, in_its_year, on_another_day
from mingbai.assistant.conversation.day_told import asks_for_day, counts_from, days_told
from mingbai.assistant.conversation.state import SEARCHED, State, Topic
from mingbai.assistant.finding.following import Arguments, Following
from mingbai.assistant.follow_ups.another_case import AnotherCase
from mingbai.assistant.leads.extra_paid import with_extra_told
from mingbai.assistant.leads.times_named import at_another_time
from mingbai.assistant.leads.whole_premium import with_premiums_told
from mingbai.assistant.library import Library
from mingbai.assistant.moves import Call, Move
from mingbai.assistant.outcome import Searched
from mingbai.assistant.planning.about.going_on import counts_before, goes_on, heads_before, refers_back
from mingbai.assistant.planning.about.named import OF_A_PERSON, names_place, names_something, varies_case
from mingbai.assistant.planning.about.questions import is_bare_doubt, is_question
from mingbai.assistant.planning.about.rates import BOUNDS
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.planning.look_ups.answer_shown import AnswerShown
from mingbai.assistant.planning.look_ups.asked_of_another import AskedOfAnother
from mingbai.assistant.planning.look_ups.clause_calls import ClauseCalls
from mingbai.assistant.planning.look_ups.premiums_shown import PremiumsShown
from mingbai.assistant.planning.parts.part_words import is_of_claim, names_subject_in
from mingbai.assistant.words import Phrases
from mingbai.language.notes import COST
from mingbai.language.utterance import Utterance
from mingbai.money import short
from mingbai.rules.case import Case

_OF_WHOM = re.compile("^(?:那么?)?([一-鿿]{2,6})呢[,,](.{5,})")  # 大人呢,二档住院封顶多少: one question of both
_CONFIRMS = re.compile("[是对]吧[??]?$|对吗[??]?$")  # 这就已经生效了是吧: of the last answer alone
_WISHES = re.compile("[我他她]?[想要](?:换|转|改|退|停|补|迁|并|加)|打算|准备")
_PAYS = re.compile("[交缴掏出]")


class LookUps:
    """Plans the search of the clauses for a whole message."""

    def __init__(
        self,
        library: Library,
        bills: SettledBills,
        following: Following,
        calls: ClauseCalls,
        premiums: PremiumsShown,
        shown: AnswerShown,
    ) -> None:
        self._corpus = library.corpus
        self._phrases = Phrases(library)
        self._bills = bills
        self._following = following
        self._calls = calls
        self._premiums = premiums
        self._shown = shown
        self._another = AskedOfAnother(library.corpus.vocabulary, following, calls)

    def look_up(self, utterance: Utterance, state: State, before: Topic | None) -> tuple[Move, State]:
        """The search for a message, joined to what was asked `before` where it goes on with that."""
        utterance = replace(utterance, text=_OF_WHOM.sub(r"\1\2", utterance.text))
        if not state.documents:
            meaning = self._phrases.meaning(utterance)
            if meaning:
                return meaning, state
        if of_all := self._premiums.household_told(utterance, replace(state, topic=before)):
            return self._asked_again(of_all, state)
        is_again = before == state.topic and goes_on(utterance, state, self._bills)
        if utterance.is_bare_name and state.documents and not is_again:
            return self._phrases.contents(state.documents), state
        if is_again and state.looked_up and not (state.documents or names_place(utterance)):
            state = replace(state, documents=self._following.document(state.looked_up))
        tells_bill = self._bills.any_of(utterance.facts)  # 那没退休的呢,同样三万: of a sum
        swapped = self._another.in_place(utterance, state.question or "") if is_again and not tells_bill else None
        if swapped:  # 二档呢, after 一档封顶多少
            return self._of_swapped(swapped, utterance, state)
        # another thing takes the place of the one asked about before
        is_case = is_again and varies_case(utterance) and not self._is_of_itself(utterance, state)
        query = " ".join(in_its_year(state.question or "", utterance.text)) if is_case else utterance.text
        if state.is_doubted:
            return self._calls.of(state.question or query, state), state
        if before in SEARCHED and (of_year := in_another_year(state.question or "", utterance.text)):
            return self._asked_again(of_year, state)
        if heads := heads_before(utterance, state):  # of all of them, and not of one told of before
            query, state = f"一家{short(heads)}口人,{query}", _of_house(utterance, state)
        query = self._in_full(query, utterance, state, before, is_again=is_again)
        if before in SEARCHED and (again := self._another.of_figure(utterance, state, is_again=is_again)):
            return again
        is_of_same = before in SEARCHED and not names_place(utterance)
        if is_of_same and (asked_again := at_another_time(state.question or "", utterance.text)):
            return self._asked_again(asked_again, state)
        only_tells = before in SEARCHED and not (names_place(utterance) or is_question(utterance))
        if only_tells and (asked_again := on_another_day(state.question or "", utterance.text)):
            return self._asked_again(asked_again, state)
        if is_of_same and (of_day := self._counted_from_day_told(utterance, state)):
            return of_day
        call = self._calls.of(query, state)
        if is_case and state.looked_up:
            call = self._another.of_case(call, utterance, state)
        elif is_again and state.looked_up and not names_place(utterance):
            call = self._another.of_thing(call, utterance, state)
        follows = before in SEARCHED and not (is_again or names_place(utterance))
        is_of_one = is_again and self._premiums.tells_of_person(utterance, state)
        is_on = follows or is_of_one
        state = replace(state, thread=f"{state.thread} {utterance.text}".strip() if is_on else utterance.text)
        if follows and state.looked_up and (joined := self._joined(call, utterance, state, state.looked_up)):
            return joined
        state = replace(state, looked_up=call.arguments)
        if not is_again:
            return call, replace(state, question=utterance.text)
        is_whose = utterance.schemes and not state.documents  # what 新农合,县合管办 tells stays part of the question
        return call, replace(state, question=query) if is_whose else state

    def _of_swapped(self, swapped: AnotherCase, utterance: Utterance, state: State) -> tuple[Call, State]:
        """The search for the question before with another case in place of its own."""
        kept = {name: value for name, value in state.facts.items() if name not in swapped.gone}
        state = replace(state, facts=kept)
        document = self._following.document(state.looked_up)
        within = document if not state.documents or {*document} <= {*state.documents} else state.documents
        call = self._calls.of(swapped.question, replace(state, documents=within))
        is_with = self._premiums.tells_of_person(utterance, state, is_named=True)  # 我妈呢: and then all together
        thread = f"{state.thread} {utterance.text}" if is_with else swapped.question
        return call, replace(state, question=swapped.question, thread=thread, looked_up=call.arguments)

    def _is_of_itself(self, utterance: Utterance, state: State) -> bool:
        """Whether a message that names a case is answered by itself, and asks nothing of the question before."""
        if _WISHES.search(utterance.text):  # 我现在是新农合,想换过来呢
            return self._is_led(utterance.text, state)
        if state.topic != "eligibility" or not state.looked_up:
            return False
        return self._following.is_told_alone(self._calls.of(utterance.text, state).arguments, state.looked_up)

    def _in_full(self, query: str, utterance: Utterance, state: State, before: Topic | None, *, is_again: bool) -> str:
        """The words of a message with those of what it goes on with and does not name again."""
        is_of_sum = before in ("estimate", "compare") and state.topic == "documents"
        if is_of_sum and not names_something(utterance) and is_of_claim(utterance.text):
            return f"报销 材料 {query}"  # for what was just worked out, and not for enrolling
        if state.topic == "documents" and before in SEARCHED and state.question and refers_back(utterance):
            return f"{state.question} {query}"
        if utterance.says_nothing_new and state.facts.get("care") and not is_again:
            return f"{state.facts['care']} {query}"
        if _asks_bound_of_sum(utterance, before) and (bill := self._own_bill(state)):
            of_bill = " ".join((self._corpus.vocabulary.facts[bill].label, str(state.facts.get("care", "")), query))
            return of_bill if self._is_led(of_bill, state) or not self._is_led(query, state) else query
        if counts_before(utterance, state):
            return f"{state.thread},{query}"
        return self._of_whole(query, state) or query

    def _joined(
        self, call: Call, utterance: Utterance, state: State, looked_up: Arguments
    ) -> tuple[Call, State] | None:
        """The search for a message as one that goes on with the clause shown before; None where it does not."""
        if own := self._shown.of_few_words(call, utterance, state):
            return own, replace(state, looked_up=own.arguments, documents=tuple(own.arguments["policies"]))
        about = f"{state.question} {utterance.text}" if _CONFIRMS.search(utterance.text) else state.thread
        joined = self._calls.of(about, state)
        is_bare = refers_back(utterance) or is_bare_doubt(utterance)
        if is_bare_doubt(utterance) and _PAYS.search(utterance.text) and self._premiums.are_in(looked_up):
            return joined, replace(state, looked_up=joined.arguments)
        meant = self._following.meant(call.arguments, joined.arguments, looked_up, is_bare=is_bare)
        if meant is call.arguments and not names_subject_in(utterance.text):  # 多少天内去报, of the office's change
            meant = self._following.in_document(meant, (meant, joined.arguments), looked_up)
        if meant is call.arguments:
            return None
        documents = tuple(meant["policies"]) or state.documents
        return Call(call.tool, meant), replace(state, looked_up=meant, documents=documents)

    def _counted_from_day_told(self, utterance: Utterance, state: State) -> tuple[Move, State] | None:
        """The search for the day asked for, counted from one told before (那从哪天起才算数, after 3月5号交清的)."""
        told = days_told(state.thread) if asks_for_day(utterance.text) else ""
        if not told:
            return None
        asked = f"{told},{utterance.text}"
        found = self._following.find(self._calls.of(asked, state).arguments)
        is_counted = isinstance(found, Searched) and counts_from(found.lead or "", told)
        return self._asked_again(asked, state) if is_counted else None

    def _is_led(self, query: str, state: State) -> bool:
        """Whether a search answers straight."""
        found = self._following.find(self._calls.of(query, state).arguments)
        return isinstance(found, Searched) and found.lead is not None

    def _of_whole(self, query: str, state: State) -> str | None:
        """A question for a share of all premiums, or for two together, with what was told of these before it."""
        policy, vocabulary = self._corpus.policies.get(state.policy or ""), self._corpus.vocabulary
        if policy is None:
            return None
        case = Case({name: value for name, value in state.facts.items() if name in OF_A_PERSON})
        together = with_extra_told(policy, vocabulary, query, state.thread, case)
        return together or with_premiums_told(policy, vocabulary, query, state.thread)

    def _own_bill(self, state: State) -> str | None:
        """The bill told that only some rules settle (住院的自费), by its name; None for one of all care."""
        return next((one for one in state.facts if one != COST and self._bills.any_of((one,))), None)

    def of_place(self, asks: str, documents: Sequence[str]) -> Call:
        """The search for what documents say of a place that they do not reach, and for nothing else of it."""
        call = self._calls.of(asks, State(topic="fact", documents=tuple(documents)))
        return replace(call, arguments={**call.arguments, "part": asks})

    def _asked_again(self, question: str, state: State) -> tuple[Move, State]:
        """The search for the question before, put of another day or year."""
        call = self._calls.of(question, state)
        return call, replace(state, question=question, thread=question, looked_up=call.arguments)


def _of_house(utterance: Utterance, state: State) -> State:
    """The state without what was told before of one of a household, and is not of this question."""
    gone = {"insured", "plan"} - utterance.facts.keys()
    return replace(state, facts={name: value for name, value in state.facts.items() if name not in gone})


def _asks_bound_of_sum(utterance: Utterance, before: Topic | None) -> bool:
    """Whether a message asks after a sum for a bound of what was worked out (我要是享受实时救助的,起点是多少)."""
    is_told = names_place(utterance) or "care" in utterance.facts
    return before == "estimate" and utterance.asks in BOUNDS and not is_told
