"""For whom, and of which treatment, each of several parts of a message asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from mingbai.assistant.follow_ups.what_of import is_what_of
from mingbai.assistant.matching.ways import WHO
from mingbai.assistant.planning.about.named import OF_A_PERSON
from mingbai.assistant.planning.parts.part import Part
from mingbai.assistant.planning.parts.part_words import asks_something
from mingbai.language.notes import FactValue
from mingbai.language.utterance import Utterance

_CARE = "care"


def persons_told(part: Utterance) -> dict[str, FactValue]:
    """Whom a part tells of, at which hospital, by fact."""
    return {name: value for name, value in part.facts.items() if name in (*WHO, "basic_scheme")}


def with_instead(told: Mapping[str, FactValue], own: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """What was told with what takes its place: another person is not also the one before (低保的学生, 一般大人呢)."""
    is_other = not own.keys().isdisjoint(OF_A_PERSON)
    return {**{name: value for name, value in told.items() if not (is_other and name in OF_A_PERSON)}, **own}


def of_persons(part: Part, told: Mapping[str, FactValue], others: Iterable[tuple[str, Utterance]]) -> Part:
    """A part with the persons told for it, and those told by `others` that ask."""
    asking = (one for words, one in others if asks_something(one) or is_what_of(words))
    names = frozenset(name for one in asking for name in persons_told(one) if name not in told)
    return replace(part, told=tuple(told.items()), of_others=names)


def with_care(
    asked: Part, part: Utterance, before: Iterable[tuple[str, Utterance]], after: Iterable[tuple[str, Utterance]]
) -> Part:
    """A part, of the treatment told last before it and of none that only a later question of the message names.

    三级住院起付多少,封顶多少,门诊一年给多少: the first two are of the stay.
    """
    known = [one.facts[_CARE] for one in (*(one for _, one in before), part) if _CARE in one.facts]
    if not any(_CARE in one.facts and asks_something(one) for _, one in after):
        return asked
    told = ((_CARE, known[-1]),) if known else ()
    of_others = asked.of_others | {_CARE}
    return replace(asked, is_of_care=asked.is_of_care and bool(known), told=(*asked.told, *told), of_others=of_others)
