"""The plot of a report: the share right by score beside the last kept run, and how well each index finds clauses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from matplotlib.figure import Figure

from eval.kept import Record

_NOW, _BEFORE = "#1f6f5c", "#c9c9c9"
_WIDE, _ROW = 11.0, 0.32
_LEAST_SHOWN = 0.8
_FOUND_BY = "R@5"


def plot(now: Record, before: Record | None, path: Path) -> None:
    """Write the plot as an SVG file."""
    ids = set(now.questions)
    shares = {name: right / asked for name, (right, asked) in now.shares(ids).items()}
    earlier = {name: right / asked for name, (right, asked) in before.shares(ids).items()} if before else {}
    found = {system: scores[_FOUND_BY] for system, scores in now.retrieval.items()}
    figure = Figure(figsize=(_WIDE, 1 + _ROW * max(len(shares), len(found))), layout="constrained")
    left, right = figure.subplots(1, 2)
    _bars(left, shares, earlier, "share right (grey: last kept run)")
    left.set_xlim(_LEAST_SHOWN, 1)
    _bars(right, found, {}, f"clauses found, {_FOUND_BY}")
    figure.savefig(path, format="svg", metadata={"Date": None})


def _bars(axes: Any, values: dict[str, float], earlier: dict[str, float], title: str) -> None:
    rows = range(len(values))
    axes.barh(rows, [earlier.get(name, 0) for name in values], height=0.8, color=_BEFORE)
    axes.barh(rows, list(values.values()), height=0.45, color=_NOW)
    axes.set_yticks(rows, list(values))
    axes.invert_yaxis()
    axes.set_title(title)
