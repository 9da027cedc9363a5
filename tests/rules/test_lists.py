"""Eligibility questions against what a policy covers and what it does not."""

import pytest

from mingbai.rules.case import Case
from mingbai.rules.lists import Eligibility, eligibility, entitlements, opposed
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


def test_the_conditions_of_a_benefit() -> None:
    policy = policy_of(
        "pays_when: 先诊疗后付费\nconditions: [参加医保, 在试点科室住院]\nwho: 参保人",
        "pays_when: 转院\nconditions: [医生填表, 医保办核准]\nany: true",
    )
    (found,) = entitlements(policy, "先诊疗后付费要什么条件")
    assert (found.conditions, found.any, found.who) == (("参加医保", "在试点科室住院"), False, "参保人")
    assert entitlements(policy, "转院要什么条件")[0].any is True


def test_a_condition_that_is_denied_is_named() -> None:
    policy = policy_of("pays_when: 先诊疗后付费\nconditions: [在市三区范围内, 在试点科室住院]")
    assert entitlements(policy, "不是市三区的,能先诊疗后付费吗")[0].denied == "在市三区范围内"
    assert entitlements(policy, "先诊疗后付费要什么条件")[0].denied is None


def test_one_of_several_ways_that_is_denied_decides_nothing() -> None:
    policy = policy_of("pays_when: 转院\nconditions: [社保所同意, 开转诊证明]\nany: true")
    assert entitlements(policy, "转院没开转诊证明行吗")[0].denied is None


def test_who_is_not_of_the_group_a_closed_list_names_is_not_covered() -> None:
    rule = "covers: 保的人\nclosed: true\nof: 参保身份\nsays: [居民医保]\nitems: [{item: 新农合参合人员}]"
    found = ask("我是居民医保不是农合,能补吗", rule)
    assert (found.verdict, found.findings[0].is_denied) == ("no", True)
    assert ask("我是居民医保的能补吗", rule).verdict == "depends"


def test_another_entry_counts_where_one_is_denied() -> None:
    rule = "covers: 对象\nitems: [{item: 低保对象, says: [低保]}, {item: 低收入家庭, says: [低收入]}]"
    found = ask("没评上低保,属于低收入,能享受吗", rule)
    assert [one.item for one in found.findings] == ["低收入家庭"]


HOSPITALS = "covers: 可以申请的\nitems:\n  - {item: 有许可证的非营利性医疗机构, says: [公立医院]}"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("营利性的口腔门诊能申请吗", ["营利性"]),
        ("私人营利的能申请吗", ["营利"]),
        ("非营利性的能申请吗", []),
        ("不是营利性的能申请吗", []),
        ("公立医院能申请吗", []),
    ],
)
def test_an_entry_that_names_the_contrary_is_not_meant(question: str, words: list[str]) -> None:
    assert [one.word for one in opposed(policy_of(HOSPITALS), question)] == words


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("外地看病,办过登记,能报吗", "yes"),
        ("外地看病能报吗", "depends"),
        ("外地看病没办过登记,能报吗", "depends"),
        ("长住外地,没有登记,能报吗", "no"),
        ("长住外地,登记了,能报吗", "depends"),
    ],
)
def test_a_condition_that_the_question_says_is_met(question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict
