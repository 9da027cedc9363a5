"""The calls that search the clauses for the parts of a message, in words that find what is not told yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mingbai.assistant.conversation.state import State
from mingbai.assistant.finding.following import Following
from mingbai.assistant.matching.kinds_asked import Kind, things_asked
from mingbai.assistant.moves import Call
from mingbai.assistant.openings.straight_lines import is_silence, is_told_by_any, tells_more, without_ruling
from mingbai.assistant.outcome import Needed, Searched, first_clause, lead_of
from mingbai.assistant.planning.look_ups.clause_calls import ClauseCalls
from mingbai.assistant.planning.parts.carried import tells_of_carried
from mingbai.assistant.planning.parts.part import Part
from mingbai.assistant.planning.parts.part_words import names_subject_in
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.notes import FactValue

_OF_ITSELF = 3
"""Signs beside what asks by which a part may well be understood alone (满期那个钱是什么)."""
_MORE_THAN_TOLD = re.compile("那?还(?:得|要|有|需|应该?|能|可以)")  # 还得知会谁, after who was told
_PERSON = ("hardship", "insured", "employment", "basic_scheme")


class PartCalls:
    """Makes the calls that search the clauses for the parts of a message."""

    def __init__(self, vocabulary: Vocabulary, following: Following, calls: ClauseCalls) -> None:
        self._vocabulary = vocabulary
        self._following = following
        self._calls = calls

    def of(self, part: Part, state: State) -> Call:
        """The search for one part of a message, with the kind of care where that is what it goes on about."""
        is_claim = part.topic == "procedure" and "报" in part.query
        known = ("care", "care_place") if is_claim else ("care",) if part.is_of_care else ()
        about = [str(state.facts[one]) for one in known if one in state.facts]
        about += [part.heads] if part.heads else []
        call = self._calls.of(" ".join((*about, part.query)), replace(state, topic=part.topic), part.context)
        return replace(call, arguments={**call.arguments, "part": part.query})

    def of_each(self, parts: Iterable[Part], state: State) -> list[Call]:
        """The search for each part, in words that find what those before it do not tell."""
        calls: list[Call] = []
        for part in parts:
            calls.append(self._telling_more(part, state, [self._following.find(one.arguments) for one in calls]))
        return calls

    def of_person(self, part: Part, call: Call, state: State) -> Call:
        """The search for a part, put for whoever was told of where nothing is written for everybody (门槛是多少)."""
        found = self._following.find(call.arguments)
        who = "".join(str(state.facts[one]) for one in _PERSON if one in state.facts)
        if not who or not isinstance(found, Searched) or not (found.lead and is_silence(found.lead)):
            return call
        own = self.of(replace(part, query=f"{who}{part.query}"), state)
        return own if tells_more(self._following.find(own.arguments), ()) else call

    def _telling_more(self, part: Part, state: State, told: Sequence[Searched | Needed]) -> Call:
        """The search for a part, in those of its words that find what is not told yet; else in the first of them."""
        facts = {name: value for name, value in state.facts.items() if name not in part.of_others}
        told_of_part = {name: value for name, value in part.told if not self._is_narrower(facts.get(name), name, value)}
        state = replace(state, facts={**facts, **told_of_part})
        calls = [self._of_kind_asked(_with_all_asked(self.of(one, state))) for one in (part, *part.others)]
        plain = next((one for one in calls if tells_more(self._following.find(one.arguments), told)), calls[0])
        return self._not_told(part, self._carrying_on(part, plain, state, told), told)

    def _of_kind_asked(self, call: Call) -> Call:
        """A search for a part as it stands by itself, where it gives what the part asks for by that alone.

        单位出还是我出,什么月份交 asks for a time, which who pays does not tell.
        """
        asked = [one.kind for one in things_asked(str(call.arguments["query"]))]
        if not (asked and call.arguments.get("context")) or _gives(self._following.find(call.arguments), asked):
            return call
        alone = replace(call, arguments={**call.arguments, "context": ""})
        found = self._following.find(alone.arguments)
        return alone if tells_more(found, ()) and _gives(found, asked) else call

    def _not_told(self, part: Part, call: Call, told: Sequence[Searched | Needed]) -> Call:
        """The search for a part that finds only what some others tell, as one that tells something else.

        That is what more its clause says of it; else it is asked by itself, and not of what was spoken of before. What
        others tell may well be all that the part asks for, as where it asks for yes or no.
        """
        if part.topic == "eligibility" or part.is_again:
            return call
        lines = [line for one in told for line in lead_of(one).split("\n") if line]
        own = lead_of(self._following.find(call.arguments))
        asked = list(things_asked(part.query))
        own = without_ruling(own) if asked else own  # 还得知会谁 is no question for yes or no
        is_same = own and is_told_by_any(own, map(lead_of, told))
        is_answered = asked and all(any(map(one.kind.is_given, lines)) for one in asked)
        is_answered = is_answered and not _MORE_THAN_TOLD.match(part.query)
        if not is_same or is_answered:
            return call
        others = [replace(call, arguments={**call.arguments, "told": lines})]
        if names_subject_in(part.query, _OF_ITSELF):
            others.append(replace(call, arguments={**call.arguments, "context": ""}))
        return next((one for one in others if tells_more(self._following.find(one.arguments), told)), call)

    def _is_narrower(self, value: FactValue | None, fact: str, other: FactValue) -> bool:
        """Whether what the whole message tells (62岁,家里收入低) is one kind of what its part tells (收入低)."""
        choice = self._vocabulary.facts[fact].choices.get(str(value))
        return choice is not None and choice.counts_as == other

    def _carrying_on(self, part: Part, plain: Call, state: State, told: Sequence[Searched | Needed]) -> Call:
        """The search for a part as asked of what was told before it, where that answers it; else the `plain` one."""
        by_itself = self._following.find(plain.arguments)
        meant, carried = plain, ""
        for words in part.carried:
            if carried and carried not in words:
                continue
            call = _with_all_asked(self.of(replace(part, query=f"{words}{part.query}", context=""), state))
            found = self._following.find(call.arguments)
            # 区直全额拨款退休的 says more exactly of whom than 退休 does, of which the same clause answers
            is_more_exact = not carried or first_clause(found) == first_clause(self._following.find(meant.arguments))
            if is_more_exact and tells_of_carried(part.query, found, by_itself, words, told):
                meant, carried = call, words
        return replace(meant, arguments={**meant.arguments, "part": part.query}) if carried else plain


def _gives(found: Searched | Needed, kinds: Iterable[Kind]) -> bool:
    """Whether the line that a search found gives each of some kinds of things."""
    line = lead_of(found)
    return bool(line) and all(one.is_given(line) for one in kinds)


def _with_all_asked(call: Call) -> Call:
    """A search for one of several questions, which completes its answer with all that is asked."""
    return replace(call, arguments={**call.arguments, "told": []})
