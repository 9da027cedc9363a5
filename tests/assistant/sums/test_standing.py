"""What is told beside a sum and rules it out, or makes it depend; what does neither."""

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.conversation.told_of_case import statements
from tests.assistant.turns import first_line, last_estimate, last_reply


@pytest.mark.parametrize(
    ("turns", "clause"),
    [
        (("北京大病统筹,医疗事故住院花了3万报多少",), "exclusions"),
        (("北京大病统筹,没批准在非定点医院住院花了2万报多少",), "exclusions"),
        (("北京大病统筹,我工伤住院能报吗", "花了2万能报多少"), "exclusions"),
        (("湖南团体补充,没参加的,超4万花了5万谁出,能报多少",), "not-joined"),
        (("吉林居民医保,6月1日交的钱,7月15日县医院住院花1万报多少",), "waiting"),
        (("岳池居民医保,农村户口,二级医院住院花8000报多少",), "who"),
        (("吴江大病,实时救助,在香港住院自费4万能补多少",), "exclusions"),
        (("山东大病保险,没参加新农合,肺癌,自己负担6万",), "who"),
        (("济南居民医保的大病保险能报多少",), "who"),
        (("厦门的,医疗救助,我不是低保也没有困难,自付2万能救助多少",), "who"),
        (("厦门普通居民,不困难,自付2万,医疗救助给多少",), "who"),
    ],
)
def test_where_a_clause_surely_says_no_the_first_line_does(assistant: Assistant, turns: tuple[str, ...], clause: str):
    reply = last_reply(assistant, *turns)
    assert reply.kind == "eligibility"
    assert reply.estimate is None
    assert reply.text.startswith("**不能")
    assert reply.citations[0].clause == clause


@pytest.mark.parametrize(
    ("turns", "condition"),
    [
        (("去年喝农药抢救花了3万,北京大病统筹能报吗",), "自杀"),
        (("北京大病统筹,我是中央单位的职工,花了2万报多少",), "别的单位原文没有写"),
        (("北京大病统筹,不知道是不是工伤,住院花了2万能报多少",), "因工负伤"),
        (("岳池居民医保,职工,二级住院花8000报多少",), "职工医保"),
        (("吴江大病保险,外地户口低收入家庭职工,自负花了9000能补多少",), "吴江户籍"),
        (("吴江大病,实时救助,住院自费4万,其中护工费2000,能补多少",), "特需服务"),
        (("厦门没有低保,自付2万能救助多少",), "城乡医疗救助对象"),
        (("厦门,住院自付2万能救助多少",), "城乡医疗救助对象"),
    ],
)
def test_where_it_depends_the_sum_comes_with_the_condition(
    assistant: Assistant, turns: tuple[str, ...], condition: str
):
    reply, _ = last_estimate(assistant, *turns)
    assert "**要看情况**:" in reply.text
    assert condition in reply.text


@pytest.mark.parametrize(
    "turns",
    [
        ("北京大病统筹,没有工伤,住院花了2万能报多少",),
        ("北京大病统筹,花了2万,隔壁是工伤,我是阑尾炎,能报多少",),
        ("北京大病统筹,工伤的能报吗,我生病花了2万报多少",),
        ("北京大病统筹花了3万", "是工伤", "说错了,不是工伤,是阑尾炎"),
        ("湖南团体补充,我不是离休,超4万以后花5万,报多少",),
        ("吴江大病,车祸住院自负花了9000能补多少",),
        ("重庆居民医保二档,没交材料,三级住院花2万,报多少",),
        ("重庆居民医保二档,3月1日住院交了押金5000,3月20日出院,三级花2万,报多少",),
        ("洛阳职工大病,去年没交今年交了,超限额10万三级能报多少",),
        ("吉林居民医保,中小学生6月1日交的钱,7月15日县医院住院花1万报多少",),
        ("新兴医院,居民医保住院花了8000能报多少",),
        ("厦门低保户,自付2万能救助多少",),
        ("厦门的救助对象,自付2万能救助多少",),
        ("厦门办了医疗救助的,自付2万能救助多少",),
    ],
)
def test_a_mere_mention_changes_nothing(assistant: Assistant, turns: tuple[str, ...]):
    reply, _ = last_estimate(assistant, *turns)
    assert "要看情况" not in reply.text


def test_what_is_told_is_taken_apart():
    said = statements("北京大病统筹,工伤的能报吗,我住院花了2万报多少")
    assert [one.text for one in said] == ["北京大病统筹", "我住院花了2万报多少"]
    assert [one.is_open for one in statements("可能是工伤\n花了2万")] == [True, False]
    assert [one.is_whole_bill for one in statements("药店买药花了4万,其中2000是护工")] == [True, False]
    assert statements("是工伤\n说错了,不是工伤")[0].text == "是·"


def test_a_bill_with_what_basic_insurance_settles_first_adds_up_in_the_first_line(assistant: Assistant):
    first = first_line(assistant, "湖南团体补充,一共花了9万能报多少")
    # 40000*85% + 10000*90% = 43000; 6000 + 1000 = 7000; 90000 - 50000 = 40000
    assert "43,000.00元" in first
    assert "自己付 7,000.00元,另外 40,000.00元由基本医保报" in first


def test_the_cap_of_children_is_not_told_to_the_old(assistant: Assistant):
    assert "170,000" not in last_reply(assistant, "北京一老一小,老人住院花了1万5").text


@pytest.mark.parametrize(
    "question",
    [
        "北京1995年大病,我上小学的孩子住院花了3万能报多少",
        "没写城市的职工大病,学生住院10万能报多少",
        "职工大病团体补充保险 小学生住院花了20万报多少",
    ],
)
def test_a_pupil_is_not_in_the_insurance_of_employees(assistant: Assistant, question: str) -> None:
    reply = last_reply(assistant, question)
    assert reply.estimate is None
    assert reply.text.startswith("**不能报**:这份规定是职工")


def test_a_son_may_be_grown_so_that_it_is_left_open(assistant: Assistant) -> None:
    reply, _ = last_estimate(assistant, "没写城市的职工大病,我儿子住院10万能报多少")
    assert "没有工作的孩子不在里面" in reply.text
