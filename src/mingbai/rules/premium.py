"""Who pays what: the rows of a policy's premium tables that fit a case, in yuan where the base is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mingbai.corpus.conditions import When
from mingbai.corpus.kinds import PremiumBaseRule, PremiumRule
from mingbai.corpus.kinds.money import PremiumGroup
from mingbai.corpus.models import Policy
from mingbai.corpus.strict_yaml import Percent
from mingbai.corpus.values import AtLeast, AtMost, Dated, Inferred, Lost, Quantity, Readings, Table
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import ZERO, percent, short, to_fen
from mingbai.rules.case import Case
from mingbai.rules.stated import Stated, condition_words, meets, stated, unknown_facts


@dataclass(frozen=True)
class Base:
    """What a ratio is taken of, in yuan: the base itself, the payer's own average, the number of heads."""

    amount: Decimal | None = None
    own_average: Decimal | None = None
    heads: Decimal | None = None


@dataclass(frozen=True)
class Payment:
    """What one payer pays: yuan where it can be said, how it came about, and why where it cannot."""

    payer: str
    amount: Decimal | None
    formula: str
    cause: str | None = None


@dataclass(frozen=True)
class PremiumRow:
    """One row of a premium table.

    `needs` words what must be known to turn a ratio into yuan; `condition` for whom the row holds; `clauses` every
    clause that bore on it.
    """

    policy: str
    clauses: tuple[str, ...]
    name: str
    per: str
    who: str
    condition: str
    year: int | None
    payments: tuple[Payment, ...]
    total: Decimal | None
    needs: tuple[str, ...]
    note: str | None


@dataclass(frozen=True)
class Premiums:
    """The rows that fit a case, the rows that might (`others`), and the facts that would decide between these.

    `years` are all years the tables know; where nothing fits the year asked about, `rows` is empty.
    """

    rows: tuple[PremiumRow, ...]
    others: tuple[PremiumRow, ...]
    missing: tuple[str, ...]
    years: tuple[int, ...]


@dataclass(frozen=True)
class _Candidate:
    stated: Stated[PremiumRule]
    group: PremiumGroup
    when: When
    fits: bool | None

    def beats(self, other: _Candidate) -> bool:
        """Whether it says the same matter of the same payer and year for a narrower group."""
        same = self.stated.rule.name == other.stated.rule.name and self.group.year == other.group.year
        return same and bool(self.group.pays.keys() & other.group.pays.keys()) and self.when.keys() > other.when.keys()


def premiums(
    policy: Policy, vocabulary: Vocabulary, case: Case, year: int | None = None, base: Base | None = None
) -> Premiums:
    """What a case pays under a policy, and what others pay for it.

    Of the rows that fit, one with more conditions (the poor among the adults) stands before the general one. A fact
    nobody gave that only such a narrower row asks for is not missing: the general row holds and the narrower is among
    `others`.
    """
    candidates = list(_candidates(policy, vocabulary, case))
    years = tuple(sorted({int(one.group.year) for one in candidates if one.group.year is not None}))
    asked = [one for one in candidates if year is None or one.group.year in (None, year)]
    fitting = [one for one in asked if one.fits]
    fitting = [one for one in fitting if not any(other.beats(one) for other in fitting)]
    open_ = [one for one in asked if one.fits is None]
    narrower = [one for one in open_ if any(one.beats(general) for general in fitting)]
    undecided = [one for one in open_ if one not in narrower]
    missing = dict.fromkeys(fact for one in undecided for fact in unknown_facts(one.when, case))
    given = base or Base()
    return Premiums(
        tuple(_row(one, vocabulary, policy, given) for one in fitting),
        tuple(_row(one, vocabulary, policy, given) for one in open_),
        tuple(missing) if not fitting else (),
        years,
    )


