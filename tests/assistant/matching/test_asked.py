"""Which way of asking a question is like: the nearest one answers, that of other persons does not."""

from __future__ import annotations

import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.matching.asked import SURE, AskedWays
from mingbai.corpus.reader import Corpus

CHONGQING, YUECHI, GUIYANG = "chongqing-resident-2013", "yuechi-resident-2009", "guiyang-resident-2018"
BEIJING = "beijing-designated-institutions"


@pytest.fixture(scope="module")
def ways(library: Library) -> AskedWays:
    """The ways of asking of the real corpus."""
    return library.asked


@pytest.mark.parametrize(
    ("question", "policy", "clause", "begins"),
    [
        ("重庆的,娃他妈交过了,娃还要不要再交一份", CHONGQING, "newborn", "不用另外交"),
        ("在重庆,老公单位给上了保险,还要一起交城乡的吗", CHONGQING, "who", "不能"),
        ("桂阳,自己在家摔跤,给不给报", GUIYANG, "accident", "没有写能不能报"),
        ("岳池福利院的孤儿找谁办", YUECHI, "enrol-school", "福利院统一办"),
    ],
)
def test_the_nearest_way_of_asking_answers(
    ways: AskedWays, question: str, policy: str, clause: str, begins: str
) -> None:
    found = ways.meant(question, (policy,), [(policy, clause)])
    assert [one.clause for one in found] == [clause]
    assert (found[0].answer or "").startswith(begins)
    assert found[0].lead.startswith(f"**{begins}**")


def test_a_question_of_other_persons_is_another_question(ways: AskedWays) -> None:
    """岳池's pupils have no sum for 2010; its adults have one, so that the pupils' answer is not theirs."""
    assert ways.meant("2010年学生交多少", (YUECHI,), ())[0].clause == "premium-student"
    assert all(one.clause != "premium-student" for one in ways.meant("2010年成年人交多少", (YUECHI,), ()))


@pytest.mark.parametrize("question", ["宠物看病能报吗", "种植牙给报吗", "停车费给不给"])
def test_a_question_about_something_else_has_no_answer(ways: AskedWays, corpus: Corpus, question: str) -> None:
    ranked = [(CHONGQING, clause.id) for clause in corpus.policies[CHONGQING].clauses][:5]
    assert ways.meant(question, (CHONGQING,), ranked) == ()


def test_a_question_in_two_parts_gets_both_answers(ways: AskedWays) -> None:
    ranked = [(GUIYANG, "one-stop")]
    answers = [one.answer or "" for one in ways.meant("一站式什么时候开始的,一站式管哪些人", (GUIYANG,), ranked)]
    assert [answer[:5] for answer in answers] == ["2018年", "低保户、建"]


def test_another_policy_does_not_answer(ways: AskedWays) -> None:
    assert ways.meant("没登记去外地住院起付线和比例怎么变", (YUECHI,), ()) == ()


def test_what_is_surely_known_is_as_like_as_it_must_be(ways: AskedWays) -> None:
    assert ways.is_known("照片要几张几寸的", (YUECHI,))
    assert not ways.is_known("住院花了三万能报多少", (YUECHI,))
    assert ways.is_known("我妈有职工医保登记要拿她的本子吗", (YUECHI,), naming=("职工医保",))
    assert not ways.is_known("照片要几张几寸的", (YUECHI,), naming=("职工医保",))
    assert 0 < SURE < 1


def test_what_a_message_only_tells_leads_to_the_clause_found_first_or_nowhere(ways: AskedWays) -> None:
    told = "我们是社区中心,收费全照市里统一那本标准走,申请定点还用不用开物价证明"
    documents = (BEIJING, "documents")
    assert {one.clause for one in ways.meant(told, (BEIJING,), [documents, (BEIJING, "conditions")])} <= {"documents"}


def test_an_answer_is_found_wherever_search_ranks_its_clause(ways: AskedWays) -> None:
    question, where = "重庆居民医保 屋头老人上坡摔断了手杆 要开啥子证明才报得到", (CHONGQING, "injury")
    for ranked in ([where], [(CHONGQING, "who"), where]):
        assert [one.clause for one in ways.meant(question, (CHONGQING,), ranked)] == ["injury"]


