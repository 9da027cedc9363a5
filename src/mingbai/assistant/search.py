"""Finding the clause that answers a question, and noticing when no clause does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from mingbai.assistant.leads import Lead, Leads
from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Needed, Passage, Searched
from mingbai.assistant.reply import ReplyKind
from mingbai.assistant.toolbox import Facts
from mingbai.rules.case import Case, CaseError, FactValue

if TYPE_CHECKING:
    from mingbai.retrieval import Hit

_NEARLY = 0.75
_TIED = 0.985  # fused scores of ranks that cross: 1, 2, 1 against 2, 1, 2
_BY_WHEN = re.compile("最晚|最迟|截止|过期|逾期|几天内|多少天内|来得及|还能报")
_SHOWN = 2
_ABOUT = 3
_WELL_MATCHED = 4.0  # BM25 of a clause that shares much else with the question; strange questions stay under 3.5
_PUNCTUATION = (
    ",,。??!!;;、::()()“”\"'的了呢吗么吧啊我你他她它有是在不能会要给和跟与及或就都也还又被把让去来到从对这那个种"
)
_WORDY = re.compile(r"[一-鿿]{2,}")


def _is_as_good(hit: Hit, best: Hit) -> bool:
    """Whether a clause answers nearly as well as the best one: fused ranks lie too close together to tell."""
    if hit.metadata["policy"] != best.metadata["policy"] or not (hit.bigrams and best.bigrams):
        return False
    if hit.score >= _TIED * best.score:
        return True
    return hit.bigrams.score >= _NEARLY * best.bigrams.score


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


class ClauseSearch:
    """Searches one library for the clauses that answer a question."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._leads = Leads(library)
        vocabulary = library.corpus.vocabulary
        idle = {*vocabulary.everyday_words, *_PUNCTUATION}
        idle |= {word for words in (*vocabulary.intents.values(), *vocabulary.schemes.values()) for word in words}
        self._idle = _any_of(idle)
        self._known = _any_of(vocabulary.search_words)
        places = {place for policy in library.corpus.policies.values() for place in policy.place}
        names = {name for policy in library.corpus.policies.values() for name in (*policy.also_called, policy.title)}
        names |= {document.title for document in library.imported.values()}
        spoken = {word for place, words in vocabulary.place_words.items() for word in words if place.startswith(word)}
        self._scope_words = _any_of(places | names | spoken)

    def search(
        self, query: str, kind: ReplyKind, policies: Sequence[str] = (), facts: Facts | None = None, k: int = 8
    ) -> Searched | Needed:
        """The one or two clauses that answer best, led by what their rules say straight to the question.

        None, with the words nobody speaks of, where no clause answers; the question which policy is meant, where
        several could be.
        """
        bare = self._scope_words.sub(" ", query)
        hits = self._library.search(bare if bare.strip() else query, policies, k)
        unsaid = self._unsaid(bare, hits)
        if not hits or unsaid:
            return Searched(kind=kind, passages=(), unsaid=unsaid, warnings=self._warnings(policies))
        best = hits[0].metadata["policy"]
        if not policies and self._library.binds(best) and not self._names_only(bare, best):
            return self._which_policy(hits)
        return self._answer(query, kind, hits, self._case(facts or {}))

    def _names_only(self, query: str, policy: str) -> bool:
        """Whether a question holds a name (蒋云英) that stands in the clauses of this one policy and no other."""
        telling = self._known.sub(" ", self._idle.sub(" ", query)).split()
        pairs = {part[i : i + 2] for part in telling if _WORDY.fullmatch(part) for i in range(len(part) - 1)}
        return any(self._holders(pair) == {policy} for pair in pairs)

    def _holders(self, words: str) -> set[str]:
        """The policies in whose clauses some words stand."""
        policies = self._library.corpus.policies.values()
        return {one.id for one in policies if any(words in clause.text for clause in one.clauses)}

    def _which_policy(self, hits: Sequence[Hit]) -> Needed:
        """Asks whose rule is meant: one place's rule is never lent to another."""
        found = dict.fromkeys(hit.metadata["policy"] for hit in hits)
        names = tuple(self._library.name(policy) for policy in found)
        question = "各地的规定不一样,您问的是哪里的医保?"
        return Needed(policy=None, facts=("policy",), question=question, choices=names, all_choices={"policy": names})

    def _case(self, facts: Facts) -> Case:
        """The facts as far as they can be used; a question about a rule is not refused over an odd amount."""
        known: dict[str, FactValue] = {}
        for name, value in facts.items():
            with suppress(CaseError):
                known |= Case.read({name: value}, self._library.corpus.vocabulary).facts
        return Case(known)

    def _answer(self, query: str, kind: ReplyKind, hits: Sequence[Hit], case: Case) -> Searched:
        best = hits[0]
        policy = best.metadata["policy"]
        clauses = [hit.metadata["clause"] for hit in hits[:_SHOWN] if hit is best or _is_as_good(hit, best)]
        lead = self._lead(query, kind, policy, hits, case)
        if lead:
            clauses = list(dict.fromkeys((*lead.clauses, *clauses)))[: max(_SHOWN, len(lead.clauses))]
        passages = tuple(self._passage(policy, clause) for clause in clauses)
        return Searched(
            kind=kind,
            passages=passages,
            lead=lead.text if lead else None,
            lead_is_whole=lead is not None and lead.is_whole,
            warnings=self._warnings([policy]),
        )

    def _lead(self, query: str, kind: ReplyKind, policy: str, hits: Sequence[Hit], case: Case) -> Lead | None:
        if not self._is_in_corpus(policy):
            return None
        about = [hit.metadata["clause"] for hit in hits[:_ABOUT] if hit.metadata["policy"] == policy]
        verdict = self._leads.verdict(policy, query, case, about) if kind == "eligibility" else None
        if verdict:
            return verdict
        if _BY_WHEN.search(query):  # a deadline nearby answers by when, before other rules about days
            about.sort(key=lambda clause: not self._leads.has_deadline(policy, clause))
        return self._leads.of(policy, about[0], query, case)

    def _unsaid(self, query: str, hits: Sequence[Hit]) -> tuple[str, ...]:
        """The telling words of a question where no clause found has so much as two characters of them in a row."""
        telling = [part for part in self._idle.sub(" ", query).split() if _WORDY.fullmatch(part)]
        found = "".join(hit.text for hit in hits)
        pairs = {part[i : i + 2] for part in telling for i in range(len(part) - 1)}
        matched = hits and hits[0].bigrams and hits[0].bigrams.score >= _WELL_MATCHED
        if not telling or matched or any(pair in found for pair in pairs):
            return ()
        return tuple(dict.fromkeys(telling))

    def _passage(self, policy_id: str, clause_id: str) -> Passage:
        view = self._library.clause(policy_id, clause_id)
        return Passage(
            policy=policy_id,
            policy_title=view.policy_title,
            clause=clause_id,
            title=view.title,
            text=view.text,
            citations=self._library.citations(policy_id, (clause_id,)),
        )

    def _is_in_corpus(self, policy: str) -> bool:
        return policy in self._library.corpus.policies

    def _warnings(self, policies: Sequence[str]) -> tuple[str, ...]:
        return self._library.warnings(policies[0]) if len(policies) == 1 else ()
