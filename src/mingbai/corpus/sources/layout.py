"""What `originals.yaml` of a corpus says about the originals: where parts begin, and what in them is noise."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from mingbai.corpus.problems import Problem
from mingbai.corpus.strict_yaml import load
from mingbai.corpus.values import Frozen, Number
from mingbai.corpus.wording import sentences

FILE = "originals.yaml"


_Written = Annotated[str, Field(min_length=1)]


class Noise(Frozen):
    """What no clause needs to hold, and why: paragraphs of a part that begin so, words in them, or the whole part."""

    part: Number
    begins: tuple[_Written, ...] = ()
    words: tuple[_Written, ...] = ()
    because: str = Field(min_length=2)


class Layout(Frozen):
    """One original: the first words of its parts where it has no headings, and its noise."""

    begins: tuple[_Written, ...] = ()
    noise: tuple[Noise, ...] = ()


class Layouts(Frozen):
    """All originals of a corpus, by file name."""

    files: dict[str, Layout] = Field(default_factory=dict)


def read_layouts(corpus: Path, problems: list[Problem]) -> Layouts:
    """The layouts of a corpus folder, none where it has no such file; mistakes go to `problems`."""
    path = corpus / FILE
    if not path.is_file():
        return Layouts()
    located = load(
        path.read_text(encoding="utf-8-sig"), 1, lambda line, words: problems.append(Problem(FILE, line, words))
    )
    try:
        return Layouts.model_validate(located.value or {})
    except ValidationError as error:
        for where, sentence in sentences(Layouts, located.value, error):
            problems.append(Problem(FILE, located.line(where), sentence))
        return Layouts()
