"""What several sums of a message come to: corrected, added, compared, each a bill of its own, or one too many."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from mingbai.corpus.vocabulary import Fact
from mingbai.language.bills.observed import is_of_one_stay
from mingbai.language.bills.sharers import sharers
from mingbai.language.bills.visit_costs import visits
from mingbai.language.bills.visits import MORE, Mark, are_apart, asks_all, marks
from mingbai.language.lexicon import Found
from mingbai.language.notes import COST, EXCESS, Notes, Told
from mingbai.language.numbers.amounts import Mention
from mingbai.language.numbers.numerals import read
from mingbai.language.text import words_before
from mingbai.money import short

__all__ = ["BILLS", "FEE", "OF_A_BILL", "Several", "goes_on"]

BILLS = (COST, EXCESS, "own_share", "inpatient_self_funded")
"""Amounts of which each visit can have its own."""
OF_A_BILL = ("self_funded", "marked_drugs", "basic_paid", "catastrophic_paid")
"""Amounts that are part of one bill."""
_SO_FAR = ("used_this_year", "special_used_this_year", "limit_used", "deductible_paid", "carried_over")
_BOUNDED = (EXCESS, "deductible", "band_floor")  # 起付线2000以上才报
_ADDED = (*OF_A_BILL, *_SO_FAR)
_NEVER_OUTSIDE = ("own_share", EXCESS)
"""Amounts within the list beside the bill: what is said to lie outside it does not belong to them."""
_MANY = 6
_UNSURE = (MORE, "care")
"""Marks that do not tell whether two whole bills are meant together (又花了2万; 门诊交了150,住院花了8000)."""
_WHOLE = re.compile("总共|一共|总费用|总额|共计|合计|总计|拢共")
_CORRECTED = re.compile("说错|讲错|写错|打错|搞错|弄错|记错|不对|改成|应该是|准确|确切|更正|[哦噢]不|具体")
_FILLER = re.compile(  # between a sum told roughly and the same one told better
    "(?:[,。;、 ]|应该|具体|准确|确切|实际|其实|到底|大概|差不多|就|也|是|吧|嗯|呃|啊|那个|块钱?|元|的|说|算|花|了"
    "|一共|总共|左右|[哦噢])*"
)
_HELD_TOGETHER = re.compile("各|分别|差(?:多少|几多|好多)|差几|相差")
_OF_EACH = re.compile("(?:分别|各)(?:花|用|超|自付|自负|是|为|有|了){0,3}$")  # 分别1万和2万, 分别是1万、2万
_ASKED_WHOLE = re.compile("(?:一共|总共|统共|拢共|合计|加起来|加在一起)[^,。;!?0-9]{0,4}[报补赔退给付拿领]")
_JOINING = re.compile("(?:和|跟|与|还是|或者?|、)(?:花了?|是|自付|自负)?")
FEE = re.compile(
    "(药|西药|中药|检查|化验|检验|床位|手术|治疗|材料|耗材|护理|监护|诊疗|诊查|挂号|输液|输血|麻醉|放射|拍片|ct|mri|icu|b超|彩超"
    "|核磁)(?:费|钱)?[^,。;0-9]{0,3}$",
    re.I,
)
"""What stands before a sum that is part of a bill, whoever pays it in the end."""
_LISTED = re.compile("[、和跟与]")
_EACH = re.compile("(?:每一?[次回趟]|次次|回回|各|都)(?:要|是|得|花)?了?$")  # 住了两次,每次3000
_VISITS = re.compile("(?<![0-9十])([二两三四五六2-6])[次回趟](?![要性])")
_AGAIN = re.compile("(?:又|再)(?:是|来|花|用)?了?(?:一个|一次|个)?$")
_POINTS_BACK = re.compile("(?:这一?[个笔张些份]?|那一?[笔张份])$")  # 单子6800,护工我另外付的,那这6800能报多少
_EACH_OR_PERIOD = "每次和每月的数放在一起,我分不清是哪一个,请说一下总共花了多少钱"
_SPAN = "“{}”不是一个准数,请说一个具体的数,比如 {}"


class Several:
    """Settles the sums of sentences by what the vocabulary calls them."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        self._facts = facts

    def settle(self, text: str, found: Sequence[Found], notes: Notes) -> None:
        """Turn the sums noted into facts; what cannot be settled becomes the problem, and none is dropped unsaid."""
        told = _as_corrected(text, _paid_so_far(_self_funded(notes.sums)))
        _note_spans(text, told, notes)
        told = _side_by_side(text, told, notes)
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
        else:
            told = _unlike(text, told)
        if any(one.mention.approximate for one in told) and fact not in _BOUNDED:  # 超过3万 is 3万 above the cap
            notes.rough.add(COST if fact == "self_funded" else fact)
        total = sum((one.value for one in told), Decimal(0))
        if len(told) == 1:
            notes.facts[fact] = total
        elif fact in _ADDED:
            notes.facts[fact] = total
            notes.reckoned.append(f"{self._facts[fact].label}{_added(told)}")
        elif fact in BILLS and (is_apart or asks_all(text)) and len(told) <= _MANY:
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
        notes.reckoned.append(_added(told))
        return [Told(replace(told[0].mention, value=told[0].value + told[1].value), COST)], False
    parts = _without_whole(text, _told_once(text, told))
    is_sure = told[0].fact != COST or len(parts) < len(told)  # 一共3万,住院2万4,门诊6千: told to be of several
    told = parts
    known = [one for one in marks(text, found) if is_sure or one.about not in _UNSURE]
    is_each_told = _are_all_visits(text, told)
    if not (is_each_told or are_apart(told, [one for one in known if not one.is_again])):
        told = _unlike_but_again(text, told)
    if len(told) == 1:
        if in_all := visits(text, found, told[0]):
            return [_so_many_times(told[0], *in_all, notes)], False
        times = len(sharers(text, told[0].mention.start)) or _times(text, told[0])
        return told * times, times > 1
    is_apart = is_each_told or are_apart(told, known)
    return (told if is_apart else _parts_of_one(text, told, notes)), is_apart


