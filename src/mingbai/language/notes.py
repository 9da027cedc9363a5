"""What has been read of a sentence so far: its facts, its sums of money, what is compared, what cannot be used."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from mingbai.language.numbers.amounts import Mention

FactValue = str | Decimal | date
COST = "cost"
EXCESS = "excess"


@dataclass(frozen=True)
class Told:
    """A sum of money as it was told: its figure in the text, and which amount it is.

    `inside` is the amount told before it of which it is said to be a part (自付9000,里头有1500是目录外的).
    """

    mention: Mention
    fact: str
    inside: str | None = None

    @property
    def value(self) -> Decimal:
        """The sum in yuan, the lower end of a span."""
        return self.mention.value or Decimal(0)


@dataclass(frozen=True)
class Uncounted:
    """A sum of money that was told and is not reckoned with: how it was said, and why not, as the answer says it.

    `yuan` is the sum where it was put down before the account was settled, so that it comes off in the end.
    """

    said: str
    why: str
    yuan: Decimal | None = None


@dataclass
class Notes:
    """What has been read of a sentence so far; `problem` is a fact and the word on why it cannot be used.

    `sums` are the sums of money in their order, `spans` those told as a span (两三万), `apart` those of one kind that
    are bills of their own; they `are_several` where it has to be asked which is meant. `rough` holds the amounts said
    as about so much (三万多), `reckoned` how a sum by the day came to a whole, or several to one; it `lacks_time` where
    one could not, for want of how long. It `expects_payment` where a sum is what somebody hopes to get, and no bill;
    it `has_bill_before` where one was told in the message before.
    It `tells_whole` where a change of what was told before comes with the sum of both (再多花1万,就是75000).
    `heard` has the words about the sums whose amount was only heard by how they are told.
    `uncounted` has the sums that are none of the bill or only a part of it (押金5000, 其中检查费3000).
    What was self-funded is `taken_off` these amounts beside the bill itself.
    `premiums` is what the insurance is said to cost, `perhaps_premiums` what it costs unless that is the bill,
    `caps` what it is said to pay at most.
    """

    facts: dict[str, FactValue] = field(default_factory=dict)
    compared: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sums: list[Told] = field(default_factory=list)
    spans: list[Told] = field(default_factory=list)
    apart: tuple[Told, ...] = ()
    rough: set[str] = field(default_factory=set)
    reckoned: list[str] = field(default_factory=list)
    uncounted: list[Uncounted] = field(default_factory=list)
    taken_off: str | None = None
    lacks_time: bool = False
    expects_payment: bool = False
    has_bill_before: bool = False
    are_several: bool = False
    tells_whole: bool = False
    premiums: list[Decimal] = field(default_factory=list)
    perhaps_premiums: list[Decimal] = field(default_factory=list)
    caps: list[Decimal] = field(default_factory=list)
    heard: dict[str, str] = field(default_factory=dict)
    problem: tuple[str, str] | None = None
