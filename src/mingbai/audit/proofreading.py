"""The figures of a policy as somebody last read them against the original, and what differs from them since.

The folder `proofread` of the corpus keeps, for the front matter and each clause of a policy, every figure in the order
it is written: digits and spelt ones, those of rules, notes and ready answers too. Whatever the passage holds besides, a
figure that is changed, added or dropped differs from what is kept until it has been read and is kept anew. Worked cases
are left out, they are computed anew each time; so are people's ways of asking, which state nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import yaml

from mingbai.corpus.models import Policy
from mingbai.corpus.problems import Problem

FOLDER = "proofread"
FRONT = "文件头"
_WIDTH = 140
_HEADING = re.compile(r"^## .*\{#(?P<id>[^}]*)\}\s*$", re.MULTILINE)
_LEFT_OUT = re.compile(r"^```cases\n.*?^```$|people: \[[^\]]*\]", re.MULTILINE | re.DOTALL)
_FIGURE = re.compile(r"[0-9]+(?:[.-][0-9]+)*[%‰]?|[零〇一二两三四五六七八九十百千万亿]+")
_NO_FIGURE = re.compile("[同这那怎统]一|万一|一(?:样|起|些|般|定|律|直|致|旦|边|向)")


@dataclass(frozen=True)
class Difference:
    """A clause (`FRONT`: the front matter) whose figures are not those that were read; `line` is where it begins."""

    clause: str
    line: int
    changes: str


@dataclass(frozen=True)
class _Section:
    id: str
    line: int
    figures: str


def differences(corpus_folder: Path, policy: Policy) -> Iterator[Difference]:
    """Each clause of a policy in which a figure differs from what was read, with what it was and is."""
    read = _read(corpus_folder, policy)
    for section in _sections(corpus_folder, policy):
        changes = _changes(read.pop(section.id, ""), section.figures)
        if changes:
            yield Difference(section.id, section.line, changes)
    for id, figures in read.items():
        yield Difference(id, 1, f"没有这一条了({figures})")


def unread(corpus_folder: Path, policy: Policy) -> Iterator[Problem]:
    """What differs from what was read, as mistakes; nothing of a policy whose originals are not at hand."""
    if policy.awaits_originals:
        return
    for one in differences(corpus_folder, policy):
        words = f"{one.clause} 的数跟校对过的不一样:{one.changes}。和原文对过以后运行 mingbai proofread {policy.id}"
        yield Problem(policy.file, one.line, words)


def keep(corpus_folder: Path, policy: Policy) -> Path:
    """Keep the figures of a policy as read; gives the file they are kept in."""
    path = _path(corpus_folder, policy)
    path.parent.mkdir(exist_ok=True)
    figures = {one.id: one.figures for one in _sections(corpus_folder, policy) if one.figures}
    path.write_text(yaml.safe_dump(figures, allow_unicode=True, sort_keys=False, width=_WIDTH), encoding="utf-8")
    return path


def _path(corpus_folder: Path, policy: Policy) -> Path:
    return corpus_folder / FOLDER / f"{policy.id}.yaml"


def _read(corpus_folder: Path, policy: Policy) -> dict[str, str]:
    path = _path(corpus_folder, policy)
    kept = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {str(id): str(figures) for id, figures in kept.items()}


def _sections(corpus_folder: Path, policy: Policy) -> Iterator[_Section]:
    """The front matter and the clauses of a policy's file, each with its figures in the order they are written."""
    text = (corpus_folder / policy.file).read_text(encoding="utf-8-sig")
    heads = list(_HEADING.finditer(text))
    begins = [0, *(head.start() for head in heads)]
    for id, begin, end in zip([FRONT, *(head["id"] for head in heads)], begins, [*begins[1:], None], strict=True):
        words = _NO_FIGURE.sub(" ", _LEFT_OUT.sub("", text[begin:end]))
        yield _Section(id, text.count("\n", 0, begin) + 1, " ".join(_FIGURE.findall(words)))


def _changes(before: str, after: str) -> str:
    """The figures that went and those that came in their place: “65% → 66%”; empty where all stayed."""
    old, new = before.split(), after.split()
    moves = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [(old[i:j], new[k:m]) for tag, i, j, k, m in moves if tag != "equal"]
    return ",".join(f"{' '.join(was) or '没有'} → {' '.join(now) or '没有'}" for was, now in changed)
