"""Lines that open an answer from a clause: the sentence that rules on a question, or that it is of another year."""

from __future__ import annotations

import re

from mingbai.corpus.models import Policy

_YEAR = re.compile("(?<![0-9])((?:19|20)[0-9]{2})年")
_A_YEAR = re.compile("(?<![0-9.])((?:19|20)[0-9]{2})(?![0-9.元人])")
_SENTENCE = re.compile("(?:(?<=[。\n])|^)[^。:：\n-]{6,80}。")
_RULING = re.compile("才|必须|只有|可以|不能|不再|不算|不用|就能|也能|都要|不会|不受|拒付|不报|不予|降低|减半|免")
_SHARED = 2


def ruling_sentence(question: str, text: str) -> str | None:
    """The sentence of a clause that rules on what a question asks, by the pairs of characters they share."""
    asked = "".join(question.split())
    pairs = {asked[i : i + 2] for i in range(len(asked) - 1)}
    ruling = [one.strip() for one in _SENTENCE.findall(text) if _RULING.search(one)]
    best = max(ruling, key=lambda one: sum(pair in one for pair in pairs), default="")
    return best if sum(pair in best for pair in pairs) >= _SHARED else None


def of_another_year(question: str, policy: Policy, text: str) -> str | None:
    """The word that a policy knows nothing of the years asked about, where all of them lie beyond its own."""
    asked = {int(year) for year in _YEAR.findall(question)}
    if not asked or policy.kind != "policy":
        return None
    known = {int(year) for year in _A_YEAR.findall(f"{policy.year} {policy.title} {text}")}
    if not known or any(min(known) <= year <= max(known) + 1 for year in asked):
        return None
    years = "、".join(f"{year}年" for year in sorted(asked))
    return f"**我这里没有{years}的规定**,只有{policy.year}的;那时是这样写的:"
