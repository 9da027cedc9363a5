"""The words of a clause held against themselves and the rule under them: totals that add up, amounts in their year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.models import Clause
from mingbai.corpus.units import figures
from mingbai.money import short

_TOTAL = re.compile(r"^(?P<parts>.*?元.*?)[,，]合计(?P<total>\d+(?:\.\d+)?)元", re.MULTILINE)
_REMARK = re.compile(r"[(（][^()（）]*[)）]|(?:一共|小计)[\d.]+元")
_YUAN = re.compile(r"(\d+(?:\.\d+)?)元")
_IN_YEAR = re.compile(
    r"(?<!\d)(?P<year>\d{4})年度?[：:]?(?:成年人|居民)?[每人年个交缴费]{0,6}(?P<amount>\d+(?:\.\d+)?)元"
)


def slips_of_prose(clause: Clause) -> Iterator[str]:
    """Each total of a line that its parts do not add up to, each amount of a year that the premium rules give another.

    Swapped figures all stand in the original, so that looking for them there does not find these.
    """
    for found in _TOTAL.finditer(clause.text):
        parts = [Decimal(part) for part in _YUAN.findall(_REMARK.sub("", found["parts"]))]
        if sum(parts) != Decimal(found["total"]):
            yield f"{'+'.join(map(short, parts))} 加起来不是合计的 {found['total']}元"
    known = set(_by_year(clause))
    if known:
        for found in _IN_YEAR.finditer(clause.text):
            if (int(found["year"]), Decimal(found["amount"])) not in known:
                yield f"“{found.group()}”和下面规则里那一年的数对不上"


def _by_year(clause: Clause) -> Iterator[tuple[int, Decimal]]:
    """The year and amount of everything that the premium rules of a clause have somebody pay."""
    for rule in (one for one in clause.rules if isinstance(one, PremiumRule)):
        for group in (one for one in rule.groups if one.year is not None and one.of is None):
            amounts = [figure for paid in group.pays.values() for figure in figures(paid)]
            for amount in (*amounts, sum(amounts), group.total):
                if amount is not None:
                    yield int(group.year or 0), Decimal(amount)
