"""The line that opens an answer of another year than the one asked about."""

from __future__ import annotations

import re

from mingbai.corpus.models import Policy
from mingbai.rules.days import day_words

_YEAR = re.compile("(?<![0-9])((?:19|20)[0-9]{2})年")
_A_YEAR = re.compile("(?<![0-9.])((?:19|20)[0-9]{2})(?![0-9.元人])")


def of_another_year(question: str, policy: Policy, text: str) -> str | None:
    """The word that a policy knows nothing of the years asked about, where all of them lie beyond its own."""
    asked = {int(year) for year in _YEAR.findall(question)}
    if not asked or policy.kind != "policy":
        return None
    known = {int(year) for year in _A_YEAR.findall(f"{policy.year} {policy.title} {text}")}
    if not known or any(min(known) <= year <= max(known) + 1 for year in asked):
        return None
    begins = policy.in_force.from_
    if begins and max(asked) < begins.year:
        return f"**那时还没有开始**:这份规定从{day_words(begins)}起。"
    years = "、".join(f"{year}年" for year in sorted(asked))
    return f"**我这里没有{years}的规定**,只有{policy.year}的;那时是这样写的:"
