"""What the original tells in figures must stand in the words, and what a rule computes with too."""

import pytest

from .conftest import ORIGINAL, POLICY, Held


def messages(held: Held, *changes: tuple[str, str], policy: str = POLICY, original: str = ORIGINAL) -> list[str]:
    return [one.message for one in held(*changes, policy=policy, original=original)]


def test_a_figure_of_the_original_that_no_clause_says_is_named(held: Held) -> None:
    assert messages(held, ("1432人，一共85920元：1432×60=85920，对得上。", "1432人，每人60元。")) == [
        "条款 income:原文“(二)全县参保居民1432人,共…”这一段里的 85920元 没有写进正文"
    ]


def test_a_figure_changed_to_another_of_its_passage_is_missed_where_it_was(held: Held) -> None:
    # 500元 stands in the passage; 3万元 does not stand in the words any more
    assert "条款 inpatient:原文“(一)住院起付标准为500元,起…”这一段里的 30000元 没有写进正文" in messages(
        held, ("最多30000元", "最多500元")
    )


def test_what_another_clause_of_the_paragraph_says_is_not_missed(held: Held) -> None:
    other = ("## 结余怎么用", "## 一共收了 {#sum}\n> 原文 一(二)\n\n一共收了85920元。\n\n## 结余怎么用")
    assert messages(held, ("1432人，一共85920元：1432×60=85920，对得上。", "1432人，每人60元。"), other) == []


@pytest.mark.parametrize("note", ["“共收款8万5920元”另外算", "8万5920元是噪声"])
def test_what_a_note_quotes_or_names_as_noise_need_not_be_said(note: str, held: Held) -> None:
    policy = POLICY.replace("sources: [", f"notes: [{note}]\nsources: [")
    assert messages(held, ("1432人，一共85920元：1432×60=85920，对得上。", "1432人，每人60元。"), policy=policy) == []


@pytest.mark.parametrize(
    "added",
    [
        "(1)登记,(2)领卡",  # the numbers of items within a sentence
        "一次办完",  # a spelt 一 says no more than that it is done
        "20xx年起",  # a year that was blotted out
    ],
)
def test_numbers_that_say_nothing_need_not_be_said(added: str, held: Held) -> None:
    assert messages(held, original=ORIGINAL.replace("共收款", f"{added},共收款")) == []


def test_a_figure_of_a_rule_that_its_words_do_not_say_is_named(held: Held) -> None:
    # 45% is said by the title of another clause at the same place: only the rule's own words are asked
    other = ("## 结余怎么用", "## 报45% {#share}\n> 原文 二(一)\n\n报45%。\n\n## 结余怎么用")
    assert messages(held, ("以上的报45%，", ""), other) == ["条款 inpatient:规则里的 45% 没有写进正文"]


def test_an_inferred_figure_must_be_said_too(held: Held) -> None:
    policy = POLICY.replace("{个人: 60}}", "{个人: {inferred: 60, because: 每人每年缴费60元}}}")
    assert messages(held, ("每人60元，", ""), policy=policy) == ["条款 premium:规则里的 60元 没有写进正文"]


def test_a_figure_of_a_title_must_be_said_below_it(held: Held) -> None:
    assert "条款 inpatient:标题里的 500元 没有写进正文" in messages(
        held, ("## 住院报多少", "## 超过500元报多少"), ("起付线500元，", "")
    )


def test_a_figure_of_a_title_that_is_said_below_it_holds(held: Held) -> None:
    assert messages(held, ("## 住院报多少", "## 住院报45%，最多3万元")) == []


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("60天：出院以后", []),
        ("六十天", []),  # spelt as people spell it
        ("九十天：出院以后", ["条款 deadline:答“九十天：出院以后”里的 90日 没有写进正文"]),
    ],
)
def test_a_ready_answer_holds_no_figure_that_its_clause_lacks(answer: str, said: list[str], held: Held) -> None:
    asked = f"\n\n```asked\n- {{people: [多久之内要去报], answer: {answer}}}\n```"
    clause = POLICY.split("{#deadline}")[1].split("\n\n")[1]
    assert messages(held, (clause, clause + asked)) == said
