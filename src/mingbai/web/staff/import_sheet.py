"""What the staff see of a bureau's own documents: choosing files, what was read of them, what is stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mingbai.importing import ENDINGS, BrokenRecordError, ImportedClause, ImportedDocument
from mingbai.web import words
from mingbai.web.markup import markdown_html, text_html

MOST_FILES = 10
MOST_MEGABYTES = 10
MOST_TOGETHER = 30
MOST_STORED = 200
_MOST_SHOWN = 200


@dataclass(frozen=True)
class Waiting:
    """What was read and is not stored yet, and the files that could not be read with why."""

    documents: tuple[ImportedDocument, ...] = ()
    failures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Notice:
    """A sentence above the list; `changed` says that the shelf of the page is to be drawn anew."""

    text: str = ""
    is_good: bool = False
    changed: bool = False


def sheet_html(stored: Sequence[ImportedDocument | BrokenRecordError], waiting: Waiting, notice: Notice) -> str:
    """The whole sheet: a notice, the files waiting to be stored or the box to choose some, and what is stored."""
    names = {one.name: one for one in stored if isinstance(one, ImportedDocument)}
    upper = _waiting_html(waiting, names) if waiting.documents else _chooser_html()
    return (
        f'<div class="mb-imports"{" data-changed" if notice.changed else ""}>{_notice_html(notice)}'
        f"{_failures_html(waiting.failures)}{upper}{_stored_html(stored)}</div>"
    )


def progress_html(done: int, total: int) -> str:
    """How far the index is."""
    said = words.INDEXING.format(done=done, total=total) if total else words.INDEXING_BEGINS
    value = f' value="{done}" max="{total}"' if total else ""
    return (
        f'<div class="mb-imports" aria-busy="true"><p role="status">{said}</p>'
        f'<progress class="mb-progress" aria-label="{words.INDEXING_LABEL}"{value}></progress></div>'
    )


def _notice_html(notice: Notice) -> str:
    css = "mb-good" if notice.is_good else "mb-notice"
    return f'<p class="{css}" role="status">{text_html(notice.text)}</p>' if notice.text else ""


def _failures_html(failures: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f"<li><b>{text_html(name)}</b>：{text_html(why)}</li>" for name, why in failures)
    return f'<div class="mb-notice" role="alert">{words.NOT_READ}<ul>{lines}</ul></div>' if lines else ""


def _chooser_html() -> str:
    limits = words.CHOOSE_FILES_HOW.format(
        endings=" ".join(ENDINGS), files=MOST_FILES, megabytes=MOST_MEGABYTES, together=MOST_TOGETHER
    )
    return (
        f'<label class="mb-files"><input type="file" multiple accept="{",".join(ENDINGS)}" data-most="{MOST_FILES}" '
        f'data-megabytes="{MOST_MEGABYTES}" data-together="{MOST_TOGETHER}"><b>{words.CHOOSE_FILES}</b>'
        f"<small>{limits}</small></label>"
        f'<p class="mb-notice" role="alert" data-refusal="{words.TOO_MUCH}" hidden></p>'
    )


def _waiting_html(waiting: Waiting, stored: dict[str, ImportedDocument]) -> str:
    previews = "".join(_preview_html(one, stored.get(one.name)) for one in waiting.documents)
    count = words.LOOK_THROUGH.format(count=len(waiting.documents))
    return (
        f'<section class="mb-waiting"><h3>{count}</h3>{previews}<div class="mb-waiting-buttons">'
        f'<button type="button" class="mb-store" data-send="submit">{words.STORE_THEM}</button>'
        f'<button type="button" class="mb-other" data-send="clear">{words.DISCARD_THEM}</button></div></section>'
    )


def _preview_html(document: ImportedDocument, replaces: ImportedDocument | None) -> str:
    about = [document.file, words.CLAUSES_COUNT.format(count=len(document.clauses))]
    if replaces is not None:
        about.append(words.REPLACES.format(day=replaces.imported_on, file=replaces.file))
    notes = "".join(f"<li>{text_html(note)}</li>" for note in document.notes)
    shown = document.clauses[:_MOST_SHOWN]
    left = len(document.clauses) - len(shown)
    more = f"<p>{words.MORE_CLAUSES.format(count=left)}</p>" if left else ""
    return (
        f'<article class="mb-preview"><h4>{text_html(document.title)}</h4>'
        f"<p>{text_html(' · '.join(about))}</p>{f'<ul>{notes}</ul>' if notes else ''}"
        f'<details data-name="{text_html(document.name)}"><summary>{words.SEE_CLAUSES}</summary><ol>'
        f"{''.join(map(_clause_html, shown))}</ol>{more}</details></article>"
    )


def _clause_html(clause: ImportedClause) -> str:
    return (
        f"<li><b>{text_html(clause.locator)}</b> {text_html(clause.title)}"
        f'<div class="mb-prose">{markdown_html(clause.text)}</div></li>'
    )


def _stored_html(stored: Sequence[ImportedDocument | BrokenRecordError]) -> str:
    if not stored:
        return f"<p>{words.NOTHING_IMPORTED}</p>"
    items = "".join(_broken_html(one) if isinstance(one, BrokenRecordError) else _document_html(one) for one in stored)
    count = words.SHELF_COUNT.format(count=len(stored))
    return f'<h3 class="mb-kind">{words.IMPORTED_ALREADY} <small>{count}</small></h3><ul class="mb-stored">{items}</ul>'


def _document_html(one: ImportedDocument) -> str:
    about = (
        one.file,
        words.CLAUSES_COUNT.format(count=len(one.clauses)),
        words.IMPORTED_ON.format(day=one.imported_on),
    )
    return _item_html(one.name, one.title, " · ".join(about))


def _broken_html(one: BrokenRecordError) -> str:
    return _item_html(one.name, one.name, str(one))


def _item_html(name: str, title: str, about: str) -> str:
    return (
        f"<li><div><b>{text_html(title)}</b><small>{text_html(about)}</small></div>"
        f'<details data-name="remove-{text_html(name)}"><summary>{words.REMOVE}</summary>'
        f'<button type="button" class="mb-other" data-send="delete" data-document="{text_html(name)}">'
        f"{words.REMOVE_SURELY.format(title=text_html(title))}</button></details></li>"
    )
