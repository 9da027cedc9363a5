"""The tab 培训测验 for those who take a quiz: choose or join, answer one question at a time, see the result.

The browser keeps the number of the quiz it is taking; what was answered is in the store alone, so that a closed browser
or a killed server loses nothing. The day's practice is kept under a number the browser makes up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from time import monotonic

from mingbai.assistant.toolbox import Toolbox
from mingbai.quiz.errors import QuizError, TimeOverError, UnknownItemError, UnknownSessionError
from mingbai.quiz.grading import Feedback
from mingbai.quiz.item import Item, Quiz
from mingbai.quiz.store.school import Taking
from mingbai.web.live import Asked, Part, add_live
from mingbai.web.markup import button_html, text_html
from mingbai.web.pace import Pace
from mingbai.web.quiz import words
from mingbai.web.quiz.feedback import Teller
from mingbai.web.quiz.question import answer_of, head_html, question_html
from mingbai.web.quiz.result import result_html, to_repeat
from mingbai.web.quiz.room import QuizRoom, now
from mingbai.web.quiz.setup import SETUP_PARTS, Wish, person_of, setup_parts

_QUIZZES_PER_MINUTE = 240
_ANSWERS_PER_MINUTE = 2400
_DAY = 10
_BROWSER = re.compile("[0-9a-f]{32}")
_BLANK = dict.fromkeys((*SETUP_PARTS, "stage"), Part(""))


def add_quiz(toolbox: Toolbox, room: QuizRoom) -> None:
    """Put the tab into the Gradio context that is open."""
    add_live(("problem", *SETUP_PARTS, "stage"), _Tab(toolbox, room).show, scripts=("live.js", "quiz/quiz.js"))


@dataclass(frozen=True)
class _Tab:
    toolbox: Toolbox
    room: QuizRoom
    begun: Pace = field(default_factory=lambda: Pace(_QUIZZES_PER_MINUTE))
    answered: Pace = field(default_factory=lambda: Pace(_ANSWERS_PER_MINUTE))

    def show(self, asked: Asked) -> Mapping[str, Part]:
        """The parts for what was chosen, typed and done."""
        if not asked.values:  # the page as it is built, before any browser has asked
            return _stage(f'<p class="mb-wait">{words.QUIZ_PREPARING}</p>')
        try:
            return self._done(asked)
        except UnknownSessionError:
            return self._setup(asked) | _notice(words.QUIZ_LOST) | {"stage": Part(_kept_html(""))}
        except (TimeOverError, UnknownItemError) as error:
            return self._going_on(asked) | _notice(str(error))
        except QuizError as error:  # what was typed stays, to be typed otherwise
            return _notice(str(error))

    def _done(self, asked: Asked) -> dict[str, Part]:
        """What the button that was pressed does, then what there is to see."""
        match asked.one("do"):
            case "start":
                wish = Wish.read(asked, self.room.bank())
                return self._begin(wish.draw(self.room.bank()), wish)
            case "join":
                self._wait(self.begun)
                return self._taking(self.room.school.join(asked.one("code"), person_of(asked)))
            case "again":
                taking = self.room.school.resume(asked.one("run"))
                return self._repeat(taking)
            case "answer":
                self._wait(self.answered)
                return self._practised(asked) if _is_practice(asked) else self._answered(asked)
            case "practice":
                self._wait(self.begun)
                wish, bank = Wish.read(asked, self.room.bank()), self.room.bank()
                draw = partial(bank.quiz, wish.policies, _DAY, topics=wish.topics)
                self.room.practice().of_today(_person(asked), now(), _DAY, draw)
        return self._going_on(asked)

    def _going_on(self, asked: Asked) -> dict[str, Part]:
        if _is_practice(asked):
            return self._practice(_person(asked))
        run = asked.one("run")
        if run and asked.one("mode") != "home":
            return self._taking(self.room.school.resume(run))
        return self._setup(asked)

    def _setup(self, asked: Asked) -> dict[str, Part]:
        return _BLANK | setup_parts(self.toolbox.library, self.room.bank(), asked, self._unfinished(asked.one("run")))

    def _unfinished(self, run: str) -> Taking | None:
        try:
            taking = self.room.school.resume(run) if run else None
        except UnknownSessionError:
            return None
        return taking if taking is not None and taking.next_item is not None else None

    # -- a quiz ------------------------------------------------------------------------------------------------------

    def _begin(self, quiz: Quiz, wish: Wish) -> dict[str, Part]:
        self._wait(self.begun)
        return self._taking(self.room.school.begin(quiz, words.QUIZ_SOMEONE, wish.terms))

    def _repeat(self, taking: Taking) -> dict[str, Part]:
        """A new quiz of what was wrong or not answered, on the same terms."""
        self._wait(self.begun)
        items = to_repeat(taking) or taking.items
        return self._taking(self.room.school.begin(Quiz(items=items), taking.person, taking.terms))

    def _taking(self, taking: Taking) -> dict[str, Part]:
        item = taking.next_item
        if item is None:
            return _stage(_kept_html(taking.id) + result_html(taking, self._teller()))
        return _stage(_kept_html(taking.id) + question_html(item, head_html(taking, len(taking.answers) + 1)))

    def _answered(self, asked: Asked) -> dict[str, Part]:
        run = asked.one("run")
        taking = self.room.school.resume(run)
        item = _found(taking.items, asked.one("item"))
        told = self.room.school.answer(run, item.id, answer_of(item, asked.one("given")))
        taking = self.room.school.resume(run)
        if taking.terms.is_final:
            return self._taking(taking)
        head = head_html(taking, len(taking.answers))
        return self._told(
            item, told, _kept_html(run), head, words.QUIZ_NEXT if taking.next_item else words.QUIZ_SEE_RESULT
        )

    def _told(self, item: Item, told: Feedback, kept: str, head: str, next_word: str) -> dict[str, Part]:
        return _stage(kept + self._teller().feedback_html(item, told, head, next_word))

    def _teller(self) -> Teller:
        return Teller(self.toolbox, self.room.bank())

    # -- the day's practice ------------------------------------------------------------------------------------------

    def _practice(self, person: str) -> dict[str, Part]:
        due = self.room.practice().due(person, now(), _DAY)
        if not due:
            leave = button_html(words.QUIZ_NEW, css="mb-other", act="pause")
            return _stage(
                f'<section class="mb-quiz-card"><h2 class="mb-title" tabindex="-1" data-focus>{words.QUIZ_DAY_DONE}'
                f"<small>{words.QUIZ_DAY_DONE_HOW}</small></h2>{leave}</section>"
            )
        return _stage(question_html(due[0], _day_html(len(due))))

    def _practised(self, asked: Asked) -> dict[str, Part]:
        person, practice = _person(asked), self.room.practice()
        item = _found(practice.due(person, now(), _DAY), asked.one("item"))
        told = practice.answer(person, item, answer_of(item, asked.one("given")), now())
        left = len(practice.due(person, now(), _DAY))
        return self._told(item, told, "", _day_html(left), words.QUIZ_NEXT)

    def _wait(self, pace: Pace) -> None:
        if seconds := pace.seconds_to_wait(monotonic()):
            raise QuizError(words.QUIZ_TOO_FAST.format(seconds=seconds))


def _stage(html: str) -> dict[str, Part]:
    return _BLANK | {"stage": Part(html)}


def _notice(word: str) -> dict[str, Part]:
    return {"problem": Part(f'<p class="mb-notice" role="alert">{text_html(word)}</p>')}


def _kept_html(run: str) -> str:
    """Tells the browser which quiz it is taking."""
    return f'<i hidden data-keep="run" data-value="{text_html(run)}"></i>'


def _day_html(left: int) -> str:
    pause = button_html(words.QUIZ_PAUSE, css="mb-other", act="pause")
    said = words.QUIZ_DUE.format(count=left)
    return f'<div class="mb-quiz-head"><p class="mb-quiz-count">{said}</p>{pause}</div>'


def _is_practice(asked: Asked) -> bool:
    return asked.one("mode") == "practice"


def _person(asked: Asked) -> str:
    """Under which name the practice of a browser is kept.

    Raises:
        QuizError: where the browser has told none.
    """
    if not _BROWSER.fullmatch(asked.one("me")):
        raise QuizError(words.QUIZ_LOST)
    return f"browser-{asked.one('me')}"


def _found(items: tuple[Item, ...], id_: str) -> Item:
    item = next((one for one in items if one.id == id_), None)
    if item is None:
        raise UnknownItemError(id_)
    return item
