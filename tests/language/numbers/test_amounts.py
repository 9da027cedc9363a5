"""Amounts as people write them: read exactly, or said to be unreadable; never guessed."""

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mingbai.language.numbers.amounts import Mention, find_amounts, numbers_in

AMOUNTS = [
    ("3万", "30000"),
    ("3 万", "30000"),
    ("三万五", "35000"),
    ("三万五千", "35000"),
    ("3万5千", "35000"),
    ("3万5", "35000"),
    ("2.35万", "23500"),
    ("1.23456万", "12345.6"),
    ("1w5", "15000"),
    ("3w", "30000"),
    ("1.5W", "15000"),
    ("2w3k", "23000"),
    ("5k", "5000"),
    ("30K", "30000"),
    ("叁万贰仟元整", "32000"),
    ("壹佰贰拾叁元肆角伍分", "123.45"),
    ("參萬貳仟圓", "32000"),
    ("12,345.67元", "12345.67"),
    ("１２，３４５元"[:2] + "元", "12"),
    ("３００００元", "30000"),
    ("一千五", "1500"),
    ("三百二", "320"),
    ("两万", "20000"),
    ("俩万", "20000"),
    ("一万零五百", "10500"),
    ("一万零五十", "10050"),
    ("一万零五", "10005"),
    ("三万五百", "30500"),
    ("3万零5百", "30500"),
    ("3万零500", "30500"),
    ("3万500", "30500"),
    ("十万", "100000"),
    ("十五万", "150000"),
    ("二十万八", "208000"),
    ("半万", "5000"),
    ("8千6", "8600"),
    ("3千500", "3500"),
    ("3百50", "350"),
    ("2万3千5", "23500"),
    ("1万2千元整", "12000"),
    ("六千八百块零五毛", "6800.5"),
    ("三块五", "3.5"),
    ("52块3", "52.3"),
    ("8437块6", "8437.6"),
    ("8437块65", "8437.65"),
    ("五千三百二十块八", "5320.8"),
    ("2345块半", "2345.5"),
    ("12块5毛", "12.5"),
    ("一万二千三百块零五角", "12300.5"),
    ("三块半", "3.5"),
    ("3块5", "3.5"),
    ("五毛", "0.5"),
    ("五毛二", "0.52"),
    ("5分钱", "0.05"),
    ("三块五毛二", "3.52"),
    ("3元零5分", "3.05"),
    ("六万四千三百二十一元五角六分", "64321.56"),
    ("12万3456.78元", "123456.78"),
    ("12万345元", "120345"),
    ("一亿", "100000000"),
    ("一亿五", "150000000"),
    ("一万亿", "1000000000000"),
    ("1百万", "1000000"),
    ("三千五百万", "35000000"),
    ("1,234万", "12340000"),
    ("三点五万", "35000"),
    ("三点二五万", "32500"),
    ("十点五元", "10.5"),
    ("30,000", "30000"),
    ("30000元", "30000"),
    ("30000 元", "30000"),
    ("3万块钱", "30000"),
    ("3万人民币", "30000"),
    ("￥3000", "3000"),
    ("¥ 12,000.00", "12000"),
    ("RMB 3000", "3000"),
    ("人民币3000", "3000"),
    ("3000rmb", "3000"),
    ("3000 RMB", "3000"),
    ("两千二百五", "2250"),
    ("一百一十", "110"),
    ("一百零五", "105"),
    ("三千零五十", "3050"),
    ("3十万", "300000"),
]
ROUGH_AMOUNTS = [
    ("三万多", "30000"),
    ("三万左右", "30000"),
    ("大概3万", "30000"),
    ("差不多3万", "30000"),
    ("近3万", "30000"),
    ("3万来块", "30000"),
    ("3万出头", "30000"),
    ("三千余元", "3000"),
    ("十多万", "100000"),
    ("20来万", "200000"),
    ("大约三千多块钱左右", "3000"),
    ("3万元以上", "30000"),
    ("不到一万", "10000"),
]
NUMBERS = [("30000", "30000"), ("30000.5", "30000.5"), ("2013", "2013"), ("三", "3"), ("十五", "15"), ("0.5", "0.5")]
RANGES = [
    ("两三万", "20000", "30000"),
    ("一两万", "10000", "20000"),
    ("三四千", "3000", "4000"),
    ("五六万块", "50000", "60000"),
    ("三五百", "300", "500"),
    ("三万四五", "34000", "35000"),
    ("三万五六千", "35000", "36000"),
    ("一百二三", "120", "130"),
    ("十几万", "110000", "190000"),
    ("几千块", "1000", "9000"),
    ("3到5万", "30000", "50000"),
    ("三到五万", "30000", "50000"),
    ("3-5万", "30000", "50000"),
    ("3~5万", "30000", "50000"),
    ("3万到5万", "30000", "50000"),
    ("3万元至5万元", "30000", "50000"),
    ("8千到1万", "8000", "10000"),
    ("3000到5万", "3000", "50000"),
    ("3000-5000", "3000", "5000"),
    ("2,000-3,000元", "2000", "3000"),
    ("三、四万", "30000", "40000"),
    ("十到二十万", "100000", "200000"),
    ("三到五百万", "3000000", "5000000"),
]
UNREADABLE = [
    "3..5万",
    "1,23,4元",
    "1,234,5678元",
    "1,2000元",  # 12,000 with a slip, or 2,000
    "12.000元",  # twelve thousand as some write it, or twelve
    "3万万五",
    "一二三四万点",
    "百八十万",
    "千八百",
    "30000.005",
    "30000.005元",
    "1.5万5",
    "3万50元",
    "二四万",
    "3.5元5角",
    ".5万",
    "3.万",
    "0300元",
    "3000块5",
    "9999999999999999999999999元",
]
PERCENTS = [
    ("45%", "0.45", "%"),
    ("86.7%", "0.867", "%"),
    ("４５％", "0.45", "%"),
    ("百分之四十五", "0.45", "%"),
    ("百分之八十六点七", "0.867", "%"),
    ("百分之45", "0.45", "%"),
    ("百分之百", "1", "%"),
    ("千分之五", "0.005", "%"),
    ("万分之五", "0.0005", "%"),
    ("2‰", "0.002", "‰"),
    ("5个百分点", "0.05", "个百分点"),
    ("十个百分点", "0.1", "个百分点"),
    ("七成", "0.7", "成"),
    ("七成五", "0.75", "成"),
]
COUNTS = [
    ("三级", "3", "级"),
    ("二级医院", "2", "级"),
    ("三甲", "3", "甲"),
    ("一档", "1", "档"),
    ("2009年", "2009", "年"),
    ("二零一三年", "2013", "年"),
    ("60日内", "60", "日"),
    ("3个月", "3", "个月"),
    ("30个工作日", "30", "个工作日"),
    ("18岁", "18", "岁"),
    ("3个人", "3", "个"),
    ("1名", "1", "名"),
    ("两次", "2", "次"),
    ("两份", "2", "份"),
    ("5种", "5", "种"),
    ("二十一天", "21", "天"),
    ("三百五十三天", "353", "天"),
    ("两万人", "20000", "人"),
    ("13812345678", "13812345678", "编号"),
    ("CT64", "64", "编号"),
]
ORDINALS = [
    ("第二次", "2", "次"),
    ("第2次", "2", "次"),
    ("第三回", "3", "回"),
    ("第十条", "10", "条"),
    ("第一", "1", ""),
]
RATES = [
    ("每天300", "300", "天"),
    ("每天大概300元", "300", "天"),
    ("一个月2000", "2000", "月"),
    ("一个月药费2000", "2000", "月"),
    ("300一天", "300", "天"),
    ("三百一天", "300", "天"),
    ("300块钱一天", "300", "天"),
    ("300元/天", "300", "天"),
    ("三万五一个月", "35000", "月"),
    ("2000元每月", "2000", "月"),
    ("每人每年60元", "60", "年"),
    ("60元/人/年", "60", "年"),
]
NO_FIGURES = [
    *("一老一小", "一般", "一定", "一下", "四川", "万一", "千万别", "一共", "一起", "一块去", "统一", "唯一", "之一"),
    *("十分感谢", "老百姓", "五险一金", "二甲双胍", "他们俩", "收拾", "百万医疗", "万元户", "一半", "零售", "三明市"),
]


