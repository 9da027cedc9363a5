"""Items on money beside a bill: late fees, premiums out of a base, sharing a result, what is paid ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from random import Random

from mingbai.corpus.conditions import AtLeastCount
from mingbai.corpus.kinds import AdvanceRule, LateFeeRule, PremiumBaseRule, PremiumRule, SharingRule
from mingbai.corpus.models import Policy
from mingbai.corpus.values import Lost
from mingbai.money import percent, plain, short, to_fen, words
from mingbai.quiz.figures import figure_draft, figure_words
from mingbai.quiz.prompt import Build, Draft, Prompt, Wrong, claim, content_of
from mingbai.quiz.shelf import Shelf
from mingbai.rules.case import Case, FactValue
from mingbai.rules.late_fee import late_fee
from mingbai.rules.premium import Base, PremiumRow, premiums
from mingbai.rules.sharing import Shared, advance, share_result
from mingbai.rules.stated import Stated, stated

_OWED = tuple(map(Decimal, ("1200", "4500", "36800.50")))
_PERIODS = (7, 15, 40)
_WAGES = tuple(map(Decimal, ("980", "1750", "4200")))
_HEADS = tuple(map(Decimal, ("12", "85")))
_PREMIUM = Decimal(10_000_000)
_COSTS = tuple(map(Decimal, ("8900000", "9400000", "9800000", "10200000", "10700000", "11450000")))
_OUTLAYS = tuple(map(Decimal, ("960000", "4230000.50")))
_FEN = Decimal("0.01")
_TEN = Decimal(10)


def fund_prompts(shelf: Shelf, policy: Policy) -> Iterator[Prompt]:
    """Sums with drawn amounts for every rule about money that needs no bill."""
    for fee in stated(policy, LateFeeRule):
        for owed in _OWED:
            for periods in _PERIODS:
                build = partial(_late_fee, fee, owed, periods)
                yield _prompt(fee, "late-fee", "late_fee", (str(owed), str(periods)), build, 2)
    for sharing in stated(policy, SharingRule):
        for cost in _COSTS:
            yield _prompt(sharing, "sharing", "sharing", (str(cost),), partial(_sharing, sharing, cost), 3)
            status = partial(_sharing_status, sharing, cost)
            yield _prompt(sharing, "sharing-status", "sharing", (str(cost),), status, 2)
    for ahead in stated(policy, AdvanceRule):
        yield from _of_advance(ahead)
    yield from _of_bases(shelf, policy)


_Money = Stated[LateFeeRule] | Stated[SharingRule] | Stated[AdvanceRule] | Stated[PremiumRule] | Stated[PremiumBaseRule]


def _prompt(
    one: _Money,
    kind: str,
    rule_kind: str,
    facts: tuple[str, ...],
    build: Build,
    steps: int = 1,
    besides: tuple[PremiumRule, ...] = (),
) -> Prompt:
    """What can be asked of a rule; `besides` are the other rules that the key is worked out of."""
    named = (one.rule.name, *facts)
    content = content_of(one.rule, *besides)
    return Prompt(one.policy, one.clause, "fund", kind, rule_kind, content, named, build, steps)


# -- late fees -------------------------------------------------------------------------------------------------------


def _late_fee(one: Stated[LateFeeRule], owed: Decimal, periods: int, rng: Random) -> Draft | None:
    fee = late_fee(one, owed, periods)
    if fee.amount is None:
        return None
    per = {"日": "天", "月": "个月"}[one.rule.per]
    question = (
        f"按《{one.policy.title}》,{one.rule.of}是{words(owed)},迟交{periods}{per},{one.rule.name}是多少元?(写到分)"
    )
    wrong = (
        Wrong(plain(owed * one.rule.rate * periods * _TEN), "把千分之几当成了百分之几"),
        Wrong(plain(owed * one.rule.rate), f"忘了乘迟交的{per}数"),
        Wrong(plain(owed + fee.amount), f"把{one.rule.of}也加了进去"),
    )
    return Draft("number", question, plain(fee.amount), f"{fee.formula}={words(fee.amount)}。", wrong)


# -- sharing a result ------------------------------------------------------------------------------------------------


def _shared_words(one: Stated[SharingRule], cost: Decimal) -> str:
    return f"按《{one.policy.title}》的“{one.rule.name}”,保费总额{words(_PREMIUM)},赔付和费用{words(cost)},"


def _sharing(one: Stated[SharingRule], cost: Decimal, rng: Random) -> Draft | None:
    """What one party takes or bears, against the others' parts and the share of the whole difference."""
    shared = share_result(one, _PREMIUM, cost)
    if shared.status == "within":
        return None
    part = rng.choice(shared.parts)
    verb = "分得" if shared.status == "surplus" else "承担"
    question = f"{_shared_words(one, cost)}{part.party}{verb}多少元?(写到分)"
    wrong = [Wrong(plain(other.amount), f"这是{other.party}的那一份") for other in shared.parts if other is not part]
    wrong += [
        Wrong(plain(shared.amount), "把要分的总数当成了一方的份额"),
        Wrong(plain(abs(_PREMIUM - cost)), "忘了有一段是不分的,从保费总额直接算了差额"),
    ]
    why = f"要分的一共{words(shared.amount)},{part.party}{verb}{words(part.amount)}({part.formula})。"
    return Draft("number", question, plain(part.amount), why, tuple(wrong))


