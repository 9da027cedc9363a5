"""A yes under a condition is not told beside a no for want of that condition."""

from mingbai.assistant.openings.refused import asks_once, is_refused

_NO = "不行：要有岳池县范围内的城镇常住户口"


def test_a_yes_under_the_condition_that_lacks_is_refused() -> None:
    assert is_refused("能：没有工作、有岳池城镇常住户口的居民都可以", _NO)
    assert is_refused("**能**：没有工作、有岳池城镇常住户口的居民都可以", "**不行**：要有岳池县范围内的城镇常住户口")


def test_a_yes_for_another_reason_stands() -> None:
    assert not is_refused("能：学龄前儿童和婴幼儿都算", _NO)
    assert not is_refused("没有写大学生：写了城镇常住户口", _NO)


def test_of_two_persons_asked_about_one_may_be_let_in() -> None:
    assert asks_once("户口是武胜的，能买岳池居民医保不")
    assert not asks_once("武胜户口的能买不，岳池户口没工作的能买吗")
