"""Items that are named as missing, as there, or as the place of a quotation."""

import pytest

from mingbai.audit.pointing import gaps, misattributed, mispointed

ORIGINAL = "\n".join(
    (
        "一、对象",
        "(一)农民",
        "(二)学生",
        "(四)老人",
        "二、材料",
        "1.身份证",
        "3.存折,比例提高2%",
        "三、问题",
        "其一:1.人少;2.钱少;4.路远。",
    )
)


def test_gaps_are_the_numbers_that_lists_leave_out() -> None:
    # (三), 2. and the 3. within a paragraph
    assert gaps(ORIGINAL) == {2, 3}


@pytest.mark.parametrize(
    "text",
    ["缺第3项", "缺(三)", "第三类原文缺失：", "只有(一)(二)(四)", "只写了第1、2、4种", "第3项整条缺失", "只有第五道"],
)
def test_what_the_numbering_bears_out_holds(text: str) -> None:
    assert list(mispointed(text, ORIGINAL)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("缺第4项", "“第4”:原文的编号不缺这一项"),
        ("缺(二)(四)", "“(二)(四)”:原文的编号不缺这一项"),
        ("第四类原文缺失：", "“第四”:原文的编号不缺这一项"),
        ("第五三类原文缺失：", "“第五三”:原文的编号不缺这一项"),  # no numeral at all
        ("只有(一)(五)", "“只有(一)(五)”:原文没有这个编号"),
        ("只写了第1、2、6种", "“只写了第1、2、6种”:原文没有这个编号"),
    ],
)
def test_another_number_is_named(text: str, said: str) -> None:
    assert list(mispointed(text, ORIGINAL)) == [said]


def test_a_quotation_must_stand_in_the_item_it_is_given_to() -> None:
    assert list(misattributed("第3项的“提高2%”，第二部分“身份证”", ORIGINAL)) == []
    assert list(misattributed("第1项的“提高2%”", ORIGINAL)) == ["引的“提高2%”不在“第1项”里"]
    assert list(misattributed("第三部分“身份证”", ORIGINAL)) == ["引的“身份证”不在“第三部分”里"]


def test_an_item_that_is_named_must_be_there_or_missing() -> None:
    assert list(misattributed("第三部分、第3项都写到，第2项没有", ORIGINAL)) == []
    assert list(misattributed("第七部分和第2项", ORIGINAL)) == ["原文没有“第七”这一项"]