def _sharing_status(one: Stated[SharingRule], cost: Decimal, rng: Random) -> Draft:
    shared = share_result(one, _PREMIUM, cost)
    low, high = (percent(edge) for edge in one.rule.between)
    question = f"{_shared_words(one, cost)}怎么处理?"
    outcomes = _outcomes(one, shared, low, high)
    right = outcomes[shared.status]
    wrong = [Wrong(text, f"比例算错了边:这里是{percent(shared.ratio)}") for text in outcomes.values()]
    return Draft("single_choice", question, right, f"成本率是{percent(shared.ratio)},{right}。", tuple(wrong))


def _outcomes(one: Stated[SharingRule], shared: Shared, low: str, high: str) -> dict[str, str]:
    alone = f",由{one.rule.within}自己承担" if one.rule.within else ",不用分"
    return {
        "within": f"在{low}到{high}之间{alone}",
        "surplus": f"低于{low},低出来的部分按盈余来分",
        "loss": f"高于{high},超出来的部分按亏损来分担",
    }


# -- money ahead -----------------------------------------------------------------------------------------------------


def _of_advance(one: Stated[AdvanceRule]) -> Iterator[Prompt]:
    rule = one.rule
    if isinstance(rule.above, Decimal):
        for outlay in (rule.above - _FEN, rule.above, rule.above + _FEN, rule.above * 2):
            yield _prompt(one, "advance-threshold", "advance", (str(outlay),), partial(_threshold, one, outlay))
    if rule.share is not None:
        yield _prompt(one, "advance-share", "advance", (), partial(_advance_share, one))
        if isinstance(rule.share, Decimal):
            for base in _OUTLAYS:
                yield _prompt(one, "advance-amount", "advance", (str(base),), partial(_advance_amount, one, base))


def _threshold(one: Stated[AdvanceRule], outlay: Decimal, rng: Random) -> Draft:
    holds = bool(advance(one, outlay).applies)
    said = rng.random() < _HALF
    over = "超过了" if said else "没有超过"
    why = f"规定是{advance(one).words};{words(outlay)}{'超过了' if holds else '没有超过'}。"
    statement = f"按《{one.policy.title}》的“{one.rule.name}”,金额是{words(outlay)},{over}规定的数额。"
    return claim(statement, said == holds, why)


_HALF = 0.5


def _advance_share(one: Stated[AdvanceRule], rng: Random) -> Draft:
    question = f"按《{one.policy.title}》,“{one.rule.name}”是{one.rule.of}的多少?"
    share = one.rule.share
    assert share is not None
    if not isinstance(share, Decimal):
        return figure_draft(question, share, "share", ())
    wrong = (
        Wrong(figure_words(1 - share, "share"), "说成了余下的那部分"),
        Wrong("全部", "忘了只是一部分"),
    )
    return Draft("single_choice", question, percent(share), f"规定写的是{percent(share)}。", wrong)


