"""The calls that search the clauses for a question, of the documents and the case that a conversation is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mingbai.assistant.conversation.state import SEARCHED, State
from mingbai.assistant.moves import Call
from mingbai.language.notes import FactValue


class ClauseCalls:
    """Makes the calls; `imported` are documents that may speak of any place."""

    def __init__(self, imported: Iterable[str]) -> None:
        self._imported = tuple(imported)

    def of(self, query: str, state: State, context: str = "") -> Call:
        """The search for a question where a conversation stands; `context` is what it is asked of."""
        documents = list(state.documents)
        if documents:  # what a bureau imported itself may speak of any place
            documents = list(dict.fromkeys((*documents, *self._imported)))
        kind = state.topic if state.topic in SEARCHED else "fact"
        arguments = {"query": query, "kind": kind, "policies": documents, "facts": plain_facts(state.facts)}
        return Call("search_clauses", {**arguments, "context": context} if context else arguments)


def plain_facts(facts: Mapping[str, FactValue]) -> dict[str, str]:
    """Facts as the arguments of a tool."""
    return {name: str(value) for name, value in facts.items()}
