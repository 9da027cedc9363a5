"""Several bills worked out together: each with its own facts, and what the year has left of deductible and cap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from mingbai.assistant.outcome import Compared, Computed, Needed, Refused
from mingbai.assistant.sums.all_of_them import all_of_them
from mingbai.assistant.toolbox import Facts, Toolbox
from mingbai.corpus.models import EstimateRule
from mingbai.corpus.vocabulary import DONT_KNOW
from mingbai.language.bills.sums import BILLS
from mingbai.language.numbers.written import written_number
from mingbai.language.people.persons import is_of_household
from mingbai.money import ZERO, MoneyError, parse_number, words
from mingbai.rules.book import Book, Computation
from mingbai.rules.yearly import Taken, counts_by_year, is_carried, knows_stays, left_by, taken, used_of_scale

_Outcome = Computed | Needed | Refused
_ONE_BY_ONE = "这几笔放在一起算不准,请一笔一笔说,我一笔一笔算"
_ALONE = "每笔分开算,都当今年没有别的"
_IN_ORDER = "几笔按说的先后、在同一年里算"
_NUMERALS = "一二三四五六七八九十"
_NONE: Mapping[str, str] = {}


@dataclass
class _Year:
    """What earlier bills of one person took of the year, at the most and at the least, and their rules."""

    most: list[Taken] = field(default_factory=list)
    least: list[Taken] = field(default_factory=list)
    seen: list[EstimateRule] = field(default_factory=list)
    stays: list[tuple[EstimateRule, int]] = field(default_factory=list)
    is_in_order: bool = False

    def next_stay(self, rule: EstimateRule) -> int:
        """Which stay of the year the next bill under a rule is of: the one after the last, as that was counted."""
        return next((count for one, count in reversed(self.stays) if one is rule), 0) + 1


class Several:
    """Works out several bills under one policy with the estimates of a toolbox."""

    def __init__(self, toolbox: Toolbox) -> None:
        self._toolbox = toolbox
        self._facts = toolbox.library.corpus.vocabulary.facts

    def estimate(
        self,
        policy: str,
        facts: Facts,
        bills: Sequence[Mapping[str, str]],
        whose: Sequence[str] = (),
        *,
        alone: bool = False,
    ) -> _Outcome:
        """What all the bills come to, with what each does; or what is to be asked first, or why it cannot be said.

        `facts` hold for every bill, `bills` have those of their own. `whose` tells persons apart; empty where all are
        one's. What counts over a year anyway (自付、超过封顶线的) is one sum where nothing but the sums differs.
        Where each is to be seen `alone` none takes anything of another's year.
        """
        named = [name or "" for name in (*whose, *("" for _ in bills[len(whose) :]))]
        fact = next((one for one in BILLS if all(one in bill for bill in bills)), None)
        book = self._toolbox.library.books.get(policy)
        unread = next((one for one in bills if fact and not _is_number(one[fact])), None)
        if fact is None or book is None or len(bills) == 1 or unread:
            return self._toolbox.estimate(policy, {**facts, **(unread or (bills[0] if bills else _NONE))})
        common = {name: value for name, value in facts.items() if name not in BILLS}
        as_one = None if alone else self._as_one(book, common, bills, named, fact)
        return as_one or self._one_by_one(book, common, bills, named, fact, alone=alone)

    def taken_before(self, policy: str, facts: Facts, earlier: Sequence[Facts]) -> Mapping[str, Decimal] | None:
        """What earlier bills of the same person took of the year, as facts for the next; None where none can tell."""
        book, year = self._toolbox.library.books[policy], _Year()
        for one in earlier:
            fact = next(name for name in BILLS if name in one)
            if not isinstance(self._next(book, one, year, fact, tells_used=True), Computed):
                return None
        found = self._toolbox.estimate(policy, facts)
        computation = self._computation(book, found)
        if isinstance(found, Refused) or (computation is None and not isinstance(found, Needed)):
            return None
        return self._carried(facts, earlier, year, computation) if computation else {}

    def year_after(self, policy: str, bills: Sequence[Facts]) -> Sequence[Taken] | None:
        """What bills of one person took of the year, one after another; None where that is not known to the fen."""
        book, year = self._toolbox.library.books[policy], _Year()
        for one in bills:
            fact = next(name for name in BILLS if name in one)
            found = self._next(book, one, year, fact, tells_used=True)
            if not isinstance(found, Computed) or found.estimate.status != "exact":
                return None
        return year.most

    def _carried(
        self, facts: Facts, earlier: Sequence[Facts], year: _Year, computation: Computation
    ) -> Mapping[str, Decimal]:
        """What the year tells a bill: which stay it is, what was deducted and paid, where on a scale it begins."""
        if used := used_of_scale(computation):
            amounts = (self._amount(str(one[computation.rule.bill])) for one in earlier if computation.rule.bill in one)
            return {used: self._before(facts, used) + sum(amounts, ZERO)}
        before = {name: self._before(facts, name) + amount for name, amount in left_by(year.most, computation).items()}
        if knows_stays(computation) and "admission" not in facts:
            before["admission"] = Decimal(year.next_stay(computation.rule))
        return before

    def compare(
        self,
        policy: str,
        facts: Facts,
        fact: str,
        values: Iterable[str],
        also: Mapping[str, Sequence[str]] | None = None,
        bills: Sequence[Mapping[str, str]] = (),
        whose: Sequence[str] = (),
        *,
        alone: bool = False,
    ) -> Compared | Needed | Refused:
        """The same bill, or the same several ones, under several choices of one fact."""
        if not bills:
            return self._toolbox.compare(policy, facts, fact, values, also)
        varied = {fact, *(also or ())}
        left = [{name: value for name, value in one.items() if name not in varied} for one in bills]

        def estimating(policy: str, case: Facts) -> _Outcome:
            return self.estimate(policy, case, left, whose, alone=alone)

        return self._toolbox.compare(policy, facts, fact, values, also, estimating)

    # -- one sum -----------------------------------------------------------------------------------------------------

    def _as_one(
        self, book: Book, facts: Facts, bills: Sequence[Mapping[str, str]], whose: Sequence[str], fact: str
    ) -> _Outcome | None:
        """The bills as one sum, where the policy counts them together and they differ in nothing that it knows."""
        found = [self._toolbox.estimate(book.policy.id, {**facts, **one}) for one in bills]
        computations = [one for one in (self._computation(book, each) for each in found) if one]
        differing = {name for one in bills for name, value in one.items() if value != bills[0].get(name)}
        differing -= {fact, "admission"}
        if len(set(whose)) > 1 or len({id(one.rule) for one in computations}) > 1:
            return None
        if computations:
            is_one = counts_by_year(computations[0]) and not (differing - {"care"}) & computations[0].domain.keys()
        else:
            is_one = fact != "cost" and not differing
        return self._added(book, facts, bills, fact) if is_one else None

    def _added(self, book: Book, facts: Facts, bills: Sequence[Mapping[str, str]], fact: str) -> _Outcome:
        amounts = [self._amount(one[fact]) for one in bills]
        result = self._toolbox.estimate(book.policy.id, {**facts, **bills[0], fact: sum(amounts, ZERO)})
        if not isinstance(result, Computed):
            return result
        note = f"几笔{self._facts[fact].label}加起来算({'+'.join(map(words, amounts))})"
        return result.model_copy(update={"assumed": (note, *result.assumed)})

    def _amount(self, written: str) -> Decimal:
        return parse_number(written_number(str(written)))

    # -- one by one --------------------------------------------------------------------------------------------------

    def _one_by_one(
        self,
        book: Book,
        facts: Facts,
        bills: Sequence[Mapping[str, str]],
        whose: Sequence[str],
        fact: str,
        *,
        alone: bool,
    ) -> _Outcome:
        years: dict[str, _Year] = {}
        results: list[Computed] = []
        labels = self._labels(bills, whose, fact)
        for bill, name, label in zip(bills, whose, labels, strict=True):
            year = _Year() if alone else years.setdefault(name, _Year())
            result = self._next(book, {**facts, **bill}, year, fact)
            if isinstance(result, Needed):
                is_of_all = len(self.lacking(book.policy.id, facts, bills, result.facts[0])) == len(bills)
                question = result.question if is_of_all else f"{label}这一笔,{result.question}"
                return result.model_copy(update={"question": question})
            if isinstance(result, Refused):
                return result
            results.append(result)
        in_order = any(len(year.seen) > 1 and year.is_in_order for year in years.values())
        said = (_ALONE,) if alone else (_IN_ORDER,) if in_order else ()
        are_apart = len({*whose}) > 1 and not all(map(is_of_household, whose))
        return all_of_them(list(zip(labels, results, strict=True)), said, are_apart=are_apart)

    def lacking(self, policy: str, facts: Facts, bills: Sequence[Mapping[str, str]], fact: str) -> list[int]:
        """The places of the bills for which a fact is to be asked first."""
        common = {name: value for name, value in facts.items() if name not in BILLS}
        found = [self._toolbox.estimate(policy, {**common, **one}) for one in bills]
        return [at for at, one in enumerate(found) if isinstance(one, Needed) and one.facts[0] == fact]

    def _next(self, book: Book, facts: Facts, year: _Year, fact: str, *, tells_used: bool = False) -> _Outcome:
        """The next bill of a person, after those that the year has seen; a scale goes on only where it `tells_used`."""
        first = self._toolbox.estimate(book.policy.id, facts)
        computation = self._computation(book, first)
        if not isinstance(first, Computed) or computation is None:
            return first
        is_of_year = counts_by_year(computation) and computation.rule.bill != fact  # a bill less the year's cap
        is_told = tells_used and used_of_scale(computation) is not None
        if year.seen and (is_of_year or not (is_told or is_carried(computation))):
            return _refused(book)
        if knows_stays(computation) and "admission" not in facts:
            facts = {**facts, "admission": year.next_stay(computation.rule)}
        year.is_in_order = year.is_in_order or knows_stays(computation) or bool(left_by(year.most, computation))
        most, least = (self._after(book, facts, one, computation) for one in (year.most, year.least))
        if not isinstance(most, Computed) or not isinstance(least, Computed) or most.estimate != least.estimate:
            return most if isinstance(most, Needed | Refused) else _refused(book)
        _note(year, computation, most)
        if (stay := facts.get("admission")) not in (None, DONT_KNOW):
            year.stays.append((computation.rule, int(self._amount(str(stay)))))
        return most

    def _after(self, book: Book, facts: Facts, earlier: Sequence[Taken], computation: Computation) -> _Outcome:
        before = {name: self._before(facts, name) + amount for name, amount in left_by(earlier, computation).items()}
        return self._toolbox.estimate(book.policy.id, {**facts, **before})

    def _before(self, facts: Facts, fact: str) -> Decimal:
        """What the person said to have been used of the year before any of these bills."""
        told = facts.get(fact)
        return ZERO if told is None or told == DONT_KNOW else self._amount(str(told))

    def _computation(self, book: Book, found: _Outcome) -> Computation | None:
        return book.by_care.get(found.care) if isinstance(found, Computed) else None

    # -- words -------------------------------------------------------------------------------------------------------

    def _labels(self, bills: Sequence[Mapping[str, str]], whose: Sequence[str], fact: str) -> list[str]:
        """What each bill is called: whose it is, where, and its sum; counted where two would be called alike."""
        shown = [self._label(bill, name, fact) for bill, name in zip(bills, whose, strict=True)]
        if len(set(shown)) == len(shown):
            return shown
        return [f"第{number}笔({one})" for number, one in zip(_NUMERALS, shown, strict=False)]

    def _label(self, bill: Mapping[str, str], whose: str, fact: str) -> str:
        own = [self._facts[name].told(value) for name, value in bill.items() if self._facts[name].kind == "choice"]
        said = [whose] if whose and not any(one in "、".join(own) for one in whose.split("、")) else []
        return " ".join((*said, *own, words(self._amount(bill[fact]))))


def _is_number(written: str) -> bool:
    try:
        parse_number(written_number(str(written)))
    except MoneyError:
        return False
    return True


def _note(year: _Year, computation: Computation, result: Computed) -> None:
    """Add what a bill took to what the year has seen."""
    estimate = result.estimate
    deducted = sum((Decimal(one.amount) for one in estimate.lines if one.label == "起付线"), ZERO)
    year.seen.append(computation.rule)
    year.most += taken(computation, deducted, Decimal(estimate.high or estimate.low or 0))
    year.least += taken(computation, deducted, Decimal(estimate.low or 0))


def _refused(book: Book) -> Refused:
    return Refused(policy=book.policy.id, fact="cost", message=_ONE_BY_ONE)
