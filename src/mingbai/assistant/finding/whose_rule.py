"""Whose rule a question is about that names no policy: one place's rule is never lent to another."""

from __future__ import annotations

from mingbai.assistant.finding.inquiry import Inquiry
from mingbai.assistant.finding.policy_leads import PolicyLeads
from mingbai.assistant.library import Library
from mingbai.assistant.matching.telling_words import TellingWords
from mingbai.assistant.outcome import Needed


class WhoseRule:
    """Knows where only a place can answer, and asks which one is meant."""

    def __init__(self, library: Library, leads: PolicyLeads, telling: TellingWords) -> None:
        self._library = library
        self._leads = leads
        self._telling = telling

    def is_local(self, asked: Inquiry, policy: str) -> bool:
        """Whether only a place can answer: its own rule was found, or papers are asked for and nothing else is said."""
        if self._library.binds(policy):
            return True
        return asked.kind == "documents" and not self._telling.beside_terms(asked.bare)

    def ask(self, asked: Inquiry) -> Needed:
        """Asks whose rule is meant: one place's rule is never lent to another."""
        corpus = self._library.corpus.policies
        found = dict.fromkeys((*self._listing(asked), *(hit.metadata["policy"] for hit in asked.hits)))
        rules = [one for one in found if one in corpus and corpus[one].kind == "policy"]
        names = tuple(self._library.name(policy) for policy in rules or found)
        question = "各地的规定不一样,您问的是哪里的医保?"
        return Needed(policy=None, facts=("policy",), question=question, choices=names, all_choices={"policy": names})

    def _listing(self, asked: Inquiry) -> list[str]:
        """The documents that decide and have a list that names what is asked about, where that is the question."""
        every = self._library.corpus.policies.values() if asked.kind == "eligibility" else ()
        deciding = (one.id for one in every if one.kind == "policy")
        return [one for one in deciding if self._leads.verdict(one, asked.query, asked.case, ())]
