"""Deadlines, waiting times and reaching back: a date for a date, the rule in words without one."""

from datetime import date

from mingbai.corpus.kinds import DeadlineRule, RetroactiveRule, WaitingRule
from mingbai.rules.case import Case
from mingbai.rules.dates import DateAnswer, date_answer
from mingbai.rules.stated import stated
from tests.rules.inline import VOCABULARY, policy_of


def answer(rule: str, day: date | None = None, **facts: str) -> DateAnswer:
    policy = policy_of(rule)
    found = [one for kind in (DeadlineRule, WaitingRule, RetroactiveRule) for one in stated(policy, kind)]
    return date_answer(found[0], VOCABULARY, Case.read(facts, VOCABULARY), day)


CLAIM = "deadline: 递交报销单据\nwithin: 60\nafter: 出院\nlate: 过期不报"
REVIEW = "deadline: 审查\nwithin: 30\nunit: 工作日\nafter: 收到申请\nextend: {within: 30, if: 有特殊情况的}"
WAIT = 'waiting: 等待期\nwithin: 90\nafter: 交清费用\nuntil: "12-31"'


def test_without_a_date_the_answer_is_the_rule() -> None:
    found = answer(CLAIM)
    assert (found.kind, found.status, found.until_on) == ("deadline", "rule", None)
    assert found.words == "出院以后60日以内(当天不算);过期不报"
    assert found.is_late(date(2013, 3, 16)) is None
    assert (found.clause, found.name) == ("c1", "递交报销单据")


def test_sixty_days_after_discharge() -> None:
    # 15 January: 16 days to its end, 28 in February, 16 more in March make 60
    found = answer(CLAIM, date(2013, 1, 15))
    assert (found.status, found.until_on) == ("date", date(2013, 3, 16))
    assert found.is_late(date(2013, 3, 16)) is False
    assert found.is_late(date(2013, 3, 17)) is True


def test_the_day_of_the_event_can_count_as_the_first() -> None:
    found = answer(f"{CLAIM}\nfrom_day: 1", date(2013, 1, 15))
    assert found.until_on == date(2013, 3, 15)
    assert "当天算第一天" in found.words


def test_a_deadline_in_months_at_a_months_end() -> None:
    assert answer("deadline: x\nwithin: 1\nunit: 月\nafter: y", date(2013, 1, 31)).until_on == date(2013, 2, 28)
    assert answer("deadline: x\nwithin: 1\nunit: 月\nafter: y", date(2012, 1, 31)).until_on == date(2012, 2, 29)


def test_thirty_working_days_and_thirty_more() -> None:
    # After Friday 27 September 2024. September: 29, 30 (2). October: 8-12 (5), 14-18, 21-25, 28-31 (14), makes 21.
    # November: 1, 4-8, 11-13 (9), makes 30: 13 November. Thirty more: 14, 15, 18-22, 25-29 (12), December: 2-6, 9-13,
    # 16-20 (15), 23, 24, 25 (3), makes 30: 25 December.
    found = answer(REVIEW, date(2024, 9, 27))
    assert (found.until_on, found.extended_until) == (date(2024, 11, 13), date(2024, 12, 25))
    assert found.is_late(date(2024, 12, 25)) is False
    assert found.words == "收到申请以后30个工作日以内(当天不算),有特殊情况的可以再延长30个工作日"


def test_working_days_outside_the_known_years_are_not_guessed() -> None:
    found = answer(REVIEW, date(2001, 3, 1))
    assert (found.status, found.until_on) == ("unknown", None)
    assert found.cause is not None
    assert "2001年的放假和调休安排不在日历里" in found.cause
    assert found.words.startswith("收到申请以后30个工作日以内")


def test_before_an_event() -> None:
    found = answer("deadline: 通知\nwithin: 3\nunit: 月\nbefore: 解除协议", date(2013, 5, 31))
    assert found.until_on == date(2013, 2, 28)
    assert found.words == "解除协议以前至少3个月"


def test_ninety_days_that_begin_when_a_child_is_28_days_old() -> None:
    # born 1 June: 28 days are full on 29 June, so from 30 June; 90 days on: 1 in June, 31, 31, 27 September
    found = answer("deadline: 新生儿参保\nwithin: 90\nafter: 出生\nstarts: 28", date(2013, 6, 1))
    assert (found.from_on, found.until_on) == (date(2013, 6, 30), date(2013, 9, 27))
    assert found.words == "出生满28日之后的90日以内(当天不算)"


