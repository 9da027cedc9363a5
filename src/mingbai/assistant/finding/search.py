"""Finding the clause that answers a question, and noticing when no clause does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mingbai.assistant.finding.also_asked import AlsoAsked
from mingbai.assistant.finding.bearing import by_bearing
from mingbai.assistant.finding.clauses_meant import ClausesMeant
from mingbai.assistant.finding.first_line import FirstLines
from mingbai.assistant.finding.hits import headings, is_as_good, rules_first, where
from mingbai.assistant.finding.inquiry import Inquiry, usable
from mingbai.assistant.finding.policy_leads import PolicyLeads
from mingbai.assistant.finding.question_parts import QuestionParts
from mingbai.assistant.finding.ready_answers import Ready, ReadyAnswers
from mingbai.assistant.finding.scope_words import ScopeWords
from mingbai.assistant.finding.what_is_written import WhatIsWritten
from mingbai.assistant.finding.whose_rule import WhoseRule
from mingbai.assistant.follow_ups.told_of_answer import told_of_answer
from mingbai.assistant.leads.documents import asks_which
from mingbai.assistant.leads.enough import asks_if_enough
from mingbai.assistant.leads.question import Lead, tells_unwritten
from mingbai.assistant.leads.when_paid import without_price
from mingbai.assistant.library import Library
from mingbai.assistant.matching.kinds_asked import gives_all
from mingbai.assistant.matching.telling_words import TellingWords, asking_parts
from mingbai.assistant.matching.widening import Widening
from mingbai.assistant.openings.confirming import confirmed
from mingbai.assistant.openings.not_adding_up import not_adding_up
from mingbai.assistant.openings.straight import of_another_year
from mingbai.assistant.outcome import Needed, Searched
from mingbai.assistant.passages import SHOWN, heading_and_words, passage
from mingbai.assistant.reply import ReplyKind
from mingbai.assistant.sums.set_beside import set_beside
from mingbai.assistant.toolbox import Facts
from mingbai.assistant.which_policy.basic_scheme import of_basic_premium
from mingbai.assistant.which_policy.own_words import OwnWords
from mingbai.rules.case import Case
from mingbai.rules.denial import of_own_case

if TYPE_CHECKING:
    from mingbai.retrieval import Hit

_NEAREST = 3
_WHETHER = re.compile("[能可][^,。;!?]{0,6}[不吗么没]|可以|行不行|有没有份")  # 还能领不
_ASKS_ONLY = re.compile("(?=.*[哪什])(?:哪[些几]?|什么|[是有的呢都?,。 ]|分别)+")
_ASKS_FOR_A_RULE: tuple[ReplyKind, ...] = ("eligibility", "documents", "procedure")


class ClauseSearch:
    """Searches one library for the clauses that answer a question."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._leads, clauses = PolicyLeads(library), ClausesMeant(library)
        self._first_lines = FirstLines(library, self._leads, clauses)
        self._widening = Widening(library.corpus.vocabulary)
        self._telling = TellingWords(library.corpus.vocabulary)
        self._own_words = OwnWords(library.texts, self._telling)
        self._written = WhatIsWritten(library, self._telling, self._widening)
        self._parts = QuestionParts(library, self._found)
        self._ready = ReadyAnswers(library, self._leads, clauses, self._first_lines, self._parts)
        self._scope_words = ScopeWords(library.corpus)
        self._also_asked = AlsoAsked(library)
        self._whose = WhoseRule(library, self._leads, self._telling)

    def search(
        self,
        query: str,
        kind: ReplyKind,
        policies: Sequence[str] = (),
        facts: Facts | None = None,
        k: int = 8,
        context: str = "",
        *,
        part: str = "",
        told: Sequence[str] | None = None,
        claim: str = "",
        beside: Sequence[str] = (),
        then: Sequence[str] = (),
        asked_before: Mapping[str, Any] | None = None,
    ) -> Searched | Needed:
        """The one or two clauses that answer best, led by what their rules say straight to the question.

        `context` is what a question that names no subject itself (过了咋办) is asked of: clauses are found by it, too.
        `part` is the question as it was put, where it is one of several put at once; `told` lines of the answers to
        those before it, which its own should not tell again (None where it stands beside a sum); `claim` is the message
        that wants a figure confirmed, where the query asks for that figure; `beside` are the policies to hold the
        answer against; `then` are the messages after it that only ask for a figure of its answer, or a plain reckoning
        on that; `asked_before` has the query and the facts of the search before, where these ask by how much the
        answers differ.

        None, with the words nobody speaks of, where no clause answers; the question which policy is meant, where
        several could be.
        """
        case = usable(facts or {}, self._library.corpus.vocabulary)
        asked = self._inquiry(query, kind, policies, case, k, context, is_part=bool(part))
        found = self._to(asked, facts, k)
        if isinstance(found, Needed):
            return found
        if beside:
            return set_beside(found, self.search(query, kind, beside, facts, k))
        if then:
            before = self.search(**{"kind": kind, "policies": policies, **asked_before}) if asked_before else None
            return told_of_answer(found, then, query, before) or found
        if checked := not_adding_up(found, claim or part or query, self._library.corpus.policies):
            return checked.model_copy(update={"part": part})
        if claim:
            return confirmed(found, claim, self._library.corpus.policies) or found
        return self._with_all_asked(found, asked, told).model_copy(update={"part": part})

    def _with_all_asked(self, found: Searched, asked: Inquiry, told: Sequence[str] | None) -> Searched:
        """An answer with what else is asked for, of one of several questions without what those before it `told`.

        A question put alone has to be answered straight to be completed, and not by what is not written.
        """
        is_alone = not asked.is_part and len(asking_parts(asked.query)) <= 1
        is_answered = is_alone and found.lead is not None and not tells_unwritten(found.lead)
        if told is None and not is_answered:
            return found
        found = self._also_asked.with_it(found, asked)
        return self._also_asked.instead(found, asked.query, told) if told else found

    def _to(self, asked: Inquiry, facts: Facts | None, k: int) -> Searched | Needed:
        if early := self._too_early(asked):
            return early
        ready, is_listed = self._ready.to(asked), self._is_listed(asked)
        unwritten = () if is_listed else self._written.unwritten(asked.query, asked.within, asked.hits)
        if unwritten and ready and ready.is_silence:
            ready = None
        unsaid = () if is_listed else unwritten or self._written.unsaid(asked.bare, asked.hits)
        if asked.kind == "eligibility" and unsaid and ready and not ready.speaks_of(unsaid):
            ready = None  # yes or no to another thing than the one asked about
        if ready and not self._ready.is_ruled(asked, ready):
            return self._parts.with_others(ready.answer, asked.bare)
        if asked.within and not unsaid:
            unsaid = self._written.unsaid_contact(asked.query, asked.within)
        if unsaid and (told := self._written.told_beyond(unsaid, asked.within)):
            return self.search(asked.query, asked.kind, told, facts, k)
        if asked.hits and not unsaid:
            return self._of_hits(asked, ready)
        near = headings(asked.hits) if unwritten and asked.within else ()
        warnings = self._library.warnings(asked.policies[0]) if len(asked.policies) == 1 else ()
        nothing = Searched(kind=asked.kind, passages=(), unsaid=unsaid, near=near, warnings=warnings)
        return ready.answer if ready else nothing

    def _inquiry(
        self, query: str, kind: ReplyKind, policies: Sequence[str], case: Case, k: int, context: str, *, is_part: bool
    ) -> Inquiry:
        """A question with the clauses found for it."""
        query = without_price(of_own_case(query))
        bare = self._scope_words.left_out(self._without_titles(query), policies)
        bare = query if _ASKS_ONLY.fullmatch(bare) else bare  # 六统一是哪些: the name is what is asked about
        named = None if policies else self._own_words.named(bare)
        within = (named,) if named else tuple(policies)
        sought = f"{context} {bare if bare.strip() else query}".strip()
        hits = by_bearing(f"{context} {query}".strip(), self._found(sought, within, k))
        return Inquiry(
            query=query,
            unplaced=self._scope_words.left_out(query),
            bare=bare,
            kind=kind,
            case=case,
            policies=tuple(policies),
            within=within,
            hits=self._local_first(query, hits),
            context=context,
            is_part=is_part,
        )

    def _without_titles(self, query: str) -> str:
        for document in self._library.imported.values():
            query = query.replace(document.title, " ")
        return query

    def _found(self, query: str, policies: Sequence[str], k: int) -> list[Hit]:
        """Clauses for a query, looked for also by the terms that clauses use for what the person called otherwise."""
        return self._library.search(self._widening.widened(query), policies, k)

    def _local_first(self, query: str, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """The hits, of the first the clauses of the place asked for before others of their policy."""
        first = [where(hit) for hit in hits[:_NEAREST]]
        beside = {*first}.difference(self._library.asked.for_places(query, first))
        return tuple(sorted(hits, key=lambda hit: where(hit) in beside))

    def _ruled_first(self, asked: Inquiry, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """The hits, that first whose own rule is known to answer the question (11月20日交的,哪天出结果)."""
        ranked = [where(hit) for hit in hits]
        ruled = self._library.asked.ruled(asked.bare, asked.within, ranked, asked.query) if asked.within else None
        return tuple(sorted(hits, key=lambda hit: where(hit) != ruled)) if ruled in ranked else tuple(hits)

    def _too_early(self, asked: Inquiry) -> Searched | None:
        """That a policy had not begun on the day of care that a question names; the clause found stands below."""
        if asked.kind != "eligibility" or not asked.hits:
            return None
        policy, best = where(asked.hits[0])
        if not self._is_in_corpus(policy) or not (lead := self._leads.before_it_began(policy, asked.query)):
            return None
        passages = tuple(passage(self._library, policy, one) for one in dict.fromkeys((*lead.clauses, best)))
        return Searched(kind=asked.kind, passages=passages, lead=lead.text, warnings=self._library.warnings(policy))

    def _is_listed(self, asked: Inquiry) -> bool:
        """Whether a list of what is not paid names what is asked about, in whatever words (车祸: 第三方已经补偿的)."""
        own = [one for one in asked.within if self._is_in_corpus(one)] if asked.kind == "eligibility" else []
        return any(self._leads.verdict(one, asked.query, asked.case, ()) for one in own)

    def _of_hits(self, asked: Inquiry, ready: Ready | None) -> Searched | Needed:
        """The answer from the clauses found, a `ready` one where no rule leads it; or the question which is meant."""
        hits = self._written.first(asked.query, asked.hits)
        hits = rules_first(hits) if asked.kind in _ASKS_FOR_A_RULE and asked.policies else hits
        asked = replace(asked, hits=self._ruled_first(asked, hits))
        best = asked.hits[0].metadata["policy"]
        if not asked.within and self._whose.is_local(asked, best) and not self._own_words.names_only(asked.bare, best):
            return self._whose.ask(asked)
        answer = self._answer(asked, ready)
        listed = ready and self._leads.listed(ready.policy, asked.query, asked.case, ready.clauses)
        is_told_of_list = asks_which(asked.query) or asks_if_enough(asked.query) or listed
        is_beside = ready and answer.lead and answer.passages[0].clause == ready.clauses[0]
        if ready and is_beside and asked.kind == "documents" and not is_told_of_list:
            if gives_all(asked.query, ready.answer.lead or ""):  # 照片要几张: no list of papers beside it
                return ready.answer
            return answer.model_copy(update={"lead": f"{ready.answer.lead}\n\n{answer.lead}"})
        if answer.lead and (ruling := self._ruling_before(asked, answer)):
            return answer.model_copy(update={"lead": f"{ruling}\n\n{answer.lead}"})
        return ready.answer if ready and answer.lead is None else answer

    def _ruling_before(self, asked: Inquiry, answer: Searched) -> str | None:
        """What the clause of a list says to the question of whether at all, put just before that for the papers.

        这钱我们做儿女的还能领不,要拿些什么去: the papers alone leave the first open.
        """
        if asked.kind != "documents" or not _WHETHER.search(asked.context):
            return None
        before = self._inquiry(asked.context, "eligibility", asked.policies, asked.case, SHOWN, "", is_part=True)
        ready = self._ready.to(before) if before.hits else None
        first = answer.passages[0]
        is_of_list = ready and not ready.is_silence and (ready.policy, ready.clauses[0]) == (first.policy, first.clause)
        return ready.answer.lead if ready and is_of_list else None

    def _answer(self, asked: Inquiry, ready: Ready | None) -> Searched:
        """The answer from the clauses found for a question and for each part of it.

        Clauses that search finds as good as the first stand beside it, unless it is that of the `ready` answer.
        """
        policy, best = asked.hits[0].metadata["policy"], asked.hits[0]
        parts = (hit for _, hit in self._parts.best(asked.bare, policy, is_open=asked.is_open))
        is_settled = ready is not None and (ready.policy, *ready.clauses) == where(best)
        near = () if is_settled else (hit for hit in asked.hits[1:SHOWN] if is_as_good(hit, best))
        found = (best, *near, *parts)
        clauses = list(dict.fromkeys(hit.metadata["clause"] for hit in found))[:SHOWN]
        own = asked.clauses_of(policy)
        lead = self._first_lines.of(asked.query, asked.unplaced, asked.kind, policy, own, asked.case)
        shown = self._beside(lead, policy, clauses) if lead else clauses
        passages = tuple(passage(self._library, policy, clause) for clause in shown)
        return Searched(
            kind=asked.kind,
            passages=passages,
            lead=self._with_what_is_not_known(asked.query, policy, lead),
            lead_is_whole=lead is not None and lead.is_whole,
            opening=self._library.telling.sentence(asked.query, passages[0].text),
            warnings=self._library.warnings(policy),
        )

    def _beside(self, lead: Lead, policy: str, clauses: Sequence[str]) -> list[str]:
        """The clauses of a lead, with those found that may stand beside it."""
        if lead.is_alone:
            clauses = ()
        elif lead.names:  # a list has decided; beside it only what speaks of the same thing
            texts = {one: heading_and_words(self._library, policy, one) for one in clauses}
            clauses = [one for one in clauses if any(name in texts[one] for name in lead.names)]
        return list(dict.fromkeys((*lead.clauses, *clauses)))[: max(SHOWN, len(lead.clauses))]

    def _with_what_is_not_known(self, query: str, policy: str, lead: Lead | None) -> str | None:
        """The text of a lead, behind the word that the year or the basic insurance asked about is not known.

        A lead that does not tell what one pays knows its year itself.
        """
        of_year = self._of_another_year(query, policy)
        if not self._is_in_corpus(policy) or not self._first_lines.asks_premium(query, policy):
            return lead.text if lead else of_year
        of_basic = of_basic_premium(query, self._library.corpus.policies[policy])
        return "\n".join(one for one in (of_basic or of_year, lead.text if lead else None) if one) or None

    def _of_another_year(self, query: str, policy: str) -> str | None:
        if not self._is_in_corpus(policy):
            return None
        return of_another_year(query, self._library.corpus.policies[policy], self._library.texts[policy])

    def _is_in_corpus(self, policy: str) -> bool:
        return policy in self._library.corpus.policies
