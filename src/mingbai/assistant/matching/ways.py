"""What a question or a way of asking says beside its pieces: of whom, what it asks for, whether it denies something.

A way of asking counts less for a question that differs from it in that.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from mingbai.assistant.matching.pieces import Pieces, any_of
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.denial import is_denied

WHO = ("insured", "employment", "hardship", "hospital_level", "plan")
"""The facts in which a question must not differ from a way of asking."""
_CARE = {
    "住院": re.compile("(?<!不)(?<!没)住院|住了院|住进|开刀"),
    "门诊": re.compile("门诊"),
    "急诊": re.compile("急诊|急救"),
    "特病": re.compile("特病|特殊病|特门|门特|慢性?病"),
    "药店": re.compile("药[店房]"),
}
"""The kinds of care in which they must not, either; what is said of a disease may hold at a clinic."""
_ALSO_CARE = {"特病": ("特病", "门诊")}
_SCHEMES = {
    "职工": re.compile("(?<!农民)职工(?!大病|家属|子女)|单位医保|企业医保"),
    "居民": re.compile("居民(?!委)|城乡医保|新?农合|合作医疗|农村医保"),
    "离休": re.compile("离休"),
}
"""The basic insurances in which they must not, either, where both name one: 居民住了几人次 is not 职工几人次."""
_ALSO = {"儿童": ("儿童", "学生")}  # a child may well be at school
_OF_OTHERS = 0.8
"""How much a way of asking for certain persons (学生能参加吗) counts where the question names none."""
_ASKED_FOR = {
    "papers": re.compile("[带拿交揣备](什么|哪些|哪几)|(要|什么|哪些)(什么)?(证|材料|资料|手续|东西)"),
    "who": re.compile("谁|哪[家个些]?(人|部门|单位|公司)"),
    "telephone": re.compile("电话|号码|热线"),
    "hours": re.compile(
        "[几啥]点|开门|上班(没|不|吗|时间)|有人(上班|在)|(周[六日末]|礼拜[天六日]|星期[天六日]|双休日?|节假日).{0,4}(上班|开|办|有人)"
    ),
    "when": re.compile("什么时候|多久|哪一?[天年月]|几[天号月年]"),
    "where": re.compile("哪里|去哪|[到在]哪"),
    "which": re.compile("哪[些几两三四五六]|什么病|都有什么|(包括|包含|含|算|管)什么"),
    "how much": re.compile("多少|几[个种家条份张样次项回]|百分之几"),
}
_NEVER_FOR_ELSE = frozenset(("telephone", "hours"))
"""What only a way of asking answers that asks for the same."""
_ASKS_ELSE, _ASKS_WHETHER = 0.6, 0.75
"""How much a way of asking counts for a question of another kind (要不要参加 for 谁出), for one of yes or no."""
_DENIAL = re.compile(r"没|未|非(?!常)|无(?!偿)|不(?![吗呢么]?$|[,。?!])")
_OPEN = re.compile(r"(.)不\1|有没有?有?|是不是|[没不]$|差不多|不管|不同")
"""What denies something in a text, and what only asks for yes or no."""
_DENIES, _DENIED = 0.6, 0.8
"""How much a way of asking counts that denies what the question does not (没有城镇户口能参加吗), and the other way."""
_BREAK = re.compile(
    "(?<![没不未])(?<!没有)断过?[保缴交档]|(?<![摔折打撞砸跌])断了(?![一-鿿]?[腿手脚骨胳指腰])|停[保缴交]|中断"
    "|(?:忘|漏|没|未)(?:了|有|去|按时|接着|跟着|再|续)*[交缴](?!通)|没续|不(?:打算|想|准备|愿意?|再|续)(?:再|续|接着)*[交缴续](?!通)"
)
"""That somebody stopped paying, of which what is left to those who go on paying says nothing."""
_OF_BREAK = 0.6
"""How much a way of asking counts of which only one, it or the question, tells of such a break."""
_AMOUNT = re.compile("[0-9]{2,}|[一二两三四五六七八九十几][百千万]")
_OF_AMOUNT = 0.6
"""How much a way of asking counts that names an amount (头五千) where the question names none."""
_OF_REFUSED = 0.3
"""How much a way of asking counts that is refused for a reason of which the question says nothing."""
_REFUSAL = re.compile("不(行|能|可以)")
_ASKING_SIGNS = frozenset("吗行不能是有要会没")
_COVERED = 0.5
"""More of what a way of asking is about must stand in a question that gets its 不行: employees' is not a baby's."""
OF_REPORT = 0.93
"""How much a way of asking counts of a report: a rule on the same comes first."""


@dataclass(frozen=True)
class WayText:
    """What a question or a way of asking says: of what, of whom (and whom not), which care and insurance.

    `asks` is what it asks for, `denies` where it says of something that it is not so, `breaks` where it tells that
    somebody stopped paying.
    """

    pieces: frozenset[str]
    who: frozenset[tuple[str, str]]
    nobody: frozenset[tuple[str, str]]
    care: frozenset[tuple[str, str]]
    schemes: frozenset[tuple[str, str]]
    subject: frozenset[str]
    asks: str | None
    denies: bool
    breaks: bool
    names_amount: bool

    def is_apart_from(self, other: WayText) -> bool:
        """Whether this is of other persons, care or insurance, or asks for what only its like answers."""
        asks = {self.asks, other.asks}
        is_else = len(asks) > 1 and not _NEVER_FOR_ELSE.isdisjoint(asks)
        is_contrary = bool(self.nobody & other.who or other.nobody & self.who)
        return is_else or is_contrary or differ(self._named, other._named)

    @property
    def _named(self) -> frozenset[tuple[str, str]]:
        return self.who | self.care | self.schemes


@dataclass(frozen=True)
class Saying:
    """A way of asking that a clause keeps: where it stands, its answer, its words, its heading, how much it counts."""

    policy: str
    clause: str
    answer: str | None
    words: str
    heading: str
    weight: float

    @property
    def answered(self) -> tuple[str, str, str | None]:
        """Its answer, by where it stands."""
        return self.policy, self.clause, self.answer

    @property
    def is_refused(self) -> bool:
        """Whether the answer is a refusal."""
        return self.answer is not None and _REFUSAL.match(self.answer) is not None

    def fits(self, own: WayText, question: WayText) -> float:
        """How much this, which says `own`, counts for a question: less where that is of others, or asks otherwise."""
        fits = self.weight
        if own.who and not question.who:
            fits *= _OF_OTHERS
        if question.asks != own.asks:
            fits *= _ASKS_ELSE if question.asks else _ASKS_WHETHER
        if question.denies != own.denies:
            fits *= _DENIES if own.denies else _DENIED
        if own.names_amount and not question.names_amount:
            fits *= _OF_AMOUNT
        if question.breaks != own.breaks:
            fits *= _OF_BREAK
        return fits * _OF_REFUSED if self.is_refused and not _covers(question, own) else fits


class Reading:
    """Reads questions and ways of asking with one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, pieces: Pieces) -> None:
        self._pieces = pieces
        self._persons = _persons(vocabulary)
        self._personal = any_of(self._persons)

    def of(self, text: str) -> WayText:
        """What a question says."""
        pieces, (who, nobody) = self._pieces.of(text), self._who(text)
        denies, subject = _denies(text), self._pieces.subject(text)
        asks, breaks, has_amount = self.asks(text), breaks_off(text), _AMOUNT.search(text) is not None
        care, schemes = _care(text), _schemes(text)
        return WayText(pieces, who, nobody, care, schemes, subject, asks, denies, breaks, has_amount)

    def way(self, saying: Saying) -> WayText:
        """What a way of asking says; a break may be told by the heading of its clause."""
        return replace(self.of(saying.words), breaks=breaks_off(f"{saying.heading}{saying.words}"))

    def asks(self, text: str) -> str | None:
        """What a text asks for: who, when, where, how much; None where it is for yes or no, or for anything else."""
        text = f"{text}\n{self._pieces.alike(text)}"  # 交多少钱 is a term, too
        return next((name for name, words in _ASKED_FOR.items() if words.search(text)), None)

    def _who(self, text: str) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
        """The persons and hospitals that a text names, as facts of a case; those that it says are not meant."""
        said = [(self._persons[word[0]], is_denied(text[: word.start()])) for word in self._personal.finditer(text)]
        named = frozenset(one for persons, denied in said for one in persons if not denied)
        return named, frozenset(one for persons, denied in said for one in persons if denied) - named


