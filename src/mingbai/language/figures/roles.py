"""Telling the figures of a sentence apart: which is the bill, which was self-funded, what counts stays or illnesses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import itemgetter

from mingbai.corpus.spoken import OTHER_MONEY, PREMIUM
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.bills.settling import Several
from mingbai.language.bills.side_by_side import goes_on
from mingbai.language.bills.sums import BILLS
from mingbai.language.bills.visit_costs import as_visit_costs
from mingbai.language.bills.visits import Mark, marks
from mingbai.language.figures.above_deductible import is_above_deductible
from mingbai.language.figures.ages import is_age
from mingbai.language.figures.beside_the_bill import without_what_is_beside
from mingbai.language.figures.bounds import bound, is_all_above, is_beyond_cap
from mingbai.language.figures.changes import CORRECTION, is_put_right, on_top
from mingbai.language.figures.inside_the_sum import A_PART, is_inside, is_paid_first, said_of_part, whole_of
from mingbai.language.figures.insurance_figures import caps_named
from mingbai.language.figures.not_billed import BesideTheBill
from mingbai.language.figures.of_the_rule import may_be_of_rule
from mingbai.language.figures.paid_ahead import ADVANCED, AHEAD, advanced, paid_ahead
from mingbai.language.figures.premium_figures import is_denied, is_named_sum, is_premium, is_tier, may_be_premium
from mingbai.language.figures.rates import in_all, in_turn, is_bare_rate
from mingbai.language.figures.within_the_list import as_within, is_whole_told, outside_of_whole
from mingbai.language.hearing import Hearing
from mingbai.language.lexicon import CHOICE, Found
from mingbai.language.notes import COST, EXCESS, FactValue, Notes, Told, Uncounted
from mingbai.language.numbers.amounts import Mention, find_amounts
from mingbai.language.text import words_before

HOW_MUCH = "(?:多少|几多|好多)"
"""多少 as people of other places say it."""
_COUNTED = ("ordinal", "count")
_MAYBE_BESIDE = (None, COST, "used_this_year")
_OTHER_SUM = re.compile("(?:那么?)?(?:块钱?|元)?呢")
_MAYBE_ABOVE = (None, COST, EXCESS, "deductible", "own_share")
_NOTHING: Mapping[str, FactValue] = {}
_MET = f"{CHOICE}deductible_met"
_OWN_SHARE, _SELF_FUNDED, _LIMIT_USED = "own_share", "self_funded", "limit_used"
_PAID_HIMSELF = re.compile("(?:自己|自家|自个儿?|个人)[^,。;负担]{0,3}[掏出付花贴垫拿][^,。;]{0,3}$")
_LEFT_OUT = re.compile("不算|不含|不包|除[了开去]|去掉|扣[掉除]|刨")  # 除了自费的自己掏了2万
_NOT_IN_IT = re.compile("(?:不含|不包括|不包含)(?:个人|自己|应|该|要|的){0,3}$")
_OF_HEADS = re.compile("人数(?:一共|总共|共|约|大概|预计|有|是|为|按)*$")
_ENDS = re.compile(r"[了过的]{0,2}[,,。;;!!??、\n]")
_PUNCTUATION = re.compile(r"[,,。;;!!??、\n]")
_PAYS_IN = re.compile(r"[交缴][^,。花住]{0,4}$")
_PAID = "(?:扣|交|付|出)(?:过|了|满|完|掉)"
_PAID_AFTER = re.compile(f"[^,。;]{{0,3}}{_PAID}")  # 起付线1300已经交过
_PAID_BEFORE = re.compile(f"{_PAID}[^,。;]{{0,3}}$")  # 起付线今年已经扣过650
_RISE = re.compile(r"(?:新增|增加|提高|上调|多出来?)[了的到]{0,2}$")  # 新增的10元 is part of a rate, not a bill
_ONCE = re.compile(
    "了?[一两二三四五1-9][次回趟](?!:|[,]?(?:分别|各)?是|[,]?分别)"
)  # 报过三次:4万、3万5 tells what was paid
_BEHIND = re.compile("的?(?:以后|之后|后)")
# 门槛费低,三万报多少: how it is and not how much
_DESCRIBED = re.compile("(?:[很又还也挺是]|比较|特别|[这那]么)*(?:便宜|[低高贵少])(?:[些点的了呀得]|很|多)*[,。;]")
_WHOLE = re.compile("总共|一共|总费用|共计|合计|多少|几[成多]|好多")
_WHOLE_BILL = re.compile("总(?:账单?|费用|花费|金额|额)(?:是|有|为|共|一共)*$")  # 自费加起来她一共掏多少(总账8800)
_HEARSAY = re.compile("(隔壁|邻居|别人|人家|有人|听说|听人|网上)[^,。;!?]*$")
_POINTED_BACK = re.compile("(?:多|超|剩|余)(?:出|下)?来?的?[那这]个?$")  # 十三万,多出来那三万: part of the one before
_LEFT, _BORNE = re.compile("[剩余]|还有"), re.compile("自|个人|报完|报过|[掏垫]")
_IS = re.compile("(?:块钱?|元)?(?:,?[全都]+是|就?(?:是|属于|算))的?")
_ONLY_SPENT, _THING = re.compile("(?:一共|总共|就|又)?(?:花|用)了?(?:有|掉)?"), re.compile("(?:药品?|针)$")
_GLUED = re.compile("[0-9][A-Za-z]+$|\u2044$")
_DIGIT = re.compile("[0-9一二三](?![0-9]*(?:天|个?月|周|星期))")  # 住了20天 三级医院 names a stay, its days stay
_BARE_PREMIUM = re.compile("[我是交缴的那这种个档块元钱吧啊呀,。. ]|一年|每年")
_SHORT_ANSWER = 8
_REACH_OF_WORDS = 12
_REACH_OF_NAME = 20
_CLOSE = 4  # characters behind a sum within which its name begins
_UNDER_AGE = Decimal(18)
_LEAST_BARE_SUM = 100
_YEARS = range(1990, 2036)
_REACH = 4
_PAID_AGAIN = ("二次补", "二次报", "二次赔", "二次能", "二次再", "二次给")
_SPENT_RIGHT = re.compile("(?:花|付|掏|交|用|费|药)了?$")  # 门诊花2010, 药费2020; 住院2000 is a round sum
# 到手能报七千吧, 人家说按65%报390对不对: what somebody guesses or was told would be paid
_PAID_OUT = re.compile(
    "(?:能|可以|该|会|给|应该|按[^,。;]{1,8})[^,。;花]{0,3}[报补赔拿领](?:销|到手|到|回来?|得|个|上)?(?:到|个)?$|到手$"
)
_GUESSED = re.compile("[^,。;]{0,3}[,]?(?:吧|对吗|对不对|对么|对不(?=[?。,]|$)|是吗|是不是|没错吧|有没有错)")
# 算出来应该报11万多,实际最多给多少: what the ratio would give
_RECKONED = re.compile("(?:算(?:出来|下来|起来|着)|[按照]比例|按理|理论上)[^,。;]{0,8}$")
_WOULD_BE_PAID = "是算出来该报的钱,不是花的钱,没有算进去"
_SPENT_THEN_BLANK = re.compile("(?:住|花|用|住院|[住花用]了) ?$")
_COUNTED_ILLNESS = re.compile("(?:慢性|慢特|慢|特殊|特|老)?病(?![人号房床友历])")
_ILLNESS = re.compile("[^,。;]{0,4}病")
_ILL_WITH = re.compile("病[^,。;]{0,3}$")
_INTO_HOSPITAL = re.compile("住|入院|进(?:了|过)?[^,。;进]{0,3}医?院")
_SPENT_AGAIN = re.compile(  # 超四万线以后用了三万, and then 要是又用了五万: of the same kind
    "(?:又|再|要是|如果|假如|换成|^那)[^,。;住总共院]{0,4}(?:花|用|出|有|是)了?(?:个|掉|去)?$"
)
_PROBLEMS = {
    "negative": "“{}”是负数,费用不能是负的,请再说一遍花了多少钱",
    "zero": "“{}”就是没有花钱,没有可以报销的;请说一下实际花了多少",
    "unreadable": "“{}”我看不懂是多少钱,请写成数字,比如 30000",
    "rate_per": "“{}”是每天或每月的数,请说一下总共花了多少钱,或者一共几天、几个月",
    "foreign": "“{}”不是人民币,请按结算单上的人民币说一遍花了多少钱",
}


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
        roles = [
            (word.start, word.end, word.name)
            for word in found
            if word.kind == "amount"
            and not (
                (word.is_denied and word.name == _SELF_FUNDED)
                or _is_once(text, word)
                or _is_behind(text, word)
                or _is_left_out(text, word)
                or _is_met(word, found)
            )
        ]
        known = marks(text, found)
        every = find_amounts(_without_choices(text, found))
        notes.caps.extend(caps_named(text, every))
        mentions = without_what_is_beside(text, every)
        added = on_top(text, mentions, told)
        if added:
            mentions.remove(added.more)
            notes.tells_whole = True
        ahead = paid_ahead(text, mentions, known)
        notes.uncounted.extend(Uncounted(one.text.strip(), AHEAD, one.value) for one in ahead)
        lent = advanced(text, mentions)
        notes.uncounted.extend(Uncounted(one.text.strip(), ADVANCED, one.value) for one in lent)
        ahead += lent
        beside = {one.mention: one.why for one in self._beside.of(text, mentions, has_bill=bool(told))}
        mentions, hows = in_turn(text, [one for one in mentions if one not in ahead], known)
        notes.reckoned.extend(hows)
        mentions = as_visit_costs(text, mentions)
        counts = [one for one in mentions if one.kind == "count"]
        previous_end, is_beyond, meant = 0, False, self._put_right(text, told)
        for number, mention in enumerate(mentions):
            if mention.kind in _COUNTED:
                self._note_count(text, mention, mentions[number + 1 :], asked, notes)
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
            following = next(starts, len(text) + _SHORT_ANSWER)
            role = as_within(text, _role(text, roles, previous_end, mention, following), mention)
            role = added.fact if added and mention.start == added.whole.start else role
            if role in _MAYBE_ABOVE and is_above_deductible(text, mention):
                role = _OWN_SHARE
                notes.facts["deductible_met"] = "是"
            gap = text[previous_end : mention.start]
            is_beyond = is_beyond or is_beyond_cap(gap)
            if is_beyond and _may_be_rest(role, gap) and not _WHOLE.search(gap):
                role = EXCESS
            said_from, previous_end, is_beyond = previous_end, mention.end, False
            if mention.kind in ("amount", "number") and (outside := outside_of_whole(text, mention, notes.sums, BILLS)):
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
        if text.endswith("不是", 0, mention.start) or (role == "used_this_year" and _is_hearsay(text, mention)):
            return
        if _GLUED.search(words_before(text, mention.start)):  # 1e9元, 0x7530元, ¼万
            notes.problem = notes.problem or (role or bill, _PROBLEMS["unreadable"].format(mention.text.strip()))
            return
        if self._note_no_bill(text, mention, role, asked, notes) or _is_pointed_back(text, mention, notes):
            return
        if mention.kind == "number" and not self._is_yuan(text, mention, role, asked, notes):
            return
        rest = text[: mention.start] + text[mention.end :]
        is_other = bill not in (COST, asked) and _OTHER_SUM.fullmatch(
            rest
        )  # 八万呢 puts another sum, and answers nothing
        answers = asked and self._kinds[asked] == "amount" and not (CORRECTION.search(text) or is_other)
        fact = role or (asked if asked and answers else bill)
        if fact == COST and bill == EXCESS and _SPENT_AGAIN.search(words_before(text, mention.start)):
            fact = EXCESS
        if fact == COST and (_RISE.search(words_before(text, mention.start)) or _is_guess(text, mention)):
            return
        if fact == COST and _is_reckoned(text, mention):
            notes.uncounted.append(Uncounted(mention.text.strip(), _WOULD_BE_PAID))
            return
        if fact == "deductible" and _is_paid(text, mention):
            fact = "deductible_paid"
        notes.lacks_time = notes.lacks_time or mention.kind == "rate_per"
        if mention.kind in _PROBLEMS:
            notes.problem = notes.problem or (fact, _PROBLEMS[mention.kind].format(mention.text.strip()))
        elif mention.kind == "range":
            notes.spans.append(Told(mention, fact))
        elif mention.kind in ("amount", "number") and mention.value is not None:
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
        if asked and self._kinds[asked] == "count" and len(text) <= _SHORT_ANSWER:
            notes.facts[asked] = value
            return False
        if role is not None or (asked and self._kinds[asked] == "amount"):
            return True
        is_spent = value % 1000 == 0 or _SPENT_RIGHT.search(text[max(0, mention.start - _REACH) : mention.start])
        return value >= _LEAST_BARE_SUM and bool(value not in _YEARS or is_spent)

    def _note_no_bill(self, text: str, mention: Mention, role: str | None, asked: str | None, notes: Notes) -> bool:
        """Note a figure that is an age or a premium; whether it is one, or counts those insured (参保人数80万)."""
        if _OF_HEADS.search(words_before(text, mention.start)):
            return True
        if is_age(text, mention):
            self._note_age(mention.value, notes)
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
        return not _BARE_PREMIUM.sub("", text[: mention.start] + text[mention.end :])

    def _note_age(self, age: Decimal | None, notes: Notes) -> None:
        if age is not None:
            notes.facts.setdefault("insured", "儿童" if age < _UNDER_AGE else "成人")

    def _note_count(
        self, text: str, mention: Mention, later: Sequence[Mention], asked: str | None, notes: Notes
    ) -> None:
        value, unit = mention.value, mention.unit
        if unit == "点" and later and later[0].start == mention.end:  # 三点五点二万 is no number
            whole = text[mention.start : later[0].end]
            notes.problem = notes.problem or (COST, _PROBLEMS["unreadable"].format(whole))
        elif value is None:
            return
        elif is_tier(text, mention, self._prices):
            notes.premiums.append(value)
        elif (
            unit == "种"
            or (unit == "样" and _is_of_illness(text, mention))
            or (unit == "个" and _COUNTED_ILLNESS.match(text, mention.end))
        ):
            notes.facts["diseases"] = value
        elif unit == "岁":
            self._note_age(value, notes)
        elif text.startswith(_PAID_AGAIN, mention.start):  # 二次补多少 counts no stay
            return
        elif unit in ("次", "回", "趟") and (
            _INTO_HOSPITAL.search(text) or asked == "admission" or len(text) <= _SHORT_ANSWER
        ):
            if mention.kind == "ordinal" or value > 1 or asked == "admission":
                notes.facts["admission"] = value
        elif asked and self._kinds[asked] == "count":
            notes.facts[asked] = value


def _is_once(text: str, word: Found) -> bool:
    """Whether it is only said how often something was paid this year (住院报过一次,现在又住院8000)."""
    return word.name == "used_this_year" and _ONCE.match(text, word.end) is not None


def _is_behind(text: str, word: Found) -> bool:
    """Whether a deductible is only passed (过了起付线以后又花了3万), or only said to be low."""
    is_named = word.name == "deductible"
    return is_named and (_BEHIND.match(text, word.end) or _DESCRIBED.match(text, word.end)) is not None


def _is_met(word: Found, found: Sequence[Found]) -> bool:
    """Whether a deductible is told as met without its figure (8000 门槛费今年交过了)."""
    met = (one for one in found if one.kind == _MET)
    return word.name.startswith("deductible") and any(one.start < word.end and word.start < one.end for one in met)


def _is_left_out(text: str, word: Found) -> bool:
    """Whether what somebody bore is said not to be in a sum (不含自付的医疗费21万)."""
    return word.name in (_OWN_SHARE, _SELF_FUNDED) and _NOT_IN_IT.search(words_before(text, word.start)) is not None


def _may_be_rest(role: str | None, gap: str) -> bool:
    """Whether a sum behind a bound may be what lies above it (四万顶格了,剩下七万): nobody is said to bear it."""
    return role in (None, COST) or (role == _OWN_SHARE and _LEFT.search(gap) is not None and not _BORNE.search(gap))


def _is_pointed_back(text: str, mention: Mention, notes: Notes) -> bool:
    """Whether a figure is a part of a larger sum told before it (超出来十三万,多出来那三万咋办)."""
    value, before = mention.value, text[max(0, mention.start - _REACH_OF_NAME) : mention.start]
    return bool(value and _POINTED_BACK.search(before)) and any(one.value > value for one in notes.sums if value)


def _is_of_illness(text: str, mention: Mention) -> bool:
    """Whether a count is one of illnesses (两样慢病, 病有三样)."""
    return bool(_ILLNESS.match(text, mention.end) or _ILL_WITH.search(words_before(text, mention.start)))


def _role(
    text: str, roles: Sequence[tuple[int, int, str]], previous_end: int, mention: Mention, following: int
) -> str | None:
    """Which amount a mention is, by the words before it since the last one, else by those right behind it."""
    comma = max((m.end() for m in _PUNCTUATION.finditer(text, previous_end, mention.start)), default=previous_end)
    first = bisect_left(roles, previous_end - _REACH_OF_NAME, key=itemgetter(0))
    near = roles[first : bisect_right(roles, mention.end + _CLOSE, key=itemgetter(0))]
    taken = [one for one in near if _is_of_the_one_before(text, one, previous_end)]
    for start in (comma, previous_end):
        before = [
            name
            for begin, end, name in near
            if (start <= begin or (name == EXCESS and start < end))
            and begin < mention.start
            and end <= mention.end
            and (begin, end, name) not in taken
        ]
        special = [name for name in before if name != COST]
        if special == [_SELF_FUNDED] and _WHOLE_BILL.search(text[start : mention.start]):
            return COST
        if special and special[-1] == _OWN_SHARE and _is_said_outside(text, roles, mention):
            return _SELF_FUNDED
        if before and not special and (bought := _bought(text, near, comma, mention)):
            return bought
        if EXCESS in special:  # 超过封顶线的有10万 is what lies above the cap, not the cap
            return EXCESS
        if before:
            return _SELF_FUNDED if _is_paid_outside(text, before, start, mention) else (special or before)[-1]
    for begin, end, name in near:
        if _SPENT_THEN_BLANK.search(words_before(text, mention.start)) and text.startswith(" ", mention.end):
            continue  # 第二回住 1150 起付降不降: the blank is a pause
        is_ended = following > end + 2 or _PUNCTUATION.search(text, end, following)
        is_close = mention.end <= begin <= mention.end + _CLOSE and is_ended
        if is_close and name != COST and not _PUNCTUATION.search(text, mention.end, begin):
            return name
    return None


def _bought(text: str, roles: Sequence[tuple[int, int, str]], comma: int, mention: Mention) -> str | None:
    """The amount whose name, a thing one buys, ends just before a part that only says 花了 (特殊药,花了3600)."""
    if not _ONLY_SPENT.fullmatch(text[comma : mention.start]):
        return None
    ended = (name for _, end, name in roles if end == comma - 1 and name != COST and _THING.search(text[:end]))
    return next(ended, None)


def _is_of_the_one_before(text: str, role: tuple[int, int, str], previous_end: int) -> bool:
    """Whether a name stands right behind the figure before and a sign behind it (600的起付线,2万能报多少)."""
    begin, end, name = role
    is_behind = 0 < previous_end <= begin <= previous_end + _CLOSE and name not in (COST, EXCESS)
    return is_behind and not _PUNCTUATION.search(text, previous_end, begin) and _ENDS.match(text, end) is not None


def _is_said_outside(text: str, roles: Sequence[tuple[int, int, str]], mention: Mention) -> bool:
    """Whether a figure is said right behind it to lie outside the list (剩下的里头有1500是目录外自费)."""
    behind = (begin for begin, _, name in roles if name == _SELF_FUNDED and begin >= mention.end)
    return any(_IS.fullmatch(text, mention.end, begin) for begin in behind)


def _is_paid_outside(text: str, names: Sequence[str], start: int, mention: Mention) -> bool:
    """Whether what somebody paid himself is what lies outside the list (目录外的材料自己掏了两万八)."""
    said = text[start : mention.start]
    is_own = names[-1] == _OWN_SHARE and _SELF_FUNDED in names and _PAID_HIMSELF.search(said)
    return bool(is_own) and not _LEFT_OUT.search(said)


def _without_choices(text: str, found: Sequence[Found]) -> str:
    """The text with the digits of choices blanked: 150那档 is no amount, and 一甲 adds nothing to 1000块."""
    characters = list(text)
    for word in found:
        if word.kind.startswith(CHOICE):
            characters[word.start : word.end] = _DIGIT.sub("□", "".join(characters[word.start : word.end]))
    return "".join(characters)


def _is_paid(text: str, mention: Mention) -> bool:
    """Whether a figure is said to have been paid already."""
    return bool(_PAID_AFTER.match(text, mention.end) or _PAID_BEFORE.search(words_before(text, mention.start)))


def _is_guess(text: str, mention: Mention) -> bool:
    """Whether a figure is what somebody expects to be paid, and asks about (到手能报七千吧)."""
    return bool(_PAID_OUT.search(words_before(text, mention.start)) and _GUESSED.match(text, mention.end))


def _is_reckoned(text: str, mention: Mention) -> bool:
    """Whether a figure is what somebody worked out to be paid before any cap (算出来应该报11万多)."""
    before = words_before(text, mention.start)
    return _PAID_OUT.search(before) is not None and _RECKONED.search(before) is not None


def _is_hearsay(text: str, mention: Mention) -> bool:
    """Whether a figure is what somebody else is said to have got (隔壁说他报了27000)."""
    return _HEARSAY.search(words_before(text, mention.start)) is not None
