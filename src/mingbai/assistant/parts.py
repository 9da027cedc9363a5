"""What a message asks beside its sum: papers, dates, premiums, each part on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.assistant.conversation import State, Topic
from mingbai.assistant.topics import SEARCHED, TopicReader, is_question
from mingbai.language.parts import parts_of
from mingbai.language.utterance import SentenceReader, Utterance

_BY_ITSELF = re.compile("参保|登记|转诊|转院|备案|开户|鉴定|申请")  # papers for these are not those for claiming
_PREMIUM = re.compile("[交缴]")
_ALONE: tuple[Topic, ...] = ("documents", "procedure")
_CLAIMING = "报销 材料"
_RATES = frozenset({"起付线", "封顶线", "报销比例"})


@dataclass(frozen=True)
class Part:
    """One question of a message: its topic and the words to look it up by; `is_of_care` where each kind has its own."""

    topic: Topic
    query: str
    is_of_care: bool = False


class PartReader:
    """Reads the parts of messages with one reader of sentences."""

    def __init__(self, reader: SentenceReader, topics: TopicReader) -> None:
        self._reader = reader
        self._topics = topics

    def looked_up(self, text: str, *, has_sum: bool) -> tuple[Part, ...]:
        """The parts of a message that clauses answer, in order; a part with a sum in it is none of them.

        Beside a sum (`has_sum`) papers are those for claiming it, else those for what was asked before them.
        """
        return tuple(dict.fromkeys(self._asking(text, has_sum)))

    def _asking(self, text: str, has_sum: bool) -> Iterator[Part]:
        before = ""
        for words in parts_of(text):
            part = self._reader.read(words)
            topic = self._topics.of(part, State())
            if topic in SEARCHED and (is_question(part) or topic == "documents") and _says_what(part, topic):
                is_bare = topic == "documents" and is_of_claim(words)
                query = _CLAIMING if has_sum else f"{before} {words}".strip()
                yield Part(topic, query if is_bare else words, _is_of_rate(part))
            before = words


def is_of_claim(text: str) -> bool:
    """Whether papers asked for are those for claiming what was spent, and not for enrolling or a referral."""
    return _BY_ITSELF.search(text) is None


def _says_what(part: Utterance, topic: Topic) -> bool:
    """Whether a part says itself what it asks about (封顶线多少) and not only goes on with the sum (这样对吗)."""
    if topic in _ALONE:
        return True
    if topic == "eligibility":
        return bool(part.terms or part.facts)
    return bool(part.terms or "money_rule" in part.intents or _PREMIUM.search(part.text))


def _is_of_rate(part: Utterance) -> bool:
    return not _RATES.isdisjoint(part.terms) and "care" not in part.facts
