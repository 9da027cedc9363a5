"""The first lines of an answer about papers: the one paper asked about, or where to go; then the whole list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.assistant.question import Lead
from mingbai.rules.documents import Checklist, Document

_WHERE = re.compile(
    "[去到在找]哪|哪里|哪儿|哪个(?:部门|窗口|地方|单位|衙门)|什么(?:部门|地方|单位)|[交递送]到?(?:哪|谁)|找谁"
)
_OF_ONE = re.compile(
    "要不要|[用要]不用|用得着|[要行用带交][吗不么]|[要用带交].{1,10}吗|能不能|可以吗|原件|复印|盖章|公章|几份|几张"
)
_SIDE_WORDS = re.compile("[（(].*?[)）]|[、，或和与]|原件|复印件?|材料|资料|证明|有关|本人|报销|医疗|费用|住院|特殊")
_NAME = 2
_MOST = 2


def documents_lead(found: Checklist, question: str) -> Lead:
    """The papers of a procedure, led by what the question asks of one of them or of the place.

    A list tells its whole clause, unless that keeps a note beside it.
    """
    first = list(_straight(found, question))
    lines = [f"**{found.procedure}**" + (f"({found.who}办)" if found.who else "")]
    lines += [f"- {one.words}" for one in found.needed]
    lines += [f"- {one.condition}:{one.words}" for one in found.conditional]
    lines += [f"- ({lost})" for lost in found.lost]
    if found.where:
        lines.append(f"\n办理的地方:{found.where}。")
    text = "\n\n".join((*first, "\n".join(lines)))
    return Lead(text, (found.clause,), is_whole=not found.note)


def _straight(found: Checklist, question: str) -> Iterator[str]:
    """The line that answers a question for the place, or for one of the papers by its name."""
    if found.where and _WHERE.search(question):
        yield f"**到{found.where}**办。"
    elif _OF_ONE.search(question):
        named = _named(found, question)
        papers = (f"{one.condition}的,{one.words}" if one.condition else one.words for one in named)
        yield from (f"**要**:{';'.join(papers)}。",) if named else ()


def _named(found: Checklist, question: str) -> list[Document]:
    """The papers that a question names (病历, 死亡证明), by the longest run of characters they share with it."""
    papers = (*found.needed, *found.conditional)
    shared = [_shared(_SIDE_WORDS.sub(" ", one.item), question, found.procedure) for one in papers]
    most = max(shared, default=0)
    named = [one for one, length in zip(papers, shared, strict=True) if length == most]
    return named if most >= _NAME and len(named) <= _MOST else []


def _shared(item: str, question: str, procedure: str) -> int:
    """How many characters of a name stand in a row in a question, those aside that say what the list is for."""
    runs = (name[at:end] for name in item.split() for at in range(len(name)) for end in range(at + 1, len(name) + 1))
    return max((len(run) for run in runs if run in question and run not in procedure), default=0)
