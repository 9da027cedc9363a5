"""The reply: the public JSON contract between the assistant and everyone who reads its answers."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from mingbai.corpus.citation import Citation
from mingbai.rules.statement import PERSON

ReplyKind = Literal["estimate", "documents", "procedure", "eligibility", "fact", "clarify", "decline", "chat"]
Status = Literal["exact", "range", "at_least", "at_most", "unknown"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LineView(_Frozen):
    """One line of a statement: a part of the bill, who bears it and the clause that says so."""

    label: str
    formula: str
    amount: str
    payer: str
    clause: str


class ReadingView(_Frozen):
    """What the fund pays under one reading of an ambiguous wording."""

    says: str
    amount: str


class EstimateView(_Frozen):
    """What an estimate gives, with every amount a string of yuan with two decimals."""

    status: Status
    amount: str | None
    low: str | None
    high: str | None
    lines: tuple[LineView, ...]
    readings: tuple[ReadingView, ...]
    causes: tuple[str, ...]

    @property
    def figures(self) -> tuple[str, ...]:
        """The amounts that say what is paid: one, both ends of a range, the known end of a bound, or none."""
        told = {
            "exact": (self.amount,),
            "range": (self.low, self.high),
            "at_least": (self.low,),
            "at_most": (self.high,),
            "unknown": (),
        }[self.status]
        return tuple(one for one in told if one is not None)

    @property
    def own(self) -> Decimal:
        """What the lines leave to the person, in yuan."""
        return sum((Decimal(line.amount) for line in self.lines if line.payer == PERSON), Decimal(0))


class Reply(_Frozen):
    """One answer of the assistant; `choices` are the buttons for the question it asks, kept out of the JSON."""

    kind: ReplyKind
    text: str
    policies: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    estimate: EstimateView | None = None
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    choices: tuple[str, ...] = Field(default=(), exclude=True)


class ChatTurn(_Frozen):
    """One message of a conversation as the page and the command line keep it."""

    role: Literal["user", "assistant"]
    text: str


class ClauseView(_Frozen):
    """A clause opened for reading: its text (Markdown, rule blocks left out) and its places in the originals.

    `original` is the located passage of the original where the originals are at hand.
    """

    policy: str
    policy_title: str
    nature: str
    clause: str
    title: str
    text: str
    places: tuple[str, ...]
    original: str | None = None
