"""Figures that are no bill: wages, a quota, what a body measures, caps of which one may lie within the other.

Nor is what a question only asks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from mingbai.language.figures.insurance_figures import is_cap
from mingbai.language.numbers.amounts import Mention

__all__ = ["without_what_is_beside"]

_REACH = 16  # characters before a sum that may say what it is
_MONEY = ("amount", "number", "rate_per", "range")
_WAGE = "(?:工资|薪水|薪资|月薪|年薪|社平|退休金|养老金|缴费基数)"
_WAGE_BEFORE = re.compile(f"{_WAGE}[^,。;0-9交缴付掏花用住看买药]{{0,6}}$")  # 全市月均工资要是5000
# 全市月均工资2000,我们公司职工平均才1500: the average of the same
_AVERAGE_BEFORE = re.compile("(?:平均|人均|月均)(?:才|只|就|都|有|是|到|为){0,3}$")
_WAGE_BEHIND = re.compile(f"(?:块?钱|元)?的?{_WAGE}")
_QUOTA_BEFORE = re.compile("(?:定额|账户)(?:补助|里面?|是|有|为|给|的|那个?|这个?|每[人年]){0,3}$")
# 门诊那六十块去年剩了四十, 门诊那六十块要不要按比例扣; 门诊那六十块能报吗 is a bill
_POINTED_AT = re.compile("门诊(?:补助|费|的)?[那这]个?$")
_LEFT_OF_IT = re.compile("剩|余额|结转|清零|归零|作废|没用[完掉]|用不完|攒|^(?![^。;]*[报补])")
# 整个学院收了114560, 收款37520: what an office collected of many; 医院收了我3万 is a bill
_COLLECTED = re.compile(
    "(?:(?<![医卫])学院|学校|大学|班里|全班|年级|[0-9]级|村里|全[村县乡镇院校])[^,。;!?0-9医]{0,4}收(?:了|到|上来|齐|款|取|起来)*$"
    "|收款(?:是|了|有|合计|一共|共)*$"
)
# 职工任务23000完成多少, 名额500个: so many persons
_OF_PERSONS = re.compile("(?:任务|名额|指标|人数|目标)数?(?:是|有|为|共)?$")
_INSIDE = "(?:里头?|里面|之内|以内|当中|中间)"
_IS_INSIDE = re.compile(
    f"(?:另外|单独|额外|分开)[^,。;]{{0,6}}还是[^,。;]{{0,10}}(?:{_INSIDE}|一起|一块|包|含)"
    "|还是[^,。;]{0,8}(?:另外|单独|额外|分开)[^,。;]{0,2}(?:给|算|有|报|的)"
    f"|(?:算不算|是不是|包不包括?|含不含)[^,。;]{{0,8}}{_INSIDE}"
    f"|(?:包括?|包含|含|算)在[^,。;]{{0,10}}{_INSIDE}[了的]?[吗么不没]"
)
# 报一万六还是扣5000再报: two ways to pay the sum told before, and no sums of one's own
_PAID_SO = re.compile("(?:[报补赔退]|给我?)(?:销|我|他|她|你)?(?:回来?|个|到)?$")
# 到底退13000还是18000: the second of the two
_OR_PAID_SO = re.compile(
    "(?:[报补赔退]|给我?)(?:销|我|他|她|你)?(?:回来?|个|到)?[0-9一二两三四五六七八九十百千万.]+(?:块钱?|元)?[,]?还是(?:[报补赔退给])?(?:销|我)?$"
)
_TAKEN_OFF = re.compile("[扣减](?:去|掉|除|了)?(?:那|这)?个?$")
# 是不是每回都要扣那个350: whether the rule's own sum comes off each time; 再扣掉自费3000 has a name of its own
_COMES_OFF = re.compile(
    "(?:是不是|要不要|会不会|用不用|该不该|都|每一?[次回趟笔]|回回|次次)[^,。;?!0-9]{0,6}[扣减](?:去|掉|除)?(?:那|这)?[个道]?$"
)
# 门槛还扣350不扣, 起付线350还扣不扣, 350还用扣吗: whether the rule's own sum comes off
_ASKED_OFF = re.compile("[扣减](?:掉|除)?(?:我)?(?:那|这)?[个道]?$")
_OR_NOT = re.compile("(?:块钱?|元)?(?:还)?(?:不扣|没|吗|么)(?=[,。;!?了]|$)")
_NAMED_OFF = re.compile("(?:门槛费?|起付线?|起付标准)(?:的|那|这|个|是|有|还|要|得|第[二三][次回])*$")
_STILL_OFF = re.compile(
    "(?:块钱?|元)?(?:的|门槛费?|起付线?|,)*(?:还|再|又|要|用|得|会|需要|该){1,4}(?:不(?:要|用|再)?)?[扣减]"
)
# 第二回门槛会便宜100, 起付线降了100: by how much it is lowered
_LOWERED = re.compile(
    "(?:门槛费?|起付线?|起付标准)[^,。;!?0-9]{0,6}(?:便宜|少|降低?|减少?|低)(?:扣|交|出)?(?:了|掉|个)?$"
)
# 外地门槛要高300: by how much it is raised
_RAISED = re.compile(
    "(?:门槛费?|起付线?|起付标准)[^,。;!?0-9]{0,6}(?:高|多|涨|加|增加|提高)(?:扣|交|出)?(?:了|掉|个)?$"
)
# 血压230, 心跳一分钟200下: what a body measures; 血压药花了230 and 高血压230能报多少 are bills
# 低保从640块提到多少了: what a benefit was before it was raised
_FROM, _WAS_RAISED = (
    re.compile("从$"),
    re.compile("(?:块钱?|元)?(?:一个?月|每月|每人|一年)?(?:提|涨|升|调|增|降)[高到至了加]"),
)
_MEASURED = re.compile(
    "(?:血压|[高低]压|[收舒][缩张]压|血氧|氧饱和度?|血糖|心率|心跳|脉搏|体温)[^,。;0-9花费药钱报元块]{0,6}$"
)
_MOST_MEASURED = Decimal(400)
# 打120救护车600块, 120拉去的医院: a number that is called
_LINES = frozenset(map(Decimal, (110, 119, 120, 999)))
_CALLED = re.compile("(?:打|拨|喊|呼|叫|联系)(?:了|过|的|个|通|叫)*$")
_COMES = re.compile("(?:急救|救护|的?车|送|拉|来|接|的?人)")
_IS_MONEY = re.compile("[元块万千]|[0-9][.][0-9]")
_PAID_FOR = re.compile("[报补赔花药费]")
# 为啥50万的没给42万5, 怎么没报到两万: what somebody expected to be paid of the bill named beside it
_NOT_PAID = re.compile("(?:没有?|未)(?:给|报|赔|补|拿|领|到)(?:销|够|到|足|满|我|他|她|出){0,2}$")
# 封顶15万,花了15万; 最高十万,超了十万: so much was spent as the cap is
_SPENT_IT = re.compile(
    "(?:[花用超剩欠掏付交费额]|自[费付负]|一共|总共|合计|有|是)(?:掉|去)?[了过]?(?:也?是|有|快|差不多|大概)?$"
)
_OR_NEXT = re.compile("(?:块钱?|元)?[,]?还是")
_OR_BEFORE, _OR_BEHIND = re.compile("还是[^,。;?!]*$"), re.compile("[^,。;?!]{0,12}还是")
# 八万到十万是最后一段吧, 8万到10万那段报几成: a span that is one of the rule's own
_OF_RULE = re.compile("(?:块钱?|元)?(?:之间|中间)?的?(?:[那这]一?|(?:算|是)(?:[^,。;0-9]{0,4}))?(?:[段档截]|区间|部分)")
_NOT_ONLY, _BUT = (
    re.compile("(?:不[止只光]|何止)[超花出用有要是掏]?[了过]?$"),
    re.compile("(?:块钱?|元)?[,]?(?:而?是|有|花了?|一共|总共)[^,。;0-9]{0,3}[0-9一二两三四五六七八九十]"),
)
_ASKS_SUM = re.compile("[报补赔退给拿](?:销|回)?(?:多少|几|好多)|算一下|帮我算")


def without_what_is_beside(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The figures of a text less the sums that are wages or quotas, or the caps that a question is about."""
    if _asks_what_holds_what(text):
        return [one for one in mentions if one.kind not in _MONEY]
    caps = {one.value for one in mentions if is_cap(text, one)}
    return [
        one
        for one in mentions
        if one.kind not in _MONEY or not (_is_beside_the_bill(text, one) or _is_cap_again(text, one, caps))
    ]


