"""How often a clause has a figure, held against how often its passage, rules and sums do.

A figure changed to another of its passage makes that one stand once more than anything calls for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mingbai.audit.beside import places_in
from mingbai.audit.figures import RANK, Figure, figures_in, mentions_in
from mingbai.audit.inferring import inferred_forms
from mingbai.audit.rule_figures import forms_in, texts_in
from mingbai.audit.sums import sums_in
from mingbai.corpus.kinds.stacks import StacksRule
from mingbai.corpus.models import Clause

_FREE = frozenset({"年", "月", RANK})
"""Years, months (9月1日至30日) and ranks (三级) are named as often as one likes."""


def repeated(clause: Clause, passage: str) -> Iterator[str]:
    """Each figure of the words that stands there more often than in the passage, the rules and as a result of sums.

    Figures that the passage does not have at all are named elsewhere. A clause that stacks what other clauses pay
    explains their figures as often as it needs.
    """
    if any(isinstance(rule, StacksRule) for rule in clause.rules):
        return
    told = [figures for _, figures in mentions_in(passage)]
    counts = Counter(one for place in places_in(clause.text) if not place.is_operand for one in place.figures)
    for figure, count in counts.items():
        if figure.family in _FREE or figure.value == 1:
            continue
        there = _count(figure, told)
        if there and count > there + _count(figure, _called_for(clause)):
            yield f"{figure} 写了 {count} 次,原文只有 {there} 次"


def _called_for(clause: Clause) -> Iterator[frozenset[Figure]]:
    for rule in clause.rules:
        yield from map(frozenset, (*forms_in(rule), *inferred_forms(rule)))
        yield from map(figures_in, texts_in(rule))
    for one in sums_in(clause.text):
        yield one.figures - one.operands


def _count(figure: Figure, those: Iterator[frozenset[Figure]] | list[frozenset[Figure]]) -> int:
    return sum(1 for one in those if figure.stands_in(one))
