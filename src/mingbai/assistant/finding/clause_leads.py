"""The first line of an answer from the clauses: what the rules under a clause say straight to the question.

A clause tells the rule; the lead applies it: the date for the day named, the fee for the sum owed, the row of the
premium table for the person, yes or no for what a list names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from mingbai.assistant.leads.asks_cost import asks_what_insurance_costs, says_what_it_asks_of_costs
from mingbai.assistant.leads.backward import backward_lead
from mingbai.assistant.leads.born import born_lead
from mingbai.assistant.leads.counted import counted_lead
from mingbai.assistant.leads.date import date_lead
from mingbai.assistant.leads.days_named import (
    asks_how_far_back,
    day_after,
    event_first,
    events_in,
    paid_first,
    tells_of_delay,
)
from mingbai.assistant.leads.deadline_kept import held_lead, later_lead
from mingbai.assistant.leads.documents import asks_for_papers, asks_only_when, documents_lead, list_meant
from mingbai.assistant.leads.enrolment import enrolling, is_shut, on_time_lead, year_meant
from mingbai.assistant.leads.in_and_out import in_and_out_lead, listed_lead
from mingbai.assistant.leads.late import late_lead
from mingbai.assistant.leads.least_counts import least_counts_lead
from mingbai.assistant.leads.list import asks_which, list_lead
from mingbai.assistant.leads.money import advance_lead, first_own_lead, is_advanced
from mingbai.assistant.leads.multiples import multiples_lead
from mingbai.assistant.leads.plan_premiums import asks_what_comes_back, asks_what_plans_cost
from mingbai.assistant.leads.premium import premium_leads
from mingbai.assistant.leads.question import Lead, Question
from mingbai.assistant.leads.reckoning import each_reckoned, reckoning_lead
from mingbai.assistant.leads.sharing import sharing_lead
from mingbai.assistant.leads.stages import stages_lead
from mingbai.assistant.leads.verdict import unwaived_lead, unwritten_scheme_lead, verdict_lead
from mingbai.assistant.leads.waiting import before_it_began, waiting_lead
from mingbai.assistant.leads.when_paid import asks_when_paid
from mingbai.assistant.leads.whole_premium import whole_premium_lead
from mingbai.assistant.leads.window_claim import window_claim_lead
from mingbai.assistant.leads.working_days import working_days_lead
from mingbai.assistant.library import Library
from mingbai.assistant.matching.widening import Widening
from mingbai.assistant.reply import ReplyKind
from mingbai.assistant.sums.cap_left import cap_left_lead
from mingbai.corpus.kinds import (
    AdvanceRule,
    CoversRule,
    DateRule,
    DeadlineRule,
    DocumentsRule,
    ExcludesRule,
    PremiumBaseRule,
    PremiumRule,
    RetroactiveRule,
    SharingRule,
    WaitingRule,
    WindowRule,
)
from mingbai.corpus.models import Clause, Policy, Rule
from mingbai.language.numbers.dates import find_dates
from mingbai.money import short, words
from mingbai.rules.case import Case
from mingbai.rules.dates import date_answer, deadline_words
from mingbai.rules.days import day_words
from mingbai.rules.documents import checklist
from mingbai.rules.premium import Base, lowered
from mingbai.rules.sharing import advance
from mingbai.rules.stated import Stated, relevant, stated

_PAYING = re.compile(
    "[交缴]|保费|筹|多少钱|钱是?多少|政府补|补助(?:多少|标准|一共|提高)|财政|标准|各多少|各出|谁出|合计|[掏扣贴]|百分之|[几少]个点|个百分点"
    "|(?:单位|财政|政府|公家|中央|国家)[^,;。报]{0,8}[出补]|收[^,;。报]{0,6}(?:多少|好多|几多|几块|几个钱)|一年(?:要|得|是|收|一共)?(?:多少|好多|几多)"
)
_FROM_TO = re.compile(
    "(?:几[号月]|哪一?[天日]|什么时候|啥时候?)[^,。;]{0,6}到(?:几|哪|什么时|啥时)|从(?:几|哪|什么时|啥时)"
)
_NEARLY_ALL = 0.7
_OF_PAPERS: tuple[ReplyKind, ...] = ("documents", "procedure")
_LIMIT = re.compile("标准.{0,4}(?:最高|上限|封顶|不超过)")
_FEE = re.compile("滞纳金")  # the days named are then those of the delay
_YEARS_RESULT = re.compile("成本率|赔付率|亏|盈余|盈利|赚")
_LAST_DAY = re.compile(
    "最[晚迟]|截止|为止|最后[一哪]?[天日]|几号(?:之|以)?前|(?<![号天日月])[到过](?:几号|哪一?[天日])(?![^,。;]{0,6}[到至])"
)


class Leads:
    """Direct answers from the rules of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._corpus = library.corpus
        self._widening = Widening(library.corpus.vocabulary)

    def of(
        self, policy_id: str, clause_id: str, question: str, case: Case, kind: ReplyKind | None = None
    ) -> Lead | None:
        """The direct answer that the rules under a clause give to a question of a kind; None where they give none."""
        policy = self._corpus.policies[policy_id]
        clause = policy.by_id[clause_id]
        rules = clause.rules
        asked = Question.read(question, year_meant(policy, rules, question))
        if any(isinstance(rule, WaitingRule) for rule in rules):
            asked = paid_first(asked)
        if on_time := on_time_lead(policy, clause, asked):
            return on_time
        if any(isinstance(rule, WaitingRule) for rule in rules):  # who waits is not within the time of those on time
            rules = tuple(rule for rule in rules if not isinstance(rule, WindowRule))
        if asked.days and any(is_shut(rule, asked.days[0]) for rule in rules):  # then no month of the year opens it
            rules = tuple(rule for rule in rules if not (isinstance(rule, WindowRule) and rule.every))
        if asked.days or asked.day_of_month:  # the date that was asked for comes first
            rules = tuple(sorted(rules, key=lambda rule: not isinstance(rule, DateRule)))
        leads = [lead for rule in rules for lead in self._of_rule(policy, clause, rule, asked, case, kind)]
        if not leads:
            return None
        clauses = dict.fromkeys(one for lead in leads for one in lead.clauses)
        text = "\n".join(dict.fromkeys(lead.text for lead in leads))
        is_whole = all(lead.is_whole for lead in leads) and len(text) >= _NEARLY_ALL * len(clause.text)
        return Lead(text, tuple(clauses), is_whole and len(leads) == len(clause.rules))

    def has(
        self, kind: type[DeadlineRule | WaitingRule | DocumentsRule | PremiumRule], policy_id: str, clause_id: str
    ) -> bool:
        """Whether a clause holds a rule of a kind: a deadline, a time to wait, a premium."""
        return any(isinstance(rule, kind) for rule in self._corpus.policies[policy_id].by_id[clause_id].rules)

    def nearest_window(self, policy_id: str, question: str, about: Sequence[str]) -> str | None:
        """The clause with the window that a question about a day means, where the first of `about` is one."""
        windows = [one for one in stated(self._corpus.policies[policy_id], WindowRule) if one.clause.id in about]
        if not find_dates(question) or about[0] not in {one.clause.id for one in windows}:
            return None
        return next((one.clause.id for one in relevant(windows, question)), None)

    def is_of_paying(self, policy_id: str, clause_id: str) -> bool:
        """Whether a clause holds a window in which people enrol or pay, which opens and shuts for good."""
        rules = self._corpus.policies[policy_id].by_id[clause_id].rules
        return any(isinstance(rule, WindowRule) and rule.every != "month" for rule in rules)

    def shuts(self, policy_id: str, question: str, about: Sequence[str]) -> bool:
        """Whether a clause of `about` holds the window whose last day a question asks for."""
        rules = (rule for one in about for rule in self._corpus.policies[policy_id].by_id[one].rules)
        lasting = (one for one in rules if isinstance(one, WindowRule) and isinstance(one.until, date))
        return any(_asks_last_day(question, one.window) for one in lasting)

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

    def names_event(self, policy_id: str, question: str, about: Sequence[str]) -> bool:
        """Whether a deadline near a question runs from what the question names (6月2日住院的,最晚哪天登记)."""
        near = (rule for one in about for rule in self._corpus.policies[policy_id].by_id[one].rules)
        events = (
            event for rule in near if isinstance(rule, DeadlineRule) and rule.after for event in events_in(rule.after)
        )
        return any(event in question for event in events)

    def wait(self, policy_id: str, question: str) -> str | None:
        """The clause with the only wait of a policy, where a question names the day of the payment."""
        waits = stated(self._corpus.policies[policy_id], WaitingRule)
        return waits[0].clause.id if len(waits) == 1 and find_dates(question) else None

    def reach(self, policy_id: str, question: str) -> str | None:
        """The clause that says how far back from a day named a benefit reaches, where that is what is asked."""
        rules = stated(self._corpus.policies[policy_id], RetroactiveRule)
        return rules[0].clause.id if len(rules) == 1 and asks_how_far_back(question) else None

    def awaited(self, policy_id: str, rest: str, question: str, about: Sequence[str]) -> Lead | None:
        """How long an office takes once papers are in; `rest` is the question from where it says that they are.

        None where search found that deadline first and no day is named: then its clause speaks for itself.
        """
        deadlines = stated(self._corpus.policies[policy_id], DeadlineRule)
        near = [one for clause in about for one in deadlines if one.clause.id == clause]
        due = next(iter((*relevant(near, rest), *near)), None)
        if due is None:
            return None
        if dated := self.of(policy_id, due.clause.id, question, Case({}), "fact"):
            return dated
        text = f"**{due.rule.name}**:{deadline_words(due.rule)}。"
        return None if due.clause.id == about[0] else Lead(text, (due.clause.id,), is_alone=True)

    def is_of_others(self, policy_id: str, clause_id: str, question: str) -> bool:
        """Whether a table of premiums is for a group of its own (外商投资企业) of which a question says nothing."""
        rules = self._corpus.policies[policy_id].by_id[clause_id].rules
        tables = [rule for rule in rules if isinstance(rule, PremiumRule)]
        is_named = any(word in group.who for one in tables for word in one.says for group in one.groups)
        return is_named and not any(word in question for one in tables for word in one.says)

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

    def waits(self, policy_id: str, question: str, case: Case) -> Lead | None:
        """Whether what was paid when covers an illness then, or a child so old is in time, under a policy by its id."""
        policy = self._corpus.policies[policy_id]
        return waiting_lead(policy, self._corpus.vocabulary, question, case) or born_lead(policy, question)

    def before_it_began(self, policy_id: str, question: str) -> Lead | None:
        """That care on the days named came before a policy, found by its id, was in force."""
        return before_it_began(self._corpus.policies[policy_id], question)

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

    def premium_tables(self, policy_id: str, question: str, about: Sequence[str]) -> tuple[str, ...]:
        """The clauses with tables of who pays what: those named by their own words, those of `about`, else all."""
        tables = relevant(stated(self._corpus.policies[policy_id], PremiumRule), question)
        named = [one.clause.id for one in tables if any(word in question for word in one.rule.says)]
        near = [clause for clause in about if self.has(PremiumRule, policy_id, clause)]
        return tuple(dict.fromkeys((*named, *near) or (one.clause.id for one in tables)))

    def verdict(
        self, policy_id: str, question: str, case: Case, about: Sequence[str], bare: str | None = None
    ) -> Lead | None:
        """What the lists of a policy, found by its id, decide."""
        policy, vocabulary = self._corpus.policies[policy_id], self._corpus.vocabulary
        told = in_and_out_lead(policy, vocabulary, question, case, about)
        return told or verdict_lead(policy, vocabulary, question, case, about, bare)

    def listed(self, policy_id: str, question: str, case: Case, about: Sequence[str]) -> Lead | None:
        """Which illnesses a list has, where a question asks for that, in a policy found by its id."""
        return listed_lead(self._corpus.policies[policy_id], self._corpus.vocabulary, question, case, about)

    def unwaived(self, policy_id: str, question: str, case: Case, about: Sequence[str]) -> Lead | None:
        """That nothing is written of a deductible waived, in a policy found by its id."""
        return unwaived_lead(self._corpus.policies[policy_id], self._corpus.vocabulary, question, case, about)

    def unwritten_scheme(self, policy_id: str, question: str, case: Case, about: Sequence[str]) -> Lead | None:
        """That nothing is written of the scheme told, in a policy found by its id."""
        return unwritten_scheme_lead(self._corpus.policies[policy_id], question, case, about)

    def counted(self, policy_id: str, clause_id: str, question: str) -> Lead | None:
        """The lines of a clause that count what is asked for."""
        return counted_lead(self._corpus.policies[policy_id].by_id[clause_id], question)

    def reckoned(
        self, policy_id: str, question: str, about: Sequence[str], case: Case, bare: str | None = None
    ) -> Lead | None:
        """What follows from the figures that clauses write: a difference, a sum, a share, a year of months."""
        policy = self._corpus.policies[policy_id]
        clauses = [policy.by_id[one] for one in about]
        is_of_bills = policy_id in self._library.books
        multiples = (multiples_lead(policy, one, question, case) for one in clauses)
        found = (reckoning_lead(one, question, bare, is_of_bills=is_of_bills) for one in clauses)
        enough = (least_counts_lead(one, question) for one in clauses)
        if due := stages_lead(policy, question, about) or next(filter(None, (*multiples, *enough)), None):
            return due
        return each_reckoned(list(filter(None, found)), {one.id: one.title for one in clauses}, question)

    def of_delay(self, policy_id: str, question: str) -> Lead | None:
        """What paying late costs under a policy found by its id."""
        return late_lead(self._corpus.policies[policy_id], self._corpus.vocabulary, question)

    def of_whole_premium(self, policy_id: str, question: str) -> Lead | None:
        """What shares of all premiums come to, under a policy found by its id."""
        return whole_premium_lead(self._corpus.policies[policy_id], self._corpus.vocabulary, question)

    def backward(self, policy_id: str, question: str, case: Case, about: Sequence[str]) -> Lead | None:
        """What a bill must have been when so much of it was paid, under a policy found by its id."""
        book = self._library.books.get(policy_id)
        return backward_lead(book, self._corpus.vocabulary, question, case, about) if book else None

    def cap_left(self, policy_id: str, question: str, case: Case) -> Lead | None:
        """How much the year still allows after what was paid, under a policy found by its id."""
        book = self._library.books.get(policy_id)
        return cap_left_lead(book, question, case) if book else None

    def first_own(self, policy_id: str, question: str, case: Case) -> Lead | None:
        """What a person bears first of a part of the bill, under a policy found by its id."""
        return first_own_lead(self._corpus.policies[policy_id], self._corpus.vocabulary, question, case)

    def _of_rule(
        self, policy: Policy, clause: Clause, rule: Rule, asked: Question, case: Case, kind: ReplyKind | None
    ) -> Iterator[Lead]:
        vocabulary = self._corpus.vocabulary
        match rule:
            case DocumentsRule():
                papers = checklist(Stated(policy, clause, rule), vocabulary, case)
                is_of_papers = kind in (None, *_OF_PAPERS) and not (kind == "procedure" and asks_only_when(asked.text))
                if is_of_papers or asks_for_papers(papers, asked.text):
                    yield documents_lead(papers, asked.text)
            case PremiumRule() if _is_of_paying(asked.text):
                yield from premium_leads(Stated(policy, clause, rule), vocabulary, asked, case)
            case SharingRule() if asked.ratios:
                yield sharing_lead(Stated(policy, clause, rule), asked, case)
            case CoversRule() | ExcludesRule() if kind not in _OF_PAPERS and asks_which(asked.text):
                yield Lead(list_lead(rule), (clause.id,))
            case AdvanceRule() if asked.sums and kind not in _OF_PAPERS and not is_advanced(asked.text):
                yield from advance_lead(advance(Stated(policy, clause, rule), asked.sums[0]), asked.sums[0])
            case PremiumBaseRule(of=of) if asked.city_average and asked.own_average:
                base, formula, _ = lowered(of, policy, Base(own_average=asked.own_average), asked.city_average)
                shown = "" if formula == short(base) else f"({formula})"
                yield Lead(f"**缴费基数按 {words(base)}**{shown}。", (clause.id,))
            case WindowRule() if claimed := window_claim_lead(rule, clause, asked.text):
                yield claimed
            case WindowRule(every="month", from_=Decimal() as first, until=Decimal() as last) if asked.day_of_month:
                within = "在" if first <= asked.day_of_month <= last else "不在"
                working = "的工作日" if rule.working_days else ""
                text = f"**{asked.day_of_month}日{within}“{rule.window}”的时间内**:每月{first}日到{last}日{working}。"
                yield Lead(text, (clause.id,))
            case WindowRule(until=date() as last) if not asked.days and _asks_last_day(asked.text, rule.window):
                opens = rule.from_ if _FROM_TO.search(asked.text) else None
                begins = f"{day_words(opens)}到" if isinstance(opens, date) else "最晚 "
                yield Lead(f"**{begins}{day_words(last)}**({rule.window})。", (clause.id,))
            case DeadlineRule() if not asked.days:
                yield from held_lead(Stated(policy, clause, rule), asked)
            case DeadlineRule() if not _FEE.search(asked.text) and (
                counted := working_days_lead(Stated(policy, clause, rule), vocabulary, case, asked)
            ):
                yield from counted
            case _ if isinstance(rule, DateRule) and asked.days and not _FEE.search(asked.text):
                asked = event_first(asked, rule.after) if isinstance(rule, DeadlineRule) and rule.after else asked
                asked = day_after(asked) if isinstance(rule, WindowRule) else asked
                answer = date_answer(Stated(policy, clause, rule), vocabulary, case, asked.days[0])
                later = later_lead(clause, rule, answer, asked) if isinstance(rule, DeadlineRule) else None
                yield from [later] if later else date_lead(answer, asked)


def _is_of_paying(question: str) -> bool:
    if _LIMIT.search(question) or asks_when_paid(question) or asks_what_comes_back(question):
        return False
    is_for_many = Question.read(question).heads is not None and asks_what_insurance_costs(question)  # 三口,选一档,多少
    is_of_cost = asks_what_plans_cost(question) or says_what_it_asks_of_costs(question) or is_for_many
    return is_of_cost or _PAYING.search(question) is not None


def _asks_last_day(question: str, window: str) -> bool:
    """Whether a question asks for the last day of a window, by two characters of its name."""
    is_named = any(window[at : at + 2] in question for at in range(len(window) - 1))
    return is_named and _LAST_DAY.search(question) is not None
