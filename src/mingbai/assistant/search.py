"""Finding the clause that answers a question, and noticing when no clause does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Passage, Searched
from mingbai.assistant.reply import ReplyKind

if TYPE_CHECKING:
    from mingbai.retrieval import Hit

_NEARLY = 0.8
_SHOWN = 2
_WELL_MATCHED = 4.0  # BM25 of a clause that shares much else with the question; strange questions stay under 3.5
_PUNCTUATION = (
    ",,。??!!;;、::()()“”\"'的了呢吗么吧啊我你他她它有是在不能会要给和跟与及或就都也还又被把让去来到从对这那个种"
)
_WORDY = re.compile(r"[一-鿿]{2,}")


def _is_as_good(hit: Hit, best: Hit) -> bool:
    """Whether a clause answers nearly as well as the best one: fused ranks lie too close together to tell."""
    if hit.metadata["policy"] != best.metadata["policy"] or not (hit.bigrams and best.bigrams):
        return False
    return hit.bigrams.score >= _NEARLY * best.bigrams.score


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


class ClauseSearch:
    """Searches one library for the clauses that answer a question."""

    def __init__(self, library: Library) -> None:
        self._library = library
        vocabulary = library.corpus.vocabulary
        idle = {*vocabulary.everyday_words, *_PUNCTUATION}
        idle |= {word for words in (*vocabulary.intents.values(), *vocabulary.schemes.values()) for word in words}
        self._idle = _any_of(idle)
        places = {place for policy in library.corpus.policies.values() for place in policy.place}
        names = {name for policy in library.corpus.policies.values() for name in (*policy.also_called, policy.title)}
        spoken = {word for words in vocabulary.place_words.values() for word in words}
        self._scope_words = _any_of(places | names | spoken)

    def search(self, query: str, kind: ReplyKind, policies: Sequence[str] = (), k: int = 8) -> Searched:
        """The one or two clauses that answer best; none, with the words nobody speaks of, where none does."""
        bare = self._scope_words.sub(" ", query)
        hits = self._library.search(bare if bare.strip() else query, policies, k)
        unsaid = self._unsaid(bare, hits)
        if not hits or unsaid:
            return Searched(kind=kind, passages=(), unsaid=unsaid, warnings=self._warnings(policies))
        best = hits[0]
        shown = [hit for hit in hits[:_SHOWN] if hit is best or _is_as_good(hit, best)]
        warnings = self._warnings([best.metadata["policy"]])
        return Searched(kind=kind, passages=tuple(self._passage(hit) for hit in shown), warnings=warnings)

    def _unsaid(self, query: str, hits: Sequence[Hit]) -> tuple[str, ...]:
        """The telling words of a question where no clause found has so much as two characters of them in a row."""
        telling = [part for part in self._idle.sub(" ", query).split() if _WORDY.fullmatch(part)]
        found = "".join(hit.text for hit in hits)
        pairs = {part[i : i + 2] for part in telling for i in range(len(part) - 1)}
        matched = hits and hits[0].bigrams and hits[0].bigrams.score >= _WELL_MATCHED
        if not telling or matched or any(pair in found for pair in pairs):
            return ()
        return tuple(dict.fromkeys(telling))

    def _passage(self, hit: Hit) -> Passage:
        policy = self._library.corpus.policies[hit.metadata["policy"]]
        clause = policy.by_id[hit.metadata["clause"]]
        return Passage(
            policy=policy.id,
            policy_title=policy.title,
            clause=clause.id,
            title=clause.title,
            text=clause.text,
            score=hit.score,
            citations=self._library.citations(policy.id, (clause.id,)),
        )

    def _warnings(self, policies: Sequence[str]) -> tuple[str, ...]:
        return self._library.warnings(policies[0]) if len(policies) == 1 else ()
