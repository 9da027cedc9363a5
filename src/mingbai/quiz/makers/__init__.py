"""Makers: each turns one kind of rule into prompts, things that can be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mingbai.corpus.models import Policy
from mingbai.quiz.makers.adjustments import adjustment_prompts
from mingbai.quiz.makers.amounts import amount_prompts
from mingbai.quiz.makers.dates import date_prompts
from mingbai.quiz.makers.documents import document_prompts
from mingbai.quiz.makers.fund import fund_prompts
from mingbai.quiz.makers.governing import governing_prompts
from mingbai.quiz.makers.lists import list_prompts
from mingbai.quiz.makers.premiums import premium_prompts
from mingbai.quiz.makers.procedure import order_prompts
from mingbai.quiz.makers.steps import figure_prompts
from mingbai.quiz.makers.unsaid import unsaid_prompts
from mingbai.quiz.prompt import Prompt
from mingbai.quiz.shelf import Shelf

MAKERS: tuple[Callable[[Shelf, Policy], Iterator[Prompt]], ...] = (
    figure_prompts,
    adjustment_prompts,
    amount_prompts,
    premium_prompts,
    date_prompts,
    document_prompts,
    list_prompts,
    order_prompts,
    governing_prompts,
    fund_prompts,
    unsaid_prompts,
)
