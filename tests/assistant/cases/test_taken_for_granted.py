"""What an estimate takes for granted is told where it could change the result."""

from __future__ import annotations

from collections.abc import Callable

from mingbai.assistant.cases.taken_for_granted import taken_for_granted
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.book import Book
from mingbai.rules.case import Case, FactValue
from mingbai.rules.estimate import Estimate, estimate

CHONGQING = "chongqing-resident-2013"
COMMUNITY = "社区按一级医院算"


def told(book: Book, vocabulary: Vocabulary, **facts: FactValue | int) -> list[str]:
    case = Case.read({"care": "住院", "plan": "二档", **facts}, vocabulary)
    result = estimate(book, case)
    assert isinstance(result, Estimate)
    return list(taken_for_granted(book, case, result))


def test_a_hospital_of_which_no_table_speaks_counts_as_another(
    book: Callable[[str], Book], vocabulary: Vocabulary
) -> None:
    assert COMMUNITY in told(book(CHONGQING), vocabulary, hospital_level="社区", cost=20000)
    assert COMMUNITY not in told(book(CHONGQING), vocabulary, hospital_level="一级", cost=20000)


def test_that_a_bill_lies_within_the_catalogue_is_told_unless_the_rest_is(
    book: Callable[[str], Book], vocabulary: Vocabulary
) -> None:
    within = vocabulary.facts["cost"].assumed
    assert within in told(book(CHONGQING), vocabulary, hospital_level="三级", cost=20000)
    assert within not in told(book(CHONGQING), vocabulary, hospital_level="三级", cost=20000, self_funded=500)


def test_a_fact_that_changes_nothing_is_not_told(book: Callable[[str], Book], vocabulary: Vocabulary) -> None:
    far = told(book(CHONGQING), vocabulary, hospital_level="三级", cost=20000)
    assert any("本地" in one for one in far)  # outside, without a word to the office, the ratio is 5% lower
    assert not any(
        "本地" in one for one in told(book(CHONGQING), vocabulary, hospital_level="三级", cost=300)
    )  # 300<800
