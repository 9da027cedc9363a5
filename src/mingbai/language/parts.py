"""The parts of what somebody says in one breath: at its punctuation and, where there is none, behind what asks.

A list whose items ask is cut at its commas (派几个人、管理费上限), one of things (身份证、户口本要不要) is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_PUNCTUATION = re.compile(r"[,，。?？!！;；\n]|(?<![0-9])[:：]|[:：](?![0-9])")
_LISTED = "、"
_WORD = re.compile("[一-鿿]")
_WHICH = re.compile(
    "(?:这|那|里面|其中|里头)?[这那里头些]*哪(?:几|一)?[样个种些项条](?:是|才)?([能可给算报补管行][^,。;]{0,6})"
)
_WHICH_OF = re.compile(  # 看病到底优待哪几样
    "(优待|优惠|减免|照顾|提高|调整)(?:了|些)?(?:哪[几些]?[样种项条点些]|什么)$"
)
_EACH = re.compile("([^,。;各分]{4,40}?)(?:各自?|分别)(?:是|都)?([^、,。;]*(?:多少|几|什么|啥|谁|怎么|咋|哪).*)")
_JOINED = re.compile("[和跟与]")
_LEVEL = re.compile("[省市县区乡镇][里上级]")
_LEVELS = re.compile(f"(?:{_LEVEL.pattern}){{2,}}$")
_A_THING = range(2, 9)
_A_WORD = 2
_SEVERAL = 2
_NAME = re.compile(  # what is asked for by its name alone: a figure, or something else
    "(?:(上限|下限|标准|比例|期限|限额|金额|人数|目标|起付线|封顶线|管理费)"
    "|(材料|手续)|对象|条件|范围|时间|地点|缴费|待遇|流程|步骤|原则|职责|任务)$"
)
_TELL_ME = re.compile(  # 六个统一背给我听听, 想确认下派驻人头数
    "(?P<list>[一-鿿]{2,}?)(?:都|全|挨个|一条条)*(?:背|列|讲|说|数|念)(?:一遍|出来|给(?:我|咱|大家|学员)们?(?:听听?)?)"
    "|(?:我?想|我?要|麻烦)?(?:确认|核实|了解|请教|打听)(?:一?下)?子?(?P<figure>[一-鿿]{2,}(?:数|标准|比例|期限|额度?|线))"
)
_FROM_TO = re.compile("[^,。;]*从(?:多少|几)[^,。;]{0,7}到(?:多少|几)[^,。;]{0,3}")  # 从多少涨到多少
_NAMED_LAST = re.compile(  # 19年筹资和结余目标, after what asks; 超了限额 tells
    "[^超过到够没不达有按在扣已满算]*(?:上限|下限|标准|比例|期限|限额|金额|人数|目标|起付线|封顶线|管理费)"
)
_WHETHER = re.compile(
    "(?:这样|都|得|是不是)?(?:行不行|行吗|可以吗|可不可以|能不能行|中不中|得不得行|要得不|成不成|成吗)"
)
_OF_THESE = re.compile("这(?:些|[几两][样种个笔项])(?:都|是|到底|钱|费用)*([^,。;]{2,})")  # 这些算不算自费
_THING_OF = re.compile("[^,。;]{2,}的[一-鿿]{1,4}")  # 在香港看的病
_IS_PAID = re.compile("[^,。;]*(?:[给能]|可以)?[算报补管赔付](?:不[算报补管赔付]|吗|不|么|没)")  # 自费那块给算吗
_AND_THEN = re.compile("(?:再|还想?|又|然后|顺便|另外)(?!加)")
_OF_ALL = re.compile("(?:都|各|分别|各自|给我|一起)*(?:是|有)?(?:多少|什么|哪些|讲讲|说说|介绍一?下)$")
_ASKED = re.compile(  # 能报多少|要带什么材料|多久到账; 多少天 goes on
    r"(?:多少(?:钱|元)?(?![天年月个人岁次比点才以块钱元种样家条例名位份张项就])|材料|证件|资料|手续|吗|到账|怎么办|去哪里?办"
    r"|(?:什么时候|几[号月]|哪天)[去能]?(?:缴费|交费|交钱|参保|登记))(?=.{3})"
    r"|(?=还有(?!多少)|另外|顺便)"
)
_PAPERS_OF = re.compile("(?:材料|证件|资料|手续)$")
_ASKING_OF = re.compile(  # 材料交给谁, 材料拖到几号
    "怎么|如何|[交递给送拿去到在找要有是拖压放攒留报收截]{0,2}(?:几|哪|什么|谁)|最[晚迟]"
)
_ASKED_AGAIN = re.compile(  # 区里审多久市里审多久: of two, by the same words
    "(?P<first>[^,。;]{2,}(?P<asks>[^从到给按,。;](?:多久|多少[天人]?|几[天年个月]{1,2}|什么时候|哪天|谁)))(?P<then>[^到至涨升变降,。;]{2,8}(?P=asks))"
)
_WHAT_ELSE = re.compile("还有(?:没有?|什么|啥|哪)")  # 剩下的掏不起还有什么路子: of what is told before it
_ASKING = re.compile(
    "多少|多大(?=岁|年|的?$)|什么(?:时候|地方)?|几[天个号年成家人次份张样种项笔]|[在到]?哪[里个天些家边儿]?|多久|怎么|咋|如何|谁|吗|啥|能不能|要不要|是不是|([帮管给让算])不\\1"
)


def parts_of(text: str) -> tuple[str, ...]:
    """The parts of a text in order, each without its punctuation; empty ones left out."""
    pieces = _of_each_thing(_PUNCTUATION.split(text))
    items = (item for piece in pieces for both in _of_both(piece) for item in _items(both))
    said = (part.strip() for item in items for part in _in_one_breath(item))
    return tuple(part for part in said if part)


def _of_each_thing(pieces: Sequence[str]) -> list[str]:
    """The pieces with each of several things asked of by itself (药房买的药、在香港看的病,哪样能报)."""
    kept = list[str]()
    for piece in pieces:
        which = _WHICH.fullmatch(piece.strip())
        things = kept[-1].split(_LISTED) if which and kept else []
        if which and len(things) > 1 and not any(map(_ASKING.search, things)):
            kept[-1:] = [f"{thing}{which[1]}吗" for thing in things]
        else:
            each = _of_listed(kept[-1] if kept else "", piece)
            kept[-1 if each else len(kept) :] = each or [piece]
    return [_of_what_is_wanted(one) for one in _of_what_is_named(_of_each_act(kept))]


def _of_what_is_wanted(piece: str) -> str:
    """A piece that wants something told without a word that asks, as the question it is."""
    wanted = None if _ASKING.search(piece) else _TELL_ME.fullmatch(piece.strip())
    if wanted is None:
        return piece
    return f"{wanted['list']}是哪些" if wanted["list"] else f"{wanted['figure']}是多少"


def _of_each_act(pieces: Sequence[str]) -> list[str]:
    """The pieces with each of two things told before it asked of: 想转个科,再晚上回家睡,行不行.

    So are two that are pointed at (药房买的药,另外去香港看的病,这些算不算自费), and things of which it is asked whether
    they are paid for (在香港看的病,药房买的药,自费那块给算吗).
    """
    kept = list(pieces)
    for at in range(2, len(kept)):
        first, then, asks = (one.strip() for one in kept[at - 2 : at + 1])
        whether, these = _WHETHER.match(asks), _OF_THESE.fullmatch(asks)
        if _ASKING.search(first) or _ASKING.search(then):
            continue
        if _IS_PAID.fullmatch(asks) and _THING_OF.fullmatch(first) and _THING_OF.fullmatch(then):
            kept[at - 2 : at + 1] = [f"{first}{asks}", f"{then}{asks}", ""]
        elif these and _AND_THEN.match(then):
            kept[at - 2 : at + 1] = [f"{first}{these[1]}", f"{then}{these[1]}", ""]
        elif whether and _AND_THEN.match(then):
            kept[at - 2 : at + 1] = [f"{first}{whether[0]}", f"{then}{whether[0]}", asks[whether.end() :]]
    return kept


def _of_what_is_named(pieces: Sequence[str]) -> list[str]:
    """The pieces with the last asking for the figure that it only names behind a question (…,结余目标)."""
    *before, last = (one.strip() for one in pieces)
    is_named = _NAMED_LAST.fullmatch(last) and not _ASKING.search(last)
    return [*before, f"{last}是多少"] if is_named and any(map(_ASKING.search, before)) else list(pieces)


def _of_listed(before: str, piece: str) -> list[str]:
    """The question before a list that names of what it asks (优待哪几样,门诊、住院、特门), of each; none if not so."""
    which, things = _WHICH_OF.search(before), piece.strip().split(_LISTED)
    is_of_each = which and len(things) > _SEVERAL and not any(map(_ASKING.search, things))
    return [f"{thing}{which[1]}什么" for thing in things] if which and is_of_each else []


def _of_both(piece: str) -> list[str]:
    """A piece that asks of some things each (区里和市里各要审多少天), as asked of one after another."""
    each = _EACH.fullmatch(piece.strip())
    if each and (levels := _LEVELS.search(each[1])):  # 递上去区里市里各审几天
        first, *others = _LEVEL.findall(levels[0])
        return [f"{each[1][: levels.start()]}{first}{each[2]}", *(f"{one}{each[2]}" for one in others)]
    things = _things(each[1]) if each else []
    are_several = len(things) > 1 and all(len(one) in _A_THING for one in things)
    return [f"{one}{each[2]}" for one in things] if each and are_several else [piece]


def _things(listed: str) -> list[str]:
    """Two things joined by 和, or the items of a list that end alike (因病致贫、因残致贫); else all as one."""
    joined, items = _JOINED.split(listed), listed.split(_LISTED)
    are_alike = len({one[-_A_WORD:] for one in items}) == 1
    return items if len(items) > 1 and are_alike else joined if len(joined) == _SEVERAL else [listed]


def _items(piece: str) -> list[str]:
    """The items of a list that asks of each; one that asks nothing goes with the next, a bare name asks what it is."""
    items = piece.split(_LISTED)
    items[-1] = _OF_ALL.sub("", items[-1]) if all(map(_NAME.search, items[:-1])) else items[-1]
    asked = [_asked(item) for item in items]
    if sum(one is not None for one in asked) < _SEVERAL:
        return [piece]
    cut, held = list[str](), ""
    for item, one in zip(items, asked, strict=True):
        if one is None:
            held += f"{item}{_LISTED}"
        else:
            cut.append(f"{held}{one}")
            held = ""
    return [*cut, held.removesuffix(_LISTED)] if held else cut


def _asked(item: str) -> str | None:
    """What an item of a list asks, None where nothing: 什么时候、在哪里交 are asked of one thing."""
    if _ASKING.search(item):
        return item if _WORD.search(_ASKING.sub("", item)) else None
    named = _NAME.search(item)
    if named and named[2]:
        return f"{item[: named.start()]}要什么{named[2]}"
    return named and f"{item}{'是多少' if named[1] else '是什么'}"


def _in_one_breath(piece: str) -> list[str]:
    """A piece without punctuation cut behind each question that another one follows, or that is asked again."""
    if again := _ASKED_AGAIN.fullmatch(piece):
        return [*_in_one_breath(again["first"]), again["then"]]
    for found in _ASKED.finditer(piece):
        head, rest = piece[: found.end()], piece[found.end() :]
        goes_on = _WHAT_ELSE.match(rest) or (_PAPERS_OF.search(head) and _ASKING_OF.match(rest))
        is_asked_of = goes_on and not _ASKING.search(head)
        if head and _ASKING.search(rest) and not (is_asked_of or _FROM_TO.fullmatch(piece)):
            return [head, *_in_one_breath(rest)]
    return [piece]
