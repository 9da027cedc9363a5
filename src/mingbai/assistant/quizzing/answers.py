"""Reading an answer as people give it: 选b, 第二个, the choice's words, 对, 一万三千一百四, 2,1,3."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mingbai.language.numbers.amounts import find_amounts, numbers_in
from mingbai.language.numbers.numerals import canonical, read
from mingbai.language.text import normalise
from mingbai.quiz.errors import QuizError
from mingbai.quiz.grading import LETTERS, feedback
from mingbai.quiz.item import RIGHT, THEN, WRONG, Item
from mingbai.quiz.wording import shown_steps

_LEAD = re.compile(
    r"^(?:那?我|这个|这题)?(?:觉得|认为|猜|想|算)?(?:答案|结果|的|出来)?(?:应该|可能|大概|好像|肯定|就)?(?:还?缺|少)?(?:是|选择?|答|填|写|等于|=)?的?[::,,\s]*"
)
_TAIL = re.compile(r"(?:[吧呢啊呀哦哈嘛的了吗么]|对不对|是不是|[\s。.!!??,,、])*$")
_LETTER = re.compile(r"^\(?([A-Ha-h])\)?(?:选?项|个)?(?:[.、,:：\s].*)?$")
_ORDINAL = re.compile(r"^第([1-8一二两三四五六七八])(?:个|项|种|条|选项|份|样)?(?:答案)?$")
_BARE_ORDINAL = re.compile(r"^[1-8一二三四五六七八]$")
_LAST = re.compile(r"^最后[一那]?(?:个|项|种|条|份|样)$")
_UNITS = re.compile(r"[年月日号元块钱%‰个工作天份成点\s]")
_ORDER = re.compile(r"^[1-8](?:[\s,,、.\->→到]*[1-8])+$")
_ASKS = re.compile("多少|怎么|什么|哪|为什么|能不能|可不可以")
_LEFT_OVER = 8
_JUDGED: Mapping[str, str] = {
    **dict.fromkeys(("没错", "不错", "真", "真的", "✔", "true", "yes"), RIGHT),
    **dict.fromkeys(("不是", "不正确", "假", "假的", "✘", "x", "false", "no"), WRONG),
}


def read_answer(item: Item, said: str) -> str | None:
    """The answer as the item words it; None for words that are no answer to it.

    An order that is none of the choices is given as the steps in that order.
    """
    whole = normalise(said)
    without_tail = _TAIL.sub("", whole)
    for text in dict.fromkeys((said.strip(), whole, without_tail, _LEAD.sub("", without_tail))):
        answer = _exact(item, text) or _by_type(item, text)
        if answer is not None:
            return answer
    return None


def _exact(item: Item, text: str) -> str | None:
    return next((choice.text for choice in item.choices if normalise(choice.text) == text), None)


def _by_type(item: Item, text: str) -> str | None:
    match item.type:
        case "number":
            amount = text.rpartition("=")[2].strip()  # (30000-800)*45%=13140
            return None if amount.startswith("-") else _graded(item, amount)
        case "true_false":
            return _JUDGED.get(text.lower()) or _graded(item, text)
        case "ordering":
            return _by_place(item, text) or _order(item, text)
        case _:
            return _by_place(item, text) or _by_words(item, text)


def _graded(item: Item, text: str) -> str | None:
    """An answer in one of the forms that the quiz itself takes."""
    try:
        return feedback(item, text).given
    except QuizError:
        return None


def _by_place(item: Item, text: str) -> str | None:
    """The choice of a letter (b, B项, C. 800元) or of an ordinal (第二个)."""
    texts = [choice.text for choice in item.choices]
    if _LAST.match(text):
        return texts[-1]
    at = -1
    if letter := _LETTER.match(text):
        at = LETTERS.index(letter[1].upper())
    elif ordinal := _ORDINAL.match(text):
        figure = read(canonical(ordinal[1]))
        at = int(figure.value) - 1 if figure else -1
    return texts[at] if 0 <= at < len(texts) else None


def _by_words(item: Item, text: str) -> str | None:
    """The one choice that the words or the bare figures name; a bare 2 may be the second choice as well."""
    if _ASKS.search(text) or not text:
        return None
    found = set(_naming([choice.text for choice in item.choices], text))
    if _BARE_ORDINAL.match(text) and (second := _by_place(item, f"第{text}")):
        found.add(second)
    return found.pop() if len(found) == 1 else None


def _naming(choices: Sequence[str], text: str) -> Iterator[str]:
    figures = numbers_in(text)
    is_bare = bool(figures) and not _without_figures(text)
    for choice in choices:
        words = normalise(choice)
        if is_bare:
            if figures <= numbers_in(words):
                yield choice
        elif len(text) > 1 and (text in words or (words in text and len(text) <= len(words) + _LEFT_OVER)):
            yield choice


def _without_figures(text: str) -> str:
    """What a text holds beside its figures and their units."""
    for one in reversed(find_amounts(text)):
        text = text[: one.start] + text[one.end :]
    return _UNITS.sub("", text)


def _order(item: Item, text: str) -> str | None:
    """The steps in the order of the numbers that the item is shown with."""
    if not _ORDER.match(text):
        return None
    steps = shown_steps(item)
    places = [int(digit) for digit in re.findall(r"\d", text)]
    if sorted(places) != list(range(1, len(steps) + 1)):
        return None
    return THEN.join(steps[place - 1] for place in places)
