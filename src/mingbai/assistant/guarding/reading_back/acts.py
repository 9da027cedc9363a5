"""What a language model does without a tool that the rules may have missed: it sees danger, a fraud, another subject.

Only that it does so is taken from its words; what goes out instead of them is the rules' own word for it, so that
nothing can ride along (打120,住院全包).
"""

from __future__ import annotations

import re
from typing import Literal

Act = Literal["emergency", "cheat", "other_subject"]

_CALLS_FOR_HELP = re.compile(r"(?:打|拨|呼|叫)[^,。;!?\n]{0,6}120|120[^,。;!?\n]{0,4}(?:急救|电话)")
_WRONG = re.compile("违法|犯法|违规|骗保|骗取|伪造|造假|作假|弄虚|不诚信")
_WILL_NOT = re.compile("(?:不能|没法|无法|不会|不可以|不)[^,。;]{0,4}(?:帮|协助|教|配合)|帮不[了上]")
# 我只回答医保政策的问题; 电话不在我这里的资料里; 我这里没有这方面的规定
_NOT_HERE = re.compile(
    "只(?:能)?(?:回答|解答)[^,。;]{0,6}医保|不在我[^,。;]{0,8}(?:资料|规定|范围)|(?:我|手上|这里)没有[^,。;]{0,20}(?:规定|资料|内容|信息)"
)
# What somebody may be at who is told that it is fraud: 怎样伪造证明, 找熟人改成一级, 把打伤说成摔伤.
_MAY_CHEAT = re.compile("假|伪|骗|编|虚开|冒|造|改|借|瞒|隐|[说写算填]成|熟人|被查|套|顶替|我的(?:身份证|医保卡|卡)")


def act_of(text: str) -> Act | None:
    """What a reply does that rests on no finding; None where it does none of the three."""
    if _CALLS_FOR_HELP.search(text):
        return "emergency"
    if _WRONG.search(text) and _WILL_NOT.search(text):
        return "cheat"
    return "other_subject" if _NOT_HERE.search(text) else None


def may_be_meant(act: Act, message: str) -> bool:
    """Whether a message can be what such a reply takes it for; nobody honest is to be called a cheat."""
    return act != "cheat" or _MAY_CHEAT.search(message) is not None
