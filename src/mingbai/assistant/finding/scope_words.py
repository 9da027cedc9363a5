"""A question without the words that only tell whose rule is meant: the names of policies and places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.assistant.matching.pieces import any_of
from mingbai.corpus.reader import Corpus

_ELSEWHERE = "外地"
_GONE_TO = ("在", "去", "到", "上", "进")
_FOR_CARE = re.compile("[^,。;]{0,4}(?:[看治住]|就医|做手术|动手术|化疗)")


class ScopeWords:
    """The names of the policies and places of one corpus, in the words by which these are called."""

    def __init__(self, corpus: Corpus) -> None:
        """The 市 of 市里 tells who decides, and is left: 北京市里那关."""
        self._policies, self._spoken = corpus.policies, corpus.vocabulary.place_words
        policies = corpus.policies.values()
        places = {place for policy in policies for place in policy.place}
        names = {name for policy in policies for name in (*policy.also_called, policy.title)}
        short = {word for place, words in self._spoken.items() for word in words if place.startswith(word)}
        self._places = places | short
        self._words = re.compile(rf"(?:{any_of(places | names | short).pattern})(?!(?<=[市县区])里)")

    def left_out(self, question: str, policies: Sequence[str] = ()) -> str:
        """A question without them; a place away from that of its policies where somebody is treated is 外地.

        到北京看要不要先垫, of 休宁, asks the same as of any other place.
        """
        own = {place for one in policies if one in self._policies for place in self._policies[one].place}
        own |= {word for place in own for word in self._spoken.get(place, ())}

        def instead(found: re.Match[str]) -> str:
            is_away = bool(own) and found[0] in self._places - own
            is_gone_to = question.endswith(_GONE_TO, 0, found.start()) and _FOR_CARE.match(question, found.end())
            return _ELSEWHERE if is_away and is_gone_to else " "

        return self._words.sub(instead, question)
