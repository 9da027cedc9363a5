"""Counting the illnesses that a sentence names side by side (高血压加冠心病)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.language.lexicon import CHOICE, Found

_CHRONIC = "慢性病门诊"
_UNNAMED = re.compile("[慢特]|^其他|^别的|名单")
_JOINED = re.compile(r"病?(?:[也都]?有)?[\s,、]?(?:和|跟|与|加上?|外加|[还又也]?有|又是|合并|同时|并发?|带)*")
_NOT_HAD = re.compile(r"病?(?:[是倒就还都也]|那个)*没(?:有|得)?(?=[\s,、。;!?]|$)")  # 糖尿病没有, not 糖尿病没有办证
_ONE_OR_OTHER = re.compile("或|还是|哪|分别|各")
_UNLISTED = "其他疾病"
_ONLY_ONE = re.compile("[只就光单](?:有|是|算|认|批|写|办|剩|得)了?[^,。;?!0-9]{0,8}一[样种个](?![月人次家年医])")


def illnesses_named(text: str, found: Sequence[Found]) -> int:
    """How many illnesses are named in one breath; 0 where fewer than two are, or one is asked about beside another.

    It is 1 where somebody says that there is only one (只有高血压一样), which another message may have told otherwise.

    `found` are the vocabulary's words in the text.
    """
    if _ONE_OR_OTHER.search(text) and not _ONLY_ONE.search(text):
        return 0
    spans = {(one.start, one.end): _illness(text, one) for one in found if _is_illness(text, one)}
    chains: list[list[str]] = []
    end = None
    for (start, stop), name in sorted(spans.items()):
        if end is None or not (start < end or _JOINED.fullmatch(text, end, start)):
            chains.append([])
        chains[-1].append(name)
        end = stop
    most = max((len(set(chain)) for chain in chains), default=0)
    if most <= 1 and (spans or "病" in text) and _ONLY_ONE.search(text):
        return 1
    return most if most > 1 else 0


def _is_illness(text: str, word: Found) -> bool:
    is_named = word.kind == f"{CHOICE}disease" or (word.kind == f"{CHOICE}care" and word.name == _CHRONIC)
    is_had = not word.is_denied and _NOT_HAD.match(text, word.end) is None
    return is_named and is_had and _UNNAMED.search(text[word.start : word.end]) is None


def _illness(text: str, word: Found) -> str:
    """One name for an illness however it is said: 血压高 is 高血压, 血糖高 is 糖尿病."""
    said = text[word.start : word.end]
    if "血糖" in said:
        said = "糖尿病"
    listed = word.kind == f"{CHOICE}disease" and word.name != _UNLISTED
    return word.name if listed else "".join(sorted(said))
