"""Answers that clauses keep for a question like the one asked, and whether a rule tells that more exactly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mingbai.assistant.finding.clauses_meant import ClausesMeant
from mingbai.assistant.finding.first_line import FirstLines
from mingbai.assistant.finding.hits import where
from mingbai.assistant.finding.inquiry import Inquiry
from mingbai.assistant.finding.policy_leads import PolicyLeads
from mingbai.assistant.finding.question_parts import QuestionParts
from mingbai.assistant.leads.documents import speaks_of_papers
from mingbai.assistant.leads.enough import asks_if_enough
from mingbai.assistant.leads.proportion import asks_proportion
from mingbai.assistant.leads.question import Question
from mingbai.assistant.library import Library
from mingbai.assistant.matching.asked import SURE
from mingbai.assistant.matching.bounded import on_side_told
from mingbai.assistant.matching.match import Match
from mingbai.assistant.matching.may_or_must import asks_must, rules_else
from mingbai.assistant.matching.telling_words import pairs
from mingbai.assistant.openings.refused import asks_once, is_refused
from mingbai.assistant.outcome import Searched
from mingbai.assistant.passages import SHOWN, passage
from mingbai.assistant.reply import ReplyKind
from mingbai.corpus.kinds import DocumentsRule

_RANKED = 5
_AS_PLAIN = 0.9
_NEAR = 2
"""Of so many clauses a question that names no subject is answered, as they are found by what it is asked of."""
_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年)")
_SILENCE = re.compile(r"\*\*没有写")
_YES = re.compile(r"\*\*(算|能|可以|行|管|报|补)")
_RULING = re.compile(r"\*\*(?:不行|不能|不可以|能|可以|行)\*\*")
_HOW_MUCH = re.compile("多少|几|好多|怎么算|一共")
_IN_ALL = re.compile("[一总]共|加起来|合起来|合计")
_OF_DEDUCTIBLE = re.compile("起付|门槛")  # 癌症扣门槛费不: that cancer is on the list does not tell it
_SETS_APART = re.compile("(哪[个边家种]).{1,8}\\1")
"""Two things asked for beside each other (哪个封顶哪个不封), of which one answer tells one."""


@dataclass(frozen=True)
class Ready:
    """An answer that clauses keep, to what people are known to ask in these `words`.

    `is_sure` where it is surely to what was asked.
    """

    answer: Searched
    is_sure: bool
    words: tuple[str, ...]

    @property
    def policy(self) -> str:
        """The document that keeps it."""
        return self.answer.passages[0].policy

    @property
    def clauses(self) -> list[str]:
        """The clauses that keep it."""
        return [one.clause for one in self.answer.passages]

    def speaks_of(self, things: Sequence[str]) -> bool:
        """Whether it is surely to what was asked, or one of these things is named where it is asked or told."""
        told = "\n".join((*self.words, self.answer.lead or ""))
        return self.is_sure or any(pair in told for one in things for pair in pairs(one))

    @property
    def is_silence(self) -> bool:
        """Whether it says of something that it is not written."""
        return _SILENCE.match(self.answer.lead or "") is not None


class ReadyAnswers:
    """The ready answers of one library."""

    def __init__(
        self, library: Library, leads: PolicyLeads, clauses: ClausesMeant, first_lines: FirstLines, parts: QuestionParts
    ) -> None:
        self._library = library
        self._leads = leads
        self._clauses = clauses
        self._first_lines = first_lines
        self._parts = parts

    def to(self, asked: Inquiry) -> Ready | None:
        """The answer that clauses keep for a question; None where there is none, or it leaves out what was asked, too.

        It opens with what follows from the figures of its clauses where that is what was asked.
        """
        meant = self._meant(asked)
        if not meant:
            return None
        words = tuple(one.words for one in meant)
        ready = Ready(self._told(asked.kind, meant), meant[0].alike >= SURE, words)
        is_half = not ready.is_sure and len(meant) == 1 and _SETS_APART.search(asked.query)
        if is_half or self._parts.leaves_one_out(ready.answer, asked.bare, is_open=asked.is_open):
            return None
        return replace(ready, answer=self._reckoned(asked, ready))

    def is_ruled(self, asked: Inquiry, ready: Ready) -> bool:
        """Whether a rule tells what was asked more exactly than a ready answer, which tells it in general.

        Of papers a ready answer tells only what no list does, where it is surely what was asked; or where the question
        is not plainly one for papers.
        """
        if not speaks_of_papers(asked.query) and self._leads.listed(
            ready.policy, asked.query, asked.case, ready.clauses
        ):
            return True
        is_listed = any(self._clauses.has(DocumentsRule, ready.policy, clause) for clause in ready.clauses)
        if asked.kind == "documents":
            is_of_others = not (ready.is_sure or not speaks_of_papers(asked.query))
            return is_of_others or is_listed
        if asks_if_enough(asked.query) and self._clauses.list_meant(ready.policy, asked.query, ready.clauses):
            return True
        told = Question.read(self._without_own_year(asked.query, ready.policy))
        is_of_figures = told.names_figures and not _rules(asked, ready, told)
        if self._first_lines.asks_premium(asked.query, ready.policy) or is_of_figures:
            return True
        if self._leads.waits(ready.policy, asked.query, asked.case):
            return True
        if self._leads.cap_left(ready.policy, asked.query, asked.case):  # 今年住院还能再报多少封顶: not the whole cap
            return True
        if self._leads.with_extra(ready.policy, asked.query, asked.case):  # 连大额一起交多少: not what that alone costs
            return True
        if self._leads.first_own(ready.policy, asked.query, asked.case):  # 注明自负的药用了800: of that sum, 20%
            return True
        if self._clauses.shuts(ready.policy, asked.query, ready.clauses):
            return True
        if asked.context and ready.is_silence:  # 超出的报几成, of the 大额 named before it: no rate of another benefit
            return False
        own = asked.clauses_of(ready.policy)
        about = [*ready.clauses, *own][:SHOWN]
        has_rates = self._first_lines.rates(asked.query, ready.policy, about, asked.case) is not None
        return has_rates or self._is_decided(asked, ready, own[:1])

    def _without_own_year(self, question: str, policy_id: str) -> str:
        """A question without the year of a policy, found by its id: that says which rule is meant (2013年那个)."""
        policy = self._library.corpus.policies[policy_id]
        return re.sub("(?:19|20)[0-9]{2}年", lambda year: "" if year[0][:4] in policy.title else year[0], question)

    def _meant(self, asked: Inquiry) -> tuple[Match, ...]:
        """The answers that clauses keep for a question like this one.

        Where nobody said which document is meant, only those may answer that are no one place's rule: guides, and the
        one found first. What names no subject is answered of the clauses found by what it is asked of, else with that.
        """
        ranked = [where(hit) for hit in asked.hits[:_RANKED]]
        first = [policy for policy, _ in ranked[:1] if not self._library.binds(policy)]
        within = asked.within or (*self._library.general, *first)
        meant = self._library.asked.meant(asked.bare, within, ranked, asked.query)
        sided = (
            on_side_told(one, self._library.corpus.policies[one.policy].by_id[one.clause], asked.query) for one in meant
        )
        meant = _unrefused([one for one in sided if one and not self._is_of_year(one, asked)], asked.query)
        if asked.is_part:
            meant = tuple(one for one in meant if not rules_else(asked.bare, one.answer or ""))
        likely = (
            () if meant or not asked.is_part else self._library.asked.likely(asked.bare, within, ranked, asked.query)
        )
        if not asked.context:
            return meant or likely
        near = tuple(one for one in meant if one.answered[:2] in ranked[:_NEAR])
        joined = self._library.asked.meant(
            f"{asked.context} {asked.bare}", within, ranked, f"{asked.context} {asked.query}"
        )
        is_first = bool(near and joined) and joined[0].answered[:2] == ranked[0] != near[0].answered[:2]
        is_plainer = is_first and near[0].alike < SURE and joined[0].alike >= _AS_PLAIN * near[0].alike
        return joined if is_plainer else near or joined or likely

    def _is_of_year(self, match: Match, asked: Inquiry) -> bool:
        """Whether the clause of an answer is headed by another year than those a question names (2009年, of 2008)."""
        document = self._library.corpus.policies.get(match.policy)
        headed = {*_YEAR.findall(document.by_id[match.clause].title)} if document else set()
        return bool(headed) and headed.isdisjoint(_YEAR.findall(asked.query) or headed)

    def _told(self, kind: ReplyKind, meant: Sequence[Match]) -> Searched:
        """The clauses that keep some answers, led by these."""
        policy = meant[0].policy
        clauses = dict.fromkeys(one.clause for one in meant)
        return Searched(
            kind=kind,
            passages=tuple(passage(self._library, policy, clause) for clause in clauses),
            lead="\n".join(one.lead for one in meant),
            warnings=self._library.warnings(policy),
        )

    def _reckoned(self, asked: Inquiry, ready: Ready) -> Searched:
        """A ready answer, led by what follows from the figures of its clauses where that is what was asked.

        What all comes to may take the clauses that search finds beside them.
        """
        about = ready.clauses
        if _IN_ALL.search(asked.query) or asks_proportion(asked.query):
            about = list(dict.fromkeys((*about, *asked.clauses_of(ready.policy))))[:_RANKED]
        lead = self._leads.reckoned(ready.policy, asked.query, about, asked.case, asked.bare)
        if lead is None:
            return ready.answer
        more = (passage(self._library, ready.policy, one) for one in lead.clauses if one not in ready.clauses)
        passages = (*ready.answer.passages, *more)
        return ready.answer.model_copy(update={"lead": lead.text, "passages": passages})

    def _is_decided(self, asked: Inquiry, ready: Ready, best: Sequence[str]) -> bool:
        """Whether a list of a clause itself says yes or no to what the question names (痛风算门诊大病吗).

        So does the list of the clause that search finds `best`, where another keeps the answer and not surely.
        """
        if _OF_DEDUCTIBLE.search(asked.query) and _OF_DEDUCTIBLE.search(ready.answer.lead or ""):
            return False
        policy, clauses = ready.policy, [*ready.clauses, *(() if ready.is_sure else best)]
        if asked.kind != "eligibility":
            return self._leads.listed(policy, asked.query, asked.case, clauses) is not None
        verdict = self._leads.verdict(policy, asked.query, asked.case, clauses, asked.unplaced)
        if verdict is None or not verdict.names:
            return False
        ruling = ready.clauses if asks_must(asked.query) else clauses  # 肿瘤病人用不用先垫: its list tells no duty
        if set(verdict.clauses) <= set(ruling) or self._clauses.is_all(policy, verdict.clauses):
            return True
        return _YES.match(ready.answer.lead or "") is not None and self._clauses.is_excluded(policy, verdict.clauses)


def _unrefused(meant: Sequence[Match], question: str) -> tuple[Match, ...]:
    """Some answers without a yes that another of them refuses for want of its condition."""
    if not asks_once(question):
        return tuple(meant)
    return tuple(one for one in meant if not any(is_refused(one.answer or "", it.answer or "") for it in meant))


def _rules(asked: Inquiry, ready: Ready, told: Question) -> bool:
    """Whether a ready answer says yes or no where just that is asked; those `told` then only tell the case (交60的)."""
    is_of_time = told.days or told.day_of_month or told.days_held or told.years or told.ratios
    is_asked = asked.kind == "eligibility" and not _HOW_MUCH.search(asked.query)
    return is_asked and not is_of_time and _RULING.match(ready.answer.lead or "") is not None
