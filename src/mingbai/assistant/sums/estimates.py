"""What the rules of one library work out for a case, once nothing told beside it rules that out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from mingbai.assistant.conversation.state import State
from mingbai.assistant.moves import Call, Move
from mingbai.assistant.outcome import Compared, Computed, Outcome, Searched
from mingbai.assistant.sums.several import Several
from mingbai.assistant.sums.standing import Standing
from mingbai.assistant.toolbox import Facts, Toolbox

_HELD = ("estimate", "estimate_bills", "compare")


class Estimates:
    """The sums and comparisons of a toolbox; `told` has what was said of a case besides its facts, a message a line."""

    def __init__(self, toolbox: Toolbox) -> None:
        self._toolbox = toolbox
        self._several = Several(toolbox)
        self._standing = Standing(toolbox.library)

    def estimate(self, policy: str, facts: Facts, told: str = "") -> Outcome:
        """What one bill comes to; or that nothing is paid for it; or what is to be asked first."""
        return self._standing.held(self._toolbox.estimate(policy, facts), told, facts)

    def estimate_bills(
        self,
        policy: str,
        facts: Facts,
        bills: Sequence[Mapping[str, str]],
        whose: Sequence[str] = (),
        told: str = "",
        *,
        alone: bool = False,
    ) -> Outcome:
        """The same for several bills together; what was told rules them out only where all are one person's."""
        outcome = self._several.estimate(policy, facts, bills, whose, alone=alone)
        return outcome if len(set(whose)) > 1 else self._standing.held(outcome, told, facts)

    def compare(
        self,
        policy: str,
        facts: Facts,
        fact: str,
        values: Sequence[str],
        also: Mapping[str, Sequence[str]] | None = None,
        bills: Sequence[Mapping[str, str]] = (),
        whose: Sequence[str] = (),
        told: str = "",
        *,
        alone: bool = False,
        why: bool = False,
    ) -> Outcome:
        """The same bills under several choices of one fact or of some; `why` where it is asked why they differ."""
        outcome: Outcome = self._several.compare(policy, facts, fact, values, also, bills, whose, alone=alone)
        if why and isinstance(outcome, Compared):
            outcome = outcome.model_copy(update={"is_why": True})
        return outcome if len(set(whose)) > 1 else self._standing.held(outcome, told, facts)

    def is_worked_out(self, move: Move) -> bool:
        """Whether a move gives a sum, if perhaps a better one once something more is told."""
        if not isinstance(move, Call) or move.tool != "estimate":
            return False
        return isinstance(self._toolbox.estimate(move.arguments["policy"], move.arguments["facts"]), Computed)

    def holding(self, move: Move, state: State) -> tuple[Move, State]:
        """A move with what was told besides, where that rules its sum out or makes it depend, and the state."""
        if not isinstance(move, Call) or move.tool not in _HELD:
            return move, state
        working: Callable[..., Outcome] = getattr(self, move.tool)
        told = "\n".join(state.said)
        held = working(**move.arguments, told=told)
        if held == working(**move.arguments):
            return move, state
        ruled_out = isinstance(held, Searched)
        return Call(move.tool, {**move.arguments, "told": told}), replace(state, asked=None) if ruled_out else state

    def compare_policies(
        self, policies: Sequence[str], facts: Facts, own: Mapping[str, Facts] | None = None
    ) -> Outcome:
        """The same bill under several policies; what rules it out under one says nothing of the others."""
        return self._toolbox.compare_policies(policies, facts, own)
