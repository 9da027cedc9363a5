"""A conversation as HTML: what was asked, what was answered, and the buttons for going on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mingbai.assistant.reply import Reply
from mingbai.assistant.wording.order import around_statement
from mingbai.web import words
from mingbai.web.chat.conversation import Conversation, Exchange, Said
from mingbai.web.chat.opinion_strip import strip_html
from mingbai.web.clause_sheet import ClauseSheets, OpenClause
from mingbai.web.markup import button_html, markdown_html, text_html
from mingbai.web.statement_card import statement_card_html

# Paragraphs that stay beside a statement card: what was assumed, what would make it exact, a list of alternatives.
_BESIDE_A_CARD = ("按这些情况算", "请留意", "知道这个数", "- ")


def answer_html(reply: Reply, open_clause: OpenClause, prefix: str, imprint: str = "") -> str:
    """A whole reply as it stays on the page; `prefix` keeps its element ids apart from those of other replies.

    `imprint` is the HTML that only a printed statement shows.
    """
    if reply.kind == "clarify":  # a question back: what it rests on would stand between it and its buttons
        return f'<div class="mb-prose">{markdown_html(reply.text)}</div>'
    sheets = ClauseSheets(reply, open_clause, prefix)
    card = statement_card_html(reply.estimate, sheets) + imprint if reply.estimate else ""
    before, after = around_statement(reply.text)
    told = f"{_text_html(before, is_carded=bool(card), is_first=True)}{card}{sheets.basis_html()}"
    minded = f"{_text_html(after, is_carded=bool(card))}{_warnings_html(reply)}"
    return f"{told}{minded}{sheets.sheets_html()}"


def _text_html(text: str, *, is_carded: bool, is_first: bool = False) -> str:
    """A part of a reply's text; beside a card, what the card shows as well stands on paper only."""
    if not (is_carded and text):
        return f'<div class="mb-prose">{markdown_html(text)}</div>' if text else ""
    paragraphs = text.split("\n\n")
    parts = [f'<div class="mb-prose">{markdown_html(paragraphs.pop(0))}</div>'] if is_first else []
    parts += [f'<div class="mb-prose{_css(other)}">{markdown_html(other)}</div>' for other in paragraphs]
    return "".join(parts)


def _css(paragraph: str) -> str:
    """The class of a paragraph beside a card: small for the terms explained, on paper only for what the card shows."""
    if paragraph.startswith(_BESIDE_A_CARD):
        return ""
    return " mb-terms" if paragraph.startswith("(") else " mb-paper"


def transcript_html(conversation: Conversation, examples: Sequence[str], covered: int, said: Mapping[str, Said]) -> str:
    """The conversation with what was `said` of its answers, or a welcome where it is empty.

    The welcome has questions to begin with, the way to the other jobs, and how many policies are `covered`.
    """
    if not conversation.exchanges:
        return _welcome_html(examples, covered)
    *earlier, last = conversation.exchanges
    turns = [
        _exchange_html(exchange, number, can_amend=last.is_answered, said=said)
        for number, exchange in enumerate(earlier)
    ]
    turns.append(_exchange_html(last, len(earlier), can_amend=last.is_answered, said=said, is_last=True))
    is_busy = str(not last.is_answered).lower()
    return f'<div class="mb-talk" role="log" aria-label="{words.TALK}" aria-busy="{is_busy}">{"".join(turns)}</div>'


def _welcome_html(examples: Sequence[str], covered: int) -> str:
    buttons = "".join(button_html(example, css="mb-example", say=example) for example in examples)
    jobs = "".join(
        f'<li><a class="mb-job" href="#{tab}" data-tab="{tab}" data-at="{at}"><b>{who}</b><span>{what}</span></a></li>'
        for tab, at, who, what in words.JOBS
    )
    count = words.COVERED.format(count=covered)
    return (
        f'<div class="mb-welcome"><h2>{words.WELCOME}</h2><p>{words.WELCOME_HOW}</p><ul class="mb-jobs">{jobs}</ul>'
        f'<h3>{words.EXAMPLES}</h3><div class="mb-examples">{buttons}</div>'
        f'<a class="mb-covered" href="#calculator" data-tab="calculator">{count}</a></div>'
    )


def _exchange_html(
    exchange: Exchange, number: int, *, can_amend: bool, said: Mapping[str, Said], is_last: bool = False
) -> str:
    amend = button_html(words.AMEND, css="mb-tool", amend=exchange.question, at=str(number)) if can_amend else ""
    return (
        f'<article class="mb-turn"><div class="mb-asked"><span class="mb-unseen">{words.YOU}：</span>'
        f"<p>{text_html(exchange.question)}</p>{amend}</div>"
        f'<div class="mb-answer"><h2 class="mb-unseen">{words.ANSWER}：</h2>'
        f"{_answer_html(exchange, number, said.get(exchange.id), is_last=is_last)}</div></article>"
    )


def _answer_html(exchange: Exchange, number: int, said: Said | None, *, is_last: bool) -> str:
    if not exchange.is_answered:
        return _streaming_html(exchange.text) if is_last else ""
    # The buttons that answer a question back stand right under it.
    choices = _replies_row(words.CHOICES, "mb-choice", exchange.choices) if is_last else ""
    suggestions = _replies_row(words.SUGGESTIONS, "mb-suggestion", exchange.suggestions) if is_last else ""
    strip = strip_html(exchange.id, said) if exchange.reply else ""
    under = f'<div class="mb-under">{_tools_html(exchange, number, is_last=is_last)}{strip}</div>'
    return f"{exchange.answer_html}{choices}{under}{suggestions}"


def _streaming_html(text: str) -> str:
    if not text:
        return f'<p class="mb-working">{words.WORKING}<i></i><i></i><i></i></p>'
    return f'<div class="mb-prose mb-growing">{markdown_html(text)}</div>'


def _warnings_html(reply: Reply) -> str:
    unsaid = [warning for warning in reply.warnings if warning not in reply.text]
    items = "".join(f"<li>{text_html(warning)}</li>" for warning in unsaid)
    return f'<ul class="mb-warnings" aria-label="{words.WARNING}">{items}</ul>' if items else ""


def _tools_html(exchange: Exchange, number: int, *, is_last: bool) -> str:
    tools = []
    if exchange.reply is not None:
        plain = exchange.reply.text.replace("**", "")
        tools.append(button_html(words.COPY, css="mb-tool", copy=plain, copied=words.COPIED))
    if exchange.reply is not None and exchange.reply.estimate:
        tools.append(button_html(words.PRINT, css="mb-tool", print=".mb-turn"))
    if exchange.reply is None or is_last:
        label = words.ANSWER_AGAIN if exchange.reply else words.AGAIN
        tools.append(button_html(label, css="mb-tool", say=exchange.question, at=str(number)))
    return f'<div class="mb-tools">{"".join(tools)}</div>'


def _replies_row(name: str, css: str, texts: Sequence[str]) -> str:
    if not texts:
        return ""
    buttons = "".join(button_html(text, css=css, say=text) for text in texts)
    return f'<div class="mb-replies" role="group" aria-label="{name}"><span>{name}</span>{buttons}</div>'
