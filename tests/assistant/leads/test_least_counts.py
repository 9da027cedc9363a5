"""Whether the persons told are as many as a clause asks at least."""

from __future__ import annotations

import pytest

from mingbai.assistant.leads.least_counts import least_counts_lead
from mingbai.corpus.reader import Corpus

WUJIANG = "wujiang-catastrophic"


@pytest.mark.parametrize(
    ("question", "ruling", "says"),
    [
        ("我们派了9个人 6个学医的 够不够数", "**不够**", ("9人少1人", "6人少1人")),  # 10-9, 7-6
        ("派了12个人,懂医的8个,够吗", "**够**", ("12人够了", "8人够了")),
        ("驻点10个人里5个医学专业的,够数不", "**不够**", ("10人够了", "5人少2人")),  # 7-5
        ("派八个人够不够", "**不够**", ("8人少2人", "有几人没有说")),  # 10-8
        ("学医的只有六个行不行", "**不够**", ("6人少1人",)),
        ("派十个人够不够", "**说到的够**", ("10人够了", "有几人没有说")),
    ],
)
def test_is_told_for_each(corpus: Corpus, question: str, ruling: str, says: tuple[str, ...]) -> None:
    lead = least_counts_lead(corpus.policies[WUJIANG].by_id["insurer-staff"], question)
    assert lead is not None
    assert lead.text.startswith(ruling)
    assert all(one in lead.text for one in says)


@pytest.mark.parametrize(
    ("clause", "question"),
    [
        ("insurer-staff", "要派几个人"),  # none told
        ("insurer-staff", "我们派了9个人,怎么考核"),  # not whether they are enough
        ("sharing", "派了9个人够不够"),  # no such number
    ],
)
def test_is_not_where_nothing_can_be_held_against_it(corpus: Corpus, clause: str, question: str) -> None:
    assert least_counts_lead(corpus.policies[WUJIANG].by_id[clause], question) is None
