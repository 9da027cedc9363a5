"""The quizmaster: draws the items of a round, reads answers to them, and says how the round stands."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mingbai.assistant.outcome import Quizzed
from mingbai.assistant.quizzing.answers import read_answer
from mingbai.assistant.quizzing.round import Event, Round
from mingbai.assistant.quizzing.showing import NOT_KNOWN, asked, buttons, hint, judged
from mingbai.quiz.difficulty import DIFFICULTIES, difficulty_id
from mingbai.quiz.errors import ItemCountError, QuizError
from mingbai.quiz.grading import Feedback, Score, feedback, score
from mingbai.quiz.item import TOPICS, Item

if TYPE_CHECKING:
    from mingbai.assistant.library import Library

_USUAL, MOST = 5, 30
"""Items of a round where no number was said, and at most: a conversation on the page has 40 questions."""
_ROUNDS_KEPT = 256
_GROUNDS = "依据:"
RESUME, AGAIN = "接着考", "再来一组"


class Quizmaster:
    """Quizzes over one library. All it keeps is what can be drawn again."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._draw = lru_cache(_ROUNDS_KEPT)(self._drawn)

    def can_ask(self, policy: str) -> bool:
        """Whether anything can be asked of a document."""
        return policy in self._library.corpus.policies and bool(self._library.bank.prompts(policy))

    def refusal(self, wish: Round) -> str | None:
        """Why a round cannot be drawn, in a sentence; None where it can."""
        if wish.items is not None and wish.items > MOST:
            return f"一次最多考{MOST}题,请少要一些。"
        if wish.items == 0:
            return "一题也不考的话,那就先不考了;想考几题告诉我。"
        try:
            self.items(wish)
        except QuizError:
            return self._nothing_there(wish)
        return None

    def items(self, one: Round) -> tuple[Item, ...]:
        """The items of a round.

        Raises:
            QuizError: where there are none on these topics.
        """
        return self._draw(one.policies or (), one.items, one.topics, one.difficulty, one.seed)

    def is_over(self, one: Round) -> bool:
        """Whether every item has its answer."""
        return len(one.answers) == len(self.items(one))

    def read(self, one: Round, said: str) -> str | None:
        """The answer to the item that waits, as the item words it; None for words that are no answer to it."""
        return read_answer(self.items(one)[len(one.answers)], said)

    def outcome(self, one: Round, event: Event) -> Quizzed:
        """What there is to say of a round after the last message."""
        match event:
            case "left":
                return Quizzed(note=f"测验先停在这里,说“{RESUME}”就回到刚才那一题。", choices=(RESUME,))
            case "stopped":
                return self._stopped(one)
            case "answered" if self.is_over(one):
                return self._finished(one)
            case _:
                return self._going_on(one, event)

    def _going_on(self, one: Round, event: Event) -> Quizzed:
        items, done = self.items(one), len(one.answers)
        item, before = items[done], items[done - 1] if event == "answered" else None
        return Quizzed(
            policies=tuple(dict.fromkeys(asked_of.policy for asked_of in (before, item) if asked_of)),
            note=_note(event, item, one.items, len(items)),
            judged=judged(before, one.answers[-1]) if before else None,
            asked=asked(item, f"第{done + 1}题,共{len(items)}题", event),
            choices=buttons(item),
            citations=before.citations if before else (),
            warnings=self._library.warnings(item.policy) if event == "asked" else (),
        )

    def _finished(self, one: Round) -> Quizzed:
        last, found = self.items(one)[-1], _score(self.items(one), one)
        return Quizzed(
            policies=(last.policy,),
            judged=judged(last, one.answers[-1]),
            result=f"做完了:{found.asked}题对了{found.right}题。",
            by_topic=_by_topic(found),
            repeat=_repeat(self.items(one), found),
            choices=(AGAIN,),
            citations=last.citations,
        )

    def _stopped(self, one: Round) -> Quizzed:
        note = f"好,不考了。想接着做,说“{RESUME}”。"
        if not one.answers:
            return Quizzed(note=note, choices=(RESUME,))
        found = _score(self.items(one), one)
        result = f"答了{found.answered}题,对了{found.right}题。"
        return Quizzed(note=note, result=result, by_topic=_by_topic(found), choices=(RESUME, AGAIN))

    def _drawn(
        self, policies: tuple[str, ...], items: int | None, topics: tuple[str, ...], difficulty: str, seed: int
    ) -> tuple[Item, ...]:
        """So many items, or as many as there are."""
        bank = self._library.bank
        for count in range(_USUAL if items is None else items, 1, -1):
            try:
                return bank.quiz(policies, count, seed, topics, difficulty).items
            except ItemCountError:
                continue
        return bank.quiz(policies, 1, seed, topics, difficulty).items

    def _nothing_there(self, wish: Round) -> str:
        """That these policies have no such items, and what they have."""
        topics = "、".join(TOPICS[topic] for topic in wish.topics)
        wanted = "的".join(
            filter(None, (topics, wish.difficulty and f"难度是“{DIFFICULTIES[difficulty_id(wish.difficulty)]}”"))
        )
        there = "、".join(self._library.bank.topics(wish.policies or ()).values())
        return f"这里没有{wanted}的题;有题的是:{there}。"


def _note(event: Event, item: Item, wished: int | None, of: int) -> str:
    match event:
        case "asked":
            there = f"这里只能出{of}题,就考这些" if wished and wished > of else f"一共{of}题"
            return f"好,{there}。不会的说“{NOT_KNOWN}”,想停就说“不考了”。"
        case "unclear":
            return "没看懂您的回答,这次不算。"
        case "hint":
            return hint(item)
        case "resumed":
            return "好,接着考。"
        case _:
            return ""


def _score(items: tuple[Item, ...], one: Round) -> Score:
    """The score so far; an item passed over counts as not known."""
    given = zip(items, one.answers, strict=False)
    return score(items, (_not_known(item) if said is None else feedback(item, said) for item, said in given))


def _not_known(item: Item) -> Feedback:
    return Feedback(item.id, "", is_right=False, why="", answer=item.answer, explanation=item.explanation)


def _by_topic(found: Score) -> tuple[str, ...]:
    return tuple(f"{topic}:{of}题对{right}题" for topic, (right, of) in found.by_topic.items())


def _repeat(items: tuple[Item, ...], found: Score) -> tuple[str, ...]:
    """The clauses of the items that were not known, each once."""
    clauses = (item.explanation.rpartition(_GROUNDS)[2].rstrip("。") for item in items if item.id in found.wrong)
    return tuple(dict.fromkeys(clauses))
