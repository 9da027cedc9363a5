"""In which order the text of a reply stands beside its statement and its clauses."""

from __future__ import annotations

import re

_AFTER = re.compile(r"按这些情况算:|请留意:|\([^:()]{2,8}:.*\)\Z", re.S)
"""What comes after statement and clause: what was assumed, what to mind, the terms explained."""


def around_statement(text: str) -> tuple[str, str]:
    """The part of a text that comes before the statement and the clauses, and the part that comes after them."""
    first, *others = text.split("\n\n")
    before = [one for one in others if not _AFTER.match(one)]
    return "\n\n".join((first, *before)), "\n\n".join(one for one in others if _AFTER.match(one))
