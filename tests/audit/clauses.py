"""One clause of an invented policy, as the reader gives it."""

from mingbai.corpus.models import Clause
from mingbai.corpus.reader import read_policy

from .conftest import POLICY


def clause(words: str, block: str = "", title: str = "报多少") -> Clause:
    """The clause of these words, with a block of rules, cases or ways of asking under it."""
    text = POLICY.split("## 依据")[0] + f"## {title} {{#share}}\n> 原文 一\n\n{words}\n\n{block}"
    policy = read_policy(text, "county.md", [])
    assert policy is not None
    return policy.clauses[0]
