"""What a person typed, made one spelling; private numbers made unreadable."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.language.text import mask_private, normalise


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("３万元，报多少？", "3万元,报多少?"),
        ("醫療保險報銷三萬圓", "医疗保险报销三万圆"),
        ("住院  花了\n\n3万\t元 ", "住院 花了 3万 元"),
        ("住\u200b院\x00报\ufeff销\u00ad", "住院报销"),
        ("谢谢😀👨\u200d👩\u200d👧🇨🇳", "谢谢"),
        ("3\ufe0f\u20e3级❤\ufe0f医院", "3级 医院"),
        ("⾝份证", "身份证"),  # a Chromium PDF writes 身 as a Kangxi radical
        ("半个\ud800字", "半个字"),
        ("①5万②3级", "1 5万 2 3级"),
        ("花了800，300是自费", "花了800, 300是自费"),
        ("30，000元", "30,000元"),
        ("￥３，０００", "¥3,000"),
        ("45％", "45%"),
        ("乾隆著作", "乾隆著作"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_one_thing_gets_one_spelling(typed: str, expected: str) -> None:
    assert normalise(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("身份证510101199001011234。", "身份证[身份证号]。"),
        ("51010119900101123X", "[身份证号]"),
        ("51010119900101123x", "[身份证号]"),
        ("510101 19900101 123X", "[身份证号]"),
        ("510101900101123", "[身份证号]"),
        ("电话13812345678", "电话[手机号]"),
        ("138 1234 5678", "[手机号]"),
        ("138-1234-5678", "[手机号]"),
        ("+86 13812345678", "[手机号]"),
        ("１３８１２３４５６７８", "[手机号]"),
        ("卡号6222021234567890123", "卡号[银行卡号]"),
        ("6222 0212 3456 7890", "[银行卡号]"),
        ("6222-0212-3456-7890-123", "[银行卡号]"),
        ("622202 1234567890", "[银行卡号]"),
        ("4012888888888", "[银行卡号]"),
        ("510101199013011234", "[银行卡号]"),  # month 13: no identity card, hidden all the same
        ("13812345678和13912345678", "[手机号]和[手机号]"),
    ],
)
def test_private_numbers_are_hidden(typed: str, expected: str) -> None:
    assert mask_private(typed) == expected


@pytest.mark.parametrize(
    "text",
    [
        "12,345.67元",
        "30000",
        "1500000元",
        "13800000000元",
        "13800000000.00",
        "1234567890123万",
        "3000 5000 2000",
        "2009 2010 2011 2013",
        "2009-06-01",
        "0.12345678901234567",
        "服务电话12393",
        "三万五千元",
    ],
)
def test_money_and_dates_stay(text: str) -> None:
    assert mask_private(text) == text


# opencc makes 苧 of 薴 and 苎 of 苧: the only character of 131,072 that takes two turns.
@given(st.text(st.characters(exclude_characters="薴")))
def test_a_normal_text_is_normal_already(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert once.isprintable() or not once.isascii()


@given(st.text(), st.integers(13 * 10**9, 20 * 10**9 - 1))
def test_a_phone_number_is_hidden_in_any_surroundings(text: str, phone: int) -> None:
    assert str(phone) not in mask_private(f"{text},{phone},{text}")


def test_a_sentence_costs_a_fifth_of_a_millisecond_at_most() -> None:
    sentence = "我爸在重庆三级医院住院，花了三万五千元，居民医保二档能报销多少？谢谢。"
    times = []
    for _ in range(50):
        begin = time.perf_counter()
        normalise(sentence)
        times.append(time.perf_counter() - begin)
    assert min(times) < 0.0002
