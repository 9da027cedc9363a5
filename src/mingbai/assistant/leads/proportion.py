"""Which part one figure of a clause is of another (住院补偿占总补偿几成), where a question names both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from mingbai.assistant.leads.question import Lead
from mingbai.assistant.matching.clause_figures import Figure, pairs_of, told
from mingbai.corpus.models import Clause

_ASKS = re.compile("占[^,。;]{0,8}?(?:几成|百分之几|百分之多少|多少|多大)|比例是?(?:多少|几)?[?？]?$")
_OF = re.compile("(?<![这那心卫市县乡村家])(?:里面?|当中|其中|中)")  # 基金支出里大病上解占…
_WHOLE = re.compile("一共|总|合计|全[县年乡市]")
_COUNTED = ("人", "人次", "名", "户", "个", "家")
_NUMBER = re.compile("[0-9]+(?:\\.[0-9]+)?")
_NO_WORDS = re.compile("^[，、：]*(?:共|一共)?$")
_TWO_PLACES = Decimal("0.01")


def asks_proportion(question: str) -> bool:
    """Whether a question asks which part something is of something else."""
    return _ASKS.search(question) is not None


def proportion_lead(
    clause: Clause, figures: Sequence[Figure], question: str, *, is_of_bills: bool = False
) -> Lead | None:
    """The part that one figure is of another, in percent; None where both are not plainly meant, or it is written.

    Where a policy `is_of_bills`, sums of money are no parts of each other, but persons are.
    """
    if is_of_bills:
        figures = [one for one in figures if one.unit in _COUNTED]
    if not asks_proportion(question) or any(one.unit == "%" for one in figures):
        return None
    labelled = [(one, label) for one, label in _labelled(figures) if _is_of_unit(one, question)]
    meant = _told_in(labelled, question) or _named(labelled, question, clause.title)
    if meant is None:
        return None
    part, whole = meant
    share = (part.value / whole.value * 100).quantize(_TWO_PLACES)
    rough = "" if share * whole.value == part.value * 100 else "约"
    formula = f"{told(part.value, part.unit)}÷{told(whole.value, whole.unit)}"
    return Lead(f"**{rough}{told(share, '%')}**:{formula}。", (clause.id,))


def _is_of_unit(one: Figure, question: str) -> bool:
    """Whether a figure is of the unit that the question names, any where it names none."""
    return "人次" not in question or one.unit == "人次"


def _labelled(figures: Sequence[Figure]) -> list[tuple[Figure, str]]:
    """The figures with the words beside each; bare ones go by those before (住院129881人次，39593.02万元)."""
    found: list[tuple[Figure, str]] = []
    for one in figures:
        is_bare = _NO_WORDS.match(one.label) and found and found[-1][0].part == one.part
        found.append((one, found[-1][1] if is_bare else one.label))
    return found


def _told_in(figures: Sequence[tuple[Figure, str]], question: str) -> tuple[Figure, Figure] | None:
    """The two figures that the question tells itself (119个村卫生室处罚78个)."""
    numbers = {Decimal(one) for one in _NUMBER.findall(question)}
    known = [one for one, _ in figures if one.value in numbers]
    if len(known) != 2 or len(numbers) < 2 or known[0].unit != known[1].unit:
        return None
    part, whole = sorted(known, key=lambda one: one.value)
    return (part, whole) if part.value < whole.value else None


def _named(figures: Sequence[tuple[Figure, str]], question: str, title: str) -> tuple[Figure, Figure] | None:
    """The part by the words before 占, the whole by those after it or before 里; else the total of what is told."""
    before, _, after = question.partition("占")
    of = list(_OF.finditer(before))
    whole_words, part_words = (before[: of[-1].start()], before[of[-1].end() :]) if of else ("", before)
    whole_words += " " + re.split("几成|百分之|多少", after)[0]
    part = _best(figures, pairs_of(part_words) - pairs_of(whole_words))
    if part is None:
        return None
    others = [(one, label) for one, label in figures if one.unit == part.unit and one.value > part.value]
    said = pairs_of(whole_words)
    head = whole_words.rstrip()[-2:]  # of 基金支出 the 支出
    whole = _best([(one, label) for one, label in others if head in label] or others, said)
    is_named = any(pairs_of(label) & said for _, label in others)
    if whole is None and not is_named and part.unit in _COUNTED and pairs_of(title) & pairs_of(question):
        totals = [one for one, _ in others if _WHOLE.search(one.part) and not one.row]
        whole = max(totals, key=lambda one: one.value, default=None)
    return (part, whole) if whole else None


def _best(figures: Sequence[tuple[Figure, str]], said: frozenset[str]) -> Figure | None:
    """The one figure whose words are most among those said; of two units the money."""
    scores = [len(pairs_of(label) & said) for _, label in figures]
    best = max(scores, default=0)
    meant = [one for (one, _), score in zip(figures, scores, strict=True) if score == best] if best else []
    money = [one for one in meant if one.unit.endswith("元")]
    meant = money if len({one.unit for one in meant}) > 1 and money else meant
    return meant[0] if len({one.value for one in meant}) == 1 else None
