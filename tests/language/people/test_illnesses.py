"""Illnesses counted (三样病) and named side by side (高血压和糖尿病)."""

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("高血压和糖尿病,一年2300", 2),
        ("高血压加冠心病,一年2300", 2),
        ("高血压、冠心病还有糖尿病", 3),
        ("血压高又有糖尿病", 2),
        ("高血压有 糖尿病也有", 2),
        ("高血压有,冠心病也有,一年1800", 2),
        ("冠心病有、高血压有", 2),
        ("两样慢病", 2),
        ("三样病,一年2300", 3),
        ("病有三样", 3),
    ],
)
def test_how_many_illnesses(reader: SentenceReader, sentence: str, count: int) -> None:
    assert reader.read(sentence).facts["diseases"] == count


@pytest.mark.parametrize(
    "sentence",
    [
        "高血压,一年2300",
        "血压高就是高血压",
        "高血压和慢性病",
        "高血压还是糖尿病",
        "高血压有,糖尿病没有",
        "高血压没有 糖尿病有",
        "我高血压有 我爸有糖尿病",
        "高血压和糖尿病哪个报得多",
        "两样东西",
    ],
)
def test_no_second_illness(reader: SentenceReader, sentence: str) -> None:
    assert "diseases" not in reader.read(sentence).facts
