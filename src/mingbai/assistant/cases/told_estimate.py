"""An estimate as a reply tells it: its figures, the facts it turned on, why nothing is paid, what could be supplied."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from mingbai.assistant.cases.case_caps import case_caps
from mingbai.assistant.cases.grounds import figures_left, inferred, missed
from mingbai.assistant.cases.not_known import by_choice
from mingbai.assistant.cases.taken_for_granted import taken_for_granted
from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Computed
from mingbai.assistant.reply import EstimateView, LineView, ReadingView
from mingbai.corpus.audit import step_quantities
from mingbai.corpus.values import AtMost, Lost, leaves
from mingbai.corpus.vocabulary import DONT_KNOW
from mingbai.money import plain, words
from mingbai.rules.book import Book, Computation
from mingbai.rules.case import Case
from mingbai.rules.estimate import Estimate
from mingbai.rules.statement import PERSON, total

_ASSISTANCE = "医疗救助"
_UNLISTED = "其他疾病"


def told_estimate(library: Library, book: Book, case: Case, result: Estimate) -> Computed:
    """An estimate for a case in a policy's own terms, with its clauses and all that is said beside it."""
    computation, policy = book.by_care[result.care], book.policy
    is_open = result.status != "exact"
    lost = next((one for one in lost_facts(computation) if is_open and one not in case.facts), None)
    short = dict(missed(computation, case, result)) if result.status == "unknown" else {}
    return Computed(
        policy=policy.id,
        title=policy.title,
        case=_case_words(computation, case, result.care),
        estimate=_view(result),
        bill=total(result.lines),
        citations=library.citations(policy.id, tuple(dict.fromkeys((*short, *result.clauses)))),
        assumed=tuple(taken_for_granted(book, case, result)),
        because=_because(computation, case, result) if result.high == 0 else None,
        inferred=inferred(computation, case, result, "deductible"),
        known=tuple(figures_left(computation, case)) if result.status == "unknown" else (),
        short=tuple(short.values()),
        by_choice=by_choice(book, case, result),
        supply=computation.vocabulary.facts[lost].ask if lost else None,
        supply_fact=lost,
        care=result.care,
        has_bill=any(fact in case.facts for fact in (*computation.bills, "cost", "basic_cap")),
        who_pays="医疗救助能补" if _ASSISTANCE in (policy.scheme, result.care) else "医保能报",
        caps=case_caps(_paying(computation, result), case),
        warnings=library.warnings(policy.id),
    )


def _paying(computation: Computation, result: Estimate) -> Computation:
    """What pays in a case: of a stack the one layer that does, as of what was left over only the last."""
    paid = {line.clause for line in result.lines if line.payer != PERSON}
    paying = [one.computation for one in computation.layers if one.computation.clause.id in paid]
    return paying[0] if len(paying) == 1 else computation


def lost_facts(computation: Computation) -> Iterator[str]:
    """The facts by which lost figures of a computation can be supplied."""
    for step in computation.rule.steps:
        for quantity in step_quantities(step):
            for value in leaves(quantity):
                if isinstance(value, Lost | AtMost) and value.ask:
                    yield value.ask


def _case_words(computation: Computation, case: Case, care: str) -> str:
    """The facts the estimate turned on, in a few words: 住院 · 二档 · 三级医院 · 费用30,000.00元."""
    known, facts = case.facts, computation.vocabulary.facts
    parts = [care]
    for fact in computation.domain:
        value = known.get(fact)
        if isinstance(value, str) and fact != "care" and value != DONT_KNOW:
            parts.append(facts[fact].told(value))
    given = [fact for fact in computation.bills if fact in known]
    for fact in given or ("cost", "basic_cap"):  # what lies above a cap may be told as the total and the cap
        bill = known.get(fact)
        if isinstance(bill, Decimal):
            parts.append(f"{facts[fact].label}{words(bill)}")
    return " · ".join(dict.fromkeys(parts))


def _because(computation: Computation, case: Case, result: Estimate) -> str | None:
    """Why a share is nothing; first that the illness told is none of those listed, where that is why."""
    reason = next(iter(inferred(computation, case, result, "share")), None)
    is_unlisted = case.get("disease") == _UNLISTED and "disease" in computation.domain
    return f"您说的病不在名单里,{reason}" if reason and is_unlisted else reason


def _view(result: Estimate) -> EstimateView:
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
        causes=tuple(dict.fromkeys(result.causes)),
    )
