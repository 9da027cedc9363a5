"""Whether the answer that is most likely meant is shown: by its chance, and what it rests on."""

from __future__ import annotations

from mingbai.assistant.matching.evidence import Candidate

_SHOWN = 0.5
"""From this chance on an answer is shown; measured on questions not written here, and asked of strange policies."""
_SILENCE_SHOWN = 0.7
"""From this chance on, where it says that something is not written; and then the question must speak of that."""
_ASKED_SO = 0.6
"""So much of a way of asking for what is not written speaks of that, too (最多救助多少 of 封顶)."""
SUITED = 0.35
"""An answer whose way of asking counts no more than that for the question is not shown: it is refused to others."""


def is_shown(likeliest: Candidate, chance: float) -> bool:
    """Whether an answer that is the likeliest, with that chance (0 to 1), is shown."""
    if likeliest.match.answer is None or likeliest.match.fits < SUITED:
        return False
    if likeliest.speaks["silent"]:
        speaks_of_it = likeliest.speaks["unasked"] < 1 or likeliest.speaks["held"] >= _ASKED_SO
        return chance >= _SILENCE_SHOWN and speaks_of_it
    return chance >= _SHOWN
