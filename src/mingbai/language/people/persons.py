"""Words for persons in a message: each of them, and those whose care a message may be about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = [
    "ME",
    "Person",
    "called",
    "is_grown",
    "is_of_household",
    "is_same",
    "only_helps",
    "persons",
    "stands_by",
    "whose",
]

ME = "我"
_OF_A_WARD = (  # 我同病房那个, 隔壁床的大爷, 邻床
    "病友|(?:同一?个?病房|隔壁病?房|(?:隔壁|邻|临|旁边)病?床)(?:的|那)?(?:[个位]|病友|大[爷妈哥姐]|大叔|大婶|老[人太头](?:太|子)?|人家?)?"
)
_KIN = (
    "[姑舅姨婶][妈娘父爹丈]|姑姑|舅舅|阿姨|小姨|叔叔|伯[伯父母]|姥[姥爷]|姑娘|侄[子女儿]|外甥女?|[堂表][哥弟姐妹]|女婿|儿媳妇?"
    f"|{_OF_A_WARD}|邻居|同事|工友|战友|同学(?!校)|老乡|室友|(?<!小)朋友|亲戚|丈母娘|老丈人|岳[父母]"
    "|老?(?:爸爸?|妈妈?|爹|娘)|父亲|母亲|爷爷|奶奶|外[公婆]|公公|婆婆|老伴|老公|老婆|爱人|媳妇|丈夫|妻子|老头子?|老太太?|老汉"
    "|儿子|女儿|闺女|(?<!生)(?:孩子|小孩|娃娃?)|孙[子女]|哥哥?|姐姐?|弟弟?|妹妹?"
    # 我姑63了, 我公72了; 我公司 is nobody
    "|(?<=[我俺咱])(?:[姑舅姨婶叔伯爷奶婆嫂]|公(?![司积交共证安布办费立房务开]))"
)
_PERSON = re.compile(f"(?:我|俺|咱)?(?P<kin>{_KIN})|(?P<own>[我俺](?!们|家|这|那|[手的]))")
_CHILD = "孩子 小孩 娃 娃娃 学生 儿童 新生儿"
_MAY_BE_ONE = tuple(
    frozenset(row.split())
    for row in (
        "爸 爸爸 老爸 爹 老爹 父亲 老汉 老头 老头子 老人",
        "妈 妈妈 老妈 娘 老娘 母亲 老太 老太太 老人",
        "老公 丈夫 爱人 老伴 老汉 老头 老头子",
        "老婆 妻子 媳妇 爱人 老伴 老太",
        "公公 公 老头 老头子 老人",
        "婆婆 婆 老太 老太太 老人",
        "岳父 老丈人 老人",
        "岳母 丈母娘 老人",
        "爷爷 爷 公 老头 老头子 老人",
        "奶奶 奶 婆 老太 老太太 老人",
        "外公 姥爷 老人",
        "外婆 姥姥 老人",
        f"儿子 {_CHILD}",
        f"女儿 闺女 姑娘 {_CHILD}",
        f"孙子 {_CHILD}",
        f"孙女 {_CHILD}",
        f"老大 大的 大宝 儿子 {_CHILD}",
        f"老大 大的 大宝 女儿 闺女 {_CHILD}",
        f"老二 小的 二宝 小宝 儿子 {_CHILD}",
        f"老二 小的 二宝 小宝 女儿 闺女 {_CHILD}",
        f"老三 三宝 {_CHILD}",
        "姑 姑姑 姑妈 姑娘",
        "姨 阿姨 姨妈 小姨",
        "舅 舅舅",
        "叔 叔叔",
        "哥 哥哥",
        "姐 姐姐",
        f"弟 弟弟 {_CHILD}",
        f"妹 妹妹 {_CHILD}",
    )
)
"""Words that may name one and the same person: a son and the child spoken of before, no son and a daughter."""
_WITH = re.compile("(?:[用拿凭刷跟和同由叫让请听]|比|不是)$")  # 用我妈的卡, 让我老公去报
_NOT_ILL = re.compile(  # 我老公陪着去的, 我妈让我问问, 我老公的卡, 我爸有职工医保
    "(?:的|那张)?(?:[医社银]保?卡|卡|户口|身份证|存折|名字|名下|单位)|(?:帮|替|陪|送|带|领|叫|让|问|说|听说|去报|去办|垫)"
    "|(?:也|还)?有[^,。;]{0,4}职工|[^,。;]{0,2}(?:交|付|出|掏)(?:了|的)(?:钱|费|押金)"
)
_PAYING = (  # 我自己还要出多少 tells of the one who pays
    "(?:[^,。;]{0,4}(?:[出付掏交拿垫写填选定买跑]|承担|负担|花|去办|去报|带[什哪]))"
)
_SURELY_ME = re.compile(  # 我自己也住院了三级8000; 我呢; 我本人二级5000
    f"[我俺](?:自己|本人|自个儿?)(?!{_PAYING})|[我俺]也(?!不|没|想|要问|知道|觉得|弄|搞|分)|[我俺]呢(?=[,。?!]|$)"
)
_PERHAPS_ME = re.compile(  # 我三级8000; 我今年住院花了9000; 我是退休的
    "[我俺](?:今年|去年|这[次回]|上[次回]|后来|前几天)?(?:在[^,。;]{1,8})?(?:住[了的过]?院|住了|得了|生病|看病|开刀|做手术|退休|在职|上班|[一二三][级档]"
    "|是(?!说|问|想|帮|替|要|指|讲|不是))"
)
_GROWN = re.compile(
    "老?(?:爸爸?|妈妈?|爹|娘)|父亲|母亲|[爷奶公婆]|爷爷|奶奶|姥[姥爷]|外[公婆]|公公|婆婆|老伴|老公|老婆|爱人|媳妇|丈夫|妻子|老头子?|老太太?|老汉"
    "|女婿|儿媳妇?|丈母娘|老丈人|岳[父母]|[姑舅姨婶][妈娘父爹丈]|姑姑|舅舅|阿姨|叔叔|伯[伯父母]"
)
"""Those who are surely of age by the word for them; a brother, a niece or a neighbour need not be."""
_OTHERS = ("邻居", "同事", "工友", "战友", "同学", "老乡", "室友", "朋友", "亲戚", "病友")
_IN_A_WARD = re.compile(_OF_A_WARD)
_CALLED = {"我": "本人", "俺": "本人", "妈": "妈妈", "爸": "爸爸"}


@dataclass(frozen=True)
class Person:
    """A word for somebody, 我 for the one who writes."""

    start: int
    end: int
    name: str


def persons(text: str, start: int = 0, end: int | None = None) -> Iterator[Person]:
    """The words for persons in a part of a text, in order; my mother and not me where it says 我妈."""
    for one in _PERSON.finditer(text, start, len(text) if end is None else end):
        yield Person(*one.span(), one["kin"] or one["own"])


def whose(text: str, *, is_sure: bool = True) -> tuple[str, ...]:
    """Those whose care a text may be about, in order: none who only pay, help or ask.

    The one who writes is among them where he says so (我自己), unless that need not be `is_sure` (我住院).
    """
    kin = [one for one in persons(text) if one.name not in (ME, "俺") if not stands_by(text, one.start, one.end)]
    me = _SURELY_ME.search(text) or (None if is_sure else _PERHAPS_ME.search(text))
    found = [*kin, *([Person(*me.span(), ME)] if me else [])]
    return tuple(dict.fromkeys(one.name for one in sorted(found, key=lambda one: one.start)))


def stands_by(text: str, start: int, end: int) -> bool:
    """Whether somebody named there only pays, helps, asks or lends something (用我妈的卡, 我老公陪着去的)."""
    return bool(_WITH.search(text[max(0, start - 2) : start]) or only_helps(text, end))


def only_helps(text: str, end: int) -> bool:
    """Whether what follows the word for somebody says that they only pay, help, ask or lend something."""
    return _NOT_ILL.match(text, end) is not None


def called(name: str) -> str:
    """What somebody is called beside a bill."""
    return "病友" if _IN_A_WARD.fullmatch(name) else _CALLED.get(name, name)


def is_of_household(name: str) -> bool:
    """Whether what is said of the household holds for somebody, as far as the word for them tells."""
    return called(name) not in _OTHERS


def is_grown(name: str) -> bool:
    """Whether somebody is grown up by the word for them (妈妈, 老公)."""
    return _GROWN.fullmatch(name) is not None


def is_same(one: str, other: str) -> bool:
    """Whether two words may name one and the same person."""
    return one == other or any(one in row and other in row for row in _MAY_BE_ONE)