def only(text: str) -> Mention:
    mentions = find_amounts(text)
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(("text", "value"), AMOUNTS)
def test_an_amount_is_read_to_the_fen(text: str, value: str) -> None:
    mention = only(text)
    assert (mention.kind, mention.value, mention.unit) == ("amount", Decimal(value), "元")
    assert (mention.text, mention.high, mention.approximate) == (text, None, False)


@pytest.mark.parametrize(("text", "value"), ROUGH_AMOUNTS)
def test_a_rough_amount_says_so(text: str, value: str) -> None:
    mention = only(text)
    assert (mention.kind, mention.value, mention.approximate) == ("amount", Decimal(value), True)


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_a_bare_number_is_not_yet_money(text: str, value: str) -> None:
    assert (only(text).kind, only(text).value, only(text).unit) == ("number", Decimal(value), "")


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_a_range_is_never_one_amount(text: str, low: str, high: str) -> None:
    mention = only(text)
    assert (mention.kind, mention.value, mention.high) == ("range", Decimal(low), Decimal(high))
    assert mention.text == text


@pytest.mark.parametrize("text", ["$3000", "3000美元", "US$ 500", "五千港币", "€800", "3万日元"])
def test_foreign_money_is_no_yuan(text: str) -> None:
    assert (only(text).kind, only(text).value, only(text).text) == ("foreign", None, text)


