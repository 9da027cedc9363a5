"""Ready answers held against the words of their clause: not only the same figures, but where the clause has them."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.audit.beside import misplaced_in
from mingbai.audit.figures import RANK, mentions_in
from mingbai.audit.order import unrising
from mingbai.corpus.models import Clause

_MARGIN = 2


def misanswered(clause: Clause) -> Iterator[str]:
    """Each figure of a ready answer among words among which its clause says another, or which it says once too often."""
    text = f"{clause.title}\n{clause.text}"
    for answer in filter(None, (asked.answer for asked in clause.asked)):
        for message in (*misplaced_in(answer, text, _MARGIN), *_repeated(answer, text), *unrising(answer)):
            yield f"答“{answer}”:{message}"


def _repeated(answer: str, text: str) -> Iterator[str]:
    said = [figures for _, figures in mentions_in(answer)]
    told = [figures for _, figures in mentions_in(text)]
    for figure in sorted(frozenset().union(*said), key=str):
        count, there = (sum(figure.stands_in(one) for one in those) for those in (said, told))
        if 0 < there < count and figure.family != RANK and figure.value != 1:
            yield f"{figure} 写了 {count} 次,正文只有 {there} 次"