def _are_all_visits(text: str, told: Sequence[Told]) -> bool:
    """Whether as many sums are told as visits, so that equal ones are two (跑了三次,两千二、一千八、两千二)."""
    counts = {read(one[1]) for one in _VISITS.finditer(text)}
    return len(told) > 2 and [one and one.value for one in counts] == [len(told)]


def _told_once(text: str, told: Sequence[Told]) -> list[Told]:
    """Some sums without those that only point back to one told before, whoever was named in between."""
    return [
        one
        for at, one in enumerate(told)
        if not (
            _POINTS_BACK.search(text[max(0, one.mention.start - 4) : one.mention.start])
            and any(one.value == other.value for other in told[:at])
        )
    ]


def _unlike_but_again(text: str, told: Sequence[Told]) -> list[Told]:
    """Some sums, each once but for those that are said to have come again (一千八,又是两千二)."""
    kept: list[Told] = []
    for one in told:
        is_again = _AGAIN.search(text[max(0, one.mention.start - 6) : one.mention.start]) is not None
        if is_again or all(one.value != other.value for other in kept):
            kept.append(one)
    return kept


def _unlike(text: str, told: Sequence[Told]) -> list[Told]:
    """Some sums, each once but for those of a list (报过三次:2万、2万、3万)."""
    listed = {
        at for at in range(1, len(told)) if _LISTED.fullmatch(text, told[at - 1].mention.end, told[at].mention.start)
    }
    return list({(at if at in listed else -1, one.value): one for at, one in enumerate(told)}.values())


def goes_on(text: str, before: Told, figure: Mention, role: str | None, known: Sequence[Mark]) -> bool:
    """Whether a sum goes on with the kind of the one before it (自付6800,第二回4200; 自费8万多,8万3).

    It has no name of its own then, or only a plain one after what lies above a cap (三级超3万,二级花了2万).
    """
    gap = text[before.mention.end : figure.start]
    if role is None and _refines(text, before, Told(figure, before.fact)):
        return True
    if role is None and before.fact in _SO_FAR and _LISTED.fullmatch(gap):  # 今年报过三次:4万、3万5、2万
        return True
    if role is None and _JOINING.fullmatch(gap) and (_HELD_TOGETHER.search(text) or asks_all(text)):
        return before.fact in BILLS
    if before.fact not in BILLS or before.fact == COST or _WHOLE.search(gap):
        return False
    is_next = any(before.mention.end <= one.start and one.end <= figure.start for one in known)
    return is_next and (role is None or before.fact == EXCESS)


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


def _as_corrected(text: str, told: Sequence[Told]) -> list[Told]:
    """The sums without those that a later one of their kind puts right (8万多,8万3吧; 5万,说错了,3万)."""
    kept = list(told)
    for one, other in pairwise(told):
        if one.fact != other.fact or one not in kept:
            continue
        if _CORRECTED.search(text, one.mention.end, other.mention.start) or _refines(text, one, other):
            kept.remove(one)
        elif _refines(text, other, one):
            kept.remove(other)
    return kept


def _refines(text: str, rough: Told, better: Told) -> bool:
    """Whether a sum says exactly what one right beside it says roughly (8万多,8万3; 七八万吧,七万六)."""
    one, other = rough.mention, better.mention
    gap = text[min(one.end, other.end) : max(one.start, other.start)]
    if other.approximate or other.kind == "range" or not _FILLER.fullmatch(gap):
        return False
    if one.kind == "range":
        return one.high is not None and rough.value <= better.value <= one.high
    exponent = rough.value.normalize().as_tuple().exponent
    place = exponent if isinstance(exponent, int) else 0
    return one.approximate and abs(better.value - rough.value) < Decimal(10) ** place


