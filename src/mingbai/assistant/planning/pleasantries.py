"""Small talk answered to the point: a farewell, laughter, the question who is speaking."""

from __future__ import annotations

import re

from mingbai.assistant.moves import Say

_FAREWELL = re.compile("再见|拜拜|回头见|下次见|明天见|先这样|(?<![0-9])886?$")
_LAUGHTER = re.compile("[哈嘿呵嘻哇啊呀~!。,. ]*(?:[哈嘿呵嘻]|hh|233)[哈嘿呵嘻h3~!。,. ]*")
_WHO = re.compile(  # 是真人吗, 你是不是机器人, 转人工
    "(?:真人|活人|机器人|机械人|人工智能|自动回复|ai)(?:在?[^,。;!?]{0,4}[吗嘛么不呢呀啊伐吧?]|$)|[转找]个?人工|人工(?:服务|客服)",
    re.I,
)
_OF_FAREWELL = "再见,有要算的、要问的,随时来。"
_OF_LAUGHTER = "我在呢。想问哪里的医保、什么情况,直接说就行。"
_OF_WHO = (
    "我不是真人,是自动回答医保问题的程序,叫明白:规定里写了的我查给您看,金额按规定算到分。"
    "要找工作人员,请打当地医保服务热线。"
)


def laughter(text: str) -> Say | None:
    """The reply to a message that holds nothing but laughter or pictures."""
    return Say("chat", _OF_LAUGHTER) if not text or _LAUGHTER.fullmatch(text.lower()) else None


def pleasantry(text: str) -> Say | None:
    """The reply to a farewell or to the question whether anybody is there; None to what is neither."""
    if _WHO.search(text):
        return Say("chat", _OF_WHO)
    return Say("chat", _OF_FAREWELL) if _FAREWELL.search(text) else None
