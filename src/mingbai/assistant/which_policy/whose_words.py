"""Which document a message speaks of that names none and no place: told by words and questions that only it has.

学院生活部收医保 is of a college that summed up: 生活部 stands in no other document. A report spoken of as one
(半年总结里) is the one that is known to be asked so. One place's rule is never taken for meant: people elsewhere may be
asking the same of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from mingbai.assistant.library import Library
from mingbai.assistant.matching.telling_words import TellingWords
from mingbai.assistant.which_policy.own_words import OwnWords
from mingbai.corpus.models import Policy
from mingbai.language.parts import parts_of

_READ = 200
"""So many characters of a message tell whose it is; each run of them is looked for in every document."""
_A_REPORT = "report"
_REPORT = re.compile("总结|述职|工作报告|工作计划")


class WhoseWords:
    """Tells the documents of one library by the words of messages."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def _own(self) -> OwnWords:
        """What all documents say, with all that people are known to ask of them."""
        asked = {
            policy.id: "\n".join(words for clause in policy.clauses for one in clause.asked for words in one.people)
            for policy in self._library.corpus.policies.values()
        }
        texts = {one: f"{text}\n{asked[one]}" for one, text in self._library.texts.items()}
        return OwnWords(texts, TellingWords(self._library.corpus.vocabulary))

    def meant(self, text: str) -> str | None:
        """The one document that a normalised message speaks of by its words, no rule of a place; None where unsure.

        Some of its parts must be known to be asked of that document, unless a figure only stands in one report.
        """
        text = text[:_READ]
        told = [one for one in self._own.of_figures(text) if self._library.corpus.policies[one].kind == _A_REPORT]
        if len(told) == 1 and not self._library.binds(told[0]):
            return told[0]
        free = [one for one in self._library.corpus.policies.values() if not self._library.binds(one.id)]
        owning = self._own.of_runs(text)
        named = _REPORT.search(text)
        reports = [one for one in free if named and named[0] in _names(one)]
        meant = [one.id for one in free if owning == {one.id}] or [one.id for one in reports if not one.place]
        known = self._known(text, meant)
        return known.pop() if len(known) == 1 else None

    def _known(self, text: str, policies: Iterable[str]) -> set[str]:
        """Those of some documents that parts of a message are known to be asked of."""
        parts = parts_of(text)
        return {one for one in policies if any(self._library.asked.is_known(part, (one,)) for part in parts)}


def _names(policy: Policy) -> str:
    return "\n".join((policy.title, *policy.also_called))
