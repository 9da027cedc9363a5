"""The kind of care of a case in a policy's own terms: one of its own kinds, or the stack that all paid together is."""

from __future__ import annotations

from mingbai.corpus.vocabulary import DONT_KNOW, Choice, Vocabulary
from mingbai.rules.book import Book
from mingbai.rules.case import Case
from mingbai.rules.estimate import Missing

_STAY, _OUTPATIENT, _OF_OUTPATIENTS = "住院", "普通门诊", "门诊"


class CareInPolicy:
    """Puts the kinds of care of a vocabulary into the terms of a policy."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._choices = vocabulary.facts["care"].choices

    def fitted(self, book: Book, case: Case) -> Case | Missing:
        """The case with its kind of care as the policy computes it; asks where that may be several of them."""
        fitted = self._of_its_own(book, case)
        return fitted if isinstance(fitted, Missing) else self._in_stack(book, fitted)

    def may_be(self, book: Book, care: str) -> tuple[str, ...]:
        """The kinds of care of a policy that somebody may mean who names this one; none where it has no such."""
        if care in book.by_care:
            return (care,)
        choice = self._choices[care]
        if choice.known_as in book.by_care:
            return (str(choice.known_as),)
        if choice.is_vague and choice.counts_as:
            return self.may_be(book, choice.counts_as)
        if choice.counts_as in book.by_care:
            return (str(choice.counts_as),)
        return _covered(book, choice) or ((_OUTPATIENT,) if _OF_OUTPATIENTS in care and _is_alike(book) else ())

    def may_be_either(self, book: Book, told: Case, case: Case) -> bool:
        """Whether a treatment was told without a word on where (透析), and it matters to what settles it."""
        said, care = self._choices.get(str(told.get("care"))), str(case.get("care"))
        if said is None or not said.is_vague or _STAY not in book.by_care:
            return False
        return care not in book.by_care or book.by_care[care].clause.id != book.by_care[_STAY].clause.id

    def may_also_be(self, book: Book, told: Case, case: Case) -> tuple[str, ...]:
        """Other kinds of care with clauses of their own that may be meant by the one told, beside the one taken."""
        choice = self._choices.get(str(told.get("care")))
        while choice and choice.is_vague and choice.counts_as:
            choice = self._choices[choice.counts_as]
        if choice is None or case.get("care") != choice.counts_as or choice.counts_as not in book.by_care:
            return ()
        taken = book.by_care[str(choice.counts_as)].clause.id
        covered = [one for one in _covered(book, choice) if not book.by_care[one].layers]
        return tuple(one for one in covered if book.by_care[one].clause.id != taken)

    def _of_its_own(self, book: Book, case: Case) -> Case | Missing:
        """The case with its kind of care in the policy's own terms; asks where it covers several of them."""
        care = case.get("care")
        if care in book.by_care:
            return _with_care_billed(book, case, self._stacks(book).get(str(care)))
        if care is None or care == DONT_KNOW:
            return case
        meant = self.may_be(book, str(care))
        if len(meant) > 1:
            clauses = tuple(book.by_care[name].clause.id for name in meant)
            return Missing(book.policy.id, ("care",), {"care": meant}, clauses)
        if not meant and self._choices[str(care)].is_vague:
            return Case({name: value for name, value in case.facts.items() if name != "care"})
        return case.with_facts(care=meant[0]) if meant else case

    def _stacks(self, book: Book) -> dict[str, str]:
        """The stack over each kind of care that has one."""
        return {str(self._choices[name].counts_as): name for name, one in book.by_care.items() if one.layers}

    def _in_stack(self, book: Book, case: Case) -> Case | Missing:
        """The case with the stack of its kind of care, where all paid together was asked for or part of it is paid."""
        stacks, care = self._stacks(book), case.get("care")
        is_divided = _is_divided(book, case, stacks.get(str(care)))
        is_of_rest = is_divided and case.get("in_all") == "否"  # 医保报了2万,剩下的还能报多少
        if is_of_rest and (above := _above_first(book, stacks[str(care)])):
            return case.with_facts(care=above)
        if case.get("in_all") != "是" and not is_divided:
            return case
        if care not in (None, DONT_KNOW):
            over = stacks.get(str(care)) or _stack_over(book, case, str(care))
            return case.with_facts(care=over) if over else case
        if len(stacks) > 1:
            clauses = tuple(book.by_care[name].clause.id for name in stacks.values())
            return Missing(book.policy.id, ("care",), {"care": tuple(stacks)}, clauses)
        return case.with_facts(care=next(iter(stacks.values()))) if stacks else case


def _covered(book: Book, choice: Choice) -> tuple[str, ...]:
    """The kinds of care of a policy that a kind it does not compute itself may mean, one of each clause.

    A stack of several only where it has none of these kinds alone.
    """
    known = {name: book.by_care[name] for name in choice.covers if name in book.by_care}
    known = {name: one for name, one in known.items() if not one.layers} or known
    if choice.is_above_basic:
        known = {name: one for name, one in known.items() if one.rule.bill != "cost"}
    firsts = {one.clause.id: name for name, one in reversed(known.items())}
    return tuple(name for name in known if name in firsts.values())


def _is_alike(book: Book) -> bool:
    """Whether a policy settles outpatients by the same clause as stays, whatever they were treated for."""
    stay, outpatient = book.by_care.get(_STAY), book.by_care.get(_OUTPATIENT)
    return stay is not None and outpatient is not None and stay.clause.id == outpatient.clause.id


def _with_care_billed(book: Book, case: Case, stack: str | None) -> Case:
    """The case with the one kind of care whose own bill was given, where that of the care named was not.

    Of several layers that settle it, it is the last one: what is left is left when all before have paid.
    """
    if case.get("in_all") == "是" or any(bill in case.facts for bill in book.by_care[str(case.get("care"))].bills):
        return case
    billed = [name for name, one in book.by_care.items() if not one.layers and one.rule.bill in case.facts]
    if len(billed) > 1 and stack:
        last = book.by_care[stack].layers[-1].computation.rule
        billed = [name for name in billed if book.by_care[name].rule is last]
    own_bill = {book.by_care[name].rule.bill for name in billed} - {"cost"}
    return case.with_facts(care=billed[0]) if len(billed) == 1 and own_bill else case


def _is_divided(book: Book, case: Case, stack: str | None) -> bool:
    """Whether both the whole bill and what basic insurance left of it are told, and a stack goes on from there."""
    return stack is not None and {"cost", "own_share"} <= case.facts.keys() & {*book.by_care[stack].bills}


def _above_first(book: Book, stack: str) -> str | None:
    """The kind of care of the one layer above the first of a stack, which pays of what that leaves; else None."""
    above = {str(layer.rule.care) for layer in book.by_care[stack].layers[1:] if layer.rule.care}
    return next(iter(above)) if len(above) == 1 else None


def _stack_over(book: Book, case: Case, care: str) -> str | None:
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
