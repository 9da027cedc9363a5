"""The windows in which people enrol: whether one is shut on a day, and the year of a day named without one."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.assistant.leads.enrolment import enrolling, enrolment_year, is_shut, year_meant
from mingbai.corpus.kinds import WindowRule
from mingbai.corpus.reader import Corpus

CHONGQING, YUECHI = "chongqing-resident-2013", "yuechi-resident-2009"


def _once(corpus: Corpus) -> WindowRule:
    (window,) = (one.rule for one in enrolling(corpus.policies[CHONGQING]) if one.rule.every is None)
    return window


@pytest.mark.parametrize(
    ("day", "shut"),
    [
        (date(2012, 8, 31), True),
        (date(2012, 9, 1), False),
        (date(2012, 12, 20), False),
        (date(2012, 12, 21), True),
    ],
)
def test_a_window_that_opens_once_is_shut_on_the_days_around_it(corpus: Corpus, day: date, shut: bool) -> None:
    assert is_shut(_once(corpus), day) is shut


def test_a_window_of_every_year_is_never_shut_for_good(corpus: Corpus) -> None:
    assert not any(is_shut(one.rule, date(2012, 1, 1)) for one in enrolling(corpus.policies[YUECHI]))


def test_a_month_before_that_in_which_the_window_opens_is_of_the_year_after(corpus: Corpus) -> None:
    assert enrolment_year(corpus.policies[CHONGQING], 12, 1) == 2012
    assert enrolment_year(corpus.policies[CHONGQING], 2, 5) == 2013
    assert enrolment_year(corpus.policies[YUECHI], 12, 1) is None


def test_a_day_without_a_year_is_of_that_of_the_window(corpus: Corpus) -> None:
    assert year_meant(corpus.policies[CHONGQING], [_once(corpus)], "11月25日还能交吗") == 2012
