"""Items on order: the steps of a procedure that a clause numbers, and the order in which a rule works out a bill."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from random import Random

from mingbai.corpus.models import (
    Allowance,
    Bands,
    Cap,
    Clause,
    Deductible,
    EstimateRule,
    FirstOwn,
    Policy,
    Share,
    Step,
)
from mingbai.quiz.item import THEN
from mingbai.quiz.prompt import Draft, Prompt, Wrong, content_of
from mingbai.quiz.shelf import Shelf

_NUMBERED = re.compile(r"^(\d+)\. (.+)$", re.MULTILINE)
_ORDERED = re.compile("手续|几步|步骤|流程|程序|顺序")
_FEWEST, _MOST = 3, 7
_Order = tuple[str, ...]


def order_prompts(shelf: Shelf, policy: Policy) -> Iterator[Prompt]:
    """The order of each procedure, and of each sum of three steps or more."""
    for clause in policy.clauses:
        steps = numbered_steps(clause)
        if steps:
            build = partial(_ask, f"按《{policy.title}》,“{clause.title}”这一条写的先后顺序是哪一种?", steps)
            content = "\n".join(steps)
            yield Prompt(policy, clause, "procedure", "steps", "procedure", content, (), build, _choices_of(steps))
        for rule in (one for one in clause.rules if isinstance(one, EstimateRule)):
            sums = tuple(map(_step_words, rule.steps))
            if _FEWEST <= len(sums) == len(set(sums)):
                question = f"按《{policy.title}》,算{rule.estimate[0]}这笔账,先后顺序是哪一种?"
                build = partial(_ask, question, sums)
                content = content_of(rule)
                turns = _choices_of(sums)
                yield Prompt(policy, clause, "procedure", "sum", "estimate", content, ("order",), build, turns)


def numbered_steps(clause: Clause) -> _Order:
    """The steps of a clause that says it gives an order; nothing for a mere list."""
    found = [(int(number), text) for number, text in _NUMBERED.findall(clause.text)]
    in_order = [number for number, _ in found] == list(range(1, len(found) + 1))
    if not in_order or not _FEWEST <= len(found) <= _MOST:
        return ()
    lead = clause.text[: clause.text.index("1. ")]
    says_so = _ORDERED.search(clause.title + lead) or found[0][1].startswith("先")
    return tuple(text for _, text in found) if says_so else ()


def _step_words(step: Step) -> str:
    match step:
        case FirstOwn():
            return "特定部分先由个人付一份"
        case Deductible():
            return "扣起付线"
        case Share():
            return "乘报销比例"
        case Bands():
            return "分段乘报销比例"
        case Cap():
            return "看报销金额有没有超过封顶线" if step.limits == "payment" else "看费用有没有超过限额"
        case Allowance():
            return "按定额给"


def _choices_of(order: _Order) -> int:
    """How often one must choose what comes next before only a pair is left."""
    return len(order) - 2


def _words(order: _Order) -> str:
    return THEN.join(order)


def _ask(question: str, steps: _Order, rng: Random) -> Draft:
    right = _words(steps)
    swapped = [Wrong(_words(_swap(steps, at)), f"第{at + 1}步和第{at + 2}步弄反了") for at in range(len(steps) - 1)]
    rng.shuffle(swapped)
    others = [
        Wrong(_words(steps[::-1]), "整个倒过来了"),
        Wrong(_words((steps[-1], *steps[:-1])), "把最后一步提到了最前面"),
        Wrong(_words((*steps[1:], steps[0])), "把第一步放到了最后"),
    ]
    rng.shuffle(others)
    return Draft("ordering", question, right, f"顺序是:{right}。", (*swapped[:2], *others))


def _swap(steps: _Order, at: int) -> _Order:
    order = list(steps)
    order[at], order[at + 1] = order[at + 1], order[at]
    return tuple(order)
