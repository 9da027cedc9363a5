"""An amount that bounds a part of the bill (超过4万的部分) is not that part itself (超过了3万)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.corpus.reader import Corpus
from mingbai.language.lexicon import Lexicon
from mingbai.language.utterance import SentenceReader


@pytest.fixture(scope="module")
def reader(corpus: Corpus) -> SentenceReader:
    return SentenceReader(corpus.vocabulary, Lexicon(corpus.vocabulary, corpus.policies.values()))


def test_the_part_above_a_bound_is_the_amount_named_after_it(reader: SentenceReader) -> None:
    facts = reader.read("职工大病补充保险,超过4万以上的费用有3万,能报多少").facts
    assert facts["excess"] == Decimal(30_000)
    assert facts["basic_cap"] == Decimal(40_000)


def test_a_total_and_a_bound_are_both_kept(reader: SentenceReader) -> None:
    facts = reader.read("一共花了10万,其中超过4万的部分能赔多少").facts
    assert facts["cost"] == Decimal(100_000)
    assert facts["basic_cap"] == Decimal(40_000)
    assert "excess" not in facts


def test_what_exceeds_is_still_the_excess(reader: SentenceReader) -> None:
    assert reader.read("超过封顶线6万").facts["excess"] == Decimal(60_000)


def test_a_question_that_ends_in_what_does_not_ask_yes_or_no(reader: SentenceReader) -> None:
    assert "eligibility" not in reader.read("2015年医保工作做了什么").intents
    assert "eligibility" in reader.read("住院能报么").intents


def test_a_stay_paid_before_does_not_name_the_care(reader: SentenceReader) -> None:
    facts = reader.read("重大疾病门诊,今年住院已经报了9万,门诊花3万").facts
    assert facts["care"] == "重大疾病门诊"
    assert facts["used_this_year"] == Decimal(90_000)
    assert facts["cost"] == Decimal(30_000)


@pytest.mark.parametrize(
    ("sentence", "cap", "excess"),
    [
        ("48元大病险,4万以上花了9万", 40_000, 90_000),
        ("4万的基本限额用完以后又出了11万(不含应自付的)", 40_000, 110_000),
        ("基本医保四万额度用完后又花了6万", 40_000, 60_000),
    ],
)
def test_what_was_spent_above_a_bound(reader: SentenceReader, sentence: str, cap: int, excess: int) -> None:
    facts = reader.read(sentence).facts
    assert (facts["basic_cap"], facts["excess"]) == (Decimal(cap), Decimal(excess))
    assert "cost" not in facts


@pytest.mark.parametrize(
    "sentence",
    ["总花费35万,基本医保报到顶15万了", "基本医保封顶是15万,一共花了35万", "已经超过15万了,总共花了35万"],
)
def test_what_the_fund_pays_at_most_beside_the_whole(reader: SentenceReader, sentence: str) -> None:
    facts = reader.read(sentence).facts
    assert (facts["basic_cap"], facts["cost"]) == (Decimal(150_000), Decimal(350_000))


def test_a_fund_used_to_the_top_and_what_came_on_top(reader: SentenceReader) -> None:
    assert reader.read("基本医保统筹那头顶格用完了,往上又出了六万块合规费用").facts["excess"] == Decimal(60_000)


@pytest.mark.parametrize(
    "sentence",
    [
        "医药费一起是13万,四万以上那块赔多少",
        "花了13万,四万块以上的部分能赔多少",
        "4万往上的钱赔多少,我花了13万",
    ],
)
def test_a_bound_is_named_by_what_lies_above_it(reader: SentenceReader, sentence: str) -> None:
    facts = reader.read(sentence).facts
    assert (facts["cost"], facts["basic_cap"]) == (Decimal(130_000), Decimal(40_000))
    assert "excess" not in facts


@pytest.mark.parametrize("sentence", ["住院花了4万以上,能报多少", "4万以上的病人能报多少"])
def test_so_much_or_more_is_no_bound(reader: SentenceReader, sentence: str) -> None:
    facts = reader.read(sentence).facts
    assert facts["cost"] == Decimal(40_000)
    assert "basic_cap" not in facts


def test_a_bare_number_is_a_bound_too(reader: SentenceReader) -> None:
    facts = reader.read("二级住院,4000以上的部分报几成").facts
    assert facts["basic_cap"] == Decimal(4_000)
    assert "cost" not in facts


def test_a_deductible_is_no_such_bound(reader: SentenceReader) -> None:
    assert "basic_cap" not in reader.read("起付线1000元以上的部分报多少,住院花了8000").facts


@pytest.mark.parametrize("sentence", ["超了18万的话", "超过18万的话呢", "那要是超了18万呢"])
def test_so_much_above_the_cap_may_be_asked_for_as_another_case(reader: SentenceReader, sentence: str) -> None:
    facts = reader.read(sentence, bill="excess").facts
    assert facts["excess"] == Decimal(180_000)
    assert "basic_cap" not in facts


@pytest.mark.parametrize(
    ("text", "excess"),
    [
        ("湖南大额互助,基本四万的部分我爸有6万,报多少", 60_000),
        ("超过基本四万的部分有6万", 60_000),
        ("超四万的部分自己先垫了两万五,报多少", 25_000),
    ],
)
def test_what_lies_above_a_line_however_it_is_named(reader: SentenceReader, text: str, excess: int) -> None:
    said = reader.read(text)
    assert (said.facts["basic_cap"], said.facts["excess"]) == (40_000, excess)
    assert not said.uncounted
