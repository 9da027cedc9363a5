"""What was assumed, what to mind and the terms come after the statement and the clauses."""

from mingbai.assistant.wording.order import around_statement


def test_what_was_assumed_comes_after() -> None:
    text = "能报 **1元**。\n\n住院 · 三级。\n\n按这些情况算:本地。\n\n请留意:大概的数。\n\n(自付:自己出的钱)"
    before, after = around_statement(text)
    assert before == "能报 **1元**。\n\n住院 · 三级。"
    assert after == "按这些情况算:本地。\n\n请留意:大概的数。\n\n(自付:自己出的钱)"


def test_a_clause_in_brackets_stays() -> None:
    text = "**要**\n\n(一)户口簿\n\n(二)照片"
    assert around_statement(text) == (text, "")


def test_an_answer_of_one_paragraph_has_nothing_after_it() -> None:
    assert around_statement("不客气。") == ("不客气。", "")
