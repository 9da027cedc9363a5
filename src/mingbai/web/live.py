"""A tab made of parts that the server draws anew whenever something in it is chosen or typed.

The browser holds what was chosen and sends all of it each time; the server keeps nothing of anyone.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import gradio as gr

from mingbai.web import words
from mingbai.web.assets import asset
from mingbai.web.markup import text_html

_LOG = logging.getLogger(__name__)
_LONGEST = 200
_MOST = 100


@dataclass(frozen=True)
class Part:
    """A piece of a tab. A part with a `shape` is drawn anew only when that changes, so that typing goes on in it."""

    html: str
    shape: str = ""


@dataclass(frozen=True)
class Asked:
    """What a tab's buttons and fields hold, as the browser tells it."""

    values: Mapping[str, tuple[str, ...]]

    @classmethod
    def read(cls, told: object) -> Asked:
        """What was told, as far as it is names with words of a sensible length; the rest is left out."""
        if not isinstance(told, dict):
            return cls({})
        return cls({str(name)[:_LONGEST]: _strings(value) for name, value in list(told.items())[:_MOST]})

    def one(self, name: str) -> str:
        """The value of a field; empty where it has none."""
        return next(iter(self.values.get(name, ())), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field that can have several."""
        return self.values.get(name, ())

    def day(self, name: str) -> date | None:
        """The value of a date field; None where it holds no date."""
        try:
            return date.fromisoformat(self.one(name))
        except ValueError:
            return None


def _strings(value: Any) -> tuple[str, ...]:
    several = value if isinstance(value, list) else [value]
    return tuple(one[:_LONGEST] for one in several[:_MOST] if isinstance(one, str))


Show = Callable[[Asked], Mapping[str, Part]]


def add_live(parts: Sequence[str], show: Show, scripts: Sequence[str] = ("live.js",)) -> None:
    """Put a tab of named parts, top to bottom, into the Gradio context that is open; `show` draws them.

    `scripts` run one after the other in the same function; those after live.js add to it.
    """

    def draw(told: object) -> dict[str, list[str]]:
        return {name: [part.shape, part.html] for name, part in _shown(show, told).items()}

    drawn = _shown(show, {})
    gr.HTML(
        _WAITING + "".join(_part_html(name, drawn.get(name, Part(""))) for name in parts),
        apply_default_css=False,
        js_on_load="".join(map(asset, scripts)),
        elem_classes="mb-page mb-live",
        server_functions=[draw],
    )


def _shown(show: Show, told: object) -> Mapping[str, Part]:
    try:
        return {"problem": Part("")} | dict(show(Asked.read(told)))
    except Exception:
        _LOG.exception("a tab could not be drawn")
        return {"problem": Part(f'<p class="mb-notice" role="alert">{text_html(words.TRY_AGAIN)}</p>')}


# What the browser shows by itself: that it waits, and that nobody answers.
_WAITING = (
    f'<p class="mb-drawing" aria-hidden="true">{words.DRAWING}</p>'
    f'<template data-away><p class="mb-notice" role="alert">{words.AWAY}</p></template>'
)


def _part_html(name: str, part: Part) -> str:
    return f'<div data-part="{name}" data-shape="{text_html(part.shape)}">{part.html}</div>'
