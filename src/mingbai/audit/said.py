"""Holding each rule against the words it stands under, so that one figure changed alone is noticed in either."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.audit.figures import figures_in
from mingbai.audit.inferring import inferred_forms
from mingbai.audit.rule_figures import forms_in
from mingbai.corpus.models import Clause


def unsaid(clause: Clause) -> Iterator[str]:
    """Each figure a rule computes with that neither the title nor the words of its clause say.

    People read the words and the rule pays: where only one of them has a figure, nothing holds it.
    """
    said = figures_in(f"{clause.title}\n{clause.text}")
    for rule in clause.rules:
        for forms in (*forms_in(rule), *inferred_forms(rule)):
            if not any(form.stands_in(said) for form in forms):
                yield f"规则里的 {forms[0]} 没有写进正文"
