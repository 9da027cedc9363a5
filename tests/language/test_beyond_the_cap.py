"""Sums that lie above a cap that is used up, and the cap named as a sum."""

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "excess"),
    [
        ("限额用完以后又花了九万五", 95000),
        ("医保额度用光了,后来又花了九万五", 95000),
        ("到顶以后还有九万五", 95000),
        ("限额报满了以后又花了五万", 50000),
        ("封顶以后又花了9万", 90000),
        ("限额早用光了,又出来六万合规的", 60000),
        ("过了职工医保那个杠以后又用了三万六", 36000),
        ("限额外面还有三万块", 30000),
        ("封顶线以外的5万", 50000),
        ("封顶线已经用完咯,后头在三甲住院又花12万", 120000),
        ("封顶线花光哒,后头又花5万", 50000),
        ("把职工医保的封顶都用完了,后头在三级医院又住,合规的花了12万", 120000),
        ("三级医院超出职工封顶的28000", 28000),
    ],
)
def test_what_was_spent_after_the_cap(reader: SentenceReader, sentence: str, excess: int) -> None:
    facts = reader.read(sentence).facts
    assert facts["excess"] == excess
    assert "cost" not in facts


@pytest.mark.parametrize(
    ("sentence", "excess"),
    [
        ("4万用满了又花12万", 120000),
        ("四万线往上我又用掉10万整", 100000),
        ("就是四万以上归它管、一年最多给十五万那种。四万线往上我又用掉10万整", 100000),
        ("四万以上我爸后来花了6万", 60000),
        ("超过四万的费用由大病险管,我四万往上他又用去5万", 50000),
        ("四万块限额用完以后又花了九万五", 95000),
        ("4万以外又花了5万", 50000),
        ("过了四万的杠又花了5万", 50000),
        ("基本医保四万用完了,我超出来三个w", 30000),
        ("统筹那四万已经报满,多出来5万报多少", 50000),
        ("职工医保的额度四万都用光了,又花了6万", 60000),
        ("超过4万封顶以外的费用又用了7万", 70000),
        ("超出4万以上的费用花了7万", 70000),
        ("今年超封顶线四万的部分是六万五", 65000),
        ("超四万的那块有六万五,赔多少", 65000),
        ("超过封顶线4万那部分一共花了6万5", 65000),
        ("我超四万线以后用了三万", 30000),
        ("超过4万限额的部分花了3万", 30000),
        ("过了四万以后又花了5万", 50000),
        ("超过4万额度以后一共花了6万", 60000),
    ],
)
def test_a_cap_named_as_a_sum(reader: SentenceReader, sentence: str, excess: int) -> None:
    said = reader.read(sentence)
    assert said.facts["basic_cap"] == 40000
    assert said.facts["excess"] == excess
    assert said.problem is None


@pytest.mark.parametrize(
    "sentence",
    [
        "医保卡里的钱用完了,又花了3万",
        "过了起付线以后又花了3万",
        "过了门槛那个杠以后又花了3万",
        "门诊额度用完了以后又花了3万",
        "总共花了3万",
        "今年报过4万以后又花了3万",
    ],
)
def test_what_is_not_above_a_cap(reader: SentenceReader, sentence: str) -> None:
    facts = reader.read(sentence).facts
    assert facts["cost"] == 30000
    assert "excess" not in facts


def test_the_whole_bill_beside_a_cap(reader: SentenceReader) -> None:
    facts = reader.read("4万以外的能报多少,总共花了10万").facts
    assert (facts["basic_cap"], facts["cost"]) == (Decimal(40000), Decimal(100000))
    assert "excess" not in facts


@pytest.mark.parametrize("sentence", ["除了3万以外又花了2万", "3万花完了又花了2万"])
def test_a_first_bill_is_no_cap(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert not {"basic_cap", "excess"} & said.facts.keys()
    assert said.problem is not None  # two bills, neither of them the one


def test_a_bound_that_tells_the_rule_leaves_the_bill_whole(reader: SentenceReader) -> None:
    said = reader.read("四万以上才管的那个职工大病,全年不含自付的医疗费21万,赔多少")
    assert said.facts["basic_cap"] == Decimal(40_000)
    assert said.facts["cost"] == Decimal(210_000)
    assert "own_share" not in said.facts


def test_a_bound_named_by_its_name_is_none_of_the_sums(reader: SentenceReader) -> None:
    said = reader.read("住院费总共九万五,四万封顶线上头那块能赔多少")
    assert (said.facts["cost"], said.facts["basic_cap"]) == (Decimal(95_000), Decimal(40_000))


def test_the_funds_own_cap_is_no_bill(reader: SentenceReader) -> None:
    facts = reader.read("基本医保四万封顶用完了").facts
    assert facts["basic_cap"] == Decimal(40_000)
    assert not {"cost", "excess", "used_this_year"} & facts.keys()
    facts = reader.read("基本医保四万用完了,总共花了10万").facts
    assert (facts["basic_cap"], facts["cost"]) == (Decimal(40_000), Decimal(100_000))
    assert "basic_cap" not in reader.read("住院花了四万,用完了医保额度").facts


def test_a_part_of_the_excess_pointed_back_at_is_no_second_sum(reader: SentenceReader) -> None:
    said = reader.read("超出来有十三万,赔多少,多出来那三万咋办")
    assert said.facts["excess"] == Decimal(130_000)
    assert said.problem is None


@pytest.mark.parametrize(
    "sentence", ["超封顶线四万的费用报多少", "超过封顶线4万,能报多少", "超出封顶线4万的合规费用,赔好多"]
)
def test_so_much_above_the_cap_is_no_cap(reader: SentenceReader, sentence: str) -> None:
    facts = reader.read(sentence).facts
    assert facts["excess"] == 40000
    assert "basic_cap" not in facts


@pytest.mark.parametrize(("sentence", "fact"), [("要是又用了五万呢", "excess"), ("那总共花了5万呢", "cost")])
def test_a_later_sum_is_above_the_cap_too_unless_it_is_the_whole(
    reader: SentenceReader, sentence: str, fact: str
) -> None:
    assert dict(reader.read(sentence, bill="excess").facts) == {fact: Decimal(50_000)}


@pytest.mark.parametrize(
    ("sentence", "before", "excess"),
    [
        ("今年前面超限额已经花了3万,这次又花了12万", 30000, 120000),
        ("超限额部分今年已经用掉了3万,这回5万", 30000, 50000),
        ("今年限额已经用了6万,这次超限额的有8万", 60000, 80000),
        ("上次超限额花了3万,这次花了5万", 30000, 50000),
    ],
)
def test_what_was_above_the_cap_earlier_this_year(
    reader: SentenceReader, sentence: str, before: int, excess: int
) -> None:
    assert dict(reader.read(sentence).facts) == {"limit_used": before, "excess": excess}


def test_what_of_the_limit_is_used_alone(reader: SentenceReader) -> None:
    assert dict(reader.read("今年前面已经用了3万限额呢").facts) == {"limit_used": 30000}
