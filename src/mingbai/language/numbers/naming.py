"""Saying what one numeral is from the words around it: money, a share, a count, an ordinal, a code."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from mingbai.language.numbers import surroundings as near
from mingbai.language.numbers.numerals import DIGITS, STRICT, Figure, digit, read

__all__ = ["Found", "Kind", "Mention", "named"]

Kind = Literal[
    "amount", "number", "percent", "range", "negative", "zero", "unreadable", "rate_per", "foreign", "count", "ordinal"
]

_PHONE_DIGITS = 11
_PER_REACH = 28  # characters from a period to its sum
_CHANGE = (("jiao", 10), ("fen", 100), ("only_fen", 100), ("tail", 10), ("tail_jiao", 10), ("tail_fen", 100))
_ROUND = 1000  # 8437块6 is 8437.60, but 3千块5 may be meant for 3500
_SPELT = re.compile(f"[{DIGITS}]+|十")
_FEW, _PIECES = (
    ("二", "两", "三", "四"),
    re.compile("(?:钱|费用)?(?:都|全|给)?(?:加|一起|一共|总共|合|共计|拢共|统共|各|分别)"),
)
_EXAMINED = re.compile(r"(?:ct|mri|icu)\Z")  # MRI1200 is what it cost, CT64 a machine
_THOUSANDTHS = re.compile(r"[0-9]+\.[0-9]{3,}")  # 12.000元: twelve thousand as some write it, or twelve


@dataclass(frozen=True)
class Mention:
    """A figure in a text, from `start` to `end`, its signs and unit included.

    `value` is in yuan for amount, range, negative, zero and rate_per, a ratio for percent (45% is 0.45) and
    for a range of shares (七八成), None for unreadable and for foreign money. `high` is the upper end of a range, or
    of a count that spans (三四天). `unit` is 元 or, for a rate_per, its period (天, 周, 月, 季度, 年); %, ‰, 成 or
    个百分点; the measure word of a count or ordinal, 编号 for a telephone or code number; empty for a bare number.
    `approximate` is set by words such as 多, 左右, 大概.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: Decimal | None
    high: Decimal | None = None
    unit: str = ""
    approximate: bool = False

    @property
    def is_sum(self) -> bool:
        """Whether it is one sum of money, or a bare number that may be one."""
        return self.kind in ("amount", "number")

    @property
    def is_sum_or_range(self) -> bool:
        """Whether it is such a sum, or all between two of them (4万到8万)."""
        return self.is_sum or self.kind == "range"


@dataclass(frozen=True)
class Found:
    """A mention with its numeral; a weak one is a digit inside a word (一般) unless a neighbour makes it a range."""

    mention: Mention
    numeral: str
    is_weak: bool = False


@dataclass(frozen=True)
class _Reading:
    """A numeral where it stands, with the words matched before and after it."""

    spelt: str
    start: int
    numeral: str
    figure: Figure | None
    before: re.Match[str]
    after: re.Match[str]

    @property
    def is_money(self) -> bool:
        after = self.after
        return bool(self.before["currency"] or after["yuan"] or after["mao"] or after["penny"])

    @property
    def is_scaled(self) -> bool:
        return near.SCALE.search(self.numeral) is not None or "," in self.numeral


@dataclass(frozen=True)
class _Sense:
    kind: Kind
    value: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""


_UNREADABLE = _Sense("unreadable")


def named(spelt: str, floor: int, start: int, numeral: str) -> Found:
    """Give the mention of the numeral at `start` of a text in canonical spelling, as far as its words reach.

    `floor` is where the mention before it ended: a dash there joins the two and is no minus sign.
    """
    reading = _reading(spelt, floor, start, _first_of_list(spelt, start, numeral))
    sense, begin, end = _sense(reading), reading.before.start(), reading.after.end()
    is_weak = _is_weak(reading, sense)
    if not is_weak and sense.kind in ("amount", "number", "range"):
        sense, end = _per_period(sense, spelt, begin, end)
    return Found(
        Mention(begin, end, spelt[begin:end], sense.kind, sense.value, sense.high, sense.unit, _is_rough(reading)),
        reading.numeral,
        is_weak,
    )


def _first_of_list(spelt: str, start: int, numeral: str) -> str:
    """Cut 30000,5000 and 9,400,50% into their parts but leave 1,23,4元 and 1,2000元: nobody can say what that is."""
    figures = near.FIGURES_AND_COMMAS.match(numeral)
    if figures is None or "," not in figures.group() or STRICT.fullmatch(figures.group()):
        return numeral
    parts = figures.group().split(",")
    lengths = [len(part.partition(".")[0]) for part in parts]
    if 0 < lengths[0] < 3 < lengths[1]:
        return numeral
    head = figures.group().rpartition(",")[0]
    if STRICT.fullmatch(head) and near.PERCENT_NEXT.match(spelt, start + figures.end()):
        return head
    has_unit = near.UNIT_NEXT.match(spelt, start + figures.end())
    is_counted = lengths[-1] < 3 and near.COUNTED_NEXT.match(spelt, start + figures.end())  # 每天500,20天
    if min(lengths) and (max(lengths[:2]) > 3 or (max(lengths) < 3 and not has_unit) or is_counted):
        return parts[0]
    return numeral


