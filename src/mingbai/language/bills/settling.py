"""What several sums of a message come to: corrected, added, compared, each a bill of its own, or one too many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from mingbai.corpus.vocabulary import Fact
from mingbai.language.bills.births import is_birth_by_parts
from mingbai.language.bills.observed import is_of_one_stay
from mingbai.language.bills.put_right import as_corrected, note_spans
from mingbai.language.bills.sharers import sharers
from mingbai.language.bills.side_by_side import side_by_side
from mingbai.language.bills.sums import BILLS, MANY, OF_A_BILL, SO_FAR
from mingbai.language.bills.told_again import are_all_visits, so_many_times, times, told_once, unlike, unlike_but_again
from mingbai.language.bills.visit_costs import visits
from mingbai.language.bills.visits import MORE, are_apart, asks_all, marks
from mingbai.language.bills.whole_and_parts import added, parts_of_one, without_whole
from mingbai.language.lexicon import Found
from mingbai.language.notes import COST, EXCESS, Notes, Told
from mingbai.money import short

__all__ = ["Several"]

_BOUNDED = (EXCESS, "deductible", "band_floor")  # 起付线2000以上才报
_ADDED = (*OF_A_BILL, *SO_FAR)
_NEVER_OUTSIDE = ("own_share", EXCESS)
"""Amounts within the list beside the bill: what is said to lie outside it does not belong to them."""
_UNSURE = (MORE, "care")
"""Marks that do not tell whether two whole bills are meant together (又花了2万; 门诊交了150,住院花了8000)."""


class Several:
    """Settles the sums of sentences by what the vocabulary calls them."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        self._facts = facts

    def settle(self, text: str, found: Sequence[Found], notes: Notes) -> None:
        """Turn the sums noted into facts; what cannot be settled becomes the problem, and none is dropped unsaid."""
        told = as_corrected(text, _paid_so_far(_self_funded(notes.sums)))
        note_spans(text, told, notes)
        told = side_by_side(text, told, notes)
        told = _without_premiums(told, notes)
        for fact in dict.fromkeys(one.fact for one in told):
            self._settle(text, found, [one for one in told if one.fact == fact], notes)
        notes.sums = told
        if COST in notes.facts:
            _divide(notes)
        _take_off(notes)

    def _settle(self, text: str, found: Sequence[Found], told: Sequence[Told], notes: Notes) -> None:
        """One kind of amount: its value, the sum of several, or the question which is meant."""
        fact, is_apart = told[0].fact, False
        if fact in BILLS:
            told, is_apart = _bills(text, found, told, notes)
            starts = [one.mention.start for one in told]
            is_apart = is_apart or is_birth_by_parts(text, found, starts)
        else:
            told = unlike(text, told)
        if any(one.mention.approximate for one in told) and fact not in _BOUNDED:  # 超过3万 is 3万 above the cap
            notes.rough.add(COST if fact == "self_funded" else fact)
        total = sum((one.value for one in told), Decimal(0))
        if len(told) == 1:
            notes.facts[fact] = total
        elif fact in _ADDED:
            notes.facts[fact] = total
            notes.reckoned.append(f"{self._facts[fact].label}{added(told)}")
        elif fact in BILLS and (is_apart or asks_all(text)) and len(told) <= MANY:
            notes.facts[fact] = total
            notes.apart = tuple(told)
        else:
            notes.are_several = notes.are_several or fact in BILLS
            notes.facts.pop(fact, None)
            notes.problem = notes.problem or (fact, self._which(told))

    def _which(self, told: Sequence[Told]) -> str:
        """The question which of several sums is meant."""
        listed = "、".join(f"{short(one.value)}元" for one in told)
        if told[0].fact in BILLS:
            return f"您说了几个数({listed}),要算的是哪一笔?请只说这一次的总费用;要几笔一起算,说“一起算”"
        return f"您说了几个{self._facts[told[0].fact].label}({listed}),是哪一个?"


def _bills(text: str, found: Sequence[Found], told: Sequence[Told], notes: Notes) -> tuple[list[Told], bool]:
    """The bills told, and whether words tell them apart; a sum named again is the same one but for another visit."""
    if told[0].fact == COST and is_of_one_stay(text, told):
        notes.reckoned.append(added(told))
        return [Told(replace(told[0].mention, value=told[0].value + told[1].value), COST)], False
    parts = without_whole(text, told_once(text, told))
    is_sure = told[0].fact != COST or len(parts) < len(told)  # 一共3万,住院2万4,门诊6千: told to be of several
    told = parts
    known = [one for one in marks(text, found) if is_sure or one.about not in _UNSURE]
    is_each_told = are_all_visits(text, told)
    if not (is_each_told or are_apart(told, [one for one in known if not one.is_again])):
        told = unlike_but_again(text, told)
    if len(told) == 1:
        if in_all := visits(text, found, told[0]):
            return [so_many_times(told[0], *in_all, notes)], False
        count = len(sharers(text, told[0].mention.start)) or times(text, told[0])
        return told * count, count > 1
    is_apart = is_each_told or are_apart(told, known)
    return (told if is_apart else parts_of_one(text, told, notes)), is_apart


def _self_funded(told: Sequence[Told]) -> list[Told]:
    """What was self-funded of a stay (住院自费2000,又自费3000) as one kind, where it is part of a bill that is told."""
    facts = {one.fact for one in told}
    if not {COST, "self_funded", "inpatient_self_funded"} <= facts:
        return list(told)
    return [replace(one, fact="self_funded") if one.fact == "inpatient_self_funded" else one for one in told]


def _paid_so_far(told: Sequence[Told]) -> list[Told]:
    """What catastrophic insurance paid as paid this year, unless what basic insurance paid of the bill stands by it."""
    if "basic_paid" in {one.fact for one in told}:
        return list(told)
    return [replace(one, fact="used_this_year") if one.fact == "catastrophic_paid" else one for one in told]


def _without_premiums(told: list[Told], notes: Notes) -> list[Told]:
    """Without what may be a premium, where there is another bill."""
    costs = {one.value for one in told if one.fact == COST}
    if len(costs) < 2 or not notes.perhaps_premiums:
        return told
    notes.premiums.extend(notes.perhaps_premiums)
    return [one for one in told if one.fact != COST or one.value not in notes.perhaps_premiums]


def _take_off(notes: Notes) -> None:
    """What somebody bore, or what lies above the cap, less the part of it that is outside the list."""
    for fact in _NEVER_OUTSIDE:
        parts = [one.value for one in notes.sums if one.inside == fact and one.fact == "self_funded"]
        own, whole = sum(parts, Decimal(0)), notes.facts.get(fact)
        if parts:
            notes.taken_off = fact
        if isinstance(whole, Decimal) and own < whole:
            notes.facts[fact] = whole - own


def _divide(notes: Notes) -> None:
    """The bill within the catalogue: the total less what was self-funded."""
    total = notes.facts[COST]
    own = notes.facts.get("self_funded", notes.facts.get("inpatient_self_funded"))
    assert isinstance(total, Decimal)
    notes.facts[COST] = total - own if isinstance(own, Decimal) and own < total else total
    used, left = notes.facts.get("used_this_year"), notes.facts.get("own_share")
    if isinstance(used, Decimal) and isinstance(left, Decimal) and used + left == total:
        del notes.facts["used_this_year"]  # 花了5万,报了3万,还剩2万 divides this one bill
