"""Ids across versions of the corpus: they stay while their rule does, and change with every rule their key turns on."""

import re
from collections.abc import Callable

import pytest

from mingbai.corpus.models import Policy
from mingbai.corpus.problems import Problem
from mingbai.corpus.reader import Corpus, read_policy
from mingbai.quiz.bank import Bank

from ..conftest import CORPUS
from ..rules.inline import VOCABULARY

YUECHI, BEIJING = "yuechi-resident-2009", "beijing-employee-catastrophic-1995"


def bank_of(*policies: Policy) -> Bank:
    return Bank(Corpus({one.id: one for one in policies}, VOCABULARY, "inline"))


def _edited(policy_id: str, edit: Callable[[str], str] = str) -> Policy:
    text = (CORPUS / "policies" / f"{policy_id}.md").read_text(encoding="utf-8")
    problems: list[Problem] = []
    policy = read_policy(edit(text), f"{policy_id}.md", problems)
    assert policy is not None, problems
    return policy


def _keys(bank: Bank, policy_id: str) -> dict[str, str | None]:
    """The answer to everything but whole bills, by id."""
    prompts = [one for one in bank.prompts(policy_id) if not one.kind.startswith("amount")]
    return {one.id: None if (item := one.item()) is None else item.answer for one in prompts}


@pytest.mark.parametrize("policy_id", [YUECHI, "hospital-inpatient-rules", BEIJING])
def test_ids_do_not_change_with_the_words_beside_a_rule(policy_id: str) -> None:
    """Every clause gets a sentence more in front; rules, headings and numbered steps stay."""
    edited = _edited(policy_id, lambda text: re.sub(r"(?m)^(> 原文 .+\n)\n", r"\1\n这一条核对过。\n\n", text))
    before, after = bank_of(_edited(policy_id)), bank_of(edited)
    assert "这一条核对过" in "".join(clause.text for clause in edited.clauses)
    assert _ids(before, policy_id) == _ids(after, policy_id)


def _ids(bank: Bank, policy_id: str) -> set[str]:
    return {one.id for one in bank.prompts(policy_id)}


def test_ids_do_not_change_with_other_policies_or_the_order_of_files() -> None:
    alone, both, turned = (
        bank_of(*(_edited(one) for one in order)) for order in ([YUECHI], [YUECHI, BEIJING], [BEIJING, YUECHI])
    )
    assert _ids(alone, YUECHI) == _ids(both, YUECHI) == _ids(turned, YUECHI)
    assert both.quiz(items=30, seed=1) == turned.quiz(items=30, seed=1)


def test_a_premium_out_of_a_low_base_has_another_id_when_the_rate_changes() -> None:
    """The unit pays 6% of the base: the base is one rule, the 6% another, and the key turns on both."""
    edited = _edited(BEIJING, lambda text: text.replace("单位: 6%", "单位: 5%"))
    before, after = (_keys(bank_of(one), BEIJING) for one in (_edited(BEIJING), edited))
    assert "635.04" in before.values()  # 980*90%*12*6%
    assert "529.20" in after.values()  # 980*90%*12*5%
    assert all(before[id_] == after[id_] for id_ in before.keys() & after.keys())


@pytest.mark.parametrize("policy_id", [YUECHI, BEIJING])
def test_no_id_keeps_another_key_whatever_figure_changes(policy_id: str) -> None:
    """The first figure of each rule raised by one in turn: what keeps its id keeps its answer, and some id changes."""
    text = (CORPUS / "policies" / f"{policy_id}.md").read_text(encoding="utf-8")
    before = _keys(bank_of(_edited(policy_id)), policy_id)
    rules = list(re.finditer(r"```rule\n(.*?)```", text, re.DOTALL))
    changed = 0
    for rule in rules:
        figure = re.search(r"(?<![\d.:-])(?<=[:\s])(\d{2,3})(?=[,\s}%])", rule[1])
        if figure is None:
            continue
        at = rule.start(1) + figure.start(1)
        raised = text[:at] + str(int(figure[1]) + 1) + text[at + len(figure[1]) :]
        policy = read_policy(raised, f"{policy_id}.md", [])
        if policy is None:
            continue
        changed += 1
        after = _keys(bank_of(policy), policy_id)
        assert all(before[id_] == after[id_] for id_ in before.keys() & after.keys()), rule[1]
    assert changed >= 4
