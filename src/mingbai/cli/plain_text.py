"""A reply or a sum as plain text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mingbai.assistant.assistant import Assistant
    from mingbai.assistant.outcome import Computed
    from mingbai.assistant.reply import LineView, Reply


def as_text(reply: Reply, assistant: Assistant) -> str:
    """The answer, its statement, the clauses with their places, what was assumed, and the warnings."""
    from mingbai.assistant.wording.order import around_statement

    before, after = around_statement(reply.text.replace("**", ""))
    parts = [before]
    if reply.estimate and reply.estimate.lines:
        parts.append(_lines_text(reply.estimate.lines))
    cited = dict.fromkeys((one.policy, one.clause) for one in reply.citations)
    for policy, clause in cited:
        view = assistant.clause(policy, clause)
        original = (f"原文:{view.original}",) if view.original else ()
        parts.append("\n  ".join((f"依据:《{view.policy_title}》“{view.title}”", *view.places, *original)))
    parts.extend([after] if after else [])
    parts.extend(f"提醒:{warning}。" for warning in reply.warnings)
    return "\n\n".join(parts)


def computed_text(outcome: Computed) -> str:
    """What was computed in words, its statement and its warnings."""
    from mingbai.assistant.wording.results import word

    parts = [word(outcome).replace("**", ""), _lines_text(outcome.estimate.lines)]
    parts.extend(f"提醒:{warning}。" for warning in outcome.warnings)
    return "\n\n".join(parts)


def _lines_text(lines: tuple[LineView, ...]) -> str:
    from mingbai.assistant.wording.results import yuan

    return "\n".join(
        f"  {one.payer}  {yuan(one.amount)}  {one.label}:{one.formula}(条款 {one.clause})" for one in lines
    )
