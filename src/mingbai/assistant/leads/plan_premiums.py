"""What plans cost: what all of a household pay under each, by how much these differ, and that all have one alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from mingbai.corpus.conditions import Condition
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.asking import HOW_MUCH
from mingbai.language.numbers.amounts import find_amounts
from mingbai.money import short, words
from mingbai.rules.premium import PremiumRow
from mingbai.rules.stated import Stated

_APART = re.compile("单独|拆开|分开|各[选交买]各|不一样的?档|不同的?档")
_SOME_OTHERWISE = re.compile(  # 一个人买一档,其他三个买二档; not 全家上一档多少,上二档多少
    "其他|其余|剩下|余下|另外|另一?[个半]|有的|"
    "[老大][的人].*(?:小的|[娃孩])|[娃孩].*大人|(?:[我俺他她]|老人|[爸妈爷奶公婆爹娘])[^,。;]{0,4}[上买选交参要][^,。;]{0,3}档.*(?:[我俺他她娃孩老][^,。;]{0,5}[上买选交参要]|[娃孩婆公爸妈])[^,。;]{0,5}档"
)
# 能不能两个高两个低, 一个买贵的一个买便宜的: some would have one tier, some another
_SOME = "(?:[一两二三俩几][个人]?|一半)(?:人)?[^,。;0-9]{0,3}"
_HIGH, _LOW = "(?:[高贵]|二档)的?档?", "(?:低|便宜|一档)的?档?"
_PARTED = re.compile(f"{_SOME}{_HIGH}[,、]?{_SOME}{_LOW}|{_SOME}{_LOW}[,、]?{_SOME}{_HIGH}")
# 爸妈选二档,娃选一档; 老公想交150的,我和两个娃交60: each of a household a plan of their own
_CHOOSES = re.compile(
    "(?:老|爸|妈|大人|娃|孩|我|两口|媳妇|公|婆|爷|奶)[^,。;]{0,8}[买交选上办](?:[那这]个)?([0-9]{2,3}|[一二]档)(?!人|岁)"
)
MUCH = f"(?:{HOW_MUCH}|几个钱|几块)"
_OF_PLANS = re.compile(  # 全上二档几多钱, 二档比一档多交多少
    "(?:上|买|选|参加?|投|要)[^,。;]{0,6}档(?:的?(?:话|一年|每年|全家|[一总拢]共|都|要|得|是)){0,3}"
    f"(?:{MUCH}|好多)|[交缴](?:[^,。;]{{0,4}}档)?(?:的?(?:一年|每年|全家|[一总拢]共|都|要|得|是)){{0,3}}{MUCH}|保费|档[^,。;]{{0,4}}[贵便][出了宜]?{MUCH}"
    f"|[换改升][成到为作]?[^,。;]{{0,8}}档[^,。;]{{0,8}}{MUCH}"  # 换成贵的那档一共多出多少
    f"|(?:[两几每]个?|和[一二三四])档(?:一年|每年)(?:各|都|分别)?[是要]?(?:{MUCH}|好多)"  # 两档一年各是好多钱
)
_DIFFERS = re.compile(f"差[了出]?{MUCH}|[多少贵][交缴掏出花了]?(?:出来)?{MUCH}|便宜{MUCH}")
_OF_CARE = re.compile(
    "报|赔|保到|再保(?!险)|救助|补[多偿给回]|看病|住院|门诊|手术|开刀|自[付负费]|[用吃]药|药费|花了|拿回"
)
# 最高十万,是拿到手十万还是连自己掏的一起算
_COMES_BACK = re.compile(
    f"[保报赔]得?到手?{MUCH}|(?:最高|最多|封顶|上限|限额)[^。;]{{0,16}}(?:到手|包括|连[^,。;]{{0,4}}[掏付出]的?[^,。;]{{0,3}}算)"
)
_LEAST = re.compile("最(?:便宜|低|少|省)(?:钱)?(?=的|那|交|缴|一?档|[,。;]|$)")
_MOST = re.compile("最(?:贵|高)(?=的|那|交|缴|一?档|[,。;]|$)")
_OF_PRICE = "(?=[那这]?[种个档]|的|[,。;]|$)"
_CHEAP, _DEAR = re.compile(f"(?:便宜|低|少)的?{_OF_PRICE}"), re.compile(f"[贵高]的?{_OF_PRICE}")
_TWO = 2


def of_care(text: str) -> bool:
    """Whether a question speaks of care or of what is paid for it."""
    return _OF_CARE.search(text) is not None


def asks_what_comes_back(text: str) -> bool:
    """Whether a question that names a premium asks what is paid for it (多交60能保到多少), or what its cap counts."""
    return _COMES_BACK.search(text) is not None


def parts_plans(text: str) -> bool:
    """Whether some of a household would have a dear plan and some a cheap one (两个高两个低)."""
    return _PARTED.search(text) is not None


def choose_apart(text: str) -> bool:
    """Whether members of one household would choose each their own plan (爸妈选二档,娃选一档)."""
    return len({one[1] for one in _CHOOSES.finditer(text)}) > 1


def asks_what_plans_cost(text: str) -> bool:
    """Whether a question that says nothing of care asks what one pays in under plans (全上一档几多钱)."""
    return "档" in text and _OF_PLANS.search(text) is not None and not _OF_CARE.search(text)


def asks_how_plans_differ(text: str) -> bool:
    """Whether a question asks by how much the premiums of two plans differ (二档比一档贵多少)."""
    return asks_what_plans_cost(text) and _DIFFERS.search(text) is not None


def meant_by_price(rows: Sequence[PremiumRow], vocabulary: Vocabulary, text: str) -> Sequence[PremiumRow]:
    """Of the rows of several plans the one that a question names by its price (都按最便宜的交); else all of them."""
    own = _by_plan_alone(rows, vocabulary)
    if own is None or asks_how_plans_differ(text) or (_LEAST.search(text) is None) == (_MOST.search(text) is None):
        return rows
    price = min(own) if _LEAST.search(text) else max(own)
    return [row for row, amount in zip(rows, own, strict=True) if amount == price]


def split_plans(table: Stated[PremiumRule], vocabulary: Vocabulary, text: str) -> dict[str, str]:
    """The facts that some of a household would have otherwise than others (一个人买一档,其他三个买二档).

    Only those that all of them must have alike, each with the clause that says so.
    """
    is_parted = parts_plans(text)
    is_of_some = is_parted or _SOME_OTHERWISE.search(text) or choose_apart(text)
    needed = 1 if _APART.search(text) else _TWO if is_of_some else None
    shared = table.rule.alike_at_home.items() if needed else ()
    priced = _TWO if is_parted or (_CHEAP.search(text) and _DEAR.search(text)) else 0  # 老的买便宜那种,我跟娃儿买贵的
    return {
        fact: clause
        for fact, clause in shared
        if needed and max(priced, len(_named(table, text, vocabulary, fact))) >= needed
    }


def _named(table: Stated[PremiumRule], text: str, vocabulary: Vocabulary, fact: str) -> set[str]:
    """The choices of a fact that a text names, by their words or by what they cost (老人交60,娃交150)."""
    by_words = vocabulary.facts[fact].by_words
    told = {one.value for one in find_amounts(text)}
    groups = [one for one in table.rule.groups if fact in one.when and not told.isdisjoint(one.pays.values())]
    by_price = {str(value) for one in groups for value in _values(one.when[fact])}
    return by_price | {choice for word, choice in by_words.items() if len(word) > 1 and word in text}


def _values(condition: Condition) -> tuple[object, ...]:
    return condition if isinstance(condition, tuple) else ()


def plan_lines(rows: Sequence[PremiumRow], text: str, vocabulary: Vocabulary, heads: Decimal | None) -> Iterator[str]:
    """What all heads pay under each of the plans, and by how much these differ where that is asked.

    Nothing where the rows are not those of several plans, or neither heads were counted nor a difference asked for.
    """
    own = _by_plan_alone(rows, vocabulary)
    if own is None:
        return
    many = heads or Decimal(1)
    if _DIFFERS.search(text) and len(rows) == _TWO:
        more, less = sorted((amount * many for amount in own), reverse=True)
        of_all = f"{short(many)}人一共" if many > 1 else ""
        yield f"- **{of_all}相差 {words(more - less)}**({short(more)}−{short(less)})"
    if many > 1:
        for row, amount in zip(rows, own, strict=True):
            formula = f"{short(amount)}×{short(many)}"
            yield f"- **{short(many)}人都选{_plan(row, vocabulary)}**:个人{words(amount * many)}({formula})"


def _by_plan_alone(rows: Sequence[PremiumRow], vocabulary: Vocabulary) -> list[Decimal] | None:
    """What one pays by each of some rows, where each is of another plan; None where they are of anything else."""
    plans = [_plan(row, vocabulary) for row in rows]
    own = [one.amount for row in rows for one in row.payments if one.payer == "个人" and one.amount is not None]
    is_by_plan = len(rows) >= _TWO and len(own) == len(rows) and len({*plans, ""}) > len(rows)
    return own if is_by_plan else None


def _plan(row: PremiumRow, vocabulary: Vocabulary) -> str:
    return next((word for word in vocabulary.facts["plan"].by_words if word in row.who), "")
