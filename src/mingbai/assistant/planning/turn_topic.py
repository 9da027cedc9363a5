"""What a message is about where it stands in its conversation: a sum, or what a clause is known to be asked."""

from __future__ import annotations

import re
from dataclasses import replace

from mingbai.assistant.conversation.one_after_another import asks_of_all
from mingbai.assistant.conversation.one_more_illness import adds_illness
from mingbai.assistant.conversation.quota_left import asks_what_is_usable, tells_bill_after_last_year
from mingbai.assistant.conversation.state import State, Topic
from mingbai.assistant.conversation.what_if import asks_what_if
from mingbai.assistant.leads.backward import asks_what_it_cost
from mingbai.assistant.leads.band import band_lead, tells_sum_in_band, with_band_before
from mingbai.assistant.library import Library
from mingbai.assistant.matching.asked import SURE
from mingbai.assistant.openings.statement_parts import asks_if_again
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.planning.about.topics import TopicReader, asks_how_paid
from mingbai.assistant.planning.look_ups.premiums_shown import PremiumsShown
from mingbai.assistant.planning.persons import asks_of_another
from mingbai.assistant.planning.two_told import OF_TWO
from mingbai.assistant.sums.why_apart import asks_why_apart
from mingbai.assistant.which_policy.deciding import Deciding
from mingbai.assistant.which_policy.scope import Scope
from mingbai.corpus.models import Deductible
from mingbai.language.bills.sums import BILLS
from mingbai.language.utterance import Utterance
from mingbai.rules.case import Case
from mingbai.rules.estimate import estimated

_NEARLY_SAME = 0.72  # a question for a sum has to be this like one that a clause is known to be asked
_SAME = 0.9  # and one with a bill this like: the sum then belongs to the question (超过四十万谁管)
# 最多能报到多少, 那最高可以报好多: asked of a sum whose most is not written, it asks for the cap
_MOST = re.compile(
    "(?:那么?|一年|今年|我|到底|,)*(?:最[多高]|顶多|封顶)(?:能|可以|会)?再?[报补赔拿](?:销|偿|得|到|给)*(?:多少|几多|好多|几万)(?:钱|元|呢|呀|啊|[?。])*"
)
_SHARES = frozenset({"own_share", "excess", "basic_paid", "deductible_met"})


class TurnTopic:
    """Tells what a message is about in its conversation; `premiums` are read as shown before it."""

    def __init__(
        self, library: Library, topics: TopicReader, deciding: Deciding, premiums: PremiumsShown, bills: SettledBills
    ) -> None:
        self._library = library
        self._topics = topics
        self._deciding = deciding
        self._premiums = premiums
        self._bills = bills

    def of(self, utterance: Utterance, state: State, scope: Scope) -> Topic:
        """What a message is about; a sum that a clause is known to be asked for is looked up."""
        if asks_of_all(utterance, state):
            return "estimate"
        if utterance.intents == OF_TWO and (state.varied or asks_why_apart(utterance, state)):
            return "compare"
        if asks_what_if(utterance, state, self._library.books.get(state.policy or "")):
            return "estimate"
        policy = self._deciding.among(scope, state, utterance) or state.policy
        if book := self._library.books.get(policy or ""):
            care = state.facts.get("care")
            if asks_what_is_usable(utterance, book) or tells_bill_after_last_year(utterance, care, book):
                return "estimate"
        if self._premiums.household_told(utterance, state):
            return "fact"
        if adds_illness(utterance, state):
            return "estimate"
        if asks_if_again(utterance.text) and self._deducts_by_year(state):
            return "estimate"
        topic = (asks_of_another(state, utterance) and state.topic) or self._topics.of(utterance, state)
        if (
            topic in ("procedure", "documents")
            and book
            and self._bills.any_of(utterance.facts)
            and asks_how_paid(utterance)
        ):
            return "estimate"  # 住院花了6000咋报: how much, before how
        if topic in ("estimate", "compare") and self._is_known_question(utterance, state, scope):
            return "fact"
        if topic in ("estimate", "compare") and self._names_band(utterance, state, scope):
            return "fact"
        if topic == "estimate" and _MOST.fullmatch(utterance.text) and self._has_open_end(state):
            return "fact"
        if topic == "estimate" and asks_what_it_cost(utterance.text):  # 报了1260,总费用多少
            return "fact"
        return topic

    def _has_open_end(self, state: State) -> bool:
        """Whether the last sum was told as no more than its least, so that to tell it again answers no 最多报多少."""
        book = self._library.books.get(state.policy or "")
        if book is None or state.topic != "estimate" or state.asked or state.bills:
            return False
        found = estimated(book, Case(state.facts))
        return found is not None and found.status == "at_least"

    def _deducts_by_year(self, state: State) -> bool:
        """Whether the care of the last sum has a deductible of the whole year and not of each stay."""
        book = self._library.books.get(state.policy or "")
        worked_out = book.by_care.get(str(state.facts.get("care"))) if book and state.topic == "estimate" else None
        steps = worked_out.rule.steps if worked_out and self._bills.any_of(state.facts) else ()
        return any(isinstance(one, Deductible) and one.per == "year" for one in steps)

    def with_band(self, utterance: Utterance, state: State, scope: Scope) -> Utterance:
        """A message with the band named before it, where it goes on with that; a sum in one band is no bill."""
        text = with_band_before(state.question or "", utterance.text)
        joined = replace(utterance, text=text)
        if not tells_sum_in_band(text) or not self._names_band(joined, state, scope):
            return utterance
        facts = {name: value for name, value in utterance.facts.items() if name not in BILLS}
        return replace(joined, facts=facts, bills=(), problem=None)

    def _names_band(self, utterance: Utterance, state: State, scope: Scope) -> bool:
        """Whether a message asks for the ratio of a band of a scale (8万以上那段报几成), and tells no bill of it."""
        books = self._library.books
        about = (one for one in scope.documents or state.documents if one in books)
        return any(band_lead(books[one], utterance.text) for one in about)

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
        library = self._library
        within = scope.documents or state.documents or library.general
        return library.asked.is_known(utterance.text, within, alike=enough, beside=library.worked_out)
