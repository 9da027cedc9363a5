"""Answers that turn on a bound hold for the side of it that a question tells."""

import pytest

from mingbai.assistant.matching.bounded import is_beyond, is_short, on_side_told
from mingbai.assistant.matching.match import Match
from mingbai.corpus.models import Clause
from mingbai.corpus.reader import Corpus

_DEAR = "不补：单价6000元以上、医保目录外的检查、化验、治疗等项目和特殊医用材料"
_CHECK = "要办审批手续：单价1000元以上的特种检查、治疗，还有贵重药品"
_MONTHS = "能：一张处方放宽到3个月"


def _clause(corpus: Corpus, policy: str, clause: str) -> Clause:
    return corpus.policies[policy].by_id[clause]


@pytest.mark.parametrize(
    ("answer", "question", "short"),
    [
        (_DEAR, "单价4500块的耗材能补吗", True),
        (_DEAR, "单价六千的耗材能补吗", False),  # 6000元以上 has 6000 in it
        (_DEAR, "贵的耗材能补吗", False),
        (_CHECK, "八百块的检查不用审批吧", True),
        (_CHECK, "1200元的检查要审批吗", False),
        ("不补：达到30000元才补", "两万五给补吗", False),
    ],
)
def test_what_is_ruled_above_a_sum_says_nothing_below_it(answer: str, question: str, *, short: bool) -> None:
    assert is_short(answer, question) is short


def test_what_is_not_needed_below_a_sum_says_nothing_above_it() -> None:
    assert is_beyond("没有写要：要审批的是单价1000元以上的", "1200元的检查要审批吗")
    assert not is_beyond(_DEAR, "单价8000的补吗")


def test_the_answer_for_the_other_side_is_told(corpus: Corpus) -> None:
    clause = _clause(corpus, "wujiang-catastrophic", "exclusions")
    found = on_side_told(Match("wujiang-catastrophic", clause.id, _DEAR, "", 1.0), clause, "单价4500块的耗材能补吗")
    assert found
    assert found.answer == "没有列在不补里：列的是单价6000元以上、医保目录外的"


def test_a_longer_time_than_is_allowed_is_refused(corpus: Corpus) -> None:
    clause = _clause(corpus, "county-urban-poor-2020", "long-prescription")
    match = Match("county-urban-poor-2020", clause.id, _MONTHS, "", 1.0)
    longer = on_side_told(match, clause, "高血压药能一次拿半年的吗")
    assert longer
    assert longer.answer == "不能：一张处方放宽到3个月，半年超过了"
    assert on_side_told(match, clause, "能一次拿两个月的吗") == match