def _covers(question: WayText, own: WayText) -> bool:
    """Whether a question is about most of what a way of asking is about, and denies what that denies."""
    about = own.subject - _ASKING_SIGNS
    return len(question.subject & about) > _COVERED * len(about) and question.denies >= own.denies


def _care(text: str) -> frozenset[tuple[str, str]]:
    """The kinds of care that a text names."""
    named = (kind for kind, words in _CARE.items() if words.search(text))
    return frozenset(("care", one) for kind in named for one in _ALSO_CARE.get(kind, (kind,)))


def _schemes(text: str) -> frozenset[tuple[str, str]]:
    """The basic insurances that a text names; one that it denies (不是职工) is none."""
    said = ((name, word) for name, words in _SCHEMES.items() for word in words.finditer(text))
    return frozenset(("scheme", name) for name, word in said if not is_denied(text[: word.start()]))


def _denies(text: str) -> bool:
    """Whether a text says of something that it is not so, and does not only ask whether it is."""
    return _DENIAL.search(_OPEN.sub("", text.rstrip("?？吗。!"))) is not None


def breaks_off(text: str) -> bool:
    """Whether a text tells that somebody stopped paying."""
    return _BREAK.search(text) is not None


def differ(one: Collection[tuple[str, str]], other: Collection[tuple[str, str]]) -> bool:
    """Whether two texts name nobody in common of the same kind: the pupil of one is the adult of the other."""
    kinds = {kind for kind, _ in one} & {kind for kind, _ in other}
    return any(
        not {name for of, name in one if of == kind} & {name for of, name in other if of == kind} for kind in kinds
    )


def _persons(vocabulary: Vocabulary) -> dict[str, tuple[tuple[str, str], ...]]:
    """The words for the persons and hospitals that make a difference, each with what it stands for."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for kind in WHO:
        for word, name in vocabulary.facts[kind].by_words.items():
            meant = vocabulary.facts[kind].choices[name].counts_as or name
            found[word] = (*found.get(word, ()), *((kind, one) for one in _ALSO.get(meant, (meant,))))
    return found
