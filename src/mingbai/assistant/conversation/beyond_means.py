"""What is left of a sum worked out before and cannot be paid (剩的三千还是拿不出来啊): what else there is, is asked."""

from __future__ import annotations

import re

from mingbai.assistant.conversation.state import State
from mingbai.language.text import normalise
from mingbai.language.utterance import LONGEST

_LEFT_TO_PAY = re.compile(
    "剩下?的?[0-9一二两三四五六七八九十百千万块元钱多]*[^,。;!?]{0,4}(?:拿不出来?|[付交掏出负]担?不起)[^,。;!?多少]{0,2}[。!?]?$"
)
_STILL_TOO_MUCH = "报完剩下的还是负担不起怎么办"


def beyond_means(turn: str, state: State, *, has_bill: bool) -> str:
    """A message with the question what to do in place of the words that what is left cannot be paid.

    So only after a sum, whose state `has_bill`: the figure is that of the answer before. The message itself in any
    other case, where the figure is a bill told for the first time (医保报完剩下的三万拿不出来).
    """
    text = normalise(turn[:LONGEST])
    left = _LEFT_TO_PAY.search(text) if state.topic == "estimate" and has_bill else None
    return f"{text[: left.start()]}{_STILL_TOO_MUCH}" if left else turn
