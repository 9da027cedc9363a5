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