def _note_spans(text: str, told: Sequence[Told], notes: Notes) -> None:
    """Amounts told as a span cannot be used unless another figure says them exactly."""
    for span in notes.spans:
        if not any(_refines(text, span, one) for one in told):
            notes.problem = notes.problem or (span.fact, _SPAN.format(span.mention.text.strip(), _between(span)))


def _between(span: Told) -> str:
    """A figure in the middle of a span (7500 of 七八千)."""
    return short((span.value + (span.mention.high or span.value)) / 2)


def _side_by_side(text: str, told: list[Told], notes: Notes) -> list[Told]:
    """Without two amounts of one kind put side by side (超限额3万和5万各报多少): they are compared."""
    if not _HELD_TOGETHER.search(text) or _one_after_another(text, told):
        return told
    for one, other in pairwise(told):
        if one.fact == other.fact and _JOINING.fullmatch(text, one.mention.end, other.mention.start):
            notes.compared[one.fact] = (f"{one.value}", f"{other.value}")
            told = [left for left in told if left.fact != one.fact or left.value not in (one.value, other.value)]
    return told


def _one_after_another(text: str, told: Sequence[Told]) -> bool:
    """Whether sums told of each (分别1万和2万) are those of several visits, or asked for together: no alternatives."""
    is_of_each = bool(told) and _OF_EACH.search(words_before(text, told[0].mention.start)) is not None
    counts = {read(one[1]) for one in _VISITS.finditer(text)}
    return is_of_each and (_ASKED_WHOLE.search(text) is not None or bool(counts))


def _without_premiums(told: list[Told], notes: Notes) -> list[Told]:
    """Without what may be a premium, where there is another bill."""
    costs = {one.value for one in told if one.fact == COST}
    if len(costs) < 2 or not notes.perhaps_premiums:
        return told
    notes.premiums.extend(notes.perhaps_premiums)
    return [one for one in told if one.fact != COST or one.value not in notes.perhaps_premiums]


def _without_whole(text: str, told: Sequence[Told]) -> list[Told]:
    """Several bills without the sum of them, where that is told besides (一共花了11000,一次3000一次8000)."""
    for one in told[: _MANY + 1]:
        others = [other for other in told if other is not one]
        is_sum = len(others) > 1 and sum(other.value for other in others) == one.value
        if is_sum and _is_whole(text, one) and not all(_fee(text, other) for other in others):
            return others
    return list(told)


def _parts_of_one(text: str, told: Sequence[Told], notes: Notes) -> list[Told]:
    """The whole of a bill instead of its parts (一共1万,药费3000; 药费3000,检查费2000,一共报多少)."""
    fees = [_fee(text, one) for one in told]
    if len(told) > 1 and all(fees) and len(set(fees)) == len(fees):  # 药费3000,检查费2000
        notes.reckoned.append(_added(told))
        total = sum((one.value for one in told), Decimal(0))
        return [Told(replace(told[0].mention, value=total), told[0].fact)]
    whole = [one for one in told if _is_whole(text, one)]
    others = [one for one in told if one not in whole]
    if len(whole) != 1 or not others:
        return list(told)
    are_fees = all(_fee(text, one) and one.value < whole[0].value for one in others)
    return whole if are_fees else list(told)


def _so_many_times(told: Told, times: int, is_about: bool, notes: Notes) -> Told:
    """The sum of all visits of an outpatient that cost the same, with a note on how it came about."""
    if notes.reckoned:  # 每次400一个月12次: by the month, too, and not sure what the figure is for
        notes.problem = notes.problem or (told.fact, _EACH_OR_PERIOD)
    notes.reckoned.append(f"每次{short(told.value)}元、{times}次")
    is_rough = told.mention.approximate or is_about
    return Told(replace(told.mention, value=told.value * times, approximate=is_rough), told.fact)


def _times(text: str, told: Told) -> int:
    """How many bills there are of a sum, more than one where each is said to have it (住了两次,每次3000)."""
    counts = {one[1] for one in _VISITS.finditer(text)}
    is_each = len(counts) == 1 and _EACH.search(words_before(text, told.mention.start))
    figure = read(counts.pop()) if is_each else None
    return int(figure.value) if figure else 1


def _is_whole(text: str, told: Told) -> bool:
    """Whether a sum is said to be all of it (一共花了11000)."""
    before = text[max(0, told.mention.start - 8) : told.mention.start]
    return _WHOLE.search(before) is not None and not re.search("[,。;0-9]", before[before.rfind("共") :])


def _fee(text: str, told: Told) -> str | None:
    """What a part of a bill is for (药费, 检查费); None for a sum that is not said to be one."""
    found = FEE.search(words_before(text, told.mention.start))
    return found and found[1]


def _added(told: Sequence[Told]) -> str:
    return "+".join(f"{short(one.value)}元" for one in told)


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
