"""What a message wants: a sum, papers, a procedure, whether something is paid; or speaks of something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from mingbai.corpus.spoken import Asks
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.comparing import NEVER_COMPARING, intents_of_comparing
from mingbai.language.hearing import asked_for
from mingbai.language.scenes import SceneReader

__all__ = ["IntentReader"]

_ELIGIBLE = re.compile(
    r"(能|可以|给|让|算|属于|管).{0,14}(报|享受|参加|参保|办|补|救助|免).{0,12}(吗|么|不|没有?|伐)[??]?|(报|管|补)不(报|管|补|了)"
    r"|(可不可以|需不需要|是不是|([行要用能算管给认赔补收让])不\7)|(吗|(?<![什怎])么|伐)[??。]?$|(能|给|要|会|行|可以|算|管)[^,。;]{0,12}不[??。]?$"
)
_HEARD_AS: Mapping[Asks | None, str] = {
    "amount": "estimate",
    "premium": "money_rule",
    "deductible": "fact",
    "share": "fact",
    "cap": "fact",
    "documents": "documents",
    "where": "procedure",
    "when": "procedure",
    "how": "procedure",
    "whether": "eligibility",
    "who": "fact",
    "what": "fact",
}
"""The intent of what is asked for in words that no list of intents has."""
_NO_PAPERS = re.compile("条件|原因|情形")  # 要什么条件 sounds like 要什么材料
_OF_THE_TEXT = re.compile(  # 材料里头一段的下限印丢了: what somebody reads, and no papers to hand in
    "(?:材料|资料)(?:(?:里[头面]?|上[头面]?|中)(?=[^,。;?!带交]{0,14}(?:印|写|说|讲|提到|规定))|(?=(?:说|讲|写|没写)))"
)
_FIGURE_TOLD = re.compile("[0-9一二两三四五六七八九十百千万](?:块|元)|[0-9]{3,}")
_ASKS_AT_ALL = re.compile(
    "[?吗么呢不没]|[哪怎咋谁几办去找要交带拿报补赔领]|多[少久长]|什么|时候|如何|流程|手续|可以|能|会"
)


class IntentReader:
    """Reads with one vocabulary what is wanted."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._scenes = {name: SceneReader(scene) for name, scene in vocabulary.scenes.items()}

    def of(self, text: str) -> frozenset[str]:
        """The intents of a normalised message, by name."""
        lowered = _OF_THE_TEXT.sub(" ", text.lower())
        said = [(name, word) for name, words in self._vocabulary.intents.items() for word in words if word in lowered]
        intents = {name for name, word in said if not _stands_only_in_longer(word, lowered, (one for _, one in said))}
        intents |= intents_of_comparing(text)
        if "多少" not in text and _ELIGIBLE.search(text):
            intents.add("eligibility")
        intents.update(name for name, scene in self._scenes.items() if scene.told(text))
        if any(subject in lowered for subject in self._vocabulary.other_subjects):
            intents.add("other_subject")
        asks = asked_for(text)
        if asks not in (None, "quiz"):
            intents.discard("quiz")
        if asks in NEVER_COMPARING:
            intents -= {"compare", "difference"}
        if asks == "documents" and _NO_PAPERS.search(text):
            asks = None
        # icu,自付1元,广西大病保险 only tells
        is_asking = _FIGURE_TOLD.search(text) is None or _ASKS_AT_ALL.search(text)
        if asks in _HEARD_AS and is_asking and intents.isdisjoint(_HEARD_AS.values()):
            intents.add(_HEARD_AS[asks])
        return frozenset(intents)


def _stands_only_in_longer(word: str, text: str, others: Iterable[str]) -> bool:
    """Whether a word is only part of longer ones said: 要哪些手续 is not 要哪些."""
    longer = [other for other in others if word in other and word != other]
    return bool(longer) and word not in re.sub("|".join(map(re.escape, longer)), " ", text)
