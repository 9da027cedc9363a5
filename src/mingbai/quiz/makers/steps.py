"""Items on single figures of an estimate: shares, deductibles, caps, allowances, the shares of bands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from random import Random

from mingbai.corpus.models import Allowance, Band, Bands, Cap, Clause, Deductible, EstimateRule, Policy, Share, Step
from mingbai.corpus.values import Inferred, Quantity, Value
from mingbai.corpus.vocabulary import SERVICE_ON, YES_NO, Fact, Vocabulary
from mingbai.money import short
from mingbai.quiz.figures import Leaf, Other, Unit, figure_draft, figure_words, leaves_of, row_words
from mingbai.quiz.makers.situation import choice_words
from mingbai.quiz.prompt import Draft, Prompt, claim, content_of
from mingbai.quiz.shelf import Shelf

_WHOLE = Decimal(1)


@dataclass(frozen=True)
class _Figure:
    """One figure of a rule: what it is called, the table it stands in and the unit."""

    step: int
    topic: str
    name: str
    label: str
    unit: Unit
    quantity: Quantity
    siblings: tuple[Other, ...] = ()


def figure_prompts(shelf: Shelf, policy: Policy) -> Iterator[Prompt]:
    """What each figure of each estimate is; a statement about each exact one."""
    for clause in policy.clauses:
        for rule in (one for one in clause.rules if isinstance(one, EstimateRule)):
            for figure in _figures(rule):
                for leaf in leaves_of(figure.quantity):
                    yield from _of_leaf(shelf, policy, clause, rule, figure, leaf)


def _figures(rule: EstimateRule) -> Iterator[_Figure]:
    several_caps = sum(isinstance(step, Cap) for step in rule.steps) > 1
    several_allowances = sum(isinstance(step, Allowance) for step in rule.steps) > 1
    for number, step in enumerate(rule.steps):
        match step:
            case Share():
                yield _Figure(number, "share", "报销比例", "报销比例", "share", step.share)
            case Deductible():
                label = f"{_PER[step.per]}的起付线"
                yield _Figure(number, "deductible", "起付线", label, "yuan", step.deductible)
            case Cap() if not several_caps:
                limits = "报销金额" if step.limits == "payment" else "计入报销的费用"
                label = f"{_PER[step.per]}的封顶线(限的是{limits})"
                yield _Figure(number, "cap", "封顶线", label, "yuan", step.cap)
            case Allowance() if not several_allowances:
                yield _Figure(number, "cap", "定额", f"{_PER[step.per]}的定额", "yuan", step.allowance)
            case Bands():
                yield from _bands(number, step)


_PER = {"stay": "每次", "year": "每年"}


def _bands(number: int, step: Bands) -> Iterator[_Figure]:
    bands = step.bands.each
    for place, band in enumerate(bands, 1):
        others = tuple(
            Other(one.share, f"看错了段:这是第{at}段的比例")
            for at, one in enumerate(bands, 1)
            if at != place and isinstance(one.share, Decimal)
        )
        label = f"第{place}段({_band_words(band)})的报销比例"
        yield _Figure(number, "share", "报销比例", label, "share", band.share, others)


def _band_words(band: Band) -> str:
    start = band.over.inferred if isinstance(band.over, Inferred) else band.over
    low = f"超过{short(start)}元" if isinstance(start, Decimal) and start else ""
    if not isinstance(band.up_to, Decimal):
        return f"{low}的部分"
    return f"不超过{short(band.up_to)}元的部分" if start == 0 else f"{low}到{short(band.up_to)}元的部分"


def _of_leaf(
    shelf: Shelf, policy: Policy, clause: Clause, rule: EstimateRule, figure: _Figure, leaf: Leaf
) -> Iterator[Prompt]:
    where = _where(rule, leaf, shelf.corpus.vocabulary)
    subject = f"{where}{figure.label}"
    others = partial(_others, shelf, policy, rule, figure, leaf)
    asked = f"按《{policy.title}》,{subject}是多少?{_unadjusted(policy, clause, figure)}"
    facts = (str(figure.step), figure.label, *(f"{fact}={row}" for fact, row in leaf.path))
    doubtful = not isinstance(leaf.value, Decimal)
    make = partial(Prompt, policy, clause, "unsaid" if doubtful else figure.topic)
    content = content_of(rule)

    def ask(rng: Random) -> Draft:
        return figure_draft(asked, leaf.value, figure.unit, others(rng))

    yield make("figure", "estimate", content, facts, ask)
    for holds in () if doubtful else (True, False):
        state = partial(
            _state,
            f"按《{policy.title}》,{subject}{_unadjusted(policy, clause, figure)}",
            leaf.value,
            figure.unit,
            others,
            holds,
        )
        yield make("figure-claim", "estimate", content, (*facts, str(holds)), state)


def _state(subject: str, value: Value, unit: Unit, others: object, holds: bool, rng: Random) -> Draft | None:
    assert isinstance(value, Decimal)
    assert callable(others)
    shown = figure_words(value, unit)
    if holds:
        return claim(f"{subject}是{shown}。", True, f"规定写的是{shown}。")
    wrong = [one for one in others(rng) if one.figure != value]
    if not wrong:
        return None
    said = figure_words(wrong[0].figure, unit)
    return claim(f"{subject}是{said}。", False, f"规定写的是{shown};说成{said}是{wrong[0].why}。")


def _where(rule: EstimateRule, leaf: Leaf, vocabulary: Vocabulary) -> str:
    words = [rule.estimate[0]]
    for fact, row in leaf.path:
        if fact == SERVICE_ON:
            words.append(row_words(fact, row))
            continue
        words.append(_row(vocabulary.facts[fact], row))
    return ",".join((*words, ""))


def _row(fact: Fact, row: str) -> str:
    """A row of a table as part of a question: 三级医院, 退休, 参保人群是儿童, 没享受实时救助的."""
    if row in YES_NO or row in fact.label:
        return choice_words(fact, row)
    return fact.choices[row].shows or f"{fact.label}是{row}"


def _unadjusted(policy: Policy, clause: Clause, figure: _Figure) -> str:
    changes = {"报销比例": "share", "起付线": "deductible", "封顶线": "cap"}
    field = changes.get(figure.name)
    adjusted = field and any(
        clause.id in getattr(rule, "adjusts", ()) and getattr(rule, field, None)
        for holder in policy.clauses
        for rule in holder.rules
    )
    return "(不算对特定人群、特定情形的调整)" if adjusted else ""


def _others(
    shelf: Shelf, policy: Policy, rule: EstimateRule, figure: _Figure, leaf: Leaf, rng: Random
) -> tuple[Other, ...]:
    """Figures one may mistake this one for: of the same rule first, then of other policies."""
    own = [*_rows(figure, leaf, shelf.corpus.vocabulary), *figure.siblings, *_swapped(rule, figure)]
    rng.shuffle(own)
    if figure.unit == "share" and isinstance(leaf.value, Decimal):
        own.insert(rng.randint(0, len(own)), Other(_WHOLE - leaf.value, "把个人负担的比例当成了报销的比例"))
    elsewhere = list(shelf.others(policy, figure.name, rule.estimate[0]))
    near, far = elsewhere[:6], elsewhere[6:]
    rng.shuffle(near)
    return (*own, *near, *far)


def _rows(figure: _Figure, leaf: Leaf, vocabulary: Vocabulary) -> Iterator[Other]:
    """The figures of the other rows, neighbours first named by what differs."""
    for other in leaves_of(figure.quantity):
        if other.path != leaf.path and isinstance(other.value, Decimal):
            rows = [
                choice_words(vocabulary.facts[fact], row) if row in YES_NO else row_words(fact, row)
                for (fact, row), mine in zip(other.path, leaf.path, strict=False)
                if (fact, row) != mine
            ]
            yield Other(other.value, f"看错了行:这是{'、'.join(rows)}的{figure.name}")


def _swapped(rule: EstimateRule, figure: _Figure) -> Iterator[Other]:
    """Deductible taken for the cap and the other way round."""
    swap: dict[str, type[Step]] = {"起付线": Cap, "封顶线": Deductible}
    for step in rule.steps:
        if isinstance(step, swap.get(figure.name, Band)):
            quantity = step.cap if isinstance(step, Cap) else getattr(step, "deductible", None)
            if isinstance(quantity, Decimal) and quantity.is_finite():
                yield Other(quantity, "把封顶线和起付线弄反了")
