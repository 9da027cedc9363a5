"""A message that names no document and no place is of the one whose words and questions it has."""

from __future__ import annotations

import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.which_policy.whose_words import WhoseWords


@pytest.fixture
def whose(library: Library) -> WhoseWords:
    return WhoseWords(library)


@pytest.mark.parametrize(
    ("message", "document"),
    [
        ("学院生活部收医保,一共多少人交了,多少钱 08级占多少", "university-student-insurance"),
        ("离休干部三百多人那个医院,半年总结里住院定额多少,离休的平均多大岁数", "report-hospital-insurance-half-year"),
        ("生活部收医保钱那回,除了08级其他级收了多少", "university-student-insurance"),
    ],
)
def test_words_and_questions_that_one_document_has_tell_it(whose: WhoseWords, message: str, document: str) -> None:
    assert whose.meant(message) == document


@pytest.mark.parametrize(
    "message",
    [
        "住院花了3万能报多少",
        "住院要带什么材料",
        "单位总结说每人交80,我住院花一万能报多少",
        "赫赛汀能报吗",  # a drug that one city's rule alone names: people elsewhere ask of it, too
    ],
)
def test_what_people_anywhere_ask_is_of_no_document(whose: WhoseWords, message: str) -> None:
    assert whose.meant(message) is None


def test_a_figure_with_its_words_that_one_report_has_tells_it(whose: WhoseWords) -> None:
    assert whose.meant("县医保中心职工任务23000完成多少") == "report-county-insurance-centre"
    assert whose.meant("我住院3000报多少") is None
