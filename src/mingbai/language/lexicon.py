"""Finding the vocabulary's words in a sentence, one channel at a time: each fact, places, schemes, terms, amounts.

Within a channel the longest word wins. Across channels words may overlap (孩子白血病 names a disease, a child and a
serious illness), but a choice that only stands inside a longer scheme, term or policy name (大学生医保) is not meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary

CHOICE = "choice:"
"""Prefix of the channels of facts: `choice:plan`."""
_NEGATIONS = ("不是", "并非", "不算", "并不是", "不再是", "不要", "不去", "够不上", "够不着", "算不上", "不属于")
_WHETHER = re.compile("([是算要去])不\\1$|属不属于$|够不够上$")  # 算不算大病救助对象 asks and denies nothing
_NOT_ME = re.compile("(?:医保|社保|的)?(?:我|俺|他|她)们?可?不是(?!也|都|还)")  # 职工我不是,我娃交的居民
_OF_PERSON = ("scheme", f"{CHOICE}basic_scheme", f"{CHOICE}insured", f"{CHOICE}employment", f"{CHOICE}hardship")
_PAUSES, _NOT_IT = ",。;!、 ", re.compile("(?:的)?(?:可|倒|就|我|都)?不是的?(?=[,。;!]|$)")
_NOT_HAVING = re.compile(
    "(?<![有还])(?:没有?|未)(?:评|评定|办|领|拿|吃|享受|纳入|列入|得)?(?:上|到|成|过|为|着)?$"
)  # 没评上低保
_POINTING = re.compile("[哪这某每同]$|(?<=[^,。;!?、 ])那$")  # 贵的那一档 is no 一档; 那一档呢 is
_RESIDENCE = ("户口", "户籍")  # 不是北京户口 still asks about Beijing
_OFFICE = ("所", "卡", "局", "窗口", "服务")  # 社保所, 社保卡: no scheme is meant
_SWALLOWING = ("scheme", "term", "place")
_TIER, _PERSON = "plan", "个人"
_BEFORE = 8  # characters before a word that may deny it


@dataclass(frozen=True)
class Found:
    """A word of a channel in a sentence: where it stands, what it stands for, whether it is denied."""

    start: int
    end: int
    kind: str
    name: str
    is_denied: bool = False


class _Cover:
    """The stretches of a sentence that some words cover, so that a word inside a longer one is seen at once."""

    def __init__(self, words: Iterable[Found]) -> None:
        ends: dict[int, int] = {}
        for word in words:
            ends[word.start] = max(word.end, ends.get(word.start, 0))
        self._starts = sorted(ends)
        self._reached = list(accumulate((ends[start] for start in self._starts), max))

    def holds(self, word: Found) -> bool:
        """Whether a word stands inside a longer one of these."""
        at = bisect_left(self._starts, word.start)
        if at and self._reached[at - 1] >= word.end:
            return True
        return at < len(self._starts) and self._starts[at] == word.start and self._reached[at] > word.end


class _Channel:
    """The words of one channel: each stands for a kind and a name."""

    def __init__(self) -> None:
        self._meanings: dict[str, tuple[str, str]] = {}
        self._pattern = re.compile("(?!)")

    def add(self, kind: str, name: str, words: Iterable[str]) -> None:
        for word in words:
            self._meanings.setdefault(word.lower(), (kind, name))

    def close(self) -> None:
        longest_first = sorted(self._meanings, key=lambda word: (-len(word), word))
        self._pattern = re.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    def find(self, sentence: str) -> Iterator[Found]:
        for match in self._pattern.finditer(sentence):
            before = sentence[max(0, match.start() - _BEFORE) : match.start()]
            kind, name = self._meanings[match[0]]
            is_choice = kind.startswith(CHOICE)
            if is_choice and match[0].startswith("一") and _POINTING.search(before) and not _asks_of(sentence, match):
                continue
            is_not_had = is_choice and _NOT_HAVING.search(before) is not None
            is_denied = before.endswith(_NEGATIONS) and not sentence.startswith(_RESIDENCE, match.end())
            is_denied = is_denied and not (kind == "policy" and _WHETHER.search(before))
            is_denied = is_denied or (is_choice and _is_denied_behind(sentence, match))
            is_denied = is_denied or (kind in _OF_PERSON and _NOT_ME.match(sentence, match.end()) is not None)
            yield Found(match.start(), match.end(), kind, name, is_denied or is_not_had)


def _is_denied_behind(sentence: str, word: re.Match[str]) -> bool:
    """Whether nothing but 不是 follows a word that begins its part of the sentence (门诊花了8000,腹透不是)."""
    is_first = not word.start() or sentence[word.start() - 1] in _PAUSES
    return is_first and _NOT_IT.match(sentence, word.end()) is not None


def _asks_of(sentence: str, word: re.Match[str]) -> bool:
    """Whether nothing but 呢 follows a word (重庆那一档呢)."""
    return sentence.startswith("呢", word.end())


class Lexicon:
    """All words of the vocabulary and the policies, ready to be found."""

    def __init__(
        self, vocabulary: Vocabulary, policies: Iterable[Policy], titles: Mapping[str, str] | None = None
    ) -> None:
        """`titles` names further documents, by id, that can be spoken of by their title alone."""
        self._channels: dict[str, _Channel] = {}
        self._patterns = {
            (f"{CHOICE}{name}", value): re.compile(choice.pattern)
            for name, fact in vocabulary.facts.items()
            for value, choice in fact.choices.items()
            if choice.pattern
        }
        self._patterns |= {
            ("amount", name): re.compile(fact.pattern) for name, fact in vocabulary.facts.items() if fact.pattern
        }
        policies = tuple(policies)
        self.tier_prices = frozenset(price for policy in policies for price in _tier_prices(policy))
        """What the tiers of the policies cost those who choose them."""
        self._patterns |= {("policy", one.id): one.spoken_of for one in policies if one.spoken_of}
        self._add_facts(vocabulary)
        for scheme, words in vocabulary.schemes.items():
            self._add("scheme", "scheme", scheme, (scheme, *words))
        for name, term in vocabulary.terms.items():
            self._add("term", "term", name, (name, *term.says))
        self._add_places(vocabulary, policies)
        for document, title in (titles or {}).items():
            self._add("place", "policy", document, (title,))
        for channel in self._channels.values():
            channel.close()

    def _add(self, channel: str, kind: str, name: str, words: Iterable[str]) -> None:
        self._channels.setdefault(channel, _Channel()).add(kind, name, words)

    def _add_facts(self, vocabulary: Vocabulary) -> None:
        for name, fact in vocabulary.facts.items():
            for choice, about in fact.choices.items():
                spoken = (word for word in (choice, *about.says) if len(word) > 1)
                self._add(f"{CHOICE}{name}", f"{CHOICE}{name}", choice, spoken)
            self._add("amount", "amount", name, fact.says)

    def _add_places(self, vocabulary: Vocabulary, policies: Iterable[Policy]) -> None:
        for policy in policies:
            bare_title = policy.title.split("(")[0]
            self._add("place", "policy", policy.id, (policy.title, bare_title, *policy.also_called))
        for place, words in _places(vocabulary, policies).items():
            self._add("place", "place", place, (place, *words))
        for place in vocabulary.other_places:
            self._add("place", "other_place", place, (place,))

    def find(self, sentence: str) -> tuple[Found, ...]:
        """Every word of the vocabulary in a normalised sentence, in order of where it stands."""
        lowered = sentence.lower()
        found = [one for channel in self._channels.values() for one in channel.find(lowered)]
        swallowing = _Cover(one for one in found if one.kind in _SWALLOWING or one.kind == "policy")
        kept = [one for one in found if not (one.kind.startswith(CHOICE) and swallowing.holds(one))]
        kept = [one for one in kept if not (one.kind == "scheme" and lowered.startswith(_OFFICE, one.end))]
        patterned, covers = self._by_pattern(lowered)
        kept = [one for one in kept if one.kind not in covers or not covers[one.kind].holds(one)]
        kept.extend(patterned)
        return tuple(sorted(kept, key=lambda one: (one.start, one.end)))

    def _by_pattern(self, lowered: str) -> tuple[list[Found], Mapping[str, _Cover]]:
        """What is said in ways a pattern holds, and what that covers by kind; 经同意 inside 没经同意 is not meant."""
        by_kind: dict[str, list[Found]] = {}
        for (kind, value), pattern in self._patterns.items():
            for match in pattern.finditer(lowered):
                by_kind.setdefault(kind, []).append(Found(match.start(), match.end(), kind, value))
        covers = {kind: _Cover(found) for kind, found in by_kind.items()}
        return [one for kind, found in by_kind.items() for one in found if not covers[kind].holds(one)], covers


def _tier_prices(policy: Policy) -> Iterator[Decimal]:
    """What a person pays for each tier that a policy lets choose."""
    rules = (rule for clause in policy.clauses for rule in clause.rules if isinstance(rule, PremiumRule))
    for group in (group for rule in rules for group in rule.groups if _TIER in group.when and group.of is None):
        yield from (paid for payer, paid in group.pays.items() if payer == _PERSON and isinstance(paid, Decimal))


def _places(vocabulary: Vocabulary, policies: Iterable[Policy]) -> Mapping[str, tuple[str, ...]]:
    """Every place of a policy with its short names: 岳池县 is also 岳池."""
    known = {place: tuple(words) for place, words in vocabulary.place_words.items()}
    for policy in policies:
        for place in policy.place:
            known.setdefault(place, (place.rstrip("省市县区"),) if len(place) > 2 else ())
    return known
