"""An answer of another kind than was asked for counts less: 是三甲 tells no number of persons."""

import pytest

from mingbai.assistant.matching.gives import gives


@pytest.mark.parametrize(
    ("question", "answer", "share"),
    [
        ("医保办几个人", "是三甲：市里定点医院中唯一的三甲医院", 0),
        ("医保办几个人", "5名工作人员：设处长1名", 1),
        ("审批几天能下来", "到县医保局办", 0),
        ("审批几天能下来", "当场批", 1),
        ("钱去哪领", "123万元", 0),
        ("钱去哪领", "长沙银行网点", 1),
        ("占多大比例", "三笔：加起来193万元", 0),
        ("占多大比例", "约76%", 1),
        ("一年交几块,报几成", "每人每年190元", 0.5),  # of two things it tells one
        ("一年交几块", "没有写交多少", 0.5),
        ("一年交几块", None, 1),  # worked out by the rule
        ("为什么要建", "减轻负担", 0.5),  # no kind is asked for
    ],
)
def test_how_much_of_what_is_asked_for_an_answer_gives(question: str, answer: str | None, share: float) -> None:
    assert gives(question, answer) == share
