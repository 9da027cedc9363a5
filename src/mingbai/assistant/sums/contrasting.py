"""Two cases held side by side without a bill: what deductible, ratio and cap each has, and by how much they differ.

The figures come out of the estimates themselves, so that whatever adjusts a ratio has been applied: the ratio and the
deductible out of that of a usual bill, the cap out of that of a bill which reaches every cap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from mingbai.assistant.outcome import Computed, Needed, Refused, Searched
from mingbai.assistant.passages import SHOWN, passage
from mingbai.assistant.reply import EstimateView
from mingbai.assistant.toolbox import Estimated, Facts, Toolbox
from mingbai.corpus.vocabulary import YES_NO, Vocabulary
from mingbai.money import short, words

_A_USUAL_BILL = Decimal(20_000)
_A_GREAT_BILL = Decimal(10_000_000)
_USUAL = "住院"
_YES = YES_NO[0]
_MOST_ROWS = 8
_DEEPEST = 2
_LEFT = re.compile(r"×([0-9.]+)%$")
_CAP = re.compile(r"封顶([0-9.]+)$")
_RATIO, _DEDUCTIBLE, _CAPPED = "报销比例", "起付线", "封顶线"
_UNITS = (_RATIO, _DEDUCTIBLE, _CAPPED)
_NAMED = {
    _RATIO: re.compile("比例|几成|百分|几个点"),
    _DEDUCTIBLE: re.compile("起付|门槛"),
    _CAPPED: re.compile("封顶|限额|最多|最高"),
}


@dataclass
class _Row:
    """What the cases come to in one row of the tables (三级医院): for each unit the figure of each case."""

    name: str
    amounts: list[tuple[str | None, ...]] = field(default_factory=list)
    figures: dict[str, list[Decimal | None]] = field(default_factory=dict)

    def pair(self, unit: str) -> tuple[Decimal | None, ...]:
        return tuple(self.figures.get(unit, ()))


class Contrasts:
    """Holds the choices of one fact side by side, with the rules of one library."""

    def __init__(self, toolbox: Toolbox) -> None:
        self._toolbox = toolbox
        self._vocabulary: Vocabulary = toolbox.library.corpus.vocabulary

    def between(
        self, policies: Sequence[str], facts: Facts, fact: str = "", values: Sequence[str] = (), about: str = ""
    ) -> Searched | Needed | Refused:
        """What differs between the choices of a fact under one policy, or between several policies, without a bill.

        The kind of care is a stay if unsaid. What the question `about` them names (起付线) comes first.
        """
        case: dict[str, object] = {name: value for name, value in facts.items() if name != fact}
        if fact != "care" and "care" not in case:
            case["care"] = self._usual_care(policies[0])
        if len(policies) > 1:
            return self._held([(self._toolbox.library.name(one), one, case) for one in policies], case, about)
        told = self._vocabulary.facts[fact].told
        return self._held([(told(one), policies[0], {**case, fact: one}) for one in values], case, about)

    def _held(
        self, cases: Sequence[tuple[str, str, Mapping[str, object]]], shared: Mapping[str, object], about: str
    ) -> Searched | Needed | Refused:
        """Some cases, each with its name and policy, held side by side."""
        rows: list[_Row] = []
        clauses: dict[tuple[str, str], None] = {}
        taken: dict[str, None] = dict.fromkeys([str(shared["care"])] if "care" in shared else [])
        told_in_rows = [list(self._rows(case, policy, "", _DEEPEST, taken)) for _, policy, case in cases]
        if len({policy for _, policy, _ in cases}) == 1:
            told_in_rows = _in_the_same_rows(told_in_rows)
        for at, ((_, policy, _), own) in enumerate(zip(cases, told_in_rows, strict=True)):
            for name, outcome, great in own:
                if not isinstance(outcome, Computed):
                    return outcome
                clauses |= dict.fromkeys((policy, one.clause) for one in outcome.citations)
                _note(rows, name, (outcome, great), at)
        told = [name for name, _, _ in cases]
        rows = [row for row in rows if len(row.amounts) == len(cases)]
        lead = _alike(rows, told) or "\n".join(_lines(rows, told, _asked_first(about), ";".join(taken)))
        library = self._toolbox.library
        return Searched(
            kind="fact",
            passages=tuple(passage(library, *one) for one in _of_each(clauses)),
            lead=lead or None,
            warnings=tuple(dict.fromkeys(one for _, policy, _ in cases for one in library.warnings(policy))),
        )

    def _usual_care(self, policy: str) -> str:
        cares = self._toolbox.library.books[policy].by_care
        return _USUAL if _USUAL in cares else next(iter(cares))

    def _rows(
        self, case: Mapping[str, object], policy: str, name: str, depth: int, taken: dict[str, None]
    ) -> Iterator[tuple[str, Estimated, Estimated]]:
        """The estimates of a case for a usual and for a great bill, one pair for each choice of a fact it lacks."""
        outcome = self._estimate(case, policy, _A_USUAL_BILL)
        lacked = outcome.facts[0] if isinstance(outcome, Needed) else ""
        choices = outcome.all_choices.get(lacked, ()) if isinstance(outcome, Needed) else ()
        if not choices or not depth or len(choices) > _MOST_ROWS:
            yield name, outcome, self._estimate(case, policy, _A_GREAT_BILL)
            return
        if set(choices) == set(YES_NO):  # whether it was registered: the rule is told for those who did
            taken[self._vocabulary.facts[lacked].told(_YES)] = None
            yield from self._rows({**case, lacked: _YES}, policy, name, depth - 1, taken)
            return
        for choice in choices:
            row = f"{name}{self._vocabulary.facts[lacked].told(choice)}"
            yield from self._rows({**case, lacked: choice}, policy, row, depth - 1, taken)

    def _estimate(self, case: Mapping[str, object], policy: str, amount: Decimal) -> Estimated:
        book = self._toolbox.library.books[policy]
        computation = book.by_care.get(str(case.get("care")))
        bill = computation.rule.bill if computation else "cost"
        return self._toolbox.estimate(policy, {**case, bill: amount})  # type: ignore[dict-item]


def _in_the_same_rows(
    cases: Sequence[list[tuple[str, Estimated, Estimated]]],
) -> list[list[tuple[str, Estimated, Estimated]]]:
    """The rows of each case, where one that is alike in all rows of the others (转出去的都报50%) stands in each."""
    names = dict.fromkeys(name for rows in cases for name, _, _ in rows if name)
    return [[(name, *rows[0][1:]) for name in names] if names and len(rows) == 1 else rows for rows in cases]


def names_rate(text: str) -> bool:
    """Whether a text names a ratio, a deductible or a cap."""
    return any(unit.search(text) for unit in _NAMED.values())


def _note(rows: list[_Row], name: str, outcomes: Sequence[Estimated], at: int) -> None:
    row = next((one for one in rows if one.name == name), None)
    if row is None:
        rows.append(row := _Row(name))
    row.amounts.append(tuple(one.estimate.amount for one in outcomes if isinstance(one, Computed)))
    for unit, figure in figures_used(*(one.estimate for one in outcomes if isinstance(one, Computed))):
        row.figures.setdefault(unit, [None] * at).append(figure)


def figures_used(*estimates: EstimateView) -> Iterator[tuple[str, Decimal | None]]:
    """The ratio in percent, the deductible and the cap that estimates were made with; None where one is not clear."""
    clear = [{line.label: line for line in one.lines} for one in estimates if one.amount is not None]
    left = next(
        (found for one in clear if "按比例自付" in one and (found := _LEFT.search(one["按比例自付"].formula))), None
    )
    yield _RATIO, 100 - Decimal(left[1]) if left else None
    yield _DEDUCTIBLE, next((Decimal(one["起付线"].amount) for one in clear if "起付线" in one), None)
    capped = (found for one in clear if "超过封顶线" in one and (found := _CAP.search(one["超过封顶线"].formula)))
    yield _CAPPED, next((Decimal(found[1]) for found in capped), None)


def _of_each(clauses: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The first clauses of one policy, or the first of each of several."""
    found = list(clauses)
    first = list({policy: (policy, clause) for policy, clause in reversed(found)}.values())[::-1]
    return (first if len(first) > 1 else found)[:SHOWN]


