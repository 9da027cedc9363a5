"""What goes on with a clause of who pays what: a household told on, one more of the kin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.assistant.conversation.state import SEARCHED, State
from mingbai.assistant.finding.following import Arguments, Following
from mingbai.assistant.households.mentions import kin
from mingbai.assistant.households.told_on import told_of_a_year, with_more_told
from mingbai.assistant.outcome import Passage, Searched
from mingbai.assistant.planning.about.named import OF_A_PERSON
from mingbai.assistant.planning.about.questions import is_question
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.reader import Corpus
from mingbai.language.people.persons import whose
from mingbai.language.utterance import Utterance

_WHAT_END = re.compile("呢[?。]?$")


class PremiumsShown:
    """Reads messages after a clause of who pays what; `bills` are those that a policy settles."""

    def __init__(self, corpus: Corpus, following: Following, bills: SettledBills) -> None:
        self._corpus = corpus
        self._following = following
        self._bills = bills

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
        if not self.are_in(state.looked_up):
            return None
        return with_more_told(state.thread, utterance.text, vocabulary)

    def tells_of_person(self, utterance: Utterance, state: State, *, is_named: bool = False) -> bool:
        """Whether a message puts another person to the question before it (我妈65岁,低收入的老人,2010年呢).

        Also one that tells of one of the kin after a premium, who may then be counted in (我是普通居民呢). `is_named`
        leaves out who is told of by what they are alone (低收入的老人呢).
        """
        is_of_person = bool(utterance.facts) and utterance.facts.keys() <= OF_A_PERSON
        if is_of_person and _WHAT_END.search(utterance.text) and (whose(utterance.text) or not is_named):
            return True
        if not kin(utterance.text, []) or _names_another(utterance) or not state.looked_up:
            return False
        return self.are_in(state.looked_up)

    def are_in(self, looked_up: Arguments) -> bool:
        """Whether a clause that a search shows is one of who pays what."""
        shown = self._following.find(looked_up)
        told = shown.passages if isinstance(shown, Searched) else ()
        rules = (rule for one in told if one.policy in self._corpus.policies for rule in self._rules(one))
        return any(isinstance(rule, PremiumRule) for rule in rules)

    def _rules(self, told: Passage) -> Sequence[object]:
        return self._corpus.policies[told.policy].by_id[told.clause].rules


def _names_another(utterance: Utterance) -> bool:
    """Whether a message names another place or document; 居民 and 职工医保 may be said of one of a household."""
    return bool(utterance.places or utterance.policies or utterance.other_places)
