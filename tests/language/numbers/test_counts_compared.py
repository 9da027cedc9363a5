"""Counts held side by side: which stay of the year, how many illnesses."""

from __future__ import annotations

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "compared"),
    [
        ("第一次住院和第二次住院三级1万差多少", {"admission": ("1", "2")}),
        ("头一次跟第三次住院比,二级8000,哪个报得多", {"admission": ("1", "3")}),
        ("慢病一种和三种差多少,一级花2000", {"diseases": ("1", "3")}),
        ("得一个病和得两个病的慢病门诊差多少,花了2000", {"diseases": ("1", "2")}),
    ],
)
def test_two_counts_are_compared(reader: SentenceReader, sentence: str, compared: dict[str, tuple[str, str]]) -> None:
    read = reader.read(sentence)
    assert read.compared == compared
    assert not compared.keys() & read.facts.keys()


@pytest.mark.parametrize(
    "sentence", ["第一次住院花3000,第二次住院花5000,各报多少", "两种病花了2000", "第二次住院三级1万,报多少"]
)
def test_counts_of_their_own_bills_are_not(reader: SentenceReader, sentence: str) -> None:
    assert not reader.read(sentence).compared
