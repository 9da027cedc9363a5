"""Bills that several rules pay one after the other: what is asked, the mistakes, ids that change with each layer."""

import pytest

from mingbai.quiz.bank import Bank
from mingbai.quiz.item import Item

from ..rules.inline import policy_of
from .test_stable_ids import bank_of

BASIC = "estimate: 住院\nsteps:\n  - deductible: 500\n  - share: 60%"
SECOND = "estimate: 医疗救助\nbill: own_share\nsteps:\n  - share: 50%"
STACK = "stacks: 住院各项合计\nlayers:\n  - {care: 住院}\n  - {care: 医疗救助, payer: 医疗救助}"
LOST = "estimate: 住院\nsteps:\n  - share: {lost: 原文没有写比例}"


def _items(*rules: str) -> list[Item]:
    bank = bank_of(policy_of(*rules))
    return [item for one in bank.prompts("inline") if one.rule_kind == "stacks" and (item := one.item())]


@pytest.fixture(scope="module")
def known() -> list[Item]:
    return _items(BASIC, SECOND, STACK)


def test_all_layers_are_added_up_and_the_first_alone_is_a_mistake(known: list[Item]) -> None:
    item = next(one for one in known if one.type == "single_choice" and ":12,800.00" in one.question)
    assert item.question.endswith("各道都报完一共付多少?")
    assert item.answer == "10,090.00元"  # (12800-500)*60% = 7380; half of the remaining 5420 is 2710
    wrong = {choice.why: choice.text for choice in item.choices if not choice.right}
    told = {
        "只算了第一道,忘了后面还能再报": "7,380.00元",
        "忘了扣起付线": "10,240.00元",  # 12800*60% = 7680; half of the remaining 5120 is 2560
        "算成了自己要付的钱,问的是各道一共付的钱": "2,710.00元",
    }
    assert wrong == told


def test_what_the_first_layer_left_is_only_told_where_the_rules_do_not_say_it(known: list[Item]) -> None:
    assert not [one for one in known if "第一道报完自己还要出" in one.question]
    items = [one for one in _items(LOST, SECOND, STACK) if "第一道报完自己还要出:5,120.00元" in one.question]
    number = next(one for one in items if one.type == "number")
    assert number.answer == "10240.00"  # 12800-5120 = 7680, and half of 5120
    assert {one.type for one in items} == {"number", "single_choice", "true_false"}


def test_layers_of_the_corpus_are_asked_to_the_fen(bank: Bank) -> None:
    """桂阳: nobody knows the first layer; told what it left, the other two can be worked out."""
    prompts = [one for one in bank.prompts("guiyang-resident-2018") if one.kind == "amount-number"]
    told = {"care=住院各项合计", "hardship=建档立卡", "cost=3600", "own_share=1440.00"}
    item = next(one.item() for one in prompts if told <= set(one.facts))
    assert item is not None
    assert item.answer == "2880.00"  # 3600-1440 = 2160; 1440 is below 5000; 1440*50% = 720


@pytest.mark.parametrize(
    ("was", "now"),
    [("share: 60%", "share: 61%"), ("share: 50%", "share: 51%"), ("payer: 医疗救助", "payer: 大病保险")],
)
def test_a_change_of_any_layer_changes_the_ids(known: list[Item], was: str, now: str) -> None:
    changed = _items(*(rule.replace(was, now) for rule in (BASIC, SECOND, STACK)))
    assert len(changed) == len(known)
    assert not {one.id for one in changed} & {one.id for one in known}


def test_a_condition_of_a_layer_changes_the_ids(known: list[Item]) -> None:
    conditional = STACK.replace("payer: 医疗救助}", "payer: 医疗救助, when: {hardship: [低保]}}")
    assert not {one.id for one in _items(BASIC, SECOND, conditional)} & {one.id for one in known}
