"""Money told beside the bill is not reckoned with, and noted as such."""

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    "sentence",
    [
        "护工费2600自己另请的,住院花了9400",
        "住院9400,请了个护工花了1800",
        "住院9400,来回路费600,吃饭300",
        "住院9400,民政给了2000",
        "住院9400,学校保险另外赔了5000",
        "住院9400,商业保险报了3000",
        "药店买药另花了600,住院本身9400",
        "住院9400,儿子转给我5000",
        "住院9400,女儿垫了8000",
        "住院9400,跟亲戚借了5000",
        "住院9400,单位给了2000慰问金",
        "住院9400,还差3500没交",
        "门诊开药80块(不管它),住院9400",
        "住院9400,挂号费50块不算它",
        "第一天交了2000,第三天又补交3000,住院结账9400",
    ],
)
def test_money_beside_the_bill_is_not_of_it(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert said.facts["cost"] == Decimal(9400)
    assert said.uncounted
    assert said.problem is None
    assert "insured" not in said.facts


def test_who_gave_it_is_not_who_is_ill(reader: SentenceReader) -> None:
    assert reader.read("我孩子上小学,住院9400,我爸垫了3000").facts["insured"] == "学生"


@pytest.mark.parametrize("sentence", ["护工费2600能报吗", "儿子住院花了5000", "打车摔伤住院花了5000"])
def test_a_sum_alone_is_the_bill(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert not said.uncounted
    assert said.facts["cost"] in (Decimal(2600), Decimal(5000))


@pytest.mark.parametrize(
    ("sentence", "outside"),
    [
        ("花了43000,材料费里有6800是全自费,还有床位费超标220自己出", 7020),
        ("住院28000,医保目录外5000,还有超标床位费600,自己出的", 5600),
    ],
)
def test_what_is_above_the_standard_is_self_funded(reader: SentenceReader, sentence: str, outside: int) -> None:
    assert reader.read(sentence).facts["self_funded"] == Decimal(outside)
