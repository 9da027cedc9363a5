"""Daily practice: what one gets right comes back later than what one gets wrong."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from mingbai.quiz.bank import Bank
from mingbai.quiz.item import Item
from mingbai.quiz.store.practice import Practice

_DAY = datetime(2026, 3, 1, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def items(bank: Bank) -> tuple[Item, ...]:
    return bank.quiz(["chongqing-resident-2013"], 3, seed=1).items


def _wrong(item: Item) -> str:
    return next(choice.text for choice in item.choices if not choice.right)


def test_new_items_are_due_at_once_and_only_for_their_person(
    engine: Engine, bank: Bank, items: tuple[Item, ...]
) -> None:
    practice = Practice(engine, bank.find)
    practice.add("小王", items, _DAY)
    assert set(practice.due("小王", _DAY)) == set(items)
    assert practice.due("小李", _DAY) == ()


def test_right_answer_comes_back_later_than_a_wrong_one(engine: Engine, bank: Bank, items: tuple[Item, ...]) -> None:
    practice = Practice(engine, bank.find)
    practice.add("小王", items[:2], _DAY)
    now = _DAY
    for _ in range(3):
        practice.answer("小王", items[0], items[0].answer, now)
        practice.answer("小王", items[1], _wrong(items[1]), now)
        now += timedelta(days=1)
    assert practice.due("小王", now) == (items[1],)


def test_known_item_keeps_its_place_when_it_is_added_again(engine: Engine, bank: Bank, items: tuple[Item, ...]) -> None:
    practice = Practice(engine, bank.find)
    practice.add("小王", items[:1], _DAY)
    practice.answer("小王", items[0], items[0].answer, _DAY)
    practice.add("小王", items[:1], _DAY)
    assert practice.due("小王", _DAY) == ()


def test_item_whose_rule_has_changed_is_not_asked_again(engine: Engine, bank: Bank, items: tuple[Item, ...]) -> None:
    Practice(engine, bank.find).add("小王", items, _DAY)
    gone = items[0].id
    changed = Practice(engine, lambda id_: None if id_ == gone else bank.find(id_))
    assert {one.id for one in changed.due("小王", _DAY)} == {one.id for one in items[1:]}
