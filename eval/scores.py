"""The scores of one answer, each with its reason. `CHECKS` must all hold; `MEASURES` are figures to watch."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pydantic_evals.evaluators import EvaluationReason, Evaluator, EvaluatorContext

from eval.asking import Answer
from eval.form import explained, first_line, order
from eval.provenance import unexplained
from eval.schema import FOUND_KINDS, Question
from mingbai.assistant.reply import EstimateView
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import words
from mingbai.rules.case import Case, CaseError
from mingbai.rules.statement import pays

LONGEST = 400
"""Characters a reply may have outside its lists."""
_LIST_LINE = re.compile(r"\s*(?:[-*+]\s|\||\d+(?:[.)]\s|、))")
_MARKUP = re.compile(r"[*#>\s]")
_FIGURE = re.compile(r"[\d,.]+[%‰]?")
_REFUSAL = re.compile("不能报|报不了|不予报销|一分不报|不报销")
_NOT_WRITTEN = re.compile("没有写|没写")
_FROM_CLAUSES = frozenset({"fact", "procedure", "eligibility"})
_HEDGES = {
    "unknown": re.compile("说不准|不能确定|无法确定|不能说"),
    "at_least": re.compile("至少|不低于"),
    "at_most": re.compile("最多|不超过"),
}
_Score = Callable[[Question, Answer], EvaluationReason | None]


def kind(question: Question, answer: Answer) -> EvaluationReason:
    """The kind of reply; fact, procedure and yes or no, all answered from a clause, often are one question."""
    found = answer.reply.kind
    if {question.kind, found} <= _FROM_CLAUSES:
        return EvaluationReason(True)
    return _same(question.kind, found)


def policy(question: Question, answer: Answer) -> EvaluationReason | None:
    """The policy spoken of and the one it is compared with, and no other."""
    if question.policy is None:
        return None
    return _same({question.policy, question.against} - {None}, set(answer.reply.policies))


def amount(question: Question, answer: Answer) -> EvaluationReason:
    """Status, amount, low and high to the fen; no estimate at all where none is expected."""
    return _same(_shown(question.result), _shown(_carried(answer.reply.estimate)))


def statement(question: Question, answer: Answer) -> EvaluationReason | None:
    """No line negative, and the lines of the fund make the exact amount, all of them the bill."""
    estimate = answer.reply.estimate
    if question.result is None or estimate is None:
        return None
    amounts = [(Decimal(line.amount), line.payer) for line in estimate.lines]
    if negative := [str(one) for one, _ in amounts if one < 0]:
        return EvaluationReason(False, f"negative lines: {', '.join(negative)}")
    bill, own = question.given.get("cost", question.given.get("excess")), question.given.get("self_funded", Decimal(0))
    if (
        isinstance(bill, Decimal)
        and isinstance(own, Decimal)
        and (total := sum(one for one, _ in amounts)) != bill + own
    ):
        return EvaluationReason(False, f"lines add up to {total}, the bill is {bill + own}")
    paid = sum(one for one, payer in amounts if pays(payer))
    if estimate.status == "exact" and Decimal(estimate.amount or 0) != paid:
        return EvaluationReason(False, f"lines of the fund add up to {paid}, the amount is {estimate.amount}")
    return EvaluationReason(True)


def asks(question: Question, answer: Answer) -> EvaluationReason | None:
    """The fact asked for first."""
    return None if question.asks is None else _same(question.asks, next(iter(answer.reply.missing), "nothing"))


def clauses(question: Question, answer: Answer) -> EvaluationReason | None:
    """Citation recall: every clause expected is cited."""
    if not question.clauses:
        return None
    absent = [one for one in _expected(question) if one not in answer.clauses]
    return EvaluationReason(not absent, _not(absent, f"cited: {', '.join(answer.clauses) or 'nothing'}"))


def unsaid(question: Question, answer: Answer) -> EvaluationReason | None:
    """Nothing cited for what no clause says, and said so."""
    if not question.unsaid:
        return None
    if answer.clauses:
        return EvaluationReason(False, f"cited: {', '.join(answer.clauses)}")
    is_said = _NOT_WRITTEN.search(answer.reply.text) is not None
    return EvaluationReason(is_said, None if is_said else f"not said to be unwritten: {answer.reply.text}")


def says(question: Question, answer: Answer) -> EvaluationReason | None:
    """The words that must stand in the text or the warnings shown under it, each computed figure as people read it."""
    wanted = [*question.says, *(words(figure) for figure, _ in question.figures.values())]
    if not wanted:
        return None
    shown = "\n".join((answer.reply.text, *answer.reply.warnings))
    absent = [one for one in wanted if not _stands(one, shown)]
    return EvaluationReason(not absent, _not(absent, f"text: {answer.reply.text}"))


def not_says(question: Question, answer: Answer) -> EvaluationReason | None:
    """The words that must not stand in the text."""
    if not question.not_says:
        return None
    present = [one for one in question.not_says if _stands(one, answer.reply.text)]
    return EvaluationReason(not present, f"stands there: {', '.join(present)}" if present else None)


def hedge(question: Question, answer: Answer) -> EvaluationReason | None:
    """What cannot be said is called so, and does not become a no; a bound is called a bound."""
    status = question.result[0] if question.result else None
    if status not in _HEDGES:
        return None
    if status == "unknown" and (refusal := _REFUSAL.search(answer.reply.text)):
        return EvaluationReason(False, f"“{refusal[0]}” makes an unknown a no")
    is_hedged = _HEDGES[status].search(answer.reply.text) is not None
    return EvaluationReason(is_hedged, None if is_hedged else f"nothing marks it as {status}: {answer.reply.text}")


def provenance(question: Question, answer: Answer) -> EvaluationReason:
    """No figure in the text without an explanation."""
    found = sorted(unexplained(answer))
    return EvaluationReason(not found, f"unexplained: {', '.join(f'{one:f}' for one in found)}" if found else None)


def length(question: Question, answer: Answer) -> EvaluationReason:
    """Not too long to read."""
    size = text_length(answer.reply.text)
    return EvaluationReason(size <= LONGEST, f"{size} characters outside lists")


def tool(question: Question, answer: Answer) -> EvaluationReason | None:
    """Whether the tool that the question needs was called; small talk, refusals and questions back may need none."""
    if question.kind == "estimate":
        wanted = {"compare_policies"} if question.against else {"estimate", "compare"}
    elif question.kind in FOUND_KINDS and question.policy:
        wanted = {"search_clauses", "compare_rates"}
    else:
        return None
    called = [one.tool for one in answer.calls]
    is_right = bool(wanted & set(called))
    return EvaluationReason(float(is_right), None if is_right else f"called {', '.join(called) or 'no tool'}")


def recall(question: Question, answer: Answer) -> EvaluationReason | None:
    """The share of the clauses expected that are cited."""
    if not question.clauses:
        return None
    absent = [one for one in _expected(question) if one not in answer.clauses]
    reason = f"absent: {', '.join(absent)}" if absent else None
    return EvaluationReason(1 - len(absent) / len(question.clauses), reason)


def precision(question: Question, answer: Answer) -> EvaluationReason | None:
    """The share of the cited clauses that were expected or that a line of the statement rests on."""
    if not question.clauses or not answer.clauses:
        return None
    lines = answer.reply.estimate.lines if answer.reply.estimate else ()
    fitting = {*_expected(question), *(f"{question.policy}#{line.clause}" for line in lines)}
    beside = [one for one in answer.clauses if one not in fitting]
    return EvaluationReason(1 - len(beside) / len(answer.clauses), f"beside: {', '.join(beside)}" if beside else None)


def characters(question: Question, answer: Answer) -> EvaluationReason:
    """Characters of the text outside lists."""
    return EvaluationReason(float(text_length(answer.reply.text)))


def seconds(question: Question, answer: Answer) -> EvaluationReason | None:
    """Time of the last turn, tracing included."""
    return EvaluationReason(answer.seconds[-1]) if answer.seconds else None


CHECKS: Mapping[str, _Score] = {
    one.__name__: one
    for one in (
        *(kind, policy, amount, statement, asks, clauses, unsaid, says, not_says, hedge, provenance, length),
        *(first_line, order),
    )
}
MEASURES: Mapping[str, _Score] = {one.__name__: one for one in (tool, recall, precision, characters, seconds)}


def understood(question: Question, answer: Answer, vocabulary: Vocabulary) -> EvaluationReason | None:
    """The share of the facts given that the last tool call had."""
    if not question.given:
        return None
    arguments = answer.calls[-1].arguments.get("facts", {}) if answer.calls else {}
    try:
        found = Case.read(arguments, vocabulary).facts
    except CaseError as error:
        return EvaluationReason(0.0, str(error))
    wrong = [
        f"{name}={found.get(name, 'nothing')}" for name in question.given if found.get(name) != question.given[name]
    ]
    return EvaluationReason(1 - len(wrong) / len(question.given), f"understood {', '.join(wrong)}" if wrong else None)


@dataclass
class Scores(Evaluator[tuple[str, ...], Answer, Question]):
    """All scores of one case: checks as true or false, measures as figures, those that do not apply left out."""

    vocabulary: Vocabulary

    def evaluate(self, ctx: EvaluatorContext[tuple[str, ...], Answer, Question]) -> dict[str, EvaluationReason]:
        """Each score by name; the expectation travels as the case's metadata."""
        question, answer = ctx.metadata, ctx.output
        assert question is not None
        found = {name: score(question, answer) for name, score in {**CHECKS, **MEASURES}.items()}
        found["facts"] = understood(question, answer, self.vocabulary)
        found["explained"] = explained(answer, self.vocabulary)
        return {name: reason for name, reason in found.items() if reason is not None}


