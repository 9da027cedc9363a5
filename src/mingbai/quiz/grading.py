"""Holding what a person answered against an item: right or which mistake, and the score of a whole quiz."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mingbai.language.numbers.amounts import Mention, find_amounts
from mingbai.money import MoneyError, parse_number, plain
from mingbai.quiz.errors import QuizError
from mingbai.quiz.item import RIGHT, THEN, TOPICS, WRONG, Choice, Item

LETTERS = "ABCDEFGH"
_JUDGED = {RIGHT: ("对", "√", "✓", "是", "正确", "y", "t"), WRONG: ("错", "×", "✗", "否", "不对", "错误", "n", "f")}
_WRONG_PLACE = "从第{place}步起,先后就不对了"
_UNKNOWN_MISTAKE = "跟哪一种已知的错法都对不上,请照解析一步一步再算一遍"
_AROUND_A_NUMBER = re.compile(r"[\s元¥¥]")


@dataclass(frozen=True)
class Feedback:
    """What is told about one answer: `why` names the mistake, or says why it is right."""

    item: str
    given: str
    is_right: bool
    why: str
    answer: str
    explanation: str


@dataclass(frozen=True)
class Score:
    """How many answers of how many were right, by topic name too; `wrong` are the ids to repeat."""

    right: int
    answered: int
    asked: int
    by_topic: dict[str, tuple[int, int]]
    wrong: tuple[str, ...]


def feedback(item: Item, given: str) -> Feedback:
    """What there is to say to an answer: a choice's letter or text, 对 or 错, an amount in yuan, steps in some order.

    Raises:
        QuizError: for an answer that cannot be read.
    """
    text, choice = _read(item, given)
    why = choice.why if choice else _unnamed(item, text)
    return Feedback(item.id, text, bool(choice and choice.right), why, item.answer, item.explanation)


def steps_of(item: Item) -> tuple[str, ...]:
    """The steps that an item on order asks to be put in order, in the right one."""
    return tuple(item.answer.split(THEN))


def _unnamed(item: Item, text: str) -> str:
    """What is told of a mistake that has no name."""
    if item.type != "ordering":
        return _UNKNOWN_MISTAKE
    pairs = zip(text.split(THEN), steps_of(item), strict=True)
    return _WRONG_PLACE.format(place=next(at for at, (mine, right) in enumerate(pairs, 1) if mine != right))


def _read(item: Item, given: str) -> tuple[str, Choice | None]:
    """The answer as the item words it, and the choice it is."""
    by_text = {choice.text: choice for choice in item.choices}
    word = given.strip()
    if word in by_text:
        return word, by_text[word]
    if item.type == "number":
        amount = _amount(word)
        return amount, by_text.get(amount)
    if item.type == "ordering" and sorted(word.split(THEN)) == sorted(steps_of(item)):
        return word, None
    if item.type == "true_false":
        text = next((text for text, words in _JUDGED.items() if word.lower() in words), None)
        if text is not None:
            return text, by_text[text]
    choice = _by_letter(item, word)
    return choice.text, choice


def _amount(word: str) -> str:
    """An amount in figures, or as people say it: 3万, 一万三千一百四十元."""
    figures = _AROUND_A_NUMBER.sub("", word)
    try:
        return plain(parse_number(figures)) if not figures.endswith(("%", "‰")) else _said(figures, word)
    except MoneyError:
        return _said(figures, word)


def _said(figures: str, word: str) -> str:
    match find_amounts(figures):
        case (Mention(text=text, value=Decimal() as value, unit="" | "元", approximate=False, high=None),):
            if text == figures:
                return plain(value)
    raise QuizError(f"“{word}”不是一个看得懂的金额,请写成数字,例如 13140.00")


def _by_letter(item: Item, word: str) -> Choice:
    letters = LETTERS[: len(item.choices)]
    at = letters.find(word.upper()) if len(word) == 1 else -1
    if at < 0 and word.isdecimal() and 1 <= int(word) <= len(letters):
        at = int(word) - 1
    if at < 0:
        raise QuizError(f"“{word}”不在选项里,请回答 {'、'.join(letters)} 中的一个")
    return item.choices[at]


def score(items: Sequence[Item], answers: Iterable[Feedback]) -> Score:
    """The score of a quiz as far as it was answered."""
    given = {one.item: one for one in answers}
    done = [(item, given[item.id].is_right) for item in items if item.id in given]
    by_topic: dict[str, tuple[int, int]] = {}
    for item, is_right in done:
        right, asked = by_topic.get(TOPICS[item.topic], (0, 0))
        by_topic[TOPICS[item.topic]] = (right + is_right, asked + 1)
    return Score(
        right=sum(is_right for _, is_right in done),
        answered=len(done),
        asked=len(items),
        by_topic=by_topic,
        wrong=tuple(item.id for item, is_right in done if not is_right),
    )
