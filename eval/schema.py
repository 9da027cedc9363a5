"""What a question file may hold, and the one way to read it; unknown keys and wrong sums are refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationError, model_validator

from mingbai.assistant.reply import ReplyKind, Status
from mingbai.corpus.conditions import FactValue
from mingbai.corpus.problems import CorpusError, Problem
from mingbai.corpus.strict_yaml import load
from mingbai.corpus.values import Frozen, Number
from mingbai.corpus.wording import sentences
from mingbai.rules.worked.sums import evaluate_sum

QUESTIONS = Path(__file__).parent / "questions"
FOUND_KINDS = frozenset({"documents", "procedure", "eligibility", "fact"})
"""Kinds of reply that rest on clauses found, not on an estimate."""


class Long(Frozen):
    """A message too long to write out: `repeat` so many `times`, with something before and after it."""

    before: str = ""
    repeat: str = Field(min_length=1)
    times: int = Field(ge=1, le=10_000)
    after: str = ""

    @property
    def text(self) -> str:
        """The message written out."""
        return f"{self.before}{self.repeat * self.times}{self.after}"


def _written_out(turn: object) -> object:
    return Long.model_validate(turn).text if isinstance(turn, dict) else turn


Turn = Annotated[str, BeforeValidator(_written_out)]


class Question(Frozen):
    """One conversation and what its last reply must be.

    `given` are the facts understood by then; of several `bills`, each with facts of its own, those that they share.
    `low` with `high` is a range (`amount` its default reading), `low` alone says "at least", `high` alone "at most";
    beside each figure stands the sum it was worked out by. `against` is the policy that one is compared with. `unsaid`
    marks what no clause says: neither yes nor no, and nothing cited.
    A `clarify` that asks `nothing` only says that the message was not understood.
    """

    id: str = Field(pattern=r"^[a-z]{2}-[0-9]{2,3}$")
    voice: Literal["resident", "clerk", "trainer"]
    turns: tuple[Turn, ...] = Field(min_length=1)
    kind: ReplyKind
    policy: str | None = None
    against: str | None = None
    clauses: tuple[str, ...] = ()
    given: dict[str, FactValue] = Field(default_factory=dict)
    bills: bool = False
    amount: Number | None = None
    sum: str | None = None
    low: Number | None = None
    low_sum: str | None = None
    high: Number | None = None
    high_sum: str | None = None
    unknown: bool = False
    unsaid: bool = False
    asks: str | None = None
    says: tuple[str, ...] = ()
    not_says: tuple[str, ...] = ()
    note: str | None = None

    @property
    def figures(self) -> dict[str, tuple[Decimal, str | None]]:
        """The figures that must come out, by name, each with its sum."""
        pairs = {"amount": (self.amount, self.sum), "low": (self.low, self.low_sum), "high": (self.high, self.high_sum)}
        return {name: (figure, text) for name, (figure, text) in pairs.items() if figure is not None}

    @property
    def result(self) -> tuple[Status, Decimal | None, Decimal | None, Decimal | None] | None:
        """Status, amount, low and high as the reply must carry them; None where nothing is to be computed."""
        if self.unknown:
            return "unknown", None, None, None
        match self.low, self.high:
            case None, None:
                return None if self.amount is None else ("exact", self.amount, self.amount, self.amount)
            case low, None:
                return "at_least", None, low, None
            case None, high:
                return "at_most", None, None, high
            case low, high:
                return "range", self.amount, low, high

    @model_validator(mode="after")
    def _is_whole(self) -> Question:
        mistake = next(self._mistakes(), None)
        if mistake:
            raise ValueError(mistake)
        return self

    def _mistakes(self) -> Iterator[str]:
        if not all(turn.strip() for turn in self.turns):
            yield "turns 里不能有空话"
        if (self.kind == "estimate") != (self.result is not None):
            yield "kind: estimate 要写结果(amount、low、high 或 unknown: true),别的不写"
        if (self.kind == "clarify") != (self.asks is not None):
            yield "kind: clarify 要用 asks 写先问哪一个,别的不写"
        if self.unsaid and (self.clauses or self.kind not in FOUND_KINDS):
            yield "unsaid: true 是没有条款写到的,不写 clauses,kind 是查条款的一种"
        if self.kind in FOUND_KINDS | {"estimate"} and not (self.unsaid or (self.policy and self.clauses)):
            yield f"kind: {self.kind} 要写 policy 和 clauses"
        if (self.clauses or self.against) and not self.policy:
            yield "写了 clauses 或 against 就要写 policy"
        if both := set(self.says) & set(self.not_says):
            yield f"“{'、'.join(sorted(both))}”不能既要说又不能说"
        yield from self._wrong_figures()

    def _wrong_figures(self) -> Iterator[str]:
        if self.unknown and self.figures:
            yield "unknown: true 就不写金额"
        if self.low is not None and self.high is not None and not self.low < self.high:
            yield "low 要小于 high"
        if self.result and self.amount is not None and not (self.low or 0) <= self.amount <= (self.high or self.amount):
            yield "amount 要在 low 和 high 之间"
        for name, text in (("amount", self.sum), ("low", self.low_sum), ("high", self.high_sum)):
            if (name in self.figures) != (text is not None):
                yield f"{name} 和它的算式要成对写"
        for name, (figure, text) in self.figures.items():
            if text is not None and evaluate_sum(text) != figure:
                yield f"{name}:算式 {text} 等于 {evaluate_sum(text)},写的是 {figure}"


class QuestionFile(Frozen):
    """The questions of one subject; `about` names it in the report."""

    about: str
    questions: tuple[Question, ...] = Field(min_length=1)


def read_questions(folder: Path = QUESTIONS) -> dict[str, QuestionFile]:
    """The question files of a folder by name.

    Raises:
        CorpusError: naming every mistake with its file and line.
    """
    problems: list[Problem] = []
    files = {path.stem: _read(path, problems) for path in sorted(folder.glob("*.yaml"))}
    known = {name: file for name, file in files.items() if file is not None}
    problems.extend(_repeated(known))
    if problems:
        raise CorpusError(problems)
    return known


def _read(path: Path, problems: list[Problem]) -> QuestionFile | None:
    before = len(problems)
    text = path.read_text(encoding="utf-8")
    located = load(text, 1, lambda line, message: problems.append(Problem(path.name, line, message)))
    if len(problems) > before:
        return None
    try:
        return QuestionFile.model_validate(located.value)
    except ValidationError as error:
        for where, sentence in sentences(QuestionFile, located.value, error):
            problems.append(Problem(path.name, located.line(where), sentence))
        return None


def _repeated(files: dict[str, QuestionFile]) -> Iterable[Problem]:
    """Each question whose id another one has."""
    seen: dict[str, str] = {}
    for name, file in files.items():
        for question in file.questions:
            if question.id in seen:
                yield Problem(f"{name}.yaml", 1, f"{question.id} 已在 {seen[question.id]}.yaml 用过")
            seen[question.id] = name
