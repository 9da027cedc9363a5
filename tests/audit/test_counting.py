"""Spelt counts: founded by the original's own word for them, or by a list as long."""

import pytest

from mingbai.audit.counting import miscounted, uncounted

from .clauses import clause

LINES = "分三类：\n\n- 登记\n- 审核\n- 付款\n"


@pytest.mark.parametrize(
    ("text", "original", "beside"),
    [
        ("交两份", "一式2份", ""),  # the same word behind another spelling
        ("三级公示", "县、乡、村三级公示制度", ""),
        ("第一书记", "由第一书记带队", ""),
        ("第一条：独立", "第一,应当独立", ""),  # an item, named by a word of our own
        ("第三部分没有写", "一、甲\n内容。\n二、乙\n内容。\n三、丙\n内容。", ""),
        ("两种读法：报一部分，或者全报", "全额报销", ""),
        ("柳州、钦州两个市", "柳州、钦州先试点", ""),
        (LINES, "先登记,再审核,后付款", ""),
        (f"{LINES}\n前两类不收钱。", "不收钱", ""),
        ("有两种读法：甲，乙。两种都列出来。", "没有数", ""),  # named again
        ("三类都要看", "没有数", LINES),
        ("每一层，一次告知，一家医院", "没有数", ""),  # 一 counts nothing
        ("住院六七次", "住了六七次院", ""),
        ("这是两份通知", "这是两份通知", ""),
        ("照片要1寸的", "一寸照片", ""),
    ],
)
def test_a_count_that_something_founds_holds(text: str, original: str, beside: str) -> None:
    assert list(uncounted(text, original, beside)) == []


@pytest.mark.parametrize(
    ("text", "original", "named"),
    [
        ("交三份", "一式2份,一共3人", "三份"),  # 3 stands there, but counts people
        ("五级公示", "县、乡、村三级公示制度,5项", "五级"),
        ("第二书记", "由第一书记带队", "第二书"),
        ("第七部分没有写", "一、甲\n内容。\n二、乙\n内容。", "第七部"),
        ("三种读法：报一部分，或者全报", "全额报销", "三种"),
        ("柳州、钦州三个市", "柳州、钦州先试点", "三个"),
        (LINES.replace("三类", "四类"), "先登记,再审核,后付款", "四类"),
        (f"{LINES}\n前三类不收钱。".replace("分三类", "如下"), "不收钱", "三类"),  # that would be all of them
        ("有两种读法：甲，乙。三种都列出来。", "没有数", "三种"),
        ("每两层，甲、乙", "没有数", "两层"),  # what stands behind 每 counts no list
        ("这是两份通知", "一式2份", "两份"),  # ours, where only 一 is: the original has it elsewhere
        ("照片要2寸的", "一寸照片2张", "2寸"),
        ("住院六八次", "住了六七次院", "六八"),
    ],
)
def test_a_count_that_nothing_founds_is_named(text: str, original: str, named: str) -> None:
    assert any(f"“{named}" in one for one in uncounted(text, original))


LAYERS = "```rule\nstacks: 住院各项合计\nlayers:\n  - {care: 住院}\n  - {care: 大病保险补偿}\n```\n"
READINGS = (
    "```rule\nadjusts: share\nwhen: {insured: 学生}\nassumes:\n  - {fact: insured, value: 成人}\n"
    "share: {readings: [{points: 10, says: 加}, {times: 110%, says: 乘}]}\n```\n"
)
RANKS = "```rule\nestimate: 住院\nsteps:\n  - share: {by: hospital_level, 一级: 80%, 二级: 70%}\n```\n"


@pytest.mark.parametrize(
    ("words", "rule"), [("两道都要走，第二道没有写。", LAYERS), ("两种都列出来。", READINGS), ("二级报70%。", RANKS)]
)
def test_a_rule_gives_its_layers_readings_and_choices(words: str, rule: str) -> None:
    assert list(miscounted(clause(words, rule), "没有数")) == []
    assert list(miscounted(clause(words), "没有数")) != []


def test_a_ready_answer_is_held_against_its_clause() -> None:
    asked = "```asked\n- {people: [选几家], answer: 三家选一家}\n```\n"
    banks = "从下面选：\n\n- 北京银行\n- 邮储银行\n- 交通银行\n"
    assert list(miscounted(clause(banks, asked), "三家")) == []
    assert list(miscounted(clause(banks.replace("- 交通银行\n", ""), asked), "三家")) == [
        "“三家”不在它的原文里,也没有列出这么多"
    ]


def test_a_line_that_only_says_what_is_missing_may_be_counted_or_not() -> None:
    lines = "如下：\n\n- 甲\n- 乙\n- （第三种，原文缺失）\n"
    assert list(uncounted("列出两种，一共三种", "没有数", lines)) == []
    assert list(uncounted("列出四种", "没有数", lines)) == ["“四种”不在它的原文里,也没有列出这么多"]
