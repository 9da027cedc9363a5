"""Who of which group lives in a household that a question names: 两口子加一个念初中的娃 are two adults and a pupil."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.amounts import find_amounts

_SPOUSE = "(?:爱人|老公|老婆|媳妇|妻子|丈夫|老伴|男人|女人)"
_COUPLE = re.compile(
    f"[小老]?两口子|[小老]两口|夫妻[俩两]?个?|夫妇|我俩|我[和跟加与、]我?{_SPOUSE}|{_SPOUSE}[和跟加与、]我"
)
_A_FEW = re.compile("([俩仨])(?=[娃孩学大小])")
_FEW = {"俩": Decimal(2), "仨": Decimal(3)}
_UNITS = ("个", "名", "位")
_AGE = re.compile("([0-9]{1,2}|[一二两三四五六七八九十]{1,3})岁")
_AT_SCHOOL = re.compile("[上读念在][^,。;]{0,2}[小初高中]学|[上读念][初高]中|[初高]中")
_CHILD = re.compile("[娃孩崽]|儿子|女儿|闺女|丫头")
_PARTS = re.compile("[,。;!?、]")
_OF_AGE, _SCHOOL_AGE = 18, 6


def members(text: str, vocabulary: Vocabulary) -> dict[str, Decimal] | None:
    """How many persons of which group of the insured a text counts, those of one group together.

    None where somebody counted is of no group that can be told (a child of ten may be at school or not).
    """
    words = vocabulary.facts["insured"].by_words
    found: dict[str, Decimal] = {}
    for count, said in _counted(text, words):
        group = _group(said, words)
        if group is None:
            return None
        found[group] = found.get(group, Decimal(0)) + count
    return found


def _counted(text: str, words: dict[str, str]) -> Iterator[tuple[Decimal, str]]:
    """Each number of persons with the words that say who they are."""
    starts = [(*one.span(), Decimal(2), True) for one in _COUPLE.finditer(text)]
    starts += [(*one.span(), _FEW[one[1]], False) for one in _A_FEW.finditer(text)]
    person = re.compile("|".join((_CHILD.pattern, *map(re.escape, words))))
    taken = [(start, end) for start, end, *_ in starts]
    for one in find_amounts(text):
        is_new = not any(start < one.end and one.start < end for start, end in taken)
        is_of_persons = one.unit in _UNITS or (one.kind == "number" and person.match(text, one.end))
        if is_new and one.value and is_of_persons:
            starts.append((one.start, one.end, one.value, False))
    starts.sort()
    ends = (*(start for start, *_ in starts[1:]), len(text))
    before = re.compile("(" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")有?$")
    turned = [before.search(text[:start]) for start, *_ in starts]  # 大人2个,学生1个
    is_turned = bool(turned) and turned[0] is not None and not starts[0][3]
    for (_, end, count, is_couple), until, word in zip(starts, ends, turned, strict=False):
        if is_couple:
            yield count, "成人"
        elif is_turned and word:
            yield count, word[1]
        elif not is_turned:
            said = _PARTS.split(text[end:until])[0]
            if any(one.search(said) for one in (_AT_SCHOOL, _AGE, _CHILD)) or any(one in said for one in words):
                yield count, said


def _group(said: str, words: dict[str, str]) -> str | None:
    """The group of a person: by school, by age, else by a word for it; None for an age that either could have."""
    if _AT_SCHOOL.search(said):
        return "学生"
    if age := _AGE.search(said):
        figure = next((one.value for one in find_amounts(age[0]) if one.value), Decimal(0))
        return "成人" if figure >= _OF_AGE else "儿童" if figure < _SCHOOL_AGE else None
    named = [(said.index(word), -len(word), word) for word in words if word in said]
    return words[min(named)[2]] if named else "儿童"
