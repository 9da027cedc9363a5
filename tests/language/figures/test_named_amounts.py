"""Which amount a sum is by the name beside it."""

import pytest

from mingbai.language.figures.named_amounts import amount_named, named_amounts
from mingbai.language.lexicon import Lexicon
from mingbai.language.numbers.amounts import find_amounts


def named(text: str, lexicon: Lexicon) -> list[str | None]:
    """The names of the sums of a text."""
    names = named_amounts(text, lexicon.find(text))
    sums = [one for one in find_amounts(text) if one.kind == "amount"]
    ends = [0, *(one.end for one in sums)]
    starts = [*(one.start for one in sums[1:]), len(text) + 8]
    return [amount_named(text, names, *each) for each in zip(ends[:-1], sums, starts, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("住院花了3万元,其中自费5000元", ["cost", "self_funded"]),
        ("总共3万元,5000元是自费", ["cost", "self_funded"]),
        ("超过封顶线10万元", ["excess"]),
        ("600元的起付线,2万元能报多少", ["deductible", None]),  # the line is of the sum before it
    ],
)
def test_the_words_before_a_sum_name_it_and_else_those_behind(
    text: str, expected: list[str | None], lexicon: Lexicon
) -> None:
    assert named(text, lexicon) == expected


def test_a_line_that_is_only_passed_names_no_sum(lexicon: Lexicon) -> None:
    text = "过了起付线以后又花了3万元"
    assert "deductible" not in {name for _, _, name in named_amounts(text, lexicon.find(text))}