def _is_cap_again(text: str, mention: Mention, caps: Collection[Decimal | None]) -> bool:
    """Whether a figure only says the cap named before once more (最高十万,是拿到手十万还是连自己掏的一起算)."""
    before = text[max(0, mention.start - _REACH) : mention.start]
    return mention.value in caps and not _SPENT_IT.search(before)


def _is_beside_the_bill(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.start - _REACH) : mention.start]
    is_wage = _WAGE_BEFORE.search(before) or _WAGE_BEHIND.match(text, mention.end)
    is_wage = is_wage or (_AVERAGE_BEFORE.search(before) and re.search(_WAGE, text[: mention.start]))
    is_wage = is_wage or (_FROM.search(before) and _WAS_RAISED.match(text, mention.end))
    is_pointed_at = _POINTED_AT.search(before) and _LEFT_OF_IT.search(text)
    is_exceeded = _NOT_ONLY.search(before) and _BUT.match(text, mention.end)  # 不止11万,是18万
    is_asked = _is_way_to_pay(text, mention, before) or _is_of_rule(text, mention)
    is_asked = is_asked or _is_measured(text, mention, before) or _COMES_OFF.search(before) is not None
    is_asked = is_asked or _is_asked_off(text, mention, before) or _LOWERED.search(before) is not None
    is_asked = is_asked or _is_called(text, mention, before)
    is_asked = is_asked or _RAISED.search(before) is not None
    is_asked = is_asked or _NOT_PAID.search(before) is not None
    is_wage = is_wage or _COLLECTED.search(before)
    is_told = is_wage or _OF_PERSONS.search(before) or _QUOTA_BEFORE.search(before) or is_pointed_at
    return bool(is_told or is_cap(text, mention) or is_exceeded or is_asked)


