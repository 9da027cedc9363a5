"""Form fields as HTML: choices on buttons that are radio inputs underneath, amounts and dates as plain boxes."""

from __future__ import annotations

from collections.abc import Sequence

from mingbai.web.markup import text_html

Choices = Sequence[tuple[str, str]]


def choices_html(name: str, legend: str, options: Choices, value: str, hint: str = "") -> str:
    """One answer out of a few: (value, shown) pairs."""
    buttons = "".join(_radio_html(name, option, shown, is_on=option == value) for option, shown in options)
    return (
        f'<fieldset class="mb-field"><legend>{text_html(legend)}{_hint_html(hint)}</legend>'
        f'<div class="mb-options">{buttons}</div></fieldset>'
    )


def _radio_html(name: str, value: str, shown: str, *, is_on: bool) -> str:
    checked = " checked" if is_on else ""
    return (
        f'<label class="mb-option"><input type="radio" name="{text_html(name)}" value="{text_html(value)}"{checked}>'
        f"<span>{text_html(shown)}</span></label>"
    )


def box_html(
    name: str, label: str, value: str, *, kind: str = "text", unit: str = "", hint: str = "", example: str = ""
) -> str:
    """A box to type into; `kind` is text, number (digits on a phone's keyboard), date or search."""
    mode = ' inputmode="decimal"' if kind == "number" else ""
    typed = "text" if kind == "number" else kind
    after = f'<span class="mb-unit" aria-hidden="true">{text_html(unit)}</span>' if unit else ""
    return (
        f'<label class="mb-field mb-field-box"><span class="mb-label">{text_html(label)}{_hint_html(hint)}</span>'
        f'<span class="mb-input"><input type="{typed}" name="{text_html(name)}" value="{text_html(value)}"{mode} '
        f'autocomplete="off" maxlength="60" placeholder="{text_html(example)}">{after}</span></label>'
    )


def tick_html(name: str, value: str, label: str, note: str, *, is_on: bool) -> str:
    """A thing to tick off."""
    checked = " checked" if is_on else ""
    small = f"<small>{text_html(note)}</small>" if note else ""
    return (
        f'<label class="mb-tick"><input type="checkbox" name="{text_html(name)}" value="{text_html(value)}"{checked}>'
        f"<span>{text_html(label)}{small}</span></label>"
    )


def go_html(label: str, css: str, choose: str, value: str, forget: str = "", small: str = "") -> str:
    """A button that chooses something for good (`forget` names what is no longer chosen then; * is everything)."""
    under = f"<small>{text_html(small)}</small>" if small else ""
    gone = f' data-forget="{text_html(forget)}"' if forget else ""
    return (
        f'<button type="button" class="{css}" data-choose="{text_html(choose)}" data-value="{text_html(value)}"{gone}>'
        f"<span>{text_html(label)}</span>{under}</button>"
    )


def _hint_html(hint: str) -> str:
    return f' <small class="mb-hint">{text_html(hint)}</small>' if hint else ""
