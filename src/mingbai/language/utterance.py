"""What one sentence says: facts, amounts with their roles, places, schemes, what is asked, what cannot be used."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from mingbai.corpus.spoken import Asks
from mingbai.corpus.vocabulary import DONT_KNOW, Vocabulary
from mingbai.language.answers import note_bare_answer, note_day
from mingbai.language.asked_again import asked_again
from mingbai.language.asking import plainly_asked
from mingbai.language.bills.divided import divided
from mingbai.language.bills.earlier_stays import earlier_stays
from mingbai.language.bills.one_illness import as_one_care
from mingbai.language.bills.several import Bill
from mingbai.language.bills.sums import BILLS
from mingbai.language.bills_told import bills_told_apart
from mingbai.language.choices import ChoiceReader
from mingbai.language.comparing import note_counts_compared, note_each_asked
from mingbai.language.figures.changes import Change, changed
from mingbai.language.figures.roles import FigureReader
from mingbai.language.hearing import Hearing, asked_for
from mingbai.language.intents import IntentReader
from mingbai.language.lexicon import CHOICE, Found, Lexicon
from mingbai.language.names import is_bare_name, names
from mingbai.language.not_knowing import NotKnowing
from mingbai.language.notes import COST, FactValue, Notes, Uncounted
from mingbai.language.people.grown import as_grown, perhaps_grown
from mingbai.language.people.illnesses import illnesses_named
from mingbai.language.people.told_of_others import where_others_live
from mingbai.language.text import normalise
from mingbai.language.unlisted_places import unlisted_places

LONGEST = 2_000
"""Characters of a message that are read; what goes beyond is not a question to a counter."""
_FIRST_STAY = re.compile("第一[次回趟]|头一?[次回趟]")
_NUMBERED = re.compile("第[二两三四五六七八九2-9][次回趟]")
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
        self._choices = ChoiceReader(vocabulary, self._figures.givers)
        self._intents = IntentReader(vocabulary)
        self._not_knowing = NotKnowing(vocabulary.facts)
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
        told_apart = told_apart or bills_told_apart(text, found, notes, lambda words: self._choices.of(text, words))
        return Utterance(
            text=text,
            facts=notes.facts,
            compared=notes.compared,
            places=names(found, "place"),
            policies=names(found, "policy"),
            other_places=(*names(found, "other_place"), *unlisted_places(text, found)),
            schemes=names(found, "scheme"),
            terms=names(found, "term"),
            intents=_intents(self._intents.of(text), notes) if rest else frozenset(),
            problem=notes.problem,
            rough=frozenset(notes.rough & notes.facts.keys()),
            reckoned=tuple(notes.reckoned),
            uncounted=tuple(dict.fromkeys(notes.uncounted)),
            taken_off=notes.taken_off,
            lacks_time=notes.lacks_time,
            spoken={one.name: text[one.start : one.end] for one in found if one.kind == "place" and not one.is_denied},
            denied_places=tuple(one.name for one in found if one.kind == "place" and one.is_denied),
            is_bare_name=is_bare_name(text, found),
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
        self._choices.read(text, found, notes)
        self._figures.read(text, found, asked, bill, notes, told, of_rule)
        if named := illnesses_named(text, found):
            notes.facts.setdefault("diseases", Decimal(named))
        for fact, count in self._hearing.counts(text).items():
            notes.facts.setdefault(fact, count)
        note_counts_compared(text, notes)
        note_each_asked(text, found, notes)
        self._count_on(text, notes)
        if asked:
            note_bare_answer(text, found, asked, self._vocabulary.facts[asked], notes)
        note_day(text, asked, notes)
        return notes

    def _count_on(self, text: str, notes: Notes) -> None:
        """The stay after those of this year that are told (今年住过两次了,这次 is the third), unless its number is."""
        if (before := earlier_stays(text).counted) and not notes.compared and not _NUMBERED.search(text):
            notes.facts["admission"] = Decimal(before + 1)

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


def _intents(said: frozenset[str], notes: Notes) -> frozenset[str]:
    """What is wanted; who asks if so much is paid (是不是能拿回来四十四万) wants the sum, and no yes or no."""
    if not (notes.expects_payment and (notes.has_bill_before or not notes.facts.keys().isdisjoint(BILLS))):
        return said
    return (said - {"eligibility", "compare"}) | {"estimate"}
