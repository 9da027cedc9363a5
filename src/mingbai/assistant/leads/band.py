"""The ratio of a band that a question names by its bounds: 8万以上那段报几成, 两万块那一截报百分之几.

Of a sum that lies in one band it is what that band pays (三万到五万这一段刚好2万).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from mingbai.assistant.leads.question import Lead
from mingbai.corpus.models import Band, Bands, Cap
from mingbai.language.figures.bands_named import BandNamed, bands_named
from mingbai.language.numbers.amounts import Mention, find_amounts
from mingbai.language.numbers.dates import YEAR_IN_FULL
from mingbai.language.text import normalise
from mingbai.money import percent, short, to_fen, words
from mingbai.rules.book import Book, Computation

_SURELY_A_RATIO = re.compile("几成|百分之?(?:几|多少)|比例|百分点|几个点")
_OWN = re.compile("(?:自己|个人|本人)[^,。;]{0,4}(?:出|付|掏|承担|负担|拿)")
_PIECE = re.compile("那一?[段截档层部]|这一?[段截档层部]|部分")
# 三万到五万这一段刚好 [2万], 五万以上多出来的 [12000]: all of it lies in the band
_IN_BAND = re.compile("(?:[那这]一?[段截档层块]|[段截档层]里|部分|多出来?的?|超出?来?的?)[^,。;!?0-9]{0,6}$")
_THAT_BAND = re.compile("[那这](?:个|一)?[段截档层]")


def band_lead(book: Book, question: str) -> Lead | None:
    """The ratios of the bands named; None where none is named, or the scale has no such bounds."""
    text = normalise(question)
    named = bands_named(text)
    inside = _sum_inside(text, named)
    if not named or (inside is None and _tells_a_bill(text, named)):
        return None
    for computation in book.by_care.values():
        for step in computation.rule.steps:
            if not isinstance(step, Bands):
                continue
            if inside is not None and (line := _paid(computation, step.bands.each, named[0], text, inside)):
                return Lead(line, (computation.clause.id,), is_alone=True)
            if inside is None and (lines := _lines(step.bands.each, named, text)):
                lines += _whole_band(computation, step.bands.each, named, text)
                return Lead("\n".join(lines), (computation.clause.id,), is_alone=True)
    return None


def with_band_before(question: str, text: str) -> str:
    """A message joined to the question before it, whose band it goes on with (这一段满打满算两万能报多少)."""
    goes_on = _THAT_BAND.search(text) and not bands_named(text) and bands_named(normalise(question))
    return f"{question},{text}" if goes_on else text


def tells_sum_in_band(text: str) -> bool:
    """Whether a message tells a sum that lies in the one band it names, so that it is no bill."""
    return _sum_inside(text, bands_named(text)) is not None


def _sum_inside(text: str, named: Sequence[BandNamed]) -> Decimal | None:
    """The one sum that a question tells to lie in the one band it names; None where it tells none such."""
    others = _sums_beside(text, named)
    is_one = len(named) == 1 and not named[0].is_inside and len(others) == 1
    is_inside = is_one and others[0].high is None and _IN_BAND.search(text[: others[0].start])
    return others[0].value if is_inside else None


def _whole_band(
    computation: Computation, bands: Sequence[Band], named: Sequence[BandNamed], text: str
) -> Iterator[str]:
    """What the one band named pays of a bill that fills it, unless only its ratio is asked (5千到1万那段付多少钱)."""
    one = named[0]
    if len(named) > 1 or one.is_inside or one.over is None or one.up_to is None or _SURELY_A_RATIO.search(text):
        return
    if line := _paid(computation, bands, one, text, one.up_to - one.over):
        yield f"费用把这一段全占满的话:{line}"


def _paid(computation: Computation, bands: Sequence[Band], named: BandNamed, text: str, inside: Decimal) -> str | None:
    """What one band pays of a sum that lies in it, as far as the expense counts.

    None where the band named is not one of the scale or is smaller, or a cap of the payment may hold.
    """
    meant = _within(bands, named, text)
    band = meant[0] if len(meant) == 1 else None
    if band is None or not isinstance(band.share, Decimal):
        return None
    caps = [step for step in computation.rule.steps if isinstance(step, Cap)]
    ends = [step.cap for step in caps if step.limits == "expense" and isinstance(step.cap, Decimal)]
    over, up_to = _yuan(band.over) or Decimal(0), _yuan(band.up_to)
    if up_to is not None and inside > up_to - over:
        return None
    counted = min((inside, *(max(end - over, Decimal(0)) for end in ends)))
    paid = to_fen(counted * band.share)
    if len(ends) < len(caps) and not _is_below(caps, bands, band, paid):
        return None
    own = f"自己出 {words(inside - paid)}"
    told = f"**这一段能报 {words(paid)}**,{own}" if not _OWN.search(text) else f"**这一段{own}**,能报 {words(paid)}"
    cut = "" if counted == inside else f";费用只算到{short(min(ends))}元"
    return f"{told}:{short(counted)}元×{percent(band.share)}({_where(band)}的那段{cut})。"


def _is_below(caps: Sequence[Cap], bands: Sequence[Band], band: Band, paid: Decimal) -> bool:
    """Whether what a band pays stays below every cap of the payment, with all that the bands before it may pay."""
    before = sum((_most(one) for one in bands[: bands.index(band)]), Decimal(0))
    return all(one.limits == "expense" or (isinstance(one.cap, Decimal) and before + paid <= one.cap) for one in caps)


def _most(band: Band) -> Decimal:
    """The most that a band pays which another follows."""
    share = band.share if isinstance(band.share, Decimal) else Decimal(1)
    return ((_yuan(band.up_to) or Decimal(0)) - (_yuan(band.over) or Decimal(0))) * share


def _sums_beside(text: str, named: Sequence[BandNamed]) -> list[Mention]:
    """The sums of a question beside the bounds it names."""
    bounds = {bound for one in named for bound in (one.over, one.up_to)}
    sums = (one for one in find_amounts(text) if one.is_sum_or_range and one.value is not None)
    return [one for one in sums if one.value not in bounds and not YEAR_IN_FULL.fullmatch(one.text)]


def _tells_a_bill(text: str, named: Sequence[BandNamed]) -> bool:
    """Whether a question tells a sum beside the bands it names and does not surely ask for a ratio (又花了12万)."""
    others = _sums_beside(text, named)
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


def _where(band: Band) -> str:
    """The bounds of a band in words: 10000元以上到30000元."""
    over, up_to = _yuan(band.over), _yuan(band.up_to)
    above = f"{short(over)}元以上" if over else ""
    return f"{above}到{short(up_to)}元" if over and up_to else above or f"{short(up_to or Decimal(0))}元以内"


def _line(band: Band, text: str) -> str:
    where = _where(band)
    if not isinstance(band.share, Decimal):
        return f"**没有写**:{where}那段的比例"
    paid = percent(band.share)
    told = f"个人出{percent(1 - band.share)}**(报{paid}," if _OWN.search(text) else f"报{paid}**("
    return f"**{told}{where}的那段)。"
