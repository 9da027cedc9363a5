"""What a trainer sees, worked out by hand on small classes."""

import csv
from io import StringIO

from mingbai.quiz.bank import Bank
from mingbai.quiz.store.results import Answered, as_csv, by_item, by_person_and_topic, classes
from mingbai.quiz.store.school import School


def _answer(person: str, item: str, is_right: bool, **other: str) -> Answered:
    told = {"topic": "报销比例", "given": "45%", "why": "看错了行", **other}
    return Answered(
        person=person, session=person, item=item, question=f"题{item}", policy="p", is_right=is_right,
        answered_at="2026-03-01T08:00:00+00:00", **told,
    )  # fmt: skip


def test_results_per_person_and_topic() -> None:
    answers = [_answer("小王", "1", True), _answer("小王", "2", False), _answer("小王", "3", True, topic="时限")]
    told = [(one.topic, one.right, one.answered) for one in by_person_and_topic(answers)]
    assert sorted(told) == [("报销比例", 1, 2), ("时限", 1, 1)]


def test_item_says_nothing_before_five_have_answered() -> None:
    result = by_item([_answer(str(person), "1", True) for person in range(4)])[0]
    assert (result.answered, result.difficulty, result.discrimination) == (4, None, None)


def test_difficulty_is_the_part_that_got_it_right() -> None:
    result = by_item([_answer(str(person), "1", person < 3) for person in range(5)])[0]
    assert result.difficulty == 0.6  # 3 of 5
    assert result.commonest_mistake == "看错了行"


def test_item_that_the_good_ones_get_right_tells_people_apart() -> None:
    """Those right on item 1 are right on 2 and 3 as well, the others on neither: correlation 1; item 4 the reverse."""
    answers = [
        _answer(str(person), item, (person < 3) is (item != "4"))
        for person in range(6)
        for item in ("1", "2", "3", "4")
    ]
    found = {one.item: one for one in by_item(answers)}
    assert found["1"].discrimination is not None
    assert abs(found["1"].discrimination - 1) < 1e-9
    assert found["4"].discrimination is not None
    assert abs(found["4"].discrimination + 1) < 1e-9


def test_item_everybody_gets_right_tells_nobody_apart() -> None:
    answers = [_answer(str(person), item, item == "1" or person < 3) for person in range(6) for item in ("1", "2")]
    found = {one.item: one for one in by_item(answers)}
    assert (found["1"].difficulty, found["1"].discrimination) == (1.0, None)


def test_csv_is_read_back_and_holds_no_formula() -> None:
    text = as_csv([_answer("=HYPERLINK(1)", "1", False), _answer("小王,大王", "2", True)])
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))
    assert [row["姓名"] for row in rows] == ["'=HYPERLINK(1)", "小王,大王"]
    assert [row["对错"] for row in rows] == ["错", "对"]


def test_classes_are_counted_by_people_and_by_those_who_finished(bank: Bank, school: School) -> None:
    quiz = bank.quiz(items=2, seed=1)
    older, newer = school.open_class("甲班", quiz), school.open_class("乙班", quiz)
    done, begun = school.join(older.code, "小王"), school.join(older.code, "小李")
    for item in quiz.items:
        school.answer(done.id, item.id, item.answer)
    school.answer(begun.id, quiz.items[0].id, quiz.items[0].answer)
    school.begin(quiz, "自己练的人")
    found = [(one.code, one.name, one.items, one.people, one.finished) for one in classes(school.engine)]
    assert found == [(newer.code, "乙班", 2, 0, 0), (older.code, "甲班", 2, 2, 1)]
