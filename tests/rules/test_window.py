"""Windows: open, closed, and when the next one opens, on both sides of each edge."""

from datetime import date

import pytest

from mingbai.corpus.kinds import WindowRule
from mingbai.rules.case import Case
from mingbai.rules.dates import DateAnswer, date_answer
from mingbai.rules.stated import stated
from tests.rules.inline import VOCABULARY, policy_of


def window(rule: str, day: date | None = None) -> DateAnswer:
    (one,) = stated(policy_of(f"window: 缴费\n{rule}"), WindowRule)
    return date_answer(one, VOCABULARY, Case({}), day)


ONCE = "from: 2012-09-01\nuntil: 2012-12-20"
YEARLY = 'every: year\nfrom: "09-01"\nuntil: "11-20"'
MONTHLY = "every: month\nfrom: 20\nuntil: 30\nworking_days: true"


@pytest.mark.parametrize(
    ("day", "status", "next_on"),
    [
        (date(2012, 8, 31), "closed", date(2012, 9, 1)),
        (date(2012, 9, 1), "open", None),
        (date(2012, 12, 20), "open", None),
        (date(2012, 12, 21), "closed", None),  # it does not come again
    ],
)
def test_a_window_that_opens_once(day: date, status: str, next_on: date | None) -> None:
    found = window(ONCE, day)
    assert (found.status, found.next_on) == (status, next_on)
    assert (found.from_on, found.until_on) == (date(2012, 9, 1), date(2012, 12, 20))


@pytest.mark.parametrize(
    ("day", "status", "opens"),
    [
        (date(2010, 8, 31), "closed", date(2010, 9, 1)),
        (date(2010, 9, 1), "open", date(2010, 9, 1)),
        (date(2010, 11, 20), "open", date(2010, 9, 1)),
        (date(2010, 11, 21), "closed", date(2011, 9, 1)),
    ],
)
def test_a_window_of_every_year(day: date, status: str, opens: date) -> None:
    found = window(YEARLY, day)
    assert (found.status, found.from_on) == (status, opens)


def test_one_year_can_have_a_window_of_its_own() -> None:
    rule = f'{YEARLY}\nexceptions: [{{year: 2009, from: "06-01", until: "11-20"}}]'
    assert window(rule, date(2009, 6, 1)).status == "open"
    assert window(rule, date(2009, 5, 31)).next_on == date(2009, 6, 1)
    assert window(rule, date(2010, 6, 1)).status == "closed"
    assert window(rule).words == "每年9月1日到11月20日;2009年是6月1日到11月20日"


def test_a_window_over_the_years_end() -> None:
    rule = 'every: year\nfrom: "07-01"\nuntil: "06-30"'
    found = window(rule, date(2022, 6, 30))
    assert (found.status, found.from_on, found.until_on) == ("open", date(2021, 7, 1), date(2022, 6, 30))
    assert window(rule, date(2022, 7, 1)).from_on == date(2022, 7, 1)
    assert window(rule).words == "每年7月1日到次年6月30日"


def test_until_a_day_of_every_year() -> None:
    rule = 'every: year\nuntil: "01-31"'
    assert window(rule, date(2012, 1, 31)).status == "open"
    late = window(rule, date(2012, 2, 1))
    assert (late.status, late.next_on, late.until_on) == ("closed", date(2013, 1, 1), date(2013, 1, 31))
    assert window(rule).words == "每年1月31日以前"


@pytest.mark.parametrize(
    ("day", "status", "next_on"),
    [
        # June 2013: the 20th is a Thursday, 22-23 and 29-30 are weekends; the last working day is Friday the 28th
        (date(2013, 6, 19), "closed", date(2013, 6, 20)),
        (date(2013, 6, 20), "open", None),
        (date(2013, 6, 22), "closed", date(2013, 6, 24)),
        (date(2013, 6, 28), "open", None),
        (date(2013, 6, 29), "closed", date(2013, 7, 22)),  # 20 July is a Saturday, so Monday the 22nd
        (date(2013, 6, 30), "closed", date(2013, 7, 22)),
        # February has no 30th: open to the 28th, a Thursday
        (date(2013, 2, 28), "open", None),
        (date(2013, 3, 1), "closed", date(2013, 3, 20)),
    ],
)
def test_the_working_days_from_the_20th_to_the_30th(day: date, status: str, next_on: date | None) -> None:
    found = window(MONTHLY, day)
    assert (found.status, found.next_on) == (status, next_on)


def test_a_window_names_its_first_and_last_open_day() -> None:
    found = window(MONTHLY, date(2013, 6, 19))
    assert (found.from_on, found.until_on) == (date(2013, 6, 20), date(2013, 6, 28))
    assert found.words == "每月20日到30日的工作日"


def test_working_days_of_an_unknown_year_are_not_guessed() -> None:
    found = window(MONTHLY, date(2003, 6, 20))
    assert found.status == "unknown"
    assert found.cause is not None
    assert "2003年" in found.cause


def test_two_dates_in_the_source_give_two_answers() -> None:
    rule = (
        "from: {readings: [{value: 2016-10-10, says: 正文写10月10日}, {value: 2016-10-11, says: 开头写10月11日}]}\n"
        "until: 2016-12-15"
    )
    found = window(rule, date(2016, 10, 10))
    assert found.status == "open"
    assert [(one.status, one.cause) for one in found.readings] == [
        ("open", "正文写10月10日"),
        ("closed", "开头写10月11日"),
    ]
    assert {one.status for one in window(rule, date(2016, 10, 12)).readings} == {"open"}
    assert window(rule).words == "2016年10月10日或2016年10月11日到2016年12月15日"


def test_a_lost_end_is_known_only_on_one_side() -> None:
    rule = "from: {lost: 开始日缺失}\nuntil: 2013-06-10"
    assert window(rule, date(2013, 6, 11)).status == "closed"
    inside = window(rule, date(2013, 6, 9))
    assert (inside.status, inside.cause) == ("unknown", "开始日缺失")
    assert window(rule).words == "(原文缺日期)到2013年6月10日"


def test_a_window_with_a_lost_end_holds_the_edge_that_is_known() -> None:
    assert window("from: {lost: 开始日缺失}\nuntil: 2013-06-10", date(2013, 6, 10)).status == "open"
    rule = "from: 2013-06-10\nuntil: {lost: 结束日缺失}"
    before, first, later = (window(rule, date(2013, 6, day)) for day in (9, 10, 11))
    assert (before.status, before.next_on) == ("closed", date(2013, 6, 10))
    assert (first.status, later.status) == ("open", "unknown")
