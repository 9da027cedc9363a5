"""Papers: the place or the paper asked about first, then the whole list."""

from __future__ import annotations

import pytest

from mingbai.assistant.documents_lead import documents_lead
from mingbai.rules.documents import Checklist, Document


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
