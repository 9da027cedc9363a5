"""Which part one figure of a clause is of another, where a question names both."""

import pytest

from mingbai.assistant.leads.proportion import asks_proportion, proportion_lead
from mingbai.assistant.library import Library
from mingbai.assistant.matching.clause_figures import figures_of

GUIYANG = "guiyang-work-report-2018"


@pytest.mark.parametrize(
    ("policy", "clause", "question", "line"),
    [
        (GUIYANG, "paid", "住院补偿占总补偿几成", "**约85.66%**:39,593.02万元÷46,220.49万元。"),
        (GUIYANG, "paid", "门诊补偿占总补偿百分之几", "**约14.34%**:6,627.47万元÷46,220.49万元。"),
        (GUIYANG, "paid", "住院人次占总人次多少", "**约11.24%**:129,881人次÷1,155,368人次。"),
        (GUIYANG, "fund", "基金支出里大病上解占百分之几", "**约5.83%**:2,860.16万元÷49,080.65万元。"),
        (GUIYANG, "penalties", "119个村卫生室处罚78个 比例", "**约65.55%**:78个÷119个。"),
        ("veterans-medical", "numbers", "优抚对象里伤残军人占百分之几", "**约6.47%**:597人÷9,233人。"),
        ("county-urban-poor-2020", "numbers", "城镇贫困群众里因病致贫占几成", "**约35.93%**:152人÷423人。"),
    ],
)
def test_the_part_is_worked_out(library: Library, policy: str, clause: str, question: str, line: str) -> None:
    found = library.corpus.policies[policy].by_id[clause]
    lead = proportion_lead(found, figures_of(found.text), question, is_of_bills=policy in library.books)
    assert lead is not None
    assert lead.text == line


@pytest.mark.parametrize(
    ("clause", "question"),
    [
        ("one-stop-paid", "一站式补偿占几成"),  # the clause writes it: 90.21%
        ("paid", "住院补偿占总费用几成"),  # of no figure it has
        ("paid", "住院补偿多少"),
    ],
)
def test_what_is_written_or_not_named_is_not_worked_out(library: Library, clause: str, question: str) -> None:
    found = library.corpus.policies[GUIYANG].by_id[clause]
    assert proportion_lead(found, figures_of(found.text), question) is None


def test_a_ratio_paid_is_no_part_of_something(library: Library) -> None:
    assert not asks_proportion("岳池二级报几成")