@pytest.mark.parametrize(("text", "is_rough"), [("小两万", True), ("花了小3万", True), ("从小两万", False)])
def test_nearly_so_much_is_about_so_much(text: str, is_rough: bool) -> None:
    assert find_amounts(text)[0].approximate is is_rough


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_cannot_be_read_is_not_guessed(text: str) -> None:
    assert (only(text).kind, only(text).value) == ("unreadable", None)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("-3000", "negative", "-3000"),
        ("负三千", "negative", "-3000"),
        ("－500", "negative", "-500"),
        ("−500元", "negative", "-500"),
        ("-¥500", "negative", "-500"),
        ("0元", "zero", "0"),
        ("零", "zero", "0"),
        ("0", "zero", "0"),
        ("零元", "zero", "0"),
        ("0万元", "zero", "0"),
    ],
)
def test_negative_and_zero_are_told_apart(text: str, kind: str, value: str) -> None:
    assert (only(text).kind, only(text).value, only(text).text) == (kind, Decimal(value), text)


@pytest.mark.parametrize("text", ["自负三千", "负担3000元", "3000-800元", "- 3000元"])
def test_bearing_and_dashes_are_no_minus(text: str) -> None:
    assert all(mention.kind != "negative" for mention in find_amounts(text))


@pytest.mark.parametrize(("text", "ratio", "unit"), PERCENTS)
def test_a_share_is_a_ratio(text: str, ratio: str, unit: str) -> None:
    assert (only(text).kind, only(text).value, only(text).unit) == ("percent", Decimal(ratio), unit)


@pytest.mark.parametrize(("text", "value", "unit"), COUNTS)
def test_a_count_is_no_amount(text: str, value: str, unit: str) -> None:
    assert (only(text).kind, only(text).value, only(text).unit) == ("count", Decimal(value), unit)


@pytest.mark.parametrize(("text", "value", "unit"), ORDINALS)
def test_an_ordinal_is_no_amount(text: str, value: str, unit: str) -> None:
    assert (only(text).kind, only(text).value, only(text).unit) == ("ordinal", Decimal(value), unit)


@pytest.mark.parametrize(("text", "value", "unit"), RATES)
def test_an_amount_by_the_day_is_no_bill(text: str, value: str, unit: str) -> None:
    mention = find_amounts(text)[-1]
    assert (mention.kind, mention.value, mention.unit) == ("rate_per", Decimal(value), unit)


