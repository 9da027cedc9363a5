"""The page's scripts, style sheets and pictures, which lie beside its modules."""

from __future__ import annotations

from importlib.resources import files


def asset(path: str) -> str:
    """The text of a file of this package, by its path here, such as chat/transcript.js."""
    return files("mingbai.web").joinpath(path).read_text(encoding="utf-8")
