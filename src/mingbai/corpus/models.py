"""The corpus as records: a policy, its clauses, and the rules that stand under them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from mingbai.corpus.asked import Asked
from mingbai.corpus.cases import FurtherCase, ToldCase, WorkedCase
from mingbai.corpus.conditions import Condition, FactValue, Words
from mingbai.corpus.kinds import FurtherRule
from mingbai.corpus.kinds.stacks import StacksRule
from mingbai.corpus.strict_yaml import Percent
from mingbai.corpus.units import must_be_ratio, must_be_yuan, written
from mingbai.corpus.values import Change, ChangeReading, Day, Frozen, Number, Quantity, side_by_side


class Assume(Frozen):
    """What an estimate takes a fact to be when nobody said it (the reply says so)."""

    fact: str
    value: FactValue
    when: dict[str, Condition] = Field(default_factory=dict)


def _must_say_used(what: str, per: str, used: str | None) -> None:
    if (per == "year") != (used is not None):
        raise ValueError(f"按年的{what}要用 used 写明今年已用多少是哪个事实;按次的不写 used")


class FirstOwn(Frozen):
    """A part of the bill, named by an amount fact, of which the person first bears a share."""

    class Part(Frozen):
        """Which part, and the share of it the person bears."""

        fact: str
        share: Number

        @model_validator(mode="after")
        def _unit(self) -> FirstOwn.Part:
            must_be_ratio(self.share)
            return self

    first_own: Part


class Deductible(Frozen):
    """What the person bears before the fund pays, per stay or per year."""

    deductible: Quantity
    per: Literal["stay", "year"] = "stay"
    used: str | None = None

    @model_validator(mode="after")
    def _unit(self) -> Deductible:
        must_be_yuan(self.deductible)
        _must_say_used("起付线", self.per, self.used)
        return self


class Share(Frozen):
    """The part of the remaining expense that the fund pays."""

    share: Quantity

    @model_validator(mode="after")
    def _unit(self) -> Share:
        must_be_ratio(self.share)
        return self


class Band(Frozen):
    """One band of a marginal scale: the expense above `over` up to `up_to` is paid at `share`."""

    over: Quantity
    up_to: Quantity | None = None
    share: Quantity

    @model_validator(mode="after")
    def _unit(self) -> Band:
        must_be_yuan(self.over)
        if self.up_to is not None:
            must_be_yuan(self.up_to)
        must_be_ratio(self.share)
        for over, up_to in side_by_side(self.over, self.up_to):
            over = getattr(over, "inferred", over)
            if isinstance(over, Decimal) and isinstance(up_to, Decimal) and up_to <= over:
                raise ValueError(f"up_to 要大于 over:{written(up_to)} 不大于 {written(over)}")
        return self


class Bands(Frozen):
    """A marginal scale; `includes` says which bound belongs to a band (upper: 以上不含、以下含本数)."""

    class Scale(Frozen):
        """The bands in rising order; `used` names the fact that says how much of the scale this year has used up."""

        includes: Literal["upper", "lower"]
        used: str | None = None
        each: tuple[Band, ...] = Field(min_length=1)

    bands: Scale

    @model_validator(mode="after")
    def _without_gap(self) -> Bands:
        for lower, upper in zip(self.bands.each, self.bands.each[1:], strict=False):
            for end, start in side_by_side(lower.up_to, upper.over):
                start = getattr(start, "inferred", start)
                if not isinstance(end, Decimal) or end != start:
                    upto = "没有 up_to" if end is None else f"到 {end}"
                    raise ValueError(f"分段要首尾相接:上一段{upto},下一段从 {start} 起")
        return self


class Cap(Frozen):
    """The most that a stay or a year allows, counted on the fund's payment or on the expense."""

    cap: Quantity
    per: Literal["stay", "year"]
    limits: Literal["payment", "expense"]
    used: str | None = None

    @model_validator(mode="after")
    def _unit(self) -> Cap:
        must_be_yuan(self.cap)
        _must_say_used("封顶", self.per, self.used)
        return self