@pytest.mark.parametrize("text", NO_FIGURES)
def test_a_digit_inside_a_word_is_no_figure(text: str) -> None:
    assert find_amounts(text) == ()
    assert find_amounts(f"请问{text}可以吗") == ()


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("我爸在三级医院住院,花了三万五千元,二档能报多少?", "count:3 amount:35000 count:2"),
        ("花了三万三级医院", "amount:30000 count:3"),
        ("花3万二档", "amount:30000 count:2"),
        ("住院花3万12天", "amount:30000 count:12"),
        ("三万五个人要付多少", "amount:35000"),
        ("花30000个人自付多少", "number:30000"),
        ("花了3万所以想问", "amount:30000"),
        ("3万5所以", "amount:35000"),
        ("30000支付方式", "number:30000"),
        ("住院一个月3万", "count:1 amount:30000"),
        ("一年花了3万", "count:1 amount:30000"),
        ("第一次花了三万五第二次花2万", "ordinal:1 amount:35000 ordinal:2 amount:20000"),
        ("花了30000,5000是自费", "number:30000 number:5000"),
        ("500,1000元", "number:500 amount:1000"),
        ("30 000元", "number:30 unreadable:None"),
        ("不是3万,是5万", "amount:30000 amount:50000"),
        ("3万、5万", "amount:30000 amount:50000"),
        ("一、3万元", "amount:30000"),
        ("统一到3万", "amount:30000"),
        ("万一三万", "amount:30000"),
        ("花了3000 万一不报", "number:3000"),
        ("花了3000,千万别不报", "number:3000"),
        ("参保2013,十堰", "number:2013"),
        ("最近3万", "amount:30000"),
        ("3万多少钱", "amount:30000"),
        ("3-5天", "count:3 count:5"),
        ("一、二级", "count:1 count:2"),
        ("十二三岁", "count:12"),
        ("60-70%", "percent:0.6 percent:0.7"),
        ("2009-2010", "number:2009 number:2010"),
        ("2009-06-01", "count:2009 count:6 count:1"),
        ("2013.9.1", "count:2013 count:9 count:1"),
        ("9月1日", "count:9 count:1"),
        ("三分之二", "count:3 count:2"),
        ("3点30分", "count:3 count:30"),
        ("023-12345678", "count:2312345678"),
        ("(30000−800)×45%", "number:30000 number:800 percent:0.45"),
        ("七八成", "range:0.7"),
    ],
)
def test_a_sentence_gives_each_figure_its_kind(sentence: str, figures: str) -> None:
    found = [(mention.kind, mention.value) for mention in find_amounts(sentence)]
    expected = [figure.split(":") for figure in figures.split()]
    assert found == [(kind, None if value == "None" else Decimal(value)) for kind, value in expected]


def test_positions_are_those_of_the_text_given() -> None:
    text = "大概花了￥３０００元,叁萬圓"
    assert [(m.start, m.end, m.text) for m in find_amounts(text)] == [(4, 10, "￥３０００元"), (11, 14, "叁萬圓")]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("报销13,140.00元", "13140"),
        ("3万", "30000"),
        ("比例45%", "0.45 45"),
        ("提高5个百分点", "0.05 5"),
        ("2009年6月1日", "2009 6 1"),
        ("2009-06-01", "2009 6 1"),
        ("3到5万", "30000 50000"),
        ("1. 准备材料\n2、复印件3份\n(4)去窗口", "3"),
        ("一、准备材料\n- 二级医院", "2"),
        ("1.5万元", "15000"),
        ("三级医院住院两次", "3 2"),
        ("-3000", "3000"),
        ("三四天", "3 4"),
        ("1,23,4元", "1 23 4"),
        ("(30000−800)×45%=13140.00元", "30000 800 0.45 45 13140"),
        ("一般一起", ""),
    ],
)
def test_numbers_in_a_text_do_not_depend_on_their_spelling(text: str, numbers: str) -> None:
    assert numbers_in(text) == {Decimal(number) for number in numbers.split()}


def test_the_guard_reads_both_sides_alike() -> None:
    said = numbers_in("我花了三万五,报百分之四十五")
    replied = numbers_in("您花了35,000.00元,按45%报销")
    assert said == replied


DIGITS = "零一二三四五六七八九"
CAPITALS = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")


def below_ten_thousand(number: int) -> str:
    text = "".join(
        DIGITS[int(digit)] + unit if digit != "0" else "零"
        for digit, unit in zip(f"{number:04d}", ["千", "百", "十", ""], strict=True)
    )
    while "零零" in text:
        text = text.replace("零零", "零")
    return text.rstrip("零")


