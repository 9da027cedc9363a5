"""A clause as an answer shows it, with where it stands in the originals; its heading and words alone."""

from __future__ import annotations

from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Passage

SHOWN = 2
"""So many clauses an answer shows, unless its own words rest on more."""


def heading_and_words(library: Library, policy_id: str, clause_id: str) -> str:
    """What a clause of a document says, under its heading.

    Raises:
        KeyError: where there is no such document or clause.
    """
    view = library.clause(policy_id, clause_id)
    return f"{view.title}\n{view.text}"


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
