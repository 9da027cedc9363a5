"""What a message does to a figure told before it: more or less of it, so many times it, another one in its place."""

from decimal import Decimal

import pytest

from mingbai.language.figures.changes import Change, changed
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("少花5000呢", Change(sign=-1)),
        ("要是少2000呢", Change(sign=-1)),
        ("再减5千呢", Change(sign=-1)),
        ("省下3000呢", Change(sign=-1)),
        ("那再花一千呢", Change()),
        ("再多两千呢", Change()),
        ("多花3000呢", Change()),
        ("年底前估摸着还要6000块,加上去呢", Change()),
        ("还有一笔2000,加进去能报多少", Change()),
        ("三级5000,二级3000,加起来报多少", None),
        ("翻一倍呢", Change(times=Decimal(2))),
        ("要是费用减半能报多少", Change(times=Decimal("0.5"))),
        ("最少能报多少", None),
        ("至少3万", None),
        ("滞纳金翻倍吗", None),
        ("少报了3000", None),
        ("花到3万呢", None),
    ],
)
def test_how_the_bill_changes(sentence: str, change: Change | None) -> None:
    assert changed(sentence) == change


def test_so_much_less_is_never_below_nothing() -> None:
    assert Change(sign=-1).of(Decimal(2000), Decimal(5000)) == 0
    assert Change(times=Decimal(2)).of(Decimal(2000), None) == 4000
    assert Change().of(Decimal(2000), None) is None


@pytest.mark.parametrize(
    ("sentence", "told", "fact", "amount"),
    [
        ("不对是8千", {"deductible": Decimal(10_000)}, "deductible", 8_000),
        ("说错了是3000", {"band_floor": Decimal(2_000)}, "band_floor", 3_000),
        ("不是5千,是8千", {"cost": Decimal(30_000), "self_funded": Decimal(5_000)}, "self_funded", 8_000),
        ("不是自费3000是2000", {"self_funded": Decimal(3_000)}, "self_funded", 2_000),
        ("不是花了3万,是2万", {"self_funded": Decimal(3_000)}, "cost", 20_000),
        ("不对,花了8千", {"deductible": Decimal(10_000)}, "cost", 8_000),
        ("不对,是3万", {"cost": Decimal(20_000), "self_funded": Decimal(5_000)}, "cost", 30_000),
    ],
)
def test_a_figure_is_put_right(
    reader: SentenceReader, sentence: str, told: dict[str, Decimal], fact: str, amount: int
) -> None:
    assert reader.read(sentence, told=told).facts == {fact: Decimal(amount)}
