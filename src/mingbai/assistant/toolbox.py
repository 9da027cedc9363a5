"""What the assistant can look up or compute: the only door to the rules and the index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from mingbai.assistant.cases.care_in_policy import CareInPolicy
from mingbai.assistant.cases.likely_care import care_choices, likely_care
from mingbai.assistant.cases.lost_ratio import lost_whatever_the_bill
from mingbai.assistant.cases.named_apart import named_apart
from mingbai.assistant.cases.not_known import all_together
from mingbai.assistant.cases.told_estimate import told_estimate
from mingbai.assistant.leads.rate import rates_told
from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Compared, Computed, Needed, Refused
from mingbai.corpus.vocabulary import DONT_KNOW, YES_NO, Fact
from mingbai.language.bills.sums import BILLS
from mingbai.language.numbers.written import written_number
from mingbai.money import words
from mingbai.rules.book import Book
from mingbai.rules.case import Case, CaseError
from mingbai.rules.estimate import Estimate, Missing, estimate

if TYPE_CHECKING:
    from mingbai.assistant.quizzing.master import Quizmaster

_Value = str | Decimal | int | date
Facts = Mapping[str, _Value]
_NAMED = 3  # headings that tell what a document without figures is about
Estimated = Computed | Needed | Refused
_KEPT = 256
_ORDINAL = {"admission": "第"}  # which one it is; other counts say how many


class Toolbox:
    """Estimates and comparisons over one library."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._vocabulary = library.corpus.vocabulary
        self._care = CareInPolicy(self._vocabulary)
        self._kept = lru_cache(_KEPT)(self._estimate)  # each turn reads all those before it anew

    @cached_property
    def quizmaster(self) -> Quizmaster:
        """Who draws and holds quizzes over the library."""
        from mingbai.assistant.quizzing.master import Quizmaster  # imports of the quiz that no other turn needs

        return Quizmaster(self.library)

    def estimate(self, policy: str, facts: Facts) -> Estimated:
        """What a policy pays for a case; or the fact to ask for next; or why the facts cannot be used."""
        return self._kept(policy, tuple(facts.items()))

    def _estimate(self, policy: str, given: tuple[tuple[str, _Value], ...]) -> Estimated:
        facts = dict(given)
        book = self.library.books.get(policy)
        if book is None:
            return self._no_book(policy)
        try:
            told = self._read(facts)
            case, result = self._settled(book, told)
            likely = (likely_care(book, case, self._vocabulary) or _only_care(result)) if _asks_care(result) else None
            if likely:
                case, result = self._settled(book, told.with_facts(care=likely))
        except CaseError as error:
            return self._refused(book, facts, error)
        if isinstance(result, Missing) and (lost := lost_whatever_the_bill(book, case, result)):
            return told_estimate(self.library, book, case, lost)
        if isinstance(result, Missing):
            is_unknown = told.get(result.facts[0]) == DONT_KNOW
            return self._without(book, told, result) if is_unknown else self._needed(book, told, result)
        is_named = self._vocabulary.facts["care"].choices[result.care].is_by_name  # 大病保险 asks for that layer alone
        if result.status == "unknown" and not is_named and (found := all_together(book, case)):
            together = told_estimate(self.library, book, *found)
            return _noting(together, f"单是{result.care}报多少,原文没有写;说的是几项加起来一共报的")
        computed = told_estimate(self.library, book, case, result)
        if likely:
            return _noting(computed, f"您没说是哪一种就医,按{likely}算")
        if self._care.may_be_either(book, told, case):
            computed = _noting(computed, f"您没说是门诊还是住院,按{computed.care}算")
        if others := self._care.may_also_be(book, told, case):
            computed = _noting(computed, f"按{computed.care}算;{'、'.join(others)}另有规定,是的话请说一声")
        return computed

    def _settled(self, book: Book, told: Case) -> tuple[Case, Estimate | Missing]:
        """A case in the policy's own terms, and what it comes to."""
        case = self._care.fitted(book, told)
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
        estimating: Callable[[str, Facts], Estimated] | None = None,
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

    def compare_policies(
        self, policies: Iterable[str], facts: Facts, own: Mapping[str, Facts] | None = None
    ) -> Compared | Needed | Refused:
        """The same case under several policies; `own` has the whole case of those of which another was told."""
        results: list[tuple[str, Computed]] = []
        for policy in policies:
            result = self.estimate(policy, (own or {}).get(policy, facts))
            if not isinstance(result, Computed):
                return result
            results.append((self.library.name(policy), result))
        return Compared(fact="policy", cases=tuple(named_apart(results)))

    def _shown(self, fact: str, value: str) -> str:
        """One of the choices compared, as a person reads it: 三级医院; 急诊:是."""
        about = self._vocabulary.facts[fact]
        if about.kind == "amount":
            return f"{about.label}{words(Decimal(value))}"
        if about.kind == "count":
            return f"{_ORDINAL.get(fact, '')}{value}{about.unit}"
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

    def _needed(self, book: Book, told: Case, missing: Missing) -> Needed:
        first = missing.facts[0]
        choices = missing.choices[first]
        if first == "care":
            choices = care_choices(book, told, choices, self._vocabulary)
        return Needed(
            policy=missing.policy,
            facts=missing.facts,
            question=self._vocabulary.facts[first].ask,
            choices=tuple(_spoken(self._vocabulary.facts[first], one) for one in choices),
            all_choices=missing.choices,
            rates=self._rates(book, told) if first in BILLS else "",
            citations=self.library.citations(missing.policy, missing.clauses),
            warnings=self.library.warnings(missing.policy),
        )

    def _rates(self, book: Book, told: Case) -> str:
        """At what a case is paid of which only the bill is missing; empty where nothing else of it is told."""
        computation = book.by_care.get(str(told.get("care")))
        if computation is None or computation.layers or len(told.facts) == 1:
            return ""
        if any(bill in one.rule.when for one in computation.adjustments for bill in computation.bills):
            return ""  # at what is paid turns on how much it is
        return rates_told(computation, self._vocabulary, told)

    def _without(self, book: Book, told: Case, missing: Missing) -> Computed | Needed:
        """What can be said though somebody does not know what is missing: all paid together, else what is written."""
        unknown = missing.facts[0]
        label = self._vocabulary.facts[unknown].label
        known = Case({name: value for name, value in told.facts.items() if name != unknown})
        if found := all_together(book, known):
            return _noting(told_estimate(self.library, book, *found), f"不知道{label},说的是几项加起来一共报的")
        needed = self._needed(book, told, missing)
        if not missing.clauses or needed.choices:
            return needed
        return needed.model_copy(update={"instead": book.policy.by_id[missing.clauses[0]].text})

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


def _only_care(result: Estimate | Missing) -> str | None:
    """The kind of care that would be the only one to choose (报完自费3000 of what only an assistance pays)."""
    choices = result.choices["care"] if isinstance(result, Missing) else ()
    return choices[0] if len(choices) == 1 else None


def _asks_care(result: Estimate | Missing) -> bool:
    """Whether the kind of care is what has to be asked for first."""
    return isinstance(result, Missing) and result.facts[0] == "care"


def _noting(computed: Computed, note: str) -> Computed:
    """What was computed, with a word on what was taken for granted before all else."""
    return computed.model_copy(update={"assumed": (note, *computed.assumed)})


def _spoken(fact: Fact, value: str) -> str:
    """A choice as a person would answer the question: a bare yes or no gives way to what it stands for."""
    return fact.shown(value) if value in YES_NO else value
