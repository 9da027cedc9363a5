"""What a message names itself."""

from __future__ import annotations

import pytest

from mingbai.assistant.planning.about.named import counts_heads, names_place, varies_case
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(("message", "expected"), [("重庆的呢", True), ("二档呢", False)])
def test_whose_rule_it_is_is_named_by_a_place(reader: SentenceReader, message: str, expected: bool) -> None:
    assert names_place(reader.read(message)) is expected


@pytest.mark.parametrize(("message", "expected"), [("二档呢", True), ("那2009年呢", True), ("那怎么办呢", False)])
def test_a_case_is_named_by_a_fact_or_a_year(reader: SentenceReader, message: str, expected: bool) -> None:
    assert varies_case(reader.read(message)) is expected


def test_heads_are_counted_by_their_number(reader: SentenceReader) -> None:
    assert counts_heads(reader.read("我们班38个人,有2个不交"))
    assert not counts_heads(reader.read("我们班有人不交"))
