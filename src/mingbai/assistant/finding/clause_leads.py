"""The first line of an answer from the clauses: what the rules under a clause say straight to the question.

A clause tells the rule; the lead applies it: the date for the day named, the fee for the sum owed, the row of the
premium table for the person, yes or no for what a list names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from mingbai.assistant.finding.clauses_meant import asks_last_day
from mingbai.assistant.leads.asks_cost import asks_what_insurance_costs, says_what_it_asks_of_costs
from mingbai.assistant.leads.date import date_lead
from mingbai.assistant.leads.days_named import (
    day_after,
    event_first,
    paid_first,
)
from mingbai.assistant.leads.deadline_kept import held_lead, later_lead
from mingbai.assistant.leads.documents import asks_for_papers, asks_only_when, documents_lead
from mingbai.assistant.leads.enrolment import is_shut, on_time_lead, year_meant
from mingbai.assistant.leads.list import asks_which, list_lead
from mingbai.assistant.leads.money import advance_lead, is_advanced, outlay_told
from mingbai.assistant.leads.plan_premiums import asks_what_comes_back, asks_what_plans_cost
from mingbai.assistant.leads.premium import premium_leads
from mingbai.assistant.leads.question import Lead, Question
from mingbai.assistant.leads.sharing import sharing_lead
from mingbai.assistant.leads.when_paid import asks_when_paid
from mingbai.assistant.leads.window_claim import window_claim_lead
from mingbai.assistant.leads.working_days import working_days_lead
from mingbai.assistant.library import Library
from mingbai.assistant.reply import ReplyKind
from mingbai.corpus.kinds import (
    AdvanceRule,
    CoversRule,
    DateRule,
    DeadlineRule,
    DocumentsRule,
    ExcludesRule,
    PremiumBaseRule,
    PremiumRule,
    SharingRule,
    WaitingRule,
    WindowRule,
)
from mingbai.corpus.models import Clause, Policy, Rule
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
_COUNTED = re.compile("(?:几|多少|好多)(?:个(?!百分|点|钱|月|工)|名|人|位)")
_OF_MONEY = re.compile("(?:多少|好多|几多)(?![个名人位])|几(?:[块元毛百千]|个钱)|每人|个点|百分")
_NEARLY_ALL = 0.7
_OF_PAPERS: tuple[ReplyKind, ...] = ("documents", "procedure")
_LIMIT = re.compile("标准.{0,4}(?:最高|上限|封顶|不超过)")
_FEE = re.compile("滞纳金")  # the days named are then those of the delay


class ClauseLeads:
    """Direct answers from the rules under the clauses of one library."""

    def __init__(self, library: Library) -> None:
        self._corpus = library.corpus

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
        is_alone = any(lead.is_alone for lead in leads)
        return Lead(text, tuple(clauses), is_whole and len(leads) == len(clause.rules), is_alone=is_alone)

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
            case AdvanceRule() if kind not in _OF_PAPERS and not is_advanced(asked.text):
                if outlay := outlay_told(asked, case):
                    yield from advance_lead(advance(Stated(policy, clause, rule), outlay), outlay)
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
            case WindowRule(until=date() as last) if not asked.days and asks_last_day(asked.text, rule.window):
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
    if _COUNTED.search(question) and not _OF_MONEY.search(question):  # 财政掏钱给上医保的是几个: of heads
        return False
    is_for_many = Question.read(question).heads is not None and asks_what_insurance_costs(question)  # 三口,选一档,多少
    is_of_cost = asks_what_plans_cost(question) or says_what_it_asks_of_costs(question) or is_for_many
    return is_of_cost or _PAYING.search(question) is not None
