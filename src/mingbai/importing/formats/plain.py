"""Text files and Markdown."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from mingbai.importing.blocks import Block, Content, paragraphs, table
from mingbai.importing.reflow import reflow
from mingbai.importing.text import readable

_BYTE_ORDER = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_HEADING = re.compile(r"(#{1,6})\s+(.*?)[\s#]*")
_RULE_ROW = re.compile(r"[|:\-\s]+")
_BAR = re.compile(r"(?<!\\)\|")


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or the Chinese national encoding.

    Raises:
        UnicodeDecodeError: where it is none of them.
    """
    for mark, encoding in _BYTE_ORDER.items():
        if data.startswith(mark):
            return data.decode(encoding)
    if b"\0" in data:
        raise UnicodeDecodeError("utf-8", data, 0, 1, "a zero byte: not a text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def read_text(data: bytes) -> Content:
    """A text file; neighbouring lines with tabs are a table."""
    return Content(tuple(_text_blocks(readable(decode(data)).split("\n"))))


def _text_blocks(lines: Sequence[str]) -> Iterator[Block]:
    for is_row, run in groupby(lines, key=lambda line: "\t" in line.strip()):
        if is_row:
            yield from table([line.strip().split("\t") for line in run])
        else:
            for paragraph in reflow(list(run)):
                yield from paragraphs(paragraph)


def read_markdown(data: bytes) -> Content:
    """A Markdown file: headings with their level, pipe tables, everything else as it is written."""
    return Content(tuple(_markdown_blocks(readable(decode(data)).split("\n"))))


def _markdown_blocks(lines: Sequence[str]) -> Iterator[Block]:
    for is_row, run in groupby(lines, key=lambda line: line.strip().startswith("|")):
        if is_row:
            yield from table([_cells(line) for line in run if not _RULE_ROW.fullmatch(line)])
            continue
        for line in run:
            heading = _HEADING.fullmatch(line.strip())
            yield from paragraphs(heading[2], len(heading[1])) if heading else paragraphs(line)


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [one.strip().replace("\\|", "|") for one in _BAR.split(inner)]
