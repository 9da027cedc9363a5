"""Cases put side by side: whether a message compares them, asks how much they differ, and which cases these are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import product

from mingbai.language.asked_again import asked_one_by_one
from mingbai.language.asking import HOW_MUCH
from mingbai.language.bills.sums import BILLS
from mingbai.language.hearing import asked_for
from mingbai.language.lexicon import CHOICE, Found
from mingbai.language.notes import Notes
from mingbai.language.numbers.counts_compared import counts_compared

__all__ = [
    "NEVER_COMPARING",
    "asks_difference",
    "asks_how_short",
    "case_by_case",
    "intents_of_comparing",
    "is_held_beside",
    "note_counts_compared",
    "note_each_asked",
]

_NO_MORE = "最顶至么好很许差不起0-9一二两三四五六七八九十百千万亿块元几"  # 最多报多少, 一万多报多少
_MORE = rf"[多少]{HOW_MUCH}|(?<![{_NO_MORE}])[多少][报补赔得拿出掏付扣领给][到回了得]?{HOW_MUCH}"
_OR_NOT = r"差不差|(?:一样|差得?多|有差)不(?=[,。;?!\s]|$)"  # 跟没退休的差不差, 跟在职的一样不
# 二级还是三级; not 也还是在本地, and not what stays as it was: 换成二级,还是交150
_OR = "(?<!也)还是(?!一样|同样|原来|老样|那么多|这么多)(?<![,。;!]还是(?=[交花那这前刚]))"
_COMPARING = re.compile(
    rf"差{HOW_MUCH}|差几|差在|{_OR_NOT}|差别|区别|不同|不一样|一样[多吗么]|谁.{{0,4}}[多少]|哪个|哪种|哪家|划算|{_OR}|相比|比较|对比|分别|各(?:报|能|封|最|自|是|[付出掏贴](?!了))|(?:起付线?|门槛费?|封顶线?|限额|比例|标准)各(?:多少|好多|几[多成千万])|{_MORE}|比(?!例).{{1,8}}(多|少)"
)
_HELD_BESIDE = re.compile(
    "(?:和|跟|与|同)[^,。;?!]{1,12}比(?:一?比|一?下)?(?:呢|吧|啊|看|怎么?样|如何)?(?=[,。;?! ]|$)"
)
_DIFFERENCE = re.compile(
    rf"差{HOW_MUCH}|差几|差在|{_OR_NOT}|差别|区别|不一样|相差|划算|相比|{_MORE}|比(?!例).{{1,8}}(多|少)"
)
# 那她差多少才够得着, 离起付线还差多少: how far a sum is from a bound, which compares no cases
_LINE = "(?:那?[一条个根道]*(?:起付)?线|起付(?:标准)?|门槛|标准)"
_SHORT = re.compile(
    f"差(?:着|了)?(?:{HOW_MUCH}|几[百千万]?)(?:块?钱|块|元)?(?:才|就|能|可以|会|算)*"
    f"(?:[够摸](?:得)?[着上到](?:{_LINE})?|[到过够达满进](?:了|到|足)?{_LINE}|够(?=[,。;?!呢啊]|$))"
    f"|[离距](?:着|开)?[^,。;0-9]{{0,4}}{_LINE}[^,。;]{{0,4}}[差缺](?:着|了)?(?:{HOW_MUCH}|几[百千万]?)(?:块?钱|块|元)?"
)
NEVER_COMPARING = ("documents", "where", "when", "how", "who")
"""What may be asked for with words of comparing (低保户比一般人要多带什么) and compares nothing."""
_MOST_CASES = 6


def is_held_beside(text: str) -> bool:
    """Whether a message compares cases; 低保的比普通人家要多带什么 asks for papers of the one."""
    return _COMPARING.search(_SHORT.sub(" ", text)) is not None and asked_for(text) not in NEVER_COMPARING


def intents_of_comparing(text: str) -> set[str]:
    """Which of the intents `compare` and `difference` a message has."""
    text = _SHORT.sub(" ", text)
    intents = {"compare"} if _COMPARING.search(text) else set()
    if asks_difference(text):
        intents.add("difference")
    return intents | {"compare", "difference"} if _HELD_BESIDE.search(text) else intents


def asks_difference(text: str) -> bool:
    """Whether a message asks by how much cases differ."""
    return _DIFFERENCE.search(_SHORT.sub(" ", text)) is not None


def asks_how_short(text: str) -> bool:
    """Whether a message asks how far its sum is from a bound (那她差多少才够得着)."""
    return _SHORT.search(text) is not None


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


def note_counts_compared(text: str, notes: Notes) -> None:
    """Note counts put side by side (第一次和第二次), unless each has a bill of its own."""
    is_one_bill = len({one.value for one in notes.sums if one.fact in BILLS}) <= 1
    counted = counts_compared(text) if not notes.compared and is_one_bill and is_held_beside(text) else {}
    for fact, values in counted.items():
        notes.facts.pop(fact, None)
        notes.compared[fact] = values


def note_each_asked(text: str, found: Sequence[Found], notes: Notes) -> None:
    """Note the choices of a fact of which the same sum is asked one by one (超了2万,在职报多少,退休又报多少)."""
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
