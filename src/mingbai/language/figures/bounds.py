"""A sum that is a cap and no bill (超过4万的部分, 四万用满了又花12万)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mingbai.language.numbers.amounts import Mention
from mingbai.language.text import words_before

__all__ = ["Bound", "bound", "is_all_above"]

_LEAST_BARE_SUM = 100
_REACH_OF_NAME = 20
_YUAN = "(?:块钱?|元)?"
_THIS = "(?:那个?|这个?|那?条|那道)?"
_LIMIT = "(?:基本(?:医保|医疗)?|(?:基本)?统筹(?:基金)?)?(?:限额|额度|封顶线?|[顶杠坎]|线(?![上下]))"
_FUND = "(?:基本医保|基本医疗(?:保险)?|(?:基本)?统筹(?:基金)?|医保)"
_PART = "(?:那?部分|那一?[块段些]|费用|医疗费|钱)"
_ALREADY = "(?:都|早就?|已经?|也|就|全|给)*"
_FULL = "(?:完|光|满|到顶|到头)"
_OUTSIDE = "(?:以外|之外|外头)"
_ABOVE = "(?:以上|往上|上头)"
_AFTER = "(?:以后|之后|过后|后头|后(?=又|再|还|[花用]))"
_DIGIT = "(?=[0-9一二三四五六七八九十])"
_SOMEBODY = "(?:我[们爸妈]?|俺|咱|他|她|后来|另外){0,2}"
_OF_IT = "(?:才[管报赔给]|[归由][它他这]?[^,。;0-9]{0,4}?[管报赔付])"  # 四万以上归它管
_SCHEME = "大病(?:医疗)?(?:保?险|医保)?(?![^,。;]{0,4}(?:费|花|用|[报赔补]))"
_PUT_DOWN = "(?:自己|自家|个人|先|已经|都){0,3}垫[付出]?(?:了|的|过)?"
_SPENT = "[花用出掏](?:掉了?|去了?|了)?"

_OVER = re.compile(
    "超过?出?了?(?:了|那个?|这个?)?(?:基本(?:医保|医疗)?的?)?$"
)  # 超过4万的部分: what lies above a bound, not so much above it
_SPENDS_OVER = re.compile("[花用费付去病药诊术]了?超过?出?了?$")
_PASSED = re.compile("(?<![报补赔花用付住看])过了?(?:那个?)?$")
# 超封顶线四万的部分是六万五: the cap first, then what lies above it; 超封顶线四万的费用 is the part itself
_OVER_LIMIT = re.compile(f"超过?出?了?(?:的|那个?)?{_LIMIT}(?:的|那)?$")
# 基本医保四万用完了: the fund's own sum, with or without what came afterwards
_OF_THE_FUND = re.compile(f"(?:{_FUND}|基本|[职居]工?民?医保)(?:的|那|这|个|就|每年|一年|年度|{_LIMIT})*$")
_ABOVE_WHAT = re.compile("(?:起付|门槛|起点|起步|起报|每人)[^,。;]{0,4}$")  # 起付线1000元以上的部分 is another bound
_OTHER_BOUND = re.compile("(?:起付|门槛|起点|起步|起报|自[付负]|自己)[^,。;]{0,6}$")  # 自付超1万8那段有3万
_BESIDES = re.compile("除[^,。;]{0,6}$")  # 除了3万以外又花了2万
_IS_LIMIT = re.compile(f"{_YUAN}的?{_THIS}{_LIMIT}")  # 过了四万的杠, 超四万线
_SO_MUCH_PASSED = re.compile(f"{_YUAN}{_AFTER}")  # 超过四万以后又花了三万
_THEN_ABOVE = re.compile(  # 超4万那段有5万, 超过4万以上7万块
    f"{_YUAN}的?(?:(?:{_ABOVE})?的?{_PART}(?:还|又|再|一共|总共|共)*(?:是|有|为|{_SPENT})?|{_ABOVE}的?(?:是|有|为|{_SPENT})?){_DIGIT}"
)
_ABOVE_IT = re.compile(
    f"的(?!话)|那?部分|费用|医疗费|{_YUAN}的?{_LIMIT}?(?:{_OUTSIDE}|{_ABOVE})(?:的?{_PART}|的(?!话))"
)
_SPENT_ON = re.compile(f"{_YUAN}[,]?(?:又|再){_SPENT}{_DIGIT}")  # 超四万又花2万; 花了超过4万又花2万 are two bills
_ALL_USED = re.compile(f"{_YUAN}的?{_LIMIT}?[,]?{_ALREADY}[用报花]?(?:{_FULL}|顶格|封顶)了?")
_FUND_FULL = re.compile(  # 四万基本医保顶格了: the fund named behind its sum
    f"{_YUAN}的?{_FUND}(?:的|那|这|个|{_LIMIT})*{_ALREADY}[用报花]?(?:{_FULL}|顶格|封顶)"
)
_USED_UP = re.compile(
    f"{_YUAN}的?(?:{_LIMIT}[,]?{_ALREADY}花(?:完|光)|{_LIMIT}?[,]?{_ALREADY}[用报补]?{_FULL})了?[^。;!?0-9]{{0,6}}?(?:后|又|再|还)"
    f"|{_YUAN}的?{_LIMIT}?(?:{_OUTSIDE}|外面)(?!地)"
)
_UPWARDS = re.compile(
    f"{_YUAN}(?:的?{_LIMIT})?(?:{_ABOVE}|上面)的?(?:{_PART}|{_OF_IT}|{_SCHEME}|{_SOMEBODY}[又再还]?(?:{_SPENT}|有){_DIGIT})"
)  # 四万以上那块赔多少, 四万封顶上头我还有三万, 48元那个四万以上的大病
# 基本四万的部分我爸有6万: what the fund leaves
_PART_ABOVE = re.compile(
    f"{_YUAN}的?(?:{_OUTSIDE}|{_ABOVE})?的?{_PART}{_SOMEBODY}(?:还|又|再|一共|总共|共)*(?:是|有|{_SPENT}){_DIGIT}"
)
_THEN_SO_MUCH = re.compile(
    f"{_YUAN}的?(?:{_THIS}{_LIMIT}(?:{_OUTSIDE}|{_ABOVE})?)?{_AFTER}?的?(?:那?部分|那一?[块截段些]|费用|医疗费)?"
    f"{_SOMEBODY}(?:还|又|再|就|一共|总共|合计|共)*(?:是|有|{_SPENT}|共|合计|{_PUT_DOWN}){_DIGIT}"
)
# 基本医保报到顶15万了: what the fund paid at most
_TO_THE_TOP = re.compile(f"{_FUND}[^,。;!?0-9]{{0,4}}(?:到顶|封顶|顶格|到头)了?(?:的?是|就是|有|共)?$")
_ABOVE_TOP = re.compile("超[过出]?了?(?:职工|居民)(?:医保)?的?封顶$")  # 超出职工医保封顶5000元 tells no cap
_IN_WHOLE = re.compile(
    f"{_YUAN}了[, ]*(?:一共|总共|总费用|合计|共计)[^,。;!?0-9]{{0,4}}{_DIGIT}"
)  # 已经超过4万了,总共花了11万
# 头4万基本统筹管,剩下5万大病: what basic insurance bears, then what lies above
_FIRST, _BORNE = (
    re.compile("(?:头|前)(?:面|头)?(?:的|那)?$"),
    re.compile(f"{_YUAN}(?:是|都|归|由|算)?{_FUND}[^,。;0-9]{{0,4}}[管报付]"),
)
_ONLY_FROM = re.compile(
    f"[^,。;0-9]{{0,4}}(?:{_OF_IT}|{_SCHEME})"
)  # 四万以上才管的那个大病 tells the rule, not the bill

# 超5万的, 那超出3万的呢: all of a message, another sum above the line of which was spoken
_ALL_BEFORE = re.compile("(?:那|要是|如果|换成|假如|才|只)*超过?出?了?")
_ALL_BEHIND = re.compile(f"{_YUAN}的(?:话|呢|[。?!])*")


@dataclass(frozen=True)
class Bound:
    """Where what is said of a bound ends, and whether the sum after it is what lies above it."""

    end: int
    is_followed: bool


def bound(text: str, mention: Mention) -> Bound | None:
    """What a sum says as the bound of a part (超过4万的部分); None where it is so much itself (超过了3万)."""
    if not _is_bound(text, mention):
        return None
    if _TO_THE_TOP.search(words_before(text, mention.start)):
        return Bound(mention.end, is_followed=False)
    # 四万已经报满 was no payment so far, 一共 in 那部分一共花了6万 no whole bill
    said = _ALL_USED.match(text, mention.end) or _THEN_SO_MUCH.match(text, mention.end)
    return Bound(said.end() if said else mention.end, _tells_part_above(text, mention))


def is_all_above(text: str, mention: Mention) -> bool:
    """Whether a message says no more than that so much lies above a line told before (超5万的)."""
    before, behind = text[: mention.start], text[mention.end :]
    return bool(_ALL_BEFORE.fullmatch(before) and _ALL_BEHIND.fullmatch(behind))


def _tells_part_above(text: str, mention: Mention) -> bool:
    if any(one.match(text, mention.end) for one in (_THEN_SO_MUCH, _SO_MUCH_PASSED, _SPENT_ON)):
        return True
    if _OVER.search(words_before(text, mention.start)) and _THEN_ABOVE.match(text, _upwards(mention)):
        return True
    return not (_OVER.search(words_before(text, mention.start)) or _ONLY_FROM.match(text, mention.end))


def _upwards(mention: Mention) -> int:
    """Where the words behind a sum begin, 以上 being one of them."""
    return mention.end - len("以上") * mention.text.endswith("以上")


def _is_bound(text: str, mention: Mention) -> bool:
    before, is_sum = words_before(text, mention.start), mention.value is not None and mention.value >= _LEAST_BARE_SUM
    upwards = _upwards(mention)
    if _ABOVE_TOP.search(before):
        return False
    if mention.is_sum and is_sum and _UPWARDS.match(text, upwards):
        return _ABOVE_WHAT.search(before) is None
    if mention.kind != "amount":
        return False
    if _FIRST.search(before) and _BORNE.match(text, mention.end):
        return True
    if _TO_THE_TOP.search(before[-_REACH_OF_NAME:]):
        return True
    if _OVER.search(before):
        if _THEN_ABOVE.match(text, upwards) and not _OTHER_BOUND.search(before):
            return True
        said = (_ABOVE_IT, _IS_LIMIT, _SO_MUCH_PASSED, _IN_WHOLE)
        is_passed = _SPENT_ON.match(text, mention.end) and not _SPENDS_OVER.search(before)
        return bool(is_passed) or any(one.match(text, mention.end) for one in said)
    if _OVER_LIMIT.search(before):
        return _THEN_SO_MUCH.match(text, mention.end) is not None
    is_passed = _PASSED.search(before) and any(one.match(text, mention.end) for one in (_IS_LIMIT, _SO_MUCH_PASSED))
    behind = _ALL_USED.match(text, mention.end) or _PART_ABOVE.match(text, mention.end)
    is_of_fund = _OF_THE_FUND.search(before[-_REACH_OF_NAME:]) and behind
    is_used_up = is_of_fund or _FUND_FULL.match(text, mention.end)
    if _ABOVE_WHAT.search(before):  # 起付线就算1.5万,报完居民医保后还要出5万
        return bool(is_passed or is_used_up)
    return bool(is_passed or is_used_up or (_USED_UP.match(text, mention.end) and not _BESIDES.search(before)))
