"""Worked cases of rules about money: premiums and their base, late fees, advances, shared profit and loss."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from mingbai.corpus.cases.base import FactsCase, KindCase, Sum, Sums, must_be_one_of
from mingbai.corpus.values import Day, Number

UNKNOWN = "说不准"
"""What a payer's part is where the source has lost it or gives only a bound."""


def _as_part(raw: Any) -> Any:
    if isinstance(raw, str) and raw != UNKNOWN:
        raise ValueError(f"这里要写一个数,或“{UNKNOWN}”;写的是 {raw}")
    return raw


class PremiumCase(FactsCase):
    """What each payer pays in yuan, together for `people` persons; `sum` for all payers, or one for each.

    `who` names the row where the facts do not. `base` is the yuan of the row's `of`, `own` the payer's own average,
    `people` also the count by which the row multiplies. `total` as the source states it. `asks`: the fact asked for
    first; `none`: no row is for this case.
    """

    who: str | None = None
    year: Number | None = None
    base: Number | None = None
    own: Number | None = None
    people: Number | None = None
    pays: dict[str, Annotated[Number | Literal["说不准"], BeforeValidator(_as_part)]] | None = None
    total: Number | None = None
    sum: Sums | None = None
    asks: str | None = None
    none: bool = False

    @model_validator(mode="after")
    def _sound(self) -> PremiumCase:
        must_be_one_of(self, "pays", "asks", "none")
        return self


class PremiumBaseCase(KindCase):
    """The base used for a payer whose own average is `own` where the rule's `of` is `base` yuan."""

    base: Number
    own: Number
    uses: Number
    sum: Sum


class LateFeeCase(KindCase):
    """The fee on `owed` yuan that are so many `days` or `months` late; `due` and `paid`: from which day to which."""

    owed: Number
    due: Day | None = None
    paid: Day | None = None
    days: Number | None = None
    months: Number | None = None
    fee: Number
    sum: Sum

    @model_validator(mode="after")
    def _sound(self) -> LateFeeCase:
        if (self.days is None) == (self.months is None):
            raise ValueError("迟交多久写 days 或 months 中的一个")
        if (self.due is None) != (self.paid is None):
            raise ValueError("due(哪天起欠)和 paid(哪天补交)要一起写")
        return self


class AdvanceCase(KindCase):
    """Whether money is paid ahead for so many yuan, and how much of them; `at_most`, `at_least` where it is a bound."""

    outlay: Number
    applies: bool | None = None
    amount: Number | None = None
    at_most: Number | None = None
    at_least: Number | None = None
    sum: Sum | None = None
    unknown: bool = False

    @model_validator(mode="after")
    def _sound(self) -> AdvanceCase:
        if (self.applies is None) == (not self.unknown):
            raise ValueError("算例要写明结果,只写一种:applies、unknown")
        return self


class SharingCase(KindCase):
    """Who gets or bears how much when `cost` is set against `premium`; no `shares`: it stays within the corridor."""

    premium: Number
    cost: Number
    result: Literal["盈余", "亏损", "不分"]
    shares: dict[str, Number] = Field(default_factory=dict)
    sum: Sums | None = None

    @model_validator(mode="after")
    def _sound(self) -> SharingCase:
        if (self.result == "不分") == bool(self.shares):
            raise ValueError("盈余、亏损要写 shares(各方多少),不分的不写")
        return self
