"""The originals of a corpus, and the passage of each clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mingbai.corpus.models import Clause, Policy
from mingbai.corpus.problems import Problem
from mingbai.corpus.sources.layout import FILE, Layout, read_layouts
from mingbai.corpus.sources.locate import LocatorError, locate
from mingbai.corpus.sources.noise import mistaken, without_noise
from mingbai.corpus.sources.original import CutError, Part, cut


@dataclass(frozen=True)
class Place:
    """Where one locator leads: a part of an original and the paragraphs in it."""

    part: Part
    paragraphs: range

    @property
    def text(self) -> str:
        """The paragraphs, one a line, as the original has them."""
        return "\n".join(self.part.paragraphs[index].text for index in self.paragraphs)


@dataclass(frozen=True)
class Originals:
    """Every original at hand by file name, as parts in order (part 0 first), without its noise."""

    parts: dict[str, tuple[Part, ...]]

    @classmethod
    def read(cls, folder: Path, corpus: Path, problems: list[Problem] | None = None) -> Originals:
        """The `.txt` originals of a folder, cut as the corpus folder's `originals.yaml` says.

        Mistakes go to `problems`, where it is given; a file that cannot be cut is left out.
        """
        found = [] if problems is None else problems
        layouts = read_layouts(corpus, found)
        parts: dict[str, tuple[Part, ...]] = {}
        for path in sorted(folder.glob("*.txt")):
            layout = layouts.files.get(path.name, Layout())
            try:
                pieces = cut(path.name, path.read_text(encoding="utf-8-sig"), layout.begins)
            except (CutError, UnicodeDecodeError) as error:
                found.append(Problem(FILE, 1, f"{path.name}:{error}"))
                continue
            messages = mistaken(layout, pieces)
            found.extend(Problem(FILE, 1, f"{path.name} {message}") for message in messages)
            parts[path.name] = tuple(without_noise(piece, layout) for piece in pieces)
        found.extend(
            Problem(FILE, 1, f"没有这份原文:{name}") for name in layouts.files if not (folder / name).is_file()
        )
        return cls(parts)

    def part(self, file: str, number: int) -> Part | None:
        """One part of a file, None where the file is not at hand or has no such part."""
        parts = self.parts.get(file, ())
        return parts[number] if 0 < number < len(parts) else None

    def places(self, policy: Policy, clause: Clause, locator: str) -> list[Place]:
        """Where a locator of a clause leads, in each of the clause's sources that it fits.

        Raises:
            LocatorError: where it fits none, with what is wrong in the last.
        """
        found: list[Place] = []
        wrong = LocatorError(f"“{locator}”:没有这份原文")
        for source in policy.sources_of(clause):
            part = self.part(source.file, int(source.part))
            if part is None:
                continue
            try:
                found.append(Place(part, locate(locator, part)))
            except LocatorError as error:
                wrong = error
        if not found:
            raise wrong
        return found


def original_passage(originals: Originals, policy: Policy, clause: Clause) -> str | None:
    """The words of the original a clause is located at, paragraph by paragraph; None where they are not at hand."""
    texts = list(dict.fromkeys(place.text for place in located(originals, policy, clause)))
    return "\n".join(texts) or None


def located(originals: Originals, policy: Policy, clause: Clause) -> Iterator[Place]:
    """Where the locators of a clause lead; those that lead nowhere are left out."""
    for locator in clause.locators:
        try:
            yield from originals.places(policy, clause, locator)
        except LocatorError:
            continue
