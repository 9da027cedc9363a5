"""A question that has to be put again says the second time why: the same words are never put twice."""

from __future__ import annotations

from collections.abc import Sequence

from mingbai.assistant.conversation.state import POLICY
from mingbai.assistant.library import Library
from mingbai.assistant.reply import Reply

_WHERE = (
    "各地、各种医保的报法不一样,不知道是哪一份就算不了。医保卡、缴费单或出院结算单上都印着参保的地方和医保的名称,"
    "告诉我市县和是居民、职工还是新农合就行。"
)


class AskedTwice:
    """Puts a question otherwise where the reply before had it already."""

    def __init__(self, library: Library) -> None:
        self._facts = library.corpus.vocabulary.facts

    def otherwise(self, reply: Reply, earlier: Sequence[str]) -> Reply:
        """The reply with why its question is needed, if the last of the `earlier` texts asked the same."""
        question, _, rest = reply.text.partition("\n\n")
        if reply.kind != "clarify" or not reply.missing or not earlier or question not in earlier[-1]:
            return reply
        if reply.missing[0] == POLICY:
            return reply.model_copy(update={"text": _WHERE})
        fact = self._facts.get(reply.missing[0])
        if fact is None:
            return reply
        kind = "这个数" if fact.kind in ("amount", "count") else "这一样"
        again = f"还少{kind}才能算,规定里报多少要看它;不知道就说“不知道”。{question}"
        return reply.model_copy(update={"text": "\n\n".join(filter(None, (again, rest)))})
