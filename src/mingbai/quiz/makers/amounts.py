"""Items on whole bills: a case with drawn facts, and what the fund pays for it to the fen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import product
from random import Random

from mingbai.corpus.conditions import AtLeastCount
from mingbai.corpus.kinds.stacks import StackLayer
from mingbai.corpus.models import Policy, Rule
from mingbai.corpus.vocabulary import SERVICE_ON
from mingbai.money import plain, to_fen, words
from mingbai.quiz.item import ItemType
from mingbai.quiz.makers.bill_words import OWN_SHARE, paid, range_mistakes, range_words, statement_words, told
from mingbai.quiz.makers.mistakes import Slip, slips
from mingbai.quiz.prompt import Draft, Prompt, Wrong, claim, content_of
from mingbai.quiz.shelf import Shelf
from mingbai.rules.book import Computation, tables
from mingbai.rules.case import Case, CaseError, FactValue
from mingbai.rules.estimate import Estimate, Missing, estimate

_BILLS = tuple(map(Decimal, ("280", "960", "3600", "8450.50", "12800", "26300", "54000", "128000", "360000")))
_SMALL = {
    **dict.fromkeys(("普通门诊", "中医门诊", "生育", "村卫生室"), 4),
    **dict.fromkeys(("慢性病门诊", "社区", "乡镇卫生院"), 7),
}
"""How many of the bills are likely where care is simple: nobody spends 360,000 yuan in a village clinic."""
_LEFT = Decimal("0.4")
_MOST_MISSING = 4
_MOST_ROWS = 24
_Facts = dict[str, FactValue]


def amount_prompts(shelf: Shelf, policy: Policy) -> Iterator[Prompt]:
    """Cases of every estimate of a policy: each row of its tables, each adjustment, bills from small to huge."""
    seen: set[int] = set()
    for care, computation in shelf.books[policy.id].by_care.items():
        if id(computation.rule) in seen:
            continue
        seen.add(id(computation.rule))
        content = content_of(*_rules(computation))
        for facts in _draws(computation, care):
            yield from _of_case(shelf, computation, content, {"care": care, **facts})


def _rules(computation: Computation) -> Iterator[Rule | StackLayer]:
    """All that a bill turns on: the rule and its adjustments; of a stack also each layer's own rule and conditions."""
    yield computation.rule
    yield from (one.rule for one in computation.adjustments)
    for layer in computation.layers:
        yield from (layer.rule, layer.computation.rule)


def _draws(computation: Computation, care: str) -> Iterator[_Facts]:
    """Facts of cases: without any special circumstance, then with those of each adjustment."""
    by = dict.fromkeys(table.by for table in tables(computation.rule, computation.adjustments))
    rows = [[(fact, row) for row in computation.domain[fact]] for fact in by]
    days: list[_Facts] = [{SERVICE_ON: start} for start in computation.period_starts] or [{}]
    circumstances: list[_Facts] = [{}, *(_circumstance(one.rule.when) for one in computation.adjustments)]
    for circumstance in circumstances:
        for combined in list(product(*rows))[:_MOST_ROWS]:
            for bill in _likely(care, *(row for _, row in combined)):
                for day, left in product(days, _left(computation, bill)):
                    yield {**dict(combined), **circumstance, **day, computation.rule.bill: bill, **left}


def _left(computation: Computation, bill: Decimal) -> Iterator[_Facts]:
    """What the first layer of a stack left of a bill: not known, or known where a later layer pays on it."""
    yield {}
    if OWN_SHARE in computation.bills[1:]:
        yield {OWN_SHARE: to_fen(bill * _LEFT)}


def _likely(*words: str) -> tuple[Decimal, ...]:
    """The bills that a kind of care at a kind of hospital may well bring."""
    return _BILLS[: min(_SMALL.get(word, len(_BILLS)) for word in words)]


def _circumstance(when: Mapping[str, object]) -> _Facts:
    """Facts that meet conditions; an amount that must be reached is left to the bill."""
    facts: _Facts = {}
    for fact, condition in when.items():
        if isinstance(condition, AtLeastCount):
            if condition.at_least < _BILLS[0]:
                facts[fact] = condition.at_least
        elif isinstance(condition, tuple):
            facts[fact] = str(condition[0])
    return facts


def _of_case(shelf: Shelf, computation: Computation, content: str, facts: _Facts) -> Iterator[Prompt]:
    drawn = tuple(f"{name}={value}" for name, value in sorted(facts.items()))
    make = partial(Prompt, computation.policy, computation.clause)
    rule_kind = "stacks" if computation.layers else "estimate"
    for topic, kind, build in _KINDS:
        worked_out = partial(build, shelf, computation, facts)
        yield make(topic, kind, rule_kind, content, drawn, worked_out, _steps(computation, facts))


def _steps(computation: Computation, facts: _Facts) -> int:
    """The steps of the rule, and one for each adjustment whose circumstances were drawn."""
    drawn = (_circumstance(one.rule.when).items() for one in computation.adjustments)
    return len(computation.rule.steps) + sum(bool(one) and one <= facts.items() for one in drawn)


