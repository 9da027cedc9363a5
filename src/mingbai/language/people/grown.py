"""Words for a child that name somebody grown: a son of forty (儿子四十了), a daughter out of work, a child's father."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mingbai.language.lexicon import CHOICE, Found
from mingbai.language.numbers.numerals import read
from mingbai.language.people.persons import persons, stands_by

__all__ = ["GROWN", "MINORS", "OF_ANY_AGE", "Aged", "ages", "as_grown", "perhaps_grown"]

_OF_AGE, _ELDERLY = 18, 50
GROWN = "成人"
"""The group of who is grown up, and told to be of none that is narrower."""
MINORS = ("儿童", "学生", "新生儿")
"""The groups of those who are not; none of them is insured as an employee."""
_INSURED = f"{CHOICE}insured"
_CHILDISH = frozenset({(_INSURED, "儿童"), (_INSURED, "新生儿")})
_CHILDS_ILLNESS = (f"{CHOICE}disease", f"{CHOICE}child_major_disease")

_TENS = "[一二三四五六七八九]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?"
_FIGURE = f"(?:[1-9][0-9]?(?![0-9.])|{_TENS}|[一二两三四五六七八九])"
_MORE = "(?:好几|几|多|来|出头|挂零)?"
_LIMIT = "以|之|[及或和至到-]|[上下前后内外起]|的?(?:限|标准)"  # 18岁以下的孩子 tells nobody's age
_LEAD = "(?:今年|现在|虚岁|周岁|已经|[都快才刚也有满是过了上]){0,3}"
_NOT_AGE = "[0-9.万千百元块个天级档次%年月号日]"
_AGE = re.compile(
    f"(?<![0-9.第])(?P<told>{_FIGURE}){_MORE}个?周?岁{_MORE}(?!{_LIMIT})"
    # 儿子四十了, 女儿今年31, 大儿子三十出头, 儿子27没工作
    f"|(?<![0-9.第])(?P<bare>[1-9][0-9](?![0-9.])|{_TENS})"
    rf"(?:(?:好几|几|多|来|出头|挂零)?(?:了|的人)|好几|出头|挂零|(?=[,。;!) ]|$|[没待退下在读上]))(?!{_NOT_AGE})"
)
_BETWEEN = re.compile(f"[(,、]?(?:[他她])?{_LEAD}[(]?{_LEAD}")
"""What may stand between somebody and their age: 儿子(今年25), 儿子,他都快四十了."""
_OF_NEXT = re.compile("的?[,、]?(?:我|俺)?(?:家|那个|这个)?(?:[大二三四小老幺]|独生)?")
_BOTH = re.compile("[都俩均]")
_JOINED = re.compile("(?:[和跟与、,]|还有)?我?(?:[大二三小])?")
# 孩子他爸, 孩子姥姥, 儿子媳妇: a relative of the child
_RELATIVE = re.compile(
    "(?:他|她|的)?[亲大小二老三]?"
    "(?:[爸妈爹娘爷奶姥舅姨叔伯婶]|姑(?!娘)|外[公婆]|公公|婆婆|[岳丈]|媳妇|老[公婆师]|丈夫|妻子|爱人|对象|[男女]朋友|班主任)"
)
_LIFE = (
    "没成家|成家|已婚|未婚|(?<!没)(?<!未)成年(?!人)|结婚|离婚|出嫁|嫁[人了出到]|待业|失业|下岗|没有?(?:个|正式的?)?工作|没上班|没单位|无业"
    "|退伍|复员|转业|退役|打工|务工|上班|工作(?!日)|做生意|务农|种地|怀孕|坐月子|生(?:孩子|小孩|娃|二胎)|大学毕业|研究生毕业|啃老"
)
# 儿子退伍回来, 女儿在外打工, 儿子,待业在家
_LIVES = re.compile(
    f"(?:,?(?:他|她|在|一直|现在|目前|都|也|已经?|早就?|还|刚|外[地面头]|家里?|自己|是|属于|就|又|没有?|个){{0,4}})(?:{_LIFE})"
)
# 待业的儿子, 成年的女儿
_LIVING = re.compile(f"(?:{_LIFE})[^,。;]{{0,2}}的(?:我|俺)?(?:[大二三小老])?$")
_REACH = 12
_BREATH = 6
"""So many persons at most are told of together (女儿和女婿都三十多岁)."""
OF_ANY_AGE = re.compile("儿子|女儿|闺女|孙子|孙女")
"""Words for somebody's child who need not be one, unlike 孩子 and 小孩."""


@dataclass(frozen=True)
class Aged:
    """An age told: where it stands, the years, and where the words for those stand whose it is."""

    start: int
    end: int
    years: int
    owners: tuple[tuple[int, int], ...]