def _is_called(text: str, mention: Mention, before: str) -> bool:
    """Whether a figure is the number of an emergency line that somebody calls (打120)."""
    is_line = mention.value in _LINES and not _IS_MONEY.search(mention.text)
    return is_line and bool(_CALLED.search(before) or _COMES.match(text, mention.end))


def _is_measured(text: str, mention: Mention, before: str) -> bool:
    """Whether a figure says how high somebody's blood pressure or the like is."""
    name = _MEASURED.search(before)
    is_so_high = mention.value is not None and mention.value <= _MOST_MEASURED and not _IS_MONEY.search(mention.text)
    is_illness = name is not None and before[: name.start()].endswith("高")
    return bool(name and is_so_high and not (is_illness and _PAID_FOR.search(text)))


def _is_way_to_pay(text: str, mention: Mention, before: str) -> bool:
    """Whether a sum is one of two that would be paid or taken off (给我报一万六还是扣5000), and asked about."""
    if _TAKEN_OFF.search(before):
        return _OR_BEFORE.search(before) is not None or _OR_BEHIND.match(text, mention.end) is not None
    if _OR_PAID_SO.search(before):
        return True
    return _PAID_SO.search(before) is not None and _OR_NEXT.match(text, mention.end) is not None


def _is_of_rule(text: str, mention: Mention) -> bool:
    """Whether a span is one of the rule that is asked about (8万到10万那段)."""
    return mention.kind == "range" and _OF_RULE.match(text, mention.end) is not None


def _asks_what_holds_what(text: str) -> bool:
    """Whether a text asks if one cap lies within the other (那五千是另外给的还是在三万里头), and for no sum."""
    return _IS_INSIDE.search(text) is not None and not _ASKS_SUM.search(text)


def _is_asked_off(text: str, mention: Mention, before: str) -> bool:
    """Whether it is asked of a sum if it comes off once more, as the deductible (门槛还扣350不扣)."""
    if _ASKED_OFF.search(before) and _OR_NOT.match(text, mention.end):
        return True
    return bool(_NAMED_OFF.search(before) and _STILL_OFF.match(text, mention.end))
