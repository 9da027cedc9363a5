"""Whether a segment says what one sentence of the findings says: its figures, of the same subject, no more, no less."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from mingbai.assistant.guarding.manner import pairs
from mingbai.assistant.guarding.reading_back.segments import Figure, Segment, canonical, sentences
from mingbai.corpus.vocabulary import Vocabulary

# Words that must stand in the very sentence they are taken from: who pays or is paid, for how long, how much of it.
PERSON = "own"
_PAYERS = {
    PERSON: "个人|自己|自付|自负|自缴|自交|您[要得还]?[交付出]|家庭",
    "paid": (
        "报销|(?<![去来申上])报(?!道|名|账)|赔|补偿|救助(?!对象|人)|支付"
        "|医保基金|(?<!居民|职工)医保(?!局|部门|年度)|大病保险"
    ),
    "central": "中央",
    "province": "省财政|省级|省里",
    "city": "市财政|市里",
    "county": "县财政|县里|区财政",
    "state": "财政(?!部门)|政府",
    "employer": "单位|企业|公司",
}
_PERIODS = {
    "year": "每年|一年|全年|年度|每人每年|累计|[0-9]年|年最高",
    "month": "每个?月|月均",
    "day": "每天|每日",
    "stay": "每次|[/每一]次|按次|单次",
}
_SAID = (
    "目录外|目录内|自费|全部|全额|都|也|只|免|封顶|起付|门槛|超过|以上|以下|以内"
    "|最多|最高|至少|最少|不低于|不超过|最晚|随时|名单|除外"
)
_ALIKE = {"年度": "年", "门槛": "起付", "最高": "最多", "最少": "至少"}
_SAID_WORDS = re.compile(_SAID)
_NEGATIONS = re.compile(r"(?<![能会是该])(?:不(?!过|客气|好意思|仅)|没|未|无(?!论)|免(?!疫)|别(?!的)|勿|拒)")
_YES_OR_NO = re.compile(r"(能|会|可以?|有|是)[不没]\1|不(?:能|会)?吗")
SILENCE = re.compile(
    r"没有?写|没有?说|没写到|不清楚|不能说|不能确定|无法确定|没有给出"
    r"|说不[准出]|原文缺失|断了|没有查到|没有找到|没有单写"
)
_COVERED, _COVERED_WITHOUT_FIGURE = 0.4, 0.6
_KEPT = 4096  # clauses come again with every reply
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
_END = re.compile(r"[。!?！？;；]")


@dataclass(frozen=True)
class Subject:
    """What a text speaks of that must not be exchanged: payers, periods, choices, words of degree."""

    payers: frozenset[str]
    periods: frozenset[str]
    choices: frozenset[tuple[str, str]]
    said: frozenset[str]
    is_denied: bool
    is_silent: bool


@dataclass(frozen=True)
class Stated:
    """One segment of a sentence of the findings: its own subject, its sentence's, and that with the heading's."""

    figures: tuple[Figure, ...]
    own: Subject
    sentence: Subject
    around: Subject
    words: frozenset[str]
    own_words: frozenset[str]

    def holds(self, figures: Sequence[Figure]) -> bool:
        """Whether all figures stand in it, or in the head of its sentence."""
        return all(any(one.is_same(other) for other in self.figures) for one in figures)


class Clauses:
    """The sentences of what was found, and of what the rules would say of it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        by_word = {
            word: (name, choice)
            for name, fact in vocabulary.facts.items()
            if not fact.is_yes_or_no
            for word, choice in fact.by_words.items()
            if len(word) > 1
        }
        self._by_word = by_word
        words = "|".join(map(re.escape, sorted(by_word, key=len, reverse=True))) or "(?!)"
        self.subject = lru_cache(_KEPT)(self._subject)
        self._kept = lru_cache(_KEPT)(lambda heading, text: tuple(self._stated(heading, text)))
        self._choice = re.compile(f"(?<![未非不])(?:{words})")  # 未成年人 is no 成年人

    def stated(self, texts: Iterable[tuple[str, str]]) -> list[Stated]:
        """Every segment of some texts, each told with the heading it stands under."""
        return [one for heading, text in dict.fromkeys(texts) for one in self._kept(heading, text)]

    def _stated(self, heading: str, text: str) -> Iterable[Stated]:
        opening = ""
        for line in text.splitlines():
            if not line.strip():
                continue
            if not _BULLET.match(line):
                opening = ""
            for sentence in filter(None, map(str.strip, _END.split(_BULLET.sub("", line)))):
                yield from self._of_sentence(heading, opening, sentence)
            if line.rstrip().endswith((":", "：")):
                opening = line

    def _of_sentence(self, heading: str, opening: str, sentence: str) -> Iterable[Stated]:
        head, colon, body = sentence.replace("：", ":").partition(":")
        if not colon or not body.strip():
            head, body = "", sentence.rstrip(":：")
        of_head = [*chain(*sentences(head))]
        parts = [*chain(*sentences(body))]
        beside = tuple(figure for one in of_head for figure in one.figures)
        shared = " ".join((head, *(one.text for one in parts if not one.figures)))
        for one in parts or of_head:
            figures = (*one.figures, *beside) if parts else one.figures
            told = f"{shared} {_plain(one)}"
            around = self.subject(f"{heading} {opening} {told}")
            words = _pairs(heading, opening, sentence)
            yield Stated(
                figures, self.subject(_plain(one)), self.subject(told), around, words, _pairs(head, _plain(one))
            )
        if len(parts) > 1:  # the whole sentence, for a reply that joins its parts
            figures = tuple(figure for one in parts for figure in one.figures)
            if len({figure.values for figure in figures}) <= 1:
                whole = self.subject(f"{head} {body}")
                words = _pairs(shared, body)
                yield Stated((*figures, *beside), whole, whole, whole, words, words)

    def _subject(self, text: str) -> Subject:
        """What a text speaks of."""
        plain = _YES_OR_NO.sub("", text)
        return Subject(
            frozenset(name for name, words in _PAYERS.items() if re.search(words, plain)),
            frozenset(name for name, words in _PERIODS.items() if re.search(words, plain)),
            frozenset(self._by_word[word] for word in self._choice.findall(text)),
            frozenset(_ALIKE.get(word, word) for word in _SAID_WORDS.findall(plain)),
            bool(_NEGATIONS.search(SILENCE.sub("", plain))),
            bool(SILENCE.search(text)),
        )

    def bears_out(self, segment: Segment, sentence: str, stated: Sequence[Stated], person: str) -> bool:
        """Whether one of the things stated says the same of the same; `sentence` is the one the segment stands in."""
        said, whole = self.subject(_plain(segment)), self.subject(sentence)
        words = pairs(segment.words)
        asked = _over(said.choices, _over(whole.choices, self.subject(person).choices))
        fitting = [one for one in stated if one.holds(segment.figures) and _is_same(said, whole, one, words)]
        if not segment.figures:  # nothing holds such words to one place but themselves
            fitting = [one for one in fitting if len(words & one.own_words) >= _COVERED_WITHOUT_FIGURE * len(words)]
        fitting = [one for one in fitting if _is_of_case(one, asked, is_told=not segment.figures)]
        if not segment.figures or not fitting:
            return bool(fitting)
        rivals = [one for one in stated if one.figures and _may_rival(segment.figures, one, said, words)]
        told = asked & _dividing((*rivals, *fitting))
        return any(not any(_is_nearer(rival, one, told) for rival in rivals) for one in fitting)


