"""What one sentence says: facts, amounts with their roles, places, schemes, what is asked, what cannot be used."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise, product

from mingbai.corpus.spoken import Asks
from mingbai.corpus.vocabulary import DONT_KNOW, SERVICE_ON, Choice, Vocabulary
from mingbai.language.asked_again import asked_again, asked_of_each, asked_one_by_one
from mingbai.language.asking import HOW_MUCH, plainly_asked
from mingbai.language.bills.alternatives import are_alternatives, are_seen_alone
from mingbai.language.bills.births import BIRTH, is_whole_birth
from mingbai.language.bills.divided import divided
from mingbai.language.bills.earlier_stays import earlier_stays
from mingbai.language.bills.one_illness import as_one_care, of_one_illness
from mingbai.language.bills.several import Bill, bills
from mingbai.language.bills.sums import BILLS, OF_A_BILL
from mingbai.language.figures.changes import Change, changed
from mingbai.language.figures.roles import FigureReader
from mingbai.language.hearing import Hearing, asked_for
from mingbai.language.lexicon import CHOICE, Found, Lexicon
from mingbai.language.not_knowing import NotKnowing
from mingbai.language.notes import COST, FactValue, Notes, Uncounted
from mingbai.language.numbers.counts_compared import counts_compared
from mingbai.language.numbers.dates import find_dates
from mingbai.language.people.grown import as_grown, perhaps_grown
from mingbai.language.people.illnesses import illnesses_named
from mingbai.language.people.told_of_others import helped, only_beside, there, where_others_live, whether_chosen
from mingbai.language.people.transfers import moved_unapproved, of_one_way
from mingbai.language.scenes import SceneReader
from mingbai.language.text import normalise, words_before
from mingbai.language.unlisted_places import unlisted_places

LONGEST = 2_000
"""Characters of a message that are read; what goes beyond is not a question to a counter."""

_NO_MORE = "最顶至么好很许差不起0-9一二两三四五六七八九十百千万亿块元几"  # 最多报多少, 一万多报多少
_MORE = rf"[多少]{HOW_MUCH}|(?<![{_NO_MORE}])[多少][报补赔得拿出掏付扣领给][到回了得]?{HOW_MUCH}"
_OR_NOT = r"差不差|(?:一样|差得?多|有差)不(?=[,。;?!\s]|$)"  # 跟没退休的差不差, 跟在职的一样不
# 二级还是三级; not 也还是在本地, and not what stays as it was: 换成二级,还是交150
_OR = "(?<!也)还是(?!一样|同样|原来|老样|那么多|这么多)(?<![,。;!]还是(?=[交花那这前刚]))"
_COMPARING = re.compile(
    rf"差{HOW_MUCH}|差几|差在|{_OR_NOT}|差别|区别|不同|不一样|一样[多吗么]|谁.{{0,4}}[多少]|哪个|哪种|哪家|划算|{_OR}|相比|比较|对比|分别|各(?:报|能|封|最|自|是|[付出掏贴](?!了))|{_MORE}|比(?!例).{{1,8}}(多|少)"
)
_HELD_BESIDE = re.compile(
    "(?:和|跟|与|同)[^,。;?!]{1,12}比(?:一?比|一?下)?(?:呢|吧|啊|看|怎么?样|如何)?(?=[,。;?! ]|$)"
)
_PART = re.compile(r"(?:其中|包括|包含|含|里面?有?|另外?)的?[^,。;0-9]{0,4}$")
_PAID_BEFORE = re.compile("(已经?|之前|前面)[报补赔]")  # 住院已经报了9万,门诊花3万
_DIFFERENCE = re.compile(
    rf"差{HOW_MUCH}|差几|差在|{_OR_NOT}|差别|区别|不一样|相差|划算|相比|{_MORE}|比(?!例).{{1,8}}(多|少)"
)
_ELIGIBLE = re.compile(
    r"(能|可以|给|让|算|属于|管).{0,14}(报|享受|参加|参保|办|补|救助|免).{0,12}(吗|么|不|没有?|伐)[??]?|(报|管|补)不(报|管|补|了)"
    r"|(可不可以|需不需要|是不是|([行要用能算管给认赔补收让])不\7)|(吗|(?<![什怎])么|伐)[??。]?$|(能|给|要|会|行|可以|算|管)[^,。;]{0,12}不[??。]?$"
)
_TREATED = re.compile("住院|出院|看病|就诊|治疗|入院|看的|住的")
_YES = re.compile(r"^(是的?|有的?|对的?|嗯+|办了|办过了?|有备案|登记了|已办|好像有)[了呢啊吧。!]*$")
_NO = re.compile(r"^(不是|没有?|没办|没有办|否|不|未办|无|没登记)[了呢啊吧。!]*$")


_HEARD_AS: Mapping[Asks | None, str] = {
    "amount": "estimate",
    "premium": "money_rule",
    "deductible": "fact",
    "share": "fact",
    "cap": "fact",
    "documents": "documents",
    "where": "procedure",
    "when": "procedure",
    "how": "procedure",
    "whether": "eligibility",
    "who": "fact",
    "what": "fact",
}
"""The intent of what is asked for in words that no list of intents has."""
_NO_PAPERS = re.compile("条件|原因|情形")  # 要什么条件 sounds like 要什么材料
_OF_THE_TEXT = re.compile(  # 材料里头一段的下限印丢了: what somebody reads, and no papers to hand in
    "(?:材料|资料)(?:(?:里[头面]?|上[头面]?|中)(?=[^,。;?!带交]{0,14}(?:印|写|说|讲|提到|规定))|(?=(?:说|讲|写|没写)))"
)
_NEVER_COMPARING = ("documents", "where", "when", "how", "who")
"""What may be asked for with words of comparing (低保户比一般人要多带什么) and compares nothing."""
_UNLISTED, _ELSEWHERE = "其他疾病", "外地"
_PAPER = ("证", "本", "卡")  # 两个病都办了特病证 names no treatment
_NAMING = re.compile(r"(?:[\s,。.!的()()]|医保|医疗|保险|政策|规定|待遇|情况|办法)*")
_FIGURE_TOLD = re.compile("[0-9一二两三四五六七八九十百千万](?:块|元)|[0-9]{3,}")
_ASKS_AT_ALL = re.compile(
    "[?吗么呢不没]|[哪怎咋谁几办去找要交带拿报补赔领]|多[少久长]|什么|时候|如何|流程|手续|可以|能|会"
)
_ASKED_IN_NAME = re.compile("什么|啥|[哪几谁吗]|多少|怎么|咋")  # 山东什么时候并轨 speaks of a document and asks
_GRADES, _TWICE = ("一级", "二级", "三级"), 2
_FIRST_STAY = re.compile("第一[次回趟]|头一?[次回趟]")
_NUMBERED = re.compile("第[二两三四五六七八九2-9][次回趟]")
_NONE = "无"
_MOST_CASES = 6
_NOTHING: Mapping[str, FactValue] = {}


@dataclass(frozen=True)
class Utterance:
    """One sentence, read. `facts` maps fact to value; `rough` names the amounts that are only about so much.

    `reckoned` says how sums told by the day or month came to the whole; the sentence `lacks_time` where one could not.
    `uncounted` has the sums that are none of the bill or only a part of it (押金5000, 其中检查费3000); what was
    self-funded is `taken_off` an amount beside the bill itself, or it is asked to be (要是里面有3000目录外).
    Several `bills` have each their own facts, their sum is in `facts`; they `are_several` where one is to be chosen.

    `compared` holds the values put side by side, those of several facts case by case. `spoken` has the words by which
    a place was named (渝北 for 重庆市), `denied_places` those it is said not to be; `is_bare_name` where nothing is
    said but the name of a place, scheme or document. `premiums` is what the insurance is said to cost,
    `caps` what it is said to pay at most.

    `heard` has the words of facts that were told as nobody wrote them down, `asks` what is surely asked for, `change`
    how the bill told before changes (少花5000呢). `unknown` are the facts said not to be known; what says so is no part
    of `text` unless nothing else is said. `denied` has the choices that are said not to hold (不是学生).
    """

    text: str
    facts: Mapping[str, FactValue]
    compared: Mapping[str, tuple[str, ...]]
    places: tuple[str, ...]
    policies: tuple[str, ...]
    other_places: tuple[str, ...]
    schemes: tuple[str, ...]
    terms: tuple[str, ...]
    intents: frozenset[str]
    problem: tuple[str, str] | None
    rough: frozenset[str] = frozenset()
    reckoned: tuple[str, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()
    taken_off: str | None = None
    lacks_time: bool = False
    spoken: Mapping[str, str] = field(default_factory=dict)
    denied_places: tuple[str, ...] = ()
    is_bare_name: bool = False
    premiums: tuple[Decimal, ...] = ()
    caps: tuple[Decimal, ...] = ()
    bills: tuple[Bill, ...] = ()
    are_several: bool = False
    heard: Mapping[str, str] = field(default_factory=dict)
    asks: Asks | None = None
    change: Change | None = None
    unknown: frozenset[str] = frozenset()
    denied: Mapping[str, str] = field(default_factory=dict)

    @property
    def says_nothing_new(self) -> bool:
        """Whether it holds neither a fact nor a place nor a scheme nor a term, nor changes the bill by itself."""
        if self.multiplies:
            return False
        return not (self.facts or self.places or self.policies or self.schemes or self.terms or self.compared)

    @property
    def tells_only_unknown(self) -> bool:
        """Whether it says that something is not known, and nothing else."""
        return bool(self.unknown) and not self.intents and self.facts.keys() == self.unknown

    @property
    def multiplies(self) -> bool:
        """Whether it asks for so many times the bill told before (翻一倍呢)."""
        return self.change is not None and self.change.times is not None


class SentenceReader:
    """Reads sentences with one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        self._vocabulary = vocabulary
        self._lexicon = lexicon
        self._hearing = Hearing(vocabulary)
        self._figures = FigureReader(vocabulary, self._hearing, lexicon.tier_prices)
        self._not_knowing = NotKnowing(vocabulary.facts)
        self._scenes = {name: SceneReader(scene) for name, scene in vocabulary.scenes.items()}
        self._typos = re.compile("|".join(map(re.escape, vocabulary.typos)) or "(?!)")

    def read(
        self,
        sentence: str,
        asked: str | None = None,
        bill: str = "cost",
        told: Mapping[str, FactValue] = _NOTHING,
        of_rule: Collection[Decimal] = (),
    ) -> Utterance:
        """What a sentence says.

        `asked` is the fact the assistant had just asked for, so that a bare answer counts; `bill` the amount spoken of
        so far, to which an amount without a name of its own belongs (那12万呢); `told` has the facts of the last
        message with an amount, which a bare figure may put right (说错了,是8千); `of_rule` the figures of the rule
        meant, which are no bills where the words speak of it (自负5000以上).
        """
        text = normalise(sentence[:LONGEST])
        text = plainly_asked(self._typos.sub(lambda typo: self._vocabulary.typos[typo[0]], text))
        unknown, rest = self._not_knowing.of(text, asked)
        text = rest or text
        found, heard = self._found(text) if rest else ((), {})
        notes = (
            self._read_again(text, bill) or self._noted(text, found, asked, bill, told, of_rule) if rest else Notes()
        )
        if {"care", *BILLS} & notes.facts.keys() and (child := perhaps_grown(text, found)):
            heard.setdefault("insured", child)
        for fact in unknown - notes.facts.keys() - notes.compared.keys():
            notes.facts[fact] = DONT_KNOW
        as_one_care(text, notes)
        told_apart = self._parts_of_told(text, told)
        if told_apart:
            notes = Notes(facts={COST: told[COST]})
        told_apart = told_apart or self._told_apart(text, found, notes)
        return Utterance(
            text=text,
            facts=notes.facts,
            compared=notes.compared,
            places=_names(found, "place"),
            policies=_names(found, "policy"),
            other_places=(*_names(found, "other_place"), *unlisted_places(text, found)),
            schemes=_names(found, "scheme"),
            terms=_names(found, "term"),
            intents=self._intents(text) if rest else frozenset(),
            problem=notes.problem,
            rough=frozenset(notes.rough & notes.facts.keys()),
            reckoned=tuple(notes.reckoned),
            uncounted=tuple(dict.fromkeys(notes.uncounted)),
            taken_off=notes.taken_off,
            lacks_time=notes.lacks_time,
            spoken={one.name: text[one.start : one.end] for one in found if one.kind == "place" and not one.is_denied},
            denied_places=tuple(one.name for one in found if one.kind == "place" and one.is_denied),
            is_bare_name=_is_bare_name(text, found),
            premiums=tuple(dict.fromkeys(notes.premiums)),
            caps=tuple(dict.fromkeys(notes.caps)),
            bills=told_apart,
            are_several=notes.are_several,
            heard={**notes.heard, **heard},
            asks=asked_for(text) if rest else None,
            change=None if notes.tells_whole else changed(text),
            unknown=unknown,
            denied={
                one.kind.removeprefix(CHOICE): one.name
                for one in found
                if one.is_denied and one.kind.startswith(CHOICE) and one.kind.removeprefix(CHOICE) not in notes.facts
            },
        )

    def _found(self, text: str) -> tuple[tuple[Found, ...], dict[str, str]]:
        """The words of a sentence that tell something, and of those that were only heard each by its fact."""
        found = as_grown(text, self._lexicon.find(text))
        heard = self._hearing.choices(text, found)
        elsewhere, before = where_others_live(text, found), earlier_stays(text)
        found = tuple(one for one in found if one not in elsewhere and not before.tells(one))
        heard = tuple(one for one in heard if not before.tells(one))
        return (*found, *heard), {one.kind.removeprefix(CHOICE): text[one.start : one.end] for one in heard}

    def _noted(
        self,
        text: str,
        found: Sequence[Found],
        asked: str | None,
        bill: str,
        told: Mapping[str, FactValue] = _NOTHING,
        of_rule: Collection[Decimal] = (),
    ) -> Notes:
        notes = Notes()
        self._read_choices(text, found, notes)
        self._figures.read(text, found, asked, bill, notes, told, of_rule)
        if named := illnesses_named(text, found):
            notes.facts.setdefault("diseases", Decimal(named))
        for fact, count in self._hearing.counts(text).items():
            notes.facts.setdefault(fact, count)
        self._read_counts_compared(text, notes)
        self._read_each_asked(text, found, notes)
        self._count_on(text, notes)
        self._read_bare_answer(text, found, asked, notes)
        self._read_day(text, asked, notes)
        return notes

    def _read_counts_compared(self, text: str, notes: Notes) -> None:
        """Counts put side by side (第一次和第二次), unless each has a bill of its own."""
        is_one_bill = len({one.value for one in notes.sums if one.fact in BILLS}) <= 1
        counted = counts_compared(text) if not notes.compared and is_one_bill and _is_held_beside(text) else {}
        for fact, values in counted.items():
            notes.facts.pop(fact, None)
            notes.compared[fact] = values

    def _read_each_asked(self, text: str, found: Sequence[Found], notes: Notes) -> None:
        """The choices of a fact of which the same sum is asked one by one (超了2万,在职报多少,退休又报多少)."""
        is_one_bill = len([one for one in notes.sums if one.fact in BILLS]) == 1
        if notes.compared or not is_one_bill:
            return
        for fact in notes.facts.keys() - {"care"}:
            words = [one for one in found if one.kind == CHOICE + fact and not one.is_denied]
            values = tuple(dict.fromkeys(one.name for one in words))
            if len(values) > 1 and asked_one_by_one(text, [(one.start, one.end) for one in words]):
                notes.facts.pop(fact)
                notes.compared[fact] = values
                return

    def _count_on(self, text: str, notes: Notes) -> None:
        """The stay after those of this year that are told (今年住过两次了,这次 is the third), unless its number is."""
        if (before := earlier_stays(text).counted) and not notes.compared and not _NUMBERED.search(text):
            notes.facts["admission"] = Decimal(before + 1)

    def _told_apart(self, text: str, found: Sequence[Found], notes: Notes) -> tuple[Bill, ...]:
        """The bills that are told one by one, with what is only theirs taken out of the notes.

        They are the cases compared where a difference is asked for.
        """
        told = of_one_illness(text, bills(text, found, notes, lambda words: self._choices(text, words)))
        own = {fact for one in told for fact in one.facts}
        amounts = {one.fact for one in notes.apart}
        for fact in (own | {"admission", "in_all"}) - amounts if told else ():
            notes.facts.pop(fact, None)
            notes.compared.pop(fact, None)
        if not own.isdisjoint(OF_A_BILL):
            notes.reckoned.clear()
        if are_alternatives(text, found, told, notes.apart):
            notes.facts |= {fact: told[0].facts[fact] for fact in amounts}
            notes.compared |= {fact: tuple(str(one.facts[fact]) for one in told) for fact in own - amounts}
            return ()
        if are_seen_alone(text, told):
            told = tuple(replace(one, is_alone=True) for one in told)
        if not _DIFFERENCE.search(text) or any(own - one.facts.keys() for one in told):
            return told
        for fact in own:
            notes.facts.pop(fact, None)
            notes.compared[fact] = tuple(str(one.facts[fact]) for one in told)
        return ()

    def _choices(self, text: str, found: Sequence[Found]) -> dict[str, FactValue]:
        """The choices of some of the words found, the last of several."""
        notes = Notes()
        self._read_choices(text, found, notes)
        return {**notes.facts, **{fact: values[-1] for fact, values in notes.compared.items()}}

    def _parts_of_told(self, text: str, told: Mapping[str, FactValue]) -> tuple[Bill, ...]:
        """The bill told before as two, where a message says where so much of it was and where the rest."""
        halves, whole = divided(text), told.get(COST)
        if halves is None or not isinstance(whole, Decimal):
            return ()
        part, rest = ({**self._noted(one, self._found(one)[0], None, COST).facts} for one in halves)
        sum_of_part = part.pop(COST, None)
        is_divided = isinstance(sum_of_part, Decimal) and sum_of_part < whole
        if not is_divided or COST in rest or not all({"care", "hospital_level"} & one.keys() for one in (part, rest)):
            return ()
        assert isinstance(sum_of_part, Decimal)
        return Bill({**part, COST: sum_of_part}), Bill({**rest, COST: whole - sum_of_part})

    def _read_again(self, text: str, bill: str) -> Notes | None:
        """What a message says that asks the same of a second value of one fact (大病付多少?退休呢), both compared."""
        parts = asked_again(text)
        if parts is None:
            return None
        told, varied = parts
        notes = self._noted(told, self._found(told)[0], None, bill)
        kinds = {name: fact.kind for name, fact in self._vocabulary.facts.items()}
        sums = [name for name in notes.facts if kinds[name] == "amount"]
        kind = next((name for name in sums if name in BILLS), sums[0] if sums else bill)
        varied = f"那{varied}"  # 花6万 is of the kind told before it, as in a message of its own
        again = self._noted(varied, self._found(varied)[0], None, kind)
        (fact, value), *more = again.facts.items() or [("", "")]
        first = notes.facts.get(fact, "" if self._may_be_unsaid(fact) else None)
        if fact == "admission" and (first is None or _FIRST_STAY.search(told)):
            first = "1"
        is_held = fact == "admission" or kinds.get(fact) in ("choice", "amount")
        if more or first in (None, value) or not is_held or notes.compared or notes.problem:
            return None
        notes.facts.pop(fact, None)
        notes.compared[fact] = (str(first), str(value))
        return notes

    def _may_be_unsaid(self, fact: str) -> bool:
        """Whether a case can be worked out without saying this of it (报多少,要是没登记又报多少)."""
        known = self._vocabulary.facts.get(fact)
        return known is not None and known.kind == "choice" and bool(known.assumed or known.is_yes_or_no)

    def _intents(self, text: str) -> frozenset[str]:
        lowered = _OF_THE_TEXT.sub(" ", text.lower())
        said = [(name, word) for name, words in self._vocabulary.intents.items() for word in words if word in lowered]
        intents = {name for name, word in said if not _stands_only_in_longer(word, lowered, (one for _, one in said))}
        if _COMPARING.search(text):
            intents.add("compare")
        if _DIFFERENCE.search(text):
            intents.add("difference")
        if _HELD_BESIDE.search(text):
            intents |= {"compare", "difference"}
        if "多少" not in text and _ELIGIBLE.search(text):
            intents.add("eligibility")
        intents.update(name for name, scene in self._scenes.items() if scene.told(text))
        if any(subject in lowered for subject in self._vocabulary.other_subjects):
            intents.add("other_subject")
        asks = asked_for(text)
        if asks not in (None, "quiz"):
            intents.discard("quiz")
        if asks in _NEVER_COMPARING:
            intents -= {"compare", "difference"}
        if asks == "documents" and _NO_PAPERS.search(text):
            asks = None
        # icu,自付1元,广西大病保险 only tells
        is_asking = _FIGURE_TOLD.search(text) is None or _ASKS_AT_ALL.search(text)
        if asks in _HEARD_AS and is_asking and intents.isdisjoint(_HEARD_AS.values()):
            intents.add(_HEARD_AS[asks])
        return frozenset(intents)

    # -- choices -----------------------------------------------------------------------------------------------------

    def _read_choices(self, text: str, found: Iterable[Found], notes: Notes) -> None:
        said: dict[str, list[str]] = {}
        places: dict[str, list[int]] = {}
        found = tuple(found)
        names = {
            *_names_of_sums(text, found, self._vocabulary.facts["care"].choices),
            *(elsewhere := there(text, found)),
            *helped(text, found),
            *self._figures.givers(text, found),
            *whether_chosen(text, found),
            *moved_unapproved(text, found),
            *(() if _is_held_beside(text) else only_beside(text, found)),
        }
        order: list[tuple[str, str]] = []
        for word in found:
            if word.kind.startswith(CHOICE) and not word.is_denied and word not in names:
                order.append((word.kind.removeprefix(CHOICE), word.name))
                places.setdefault(word.kind.removeprefix(CHOICE), []).append(word.start)
                values = said.setdefault(word.kind.removeprefix(CHOICE), [])
                if word.name in values:
                    values.remove(word.name)
                values.append(word.name)
        for fact, values in said.items():
            kept = self._vocabulary.joined_care(values) if fact == "care" else self._narrow(fact, values)
            kept = kept[-1:] if _are_one(text, fact, found) else kept
            kept = [BIRTH] if fact == "care" and is_whole_birth(text, found) else kept
            is_each_asked = self._vocabulary.facts[fact].is_yes_or_no and asked_of_each(text, places[fact])
            if len(kept) > 1 and (is_each_asked or _is_held_beside(text)):
                notes.compared[fact] = tuple(kept)
            else:
                notes.facts[fact] = kept[-1]
        if elsewhere and "care_place" not in said:
            notes.facts["care_place"] = _ELSEWHERE
        if len(notes.compared) > 1:
            notes.compared = case_by_case(notes.compared, order)
        elif apart := of_one_way(text, found, notes.compared):
            notes.facts = {name: value for name, value in notes.facts.items() if name not in apart}
            notes.compared |= apart
        self._narrow_by_age(notes)

    def _narrow_by_age(self, notes: Notes) -> None:
        """An old person of a family of low income is one of the old of low income."""
        hardship, insured = notes.facts.get("hardship"), str(notes.facts.get("insured", "-"))
        choices = self._vocabulary.facts["hardship"].choices.items()
        narrower = (name for name, one in choices if one.counts_as == hardship and name.endswith(insured))
        if hardship and (name := next(narrower, None)):
            notes.facts["hardship"] = name

    def _narrow(self, fact: str, values: list[str]) -> list[str]:
        """我女儿上小学: a word that counts as another, or a child beside a pupil, gives way to the narrower one."""
        if fact == "insured" and "学生" in values:
            return [value for value in values if value not in ("儿童", "老人")]
        if fact == "disease" and len(values) > 1:
            return [value for value in values if value != _UNLISTED]
        return values

    # -- days ------------------------------------------------------------------------------------------------------

    def _read_day(self, text: str, asked: str | None, notes: Notes) -> None:
        """The day of the treatment, where one whole day is named beside it or was asked for."""
        days = find_dates(text)
        if len(days) != 1 or not (asked == SERVICE_ON or _TREATED.search(text)):
            return
        if days[0].on is not None:
            notes.facts[SERVICE_ON] = days[0].on
        elif asked == SERVICE_ON:
            why = "请连年份一起说" if days[0].is_real else "日历上没有这一天"
            notes.problem = (SERVICE_ON, f"“{days[0].text}”算不了,{why},比如 2014年6月30日")

    # -- bare answers ------------------------------------------------------------------------------------------------

    def _read_bare_answer(self, text: str, found: Sequence[Found], asked: str | None, notes: Notes) -> None:
        """The answer to what was asked: a bare yes or no, a scheme (城镇职工), or that it is none of those named."""
        if not asked or asked in notes.facts or asked in notes.compared:
            return
        fact = self._vocabulary.facts[asked]
        named = next((one.name for one in found if one.kind == "scheme" and one.name in fact.choices), None)
        others = fact.choices.keys() - {one.name for one in found if one.kind == f"{CHOICE}{asked}" and one.is_denied}
        if named:
            notes.facts[asked] = named
        elif _NONE in others and (len(others) < len(fact.choices) or _NO.match(text)):
            notes.facts[asked] = _NONE  # 不是贫困户; 没有
        elif len(others) == 1:
            notes.facts[asked] = next(iter(others))  # 不是二档
        elif fact.is_yes_or_no:
            if _NO.match(text):
                notes.facts[asked] = "否"
            elif _YES.match(text):
                notes.facts[asked] = "是"


