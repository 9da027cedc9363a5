"""Whether so much is paid as somebody expects, said before the sum (是不是能拿回来四十四万多): 不能,到不了."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from mingbai.assistant.outcome import Computed, Outcome
from mingbai.language.figures.not_spent import expected_payment
from mingbai.language.numbers.amounts import Mention
from mingbai.language.text import normalise

__all__ = ["held_to_expected"]

_ROUGH = ("多", "余", "几")
_ROUGH_BEHIND = ("多", "左右", "上下", "来")
_LEAST = ("以上", "往上", "起")
_ALL_OF_IT = Decimal(1)


def held_to_expected(text: str, outcomes: Sequence[Outcome], question: str) -> str:
    """The text of a reply led by whether the one exact sum in it comes to what the question expects to be paid."""
    sums = [one for one in outcomes if isinstance(one, Computed)]
    if len(sums) != 1 or sums[0].estimate.status != "exact" or sums[0].cases or sums[0].estimate.amount is None:
        return text
    asked = normalise(question)
    mention = expected_payment(asked)
    if mention is None or mention.value is None:
        return text
    return f"{_ruling(Decimal(sums[0].estimate.amount), mention, asked)}:{text}"


def _ruling(paid: Decimal, mention: Mention, text: str) -> str:
    least = mention.value or Decimal(0)
    said = mention.text.strip()
    if paid < least:
        return f"**不能,到不了{said}**"
    if paid == least or _is_least(mention, text) or (_is_rough(mention, text) and paid <= least + _step(least)):
        return "**能**"
    return f"**能,还不止{said}**"


def _is_rough(mention: Mention, text: str) -> bool:
    return mention.text.rstrip().endswith(_ROUGH) or text.startswith(_ROUGH_BEHIND, mention.end)


def _is_least(mention: Mention, text: str) -> bool:
    """Whether the figure is only the least of what is expected (能报5000以上吗)."""
    return mention.text.rstrip().endswith(_LEAST) or text.startswith(_LEAST, mention.end)


def _step(value: Decimal) -> Decimal:
    """The last place that a figure names: of 44万 it is 1万, of 2,500 it is 100."""
    exponent = value.normalize().as_tuple().exponent
    return _ALL_OF_IT.scaleb(int(exponent))
