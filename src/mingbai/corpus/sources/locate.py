"""Resolving a locator (四(三), 第十条(一), 「…」, 首段, 末段) to the paragraphs of a part it points at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mingbai.corpus.sources.original import Part
from mingbai.corpus.sources.outline import Item, inside, items, value_of
from mingbai.corpus.sources.spelling import CHINESE, squeezed

LONGEST_QUOTE = 12
_QUOTE = re.compile("「(.+)」")
_STEP = re.compile(
    rf"第(?P<chapter>[{CHINESE}]+)章|第(?P<article>[{CHINESE}]+)条|(?P<comma>[{CHINESE}]+)"
    rf"|[(（](?P<bracket>[{CHINESE}]+)[)）]|[(（](?P<digit_bracket>[0-9]+)[)）]|(?P<digit>[0-9]+)"
    r"|(?P<small_bracket>[⑴-⒇])|(?P<circle>[①-⑳])"
)


class LocatorError(ValueError):
    """A locator that leads nowhere, or to more than one place; the message is a Chinese sentence."""


def locate(locator: str, part: Part) -> range:
    """The indices of the paragraphs a locator points at: one paragraph, or a numbered item with all that it holds.

    Raises:
        LocatorError: where it leads nowhere or is not unique.
    """
    if locator == "首段":
        return range(1)
    if locator == "末段":
        return range(len(part.paragraphs) - 1, len(part.paragraphs))
    texts = [one.text for one in part.paragraphs]
    if quote := _QUOTE.fullmatch(locator):
        return _quoted(quote[1], texts)
    return _item(locator, items(texts))


def _quoted(words: str, texts: Sequence[str]) -> range:
    if len(words) > LONGEST_QUOTE:
        raise LocatorError(f"「{words}」太长,最多引 {LONGEST_QUOTE} 个字")
    places = [place for place, text in enumerate(texts) if squeezed(words) in squeezed(text)]
    if len(places) != 1:
        raise LocatorError(f"「{words}」在原文里出现 {len(places)} 次,要正好一次")
    return range(places[0], places[0] + 1)


def _item(locator: str, outline: Sequence[Item]) -> range:
    around: Item | None = None
    for style, number in _steps(locator):
        fitting = [one for one in inside(outline, around) if (one.style, one.number) == (style, number)]
        least = min((one.depth for one in fitting), default=0)
        nearest = [one for one in fitting if one.depth == least]
        if len(nearest) != 1:
            raise LocatorError(f"“{locator}”在原文里找到 {len(nearest)} 处,要正好一处")
        around = nearest[0]
    if around is None:
        raise LocatorError(f"“{locator}”不是一个位置")
    return range(around.start, around.end)


def _steps(locator: str) -> Iterator[tuple[str, int]]:
    position = 0
    text = locator.replace(" ", "")
    while position < len(text):
        found = _STEP.match(text, position)
        if found is None or found.lastgroup is None:
            raise LocatorError(f"“{locator}”不是一个位置:写编号(四(三))、首段、末段,或「原文里的几个字」")
        style = found.lastgroup.replace("_", " ")
        try:
            value = value_of(style, found[found.lastgroup])
        except ValueError as error:
            raise LocatorError(f"“{locator}”里的“{found[0]}”不是一个编号") from error
        yield style, value
        position = found.end()
