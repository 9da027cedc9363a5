"""Which lines are told of those that answer a question and its parts."""

from __future__ import annotations

from mingbai.assistant.openings.straight_lines import is_told, tells_more, those_told
from mingbai.assistant.outcome import Passage, Searched


def answer(lead: str | None, text: str = "最晚60日以内交,过期不报销。", clause: str = "deadline") -> Searched:
    shown = Passage(policy="p", policy_title="P", clause=clause, title="T", text=text, citations=())
    return Searched(kind="fact", passages=(shown,), lead=lead)


def test_a_line_is_told_by_one_that_has_its_figures_and_nearly_all_of_its_signs() -> None:
    assert is_told("**不少于7人**：有医学背景的", "**专职不少于10人，其中有医学背景的不少于7人**")
    assert not is_told("**专职不少于10人，其中有医学背景的不少于7人**", "**不少于7人**：有医学背景的")
    assert is_told("**每人80元**", "- **学生**(每年):个人80.00元,每人")  # a figure is the same with its fen
    assert not is_told("**最晚5月4日**", "**最晚5月14日**")
    assert not is_told("**一年**", "**三年**：统一的标准，每年年检")  # its signs stand there apart
    assert is_told("**三年**", "**三年**：每年年检")


def test_papers_that_a_list_names_tell_nothing_else() -> None:
    papers = "**去世参保人的特药费用**(继承人办)\n- 法定继承人的身份证(原件)\n- 去世的人的特药费用清单，由领取人带来"
    assert not is_told("**法定继承人**：去世的人的特药费用由法定继承人领取", papers)
    assert is_told("**每人80元**", "- 学生:每人80元")  # a row with a sum does


def test_the_place_at_the_foot_of_a_list_tells_nothing_else() -> None:
    papers = "**外伤病人报销**\n- 本人的承诺书\n\n办理的地方:县内治的交医院，市外治的交医保中心。"
    assert not is_told("**县内治的交医院，市外治的交医保中心**", papers)
    assert is_told("**县内治的交医院**", "**县内治的交医院，市外治的交医保中心**。")


def test_each_part_with_a_line_of_its_own_is_told_in_the_order_asked() -> None:
    whole, first, second = answer("**60日以内**"), answer("**60日以内**"), answer("**过期不报销**")
    assert those_told(whole, [first, second], "哪天交,过了咋办") == [0, 2]
    assert those_told(answer("**过期不报销**"), [first, second], "哪天交,过了咋办") == [1, 0]


def test_the_whole_alone_is_told_where_all_parts_ask_one_thing() -> None:
    whole = answer("**9月1日到次年8月31日**：在校学生")
    general = answer("**居民1月1日到12月31日，在校学生9月1日到次年8月31日**")
    assert those_told(whole, [general, answer(None)], "学生管到哪天") == [0]


def test_a_whole_that_answers_no_part_is_left_out_where_each_part_has_an_answer() -> None:
    beside = answer("**每月30日前交单据**", "每月30日前交。")
    assert those_told(beside, [answer("**60日以内**"), answer("**过期不报销**")], "哪天交,过了咋办") == [1, 2]
    assert those_told(beside, [answer("**60日以内**"), answer(None)], "哪天交,过了咋办") == [0, 1]


def test_what_was_reckoned_from_what_the_person_told_stays() -> None:
    reckoned = answer("**最晚5月4日**(从3月5日起算)")  # figures that the clause does not have
    others = [answer("**过期不报销**", clause="late"), answer("**30日内有结果**", clause="result")]
    assert those_told(reckoned, others, "3月5日出的院,最晚哪天交,过了咋办,多久有结果") == [0, 1, 2]


def test_beside_what_was_reckoned_neither_its_rule_in_general_nor_a_silence_is_told() -> None:
    reckoned = answer("**28人一共**:单位1,260元(45×28)", "单位45元。")
    general, row = answer("**单位45元**"), answer("- **单位**(每年):单位工资总额×6%")
    silent = answer("**没有写怎么分**", clause="shares")
    assert those_told(reckoned, [general, row, silent], "我们28人一共交多少") == [0]


def test_what_is_reckoned_from_no_figure_of_the_message_is_left_out_beside_answers() -> None:
    difference = answer("**差90万元**:100万−10万", "收100万,另收10万。")
    others = [answer("**6.4元**", clause="more"), answer("**70%**", clause="share")]
    assert those_told(difference, others, "2013年市县多拿几块,报几成") == [1, 2]
    assert those_told(difference, others, "收100万的比收10万的多几块,报几成") == [0, 1, 2]


def test_a_table_that_no_part_asks_for_is_left_out() -> None:
    rows = answer("- **退休人员**(每年):个人0.00元;财政75.00元", "财政全额负担。", clause="premium")
    others = [answer("**10日内**", clause="late"), answer("**每天2‰**", clause="late")]
    assert those_told(rows, others, "75块那个,催缴后几天内交,再不交罚多少") == [1, 2]
    asked = [answer("**单位代收**", clause="premium"), answer("**每天2‰**", clause="late")]
    assert 0 in those_told(rows, asked, "75块那个要自己出吗,不交罚多少")


def test_ten_thousands_are_the_figures_of_the_clause() -> None:
    # 4万元 of the clause is the 40000 of the line: nothing was reckoned
    whole = answer("**最多报40000元**", "最多4万元。", clause="cap")
    rows = answer("- **学生**(每年):个人10.00元", clause="premium")
    assert those_told(whole, [rows, answer("**最多报40000元**", clause="cap")], "学生交10块吗,最多报几万") == [1, 0]


def test_a_refusal_is_not_told_by_what_is_granted() -> None:
    assert not is_told("**不用先批，也不会因为没批自己出**", "**因为没批自己出**：不先批也会")
    assert is_told("**不付**：白送的", "**继承人**领取\n**不付**：药厂白送的")


def test_words_find_more_where_their_line_is_neither_silent_nor_told() -> None:
    told = [answer("**区里30个工作日内审核**")]
    assert tells_more(answer("**市里20个工作日**"), told)
    assert not tells_more(answer("**没有写市里多久**"), told)
    assert not tells_more(answer("**30个工作日内审核**"), told)
    assert not tells_more(answer(None), told)


def test_several_lines_about_the_whole_are_told_by_its_parts_in_the_order_asked() -> None:
    whole = answer("**区里30个工作日**\n**三年**")
    parts = [answer("**区里30个工作日**"), answer("**市里20个工作日**"), answer("**三年**：每年年检")]
    assert those_told(whole, parts, "区里审几天,市里呢,证管几年") == [1, 2, 3]
