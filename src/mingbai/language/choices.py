"""The choices that a sentence tells: of several words for one fact the one that holds, or those compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from mingbai.corpus.vocabulary import Choice, Vocabulary
from mingbai.language.asked_again import asked_of_each
from mingbai.language.bills.births import BIRTH, is_whole_birth
from mingbai.language.comparing import case_by_case, is_held_beside
from mingbai.language.lexicon import CHOICE, Found
from mingbai.language.notes import FactValue, Notes
from mingbai.language.people.grown import GROWN, ages
from mingbai.language.people.told_of_others import helped, only_beside, there, whether_chosen
from mingbai.language.people.transfers import moved_unapproved, of_one_way
from mingbai.language.text import words_before

__all__ = ["ChoiceReader"]

_PART = re.compile(r"(?:其中|包括|包含|含|里面?有?|另外?)的?[^,。;0-9]{0,4}$")
_PAID_BEFORE = re.compile("(已经?|之前|前面)[报补赔]")  # 住院已经报了9万,门诊花3万
_UNLISTED, _ELSEWHERE = "其他疾病", "外地"
_CONTRACTED = "定点"
_PAPER = ("证", "本", "卡")  # 两个病都办了特病证 names no treatment
_GRADES, _TWICE = ("一级", "二级", "三级"), 2


class ChoiceReader:
    """Reads choices with one vocabulary; `givers` finds the words for those who only gave money beside a bill."""

    def __init__(self, vocabulary: Vocabulary, givers: Callable[[str, Sequence[Found]], Sequence[Found]]) -> None:
        self._vocabulary = vocabulary
        self._givers = givers

    def read(self, text: str, found: Iterable[Found], notes: Notes) -> None:
        """Note the choices that the words found in a text tell, and which of them are compared."""
        said: dict[str, list[str]] = {}
        places: dict[str, list[int]] = {}
        found = tuple(found)
        names = {
            *_names_of_sums(text, found, self._vocabulary.facts["care"].choices),
            *(elsewhere := there(text, found)),
            *helped(text, found),
            *self._givers(text, found),
            *whether_chosen(text, found),
            *moved_unapproved(text, found),
            *_only_contracted(text, found),
            *(() if is_held_beside(text) else only_beside(text, found)),
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
            if len(kept) > 1 and (is_each_asked or is_held_beside(text)):
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
        self._narrow_by_age(text, notes)

    def of(self, text: str, found: Sequence[Found]) -> dict[str, FactValue]:
        """The choices of some of the words found, the last of several."""
        notes = Notes()
        self.read(text, found, notes)
        return {**notes.facts, **{fact: values[-1] for fact, values in notes.compared.items()}}

    def _narrow(self, fact: str, values: list[str]) -> list[str]:
        """我女儿上小学: a word that counts as another, or a child beside a pupil, gives way to the narrower one."""
        if fact == "insured" and "学生" in values:
            return [value for value in values if value not in ("儿童", "老人")]
        if fact == "disease" and len(values) > 1:
            return [value for value in values if value != _UNLISTED]
        return values

    def _narrow_by_age(self, text: str, notes: Notes) -> None:
        """An old person of a family of low income (我姑63,低收入家庭) is one of the old of low income."""
        hardship, insured = notes.facts.get("hardship"), str(notes.facts.get("insured", "-"))
        narrower = self._vocabulary.facts["hardship"].from_an_age(hardship)
        oldest = max((one.years for one in ages(text)), default=0) if narrower else 0
        for name, age in narrower.items():
            if name.endswith(insured) or oldest >= age:
                notes.facts["hardship"] = name
                notes.facts.setdefault("insured", GROWN)


def _only_contracted(text: str, found: Sequence[Found]) -> list[Found]:
    """The words for a level that only say that a hospital has a contract (社区住院,在县内定点的), beside its own."""
    levels = [word for word in found if word.kind == f"{CHOICE}hospital_level" and not word.is_denied]
    weak = [word for word in levels if _CONTRACTED in text[word.start : word.end]]
    return weak if len(weak) < len(levels) else []


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
