"""No number of a document is lost, and none is made: whatever its format and however it is numbered."""

import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.importing import read_document
from mingbai.importing.text import numbers, readable
from tests.importing.made import FORMATS, Piece, write

DAY = date(2026, 1, 2)
_WORDS = st.text("医保住院报销起付线比例元年月日以上不含的,。；：、（）", min_size=1, max_size=30)
_FIGURE = st.sampled_from(["150", "1,200.50", "45%", "２０１３", "3.5万", "0.01", "100000", "12", "⒊", "①", "六"])
_SENTENCE = st.lists(st.one_of(_WORDS, _FIGURE), min_size=1, max_size=12).map("".join)
_MARK = st.sampled_from(
    [
        "",
        "",
        "第一章 ",
        "第二章 ",
        "第一条 ",
        "第二条　",
        "第十条",
        "一、",
        "二、",
        "（一）",
        "（二）",
        "(三)",
        "1.",
        "2、",
        "（1）",
        "①",
        "②",
        "附件1",
        "篇3 ",
    ]
)
_PARAGRAPH = st.tuples(_MARK, _SENTENCE).map("".join)
_LONG = st.lists(_PARAGRAPH, min_size=5, max_size=25).map("。".join)
_CELL = st.one_of(_FIGURE, _WORDS)
_TABLE = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(_CELL, min_size=width, max_size=width), min_size=2, max_size=5)
)
DOCUMENTS = st.lists(st.one_of(_PARAGRAPH, _PARAGRAPH, _LONG, _TABLE), min_size=1, max_size=25)


def _flat(pieces: list[Piece]) -> list[str]:
    """Every paragraph and cell, as what stands on its own."""
    return [
        text for one in pieces for text in ([one] if isinstance(one, str) else [cell for row in one for cell in row])
    ]


@pytest.mark.parametrize("ending", FORMATS)
@settings(max_examples=40, deadline=None)
@given(pieces=DOCUMENTS)
def test_every_number_stands_in_some_clause(ending: str, pieces: list[Piece]):
    with tempfile.TemporaryDirectory() as folder:
        document = read_document(write(Path(folder), f"document{ending}", pieces), DAY)
    stands = Counter(number for clause in document.clauses for number in numbers(clause.text))
    wanted = Counter(number for text in _flat(pieces) for number in numbers(text))
    assert set(stands) == set(wanted)
    assert stands >= wanted


@settings(max_examples=60, deadline=None)
@given(pieces=st.lists(st.one_of(_PARAGRAPH, _LONG), min_size=1, max_size=20))
def test_every_word_stands_in_some_clause_and_in_order(pieces: list[Piece]):
    with tempfile.TemporaryDirectory() as folder:
        document = read_document(write(Path(folder), "document.docx", pieces), DAY)
    at = 0
    text = "".join("".join(clause.text.split()) for clause in document.clauses)
    for sign in "".join(_signs(piece) for piece in _flat(pieces)):
        at = text.index(sign, at) + 1


def _signs(text: str) -> str:
    """The signs of a text as a clause holds them, spaces aside."""
    return "".join(readable(text).split())
