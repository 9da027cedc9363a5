"""Bands that a question names by their bounds, told from bills."""

from decimal import Decimal

import pytest

from mingbai.language.figures.bands_named import BandNamed, bands_named


@pytest.mark.parametrize(
    ("sentence", "band"),
    [
        ("8万以上那段报几成", BandNamed(over=Decimal(80000))),
        ("1万以上3万以下的部分报几成", BandNamed(Decimal(10000), Decimal(30000))),
        ("5千到1万报多少", BandNamed(Decimal(5000), Decimal(10000))),
        ("4万以内赔几成", BandNamed(up_to=Decimal(40000))),
        ("两万块那一截报百分之几", BandNamed(Decimal(20000), Decimal(20000), is_inside=True)),
    ],
)
def test_the_bounds_of_a_band(sentence, band):
    assert bands_named(sentence) == (band,)


@pytest.mark.parametrize("sentence", ["三级医院花了5万报多少", "住院花了3万以上报多少", "5万块钱能报吗", "8万以上那段"])
def test_a_bill_is_no_band(sentence):
    assert bands_named(sentence) == ()