def in_chinese(number: int) -> str:
    """Write a whole number below 10**12 the way a bank does (一万零五十, 一十万)."""
    text = ""
    for scale, unit in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, number = divmod(number, scale)
        if part:
            text += below_ten_thousand(part) + unit
        elif text and number:
            text += "零"
    return text.replace("零零", "零").strip("零")


def in_capitals(amount: Decimal) -> str:
    yuan, fen = divmod(int(amount * 100), 100)
    jiao, fen = divmod(fen, 10)
    text = in_chinese(yuan) + "元"
    text += DIGITS[jiao] + "角" if jiao else "零" if fen else ""
    return (text + (DIGITS[fen] + "分" if fen else "整")).translate(CAPITALS)


whole = st.integers(min_value=1, max_value=10**9)
exact = st.decimals(min_value=1, max_value=10**9, places=2)


@given(whole)
@example(10050)
@example(100_000_001)
@example(110_000)
def test_chinese_numerals_read_back(number: int) -> None:
    mention = only(in_chinese(number) + "元")
    assert (mention.kind, mention.value) == ("amount", Decimal(number))


@given(exact)
def test_capital_numerals_read_back(amount: Decimal) -> None:
    assert only(in_capitals(amount)).value == amount


@given(exact)
def test_digits_read_back(amount: Decimal) -> None:
    for text in (f"{amount}元", f"{amount:,}元", f"¥{amount:,}", f"{amount / 10000:f}万", f"{amount}块钱"):
        assert only(text).value == amount


@given(st.integers(1, 9999), st.integers(1, 9))
def test_what_is_left_out_after_a_unit_is_the_next_lower_one(ten_thousands: int, thousands: int) -> None:
    expected = Decimal(ten_thousands * 10000 + thousands * 1000)
    for text in (f"{ten_thousands}万{thousands}", f"{ten_thousands}w{thousands}", f"{ten_thousands}万{thousands}千"):
        assert only(text).value == expected
    assert only(f"{in_chinese(ten_thousands)}万{DIGITS[thousands]}").value == expected


alphabet = st.sampled_from(
    "0123456789.,%-~ 零一二三五九十百千万亿两半几多元块毛角分个天月年级第每负到至、wk点成之w¥(:\n。花"
)


@given(st.one_of(st.text(), st.text(alphabet)))
def test_no_text_raises_and_no_digit_goes_unnoticed(text: str) -> None:
    mentions = find_amounts(text)
    covered = {place for mention in mentions for place in range(mention.start, mention.end)}
    assert all(place in covered for place, character in enumerate(text) if character in "0123456789")
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(before.end <= after.start for before, after in pairwise(mentions))
    assert all((mention.value is None) == (mention.kind in ("unreadable", "foreign")) for mention in mentions)
    assert all(number.is_finite() for number in numbers_in(text))


def shortest_time(text: str, runs: int) -> float:
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        find_amounts(text)
        times.append(time.perf_counter() - begin)
    return min(times)


@pytest.mark.timed
def test_a_sentence_costs_less_than_a_third_of_a_millisecond() -> None:
    assert shortest_time("我爸在重庆三级医院住院,花了三万五千元,居民医保二档能报百分之多少?去年第2次", 100) < 0.0003


@pytest.mark.timed
@pytest.mark.parametrize("piece", ["1,", "11.", "一", "三万五级", "3 ", "每天的", "4444-", "百", "> "])
def test_a_long_text_costs_in_proportion(piece: str) -> None:
    assert shortest_time(piece * 1000, 3) < 0.3


def test_a_comma_behind_the_jiao_ends_the_amount() -> None:
    first, *rest = find_amounts("村卫生室拿药52块3,报多少")
    assert (first.kind, first.value, rest) == ("amount", Decimal("52.3"), [])


@pytest.mark.parametrize(
    ("text", "is_sum", "is_sum_or_range"),
    [
        ("3万元", True, True),
        ("30000", True, True),
        ("4万到8万", False, True),
        ("45%", False, False),
        ("每天500元", False, False),
        ("3个人", False, False),
    ],
)
def test_a_sum_is_told_from_other_figures(text: str, is_sum: bool, is_sum_or_range: bool) -> None:
    (mention,) = find_amounts(text)
    assert (mention.is_sum, mention.is_sum_or_range) == (is_sum, is_sum_or_range)
