"""Which clause of a policy has the rule that a question means: a window, a deadline, a wait, a list, a premium."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from mingbai.assistant.leads.days_named import (
    asks_how_far_back,
    events_in,
    tells_of_delay,
)
from mingbai.assistant.leads.documents import list_meant
from mingbai.assistant.leads.enrolment import enrolling
from mingbai.assistant.leads.question import Question
from mingbai.assistant.library import Library
from mingbai.assistant.matching.widening import Widening
from mingbai.corpus.kinds import (
    CoversRule,
    DeadlineRule,
    DocumentsRule,
    ExcludesRule,
    PremiumRule,
    RetroactiveRule,
    SharingRule,
    WaitingRule,
    WindowRule,
)
from mingbai.corpus.models import Rule
from mingbai.language.numbers.dates import find_dates
from mingbai.rules.stated import relevant, stated

_YEARS_RESULT = re.compile("成本率|赔付率|亏|盈余|盈利|赚")
_LAST_DAY = re.compile(
    "最[晚迟]|截止|为止|最后[一哪]?[天日]|几号(?:之|以)?前|(?<![号天日月])[到过](?:几号|哪一?[天日])(?![^,。;]{0,6}[到至])"
)


class ClausesMeant:
    """Finds the clauses of one library by the rules under them."""

    def __init__(self, library: Library) -> None:
        self._corpus = library.corpus
        self._widening = Widening(library.corpus.vocabulary)

    def has(
        self, kind: type[DeadlineRule | WaitingRule | DocumentsRule | PremiumRule], policy_id: str, clause_id: str
    ) -> bool:
        """Whether a clause holds a rule of a kind: a deadline, a time to wait, a premium."""
        return any(isinstance(rule, kind) for rule in self._corpus.policies[policy_id].by_id[clause_id].rules)

    def is_of_paying(self, policy_id: str, clause_id: str) -> bool:
        """Whether a clause holds a window in which people enrol or pay, which opens and shuts for good."""
        rules = self._corpus.policies[policy_id].by_id[clause_id].rules
        return any(isinstance(rule, WindowRule) and rule.every != "month" for rule in rules)

    def shuts(self, policy_id: str, question: str, about: Sequence[str]) -> bool:
        """Whether a clause of `about` holds the window whose last day a question asks for."""
        rules = (rule for one in about for rule in self._corpus.policies[policy_id].by_id[one].rules)
        lasting = (one for one in rules if isinstance(one, WindowRule) and isinstance(one.until, date))
        return any(asks_last_day(question, one.window) for one in lasting)

    def names_event(self, policy_id: str, question: str, about: Sequence[str]) -> bool:
        """Whether a deadline near a question runs from what the question names (6月2日住院的,最晚哪天登记)."""
        near = (rule for one in about for rule in self._corpus.policies[policy_id].by_id[one].rules)
        events = (
            event for rule in near if isinstance(rule, DeadlineRule) and rule.after for event in events_in(rule.after)
        )
        return any(event in question for event in events)

    def nearest_window(self, policy_id: str, question: str, about: Sequence[str]) -> str | None:
        """The clause with the window that a question about a day means, where the first of `about` is one."""
        windows = [one for one in stated(self._corpus.policies[policy_id], WindowRule) if one.clause.id in about]
        if not find_dates(question) or about[0] not in {one.clause.id for one in windows}:
            return None
        return next((one.clause.id for one in relevant(windows, question)), None)

    def open_window(self, policy_id: str, question: str) -> str | None:
        """The clause with the window of a policy that a question about a day means (11月25日还能交费吗)."""
        windows = enrolling(self._corpus.policies[policy_id])
        if not find_dates(question):
            return None
        only = windows if len(windows) == 1 else ()  # meant even where it shares no word with the question
        return next((one.clause.id for one in (*relevant(windows, question), *only)), None)

    def deadline(self, policy_id: str, question: str) -> str | None:
        """The clause with the deadline that a question about a day means, wherever in the policy it stands."""
        deadlines = stated(self._corpus.policies[policy_id], DeadlineRule)
        is_of_days = find_dates(question) or tells_of_delay(question)
        return next((one.clause.id for one in relevant(deadlines, question)), None) if is_of_days else None

    def wait(self, policy_id: str, question: str) -> str | None:
        """The clause with the only wait of a policy, where a question names the day of the payment."""
        waits = stated(self._corpus.policies[policy_id], WaitingRule)
        return waits[0].clause.id if len(waits) == 1 and find_dates(question) else None

    def reach(self, policy_id: str, question: str) -> str | None:
        """The clause that says how far back from a day named a benefit reaches, where that is what is asked."""
        rules = stated(self._corpus.policies[policy_id], RetroactiveRule)
        return rules[0].clause.id if len(rules) == 1 and asks_how_far_back(question) else None

    def list_meant(self, policy_id: str, question: str, about: Sequence[str]) -> str | None:
        """The clause with the list of papers a question means: by the words no other list has, else the nearest."""
        lists = stated(self._corpus.policies[policy_id], DocumentsRule)
        own = {word for one in lists for word in one.rule.says}
        kindred = (words for words in self._widening.words(question) if own.intersection(words.split()))
        return list_meant(lists, " ".join((question, *kindred)), about)

    def sharing(self, policy_id: str, question: str) -> str | None:
        """The clause that shares the year's result of an insurer, where a question tells that as a ratio."""
        rules = stated(self._corpus.policies[policy_id], SharingRule)
        is_told = _YEARS_RESULT.search(question) is not None and Question.read(question).ratios
        return rules[0].clause.id if len(rules) == 1 and is_told else None

    def premium_tables(self, policy_id: str, question: str, about: Sequence[str]) -> tuple[str, ...]:
        """The clauses with tables of who pays what: those named by their own words, those of `about`, else all."""
        tables = relevant(stated(self._corpus.policies[policy_id], PremiumRule), question)
        named = [one.clause.id for one in tables if any(word in question for word in one.rule.says)]
        near = [clause for clause in about if self.has(PremiumRule, policy_id, clause)]
        return tuple(dict.fromkeys((*named, *near) or (one.clause.id for one in tables)))

    def tables_of_other_payers(self, policy_id: str, question: str, told: Collection[str]) -> tuple[str, ...]:
        """The clauses with tables of who pays nothing in the tables `told` (职工 beside 单位), but not of others."""
        every = stated(self._corpus.policies[policy_id], PremiumRule)
        payers = {
            one.clause.id: {payer for group in one.rule.groups for payer in group.pays}
            for one in every
            if not self.is_of_others(policy_id, one.clause.id, question)
        }
        paying = {payer for clause in told for payer in payers.get(clause, ())}
        return tuple(clause for clause, own in payers.items() if paying.isdisjoint(own))

    def is_of_others(self, policy_id: str, clause_id: str, question: str) -> bool:
        """Whether a table of premiums is for a group of its own (外商投资企业) of which a question says nothing."""
        rules = self._corpus.policies[policy_id].by_id[clause_id].rules
        tables = [rule for rule in rules if isinstance(rule, PremiumRule)]
        is_named = any(word in group.who for one in tables for word in one.says for group in one.groups)
        return is_named and not any(word in question for one in tables for word in one.says)

    def is_all(self, policy_id: str, clause_ids: Sequence[str]) -> bool:
        """Whether clauses hold a list beyond which nothing is covered: what it names it decides."""
        rules = self._rules(policy_id, clause_ids)
        return any(isinstance(rule, CoversRule) and rule.closed for rule in rules)

    def is_excluded(self, policy_id: str, clause_ids: Sequence[str]) -> bool:
        """Whether clauses hold a list of what is not paid, which no other clause can say yes to."""
        return any(isinstance(rule, ExcludesRule) for rule in self._rules(policy_id, clause_ids))

    def _rules(self, policy_id: str, clause_ids: Sequence[str]) -> Iterator[Rule]:
        clauses = self._corpus.policies[policy_id].by_id
        return (rule for one in clause_ids for rule in clauses[one].rules)


def asks_last_day(question: str, window: str) -> bool:
    """Whether a question asks for the last day of a window, by two characters of its name."""
    is_named = any(window[at : at + 2] in question for at in range(len(window) - 1))
    return is_named and _LAST_DAY.search(question) is not None
