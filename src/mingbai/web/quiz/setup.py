"""Where a quiz begins: what to be asked about, a class to join, the day's practice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from secrets import randbelow

from mingbai.assistant.library import Library
from mingbai.quiz.bank import Bank
from mingbai.quiz.difficulty import DIFFICULTIES
from mingbai.quiz.errors import QuizError
from mingbai.quiz.item import Quiz
from mingbai.quiz.store.school import Taking
from mingbai.quiz.store.terms import Terms
from mingbai.web import words as page_words
from mingbai.web.fields import Choices, box_html, choices_html
from mingbai.web.live import Asked, Part
from mingbai.web.markup import button_html, text_html
from mingbai.web.quiz import words

SETUP_PARTS = ("home", "policies", "topics", "wish", "begin", "join", "daily")
MINUTES = (5, 10, 20, 30)
"""The limits of time to choose from, beside none."""
_ITEMS = ("5", "10", "20", "50")
_FINAL = "final"
_LONGEST_SEED = 12
_SEEDS = 10**6
_LONGEST_NAME = 30


@dataclass(frozen=True)
class Wish:
    """What a person chose, as far as it makes sense to the bank."""

    policies: tuple[str, ...]
    topics: tuple[str, ...]
    items: str
    difficulty: str
    minutes: str
    is_final: bool
    seed: str

    @classmethod
    def read(cls, asked: Asked, bank: Bank) -> Wish:
        """The choices of the form; what the chosen policies have nothing about is not chosen."""
        known = {policy.id for policy in bank.policies}
        policies = tuple(one for one in asked.all("policy") if one in known)
        return cls(
            policies=policies,
            topics=tuple(one for one in asked.all("topic") if one in bank.topics(policies)),
            items=_one_of(asked.one("items"), _ITEMS) or "10",
            difficulty=_one_of(asked.one("difficulty"), DIFFICULTIES),
            minutes=_one_of(asked.one("minutes"), map(str, MINUTES)),
            is_final=asked.one("feedback") == _FINAL,
            seed=asked.one("seed").strip(),
        )

    def draw(self, bank: Bank) -> Quiz:
        """The quiz wished for.

        Raises:
            QuizError: where there are not so many items, or the seed is no number.
        """
        return bank.quiz(self.policies, int(self.items), self._seed(), self.topics, self.difficulty)

    @property
    def terms(self) -> Terms:
        """How it is to be taken."""
        return Terms(int(self.minutes) if self.minutes else None, self.is_final)

    def _seed(self) -> int:
        if not self.seed:
            return randbelow(_SEEDS)
        if len(self.seed) > _LONGEST_SEED or not self.seed.isdecimal():
            raise QuizError(words.QUIZ_SEED_BAD)
        return int(self.seed)


def _one_of(value: str, allowed: Iterable[str]) -> str:
    return value if value in allowed else ""


def person_of(asked: Asked) -> str:
    """The name with which a person joins a class.

    Raises:
        QuizError: for a name that is too long.
    """
    name = " ".join(asked.one("person").split())
    if len(name) > _LONGEST_NAME:
        raise QuizError(words.QUIZ_NAME_LONG.format(limit=_LONGEST_NAME))
    return name


def setup_parts(library: Library, bank: Bank, asked: Asked, unfinished: Taking | None) -> dict[str, Part]:
    """The form, with the quiz that was not finished above it."""
    wish = Wish.read(asked, bank)
    topics = tuple(bank.topics(wish.policies).items())
    return {
        "home": Part(_home_html(unfinished)),
        "policies": Part(_policies_html(library, bank, wish), "policies"),
        "topics": Part(_several_html("topic", words.QUIZ_TOPICS, topics, wish.topics), f"topics {topics}"),
        "wish": Part(_wish_html(wish), "wish"),
        "begin": Part(_begin_html(library, bank, wish)),
        "join": Part(_join_html(asked), "join"),
        "daily": Part(_daily_html()),
    }


def _home_html(unfinished: Taking | None) -> str:
    head = f'<h2 class="mb-title">{words.QUIZ_TITLE}<small>{words.QUIZ_HOW}</small></h2>'
    if unfinished is None:
        return head
    score = unfinished.score
    said = words.QUIZ_UNFINISHED.format(answered=score.answered, asked=score.asked)
    go_on = button_html(words.QUIZ_GO_ON, css="mb-quiz-go", act="go-on")
    drop = button_html(words.QUIZ_DROP, css="mb-other", act="drop")
    return f'<div class="mb-wait mb-quiz-unfinished"><p>{text_html(said)}</p><div>{go_on}{drop}</div></div>{head}'


def _policies_html(library: Library, bank: Bank, wish: Wish) -> str:
    pills = "".join(
        _pill_html(
            "policy",
            policy.id,
            library.name(policy.id),
            is_on=policy.id in wish.policies,
            small=f"{''.join(policy.place)} {policy.year}".strip(),
        )
        for policy in sorted(bank.policies, key=lambda one: (not one.place, one.place, one.id))
    )
    return (
        f'<details class="mb-quiz-box mb-quiz-policies" data-name="policies">'
        f"<summary>{words.QUIZ_POLICIES}</summary>"
        f'<input type="search" class="mb-search" data-filter=".mb-quiz-policies .mb-option" '
        f'aria-label="{page_words.FIND_POLICY}" placeholder="{page_words.FIND_POLICY}">'
        f'<div class="mb-options">{pills}</div><p data-none hidden>{page_words.NOT_FOUND}</p></details>'
    )


def _several_html(name: str, legend: str, options: Choices, chosen: tuple[str, ...]) -> str:
    pills = "".join(_pill_html(name, option, shown, is_on=option in chosen) for option, shown in options)
    return (
        f'<fieldset class="mb-field mb-quiz-box"><legend>{legend}</legend>'
        f'<div class="mb-options">{pills}</div></fieldset>'
    )


def _pill_html(name: str, value: str, shown: str, *, is_on: bool, small: str = "") -> str:
    checked = " checked" if is_on else ""
    under = f" <small>{text_html(small)}</small>" if small else ""
    return (
        f'<label class="mb-option"><input type="checkbox" name="{name}" value="{text_html(value)}"{checked}>'
        f"<span>{text_html(shown)}{under}</span></label>"
    )


def _wish_html(wish: Wish) -> str:
    minutes = [("", words.QUIZ_NO_LIMIT), *((str(one), words.QUIZ_MINUTES.format(minutes=one)) for one in MINUTES)]
    feedback = _FINAL if wish.is_final else "instant"
    fields = (
        choices_html("items", words.QUIZ_ITEMS, [(one, one) for one in _ITEMS], wish.items),
        choices_html(
            "difficulty", words.QUIZ_DIFFICULTY, [("", words.QUIZ_ANY), *DIFFICULTIES.items()], wish.difficulty
        ),
        choices_html("feedback", words.QUIZ_FEEDBACK, tuple(words.QUIZ_FEEDBACKS.items()), feedback),
        choices_html("minutes", words.QUIZ_TIME, minutes, wish.minutes),
        box_html("seed", words.QUIZ_SEED, wish.seed, kind="number", hint=words.QUIZ_SEED_HINT),
    )
    return f'<div class="mb-quiz-box mb-quiz-wish">{"".join(fields)}</div>'


def _begin_html(library: Library, bank: Bank, wish: Wish) -> str:
    names = bank.topics()
    said = words.QUIZ_WISH.format(
        policies="、".join(map(library.name, wish.policies)) or words.QUIZ_ALL,
        topics="、".join(names[one] for one in wish.topics) or words.QUIZ_ALL,
    )
    start = button_html(words.QUIZ_START, css="mb-quiz-go", act="start")
    return f'<div class="mb-quiz-begin"><p role="status">{text_html(said)}</p>{start}</div>'


def _join_html(asked: Asked) -> str:
    code = box_html("code", words.QUIZ_CODE, asked.one("code"))
    person = box_html("person", words.QUIZ_NAME, asked.one("person"))
    join = f'<button type="submit" class="mb-quiz-go">{words.QUIZ_JOIN}</button>'
    return (
        f'<section class="mb-quiz-card"><h3>{words.QUIZ_CLASS}</h3><p>{words.QUIZ_CLASS_HOW}</p>'
        f'<form class="mb-quiz-join" data-act="join">{code}{person}{join}</form></section>'
    )


def _daily_html() -> str:
    practise = button_html(words.QUIZ_PRACTISE, css="mb-other", act="practice")
    return f'<section class="mb-quiz-card"><h3>{words.QUIZ_DAILY}</h3><p>{words.QUIZ_DAILY_HOW}</p>{practise}</section>'
