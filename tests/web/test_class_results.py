"""What a trainer sees of a class: every name as text, the numbers as counted by hand."""

import re

from mingbai.quiz.store.results import Answered, ClassSummary
from mingbai.web.quiz import words
from mingbai.web.quiz.class_results import class_results_html


def answer(person: str, item: str, is_right: bool, topic: str = "报销比例") -> Answered:
    return Answered(
        person=person, session=person, item=item, question=f"题{item}", topic=topic, policy="p", given="45%",
        is_right=is_right, why="" if is_right else "忘了扣起付线", answered_at="2026-03-01T08:00:00+00:00",
    )  # fmt: skip


def texts(html: str) -> list[str]:
    return [re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", html)]


def test_each_person_has_a_row_with_right_of_answered_by_topic() -> None:
    answers = [answer("小王", "1", True), answer("小王", "2", False, "时限"), answer("小李", "1", False)]
    cells = texts(class_results_html(ClassSummary("ABC234", "新员工", 2, 2, 1), answers))
    assert cells[:4] == ["姓名", "合计", "报销比例", "时限"]
    # sorted by name: 李 (U+674E) comes before 王 (U+738B); 小李 answered one, wrong; 小王 one right, one wrong
    assert cells[4:12] == ["小李", "0/1", "0/1", "—", "小王", "1/2", "1/1", "0/1"]


def test_items_are_measured_once_five_have_answered() -> None:
    few = texts(class_results_html(ClassSummary("A", "班", 1, 4, 4), [answer(str(n), "1", True) for n in range(4)]))
    enough = texts(class_results_html(ClassSummary("A", "班", 1, 5, 5), [answer(str(n), "1", n < 3) for n in range(5)]))
    assert few[-3:-1] == [words.TOO_FEW, words.TOO_FEW]
    assert enough[-3] == "60%"  # 3 of 5
    assert enough[-1] == "忘了扣起付线"


def test_names_are_text() -> None:
    html = class_results_html(ClassSummary("A", "<b>班", 1, 1, 1), [answer("<img src=x>", "1", True)])
    assert "<img" not in html
    assert "<b>班" not in html


def test_an_empty_class_says_its_code() -> None:
    assert "ABC234" in class_results_html(ClassSummary("ABC234", "新员工", 2, 0, 0), [])
