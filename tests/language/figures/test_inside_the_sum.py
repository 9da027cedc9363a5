"""A part of a sum is taken off it where it is said to lie outside the list, and stays in it where not."""

from decimal import Decimal

import pytest

from mingbai.language.figures.inside_the_sum import is_pointed_back
from mingbai.language.notes import EXCESS, Told
from mingbai.language.numbers.amounts import find_amounts
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    "sentence",
    [
        "岳池三级住院2万,其中1万5是抢救当天花的",
        "重庆二档三级住院2万,其中1万2是刷卡付的",
        "住院2万,里面有3000是ICU花的",
        "住院2万,其中8000是手术费",
        "住院2万,其中药费5000",
        "住院总费用2万,包括检查费4000,药费6000",
        "住院2万,光材料费就9000",
        "住院2万,其中5000不是自费",
    ],
)
def test_a_part_of_which_nothing_is_said_stays_in_the_whole(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert said.facts["cost"] == Decimal(20000)
    assert "self_funded" not in said.facts
    assert said.problem is None
    assert said.uncounted


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("住院2万,其中3000是自费", 3000),
        ("住院2万,里头有3000是丙类", 3000),
        ("住院2万,其中3000不给报", 3000),
        ("住院2万,其中2500医保不认", 2500),
        ("住院2万,里面进口药4000报不了", 4000),
    ],
)
def test_a_part_outside_the_list_is_taken_off(reader: SentenceReader, sentence: str, part: int) -> None:
    facts = reader.read(sentence).facts
    assert facts["self_funded"] == Decimal(part)
    assert facts["cost"] == Decimal(20000 - part)


@pytest.mark.parametrize(
    ("sentence", "fact", "left"),
    [
        ("医保报完自己承担9000,里头有1500是目录外的", "own_share", 7500),
        ("个人自付8000,其中自费药1200", "own_share", 6800),
        ("报完自己掏5万,其中8千不合规", "own_share", 42000),
        ("超封顶10万,其中2万不合规", "excess", 80000),
        ("超过封顶线的有7万,里头自费1万", "excess", 60000),
        ("自付6500,另有900目录外", "own_share", 6500),
        ("自付6500,目录外自费另有900元", "own_share", 6500),
    ],
)
def test_what_lies_outside_is_no_part_of_what_lies_within(
    reader: SentenceReader, sentence: str, fact: str, left: int
) -> None:
    assert reader.read(sentence).facts[fact] == Decimal(left)


def test_it_is_taken_off_what_was_told_before(reader: SentenceReader) -> None:
    assert reader.read("要是里面有3000目录外", bill="own_share").taken_off == "own_share"
    assert reader.read("另外还有3000目录外", bill="own_share").taken_off is None


def test_two_bills_of_a_whole_are_no_parts(reader: SentenceReader) -> None:
    assert not reader.read("一共3万,其中住院2万4,门诊6千").uncounted


def test_a_part_pointed_back_to() -> None:
    text = "超出来13万元,多出来那3万元咋办"
    whole, part = find_amounts(text)
    assert is_pointed_back(text, part, [Told(whole, EXCESS)])
    assert not is_pointed_back(text, part, [])
