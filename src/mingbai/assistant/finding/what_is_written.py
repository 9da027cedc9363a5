"""Of what the clauses speak: clauses that speak of what was asked first, and what of a question none speaks of.

A neighbouring clause would only seem to answer (the subsidy for the deductible).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from mingbai.assistant.finding.hits import where
from mingbai.assistant.library import Library
from mingbai.assistant.matching.pieces import any_of
from mingbai.assistant.matching.telling_words import TellingWords, is_asked_for, is_mostly_in, pairs, unsaid_contact
from mingbai.assistant.matching.widening import Widening
from mingbai.assistant.passages import heading_and_words

if TYPE_CHECKING:
    from mingbai.retrieval import Hit

_WELL_MATCHED = 5.5
"""BM25 of a clause that shares much else with the question; strange questions stay under 5.2."""
_RANKS = "省市县区"


class WhatIsWritten:
    """Knows of what the documents of one library speak."""

    def __init__(self, library: Library, telling: TellingWords, widening: Widening) -> None:
        self._library = library
        self._telling = telling
        self._widening = widening
        terms = library.corpus.vocabulary.terms
        self._terms = {
            name: (any_of((name, *term.says)), re.compile(term.written)) for name, term in terms.items() if term.written
        }

    def first(self, question: str, hits: Sequence[Hit]) -> list[Hit]:
        """Clauses that speak of the terms asked about, before their neighbours."""
        asked = self._asked(question).values()
        return sorted(hits, key=lambda hit: not all(written.search(hit.text) for written in asked))

    def unwritten(self, question: str, policies: Collection[str], hits: Sequence[Hit] = ()) -> tuple[str, ...]:
        """The terms asked about of which no clause of these policies speaks, where they are all that was asked.

        Of no policies named it is those of which none speaks at all, nor any clause found (医保电子凭证的密码忘了).
        """
        asked = self._asked(question)
        texts = self._texts(policies or self._library.texts) if asked else []
        texts += [] if policies else [hit.text for hit in hits]
        absent = [name for name, written in asked.items() if texts and not any(map(written.search, texts))]
        return tuple(absent) if len(absent) == len(asked) else ()

    def unsaid(self, question: str, hits: Sequence[Hit]) -> tuple[str, ...]:
        """The telling words of a question of which no clause found speaks.

        Two characters of them in a row are enough in the words of a clause; of what people ask it, most of a word.
        """
        for words, _ in self._terms.values():  # whether these are written has been asked before
            question = words.sub(" ", question)
        telling = [part for part in self._telling.of(question) if is_asked_for(part, question)]
        if not telling or any(is_well_matched(hit) for hit in hits):
            return ()
        alike = (word for words in self._widening.words(question) for word in words.split())
        own = "\n".join(heading_and_words(self._library, *where(hit)) for hit in hits)
        is_said = any(pair in own for part in (*telling, *alike) for pair in pairs(part))
        is_said = is_said or any(is_mostly_in(part, hit.text) for part in telling for hit in hits)
        return () if is_said else tuple(dict.fromkeys(telling))

    def unsaid_contact(self, question: str, policies: Collection[str]) -> tuple[str, ...]:
        """What a question asks to reach an office, where these policies tell none of it."""
        return unsaid_contact(question, self._texts(policies))

    def told_beyond(self, unsaid: Sequence[str], policies: Collection[str]) -> tuple[str, ...]:
        """The guides and reports of no place that speak of what the documents of a place do not (山东什么时候并轨)."""
        corpus, texts = self._library.corpus.policies, self._library.texts
        places = {place.rstrip(_RANKS) for one in policies if one in corpus for place in corpus[one].place}
        if not places:
            return ()
        placeless = [one.id for one in corpus.values() if one.kind != "policy" and not one.place]
        telling = [one for one in placeless if all(word in texts[one] for word in unsaid)]
        return tuple(one for one in telling if any(place in texts[one] for place in places))

    def _asked(self, question: str) -> dict[str, re.Pattern[str]]:
        """The terms that a question names, each with how it is written."""
        return {name: written for name, (words, written) in self._terms.items() if words.search(question)}

    def _texts(self, policies: Collection[str]) -> list[str]:
        return [self._library.texts[one] for one in policies if one in self._library.texts]


def is_well_matched(hit: Hit) -> bool:
    """Whether a clause shares so much with a question that it is no chance."""
    return hit.bigrams is not None and hit.bigrams.score >= _WELL_MATCHED
