"""What a message wants."""

import pytest

from mingbai.corpus.reader import Corpus
from mingbai.language.intents import IntentReader


@pytest.fixture(scope="module")
def intents(corpus: Corpus) -> IntentReader:
    return IntentReader(corpus.vocabulary)


@pytest.mark.parametrize(
    ("sentence", "intent"),
    [
        ("能报多少", "estimate"),
        ("要带什么材料", "documents"),
        ("多久内要去报", "procedure"),
        ("车祸能不能报", "eligibility"),
        ("种植牙给报吗", "eligibility"),
        ("起付线是多少", "fact"),
        ("一档和二档哪个划算", "compare"),
        ("今天天气怎么样", "other_subject"),
        ("你好", "greeting"),
        ("谢谢", "thanks"),
        ("开张假发票", "cheat"),
        ("他昏迷了", "emergency"),
    ],
)
def test_what_is_wanted(intents: IntentReader, sentence: str, intent: str) -> None:
    assert intent in intents.of(sentence)


def test_papers_asked_for_with_words_of_comparing_compare_nothing(intents: IntentReader) -> None:
    assert intents.of("低保户比一般人要多带什么材料").isdisjoint({"compare", "difference"})


def test_a_text_on_materials_asks_for_no_papers(intents: IntentReader) -> None:
    assert "documents" not in intents.of("材料里写的下限是多少")
