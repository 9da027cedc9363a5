"""Sums told by the day, the week or the month, worked out where the same words say for how long (每天500住了20天)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from mingbai.language.bills.visits import MORE, Mark
from mingbai.language.numbers.amounts import Mention
from mingbai.money import short

_TIMES = {
    "天": {"天": 1, "日": 1, "周": 7, "星期": 7, "个星期": 7},
    "周": {"周": 1, "星期": 1, "个星期": 1},
    "月": {"个月": 1, "月": 1, "年": 12, "年度": 12},
    "季度": {"季度": 1, "个季度": 1, "年": 4},
}
_ABOUT = {"天": {"个月": 30, "年": 365}, "周": {"个月": 4, "年": 52}}  # no month has the days of every other
_HALF = {"天": (("半个月", 15), ("半月", 15)), "月": (("半年", 6),)}
_EACH = re.compile(r"[, ]?(?:大概|大约|差不多|平均|要|得|就|花费?|用|药费|费用?|的)*")  # 一天|大概|800
_BARE = re.compile(r"[, ]?(?:大概|大约|差不多|平均|要|得)*")


def in_all(text: str, mention: Mention, counts: Sequence[Mention]) -> tuple[Mention, str] | None:
    """What a sum by the day, week or month comes to, with the words for how; None where no time is told.

    `counts` are the counts (20天) among the figures of the text. A time that has no sure number of periods (一个月 of
    每天) makes it rough.
    """
    each = _stated_before(text, mention, counts)
    period = mention.unit if mention.kind == "rate_per" else each.unit if each else ""
    others = [one for one in counts if one is not each and one is not mention]
    spans = set(_spans(text, period, others))
    if len(spans) != 1 or mention.value is None or mention.kind not in ("rate_per", "amount", "number"):
        return None
    times, is_about, said = spans.pop()
    total = replace(
        mention,
        kind="amount",
        value=mention.value * times,
        unit="元",
        approximate=mention.approximate or is_about,
    )
    return total, f"每{period}{short(mention.value)}元、{said}"


def in_turn(text: str, mentions: Sequence[Mention], known: Sequence[Mark]) -> tuple[list[Mention], list[str]]:
    """The figures with rates of one bill that hold one after the other (头3天每天1000,后5天每天500) as one sum.

    Each rate has a time of its own, all before their rates or all behind them; `known` are the marks that tell bills
    apart. The words say how the sum came about; without such rates the figures stay as they are.
    """
    rates = [one for one in mentions if one.kind == "rate_per"]
    kept = list(mentions)
    if len(rates) < 2:
        return kept, []
    start, end = rates[0].start, rates[-1].end
    if any(start <= one.start and one.end <= end and one.about != MORE for one in known):
        return kept, []
    counts = [one for one in mentions if one.kind == "count"]
    stretches = list(zip((0, *(one.end for one in rates)), (*(one.start for one in rates), len(text)), strict=True))
    is_before = any(one.end <= start for one in counts)
    own = stretches[:-1] if is_before else stretches[1:]
    timed = [told for rate, stretch in zip(rates, own, strict=True) if (told := _in(text, rate, counts, *stretch))]
    if len(timed) < len(rates):
        return kept, []
    total = sum((one.value or Decimal(0) for one, _ in timed), Decimal(0))
    whole = replace(
        rates[0],
        end=end,
        text=text[start:end],
        kind="amount",
        value=total,
        unit="元",
        approximate=any(one.approximate for one, _ in timed),
    )
    kept = [one for one in kept if one.end <= start or one.start >= end]
    return sorted([*kept, whole], key=lambda one: one.start), ["加".join(how for _, how in timed)]


def _in(text: str, rate: Mention, counts: Sequence[Mention], start: int, end: int) -> tuple[Mention, str] | None:
    """A rate with the one time told in a part of the text."""
    return in_all(text, rate, [one for one in counts if start <= one.start and one.end <= end])


def is_bare_rate(text: str, mention: Mention, counts: Sequence[Mention]) -> bool:
    """Whether a sum is one for each day by nothing but the 一天 right before it (一天400块; not 一天花了3000)."""
    each = _stated_before(text, mention, counts)
    return each is not None and _BARE.fullmatch(text, each.end, mention.start) is not None


def _stated_before(text: str, mention: Mention, counts: Sequence[Mention]) -> Mention | None:
    """The 一天 of 住院一天400块, which is no time of its own."""
    before = [one for one in counts if one.value == 1 and one.end <= mention.start]
    if before and _EACH.fullmatch(text, before[-1].end, mention.start):
        return before[-1] if before[-1].unit in ("天", "日", "周") else None
    return None


def _spans(text: str, period: str, counts: Sequence[Mention]) -> Iterator[tuple[Decimal, bool, str]]:
    """How many periods each time named in the text has, whether only about so many, and its words."""
    for one in counts:
        if one.value is None or one.high is not None:
            continue
        if one.value == 1 and one.unit.endswith(period):
            continue  # 一个月药费800,一年: the first only says by what it is told
        for known, is_about in ((_TIMES, one.approximate), (_ABOUT, True)):
            if times := known.get(period, {}).get(one.unit):
                yield one.value * times, is_about, one.text.strip()
    for words, times in _HALF.get(period, ()):
        if words in text and not any(words.endswith(one.text) for one in counts):
            yield Decimal(times), period == "天", words
