"""Worked cases of rules that a date answers: right ones are passed over, wrong ones told, the count of days too."""

import pytest

from tests.rules.worked import told

SIXTY = "deadline: 报销\nwithin: 60\nafter: 出院"
# 31 January and 60 days: 28 in February, 31 in March make 59, 1 April is the 60th
RIGHT = "on: 2013-01-31, until: 2013-04-01, sum: 28+31+1"


class TestDeadline:
    def test_a_right_case_is_passed_over(self) -> None:
        assert told(SIXTY, RIGHT) == []
        assert told(SIXTY, f"{RIGHT}, done: 2013-04-01, late: false") == []
        assert told(SIXTY, f"{RIGHT}, done: 2013-04-02, late: true") == []

    def test_a_wrong_date_is_told_and_its_count_too(self) -> None:
        # from 31 January to 31 March are 28 + 31 = 59 days
        assert told(SIXTY, "on: 2013-01-31, until: 2013-03-31, sum: 28+31+1") == [
            "until 写的是 2013-03-31,算出来是 2013-04-01",
            "算式 28+31+1 等于 60,应当是 59日",
        ]

    @pytest.mark.parametrize(("done", "late"), [("2013-04-01", "true"), ("2013-04-02", "false")])
    def test_both_sides_of_the_last_day_are_told(self, done: str, late: str) -> None:
        assert told(SIXTY, f"{RIGHT}, done: {done}, late: {late}") == [f"{done} 办的,写的是 late: {late},算出来相反"]

    def test_the_days_must_be_counted_out(self) -> None:
        assert told(SIXTY, "on: 2013-01-31, until: 2013-04-01") == ["日子怎么数的要写成算式,例如 sum: 30+30"]
        assert told(SIXTY, RIGHT.replace("+1", "+2")) == ["算式 28+31+2 等于 61,应当是 60日"]
        assert told(SIXTY, RIGHT.replace("+1", "+")) == ["算式写得不对:28+31+"]

    def test_the_first_day_counts_where_the_rule_says_so(self) -> None:
        assert told(f"{SIXTY}\nfrom_day: 1", "on: 2013-01-31, until: 2013-03-31, sum: 1+28+31") == []

    def test_working_days_are_the_number_of_the_rule(self) -> None:
        rule = "deadline: 登记\nwithin: 5\nunit: 工作日\nafter: 住院"
        # Wednesday 8 May 2013: 9 and 10, then 13 to 15
        assert told(rule, "on: 2013-05-08, until: 2013-05-15, sum: 2+3") == []
        assert told(rule, "on: 2013-05-08, until: 2013-05-15, sum: 2+5") == ["算式 2+5 等于 7,应当是 5工作日"]

    def test_months_need_no_count(self) -> None:
        rule = "deadline: 通知\nwithin: 3\nunit: 月\nbefore: 解除"
        assert told(rule, "on: 2013-05-31, until: 2013-02-28") == []
        assert told(rule, "on: 2013-05-31, until: 2013-02-28, sum: 1+1") == ["算式 1+1 等于 2,应当是 3月"]

    def test_an_extension_and_a_first_day_must_be_written(self) -> None:
        extended = f"{SIXTY}\nextend: {{within: 10, if: 有特殊情况的}}"
        assert told(extended, RIGHT) == ["extended 写的是 无,算出来是 2013-04-11"]
        assert told(extended, f"{RIGHT}, extended: 2013-04-11") == []
        # 28 days end on 29 January; 60 more: 2 in January, 28 and 30 of March
        starts = f"{SIXTY}\nstarts: 28"
        assert told(starts, "on: 2013-01-01, until: 2013-03-30, sum: 28+2+28+30") == [
            "from 写的是 无,算出来是 2013-01-30"
        ]

    def test_a_lost_length_is_unknown(self) -> None:
        lost = "deadline: 审批\nwithin: {lost: 原文缺天数}\nafter: 申请"
        assert told(lost, "on: 2013-01-31, unknown: true") == []
        assert told(lost, RIGHT) == ["写的是 date,算出来是 unknown"]
        assert told(SIXTY, "on: 2013-01-31, unknown: true") == ["写的是 unknown,算出来是 date"]

    def test_a_rule_that_is_not_for_the_case(self) -> None:
        rule = f"{SIXTY}\nwhen: {{insured: 学生}}"
        assert told(rule, "given: {insured: 成人}, on: 2013-01-31, none: true") == []
        assert told(rule, "given: {insured: 学生}, on: 2013-01-31, none: true") == ["写的是 none,算出来是 date"]

    def test_a_fact_that_cannot_be_used_is_told(self) -> None:
        assert told(SIXTY, f"given: {{price: 5}}, {RIGHT}")[0].startswith("算不了:没有“price”这一项")


