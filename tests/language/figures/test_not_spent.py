"""Sums that somebody names and nobody spent."""

from collections.abc import Callable

import pytest

from mingbai.language.figures.not_spent import expected_payment, is_guess, is_hearsay, is_reckoned, is_rise
from mingbai.language.numbers.amounts import Mention, find_amounts


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("到手能报7000元吧", is_guess),
        ("算出来应该报11万元", is_reckoned),
        ("隔壁说他报了27000元", is_hearsay),
        ("新增的10元谁出", is_rise),
    ],
)
def test_what_was_not_spent(text: str, holds: Callable[[str, Mention], bool]) -> None:
    (mention,) = find_amounts(text)
    assert holds(text, mention)
    spent = "住院花了7000元"
    assert not holds(spent, find_amounts(spent)[0])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("又花了合规的52万,是不是能拿回来四十四万多", "四十四万多"),
        ("住院花了3万,能退1万2左右吗", "1万2"),
        ("住院花了3万,到手是不是有一万一千多", "一万一千多"),
        ("能拿回来一万三吗", "一万三"),
    ],
)
def test_a_payment_that_is_expected(text: str, said: str) -> None:
    found = expected_payment(text)
    assert found is not None
    assert found.text.strip().startswith(said)


@pytest.mark.parametrize("text", ["住院花了3万能报多少", "能不能报3000的ct", "花了5000能报吗", "能报3000还是4000"])
def test_a_bill_is_no_payment_expected(text: str) -> None:
    assert expected_payment(text) is None
