"""What is told about an answer: right or wrong, the mistake's name, the explanation, the statement, the clauses."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from mingbai import money
from mingbai.assistant.outcome import Computed
from mingbai.assistant.reply import Reply
from mingbai.assistant.toolbox import Toolbox
from mingbai.quiz.bank import Bank
from mingbai.quiz.grading import Feedback
from mingbai.quiz.item import THEN, Item
from mingbai.web.clause_sheet import ClauseSheets
from mingbai.web.markup import button_html, text_html
from mingbai.web.quiz import words
from mingbai.web.quiz.question import about_html
from mingbai.web.statement_card import statement_card_html


@dataclass(frozen=True)
class Teller:
    """Tells about answers; statements are computed anew by the toolbox."""

    toolbox: Toolbox
    bank: Bank

    def feedback_html(self, item: Item, told: Feedback, head: str, next_word: str) -> str:
        """The whole of it after an answer, with the button to go on."""
        css = "mb-right" if told.is_right else "mb-wrong"
        verdict = words.QUIZ_RIGHT if told.is_right else words.QUIZ_WRONG
        return (
            f'<section class="mb-quiz-card mb-quiz-told">{head}'
            f'<h2 class="mb-verdict {css}" tabindex="-1" data-focus>{verdict}</h2>'
            f"{self.told_html(item, told, 'quiz-now', is_open=True)}"
            f"{button_html(next_word, css='mb-quiz-go', act='next')}</section>"
        )

    def told_html(self, item: Item, told: Feedback, prefix: str, *, is_open: bool) -> str:
        """The question, what was answered and why it is right or wrong; `prefix` keeps element ids apart."""
        reply = Reply(kind="estimate", text="", policies=(item.policy,), citations=item.citations)
        sheets = ClauseSheets(reply, self.toolbox.library.clause, prefix)
        statement = self._statement_html(item, sheets, f"{prefix}-bill", is_open=is_open)
        chips = sheets.basis_html()
        why, _, grounds = told.explanation.rpartition("\n")  # on the screen the clause itself can be opened
        is_shown_below = is_open and statement and item.type != "true_false"
        css = "mb-paper" if is_shown_below else "mb-quiz-why"
        explanation = f'<p class="{css}">{text_html(why)}</p><p class="mb-paper">{text_html(grounds)}</p>'
        return (
            f'<p class="mb-quiz-asked">{about_html(item)}{text_html(item.question)}</p>{_answers_html(item, told)}'
            f"<h3>{words.QUIZ_EXPLANATION}</h3>{explanation}{statement}{chips}{sheets.sheets_html()}"
        )

    def _statement_html(self, item: Item, sheets: ClauseSheets, name: str, *, is_open: bool) -> str:
        """The statement of a case, unless its rule has changed since the item was made."""
        if not item.facts or self.bank.find(item.id) != item:
            return ""
        computed = self.toolbox.estimate(item.policy, dict(item.facts))
        if not isinstance(computed, Computed):
            return ""
        card = statement_card_html(computed.estimate, sheets)
        opened = " open" if is_open else ""
        return (
            f'<details class="mb-quiz-bill" data-name="{name}"{opened}>'
            f"<summary>{words.QUIZ_STATEMENT}</summary>{card}</details>"
        )


def _answers_html(item: Item, told: Feedback) -> str:
    rows = [(words.QUIZ_GIVEN, _shown(item, told.given))]
    if not told.is_right:
        # A judgement that is wrong is no more than the explanation that follows.
        mistake = [] if item.type == "true_false" else [(words.QUIZ_MISTAKE, text_html(told.why))]
        rows += [*mistake, (words.QUIZ_KEY, _shown(item, told.answer))]
    return f'<dl class="mb-quiz-answers">{"".join(f"<dt>{name}</dt><dd>{html}</dd>" for name, html in rows)}</dl>'


def _shown(item: Item, answer: str) -> str:
    if item.type == "ordering":
        return f"<ol>{''.join(f'<li>{text_html(step)}</li>' for step in answer.split(THEN))}</ol>"
    return text_html(money.words(Decimal(answer)) if item.type == "number" else answer)
