"""The first words of a reply are the straight answer to what was asked, of the document that is meant."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import first_line, last_reply


@pytest.mark.parametrize(
    ("message", "listed", "unlisted"),
    [
        ("山东新农合,胃癌算大病不,胰腺癌呢", "胃癌", "胰腺癌"),
        ("山东20种大病里有没有心梗、高血压", "急性心肌梗塞", "高血压"),
        ("山东新农合 公公得了胆结石婆婆得了食管癌,两个都给补吗", "食道癌", "胆结石"),
    ],
)
def test_of_two_illnesses_one_on_the_list_each_is_told(
    assistant: Assistant, message: str, listed: str, unlisted: str
) -> None:
    assert first_line(assistant, message).startswith(f"**{listed}在范围内,{unlisted}不在**")


@pytest.mark.parametrize(
    ("message", "begins"),
    [
        ("俺山东新农合的,脑梗在不在大病名单里", "**在范围内**"),
        ("山东新农合名单里有没有白血病", "**看是哪一种**"),  # two kinds of it are listed, of children and 慢粒
        ("休宁我嫂子乳腺癌,住院扣不扣门槛费", "**不扣门槛费**"),  # and not that cancer is on the list
        ("重庆媳妇今年医保交了的,孙女生下来就住保温箱,能报不", "**能**"),
        ("厂里医务室不对外看病,能不能办北京医保定点", "**可以申请**"),
        ("吴江低收入那条,我户口还在河南,六成能享受不", "**不能**"),
        ("县医保科打算降起付线,那我下周住院是按降了的扣吗", "**不能按降了的扣**"),
        ("北京九几年的大病统筹,出院两个多月了单子还收吗", "**已经过了期限,过期不报销**"),
    ],
)
def test_yes_or_no_is_said_first(assistant: Assistant, message: str, begins: str) -> None:
    assert first_line(assistant, message).startswith(begins)


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("住院要转上级医院,那张审批表谁填谁签字", ("医师填", "科主任签字")),
        ("重庆摔伤,村里的证明要写哪些盖哪几个章", ("时间、地点、经过", "村（居）委会和乡镇社保服务机构的鲜章")),
        ("城乡医保的六统一,到底统一哪六样", ("覆盖范围", "基金管理")),
        ("重庆新兴医院说门槛费便宜,到底收多少", ("200元",)),
        ("吴江大病,药店买的自费药和香港看病的钱补不补", ("零售药店", "港、澳、台")),
        ("吉林县里居民医保我和上小学的娃刚交完费,下月住院能报不,孩子呢", ("3个月", "中小学生、儿童不用等")),
    ],
)
def test_all_that_was_asked_stands_in_the_first_line(assistant: Assistant, message: str, says: tuple[str, ...]) -> None:
    line = first_line(assistant, message)
    assert [one for one in says if one not in line] == []


@pytest.mark.parametrize(
    ("message", "figure", "document"),
    [
        ("潍坊那边农合跟居民医保并到一起后,能报的药有几种了", "2500种", "national-unification-2016"),
        ("长沙的公务员看特殊病种门诊,自己掏的给补几成", "50%", "county-employee-plan"),
        ("上海一家医院的医保办,抽病案多久点评一次", "每月点评一次", "hospital-insurance-office"),
    ],
)
def test_a_document_spoken_of_with_words_between_is_found(
    assistant: Assistant, message: str, figure: str, document: str
) -> None:
    reply = last_reply(assistant, message)
    assert figure in reply.text.partition("\n")[0]
    assert {one.policy for one in reply.citations} == {document}


@pytest.mark.parametrize("message", ["上海居民医保住院报多少", "长沙居民医保住院报多少"])
def test_the_insurance_of_such_a_place_is_still_not_told(assistant: Assistant, message: str) -> None:
    assert {one.policy for one in last_reply(assistant, message).citations} <= {"changsha-special-drugs-2016"}


def test_one_scheme_beside_a_catastrophic_one_is_no_merging(assistant: Assistant) -> None:
    reply = last_reply(assistant, "新农合报完和大病保险合并计算吗")
    assert "national-unification-2016" not in {one.policy for one in reply.citations}


@pytest.mark.parametrize(
    ("message", "is_over"),
    [
        ("我爹突发心梗,就近拉到非定点医院抢救了,没来得及批,北京大病统筹认不认", True),
        ("我妈中风送进不是定点的医院,人救回来了,北京大病统筹给不给报", True),
        ("我爸心梗,现在要送医院,报不报得了", False),
        ("我妈昏迷了正在抢救,洛阳医保能报多少", False),
        ("中风了没来得及叫救护车,自己打车去医院能报吗", False),
    ],
)
def test_an_emergency_that_is_over_is_a_question_of_money(assistant: Assistant, message: str, is_over: bool) -> None:
    assert ("120" not in last_reply(assistant, message).text) is is_over


def test_a_cap_asked_for_beside_the_sum_is_told(assistant: Assistant) -> None:
    # (50000-15000)*53% = 18550; 广西 has no cap
    text = last_reply(assistant, "柳州新农合报完我合规自付五万,大病还能报多少,有冇封顶").text
    assert "18,550.00元" in text.partition("\n")[0]
    assert "**没有封顶线" in text


def test_assistance_asked_for_by_name_is_not_told_as_all_together(assistant: Assistant) -> None:
    # 24000-15000 = 9000 are left to pay; 9000*80% = 7200
    line = first_line(assistant, "厦门低保住院总费用2万4,医保报了1万5,救助给多少")
    assert line.startswith("**医疗救助能补 7,200.00元**")


def test_a_sum_by_an_advertisement_says_so(assistant: Assistant) -> None:
    # (6000-200)*95% = 5510
    text = last_reply(assistant, "重庆新兴医院,我退休职工医保,住院6000报多少").text
    assert "5,510.00元" in text
    assert "医院自己的广告" in text
