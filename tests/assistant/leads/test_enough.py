"""Papers in hand held against a list: enough or not, what lacks, and what those in hand must be."""

from __future__ import annotations

import pytest

from mingbai.assistant.leads.enough import asks_if_enough, enough_lead, papers_told
from mingbai.rules.documents import Checklist, Document


def paper(item: str, form: str | None = None, says: tuple[str, ...] = ()) -> Document:
    return Document(item, form, None, "份", None, "", None, says)


def a_list(*papers: Document, lost: tuple[str, ...] = ()) -> Checklist:
    return Checklist("p", "c", "费用报销", None, None, papers, (), lost, None, True, "")


CLAIM = a_list(
    paper("去世的人的身份证", "原件"),
    paper("特药发票", "原件"),
    paper("费用明细清单"),
    paper("继承人的身份证"),
    paper("死亡证明"),
)
HOSPITAL = a_list(
    paper("入院证和出院证"),
    paper("出院记录"),
    paper("医院级别证明"),
    paper("社会保障卡", "复印件", ("社保卡",)),
    lost=("其余的没有列出",),
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("光带户口本行不", True),
        ("就拿了发票、出院证,要得不", True),
        ("带医保卡和病历发票够了吧", True),
        ("身份证和发票都备好了,齐了吗", True),
        ("我有死亡证,还差什么不", True),
        ("身份证带了,还缺啥", True),
        ("要带哪些材料", False),
        ("起付线还差多少才够", False),
        ("门诊的钱够不够起付线", False),
        ("还差几天截止", False),
    ],
)
def test_papers_in_hand_are_told_and_asked_about(question: str, expected: bool) -> None:
    assert asks_if_enough(question) is expected


@pytest.mark.parametrize(
    ("question", "first"),
    [
        # of the five, one person's card alone names neither of the two cards
        (
            "光带身份证和发票行不",
            "**不够**:还要去世的人的身份证(原件)、费用明细清单、继承人的身份证、死亡证明。",
        ),
        ("死亡证明没开,就拿了两个人的身份证、身份证,发票和清单,够了吧", "**不够**:还要死亡证明。"),
        ("我有发票,还缺啥", "**还差**:去世的人的身份证(原件)、费用明细清单、继承人的身份证、死亡证明。"),
        (
            "光带银行卡行不",
            "**不够**:要去世的人的身份证(原件)、特药发票(原件)、费用明细清单、继承人的身份证、死亡证明。",
        ),
    ],
)
def test_what_lacks_is_what_the_list_has_beyond_the_papers_told(question: str, first: str) -> None:
    lead = enough_lead(CLAIM, question)
    assert lead is not None
    assert lead.split("\n")[0] == first


def test_all_papers_of_a_list_are_enough() -> None:
    lead = enough_lead(CLAIM, "有死亡证、她的身份证、发票清单、我自己的身份证,还差什么")
    assert lead is not None
    assert lead.startswith("**够**:")


def test_what_the_papers_in_hand_must_be_is_told_beside() -> None:
    assert enough_lead(CLAIM, "我有发票,还缺啥") == (
        "**还差**:去世的人的身份证(原件)、费用明细清单、继承人的身份证、死亡证明。\n有的这些要:特药发票(原件)。"
    )


def test_nothing_is_called_lacking_where_no_paper_is_told() -> None:
    assert enough_lead(CLAIM, "资料还差什么") is None
    assert enough_lead(a_list(lost=("没有列出",)), "光带发票行不") is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("带了出院证", ["入院证和出院证"]),  # 出院记录 is another paper
        ("社保卡、级别证明", ["医院级别证明", "社会保障卡"]),
        ("级别证明没开,社保卡带了", ["社会保障卡"]),
        ("没带社保卡,有出院记录", ["出院记录"]),
        ("医院开的级别证", ["医院级别证明"]),
    ],
)
def test_a_paper_is_told_by_the_end_of_its_name_or_by_what_it_is_of(question: str, told: list[str]) -> None:
    assert [one.item for one in papers_told(HOSPITAL, question)] == told


def test_a_list_that_breaks_off_is_never_called_enough() -> None:
    lead = enough_lead(HOSPITAL, "出院证、出院记录、级别证明、社保卡都带了,够了吧")
    assert lead is not None
    assert lead.startswith("**写明的这几样都有了**:")
    assert lead.endswith("其余的没有列出。")