class Allowance(Frozen):
    """A fixed sum: the fund pays the bill up to it."""

    allowance: Quantity
    per: Literal["stay", "year"] = "stay"
    used: str | None = None
    plus: str | None = None

    @model_validator(mode="after")
    def _unit(self) -> Allowance:
        must_be_yuan(self.allowance)
        _must_say_used("定额", self.per, self.used)
        return self


Step = FirstOwn | Deductible | Share | Bands | Cap | Allowance
STEPS: dict[str, type[Step]] = {
    "first_own": FirstOwn,
    "deductible": Deductible,
    "share": Share,
    "bands": Bands,
    "cap": Cap,
    "allowance": Allowance,
}


def _limits_expense(step: Step) -> bool:
    return isinstance(step, Cap) and step.limits == "expense"


def _as_step(raw: Any) -> Any:
    if isinstance(raw, dict):
        for key, kind in STEPS.items():
            if key in raw:
                return kind.model_validate(raw)
    raise ValueError(f"每一步要是 {'、'.join(STEPS)} 之一")


class EstimateRule(Frozen):
    """How the fund's payment for one kind of care is worked out of the bill.

    `also_bill` are other amounts that the source takes for the bill: 自费, as an advertisement says of what is left.
    """

    estimate: Words
    bill: str = "cost"
    also_bill: Words = ()
    assumes: tuple[Assume, ...] = ()
    steps: tuple[Annotated[Step, BeforeValidator(_as_step)], ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _in_order(self) -> EstimateRule:
        pays = [isinstance(step, Share | Bands | Allowance) for step in self.steps]
        takes = [isinstance(step, FirstOwn | Deductible) or _limits_expense(step) for step in self.steps]
        if sum(pays) != 1 and (not any(pays) or any(isinstance(step, Share | Bands) for step in self.steps)):
            raise ValueError("报销只写一处:一个 share、一个 bands,或几个 allowance")
        if any(takes[pays.index(True) :]):
            raise ValueError("first_own、deductible 和限费用的 cap 要写在 share、bands、allowance 之前")
        return self

    @model_validator(mode="after")
    def _nothing_used_yet(self) -> EstimateRule:
        used = {getattr(step, "used", None) for step in self.steps}
        for one in self.assumes:
            if one.fact in used and one.value != 0:
                raise ValueError(f"{one.fact} 是今年已用多少,没人说时只能按 0 算")
        return self

    @cached_property
    def needs_bill(self) -> bool:
        """False where the rule only hands out fixed sums, which stand without a bill."""
        return not all(isinstance(step, Allowance) for step in self.steps)


class AdjustRule(Frozen):
    """A change to the estimates of some clauses for cases that meet every condition of `when`.

    `if_higher`: only where the fund then pays more than without the change (就高).
    """

    adjusts: Words
    care: Words | None = None
    when: dict[str, Condition] = Field(min_length=1)
    assumes: tuple[Assume, ...] = ()
    share: Change | None = None
    deductible: Change | None = None
    cap: Change | None = None
    cap_of: str | None = None
    if_higher: bool = False

    @model_validator(mode="after")
    def _changes(self) -> AdjustRule:
        if not (self.share or self.deductible or self.cap):
            raise ValueError("adjusts 要写 share、deductible、cap 中至少一项")
        for name, change in (("share", self.share), ("deductible", self.deductible), ("cap", self.cap)):
            if change:
                _check_units(name, change)
        return self


def _check_units(name: str, change: Change | ChangeReading) -> None:
    """Percentage points only on shares, yuan only on amounts: the two cannot be mixed up."""
    for one in change.readings or (change,):
        if name == "share" and one.plus is not None:
            raise ValueError("比例不能加元;加减百分点用 points")
        if name != "share" and one.points is not None:
            raise ValueError("points 是百分点,只能用于 share;金额加减用 plus")
        if isinstance(one.points, Percent):
            raise ValueError("points 是百分点,写 10,不写 10%")
        if isinstance(one.plus, Percent):
            raise ValueError("plus 是元,不带百分号;按比例提高用 times")
        if one.times is not None and (not isinstance(one.times, Percent) or one.times < 0):
            raise ValueError(f"times 是原来的百分之几,要带百分号,写的是 {written(one.times)}")
        if one.replace is not None:
            (must_be_ratio if name == "share" else must_be_yuan)(one.replace)


ComputingRule = EstimateRule | AdjustRule
Rule = ComputingRule | StacksRule | FurtherRule


class Worked(Frozen):
    """The worked cases that stand under a rule of a further kind."""

    rule: FurtherRule
    cases: tuple[FurtherCase, ...]


class Clause(Frozen):
    """One subject of a policy: its words, its places in the original, the rules under it and their worked cases.

    `cases` are those of estimates and adjustments, `worked` those of each other rule, `told` those that the source
    tells, `asked` the ways in which people ask for it. `parts` are those of the
    document's several parts in which the locators lie; empty where the document has one part alone.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    parts: tuple[int, ...] = ()
    locators: tuple[str, ...]
    text: str
    rules: tuple[Rule, ...] = ()
    cases: tuple[WorkedCase, ...] = ()
    worked: tuple[Worked, ...] = ()
    told: tuple[ToldCase, ...] = ()
    asked: tuple[Asked, ...] = ()
    line: int

    @property
    def case_count(self) -> int:
        """How many worked cases it has, of all kinds."""
        return len(self.cases) + len(self.told) + sum(len(one.cases) for one in self.worked)


class Source(Frozen):
    """A part of an original file, and the parts that repeat it word for word; `awaited` says why it is not at hand."""

    file: str
    part: Number
    same_as: tuple[Number, ...] = ()
    awaited: str | None = Field(default=None, min_length=2)

    @property
    def parts(self) -> tuple[int, ...]:
        """Every part that holds the text."""
        return (int(self.part), *map(int, self.same_as))

    @property
    def name(self) -> str:
        """The file and the part as people say them."""
        return f"{self.file} 第{self.part}篇"


class InForce(Frozen):
    """The days on which a policy holds, both ends included."""

    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None

    @model_validator(mode="after")
    def _order(self) -> InForce:
        if self.from_ and self.until and self.until < self.from_:
            raise ValueError("until 不能早于 from")
        return self

    @property
    def bounds(self) -> tuple[date, date]:
        """The first and the last day; of an end that is not written the first or last day there is."""
        return self.from_ or date.min, self.until or date.max

    def holds_on(self, day: date) -> bool:
        """Whether a day is one of them."""
        begins, ends = self.bounds
        return begins <= day <= ends


Kind = Literal["policy", "guide", "report"]
Nature = Literal["regulation", "draft", "notice", "news", "plan", "advertisement", "report"]


class Heading(Frozen):
    """The front matter of a file.

    `spoken_of` is a regular expression for ways of naming it between whose words others stand (上海那个医保办).
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    kind: Kind
    nature: Nature
    place: tuple[str, ...]
    scheme: str
    in_force: InForce = InForce()
    year: str
    also_called: tuple[str, ...] = ()
    spoken_of: re.Pattern[str] | None = None
    sources: tuple[Source, ...] = Field(min_length=1)
    notes: tuple[str, ...] = ()


class Policy(Heading):
    """One document of the corpus."""

    clauses: tuple[Clause, ...]
    file: str

    @cached_property
    def by_id(self) -> dict[str, Clause]:
        """The clauses by their id."""
        return {clause.id: clause for clause in self.clauses}

    @property
    def awaits_originals(self) -> bool:
        """Whether no original of it is at hand, so that nothing in it can be held against one."""
        return all(source.awaited for source in self.sources)

    def sources_of(self, clause: Clause) -> tuple[Source, ...]:
        """The sources that hold a clause."""
        return tuple(one for one in self.sources if not clause.parts or int(one.part) in clause.parts)
