"""Papers: the place or the paper asked about first, then the whole list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mingbai.assistant.leads.documents import (
    asks_for_papers,
    asks_only_when,
    asks_which,
    documents_lead,
    handed_in,
    list_meant,
    speaks_of_papers,
)
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
    conditional=(paper("转院审批表", condition="转到县外"), paper("低保证", condition="低保家庭的")),
    lost=(),
    note=None,
    applies=True,
    condition="",
)


def test_a_paper_that_only_some_need_is_no_plain_yes() -> None:
    of_age = replace(LIST, conditional=(paper("户籍证明", condition="16周岁以下的不用，超过16周岁的"),))
    text = documents_lead(of_age, "户籍证明要不要带").text
    assert text.startswith("**看情况**:16周岁以下的不用，超过16周岁的,户籍证明。")


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("病历要原件还是复印的", "**要**:病历(复印件1份)。"),
        ("审批表要不要带", "**要**:转到县外的,转院审批表。"),
        ("低保证要原件不", "**要**:低保家庭的,低保证。"),
        ("光带病历行不", "**不够**:还要住院发票、身份证(原件,复印件2份)。"),
        ("只拿身份证够吗", "**不够**:还要病历(复印件1份)、住院发票。"),
        ("光带银行卡行不", "**不够**:要病历(复印件1份)、住院发票、身份证(原件,复印件2份)。"),  # it is on no list
        ("单子交到哪里", "**到县合管办**办。"),
        ("报销要带什么", "**省级医院费用报销**(参保人办)"),
        ("银行卡要不要带", "**省级医院费用报销**(参保人办)"),  # no paper of that name: nothing is claimed
        ("省级医院的要带原件吗", "**省级医院费用报销**(参保人办)"),
        ("北京身份 到哪天要交几份", "**要**:病历(复印件1份);身份证(原件,复印件2份)。"),  # who asks names no paper
        ("划到哪天为止", "**省级医院费用报销**(参保人办)"),  # 到哪天 asks for no place
    ],
)
def test_the_first_line_answers_what_was_asked(question: str, first: str) -> None:
    lead = documents_lead(LIST, question)
    assert lead.text.split("\n")[0] == first
    assert "- 身份证(原件,复印件2份)" in lead.text
    assert lead.is_whole


@pytest.mark.parametrize("question", ["哪些材料要盖章", "盖公章的有哪几样", "什么单子要盖章"])
def test_those_with_a_stamp_are_told_apart(question: str) -> None:
    stamped = replace(LIST, needed=(replace(paper("病历"), stamp="公章"), paper("身份证")))
    assert documents_lead(stamped, question).text.startswith("**要盖章的**:病历(盖公章);其他的没有写要盖章。")
    assert documents_lead(LIST, question).text.startswith("**没有写哪样要盖章**")


@pytest.mark.parametrize(
    ("question", "is_doubted"),
    [
        ("要交什么材料 清单好像不全", True),
        ("单子是不是漏了几样", True),
        ("要交什么材料", False),
        ("少一样材料行不行", False),
    ],
)
def test_a_list_with_gaps_says_so_to_who_doubts_it(question: str, is_doubted: bool) -> None:
    text = documents_lead(replace(LIST, lost=("原文缺第3项",)), question).text
    assert text.startswith("**原文的清单就不全**:原文缺第3项") is is_doubted


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
        ("申请资格批下来哒,去窗口光带发票行不", ("c2",), "c1"),  # what is done with is not asked for
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


PATIENT, HOSPITAL = (
    "documents: 重大疾病报销\nwho: 参保人\nitems: [出院证]",
    "documents: 与合管办结算\nwho: 医疗机构\nitems: [结算单]",
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我自己回来找合管办结算要什么单子", "c1"),
        ("回来找合管办结算,报销要什么", "c1"),
        ("我们医院跟合管办结算要什么单子", "c2"),
        ("跟合管办结算要什么单子", "c2"),
        ("回县合管办报要凑哪些材料", "c1"),
    ],
)
def test_a_patient_is_told_no_list_for_hospitals(question: str, expected: str) -> None:
    lists = stated(policy_of(PATIENT, HOSPITAL), DocumentsRule)
    assert list_meant(lists, question, ("c2", "c1")) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我把材料交上去,几时有信", ",几时有信"),
        ("材料区里已经送到市局了,要等多少个工作日", "市局了,要等多少个工作日"),
        ("材料交上去了,还要带什么,多久有结果", None),
        ("材料送到哪里,几天能好", None),
        ("材料几号交完", None),
        ("要交什么材料", None),
    ],
)
def test_papers_handed_in_are_not_asked_for(question: str, expected: str | None) -> None:
    assert handed_in(question) == expected


def test_a_day_is_asked_for_and_no_papers() -> None:
    assert asks_only_when("保费划转最迟弄到哪天")
    assert not asks_only_when("最迟哪天去,要带什么材料")
    assert not asks_only_when("病历要原件吗")
    assert asks_only_when("材料拖到几月几号就作废了")
    assert not asks_only_when("什么材料最晚哪天交")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("区医保窗口交钱单子,包里要装啥", True),
        ("办变更凭哪张纸", True),
        ("回来拿哪几张票据", True),
        ("病历要原件吗,要带什么", False),  # of one paper, too
        ("要带什么,送到哪里", False),
        ("光带发票行不", False),
    ],
)
def test_which_papers_it_takes_is_asked_outright(question: str, expected: bool) -> None:
    assert asks_which(question) is expected


def test_a_question_may_name_a_paper_and_ask_for_none() -> None:
    assert not speaks_of_papers("缴款回单他非要拿走原件,咋办合规")
    assert speaks_of_papers("去报销要带些什么")


def test_a_list_that_names_no_paper_says_so_first() -> None:
    bare = replace(LIST, where=None, needed=(), conditional=(), lost=("原文只写带资料",))
    assert documents_lead(bare, "拿哪些票据").text.startswith("**没有列出要哪些材料**:原文只写带资料。")
    assert documents_lead(bare, "几时去").text.startswith("**省级医院费用报销**")
