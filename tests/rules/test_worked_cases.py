"""The worked cases of the real corpus, policy by policy."""

from decimal import Decimal
from pathlib import Path

import pytest

from mingbai.corpus.cases import PremiumCase
from mingbai.corpus.reader import Corpus, corpus_files
from mingbai.rules.worked import check_worked_cases

DOCUMENTS = [path.stem for path in corpus_files(Path(__file__).parent.parent.parent / "corpus")]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_worked_case_holds_and_every_rule_has_enough(document: str, corpus: Corpus) -> None:
    problems = check_worked_cases(corpus.policies[document], corpus.vocabulary)
    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize(
    ("document", "clause", "tells", "says", "comes_to"),
    [
        # 23万 + 10万; the basic insurance of Fuyang pays no more than 15万
        ("zhejiang-catastrophic-2014", "patient-jiang", "两项保险", 330_000, None),
        ("zhejiang-catastrophic-2014", "patient-jiang", "基本医保", 230_000, 150_000),
        # 123万 + 55万 + 15万; over three calendar years at most 3 × 15万
        ("zhejiang-catastrophic-2014", "patient-jian", "一共得到的补偿", 1_930_000, None),
        ("zhejiang-catastrophic-2014", "patient-jian", "基本医保", 550_000, 450_000),
        # 193 ÷ 254 = 0.75984…: the source has lost its figure
        ("zhejiang-catastrophic-2014", "patient-jian", "补偿率", None, Decimal("75.98")),
        # 1,432 × 80
        ("university-student-insurance", "numbers", "整个学院", 114_560, None),
        # 144 of 180
        ("jilin-county-resident-2008", "subsidies", "百分之几", 80, None),
        # 9,233 − 4,902
        ("veterans-medical", "insured-at-public-cost", "人数", 4_431, 4_331),
    ],
)
def test_what_the_sources_tell_is_there(
    document: str, clause: str, tells: str, says: int | None, comes_to: int | Decimal | None, corpus: Corpus
) -> None:
    [told] = (one for one in corpus.policies[document].by_id[clause].told if tells in one.tells)
    assert (told.says, told.comes_to) == (says, comes_to)


def test_the_subsidy_rows_of_jilin_are_there(corpus: Corpus) -> None:
    [worked] = corpus.policies["jilin-county-resident-2008"].by_id["subsidies"].worked
    totals = [case.total for case in worked.cases if isinstance(case, PremiumCase) and case.pays]
    assert sorted(map(str, totals)) == ["180"] * 5 + ["80"] * 3