def _plain(segment: Segment) -> str:
    """The words of a segment with its figures written out."""
    return segment.key


def _pairs(*texts: str) -> frozenset[str]:
    return frozenset(pairs(canonical(",".join(texts))))


def _over(choices: frozenset[tuple[str, str]], others: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Some choices, and the others of facts that these say nothing of."""
    facts = {fact for fact, _ in choices}
    return choices.union(one for one in others if one[0] not in facts)


def _is_same(said: Subject, whole: Subject, one: Stated, words: set[str]) -> bool:
    """Whether a segment speaks of what was stated, and of nothing that was not."""
    if said.payers and not said.payers <= (one.own.payers or one.sentence.payers):
        return False
    if not said.periods <= (one.own.periods or one.around.periods):
        return False
    if not said.said <= one.around.said or said.is_denied != one.own.is_denied:
        return False
    if one.around.is_silent and not whole.is_silent:
        return False
    told = {fact for fact, _ in one.around.choices}
    if any(fact in told and (fact, value) not in one.around.choices for fact, value in said.choices):
        return False
    return len(words & one.words) >= _COVERED * len(words)


def _is_of_case(one: Stated, asked: frozenset[tuple[str, str]], *, is_told: bool) -> bool:
    """Whether what was stated of some choice is of one that was asked about, where that `is_told` or is another."""
    facts = {fact for fact, _ in asked}
    of_others = {choice[0] for choice in one.around.choices if choice[0] in facts} - {
        choice[0] for choice in one.around.choices & asked
    }
    return not of_others and all(choice in asked or not (is_told or choice[0] in facts) for choice in one.own.choices)


def _may_rival(figures: Sequence[Figure], one: Stated, said: Subject, words: set[str]) -> bool:
    """Whether something else was stated of the same kind, which the figures may have been taken for."""
    units = {figure.unit for figure in figures}
    is_alike = any(figure.unit in units for figure in one.figures) and said.said <= one.sentence.said
    is_of_same = not said.payers or said.payers <= (one.own.payers or one.around.payers)
    return is_alike and is_of_same and 2 * len(words & one.words) >= _COVERED * len(words)


def _dividing(several: Iterable[Stated]) -> frozenset[tuple[str, str]]:
    """The choices by which some statements differ: one that they all speak of tells none from another."""
    choices = frozenset(choice for one in several for choice in one.around.choices)
    values = Counter(fact for fact, _ in choices)
    return frozenset(choice for choice in choices if values[choice[0]] > 1)


def _is_nearer(rival: Stated, one: Stated, asked: frozenset[tuple[str, str]]) -> bool:
    """Whether a rival is of a case that was asked about and that the other does not speak of."""
    return bool((asked & rival.around.choices) - one.around.choices)
