"""A clause as an answer shows it, with where it stands in the originals."""

from __future__ import annotations

from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Passage


def passage(library: Library, policy_id: str, clause_id: str) -> Passage:
    """One clause of a document, ready to be shown.

    Raises:
        KeyError: where there is no such document or clause.
    """
    view = library.clause(policy_id, clause_id)
    return Passage(
        policy=policy_id,
        policy_title=view.policy_title,
        clause=clause_id,
        title=view.title,
        text=view.text,
        citations=library.citations(policy_id, (clause_id,)),
    )
