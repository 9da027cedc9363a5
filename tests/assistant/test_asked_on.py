"""Conversations that go on: another person in place of the one before, a change wished for, a case that was told."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


def test_another_person_takes_the_place_of_the_one_told(assistant: Assistant) -> None:
    turns = ["那个区大病补充险 一人75 是我全出还是单位也出", "我是区直单位退休的,财政全额拨款"]
    assert "个人30.00元;单位45.00元" in last_reply(assistant, *turns[:1]).text
    assert last_reply(assistant, *turns).text.startswith("**区财政全额负担（75元）**")
    assert last_reply(assistant, *turns, "要是我在职呢").text.startswith("**个人的30元由单位代收代缴")


@pytest.mark.parametrize(
    ("turn", "begins"),
    [("我现在是新农合,想换过来呢", "**可以换，但要先把新农合退掉"), ("那新参保呢", "**各办事处")],
)
def test_a_change_wished_for_is_asked_alone(assistant: Assistant, turn: str, begins: str) -> None:
    assert last_reply(assistant, "邢台13年居民医保续保几号截止", turn).text.startswith(begins)


def test_a_patient_told_of_is_known_by_a_sum_told_about(assistant: Assistant) -> None:
    turns = ["富阳大病保险封不封顶呀,城居医保呢", "那个再障的病人花了两百多万,补了多少"]
    first = last_reply(assistant, *turns[:1]).text
    assert "不封顶" in first
    assert "15万元封顶" in first
    assert last_reply(assistant, *turns).text.startswith("**一共193万元**")  # 123+55+15


def test_papers_and_their_time_are_both_told(assistant: Assistant) -> None:
    text = last_reply(assistant, "县新农合重大疾病,在省里大医院看的,没直接结,回来报要拿啥,多久以内").text
    assert "参合发票" in text
    assert "30天内" in text


def test_those_beside_whom_papers_are_asked_for_are_not_meant(assistant: Assistant) -> None:
    text = last_reply(assistant, "岳池,给吃低保的老妈办居民医保,比普通人家要多带啥子证明").text
    assert "证明特殊身份的材料" in text


@pytest.mark.parametrize(
    "turns",
    [
        ("孩子在岳池上小学，医保几月份交，多少钱，管到啥时候", "那我们家是低保"),
        ("岳池小学生医保交多少", "我们家吃低保"),
    ],
)
def test_what_a_family_is_counts_where_it_makes_a_difference(assistant: Assistant, turns: tuple[str, str]) -> None:
    text = last_reply(assistant, *turns).text
    assert text.startswith("- **低保、重度残疾的学生**(2009年每学年):个人0.00元(不用交)")
    assert "2010年90元" not in text  # what grown-ups pay


def test_one_more_of_the_house_is_counted_and_no_family_told_since(assistant: Assistant) -> None:
    turns = ("岳池中学生09年医保怎么交,多少钱", "他爸没上班也交,09年", "爷爷70岁是低保")
    assert "个人140.00元(10×1+85×1+45×1)" in last_reply(assistant, *turns).text
