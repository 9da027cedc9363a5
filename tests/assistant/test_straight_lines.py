"""Which lines are told of those that answer a question and its parts."""

from __future__ import annotations

from mingbai.assistant.outcome import Passage, Searched
from mingbai.assistant.straight_lines import is_told, those_told


def answer(lead: str | None, text: str = "最晚60日以内交,过期不报销。", clause: str = "deadline") -> Searched:
    shown = Passage(policy="p", policy_title="P", clause=clause, title="T", text=text, citations=())
    return Searched(kind="fact", passages=(shown,), lead=lead)


def test_a_line_is_told_by_one_that_has_its_figures_and_nearly_all_of_its_signs() -> None:
    assert is_told("**不少于7人**：有医学背景的", "**专职不少于10人，其中有医学背景的不少于7人**")
    assert not is_told("**专职不少于10人，其中有医学背景的不少于7人**", "**不少于7人**：有医学背景的")
    assert is_told("**每人80元**", "- **学生**(每年):个人80.00元,每人")  # a figure is the same with its fen
    assert not is_told("**最晚5月4日**", "**最晚5月14日**")


def test_each_part_with_a_line_of_its_own_is_told_in_the_order_asked() -> None:
    whole, first, second = answer("**60日以内**"), answer("**60日以内**"), answer("**过期不报销**")
    assert those_told(whole, [first, second]) == [0, 2]
    assert those_told(answer("**过期不报销**"), [first, second]) == [1, 0]


def test_the_whole_alone_is_told_where_all_parts_ask_one_thing() -> None:
    whole = answer("**9月1日到次年8月31日**：在校学生")
    general = answer("**居民1月1日到12月31日，在校学生9月1日到次年8月31日**")
    assert those_told(whole, [general, answer(None)]) == [0]


def test_a_whole_that_answers_no_part_is_left_out_where_each_part_has_an_answer() -> None:
    beside = answer("**每月30日前交单据**", "每月30日前交。")
    assert those_told(beside, [answer("**60日以内**"), answer("**过期不报销**")]) == [1, 2]
    assert those_told(beside, [answer("**60日以内**"), answer(None)]) == [0, 1]


def test_what_was_reckoned_from_what_the_person_told_stays() -> None:
    reckoned = answer("**最晚5月4日**(从3月5日起算)")  # figures that the clause does not have
    others = [answer("**过期不报销**", clause="late"), answer("**30日内有结果**", clause="result")]
    assert those_told(reckoned, others) == [0, 1, 2]


def test_beside_what_was_reckoned_neither_its_rule_in_general_nor_a_silence_is_told() -> None:
    reckoned = answer("**28人一共**:单位1,260元(45×28)", "单位45元。")
    general, row = answer("**单位45元**"), answer("- **单位**(每年):单位工资总额×6%")
    silent = answer("**没有写怎么分**", clause="shares")
    assert those_told(reckoned, [general, row, silent]) == [0]