def text_length(text: str) -> int:
    """Characters of a Markdown text that a reader sees, lines of lists and tables left out."""
    return sum(len(_MARKUP.sub("", line)) for line in text.splitlines() if not _LIST_LINE.match(line))


def _stands(wanted: str, text: str) -> bool:
    """Whether words stand in a text; a bare figure must stand whole: 60 is not in 1600, nor 6% in 16%."""
    if not _FIGURE.fullmatch(wanted):
        return wanted in text
    return re.search(rf"(?<![\d.,]){re.escape(wanted)}(?!\d|,\d|\.\d*[1-9])", text) is not None


def _expected(question: Question) -> list[str]:
    return [f"{question.policy}#{clause}" for clause in question.clauses]


def _carried(estimate: EstimateView | None) -> tuple[str, Decimal | None, Decimal | None, Decimal | None] | None:
    if estimate is None:
        return None
    figures = (estimate.amount, estimate.low, estimate.high)
    amount, low, high = (None if figure is None else Decimal(figure) for figure in figures)
    return estimate.status, amount, low, high


def _shown(result: tuple[str, Decimal | None, Decimal | None, Decimal | None] | None) -> str:
    if result is None:
        return "no estimate"
    status, *figures = result
    return f"{status} {' / '.join('none' if figure is None else words(figure) for figure in figures)}"


def _same(expected: object, got: object) -> EvaluationReason:
    return EvaluationReason(expected == got, None if expected == got else f"expected {expected}, got {got}")


def _not(absent: list[str], otherwise: str) -> str | None:
    return f"absent: {', '.join(absent)}; {otherwise}" if absent else None
