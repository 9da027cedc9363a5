"""A sum asked for by its size (各封顶几万, 最高能报到几万块) put as the plain question that it is."""

from __future__ import annotations

import re

__all__ = ["plainly_asked"]

_SEVERAL = "几[百千](?:还是|或者?|、)?几[千万](?:块钱?|元钱?|钱)?|几[百千万](?:块钱?|元钱?|钱)?"
_ASKED_FOR = re.compile(
    f"((?:[报补赔给拿领交缴退助到是为有要差扣掏贴]|最[多高低少大]|封顶|限额|上限|顶格|门槛|起付线|标准|[一二三四两各]档|[一二三]级)(?:个|到)?)(?:{_SEVERAL})(?![十百千万人多])"
)
_GIVEN = re.compile(f"(?<=[报补赔给]了)(?:{_SEVERAL})(?=[呢啊呀]?[?。!]?$)")  # 另外救助给了几万
# 住院花了几万, 大概几万 and the answer 几万吧 tell of a sum
_LEFT_OPEN = re.compile(f"(?<=[一-鿿])(?<![十好上了过花用共计概约多])(?:{_SEVERAL})(?=[呢啊呀嘛哦哇]?[?。!]?$)")
_ASKS = re.compile("多少|几成|好多|[吗么]|什么|怎|哪|谁|能不能|是不是")


# 不对不对,她是二档 asks nothing; 是不是不是定点 does
_TWICE = re.compile("(?<![对是])(不对|不是|错了|搞错了|说错了|没有)(?:[,、 !。]{0,2}\\1)+")
_LINE = re.compile("起付(?=[是要得呢?。!,]|多少|$)")  # 县以上医院起付
_DONE = re.compile("(?<=[完光满掉过超尽到用花])[咯喽啰哒咧]")  # 封顶线用完咯; 咯血 stays


def plainly_asked(text: str) -> str:
    """Give the text with 多少 for a 几万 that asks; one that tells of a sum nobody knows exactly stays.

    What dialects say for 了 behind a verb (用完咯, 用完哒) is 了, 起付 alone the 起付线; a denial said twice is one.
    """
    text = _TWICE.sub(r"\1", _DONE.sub("了", _LINE.sub("起付线", text)))
    text = _GIVEN.sub("多少", _ASKED_FOR.sub(r"\1多少", text))
    return text if _ASKS.search(text) else _LEFT_OPEN.sub("多少", text)
