"""What happened on the days a question names: a payment, a notice, from which day something is owed."""

import pytest

from mingbai.language.numbers.day_roles import day_of


@pytest.mark.parametrize(
    ("sentence", "role", "day"),
    [
        ("本来该去年12月20日前交的,拖到今年2013年2月5号才交,哪天能报", "paid", (2, 5)),
        ("2013年3月1号把钱交齐的,啥时候开始能报", "paid", (3, 1)),
        ("1月31日没交,催缴通知2月10日送到,2月18日交了", "paid", (2, 18)),
        ("1月31日没交,催缴通知2月10日送到,2月18日交了", "notice", (2, 10)),
        ("1月31日没交,催缴通知2月10日送到,2月18日交了", "owed", (1, 31)),
        ("欠费从3月1日起欠,4月1日收到通知,4月20日才交", "owed", (3, 1)),
        ("欠费从3月1日起欠,4月1日收到通知,4月20日才交", "notice", (4, 1)),
    ],
)
def test_the_day_of_a_role(sentence, role, day):
    found = day_of(sentence, role)
    assert (found.month, found.day) == day


@pytest.mark.parametrize("sentence", ["12月20日前交", "3月1日出院,5月10日去报", "最晚11月20日交"])
def test_a_limit_is_no_payment(sentence):
    assert day_of(sentence, "paid") is None
