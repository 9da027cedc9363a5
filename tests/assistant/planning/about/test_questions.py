"""Whether a message asks something of its own."""

from __future__ import annotations

import pytest

from mingbai.assistant.planning.about.questions import is_question
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("有我这类人没有", True),
        ("县里出钱参保,有他这样的没有?", True),
        ("有没有份", True),
        ("工作没有了", False),
        ("我还没有", False),
        ("有五个月了", False),
    ],
)
def test_whether_there_is_any_is_asked_with_the_thing_between(
    reader: SentenceReader, message: str, expected: bool
) -> None:
    assert is_question(reader.read(message)) is expected
