"""The first line of an answer from a whole policy: what its rules and figures together say straight to the question."""

from __future__ import annotations

from collections.abc import Sequence

from mingbai.assistant.leads.backward import backward_lead
from mingbai.assistant.leads.born import born_lead
from mingbai.assistant.leads.counted import counted_lead
from mingbai.assistant.leads.extra_paid import with_extra
from mingbai.assistant.leads.in_and_out import in_and_out_lead, listed_lead
from mingbai.assistant.leads.late import late_lead
from mingbai.assistant.leads.least_counts import least_counts_lead
from mingbai.assistant.leads.money import first_own_lead
from mingbai.assistant.leads.multiples import multiples_lead
from mingbai.assistant.leads.question import Lead, Question
from mingbai.assistant.leads.reckoning import each_reckoned, reckoning_lead
from mingbai.assistant.leads.stages import stages_lead
from mingbai.assistant.leads.verdict import unwaived_lead, unwritten_scheme_lead, verdict_lead
from mingbai.assistant.leads.waiting import before_it_began, waiting_lead
from mingbai.assistant.leads.whole_premium import whole_premium_lead
from mingbai.assistant.library import Library
from mingbai.assistant.sums.cap_left import cap_left_lead
from mingbai.rules.case import Case


class PolicyLeads:
    """Direct answers from the policies of one library, each found by its id."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._corpus = library.corpus

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

    def waits(self, policy_id: str, question: str, case: Case) -> Lead | None:
        """Whether what was paid when covers an illness then, or a child so old is in time, under a policy by its id."""
        policy = self._corpus.policies[policy_id]
        return waiting_lead(policy, self._corpus.vocabulary, question, case) or born_lead(policy, question)

    def before_it_began(self, policy_id: str, question: str) -> Lead | None:
        """That care on the days named came before a policy, found by its id, was in force."""
        return before_it_began(self._corpus.policies[policy_id], question)

    def of_delay(self, policy_id: str, question: str) -> Lead | None:
        """What paying late costs under a policy found by its id."""
        return late_lead(self._corpus.policies[policy_id], self._corpus.vocabulary, question)

    def with_extra(self, policy_id: str, question: str, case: Case) -> Lead | None:
        """What one person pays together with an insurance paid apart, under a policy found by its id."""
        years = Question.read(question).years
        return with_extra(self._corpus.policies[policy_id], self._corpus.vocabulary, case, years, question)

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

    def counted(self, policy_id: str, clause_id: str, question: str) -> Lead | None:
        """The lines of a clause that count what is asked for."""
        return counted_lead(self._corpus.policies[policy_id].by_id[clause_id], question)
