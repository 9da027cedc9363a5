"""What an insurance costs is no bill, and is told apart from one."""

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "premium"),
    [
        ("我交的是150那个,住院花了8000", 150),
        ("每年六十块那种,住院花了8000", 60),
        ("我一年交150,住院花了8000", 150),
        ("交的是150一年那个,住院花了8000", 150),
        ("150那档的,住院花了8000", 150),
        ("一年交48块的那个大病医疗,住院花了8000", 48),
        ("48元的职工大病,住院花了8000", 48),
        ("48元大病险,住院花了8000", 48),
        ("48元大病,住院花了8000", 48),
        ("48块大病医疗保险,住院花了8000", 48),
        ("值不值得多交那九十块,住院花了8000", 90),
        ("每年交80元,住院花了8000", 80),
        ("交了60块大额,住院花了8000", 60),
        ("交60的,住院花了8000", 60),
        ("重庆的医保(150一年的),住院花了8000", 150),
        ("这保险一年收我五十块,住院花了8000", 50),
        ("医保每年要扣我们90块,住院花了8000", 90),
        ("反正年初交了150,住院花了8000", 150),
        ("大病团体补充75块一年,住院花了8000", 75),
        ("我妈交了150,住院花了8000", 150),
        ("一年150,住院花了8000", 150),
        ("我买的150的,住院花了8000", 150),
        ("大额那六十块也交了,住院花了8000", 60),
        ("医保那150都交上了,住院花了8000", 150),
    ],
)
def test_a_premium_is_no_second_bill(reader: SentenceReader, sentence: str, premium: int) -> None:
    said = reader.read(sentence)
    assert said.problem is None
    assert said.premiums == (premium,)
    assert said.facts["cost"] == Decimal(8000)


def test_the_price_of_an_extra_that_is_bought_is_no_bill(reader: SentenceReader) -> None:
    said = reader.read("再多掏60块买大额的,住院花了8000")
    assert said.facts["extra_joined"] == "是"
    assert said.facts["cost"] == Decimal(8000)


@pytest.mark.parametrize(
    ("sentence", "bill"),
    [
        ("在社区医院交了300块药费", 300),
        ("住院另外交了500块药费", 500),
        ("贵的那种药花了800", 800),
        ("300块的那种药", 300),
        ("花了150块的门诊", 150),
        ("住院交的是1200", 1200),  # nobody pays so much for one of these insurances
        ("住院那800块交了", 800),
    ],
)
def test_what_is_paid_for_treatment_is_a_bill(reader: SentenceReader, sentence: str, bill: int) -> None:
    said = reader.read(sentence)
    assert said.premiums == ()
    assert said.facts["cost"] == Decimal(bill)


@pytest.mark.parametrize("sentence", ["花了12万,没有另外交那60块", "花了12万,大额那60块没交"])
def test_a_premium_that_is_not_paid_tells_nothing(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert said.premiums == ()
    assert said.facts["cost"] == Decimal(120_000)


@pytest.mark.parametrize("answer", ["150", "交150的", "150块一年", "我是150那个"])
def test_a_bare_figure_answers_for_the_plan(reader: SentenceReader, answer: str) -> None:
    said = reader.read(answer, asked="plan")
    assert said.premiums == (150,)
    assert "cost" not in said.facts


@pytest.mark.parametrize("sentence", ["门诊交了150,住院花了8000", "买药交了150,住院花了8000"])
def test_two_bills_stay_two(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert said.premiums == ()
    assert said.problem is not None


def test_what_may_be_a_premium_is_the_bill_where_there_is_no_other(reader: SentenceReader) -> None:
    assert reader.read("看感冒交了150").facts["cost"] == Decimal(150)


@pytest.mark.parametrize("sentence", ["那个190块钱的险", "大额那个190几月份交", "190元的那种险要交吗"])
def test_a_premium_of_an_insurance_asked_about(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert said.premiums == (190,)
    assert "cost" not in said.facts


@pytest.mark.parametrize(
    ("sentence", "premium"),
    [
        ("要不要交那个区的大病团体补充医保75块", 75),
        ("大病团体补充那75块要自己出30不", 75),
        ("大额那200块什么时候扣", 200),
    ],
)
def test_what_is_paid_for_an_insurance_named_before_it(reader: SentenceReader, sentence: str, premium: int) -> None:
    said = reader.read(sentence)
    assert said.premiums == (Decimal(premium),)
    assert "cost" not in said.facts


@pytest.mark.parametrize("sentence", ["医保那800块药费能报吗", "我交了医保,住院花了800"])
def test_what_is_paid_for_care_is_none(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert (said.premiums, said.facts["cost"]) == ((), Decimal(800))


@pytest.mark.parametrize("sentence", ["还是交150", "换成交150呢", "那要是当初只交150的呢", "要是交150"])
def test_what_one_pays_in_otherwise_is_no_bill(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert said.premiums == (Decimal(150),)
    assert "cost" not in said.facts
    assert not said.compared


@pytest.mark.parametrize("sentence", ["门诊交了150", "要是交150押金"])
def test_what_one_pays_at_a_hospital_is_no_premium(reader: SentenceReader, sentence: str) -> None:
    assert not reader.read(sentence).premiums
