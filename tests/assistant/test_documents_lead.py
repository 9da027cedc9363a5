"""Papers: the place or the paper asked about first, then the whole list."""

from __future__ import annotations

import pytest

from mingbai.assistant.documents_lead import asks_for_papers, documents_lead, list_meant
from mingbai.corpus.kinds import DocumentsRule
from mingbai.rules.documents import Checklist, Document
from mingbai.rules.stated import stated
from tests.rules.inline import policy_of


def paper(item: str, form: str | None = None, copies: int | None = None, condition: str = "") -> Document:
    return Document(item, form, copies, "份", None, condition, None)


LIST = Checklist(
    policy="p",
    clause="c",
    procedure="省级医院费用报销",
    who="参保人",
    where="县合管办",
    needed=(paper("病历", "复印件", 1), paper("住院发票"), paper("身份证", "原件和复印件", 2)),
    conditional=(paper("转院审批表", condition="转到县外"),),
    lost=(),
    note=None,
    applies=True,
    condition="",
)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("病历要原件还是复印的", "**要**:病历(复印件1份)。"),
        ("审批表要不要带", "**要**:转到县外的,转院审批表。"),
        ("光带病历行不", "**不够**:还要住院发票、身份证(原件,复印件2份)。"),
        ("只拿身份证够吗", "**不够**:还要病历(复印件1份)、住院发票。"),
        ("光带银行卡行不", "**不够**:要病历(复印件1份)、住院发票、身份证(原件,复印件2份)。"),  # it is on no list
        ("单子交到哪里", "**到县合管办**办。"),
        ("报销要带什么", "**省级医院费用报销**(参保人办)"),
        ("银行卡要不要带", "**省级医院费用报销**(参保人办)"),  # no paper of that name: nothing is claimed
        ("省级医院的要带原件吗", "**省级医院费用报销**(参保人办)"),
    ],
)
def test_the_first_line_answers_what_was_asked(question: str, first: str) -> None:
    lead = documents_lead(LIST, question)
    assert lead.text.split("\n")[0] == first
    assert "- 身份证(原件,复印件2份)" in lead.text
    assert lead.is_whole


CLAIM, CARD, HEIRS = (
    "documents: 费用追补\nsays: [待遇追补]\nwhere: 经办窗口\nitems: [发票]",
    "documents: 资格申请\nsays: [申请资格]\nitems: [申请表]",
    "documents: 去世的人的费用\nsays: [去世, 继承]\nitems: [死亡证明]",
)


@pytest.mark.parametrize(
    ("question", "about", "expected"),
    [
        ("追补在哪办 那我要带啥", ("c2", "c1"), "c1"),
        ("资格要带什么", ("c1",), "c2"),
        ("资格已经批了,去窗口拿钱收哪几样材料", (), "c1"),
        ("人去世了要带啥", ("c1",), "c3"),
        ("要带什么", ("c2", "c1"), "c2"),  # no word of one list alone: search decides
        ("要带什么", (), None),
    ],
)
def test_the_list_with_words_of_its_own_is_meant(question: str, about: tuple[str, ...], expected: str | None) -> None:
    lists = stated(policy_of(CLAIM, CARD, HEIRS), DocumentsRule)
    assert list_meant(lists, question, about) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [("要什么手续", True), ("病历要原件吗", True), ("单子交到哪里", True), ("有没有期限", False), ("能报多少", False)],
)
def test_papers_are_told_only_where_they_are_asked_for(question: str, expected: bool) -> None:
    assert asks_for_papers(LIST, question) is expected
