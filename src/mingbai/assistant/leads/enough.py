"""The first line of an answer about papers where the question tells some that are in hand: enough, or what lacks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from mingbai.rules.documents import Checklist, Document

_PAPER = "(?:[证本票单卡表据簿]|照片|病历|清单|材料|资料|回执|小结)"
_ONLY = re.compile(f"[光只就单仅](?:带|拿|有|凭|交|备|收)了?[^,。;]{{0,8}}{_PAPER}")
_IS_IT = re.compile("够|[行可]不?[以行吗么]?|能[办报领]|成[不吗么]|要得|得行|中[不吗么]|齐")
_COUNTED_UP = re.compile(
    f"[带拿备凭交有][^。;!?]{{0,30}}{_PAPER}[^。;!?]{{0,12}}(?:够|齐)了?[吧吗么不没]"
    f"|{_PAPER}[^。;!?]{{0,12}}[带拿备凭交有][^。;!?]{{0,6}}(?:够|齐)了?[吧吗么不没]"
    f"|{_PAPER}[^。;!?]{{0,8}}(?:够不够|齐不齐)"
    f"|[带拿备交][了起齐][^。;!?]{{0,30}}{_PAPER}[^。;!?]{{0,4}}(?:得行|要得|行[不吗么]|中不|成[不吗])"
)
_WHAT = "(?:什么|啥|么子|哪[些样几个份张]|几[样份张]|不|没|吗|么|别的|东西|材料)"
_LACKS = re.compile(f"(?:还|都|另外)[差缺少](?:了|点|些)?{_WHAT}")
_NOT_HAD_YET = re.compile("没(?:有|带|拿|得|办到)|丢了|忘了?带|缺|差|少")
_NOT_HAD = re.compile("没|丢|忘|缺|差|少")
_PARTS = re.compile("[,。;!?]")
_BRACKETS = re.compile("[（(]或?(.*?)[)）]")
_OR = re.compile("[、，,]或?|或者?|和|与")
_KINDS = re.compile("(?:证明书?|证|书|单|表|记录|报告|材料|资料|凭证|凭据|手续)$")
_KIND = "(?:开的?|出的?|写的?|的)?"
_SHORT_KINDS = {"证明": "证", "证明书": "证", "报告": "(?:报告|单)", "表": "[表单]"}
_SHORTEST = 2


def asks_if_enough(question: str) -> bool:
    """Whether a question tells some papers and asks if these are enough, or what still lacks (光带户口本行不)."""
    if _LACKS.search(question) and re.search(_PAPER, question):
        return True
    return bool((_ONLY.search(question) and _IS_IT.search(question)) or _COUNTED_UP.search(question))


def enough_lead(found: Checklist, question: str) -> str | None:
    """Whether the papers told are all that a list needs, with those that lack, and what those told must be.

    None where the question tells none and asks what lacks, or where the list has none for sure.
    """
    if not found.needed:
        return None
    told = papers_told(found, question)
    others = "、".join(one.words for one in found.needed if one not in told)
    if _LACKS.search(question):
        ruling = f"**还差**:{others}。" if told and others else ""
    else:
        ruling = f"**不够**:{'还要' if told else '要'}{others}。" if others else ""
    if others:
        return "\n".join(filter(None, (ruling, _as_they_must_be(told)))) or None
    named = "、".join(one.words for one in told)
    return f"**写明的这几样都有了**:{named};{'、'.join(found.lost)}。" if found.lost else f"**够**:要的就是{named}。"


def papers_told(found: Checklist, question: str) -> list[Document]:
    """The papers of a list that a question says somebody has, in its order, those aside that it says are missing."""
    left = "\n".join(_had(question))
    by_words: Mapping[str, list[Document]] = defaultdict(list)
    for one in found.needed:
        if said := _said(one, left):
            by_words[said].append(one)
    told: list[Document] = []
    for said in sorted(by_words, key=len, reverse=True):
        if _covers(left.count(said), said, by_words[said]):
            told += by_words[said]
        left = left.replace(said, "\n")
    return [one for one in found.needed if one in told]


def _had(question: str) -> Iterator[str]:
    """The parts of a question without what it says is missing (没带清单, 级别证明没开)."""
    for part in _PARTS.split(_LACKS.sub(" ", question)):
        missing = _NOT_HAD_YET.search(part)
        if missing and re.search(_PAPER, part[missing.end() :]):
            yield part[: missing.start()]
        elif not _NOT_HAD.search(part):
            yield part


def _covers(times: int, said: str, papers: Sequence[Document]) -> bool:
    """Whether what is said so often names some papers: those of two persons (继承人的身份证) take two times."""
    of_persons = sum(f"的{said}" in one.item for one in papers)
    return times >= (of_persons or 1)


def _said(paper: Document, text: str) -> str | None:
    """The longest words by which a text names a paper: the end of a name (发票 of 特药发票), or its matter."""
    names = (*paper.says, *_names(paper.item))
    ends = [name[at:] for name in names for at in range(len(name) - 1)]
    named = [end for end in ends if not _KINDS.fullmatch(end) and end in text]
    named += [said[0] for name in names for said in re.finditer(_by_matter(name), text) if said[0]]
    return max(named, key=len, default=None)


def _by_matter(name: str) -> str:
    """A pattern for a paper by what it is of and its kind, in other words (诊断证 for 诊断证明, 单位开的证明)."""
    kind = _KINDS.search(name)
    matter = name[: kind.start()] if kind else ""
    ends = "|".join(re.escape(matter[at:]) for at in range(len(matter) - 1))
    return f"(?:{ends}){_KIND}{_SHORT_KINDS.get(kind[0], kind[0])}" if kind and ends else "(?!)"


def _names(item: str) -> Iterator[str]:
    """The names of a paper, each of those that may take its place."""
    inside = _BRACKETS.findall(item)
    for words in (_BRACKETS.sub("", item).strip("《》"), *inside):
        yield from (name.strip("《》或") for name in _OR.split(words) if len(name) >= _SHORTEST)


def _as_they_must_be(told: Sequence[Document]) -> str:
    """What the papers told must be: originals, copies, stamped."""
    strict = "、".join(one.words for one in told if one.words != one.item)
    return f"有的这些要:{strict}。" if strict else ""
