"""A document cut into clauses: an article each, or the smallest numbered items of a long one, with its heading kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mingbai.importing.blocks import Block, Grid, Paragraph
from mingbai.importing.fine import LONG, fine
from mingbai.importing.numbering import ARTICLE, CHAPTERS
from mingbai.importing.outline import Part, Placed, is_short, outline, signature

FIRST, LAST = "首段", "末段"
LEFT_OUT = "……"
"""Stands in a clause where the document has more between its heading and its own words."""
_LONGEST_HEADING = 120
_SMALL = 80
_TITLE = 24
_WHOLE_TITLE = 48
_QUOTED = 12
_BRACKETED = re.compile(r"\s*[【〔（(\[]([^】〕）)\]]{2,20})[】〕）)\]]")
_WORDS = re.compile(r"\s*(.{4,}?)(?=[。；，：！？;:!?,]|$)")
_TO = "至"
_BESIDE = " · "


@dataclass(frozen=True)
class Piece:
    """A clause of a document: where it stands, what it is called, its words."""

    locator: str
    title: str
    text: str


@dataclass(frozen=True)
class _Draft:
    locator: str
    title: str
    blocks: tuple[Placed, ...]


@dataclass(frozen=True)
class _Around:
    """What holds for the parts of a part: its locator, whether that is a chapter's, its title."""

    locator: str = ""
    is_chapter: bool = True
    title: str = ""
    articles_are_unique: bool = True


def cut(blocks: Sequence[Block], title: str) -> tuple[Piece, ...]:
    """The clauses of a document, in order; each block stands whole in one of them."""
    signed = signature(blocks)
    whole = outline(list(fine(blocks[: len(blocks) - signed])))
    drafts = list(_chunks(whole.blocks, FIRST, title))
    around = _Around(articles_are_unique=_are_articles_unique(whole))
    for part in whole.parts:
        drafts.extend(_drafts(part, around))
    if drafts and not whole.blocks and whole.parts[0].mark is None:
        drafts[0] = replace(drafts[0], locator=FIRST)
    pieces = [Piece(one.locator, one.title, _text(one.blocks)) for one in drafts]
    if signed:
        end = "\n\n".join(block.text for block in blocks[len(blocks) - signed :])
        pieces.append(Piece(LAST, LAST, end))
    return tuple(_told_apart(pieces))


def _are_articles_unique(whole: Part) -> bool:
    found = [part.mark.locator for part in _every(whole) if part.mark and part.mark.style == ARTICLE]
    return len(found) == len(set(found))


def _every(part: Part) -> Iterator[Part]:
    yield part
    for one in part.parts:
        yield from _every(one)


def _text(blocks: Sequence[Placed]) -> str:
    """The words of blocks in their order, each once, with a mark where the document has something between them."""
    placed = sorted(set(blocks), key=lambda one: one.at)
    texts: list[str] = []
    for before, one in zip([None, *placed], placed, strict=False):
        if before is not None and one.at > before.at + 1:
            texts.append(LEFT_OUT)
        texts.append(one.block.text)
    return "\n\n".join(texts)


