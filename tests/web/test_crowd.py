"""Fifty people asking at once over HTTP, on the page as `python app.py` opens it."""

import os

import pytest

from eval.benchmark_crowd import ask_at_once
from eval.summary import percentile

QUESTION = "我交的是重庆居民医保二档,在三甲医院住院花了3万,能报多少?"
PEOPLE = 50
# The goal is 2 s on two idle cores, which the benchmark reports; a machine that runs tests does other things too.
MOST_SECONDS = 6.0 * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


@pytest.mark.timed
@pytest.mark.parametrize("address", ["real"], indirect=True)
def test_fifty_people_who_ask_at_once_all_get_their_answer_soon(address):
    ask_at_once(address, QUESTION, 4)  # the first questions may still wait for the index
    waited = ask_at_once(address, QUESTION, PEOPLE)
    assert len(waited) == PEOPLE
    # (30000 - 800) x 45% = 13140
    assert [one for one in waited if "13,140.00" not in one.answer] == []
    assert percentile([one.seconds for one in waited], 95) <= MOST_SECONDS
