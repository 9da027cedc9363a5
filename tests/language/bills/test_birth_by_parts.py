"""A birth told by its parts: the examinations and the delivery are two bills, worked out together."""

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "cares"),
    [
        ("老婆生二胎,产检前前后后1300多,生的时候住院6200,这些能给报多少啊", ["产前检查", "住院分娩"]),
        ("产检1300,顺产3000,能报多少", ["产前检查", "住院分娩"]),
        ("剖腹产花了5000,之前产检花了800,报多少", ["住院分娩", "产前检查"]),
    ],
)
def test_both_parts_are_bills(reader: SentenceReader, sentence: str, cares: list[str]) -> None:
    assert [one.facts["care"] for one in reader.read(sentence).bills] == cares


@pytest.mark.parametrize("sentence", ["产检1300,住院花6200,哪个能报", "先花2万后花3万能报多少"])
def test_of_other_sums_it_is_asked(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).problem
