"""An item of a quiz as the conversation shows it, and what is said of an answer to it."""

from __future__ import annotations

from mingbai.assistant.outcome import AskedItem, JudgedItem
from mingbai.assistant.quizzing.round import Event
from mingbai.money import parse_number, words
from mingbai.quiz.grading import LETTERS, feedback
from mingbai.quiz.item import RIGHT, THEN, WRONG, Item
from mingbai.quiz.wording import TYPE_NAMES, shown_choices, shown_steps

NOT_KNOWN = "不知道"
_CLAIM = "判断对错:"
_HOW = {
    "number": "请直接写金额。",
    "ordering": "选一个,或按先后写序号,比如 2,1,3。",
    "true_false": "请回答“对”或“错”。",
}


def hint(item: Item) -> str:
    """The clause to think of, unless that is the question, and a choice that can be ruled out."""
    clause = item.citations[0].title
    parts = [f"想想“{clause}”这一条。"] if item.topic != "governing" else []
    wrong = [letter for letter, choice in shown_choices(item) if not choice.right]
    if len(wrong) > 1:
        parts.append(f"{wrong[0]}可以排除。")
    return "提示:" + "".join(parts) if parts else "这一题没有提示。"


def asked(item: Item, heading: str, event: Event) -> AskedItem:
    """The item under its heading, without its key."""
    steps = shown_steps(item) if item.type == "ordering" else ()
    return AskedItem(
        heading=heading,
        kind=TYPE_NAMES[item.type],
        question=item.question.removeprefix(_CLAIM),
        steps=steps,
        choices=() if item.type == "true_false" else tuple(_shown(item)),
        how=_HOW.get(item.type) or (_by_letter(item) if event == "unclear" else ""),
    )


def _shown(item: Item) -> list[str]:
    return [f"{letter}. {_short(item, choice.text)}" for letter, choice in shown_choices(item)]


def _short(item: Item, text: str) -> str:
    """A choice as it is shown: an order by the numbers of its steps."""
    if item.type != "ordering":
        return text
    steps = shown_steps(item)
    return "→".join(str(steps.index(step) + 1) for step in text.split(THEN))


def buttons(item: Item) -> tuple[str, ...]:
    """What can be answered by a click."""
    match item.type:
        case "number":
            return (NOT_KNOWN,)
        case "true_false":
            return (RIGHT, WRONG, NOT_KNOWN)
        case _:
            return (*LETTERS[: len(item.choices)], NOT_KNOWN)


def judged(item: Item, given: str | None) -> JudgedItem:
    """What is said of an answer: the mistake behind it, the right one, the clause."""
    verdict = None if given is None else feedback(item, given)
    why, _, grounds = item.explanation.rpartition("\n")
    mistake = verdict.why.rstrip("。") if verdict and not verdict.is_right and item.type != "true_false" else ""
    return JudgedItem(
        verdict="跳过了。" if verdict is None else "对了!" if verdict.is_right else "不对。",
        is_right=verdict is not None and verdict.is_right,
        given=_named(item, given) if given else "",
        mistake=mistake,
        answer=_named(item, item.answer),
        why=why,
        grounds=grounds,
    )


def _named(item: Item, text: str) -> str:
    """An answer with its letter, or as money, or as 对 and 错."""
    if item.type == "number":
        return words(parse_number(text))
    by_text = {choice.text: letter for letter, choice in shown_choices(item)}
    letter = by_text.get(text) if item.type != "true_false" else None
    return f"{letter}. {_short(item, text)}" if letter else _short(item, text)


def _by_letter(item: Item) -> str:
    return f"请回答 {'、'.join(LETTERS[: len(item.choices)])} 中的一个。"
