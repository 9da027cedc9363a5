"""The staff's page of opinions: the newest first, by thumb and by policy, their counts, and all of them as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta, timezone

import gradio as gr

from mingbai.assistant.library import Library
from mingbai.feedback.opinion import THUMBS, Count, Kept, Opinion, Thumb
from mingbai.feedback.opinions import Opinions
from mingbai.spreadsheet import csv_text
from mingbai.web import words
from mingbai.web.markup import button_html, markdown_html, text_html
from mingbai.web.staff.door import StaffDoor
from mingbai.web.staff.gate import add_staff_gate, require_staff, staff_head

_SHOWN = 100
_CHINA = timezone(timedelta(hours=8))
_REMOVE = """element.addEventListener("click", (event) => {
  const button = event.target.closest("[data-remove]");
  if (button) trigger("delete", { about: button.dataset.remove });
});"""
_SAVE = """(table) => {
  if (!table) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([table], { type: "text/csv;charset=utf-8" }));
  link.download = FILE;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}""".replace("FILE", f'"{words.OPINIONS_FILE}"')


def add_opinion_list(opinions: Opinions, library: Library, door: StaffDoor, unlocked: gr.State) -> None:
    """Put the staff's page of opinions into the Gradio context that is open."""
    page = _OpinionList(opinions, library)
    staff_head(words.OPINIONS, words.OPINIONS_HOW)
    with add_staff_gate(door, unlocked):
        every = (words.OPINIONS_ALL, "")
        thumbs = [every, *((words.THUMBS[one], one) for one in THUMBS)]
        with gr.Column(elem_classes="mb-desk-box"):
            thumb = gr.Radio(thumbs, value="", label=words.OPINIONS_THUMB)
            policy = gr.Radio([every], value="", label=words.OPINIONS_POLICY)
        with gr.Row(elem_classes="mb-opinion-tools"):
            refresh = gr.Button(words.REFRESH, size="sm", scale=0, min_width=84)
            save = gr.Button(words.OPINIONS_CSV, size="sm", scale=0, min_width=84)
        shown = gr.HTML("", apply_default_css=False, js_on_load=_REMOVE)
        table = gr.Textbox(visible="hidden", show_label=False)
    asked = [unlocked, thumb, policy]
    gr.on(
        [thumb.input, policy.input],
        page.show,
        asked,
        shown,
        show_progress="hidden",
        trigger_mode="always_last",  # a second choice made while the first is drawn counts
        api_visibility="private",
    )
    refresh.click(page.show_anew, asked, [policy, shown], show_progress="hidden", api_visibility="private")
    unlocked.change(page.fill, unlocked, [thumb, policy, shown], show_progress="hidden", api_visibility="private")
    shown.delete(page.remove, asked, shown, show_progress="hidden", api_visibility="private")
    made = save.click(page.table, asked, table, show_progress="hidden", api_visibility="private")
    saved = made.success(None, table, None, js=_SAVE)
    saved.then(lambda: "", None, table, show_progress="hidden", api_visibility="private")