def _alike(rows: Sequence[_Row], told: Sequence[str]) -> str:
    """That all cases come to the same, where no ratio was there to be compared; empty where they do not."""
    is_told = any(None not in pair for row in rows for pair in row.figures.values())
    same = [len(set(row.amounts)) == 1 and None not in row.amounts[0] for row in rows]
    return f"**{'、'.join(told)}报得一样**。" if same and all(same) and not is_told else ""


def _asked_first(about: str) -> tuple[str, ...]:
    """The units, those that a question names before the others."""
    return tuple(sorted(_UNITS, key=lambda unit: _NAMED[unit].search(about) is None))


def _lines(rows: Sequence[_Row], told: Sequence[str], units: Sequence[str], settled: str) -> Iterator[str]:
    """What differs, then what is the same for all."""
    kept = [(unit, {row.name: pair for row in rows if (pair := row.pair(unit)) and None not in pair}) for unit in units]
    differing = [(unit, pairs) for unit, pairs in kept if any(len(set(pair)) > 1 for pair in pairs.values())]
    alike = [unit for unit, pairs in kept if pairs and (unit, pairs) not in differing]
    lines = [_difference(unit, pairs, told) for unit, pairs in differing]
    if alike:
        lines.append((f"{'、'.join(alike)}一样", ""))
    if kept[0][0] in alike:  # what was asked about is the same
        lines.insert(0, lines.pop())
    for number, (line, figures) in enumerate(lines):
        bare = f"**{line}**" if not number else f"- {line}"
        yield f"{bare}:{figures}。" if figures else f"{bare}。"
    if lines and settled:
        yield f"按这些情况比:{settled}。"


def _difference(unit: str, pairs: Mapping[str, tuple[Decimal | None, ...]], told: Sequence[str]) -> tuple[str, str]:
    """By how much a unit differs, and its figures case by case, row by row where the rows are not alike."""
    gaps = {_gap(pair) for pair in pairs.values()}
    much = f"差{_measure(unit, next(iter(gaps)), is_gap=True)}" if len(gaps) == 1 else "不一样"
    if len(set(pairs.values())) == 1:
        return f"{unit}{much}", ",".join(_beside(unit, told, next(iter(pairs.values()))))
    each = much.replace("差", "都差", 1)
    return f"{unit}{each}", ";".join(f"{name}{','.join(_beside(unit, told, pair))}" for name, pair in pairs.items())


def _beside(unit: str, told: Sequence[str], pair: Iterable[Decimal | None]) -> Iterator[str]:
    for name, figure in zip(told, pair, strict=True):
        yield f"{name}{_measure(unit, figure or Decimal(0))}"


def _gap(pair: Sequence[Decimal | None]) -> Decimal:
    figures = [one for one in pair if one is not None]
    return max(figures) - min(figures)


def _measure(unit: str, figure: Decimal, *, is_gap: bool = False) -> str:
    return f"{short(figure)}{'个百分点' if is_gap else '%'}" if unit == _RATIO else words(figure)
