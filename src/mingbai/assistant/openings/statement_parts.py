"""The parts of a statement that a message asks for by name: deductible, ratio, what is over a cap, benefits.

They are read off the lines of the statement, so that they hold for the case and not only in general.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from mingbai.assistant.outcome import Computed
from mingbai.language.asking import HOW_MUCH
from mingbai.language.comparing import asks_how_short
from mingbai.money import percent, short, words
from mingbai.rules.statement import PERSON

SO_MUCH = f"(?:{HOW_MUCH}|几个?[钱块万千百]|多钱|啥钱|几钿|多大)"
_HOW_MUCH = f"(?:{SO_MUCH}|几何|怎么算|咋算|咋个算|是几)"
_DEDUCTIBLE, _RATIO, _OVER, _EACH, _CAP, _IN_FULL = "起付线", "比例", "超过封顶线", "定额", "封顶线", "不封顶"
_THIS_TIME, _ANY_DEDUCTIBLE = "再扣起付线", "有没有起付线"
_OWN_RATIO = "按比例自付"
_SHORT = "还差多少"
_LAST_FIGURE = re.compile(r"([0-9]+(?:\.[0-9]+)?)[^0-9]*$")
_NOT_TAKEN, _NONE_TAKEN = "**这一笔不扣起付线**。", "**这几笔都不扣起付线**。"
_BOUND = "(?:起付[线标]?准?|门槛费?)"
_AND = "(?:和|跟|与|还有|、)"
_ASKED = {
    _DEDUCTIBLE: re.compile(
        f"{_BOUND}[^,。;!?0-9]{{0,8}}{_HOW_MUCH}|扣了?{SO_MUCH}(?:起付|门槛)"
        f"|{_BOUND}{_AND}(?:能?[报给拿]|比例|封顶)|^(?:那|还有)?{_BOUND}呢$"  # 门槛和报的钱
        f"|(?<!倒)先(?:要|得|给)?扣(?:掉|除|去)?(?:我们?)?{_HOW_MUCH}|扣的(?:和|跟|与)报的[^,。;!?]{{0,3}}{_HOW_MUCH}"
    ),
    _RATIO: re.compile(
        "(?:报销?|给|赔|补|支付|享受|剩|各|掉到|算|是|按|拿)(?:得|了|的|到)?(?:是|又是|占)?"
        "(?:几成|百分之几|百分之多少|几个点|几个百分点|好多个?百分|多少个点)"
        f"|比例[^,。;!?0-9]{{0,5}}(?:{_HOW_MUCH}|几成|百分之几|几)|(?:几成|百分之几)(?:,|。|;|!|\\?|$|报|几|跟|和|合)|(?:一样|同样)的?(?:[报补赔]法|比例)"
    ),
    # 报多少自己掏几成; 自付比例是多少
    _OWN_RATIO: re.compile(
        "(?:自己|自家|自个儿?|个人|本人|自)(?:还?[要得])?(?:掏|出|付|贴|负担?|承担|担)(?:的)?(?:是)?(?:几成|百分之(?:几|多少)|几个点)"
        f"|自[付负]的?比例[^,。;!?0-9]{{0,5}}{_HOW_MUCH}"
    ),
    _OVER: re.compile(f"超[过出了]?(?:封顶|限额)线?[^,。;!?0-9]{{0,6}}{SO_MUCH}"),
    # 一年顶多补多少, 上限好多, 最多能报到几万, 限额含不含自己掏的; 今年还能报多少 asks what is left of it
    _CAP: re.compile(
        f"(?:一年|全年|每年|年度|到底|累计)[^,。;!?0-9还剩再]{{0,6}}(?:最多|顶多|最高|至多)[^,。;!?0-9还剩再]{{0,8}}{_HOW_MUCH}"
        f"|(?:最多|顶多|最高|至多)[^,。;!?0-9还剩再]{{0,4}}到{_HOW_MUCH}"
        f"|(?:上限|封顶线?|限额|顶)(?!以?[上外]|的?部分|之外)[^,。;!?0-9还剩再过超]{{0,6}}{_HOW_MUCH}"
        "|(?:一年|全年|每年|年度)(?:最多|顶多|最高|至多|封顶)(?:能?[报补给赔])?呢?$"
        f"|(?:{SO_MUCH}|几万)[^,。;!?0-9]{{0,2}}(?:封顶|到顶|为止)|封[到在]{_HOW_MUCH}"
        "|(?:上限|封顶线?|限额)[^;!?0-9]{0,10}(?:含不含|包不包|算不算|是不是含|包括不包括)"
    ),
    # 能减多少 有门槛吗; 起付他们降到多少, of another benefit, is none
    _ANY_DEDUCTIBLE: re.compile(
        f"(?<!没)有(?:没有|无)?(?:个|什么|啥)?{_BOUND}(?:吗|么|不|没有?|嘛|没得)?(?:呀|啊|的|呢)?$"
    ),
    # 又花了1000,还扣门槛不
    _THIS_TIME: re.compile(
        "(?:还|又|再|要)[^,。;!?0-9]{0,4}(?:起付|门槛)[^,。;!?0-9多几]{0,4}$"
        "|(?:起付|门槛)[^,。;!?0-9多几]{0,3}(?:还|又|再)[^,。;!?0-9多几]{0,4}$"
    ),
    # 应该报多少,能全给吗; 够不够封顶,会不会打折
    _IN_FULL: re.compile(
        "全(?:部|额)?(?:能|都)?[给报拿](?:齐|完|足)?[了下来到]{0,2}(?:吗|么|不|伐)|足额|(?:不|没有?)封顶的话"
    ),
    _EACH: re.compile(f"{SO_MUCH}[^。;!?]{{0,12}}(?:又|再|另外?)[^,。;!?]{{0,4}}{SO_MUCH}|各[自是]?{SO_MUCH}|分别"),
}
# 再补多少?最多补多少: beside the sum; 最多能报多少 alone asks for that itself
# 剩2000呢,最高多少
_CAP_BESIDE = re.compile(
    f"(?:{SO_MUCH}[^0-9还剩再最]{{0,6}}|呢[,;?])(?:最多|顶多|最高|至多)[^,。;!?0-9还剩再]{{0,5}}{SO_MUCH}"
)
_OF_ANOTHER_CASE = re.compile("各|分别|哪|每[一个种级]|下次|第[二三][次回]|再[住去]|另外?|如果|要是|假如|换成?")
# 已经第二次去了,门槛费还扣不扣; 下个月再去还要扣起付线吗
_AGAIN = re.compile(
    "(?:起付[线标]准?|门槛费?)[^,。;!?0-9]{0,6}(?:扣不扣|扣不|[扣交收][^,。;!?0-9]{0,3}[吗么嘛]|要不要扣|用不用扣|不用扣)"
    "|(?:还|再|又)(?:要|得|会|用|需要)?(?:不[要用])?(?:再|另外)?[扣交收](?:一?[次回遍])?(?:起付[线标]|门槛)[^,。;!?0-9]{0,4}[吗么嘛不]"
)
_BY_YEAR, _BY_STAY = "每年", "每次"
_FIRST_STAY = "第一次住院"
_BESIDES = re.compile("^(?:另外|还有)(?![一那这两几的][个家种处级次回])")  # 另外一年最多报多少 is of the same case
_OF_EACH = re.compile(f"({_BOUND}|比例|封顶线?){_AND}({_BOUND}|比例|封顶线?)各自?")  # 门槛和比例各多少 as well
_PAYS = ("报销", "再次补助")
_SHARE = re.compile(r"×(\d+(?:\.\d+)?%|\([^()]*%[^()]*\))(?:,到封顶为止)?$")
_TERM = re.compile(r"([+−]?)(\d+(?:\.\d+)?)(%|个百分点)")
_PART = re.compile("[,。;!?\uff0c\uff1f\uff01\uff1b]")


def parts_asked(question: str) -> frozenset[str]:
    """The parts of a statement that a message asks for by name; none where it asks them of another case."""
    asked = frozenset(name for name, words_for in _ASKED.items() if _asks(question, words_for, name))
    return (asked - {_DEDUCTIBLE}) | {_SHORT} if asks_how_short(question) else asked


def asks_if_again(question: str) -> bool:
    """Whether a message asks if the deductible is taken off another time."""
    return _AGAIN.search(question) is not None


def is_taken_once(outcome: Computed) -> Iterator[str]:
    """The line that a deductible which a statement took off is that of the whole year, or of each stay anew.

    None where the next stay is not like this one.
    """
    of_year = [one for one in outcome.estimate.lines if one.label.endswith(_DEDUCTIBLE) and _BY_YEAR in one.formula]
    if of_year and not outcome.cases:
        yield f"**今年扣过了就不再扣**:起付线按一年扣一次算({of_year[0].formula})。"
    of_stay = [one for one in outcome.estimate.lines if one.label.endswith(_DEDUCTIBLE) and _BY_STAY in one.formula]
    if of_stay and not outcome.cases and not any(_FIRST_STAY in one for one in outcome.assumed):
        yield f"**每次都要扣**:再去一次,再扣 {words(Decimal(of_stay[0].amount))}({of_stay[0].formula})。"


def is_of_statement(part: str) -> bool:
    """Whether one of the questions of a message is for a part of a statement, which tells it for the case."""
    return not parts_asked(part).isdisjoint((_DEDUCTIBLE, _ANY_DEDUCTIBLE, _RATIO, _CAP))


def told_parts(outcome: Computed, asked: frozenset[str]) -> Iterator[str]:
    """A line for each part of a statement that is asked for and that the statement has."""
    estimate = outcome.estimate
    if estimate.status == "unknown" or outcome.by_choice:
        return
    if outcome.cases:
        yield from _deductible_of_each(outcome.cases) if _ANY_DEDUCTIBLE in asked else ()
        return
    if _IN_FULL in asked and (whole := uncapped(outcome)):
        over = whole - Decimal(estimate.amount or 0)
        yield f"**按比例算是 {words(whole)}**,超过封顶线的 {words(over)}不给。"
    if _SHORT in asked:
        yield from _how_short(outcome)
    asks_any = _ANY_DEDUCTIBLE in asked
    for name in (_DEDUCTIBLE, _OVER):
        lines = [one for one in estimate.lines if one.label.endswith(name)]
        if lines and (name in asked or (asks_any and name == _DEDUCTIBLE)):
            total = sum((Decimal(one.amount) for one in lines), Decimal(0))
            yield f"**{name} {words(total)}**({';'.join(one.formula for one in lines)})。"
    if (asks_any or _THIS_TIME in asked) and estimate.status == "exact":
        is_taken = any(one.label.endswith(_DEDUCTIBLE) for one in estimate.lines)
        yield from () if is_taken else (_NOT_TAKEN,)
    own = next((one for one in estimate.lines if one.label.endswith(_OWN_RATIO)), None)
    if _OWN_RATIO in asked and own and (share := _SHARE.search(own.formula)):
        yield f"**自己出 {percent(_value(share[1]))}**({own.formula})。"
    elif _RATIO in asked and (shares := applied_shares(outcome)):
        usual = "按通常的读法" if estimate.readings else ""
        yield f"**{usual}报 {'、'.join(percent(share) for share in shares)}**({';'.join(_paid_by(outcome))})。"
    if _CAP in asked:
        yield from outcome.caps
    each = [one for one in estimate.lines if one.label == "定额补助"]
    if _EACH in asked and len(each) > 1:
        yield f"**分开是 {'、'.join(words(Decimal(one.amount)) for one in each)}**。"


def _deductible_of_each(bills: Sequence[tuple[str, Computed]]) -> Iterator[str]:
    """What is taken off each of several bills before anything is paid, where all are exact (各报多少,有门槛吗)."""
    if any(one.estimate.status != "exact" for _, one in bills):
        return
    taken = [(label, _deducted(one)) for label, one in bills]
    if not any(amount for _, amount in taken):
        yield _NONE_TAKEN
        return
    told = ",".join(f"{label}扣 {words(amount)}" if amount else f"{label}不扣" for label, amount in taken)
    yield f"**起付线**:{told}。"


def _deducted(outcome: Computed) -> Decimal:
    """What the deductibles of a statement come to."""
    lines = (one for one in outcome.estimate.lines if one.label.endswith(_DEDUCTIBLE))
    return sum((Decimal(one.amount) for one in lines), Decimal(0))


def lacking(outcome: Computed) -> Decimal | None:
    """How far a bill for which nothing is paid is from the one deductible of its statement; None where it is not so."""
    lines = [one for one in outcome.estimate.lines if one.label.endswith(_DEDUCTIBLE)]
    bound = _LAST_FIGURE.search(lines[0].formula) if len(lines) == 1 else None
    if bound is None or outcome.estimate.status != "exact" or Decimal(outcome.estimate.amount or 0) > 0:
        return None
    return max(Decimal(bound[1]) - Decimal(lines[0].amount), Decimal(0))


def _how_short(outcome: Computed) -> Iterator[str]:
    """How far a bill is from the deductible of its statement; that it is beyond it where something is paid."""
    of_bound = [one for one in outcome.estimate.lines if one.label.endswith(_DEDUCTIBLE)]
    if short_of := lacking(outcome):
        taken = Decimal(of_bound[0].amount)
        yield f"**还差 {words(short_of)}**:{short(short_of + taken)}−{short(taken)}。"
    elif len(of_bound) == 1 and Decimal(outcome.estimate.amount or 0) > 0:
        yield f"**已经够了**:起付线是 {words(Decimal(of_bound[0].amount))}({of_bound[0].formula})。"


def told_of_each(cases: Sequence[tuple[str, Computed]], asked: frozenset[str]) -> Iterator[str]:
    """A line with the ratio of each of several cases, where it is asked for and each has one (在职和退休各几成).

    And the caps where these are asked for, once where all cases have the same.
    """
    shares = [(label, applied_shares(case)) for label, case in cases]
    if _RATIO in asked and all(len(each) == 1 for _, each in shares):
        yield f"**比例**:{','.join(f'{label}报 {percent(each[0])}' for label, each in shares)}。"
    if _CAP in asked and len({case.caps for _, case in cases}) == 1:
        yield from cases[0][1].caps
    elif _CAP in asked:
        yield from (f"{label}:{line}" for label, case in cases for line in case.caps)


def uncapped(outcome: Computed) -> Decimal | None:
    """What would be paid of the bill if there were no cap; None where no cap holds, or the sum is not sure."""
    over = sum((Decimal(one.amount) for one in outcome.estimate.lines if one.label == _OVER), Decimal(0))
    amount = outcome.estimate.amount
    return Decimal(amount) + over if over and amount and outcome.estimate.status == "exact" else None


def applied_shares(outcome: Computed) -> tuple[Decimal, ...]:
    """The ratios at which a statement pays, each once, in order; none where a line has another formula."""
    found = [_SHARE.search(one) for one in _paid_by(outcome)]
    return tuple(dict.fromkeys(_value(one[1]) for one in found if one)) if all(found) else ()


def _asks(question: str, asking: re.Pattern[str], name: str) -> bool:
    if name == _CAP and _CAP_BESIDE.search(question):
        return True
    if name == _EACH:
        return asking.search(question) is not None
    said = (_OF_EACH.sub(r"\1\2", _BESIDES.sub("", part)) for part in _PART.split(question))
    parts = [part for part in said if asking.search(part)]
    return any(not _OF_ANOTHER_CASE.search(part) for part in parts)


def _paid_by(outcome: Computed) -> list[str]:
    """The formulas of the lines of a statement that pay by a ratio."""
    return [one.formula for one in outcome.estimate.lines if one.payer != PERSON and one.label.endswith(_PAYS)]


def _value(share: str) -> Decimal:
    """What a ratio comes to that a formula writes with what was added or taken off (55%+10个百分点)."""
    terms = _TERM.findall(share)
    return sum((Decimal(f"{'-' if sign == '−' else ''}{number}") for sign, number, _ in terms), Decimal(0)) / 100
