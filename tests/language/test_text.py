"""What a person typed, made one spelling."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.language.text import normalise


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("３万元，报多少？", "3万元,报多少?"),
        ("醫療保險報銷三萬圓", "医疗保险报销三万圆"),
        ("住院  花了\n\n3万\t元 ", "住院,花了 3万 元"),
        ("住\u200b院\x00报\ufeff销\u00ad", "住院报销"),
        ("谢谢😀👨\u200d👩\u200d👧🇨🇳", "谢谢"),
        ("3\ufe0f\u20e3级❤\ufe0f医院", "3级 医院"),
        ("⾝份证", "身份证"),  # a Chromium PDF writes 身 as a Kangxi radical
        ("半个\ud800字", "半个字"),
        ("①5万②3级", "1 5万 2 3级"),
        ("花了800，300是自费", "花了800, 300是自费"),
        ("30，000元", "30,000元"),
        ("居民 医保 2 档 花了 3 5 0 0 元", "居民,医保 2档 花了 3500 元"),
        ("貳檔 叁级医院", "二档,三级医院"),
        ("花了12 000元", "花了12000元"),
        ("2 3000", "2 3000"),  # two figures
        ("￥３，０００", "¥3,000"),
        ("45％", "45%"),
        ("乾隆著作", "乾隆著作"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_one_thing_gets_one_spelling(typed: str, expected: str) -> None:
    assert normalise(typed) == expected


# opencc makes 苧 of 薴 and 苎 of 苧: the only character of 131,072 that takes two turns.
@given(st.text(st.characters(exclude_characters="薴")))
def test_a_normal_text_is_normal_already(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert once.isprintable() or not once.isascii()


@pytest.mark.timed
def test_a_sentence_costs_a_fifth_of_a_millisecond_at_most() -> None:
    sentence = "我爸在重庆三级医院住院，花了三万五千元，居民医保二档能报销多少？谢谢。"
    times = []
    for _ in range(50):
        begin = time.perf_counter()
        normalise(sentence)
        times.append(time.perf_counter() - begin)
    assert min(times) < 0.0002
