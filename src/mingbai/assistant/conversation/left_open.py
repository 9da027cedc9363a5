"""Messages that only go on with a sum: with what the one before left open, or with another case of it."""

from __future__ import annotations

import re

from mingbai.language.figures.changes import CORRECTION
from mingbai.language.utterance import Utterance

_WHAT_IF = re.compile("那?(?:[^,。;!?0-9]{1,6}(?=要是|如果))?(?:要是|如果|假如|假设|换成|换作)")
_ALL_OF_THEM = re.compile(
    "(?:那?就?(?:都|一起|全部?|加起来|加一起|合起来|合计|总共|一共|(?:这|那)?[两二三几]个?[笔次回张])){1,3}"
    "(?:一起|加起来|合起来|都|要|报|算|呢|啊|吧|的|多少|能|给|我|起来|一共|总共)*[。.!??]*"
)
_HOW_LONG = re.compile(
    "(?:我|大概|大约|差不多)*(?:一共|总共|共|前后)?(?:住|吃|做|透析|用|看)?了?[0-9一二两三四五六七八九十半]+个?半?(?:天|周|星期|月|年|季度)院?[了吧呢啊吗。.!]*"
)
# 我妈那笔, 是三级的那次, 住院的
_WHICH_ONE = re.compile(
    "(?:就?是|改)?[^,。;!?0-9呢多少几]{1,10}(?:[那这]一?[笔次回个张]?|的)(?:的|吧|啊|呀|哈|[。.!])*"
)


def varies(turn: str) -> bool:
    """Whether a message asks for another case of what was worked out (要是三级呢)."""
    return _WHAT_IF.match(turn) is not None


def left_open(turn: str, utterance: Utterance) -> str:
    """A message whose sum lacks how long it was paid, or which of several bills is meant; empty for any other."""
    return turn if utterance.lacks_time or utterance.are_several else ""


def gone_on(before: str, turn: str) -> str:
    """A message joined to the one `before`, where it tells what that left open (住院每天500, then 20天)."""
    if before and _HOW_LONG.fullmatch(turn):
        return f"{before},{turn}"
    if CORRECTION.search(before) and _WHICH_ONE.fullmatch(turn):
        return f"{turn}{before}" if turn.endswith(("笔", "次", "回")) else f"{turn},{before}"
    if before and _ALL_OF_THEM.fullmatch(turn):
        return f"{before},一共报多少"
    return turn
