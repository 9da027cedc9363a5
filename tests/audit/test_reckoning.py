"""Sums that are told in words."""

import pytest

from mingbai.audit.reckoning import misreckoned


@pytest.mark.parametrize(
    "text",
    [
        "9233人减去4902人是4331人",  # 9233 − 4902 = 4331
        "47043.8万元加21226.4万元是68270.2万元",
        "1709÷18614约9.18%",  # 9.1813 %
        "三类人加起来是10人，对得上：2+3+5",
    ],
)
def test_a_sum_that_comes_out_holds(text: str) -> None:
    assert list(misreckoned(text)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("9233人减去4902人是4431人", "“9233人减去4902人是4431人”算得不对"),
        ("1709÷18614约9.19%", "“1709÷18614约9.19%”算得不对"),
        ("三类人加起来是10人，对得上：2+3+6", "“2+3+6”加起来不是写的总数"),
    ],
)
def test_a_sum_that_does_not_is_named(text: str, said: str) -> None:
    assert list(misreckoned(text)) == [said]
