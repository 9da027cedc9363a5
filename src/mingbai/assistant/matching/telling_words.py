"""The words of a question that tell what it is about, held against the text of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mingbai.assistant.matching.pieces import any_of
from mingbai.corpus.vocabulary import Vocabulary

IDLE_SIGNS = (
    ",,。??!!;;、::()()“”\"'的了呢吗么吧啊我你他她它有是在不能会要给和跟与及或就都也还又被把让去来到从对这那个种"
)
_WORDY = re.compile(r"[一-鿿]{2,}")
_PAID_FOR = "[^,。;!?]{0,3}(?:(?:能|可以|给|管|算|可|会|要)?不?(?:报|补|赔|进|算|管|给)|多少|几[个天年月]|多久)"

_ASKING = re.compile("多少|几|什么|啥|怎|咋|哪|谁|[吗没不么]$|[能要是]不[能要是]|([一-鿿])不\\1|有没有")
_THING = re.compile(  # 种牙管不管: a short word just before the question whether it is paid for
    "(?:^|[ ,。;])[我你他她]?([一-鿿]{2,4}?)(?:的?[费钱])?(?:能不能|可不可以|能|可以|给|会|都)?"
    "(?:报不报|管不管|赔不赔|(?:报销?|管|赔)(?:不|吗|么|没)[??]?$)"
)
BETWEEN_PARTS = re.compile(r"[,。??!!;;\n]")
_CONTACT = {
    "电话号码": (
        re.compile("(电话|热线)[^,。;]{0,6}(多少|几|号)|号码|(什么|哪个|啥)(电话|热线)"),
        re.compile("[0-9]{7,}|[0-9]{3,4}-[0-9]+|123[0-9]{2}"),
    ),
    "上班时间": (
        re.compile(
            "几点[^,。;]{0,4}[班门]|开门|上班时间|(周[六日末]|(礼拜|星期)[天六日]|双休|节假日)[^,。;]{0,4}(上班|有人)"
        ),
        re.compile("上班时间|办公时间|工作时间|周[一二三四五六日末]|星期|上午|下午"),
    ),
}
"""What people ask to reach an office: how they ask it, and what a document that tells it has."""


class TellingWords:
    """Takes questions to the words that tell what they are about, with one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        idle = {*vocabulary.everyday_words, *IDLE_SIGNS}
        for said in (vocabulary.intents, vocabulary.schemes, vocabulary.place_words):
            idle.update(word for words in said.values() for word in words)
        self._idle = any_of(idle)
        self._everyday = any_of(word for word in idle if len(word) > 1)
        self._known = any_of(vocabulary.search_words)

    def of(self, question: str) -> list[str]:
        """The words of a question that are no everyday words.

        A short word asked about is whole, though one of its characters is an everyday one (种牙 and not 牙).
        """
        words = _wordy(self._idle.sub(" ", question))
        thing = _THING.search(question)
        if not thing or self._idle.sub("", thing[1]) in ("", thing[1]) or self._everyday.search(thing[1]):
            return words
        return [*(one for one in words if one not in thing[1]), thing[1]]

    def beside_terms(self, question: str) -> list[str]:
        """The words of a question that are neither everyday words nor terms."""
        return _wordy(self._known.sub(" ", self._idle.sub(" ", question)))


def said_parts(question: str) -> list[str]:
    """The parts of a question between its signs, those left out that say nothing."""
    return [part for part in BETWEEN_PARTS.split(question) if _WORDY.search(part)]


def asking_parts(question: str) -> list[str]:
    """The parts of a question between its signs that ask something."""
    return [part for part in BETWEEN_PARTS.split(question) if _ASKING.search(part)]


def _wordy(text: str) -> list[str]:
    return [part for part in text.split() if _WORDY.fullmatch(part)]


def pairs(words: str) -> list[str]:
    """The pairs of characters of some words, in their order."""
    return [words[at : at + 2] for at in range(len(words) - 1)]


def is_mostly_in(words: str, text: str) -> bool:
    """Whether more than half of the pairs of characters of some words stand in a text."""
    own = pairs(words)
    return 2 * sum(pair in text for pair in own) > len(own)


def is_asked_for(words: str, query: str) -> bool:
    """Whether a question asks of some words if they are paid for, how much or when, and does not only tell of them."""
    said = re.escape(words)
    before = "什么时候|[能给可不](?:报|补|赔|管|算)销?[^,。;!?]{0,2}"
    return re.search(f"{said}{_PAID_FOR}|(?:{before}){said}", query) is not None


def unsaid_contact(query: str, texts: Iterable[str]) -> tuple[str, ...]:
    """What a question asks to reach an office (电话, 几点开门), where nothing else is asked and no text tells any."""
    asking = asking_parts(query)
    asked = {name: written for name, (words, written) in _CONTACT.items() if any(map(words.search, asking))}
    if not asked or not all(any(words.search(part) for words, _ in _CONTACT.values()) for part in asking):
        return ()
    is_told = any(written.search(text) for text in texts for written in asked.values())
    return () if is_told else tuple(asked)
