"""The heads that a message counts in one part (厂里12个人) and asks about in another (一年总共交多少)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from mingbai.assistant.households.reading import household
from mingbai.assistant.leads.family import is_by_person
from mingbai.assistant.leads.question import Question
from mingbai.assistant.planning.parts.part import Part
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import short
from mingbai.rules.stated import stated

_COSTS = re.compile(  # 大病险总共多少钱, 一年一共交多少, 公司要出多少
    "(?:一年|每年|[总一拢]共|合计|要)[要得是交缴出掏]{0,2}(?:多少|几多|好多)|[交缴掏出](?:多少|几多|好多)|保费"
)
_MOUTHS = re.compile("(?:[一全这那][家户]|[家屋]里?)[有是共一]{0,2}([两三四五六七八九2-9])口")
_OF_CARE = re.compile("[报赔补]|住院|门诊|看病|救助|滞纳金|天")


def counted_heads(text: str, vocabulary: Vocabulary, *, are_alike: bool = False) -> str:
    """How many persons alike a message counts, in words; nothing where it tells of kin, groups or some who do not pay.

    These pay each their own, so that one number of them would give a wrong sum; not where all `are_alike` in what they
    pay, whoever they are.
    """
    asked = Question.read(text)
    if are_alike and (mouths := _MOUTHS.search(text)) and not asked.not_paying:
        return f"{mouths[1]}口人"
    house = household(text, vocabulary)
    if are_alike and house and house.persons:  # 两口子加个奶奶,三个人
        return f"{short(house.heads)}个人"
    is_plain = house is not None and not house.persons and not asked.not_paying
    return f"{short(asked.heads)}个人" if asked.heads and is_plain else ""


def asks_of_heads(text: str) -> bool:
    """Whether a part of a message asks what the insurance costs and counts nobody itself."""
    return bool(_COSTS.search(text)) and not _OF_CARE.search(text) and Question.read(text).heads is None


def pay_alike(policy: Policy | None) -> bool:
    """Whether a policy tells no persons of one household apart in what they pay."""
    tables = stated(policy, PremiumRule) if policy else ()
    return bool(tables) and not any(is_by_person(one.rule) for one in tables)


def of_heads(parts: Iterable[Part], heads: str) -> list[Part]:
    """The parts, with the heads that the whole message counts beside one that asks for the premium and counts none."""
    return [replace(one, heads=heads) if heads and asks_of_heads(one.query) else one for one in parts]