def test_a_lost_length_has_no_date() -> None:
    found = answer("deadline: x\nwithin: {lost: 天数缺失}\nafter: 出院", date(2013, 1, 15))
    assert (found.status, found.until_on, found.cause) == ("unknown", None, "天数缺失")
    assert found.words == "出院以后若干(原文缺数)以内(当天不算)"


def test_benefits_begin_the_day_after_ninety_full_days() -> None:
    # paid 5 June: 25 days in June, 31, 31, 3 September make 90; benefits from 4 September
    found = answer(WAIT, date(2013, 6, 5))
    assert (found.from_on, found.until_on, found.cause) == (date(2013, 9, 4), date(2013, 12, 31), None)
    assert found.words == "从交清费用起等满90日(当天不算),之后开始享受,到当年12月31日为止"


def test_the_last_day_on_which_late_payment_still_helps() -> None:
    # paid 1 October: 30, 30, 30 make 90 on 30 December: one day is left
    assert answer(WAIT, date(2013, 10, 1)).from_on == date(2013, 12, 31)
    assert answer(WAIT, date(2013, 10, 1)).cause is None
    # a day later it begins on 1 January of the next year, when this year's benefits are over
    late = answer(WAIT, date(2013, 10, 2))
    assert late.from_on == date(2014, 1, 1)
    assert late.cause == "等到2014年1月1日才开始,已经过了2013年12月31日,这一年享受不到"


def test_three_months_waiting_and_none_for_pupils() -> None:
    rule = "waiting: 等待期\nwithin: 3\nunit: 月\nafter: 缴费\nnone_for: {insured: [学生, 儿童]}"
    assert answer(rule, date(2008, 11, 30)).from_on == date(2009, 3, 1)  # to 28 February, as there is no 30th
    pupil = answer(rule, date(2008, 11, 30), insured="学生")
    assert (pupil.status, pupil.from_on) == ("none", date(2008, 11, 30))
    assert pupil.cause == "参保人群是学生、儿童的没有等待期"
    assert answer(rule, insured="成人").words == "从缴费起等满3个月(当天不算),之后开始享受;参保人群是学生、儿童的不用等"


def test_six_months_back_but_not_before_the_first_of_april() -> None:
    rule = 'retroactive: 追溯\nafter: 认定之日\nmonths: 6\nnot_before: "04-01"'
    assert answer(rule, date(2015, 12, 10)).from_on == date(2015, 6, 10)
    assert answer(rule, date(2015, 10, 1)).from_on == date(2015, 4, 1)  # both edges fall together
    assert answer(rule, date(2015, 9, 30)).from_on == date(2015, 4, 1)  # six months would be 30 March
    assert answer(rule, date(2015, 4, 1)).from_on == date(2015, 4, 1)
    assert answer(rule, date(2016, 2, 29)).from_on == date(2015, 8, 29)  # the insurance year began 1 April 2015
    assert answer(rule, date(2016, 3, 31)).from_on == date(2015, 9, 30)  # September has no 31st
    assert answer(rule).words == "从认定之日往前追溯6个月算起,最早到当期的4月1日"


def test_back_to_the_first_of_the_month_but_not_before_a_date() -> None:
    rule = "retroactive: 补缴\nafter: 营业执照下发\nnot_before: 1998-07-01\nwhole_month: true"
    assert answer(rule, date(1999, 3, 17)).from_on == date(1999, 3, 1)
    assert answer(rule, date(1990, 5, 5)).from_on == date(1998, 7, 1)
    assert answer(rule).words == "从营业执照下发的那个月第一天算起,最早到1998年7月1日"


def test_a_rule_for_some_is_not_for_others() -> None:
    rule = f"{CLAIM}\nwhen: {{care_place: 外地}}"
    assert answer(rule, date(2013, 1, 15)).applies is None
    assert answer(rule, date(2013, 1, 15), care_place="外地").applies is True
    home = answer(rule, date(2013, 1, 15), care_place="本地")
    assert (home.applies, home.status, home.until_on, home.condition) == (False, "none", None, "就医地点是外地")
