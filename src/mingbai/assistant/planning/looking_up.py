"""What to look up in the clauses for a message: itself, or with the question it goes on with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from mingbai.assistant.conversation.another_day import in_another_year, in_its_year, on_another_day
from mingbai.assistant.conversation.state import SEARCHED, State, Topic
from mingbai.assistant.finding.following import Arguments, Following
from mingbai.assistant.follow_ups.another_case import AnotherCase, Cases, person_told
from mingbai.assistant.follow_ups.another_figure import facts_with_another, with_another_figure
from mingbai.assistant.follow_ups.asked_of_answer import may_ask_of_answer
from mingbai.assistant.follow_ups.told_of_answer import told_of_answer
from mingbai.assistant.follow_ups.what_of import asked_of
from mingbai.assistant.households.mentions import kin
from mingbai.assistant.households.told_on import told_of_a_year, with_more_told
from mingbai.assistant.leads.whole_premium import with_premiums_told
from mingbai.assistant.library import Library
from mingbai.assistant.moves import Call, Move
from mingbai.assistant.outcome import Passage, Searched
from mingbai.assistant.planning.about.going_on import counts_before, goes_on, refers_back, tells_person
from mingbai.assistant.planning.about.named import names_place, names_something, varies_case
from mingbai.assistant.planning.about.questions import is_bare_doubt, is_question
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.planning.clause_calls import ClauseCalls
from mingbai.assistant.planning.parts import is_of_claim, names_subject_in
from mingbai.assistant.words import Phrases
from mingbai.corpus.kinds import PremiumRule
from mingbai.language.notes import COST
from mingbai.language.people.persons import whose
from mingbai.language.utterance import Utterance

_RELATIVE = re.compile(
    "^(?:那|要是|如果)?(?:剩下?|其余|其[他它]|别的|[超过晚迟]了?|逾期|不够|没[有交带办到])[^,。]{0,3}呢"
)
_WHAT_OF_END = re.compile("[呢?]*$")
_OF_WHOM = re.compile("^(?:那么?)?([一-鿿]{2,6})呢[,,](.{5,})")  # 大人呢,二档住院封顶多少: one question of both
_CONFIRMS = re.compile("[是对]吧[??]?$|对吗[??]?$")  # 这就已经生效了是吧: of the last answer alone
_WISHES = re.compile("[我他她]?[想要](?:换|转|改|退|停|补|迁|并|加)|打算|准备")
_PAYS = re.compile("[交缴掏出]")
_WHETHER = re.compile("(?:能|可以|要|会|给|用|管|算)[^,。要能给会]{0,5}[吗么不][??]?$")

_POINTS_AT = re.compile("(?<!^)[这那](?:个|项|样|种)(?:[吗呢么不没]|$)")  # 孩子能参加这个吗
_NAMING = 3  # signs in a row that a fragment shares with a clause of which it is


def _names_another(utterance: Utterance) -> bool:
    """Whether a message names another place or document; 居民 and 职工医保 may be said of one of a household."""
    return bool(utterance.places or utterance.policies or utterance.other_places)


def is_fragment(utterance: Utterance) -> bool:
    """Whether a message is only a few words that ask nothing and tell nothing by themselves (结算成功的; 08级呢)."""
    return utterance.says_nothing_new and not utterance.intents and not is_question(utterance)


class LookUps:
    """Plans the search of the clauses for a whole message."""

    def __init__(self, library: Library, bills: SettledBills, following: Following, calls: ClauseCalls) -> None:
        self._corpus = library.corpus
        self._phrases = Phrases(library)
        self._bills = bills
        self._following = following
        self._calls = calls
        self._cases = Cases(library.corpus.vocabulary)

    def _in_place(self, utterance: Utterance, question: str) -> AnotherCase | None:
        """The question before with the case of a message in place of its own, in its own words or plain ones."""
        plain = person_told(utterance)
        ways = (plain, utterance.text) if utterance.denied else (utterance.text, plain)
        found = (self._cases.in_place(question, one, utterance.facts) for one in ways if one)
        return next((one for one in found if one), None)

    def look_up(self, utterance: Utterance, state: State, before: Topic | None) -> tuple[Move, State]:
        """The search for a message, joined to what was asked `before` where it goes on with that."""
        utterance = replace(utterance, text=_OF_WHOM.sub(r"\1\2", utterance.text))
        if not state.documents:
            meaning = self._phrases.meaning(utterance)
            if meaning:
                return meaning, state
        if of_all := self.household_told(utterance, replace(state, topic=before)):
            return self._asked_again(of_all, state)
        is_again = before == state.topic and goes_on(utterance, state, self._bills)
        if utterance.is_bare_name and state.documents and not is_again:
            return self._phrases.contents(state.documents), state
        if is_again and state.looked_up and not (state.documents or names_place(utterance)):
            state = replace(state, documents=self._following.document(state.looked_up))
        tells_bill = self._bills.any_of(utterance.facts)  # 那没退休的呢,同样三万: of a sum
        swapped = self._in_place(utterance, state.question or "") if is_again and not tells_bill else None
        if swapped:  # 二档呢, after 一档封顶多少
            kept = {name: value for name, value in state.facts.items() if name not in swapped.gone}
            state = replace(state, facts=kept)
            document = self._following.document(state.looked_up)
            within = document if not state.documents or {*document} <= {*state.documents} else state.documents
            call = self._calls.of(swapped.question, replace(state, documents=within))
            is_another = tells_person(utterance) and whose(utterance.text)  # 我妈呢: and then all of them together
            is_with = is_another or self._tells_of_one_more(utterance, state)
            thread = f"{state.thread} {utterance.text}" if is_with else swapped.question
            return call, replace(state, question=swapped.question, thread=thread, looked_up=call.arguments)
        # another thing takes the place of the one asked about before
        is_case = is_again and varies_case(utterance)
        if is_case and _WISHES.search(utterance.text):  # 我现在是新农合,想换过来呢
            is_case = not self._is_led(utterance.text, state)
        elif is_case and state.topic == "eligibility" and state.looked_up:
            is_case = not self._following.is_told_alone(
                self._calls.of(utterance.text, state).arguments, state.looked_up
            )
        query = " ".join(in_its_year(state.question or "", utterance.text)) if is_case else utterance.text
        if state.is_doubted:
            return self._calls.of(state.question or query, state), state
        if before in SEARCHED and (of_year := in_another_year(state.question or "", utterance.text)):
            return self._asked_again(of_year, state)
        is_of_sum = before in ("estimate", "compare") and state.topic == "documents"
        if is_of_sum and not names_something(utterance) and is_of_claim(utterance.text):
            query = f"报销 材料 {query}"  # for what was just worked out, and not for enrolling
        elif state.topic == "documents" and before in SEARCHED and state.question and refers_back(utterance):
            query = f"{state.question} {query}"
        elif utterance.says_nothing_new and state.facts.get("care") and not is_again:
            query = f"{state.facts['care']} {query}"
        elif _asks_bound_of_sum(utterance, before) and (bill := self._own_bill(state)):
            of_bill = " ".join((self._corpus.vocabulary.facts[bill].label, str(state.facts.get("care", "")), query))
            query = of_bill if self._is_led(of_bill, state) or not self._is_led(query, state) else query
        elif counts_before(utterance, state):
            query = f"{state.thread},{query}"
        elif of_whole := self._of_whole(query, state):
            query = of_whole
        if before in SEARCHED and (again := self._of_another_figure(utterance, state, is_again=is_again)):
            return again
        only_tells = before in SEARCHED and not (names_place(utterance) or is_question(utterance))
        if only_tells and (asked_again := on_another_day(state.question or "", utterance.text)):
            return self._asked_again(asked_again, state)
        call = self._calls.of(query, state)
        if is_case and state.looked_up:
            call = self._of_another(call, utterance, state)
        elif is_again and state.looked_up and not names_place(utterance):
            call = self._of_thing(call, utterance, state)
        follows = before in SEARCHED and not (is_again or names_place(utterance))
        is_of_one = is_again and (tells_person(utterance) or self._tells_of_one_more(utterance, state))
        is_on = follows or is_of_one
        state = replace(state, thread=f"{state.thread} {utterance.text}".strip() if is_on else utterance.text)
        if follows and state.looked_up and (own := self._of_shown(call, utterance, state)):
            return own, replace(state, looked_up=own.arguments, documents=tuple(own.arguments["policies"]))
        if follows and state.looked_up:
            about = f"{state.question} {utterance.text}" if _CONFIRMS.search(utterance.text) else state.thread
            joined = self._calls.of(about, state)
            is_bare = refers_back(utterance) or is_bare_doubt(utterance)
            if is_bare_doubt(utterance) and _PAYS.search(utterance.text) and self._shows_premiums(state.looked_up):
                return joined, replace(state, looked_up=joined.arguments)
            meant = self._following.meant(call.arguments, joined.arguments, state.looked_up, is_bare=is_bare)
            if meant is call.arguments and not names_subject_in(utterance.text):  # 多少天内去报, of the office's change
                meant = self._following.in_document(meant, (meant, joined.arguments), state.looked_up)
            if meant is not call.arguments:
                documents = tuple(meant["policies"]) or state.documents
                return Call(call.tool, meant), replace(state, looked_up=meant, documents=documents)
        state = replace(state, looked_up=call.arguments)
        if not is_again:
            return call, replace(state, question=utterance.text)
        is_whose = utterance.schemes and not state.documents  # what 新农合,县合管办 tells stays part of the question
        return call, replace(state, question=query) if is_whose else state

    def _of_shown(self, call: Call, utterance: Utterance, state: State) -> Call | None:
        """The search of the clause shown before, where a few words only go on with what that tells (基本医保报了).

        So they do where they point at it (孩子能参加这个吗), ask nothing by themselves, or are found elsewhere alone.
        """
        before, about = state.looked_up or {}, state.question or ""
        if _POINTS_AT.search(utterance.text):
            others = [self._calls.of(f"{about} {utterance.text}", state).arguments]
        elif is_fragment(utterance) or self._following.is_elsewhere(call.arguments, before):
            others = [self._calls.of(utterance.text, state, about).arguments]
        else:
            return None
        own = self._following.of_shown(call.arguments, others, before)
        return replace(call, arguments=own) if own else None

    def tells_of(self, utterance: Utterance, state: State) -> bool:
        """Whether a few words that ask nothing by themselves are told of by the clause shown before (08级呢)."""
        if state.topic not in SEARCHED or not state.looked_up or not is_fragment(utterance):
            return False
        words = _WHAT_OF_END.sub("", utterance.text).removesuffix("的").removesuffix("了")
        shown = self._following.find(state.looked_up)
        told = shown.passages[0].text if isinstance(shown, Searched) and shown.passages else ""
        return any(words[at : at + _NAMING] in told for at in range(len(words) - _NAMING + 1))

    def of_answer(self, utterance: Utterance, state: State) -> tuple[Call, State] | None:
        """The search for the last answer again, where a message only asks for a figure of it or a reckoning on that."""
        if state.topic not in SEARCHED or not state.looked_up or names_place(utterance):
            return None
        if not may_ask_of_answer(utterance.text) or self.household_told(utterance, state):
            return None
        found = self._following.find({**state.looked_up, "then": (), "asked_before": None})
        messages = [*state.looked_up.get("then", ()), utterance.text]
        if not isinstance(found, Searched):
            return None
        for before in (None, self._asked_before(state)):
            asked = {**state.looked_up, "then": messages} | ({"asked_before": before} if before else {})
            shown = self._following.find({**asked, "then": (), "asked_before": None, **before}) if before else None
            if told_of_answer(found, messages, str(state.looked_up["query"]), shown):
                return Call("search_clauses", asked), replace(state, looked_up=asked)
        return None

    def _asked_before(self, state: State) -> dict[str, Any] | None:
        """The query and the facts of the search before the last one, of the same documents; None where none was."""
        before, now = state.looked_before or {}, state.looked_up or {}
        is_alike = before.get("policies") == now.get("policies") and not now.get("then")
        if not is_alike or before.get("query") == now.get("query"):
            return None
        return {name: before[name] for name in ("query", "facts")}

    def household_told(self, utterance: Utterance, state: State) -> str | None:
        """The question what a household pays that is told with its year, or goes on being told; None where none is.

        It goes on where the clause shown before is one of who pays what.
        """
        if self._bills.any_of({**state.facts, **utterance.facts}) or "care" in utterance.facts or utterance.problem:
            return None
        vocabulary = self._corpus.vocabulary
        is_silent = not (state.asked or utterance.intents or is_question(utterance))
        if is_silent and (of_year := told_of_a_year(utterance.text, vocabulary)):
            return of_year
        if state.topic not in SEARCHED or _names_another(utterance) or not state.looked_up:
            return None
        if not self._shows_premiums(state.looked_up):
            return None
        return with_more_told(state.thread, utterance.text, vocabulary)

    def _tells_of_one_more(self, utterance: Utterance, state: State) -> bool:
        """Whether a message tells of one of the kin after a premium, who may then be counted in (我是普通居民呢)."""
        if not kin(utterance.text, []) or _names_another(utterance) or not state.looked_up:
            return False
        return self._shows_premiums(state.looked_up)

    def _shows_premiums(self, looked_up: Arguments) -> bool:
        """Whether a clause that a search shows is one of who pays what."""
        shown = self._following.find(looked_up)
        told = shown.passages if isinstance(shown, Searched) else ()
        rules = (rule for one in told if one.policy in self._corpus.policies for rule in self._rules(one))
        return any(isinstance(rule, PremiumRule) for rule in rules)

    def _rules(self, told: Passage) -> Sequence[object]:
        return self._corpus.policies[told.policy].by_id[told.clause].rules

    def _is_led(self, query: str, state: State) -> bool:
        """Whether a search answers straight."""
        found = self._following.find(self._calls.of(query, state).arguments)
        return isinstance(found, Searched) and found.lead is not None

    def _of_whole(self, query: str, state: State) -> str | None:
        """A question for a share of all premiums, with what was told of these before it."""
        policy = self._corpus.policies.get(state.policy or "")
        return with_premiums_told(policy, self._corpus.vocabulary, query, state.thread) if policy else None

    def _own_bill(self, state: State) -> str | None:
        """The bill told that only some rules settle (住院的自费), by its name; None for one of all care."""
        return next((one for one in state.facts if one != COST and self._bills.any_of((one,))), None)

    def _of_another_figure(self, utterance: Utterance, state: State, *, is_again: bool) -> tuple[Call, State] | None:
        """The search for the question before with another figure, where a message puts one in its place.

        One that asks something itself (那105%呢,亏的谁扛) does so where the clause shown before answers both.
        """
        other = None if names_place(utterance) else with_another_figure(state.question or "", utterance.text)
        if other is None or not (is_again or state.looked_up):
            return None
        if is_again:
            told = facts_with_another(state.facts, state.question or "", utterance.text, utterance.facts)
            state = replace(state, facts=told)
            call = self._calls.of(other, state)
        else:
            call = self._calls.of(f"{other},{utterance.text}", state)
            alone = self._calls.of(utterance.text, state)
            if not self._following.is_answered_together(alone.arguments, call.arguments, state.looked_up or {}):
                return None
        return call, replace(state, question=other, thread=other, looked_up=call.arguments)

    def _of_another(self, call: Call, utterance: Utterance, state: State) -> Call:
        """The search for another case of the question before, in words to which the answer is not that to the first."""
        question = state.question or ""
        others, thing = asked_of(question, utterance.text)
        if whether := _WHETHER.search(question):  # 外地户口的能参保吗
            others = (f"{_WHAT_OF_END.sub('', utterance.text)}{whether[0]}", *others)
        before = {name: value for name, value in state.facts.items() if name not in utterance.facts}
        first = self._calls.of(question, replace(state, facts=before))
        in_other_words = [self._calls.of(one, state).arguments for one in others]
        if not self._following.is_of_same_clause(call.arguments, first.arguments):
            told = self._following.of_thing(in_other_words, thing, first.arguments)
            return replace(call, arguments=told or call.arguments)
        return replace(call, arguments=self._following.otherwise(call.arguments, in_other_words, first.arguments))

    def of_place(self, asks: str, documents: Sequence[str]) -> Call:
        """The search for what documents say of a place that they do not reach, and for nothing else of it."""
        call = self._calls.of(asks, State(topic="fact", documents=tuple(documents)))
        return replace(call, arguments={**call.arguments, "part": asks})

    def _asked_again(self, question: str, state: State) -> tuple[Move, State]:
        """The search for the question before, put of another day or year."""
        call = self._calls.of(question, state)
        return call, replace(state, question=question, thread=question, looked_up=call.arguments)

    def _of_thing(self, call: Call, utterance: Utterance, state: State) -> Call:
        """The search for another thing of what was asked before, in the document shown where that tells of it."""
        others, thing = asked_of(state.question or "", utterance.text)
        is_relative = _RELATIVE.search(utterance.text) is not None
        about = (state.looked_up or {}).get("query") if is_relative else state.question
        joined = f"{about} {utterance.text}"
        said = (joined, utterance.text, joined) if is_relative else (utterance.text, *others, joined)
        each = [self._calls.of(one, state).arguments for one in said]
        own = [self._calls.of(one, state).arguments for one in others]
        if told := self._following.of_thing(own, thing, state.looked_up or {}):
            return replace(call, arguments=told)
        first = each[0] if is_relative else call.arguments
        return replace(call, arguments=self._following.in_document(first, each, state.looked_up or {}))


def _asks_bound_of_sum(utterance: Utterance, before: Topic | None) -> bool:
    """Whether a message asks after a sum for a bound of what was worked out (我要是享受实时救助的,起点是多少)."""
    is_told = names_place(utterance) or "care" in utterance.facts
    return before == "estimate" and utterance.asks in ("deductible", "cap") and not is_told
