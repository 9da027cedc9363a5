"""Lines of a page put together again into paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mingbai.importing.numbering import find_mark
from mingbai.importing.text import columns, joined, one_line

_WIDEST_PAGE = 160
_NEARLY_FULL = 0.9
_FEWEST_COLUMNS = 24
_ENDS = "。！？!?；;：:"
_GOES_ON = "、，,（("


def reflow(lines: Sequence[str], width: int | None = None) -> Iterator[str]:
    """The paragraphs that lines were broken from: a line that fills the page goes on in the next.

    Where lines are longer than any page, each is a paragraph of its own. `width` is that of the page in columns, where
    it is known from more lines than these.
    """
    if width is None:
        width = widest(lines)
    if not _FEWEST_COLUMNS <= width <= _WIDEST_PAGE:
        yield from filter(None, map(one_line, lines))
        return
    yield from _put_together(lines, _NEARLY_FULL * width)


def widest(lines: Iterable[str]) -> int:
    """How many columns the longest of some lines has."""
    return max(map(columns, lines), default=0)


def _put_together(lines: Iterable[str], full: float) -> Iterator[str]:
    paragraph, is_open = "", False
    for line in lines:
        words = one_line(line)
        if is_open and words and _continues(paragraph, line):
            paragraph = joined(paragraph, words)
        else:
            if paragraph:
                yield paragraph
            paragraph = words
        is_open = bool(words) and columns(line.rstrip()) >= full and words[-1] not in _ENDS
    if paragraph:
        yield paragraph


def _continues(paragraph: str, line: str) -> bool:
    if paragraph[-1] in _GOES_ON:
        return True
    is_indented = line[:2].strip() == "" and len(line) > 1
    return not is_indented and find_mark(line) is None
