"""Worked cases of document lists: what is brought and what is lacking is together all that is needed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from mingbai.corpus.cases import DocumentsCase
from mingbai.corpus.cases.lists import Paper
from mingbai.corpus.kinds import DocumentsRule
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.case import Case
from mingbai.rules.documents import Checklist, Document, checklist
from mingbai.rules.stated import Stated


def paper_differences(one: Stated[DocumentsRule], case: DocumentsCase, vocabulary: Vocabulary) -> Iterator[str]:
    """What a worked case of a document list says otherwise than the engine."""
    found = checklist(one, vocabulary, Case.read(case.given, vocabulary))
    if case.none or found.applies is False:
        if case.none != (found.applies is False):
            yield f"写的是 none: {str(case.none).lower()},算出来相反"
        return
    is_lost = bool(found.lost) and not (found.needed or found.conditional)
    if case.unknown or is_lost:
        if case.unknown != is_lost:
            yield f"写的是 unknown: {str(case.unknown).lower()},算出来相反"
        return
    yield from _unknown_conditions(case, found)
    needed = _needed(case, found)
    yield from _paper_differences(case, needed)
    for word in case.not_:
        yield from (f"not 里的“{word}”要带:{one.words}" for one in needed if word in one.item)


def _unknown_conditions(case: DocumentsCase, found: Checklist) -> Iterator[str]:
    conditions = [one.condition for one in found.conditional]
    for word in case.if_:
        if not any(word in condition for condition in conditions):
            yield f"没有一项的条件里有“{word}”;有的是 {';'.join(dict.fromkeys(conditions)) or '无'}"


def _needed(case: DocumentsCase, found: Checklist) -> list[Document]:
    """What is needed in any case, and what is needed under the conditions that hold."""
    met = [one for one in found.conditional if any(word in one.condition for word in case.if_)]
    return [*found.needed, *met]


def _paper_differences(case: DocumentsCase, needed: Sequence[Document]) -> Iterator[str]:
    brings: dict[int, Paper] = {}
    lacks: dict[int, Paper] = {}
    for placed, papers in ((brings, case.brings), (lacks, case.lacks)):
        for paper in papers:
            place = _place(paper, needed, placed)
            if isinstance(place, str):
                yield place
            else:
                placed[place] = paper
    for place, document in enumerate(needed):
        yield from _count_differences(document, [side[place] for side in (brings, lacks) if place in side])


def _count_differences(document: Document, papers: Sequence[Paper]) -> Iterator[str]:
    """What is wrong with the number of one thing, which stands on one side or, in parts, on both."""
    counts = [int(paper.copies) for paper in papers if paper.copies is not None]
    if not papers:
        yield f"brings 和 lacks 里还少:{document.words}"
    elif len(papers) > 1 and len(counts) < len(papers):
        yield f"“{papers[0].item}”两边都写了,两边都要写 copies"
    elif counts and sum(counts) != document.copies:
        yield f"{document.words}:写的是 {sum(counts)}{document.unit}"


def _place(paper: Paper, needed: Sequence[Document], taken: Collection[int]) -> int | str:
    """Where in the list of needed things a paper stands, or a sentence that says why nowhere."""
    free = [place for place in range(len(needed)) if place not in taken]
    fitting = [place for place in free if needed[place].item == paper.item]
    fitting = fitting or [place for place in free if paper.item in needed[place].item]
    if not fitting:
        return f"“{paper.item}”不在要带的里面;要带的是 {';'.join(one.words for one in needed) or '无'}"
    alike = [place for place in fitting if _is_alike(paper, needed[place])]
    if not alike:
        return f"“{paper.item}”写的和规则不一样:{needed[fitting[0]].words}"
    if len({needed[place].item for place in alike}) > 1:
        return f"“{paper.item}”不止一项对得上:{';'.join(needed[place].words for place in alike)}"
    return alike[0]


def _is_alike(paper: Paper, document: Document) -> bool:
    """Whether all that a case says of a paper is what the list says; the number of copies is counted apart."""
    pairs = ((paper.form, document.form), (paper.unit, document.unit), (paper.stamp, document.stamp))
    return all(written in (None, said) for written, said in pairs)
