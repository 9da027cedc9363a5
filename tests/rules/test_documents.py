"""The checklist of a procedure: needed, needed under a condition, lost."""

from mingbai.corpus.kinds import DocumentsRule
from mingbai.rules.case import Case
from mingbai.rules.documents import Checklist, checklist
from mingbai.rules.stated import relevant, stated
from tests.rules.inline import VOCABULARY, policy_of

LIST = """documents: 外地费用报销
who: 参保人
where: 医保窗口
items:
  - {item: 发票, form: 原件, copies: 1, stamp: 财政监制章}
  - {item: 身份证, form: 原件和复印件, copies: 3}
  - {item: 照片, copies: 3, unit: 张}
  - {item: 转院证明, if: 转院治疗的}
  - {item: 外诊登记, if: 在外地看病的, when: {care_place: 外地}}
  - {item: 学生证, when: {insured: 学生}}
  - 病历
  - {lost: 原文缺第3、4项}"""


def ask(rule: str = LIST, **facts: str) -> Checklist:
    (one,) = stated(policy_of(rule), DocumentsRule)
    return checklist(one, VOCABULARY, Case.read(facts, VOCABULARY))


def test_items_read_with_form_number_and_stamp() -> None:
    assert [one.words for one in ask().needed] == [
        "发票(原件1份,加盖财政监制章)",
        "身份证(原件,复印件3份)",
        "照片(3张)",
        "病历",
    ]


def test_a_condition_nobody_answered_stays_a_condition() -> None:
    assert [(one.item, one.condition) for one in ask().conditional] == [
        ("转院证明", "转院治疗的"),
        ("外诊登记", "在外地看病的"),
        ("学生证", "参保人群是学生"),
    ]
    assert ask().lost == ("原文缺第3、4项",)


def test_facts_decide_a_condition() -> None:
    found = ask(care_place="外地", insured="成人")
    assert "外诊登记" in [one.item for one in found.needed]
    assert [one.item for one in found.conditional] == ["转院证明"]  # in words only, so it stays
    at_home = ask(care_place="本地", insured="学生")
    assert "外诊登记" not in [one.item for one in (*at_home.needed, *at_home.conditional)]
    assert "学生证" in [one.item for one in at_home.needed]


def test_a_list_for_some_says_whether_it_is_for_this_case() -> None:
    rule = f"{LIST}\nwhen: {{care_place: 外地}}"
    assert ask(rule).applies is None
    assert ask(rule, care_place="本地").applies is False
    assert ask(rule, care_place="外地").applies is True
    assert ask(rule).condition == "就医地点是外地"


def test_who_brings_it_where() -> None:
    found = ask()
    assert (found.procedure, found.who, found.where, found.clause) == ("外地费用报销", "参保人", "医保窗口", "c1")


def test_a_question_finds_its_procedure() -> None:
    policy = policy_of(
        "documents: 参保登记\nsays: [入保]\nitems: [户口簿]",
        "documents: 住院费用报销\nsays: [报账]\nitems: [发票]",
        "documents: 定点资格\nitems: [许可证]",
    )
    rules = stated(policy, DocumentsRule)
    assert [one.rule.name for one in relevant(rules, "报账要带什么")] == ["住院费用报销"]
    assert [one.rule.name for one in relevant(rules, "入保和住院费用报销要什么")][:2] == ["住院费用报销", "参保登记"]
    assert relevant(rules, "今天天气如何") == ()
