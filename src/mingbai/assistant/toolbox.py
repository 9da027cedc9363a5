"""What the assistant can look up or compute: the only door to the rules and the index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from mingbai.assistant.grounds import figures_left, inferred, missed
from mingbai.assistant.library import Library
from mingbai.assistant.likely_care import care_choices, likely_care
from mingbai.assistant.outcome import Compared, Computed, Needed, Refused
from mingbai.assistant.reply import EstimateView, LineView, ReadingView
from mingbai.corpus.audit import step_quantities
from mingbai.corpus.models import Assume
from mingbai.corpus.values import AtMost, Lost, leaves
from mingbai.corpus.vocabulary import DONT_KNOW, YES_NO, Fact
from mingbai.language.written import written_number
from mingbai.money import plain, words
from mingbai.rules.book import Book, Computation, tables
from mingbai.rules.case import Case, CaseError, FactValue
from mingbai.rules.estimate import Estimate, Missing, estimate
from mingbai.rules.statement import total

if TYPE_CHECKING:
    from mingbai.assistant.quizzing.master import Quizmaster

_Value = str | Decimal | int | date
Facts = Mapping[str, _Value]
_ASSISTANCE = "医疗救助"
_UNLISTED = "其他疾病"
_NAMED = 3  # headings that tell what a document without figures is about
_Estimated = Computed | Needed | Refused
_KEPT = 256
_PROBE_AMOUNT = Decimal(10_000_000)


class Toolbox:
    """Estimates and comparisons over one library."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._vocabulary = library.corpus.vocabulary
        self._kept = lru_cache(_KEPT)(self._estimate)  # each turn reads all those before it anew

    @cached_property
    def quizmaster(self) -> Quizmaster:
        """Who draws and holds quizzes over the library."""
        from mingbai.assistant.quizzing.master import Quizmaster  # imports of the quiz that no other turn needs

        return Quizmaster(self.library)

    def estimate(self, policy: str, facts: Facts) -> Computed | Needed | Refused:
        """What a policy pays for a case; or the fact to ask for next; or why the facts cannot be used."""
        return self._kept(policy, tuple(facts.items()))

    def _estimate(self, policy: str, given: tuple[tuple[str, _Value], ...]) -> _Estimated:
        facts = dict(given)
        book = self.library.books.get(policy)
        if book is None:
            return self._no_book(policy)
        try:
            told = self._read(facts)
            case, result = self._settled(book, told)
            likely = likely_care(book, told, self._vocabulary) if _asks_care(result) else None
            if likely:
                case, result = self._settled(book, told.with_facts(care=likely))
        except CaseError as error:
            return self._refused(book, facts, error)
        if isinstance(result, Missing):
            return self._needed(book, told, result)
        computed = self._computed(book, case, result)
        return _taken_for(computed, likely) if likely else computed

    def _settled(self, book: Book, told: Case) -> tuple[Case, Estimate | Missing]:
        """A case in the policy's own terms, and what it comes to."""
        case = self._fit_stack(book, self._fit_care(book, told))
        if isinstance(case, Missing):
            return told, case
        result = estimate(book, case)
        return case, self._same_for_all(book, case, result) or result

    def _same_for_all(self, book: Book, case: Case, asked: Estimate | Missing) -> Estimate | None:
        """What every kind of care comes to that would be asked for, where it is the same for all of them."""
        if not isinstance(asked, Missing) or asked.facts[0] != "care" or "cost" not in case.facts:
            return None
        results = [estimate(book, case.with_facts(care=one)) for one in asked.choices["care"]]
        done = [one for one in results if isinstance(one, Estimate) and one.status == "exact"]
        is_same = len(done) == len(results) and len({one.amount for one in done}) == 1
        return done[0] if is_same else None

    def compare(
        self,
        policy: str,
        facts: Facts,
        fact: str,
        values: Iterable[str],
        also: Mapping[str, Sequence[str]] | None = None,
        estimating: Callable[[str, Facts], Computed | Needed | Refused] | None = None,
    ) -> Compared | Needed | Refused:
        """The same case under several choices of one fact; `also` has those of facts that change along with it.

        An empty choice is the case as it was before anybody spoke of the fact; `estimating` works out each of them,
        where that is not one bill.
        """
        varied = {fact: tuple(values), **(also or {})}
        results: dict[str, Computed] = {}
        for values_of_case in zip(*varied.values(), strict=False):
            changed = dict(zip(varied, values_of_case, strict=True))
            case = {name: value for name, value in {**facts, **changed}.items() if value != ""}
            result = (estimating or self.estimate)(policy, case)
            if not isinstance(result, Computed):
                return result
            shown = (self._shown(name, value) for name, value in changed.items() if value)
            results["、".join(shown) or "原来"] = result
        return Compared(fact=fact, cases=tuple(results.items()))

    def compare_policies(self, policies: Iterable[str], facts: Facts) -> Compared | Needed | Refused:
        """The same case under several policies."""
        results: list[tuple[str, Computed]] = []
        for policy in policies:
            result = self.estimate(policy, facts)
            if not isinstance(result, Computed):
                return result
            results.append((self.library.name(policy), result))
        return Compared(fact="policy", cases=tuple(results))

    def _shown(self, fact: str, value: str) -> str:
        """One of the choices compared, as a person reads it: 三级医院; 急诊:是."""
        about = self._vocabulary.facts[fact]
        if about.kind == "amount":
            return f"{about.label}{words(Decimal(value))}"
        return about.told(value)

    def _read(self, facts: Facts) -> Case:
        """The case of some facts, amounts and counts as people write them (3万) included."""
        kinds = {name: fact.kind for name, fact in self._vocabulary.facts.items()}
        plain_facts = {
            name: written_number(value) if isinstance(value, str) and kinds.get(name) in ("amount", "count") else value
            for name, value in facts.items()
        }
        told = ((name, fact.given_by) for name, fact in self._vocabulary.facts.items() if fact.given_by in plain_facts)
        return Case.read({**{name: plain_facts[by] for name, by in told if by}, **plain_facts}, self._vocabulary)

    def _no_book(self, policy: str) -> Refused:
        known = self.library.corpus.policies.get(policy) or self.library.imported.get(policy)
        if known is None:
            return Refused(
                policy=None,
                fact="policy",
                message=f"没有“{policy}”这份政策;能算的有:{'、'.join(self.library.books)}",
            )
        written = "、".join(f"“{clause.title}”" for clause in known.clauses[:_NAMED])
        message = f"**《{known.title}》没有写能算出金额的数**;它写了{written}等。"
        return Refused(policy=policy, fact="policy", message=message)

    # -- kinds of care -----------------------------------------------------------------------------------------------

    def _fit_care(self, book: Book, case: Case) -> Case | Missing:
        """The case with its kind of care in the policy's own terms; asks where it covers several of them."""
        care = case.get("care")
        if care in book.by_care:
            return self._fit_bill(book, case)
        if care is None or care == DONT_KNOW:
            return case
        choice = self._vocabulary.facts["care"].choices[str(care)]
        if choice.counts_as in book.by_care:
            return case.with_facts(care=str(choice.counts_as))
        covered = tuple(name for name in choice.covers if name in book.by_care)
        if len(covered) == 1:
            return case.with_facts(care=covered[0])
        if covered:
            clauses = tuple(book.by_care[name].clause.id for name in covered)
            return Missing(book.policy.id, ("care",), {"care": covered}, clauses)
        return case

    def _fit_bill(self, book: Book, case: Case) -> Case:
        """The case with the one kind of care whose own bill was given, where that of the care named was not."""
        if any(bill in case.facts for bill in book.by_care[str(case.get("care"))].bills):
            return case
        billed = [name for name, one in book.by_care.items() if not one.layers and one.rule.bill in case.facts]
        own_bill = {book.by_care[name].rule.bill for name in billed} - {"cost"}
        return case.with_facts(care=billed[0]) if len(billed) == 1 and own_bill else case

    def _fit_stack(self, book: Book, case: Case | Missing) -> Case | Missing:
        """The case with the stack of its kind of care, where all paid together was asked for or part of it is paid."""
        if isinstance(case, Missing):
            return case
        choices = self._vocabulary.facts["care"].choices
        stacks = {str(choices[name].counts_as): name for name, one in book.by_care.items() if one.layers}
        care = case.get("care")
        if case.get("in_all") != "是" and not _is_divided(book, case, stacks.get(str(care))):
            return case
        if care not in (None, DONT_KNOW):
            over = stacks.get(str(care)) or self._stack_over(book, case, str(care))
            return case.with_facts(care=over) if over else case
        if len(stacks) > 1:
            clauses = tuple(book.by_care[name].clause.id for name in stacks.values())
            return Missing(book.policy.id, ("care",), {"care": tuple(stacks)}, clauses)
        return case.with_facts(care=next(iter(stacks.values()))) if stacks else case

    def _stack_over(self, book: Book, case: Case, care: str) -> str | None:
        """The one stack with a layer for this kind of care, where the bill that was given is not the layer's own."""
        is_whole_told = case.get("in_all") == "是" and "cost" in case.facts  # then its own bill is what is left of it
        if care not in book.by_care or (book.by_care[care].rule.bill in case.facts and not is_whole_told):
            return None
        over = [
            name
            for name, one in book.by_care.items()
            if one.bill_of(case.facts) in case.facts and any(layer.rule.care == care for layer in one.layers)
        ]
        return over[0] if len(over) == 1 else None

    # -- what is said of it ------------------------------------------------------------------------------------------

    def _needed(self, book: Book, told: Case, missing: Missing) -> Needed:
        first = missing.facts[0]
        choices = care_choices(book, told, missing.choices[first]) if first == "care" else missing.choices[first]
        return Needed(
            policy=missing.policy,
            facts=missing.facts,
            question=self._vocabulary.facts[first].ask,
            choices=tuple(_spoken(self._vocabulary.facts[first], one) for one in choices),
            all_choices=missing.choices,
            citations=self.library.citations(missing.policy, missing.clauses),
            warnings=self.library.warnings(missing.policy),
        )

    def _refused(self, book: Book, facts: Facts, error: CaseError) -> Refused:
        """Why the facts cannot be used, with the clauses that would have applied where it is they that refuse."""
        care, policy = facts.get("care"), book.policy.id
        clauses = dict.fromkeys(
            one.clause.id for name, one in book.by_care.items() if one.rule.bill == error.fact and care in (None, name)
        )
        return Refused(
            policy=policy,
            fact=error.fact,
            message=str(error),
            citations=self.library.citations(policy, clauses) if error.fact == "excess" else (),
            warnings=self.library.warnings(policy) if error.fact == "excess" else (),
        )

    def _computed(self, book: Book, case: Case, result: Estimate) -> Computed:
        computation = book.by_care[result.care]
        is_open = result.status != "exact"
        lost = next((one for one in lost_facts(computation) if is_open and one not in case.facts), None)
        short = dict(missed(computation, case, result)) if result.status == "unknown" else {}
        return Computed(
            policy=book.policy.id,
            title=book.policy.title,
            case=self._case_words(result.care, case.facts, computation),
            estimate=view(result),
            bill=total(result.lines),
            citations=self.library.citations(book.policy.id, tuple(dict.fromkeys((*short, *result.clauses)))),
            assumed=tuple(self._assumed(book, computation, case, result)),
            because=_because(computation, case, result) if result.high == 0 else None,
            inferred=inferred(computation, case, result, "deductible"),
            known=tuple(figures_left(computation, case)) if result.status == "unknown" else (),
            short=tuple(short.values()),
            supply=self._vocabulary.facts[lost].ask if lost else None,
            supply_fact=lost,
            care=result.care,
            who_pays="医疗救助能补" if _ASSISTANCE in (book.policy.scheme, result.care) else "医保能报",
            warnings=self.library.warnings(book.policy.id),
        )

    def _case_words(self, care: str, known: Mapping[str, FactValue], computation: Computation) -> str:
        """The facts the estimate turned on, in a few words: 住院 · 二档 · 三级医院 · 费用30,000.00元."""
        parts = [care]
        for fact in computation.domain:
            value = known.get(fact)
            if isinstance(value, str) and fact != "care" and value != DONT_KNOW:
                parts.append(self._vocabulary.facts[fact].told(value))
        given = [fact for fact in computation.bills if fact in known]
        for fact in given or ("cost", "basic_cap"):  # what lies above a cap may be told as the total and the cap
            bill = known.get(fact)
            if isinstance(bill, Decimal):
                parts.append(f"{self._vocabulary.facts[fact].label}{words(bill)}")
        return " · ".join(dict.fromkeys(parts))

    def _assumed(self, book: Book, computation: Computation, case: Case, result: Estimate) -> Iterable[str]:
        """What was taken for granted and could change the result, in words."""
        bill = self._vocabulary.facts[computation.bill_of(case.facts)].assumed
        if bill and computation.rule.needs_bill and "self_funded" not in case.facts:
            yield bill
        level = case.get("hospital_level")
        choice = self._vocabulary.facts["hospital_level"].choices.get(str(level))
        rows = computation.domain.get("hospital_level", ())
        if choice and choice.counts_as in rows and level not in _all_rows(computation):
            yield f"{level}按{choice.counts_as}医院算"
        for assume in result.assumptions:
            fact = self._vocabulary.facts[assume.fact]
            if self._could_matter(book, computation, case, result, assume):
                yield fact.assumed if fact.assumed and not assume.when else f"{fact.label}按“{assume.value}”算"

    def _could_matter(self, book: Book, computation: Computation, case: Case, result: Estimate, assume: Assume) -> bool:
        """Whether another value of an assumed fact would give another result."""
        for other in self._others(computation, assume):
            try:
                changed = estimate(book, case.with_facts(**{assume.fact: other, "care": result.care}))
            except CaseError:
                continue
            if isinstance(changed, Missing) or (changed.low, changed.high) != (result.low, result.high):
                return True
        return False

    def _others(self, computation: Computation, assume: Assume) -> Iterable[FactValue]:
        fact = self._vocabulary.facts[assume.fact]
        if fact.kind == "choice":
            return [choice for choice in computation.domain.get(assume.fact, ()) if choice != assume.value]
        if fact.kind == "count":
            return [Decimal(2)]
        return [_PROBE_AMOUNT]


