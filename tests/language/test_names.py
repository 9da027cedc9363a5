"""The names of places, schemes and documents."""

import pytest

from mingbai.language.lexicon import Lexicon
from mingbai.language.names import is_bare_name, names


@pytest.mark.parametrize(("text", "expected"), [("重庆医保", True), ("重庆报多少", False), ("住院", False)])
def test_a_message_of_nothing_but_a_name(text: str, expected: bool, lexicon: Lexicon) -> None:
    assert is_bare_name(text, lexicon.find(text)) is expected


def test_a_place_is_named_once(lexicon: Lexicon) -> None:
    assert names(lexicon.find("重庆,重庆的"), "place") == ("重庆市",)
