"""What a message tells and asks in words that the vocabulary does not have, as the tagger hears it.

What the vocabulary knows it decides; the tagger is asked for the rest, and believed only where it is sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from mingbai.corpus.spoken import Asks
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.bills.whole_and_parts import FEE
from mingbai.language.lexicon import CHOICE, Found
from mingbai.language.notes import COST
from mingbai.language.tagging.tagger import Heard, Tagged, Tagger
from mingbai.language.tagging.variations import FINAL_MARKS
from mingbai.language.text import words_before

SURE = 0.85
"""How sure the tagger has to be of what a stretch tells; measured on sentences it did not learn."""
SURE_ASKED = 0.85
"""And of what a message asks for."""
SURE_OWN = 0.95
"""And of what lies outside the list, which sounds like any part of a bill."""
_SELF_FUNDED = "self_funded"
_NEVER_HEARD = ("", COST, "unit_price", "deductible_paid", "other")
"""What a sum is unless something is said of it, and what one of several bills sounds like (一次3000一次8000): it has to
be asked which is meant, so that none is dropped unsaid."""
_LONGEST = 300
_SHORTEST = 2  # characters of a stretch: a single one (省, 住) tells nothing by itself
_POINTING = re.compile("[那这个种的选交买上]")
_MASKED = re.compile(r"\[[^\[\]]{1,8}号\]")  # [身份证号]
_WHERE, _PLACES = "care_place", ("place", "other_place")
_CHINESE = re.compile("[一-鿿]")
_GREETING = re.compile("^(?:您好|你好|请问|嗨|哈喽|喂)[呀啊吗哦]?[,。!、 ]*")  # says nothing of what is asked
# 换成我爸呢他退休了其他一样: what stays as it was asks for nothing
_ELSE_ALIKE = re.compile(
    "[,。 ]?(?:其[他它余]|别的|剩下的)(?:情况|条件|的|都|全|也|还|跟我?|和我?){0,3}"
    "(?:不变|没变|照旧|[一同]样|相同)(?:的|啊)?[。!]?$"
)
_LEAST_CHINESE = 3  # different ones, of a message that says something; of other languages nothing is heard


@cache
def shipped_tagger() -> Tagger:
    """The tagger that comes with the product."""
    return Tagger()


def _read(text: str) -> Tagged | None:
    """A message as the tagger reads it, without its final mark; None for one that is longer than anybody's case."""
    text = text.rstrip(FINAL_MARKS)
    return shipped_tagger().read(text) if text and len(text) <= _LONGEST else None


def asked_for(text: str, sure: float = SURE_ASKED) -> Asks | None:
    """What a normalised message asks for; None where that is not so sure."""
    text = _ELSE_ALIKE.sub("", _GREETING.sub("", _MASKED.sub("", text)))
    read = _read(text) if len({*_CHINESE.findall(text)}) >= _LEAST_CHINESE else None
    if read is None:
        return None
    asks, sureness = read.asks
    return asks if sureness >= sure else None


class Hearing:
    """Hears sentences beside one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._facts = vocabulary.facts

    def choices(self, text: str, found: Sequence[Found]) -> tuple[Found, ...]:
        """The choices that are told in words of which the vocabulary found none for the fact.

        A place that the vocabulary knows is none: whether it is elsewhere depends on where somebody is insured.
        """
        known = {one.kind for one in found}
        places = [one for one in found if one.kind in _PLACES]
        heard = [
            Found(one.start, one.end, f"{CHOICE}{fact}", value)
            for one, fact, value in self._told(text)
            if self._facts[fact].kind == "choice" and f"{CHOICE}{fact}" not in known
            if fact != _WHERE or not any(place.start < one.end and one.start < place.end for place in places)
        ]
        values = {(one.kind, one.name) for one in heard}
        kinds = [kind for kind, _ in values]
        return tuple(one for one in heard if kinds.count(one.kind) == 1)

    def counts(self, text: str) -> Mapping[str, Decimal]:
        """The counts that are told: which stay of the year, how many illnesses."""
        return {fact: Decimal(value) for _, fact, value in self._told(text) if self._facts[fact].kind == "count"}

    def role(self, text: str, start: int, end: int) -> str | None:
        """Which amount the sum that stands there is, or which that is none of the case.

        None where that is not sure, or the plain bill.
        """
        read = _read(text)
        role, sureness = read.role(start, end) if read else ("", 0.0)
        is_part = role == _SELF_FUNDED and (sureness < SURE_OWN or FEE.search(words_before(text, start)))
        return role if sureness >= SURE and not ("=" in role or role in _NEVER_HEARD or is_part) else None

    def _told(self, text: str) -> Iterator[tuple[Heard, str, str]]:
        """The stretches that surely tell a fact in words that the vocabulary does not have, with fact and value."""
        read = _read(text) if _CHINESE.search(text) else None
        for one in read.heard if read else ():
            fact, told, value = one.label.partition("=")
            is_told = told and one.sureness >= SURE and len(one.words) >= _SHORTEST
            is_told = is_told and _POINTING.sub("", one.words) not in self._facts[fact].label  # 150那档 says not which
            if is_told and not any(word in one.words for word in self._facts[fact].by_words):
                yield one, fact, value
