"""What a stack must not be: layers that lead nowhere, or that cannot follow one another."""

import pytest

from mingbai.corpus.models import Policy
from mingbai.corpus.problems import Problem
from mingbai.corpus.reader import read_policy
from mingbai.corpus.stacks import audit_stacks
from tests.rules.inline import VOCABULARY, policy_of

FIRST = "estimate: 住院\nsteps:\n  - share: 60%"
SECOND = "estimate: 大病保险补偿\nbill: own_share\nsteps:\n  - share: 50%"
CASES = "- {given: {care: 住院各项合计, cost: 1000}, pays: 800.00, sum: 1000*60%+400*50%}"


def stack(*layers: str, name: str = "住院各项合计") -> str:
    return f"stacks: {name}\nlayers:\n" + "".join(f"  - {{{layer}}}\n" for layer in layers)


def problems(*rules: str, cases: str = CASES) -> list[str]:
    """What the audit says of a policy; the worked cases stand under its first clause, the stack."""
    return [str(one).split(":", 3)[-1] for one in audit_stacks(policy_of(*rules, cases=cases), VOCABULARY)]


def test_a_sound_stack_has_none() -> None:
    assert problems(stack("care: 住院", "care: 大病保险补偿"), FIRST, SECOND) == []
    assert problems(stack("lost: 报道没有写", "care: 大病保险补偿"), SECOND) == []


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ((stack("care: 住院", "care: 医疗救助"), FIRST), "不算“医疗救助”;算的是 住院"),
        ((stack("care: 住院", "care: 普通门诊"), FIRST, FIRST.replace("住院", "普通门诊")), "接不到前一层后面"),
        (
            (stack("care: 大病保险补偿", "care: 医疗救助"), SECOND, SECOND.replace("大病保险补偿", "医疗救助")),
            "第一层要按 cost 算",
        ),
        ((stack("care: 住院", "care: 大病保险补偿", name="住院"), FIRST, SECOND), "叠加要用自己的名字"),
        ((stack("care: 住院", "care: 大病保险补偿", name="样样都算"), FIRST, SECOND), "没有“样样都算”这一项"),
        ((stack("care: 住院", "care: 大病保险补偿, when: {insured: 神仙}"), FIRST, SECOND), "没有“神仙”这一项"),
        (
            (
                stack("care: 住院", "care: 大病保险补偿"),
                FIRST,
                SECOND,
                "adjusts: c3\nwhen: {own_share: {at_least: 5000}}\nshare: {replace: 80%}",
            ),
            "有按 own_share 多少分的条件",
        ),
    ],
)
def test_a_layer_that_cannot_stand_there(rules: tuple[str, ...], words: str) -> None:
    assert any(words in one for one in problems(*rules)), problems(*rules)


def test_a_stack_needs_worked_cases() -> None:
    assert any(
        "没有算例" in one for one in problems(stack("care: 住院", "care: 大病保险补偿"), FIRST, SECOND, cases="")
    )


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (stack("care: 住院"), "layers"),
        (stack("care: 住院, lost: 没有", "care: 大病保险补偿"), "中的一个"),
        (stack("payer: 医保基金", "care: 大病保险补偿"), "中的一个"),
        (stack("care: 住院", "lost: 后面都没有写"), "最后一层要能算"),
        (stack("care: 住院, when: {insured: 学生}", "care: 大病保险补偿"), "第一层人人都有"),
    ],
)
def test_a_record_that_makes_no_sense_is_refused(rule: str, words: str) -> None:
    found: list[Problem] = []
    front = (
        "---\nid: x\ntitle: 题\nkind: policy\nnature: notice\nplace: []\nscheme: 居民医保\nyear: 2020年\n"
        "sources: [{file: a.txt, part: 1}]\n---\n"
    )
    policy: Policy | None = read_policy(
        f"{front}## 条 {{#c}}\n> 原文 一\n\n文。\n\n```rule\n{rule}\n```\n", "x.md", found
    )
    assert policy is None
    assert any(words in str(one) for one in found), found
