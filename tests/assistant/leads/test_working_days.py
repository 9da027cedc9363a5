"""Days without their year: working days are those of the policy's own year, else of any; when a payment counts."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import first_line


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("6月2日", "6月7日"),  # a Sunday of 2013; the 3rd to the 7th
        ("6月4日", "6月9日"),  # the 8th and 9th were worked for the holiday of the 10th to the 12th
        ("2013年6月9日", "2013年6月19日"),  # the 13th, 14th, 17th, 18th, 19th
    ],
)
def test_working_days_are_those_of_the_policys_year(assistant: Assistant, day: str, last: str):
    line = first_line(assistant, f"重庆居民医保,{day}在市外住院,最晚什么时候登记")
    assert line.startswith(f"**最晚 {last}**")
    assert ("按2013年的工作日数" in line) is not day.startswith("2013")


def test_where_no_year_is_known_the_earliest_and_the_latest_are_told(assistant: Assistant):
    line = first_line(assistant, "吴江自费补偿资料6月2日交的,什么时候能审下来")
    assert line.startswith("**最晚 6月7日到6月10日**,看是哪一年(5个工作日")
    assert first_line(assistant, "吴江自费补偿资料2024年6月2日交的,什么时候能审下来").startswith(
        "**最晚 2024年6月7日**"
    )


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("重庆居民医保3月1号才交钱,啥时候能开始报", "**从 5月31日 起**"),  # 90 days after 1 March are over on 30 May
        ("重庆居民,3月1号缴费,几时开始报销", "**从 5月31日 起**"),
        ("重庆居民医保10月8号交的钱,什么时候能报", "**从 2013年1月1日 起**"),  # on time
        ("重庆居民医保2012年12月20日交的钱,几号能享受", "**从 2013年1月1日 起**"),
        ("重庆居民医保12月25日登记参保还来得及吗", "**来不及**"),
        ("重庆居民医保11月25日还能交费吗", "**11月25日在“集中参保缴费”的时间内**"),
    ],
)
def test_who_paid_on_a_day_is_told_from_when_it_counts(assistant: Assistant, question: str, begins: str):
    assert first_line(assistant, question).startswith(begins)
