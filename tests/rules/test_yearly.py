"""What a bill takes of a year, and what the next one is told of it."""

from decimal import Decimal

import pytest

from mingbai.corpus.reader import Corpus
from mingbai.rules.book import Book, Computation
from mingbai.rules.yearly import counts_by_year, is_carried, knows_stays, left_by, taken


def computation(corpus: Corpus, policy: str, care: str) -> Computation:
    return Book.of(corpus.policies[policy], corpus.vocabulary).by_care[care]


def test_the_deductible_of_a_year_and_the_cap_are_told(corpus: Corpus) -> None:
    stay = computation(corpus, "beijing-elder-child", "住院")
    first = list(taken(stay, Decimal(650), Decimal(1645)))
    second = list(taken(stay, Decimal(0), Decimal(5600)))
    told = left_by([*first, *second], stay)
    assert told == {"deductible_paid": Decimal(650), "used_this_year": Decimal(7245)}  # 1645+5600


def test_a_deductible_of_each_stay_is_not_told(corpus: Corpus) -> None:
    stay = computation(corpus, "chongqing-resident-2013", "住院")
    assert left_by(list(taken(stay, Decimal(300), Decimal(4620))), stay) == {"used_this_year": Decimal(4620)}


@pytest.mark.parametrize(
    ("policy", "care", "other", "told"),
    [
        # the cap of a stay holds for serious illnesses too, that of chronic ones is another
        ("chongqing-resident-2013", "住院", "重大疾病门诊", {"used_this_year": Decimal(100)}),
        ("chongqing-resident-2013", "住院", "慢性病门诊", {}),
        ("yuechi-resident-2009", "住院", "特殊病门诊", {"used_this_year": Decimal(100)}),
        ("guiyang-resident-2018", "住院再次补助", "特殊病门诊再次补助", {}),
    ],
)
def test_rules_with_the_same_cap_share_it(
    corpus: Corpus, policy: str, care: str, other: str, told: dict[str, Decimal]
) -> None:
    earlier = list(taken(computation(corpus, policy, care), Decimal(0), Decimal(100)))
    assert left_by(earlier, computation(corpus, policy, other)) == told


def test_what_a_policy_counts_over_the_year(corpus: Corpus) -> None:
    assert counts_by_year(computation(corpus, "qinghai-catastrophic-2012", "住院"))
    assert not counts_by_year(computation(corpus, "chongqing-resident-2013", "住院"))
    assert knows_stays(computation(corpus, "yuechi-resident-2009", "住院"))
    assert not knows_stays(computation(corpus, "chongqing-resident-2013", "住院"))


def test_what_cannot_be_told_to_the_next_bill(corpus: Corpus) -> None:
    assert is_carried(computation(corpus, "chongqing-resident-2013", "住院"))
    assert is_carried(computation(corpus, "chongqing-xinxing-hospital", "住院各项合计"))  # layers without a year
    assert not is_carried(computation(corpus, "guiyang-resident-2018", "住院各项合计"))
    assert not is_carried(computation(corpus, "hunan-district-employee-supplementary-2011", "住院"))
