"""Rules about money that no bill is needed for: premiums, late fees, advances, the sharing of profit and loss."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from mingbai.corpus.conditions import When
from mingbai.corpus.kinds.base import Kind
from mingbai.corpus.strict_yaml import Percent
from mingbai.corpus.units import figures, must_be_count, must_be_ratio, must_be_yuan
from mingbai.corpus.values import Dated, Frozen, Inferred, Number, Quantity, Table
from mingbai.money import percent

_WHOLE = Decimal(1)


class PremiumGroup(Frozen):
    """What each payer pays for one group: yuan, or percent of a base `of` (its words, or its yuan)."""

    who: str
    when: When
    year: Number | None = None
    pays: dict[str, Quantity] = Field(min_length=1)
    of: str | Number | None = None
    times: str | None = None
    total: Number | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _sound(self) -> PremiumGroup:
        if self.year is not None:
            must_be_count(self.year, "year", least=1900)
        for amount in self.pays.values():
            if isinstance(amount, Table | Dated):
                raise ValueError("pays 里不能写 by 表和 dated;每个人群、每一年写一行 groups")
            if self.of is None:
                must_be_yuan(amount)
            else:
                must_be_ratio(amount)
        self._must_add_up()
        return self

    def _must_add_up(self) -> None:
        plain = [figures(one)[0] for one in self.pays.values() if isinstance(one, Decimal | Inferred)]
        if self.total is None or len(plain) < len(self.pays):
            return
        if isinstance(self.total, Percent) != (self.of is not None):
            raise ValueError("total 的单位要和 pays 一样(元,或和 of 一起的百分数)")
        if sum(plain) != self.total:
            raise ValueError(f"各方缴费加起来是 {sum(plain)},total 写的是 {self.total}")


class PremiumRule(Kind):
    """Who pays what, by group and year; `alike_at_home` has the facts that all of one household must have alike.

    Each of these with the clause that says so.
    """

    premium: str
    alike_at_home: dict[str, str] = Field(default_factory=dict)
    per: Literal["年", "学年", "半年", "月", "人次"] = "年"
    groups: tuple[PremiumGroup, ...] = Field(min_length=1)


class PremiumBaseRule(Kind):
    """The base of a premium where the payer's own average lies low: below `below` of `of`, the base is `use` of it."""

    premium_base: str
    of: str
    own: str
    below: Number
    use: Number

    @model_validator(mode="after")
    def _sound(self) -> PremiumBaseRule:
        must_be_ratio(self.below)
        must_be_ratio(self.use)
        return self


class LateFeeRule(Kind):
    """A fee on what is owed, for each day or month of delay."""

    late_fee: str
    rate: Number
    per: Literal["日", "月"]
    of: str
    after: str | None = None

    @model_validator(mode="after")
    def _sound(self) -> LateFeeRule:
        must_be_ratio(self.rate)
        return self


class SharingParty(Frozen):
    """Who takes which share of a surplus or a loss; `rest` takes what the others leave, `at_most` is of the premium."""

    party: str
    share: Number | None = None
    at_most: Number | None = None
    of: str | None = None
    rest: bool = False

    @model_validator(mode="after")
    def _sound(self) -> SharingParty:
        if (self.share is None) != self.rest:
            raise ValueError("每一方写 share(几成)或 rest: true(余下的全归它)中的一个")
        for ratio in (self.share, self.at_most):
            if ratio is not None:
                must_be_ratio(ratio)
        return self


class SharingRule(Kind):
    """How a fund's surplus and loss outside a free corridor of cost to premium are shared.

    Inside the corridor, and up to its edges, `within` bears both alone.
    """

    sharing: str
    between: tuple[Number, Number]
    within: str | None = None
    surplus: tuple[SharingParty, ...] = Field(min_length=1)
    loss: tuple[SharingParty, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _sound(self) -> SharingRule:
        low, high = self.between
        if not (isinstance(low, Percent) and isinstance(high, Percent) and 0 < low <= high):
            raise ValueError("between 要写成从小到大的两个百分数")
        for name, parties in (("surplus", self.surplus), ("loss", self.loss)):
            _must_share_all(name, parties)
        return self


def _must_share_all(name: str, parties: tuple[SharingParty, ...]) -> None:
    rests = sum(one.rest for one in parties)
    shares = sum((one.share for one in parties if one.share is not None), Decimal(0))
    if rests > 1 or shares > _WHOLE or (not rests and shares != _WHOLE):
        raise ValueError(f"{name} 的份额加起来要是 100%,或只有一方写 rest: true;现在加起来是 {percent(shares)}")
    if not rests and any(one.at_most is not None for one in parties):
        raise ValueError(f"{name} 里有 at_most 时,要有一方写 rest: true,拿走超过的部分")


class AdvanceRule(Kind):
    """Money paid before the settlement: for outlays above an amount, or a share of something at once."""

    advance: str
    above: Quantity | None = None
    share: Quantity | None = None
    of: str | None = None
    conditions: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _sound(self) -> AdvanceRule:
        if self.above is None and self.share is None:
            raise ValueError("advance 要写 above、share 中至少一个")
        if isinstance(self.above, Table | Dated) or isinstance(self.share, Table | Dated):
            raise ValueError("advance 里不能写 by 表和 dated")
        if self.above is not None:
            must_be_yuan(self.above)
        if self.share is not None:
            must_be_ratio(self.share)
            if self.of is None:
                raise ValueError("share 要和 of 一起写:是什么的百分之几")
        return self