def _is_divided(book: Book, case: Case, stack: str | None) -> bool:
    """Whether both the whole bill and what basic insurance left of it are told, and a stack goes on from there."""
    return stack is not None and {"cost", "own_share"} <= case.facts.keys() & {*book.by_care[stack].bills}


def _asks_care(result: Estimate | Missing) -> bool:
    """Whether the kind of care is what has to be asked for first."""
    return isinstance(result, Missing) and result.facts[0] == "care"


def _because(computation: Computation, case: Case, result: Estimate) -> str | None:
    """Why a share is nothing; first that the illness told is none of those listed, where that is why."""
    reason = next(iter(inferred(computation, case, result, "share")), None)
    is_unlisted = case.get("disease") == _UNLISTED and "disease" in computation.domain
    return f"您说的病不在名单里,{reason}" if reason and is_unlisted else reason


def _taken_for(computed: Computed, care: str) -> Computed:
    """What was computed, with a word that the kind of care was not named."""
    return computed.model_copy(update={"assumed": (f"您没说是哪一种就医,按{care}算", *computed.assumed)})


def lost_facts(computation: Computation) -> Iterable[str]:
    """The facts by which lost figures of a computation can be supplied."""
    for step in computation.rule.steps:
        for quantity in step_quantities(step):
            for value in leaves(quantity):
                if isinstance(value, Lost | AtMost) and value.ask:
                    yield value.ask


def _all_rows(computation: Computation) -> set[str]:
    """Every hospital level that a table of the computation names itself."""
    return {row for table in tables(computation.rule, computation.adjustments) for row in table.rows}


def view(result: Estimate) -> EstimateView:
    """The estimate as the reply carries it."""

    def text(amount: Decimal | None) -> str | None:
        return None if amount is None else plain(amount)

    return EstimateView(
        status=result.status,
        amount=text(result.amount),
        low=text(result.low),
        high=text(result.high),
        lines=tuple(
            LineView(label=one.label, formula=one.formula, amount=plain(one.amount), payer=one.payer, clause=one.clause)
            for one in result.lines
        ),
        readings=tuple(ReadingView(says=one.says, amount=plain(one.amount)) for one in result.readings),
        causes=result.causes,
    )


def _spoken(fact: Fact, value: str) -> str:
    """A choice as a person would answer the question: a bare yes or no gives way to what it stands for."""
    return fact.shown(value) if value in YES_NO else value
