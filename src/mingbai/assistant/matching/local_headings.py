"""Clauses that tell of one place of several within a policy (富阳 within 浙江): they answer for no other place."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from mingbai.assistant.matching.pieces import any_of
from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary

_RANKS = "省市县区"
_AND = ("和", "跟", "与", "比", "、")
_SHORTEST, _SEVERAL = 2, 2

Where = tuple[str, str]
"""A clause by its policy and its own name."""


class LocalHeadings:
    """The places within the place of a policy that headings of its clauses name."""

    def __init__(self, policies: Iterable[Policy], vocabulary: Vocabulary) -> None:
        self._within = vocabulary.place_words
        spoken = (word for words in self._within.values() for word in words)
        self._names = any_of({*self._within, *vocabulary.other_places, *spoken})
        self._inner: dict[str, frozenset[str]] = {}
        self._headed: dict[Where, frozenset[str]] = {}
        for policy in policies:
            self._read(policy)

    def named(self, text: str) -> frozenset[str]:
        """The places that a text names, without their rank (富阳 for 富阳区); none where one is beside another."""
        found = list(self._names.finditer(text))
        is_beside = any(text[: one.start()].endswith(_AND) for one in found)
        return frozenset() if is_beside else frozenset(_plain(one[0]) for one in found)

    def within(self, policy: str, text: str) -> frozenset[str]:
        """The places within the place of a policy that a text names and headings of its clauses, too."""
        return self.named(text) & self._inner[policy]

    def fitting(self, places: Collection[str], clauses: Collection[Where]) -> frozenset[Where]:
        """Those of some clauses that may answer for some places: of a policy with some headed by one of them, these."""
        own = frozenset(one for one in clauses if not self._headed.get(one, frozenset()).isdisjoint(places))
        local = {policy for policy, _ in own}
        others = (one for one in clauses if one[0] not in local and not self._is_elsewhere(one, places))
        return own.union(others)

    def _is_elsewhere(self, where: Where, places: Collection[str]) -> bool:
        """Whether a clause is headed by another place than those asked for, of the same policy."""
        return where in self._headed and not self._inner[where[0]].isdisjoint(places)

    def _read(self, policy: Policy) -> None:
        """Keep the clauses headed by a place within the policy's own, or, where it has none, by one of several."""
        headed = {(policy.id, clause.id): self.named(clause.title) for clause in policy.clauses}
        every = frozenset[str]().union(*headed.values())
        named = (_plain(name) for place in policy.place for name in self._within.get(place, ()))
        within = frozenset(name for name in named if not any(place.startswith(name) for place in policy.place))
        inner = within if policy.place else every if len(every) >= _SEVERAL else frozenset[str]()
        self._inner[policy.id] = inner
        self._headed |= {where: names & inner for where, names in headed.items() if names & inner}


def _plain(name: str) -> str:
    return name.rstrip(_RANKS) if len(name) > _SHORTEST else name
