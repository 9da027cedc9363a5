"""Which clause a question in people's own words is about, and the line that answers it straight.

Clauses keep ways in which people ask for what they say. A question is held against these by the characters and pairs of
characters that both have, each weighed by how rarely it is said; words for the same thing (娃, 小孩) count as one.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from mingbai.assistant.pieces import Pieces, any_of
from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary

_PARTS = re.compile(r"[,。??!!;;\n]")
_ASKING = re.compile(
    "多少|几|什么|啥|怎么|咋|怎样|如何|哪|谁|吗|[不么]$|多久|多长|是否|([能要是算管给报用行会可])不\\1|有没有|还是|为何|吧$|呢$|代替"
)
_POINTING = frozenset("那个这里边我们咱区县")
_A_PART = 5
_MOST = 2
SURE = 0.6
"""From here on a question is one that a clause is known to be asked, wherever search ranks the clause."""
_LIKELY = (0.29, 0.35, 0.35, 0.42, 0.42)
"""From here on it is, where search ranks the clause first, second and so on; measured on questions not written here."""
_NEAREST = 3
_AGREED, _AGREED_ELSE = 0.18, 0.22
"""From here on it is, where search ranks the clause first and two of the three nearest ways have the same answer; the
nearest of them asking for another kind of thing."""
_NOT_WRITTEN = re.compile("没有(写|列|解释|说明|讲)")
_OF_SILENCE = 0.4
"""From here on it is, where the answer is that something is not written: it has to be what was asked."""
_RANKED = (0.10, 0.07, 0.04)
"""What the first ranks of search add."""
_WHO = ("insured", "employment", "hardship", "hospital_level", "plan")
"""The facts in which a question must not differ from a way of asking."""
_ALSO = {"儿童": ("儿童", "学生")}  # a child may well be at school
_OF_OTHERS = 0.8
"""How much a way of asking for certain persons (学生能参加吗) counts where the question names none."""
_ASKED_FOR = {
    "papers": re.compile("[带拿交揣备](什么|哪些|哪几)|(要|什么|哪些)(什么)?(证|材料|资料|手续|东西)"),
    "who": re.compile("谁|哪[家个些]?(人|部门|单位|公司)"),
    "when": re.compile("什么时候|多久|哪[天年月]|几[天号月年]"),
    "where": re.compile("哪里|去哪|[到在]哪"),
    "which": re.compile("哪[些几两三四五六]|什么病|都有什么|(包括|包含|含|算|管)什么"),
    "how much": re.compile("多少|几[个种家条份张样次项回]|百分之几"),
}
_ASKS_ELSE, _ASKS_WHETHER = 0.6, 0.75
"""How much a way of asking counts for a question of another kind (要不要参加 for 谁出), for one of yes or no."""
_DENIAL = re.compile(r"没|未|非(?!常)|无(?!偿)|不(?![吗呢么]?$|[,。?!])")
_OPEN = re.compile(r"(.)不\1|有没有?有?|是不是|[没不]$|差不多|不管|不同")
"""What denies something in a text, and what only asks for yes or no."""
_DENIES, _DENIED = 0.6, 0.8
"""How much a way of asking counts that denies what the question does not (没有城镇户口能参加吗), and the other way."""
_OF_REFUSED = 0.3
"""How much a way of asking counts that is refused for a reason of which the question says nothing."""
_REFUSAL = re.compile("不(行|能|可以)")
_ASKING_SIGNS = frozenset("吗行不能是有要会没")
_COVERED = 0.5
"""More of what a way of asking is about must stand in a question that gets its 不行: employees' is not a baby's."""
_OF_REPORT = 0.93
"""How much a way of asking counts of a report: a rule on the same comes first."""
_UNHEARD = 0.6
"""How much of its weight something counts that nobody is known to say: names and side remarks tell little."""


@dataclass(frozen=True)
class Match:
    """A way of asking that a question is like: where it stands, the answer, its words, how alike they are (0 to 1).

    `is_of_kind` where both ask for the same kind of thing: who, when, how much, yes or no.
    """

    policy: str
    clause: str
    answer: str | None
    words: str
    alike: float
    is_of_kind: bool = True

    @property
    def lead(self) -> str:
        """The answer with what it begins with (不用, 没有写) standing out."""
        short, colon, why = (self.answer or "").partition("：")
        return f"**{short}**{colon}{why}"


@dataclass(frozen=True)
class _Saying:
    policy: str
    clause: str
    answer: str | None
    pieces: frozenset[str]
    who: frozenset[tuple[str, str]]
    words: str
    subject: frozenset[str]
    asks: str | None
    denies: bool
    weight: float

    @property
    def is_refused(self) -> bool:
        return self.answer is not None and _REFUSAL.match(self.answer) is not None

    def covers(self, subject: frozenset[str], *, denies: bool) -> bool:
        """Whether a question with this subject is about most of what this is about, and denies what this denies."""
        about = self.subject - _ASKING_SIGNS
        return len(subject & about) > _COVERED * len(about) and denies >= self.denies


class AskedWays:
    """All ways of asking that the clauses of some policies keep."""

    def __init__(self, policies: Collection[Policy], vocabulary: Vocabulary, pieces: Pieces) -> None:
        self._pieces = pieces
        self._persons = _persons(vocabulary)
        self._personal = any_of(self._persons)
        self._called = {one.id: frozenset("".join((one.title, *one.also_called, *one.place))) for one in policies}
        self._sayings = [
            _Saying(
                policy.id,
                clause.id,
                one.answer,
                self._pieces.of(words),
                self._who(words),
                words,
                self._pieces.subject(words),
                self._asks(words),
                _denies(words),
                _OF_REPORT if policy.kind == "report" else 1.0,
            )
            for policy in policies
            for clause in policy.clauses
            for one in clause.asked
            for words in one.people
        ]
        counts = Counter(piece for one in self._sayings for piece in one.pieces)
        total = len(self._sayings) + 1
        self._weights = {piece: math.log(total / count) for piece, count in counts.items()}
        self._unheard = _UNHEARD * math.log(total)
        self._by_piece: Mapping[str, list[int]] = defaultdict(list)
        for at, one in enumerate(self._sayings):
            for piece in one.pieces:
                self._by_piece[piece].append(at)
        self._norms = [math.sqrt(self._norm(one.pieces)) for one in self._sayings]

    def meant(self, question: str, policies: Container[str], ranked: Sequence[tuple[str, str]]) -> tuple[Match, ...]:
        """The answers to a question, or to each of its parts, that clauses keep; none where it is a new one.

        `ranked` are the policies and clauses that search finds for the question, best first.
        """
        asks = self._asks(question)
        whole = self._nearest(question, policies, ranked, asks)
        parts = [part for part in _PARTS.split(question) if len(part.strip()) >= _A_PART]
        parts = [part for part in parts if not self._only_names(part, policies)]
        each = (self._of_part(part, policies, ranked, asks) for part in parts) if len(parts) > 1 else ()
        found = [one for one in each if one]
        if len({one.answer for one in found}) < _MOST or (whole and whole.alike > max(one.alike for one in found)):
            found = [max((one for one in (whole, *found) if one), key=lambda one: one.alike)] if whole or found else []
        return tuple({one.answer: one for one in found if one.policy == found[0].policy}.values())[:_MOST]

    def is_known(
        self, question: str, policies: Container[str], naming: Collection[str] = (), alike: float = SURE
    ) -> bool:
        """Whether a clause of some policies is surely known to be asked this; of a way that names one of some words."""
        matches = self._matches(question, policies, self._asks(question))
        matches = (one for one in matches if one.answer and one.alike >= alike)
        return any(not naming or any(word in one.words for word in naming) for one in matches)

    def _of_part(
        self, part: str, policies: Container[str], ranked: Sequence[tuple[str, str]], asks: str | None
    ) -> Match | None:
        """The answer to a part of a question that `asks` for something.

        What only tells of the case (我在农村) is held to what the whole asks, and may lead to the clause found first.
        """
        is_asking = _ASKING.search(part) is not None
        within = ranked if is_asking else ranked[:1]
        found = self._nearest(part, policies, ranked, self._asks(part) if is_asking else asks)
        return found if found and (found.policy, found.clause) in within else None

    def _nearest(
        self, question: str, policies: Container[str], ranked: Sequence[tuple[str, str]], asks: str | None
    ) -> Match | None:
        """The way of asking that a question is most like, where it is like enough and comes with an answer."""
        bonus = dict(zip(ranked, _RANKED, strict=False))
        matches = self._matches(question, policies, asks)
        by_rank = nlargest(_NEAREST, matches, key=lambda one: one.alike + bonus.get((one.policy, one.clause), 0.0))
        best = by_rank[0] if by_rank else None
        if best is None or best.answer is None:
            return None
        where = (best.policy, best.clause)
        enough = dict(zip(ranked, _LIKELY, strict=False)).get(where, SURE)
        if where in ranked[:1] and any(one.answer == best.answer for one in by_rank[1:]):
            enough = _AGREED if best.is_of_kind else _AGREED_ELSE
        if _NOT_WRITTEN.match(best.answer):
            enough = max(enough, _OF_SILENCE)
        return best if best.alike >= enough else None

    def _matches(self, question: str, policies: Container[str], asks: str | None) -> Iterator[Match]:
        pieces, who, subject = self._pieces.of(question), self._who(question), self._pieces.subject(question)
        denies = _denies(question)
        shared: dict[int, float] = defaultdict(float)
        for piece in pieces:
            for at in self._by_piece.get(piece, ()):
                shared[at] += self._weight(piece) ** 2
        norm = math.sqrt(self._norm(pieces))
        for at, weight in shared.items():
            one = self._sayings[at]
            if one.policy in policies and not _differ(one.who, who):
                alike = weight / (norm * self._norms[at])
                alike *= one.weight * (_OF_OTHERS if one.who and not who else 1.0)
                if asks != one.asks:
                    alike *= _ASKS_ELSE if asks else _ASKS_WHETHER
                if denies != one.denies:
                    alike *= _DENIES if one.denies else _DENIED
                if one.is_refused and not one.covers(subject, denies=denies):
                    alike *= _OF_REFUSED
                if subject and not subject & one.subject and alike < SURE:
                    continue
                yield Match(one.policy, one.clause, one.answer, one.words, alike, asks == one.asks)

    def _weight(self, piece: str) -> float:
        # a character alone says less than the pair it stands in
        return self._weights.get(piece, self._unheard) * (0.5 if len(piece) == 1 else 1.0)

    def _norm(self, pieces: Iterable[str]) -> float:
        return sum(self._weight(piece) ** 2 for piece in pieces)

    def _who(self, text: str) -> frozenset[tuple[str, str]]:
        """The persons and hospitals that a text names, as facts of a case."""
        return frozenset(one for word in self._personal.findall(text) for one in self._persons[word])

    def _only_names(self, part: str, policies: Container[str]) -> bool:
        """Whether a part of a question only says whose rule is asked for, if not by its whole name."""
        subject = self._pieces.subject(part) - _POINTING
        return any(policy in policies and subject <= signs for policy, signs in self._called.items())

    def _asks(self, text: str) -> str | None:
        """What a text asks for: who, when, where, how much; None where it is for yes or no, or for anything else."""
        text = self._pieces.alike(text)
        return next((name for name, words in _ASKED_FOR.items() if words.search(text)), None)


def _denies(text: str) -> bool:
    """Whether a text says of something that it is not so, and does not only ask whether it is."""
    return _DENIAL.search(_OPEN.sub("", text.rstrip("?？吗。!"))) is not None


def _differ(one: Collection[tuple[str, str]], other: Collection[tuple[str, str]]) -> bool:
    """Whether two texts name nobody in common of the same kind: the pupil of one is the adult of the other."""
    kinds = {kind for kind, _ in one} & {kind for kind, _ in other}
    return any(
        not {name for of, name in one if of == kind} & {name for of, name in other if of == kind} for kind in kinds
    )


def _persons(vocabulary: Vocabulary) -> dict[str, tuple[tuple[str, str], ...]]:
    """The words for the persons and hospitals that make a difference, each with what it stands for."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for kind in _WHO:
        for word, name in vocabulary.facts[kind].by_words.items():
            meant = vocabulary.facts[kind].choices[name].counts_as or name
            found[word] = (*found.get(word, ()), *((kind, one) for one in _ALSO.get(meant, (meant,))))
    return found
