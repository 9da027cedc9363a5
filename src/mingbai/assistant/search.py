"""Finding the clause that answers a question, and noticing when no clause does."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from mingbai.assistant.asked import SURE, Match
from mingbai.assistant.bearing import by_bearing
from mingbai.assistant.documents_lead import asks_if_enough
from mingbai.assistant.first_line import FirstLines
from mingbai.assistant.hits import headings, is_as_good, rules_first
from mingbai.assistant.leads import Leads
from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Needed, Searched
from mingbai.assistant.passages import passage
from mingbai.assistant.pieces import any_of
from mingbai.assistant.question import Question
from mingbai.assistant.reply import ReplyKind
from mingbai.assistant.straight import of_another_year
from mingbai.assistant.telling_words import is_asked_for, is_mostly_in, pairs, unsaid_contact
from mingbai.assistant.toolbox import Facts
from mingbai.assistant.widening import Widening
from mingbai.corpus.kinds import DocumentsRule
from mingbai.rules.case import Case, CaseError, FactValue
from mingbai.rules.denial import of_own_case

if TYPE_CHECKING:
    from mingbai.retrieval import Hit

_SHOWN = 2
_RANKED = 5
_NEAREST = 3
_WELL_MATCHED = 5.5  # BM25 of a clause that shares much else with the question; strange questions stay under 5.2
_PUNCTUATION = (
    ",,。??!!;;、::()()“”\"'的了呢吗么吧啊我你他她它有是在不能会要给和跟与及或就都也还又被把让去来到从对这那个种"
)
_ASKS_FOR_A_RULE: tuple[ReplyKind, ...] = ("eligibility", "documents", "procedure")
_NOT_WRITTEN = re.compile(r"\*\*没有写")
_YES = re.compile(r"\*\*(算|能|可以|行|管|报|补)")
_WORDY = re.compile(r"[一-鿿]{2,}")
_WORD = re.compile("[一-鿿]")
_WHEN_AND_WHERE = re.compile("什么时候|何时|哪天|几号|什么时间|哪里|哪儿|在哪|多久|怎么|[去到来办交报呢又再要我]")
_IN_ALL = re.compile("[一总]共|加起来|合起来|合计")
_PARTS = re.compile(r"[,。??!!;;\n]")
_ASKING = re.compile("多少|几[个天年月号次种家]|什么|怎么|怎样|如何|哪|谁|吗|多久|多长|是否|[能要是]不[能要是]|有没有")


class ClauseSearch:
    """Searches one library for the clauses that answer a question."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._leads = Leads(library)
        self._first_lines = FirstLines(library, self._leads)
        vocabulary = library.corpus.vocabulary
        idle = {*vocabulary.everyday_words, *_PUNCTUATION}
        idle |= {word for words in (*vocabulary.intents.values(), *vocabulary.schemes.values()) for word in words}
        idle |= {word for words in vocabulary.place_words.values() for word in words}
        self._idle = any_of(idle)
        self._known = any_of(vocabulary.search_words)
        places = {place for policy in library.corpus.policies.values() for place in policy.place}
        names = {name for policy in library.corpus.policies.values() for name in (*policy.also_called, policy.title)}
        spoken = {word for place, words in vocabulary.place_words.items() for word in words if place.startswith(word)}
        self._scope_words = any_of(places | names | spoken)
        self._widening = Widening(vocabulary)
        self._written = {
            name: (any_of((name, *term.says)), re.compile(term.written))
            for name, term in vocabulary.terms.items()
            if term.written
        }
        self._texts = {
            policy.id: "\n".join(f"{one.title}\n{one.text}" for one in policy.clauses)
            for policy in library.corpus.policies.values()
        }

    def search(
        self, query: str, kind: ReplyKind, policies: Sequence[str] = (), facts: Facts | None = None, k: int = 8
    ) -> Searched | Needed:
        """The one or two clauses that answer best, led by what their rules say straight to the question.

        None, with the words nobody speaks of, where no clause answers; the question which policy is meant, where
        several could be.
        """
        query, case = of_own_case(query), self._case(facts or {})
        bare = self._scope_words.sub(" ", self._without_titles(query))
        named = None if policies else self._named(bare)
        within = [named] if named else list(policies)
        hits = self._local_first(query, by_bearing(query, self._found(bare if bare.strip() else query, within, k)))
        if hits and kind == "eligibility" and (early := self._too_early(query, hits[0])):
            return early
        meant = self._meant(bare, within, hits, query)
        ready = self._answer_meant(kind, meant)
        ready = None if ready and self._leaves_out_a_part(ready, bare, is_open=not policies) else ready
        ready = self._reckoned(query, bare, ready, hits) if ready else None
        is_listed = kind == "eligibility" and self._is_listed(query, within, case)
        unwritten = () if is_listed else self._unwritten(query, within)
        ready = None if unwritten and ready and _NOT_WRITTEN.match(ready.lead or "") else ready
        if ready and not self._is_ruled(query, kind, ready, hits, case, is_sure=meant[0].alike >= SURE):
            return self._with_other_parts(ready, bare)
        unsaid = () if is_listed else unwritten or self._unsaid(bare, hits)
        unsaid = (
            unsaid or unsaid_contact(query, "\n".join(self._texts.get(one, "") for one in within)) if within else unsaid
        )
        if unsaid and (told := self._told_beyond(unsaid, within)):
            return self.search(query, kind, told, facts, k)
        if not hits or unsaid:
            near = headings(hits) if unwritten else ()
            return ready or Searched(
                kind=kind, passages=(), unsaid=unsaid, near=near, warnings=self._warnings(policies)
            )
        hits = self._writing_first(query, hits)
        hits = rules_first(hits) if kind in _ASKS_FOR_A_RULE and policies else hits
        best = hits[0].metadata["policy"]
        if not within and self._is_local(kind, bare, best) and not self._names_only(bare, best):
            listed = self._listing(query, case) if kind == "eligibility" else []
            return self._which_policy([*listed, *(hit.metadata["policy"] for hit in hits)])
        parts = self._of_parts(bare, best, is_open=not policies)
        answer = self._answer(query, kind, hits, parts, case)
        if ready and kind == "documents" and answer.lead and answer.passages[0].clause == ready.passages[0].clause:
            return answer.model_copy(update={"lead": f"{ready.lead}\n\n{answer.lead}"})
        return ready if ready and answer.lead is None else answer

    def _too_early(self, query: str, best: Hit) -> Searched | None:
        """That a policy had not begun on the day of care that a question names; the clause found stands below."""
        policy = best.metadata["policy"]
        if not self._is_in_corpus(policy) or not (lead := self._leads.before_it_began(policy, query)):
            return None
        clauses = dict.fromkeys((*lead.clauses, best.metadata["clause"]))
        passages = tuple(passage(self._library, policy, clause) for clause in clauses)
        return Searched(kind="eligibility", passages=passages, lead=lead.text, warnings=self._warnings([policy]))

    def _meant(self, query: str, policies: Sequence[str], hits: Sequence[Hit], spoken: str) -> tuple[Match, ...]:
        """The answers that clauses keep for a question like this one.

        Where nobody said which document is meant, only those may answer that are no one place's rule: guides, and the
        one found first.
        """
        first = [hit.metadata["policy"] for hit in hits[:1] if not self._library.binds(hit.metadata["policy"])]
        within = policies or (*self._library.general, *first)
        ranked = [(hit.metadata["policy"], hit.metadata["clause"]) for hit in hits[:_RANKED]]
        return self._library.asked.meant(query, within, ranked, spoken)

    def _leaves_out_a_part(self, ready: Searched, query: str, *, is_open: bool) -> bool:
        """Whether another clause answers one of several things asked in one breath (最多提多少,年初划多少)."""
        policy, told = ready.passages[0].policy, {one.clause for one in ready.passages}
        return any(
            hit.metadata["clause"] not in told and not self._is_told(part, policy, told)
            for part, hit in self._by_part(query, policy, is_open)
        )

    def _is_told(self, part: str, policy: str, clauses: Collection[str]) -> bool:
        """Whether one of these clauses is surely known to be asked a part of a question."""
        beside = {(policy, one.id) for one in self._library.corpus.policies[policy].clauses if one.id not in clauses}
        return self._library.asked.is_known(part, (policy,), beside=beside)

    def _is_decided(
        self, query: str, kind: ReplyKind, ready: Searched, best: Sequence[str], case: Case, *, is_sure: bool
    ) -> bool:
        """Whether a list of a clause itself says yes or no to what the question names (痛风算门诊大病吗).

        So does the list of the clause that search finds `best`, where another keeps the answer and not surely.
        """
        policy, clauses = ready.passages[0].policy, [one.clause for one in ready.passages]
        if kind != "eligibility" or not self._is_in_corpus(policy):
            return False
        clauses += () if is_sure else best
        verdict = self._leads.verdict(policy, query, case, clauses, self._scope_words.sub(" ", query))
        if verdict is None or not verdict.names:
            return False
        if set(verdict.clauses) <= set(clauses) or self._leads.is_all(policy, verdict.clauses):
            return True
        return _YES.match(ready.lead or "") is not None and self._leads.is_excluded(policy, verdict.clauses)

    def _is_ruled(
        self, query: str, kind: ReplyKind, ready: Searched, hits: Sequence[Hit], case: Case, *, is_sure: bool
    ) -> bool:
        """Whether a rule tells what the question asks for more exactly than a ready answer, which tells it in general.

        Of papers a ready answer tells only what no list does, where it `is_sure`ly what was asked.
        """
        policy, clauses = ready.passages[0].policy, [one.clause for one in ready.passages]
        is_listed = any(self._leads.has(DocumentsRule, policy, clause) for clause in clauses)
        if kind == "documents":
            return not is_sure or is_listed
        if is_listed and asks_if_enough(query):
            return True
        if Question.read(query).names_figures or self._first_lines.asks_premium(query, policy):
            return True
        own = [hit.metadata["clause"] for hit in hits if hit.metadata["policy"] == policy]
        if self._is_in_corpus(policy) and self._leads.waits(policy, query, case):
            return True
        has_rates = self._first_lines.rates(query, policy, [*clauses, *own][:_SHOWN], case) is not None
        return has_rates or self._is_decided(query, kind, ready, own[:1], case, is_sure=is_sure)

    def _reckoned(self, query: str, bare: str, ready: Searched, hits: Sequence[Hit]) -> Searched:
        """A ready answer, led by what follows from the figures of its clauses where that is what was asked.

        What all comes to may take the clauses that search finds beside them.
        """
        policy, clauses = ready.passages[0].policy, [one.clause for one in ready.passages]
        found = (hit.metadata["clause"] for hit in hits if hit.metadata["policy"] == policy)
        about = list(dict.fromkeys((*clauses, *found)))[:_RANKED] if _IN_ALL.search(query) else clauses
        lead = self._leads.reckoned(policy, query, about, bare) if self._is_in_corpus(policy) else None
        if lead is None:
            return ready
        more = (passage(self._library, policy, one) for one in lead.clauses if one not in clauses)
        return ready.model_copy(update={"lead": lead.text, "passages": (*ready.passages, *more)})

    def _answer_meant(self, kind: ReplyKind, meant: Sequence[Match]) -> Searched | None:
        """The clauses that keep answers to a question like this one, led by these."""
        if not meant:
            return None
        policy = meant[0].policy
        clauses = tuple(dict.fromkeys(one.clause for one in meant))
        lead = "\n".join(one.lead for one in meant)
        passages = tuple(passage(self._library, policy, clause) for clause in clauses)
        return Searched(kind=kind, passages=passages, lead=lead, warnings=self._warnings([policy]))

    def _without_titles(self, query: str) -> str:
        for document in self._library.imported.values():
            query = query.replace(document.title, " ")
        return query

    def _found(self, query: str, policies: Sequence[str], k: int) -> list[Hit]:
        """Clauses for a query, looked for also by the terms that clauses use for what the person called otherwise."""
        return self._library.search(self._widening.widened(query), policies, k)

    def _unwritten(self, query: str, policies: Sequence[str]) -> tuple[str, ...]:
        """The terms asked about of which no clause of these policies speaks, where they are all that was asked.

        A neighbouring clause would only seem to answer (the subsidy for the deductible).
        """
        asked = {name: written for name, (words, written) in self._written.items() if words.search(query)}
        texts = [self._texts[policy] for policy in policies if policy in self._texts]
        absent = [name for name, written in asked.items() if texts and not any(map(written.search, texts))]
        return tuple(absent) if len(absent) == len(asked) else ()

    def _is_listed(self, query: str, policies: Sequence[str], case: Case) -> bool:
        """Whether a list of what is not paid names what is asked about, in whatever words (车祸: 第三方已经补偿的)."""
        own = (policy for policy in policies if self._is_in_corpus(policy))
        return any(self._leads.verdict(policy, query, case, ()) for policy in own)

    def _told_beyond(self, unsaid: Sequence[str], policies: Sequence[str]) -> tuple[str, ...]:
        """The guides and reports of no place that speak of what the documents of a place do not (山东什么时候并轨)."""
        corpus = self._library.corpus.policies
        if not any(one in corpus and corpus[one].place for one in policies):
            return ()
        placeless = (one for one in corpus.values() if one.kind != "policy" and not one.place)
        named = {place.rstrip("省市县区") for one in policies if one in corpus for place in corpus[one].place}
        return tuple(
            one.id
            for one in placeless
            if all(word in self._texts[one.id] for word in unsaid)
            and any(name in self._texts[one.id] for name in named)
        )

    def _local_first(self, query: str, hits: Sequence[Hit]) -> list[Hit]:
        """The hits, of the first the clauses of the place asked for before others of their policy."""
        first = [(hit.metadata["policy"], hit.metadata["clause"]) for hit in hits[:_NEAREST]]
        fitting = self._library.asked.for_places(query, first)
        return sorted(hits, key=lambda hit: (hit.metadata["policy"], hit.metadata["clause"]) in {*first} - {*fitting})

    def _writing_first(self, query: str, hits: Sequence[Hit]) -> list[Hit]:
        """Clauses that speak of the terms asked about, before their neighbours."""
        asked = [written for words, written in self._written.values() if words.search(query)]
        return sorted(hits, key=lambda hit: not all(written.search(hit.text) for written in asked))

    def _of_parts(self, query: str, policy: str, is_open: bool) -> list[Hit]:
        """The best clause for each part of a question that asks more than one thing."""
        return [hit for _, hit in self._by_part(query, policy, is_open)]

    def _by_part(self, query: str, policy: str, is_open: bool) -> list[tuple[str, Hit]]:
        """The parts of a question that asks more than one thing (最多提多少,年初划多少), each with its best clause.

        Where nobody had said which document is meant, the words before the question may only have named it.
        """
        said = [part for part in _PARTS.split(query) if _WORDY.search(part)]
        asking = [part for part in said if _ASKING.search(part) and self._names_a_subject(part)]
        if len(asking) < 2 and not (is_open and asking and len(said) > 1):
            return []
        best = ((part, hit) for part in asking for hit in self._found(part, [policy], 1))
        return [(part, hit) for part, hit in best if hit.bigrams and hit.bigrams.score >= _WELL_MATCHED]

    def _names_a_subject(self, part: str) -> bool:
        """Whether a part of a question says what it is about (年初划多少) and not only when or where (什么时候去)."""
        rest = _WHEN_AND_WHERE.sub("", part)
        return len([sign for sign in rest if _WORD.match(sign) and sign not in _PUNCTUATION]) > 1

    def _named(self, query: str) -> str | None:
        """The one policy in whose clauses a whole name of the question (蒋云英) stands, and in no other's."""
        for part in self._telling(query):
            if len(part) > 2 and len(holders := self._holders(part)) == 1 and self._is_name(part, holders):
                return next(iter(holders))
        return None

    def _is_name(self, words: str, holders: set[str]) -> bool:
        """Whether some words, or two characters of them, are said by nobody else (蒋云英, and not 办转院审批)."""
        return any(self._holders(words[at : at + 2]) == holders for at in range(len(words) - 1))

    def _with_other_parts(self, ready: Searched, query: str) -> Searched:
        """A ready answer with the clause of a part of the question that it leaves out."""
        policy, told = ready.passages[0].policy, {one.clause for one in ready.passages}
        others = dict.fromkeys(hit.metadata["clause"] for hit in self._of_parts(query, policy, is_open=False))
        more = (passage(self._library, policy, clause) for clause in others if clause not in told)
        return ready.model_copy(update={"passages": (*ready.passages, *more)[:_SHOWN]})

    def _is_local(self, kind: ReplyKind, query: str, policy: str) -> bool:
        """Whether only a place can answer: its own rule was found, or papers are asked for and nothing else is said."""
        return self._library.binds(policy) or (kind == "documents" and not self._telling(query))

    def _names_only(self, query: str, policy: str) -> bool:
        """Whether a question holds a pair of characters that stands in the clauses of this one policy and no other."""
        pairs = {part[i : i + 2] for part in self._telling(query) for i in range(len(part) - 1)}
        return any(self._holders(pair) == {policy} for pair in pairs)

    def _telling(self, query: str) -> list[str]:
        """The words of a question that are neither everyday words nor terms."""
        return [part for part in self._known.sub(" ", self._idle.sub(" ", query)).split() if _WORDY.fullmatch(part)]

    def _holders(self, words: str) -> set[str]:
        """The policies in whose clauses some words stand."""
        return {policy for policy, text in self._texts.items() if words in text}

    def _listing(self, query: str, case: Case) -> list[str]:
        """The documents that decide and have a list that names what is asked about."""
        policies = self._library.corpus.policies.values()
        return [one.id for one in policies if one.kind == "policy" and self._leads.verdict(one.id, query, case, ())]

    def _which_policy(self, policies: Sequence[str]) -> Needed:
        """Asks whose rule is meant: one place's rule is never lent to another."""
        corpus = self._library.corpus.policies
        rules = [one for one in dict.fromkeys(policies) if one in corpus and corpus[one].kind == "policy"]
        names = tuple(self._library.name(policy) for policy in rules or dict.fromkeys(policies))
        question = "各地的规定不一样,您问的是哪里的医保?"
        return Needed(policy=None, facts=("policy",), question=question, choices=names, all_choices={"policy": names})

    def _case(self, facts: Facts) -> Case:
        """The facts as far as they can be used; a question about a rule is not refused over an odd amount."""
        known: dict[str, FactValue] = {}
        for name, value in facts.items():
            with suppress(CaseError):
                known |= Case.read({name: value}, self._library.corpus.vocabulary).facts
        return Case(known)

    def _answer(self, query: str, kind: ReplyKind, hits: Sequence[Hit], parts: Sequence[Hit], case: Case) -> Searched:
        """The answer from the hits for a question and for each part of it."""
        best = hits[0]
        policy = best.metadata["policy"]
        found = (best, *(hit for hit in hits[1:_SHOWN] if is_as_good(hit, best)), *parts)
        clauses = list(dict.fromkeys(hit.metadata["clause"] for hit in found))[:_SHOWN]
        own = [hit.metadata["clause"] for hit in hits if hit.metadata["policy"] == policy]
        lead = self._first_lines.of(query, self._scope_words.sub(" ", query), kind, policy, own, case)
        document = self._library.corpus.policies.get(policy)
        other_year = of_another_year(query, document, self._texts[policy]) if document and lead is None else None
        if lead:
            if lead.is_alone:
                clauses = []
            elif lead.names:  # a list has decided; beside it only what speaks of the same thing
                clauses = [one for one in clauses if any(name in self._text(policy, one) for name in lead.names)]
            clauses = list(dict.fromkeys((*lead.clauses, *clauses)))[: max(_SHOWN, len(lead.clauses))]
        passages = tuple(passage(self._library, policy, clause) for clause in clauses)
        return Searched(
            kind=kind,
            passages=passages,
            lead=lead.text if lead else other_year,
            lead_is_whole=lead is not None and lead.is_whole,
            opening=self._library.telling.sentence(query, passages[0].text),
            warnings=self._warnings([policy]),
        )

    def _text(self, policy: str, clause: str) -> str:
        view = self._library.clause(policy, clause)
        return f"{view.title}\n{view.text}"

    def _unsaid(self, query: str, hits: Sequence[Hit]) -> tuple[str, ...]:
        """The telling words of a question of which no clause found speaks.

        Two characters of them in a row are enough in the words of a clause; of what people ask it, most of a word.
        """
        for words, _ in self._written.values():  # whether these are written has been asked before
            query = words.sub(" ", query)
        telling = [part for part in self._idle.sub(" ", query).split() if _WORDY.fullmatch(part)]
        telling = [part for part in telling if is_asked_for(part, query)]
        own = "\n".join(self._text(hit.metadata["policy"], hit.metadata["clause"]) for hit in hits)
        alike = [word for words in self._widening.words(query) for word in words.split()]
        matched = any(hit.bigrams and hit.bigrams.score >= _WELL_MATCHED for hit in hits)
        if not telling or matched or any(pair in own for part in (*telling, *alike) for pair in pairs(part)):
            return ()
        if any(is_mostly_in(part, hit.text) for part in telling for hit in hits):
            return ()
        return tuple(dict.fromkeys(telling))

    def _is_in_corpus(self, policy: str) -> bool:
        return policy in self._library.corpus.policies

    def _warnings(self, policies: Sequence[str]) -> tuple[str, ...]:
        return self._library.warnings(policies[0]) if len(policies) == 1 else ()
