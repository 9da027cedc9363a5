"""Which policies can be meant by a scheme as people name it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from mingbai.corpus.models import Policy
from mingbai.rules.book import Book

_WORKERS, _RESIDENTS, _RURAL = "职工", "居民", "新农合"
_CATASTROPHIC = "大病"
_OWN_SCHEME = "basic_scheme"


class SchemeFit:
    """Holds some policies against the schemes named."""

    def __init__(
        self, policies: Mapping[str, Policy], schemes_chosen: Mapping[str, Collection[str]] | None = None
    ) -> None:
        """`schemes_chosen` has by document those that its rules tell apart."""
        self._policies = policies
        self._schemes_chosen = dict(schemes_chosen or {})

    def can_be(self, document: str, scheme: str) -> bool:
        """Whether a document, by its id, can be meant by a scheme; one that is no policy by any."""
        policy = self._policies.get(document)
        return policy is None or can_mean(policy, scheme) or scheme in self._schemes_chosen.get(document, ())

    def among(self, policies: Sequence[str], schemes: Sequence[str]) -> tuple[str, ...]:
        """Those of some policies that can be meant by the schemes named; all where none is."""
        return tuple(one for one in policies if all(self.can_be(one, scheme) for scheme in schemes))

    def unfit(self, policies: Sequence[str], schemes: Sequence[str]) -> str:
        """The scheme of those named that none of some policies belongs to; else that of the person's own."""
        named = (*schemes, _WORKERS + "医保")
        return next((one for one in named if not self.among(policies, (one,))), named[0])

    def nearest(self, policies: Sequence[str], schemes: Sequence[str]) -> tuple[str, ...]:
        """Of some policies those of catastrophic insurance, where that is the scheme named; all where none is."""
        if not any(_CATASTROPHIC in one for one in schemes):
            return tuple(policies)
        kept = tuple(one for one in policies if _CATASTROPHIC in self._policies[one].scheme)
        return kept or tuple(policies)


def schemes_told_apart(books: Mapping[str, Book]) -> dict[str, frozenset[str]]:
    """By policy the schemes of basic insurance between which its rules choose (a hospital's promise to each)."""
    told = {
        name: frozenset(value for one in book.by_care.values() for value in one.domain.get(_OWN_SCHEME, ()))
        for name, book in books.items()
    }
    return {name: schemes for name, schemes in told.items() if schemes}


def can_mean(policy: Policy, named: str) -> bool:
    """Whether a scheme as people name it can mean a policy's scheme."""
    of_policy = policy.scheme
    if named == _RURAL:
        return any(_RURAL in name for name in (of_policy, policy.title, *policy.also_called))
    for group, other in ((_WORKERS, _RESIDENTS), (_RESIDENTS, _WORKERS)):
        if group in named and other in of_policy and group not in of_policy:
            return False
    return True
