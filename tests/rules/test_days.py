"""Counting days, months and working days; the calendars are the State Council's notices for 2013 and 2024."""

from datetime import date

import pytest

from mingbai.rules.days import (
    CalendarUnknownError,
    add_months,
    add_working_days,
    count_words,
    end_of_period,
    is_working_day,
    start_of_period,
)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2013, 1, 31), 1, date(2013, 2, 28)),  # February 2013 has 28 days
        (date(2012, 1, 31), 1, date(2012, 2, 29)),  # 2012 is a leap year
        (date(2013, 1, 28), 1, date(2013, 2, 28)),
        (date(2013, 2, 28), 1, date(2013, 3, 28)),  # the same number, not the end of the month again
        (date(2013, 3, 31), 1, date(2013, 4, 30)),
        (date(2013, 11, 30), 3, date(2014, 2, 28)),
        (date(2013, 12, 31), 12, date(2014, 12, 31)),
        (date(2012, 2, 29), 12, date(2013, 2, 28)),
        (date(2013, 8, 31), -6, date(2013, 2, 28)),
        (date(2013, 3, 1), -3, date(2012, 12, 1)),
    ],
)
def test_months_end_on_the_same_number_or_on_the_last_day(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_days_are_counted_from_the_day_after_the_event() -> None:
    # 15 January + 60: 16 days left in January, 28 in February, makes 44; 16 more are 16 March
    assert end_of_period(date(2013, 1, 15), 60, "日") == date(2013, 3, 16)
    assert end_of_period(date(2013, 1, 15), 60, "日", counts_start=True) == date(2013, 3, 15)


def test_a_counted_first_day_ends_a_period_of_months_one_day_earlier() -> None:
    assert end_of_period(date(2013, 1, 10), 3, "月") == date(2013, 4, 10)
    assert end_of_period(date(2013, 1, 10), 3, "月", counts_start=True) == date(2013, 4, 9)
    # no 31 February: the month's last day either way
    assert end_of_period(date(2013, 1, 31), 1, "月", counts_start=True) == date(2013, 2, 28)


def test_years_are_twelve_months() -> None:
    assert end_of_period(date(2012, 2, 29), 3, "年") == date(2015, 2, 28)
    assert start_of_period(date(2015, 2, 28), 3, "年") == date(2012, 2, 28)


def test_working_days_pass_over_holidays_and_take_shifted_weekends() -> None:
    # 2024: 1 to 7 October off; Sunday 29 September and Saturday 12 October are worked
    assert is_working_day(date(2024, 9, 29))
    assert not is_working_day(date(2024, 9, 28))
    assert not is_working_day(date(2024, 10, 7))
    assert is_working_day(date(2024, 10, 12))
    # after Friday 27 September: Sun 29, Mon 30, Tue 8, Wed 9, Thu 10 October
    assert add_working_days(date(2024, 9, 27), 5) == date(2024, 10, 10)
    assert end_of_period(date(2024, 9, 27), 5, "工作日", counts_start=True) == date(2024, 10, 9)
    # a day off cannot be the first working day: 8, 9 October
    assert end_of_period(date(2024, 10, 1), 2, "工作日", counts_start=True) == date(2024, 10, 9)


def test_working_days_count_backwards_too() -> None:
    # before Thursday 10 October 2024: Wed 9, Tue 8, Mon 30 September
    assert start_of_period(date(2024, 10, 10), 3, "工作日") == date(2024, 9, 30)
    assert start_of_period(date(2013, 3, 31), 1, "月") == date(2013, 2, 28)
    assert start_of_period(date(2013, 3, 31), 30, "日") == date(2013, 3, 1)


@pytest.mark.parametrize("day", [date(2003, 12, 31), date(1995, 5, 2), date(2040, 1, 4)])
def test_years_nobody_has_the_holidays_of_are_said_not_guessed(day: date) -> None:
    with pytest.raises(CalendarUnknownError, match=f"{day.year}年的放假和调休安排不在日历里"):
        is_working_day(day)


def test_lengths_read_as_people_write_them() -> None:
    assert [count_words(3, unit) for unit in ("日", "工作日", "月", "年")] == ["3日", "3个工作日", "3个月", "3年"]
