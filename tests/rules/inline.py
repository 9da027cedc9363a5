"""Small policies written inside a test: a rule or several, read by the real reader with the real vocabulary."""

from decimal import Decimal

from mingbai.corpus.models import Policy
from mingbai.corpus.problems import Problem
from mingbai.corpus.reader import read_policy
from mingbai.rules.book import Book
from mingbai.rules.case import Case
from mingbai.rules.estimate import Estimate, Missing, estimate
from mingbai.rules.statement import total
from tests.inline import FRONT, VOCABULARY


def policy_of(*rules: str, cases: str = "", in_force: str = "") -> Policy:
    """A policy with each rule in a clause of its own, named c1, c2, …; the worked cases stand under the first."""
    text = FRONT.replace("year:", f"in_force: {in_force}\nyear:") if in_force else FRONT
    for number, rule in enumerate(rules, 1):
        text += f"## 第{number}条 {{#c{number}}}\n> 原文 {number}\n\n如下。\n\n```rule\n{rule}\n```\n\n"
        if number == 1 and cases:
            text += f"```cases\n{cases}\n```\n\n"
    problems: list[Problem] = []
    policy = read_policy(text, "inline.md", problems)
    assert policy is not None, problems
    return policy


def book_of(*rules: str, in_force: str = "") -> Book:
    return Book.of(policy_of(*rules, in_force=in_force), VOCABULARY)


def steps(*lines: str, assumes: str = "") -> str:
    """An estimate rule for 住院 of these steps."""
    return "\n".join(("estimate: 住院", *((f"assumes: [{assumes}]",) if assumes else ()), "steps:", *lines))


def ask(book: Book, **facts: str | int) -> Estimate | Missing:
    given = {name: value if isinstance(value, str) else Decimal(value) for name, value in facts.items()}
    return estimate(book, Case.read({"care": "住院", **given}, VOCABULARY))


def settle(book: Book, **facts: str | int) -> Estimate:
    """The estimate of a case that lacks nothing; its statement must add up to the bill."""
    result = ask(book, **facts)
    assert isinstance(result, Estimate), result
    if "cost" in facts:
        whole = Decimal(facts["cost"]) + Decimal(facts.get("self_funded", 0))
        assert total(result.lines) == whole
    assert all(line.amount > 0 for line in result.lines)
    return result


def exact(book: Book, **facts: str | int) -> str:
    """The payment of a case that is certain."""
    result = settle(book, **facts)
    assert result.status == "exact", result
    assert result.amount == result.low == result.high
    return str(result.amount)


def ledger(result: Estimate) -> list[tuple[str, str, str]]:
    """The statement as (label, amount, payer)."""
    return [(line.label, str(line.amount), line.payer) for line in result.lines]


def bounds(result: Estimate) -> tuple[str, str | None, str | None, str | None]:
    """Status, amount, low and high, as the reply writes them."""
    figures = (result.amount, result.low, result.high)
    amount, low, high = (None if one is None else str(one) for one in figures)
    return result.status, amount, low, high