class TestWindow:
    yearly = 'window: 参保\nevery: year\nfrom: "09-01"\nuntil: "11-30"'

    def test_both_sides_of_the_edge(self) -> None:
        assert told(self.yearly, "on: 2013-08-31, open: false, next: 2013-09-01") == []
        assert told(self.yearly, "on: 2013-09-01, open: true, from: 2013-09-01, until: 2013-11-30") == []
        assert told(self.yearly, "on: 2013-08-31, open: true") == ["写的是 open: true,算出来是 false"]
        assert told(self.yearly, "on: 2013-09-01, open: false") == ["写的是 open: false,算出来是 true"]

    def test_a_wrong_day_of_the_window(self) -> None:
        assert told(self.yearly, "on: 2013-08-31, open: false, next: 2013-09-02") == [
            "next 写的是 2013-09-02,算出来是 2013-09-01"
        ]

    def test_one_answer_for_each_reading(self) -> None:
        rule = (
            "window: 申请\nfrom: {readings: [{value: 2016-10-10, says: 正文}, {value: 2016-10-11, says: 开头}]}\n"
            "until: 2016-12-15"
        )
        assert told(rule, "on: 2016-10-10, open: [true, false]") == []
        assert told(rule, "on: 2016-10-10, open: true") == ["写的是 open: true,算出来是 true、false"]

    def test_a_lost_edge_leaves_it_open(self) -> None:
        rule = "window: 试点\nfrom: 2013-06-10\nuntil: {lost: 原文缺日期}"
        assert told(rule, "on: 2013-06-09, open: false") == []
        assert told(rule, "on: 2013-06-11, unknown: true") == []
        assert told(rule, "on: 2013-06-11, open: true") == ["写的是 date,算出来是 unknown"]


class TestWaiting:
    rule = 'waiting: 等待期\nwithin: 90\nafter: 缴清\nuntil: "12-31"\nnone_for: {insured: [学生]}'

    def test_the_wait_is_counted_out(self) -> None:
        # paid 15 January: 16 days left, 28, 31, 15 April is the 90th
        right = "on: 2013-01-15, from: 2013-04-16, until: 2013-12-31, sum: 16+28+31+15"
        assert told(self.rule, right) == []
        assert told(self.rule, right.replace("04-16", "04-15")) == [
            "from 写的是 2013-04-15,算出来是 2013-04-16",
            "算式 16+28+31+15 等于 90,应当是 89日",
        ]

    def test_the_end_must_be_written(self) -> None:
        assert told(self.rule, "on: 2013-01-15, from: 2013-04-16, sum: 90*1") == ["until 写的是 无,算出来是 2013-12-31"]

    def test_who_does_not_wait(self) -> None:
        assert told(self.rule, "given: {insured: 学生}, on: 2013-01-15, none: true") == []
        assert told(self.rule, "given: {insured: 成人}, on: 2013-01-15, none: true") == ["写的是 none,算出来是 date"]


def test_how_far_back() -> None:
    rule = 'retroactive: 追溯\nafter: 认定\nmonths: 6\nnot_before: "04-01"'
    assert told(rule, "on: 2014-08-15, from: 2014-04-01") == []
    assert told(rule, "on: 2014-12-31, from: 2014-07-01") == ["from 写的是 2014-07-01,算出来是 2014-06-30"]
