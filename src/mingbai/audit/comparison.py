"""Holding the figures of each clause against the passage it is located at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mingbai.audit.answering import misanswered
from mingbai.audit.beside import misplaced
from mingbai.audit.counting import miscounted
from mingbai.audit.figures import COUNT, RANK, YEAR_MONTH, Figure, figures_in
from mingbai.audit.heading import misdated, misnamed, years_of
from mingbai.audit.inferring import inferred_forms, unreasoned
from mingbai.audit.notes import unfounded_notes
from mingbai.audit.order import disordered
from mingbai.audit.pointing import mispointed
from mingbai.audit.prose import slips_of_prose
from mingbai.audit.quoting import misquoted
from mingbai.audit.reading import misread
from mingbai.audit.repeating import repeated
from mingbai.audit.rule_figures import forms_in, texts_in
from mingbai.audit.said import unsaid
from mingbai.audit.stated import stated_in
from mingbai.audit.sums import sums_in
from mingbai.audit.told import operand_forms, told_forms
from mingbai.audit.worked_figures import strange_figures
from mingbai.corpus.models import Clause, Policy
from mingbai.corpus.problems import Problem
from mingbai.corpus.sources.locate import LocatorError
from mingbai.corpus.sources.originals import Originals, original_passage
from mingbai.corpus.sources.outline import items
from mingbai.corpus.sources.spelling import squeezed

_QUOTED = re.compile("“([^”]+)”")
_Evidence = frozenset[Figure]


def unlocated(originals: Originals, policy: Policy) -> Iterator[Problem]:
    """Each locator that leads nowhere, or to more than one place."""
    for clause in policy.clauses:
        if all(source.awaited for source in policy.sources_of(clause)):
            continue
        for locator in clause.locators:
            try:
                places = originals.places(policy, clause, locator)
            except LocatorError as error:
                yield Problem(policy.file, clause.line, f"条款 {clause.id}:{error}")
                continue
            if len(places) > 1:
                yield Problem(policy.file, clause.line, f"条款 {clause.id}:“{locator}”在几篇原文里都有")


def unfounded(originals: Originals, policy: Policy) -> Iterator[Problem]:
    """Each figure of a clause's words, rules and told cases that its passage does not have, and each wrong sum.

    A figure is founded if it stands in the passage; if it is the year of the document; if a note of the front matter
    gives it and quotes the words it is read from; or if a sum written out in the clause gives it.
    """
    text = _source_text(originals, policy)
    vouched = _vouched(policy, text)
    anywhere = figures_in(text) | vouched
    years = years_of(policy)
    if not policy.awaits_originals:
        yield from (Problem(policy.file, 1, message) for message in misnamed(policy, text))
        yield from unfounded_notes(policy, text, figures_in(text) | _listed(text))
    for clause, message in strange_figures(policy):
        yield Problem(policy.file, clause.line, f"条款 {clause.id}:{message}")
    for clause in policy.clauses:
        passage = original_passage(originals, policy, clause)
        if passage is None:
            continue
        found = figures_in(passage)
        evidence = found | _listed(passage) | vouched | years | _months(years, found)
        messages = (
            *_messages(clause, evidence),
            *_of_told(clause, evidence, anywhere),
            *misdated(clause, policy),
            *_by_itself(clause),
            *_by_passage(clause, passage),
        )
        for message in dict.fromkeys(messages):
            yield Problem(policy.file, clause.line, f"条款 {clause.id}:{message}")


def _by_itself(clause: Clause) -> Iterator[str]:
    """What a clause says otherwise in one place than in another."""
    for check in (slips_of_prose, disordered, unsaid, misanswered):
        yield from check(clause)
    for rule in clause.rules:
        yield from misread(rule)


def _by_passage(clause: Clause, passage: str) -> Iterator[str]:
    """What a clause says in figures that its passage has, but elsewhere or otherwise."""
    for check in (misplaced, repeated, miscounted):
        yield from check(clause, passage)
    answers = (asked.answer for asked in clause.asked if asked.answer)
    words = "\n".join((clause.text, *(text for rule in clause.rules for text in texts_in(rule))))
    yield from misquoted(words, passage)
    yield from mispointed("\n".join((words, *answers)), passage)


def _messages(clause: Clause, evidence: _Evidence) -> Iterator[str]:
    for rule in clause.rules:
        yield from unreasoned(rule)
        evidence |= frozenset(one for forms in inferred_forms(rule) for one in forms)
        for forms in forms_in(rule):
            if any(form.stands_in(evidence) for form in forms):
                evidence |= frozenset(forms)
            else:
                yield f"规则里的 {forms[0]} 不在它的原文里"
    for one in sums_in(clause.text):
        if not one.is_right:
            yield f"算式不对:{one.words}"
        elif all(operand.stands_in(evidence) for operand in one.operands):
            evidence |= {figure for figure in one.figures if not figure.stands_in(evidence)}
    for figure in sorted(frozenset().union(*_stated(clause)), key=str):
        if not figure.stands_in(evidence):
            yield f"{figure} 不在它的原文里"


def _stated(clause: Clause) -> Iterator[_Evidence]:
    """What the words of a clause and of its rules state; in a rule, a rank (三级) may be but our name of a choice."""
    yield stated_in(clause.text)
    yield stated_in(clause.title, clause.text)
    for text in (text for rule in clause.rules for text in texts_in(rule)):
        yield frozenset(one for one in stated_in(text, clause.text) if one.family != RANK)


def _of_told(clause: Clause, evidence: _Evidence, anywhere: _Evidence) -> Iterator[str]:
    """Each figure of a told case that the passage does not have; its sum may start from figures of other passages."""
    for case in clause.told:
        unsaid = (forms for forms in told_forms(case) if not any(one.stands_in(evidence) for one in forms))
        known = evidence | anywhere
        unknown = (forms for forms in operand_forms(case) if not any(one.stands_in(known) for one in forms))
        for forms in (*unsaid, *unknown):
            yield f"原文讲的“{case.tells}”里的 {forms[0]} 不在它的原文里"


def _listed(passage: str) -> _Evidence:
    """What the numbering of the passage tells: how many items a list has, and which of them are lost (第3、4项)."""
    lists: dict[tuple[str, int], set[int]] = {}
    for item in items(passage.split("\n")):
        lists.setdefault((item.style, item.depth), set()).add(item.number)
    told = {max(there) for there in lists.values()}
    for there in lists.values():
        told |= set(range(1, max(there))) - there
    return frozenset(Figure(Decimal(number), COUNT) for number in told)


def _months(years: _Evidence, found: _Evidence) -> _Evidence:
    """The months the passage names, in each year of the document: 于8月1日推行 is 2018年8月."""
    months = [one.value for one in found if one.family == "月"]
    return frozenset(Figure(year.value * 100 + month, YEAR_MONTH) for year in years for month in months)


def _source_text(originals: Originals, policy: Policy) -> str:
    parts = (originals.part(source.file, int(source.part)) for source in policy.sources)
    return "\n".join(paragraph.text for part in parts if part for paragraph in part.paragraphs)


def _vouched(policy: Policy, source: str) -> _Evidence:
    """The figures of notes that quote words of the original: “达95以上”缺百分号,按95%读."""
    quoting = (note for note in policy.notes if _quotes(note, squeezed(source)))
    return frozenset().union(*map(figures_in, quoting))


def _quotes(note: str, source: str) -> bool:
    return any(squeezed(words) in source for words in _QUOTED.findall(note))