def _candidates(policy: Policy, vocabulary: Vocabulary, case: Case) -> Iterator[_Candidate]:
    """Every row that may fit, the conditions of its rule and its own together."""
    for one in stated(policy, PremiumRule):
        for group in one.rule.groups:
            when = {**one.rule.when, **group.when}
            fits = meets(when, case, vocabulary)
            if fits is not False:
                yield _Candidate(one, group, when, fits)


def _row(one: _Candidate, vocabulary: Vocabulary, policy: Policy, base: Base) -> PremiumRow:
    group, rule = one.group, one.stated.rule
    figure, formula, clauses, needs = _base(group, policy, base)
    payments = tuple(_payment(payer, paid, figure, formula) for payer, paid in group.pays.items())
    amounts = [payment.amount for payment in payments if payment.amount is not None]
    return PremiumRow(
        policy=policy.id,
        clauses=(one.stated.clause.id, *clauses),
        name=rule.name,
        per=rule.per,
        who=group.who,
        condition=condition_words(one.when, vocabulary),
        year=None if group.year is None else int(group.year),
        payments=payments,
        total=sum(amounts, ZERO) if len(amounts) == len(payments) else None,
        needs=needs,
        note=group.note or rule.note,
    )


_Based = tuple[Decimal | None, str, tuple[str, ...], tuple[str, ...]]


def _base(group: PremiumGroup, policy: Policy, base: Base) -> _Based:
    """The yuan a ratio is taken of (None while unknown), as a formula; the clauses that changed it; what it needs."""
    if group.of is None:
        return Decimal(1), "", (), ()
    if isinstance(group.of, Decimal):
        return group.of, short(group.of), (), ()
    amount, formula, clauses = base.amount, group.of, tuple[str, ...]()
    needs = () if amount is not None else (group.of,)
    if amount is not None:
        amount, formula, clauses = lowered(group.of, policy, base, amount)
    if group.times is not None:
        formula = f"{formula}×{group.times if base.heads is None else short(base.heads)}"
        needs = needs if base.heads is not None else (*needs, group.times)
        amount = None if amount is None or base.heads is None else amount * base.heads
    return amount, formula, clauses, needs


def lowered(of: str, policy: Policy, base: Base, amount: Decimal) -> tuple[Decimal, str, tuple[str, ...]]:
    """The base of a payer, lowered where the policy does so for a low average; its formula, the clauses that say so."""
    for one in stated(policy, PremiumBaseRule):
        own = base.own_average
        if one.rule.of == of and own is not None and own < amount * one.rule.below:
            return amount * one.rule.use, f"{short(amount)}×{percent(one.rule.use)}", (one.clause.id,)
    return amount, short(amount), ()


def _payment(payer: str, paid: Quantity, base: Decimal | None, formula: str) -> Payment:
    """One payer's part; doubt stays doubt."""
    figure, shown, cause = _figure(paid)
    words = f"{formula}×{shown}" if formula else shown
    if figure is None or base is None:
        return Payment(payer, None, words, cause)
    return Payment(payer, to_fen(figure * base), words, cause)


def _figure(paid: Quantity) -> tuple[Decimal | None, str, str | None]:
    """The figure to use (None where there is none), as written, and what is doubtful about it."""
    match paid:
        case Decimal():
            return paid, _shown(paid), None
        case Inferred():
            return paid.inferred, _shown(paid.inferred), f"推出来的:{paid.because}"
        case Readings():
            first = paid.readings[0]
            return first.value, _shown(first.value), ";".join(one.says for one in paid.readings)
        case AtLeast():
            return None, f"不低于{_shown(paid.at_least)}", "原文只写了下限"
        case AtMost():
            return None, f"不高于{_shown(paid.at_most)}", "原文只写了上限"
        case Lost():
            return None, "(原文缺数)", paid.lost
        case Table() | Dated():
            raise TypeError("pays holds neither tables nor versions; the reader refuses them")


def _shown(figure: Decimal) -> str:
    return percent(figure) if isinstance(figure, Percent) else f"{short(figure)}元"
