"""The bills that some policy of a library settles."""

from __future__ import annotations

from collections.abc import Iterable

from mingbai.assistant.library import Library


class SettledBills:
    """Knows them by the names of their facts."""

    def __init__(self, library: Library) -> None:
        books = library.books.values()
        self._names = {bill for book in books for one in book.by_care.values() for bill in one.bills}

    def any_of(self, facts: Iterable[str]) -> bool:
        """Whether one of these facts is a bill that some policy settles."""
        return not self._names.isdisjoint(facts)
