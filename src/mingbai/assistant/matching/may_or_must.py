"""Whether a question asks what one may do or what one must, and an answer rules on the one or the other."""

from __future__ import annotations

import re

_MAY = re.compile("不?(?:行|能|可以|会|管|算|报)[了的]?(?:[：:，,。]|$)")
_MUST = re.compile("(?:不用|不必|要|得)[^：:，,。]{0,3}(?:[：:，,。]|$)")
_ASKS_MUST = re.compile("(?<!只)(?:要|得|用|必须)[^,。多少几]{0,8}[不吗没]$|[要用][没不][要用]|是不是[要得]")
_ASKS_MAY = re.compile("(?:能|可以|行|会|管|算)[^,。多少几]{0,8}[不吗没]$|([能行会管算可])不\\1")


def rules_else(question: str, answer: str) -> bool:
    """Whether an answer rules on what one may do, and a question asks what one must; or the other way."""
    may, must = _MAY.match(answer), _MUST.match(answer)
    return bool((may and _ASKS_MUST.search(question)) or (must and _ASKS_MAY.search(question)))


def asks_must(question: str) -> bool:
    """Whether a question asks what one must do (用不用自己先垫)."""
    return _ASKS_MUST.search(question) is not None
