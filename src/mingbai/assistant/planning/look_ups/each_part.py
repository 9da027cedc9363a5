"""What to look up for each part of a message that asks for no sum."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from mingbai.assistant.conversation.state import State
from mingbai.assistant.finding.following import Following
from mingbai.assistant.library import Library
from mingbai.assistant.matching.pieces import any_of
from mingbai.assistant.moves import Call
from mingbai.assistant.openings.straight_lines import tells_more, those_told
from mingbai.assistant.outcome import Searched
from mingbai.assistant.planning.look_ups.part_calls import PartCalls
from mingbai.assistant.planning.parts.heads_told import counted_heads, of_heads, pay_alike
from mingbai.assistant.planning.parts.part import Part
from mingbai.assistant.planning.parts.part_words import is_of_payer, names_subject_in

_BOUND = re.compile("门槛|起付|封顶")
_WHOLE_PLACE = re.compile("全[国省市区县]")  # 全省千分之几, beside what is asked of one city of it


class EachPart:
    """Plans the searches for the parts of a message that asks for no sum."""

    def __init__(self, library: Library, following: Following, part_calls: PartCalls) -> None:
        self._library = library
        self._corpus = library.corpus
        self._following = following
        self._part_calls = part_calls

    def of(self, parts: Sequence[Part], state: State, move: Call) -> tuple[Call, ...]:
        """The searches for a whole message and for its parts, as far as each tells something of its own."""
        whole = self._following.find(move.arguments)
        if not isinstance(whole, Searched) or not whole.passages:
            return (move,)
        policy = whole.passages[0].policy
        of_policy = replace(state, documents=self._of_one_insurance(policy, state.documents))
        places = self._library.asked.places_within(policy, str(move.arguments["query"]))
        parts = [self._of_subject(_of_place(one, places), policy) for one in parts]
        if policy not in self._library.books:  # a report counts each group apart; rates are told by facts
            texts = self._library.texts.get(policy, "")
            parts = [_of_group(one) if _speaks_of(texts, one.group) else one for one in parts]
        query, vocabulary = str(move.arguments["query"]), self._corpus.vocabulary
        heads = counted_heads(query, vocabulary, are_alike=pay_alike(self._corpus.policies.get(policy)))
        calls = [move, *self._part_calls.of_each(of_heads(parts, heads), of_policy)]
        if not state.documents:
            calls[1:] = [self._in_any(part, call) for part, call in zip(parts, calls[1:], strict=True)]
        found = [self._following.find(one.arguments) for one in calls[1:]]
        is_joined = any(one.arguments["query"] != part.query for part, one in zip(parts, calls[1:], strict=True))
        is_carried = is_joined and not any(one.is_again for one in parts)
        told = those_told(whole, found, str(move.arguments["query"]), is_carried=is_carried)
        return tuple(calls[at] for at in told)

    def _of_one_insurance(self, policy_id: str, documents: Sequence[str]) -> tuple[str, ...]:
        """A document with those of some that tell of the same insurance of the same place: a policy and its report."""
        one = self._corpus.policies.get(policy_id)
        if one is None or not one.place:
            return (policy_id,)
        known = (self._corpus.policies.get(other) for other in documents)
        same = [other.id for other in known if other and (other.place, other.scheme) == (one.place, one.scheme)]
        return tuple(dict.fromkeys((policy_id, *same)))

    def _in_any(self, part: Part, call: Call) -> Call:
        """The search for a part in whatever document it speaks of, where the one of the whole message has no answer.

        Only a part that names its subject can speak of another document.
        """
        if part.context or tells_more(self._following.find(call.arguments), ()):
            return call
        anywhere = replace(call, arguments={**call.arguments, "policies": []})
        return anywhere if tells_more(self._following.find(anywhere.arguments), ()) else call

    def _of_subject(self, part: Part, policy: str) -> Part:
        """A part that names nothing but a policy (大病统筹管不管) as asked of what was told before it."""
        known = self._corpus.policies.get(policy)
        schemes = (word for words in self._corpus.vocabulary.schemes.values() for word in words)
        names = any_of({known.title, *known.also_called, *known.place, *schemes}) if known else None
        is_bare = names is not None and not names_subject_in(names.sub("", part.query))
        # 封顶多少 is asked of no premium told before it, 个人几个点 not of what units pay
        is_bare = is_bare and not (_BOUND.search(part.query) or is_of_payer(part.query))
        return replace(part, context=part.before) if is_bare and not part.context else part


def _of_place(part: Part, places: Collection[str]) -> Part:
    """A part that only puts another thing to what was asked, with the one place in its document's that was named."""
    others = tuple(_of_place(one, places) for one in part.others)
    is_wider = _WHOLE_PLACE.search(part.query) is not None
    if len(places) == 1 and not (part.is_again or is_wider):  # 富阳基本医保封顶多少,大病这块还有封顶没有
        part = replace(part, carried=(*places, *part.carried))
    is_named = not part.is_again or len(places) != 1 or any(place in part.query for place in places)
    return replace(part, query=part.query if is_named else f"{next(iter(places))} {part.query}", others=others)


def _speaks_of(texts: str, group: str) -> bool:
    """Whether a document knows a group by its name (社区医院 by 社区); 大医院 may be nobody's word."""
    name = group.removesuffix("医院")
    return group in texts or (len(name) > 1 and name in texts)


def _of_group(part: Part) -> Part:
    """A part that names nothing itself as asked of the group named before it (城乡居民 花了多少)."""
    return replace(part, query=f"{part.group} {part.query}", context="") if part.group else part
