"""Taking a quiz: nothing that was answered is lost, whoever answers beside and whatever is killed."""

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect

from mingbai.quiz.bank import Bank
from mingbai.quiz.errors import QuizError, UnknownClassError, UnknownItemError, UnknownSessionError
from mingbai.quiz.item import Quiz
from mingbai.quiz.store.results import answers_of
from mingbai.quiz.store.school import School
from mingbai.quiz.store.tables import Base

from .conftest import Clock


@pytest.fixture(scope="module")
def quiz(bank: Bank) -> Quiz:
    return bank.quiz(["chongqing-resident-2013"], 8, seed=1)


def test_migrations_make_the_tables_the_program_uses(engine: Engine) -> None:
    made = inspect(engine)
    for table in Base.metadata.sorted_tables:
        columns = {one["name"]: one["nullable"] for one in made.get_columns(table.name)}
        assert columns == {column.name: column.nullable for column in table.columns}


def test_store_opened_again_keeps_everything(url: str, quiz: Quiz) -> None:
    begun = School(url, Clock()).begin(quiz, "小王")
    School(url, Clock()).answer(begun.id, quiz.items[0].id, quiz.items[0].answer)
    found = School(url, Clock()).resume(begun.id)
    assert found.items == quiz.items
    assert [one.item for one in found.answers] == [quiz.items[0].id]
    assert found.next_item == quiz.items[1]


def test_quiz_is_finished_with_its_score(school: School, quiz: Quiz) -> None:
    begun = school.begin(quiz, "小王")
    for item in quiz.items:
        assert school.answer(begun.id, item.id, item.answer).is_right
    done = school.resume(begun.id)
    assert done.next_item is None
    assert (done.score.right, done.score.answered) == (8, 8)
    assert school.unfinished("小王") == ()


def test_first_answer_counts(school: School, quiz: Quiz) -> None:
    begun, item = school.begin(quiz, "小王"), quiz.items[0]
    wrong = next(choice.text for choice in item.choices if not choice.right)
    first = school.answer(begun.id, item.id, wrong)
    assert school.answer(begun.id, item.id, item.answer) == first
    assert not school.resume(begun.id).answers[0].is_right


def test_unreadable_answer_is_not_kept(school: School, quiz: Quiz) -> None:
    begun = school.begin(quiz, "小王")
    with pytest.raises(QuizError):
        school.answer(begun.id, quiz.items[0].id, "???")
    assert school.resume(begun.id).answers == ()


def test_class_is_joined_by_its_code_once(school: School, quiz: Quiz) -> None:
    opened = school.open_class("周一班", quiz)
    assert len(opened.code) == 6
    first = school.join(opened.code.lower(), "小王")
    school.answer(first.id, quiz.items[0].id, quiz.items[0].answer)
    assert school.join(f" {opened.code} ", "小王").id == first.id
    assert len(school.join(opened.code, "小王").answers) == 1
    assert school.join(opened.code, "小李").id != first.id


def test_what_is_not_there_gets_a_clear_word(school: School, quiz: Quiz) -> None:
    with pytest.raises(UnknownClassError, match="加入码"):
        school.join("NIXDA2", "小王")
    with pytest.raises(UnknownSessionError):
        school.resume("0")
    with pytest.raises(UnknownItemError):
        school.answer(school.begin(quiz, "小王").id, "0", "A")
    with pytest.raises(QuizError, match="名字"):
        school.begin(quiz, "  ")
    with pytest.raises(QuizError, match="名字"):
        school.open_class("", quiz)


def test_many_threads_answering_at_once_lose_nothing(school: School, quiz: Quiz) -> None:
    opened = school.open_class("周一班", quiz)

    def one(person: str) -> None:
        begun = school.join(opened.code, person)
        for item in quiz.items:
            school.answer(begun.id, item.id, item.answer)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(one, map(str, range(8))))
    assert len(answers_of(school.engine, opened.code)) == 8 * 8


def test_one_person_joining_from_many_places_at_once_has_one_quiz(school: School, quiz: Quiz) -> None:
    opened = school.open_class("周一班", quiz)
    with ThreadPoolExecutor(8) as pool:
        joined = pool.map(lambda _: school.join(opened.code, "小王").id, range(16))
    assert len(set(joined)) == 1


def _answer_all(url: str, session: str) -> None:
    school = School(url, Clock())
    for item in school.resume(session).items:
        school.answer(session, item.id, item.answer)
    school.engine.dispose()


def test_two_processes_answering_at_once_lose_nothing(url: str, quiz: Quiz) -> None:
    school = School(url, Clock())
    sessions = [school.begin(quiz, person).id for person in ("小王", "小李")]
    start = multiprocessing.get_context("spawn")
    others = [start.Process(target=_answer_all, args=(url, one)) for one in sessions]
    for other in others:
        other.start()
    for other in others:
        other.join(60)
        assert other.exitcode == 0
    assert [len(school.resume(one).answers) for one in sessions] == [8, 8]


def _open(url: str) -> None:
    School(url, Clock()).engine.dispose()


def test_two_processes_opening_a_new_store_at_once_agree(url: str) -> None:
    start = multiprocessing.get_context("spawn")
    others = [start.Process(target=_open, args=(url,)) for _ in range(2)]
    for other in others:
        other.start()
    for other in others:
        other.join(60)
        assert other.exitcode == 0


def test_a_kill_in_mid_quiz_loses_nothing_answered(tmp_path: Path, url: str, quiz: Quiz) -> None:
    """A process answers four items and is killed without warning while it holds the store open."""
    begun = School(url, Clock()).begin(quiz, "小王")
    script = f"""
        import sys, time
        from datetime import datetime, UTC
        from mingbai.quiz.store.school import School
        school = School({url!r}, lambda: datetime.now(UTC))
        for item in school.resume({begun.id!r}).items[:4]:
            school.answer({begun.id!r}, item.id, item.answer)
        print("answered", flush=True)
        time.sleep(60)
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "answered\n"
        process.send_signal(signal.SIGKILL)
    found = School(url, Clock()).resume(begun.id)
    assert len(found.answers) == 4
    assert found.next_item == quiz.items[4]
    assert sqlite3.connect(tmp_path / "quiz.sqlite3").execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_postgresql_is_a_store_as_well(quiz: Quiz) -> None:
    """Needs an empty database; its URL in MINGBAI_TEST_POSTGRES."""
    url = os.environ.get("MINGBAI_TEST_POSTGRES")
    if url is None:
        pytest.skip("no PostgreSQL to test with")
    schools = [School(url, Clock()) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        engines = list(pool.map(lambda school: school.engine, schools))
    opened = schools[0].open_class("周一班", quiz)

    def one(number: int) -> None:
        begun = schools[number % 3].join(opened.code, str(number))
        _answer_all(url, begun.id)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(one, range(4)))
    assert len(answers_of(engines[1], opened.code)) == 4 * 8
    for engine in engines:
        engine.dispose()
