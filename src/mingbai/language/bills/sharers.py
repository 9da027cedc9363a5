"""Several persons of a message of whom one sum is told each: 我爸妈各花6000, 夫妻俩都超限额2万, 两个孩子每人3000."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.language.numbers.numerals import read
from mingbai.language.people.persons import ME, Person, only_helps, persons
from mingbai.language.text import words_before

__all__ = ["sharers"]

_EACH = re.compile(  # 各花了6000, 每人自付3000, 都超限额4万; not 都在二级医院住院花了6000, which may be all of it
    "(?:(?:各自?|分别|每一?个?人|一个?人|一人|人均)[^,。;0-9]{0,8}|[都均](?:是|花|用|超|自[付负])[^,。;0-9]{0,6})$"
)
_ME_TOO = re.compile(r"[我俺](?:本人|自己)?(?:\([^()]{1,8}\)|[0-9一二三四五六七八九十]{1,3}岁)?(?:[和跟与、]|,我)")
_AND_ME = re.compile("[和跟与、][我俺](?![爸妈爹娘家们的])(?:本人|自己)?")
_PAIRS = (
    (re.compile("夫妻|[小老]?两口子?|夫妇"), ("丈夫", "妻子")),
    (re.compile("父母|双亲"), ("爸", "妈")),
    (re.compile("公婆"), ("公公", "婆婆")),
    (re.compile("岳父母"), ("岳父", "岳母")),
    (re.compile("双胞胎|龙凤胎"), ("老大", "老二")),
)
_NUMBER = "[二两俩三仨四五六2-6]"
_MANY = re.compile(
    f"(?P<number>{_NUMBER})个?(?:大人|老人|老的|人)|一家(?P<mouths>{_NUMBER})口|(?:[我俺咱他她]们?)(?P<both>俩)"
)
_NUMBERED = re.compile(f"({_NUMBER})个?$")  # 两个孩子, 俩娃
_FEW = {"俩": 2, "仨": 3, "两": 2}


def sharers(text: str, start: int) -> tuple[str, ...]:
    """Those each of whom has the sum that stands at `start`, by name; none where it is not said to be for each.

    None either where fewer than two are told of.
    """
    if not _EACH.search(words_before(text, start)):
        return ()
    before = text[:start]
    pair = next((names for pattern, names in _PAIRS if pattern.search(before)), ())
    named = tuple(dict.fromkeys(_named(before)))
    if len(named) > 1 or pair:
        return named if len(named) > 1 else pair
    counted = max((_count(one) for one in _MANY.finditer(before)), default=0)
    return tuple(f"第{number}人" for number in range(1, counted + 1)) if counted > 1 else ()


def _named(text: str) -> Iterator[str]:
    """The persons whose care a text is about, the one who writes where joined to others (我和老伴)."""
    me = _ME_TOO.search(text) or _AND_ME.search(text)
    for one in persons(text):
        if one.name in (ME, "俺"):
            if me and me.start() <= one.start < me.end():
                yield ME
        elif not only_helps(text, one.end):
            yield from _so_many(text, one)


def _so_many(text: str, one: Person) -> Iterator[str]:
    """One person, or as many as a number before the word says (两个孩子)."""
    many = _NUMBERED.search(text[max(0, one.start - 2) : one.start])
    if many is None:
        yield one.name
    else:
        yield from (f"第{number}个{one.name}" for number in range(1, _value(many[1]) + 1))


def _count(many: re.Match[str]) -> int:
    return _value(many["number"] or many["mouths"] or many["both"])


def _value(number: str) -> int:
    figure = read(number)
    return _FEW.get(number) or (int(figure.value) if figure else 0)