def test_that_something_is_not_written_is_only_said_to_who_asks_for_it(ways: AskedWays) -> None:
    question, where = "北京定点医院换了个名字,去办手续手里得拿着啥", (BEIJING, "changes")
    assert all(not (one.answer or "").startswith("没有写") for one in ways.meant(question, (BEIJING,), [where]))


def test_a_silence_is_said_to_who_asks_for_it_in_other_words(ways: AskedWays) -> None:
    """最多救多少 names no 封顶, but most of a way of asking for it."""
    question, where = "那个医疗救助一年最多能救多少", ("xiamen-medical-assistance", "amount")
    (found,) = ways.meant(question, (where[0],), [where])
    assert (found.answer or "").startswith("没有写有没有封顶")


@pytest.mark.parametrize("question", ["岳池户口的婴儿能上居民医保吗", "岳池城镇户口能参加吗"])
def test_a_refusal_of_others_is_not_said_to_who_may(ways: AskedWays, question: str) -> None:
    """单位职工能上吗 and 没有城镇户口能参加吗 are refused; a baby of the town's register is not."""
    ranked = [(YUECHI, "who")]
    assert all(not (one.answer or "").startswith("不") for one in ways.meant(question, (YUECHI,), ranked))


def test_a_refusal_is_said_to_whom_it_is_for(ways: AskedWays) -> None:
    (found,) = ways.meant("我户口在农村,能入那个城镇居民的吗", (YUECHI,), [(YUECHI, "who")])
    assert (found.answer or "").startswith("不行")


@pytest.mark.parametrize(
    "question", ["去年剩了四十,今年忘交了,那四十还在不在", "断保以前攒的门诊钱还在不在", "中间没交门诊剩的还认不认"]
)
def test_who_stopped_paying_is_not_told_what_holds_for_the_others(ways: AskedWays, question: str) -> None:
    ranked = [(CHONGQING, "outpatient"), (CHONGQING, "outpatient-interrupted")]
    found = ways.meant(question, (CHONGQING,), ranked)
    assert {one.clause for one in found} == {"outpatient-interrupted"}


def test_who_goes_on_paying_keeps_what_is_left(ways: AskedWays) -> None:
    ranked = [(CHONGQING, "outpatient"), (CHONGQING, "outpatient-interrupted")]
    (found,) = ways.meant("门诊的钱今年没用完明年还在吗", (CHONGQING,), ranked)
    assert (found.clause, (found.answer or "")[:2]) == ("outpatient", "还在")


@pytest.mark.parametrize(
    ("question", "policy", "clause", "begins"),
    [
        # the nearest single way asks from which day it is in force, one for what is settled on the spot
        ("救助以后还是负担不起,能再申请吗", "xiamen-medical-assistance", "second", "可以再申请"),
        ("年年都续着,剩的门诊钱会清零吗", CHONGQING, "outpatient-interrupted", "不要紧"),
        ("门诊中间断缴一年,余额清零吗", CHONGQING, "outpatient-interrupted", "没有了"),
        ("门诊剩下的三十块,我年年都没断交,明年还有吗", CHONGQING, "outpatient", "还在"),
    ],
)
def test_all_that_is_said_of_an_answer_tells_which_is_meant(
    ways: AskedWays, corpus: Corpus, question: str, policy: str, clause: str, begins: str
) -> None:
    ranked = [(policy, clause)]
    found = ways.meant(question, (policy,), ranked)
    assert [one.clause for one in found] == [clause]
    assert (found[0].answer or "").startswith(begins)


def test_two_answers_that_say_the_same_are_told_once(ways: AskedWays) -> None:
    """9月1日到次年8月31日：在校学生 stands in the answer for both groups; who asks for a pupil gets the pupil's."""
    question, where = "学生娃的医保管到哪一天,放暑假七月份病了还算数不", ("yuechi-resident-2009", "benefit-period")
    assert [one.answer for one in ways.meant(question, (YUECHI,), [where])] == ["9月1日到次年8月31日：在校学生"]


def test_one_of_several_questions_gets_what_is_likely_meant(ways: AskedWays) -> None:
    policy, question = "jilin-county-resident-2008", "俺家孩子也得等不"
    (found,) = ways.likely(question, (policy,), [(policy, "waiting")], question)
    assert (found.answer or "").startswith("不用等")
    assert ways.likely(question, (policy,), [(policy, "extra"), (policy, "premium")], question) == ()
    assert ways.likely("食堂几点开饭", (policy,), [(policy, "waiting")], "食堂几点开饭") == ()
