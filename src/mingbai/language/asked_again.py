"""A message that asks the same twice: of what is told, then of another value of it (大病付多少?退休呢)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.language.figures import HOW_MUCH

__all__ = ["asked_again", "asked_of_each"]

_ASKED = re.compile(f"{HOW_MUCH}|几[多成个]|百分之几|[吗嘛么]")
_AND_OF = re.compile(
    f"(?P<asked>.*(?:{_ASKED.pattern})[^,。?]*)[,。?;!\\s]+那?(?:要是|如果)?(?P<again>[^,。?;\\s]{{1,8}})呢[?。]?$"
)
_IF = re.compile(r"(?<=[,。?;!\s])那?(?:要是|如果|假如|假使|假设|倘若|若是|换成|换作|换到)")
_LONGEST_IF = 40
_OF_IT = re.compile(  # 他退休了又是多少, 当初报备了能多得好多
    "(?P<again>[^。?;!]{1,20}?)(?:的话)?[,那就又再还能会可以该得要是]*[多少]?[得报补赔拿出掏付扣领给到回来]*"
    f"(?:{HOW_MUCH}|几[多成]|百分之几)(?:钱|元)?[了呢啊嘛哦呀]?[。?!]*"
)


def asked_again(text: str) -> tuple[str, str] | None:
    """What is told and asked first, and the words of what it is asked of again; None where nothing is."""
    if "呢" in text[-2:] and (parts := _AND_OF.fullmatch(text)):
        return parts["asked"], parts["again"]
    *_, last = (None, *_IF.finditer(text))
    if last is None or len(text) - last.end() > _LONGEST_IF or not _ASKED.search(text, 0, last.start()):
        return None
    of_it = _OF_IT.fullmatch(text, last.end())
    return (text[: last.start()].rstrip(",。?;! "), of_it["again"]) if of_it else None


def asked_of_each(text: str, places: Sequence[int]) -> bool:
    """Whether what stands first and what stands last are each asked of (没登记报多少,登记了能报多少)."""
    first, last = min(places), max(places)
    return _ASKED.search(text, first, last) is not None and _ASKED.search(text, last) is not None
