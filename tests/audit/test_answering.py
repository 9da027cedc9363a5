"""Ready answers whose figures all stand in the clause, but elsewhere or less often."""

import pytest

from mingbai.audit.answering import misanswered

from .clauses import clause

WORDS = "一档：全年累计7万元，二档：全年累计11万元。每月20日到30日之间办。安葬的烈士815人：有名的132人，无名的683人。"


def said(answer: str) -> list[str]:
    return list(misanswered(clause(WORDS, f"```asked\n- {{people: [问问], answer: {answer}}}\n```\n")))


@pytest.mark.parametrize(
    "answer",
    ["二档：全年累计11万元", "每月20日到30日之间", "815人：有名的132人", "不到30日就办：30日以后不行", "11万元：二档"],
)
def test_an_answer_in_the_words_of_its_clause_holds(answer: str) -> None:
    assert said(answer) == []


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        ("一档11万元，二档11万元", "110000元 写了 2 次,正文只有 1 次"),
        ("有名的132人，无名的815人", "写的是 815人,原文这里是“"),
        ("每月30日到30日之间", "30日 写了 2 次,正文只有 1 次"),
    ],
)
def test_another_figure_of_the_clause_in_its_place_is_named(answer: str, named: str) -> None:
    assert any(named in message for message in said(answer)), said(answer)