def _advance_amount(one: Stated[AdvanceRule], base: Decimal, rng: Random) -> Draft | None:
    amount = advance(one, base).amount
    if amount is None:
        return None
    question = f"按《{one.policy.title}》,{one.rule.of}是{words(base)},“{one.rule.name}”是多少元?(写到分)"
    wrong = (Wrong(plain(base - amount), "算成了余下的那部分"), Wrong(plain(base), "忘了只是一部分"))
    return Draft("number", question, plain(amount), f"{advance(one).words},是{words(amount)}。", wrong)


# -- premiums out of a base ------------------------------------------------------------------------------------------


def _of_bases(shelf: Shelf, policy: Policy) -> Iterator[Prompt]:
    """Premiums that are a ratio of a base: the base drawn, and the payer's own average where a low one counts less."""
    lowered = stated(policy, PremiumBaseRule)
    for one in stated(policy, PremiumRule):
        for number, group in enumerate(one.rule.groups):
            if not isinstance(group.of, str) or any(isinstance(paid, Lost) for paid in group.pays.values()):
                continue
            for wage in _WAGES:
                for heads in _HEADS if group.times else (None,):
                    base = Base(wage, None, heads)
                    facts = (group.who, str(wage), str(heads))
                    build = partial(_from_base, shelf, one, number, base)
                    yield _prompt(one, "premium-base", "premium", facts, build, 2)
                    for low in (rule for rule in lowered if rule.rule.of == group.of):
                        own = to_fen(wage * (low.rule.below - Decimal("0.15")))
                        lower = Base(wage, own, heads)
                        build = partial(_from_base, shelf, one, number, lower)
                        named = (one.rule.name, *facts)
                        yield _prompt(low, "premium-low-base", "premium_base", named, build, 3, (one.rule,))


def _from_base(shelf: Shelf, one: Stated[PremiumRule], number: int, base: Base, rng: Random) -> Draft | None:
    group = one.rule.groups[number]
    row = _row(shelf, one, number, base)
    if row is None or row.payments[0].amount is None or base.amount is None:
        return None
    payment, amount = row.payments[0], row.payments[0].amount
    heads = "" if base.heads is None else f",{group.times}{short(base.heads)}人"
    own = "" if base.own_average is None else f",本企业职工月平均工资{words(base.own_average)}"
    question = (
        f"按《{one.policy.title}》,{group.of}是{words(base.amount)}{own}{heads},"
        f"{group.who}的“{one.rule.name}”每{one.rule.per}由{payment.payer}缴多少元?(写到分)"
    )
    why = f"{payment.formula}={words(amount)}。"
    wrong = tuple(_base_mistakes(shelf, one, number, base))
    return Draft("number", question, plain(amount), why, wrong, (), tuple(dict.fromkeys(row.clauses)))


def _row(shelf: Shelf, one: Stated[PremiumRule], number: int, base: Base) -> PremiumRow | None:
    """The row of one group with its amounts, as the engine gives it."""
    group = one.rule.groups[number]
    facts: dict[str, FactValue] = {
        fact: condition.at_least if isinstance(condition, AtLeastCount) else condition[0]
        for fact, condition in {**one.rule.when, **group.when}.items()
    }
    year = None if group.year is None else int(group.year)
    rows = premiums(one.policy, shelf.corpus.vocabulary, Case(facts), year, base).rows
    fitting = (row for row in rows if row.name == one.rule.name and row.who == group.who)
    return next((row for row in fitting if row.clauses[0] == one.clause.id), None)


def _base_mistakes(shelf: Shelf, one: Stated[PremiumRule], number: int, base: Base) -> Iterator[Wrong]:
    assert base.amount is not None
    tries = [(base.amount, "忘了乘缴费比例")]
    for changed, why in (
        (replace(base, own_average=None), "忘了工资低的要按较低的基数算"),
        (replace(base, amount=base.own_average), "拿本企业的平均工资当了基数"),
        (replace(base, heads=base.heads and Decimal(1)), "忘了乘人数"),
    ):
        if changed.amount is not None:
            row = _row(shelf, one, number, changed)
            if row is not None and row.payments[0].amount is not None:
                tries.append((row.payments[0].amount, why))
    yield from (Wrong(plain(amount), why) for amount, why in tries)