def _reading(spelt: str, floor: int, start: int, numeral: str) -> _Reading:
    figure, end = read(numeral), start + len(numeral)
    after = near.AFTER.match(spelt, end)
    is_large = len(numeral) > 3 or near.SCALE.search(numeral)
    if after and after["measure"] and is_large:
        tail = near.LOOSE_TAIL.search(numeral)
        if after["measure"] == "个" and spelt.startswith("人", after.end()):
            after = near.AFTER.match(spelt, end, end)
        elif tail and (figure is None or figure.is_elliptical or figure.high is not None):
            return _reading(spelt, floor, start, numeral[: tail.start()])
    if floor and spelt.startswith("-", floor):
        floor += 1
    before = near.BEFORE.search(spelt, max(floor, start - 6), start)
    assert before
    assert after
    return _Reading(spelt, start, numeral, figure, before, after)


def _sense(reading: _Reading) -> _Sense:
    before, after = reading.before, reading.after
    if before["ordinal"]:
        return _counted(reading, "ordinal", after["measure"] or "")
    if before["parts"] or after["percent"] or after["tenths"]:
        return _ratio(reading)
    if before["share"] is not None:
        return _counted(reading, "count", "分之")
    if after["measure"]:
        return _counted(reading, "count", after["measure"])
    if _is_code(reading):
        return _counted(reading, "count", "编号")
    return _money(reading)


def _is_code(reading: _Reading) -> bool:
    if reading.is_money or reading.is_scaled:
        return False
    digits = reading.numeral if reading.numeral.isdigit() else ""
    is_examined = len(digits) > 2 and _EXAMINED.search(reading.spelt, max(0, reading.start - 3), reading.start)
    return (
        (reading.before["code"] is not None and not is_examined)
        or len(digits) >= _PHONE_DIGITS
        or (digits[:1] == "0" and digits != "0")
    )


def _counted(reading: _Reading, kind: Kind, unit: str) -> _Sense:
    if reading.figure:
        return _Sense(kind, reading.figure.value, reading.figure.high, unit)
    if reading.numeral.isdigit():
        return _Sense(kind, Decimal(reading.numeral), unit=unit)
    return _UNREADABLE


def _ratio(reading: _Reading) -> _Sense:
    figure, after = reading.figure, reading.after
    if figure is None:
        return _UNREADABLE
    unit = "%" if reading.before["parts"] else near.PERCENT_UNIT[after["percent"] or after["tenths"]]
    parts = near.PARTS[reading.before["parts"] or unit]
    value = figure.value / parts
    if after["tenth"]:
        value += Decimal(digit(after["tenth"])) / 100
    if figure.high is not None:
        return _Sense("range", value, figure.high / parts, unit)
    return _Sense("percent", value, unit=unit)


def _money(reading: _Reading) -> _Sense:
    if reading.before["foreign"] or reading.after["foreign_after"]:
        return _Sense("foreign")
    value, high = _yuan(reading), reading.figure.high if reading.figure else None
    unit = "元" if reading.is_money or reading.is_scaled else ""
    has_lost_its_head = bool(unit) and reading.spelt[: reading.start].endswith(".")
    if value is None or value * 100 % 1 or has_lost_its_head or _THOUSANDTHS.fullmatch(reading.numeral):
        return _UNREADABLE
    if high is not None:
        return _UNREADABLE if reading.before["minus"] else _Sense("range", value, high, unit)
    if not value:
        return _Sense("zero", value, unit=unit)
    if reading.before["minus"]:
        return _Sense("negative", -value, unit=unit)
    return _Sense("amount" if unit else "number", value, unit=unit)


def _yuan(reading: _Reading) -> Decimal | None:
    figure, after = reading.figure, reading.after
    if figure is None:
        return None
    if after["penny"]:
        return figure.value / 100
    if after["mao"]:
        return figure.value / 10 + (Decimal(digit(after["mao_fen"])) / 100 if after["mao_fen"] else 0)
    change = sum(Decimal(digit(after[name])) / parts for name, parts in _CHANGE if after[name])
    is_either = after["tail"] and figure.value and not figure.value % _ROUND
    if change and (figure.value % 1 or figure.high is not None or is_either):
        return None
    return figure.value + change


def _per_period(sense: _Sense, spelt: str, begin: int, end: int) -> tuple[_Sense, int]:
    found, ahead = near.PER_AFTER.match(spelt, end), near.PER_BEFORE.search(spelt, max(0, begin - _PER_REACH), begin)
    if found and found["one"] and ahead:
        found = None  # 每月850一年: the year is how long it goes on
    period = found["period"] if found else None
    if found is None and ahead:
        period = ahead["period"] or ahead["mean"] or ahead["each"]
    if period is None or sense.unit in near.PARTS:
        return sense, end
    kind: Kind = "range" if sense.kind == "range" else "rate_per"
    return _Sense(kind, sense.value, sense.high, near.PERIOD[period]), found.end() if found else end


def _is_rough(reading: _Reading) -> bool:
    if (reading.figure and reading.figure.is_rough) or reading.after["rough"] or reading.after["around"]:
        return True
    begin = reading.before.start()
    return near.ROUGHLY.search(reading.spelt, max(0, begin - 8), begin) is not None


def _is_weak(reading: _Reading, sense: _Sense) -> bool:
    if not _SPELT.fullmatch(reading.numeral) or reading.before["currency"] or sense.kind in ("percent", "foreign"):
        return False
    if reading.after["yuan"]:
        is_piece = reading.numeral in _FEW and _PIECES.match(reading.spelt, reading.after.end())  # 两块加一起
        return bool(reading.numeral == "一" or is_piece) and reading.after.group() == "块"
    if reading.is_money or (sense.value is not None and sense.kind in ("count", "ordinal", "range")):
        return False
    begin, end = reading.before.start(), reading.after.end()
    is_alone = near.EDGE.match(reading.spelt, end) and (not begin or near.EDGE.match(reading.spelt, begin - 1))
    return sense.value is None or not is_alone
