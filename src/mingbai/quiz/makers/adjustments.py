"""Items on adjustments: by how much, in which unit, and which way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from random import Random

from mingbai.corpus.models import AdjustRule, Clause, EstimateRule, Policy
from mingbai.corpus.values import AtLeast, AtMost, Change, ChangeReading, Inferred, Lost, Quantity, Readings
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import percent, short
from mingbai.quiz.figures import CANNOT_SAY, Unit, figure_words, leaves_of, row_words
from mingbai.quiz.makers.situation import situation
from mingbai.quiz.prompt import Draft, Prompt, Wrong, content_of
from mingbai.quiz.shelf import Shelf

_NAMES = {"share": "报销比例", "deductible": "起付线", "cap": "封顶线"}
_HUNDRED = Decimal(100)
_ONE = Decimal(1)
_UNCHANGED = Wrong("不变,跟一般情形一样", "漏掉了这条调整")


def adjustment_prompts(shelf: Shelf, policy: Policy) -> Iterator[Prompt]:
    """How each adjustment changes each figure it touches."""
    for clause in policy.clauses:
        for rule in (one for one in clause.rules if isinstance(one, AdjustRule)):
            for field, name in _NAMES.items():
                change: Change | None = getattr(rule, field)
                if change is not None:
                    topic = "unsaid" if _is_doubtful(change) else field
                    build = partial(_draft, shelf.corpus.vocabulary, policy, rule, field, name, change)
                    yield Prompt(policy, clause, topic, "adjustment", "adjusts", content_of(rule), (field,), build)


def _is_doubtful(change: Change) -> bool:
    replaced = () if change.replace is None else leaves_of(change.replace)
    return bool(change.readings) or any(isinstance(leaf.value, Lost | AtLeast | AtMost | Readings) for leaf in replaced)


def _draft(
    vocabulary: Vocabulary, policy: Policy, rule: AdjustRule, field: str, name: str, change: Change, rng: Random
) -> Draft | None:
    cares = "、".join(_cares(policy, rule))
    question = f"按《{policy.title}》,这种情形({situation(rule.when, vocabulary)})下,{cares}的{name}怎么变?"
    unit: Unit = "share" if field == "share" else "yuan"
    if change.readings:
        return _of_readings(question, change, change.readings, unit)
    right = _words(change, unit)
    wrong = [*_mistaken(change, unit), _UNCHANGED]
    return Draft("single_choice", question, right, f"规定是:{right}。", tuple(wrong))


def _cares(policy: Policy, rule: AdjustRule) -> Iterator[str]:
    """The kinds of care an adjustment bears on, the first name of each estimate."""
    clauses: list[Clause] = [policy.by_id[one] for one in rule.adjusts]
    for clause in clauses:
        for estimate in clause.rules:
            if isinstance(estimate, EstimateRule):
                named = [care for care in estimate.estimate if rule.care is None or care in rule.care]
                yield from named[:1]


def _of_readings(question: str, change: Change, readings: tuple[ChangeReading, ...], unit: Unit) -> Draft:
    says = [one.says for one in readings]
    if change.set_locally:
        return _set_locally(question, change.set_locally, says)
    wrong = [Wrong(f"肯定是这样:{one}", "只取了一种读法,原文没有说清") for one in says]
    right = f"有不同读法:{';或者'.join(says)}"
    why = f"原文的话有不同读法:{';'.join(says)}。"
    return Draft("single_choice", question, right, why, (*wrong, _UNCHANGED))


def _set_locally(question: str, right: str, bounds: Sequence[str]) -> Draft:
    """A figure that each place sets for itself between two bounds."""
    wrong = (Wrong(f"肯定是这样:{one}", "把界限当成了准数") for one in bounds)
    return Draft("single_choice", question, right, f"原文只给了界限:{right}。", (*wrong, _UNCHANGED))


def _words(change: Change, unit: Unit) -> str:
    """A change in plain words."""
    if change.points is not None:
        return f"{_direction(change.points)}{short(abs(change.points))}个百分点"
    if change.times is not None:
        return f"变成原来的{percent(change.times)}"
    if change.plus is not None:
        each = f"{_direction(change.plus)}{short(abs(change.plus))}元"
        return each if change.for_each is None else f"第{short(change.beyond)}种以外,每多一种{each}"
    assert change.replace is not None  # a change has exactly one unit, and readings are asked about elsewhere
    return _replaced(change.replace, unit)


def _replaced(quantity: Quantity, unit: Unit) -> str:
    parts: list[str] = []
    for leaf in leaves_of(quantity):
        rows = "、".join(row_words(fact, row) for fact, row in leaf.path)
        value = leaf.value
        if isinstance(value, Lost):
            return f"{CANNOT_SAY}:{value.lost}"
        figure = value.inferred if isinstance(value, Inferred) else value
        if not isinstance(figure, Decimal):
            return f"{CANNOT_SAY}:原文只给了界限"
        words = figure_words(figure, unit)
        parts.append(f"{rows}改为{words}" if rows else f"改为{words}")
    return ",".join(parts)


def _direction(number: Decimal) -> str:
    return "加" if number > 0 else "减"


def _mistaken(change: Change, unit: Unit) -> Iterator[Wrong]:
    """The change read with the known mistakes: points for a factor, the wrong way, a factor for yuan."""
    if change.points is not None:
        factor = _ONE + change.points / _HUNDRED
        yield Wrong(f"变成原来的{percent(factor)}", "把百分点当成了倍数")
        yield Wrong(_words(Change(points=-change.points), unit), "方向弄反了")
    elif change.times is not None:
        off = (change.times - _ONE) * _HUNDRED
        if off:
            plain = f"{_direction(off)}{short(abs(off))}"
            yield Wrong(f"{plain}{'个百分点' if unit == 'share' else '元'}", "把倍数当成了直接加减的数")
            yield Wrong(f"变成原来的{percent(_ONE * 2 - change.times)}", "方向弄反了")
    elif change.plus is not None:
        yield Wrong(_words(change.model_copy(update={"plus": -change.plus}), unit), "方向弄反了")
        if change.for_each is not None:
            yield Wrong(f"每一种都{_direction(change.plus)}{short(abs(change.plus))}元", "把第一种也算了进去")
        yield Wrong(f"改为{short(abs(change.plus))}元", "把加减的数当成了新的标准")
    elif change.replace is not None:
        for leaf in leaves_of(change.replace):
            if isinstance(leaf.value, Decimal) and leaf.value.is_finite() and leaf.value:
                yield Wrong(f"加{figure_words(leaf.value, unit)}", "把新的标准当成了要加的数")
                break
        else:
            yield from _CHANGED_OTHERWISE.get(_words(change, unit), ()) if unit == "yuan" else _PAID_IN_FULL


_CHANGED_OTHERWISE: dict[str, tuple[Wrong, ...]] = {
    "改为0元": (Wrong("减半", "规定是不扣,不是减半"), Wrong("提高一倍", "方向弄反了")),
    "改为不封顶": (Wrong("提高一倍,但仍然封顶", "规定是取消,不是提高"), Wrong("降低一半", "方向弄反了")),
}
_PAID_IN_FULL = (Wrong("改为100%", "原文没有这样说"),)
