"""What a message goes on about that names nothing itself: the clause shown before it, or the document that holds it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from mingbai.assistant.finding.search import ClauseSearch
from mingbai.assistant.outcome import Needed, Searched, first_clause, lead_of

Arguments = Mapping[str, Any]
"""The arguments of a search of the clauses, as its tool takes them."""
_KEPT = 64
_SHORT = 16  # characters of a message that may go on with the one before it


class Following:
    """Holds what a search finds for a message against what was found for the one before it."""

    def __init__(self, search: ClauseSearch) -> None:
        self._search = search
        self._found = lru_cache(_KEPT)(self._find)

    def find(self, arguments: Arguments) -> Searched | Needed:
        """What a search finds."""
        return self._found(json.dumps(arguments, ensure_ascii=False, sort_keys=True))

    def meant(self, arguments: Arguments, joined: Arguments, before: Arguments, *, is_bare: bool) -> Arguments:
        """Of a search for a message, and one for it `joined` to the question before it, the one that is meant.

        The joined one for a message that `is_bare` of a subject, where the clause it finds first is one that was shown
        `before` and the message alone finds another that does not answer straight, or one of another document. Where
        a message alone would have to ask whose rule is meant, it is that of the document shown before.
        """
        shown = self.find(before)
        if not isinstance(shown, Searched) or not shown.passages:
            return arguments
        told = {(one.policy, one.clause) for one in shown.passages}
        alone, document = self.find(arguments), shown.passages[0].policy
        if isinstance(alone, Needed):
            within, both = ({**one, "policies": [document]} for one in (arguments, joined))
            is_more = not _is_same(self.find(both), shown)  # and not the answer given before, once more
            in_document = both if is_more or not lead_of(self.find(within)) else within
            return in_document if _is_short(arguments) else arguments
        if not is_bare:
            is_silent = _is_short(arguments) and alone.lead is None and alone.passages
            return self.in_document(arguments, (arguments, joined), before) if is_silent else arguments
        together = self.find(joined)
        is_elsewhere = _document(alone) != document
        is_straight = (alone.lead is not None and not is_elsewhere) or first_clause(shown) == first_clause(alone)
        return joined if not is_straight and first_clause(together) in told else arguments

    def of_shown(self, arguments: Arguments, others: Iterable[Arguments], before: Arguments) -> Arguments | None:
        """The search of the document shown `before` to which its very clause says straight what it did not say then.

        That is one of some `others` for a short message; None where none is, or that of `arguments` finds it already.
        """
        document, shown = self.document(before), self.find(before)
        if not document or not _is_short(arguments) or first_clause(self.find(arguments)) == first_clause(shown):
            return None
        within = ({**one, "policies": [*document]} for one in others)
        return next((one for one in within if lead_of(self.find(one)) and _tells_else(self.find(one), shown)), None)

    def is_elsewhere(self, arguments: Arguments, before: Arguments) -> bool:
        """Whether a search finds first another document than the one shown `before`."""
        return _document(self.find(arguments)) not in self.document(before)

    def of_thing(self, searches: Iterable[Arguments], thing: str, before: Arguments) -> Arguments | None:
        """The search that tells of another thing, by its name, what the clause shown `before` told of the first one.

        None where the answers to all of them are of another clause, or do not name it.
        """
        shown = self.find(before)
        telling = (one for one in searches if _tells_else(self.find(one), shown))
        return next((one for one in telling if thing in lead_of(self.find(one))), None)

    def in_document(self, arguments: Arguments, others: Sequence[Arguments], before: Arguments) -> Arguments:
        """The search for a message that goes on with what was shown `before`, in that document where it answers.

        Some `others` for the message are tried there one after another, where that of `arguments` tells nothing of it.
        """
        document, shown = self.document(before), self.find(before)
        alone = self.find(arguments)
        is_there = _document(alone) in document
        if not document or (is_there and lead_of(alone)):
            return arguments
        within = [{**one, "policies": [*document]} for one in others]
        found = [(one, self.find(one)) for one in within]
        straight = next((one for one, it in found if lead_of(it) and not _is_same(it, shown)), None)
        if not (straight or is_there or lead_of(alone)):  # the clause shown is nearer than one of another document
            straight = next((one for one, it in found if first_clause(it) == first_clause(shown)), None)
        if straight or is_there or not isinstance(alone, Needed):
            return straight or arguments
        return within[-1]

    def is_of_same_clause(self, arguments: Arguments, before: Arguments) -> bool:
        """Whether two searches find the same clause first."""
        return first_clause(self.find(arguments)) == first_clause(self.find(before))

    def document(self, before: Arguments | None) -> tuple[str, ...]:
        """The document that a search found first; none where it found none."""
        shown = self.find(before) if before else None
        return (shown.passages[0].policy,) if isinstance(shown, Searched) and shown.passages else ()

    def otherwise(self, arguments: Arguments, others: Iterable[Arguments], before: Arguments) -> Arguments:
        """Of searches for another case of what was shown `before` the first whose answer is not that again.

        The `others` are the same question in other words; that of `arguments` where none of them says anything else.
        """
        shown, found = self.find(before), self.find(arguments)
        if isinstance(found, Needed) or (found.lead and not _is_same(found, shown)):
            return arguments
        return next((one for one in others if _tells_else(self.find(one), shown)), arguments)

    def is_told_alone(self, arguments: Arguments, before: Arguments) -> bool:
        """Whether a search tells straight, of a message alone, what the clause shown `before` says (那自杀的呢)."""
        alone, shown = self.find(arguments), self.find(before)
        is_same = first_clause(alone) == first_clause(shown) is not None
        return is_same and isinstance(alone, Searched) and alone.lead is not None

    def is_answered_together(self, arguments: Arguments, joined: Arguments, before: Arguments) -> bool:
        """Whether a search joined to the question before is led by the clause shown then, and it alone by no other."""
        alone, together, shown = self.find(arguments), self.find(joined), first_clause(self.find(before))
        is_straight = isinstance(together, Searched) and together.lead is not None
        has_other = isinstance(alone, Searched) and alone.lead is not None and first_clause(alone) != shown
        return is_straight and first_clause(together) == shown is not None and not has_other

    def _find(self, arguments: str) -> Searched | Needed:
        return self._search.search(**json.loads(arguments))


def _is_short(arguments: Arguments) -> bool:
    """Whether a message is so short that it may go on with the one before it."""
    return len(arguments["query"]) <= _SHORT


def _is_same(found: Searched | Needed, shown: Searched | Needed) -> bool:
    """Whether two searches are led by the same words."""
    return lead_of(found) == lead_of(shown) != ""


def _tells_else(found: Searched | Needed, shown: Searched | Needed) -> bool:
    """Whether a search finds the clause shown before and does not say again what was told of it.

    A yes to the one is no yes to the other: the clause alone is then better than that.
    """
    is_doubt = isinstance(found, Searched) and found.kind == "eligibility"
    is_of_clause = first_clause(found) == first_clause(shown)
    return is_of_clause and (is_doubt or bool(lead_of(found))) and not _is_same(found, shown)


def _document(found: Searched | Needed) -> str | None:
    """The document that a search found first; None where it found none."""
    first = first_clause(found)
    return first[0] if first else None
