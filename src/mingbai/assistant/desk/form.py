"""The form of one policy: only the facts that matter for the case, as questions, and what comes out of them so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from mingbai.assistant.cases.told_estimate import lost_facts
from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Computed, Needed, Refused
from mingbai.assistant.toolbox import Toolbox
from mingbai.corpus.conditions import AtLeastCount
from mingbai.corpus.models import Allowance, Bands, Cap, Deductible, FirstOwn, Policy
from mingbai.corpus.vocabulary import Fact
from mingbai.language.numbers.written import written_number
from mingbai.money import short
from mingbai.rules.book import Book, Computation
from mingbai.rules.case import Case, CaseError, FactValue
from mingbai.rules.estimate import Estimate, Missing, estimate

_PROBE_BILLS = (Decimal(20_000), Decimal(300_000))
_PROBES: Mapping[str, tuple[FactValue, ...]] = {
    "count": (Decimal(2), Decimal(3)),
    "amount": (Decimal(30), Decimal(1_000), Decimal(10_000_000)),
}
_USUAL_CARE = "住院"


@dataclass(frozen=True)
class Option:
    """One answer to a question: its value, and how it is shown."""

    value: str
    shows: str


@dataclass(frozen=True)
class Question:
    """One fact of the form. `value` is what was said ("" where nothing was), `assumed` what holds until it is."""

    fact: str
    label: str
    ask: str
    kind: str
    options: tuple[Option, ...]
    value: str
    assumed: str
    means: str
    unit: str


@dataclass(frozen=True)
class Form:
    """The questions of one policy for a case.

    `first` must be answered, `bill` is the amount to be divided, `further` may change the result; `facts` are those
    answers that the form uses, the kind of care among them.
    """

    policy: str
    name: str
    title: str
    year: str
    care: Question
    first: tuple[Question, ...]
    bill: Question
    further: tuple[Question, ...]
    facts: Mapping[str, str]
    outcome: Computed | Needed | Refused

    @property
    def shape(self) -> str:
        """Changes whenever other questions are asked; the answers play no part in it."""
        asked = (self.care, *self.first, self.bill, *self.further)
        return ",".join([self.policy, self.facts["care"], *(one.fact for one in asked)])


def computable(library: Library) -> tuple[Policy, ...]:
    """The policies by which something can be computed, by place."""
    found = (library.corpus.policies[policy] for policy in library.books)
    return tuple(sorted(found, key=lambda policy: (not policy.place, policy.place, policy.id)))


def form(toolbox: Toolbox, policy: str, given: Mapping[str, str]) -> Form:
    """The form of a policy for what was answered so far; answers that it does not ask for are left aside.

    Raises:
        KeyError: where nothing can be computed by this policy.
    """
    return _Builder(toolbox, toolbox.library.books[policy], given).form()


@dataclass
class _Builder:
    toolbox: Toolbox
    book: Book
    given: Mapping[str, str]

    def __post_init__(self) -> None:
        said = self.given.get("care", "")
        cares = list(self.book.by_care)
        usual = _USUAL_CARE if _USUAL_CARE in cares else cares[0]
        self.care = said if said in cares else usual
        self.computation = self.book.by_care[self.care]
        self.vocabulary = self.computation.vocabulary
        self.numbers = tuple(dict.fromkeys(_number_facts(self.computation)))
        self.choices = tuple(fact for fact in self.computation.domain if fact != "care")
        self.dates = tuple(name for name, fact in self.vocabulary.facts.items() if fact.kind == "date")
        usable = {*self.choices, *self.numbers, *self.dates, self.computation.rule.bill}
        self.facts = {
            name: self._clean(name, value) for name, value in self.given.items() if name in usable and value.strip()
        }

    def form(self) -> Form:
        assumed = dict(self._assumed())
        bill = self.computation.rule.bill
        asked = [fact for fact in (*self.choices, *self.dates, *self.numbers) if fact != bill]
        first = [fact for fact in asked if self._must_be_said(fact)]
        further = [fact for fact in asked if fact not in first and self._is_shown(fact)]
        policy = self.book.policy
        return Form(
            policy=policy.id,
            name=self.toolbox.library.name(policy.id),
            title=policy.title,
            year=policy.year,
            care=self._question("care", self.book.by_care, self.care, ""),
            first=tuple(self._ask(fact, "") for fact in first),
            bill=self._ask(bill, ""),
            further=tuple(self._ask(fact, assumed.get(fact, "")) for fact in further),
            facts={**self.facts, "care": self.care},
            outcome=self.toolbox.estimate(policy.id, {**self.facts, "care": self.care}),
        )

    def _clean(self, name: str, value: str) -> str:
        return written_number(value) if self.vocabulary.facts[name].kind in ("count", "amount") else value

    def _must_be_said(self, fact: str) -> bool:
        """Whether nothing can be computed until this fact is known, whatever was said of it."""
        others = {name: value for name, value in self.facts.items() if name != fact}
        result = self._result({self.computation.rule.bill: _PROBE_BILLS[0], **others, "care": self.care})
        return isinstance(result, Missing) and fact in result.facts

    def _is_shown(self, fact: str) -> bool:
        return fact in self.facts or fact == "self_funded" or fact in self._supply() or self._matters(fact)

    def _supply(self) -> set[str]:
        return set(lost_facts(self.computation))

    def _assumed(self) -> Iterator[tuple[str, str]]:
        """What is taken for a fact that nobody gave, as the form shows it."""
        result = self._result(self._standing(_PROBE_BILLS[0]))
        for assume in result.assumptions if isinstance(result, Estimate) else ():
            yield assume.fact, _typed(assume.value)
        for assume in self.computation.assumes:
            if not assume.when and assume.fact not in self.facts:
                yield assume.fact, _typed(assume.value)

    def _matters(self, fact: str) -> bool:
        """Whether some answer to the question would change what is paid, at this bill or at a small or a large one."""
        kind = self.vocabulary.facts[fact].kind
        answers: Iterable[FactValue] = (
            self.computation.domain.get(fact, ()) if kind == "choice" else _PROBES.get(kind, ())
        )
        for bill in self._bills():
            standing = self._standing(bill)
            plain = _paid(self._result(standing))
            if any(_paid(self._result({**standing, fact: answer})) not in (plain, None) for answer in answers):
                return True
        return False

    def _bills(self) -> tuple[FactValue, ...]:
        said = self.facts.get(self.computation.rule.bill)
        return (said, *_PROBE_BILLS) if said else _PROBE_BILLS

    def _standing(self, bill: FactValue) -> dict[str, FactValue]:
        """The case with every question answered that would otherwise stop the computation."""
        facts: dict[str, FactValue] = {**self.facts, "care": self.care, self.computation.rule.bill: bill}
        for _ in self.choices:
            result = self._result(facts)
            if not isinstance(result, Missing):
                break
            facts |= {fact: options[0] for fact, options in result.choices.items() if options}
        return facts

    def _result(self, facts: Mapping[str, FactValue]) -> Estimate | Missing | None:
        try:
            return estimate(self.book, Case.read(facts, self.vocabulary))
        except CaseError:
            return None

    def _ask(self, fact: str, assumed: str) -> Question:
        options = self.computation.domain.get(fact, ())
        known = self.vocabulary.facts[fact]
        return self._question(fact, options, self.given.get(fact, ""), assumed_words(known, assumed))

    def _question(self, fact: str, options: Iterable[str], value: str, assumed: str) -> Question:
        known = self.vocabulary.facts[fact]
        return Question(
            fact=fact,
            label=known.label,
            ask=known.ask,
            kind=known.kind,
            options=tuple(Option(option, known.shown(option)) for option in options),
            value=value,
            assumed=assumed,
            means=known.means or "",
            unit=known.unit or ("元" if known.kind == "amount" else ""),
        )


def assumed_words(fact: Fact, value: str) -> str:
    """What is assumed of a fact, as a person reads it."""
    return f"{value}{fact.unit or '元'}" if value and fact.kind != "choice" else value


def _typed(value: object) -> str:
    """A value as a person would type it."""
    return short(value) if isinstance(value, Decimal) else str(value)


def _paid(result: Estimate | Missing | None) -> object:
    """What tells two results apart; None where a case cannot be."""
    if isinstance(result, Estimate):
        return (result.low, result.high, result.amount)
    return result.facts if result else None


def _number_facts(computation: Computation) -> Iterator[str]:
    """The amounts and counts beside the bill that a computation looks at."""
    facts = computation.vocabulary.facts
    for adjustment in computation.adjustments:
        yield from (fact for fact, one in adjustment.rule.when.items() if isinstance(one, AtLeastCount))
        for change in (adjustment.rule.share, adjustment.rule.deductible, adjustment.rule.cap):
            if change is not None and change.for_each:
                yield change.for_each
    for step in computation.rule.steps:
        match step:
            case FirstOwn():
                yield step.first_own.fact
            case Allowance():
                yield from filter(None, (step.used, step.plus))
            case Bands():
                yield from filter(None, (step.bands.used,))
            case Deductible() | Cap():
                yield from filter(None, (step.used,))
    yield from lost_facts(computation)
    yield from computation.bills[1:]
    yield from (one.fact for one in computation.assumes if facts[one.fact].kind != "choice")
    if computation.rule.bill not in ("self_funded", "excess") and computation.rule.needs_bill:
        yield "self_funded"