def case_by_case(compared: Mapping[str, Sequence[str]], said: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The values of several facts lined up: as they were said together (一档二级和二档三级), else each with each.

    `said` are facts and values in the order of the sentence. Too many cases to read leave only the first fact.
    """
    facts = list(compared)
    order = [(fact, value) for fact, value in said if fact in compared and value in compared[fact]]
    groups = [dict(order[start : start + len(facts)]) for start in range(0, len(order), len(facts))]
    if not all(group.keys() == compared.keys() for group in groups):
        groups = [dict(zip(facts, values, strict=True)) for values in product(*compared.values())]
    if len(groups) > _MOST_CASES:
        return {facts[0]: tuple(compared[facts[0]])}
    return {fact: tuple(group[fact] for group in groups) for fact in facts}


def _is_held_beside(text: str) -> bool:
    """Whether a message compares cases; 低保的比普通人家要多带什么 asks for papers of the one."""
    return _COMPARING.search(text) is not None and asked_for(text) not in _NEVER_COMPARING


def _is_bare_name(text: str, found: Iterable[Found]) -> bool:
    """Whether nothing stands beside the names of places, schemes and documents."""
    names = [one for one in found if one.kind in ("place", "policy", "scheme")]
    kept = set(range(len(text))) - {at for one in names for at in range(one.start, one.end)}
    is_all = _NAMING.fullmatch("".join(text[at] for at in sorted(kept))) is not None
    return bool(names) and is_all and not _ASKED_IN_NAME.search(text)


def _names_of_sums(text: str, found: Sequence[Found], choices: Mapping[str, Choice]) -> list[Found]:
    """The kinds of care that only name a part of the bill (其中门诊费2000; 住院费2万,门诊费2000), or a paper.

    A paper (特病证) is for the treatment named beside it, where that is one of those it is given for (透析,有特病证).
    """
    cares = [word for word in found if word.kind == f"{CHOICE}care"]
    named = {word.name for word in cares}
    papers = [
        word
        for word in cares
        if text.startswith(_PAPER, word.end) and any(_is_kind_of(one, word.name, choices) for one in named)
    ]
    fees = [word for word in cares if text.startswith("费", word.end) or _PAID_BEFORE.match(text, word.end)]
    told = [word for word in cares if word not in (*fees, *papers)]
    parts = [word for word in fees if _PART.search(words_before(text, word.start))]
    return papers + (fees if told or len({word.name for word in fees}) > 1 else parts)


def _is_kind_of(care: str, wider: str, choices: Mapping[str, Choice]) -> bool:
    """Whether a kind of care is one of those that a wider one covers, or counts as it (透析 as 特殊病门诊)."""
    if care == wider:
        return False
    counts_as = choices[care].counts_as
    return care in choices[wider].covers or counts_as == wider or _counts_so(counts_as, wider, choices)


def _counts_so(care: str | None, wider: str, choices: Mapping[str, Choice]) -> bool:
    return care is not None and _is_kind_of(care, wider, choices)


def _are_one(text: str, fact: str, found: Sequence[Found]) -> bool:
    """Whether all the choices of a fact name one hospital right beside each other (一级的镇卫生院, 县医院二级的)."""
    words = [one for one in found if one.kind == f"{CHOICE}{fact}" and not one.is_denied]
    graded = [one for one in words if one.name.startswith(_GRADES)]
    is_twice = len(words) == _TWICE and len(graded) == 1  # 二级三级 are two
    gaps = [text[one.end : other.start] for one, other in pairwise(words)]
    return fact == "hospital_level" and is_twice and all(one in ("", "的", "是") for one in gaps)


def _stands_only_in_longer(word: str, text: str, others: Iterable[str]) -> bool:
    """Whether a word is only part of longer ones said: 要哪些手续 is not 要哪些."""
    longer = [other for other in others if word in other and word != other]
    return bool(longer) and word not in re.sub("|".join(map(re.escape, longer)), " ", text)


def _names(found: Iterable[Found], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.name for word in found if word.kind == kind and not word.is_denied))
