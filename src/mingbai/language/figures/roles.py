"""Telling the figures of a sentence apart: which is the bill, which was self-funded, what counts stays or illnesses."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from mingbai.corpus.spoken import OTHER_MONEY, PREMIUM
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.bills.settling import Several
from mingbai.language.bills.side_by_side import goes_on
from mingbai.language.bills.so_far import tells_only_sum_so_far
from mingbai.language.bills.sums import BILLS
from mingbai.language.bills.visit_costs import as_visit_costs
from mingbai.language.bills.visits import Mark, marks
from mingbai.language.figures.ages import is_age, note_age
from mingbai.language.figures.bare_numbers import is_bare_premium, is_spent
from mingbai.language.figures.beside_the_bill import without_what_is_beside
from mingbai.language.figures.beyond_the_cap import goes_on_above, is_beyond_cap, may_be_rest
from mingbai.language.figures.bounds import bound, is_all_above
from mingbai.language.figures.changes import CORRECTION, is_put_right, on_top
from mingbai.language.figures.counts import SHORT_ANSWER, is_of_heads, note_count
from mingbai.language.figures.deductibles import is_above_deductible, is_deductible_paid
from mingbai.language.figures.inside_the_sum import (
    A_PART,
    is_inside,
    is_paid_first,
    is_pointed_back,
    said_of_part,
    whole_of,
)
from mingbai.language.figures.insurance_figures import caps_named
from mingbai.language.figures.named_amounts import amount_named, named_amounts
from mingbai.language.figures.not_billed import BesideTheBill
from mingbai.language.figures.not_spent import WOULD_BE_PAID, is_guess, is_hearsay, is_reckoned, is_rise
from mingbai.language.figures.of_the_rule import may_be_of_rule
from mingbai.language.figures.only_spent import as_only_bill
from mingbai.language.figures.paid_ahead import note_paid_ahead
from mingbai.language.figures.premium_figures import is_denied, is_named_sum, is_premium, is_tier, may_be_premium
from mingbai.language.figures.rates import in_all, in_turn, is_bare_rate
from mingbai.language.figures.said_twice import each_once
from mingbai.language.figures.unusable import UNUSABLE, is_glued, why_unusable
from mingbai.language.figures.within_the_list import as_within, is_whole_told, outside_of_whole
from mingbai.language.hearing import Hearing
from mingbai.language.lexicon import CHOICE, Found
from mingbai.language.notes import COST, EXCESS, FactValue, Notes, Told, Uncounted
from mingbai.language.numbers.amounts import Mention, find_amounts
from mingbai.language.text import words_before

_COUNTED = ("ordinal", "count")
_MAYBE_BESIDE = (None, COST, "used_this_year")
_OTHER_SUM = re.compile("(?:那么?)?(?:块钱?|元)?呢")
_MAYBE_ABOVE = (None, COST, EXCESS, "deductible", "own_share")
_OWN_SHARE, _SELF_FUNDED, _LIMIT_USED = "own_share", "self_funded", "limit_used"
_NOTHING: Mapping[str, FactValue] = {}
_PAYS_IN = re.compile(r"[交缴][^,。花住]{0,4}$")
_WHOLE = re.compile("总共|一共|总费用|共计|合计|多少|几[成多]|好多")
_DIGIT = re.compile("[0-9一二三](?![0-9]*(?:天|个?月|周|星期))")  # 住了20天 三级医院 names a stay, its days stay
_REACH_OF_WORDS = 12


class FigureReader:
    """Reads the figures of sentences with one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, hearing: Hearing, prices: Collection[Decimal] = ()) -> None:
        """`prices` are what tiers cost that somebody may name by that alone."""
        self._hearing = hearing
        self._prices = frozenset(prices)
        self._kinds = {name: fact.kind for name, fact in vocabulary.facts.items()}
        self._several = Several(vocabulary.facts)
        self._beside = BesideTheBill(vocabulary.not_billed)
        self._as_part = re.compile(vocabulary.facts[_SELF_FUNDED].as_part or "(?!)")

    def read(
        self,
        text: str,
        found: Sequence[Found],
        asked: str | None,
        bill: str,
        notes: Notes,
        told: Mapping[str, FactValue] = _NOTHING,
        of_rule: Collection[Decimal] = (),
    ) -> None:
        """Add what the figures of a normalised sentence say to the notes.

        `found` are the vocabulary's words in it, `asked` the fact that had been asked for, `bill` the amount fact to
        which a figure without a name of its own belongs, `told` what was told last and may be put right, `of_rule` the
        figures of the rule meant, which are no bills where the words speak of it.
        """
        roles = named_amounts(text, found)
        known = marks(text, found)
        every = each_once(text, find_amounts(_without_choices(text, found)))
        notes.caps.extend(caps_named(text, every))
        mentions = without_what_is_beside(text, every)
        added = on_top(text, mentions, told)
        if added and added.is_other_bill:
            mentions.remove(added.whole)
        elif added:
            mentions.remove(added.more)
            notes.tells_whole = True
        ahead = note_paid_ahead(text, mentions, known, notes)
        beside = {one.mention: one.why for one in self._beside.of(text, mentions, has_bill=bool(told))}
        mentions, hows = in_turn(text, [one for one in mentions if one not in ahead], known)
        notes.reckoned.extend(hows)
        mentions = as_visit_costs(text, mentions)
        counts = [one for one in mentions if one.kind == "count"]
        counted = asked if asked and self._kinds[asked] == "count" else None
        previous_end, is_beyond, meant = 0, False, self._put_right(text, told)
        notes.has_bill_before = not told.keys().isdisjoint(BILLS)
        for number, mention in enumerate(mentions):
            if mention.kind in _COUNTED:
                note_count(text, mention, next(iter(mentions[number + 1 :]), None), counted, self._prices, notes)
                continue
            if is_whole_told(text, mention, told):
                continue
            if (said := bound(text, mention)) and not (bill == EXCESS and is_all_above(text, mention)):
                notes.facts["basic_cap"] = mention.value or Decimal(0)
                is_beyond = said.is_followed
                if is_beyond:
                    previous_end = said.end
                continue
            if mention.value in of_rule and may_be_of_rule(text, mention):
                previous_end = mention.end
                continue
            starts = (one.start for one in mentions[number + 1 :] if one.kind not in _COUNTED)  # 8000元一次的检查
            following = next(starts, len(text) + SHORT_ANSWER)
            role = as_within(text, amount_named(text, roles, previous_end, mention, following), mention)
            role = added.fact if added and mention.start == added.whole.start else role
            if role == COST and bill in (_OWN_SHARE, EXCESS) and tells_only_sum_so_far(text):
                role = bill
            if role in _MAYBE_ABOVE and is_above_deductible(text, mention):
                role = _OWN_SHARE
                notes.facts["deductible_met"] = "是"
            gap = text[previous_end : mention.start]
            if is_beyond_cap(gap):  # 顶已经用完了,往后再花一万: the cap was used, and not that sum
                is_beyond, role = True, None if role == "used_this_year" else role
            if is_beyond and may_be_rest(role, gap) and not _WHOLE.search(gap):
                role = EXCESS
            said_from, previous_end, is_beyond = previous_end, mention.end, False
            if mention.is_sum and (outside := outside_of_whole(text, mention, notes.sums, BILLS)):
                notes.sums.append(outside)
                continue
            if mention in beside and role in _MAYBE_BESIDE:
                notes.uncounted.append(Uncounted(mention.text.strip(), beside[mention]))
                continue
            if is_put_right(text, mention):
                meant = role if role not in (None, COST) else self._told_as(mention.value, told) or role or meant
                continue
            if meant and role in (None, meant) and not is_premium(text, mention):
                role, meant = meant, None
            if not _PAYS_IN.search(words_before(text, mention.start)) and (whole := in_all(text, mention, counts)):
                mention, how = whole
                notes.reckoned.append(how)
            elif mention.kind == "amount" and is_bare_rate(text, mention, counts):
                mention = replace(mention, kind="rate_per")
            before = max((*notes.sums[-1:], *notes.spans[-1:]), key=lambda one: one.mention.end, default=None)
            if role in (None, COST) and before and goes_on(text, before, mention, role, known):
                role = before.fact
            elif role in (None, COST) and before and before.fact == _LIMIT_USED and not _WHOLE.search(gap):
                role = EXCESS  # 前面超限额花了3万,这次又花了12万
            elif role is None and not asked and (role := self._heard(text, mention)):
                if role in OTHER_MONEY:
                    self._note_beside(text, mention, role, notes)
                    continue
                notes.heard[role] = text[max(said_from, mention.start - _REACH_OF_WORDS) : mention.end]
            self._note_sum(text, mention, role, asked, bill, notes, known)
        notes.sums = notes.sums if told else as_only_bill(text, found, notes.sums)
        self._several.settle(text, found, notes)
        if notes.problem:
            notes.facts.pop(notes.problem[0], None)

    def givers(self, text: str, found: Sequence[Found]) -> list[Found]:
        """The words for those who gave money beside the bill (儿子转给我5000): it is not them who are ill."""
        return self._beside.givers(text, found, find_amounts(text))

    def _heard(self, text: str, mention: Mention) -> str | None:
        """Which amount a sum sounds like; that a part of another lies outside the list has to be said."""
        role = self._hearing.role(text, mention.start, mention.end)
        return None if role == _SELF_FUNDED and is_inside(text, mention) else role

    def _put_right(self, text: str, told: Mapping[str, FactValue]) -> str | None:
        """The amount that a bare figure puts right (起付线1万, then 不对是8千); None where several were told."""
        amounts = [name for name in told if self._kinds[name] == "amount"]
        return amounts[0] if len(amounts) == 1 and CORRECTION.search(text) else None

    def _told_as(self, value: Decimal | None, told: Mapping[str, FactValue]) -> str | None:
        """The amount that was told last as so much (不是5千,是8千, after 花了3万,自费5千)."""
        return next((name for name, one in told.items() if one == value and self._kinds[name] == "amount"), None)

    def _note_beside(self, text: str, mention: Mention, role: str, notes: Notes) -> None:
        """Note a sum that is none of the case: a premium tells the plan, a wage nothing."""
        if role == PREMIUM and mention.value is not None and not is_denied(text, mention):
            notes.premiums.append(mention.value)

    def _note_sum(
        self,
        text: str,
        mention: Mention,
        role: str | None,
        asked: str | None,
        bill: str,
        notes: Notes,
        known: Sequence[Mark],
    ) -> None:
        if text.endswith("不是", 0, mention.start) or (role == "used_this_year" and is_hearsay(text, mention)):
            return
        if is_glued(text, mention):
            notes.problem = notes.problem or (role or bill, why_unusable("unreadable", mention.text.strip()))
            return
        if self._note_no_bill(text, mention, role, asked, notes) or is_pointed_back(text, mention, notes.sums):
            return
        if mention.kind == "number" and not self._is_yuan(text, mention, role, asked, notes):
            return
        rest = text[: mention.start] + text[mention.end :]
        is_other = bill not in (COST, asked) and _OTHER_SUM.fullmatch(
            rest
        )  # 八万呢 puts another sum, and answers nothing
        answers = asked and self._kinds[asked] == "amount" and not (CORRECTION.search(text) or is_other)
        fact = role or (asked if asked and answers else bill)
        if fact == COST and bill == EXCESS and goes_on_above(text, mention):
            fact = EXCESS
        if fact == COST and is_rise(text, mention):
            return
        may_be_paid = fact == COST or (role is None and fact in BILLS)
        if may_be_paid and is_guess(text, mention, has_bill=notes.has_bill_before):
            notes.expects_payment = mention.is_sum
            return
        if fact == COST and is_reckoned(text, mention):
            notes.uncounted.append(Uncounted(mention.text.strip(), WOULD_BE_PAID))
            return
        if fact == "deductible" and is_deductible_paid(text, mention):
            fact = "deductible_paid"
        notes.lacks_time = notes.lacks_time or mention.kind == "rate_per"
        if mention.kind in UNUSABLE:
            notes.problem = notes.problem or (fact, why_unusable(mention.kind, mention.text.strip()))
        elif mention.kind == "range":
            notes.spans.append(Told(mention, fact))
        elif mention.is_sum and mention.value is not None:
            told = self._as_told(text, Told(mention, fact), role, bill, notes.sums, known)
            if told is None:
                notes.uncounted.append(Uncounted(mention.text.strip(), A_PART))
                return
            notes.sums.append(told)
            if fact == COST and may_be_premium(text, mention):
                notes.perhaps_premiums.append(mention.value)

    def _as_told(
        self, text: str, one: Told, role: str | None, bill: str, told: Sequence[Told], known: Sequence[Mark]
    ) -> Told | None:
        """A sum with that of which it is a part; None for a part that stays in the whole (其中8000是手术费)."""
        is_own = role == _OWN_SHARE and is_paid_first(said_of_part(text, one.mention))
        if not (role in (None, COST, _SELF_FUNDED) or is_own) or not is_inside(text, one.mention):
            return one
        whole = whole_of(text, one.mention, told, known, BILLS)
        said = said_of_part(text, one.mention)
        is_first = whole is not None and whole.fact != _OWN_SHARE and is_paid_first(said)
        is_outside = role == _SELF_FUNDED or is_first or self._as_part.search(said)
        if whole is None:  # 要是里面有3000目录外, 其中4千不认: of the bill told before
            is_of_before = is_outside and not any(other.fact in BILLS for other in told)
            return replace(one, fact=_SELF_FUNDED, inside=bill) if is_of_before else one
        return replace(one, fact=_SELF_FUNDED, inside=whole.fact) if is_outside else None

    def _is_yuan(self, text: str, mention: Mention, role: str | None, asked: str | None, notes: Notes) -> bool:
        """Whether a bare number means yuan: its role is named, an amount was asked for, or it is large enough."""
        value = mention.value
        if value is None or mention.unit:
            return False
        if asked and self._kinds[asked] == "count" and len(text) <= SHORT_ANSWER:
            notes.facts[asked] = value
            return False
        is_amount = role is not None or (asked and self._kinds[asked] == "amount")
        return bool(is_amount or is_spent(text, value, mention.start))

    def _note_no_bill(self, text: str, mention: Mention, role: str | None, asked: str | None, notes: Notes) -> bool:
        """Note a figure that is an age or a premium; whether it is one, or counts those insured (参保人数80万)."""
        if is_of_heads(text, mention):
            return True
        if is_age(text, mention):
            note_age(mention.value, notes)
            return True
        is_named = role == _OWN_SHARE and is_named_sum(text, mention)  # 大病补充那75块他自己要出多少
        is_paid = is_premium(text, mention) or is_tier(text, mention, self._prices)
        is_one = role in (None, COST) and (is_paid or self._chooses(text, mention, asked))
        if not (is_named or is_one):
            return False
        if mention.value is not None and not is_denied(text, mention):
            notes.premiums.append(mention.value)
        return True

    def _chooses(self, text: str, mention: Mention, asked: str | None) -> bool:
        """Whether a bare figure answers a question for a choice by what it costs (150, after 一档还是二档)."""
        if asked is None or self._kinds[asked] != "choice" or mention.kind not in ("amount", "number", "rate_per"):
            return False
        return is_bare_premium(text, mention)


def _without_choices(text: str, found: Sequence[Found]) -> str:
    """The text with the digits of choices blanked: 150那档 is no amount, and 一甲 adds nothing to 1000块."""
    characters = list(text)
    for word in found:
        if word.kind.startswith(CHOICE):
            characters[word.start : word.end] = _DIGIT.sub("□", "".join(characters[word.start : word.end]))
    return "".join(characters)
