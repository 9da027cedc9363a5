"""The direct answer to whether so many persons are enough, where a clause says how many it takes at least."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mingbai.assistant.leads.question import Lead, counts_persons
from mingbai.corpus.models import Clause
from mingbai.language.numbers.amounts import find_amounts
from mingbai.money import short

_ASKS = re.compile(
    "够|达标|合格|合不合|符不符|符合|达不达|达到|满足|[行可]不[行可]|[行可以]吗|差[几多]|少[几了没]|缺[几多]"
)
_LEAST = re.compile("(?P<of>[^，。；：\n]*?)(?:不少于|不低于|至少|最少)(?P<least>[0-9]+)(?P<unit>人|名)")
_IDLE = frozenset("个人名位的有里是了中其等和够行不吗能可以数只就才都我们派来要")
_WORDS_AFTER, _WORDS_BEFORE = re.compile("[一-鿿]{0,8}"), re.compile("[一-鿿]{0,8}$")


@dataclass(frozen=True)
class _Least:
    of: str
    least: Decimal
    unit: str

    def shares(self, label: str) -> int:
        """How many telling characters of a label stand in what this is the least number of."""
        return len((set(label) & set(self.of)) - _IDLE)


def least_counts_lead(clause: Clause, question: str) -> Lead | None:
    """Whether the persons told (派了9个人,6个学医的,够不够) are enough, and by how many they are short.

    None where the clause has no such number, or which of its numbers is held against a count is not plain.
    """
    asked = [_Least(one["of"], Decimal(one["least"]), one["unit"]) for one in _LEAST.finditer(clause.text)]
    told = list(_told(question))
    if not asked or not told or len(told) > len(asked) or not _ASKS.search(question):
        return None
    counts: dict[int, Decimal] = {}
    for value, label in told:
        scores = [one.shares(label) for one in asked]
        counts.setdefault(scores.index(max(scores)), value)  # without such words the first: how many in all
    if len(counts) < len(told):
        return None
    held = [(asked[at], value) for at, value in sorted(counts.items())]
    is_short = any(value < one.least for one, value in held)
    left = [
        f"{one.of}要不少于{short(one.least)}{one.unit},有几{one.unit}没有说" for one in asked if one not in dict(held)
    ]
    ruling = "不够" if is_short else "够" if not left else "说到的够"
    return Lead(f"**{ruling}**:{';'.join((*(_held(*pair) for pair in held), *left))}。", (clause.id,))


def _told(question: str) -> Iterator[tuple[Decimal, str]]:
    """The counts of persons that a question tells, each with the words beside it: those after it, else those before."""
    for one in find_amounts(question):
        if one.kind != "count" or one.value is None or not (counts_persons(question, one) or one.unit in ("个", "位")):
            continue
        after = _WORDS_AFTER.match(question, one.end)
        before = _WORDS_BEFORE.search(question[: one.start])
        words = (found[0] for found in (after, before) if found and set(found[0]) - _IDLE)
        yield one.value, next(words, "")


def _held(one: _Least, value: Decimal) -> str:
    needed = f"{one.of}要不少于{short(one.least)}{one.unit}"
    lacks = one.least - value
    return f"{needed},{short(value)}{one.unit}" + (f"少{short(lacks)}{one.unit}" if lacks > 0 else "够了")
