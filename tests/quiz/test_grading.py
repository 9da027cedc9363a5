"""Reading answers as people write them, and the score of a quiz."""

import pytest

from mingbai.quiz.bank import Bank
from mingbai.quiz.errors import QuizError
from mingbai.quiz.grading import LETTERS, feedback, score, steps_of
from mingbai.quiz.item import Choice, Item, ItemType


@pytest.fixture
def items(bank: Bank) -> dict[ItemType, Item]:
    return {item.type: item for item in bank.quiz(["chongqing-resident-2013"], 200, seed=3).items}


def test_letter_number_or_text_of_a_choice(items: dict[ItemType, Item]) -> None:
    item = items["single_choice"]
    at = next(place for place, choice in enumerate(item.choices) if choice.right)
    for given in (LETTERS[at], LETTERS[at].lower(), str(at + 1), item.answer, f" {item.answer} "):
        assert feedback(item, given).is_right


def test_wrong_choice_is_told_its_mistake(items: dict[ItemType, Item]) -> None:
    item = items["single_choice"]
    at = next(place for place, choice in enumerate(item.choices) if not choice.right)
    told = feedback(item, LETTERS[at])
    assert not told.is_right
    assert told.why == item.choices[at].why
    assert told.answer == item.answer


@pytest.mark.parametrize("form", ["{}", "{}元", " {} 元 ", "¥{}"])
def test_amount_however_it_is_written(items: dict[ItemType, Item], form: str) -> None:
    item = items["number"]
    assert feedback(item, form.format(item.answer)).is_right
    assert feedback(item, form.format(f"{float(item.answer):,.2f}")).is_right


def test_amount_that_is_a_known_mistake_is_told_its_name(items: dict[ItemType, Item]) -> None:
    item = items["number"]
    slip = next(choice for choice in item.choices if not choice.right)
    assert feedback(item, slip.text).why == slip.why


def test_amount_one_fen_off_is_wrong(items: dict[ItemType, Item]) -> None:
    item = items["number"]
    told = feedback(item, str(round(float(item.answer) + 0.01, 2)))
    assert not told.is_right
    assert "一步一步" in told.why


@pytest.mark.parametrize(
    ("given", "read"), [("对", "对"), ("√", "对"), ("错", "错"), ("不对", "错"), ("A", "对"), ("b", "错")]
)
def test_judgement_however_it_is_written(items: dict[ItemType, Item], given: str, read: str) -> None:
    assert feedback(items["true_false"], given).given == read


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        ("single_choice", "Z", "不在选项里"),
        ("single_choice", "", "不在选项里"),
        ("true_false", "也许", "不在选项里"),
        ("number", "很多", "看得懂的金额"),
        ("number", "", "看得懂的金额"),
        ("number", "45%", "看得懂的金额"),
    ],
)
def test_answer_that_cannot_be_read_gets_a_clear_word(
    items: dict[ItemType, Item], kind: ItemType, given: str, said: str
) -> None:
    with pytest.raises(QuizError, match=said):
        feedback(items[kind], given)


def test_score_by_topic(bank: Bank) -> None:
    items = bank.quiz(["chongqing-resident-2013"], 4, seed=1, topics=["share"]).items
    given = [feedback(item, item.answer) for item in items[:2]]
    wrong = next(choice.text for choice in items[2].choices if not choice.right)
    result = score(items, [*given, feedback(items[2], wrong)])
    assert (result.right, result.answered, result.asked) == (2, 3, 4)
    assert result.by_topic == {"报销比例": (2, 3)}
    assert result.wrong == (items[2].id,)


@pytest.mark.parametrize(
    ("given", "read"),
    [("3万", "30000.00"), ("1.2万元", "12000.00"), ("三万五", "35000.00"), ("13,140元", "13140.00"), ("0", "0.00")],
)
def test_amount_as_people_say_it(items: dict[ItemType, Item], given: str, read: str) -> None:
    assert feedback(items["number"], given).given == read


@pytest.mark.parametrize("given", ["3天", "大概3万", "3到5万", "3万和5万", "45%"])
def test_what_is_not_one_amount_is_not_read_as_one(items: dict[ItemType, Item], given: str) -> None:
    with pytest.raises(QuizError, match="看得懂的金额"):
        feedback(items["number"], given)


def test_steps_in_any_order_are_an_answer(items: dict[ItemType, Item]) -> None:
    choices = (
        Choice(text="甲 → 乙 → 丙 → 丁", right=True, why=""),
        Choice(text="乙 → 甲 → 丙 → 丁", right=False, why="反"),
    )
    changes = {"choices": choices, "answer": choices[0].text, "type": "ordering"}
    item = items["ordering"].model_copy(update=changes)
    assert steps_of(item) == ("甲", "乙", "丙", "丁")
    assert feedback(item, "甲 → 乙 → 丙 → 丁").is_right
    assert feedback(item, "乙 → 甲 → 丙 → 丁").why == "反"
    told = feedback(item, "甲 → 丁 → 丙 → 乙")
    assert (told.is_right, told.why) == (False, "从第2步起,先后就不对了")
    for given in ("甲 → 乙 → 丙", "甲 → 甲 → 丙 → 丁", "甲 → 乙 → 丙 → 丁 → 丁"):
        with pytest.raises(QuizError):
            feedback(item, given)
