"""The figures of the notes in the front matter, which people read as warnings, held against the whole document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from mingbai.audit.beside import Place, misplaced_in
from mingbai.audit.counting import lengths_in, uncounted
from mingbai.audit.figures import BARE, COUNT, SHARE, Figure, figures_in
from mingbai.audit.order import unrising
from mingbai.audit.pointing import misattributed, mispointed, value_of
from mingbai.audit.quoting import misquoted
from mingbai.audit.reckoning import half_a_digit, misreckoned
from mingbai.audit.rule_figures import forms_in
from mingbai.audit.stated import lengths_of_lists, stated_in
from mingbai.audit.sums import sums_in
from mingbai.audit.told import result_forms
from mingbai.corpus.models import Policy
from mingbai.corpus.problems import Problem

_QUOTED = re.compile("“([^”]*)”")
_UNHELD = re.compile("噪声|参考文献")
_GUESSED = re.compile("应当|应该是|推出|推断")
_PLACE = re.compile("第[0-9一二三四五六七八九十、,，到至和第]+(?:[项条点篇章节期]|部分)|只?列出[0-9]+[类项]")
_YEAR = "年"
_MARGIN = 4
_PERCENT = -2
_PART = re.compile("第([0-9一二三四五六七八九十]+)(?=(?:、[0-9]+)*篇)")
_Evidence = frozenset[Figure]


def unfounded_notes(policy: Policy, text: str, source: _Evidence) -> Iterator[Problem]:
    """Each figure of a note that neither the document nor its clauses have, each wrong sum, quotation and place.

    Left out are the numbers of places (第5项缺失), which are held against the numbering, how many things
    the original 列出, and the digits of notes on noise or further reading. A figure may follow from two others of its
    note (差9元), and a share may stand without its sign in the words that the note quotes (“达95以上”).
    """
    words = "\n".join(clause.text for clause in policy.clauses)
    lengths = frozenset(length for clause in policy.clauses for rule in clause.rules for length in lengths_in(rule))
    named = figures_in(f"{policy.title} {policy.year} {policy.id}")
    known = source | _of_clauses(policy) | frozenset(map(_as_year, named))
    for note in policy.notes:
        messages = (
            *_of_places(note, policy, text),
            *uncounted(note, text, words, lengths, 1 if _UNHELD.search(note) else 2),
            *(() if _UNHELD.search(note) else _of_figures(note, f"{text}\n{words}", text, known)),
        )
        for message in dict.fromkeys(messages):
            yield Problem(policy.file, 1, f"文件头的说明“{note[:12]}…”:{message}")


def _of_figures(note: str, everything: str, text: str, known: _Evidence) -> Iterator[str]:
    yield from _messages(_PLACE.sub("", note), known)
    yield from misquoted(note, text)
    yield from unrising(note)
    yield from misreckoned(note)
    yield from misplaced_in(note, everything, _MARGIN, Place.run)


def _of_places(note: str, policy: Policy, text: str) -> Iterator[str]:
    yield from mispointed(note, text)
    yield from misattributed(note, text)
    yield from _mispaged(note, policy)


def _as_year(figure: Figure) -> Figure:
    """A bare number of the front matter (2018) founds a year and no amount."""
    return Figure(figure.value, _YEAR) if figure.family == BARE else figure


def _mispaged(note: str, policy: Policy) -> Iterator[str]:
    """Each part of the original (第2篇) that a note names and that is none of the policy's."""
    parts = {number for source in policy.sources for number in source.parts}
    for found in _PART.finditer(note):
        if value_of(found[1]) not in parts:
            yield f"来源里没有“{found.group()}篇”"


def _messages(note: str, known: _Evidence) -> Iterator[str]:
    for one in sums_in(note):
        if not one.is_right:
            yield f"算式不对:{one.words}"
        elif all(operand.stands_in(known) for operand in one.operands):
            known |= {figure for figure in one.figures if not figure.stands_in(known)}
    stated, known = stated_in(note), known | _signed(note)
    founded = {one for one in stated if one.stands_in(known)}
    if _GUESSED.search(note):
        founded |= {one for one in stated if Figure(one.value - 1, _YEAR) in founded and one.family == _YEAR}
    while more := {one for one in stated - founded if _follows(one, founded)}:
        founded |= more
    for figure in sorted(stated - founded, key=str):
        yield f"{figure} 不在原文里,也不是从别的数算出来的"


def _of_clauses(policy: Policy) -> _Evidence:
    """What the clauses and rules state, which is held against their own passages."""
    forms = (form for clause in policy.clauses for rule in clause.rules for one in forms_in(rule) for form in one)
    texts = [clause.text for clause in policy.clauses]
    lists = (Figure(Decimal(length), COUNT) for text in texts for length in lengths_of_lists(text))
    told = (form for clause in policy.clauses for case in clause.told for form in result_forms(case))
    return frozenset((*forms, *lists, *told, *(figure for text in texts for figure in figures_in(text))))


def _signed(note: str) -> _Evidence:
    """The shares that numbers in quoted words stand for, where these have lost the sign."""
    quoted = (figure for words in _QUOTED.findall(note) for figure in figures_in(words))
    return frozenset(Figure((one.value / 100).normalize(), SHARE) for one in quoted if one.family in (BARE, COUNT))


def _follows(figure: Figure, others: set[Figure]) -> bool:
    """Whether a figure is a share of 1 more, the sum or difference of two others, or the share one is of the other."""
    if any(other.family == SHARE and figure.value == 1 + other.value for other in others):
        return True
    return any(_comes_of(figure, one, other) for one, other in permutations(others, 2))


def _comes_of(figure: Figure, one: Figure, other: Figure) -> bool:
    if figure.family == SHARE:
        return bool(other.value) and abs(one.value / other.value - figure.value) <= half_a_digit(figure.value, _PERCENT)
    results = (one.value + other.value, one.value - other.value)
    return len({figure.family, one.family, other.family} - {BARE}) <= 1 and figure.value in results
