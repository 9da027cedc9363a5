"""Days in a sentence: found whole, with their year where it is named, and those that no calendar has."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.language.numbers.dates import DateMention, find_dates


def found(text: str) -> list[tuple[str, int | None, int, int]]:
    return [(one.text, one.year, one.month, one.day) for one in find_dates(text)]


@pytest.mark.parametrize(
    ("said", "year", "month", "day"),
    [
        ("2014年6月30日", 2014, 6, 30),
        ("2014年06月30号", 2014, 6, 30),
        ("2014 年 6 月 30 日", 2014, 6, 30),
        ("2014年6月30", 2014, 6, 30),
        ("2014-6-30", 2014, 6, 30),
        ("2014-06-30", 2014, 6, 30),
        ("2014.6.30", 2014, 6, 30),
        ("2014/6/30", 2014, 6, 30),
        ("２０１４年６月３０日", 2014, 6, 30),
        ("14年6月30号", 2014, 6, 30),
        ("95年12月1日", 1995, 12, 1),
        ("二〇一四年六月三十日", 2014, 6, 30),
        ("二零一四年十二月三十一号", 2014, 12, 31),
        ("一四年十月十日", 2014, 10, 10),
        ("6月1号", None, 6, 1),
        ("12月31日", None, 12, 31),
        ("六月一号", None, 6, 1),
        ("十二月二十五日", None, 12, 25),
    ],
)
def test_a_day_however_it_is_written(said: str, year: int | None, month: int, day: int) -> None:
    for before, after in (("", ""), ("我是", "出院的"), ("住院,", ",花了3万元")):
        assert found(before + said + after) == [(said, year, month, day)]


def test_a_mention_says_where_it_stands() -> None:
    text = "我2014年6月30日住院,7月15号出院"
    assert find_dates(text) == (
        DateMention(1, 11, "2014年6月30日", 2014, 6, 30),
        DateMention(14, 19, "7月15号", None, 7, 15),
    )
    assert all(text[one.start : one.end] == one.text for one in find_dates(text))


@pytest.mark.parametrize(
    ("text", "month", "day"), [("今天9月25了", 9, 25), ("拖到五月二十才送", 5, 20), ("6月5办的", 6, 5)]
)
def test_a_day_without_its_last_word(text: str, month: int, day: int) -> None:
    ((_, _, *found_on),) = found(text)
    assert found_on == [month, day]


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("3月3号批下来,20号才去", 3, 20),
        ("3月28号批的,5号去晚没晚", 4, 5),
        ("12月30号批,8号去", 1, 8),
        ("12月31号前,30号去行吗", 12, 30),
    ],
)
def test_a_day_alone_lies_behind_the_one_before_it(text: str, month: int, day: int) -> None:
    assert found(text)[1][2:] == (month, day)


@pytest.mark.parametrize("text", ["3月5号住20号楼", "6月5日买,每月20号交", "6月10来天", "20号去"])
def test_no_second_day(text: str) -> None:
    assert len(found(text)) <= 1


@pytest.mark.parametrize("text", ["去年6月1号出院", "今年6月1号出院", "上个月6月1号"])
def test_a_year_that_needs_a_clock_is_not_guessed(text: str) -> None:
    assert found(text) == [("6月1号", None, 6, 1)]


@pytest.mark.parametrize(
    "said",
    ["2013年2月29日", "2014年2月30日", "2月30日", "4月31号", "13月5日", "2014-13-1", "2014.6.31", "0月5日", "6月0日"],
)
def test_a_day_no_calendar_has_is_found_and_flagged(said: str) -> None:
    (mention,) = find_dates(f"我是{said}出院的")
    assert (mention.text, mention.is_real, mention.on) == (said, False, None)


@pytest.mark.parametrize("said", ["2012年2月29日", "2月29日", "12月31日", "2014-6-30"])
def test_a_day_the_calendar_has_is_real(said: str) -> None:
    (mention,) = find_dates(said)
    assert mention.is_real


def test_only_a_day_with_its_year_is_a_date() -> None:
    (with_year,), (without,) = find_dates("2014年6月30日"), find_dates("6月30日")
    assert (with_year.on, without.on) == (date(2014, 6, 30), None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "花了30000元",
        "2014年6月",
        "6月份",
        "6月3万",
        "6月30",
        "2014年6月300元",
        "2014年6月3万元",
        "2014年6月住了12天",
        "住了6个月3天",
        "每月30日前",
        "2014.6",
        "版本1.2.3",
        "编号12014-6-30",
        "2014-6-300",
        "2014-6.30",
        "一般6月初",
        "三级医院",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert found(text) == []


@given(st.dates(min_value=date(1969, 1, 1), max_value=date(2068, 12, 31)), st.sampled_from(["", "出院", "住院"]))
def test_every_day_is_read_back(day: date, around: str) -> None:
    y, m, d = day.year, day.month, day.day
    for said in (f"{y}年{m}月{d}日", f"{y}-{m}-{d}", day.isoformat(), f"{y}.{m}.{d}", f"{y % 100:02}年{m}月{d}号"):
        (mention,) = find_dates(f"{around}{said}{around}")
        assert (mention.on, mention.text) == (day, said)


@given(st.text(alphabet="0123456789二〇零一三十年月日号.-/ 元万a", max_size=30))
def test_whatever_is_typed_nothing_breaks(text: str) -> None:
    for mention in find_dates(text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.is_real in (True, False)


@pytest.mark.parametrize(
    ("said", "month", "day"),
    [("过了五一还来得及不", 5, 1), ("元旦去交", 1, 1), ("国庆节前", 10, 1), ("十一以前", 10, 1), ("五一放假", 5, 1)],
)
def test_a_feast_that_is_the_same_day_every_year(said: str, month: int, day: int) -> None:
    assert [(one.year, one.month, one.day) for one in find_dates(said)] == [(None, month, day)]


def test_the_feast_of_a_year() -> None:
    assert found("2014年元旦前办的") == [("2014年元旦", 2014, 1, 1)]


@pytest.mark.parametrize("said", ["元旦后才补交的", "国庆节以后", "五一后"])
def test_some_day_after_a_feast_is_no_day(said: str) -> None:
    assert found(said) == []


@pytest.mark.parametrize("said", ["五一路", "五一万元", "十一天", "十一万", "二十一前", "第十一,", "一百五一块"])
def test_numbers_that_are_no_feast(said: str) -> None:
    assert found(said) == []
