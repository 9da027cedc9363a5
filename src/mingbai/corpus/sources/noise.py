"""Taking the noise of an original out, as `originals.yaml` names it: navigation, adverts, search words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mingbai.corpus.sources.layout import Layout, Noise
from mingbai.corpus.sources.original import Paragraph, Part
from mingbai.corpus.sources.spelling import squeezed


def without_noise(part: Part, layout: Layout) -> Part:
    """The part without the paragraphs and the words that its layout names as noise."""
    noise = [one for one in layout.noise if one.part == part.number]
    kept = (_cleaned(paragraph, noise) for paragraph in part.paragraphs)
    return replace(part, paragraphs=tuple(one for one in kept if one is not None))


def _cleaned(paragraph: Paragraph, noise: Sequence[Noise]) -> Paragraph | None:
    text = paragraph.text
    for one in noise:
        if not (one.begins or one.words) or _begins(paragraph, one.begins):
            return None
        for words in one.words:
            text = text.replace(words, "")
    return replace(paragraph, text=text.strip())


def _begins(paragraph: Paragraph, words: Sequence[str]) -> bool:
    return any(squeezed(paragraph.text).startswith(squeezed(one)) for one in words)


def mistaken(layout: Layout, parts: Sequence[Part]) -> Iterator[str]:
    """What a layout names as noise that the original does not have."""
    for noise in layout.noise:
        if noise.part >= len(parts):
            yield f"没有第{noise.part}篇"
            continue
        paragraphs = parts[int(noise.part)].paragraphs
        for words in noise.begins:
            if not any(_begins(paragraph, (words,)) for paragraph in paragraphs):
                yield f"第{noise.part}篇没有以“{words}”开头的段"
        for words in noise.words:
            if not any(words in paragraph.text for paragraph in paragraphs):
                yield f"第{noise.part}篇没有“{words}”"
