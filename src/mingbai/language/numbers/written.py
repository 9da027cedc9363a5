"""One number as people write it, for those who fill in a form or type key=value."""

from __future__ import annotations

from mingbai.language.numbers.amounts import find_amounts
from mingbai.money import MoneyError, parse_number, short


def written_number(text: str) -> str:
    """A number as the rules take it: "3万" is "30000", "两千五" "2500"; what is not one clear number stays as typed."""
    bare = text.strip().removesuffix("元").replace("，", ",")
    try:
        return short(parse_number(bare)) if not bare.endswith(("%", "‰")) else bare
    except MoneyError:
        amounts = [one for one in find_amounts(bare) if one.kind in ("amount", "number", "count")]
    if len(amounts) == 1 and not amounts[0].approximate and len(amounts[0].text) == len(bare):
        return short(amounts[0].value or 0)
    return text.strip()
