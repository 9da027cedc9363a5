"""A message that asks the same twice: of what is told, then of another value of it (大病付多少?退休呢)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.language.asking import HOW_MUCH

__all__ = ["asked_again", "asked_of_each", "asked_one_by_one"]

_SUM_NAMED = "(?:报销|补偿|赔付|支付|救助)(?:金?额|数额|款)(?=[,?是为])"  # 住院3500元,报销额?二档呢?
_ASKED = re.compile(f"{HOW_MUCH}|几[多成个]|百分之几|[吗嘛么]|{_SUM_NAMED}")
_AND_OF = re.compile(
    f"(?P<asked>.*(?:{_ASKED.pattern})[^,。?]*)[,。?;!\\s]+那?(?:要是|如果)?(?P<again>[^,。?;\\s]{{1,8}})呢[?。]?$"
)
# 超出2万报多少,超出8万报多少: two sums of the one kind, of which nobody has both
_AND_SO_MUCH = re.compile(
    f"(?P<asked>.*[报补赔]{HOW_MUCH})[,。?;!\\s]+(?P<again>(?:超出?过?了?|花了?|剩下?|自[付负])?[0-9.一二两三四五六七八九十]{{1,7}}[万千百](?:块钱?|元)?)"
    f"能?[再又]?[报补赔]{HOW_MUCH}[?。]?$"
)
_IF = re.compile(r"(?<=[,。?;!\s])那?(?:要是|如果|假如|假使|假设|倘若|若是|换成|换作|换到)")
_LONGEST_IF = 40
_IN_PLACE = re.compile("(?:[省市县区镇]|乡镇)里[头面]?$")
_HOSPITAL = "医院"
_SAME_SUM = "(?:同样|一样|相同|也是这么多|也花这么多|同一笔)的?(?:钱|费用|花费|账单?|数|单子)?"
_HOW = "(?:又|再|那|该|要|能|会|可以|是)*(?:咋个?|怎么?|如何)?(?:算|报|办|说|样)?"
_TO_END = f"{_HOW}(?:{HOW_MUCH})?[呢啊呀嘛哦了]?[?。!]*"
_SAME_OF = (
    # 我自己还在上班,同样的钱又咋算; 我爸退休,一样的费用能报多少
    re.compile(f"(?P<again>[^,。?;!]{{1,16}})[, ](?:也是|要是|花)?{_SAME_SUM}{_TO_END}"),
    # 县里要是同样的,又是多少; 退休的要是也这么多呢
    re.compile(
        "(?P<again>[^,。?;!]{1,12}?)(?:要是|如果|假如)也?(?:是|花了?)?"
        f"(?:同样|一样|相同|这么多|那么多)的?(?:钱|费用|数)?(?:呢|的话)?[, ]?{_TO_END}"
    ),
    # 那第二回同样的钱报多少
    re.compile(
        f"(?P<again>[^,。?;!]{{0,8}}?第[二三四五六2-6][次回趟])[, ]?(?:也|住院?|花|用|是|了)*{_SAME_SUM}{_TO_END}"
    ),
    # 同样的钱在二级医院呢
    re.compile(f"{_SAME_SUM}[, ]?(?:要是|如果|换成|换到|放?在|去|到)(?P<again>[^,。?;!]{{1,12}}?){_TO_END}"),
)
_ALSO_ASKED = re.compile("又(?:是|能|该|要|会|可以|[报补赔])|呢[?。]?$")  # 又是多少 asks of both
_OF_ONE = re.compile(f"[^,。?;!0-9]{{0,6}}?[报补赔拿领给][^,。?;!0-9]{{0,4}}?(?:{HOW_MUCH}|几[多成]|百分之几)")
_OF_IT = re.compile(  # 他退休了又是多少, 当初报备了能多得好多
    "(?P<again>[^。?;!]{1,20}?)(?:的话)?[,那就又再还能会可以该得要是]*[多少]?[得报补赔拿出掏付扣领给到回来]*"
    f"(?:{HOW_MUCH}|几[多成]|百分之几)(?:钱|元)?[了呢啊嘛哦呀]?[。?!]*"
)


def asked_again(text: str) -> tuple[str, str] | None:
    """What is told and asked first, and the words of what it is asked of again; None where nothing is."""
    if same := _of_same_sum(text):
        return same
    if "呢" in text[-2:] and (parts := _AND_OF.fullmatch(text)):
        return parts["asked"], parts["again"]
    if parts := _AND_SO_MUCH.fullmatch(text):
        return parts["asked"], parts["again"]
    *_, last = (None, *_IF.finditer(text))
    if last is None or len(text) - last.end() > _LONGEST_IF or not _ASKED.search(text, 0, last.start()):
        return None
    of_it = _OF_IT.fullmatch(text, last.end())
    return (text[: last.start()].rstrip(",。?;! "), of_it["again"]) if of_it else None


def _of_same_sum(text: str) -> tuple[str, str] | None:
    """What is told and asked, and of whom the same sum is asked of again in the last sentence."""
    for one in re.finditer("[,。?;!]", text):
        if len(text) - one.end() > _LONGEST_IF:
            continue
        again = next(filter(None, (said.fullmatch(text, one.end()) for said in _SAME_OF)), None)
        is_asked = _ASKED.search(text, 0, one.start()) or (again and _ALSO_ASKED.search(again[0]))
        if again and is_asked:
            return text[: one.start()], _completed(again["again"], text[: one.start()])
    return None


def _completed(again: str, told: str) -> str:
    """What is asked again, with the hospital that only what was told before it names (省里医院3万,县里同样的)."""
    return again + _HOSPITAL if _IN_PLACE.search(again) and _HOSPITAL in told else again


def asked_of_each(text: str, places: Sequence[int]) -> bool:
    """Whether what stands first and what stands last are each asked of (没登记报多少,登记了能报多少)."""
    first, last = min(places), max(places)
    return _ASKED.search(text, first, last) is not None and _ASKED.search(text, last) is not None


def asked_one_by_one(text: str, places: Sequence[tuple[int, int]]) -> bool:
    """Whether each of some words is followed at once by what is asked of it (在职报多少,退休又报多少)."""
    return all(_OF_ONE.match(text, end) for _, end in places)
