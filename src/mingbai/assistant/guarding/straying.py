"""Whether a reply speaks of another place, scheme or case than the one that was found for the person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from mingbai.assistant.outcome import Computed
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.numbers.amounts import numbers_in

_SENTENCE = re.compile(r"[。!?;\n]+")


class Straying:
    """Knows the words for every place, scheme and choice, and finds those that do not belong into a reply."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        places = vocabulary.place_words
        self._places = _words(*places, *vocabulary.other_places, *(one for words in places.values() for one in words))
        schemes = vocabulary.schemes
        self._schemes = _words(*schemes, *(one for words in schemes.values() for one in words))
        facts = (fact.choices.items() for fact in vocabulary.facts.values())
        self._choices = [
            _words(*(one for name, about in fact for one in (name, about.shows or name))) for fact in facts
        ]

    def strays(self, text: str, cases: Sequence[Computed], given: str, person: str) -> Iterator[str]:
        """Every word of a legible text that is out of place; `given` is all that was found and said."""
        for place in self._places:
            if place in text and place not in given:
                yield f"没有查到{place}的规定"
        told = "\n".join("\n".join((case.title, case.case, *case.assumed, *case.by_choice)) for case in cases)
        for sentence in _SENTENCE.split(text):
            if not _amounts(cases) & numbers_in(sentence):
                continue
            own = f"{told}\n{person}"
            for words in self._choices:
                fitting = told if any(one in told for one in words) else own
                yield from (f"这笔账不是{one}的" for one in words if one in sentence and one not in fitting)
            yield from (f"这笔账不是{one}的" for one in self._schemes if one in sentence and one not in own)


def _words(*words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if len(word) > 1))


def _amounts(cases: Sequence[Computed]) -> set[Decimal]:
    return {Decimal(figure) for case in cases for figure in case.estimate.figures}