def _told_apart(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The clauses, one whose locator stands before already told apart by its first words."""
    seen: set[str] = set()
    for piece in pieces:
        is_new = piece.locator not in seen
        seen.add(piece.locator)
        yield piece if is_new else replace(piece, locator=piece.locator + _quoted(piece.text))


# -- one part ---------------------------------------------------------------------------------------------------------


def _drafts(part: Part, around: _Around) -> list[_Draft]:
    """The clauses of a part: one where it is short, else one for each of its parts."""
    locator, title = _locator(part, around), _title(part)
    named = _named(around.title, title)
    if not part.heads_others and (part.length <= LONG or not part.parts):
        return list(_chunks(part.all_blocks, locator, named))
    is_chapter = part.mark is None or part.mark.style in CHAPTERS
    inner = replace(around, locator=locator, is_chapter=is_chapter, title=title)
    drafts = [draft for group in _groups(part.parts) for draft in _group_drafts(group, inner)]
    kept = () if part.heads_others else _heading(part.blocks)
    drafts = [replace(one, blocks=(*kept, *one.blocks)) for one in drafts]
    if _is_carried(part.blocks):
        return [replace(drafts[0], blocks=(*part.blocks, *drafts[0].blocks)), *drafts[1:]]
    return [*_chunks(part.blocks, locator, named), *drafts]


def _is_carried(lead: Sequence[Placed]) -> bool:
    """Whether what stands before the items is no clause by itself but a heading or a lead to them."""
    return len(lead) == 1 and isinstance(lead[0].block, Paragraph) and lead[0].block.length <= _LONGEST_HEADING


def _heading(lead: Sequence[Placed]) -> tuple[Placed, ...]:
    """What of the words before the items belongs to each of them: the heading, and the line that leads to the list."""
    if _is_carried(lead):
        return tuple(lead)
    first = [one for one in lead[:1] if isinstance(one.block, Paragraph) and is_short(one.block.text, _TITLE)]
    last = [
        one
        for one in lead[-1:]
        if one.block.length <= _LONGEST_HEADING and one.block.text.rstrip().endswith((":", "："))
    ]
    return (*first, *last)


def _groups(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """The parts, small items together with their small neighbours."""
    group: list[Part] = []
    for part in parts:
        is_small = not part.parts and part.length <= _SMALL and part.mark is not None and not part.mark.is_strong
        fits = bool(group) and sum(one.length for one in group) + part.length <= LONG
        if is_small and fits and group[-1].length <= _SMALL and not group[-1].parts:
            group.append(part)
            continue
        if group:
            yield group
        group = [part]
    if group:
        yield group


def _group_drafts(group: Sequence[Part], around: _Around) -> list[_Draft]:
    last = group[-1].mark
    if len(group) == 1 or last is None:
        return _drafts(group[0], around)
    locator = f"{_locator(group[0], around)}{_TO}{last.locator}"
    blocks = tuple(one for part in group for one in part.all_blocks)
    return [_Draft(locator, _named(around.title, _title(group[0])), blocks)]


def _chunks(blocks: Sequence[Placed], locator: str, title: str) -> Iterator[_Draft]:
    """The blocks as clauses of a bearable length; a table stays with what stands before it."""
    chunk: list[Placed] = []
    length, is_first = 0, True
    for placed in blocks:
        if chunk and length + placed.block.length > LONG and (length > LONG or not isinstance(placed.block, Grid)):
            yield _chunk(chunk, locator, title, is_first)
            chunk, length, is_first = [], 0, False
        chunk.append(placed)
        length += placed.block.length
    if chunk:
        yield _chunk(chunk, locator, title, is_first)


def _chunk(blocks: Sequence[Placed], locator: str, title: str, is_first: bool) -> _Draft:
    if is_first:
        return _Draft(locator, title, tuple(blocks))
    words = _plain(blocks[0].block)
    own = locator.removeprefix(FIRST) + _quoted(words)
    return _Draft(own, _named(title, _first_words(words)), tuple(blocks))


# -- names ------------------------------------------------------------------------------------------------------------


def _locator(part: Part, around: _Around) -> str:
    """Where a part stands, as locators of the corpus say it: 第十条(一), 第一章 第三条, 四(三)1."""
    if part.mark is None:
        return _quoted(_plain(part.blocks[0].block))
    own = part.mark.locator
    if part.mark.style == ARTICLE and around.articles_are_unique:
        return own
    is_apart = around.is_chapter or part.mark.is_strong
    return f"{around.locator} {own}".strip() if is_apart else around.locator + own


def _title(part: Part) -> str:
    """What a part is called: its heading, else its first words."""
    text = _plain(part.blocks[0].block)[part.mark.end if part.mark else 0 :]
    if bracketed := _BRACKETED.match(text):
        return bracketed[1].strip()
    if not text.strip(" ：:") and len(part.blocks) > 1:
        text = _plain(part.blocks[1].block)
    if is_short(text, _TITLE) and text.strip():
        return text.strip(" ：:")
    return _first_words(text) or (part.mark.locator if part.mark else "")


def _plain(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else " ".join(cell for row in block.rows for cell in row if cell)


def _first_words(text: str) -> str:
    found = _WORDS.match(text)
    return (found[1] if found else text.strip())[:_TITLE].strip()


def _named(outer: str, own: str) -> str:
    return _BESIDE.join(dict.fromkeys(filter(None, (outer, own))))[:_WHOLE_TITLE]


def _quoted(text: str) -> str:
    return f"「{text.lstrip('| ')[:_QUOTED].strip()}」"
