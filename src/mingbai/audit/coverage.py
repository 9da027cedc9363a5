"""Whether everything in the originals is in the corpus: each paragraph in a clause's passage, a heading, or noise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mingbai.corpus.models import Policy
from mingbai.corpus.problems import Problem
from mingbai.corpus.sources.original import Part
from mingbai.corpus.sources.originals import Originals, located
from mingbai.corpus.sources.outline import FULL_STOP, HEADING_LENGTH, items

_DIGIT = re.compile("[0-9]")
_SHOWN = 24
_Places = set[tuple[str, int, int]]


def uncovered(originals: Originals, policies: Mapping[str, Policy]) -> Iterator[Problem]:
    """Each source that is not at hand or not as the corpus says, and each paragraph that the corpus leaves out."""
    yield from _missing(originals, policies)
    covered = _covered(originals, policies)
    repeats = {(s.file, int(again)) for policy in policies.values() for s in policy.sources for again in s.same_as}
    for file, parts in originals.parts.items():
        for part in parts:
            if (file, part.number) in repeats:
                continue
            for place in _left_out(part, covered):
                paragraph = part.paragraphs[place]
                words = f"第{part.number}篇的这一段没有条款管,也没有写成噪声:“{paragraph.text[:_SHOWN]}…”"
                yield Problem(file, paragraph.line, words)


def _covered(originals: Originals, policies: Mapping[str, Policy]) -> _Places:
    return {
        (place.part.file, place.part.number, index)
        for policy in policies.values()
        for clause in policy.clauses
        for place in located(originals, policy, clause)
        for index in place.paragraphs
    }


def _left_out(part: Part, covered: _Places) -> Iterator[int]:
    headings = _headings(part)
    for place in range(len(part.paragraphs)):
        if (part.file, part.number, place) not in covered and place not in headings:
            yield place


def _headings(part: Part) -> set[int]:
    """The paragraphs that only name what follows: short, and either a numbered item that holds more, or no sentence."""
    texts = [one.text for one in part.paragraphs]
    outline = items(texts)
    numbered = {one.start for one in outline}
    bare = {one.start for one in outline if one.end > one.start + 1}
    for place, text in enumerate(texts):
        if place not in numbered and not text.endswith(FULL_STOP) and not _DIGIT.search(text):
            bare.add(place)
    return {place for place in bare if len(texts[place]) <= HEADING_LENGTH}


def _missing(originals: Originals, policies: Mapping[str, Policy]) -> Iterator[Problem]:
    """Sources that are not at hand, or are although said to be awaited; repeats that differ from what they repeat."""
    for policy in policies.values():
        for source in policy.sources:
            first, *again = [originals.part(source.file, number) for number in source.parts]
            if first is None and not source.awaited:
                yield Problem(policy.file, 1, f"原文里没有 {source.name}")
            if first is not None and source.awaited:
                yield Problem(policy.file, 1, f"{source.name}已经在手边了,请删掉 awaited,再和它核对")
            if first is None:
                continue
            for number, part in zip(source.parts[1:], again, strict=True):
                if part is None or part.text != first.text:
                    yield Problem(policy.file, 1, f"{source.file} 第{number}篇和第{source.part}篇不一样")
