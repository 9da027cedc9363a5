"""An Anki package (.apkg): notes are known by the item's id, so that importing it again updates them."""

from __future__ import annotations

import hashlib
from html import escape
from pathlib import Path

import genanki  # type: ignore[import-untyped]

from mingbai.quiz.item import Item, Quiz
from mingbai.quiz.wording import key_of, shown_choices, source_of

_MODEL_ID = 1_704_201_330
_FRONT = '<div class="question">{{Question}}</div><div class="choices">{{Choices}}</div>'
_BACK = '{{FrontSide}}<hr id="answer"><b>{{Answer}}</b><p>{{Explanation}}</p><p class="source">{{Source}}</p>'
_CSS = ".card{font-size:18px;line-height:1.6;text-align:left}.choices{margin-top:1em}.source{color:gray;font-size:14px}"
_MODEL = genanki.Model(
    _MODEL_ID,
    "明白:培训测验",
    fields=[{"name": name} for name in ("Question", "Choices", "Answer", "Explanation", "Source")],
    templates=[{"name": "题", "qfmt": _FRONT, "afmt": _BACK}],
    css=_CSS,
)


def write_anki(quiz: Quiz, path: Path, title: str) -> None:
    """The quiz as a deck of that title."""
    deck = genanki.Deck(_deck_id(title), title)
    for item in quiz.items:
        deck.add_note(_note(item))
    genanki.Package(deck).write_to_file(str(path))


def _deck_id(title: str) -> int:
    """The same for the same title; Anki wants a positive number below 2^31."""
    return int(hashlib.sha256(title.encode()).hexdigest()[:7], 16) + 1


def _note(item: Item) -> genanki.Note:
    choices = "<br>".join(f"{letter}. {escape(choice.text)}" for letter, choice in shown_choices(item))
    explanation = escape(item.explanation).replace("\n", "<br>")
    fields = [escape(item.question), choices, escape(key_of(item)), explanation, escape(source_of(item))]
    return genanki.Note(model=_MODEL, fields=fields, guid=item.id, tags=[item.topic, item.policy])
