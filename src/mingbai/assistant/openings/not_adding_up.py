"""That figures of an original do not agree, told first to who has them checked (4431对吗; 这33%对得上吗).

The clause says so in an answer of its own that begins with 对不上; it is told where the question holds a figure that a
worked case (`says`, `comes_to`) finds to be another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mingbai.assistant.matching.clause_figures import figures_of
from mingbai.assistant.outcome import Searched
from mingbai.corpus.models import Clause, Policy
from mingbai.language.numbers.amounts import find_amounts

_CHECKS = re.compile(  # 对吗, 对不对, 对得上吗, 核个数, 算错了吧, 准不准
    "对(?:吗|么|吧|不对|不上|得上)|对不(?:[?？]|$)|没[算写弄]?错[吧吗]|错了[吧吗没]|核[一个对]|准不准|可?信[吗不]"
)
_DISAGREES = re.compile("^对不上[：:]")
_YEARS = range(1990, 2100)


def not_adding_up(found: Searched, question: str, policies: Mapping[str, Policy]) -> Searched | None:
    """An answer that says first that the original's figures do not agree; None where none in question is such."""
    if not _CHECKS.search(question):
        return None
    told = {one.value for one in find_amounts(question) if one.value is not None and one.value not in _YEARS}
    # 33% is read as 0.33 in a question and as 33 in a clause
    told |= {one.value * 100 for one in find_amounts(question) if one.value is not None and one.kind == "percent"}
    for at, passage in enumerate(found.passages):
        policy = policies.get(passage.policy)
        clause = policy.by_id.get(passage.clause) if policy else None
        disputed = {case.says for case in clause.told if case.comes_to is not None} if clause else set()
        for answer in _disagreeing(clause) if clause and told & disputed else ():
            if disputed & {one.value for one in figures_of(answer)}:
                first = (passage, *found.passages[:at], *found.passages[at + 1 :])
                lead = _DISAGREES.sub("**对不上**：", answer)
                told_first = {"lead": lead, "lead_is_whole": False, "opening": None, "passages": first, "kind": "fact"}
                return found.model_copy(update=told_first)
    return None


def _disagreeing(clause: Clause) -> Iterator[str]:
    """The answers of a clause which say that its figures do not agree."""
    return (one.answer for one in clause.asked if one.answer and _DISAGREES.match(one.answer))
