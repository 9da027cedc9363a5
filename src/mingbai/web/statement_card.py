"""The statement under an answer: the amount, who pays what as a bar, what is in doubt, the lines with clauses."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from mingbai import money
from mingbai.assistant.desk import Edition
from mingbai.assistant.reply import EstimateView, LineView, ReadingView
from mingbai.web import words
from mingbai.web.clause_sheet import ClauseSheets
from mingbai.web.markup import text_html

# Two who pay together, nobody can say how much of it each, are striped in the colours of both.
_PAYER_CSS = {
    "医保基金": "fund",
    "大病保险": "major",
    "医疗救助": "aid",
    "医保基金、大病保险": "fund-major",
    "医保基金、医疗救助": "fund-aid",
    "个人": "own",
    words.UNDETERMINED: "open",
}


def statement_card_html(estimate: EstimateView, sheets: ClauseSheets) -> str:
    """The card of one estimate; its chips are entered in `sheets`, whose sheets the caller prints after it."""
    parts = (
        _head_html(estimate, sheets.title_of_policy()),
        _bar_html(estimate.lines),
        _readings_html(estimate.readings),
        _causes_html(estimate),
        _table_html(estimate.lines, sheets),
    )
    figures = "–".join(_yuan(figure) for figure in estimate.figures) or words.CANNOT_BE_SAID
    name = words.STATEMENT_OF.format(amount=figures)  # a conversation may hold several cards
    return f'<section class="mb-card" aria-label="{name}">{"".join(parts)}</section>'


def imprint_html(template: str, edition: Edition) -> str:
    """The line that only paper shows: policy, year, version of the corpus, and the day, which the browser fills in."""
    said = template.format(title=edition.title, year=edition.year, version=edition.version)
    return f'<p class="mb-paper mb-imprint">{text_html(said)}<time data-today></time></p>'


def shares_by_payer(lines: Sequence[LineView]) -> dict[str, Decimal]:
    """What each payer bears in yuan, in the order of the bar: funds, the person, what is undetermined."""
    sums: dict[str, Decimal] = {}
    for line in lines:
        sums[line.payer] = sums.get(line.payer, Decimal(0)) + Decimal(line.amount)
    order = list(_PAYER_CSS)
    ranked = sorted(sums, key=lambda payer: order.index(payer) if payer in order else order.index("个人") - 0.5)
    return {payer: sums[payer] for payer in ranked if sums[payer]}


def _yuan(amount: str) -> str:
    return money.words(Decimal(amount))


def _figure(amount: str | Decimal) -> str:
    """The amount without its unit, for places where the unit stands apart."""
    return money.words(Decimal(amount)).removesuffix("元")


def _head_html(estimate: EstimateView, policy_title: str) -> str:
    note = ""
    if estimate.status == "range" and estimate.amount is not None and estimate.lines:
        said = words.BY_DEFAULT_READING.format(amount=_yuan(estimate.amount))
        note = f'<p class="mb-amount-note">{said}</p>'
    title = f'<p class="mb-policy">{text_html(policy_title)}</p>' if policy_title else ""
    named = f'<p class="mb-paper mb-paper-title">{words.STATEMENT}</p>{title}'
    return (
        f'<div class="mb-head">{named}<p class="mb-amount-label">{words.STATUS_LABEL[estimate.status]}</p>'
        f'<p class="mb-amount mb-{estimate.status}">{_amount_html(estimate)}</p>{note}</div>'
    )


def _amount_html(estimate: EstimateView) -> str:
    figures = [f"<span>{_figure(figure)}</span>" for figure in estimate.figures]
    if not figures:
        return words.CANNOT_BE_SAID
    return "<i>–</i>".join(figures) + " <small>元</small>"


def _bar_html(lines: Sequence[LineView]) -> str:
    shares = shares_by_payer(lines)
    bill = sum(shares.values(), Decimal(0))
    if not bill:
        return ""
    percents = {payer: share / bill * 100 for payer, share in shares.items()}
    spoken = "；".join(
        words.SHARE.format(payer=payer, amount=money.words(share), percent=f"{percents[payer]:.1f}")
        for payer, share in shares.items()
    )
    segments = "".join(_segment_html(payer, percent) for payer, percent in percents.items())
    legend = "".join(_legend_html(payer, share, percents[payer]) for payer, share in shares.items())
    return (
        f'<div class="mb-who"><h3 class="mb-part">{words.WHO_PAYS}</h3>'
        f'<div class="mb-bar" role="img" aria-label="{words.WHO_PAYS}：{text_html(spoken)}">{segments}</div>'
        f'<ul class="mb-legend">{legend}</ul></div>'
    )


def _payer_css(payer: str) -> str:
    return f"mb-payer-{_PAYER_CSS.get(payer, 'other')}"


def _segment_html(payer: str, percent: Decimal) -> str:
    return (
        f'<span class="mb-segment {_payer_css(payer)}" style="flex-grow:{percent:.4f}">'
        f"<span>{text_html(payer)}</span></span>"
    )


def _legend_html(payer: str, share: Decimal, percent: Decimal) -> str:
    return (
        f'<li><span class="mb-swatch {_payer_css(payer)}" aria-hidden="true"></span>'
        f'<span class="mb-payer">{text_html(payer)}</span><b>{money.words(share)}</b>'
        f'<span class="mb-percent">{percent:.1f}%</span></li>'
    )


def _readings_html(readings: Sequence[ReadingView]) -> str:
    if not readings:
        return ""
    rows = "".join(
        f"<li><span>{text_html(reading.says)}</span><b>{_yuan(reading.amount)}</b></li>" for reading in readings
    )
    amounts = [Decimal(reading.amount) for reading in readings]
    differ = words.READINGS_DIFFER.format(amount=money.words(max(amounts) - min(amounts)))
    head = f'<h3 class="mb-part">{words.READINGS}<span>{differ}</span></h3>'
    return f'<div class="mb-doubt">{head}<ul class="mb-readings">{rows}</ul></div>'


def _causes_html(estimate: EstimateView) -> str:
    if not estimate.causes:
        return ""
    items = "".join(f"<li>{text_html(cause)}</li>" for cause in estimate.causes)
    return f'<div class="mb-doubt"><h3 class="mb-part">{words.CAUSES[estimate.status]}</h3><ul>{items}</ul></div>'


def _table_html(lines: Sequence[LineView], sheets: ClauseSheets) -> str:
    # The roles repeat what a table is, because the phone layout takes the rows out of table display.
    if not lines:
        return ""
    columns = "".join(f'<th role="columnheader" scope="col">{name}</th>' for name in words.COLUMNS)
    rows = "".join(_row_html(line, sheets) for line in lines)
    bill = _figure(sum((Decimal(line.amount) for line in lines), money.ZERO))
    return (
        f'<table class="mb-lines" role="table" aria-label="{words.LINE_BY_LINE}">'
        f'<thead role="rowgroup"><tr role="row">{columns}</tr></thead><tbody role="rowgroup">{rows}</tbody>'
        f'<tfoot role="rowgroup"><tr role="row"><th role="rowheader" scope="row">{words.TOTAL}</th>'
        f'<td role="cell"></td><td role="cell" class="mb-figure">{bill}</td>'
        '<td role="cell"></td><td role="cell"></td></tr></tfoot></table>'
    )


def _row_html(line: LineView, sheets: ClauseSheets) -> str:
    return (
        f'<tr role="row"><th role="rowheader" scope="row">{text_html(line.label)}</th>'
        f'<td role="cell" class="mb-formula">{text_html(line.formula)}</td>'
        f'<td role="cell" class="mb-figure">{_figure(line.amount)}</td>'
        f'<td role="cell" class="mb-payer-cell"><span class="mb-swatch {_payer_css(line.payer)}" aria-hidden="true">'
        f"</span>{text_html(line.payer)}</td>"
        f'<td role="cell" class="mb-basis-cell">{sheets.chip_for_line(line.clause)}</td></tr>'
    )
