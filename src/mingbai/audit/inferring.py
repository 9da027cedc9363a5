"""Inferred figures held against the reasons that stand with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from mingbai.audit.figures import BARE, SHARE, YUAN, Figure
from mingbai.audit.rule_figures import Forms
from mingbai.audit.stated import stated_in
from mingbai.audit.walking import everything_in
from mingbai.audit.zeros import says_nothing
from mingbai.corpus.models import Rule
from mingbai.corpus.strict_yaml import Percent
from mingbai.corpus.values import Inferred

_LESS = re.compile(r"([0-9.]+)元减[^0-9，。]*([0-9.]+)元")


def unreasoned(rule: Rule) -> Iterator[str]:
    """Each inferred figure that its reason neither names nor gives by two figures of its unit, each 0 without a word.

    标准190元减个人36元 gives 154 and nothing else; of 0 the reason must say so in words (个人不缴费).
    """
    for one in _inferred(rule):
        family = _family(one)
        named = {figure.value for figure in stated_in(one.because) if figure.family in (family, BARE)}
        results = {value for a, b in permutations(named, 2) for value in (a + b, a - b)} | named
        if less := _LESS.search(one.because):
            results = {Decimal(less[1]) - Decimal(less[2])}
        value = Decimal(one.inferred)
        if value not in results and (value or not says_nothing(one.because)):
            yield f"推断的 {Figure(value, family)} 和它的理由“{one.because}”对不上"


def inferred_forms(rule: Rule) -> Iterator[Forms]:
    """Each inferred figure of a rule but 0, as a figure that words may state."""
    for one in _inferred(rule):
        if one.inferred:
            yield (Figure(abs(Decimal(one.inferred)).normalize(), _family(one)),)


def _family(one: Inferred) -> str:
    return SHARE if isinstance(one.inferred, Percent) else YUAN


def _inferred(rule: Rule) -> Iterator[Inferred]:
    return (one for one in everything_in(rule) if isinstance(one, Inferred))
