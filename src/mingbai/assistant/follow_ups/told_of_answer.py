"""The answer to a message that only asks for a figure of the last answer, or a plain reckoning on it.

区政府担多少, 其中省里掏多少, 剩下的5%是多少, 另外那部分放哪, 比之前多了几块, 一年合计, 一家三口一共.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.follow_ups.answer_figures import TOTAL, Figure, figures_of_answer
from mingbai.assistant.follow_ups.asked_of_answer import OF_YEAR, Wish, asks_for_rest, goes_on, labels_named, wish_read
from mingbai.assistant.follow_ups.figures_held_together import apart_from, every_one, with_what_it_was
from mingbai.assistant.outcome import Needed, Searched
from mingbai.language.text import normalise
from mingbai.money import percent, short

__all__ = ["told_of_answer"]

_OF_SOME = re.compile("儿童|学生|孩|婴|幼|未成年|老|岁|退休|低保|残疾|贫困|除外|成年")
_WHOLE_OF = re.compile(r"(?P<whole>[\d,]+(?:\.\d+)?)元里")
_OF_REST = re.compile("(?:剩下|其余|余下|剩余)[^。；\n]+")
_BEFORE = "从"  # 从640元提至705元: what it is now is meant


def told_of_answer(
    found: Searched, messages: Sequence[str], question: str, before: Searched | Needed | None = None
) -> Searched | None:
    """An answer with what messages after it ask of its figures in the place of its lines; None where one asks else.

    Each is asked of the answer to the `question`, or of what the one before it was told; `before` is the answer before
    all of these, from which the last may differ.
    """
    if not found.lead or not found.passages:
        return None
    lead, clause = found.lead, found.passages[0].text
    earlier = (before.lead or "") if isinstance(before, Searched) else ""
    for message in messages:
        narrowed, whole = figures_of_answer(lead, clause), figures_of_answer(found.lead, clause)
        is_on = goes_on(message)  # 三个人呢 goes on with the part told last, 三级财政加起来 with all of the answer
        every = (narrowed, whole) if is_on else (whole, narrowed)
        told = next(filter(None, (_told(one, message, question, clause) for one in every)), "")
        told = told or apart_from(figures_of_answer(earlier, clause), narrowed, message) or _of_rest(clause, message)
        earlier, lead = lead, told
        question = message
        if not lead:
            return None
    return found.model_copy(update={"lead": lead, "kind": "fact", "lead_is_whole": False})


def _told(figures: Sequence[Figure], message: str, question: str, clause: str) -> str | None:
    wish = wish_read(figures, message) if figures else None
    if wish is None:
        return None
    if wish.is_rest and not wish.labels:
        return _rest(figures, wish, question)
    meant = _meant(figures, wish)
    if wish.is_apart:
        return _apart(with_what_it_was(meant, clause), wish)
    if wish.is_every:
        return every_one(meant, wish)
    meant = [one for one in meant if not one.label.endswith(_BEFORE)]
    if not meant or not (wish.labels or wish.heads or wish.months or wish.is_all):
        return None
    if wish.heads or wish.months:
        return _times(meant, wish)
    return _all_of(meant) if wish.is_all and len(meant) > 1 else _lines(meant)


def _meant(figures: Sequence[Figure], wish: Wish) -> list[Figure]:
    """The figures of the rows and labels asked for; where so many heads were counted, of the row these are of."""
    figures = [one for one in figures if not one.is_whole and (not wish.rows or one.of in wish.rows)]
    of_heads = next((at for at, one in enumerate(figures) if one.is_of_heads), None)
    if of_heads is not None:
        of_each = "" if wish.is_all or not of_heads else figures[of_heads - 1].of
        figures = [one for one in figures if one.is_of_heads or (of_each and one.of == of_each)]
    return [one for one in figures if not wish.labels or one.label in wish.labels]


def _lines(meant: Sequence[Figure]) -> str:
    """The figures as they were told, a line for each row."""
    rows = dict.fromkeys((one.of, one.when) for one in meant)
    if not any(row for row, _ in rows) or (len(meant) == 1 and meant[0].is_of_heads):
        return "\n".join(f"**{one.label} {one.words(one.amount)}**{_in_brackets(one.how)}。" for one in meant)
    each = ((f"**{row}**{_in_brackets(when)}", [one for one in meant if one.of == row]) for row, when in rows)
    return "\n".join(f"- {row}:{_parts(parts)}" for row, parts in each)


def _parts(figures: Iterable[Figure]) -> str:
    return ";".join(f"{one.label}{one.words(one.amount)}{_in_brackets(one.how)}" for one in figures)


def _in_brackets(how: str) -> str:
    return f"({how})" if how else ""


def _all_of(meant: Sequence[Figure]) -> str | None:
    """What the parts of one row come to."""
    if len({one.of for one in meant}) != 1 or len({one.unit for one in meant}) != 1:
        return None
    parts = [one for one in meant if one.label != TOTAL]
    if len(parts) < 2:
        return _lines(parts)
    total = sum((one.amount for one in parts), Decimal(0))
    formula = "+".join(f"{one.label}{short(one.amount)}" for one in parts)
    return f"**一共 {parts[0].words(total)}**({formula})。"


def _times(meant: Sequence[Figure], wish: Wish) -> str | None:
    """Figures for so many heads, and for a year or so many months where they are told by the month."""
    if any(one.is_of_heads for one in meant) or len({one.per for one in meant}) != 1:
        return None
    if wish.heads and (wish.heads < 2 or not all(one.is_a_head for one in meant)):
        return None
    if wish.heads and wish.is_house and any(_OF_SOME.search(one.of) for one in meant):  # they are not all children
        return None
    per = meant[0].per
    is_yearly = per == "年" and wish.months == OF_YEAR
    if wish.months and not is_yearly and per != "月":
        return None
    months = None if is_yearly else wish.months
    if not (wish.heads or months):
        return None
    times = (wish.heads or Decimal(1)) * (months or 1)
    by = "".join((f"×{short(wish.heads)}人" if wish.heads else "", f"×{months}个月" if months else ""))
    named = "".join((f"{short(wish.heads)}人" if wish.heads else "", f"{months}个月" if months else ""))
    each_month = "每月" if per == "月" and not months else ""
    if len(meant) == 1:
        one = meant[0]
        return f"**{each_month}{one.words(one.amount * times)}**({one.label}{one.words(one.amount)}{by})。"
    rows = dict.fromkeys((one.of, one.when) for one in meant)
    each = {
        row: ";".join(
            f"{one.label}{one.words(one.amount * times)}({short(one.amount)}{by})"
            for one in meant
            if (one.of, one.when) == row
        )
        for row in rows
    }
    if len(each) == 1:
        return f"- **{named}一共**{_in_brackets(each_month)}:{next(iter(each.values()))}"
    return "\n".join(f"- **{of},{named}一共**{_in_brackets(when)}:{told}" for (of, when), told in each.items())


def _apart(meant: Sequence[Figure], wish: Wish) -> str | None:
    """By how much two figures differ, over a year where they are told by the month and one is asked for."""
    if any(one.is_of_heads for one in meant) and not all(one.is_of_heads for one in meant):
        return None  # what one pays, and what three pay by it, are one price
    meant = [one for one in meant if one.label != TOTAL]
    if len(meant) != 2 or meant[0].unit != meant[1].unit or wish.heads:
        return None
    if len({one.of for one in meant}) > 1 and meant[0].label != meant[1].label:
        return None
    if meant[0].is_of_heads != meant[1].is_of_heads:  # what one of them pays, and what all four do
        return None
    less, more = sorted(meant, key=lambda one: one.amount)
    gap, formula = more.amount - less.amount, f"{more.words(more.amount)}−{less.words(less.amount)}"
    if wish.months and more.per == "月":
        much = more.words(gap * wish.months)
        return f"**{much}**:每月差{more.words(gap)}({formula}),×{wish.months}个月。"
    return f"**{'每月' if more.per == '月' else ''}差{more.words(gap)}**({formula})。"


def _of_rest(clause: str, message: str) -> str:
    """What a clause says of the rest itself (划95%。剩下的5%是预留款), where a message asks for just that."""
    said = _OF_REST.findall(clause) if asks_for_rest(message) else ()
    return f"**{said[0]}**。" if len(said) == 1 else ""


def _rest(figures: Sequence[Figure], wish: Wish, question: str) -> str | None:
    """The parts that the question before did not ask for; of one figure told out of a whole what is left of that."""
    parts = [one for one in figures if not one.is_whole and one.label != TOTAL]
    if len(parts) == 1 and (whole := _WHOLE_OF.search(parts[0].how)):
        all_ = Decimal(whole["whole"].replace(",", ""))
        left = all_ - parts[0].amount
        if wish.share is not None and left != all_ * wish.share:
            return None
        of_share = f"={short(all_)}×{percent(left / all_)}" if wish.share is not None else ""
        return f"**剩下的 {parts[0].words(left)}**({short(all_)}−{short(parts[0].amount)}{of_share})。"
    parts = _meant(parts, replace(wish, labels=()))
    named, _ = labels_named(parts, normalise(question))
    others = [one for one in parts if one.label not in named and one.amount]
    if wish.share is not None:
        others = [one for one in others if percent(wish.share) in one.how]
    if not named or not others or len({one.of for one in others}) > 2:
        return None
    return _lines(others)
