"""The tab 算一算: a policy, the facts that matter for it, and at once the statement, the alternatives and the curve."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from mingbai import money
from mingbai.assistant import desk
from mingbai.assistant.outcome import Computed, Needed, Refused
from mingbai.assistant.reply import EstimateView, Reply
from mingbai.assistant.toolbox import Toolbox
from mingbai.web import words
from mingbai.web.clause_sheet import ClauseSheets
from mingbai.web.curve_picture import curve_html
from mingbai.web.fields import box_html, choices_html, go_html
from mingbai.web.live import Asked, Part, add_live
from mingbai.web.markup import button_html, text_html
from mingbai.web.statement_card import imprint_html, statement_card_html

_POLICY = "policy"


def add_calculator(toolbox: Toolbox) -> None:
    """Put the calculator into the Gradio context that is open."""
    add_live(("problem", "policy", "form", "result"), _Calculator(toolbox).show)


@dataclass(frozen=True)
class _Calculator:
    toolbox: Toolbox

    def show(self, asked: Asked) -> Mapping[str, Part]:
        """The parts for what was chosen and typed so far."""
        policy = asked.one(_POLICY)
        if policy not in self.toolbox.library.books:
            return {"policy": Part(self._shelf_html(), "shelf"), "form": Part(""), "result": Part("")}
        given = {name: asked.one(name) for name in asked.values}
        form = desk.form(self.toolbox, policy, given)
        return {
            "policy": Part(_chosen_html(form)),
            "form": Part(_form_html(form), form.shape),
            "result": Part(self._result_html(form)),
        }

    def _shelf_html(self) -> str:
        library = self.toolbox.library
        buttons = "".join(
            go_html(
                library.name(one.id),
                "mb-pick",
                _POLICY,
                one.id,
                "*",
                f"{''.join(one.place)} {one.year}".strip(),
            )
            for one in desk.computable(library)
        )
        return (
            f'<h2 class="mb-title">{words.CHOOSE}</h2>'
            f'<input type="search" class="mb-search" data-filter=".mb-pick" aria-label="{words.FIND_POLICY}" '
            f'placeholder="{words.FIND_POLICY}"><div class="mb-picks">{buttons}</div>'
            f"<p data-none hidden>{words.NOT_FOUND}</p>"
        )

    def _result_html(self, form: desk.Form) -> str:
        match form.outcome:
            case Computed() as computed:
                return self._computed_html(form, computed)
            case Needed() as needed:
                labels = "、".join(self._label(fact) for fact in needed.facts)
                said = text_html(words.STILL_NEEDED.format(labels=labels))
                return f'<p class="mb-wait" role="status">{said}</p>{self._curve_html(form)}'
            case Refused() as refused:
                return f'<p class="mb-notice" role="status">{text_html(refused.message)}</p>'

    def _label(self, fact: str) -> str:
        return self.toolbox.library.corpus.vocabulary.facts[fact].label

    def _computed_html(self, form: desk.Form, computed: Computed) -> str:
        reply = Reply(kind="estimate", text="", policies=(computed.policy,), citations=computed.citations)
        sheets = ClauseSheets(reply, self.toolbox.library.clause, "calc")
        card = statement_card_html(computed.estimate, sheets)
        basis = sheets.basis_html()
        imprint = imprint_html(words.PRINTED_FROM, desk.edition(self.toolbox.library, form.policy))
        return (
            f'<section class="mb-computed"><p class="mb-case">{text_html(words.CASE_OF.format(case=computed.case))}</p>'
            f"{card}{_given_html(computed)}"
            f"{basis}{imprint}{sheets.sheets_html()}"
            f'<div class="mb-tools">{button_html(words.PRINT, css="mb-tool", print=".mb-computed")}</div></section>'
            f"{_what_if_html(desk.what_if(self.toolbox, form), computed.estimate)}{self._curve_html(form)}"
        )

    def _curve_html(self, form: desk.Form) -> str:
        curve = desk.curve(self.toolbox, form)
        paid = paid_words(form.outcome.estimate) if isinstance(form.outcome, Computed) else ""
        return curve_html(curve, form.bill.label, paid) if curve else ""


def _chosen_html(form: desk.Form) -> str:
    clear = f'<button type="button" class="mb-other" data-afresh>{words.CLEAR}</button>'
    return (
        f'<div class="mb-chosen"><h2 class="mb-title">{text_html(form.name)}<small>{text_html(form.year)}</small></h2>'
        f"<div>{go_html(words.OTHER_POLICY, 'mb-other', _POLICY, '', '*')}{clear}</div></div>"
    )


def _form_html(form: desk.Form) -> str:
    care = _question_html(form.care) if len(form.care.options) > 1 else ""
    first = "".join(_question_html(one) for one in form.first)
    hint = form.bill.means or form.bill.ask
    bill = box_html(
        form.bill.fact, form.bill.label, form.bill.value, kind="number", unit="元", hint=hint, example=words.BILL_HINT
    )
    return f'<form class="mb-form">{care}{first}{bill}{_further_html(form)}</form>'


def _further_html(form: desk.Form) -> str:
    if not form.further:
        return ""
    labels = "、".join(one.label for one in form.further)
    is_open = " open" if any(one.value for one in form.further) else ""
    fields = "".join(_question_html(one) for one in form.further)
    summary = text_html(words.FURTHER.format(labels=labels))
    return f'<details class="mb-further" data-name="further"{is_open}><summary>{summary}</summary>{fields}</details>'


def _question_html(one: desk.Question) -> str:
    hint = words.UNSAID.format(value=one.assumed) if one.assumed else ""
    if one.options:
        options = [(option.value, option.shows) for option in one.options]
        unsaid = [("", words.NOT_SAID)] if one.assumed else []
        return choices_html(one.fact, one.label, unsaid + options, one.value, hint or one.means)
    kind = "date" if one.kind == "date" else "number"
    return box_html(one.fact, one.label, one.value, kind=kind, unit=one.unit, hint=hint or one.means)


def _given_html(computed: Computed) -> str:
    said = [
        *computed.assumed,
        *([words.SUPPLY.format(ask=computed.supply)] if computed.supply else []),
        *computed.warnings,
    ]
    items = "".join(f"<li>{text_html(one)}</li>" for one in said)
    return f'<div class="mb-assumed"><h3>{words.ASSUMED}</h3><ul>{items}</ul></div>' if items else ""


def _what_if_html(comparisons: tuple[desk.Comparison, ...], now: EstimateView) -> str:
    if not comparisons:
        return ""
    tables = "".join(_comparison_html(one, now) for one in comparisons)
    return f'<section class="mb-what-if"><h3>{words.WHAT_IF}</h3>{tables}</section>'


def _comparison_html(comparison: desk.Comparison, now: EstimateView) -> str:
    most = max((_most(one.estimate) for one in comparison.alternatives), default=Decimal(0)) or Decimal(1)
    columns = "".join(f'<th scope="col">{name}</th>' for name in words.WHAT_IF_COLUMNS)
    rows = "".join(_alternative_html(one, now, most) for one in comparison.alternatives)
    return (
        f"<table><caption>{text_html(comparison.label)}</caption><colgroup><col><col><col></colgroup><thead><tr>{columns}</tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _most(estimate: EstimateView) -> Decimal:
    return Decimal(estimate.high or estimate.low or "0")


def _alternative_html(one: desk.Alternative, now: EstimateView, most: Decimal) -> str:
    tag = f" <b>{words.WHAT_IF_NOW}</b>" if one.is_now else ""
    width = _most(one.estimate) / most * 100
    return (
        f'<tr{" class=mb-now" if one.is_now else ""}><th scope="row">{text_html(one.shows)}{tag}</th>'
        f'<td><i class="mb-measure" style="width:{width:.1f}%"></i><span>{paid_words(one.estimate)}</span></td>'
        f"<td>{'' if one.is_now else _difference(one.estimate, now)}</td></tr>"
    )


def paid_words(estimate: EstimateView) -> str:
    """What an estimate gives, in a few words."""
    low, high = (money.words(Decimal(one)) if one else "" for one in (estimate.low, estimate.high))
    return {
        "exact": low,
        "range": f"{low.removesuffix('元')}–{high}",
        "at_least": words.AT_LEAST.format(amount=low),
        "at_most": words.AT_MOST.format(amount=high),
        "unknown": words.CANNOT_BE_SAID,
    }[estimate.status]


def _difference(one: EstimateView, now: EstimateView) -> str:
    if one.amount is None or now.amount is None:
        return ""
    more = Decimal(one.amount) - Decimal(now.amount)
    if not more:
        return words.WHAT_IF_SAME
    return (words.WHAT_IF_MORE if more > 0 else words.WHAT_IF_LESS).format(amount=money.words(abs(more)))
