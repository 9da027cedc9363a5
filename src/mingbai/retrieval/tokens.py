"""Text made comparable, and cut into the pieces that the keyword indexes count."""

import re
import unicodedata
from collections.abc import Iterable

from rjieba import Jieba

_RUN = re.compile(r"(?P<ascii>[0-9a-z]+(?:\.[0-9]+)?%?)|[^\W0-9a-z_]+")


def normalise(text: str) -> str:
    """NFKC, lower case, single spaces: full-width digits and 三级 from a PDF compare equal to typed ones."""
    encodable = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join(unicodedata.normalize("NFKC", encodable).lower().split())


def bigrams(text: str) -> list[str]:
    """Character pairs of each Chinese run of normalised text; numbers and Latin words stay whole."""
    pieces: list[str] = []
    for run in _RUN.finditer(text):
        whole = run.group()
        if run.group("ascii") or len(whole) == 1:
            pieces.append(whole)
        else:
            pieces.extend(whole[start : start + 2] for start in range(len(whole) - 1))
    return pieces


class WordCutter:
    """Cuts normalised text into words, the given terms among them, each also with the words inside it."""

    def __init__(self, terms: Iterable[str] = ()) -> None:
        self._jieba = Jieba()
        for term in sorted({normalise(term) for term in terms} - {""}):
            self._jieba.add_word(term, None, None)

    def __call__(self, text: str) -> list[str]:
        """Words in order; a long word is preceded by the shorter words in it (jieba's search mode)."""
        return [word for word in self._jieba.cut_for_search(text) if _RUN.search(word)]
