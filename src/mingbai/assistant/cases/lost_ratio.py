"""A care whose ratio the source has lost: no bill is asked for of which nothing could be worked out (大额报几成)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from mingbai.corpus.models import Share
from mingbai.corpus.values import Lost
from mingbai.rules.book import Book
from mingbai.rules.case import Case
from mingbai.rules.estimate import Estimate, Missing, estimated

__all__ = ["lost_whatever_the_bill"]

_PROBES = (Decimal(1_000), Decimal(1_000_000))
"""Bills of very different size: what is said of both holds for any."""


def lost_whatever_the_bill(book: Book, case: Case, asked: Missing) -> Estimate | None:
    """What can be told of a care asked for by name whose bill would be asked for, though none could be worked out.

    The source then has no ratio for it (大额报几成), and nothing that a person could supply; None where a bill helps.
    """
    bill, computation = asked.facts[0], book.by_care.get(str(case.get("care")))
    if computation is None or computation.layers or bill != computation.rule.bill or len(asked.facts) > 1:
        return None
    if any(isinstance(one, Decimal) for one in case.facts.values()):
        return None  # a sum of something else was told
    choice = computation.vocabulary.facts["care"].choices[str(case.get("care"))]
    if not choice.is_by_name or not any(isinstance(step, Share) and _is_lost(step) for step in computation.rule.steps):
        return None
    found = [estimated(book, case.with_facts(**{bill: one})) for one in _PROBES]
    first = found[0]
    is_lost = first is not None and all(one is not None and one.status == "unknown" for one in found)
    return replace(first, lines=()) if first and is_lost else None


def _is_lost(step: Share) -> bool:
    return isinstance(step.share, Lost) and step.share.ask is None
