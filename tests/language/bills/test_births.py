"""Examinations and birth named in one breath: which kind of care is meant."""

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "care"),
    [
        ("产检加顺产能补好多", "生育"),
        ("从怀孕产检到剖腹产总共给多少", "生育"),
        ("产检、分娩两样一起算能补多少", "生育"),
        ("生娃和产检加起来补几多", "生育"),
        ("怀孕做产检一共补多少", "产前检查"),  # 怀孕 is no birth yet
        ("产检没做过,顺产一共补多少", "住院分娩"),
        ("产检的一百领过了,剖腹产一共还补多少", "住院分娩"),
        ("光算产检,不算顺产,补多少", "产前检查"),
        ("产检给好多", "产前检查"),
        ("生孩子一共补多少", "生育"),
    ],
)
def test_examinations_and_birth_are_one_where_both_are_asked_for(
    reader: SentenceReader, sentence: str, care: str
) -> None:
    assert reader.read(sentence).facts["care"] == care
