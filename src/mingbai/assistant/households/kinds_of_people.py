"""What each person of a household may be: of which group of the insured, and with which hardship."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product

from mingbai.assistant.households.mentions import (
    AGE,
    AGE_BARE,
    AGE_BEFORE,
    AT_SCHOOL,
    CHILDREN,
    NOT_AT_SCHOOL,
    Mention,
    any_of,
)
from mingbai.assistant.households.people import ADULT, CHILD, PUPIL, Member, Option, Persons
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.numbers.amounts import find_amounts

_NOBODY = "无"
_DENIED = "没[有得]?(?:人|哪个|谁)?|不是?|非|无"
_OF_AGE, _SCHOOL_AGE, _OLD = 18, 6, 60
_GROWN = (ADULT, "老人")
_STUDIES = re.compile("[上读念]大[学专]|大学生|本科|研究生")
_BABY = re.compile("个月(?![交缴掏出要得该一总])|幼儿园|托儿|没断奶|学龄前")
_LIVES_LONG = re.compile("[爸妈爹娘]|父亲|母亲|爷|奶|外[公婆]|公公|婆婆|公婆|岳|丈|姥|老汉|老人|老两口")
_DISABLED = re.compile("残疾")
_NOT_DISABLED = re.compile(f"(?:{_DENIED})[吃领拿有是]?(?:重度|严重)?(?:残疾|重残)")  # 没得残疾也不是低保
_DEGREE = re.compile("重度|重残|轻度|轻微|[三四34]级")
_SEVERE = "重度残疾"
_OWN_INSURANCE = re.compile(
    "(?<![没无])(?:有|参加了?|上了?|买了?|交|是)?(?:单位|公司|厂里)?[^,。;没无]{0,3}职工(?:基本)?医(?:疗保险|保)"
)


class Kinds:
    """Reads what the words about a person tell of them, by one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._words = vocabulary.facts["insured"].by_words
        self._hardships = vocabulary.facts["hardship"].by_words
        self._choices = vocabulary.facts["hardship"].choices

    def persons(self, one: Mention, of_all: str | None) -> Persons:
        """The persons of a mention; `of_all` is the hardship of the whole house."""
        groups, is_usual = _groups(one, self._words)
        poor = list(self._hardships_of(one, of_all, groups[0][0]))
        options = tuple(
            Option(Member(group, hardship), "".join(filter(None, (said, worse))))
            for (group, said), (hardship, worse) in product(groups, poor)
        )
        words = one.words or _called(groups[0][0])
        return Persons(words, one.count, options, is_usual and len(poor) == 1, _has_own_insurance(one.said))

    def hardship(self, said: str) -> str | None:
        """The hardship that words name or describe (家里收入低), not one that they deny."""
        patterns = ((name, one.pattern) for name, one in self._choices.items() if one.pattern and not one.counts_as)
        meant = next((name for name, pattern in patterns if re.search(pattern, said)), None)
        if meant is None:
            found = re.search(f"({_DENIED})?[吃领拿有是]?({any_of(self._hardships)})", said)
            meant = self._hardships[found[2]] if found and not found[1] else None
        return None if meant == _NOBODY else meant

    def _hardships_of(self, one: Mention, of_all: str | None, group: str) -> Iterator[tuple[str | None, str]]:
        """The hardships that somebody may have, with the words that would tell."""
        own = self.hardship(one.said) or of_all
        narrower = [name for name, choice in self._choices.items() if choice.pattern and choice.counts_as == own]
        narrower = narrower if own else []
        told = next((name for name in narrower if re.search(self._choices[name].pattern or "(?!)", one.said)), None)
        years = age(one)
        if told or (narrower and group in _GROWN and years is not None and years >= _OLD):
            yield told or narrower[0], ""
        elif narrower and years is None and _LIVES_LONG.search(one.words or one.said):
            yield narrower[0], f"满{_OLD}岁"
            yield own, f"不满{_OLD}岁"
        elif own != _SEVERE and _DISABLED.search(_NOT_DISABLED.sub("", one.said)) and not _DEGREE.search(one.said):
            yield own, "不是重度残疾"
            yield _SEVERE, "是重度残疾"
        else:
            yield own, ""

    @staticmethod
    def tells(said: str, words: Mapping[str, str]) -> bool:
        """Whether words say who somebody counted is."""
        is_child = re.search(CHILDREN, said)
        return bool(is_child or Kinds.is_told(said)) or any(one in said for one in words)

    @staticmethod
    def is_told(said: str) -> bool:
        """Whether words say more of somebody than that they are a child: their age, their school."""
        return any(one.search(said) for one in (AT_SCHOOL, NOT_AT_SCHOOL, AGE, _BABY))

    @staticmethod
    def is_grown(one: Mention, words: Mapping[str, str]) -> bool:
        """Whether those of a mention are grown."""
        return _groups(one, words)[0][0][0] in _GROWN


def age(one: Mention) -> Decimal | None:
    """The age told of somebody, in years."""
    told = AGE.search(one.said)
    if told is None and one.kin:
        at = one.said.find(one.words) + len(one.words)
        told = AGE_BARE.match(one.said, at) or AGE_BEFORE.match(one.said)
    return next((found.value for found in find_amounts(f"{told[1]}岁") if found.value), None) if told else None


def _groups(one: Mention, words: Mapping[str, str]) -> tuple[tuple[tuple[str, str], ...], bool]:
    """The groups that a person may be of, each with the words that would tell, and whether the first is usual."""
    is_young = one.kin in ("", "child", "self", "sibling") and not one.is_couple
    if is_young and AT_SCHOOL.search(NOT_AT_SCHOOL.sub("", one.said)):  # 六岁还没上小学
        return ((PUPIL, ""),), False
    years = age(one)
    if not is_young or one.kin == "self" or _STUDIES.search(one.said) or (years is not None and years >= _OF_AGE):
        return ((ADULT, ""),), False
    if (years is not None and years < _SCHOOL_AGE) or _BABY.search(one.said) or NOT_AT_SCHOOL.search(one.said):
        return ((CHILD, ""),), False
    open_ = ((CHILD, "没上学"), (PUPIL, "上学"))
    if years is not None:
        return open_, False
    named = [] if one.kin else [(one.said.index(word), -len(word), word) for word in words if word in one.said]
    group = words[min(named)[2]] if named else CHILD
    if one.kin == "sibling":
        return (*open_, (ADULT, "成年")), False
    return (open_, True) if group == CHILD else (((group, ""),), False)


def _called(group: str) -> str:
    return {ADULT: "大人", CHILD: "孩子"}.get(group, group)


def _has_own_insurance(said: str) -> bool:
    return _OWN_INSURANCE.search(said) is not None
