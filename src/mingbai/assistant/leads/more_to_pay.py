"""Whether one pays in more than the year before, from the rows of both years: 2009年涨了10块,我自己要多掏吗."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import short, words
from mingbai.rules.case import Case
from mingbai.rules.premium import PremiumRow, premiums
from mingbai.rules.stated import Stated
from mingbai.rules.statement import PERSON

__all__ = ["more_than_before"]

# 要多掏吗, 多交不, 要不要多出, 用多拿钱么; not 多交多少, which asks for a figure
_ASKS = re.compile(
    "多[掏交缴出拿](?:钱|费|一?点|些)?(?:了|的)?(?:吗|么|不(?!多)|没|吧|[?]|$)|[要用]不[要用]多[掏交缴出拿](?!多少|几|好多)"
)


def more_than_before(
    table: Stated[PremiumRule],
    vocabulary: Vocabulary,
    case: Case,
    rows: Sequence[PremiumRow],
    text: str,
) -> Iterator[str]:
    """The line whether the person of a row pays more in its year than in the year before; nothing where not asked.

    Nothing either where more rows than one may hold, or one of the two years has no figure for the person.
    """
    if _ASKS.search(text) is None or len(rows) != 1 or rows[0].year is None:
        return
    year = int(rows[0].year)
    earlier = premiums(table.policy, vocabulary, case, year - 1).rows
    before = [one for one in earlier if one.year == year - 1]
    now, was = _own(rows[0]), _own(before[0]) if len(before) == 1 else None
    if now is None or was is None:
        return
    if now == was:
        yield f"**自己不用多交**:{year - 1}年{short(was)}元,{year}年还是{short(now)}元"
    elif now > was:
        yield f"**自己要多交 {words(now - was)}**:{year - 1}年{short(was)}元,{year}年{short(now)}元"
    else:
        yield f"**自己不用多交**:还少{words(was - now)},{year - 1}年{short(was)}元,{year}年{short(now)}元"


def _own(row: PremiumRow) -> Decimal | None:
    """What the person pays by a row, where it is a figure."""
    own = [one.amount for one in row.payments if one.payer == PERSON]
    return own[0] if len(own) == 1 else None
