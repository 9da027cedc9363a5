"""The corpus as the makers of items use it: books, and the figures and lists of other policies to be mistaken for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from mingbai.corpus.audit import step_quantities
from mingbai.corpus.models import Allowance, Cap, Deductible, EstimateRule, Policy, Share, Step
from mingbai.corpus.reader import Corpus
from mingbai.quiz.figures import Other, leaves_of
from mingbai.rules.book import Book

STEP_NAMES: dict[type[Step], str] = {
    Share: "报销比例",
    Deductible: "起付线",
    Cap: "封顶线",
    Allowance: "定额",
}


@dataclass(frozen=True)
class Shelf:
    """A corpus with what is computed from it once."""

    corpus: Corpus

    @cached_property
    def books(self) -> Mapping[str, Book]:
        """The book of every document, empty where it computes nothing."""
        vocabulary = self.corpus.vocabulary
        return {policy.id: Book.of(policy, vocabulary) for policy in self.corpus.policies.values()}

    def others(self, policy: Policy, name: str, care: str) -> tuple[Other, ...]:
        """The figures of this name in other policies, those for the same care first."""
        found = [one for one in self._figures[name] if one[0] != policy.id]
        found.sort(key=lambda one: care not in one[1])
        return tuple(other for _, _, other in found)

    @cached_property
    def _figures(self) -> Mapping[str, list[tuple[str, tuple[str, ...], Other]]]:
        found: dict[str, list[tuple[str, tuple[str, ...], Other]]] = defaultdict(list)
        for policy in self.corpus.policies.values():
            for rule in _estimates(policy):
                for name, figure in _plain_figures(rule):
                    why = f"拿错了政策:这是《{policy.title}》的{name}"
                    found[name].append((policy.id, rule.estimate, Other(figure, why)))
        return found


def _estimates(policy: Policy) -> Iterator[EstimateRule]:
    for clause in policy.clauses:
        for rule in clause.rules:
            if isinstance(rule, EstimateRule):
                yield rule


def _plain_figures(rule: EstimateRule) -> Iterator[tuple[str, Decimal]]:
    for step in rule.steps:
        name = STEP_NAMES.get(type(step))
        if name:
            for quantity in step_quantities(step):
                for leaf in leaves_of(quantity):
                    if isinstance(leaf.value, Decimal) and leaf.value.is_finite():
                        yield name, leaf.value
