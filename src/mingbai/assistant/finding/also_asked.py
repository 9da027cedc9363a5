"""What a question asks for that the line found for it does not give, told from the same clause.

A ready answer tells one thing (十五日内); the question may ask for another as well (去哪改), or for that alone, of a
clause that keeps no answer to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mingbai.assistant.finding.inquiry import Inquiry
from mingbai.assistant.library import Library
from mingbai.assistant.matching.kinds_asked import AskedFor, is_silent, names_something, things_asked
from mingbai.assistant.matching.match import standing_out
from mingbai.assistant.matching.telling import ENOUGH
from mingbai.assistant.openings.straight_lines import is_told_by_any, without_ruling
from mingbai.assistant.outcome import Passage, Searched, first_clause
from mingbai.assistant.passages import passage
from mingbai.corpus.models import Clause, Policy

_SAID, _SAID_ELSEWHERE = 0.3, 0.5
"""How much of what is asked, of 1, the ways of asking for an answer must say: of the clause shown, of another one."""
_AS_MUCH, _MANY, _FAR_LESS = 0.95, 2, 0.5
"""So much of the best is as much; where so many others say as much they tell nothing apart."""
_ASKS_UNTIL, _UNTIL = re.compile("截止|最[晚迟后]"), re.compile("为止|以前|之前|以内|[日月]内|最[晚迟]|截止")
_HANDING_IN = re.compile("[交递送办]|(?<!才)报(?!销)")
_LITTLE = 0.5
"""So little of a question a sentence may say where all else that its clause says is told already."""


class AlsoAsked:
    """Completes answers from the clauses of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def with_it(self, found: Searched, asked: Inquiry) -> Searched:
        """An answer with a line for each thing asked for that its own lines do not give and its first clause does.

        Where the question is part of a message these may come from another clause found for it; where none of its own
        lines gives what it asks for, they stand alone.
        """
        if (first := self._first_of(found)) is None:
            return found
        things = list(things_asked(asked.bare))
        own = found.lead or ("" if asked.is_part else found.opening or "")  # of a part only the lead is told
        told = [one for one in own.split("\n") if one]
        lacking = [one for one in things if not any(map(one.kind.is_given, told))]
        more: list[str] = []
        elsewhere: list[Passage] = []
        for one in lacking:
            if any(map(one.kind.is_given, more)):  # 从哪天到哪天 asks twice for the same
                continue
            whole = self._with_context(one, asked)
            asked_as = (whole,) if one.kind.is_figure else dict.fromkeys((whole, one))  # of whom, 交多少 leaves open
            lines = (self._line(each.text, [each], first, (*told, *more)) for each in asked_as)
            line = next((line for line in lines if line and _is_of_act(line, asked)), None)
            if line is None and asked.is_part and (other := self._elsewhere(first[0], asked, whole)):
                line, shown = other
                elsewhere.append(shown)
            more += [line] if line else []
        if not more:
            return found
        is_alone = asked.is_part and len(lacking) == len(things)
        kept = "" if is_alone else found.lead or ""
        passages = (*found.passages, *elsewhere) if kept or not elsewhere else (*elsewhere, *found.passages)
        told_now = {"lead": "\n".join(filter(None, (kept, *more))), "passages": passages}
        return found.model_copy(update={**told_now, "lead_is_whole": bool(kept) and found.lead_is_whole})

    def instead(self, found: Searched, question: str, told: Sequence[str]) -> Searched:
        """An answer to one of several questions, led by what its first clause says of it and lines `told` do not."""
        first = self._first_of(found)
        line = self._line(question, list(things_asked(question)), first, told, _LITTLE) if first else None
        return found.model_copy(update={"lead": line, "lead_is_whole": False}) if line else found

    def _with_context(self, thing: AskedFor, asked: Inquiry) -> AskedFor:
        """A thing asked for, as asked of what was spoken of before where the question names nothing (交多少)."""
        is_bare = asked.is_part and not names_something(asked.bare)
        return replace(thing, text=f"{asked.context} {thing.text}".strip()) if is_bare else thing

    def _first_of(self, found: Searched) -> tuple[Policy, Clause] | None:
        """The clause found first, with its policy; None where none was found, or one of a document of the user's."""
        policy, clause = first_clause(found) or ("", "")
        document = self._library.corpus.policies.get(policy)
        return (document, document.by_id[clause]) if document else None

    def _elsewhere(self, policy: Policy, asked: Inquiry, thing: AskedFor) -> tuple[str, Passage] | None:
        """The line of another clause found for a question that gives what is asked for, with it; None without one."""
        said = {
            (clause, answer): much
            for clause in asked.clauses_of(policy.id)
            for answer, much in self._said(thing.text, (policy, policy.by_id[clause]), [thing], ()).items()
        }
        best = max(said, key=lambda one: said[one], default=None)
        if best is None or said[best] < _SAID_ELSEWHERE:
            return None
        return standing_out(best[1]), passage(self._library, policy.id, best[0])

    def _line(
        self,
        question: str,
        asked: Sequence[AskedFor],
        clause: tuple[Policy, Clause],
        told: Sequence[str],
        enough: float = ENOUGH,
    ) -> str | None:
        """The line of a clause that gives what is asked for and is not told; None where it has none."""
        said = _of_its_end(self._said(question, clause, asked, told), question)
        best = max(said, key=lambda one: (said[one], len(one)), default=None)
        if best is None or said[best] < _SAID or not _stands_out(said, best, question):
            best = next(filter(None, (self._sentence(one, clause[1].text, enough) for one in asked)), None)
        return None if best is None or is_told_by_any(best, told) else standing_out(best)

    def _sentence(self, asked: AskedFor, text: str, enough: float) -> str | None:
        """The sentence of a clause that gives what is asked for; of a list asked for (哪些人) few words tell which."""
        return self._library.telling.giving(asked, text, _LITTLE if asked.kind.is_list else enough)

    def _said(
        self, question: str, of: tuple[Policy, Clause], asked: Sequence[AskedFor], told: Sequence[str]
    ) -> dict[str, float]:
        """The answers of a clause that give what is asked for and are not told, each with how much it says of it."""
        policy, clause = of
        kept = [one.answer for one in clause.asked if one.answer and not is_silent(one.answer)]
        giving = [one for one in kept if all(each.kind.is_given(one) for each in asked)]
        new = [one for one in giving if not is_told_by_any(without_ruling(one) if asked else one, told)]
        return self._library.asked.said_of(question, policy.id, clause.id, new)


def _stands_out(said: Mapping[str, float], best: str, question: str) -> bool:
    """Whether an answer says more of what is asked than the others: far more, where the question names nothing."""
    others = [much for answer, much in said.items() if answer != best]
    if not names_something(question):  # 手续怎么弄
        return max(others, default=0.0) <= _FAR_LESS * said[best]
    return sum(much >= _AS_MUCH * said[best] for much in others) < _MANY


def _is_of_act(line: str, asked: Inquiry) -> bool:
    """Whether a line tells of handing in where a part asks of that and names nothing else (什么时候去交, 交给谁)."""
    asks_of_act = asked.is_part and not names_something(asked.bare) and _HANDING_IN.search(asked.bare)
    return not asks_of_act or _HANDING_IN.search(line) is not None


def _of_its_end(said: Mapping[str, float], question: str) -> Mapping[str, float]:
    """Of the answers to a question for the last day (截止哪天) those that tell such a day, where there are any."""
    ends = {answer: much for answer, much in said.items() if _UNTIL.search(answer)}
    return ends if ends and _ASKS_UNTIL.search(question) else said
