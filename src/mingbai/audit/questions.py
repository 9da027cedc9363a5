"""What looks odd in the rules but may be meant: asked as a question, never changed and never an error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from mingbai.corpus.models import (
    AdjustRule,
    Bands,
    Cap,
    Clause,
    Deductible,
    EstimateRule,
    Policy,
    Share,
)
from mingbai.corpus.problems import Problem
from mingbai.corpus.units import figures, written
from mingbai.corpus.values import Change, Quantity, Table

_RANKS: dict[str, Sequence[tuple[str, ...]]] = {
    "hospital_level": (
        ("村卫生室", "社区", "乡镇卫生院", "一级"),
        ("二级", "县级"),
        ("三级", "市级"),
        ("省级",),
    ),
    "plan": (("一档",), ("二档",)),
}
"""The choices of a fact from low to high; those of one rank are not compared with each other."""

_FAVOURED = {
    "employment": {"退休"},
    "insured": {"学生", "儿童", "新生儿", "老人"},
    "hardship": {"低保", "重度残疾", "低收入老人", "三无人员", "建档立卡", "特困"},
}
"""Who policies mean to help."""


def questions(policy: Policy) -> Iterator[Problem]:
    """Each oddity of a policy, as a question with the line of its clause; and each original that is still awaited."""
    for source in policy.sources:
        if source.awaited:
            words = f"{source.name}还不在手边({source.awaited}),依据它写的条款没有和原文核对过,什么时候能补上?"
            yield Problem(policy.file, 1, words)
    for clause in policy.clauses:
        for words in dict.fromkeys(_questions(clause)):
            yield Problem(policy.file, clause.line, f"条款 {clause.id}:{words},原文就是这样吗?")


def _questions(clause: Clause) -> Iterator[str]:
    for rule in clause.rules:
        if isinstance(rule, EstimateRule):
            yield from _of_estimate(rule)
        elif isinstance(rule, AdjustRule):
            yield from _of_adjustment(rule)


def _of_estimate(rule: EstimateRule) -> Iterator[str]:
    for step in rule.steps:
        match step:
            case Share():
                yield from _out_of_order(step.share, "hospital_level", "报销比例更高", rises=False)
                yield from _out_of_order(step.share, "plan", "报销比例更低", rises=True)
                yield from _retired(step.share)
            case Deductible():
                yield from _out_of_order(step.deductible, "hospital_level", "起付线更低", rises=True)
            case Cap():
                yield from _out_of_order(step.cap, "plan", "封顶更低", rises=True)
            case Bands():
                yield from _falling_bands(step)
    yield from _cap_under_deductible(rule)


def _out_of_order(quantity: Quantity, fact: str, words: str, *, rises: bool) -> Iterator[str]:
    """The choices of a fact whose figures do not go the way one expects with their rank."""
    for table in _tables(quantity):
        if table.by != fact:
            continue
        rows = [(name, rank) for rank, names in enumerate(_RANKS[fact]) for name in names if name in table.rows]
        known = [(name, rank, figure) for name, rank in rows if (figure := _only(table.rows[name])) is not None]
        for low, low_rank, small in known:
            for high, high_rank, large in known:
                if high_rank == low_rank + 1 and (large < small if rises else large > small):
                    yield f"{high}比{low}的{words}({written(large)}、{written(small)})"


def _retired(quantity: Quantity) -> Iterator[str]:
    for table in _tables(quantity):
        working, retired = (_only(table.rows[name]) if name in table.rows else None for name in ("在职", "退休"))
        if table.by == "employment" and working is not None and retired is not None and retired < working:
            yield f"退休比在职报得少({written(retired)}、{written(working)})"


def _falling_bands(step: Bands) -> Iterator[str]:
    shares = [share for band in step.bands.each if (share := _only(band.share)) is not None]
    signs = [later > earlier for earlier, later in pairwise(shares) if later != earlier]
    if True in signs and False in signs:
        listed = "、".join(map(written, shares))
        yield f"分段的比例有升有降({listed})"


def _cap_under_deductible(rule: EstimateRule) -> Iterator[str]:
    starts = [one for step in rule.steps if isinstance(step, Deductible) for one in figures(step.deductible)]
    caps = [one for step in rule.steps if isinstance(step, Cap) for one in figures(step.cap)]
    if starts and caps and min(caps) < max(starts):
        yield f"封顶({written(min(caps))})比起付线({written(max(starts))})还低"


def _of_adjustment(rule: AdjustRule) -> Iterator[str]:
    changes = rule.share.readings or (rule.share,) if rule.share else ()
    for fact, favoured in _FAVOURED.items():
        condition = rule.when.get(fact)
        if isinstance(condition, tuple) and set(condition) <= favoured and any(map(_lowers, changes)):
            yield f"{'、'.join(condition)}的报销比例反而降低"
    if rule.when.get("care_place") == ("外地",) and any(map(_raises, changes)):
        yield "外地的报销比例反而提高"


def _lowers(change: Change) -> bool:
    return (change.points is not None and change.points < 0) or (change.times is not None and change.times < 1)


def _raises(change: Change) -> bool:
    return (change.points is not None and change.points > 0) or (change.times is not None and change.times > 1)


def _tables(quantity: Quantity) -> Iterator[Table]:
    if isinstance(quantity, Table):
        yield quantity
        for row in quantity.rows.values():
            yield from _tables(row)


def _only(quantity: Quantity) -> Decimal | None:
    """The one figure of a quantity, None where it has several or none."""
    found = figures(quantity)
    return found[0] if len(found) == 1 else None
