"""A question that asks several things in one breath (最多提多少,年初划多少): the clause that answers each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from mingbai.assistant.finding.what_is_written import is_well_matched
from mingbai.assistant.library import Library
from mingbai.assistant.matching.telling_words import IDLE_SIGNS, said_parts
from mingbai.assistant.outcome import Searched
from mingbai.assistant.passages import SHOWN, passage

if TYPE_CHECKING:
    from mingbai.retrieval import Hit

Finding = Callable[[str, Sequence[str], int], Sequence["Hit"]]
"""Finds so many clauses of some documents for a query."""
_SEVERAL = 2
_ASKING = re.compile(
    "多少|(?<![零〇九八七六])几[个天年月号次种家]|什么|怎么|怎样|如何|哪|谁|吗|多久|多长|是否|[能要是]不[能要是]|有没有"
)
_WHEN_AND_WHERE = re.compile("什么时候|何时|哪天|几号|什么时间|哪里|哪儿|在哪|多久|怎么|[去到来办交报呢又再要我]")
_WORD = re.compile("[一-鿿]")


class QuestionParts:
    """Answers the parts of questions from one library."""

    def __init__(self, library: Library, found: Finding) -> None:
        self._library = library
        self._found = found

    def best(self, question: str, policy: str, *, is_open: bool) -> list[tuple[str, Hit]]:
        """The parts of a question that asks more than one thing, each with its best clause of a policy.

        Where nobody had said which document is meant (`is_open`), the words before the question may only have named it.
        """
        said = said_parts(question)
        asking = [part for part in said if _ASKING.search(part) and _names_a_subject(part)]
        if len(asking) < _SEVERAL and not (is_open and asking and len(said) > 1):
            return []
        best = ((part, hit) for part in asking for hit in self._found(part, [policy], 1))
        return [(part, hit) for part, hit in best if is_well_matched(hit)]

    def leaves_one_out(self, answer: Searched, question: str, *, is_open: bool) -> bool:
        """Whether another clause than those of an answer answers one of several things asked."""
        policy, told = answer.passages[0].policy, {one.clause for one in answer.passages}
        return any(
            hit.metadata["clause"] not in told and not self._is_told(part, policy, told)
            for part, hit in self.best(question, policy, is_open=is_open)
        )

    def with_others(self, answer: Searched, question: str) -> Searched:
        """An answer with the clause of a part of the question that it leaves out."""
        policy, told = answer.passages[0].policy, {one.clause for one in answer.passages}
        others = dict.fromkeys(hit.metadata["clause"] for _, hit in self.best(question, policy, is_open=False))
        more = (passage(self._library, policy, clause) for clause in others if clause not in told)
        return answer.model_copy(update={"passages": (*answer.passages, *more)[:SHOWN]})

    def _is_told(self, part: str, policy: str, clauses: Collection[str]) -> bool:
        """Whether one of these clauses is surely known to be asked a part of a question."""
        beside = {(policy, one.id) for one in self._library.corpus.policies[policy].clauses if one.id not in clauses}
        return self._library.asked.is_known(part, (policy,), beside=beside)


def _names_a_subject(part: str) -> bool:
    """Whether a part of a question says what it is about (年初划多少) and not only when or where (什么时候去)."""
    rest = _WHEN_AND_WHERE.sub("", part)
    return len([sign for sign in rest if _WORD.match(sign) and sign not in IDLE_SIGNS]) > 1
