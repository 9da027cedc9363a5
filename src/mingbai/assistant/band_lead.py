"""The ratio of a band that a question names by its bounds: 8万以上那段报几成, 两万块那一截报百分之几."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from mingbai.assistant.question import Lead
from mingbai.corpus.models import Band, Bands
from mingbai.language.amounts import find_amounts
from mingbai.language.bands_named import BandNamed, bands_named
from mingbai.language.text import normalise
from mingbai.money import percent, short
from mingbai.rules.book import Book

_SURELY_A_RATIO = re.compile("几成|百分之?(?:几|多少)|比例|百分点|几个点")
_OWN = re.compile("(?:自己|个人|本人)[^,。;]{0,4}(?:出|付|掏|承担|负担|拿)")
_PIECE = re.compile("那一?[段截档层部]|这一?[段截档层部]|部分")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_SUMS = ("amount", "number", "range")


def band_lead(book: Book, question: str) -> Lead | None:
    """The ratios of the bands named; None where none is named, or the scale has no such bounds."""
    text = normalise(question)
    named = bands_named(text)
    if not named or _tells_a_bill(text, named):
        return None
    for computation in book.by_care.values():
        for step in computation.rule.steps:
            if isinstance(step, Bands) and (lines := _lines(step.bands.each, named, text)):
                return Lead("\n".join(lines), (computation.clause.id,), is_alone=True)
    return None


def _tells_a_bill(text: str, named: Sequence[BandNamed]) -> bool:
    """Whether a question tells a sum beside the bands it names and does not surely ask for a ratio (又花了12万)."""
    bounds = {bound for one in named for bound in (one.over, one.up_to)}
    others = [
        one
        for one in find_amounts(text)
        if one.kind in _SUMS and one.value not in bounds and not _YEAR.fullmatch(one.text)
    ]
    return bool(others) and not _SURELY_A_RATIO.search(text)


def _lines(bands: Sequence[Band], named: Sequence[BandNamed], text: str) -> list[str]:
    """A line for each band named, in the order of speech; none at all where one of them is no part of the scale."""
    meant = [_within(bands, one, text) for one in named]
    if not all(meant):
        return []
    return list(dict.fromkeys(_line(band, text) for some in meant for band in some))


def _within(bands: Sequence[Band], named: BandNamed, text: str) -> list[Band]:
    """The bands of a scale that are named.

    What is above the first band's end is only named as a piece of the scale: that sum may be the basic insurance's cap.
    """
    first_end = _yuan(bands[0].up_to)
    if named.is_inside:
        return [one for one in bands if _holds(one, named.over or Decimal(0))]
    if named.up_to is None and named.over == first_end and not _PIECE.search(text):
        return []
    starts = [at for at, one in enumerate(bands) if named.over is None or _yuan(one.over) == named.over]
    ends = [at for at, one in enumerate(bands) if named.up_to is None or _yuan(one.up_to) == named.up_to]
    if not starts or not ends:
        return []
    return list(bands[starts[0] : (ends[0] if named.up_to is not None else ends[-1]) + 1])


def _holds(band: Band, value: Decimal) -> bool:
    over, up_to = _yuan(band.over), _yuan(band.up_to)
    return (over or Decimal(0)) < value and (up_to is None or value <= up_to)


def _yuan(bound: object) -> Decimal | None:
    """A bound as a number of yuan; None where the source lost it, or where the band is open."""
    value = getattr(bound, "inferred", bound)
    return value if isinstance(value, Decimal) else None


def _line(band: Band, text: str) -> str:
    over, up_to = _yuan(band.over), _yuan(band.up_to)
    above = f"{short(over)}元以上" if over else ""
    where = f"{above}到{short(up_to)}元" if over and up_to else above or f"{short(up_to or Decimal(0))}元以内"
    if not isinstance(band.share, Decimal):
        return f"**没有写**:{where}那段的比例"
    paid = percent(band.share)
    told = f"个人出{percent(1 - band.share)}**(报{paid}," if _OWN.search(text) else f"报{paid}**("
    return f"**{told}{where}的那段)。"