def _settled(shelf: Shelf, computation: Computation, facts: _Facts) -> tuple[Case, Estimate] | None:
    """The case with all the engine asks for, and its estimate; None where the facts do not go together."""
    case = Case(dict(facts))
    try:
        for _ in range(_MOST_MISSING):
            result = estimate(shelf.books[computation.policy.id], case)
            if isinstance(result, Estimate):
                return None if _is_told_too_much(shelf, computation, case) else (case, result)
            case = _with_next(case, result)
    except CaseError:
        return None
    return None


def _is_told_too_much(shelf: Shelf, computation: Computation, case: Case) -> bool:
    """Whether a stack's case says what its first layer left although the rules work that out, to another amount."""
    if not computation.layers or OWN_SHARE not in case.facts:
        return False
    untold = Case({fact: value for fact, value in case.facts.items() if fact != OWN_SHARE})
    result = estimate(shelf.books[computation.policy.id], untold)
    return isinstance(result, Estimate) and result.status == "exact"


def _with_next(case: Case, missing: Missing) -> Case:
    fact = missing.facts[0]
    choices = missing.choices[fact]
    return case.with_facts(**{fact: choices[0] if choices else _BILLS[0]})


@dataclass(frozen=True)
class _Certain:
    """A case whose payment is certain, with the payment and what the known mistakes give."""

    told: str
    case: Case
    result: Estimate
    amount: Decimal
    slips: list[Slip]


def _certain(shelf: Shelf, computation: Computation, facts: _Facts) -> _Certain | None:
    settled = _settled(shelf, computation, facts)
    if settled is None or settled[1].status != "exact" or settled[1].amount is None:
        return None
    case, result = settled
    mistaken = list(slips(shelf, computation, case, result))
    return _Certain(told(computation, case, result), case, result, settled[1].amount, mistaken)


def _number(shelf: Shelf, computation: Computation, facts: _Facts, rng: Random) -> Draft | None:
    one = _certain(shelf, computation, facts)
    if one is None:
        return None
    wrong = tuple(Wrong(plain(slip.amount), slip.why) for slip in one.slips)
    question = f"{one.told}{paid(computation)}多少元?(写到分)"
    return _draft("number", question, plain(one.amount), wrong, one.case, one.result)


def _choice(shelf: Shelf, computation: Computation, facts: _Facts, rng: Random) -> Draft | None:
    one = _certain(shelf, computation, facts)
    if one is None:
        return None
    wrong = tuple(Wrong(words(slip.amount), slip.why) for slip in _mixed(one.slips, rng))
    question = f"{one.told}{paid(computation)}多少?"
    return _draft("single_choice", question, words(one.amount), wrong, one.case, one.result)


def _mixed(found: list[Slip], rng: Random) -> list[Slip]:
    """The mistakes in a drawn order, so that the easily spotted ones do not always fill the places."""
    rng.shuffle(found)
    return found


def _claim(shelf: Shelf, computation: Computation, facts: _Facts, rng: Random) -> Draft | None:
    one = _certain(shelf, computation, facts)
    if one is None:
        return None
    wrong = [slip for slip in one.slips if slip.amount != one.amount]
    slip = rng.choice(wrong) if wrong and rng.random() < _HALF else None
    why = statement_words(one.result.lines)
    if slip is not None:
        why += f"算成{words(slip.amount)}是因为:{slip.why}。"
    stated = claim(f"{one.told}{paid(computation)}{words(slip.amount if slip else one.amount)}。", slip is None, why)
    return replace(stated, facts=_pairs(one.case), clauses=one.result.clauses)


_HALF = 0.5


def _doubtful(shelf: Shelf, computation: Computation, facts: _Facts, rng: Random) -> Draft | None:
    settled = _settled(shelf, computation, facts)
    if settled is None or settled[1].status == "exact":
        return None
    case, result = settled
    if result.high is None and result.low == 0:
        return None  # 至少0元 says nothing
    question = f"{told(computation, case, result)}{paid(computation)}多少,能说到什么程度?"
    return _draft("single_choice", question, range_words(result), tuple(range_mistakes(result)), case, result)


_KINDS: tuple[tuple[str, str, Callable[[Shelf, Computation, _Facts, Random], Draft | None]], ...] = (
    ("amount", "amount-number", _number),
    ("amount", "amount-choice", _choice),
    ("amount", "amount-claim", _claim),
    ("unsaid", "amount-doubt", _doubtful),
)
"""Topic, kind and maker of what is asked of each case."""


def _draft(type_: ItemType, question: str, right: str, wrong: tuple[Wrong, ...], case: Case, result: Estimate) -> Draft:
    why = statement_words(result.lines) + (f"说不准的原因:{';'.join(result.causes)}。" if result.causes else "")
    if result.readings:
        why += f"不同的读法:{';'.join(f'{one.says},付{words(one.amount)}' for one in result.readings)}。"
    return Draft(type_, question, right, why, wrong, _pairs(case), result.clauses)


def _pairs(case: Case) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in case.facts.items())
