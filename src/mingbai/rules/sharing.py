"""Money between fund, insurer and budget: sharing surplus and loss, and what is paid ahead of a settlement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from mingbai.corpus.kinds import AdvanceRule, SharingRule
from mingbai.corpus.kinds.money import SharingParty
from mingbai.corpus.units import figures
from mingbai.corpus.values import AtLeast, AtMost, Quantity
from mingbai.money import ZERO, percent, short, to_fen
from mingbai.rules.stated import Stated


@dataclass(frozen=True)
class Part:
    """What one party takes of a surplus or bears of a loss, in yuan."""

    party: str
    amount: Decimal
    formula: str


@dataclass(frozen=True)
class Shared:
    """The year's result against the premium: within the free corridor, or what lies outside it and who has it."""

    policy: str
    clause: str
    status: Literal["within", "surplus", "loss"]
    ratio: Decimal
    amount: Decimal
    parts: tuple[Part, ...]
    within: str | None


def share_result(one: Stated[SharingRule], premium: Decimal, cost: Decimal) -> Shared:
    """How the difference of cost and premium outside the corridor is shared; the parts add up to it to the fen.

    Raises:
        ValueError: where the premium is not above zero or the cost is negative.
    """
    if premium <= 0 or cost < 0:
        raise ValueError("保费总额要大于0,赔付和费用不能是负数")
    low, high = one.rule.between
    surplus, loss = to_fen(premium * low - cost), to_fen(cost - premium * high)
    ids = (one.policy.id, one.clause.id)
    if surplus > 0:
        parts = _parts(one.rule.surplus, surplus, premium)
        return Shared(*ids, "surplus", cost / premium, surplus, parts, one.rule.within)
    if loss > 0:
        return Shared(*ids, "loss", cost / premium, loss, _parts(one.rule.loss, loss, premium), one.rule.within)
    return Shared(*ids, "within", cost / premium, ZERO, (), one.rule.within)


def _parts(parties: tuple[SharingParty, ...], amount: Decimal, premium: Decimal) -> tuple[Part, ...]:
    """Each party's part; the one with `rest`, else the last one, takes what rounding and ceilings leave."""
    closing = next((party for party in parties if party.rest), parties[-1])
    parts: dict[str, Part] = {}
    exact = rounded = ZERO
    for party in (one for one in parties if one is not closing):
        exact += amount * (party.share or ZERO)
        parts[party.party] = _part(party, amount, to_fen(exact) - rounded, premium)
        rounded = to_fen(exact)
    left = amount - sum((part.amount for part in parts.values()), ZERO)
    formula = "余下的" if closing.share is None else f"{short(amount)}×{percent(closing.share)}"
    parts[closing.party] = Part(closing.party, left, formula)
    return tuple(parts[party.party] for party in parties)


def _part(party: SharingParty, amount: Decimal, part: Decimal, premium: Decimal) -> Part:
    formula = f"{short(amount)}×{percent(party.share or ZERO)}"
    if party.at_most is None or part <= to_fen(premium * party.at_most):
        return Part(party.party, part, formula)
    ceiling = f"最高{short(premium)}×{percent(party.at_most)}"
    return Part(party.party, to_fen(premium * party.at_most), f"{formula},{ceiling}")


@dataclass(frozen=True)
class Advance:
    """Whether money can be paid ahead, and how much of it.

    `applies` is None while the outlay is not known; `amount` is None where the rule only sets a threshold or a bound
    (`at_most`, `at_least`).
    """

    policy: str
    clause: str
    name: str
    applies: bool | None
    amount: Decimal | None
    words: str
    conditions: tuple[str, ...]
    at_most: Decimal | None = None
    at_least: Decimal | None = None


def advance(one: Stated[AdvanceRule], outlay: Decimal | None = None) -> Advance:
    """What is paid ahead for an outlay (or out of a base) of so many yuan; at the threshold it is not yet above it."""
    rule = one.rule
    words = ",".join(filter(None, (_above(rule.above), _share(rule.share, rule.of))))
    applies = None if outlay is None else _is_above(outlay, rule.above)
    found = Advance(one.policy.id, one.clause.id, rule.name, applies, None, words, rule.conditions)
    if outlay is None or not applies:
        return found
    match rule.share:
        case Decimal():
            return replace(found, amount=to_fen(outlay * rule.share))
        case AtMost():
            return replace(found, at_most=to_fen(outlay * rule.share.at_most))
        case AtLeast():
            return replace(found, at_least=to_fen(outlay * rule.share.at_least))
    return found


def _is_above(outlay: Decimal, above: Quantity | None) -> bool | None:
    """None where the threshold itself is doubtful."""
    if above is None:
        return True
    return outlay > above if isinstance(above, Decimal) else None


def _above(above: Quantity | None) -> str:
    if above is None:
        return ""
    return f"超过{short(figures(above)[0])}元" if figures(above) else "超过的数额原文缺失"


def _share(share: Quantity | None, of: str | None) -> str:
    if share is None:
        return ""
    if not figures(share):
        return f"{of}的比例原文缺失"
    bound = "不低于" if isinstance(share, AtLeast) else "不高于" if isinstance(share, AtMost) else ""
    return f"{of}的{bound}{percent(figures(share)[0])}"
