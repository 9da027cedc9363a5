"""Terms of the field explained where a conversation first uses them, in the vocabulary's plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mingbai.assistant.reply import Reply, ReplyKind
from mingbai.corpus.vocabulary import Vocabulary

LONGEST = 400
"""Characters that a reply may have outside its lists."""
_AT_MOST = 3
_SILENT: tuple[ReplyKind, ...] = ("chat", "decline")
_LIST_LINE = re.compile(r"\s*(?:[-*+]\s|\||\d+(?:[.)]\s|、))")
_MARKUP = re.compile(r"[*#>\s]")
_TITLE = re.compile("《[^》]*》")


class Explaining:
    """Adds one line on the terms that a reply is the first to use."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._terms = {name: term for name, term in vocabulary.terms.items() if term.explain_at}

    def explained(self, reply: Reply, earlier: Sequence[str], *, of_statement: bool = True) -> Reply:
        """The reply with at most three terms explained, those that come first.

        `earlier` are the texts before it; `of_statement` where the statement's terms count too, not the text's alone.
        """
        is_list_of_names = reply.missing[:1] == ("policy",) or (reply.kind == "clarify" and not reply.missing)
        if reply.kind in _SILENT or is_list_of_names:
            return reply
        lines = reply.estimate.lines if reply.estimate and of_statement else ()
        used = self._used(_TITLE.sub("", reply.text), "\n".join(line.label for line in lines))
        new = [name for name in used if not self._is_explained(name, (reply.text, *earlier))]
        for count in range(min(len(new), _AT_MOST), 0, -1):
            line = ";".join(f"{name}:{self._terms[name].means}" for name in new[:count])
            if length_of(reply.text) + len(line) + len("()") <= LONGEST:
                return reply.model_copy(update={"text": f"{reply.text}\n\n({line})"})
        return reply

    def _used(self, *texts: str) -> Iterable[str]:
        """The terms of some texts in the order in which they first stand there."""
        return dict.fromkeys(name for text in texts for _, name in sorted(self._standing(text)))

    def _standing(self, text: str) -> Iterator[tuple[int, str]]:
        for name, term in self._terms.items():
            places = [text.find(written) for written in term.explain_at if written in text]
            if places:
                yield min(places), name

    def _is_explained(self, name: str, texts: Iterable[str]) -> bool:
        return any(self._terms[name].means in text for text in texts)


def length_of(text: str) -> int:
    """How many characters of a Markdown text a reader sees outside its lists."""
    return sum(len(_MARKUP.sub("", line)) for line in text.splitlines() if not _LIST_LINE.match(line))
