"""The sentence of a clause that tells what a question asks, where the clause opens with something else.

A sentence tells by the pieces it shares with the question, each weighed by how few sentences of the corpus have it, and
by saying the kind of thing asked for: a figure, a day, somebody who acts, a ruling.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mingbai.assistant.matching.kinds_asked import AskedFor, is_silent
from mingbai.assistant.matching.pieces import Pieces
from mingbai.assistant.matching.widening import Widening
from mingbai.corpus.reader import Corpus

_SENTENCE = re.compile("[^。\n]+。?")
_ITEM = re.compile(r"\s*(?:- |[0-9]+\. )")
_LONG = 40  # characters of a sentence whose parts (；) are taken each on its own
_SHORT = 4
_MOST = 90
"""Characters of a sentence that is told by itself."""
_SIGN = 0.35
"""What a single character weighs beside a pair."""
_KINDRED = 0.5
"""What a word of clauses weighs that the question says otherwise."""
ENOUGH = 2.0
"""How much a sentence must say of a question to tell it."""
_CLEARLY = 1.4
"""How much better than the opening sentence another must be to go before it."""
_SPREAD, _DAMP = 25, 0.35
"""Long sentences share more by chance: a score is divided by (length + 25) to the 0.35."""
_FITS, _MISSES, _LACKS_FIGURE = 1.15, 0.8, 0.5
_UNSAID = 0.85
"""What a sentence weighs that only says of something that it is not written."""
_NUMBER = "(?:[0-9]|[一两二三四五六七八九十][个种家条份张次项回成元名人户岁天月年块])"
_KINDS = (
    (re.compile("谁|哪[家个些]?(人|部门|单位|公司)"), re.compile("由|局|医院|单位|公司|人员"), _MISSES),
    (
        re.compile("什么时候|多久|哪[天年月]|几[天号月年]|最[晚迟]"),
        re.compile("[0-9一二两三四五六七八九十]+个?(工作)?[天日月年]|当场"),
        _MISSES,
    ),
    (re.compile("多少|几[个种家条份张样次项回成]|百分之几"), re.compile(_NUMBER), _LACKS_FIGURE),
)
"""Ways to ask for somebody, a time, a figure; what a sentence has that says such a thing; what it weighs without."""
_RULING = re.compile("才|必须|只有|只能|可以|不能|不再|不算|不用|就能|也能|都要|不会|不受|拒付|不报|不予|降低|减半|免")
_NOT_WRITTEN = re.compile("没有单?写")
_PLANNED = re.compile("^以后|今后|打算|计划|下一步")


@dataclass(frozen=True)
class _Sentence:
    text: str
    heading: str = ""

    @property
    def told(self) -> str:
        """The sentence, an item of a list with what the list is of."""
        return self.heading + self.text


class TellingSentences:
    """Finds the telling sentences of the clauses of one corpus."""

    def __init__(self, corpus: Corpus, pieces: Pieces) -> None:
        self._pieces = pieces
        self._widening = Widening(corpus.vocabulary)
        clauses = (clause for policy in corpus.policies.values() for clause in policy.clauses)
        sentences = [one for clause in clauses for one in _sentences(clause.text)]
        counts = Counter(piece for one in sentences for piece in pieces.of(one.text))
        self._weights = {piece: self._weight(piece, len(sentences) / count) for piece, count in counts.items()}

    def sentence(self, question: str, text: str) -> str | None:
        """The sentence of a clause's text that tells clearly more of a question than the one it opens with."""
        opening, *others = list(_sentences(text)) or [_Sentence("")]
        others = [one for one in others if not one.text.endswith("：")]
        asked = self._pieces.of(question)
        kindred = [self._pieces.of(words) for words in self._widening.words(question)]
        scores = [self._score(asked, kindred, one.text) * _fit(question, one.text) for one in (opening, *others)]
        most = max(scores[1:], default=0.0)
        if most < max(ENOUGH, _CLEARLY * scores[0]):
            return None
        return others[scores.index(most, 1) - 1].told

    def giving(self, asked: AskedFor, text: str, enough: float = ENOUGH) -> str | None:
        """The sentence of a clause's text that gives the kind of thing asked for and shares most with the question.

        A list asked for is told with what it is of. None where none shares `enough`.
        """
        said, kindred = self._pieces.of(asked.text), [self._pieces.of(one) for one in self._widening.words(asked.text)]
        lists = _lists(text) if asked.kind.is_list else []
        told = [one for one in lists or _sentences(text) if not (one.text.endswith("：") or is_silent(one.text))]
        giving = [one.told for one in told if asked.kind.is_given(one.told) and (lists or len(one.told) <= _MOST)]
        scores = [self._score(said, kindred, one) for one in giving]
        best = max(scores, default=0.0)
        least = ENOUGH if asked.kind.is_list and not lists else enough
        return giving[scores.index(best)] if best >= least else None

    def _score(self, asked: frozenset[str], kindred: Sequence[frozenset[str]], sentence: str) -> float:
        """How much a sentence says of the pieces asked for, and of those that clauses say in place of them."""
        said = self._pieces.of(sentence)
        shared = self._weigh(asked & said) + _KINDRED * sum(self._weigh(one & said) for one in kindred)
        return shared / math.pow(len(sentence) + _SPREAD, _DAMP)

    def _weigh(self, pieces: frozenset[str]) -> float:
        return sum(self._weights.get(piece, 0.0) for piece in pieces)

    @staticmethod
    def _weight(piece: str, rarity: float) -> float:
        return math.log(rarity) * (_SIGN if len(piece) == 1 else 1.0)


def _fit(question: str, sentence: str) -> float:
    """How well a sentence says the kind of thing that a question asks for."""
    if _NOT_WRITTEN.search(sentence):
        return _UNSAID
    if _PLANNED.search(sentence) and not _PLANNED.search(question):
        return _MISSES
    for asks, says, without in _KINDS:
        if asks.search(question):
            return _FITS if says.search(sentence) else without
    return _FITS if _RULING.search(sentence) else 1.0


def _sentences(text: str) -> Iterator[_Sentence]:
    """The sentences of a clause's text, long ones by their parts; no row of a table."""
    heading = ""
    for line in text.split("\n"):
        if line.lstrip().startswith("|"):
            continue
        item = _ITEM.match(line)
        for sentence in _SENTENCE.findall(line[item.end() :] if item else line.strip()):
            parts = sentence.split("；") if len(sentence) > _LONG else [sentence]
            yield from (
                _Sentence(part.strip(), heading if item else "") for part in parts if len(part.strip()) >= _SHORT
            )
        if line.strip() and not item:
            heading = line.strip() if line.rstrip().endswith("：") else ""


def _lists(text: str) -> list[_Sentence]:
    """The lists of a clause's text, each as one sentence with what it is of."""
    items: dict[str, list[str]] = {}
    for one in _sentences(text):
        if one.heading:
            items.setdefault(one.heading, []).append(one.text)
    return [_Sentence("；".join(own), heading) for heading, own in items.items()]
