"""A sum asked for by its size (各封顶几万, 过几千才补, 每人筹几块) put as the plain question that it is."""

from __future__ import annotations

import re

__all__ = ["HOW_MUCH", "plainly_asked"]

HOW_MUCH = "(?:多少|几多|好多)"
"""多少 as people of other places say it."""

_MONEY = "(?:块钱?|元钱?|钱)"
_COUNTED = "个?(?:人|名|户|次|家|种|样|天|年|月|岁|份|例|里|级|亩|公里|分钟|小时)|多(?!少)|来|[十百千万分]"
_SOME = rf"(?<![一二两三四五六七八九十百千万亿零0-9好])几(?:(?:[十百]万|十亿|[十百千万亿]){_MONEY}?|[块元]钱?|钱)"
# 几千几万块, 几千还是几万, 几百块
_SEVERAL = re.compile(rf"{_SOME}(?:(?:还是|或者?|、)?几(?:[十百]万|[十百千万])?{_MONEY}?)?(?!{_COUNTED})")
_PAUSE = re.compile("[,。;!? ]")
_REACH = 16  # characters before such a sum that say whether it was spent
_ROUGHLY = "(?:大概|大约|差不多|也就|将近|一共|总共|[要得就有好快])*$"
# 花了几万, 住院几千, 自费几百, 超几万: of a sum that nobody told exactly
_SPENT = re.compile(
    "(?:(?:[花用交缴付掏垫贴出欠住看治超]|搭进)(?:掉|去|进去)?[了过]|[花用欠剩超]|费用?|账单?|单子|药|住院|看病|手术"
    f"|透析|化疗|自[费付负]|目录外){_ROUGHLY}"
)
# 能报的23800,还有几百是自费药: beside the bill, and of no matter to what is paid of it
_BESIDE_BILL = re.compile("(?:还有|另外|外加|再加|此外)$")
_SELF_PAID = re.compile(f"{_MONEY}?的?(?:是|属于|算)?[^,。;!?0-9]{{0,2}}(?:自费|目录外|不能报|不给报|不报销)")
_ABOUT = re.compile(f"(?:[这那]|还有|大概|大约|差不多|将近|一共|总共|快|共){_ROUGHLY}")
# 起付线大概几百, 自己还得花几千: asked of the rule
_RULE = re.compile("最[多高少低]|封顶|限额|上限|起付|门槛|标准|[报补赔给拿领救助交缴]")
_ASKED_TO_PAY = re.compile("(?:自己|自家|个人|我)[^,。;]{0,4}[要得该][^,。;了]{0,3}[花用]$")
# 已经报了几万,这次住院花了2万: what was paid before, told
_PAID_BEFORE = re.compile("(?:已经?|前面|之前|此前|今年|上[次回])[^,。;!?]{0,6}[报补赔给拿领]了$")
# 几千才补, 几万以上就归大病, 几百起报, 几万封顶: where a rule begins or ends
_OF_RULE = re.compile(
    "(?:以上|以内|之内)?的?(?:[^,。;!?0-9了]{0,6}才[能可会给有补报赔算管]|起[付步报补]|封顶|到顶|为止|就(?:不[报补给管]|归))"
)
_PASSED, _PAYS = (
    re.compile("(?:超过|满|达到|[过到])$"),  # 超过几千给补, 超过几万能报多少 tells
    re.compile("的?(?:部分)?(?:才|就|给|(?:能|可以|会)(?![报补赔]销?(?:多少|几|好多)))"),
)
_ASKS = re.compile("多少|几成|好多|[吗么]|什么|怎|哪|谁|能不能|是不是")
# 住院花了几万, 大概几万 and the answer 几万吧 tell of a sum; 自费几百 at the end asks
_KNOWN_ABOUT = tuple("好上了过花用共计概约多")
_END = re.compile("[呢啊呀嘛哦哇]?[?。!]?$")


# 不对不对,她是二档 asks nothing; 是不是不是定点 does
_TWICE = re.compile("(?<![对是])(不对|不是|错了|搞错了|说错了|没有)(?:[,、 !。]{0,2}\\1)+")
_LINE = re.compile("起付(?=[是要得呢?。!,]|多少|$)")  # 县以上医院起付
_DONE = re.compile("(?<=[完光满掉过超尽到用花])[咯喽啰哒咧]")  # 封顶线用完咯; 咯血 stays
_REMARK = re.compile(r"([^()]*[吗么不没]\??)\(([^()]+)\)[?。]?")  # 能转么(那家要医保办批检查的医院)


def plainly_asked(text: str) -> str:
    """Give the text with 多少 for a 几万 that asks; one that tells of a sum nobody knows exactly stays.

    What dialects say for 了 behind a verb (用完咯, 用完哒) is 了, 起付 alone the 起付线; a denial said twice is one.
    A remark in brackets behind a question stands before it, so that the question ends as questions do.
    """
    text = _REMARK.sub(r"\2,\1", text) if _REMARK.fullmatch(text) else text
    text = _TWICE.sub(r"\1", _DONE.sub("了", _LINE.sub("起付线", text)))
    is_asked_else = _ASKS.search(text) is not None
    return _SEVERAL.sub(lambda some: _put(some, is_asked_else=is_asked_else), text)


def _put(some: re.Match[str], *, is_asked_else: bool) -> str:
    """What stands for a 几万: itself where it tells, 一些 where it is no part of the bill, else what it asks."""
    if _BESIDE_BILL.search(some.string[: some.start()]) and _SELF_PAID.match(some.string, some.end()):
        return "一些"
    return some[0] if _tells(some, is_asked_else) else "多少"


def _tells(some: re.Match[str], is_asked_else: bool) -> bool:
    """Whether a 几万 tells of a sum somebody spent, and does not ask for one."""
    text, start, end = some.string, some.start(), some.end()
    stretch = _PAUSE.split(text[max(0, start - _REACH) : start])[-1]
    if _OF_RULE.match(text, end) or (_PASSED.search(stretch) and _PAYS.match(text, end)):
        return False
    is_spent, is_of_rule = _SPENT.search(stretch) is not None, _RULE.search(stretch) is not None
    if is_asked_else and _SELF_PAID.match(text, end):  # 花了2万,其中几百是自费药
        return True
    if _PAID_BEFORE.search(stretch):
        return is_asked_else
    if not is_asked_else and start and _END.match(text, end):
        return text[:start].endswith(_KNOWN_ABOUT) and (is_spent or not is_of_rule)
    if is_spent:
        return not _ASKED_TO_PAY.search(stretch)
    return not stretch or (_ABOUT.search(stretch) is not None and not is_of_rule)