def as_grown(text: str, found: Sequence[Found]) -> tuple[Found, ...]:
    """The words found without those for a child that name somebody grown, who is told to be an adult instead.

    An age makes a child of whom no word calls one. Nobody is told to be an adult who may be old, or is only told by
    the word for a child (孩子姥姥).
    """
    told = list(ages(text))
    found = (*found, *_children(found, told))
    childish = [one for one in found if (one.kind, one.name) in _CHILDISH]
    of_age = {at: aged.years for aged in told for start, end in aged.owners for at in range(start, end)}
    grown = {one: years for one in childish if (years := _years(one, of_age)) is not None and years >= _OF_AGE}
    living = [one for one in childish if one not in grown and _lives_as_grown(text, one)]
    relatives = [one for one in childish if _is_of_relative(text, one)]
    again = {text[one.start : one.end] for one in (*grown, *living)}  # 女儿三十岁,…女儿花了8000
    living += [one for one in childish if text[one.start : one.end] in again and one not in grown]
    gone = {*grown, *living, *relatives}
    adults = [one for one, years in grown.items() if years < _ELDERLY and one not in relatives]
    adults += [one for one in living if one not in relatives]
    kept = [one for one in found if one not in gone and not _names_illness_of(one, gone)]
    told_so = [Found(one.start, one.end, _INSURED, GROWN) for one in adults]
    return tuple(sorted((*kept, *told_so), key=lambda one: (one.start, one.end)))


def _children(found: Sequence[Found], told: Sequence[Aged]) -> Iterator[Found]:
    """The ages that make a child of somebody whom no word calls one (我外甥8岁,闺女7岁)."""
    called = {at for one in found if one.kind == _INSURED for at in range(one.start, one.end)}
    for one in told:
        is_called = any(not called.isdisjoint(range(*owner)) for owner in one.owners)
        if one.owners and not is_called and one.years < _OF_AGE:
            yield Found(one.start, one.end, _INSURED, "儿童")


def perhaps_grown(text: str, found: Sequence[Found]) -> str:
    """The word for a son or daughter by which alone somebody is taken for a child (我儿子住院).

    None where more says so: an age, a school, a plain word for a child.
    """
    told = [one for one in found if one.kind == _INSURED and not one.is_denied]
    words = [text[one.start : one.end] for one in told if (one.kind, one.name) in _CHILDISH]
    is_sure = len(words) < len(told) or not all(map(OF_ANY_AGE.fullmatch, words)) or any(ages(text))
    return "" if is_sure or not words else words[-1]


def ages(text: str) -> Iterator[Aged]:
    """The ages that a text tells of somebody; a bare figure (今年30) only right behind the word for them."""
    named = [(one.start, one.end) for one in persons(text)]
    starts = [start for start, _ in named]
    for one in _AGE.finditer(text):
        figure = read(one["told"] or one["bare"])
        at = bisect_left(starts, one.start())
        before, after = named[max(0, at - _BREATH) : at], named[at : at + 1]
        is_beside = bool(before) and _BETWEEN.fullmatch(text, before[-1][1], one.start()) is not None
        if figure is None or (one["bare"] and not is_beside):
            continue
        following = [span for span in after if _OF_NEXT.fullmatch(text, one.end(), span[0])]
        owners = before[-1:] if is_beside or not following else following
        if owners and is_beside and _BOTH.search(text, owners[0][1], one.start()):
            owners = _joined(text, before)
        yield Aged(one.start(), one.end(), int(figure.value), tuple(owners))


def _joined(text: str, named: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The last one named with all who are joined to them (女儿和女婿都三十多岁)."""
    kept = [named[-1]]
    for one in reversed(named[:-1]):
        if not _JOINED.fullmatch(text, one[1], kept[-1][0]):
            break
        kept.append(one)
    return kept


def _years(one: Found, of_age: Mapping[int, int]) -> int | None:
    """The age told of whom a word names, by the places of the words for those whose age is told."""
    return next((of_age[at] for at in range(one.start, one.end) if at in of_age), None)


def _lives_as_grown(text: str, one: Found) -> bool:
    """Whether what is said of a child's life is only said of the grown."""
    return bool(_LIVES.match(text, one.end) or _LIVING.search(text, max(0, one.start - _REACH), one.start))


def _is_of_relative(text: str, one: Found) -> bool:
    """Whether a word only says whose relative somebody is, and it is that one who is ill (孩子他爸陪着去 is not)."""
    relative = _RELATIVE.match(text, one.end)
    return relative is not None and not stands_by(text, one.start, relative.end())


def _names_illness_of(one: Found, gone: set[Found]) -> bool:
    """Whether it is an illness of children told by the word for somebody who is none (儿子35岁白血病)."""
    return one.kind in _CHILDS_ILLNESS and any(one.start <= child.start and child.end <= one.end for child in gone)
