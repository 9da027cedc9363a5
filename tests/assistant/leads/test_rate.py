"""A question for the deductible, the ratio or the cap is answered with that of the case told."""

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.leads.rate import rate_lead
from mingbai.assistant.library import Library
from mingbai.rules.case import Case
from tests.assistant.turns import last_reply

CHONGQING, YUECHI = "chongqing-resident-2013", "yuechi-resident-2009"


def lead(library: Library, policy: str, question: str, about: str = "inpatient", **facts: object) -> str | None:
    case = Case.read(facts, library.corpus.vocabulary)
    found = rate_lead(library.books[policy], library.corpus.vocabulary, question, case, [about])
    return found.text if found else None


@pytest.mark.parametrize(
    "question", ["起付线是多少", "门槛费好多", "多少钱的门槛", "门槛要几块", "自己花过多少才开始给报"]
)
def test_the_deductible_with_what_was_added_to_it(library: Library, question: str):
    told = lead(library, YUECHI, question, hospital_level="三级", care_place="外地")
    assert told == "**起付线850元**(每次,550+300)。按这些情况:三级医院、外地。"  # 550+300


def test_several_are_told_together(library: Library):
    told = lead(library, CHONGQING, "起付线和报销比例各多少", plan="一档", hospital_level="二级", care_place="本地")
    assert told == "**起付线300元**(每次);**报60%**。按这些情况:二级医院、一档、本地。"


def test_the_rows_of_a_table_and_what_nobody_said(library: Library):
    told = lead(library, CHONGQING, "门槛费是多少", care="住院")
    assert told is not None
    assert told.startswith("**起付线一级医院100元,二级医院300元,三级医院800元**(每次)。")
    assert "本地(没说,先这样算)" in told  # 5% more outside without a word to the office


@pytest.mark.parametrize("question", ["报百分之几", "按几成报", "给报几个点", "报销比例是多少"])
def test_the_ratio_however_it_is_called(library: Library, question: str):
    told = lead(library, CHONGQING, question, plan="一档", hospital_level="三级", care_place="本地")
    assert told is not None
    assert told.startswith("**报40%**。")


@pytest.mark.parametrize("question", ["一年最多能报多少", "最多能给一个人掏好多钱", "封顶是几万"])
def test_the_cap_is_that_of_a_year(library: Library, question: str):
    assert lead(library, CHONGQING, question, plan="二档", care="住院") == (
        "**最多报110000元**(每年)。按这些情况:住院、二档。"
    )


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("起付线降多少", {}),  # by how much, not what
        ("二档比一档多报几个点", {}),
        ("三级医院能报多少", {}),  # an amount
        ("起付线要带什么", {}),
        ("报百分之几", {"cost": 3000}),  # there is a bill to be worked out
        ("报百分之几", {"care": "大病保险补偿"}),  # which this policy does not pay
    ],
)
def test_other_questions_are_left_to_others(library: Library, question: str, facts: dict[str, object]):
    assert lead(library, CHONGQING, question, **facts) is None


def test_a_clause_without_the_rule_gives_no_figure(library: Library):
    assert lead(library, CHONGQING, "报百分之几", about="payment-window") is None


def test_the_cap_goes_by_how_many_illnesses_there_are(assistant: Assistant) -> None:
    text = last_reply(assistant, "慢病,重庆,四种病都有证,一年最多给报多少").text
    assert "最多报1600元" in text.split("\n")[0]  # 1000+200*3


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("北京一老一小,我妈住院报几成", "**成人的报销比例没有写**"),
        ("北京一老一小,奶奶住院起付线多少", "**老人的起付线没有写**"),
        ("吉林县居民医保,乡镇卫生院起付线多少", "**乡镇卫生院的起付线没有写**"),
        ("北京一老一小,孩子住院报几成", "**报70%**"),
    ],
)
def test_a_figure_for_others_stands_in_no_first_line(assistant: Assistant, question: str, lead: str) -> None:
    first, second, *_ = last_reply(assistant, question).text.split("\n")
    assert first.startswith(lead)
    assert second == ""
