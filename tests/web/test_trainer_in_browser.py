"""The trainer opens a class, people take its quiz in their own browsers, and the results are there; in Chromium."""

import csv
import re
import zipfile
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from uuid import uuid4

import pytest

from mingbai.quiz.store.school import School
from mingbai.settings import Settings
from mingbai.web import words
from mingbai.web.quiz import words as quiz_words
from tests.web.visits import ON_FAKE, PHONE

pytestmark = [pytest.mark.browser, ON_FAKE]


def trainer_room(visit):
    tab = visit.open_tab("培训测验")
    tab.get_by_label(words.STAFF_TOKEN).fill((Settings().cache / "staff-token").read_text())
    tab.get_by_role("button", name=words.STAFF_ENTER).click()
    tab.get_by_label(quiz_words.CLASS_NAME).wait_for()
    return tab


def open_class(room, name: str, items: str) -> str:
    room.get_by_label(quiz_words.CLASS_NAME).fill(name)
    room.get_by_label(quiz_words.QUIZ_ITEMS).fill(items)
    room.get_by_role("button", name=quiz_words.CLASS_OPEN).click()
    told = room.locator(".mb-code")
    told.wait_for()
    return re.search(r"[A-Z2-9]{6}", told.inner_text())[0]


def take(visit, code: str, person: str) -> None:
    """Join the class and see its first question."""
    tab = visit.open_tab("培训测验")
    tab.get_by_label("加入码").fill(code)
    tab.get_by_label("您的名字").fill(person)
    tab.get_by_role("button", name="加入", exact=True).click()
    tab.locator(".mb-quiz-card").first.wait_for()


def test_a_class_is_opened_joined_and_its_files_are_real(visit_at, tmp_path: Path):
    name = f"新员工{uuid4().hex[:6]}"
    trainer, learner = visit_at(), visit_at(PHONE)
    room = trainer_room(trainer)
    room.get_by_label(words.FIND_POLICY).last.fill("岳池")
    (shown,) = room.locator(".mb-class-policies label:visible").all_inner_texts()
    assert shown.strip() == "岳池居民医保 2009年"
    code = open_class(room, name, "3")
    take(learner, code, "小王<b>")
    assert learner.has_no_sideways_scroll()

    room.get_by_role("button", name=words.REFRESH).click()
    chosen = room.get_by_role("radio", name=re.compile(rf"{name} · {code} · 1 人"))
    chosen.check()
    room.get_by_text(quiz_words.CLASS_COUNTS.format(people=1, finished=0, items=3)).wait_for()

    with trainer.page.expect_download() as coming:
        room.locator("tr.file", has_text=".docx").first.get_by_role("link").click()
    paper = tmp_path / "paper.docx"
    coming.value.save_as(paper)
    assert "word/document.xml" in zipfile.ZipFile(paper).namelist()


def test_results_show_who_was_right_and_go_home_as_csv(visit_at, store: str, tmp_path: Path):
    """The answers are given to the store itself; the page shows what is counted here."""
    trainer = visit_at()
    room = trainer_room(trainer)
    code = open_class(room, f"老员工{uuid4().hex[:6]}", "2")
    school = School(store, lambda: datetime.now(UTC))
    first, second = school.find_class(code).items
    for person, is_right in (("小王", True), ("=小李", False)):
        taking = school.join(code, person)
        school.answer(taking.id, first.id, first.answer)
        if is_right:
            school.answer(taking.id, second.id, second.answer)
    school.engine.dispose()
    room.get_by_role("button", name=words.REFRESH).click()
    room.get_by_role("radio", name=re.compile(f"{code} · 2 人")).check()
    room.get_by_text(quiz_words.CLASS_COUNTS.format(people=2, finished=1, items=2)).wait_for()
    row = room.locator("tr", has_text="小王").first
    assert "2/2" in row.inner_text()
    with trainer.page.expect_download() as coming:
        room.locator("tr.file", has_text=code).get_by_role("link").click()
    saved = tmp_path / "answers.csv"
    coming.value.save_as(saved)
    rows = list(csv.DictReader(StringIO(saved.read_text(encoding="utf-8").removeprefix("\ufeff"))))
    assert [row["姓名"] for row in rows] == ["小王", "小王", "'=小李"]
    assert {row["对错"] for row in rows} == {"对"}


def test_without_the_token_nothing_of_it_is_there(visit_at):
    visit = visit_at()
    tab = visit.open_tab("培训测验")
    tab.get_by_label(words.STAFF_TOKEN).fill("猜的口令")
    tab.get_by_role("button", name=words.STAFF_ENTER).click()
    tab.get_by_text(words.STAFF_WRONG).wait_for()
    assert not tab.get_by_label(quiz_words.CLASS_NAME).is_visible()
