"""Private numbers are made unreadable however they are written; money and dates stay."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.language.private_numbers import mask_private


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
        ("0086 138 1234 5678", "[手机号]"),
        ("138-123-45678", "[手机号]"),
        ("1 3 8 1 2 3 4 5 6 7 8", "[手机号]"),
        ("１３８　１２３４　５６７８", "[手机号]"),
        ("一三八 一二三四 五六七八", "[手机号]"),
        ("手机138 123 45678,花了3万", "手机[手机号],花了3万"),
        ("0817-5221234", "[电话号码]"),
        ("6222 0212 3456 7890 500元", "[银行卡号] 500元"),
        ("卡号是62220 21234 56789 0123", "卡号是[银行卡号]"),
        ("银行卡六二二二零二一二三四五六七八九零一二三", "银行卡[银行卡号]"),
        ("身份证 110 101 1990 0307 1234", "身份证 [身份证号]"),
        ("110101，19900307，1234", "[身份证号]"),
        ("一一零一零一一九九零零三零七一二三四", "[身份证号]"),
        ("13812345678X", "[手机号]X"),
        ("电话是一三八,零二三四,五六七八", "电话是[手机号]"),
        ("一三八,一二三四,五六七八", "[手机号]"),
        ("138、0234、5678", "[手机号]"),
        ("电话138,1234,5678", "电话[手机号]"),
        ("138 02 34 56 78", "[手机号]"),
        ("138 023 45678", "[手机号]"),
        ("138-1-2-3-4-5-6-7-8", "[手机号]"),
        ("138*1234*5678", "[手机号]"),
        ("110101*19900307*1234", "[身份证号]"),
        ("6222 02123456 7890123", "[银行卡号]"),
        ("身份证号110101１９９００307一二三4", "身份证号[身份证号]"),  # figures of three scripts in one number
        ("身份证110101199003071234一张", "身份证[身份证号]一张"),
        ("13812345678一共", "[手机号]一共"),
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
        "5000-8000-3000",
        "1500 3000 800",
        "15000-300000",
        "5000,8000,3000,2000",
        "二〇一三年五月一二三四五",
        "1 2 3 4 5 6 7 8 9 10 11 12",
        "150,2000,3000",
        "三次分别是138、1200、3500",
        "150 300 12000",
        "一百三十,一千二,三千五",
        "800*45%",
    ],
)
def test_money_and_dates_stay(text: str) -> None:
    assert mask_private(text) == text


DASHES_AND_BLANKS = [" ", "  ", "-", "–", "—", "−", "‐", "－", ".", "·", "_", "/", "\xa0", "\u3000", "\n", "\t"]
GROUPS = {
    "身份证号": ["110101", "19900307", "1234"],
    "手机号": ["138", "1234", "5678"],
    "银行卡号": ["6222", "0212", "3456", "7890", "123"],
}


@pytest.mark.parametrize("between", ["", *DASHES_AND_BLANKS], ids=repr)
@pytest.mark.parametrize("name", GROUPS)
def test_they_are_hidden_whatever_stands_between_their_groups(name: str, between: str) -> None:
    full_width = str.maketrans("0123456789", "０１２３４５６７８９")
    typed = between.join(GROUPS[name])
    assert mask_private(f"我是{typed},花了3万") == f"我是[{name}],花了3万"
    assert mask_private(f"我是{typed.translate(full_width)},花了3万") == f"我是[{name}],花了3万"


@pytest.mark.parametrize("between", ["", *DASHES_AND_BLANKS], ids=repr)
@pytest.mark.parametrize("name", GROUPS)
def test_they_are_hidden_in_chinese_numerals(name: str, between: str) -> None:
    spoken = str.maketrans("0123456789", "零一二三四五六七八九")
    typed = between.join(GROUPS[name]).translate(spoken)
    assert mask_private(f"我是{typed},花了3万") == f"我是[{name}],花了3万"


@given(st.text(), st.integers(13 * 10**9, 20 * 10**9 - 1))
def test_a_phone_number_is_hidden_in_any_surroundings(text: str, phone: int) -> None:
    assert str(phone) not in mask_private(f"{text},{phone},{text}")


@pytest.mark.timed
@pytest.mark.parametrize("piece", ["1 ", "1", "12345 ", "一", "1.2-3/4 ", "电话 ", "我花了3万 "])
def test_a_long_message_costs_little(piece: str) -> None:
    message = (piece * 5000)[:5000]
    begin = time.perf_counter()
    mask_private(message)
    assert time.perf_counter() - begin < 0.5