@dataclass(frozen=True)
class _OpinionList:
    opinions: Opinions
    library: Library

    def fill(self, unlocked: object) -> tuple[object, object, str]:
        """The whole page when it is unlocked; nothing of it when it is locked."""
        if unlocked is not True:
            return gr.update(value=""), gr.update(choices=[(words.OPINIONS_ALL, "")], value=""), ""
        return gr.update(value=""), self._policies(""), self.show(unlocked, "", "")

    def show_anew(self, unlocked: object, thumb: str, policy: str) -> tuple[object, str]:
        """The page with what came in meanwhile, and the policies it names."""
        return self._policies(policy), self.show(unlocked, thumb, policy)

    def show(self, unlocked: object, thumb: str, policy: str) -> str:
        """The counts and the newest opinions, of a thumb or a policy where it is chosen."""
        require_staff(unlocked)
        count = self.opinions.count(thumb=_thumb(thumb), policy=policy)
        newest = self.opinions.newest(thumb=_thumb(thumb), policy=policy, most=_SHOWN)
        if not newest:
            return f'<p class="mb-count" role="status">{words.OPINIONS_NONE}</p>'
        items = "".join(self._item_html(one) for one in newest)
        return f'{_count_html(count, len(newest))}<ol class="mb-opinions">{items}</ol>'

    def remove(self, unlocked: object, thumb: str, policy: str, event: gr.EventData) -> str:
        """The page without the opinion that an event names, which is gone for good."""
        require_staff(unlocked)
        self.opinions.withdraw(str(event.about))
        return self.show(unlocked, thumb, policy)

    def table(self, unlocked: object, thumb: str, policy: str) -> str:
        """All opinions chosen, as CSV."""
        require_staff(unlocked)
        kept = self.opinions.newest(thumb=_thumb(thumb), policy=policy)
        return csv_text(words.OPINION_COLUMNS, map(self._row, kept))

    def _row(self, kept: Kept) -> Iterable[str]:
        one = kept.opinion
        policies = "；".join(map(self._name, one.policies))
        said = (words.THUMBS[one.thumb], _reason(one), one.words)
        asked = (" → ".join(one.earlier), one.question)
        return (_time(kept), *said, *asked, one.answer, policies, " ".join(one.clauses), one.corpus)

    def _policies(self, chosen: str) -> object:
        known = [(self._name(one), one) for one in self.opinions.policies()]
        value = chosen if any(chosen == policy for _, policy in known) else ""
        return gr.update(choices=[(words.OPINIONS_ALL, ""), *known], value=value)

    def _name(self, policy: str) -> str:
        """What a policy is called; its id where the corpus no longer has it."""
        try:
            return self.library.name(policy)
        except KeyError:
            return policy

    def _item_html(self, kept: Kept) -> str:
        one = kept.opinion
        said = " · ".join(filter(None, (_reason(one), one.words)))
        where = " · ".join((*map(self._name, one.policies), words.VERSION.format(version=one.corpus)))
        earlier = "".join(
            f'<p class="mb-opinion-where">{text_html(words.OPINIONS_EARLIER.format(question=question))}</p>'
            for question in one.earlier
        )
        return (
            f'<li class="mb-opinion-{one.thumb}"><p class="mb-opinion-said"><b>{words.THUMBS[one.thumb]}</b>'
            f"<span>{text_html(said)}</span><time>{_time(kept)}</time></p>"
            f"{earlier}<details><summary>{text_html(one.question)}</summary>"
            f'<div class="mb-prose">{markdown_html(one.answer)}</div></details>'
            f'<p class="mb-opinion-where">{text_html(where)}</p><details class="mb-opinion-remove">'
            f"<summary>{words.OPINIONS_REMOVE}</summary>"
            f"{button_html(words.OPINIONS_REMOVE_SURELY, css='mb-other', remove=one.about)}</details></li>"
        )


def _thumb(chosen: str) -> Thumb | None:
    return next((one for one in THUMBS if one == chosen), None)


def _reason(opinion: Opinion) -> str:
    return words.REASONS[opinion.reason] if opinion.reason else ""


def _time(kept: Kept) -> str:
    return kept.said_at.astimezone(_CHINA).strftime("%Y-%m-%d %H:%M")


def _count_html(count: Count, shown: int) -> str:
    said = words.OPINIONS_SHOWN.format(count=sum(count.thumbs.values()), shown=shown)
    counted = [(words.THUMBS[one], number) for one, number in count.thumbs.items()]
    counted += [(words.REASONS[one], number) for one, number in count.reasons.items()]
    tags = "".join(f'<span class="mb-nature"><span>{name}</span> {number}</span>' for name, number in counted)
    return f'<p class="mb-count" role="status">{said}</p><p class="mb-abouts">{tags}</p>'
