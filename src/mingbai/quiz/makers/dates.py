"""Items on deadlines, windows, waiting times and how far back something reaches."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from mingbai.corpus.kinds import DateRule, DeadlineRule, RetroactiveRule, WaitingRule, WindowRule
from mingbai.corpus.models import Policy
from mingbai.quiz.makers.dated import prompt_of
from mingbai.quiz.makers.periods import period_prompts
from mingbai.quiz.makers.windows import window_prompts
from mingbai.quiz.prompt import Prompt
from mingbai.quiz.shelf import Shelf
from mingbai.rules.stated import stated

_KINDS: dict[type[DateRule], str] = {
    DeadlineRule: "deadline",
    WindowRule: "window",
    WaitingRule: "waiting",
    RetroactiveRule: "retroactive",
}


def date_prompts(shelf: Shelf, policy: Policy) -> Iterator[Prompt]:
    """How long, from when until when, and the day that comes out for drawn days."""
    for kind, name in _KINDS.items():
        prompts = window_prompts if kind is WindowRule else period_prompts
        for one in stated(policy, kind):
            yield from prompts(shelf, one, partial(prompt_of, one, name))
