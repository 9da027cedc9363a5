"""Eligibility questions against what a policy covers and what it does not."""

import pytest

from mingbai.rules.case import Case
from mingbai.rules.denial import says
from mingbai.rules.lists import Eligibility, eligibility, entitlements
from tests.rules.inline import VOCABULARY, policy_of

EXCLUDES = """excludes: 不报的情形
items:
  - {item: 因交通事故造成伤害的, says: [车祸, 被车撞]}
  - {item: 没经批准在非定点医院就诊的, says: [非定点, 不是定点], unless: 紧急抢救, unless_says: [抢救, 急救]}
  - {item: 工伤, says: [上班受伤]}
  - {item: 打架斗殴, says: [打架, 斗殴]}
  - {item: 异地长住的, says: [长住外地], if: 没有登记的}
  - {item: 学生的意外伤害, says: [摔伤], when: {insured: 学生}}
  - {lost: 原文缺第三种}"""
COVERS = """covers: 管的费用
items:
  - {item: 门诊大病, says: [大病门诊]}
  - {item: 急诊, says: [急诊]}
  - {item: 外地看病, says: [外地看病], if: 办过登记的}"""
DISEASES = """covers: 二十种大病
of: 病种
closed: true
says: [病, 癌, 大病]
items:
  - {item: 肺癌, says: [肺部恶性肿瘤]}
  - {item: 血友病}
  - {item: I型糖尿病, says: [1型糖尿病]}"""


def ask(question: str, *rules: str, **facts: str) -> Eligibility:
    policy = policy_of(*(rules or (EXCLUDES, COVERS)))
    return eligibility(policy, VOCABULARY, question, Case.read(facts, VOCABULARY))


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("出了车祸住院能报吗", "no"),
        ("我跟人打架被打伤了,给报吗", "no"),
        ("上班受伤了可以报吗", "no"),
        ("在非定点医院看病能报吗", "depends"),
        ("在非定点医院抢救能报吗", "yes"),
        ("门诊大病能报吗", "yes"),
        ("急诊能报吗", "yes"),
        ("出了车祸去急诊能报吗", "no"),  # what is excluded weighs more
        ("外地看病能报吗", "depends"),
        ("镶牙能报吗", "not_said"),
        ("不是工伤,自己摔的,能报吗", "not_said"),
        ("不是因为打架,能报吗", "not_said"),
        ("是不是工伤都不能报", "no"),  # a question, not a denial
        ("有没有打架都不报吗", "no"),
    ],
)
def test_a_question_finds_its_entry(question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict


def test_a_finding_names_the_entry_the_word_and_the_clause() -> None:
    (found,) = ask("被车撞了能报吗").findings
    assert (found.item, found.word, found.clause, found.list_name) == (
        "因交通事故造成伤害的",
        "被车撞",
        "c1",
        "不报的情形",
    )


def test_a_condition_and_an_exception_are_named() -> None:
    (outside,) = ask("长住外地能报吗").findings
    assert (outside.verdict, outside.condition) == ("depends", "没有登记的")
    (off_list,) = ask("非定点医院能报吗").findings
    assert (off_list.verdict, off_list.unless) == ("depends", "紧急抢救")


def test_facts_decide_an_entry_for_some() -> None:
    assert ask("摔伤能报吗").verdict == "depends"
    assert ask("摔伤能报吗", insured="学生").verdict == "no"
    assert ask("摔伤能报吗", insured="成人").verdict == "not_said"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("肺癌能报吗", "yes"),
        ("血友病能报吗", "yes"),
        ("1型糖尿病能报吗", "yes"),
        ("2型糖尿病能报吗", "no"),
        ("肝癌能报吗", "no"),
        ("白血病能报吗", "no"),
        ("大病能报吗", "depends"),  # names no disease
        ("得了癌症看病能报吗", "depends"),
        ("骨折能报吗", "not_said"),
    ],
)
def test_what_is_not_on_a_closed_list_is_not_covered(question: str, verdict: str) -> None:
    assert ask(question, DISEASES).verdict == verdict


def test_not_being_on_a_closed_list_is_a_finding() -> None:
    (found,) = ask("肝癌能报吗", DISEASES).findings
    assert (found.item, found.word) == ("不在“二十种大病”里", "肝癌")
    (subject,) = ask("大病能报吗", DISEASES).findings
    assert (subject.item, subject.condition) == ("只限“二十种大病”里列出的", "是列出的病种")


def test_an_open_list_says_nothing_about_what_is_not_on_it() -> None:
    assert ask("肝癌能报吗", DISEASES.replace("closed: true\n", "")).verdict == "not_said"


def test_an_exception_of_a_cover_takes_it_away() -> None:
    rule = "covers: 可以参加的人\nitems: [{item: 机关干部, says: [干部], unless: 离休干部, unless_says: [离休]}]"
    assert ask("离休干部能参加吗", rule).verdict == "no"
    assert ask("机关干部能参加吗", rule).verdict == "depends"


def test_an_entry_without_words_is_known_by_the_vocabularys() -> None:
    rule = "excludes: 不报的\nitems: [交通事故受的伤]"
    assert ask("被车撞了能报吗", rule).verdict == "no"
    assert ask("感冒能报吗", rule).verdict == "not_said"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("工伤能报吗", "工伤", True),
        ("不是工伤", "工伤", False),
        ("不是因为工伤", "工伤", False),
        ("并非工伤", "工伤", False),
        ("没有转诊", "转诊", False),
        ("有没有转诊都行", "转诊", True),
        ("非定点医院", "定点医院", False),
        ("未在定点医院", "定点医院", False),
        ("不是工伤,其实是工伤", "工伤", True),
        ("伤", "伤", False),  # one character shows nothing
    ],
)
def test_a_word_that_is_denied_is_not_said(text: str, word: str, expected: bool) -> None:
    assert says(text, word) is expected


def test_the_conditions_of_a_benefit() -> None:
    policy = policy_of(
        "pays_when: 先诊疗后付费\nconditions: [参加医保, 在试点科室住院]\nwho: 参保人",
        "pays_when: 转院\nconditions: [医生填表, 医保办核准]\nany: true",
    )
    (found,) = entitlements(policy, "先诊疗后付费要什么条件")
    assert (found.conditions, found.any, found.who) == (("参加医保", "在试点科室住院"), False, "参保人")
    assert entitlements(policy, "转院要什么条件")[0].any is True
