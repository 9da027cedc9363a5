"""Holding each title and rule against the words of its clause, so that one figure changed alone is noticed."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.audit.figures import figures_in
from mingbai.audit.inferring import inferred_forms
from mingbai.audit.rule_figures import forms_in
from mingbai.audit.stated import stated_in
from mingbai.corpus.models import Clause


def unsaid(clause: Clause) -> Iterator[str]:
    """Each figure of the title, of a ready answer, and each that a rule computes with, that the clause's words lack.

    People read the words and the rule pays: where only one of them has a figure, nothing holds it. The year of a title
    may be that of the document.
    """
    said = figures_in(clause.text)
    for figure in sorted(stated_in(clause.title, clause.text), key=str):
        if figure.family != "年" and not figure.stands_in(said):
            yield f"标题里的 {figure} 没有写进正文"
    for rule in clause.rules:
        for forms in (*forms_in(rule), *inferred_forms(rule)):
            if not any(form.stands_in(said) for form in forms):
                yield f"规则里的 {forms[0]} 没有写进正文"
    for answer in filter(None, (asked.answer for asked in clause.asked)):
        for figure in sorted(stated_in(answer, clause.text), key=str):
            if not figure.stands_in(said | figures_in(clause.title)):
                yield f"答“{answer}”里的 {figure} 没有写进正文"
