"""Items on what the source does not say: which figure of a policy cannot be given."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from random import Random

from mingbai.corpus.audit import rule_quantities
from mingbai.corpus.models import ComputingRule, Policy
from mingbai.corpus.values import Lost, leaves
from mingbai.quiz.prompt import Draft, Prompt, Wrong, content_of
from mingbai.quiz.shelf import Shelf


def unsaid_prompts(shelf: Shelf, policy: Policy) -> Iterator[Prompt]:
    """Why a figure of an estimate cannot be said."""
    for clause in policy.clauses:
        for rule in (one for one in clause.rules if isinstance(one, ComputingRule)):
            lost = dict.fromkeys(
                leaf.lost for quantity in rule_quantities(rule) for leaf in leaves(quantity) if isinstance(leaf, Lost)
            )
            kind = "adjusts" if hasattr(rule, "adjusts") else "estimate"
            for reason in lost:
                make = partial(Prompt, policy, clause, "unsaid")
                build = partial(_why, shelf, policy, clause.title, reason)
                yield make("why", kind, content_of(rule), (reason,), build)


def _why(shelf: Shelf, policy: Policy, title: str, reason: str, rng: Random) -> Draft:
    question = f"《{policy.title}》“{title}”这一条,有的数说不准。原因是哪一个?"
    others = [Wrong(text, f"这是《{other}》里的原因") for other, text in _reasons(shelf, policy)]
    rng.shuffle(others)
    return Draft("single_choice", question, reason, f"原因是:{reason}。", tuple(others))


def _reasons(shelf: Shelf, policy: Policy) -> Iterator[tuple[str, str]]:
    for other in shelf.corpus.policies.values():
        if other.id == policy.id:
            continue
        for clause in other.clauses:
            for rule in (one for one in clause.rules if isinstance(one, ComputingRule)):
                for quantity in rule_quantities(rule):
                    yield from ((other.title, leaf.lost) for leaf in leaves(quantity) if isinstance(leaf, Lost))
