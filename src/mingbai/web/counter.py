"""The tab 办事材料: a procedure, its checklist, what is still missing as a note, and the days by which to come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mingbai.assistant import desk
from mingbai.assistant.library import Library
from mingbai.assistant.reply import Reply
from mingbai.corpus.citation import Citation
from mingbai.web import words
from mingbai.web.clause_sheet import ClauseSheets
from mingbai.web.fields import box_html, choices_html, go_html, tick_html
from mingbai.web.live import Asked, Part, add_live
from mingbai.web.markup import button_html, text_html
from mingbai.web.statement_card import imprint_html

_YES = "yes"
_NO = "no"


def add_counter(library: Library) -> None:
    """Put the counter into the Gradio context that is open."""
    parts = ("problem", "search", "found", "head", "conditions", "checklist", "note", "days", "foot")
    add_live(parts, _Counter(library).show)


@dataclass(frozen=True)
class _Counter:
    library: Library

    def show(self, asked: Asked) -> Mapping[str, Part]:
        """The parts for what was chosen, ticked and typed so far."""
        blank = dict.fromkeys(("search", "found", "head", "conditions", "checklist", "note", "days", "foot"), Part(""))
        key = asked.one("procedure")
        if not key:
            return blank | self._finding(asked)
        conditions = desk.handout(self.library, key).conditions
        yes = [said for number, said in enumerate(conditions) if asked.one(f"if-{number}") == _YES]
        handout = desk.handout(self.library, key, yes)
        return blank | self._handing(handout, asked)

    def _finding(self, asked: Asked) -> dict[str, Part]:
        place = asked.one("place")
        found = desk.procedures(self.library, place, asked.one("words"))
        places = [("", words.ALL_PLACES), *((one, one) for one in desk.places(self.library))]
        search = box_html("words", words.FIND_PROCEDURE, asked.one("words"), kind="search")
        return {
            "search": Part(f"{choices_html('place', words.PLACE, places, place)}{search}", "search"),
            "found": Part(_found_html(found)),
        }

    def _handing(self, handout: desk.Handout, asked: Asked) -> dict[str, Part]:
        brought = asked.all("brought")
        days = {name: day for name in asked.values if (day := asked.day(name))}
        deadlines = desk.deadlines(self.library, handout.key, days, asked.day("today"))
        sheets = self._sheets(handout, deadlines)
        shape = ",".join([handout.key, *(item.key for item in handout.needed)])
        head = _head_html(handout, sheets.chip_for_line(handout.clause))
        dates_shape = ",".join([handout.key, *(f"{one.key}{one.answer}" for one in deadlines)])
        edition = desk.edition(self.library, handout.policy)
        return {
            "head": Part(head),
            "conditions": Part(_conditions_html(handout, asked), f"{handout.key} conditions"),
            "checklist": Part(_checklist_html(handout, brought), shape),
            "note": Part(_note_html(desk.note(handout, brought)) if handout.has_list else ""),
            "days": Part(_days_html(deadlines, asked, sheets), dates_shape),
            "foot": Part(f"{imprint_html(words.COUNTER_IMPRINT, edition)}{sheets.sheets_html()}"),
        }

    def _sheets(self, handout: desk.Handout, deadlines: tuple[desk.Deadline, ...]) -> ClauseSheets:
        cited: list[Citation] = []
        for clause in dict.fromkeys((handout.clause, *(one.clause for one in deadlines))):
            cited.extend(self.library.citations(handout.policy, (clause,)))
        reply = Reply(kind="documents", text="", policies=(handout.policy,), citations=tuple(cited))
        return ClauseSheets(reply, self.library.clause, "desk")


def _found_html(found: tuple[desk.Procedure, ...]) -> str:
    if not found:
        return f'<p role="status">{words.NOT_FOUND}</p>'
    buttons = "".join(
        go_html(
            one.name, "mb-pick", "procedure", one.key, "*", " · ".join(filter(None, (one.policy, one.year, one.who)))
        )
        for one in found
    )
    count = words.PROCEDURES.format(count=len(found))
    return f'<p class="mb-count" role="status">{count}</p><div class="mb-picks">{buttons}</div>'


def _head_html(handout: desk.Handout, chip: str) -> str:
    said = (
        (words.WHO_DOES.format(who=handout.who), handout.who),
        (words.WHERE_DONE.format(where=handout.where), handout.where),
        (words.HOLDS_FOR.format(condition=handout.holds_for), handout.holds_for),
    )
    lines = "".join(f"<li>{text_html(line)}</li>" for line, there_is in said if there_is)
    tools = (
        f"<div>{go_html(words.OTHER_PROCEDURE, 'mb-other', 'procedure', '', '*')}"
        f"{button_html(words.PRINT, css='mb-other', print='.mb-live')}</div>"
    )
    return (
        f'<div class="mb-chosen"><h2 class="mb-title">{text_html(handout.procedure)}'
        f"<small>{text_html(handout.policy_name)} {text_html(handout.year)}</small></h2>{tools}</div>"
        f'<ul class="mb-facts">{lines}<li>{chip}</li></ul>'
    )


def _conditions_html(handout: desk.Handout, asked: Asked) -> str:
    if not handout.conditions:
        return ""
    fields = "".join(
        choices_html(
            f"if-{number}",
            words.ASK_IF.format(condition=condition),
            [(_YES, words.YES), (_NO, words.NO)],
            asked.one(f"if-{number}"),
        )
        for number, condition in enumerate(handout.conditions)
    )
    return f'<section class="mb-conditions"><h3>{words.CONDITIONS}</h3>{fields}</section>'


def _checklist_html(handout: desk.Handout, brought: tuple[str, ...]) -> str:
    if not handout.has_list:
        notes = "".join(f"<p>{text_html(one)}</p>" for one in (words.NO_LIST, handout.note) if one)
        return f'<div class="mb-no-list">{notes}</div>'
    ticks = "".join(
        tick_html(
            "brought",
            item.key,
            item.words,
            words.ONLY_IF.format(condition=item.condition) if item.condition else "",
            is_on=item.key in brought,
        )
        for item in handout.needed
    )
    lost = "".join(
        f'<p class="mb-lost">{text_html(words.LOST_ITEMS.format(lost=one))}</p>'
        for one in (*handout.lost, handout.note)
        if one
    )
    return f'<fieldset class="mb-checklist"><legend>{words.BRING}</legend>{ticks}</fieldset>{lost}'


def _note_html(note: str) -> str:
    copy = button_html(words.COPY, css="mb-tool", copy=note, copied=words.COPIED)
    return (
        f'<section class="mb-slip"><h3>{words.MISSING_NOTE}</h3><p class="mb-slip-text" role="status">{text_html(note)}'
        f'</p><div class="mb-tools">{copy}</div></section>'
    )


def _days_html(deadlines: tuple[desk.Deadline, ...], asked: Asked, sheets: ClauseSheets) -> str:
    if not deadlines:
        return f'<section class="mb-days"><h3>{words.DEADLINES}</h3><p>{words.NO_DEADLINES}</p></section>'
    items = "".join(_day_html(one, asked, sheets.chip_for_line(one.clause)) for one in deadlines)
    return f'<section class="mb-days"><h3>{words.DEADLINES}</h3><ul>{items}</ul></section>'


def _day_html(one: desk.Deadline, asked: Asked, chip: str) -> str:
    box = ""
    if one.event:
        box = box_html(one.key, words.EVENT_ON.format(event=one.event), asked.one(one.key), kind="date")
    late = f' <b class="mb-late">{words.LATE}</b>' if one.is_late else ""
    answer = f'<p class="mb-day-answer" role="status">{text_html(one.answer)}{late}</p>' if one.answer else ""
    cause = f"<p>{text_html(one.cause)}</p>" if one.cause and one.cause not in one.answer else ""
    return (
        f"<li><h4>{text_html(one.name)}</h4><p>{text_html(one.words)}</p>{box}{answer}{cause}"
        f'<p class="mb-basis">{chip}</p></li>'
    )
