"""Figures that stand somewhere in the original, but are wrong where the corpus has them."""

import pytest

from .conftest import POLICY, Held

NOTE = "居民60元，学生上浮10%也可以读成乘1.1；结余“的5成”没有说多少。"
NOTED = POLICY.replace("sources: [", f"notes:\n  - {NOTE}\nsources: [")
REASONED = POLICY.replace("{个人: 60}}", "{个人: {inferred: 60, because: 每人每年缴费60元}}}")


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        # the notes of the front matter
        ("居民60元，", "居民61元，", "61元 不在原文里"),
        ("乘1.1；", "乘1.2；", "1.2 不在原文里"),
        ("居民60元，", "居民60元，60×10=500，", "算式不对:60×10=500"),
    ],
)
def test_a_figure_of_a_note_that_the_document_does_not_give_is_named(
    written: str, instead: str, said: str, held: Held
) -> None:
    messages = [one.message for one in held((written, instead), policy=NOTED) if "文件头的说明" in one.message]
    assert any(said in message for message in messages), messages


def test_a_note_of_founded_figures_holds(held: Held) -> None:
    assert held(policy=NOTED) == []


@pytest.mark.parametrize("words", ["一年最多30000元，要看三样：甲、乙、丙。", "一年最多30000元，一张表、两种读法。"])
def test_what_the_text_itself_counts_needs_no_original(words: str, held: Held) -> None:
    assert held(("一年最多30000元。", words)) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("一年最多30000元，要看七种。", "条款 inpatient:“七种”不在它的原文里,也没有列出这么多"),
        ("一年最多30000元，七级医院也是。", "条款 inpatient:“七级”不在它的原文里,也没有列出这么多"),
    ],
)
def test_a_spelt_count_that_nothing_lists_is_named(words: str, said: str, held: Held) -> None:
    assert [one.message for one in held(("一年最多30000元。", words))] == [said]


def test_a_figure_behind_words_of_the_original_must_be_the_one_it_says_there(held: Held) -> None:
    # 起付标准为500元,全年最高支付3万元: both amounts stand in the passage
    right = "起付线500元，最高支付3万元"
    assert held(("起付线500元", right)) == []


def test_another_figure_of_the_passage_behind_its_words_is_named(held: Held) -> None:
    messages = [one.message for one in held(("起付线500元", "起付线500元，最高支付500元"))]
    assert messages == ["条款 inpatient:“元,最高支付500元,以上的报4”写的是 500元,原文这里是“全年最高支付3万元”"]


def test_an_inferred_figure_that_its_reason_gives_holds(held: Held) -> None:
    # 60元 is named; 120 − 60 would do as well
    assert held(policy=REASONED) == []


def test_an_inferred_figure_that_its_reason_does_not_give_is_named(held: Held) -> None:
    messages = [one.message for one in held(("inferred: 60", "inferred: 70"), policy=REASONED)]
    assert "条款 premium:推断的 70元 和它的理由“每人每年缴费60元”对不上" in messages


@pytest.mark.parametrize(("reason", "count"), [("标准80元减个人20元", 0), ("标准80元减财政60元", 1)])
def test_a_reason_that_takes_away_gives_the_difference_alone(reason: str, count: int, held: Held) -> None:
    # 80 − 20 = 60; 80 − 60 = 20, although 60 is named
    messages = [one.message for one in held(policy=REASONED.replace("每人每年缴费60元", reason))]
    assert len([one for one in messages if "对不上" in one]) == count


def test_a_reason_without_figures_gives_no_amount(held: Held) -> None:
    messages = [one.message for one in held(policy=REASONED.replace("because: 每人每年缴费60元", "because: 大家一样"))]
    assert messages == ["条款 premium:推断的 60元 和它的理由“大家一样”对不上"]


def test_an_inferred_nothing_must_be_said_in_words(held: Held) -> None:
    messages = [one.message for one in held(("because: 个人不缴费", "because: 个人缴费"))]
    assert messages == ["条款 premium:推断的 0元 和它的理由“个人缴费”对不上"]


@pytest.mark.parametrize("words", ["报0元", "一年最多0元"])
def test_a_nothing_that_no_words_say_is_named(words: str, held: Held) -> None:
    messages = [one.message for one in held(("一年最多30000元。", f"一年最多30000元。不到起付线的，{words}。"))]
    assert messages == ["条款 inpatient:0元 不在它的原文里"]
