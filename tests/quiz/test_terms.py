"""A quiz with a limit of time, and one whose feedback waits until the end."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from mingbai.quiz import store
from mingbai.quiz.bank import Bank
from mingbai.quiz.errors import QuizError, TimeOverError
from mingbai.quiz.item import Quiz
from mingbai.quiz.store.school import School
from mingbai.quiz.store.terms import Terms

_EIGHT = datetime(2026, 3, 1, 8, tzinfo=UTC)


class Watch:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.time = _EIGHT

    def __call__(self) -> datetime:
        return self.time

    def set(self, minutes: float) -> None:
        self.time = _EIGHT + timedelta(minutes=minutes)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def school(url: str, watch: Watch) -> School:
    made = School(url, watch)
    yield made
    made.engine.dispose()


@pytest.fixture(scope="module")
def quiz(bank: Bank) -> Quiz:
    return bank.quiz(["chongqing-resident-2013"], 4, seed=1)


def test_answers_count_until_the_end_and_not_after(school: School, watch: Watch, quiz: Quiz) -> None:
    begun = school.begin(quiz, "小王", Terms(minutes=10))
    assert begun.seconds_left == 600
    watch.set(9.5)
    assert school.answer(begun.id, quiz.items[0].id, quiz.items[0].answer).is_right
    assert school.resume(begun.id).seconds_left == 30
    assert school.resume(begun.id).next_item == quiz.items[1]
    watch.set(10)
    with pytest.raises(TimeOverError, match="时间到了"):
        school.answer(begun.id, quiz.items[1].id, quiz.items[1].answer)
    over = school.resume(begun.id)
    assert (over.seconds_left, over.next_item) == (0, None)
    assert (over.score.right, over.score.answered, over.score.asked) == (1, 1, 4)
    assert school.unfinished("小王") == ()


def test_an_answer_sent_again_after_the_end_is_the_one_that_was_kept(school: School, watch: Watch, quiz: Quiz) -> None:
    begun = school.begin(quiz, "小王", Terms(minutes=1))
    first = school.answer(begun.id, quiz.items[0].id, quiz.items[0].answer)
    watch.set(2)
    assert school.answer(begun.id, quiz.items[0].id, quiz.items[0].answer) == first


def test_without_a_limit_there_is_no_end(school: School, watch: Watch, quiz: Quiz) -> None:
    begun = school.begin(quiz, "小王")
    watch.set(60 * 24 * 365)
    assert school.resume(begun.id).seconds_left is None
    assert school.answer(begun.id, quiz.items[0].id, quiz.items[0].answer).is_right


def test_the_clock_of_another_zone_is_the_same_clock(school: School, url: str, watch: Watch, quiz: Quiz) -> None:
    beijing = timezone(timedelta(hours=8))
    begun = School(url, lambda: watch().astimezone(beijing)).begin(quiz, "小王", Terms(minutes=10))
    watch.set(4)
    assert school.resume(begun.id).seconds_left == 360


def test_everyone_in_a_class_has_the_whole_time(school: School, watch: Watch, quiz: Quiz) -> None:
    opened = school.open_class("周一班", quiz, Terms(minutes=10, is_final=True))
    watch.set(30)
    joined = school.join(opened.code, "小王")
    assert (joined.seconds_left, joined.terms, joined.seed) == (600, Terms(10, True), 1)
    assert school.find_class(opened.code).terms == Terms(10, True)


def test_final_feedback_and_seed_are_kept_with_the_run(school: School, quiz: Quiz) -> None:
    found = school.resume(school.begin(quiz, "小王", Terms(is_final=True)).id)
    assert (found.terms, found.seed) == (Terms(None, True), 1)
    assert school.resume(school.begin(Quiz(items=quiz.items), "小王").id).seed is None


@pytest.mark.parametrize("minutes", [0, -5, 601])
def test_a_limit_that_makes_no_sense_gets_a_clear_word(minutes: int) -> None:
    with pytest.raises(QuizError, match="1到600分钟"):
        Terms(minutes)


def test_a_quiz_begun_before_there_were_terms_goes_on_without_a_limit(url: str, quiz: Quiz) -> None:
    """The store as the first migration left it, with a quiz in it, brought up to date by opening it."""
    config = Config()
    config.set_main_option("script_location", str(Path(store.__file__).parent / "migrations"))
    engine = create_engine(url)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(
            text("INSERT INTO quiz_session VALUES ('old', '小王', NULL, :items, '2026-03-01 08:00:00')"),
            {"items": f'[{quiz.items[0].model_dump_json()[:-1]}, "topic": "share", "rule_kind": "estimate"}}]'},
        )
    engine.dispose()
    school = School(url, lambda: _EIGHT)
    found = school.resume("old")
    assert (found.terms, found.seconds_left, found.seed) == (Terms(), None, None)
    assert found.next_item is not None
    school.engine.dispose()
