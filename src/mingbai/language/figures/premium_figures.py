"""Telling what somebody pays for an insurance (我交的是150那个) from the bill of a treatment."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from mingbai.language.numbers.amounts import Mention
from mingbai.language.text import words_before

_LARGEST = 1_000  # yuan; nobody pays more a head for one of these insurances
_REACH = 24  # characters before a sum that may say what it is
_OF_A_RATE = re.compile("[交缴][^,。花住]{0,4}$|每[年月]$")  # 每年交48块
_PAID = re.compile(
    "(?:另外?|多|少|每年|一年|年年|保费|保险|参保)[^,。;花住]{0,4}[交缴]了?的?(?:是|那个?)?$|[交缴]的?(?:是|那个?)$"
)
# what is paid at a hospital's desk: 另外交了500块押金
_AT_THE_DESK = re.compile("[^,。; ]{0,4}(?:药|检查|押金|预交|住院|门诊|治疗|床位|手术)")
_YEARLY = "(?:一年|每年|[1一]年)的?"
# 150那个, 六十块的那种, 150一年那档; 48元大病险 is known by its premium, 48块的药费 a bill
_POINTED_AT = re.compile(
    f"(?:块?钱)?(?:{_YEARLY})?的?[那这](?:[种个款份样](?![^,。;]{{0,3}}(?:药|费|检查|病|院|项目|医生|针))|一?个?档)|(?:块?钱)?的?档"
    f"|钱?(?:{_YEARLY})?的?(?:职工|居民|城镇|城乡)*大病(?:医疗)?(?:保?险|(?=[,。 ]|已经|超))"
    f"|钱?(?:{_YEARLY})?(?:的|[那这][种个份])[^,。;能报费院药]{{0,6}}(?:保险|医保|大额|合作医疗|农合|大病(?:险|医疗)?(?!门|住|院|救))"
)
_PAYING = re.compile("[交缴买]了?$")
# 这保险一年收我五十块, 每年扣48, 医保要收我90块吗
_CHARGED = re.compile(
    f"(?:{_YEARLY}|年年|保险|医保|[大病]险)[^,。;?!0-9报补花住看药门院]{{0,4}}[收扣](?:取|走|了|个)*(?:[我俺咱你他她]们?|个人|每个?人|老百姓|单位|一个人)*$"
)
_PAID_FOR = re.compile(  # 交了60块大额; 交60的和交150的; 买150的一年最多报多少; 买150的药 is a bill
    "(?:块?钱)?的?(?:大额|医保|医疗保险|合作医疗|农合|大病(?:险|保险))|(?:块?钱)?的(?![^,。;]{0,4}[药针费票器片金单货床])"
)
# 我妈交了150, 一年150: a premium only where the bill is another figure; 门诊交了150 is none
_MAYBE_PAID = re.compile("(?<![一-鿿])[^,。;门药检院]{0,6}(?:[交缴买](?:了|的)?|一年|每年)$")
# 那个190块钱的险; 75元大病补充险; 75块大病补充那区; 大额那个190几月份交
_INSURANCE_OF = re.compile(
    "(?:块?钱|元)?的[^,。;0-9]{0,4}险|(?:块钱?|元)?的?(?:职工|居民)?大病(?:补充|团体)|(?:块?钱|元)?的?(?:大病|职工|居民)?(?:补充|团体|大额)[^,。;0-9]{0,4}险|(?:块?钱|元)?(?:的|那个)?(?:在)?(?:几月份?|几号|哪天|什么时候|啥时候?|多久|去哪|在哪)[^,。;]{0,4}[交缴]"
)
# 那个八十块医保,: the insurance right behind the sum, and nothing of what it pays; 800块医保能报多少 is a bill
_SPENT = re.compile("[花用付垫]")
_INSURANCE_BEHIND = re.compile("(?:块?钱|元)?(?:大?学生|居民|职工|大病)*(?:医保|保险)(?=[,。;?!]|$)")
# 大额那六十块也交了: the insurance before the sum, that it is paid behind it
_OF_INSURANCE = re.compile("(?:大额|医保|保险|合作医疗|农合|居保|大病)[^,。;0-9花住看药门院报]{0,4}$")
_THEN_PAID = re.compile("(?:块?钱|元)?[^,。;0-9花住看药报]{0,4}[交缴](?:了|过|上|齐|完|$)")
# 交大病团体补充医保75块; 大病团体补充那75块要自己出30不
_PAYS_FOR = re.compile("[交缴][^,。;0-9花住看药报院]{0,16}(?:保险|医保|补充|大额|合作医疗|农合|险)$")
_NAMED = re.compile("(?:大额|医保|保险|合作医疗|农合|居保|补充|团体)的?那个?$")
_OF_CARE = re.compile("[^,。;]{0,6}(?:药|检查|病|院|报|花|补|门诊)")
_NOT_PAID = re.compile("(?:块?钱|元)?[^,。;0-9花住看药报]{0,3}(?:没有?|忘了?|未)[交缴]")
# 要是还交150, 换成交60: how much one pays in is put otherwise, or stays
_INSURANCE = "(?:大病|补充|大额|团体|保险|医保|合作医疗|农合)"
_CARE = re.compile("药|门诊|检查|住院|看病|手术|治|透析|针|床|报销")
_SMALL_WORDS = "(?:我们?|咱们?|俺们?|这|那|里|的|个|每人|人|一个?人|医疗|险|费|,)"
# 一年才48块: of an insurance named right before, or where the rule is told besides (一年48、4万以上才赔的那个)
_YEARLY_SUM = re.compile("(?:一年|每年|每人|一个人)(?:才|就|只|要|收|是|都)*$")
_OF_NAMED = re.compile(f"{_INSURANCE}{_SMALL_WORDS}{{0,4}}(?:一年|每年|每人|一个人)(?:才|就|只|要|收|是|都)*$")
_THEN_PAID_BACK = re.compile("(?:块钱?|元)?[^,。;]{0,3}[报补赔]")  # 职工医保一年480块能报多少 is a bill
_RULE_TOLD = re.compile(
    "[0-9一二三四五六七八九十]万[^,。;]{0,4}(?:以上|封顶|才[管赔报]|归|顶)|超过?[^,。;]{1,5}万|最[高多]|顶多|限额"
)
# 那个48块、15万封顶的职工大病: one of several marks by which an insurance is named
_ONE_MARK = re.compile(
    f"(?:块钱?|元)?(?:一年|每年)?[、,/ ][^。;花]{{0,16}}?(?:的|[那这][个种份])[^,。;0-9花]{{0,4}}{_INSURANCE}"
)
_POINTS = re.compile("[那这][个种份款]?(?:一年|每年)?$")
# 单位说190块它出一半我出一半: the insurance costs what both share
_SHARED = re.compile(
    "(?:块钱?|元)?[, ]?(?:(?:它|他们|单位|公司|企业|厂[里子方]?|老板|我们?|个人|自己)[^,。;0-9]{0,3}[出掏交缴担]"
    "[^,。;0-9]{0,2}(?:一半|[0-9一二三四五六七八九]成|百分之|大头)|[^,。;0-9]{0,5}(?:对半|五五|平摊|各[出掏交缴担]?一半))"
)
# 洛阳大病190一个人,我们单位12个人: so much a head
_A_HEAD = re.compile("(?:块钱?|元)?(?:一|每|1)个?人(?![^,。;]{0,4}[住看报花吃])")
# 参保的有50万人,按48块算; 参保人数80万,按48元一人: so many heads at so much each
_HEADS_TOLD = re.compile("(?:参保|参加|参合)[^,。;]{0,8}[0-9万千百十]个?人|(?:参保|参合)人数")
_EACH = re.compile("(?:每|一)个?人(?:按|是|要|筹)?$")
_AT_SO_MUCH = re.compile("(?:块钱?|元)?(?:(?:一|每|1)个?人|算|计)")
# 大病团体补充75块要我自己掏吗: who bears it is asked
_WHO_BEARS = re.compile(
    "(?:块钱?|元)?[^,。;0-9报药]{0,4}(?:谁|(?:我|自己|个人|本人|单位|公司|财政|职工)[^,。;0-9报药]{0,3})[掏出交缴拿]"
)
_INSURANCE_BEFORE = re.compile(f"(?:{_INSURANCE}|[大病保]险)(?:医疗|保险|费|的|那个?|这个?)*$")
# 职工大病48块钱一年的,超了10万; 大病团体补充,75元一年,; 补充保险,一人75的,: named by what it costs, and then the bill
_NAMED_BEFORE = re.compile(
    f"(?:{_INSURANCE}|[大病保]险)(?:医疗|保险|费|的|那个?|这个?|[, ]|一个?人|每人|一年|每年|交)*$"
)
_NAMED_SO = re.compile("(?:块?钱|块|元)?(?:一年|每年|一个?人|每人)?的?(?=[,。; ])")
# 再多掏60块买大额的, 花60块参加大病险
_BUYS = re.compile(f"(?:块钱?|元)?[再去来]?(?:买|参加|加|投)了?[^,。;0-9药]{{0,3}}{_INSURANCE}")
# 75元大病团体补充的参保人
_OF_GROUP = re.compile("(?:块?钱|块|元)?(?:一年)?的?(?:职工|城镇)*(?:大病|团体|补充){2,}")
_LASTS_A_YEAR = re.compile(  # 80块换一年保障
    "(?:块钱?|元)?(?:钱|就|能|只)*(?:换|保|管|买)(?:了|上|得)?(?:一|1)(?:整)?年"
)
_STILL_PAYS = re.compile(
    "(?:还是|仍然?|照样|照旧|依旧|一直|要是|如果|换成|换作|换到|改成?|当初|当时)[都也还只就]{0,2}[交缴]的?(?:是)?$"
)
_YEARLY_THEN = re.compile("的?[那这][种个档款份]|的(?:[职城居][工镇民乡]{1,3})?(?:医(?!院)|保|大病)")
_RAISED = re.compile("(?<![药院疗])(?<!药费|院费|疗费)(?:涨|提高|上调|多出来?)了?的?[那这]$")  # 涨的那10块我们自己掏吗
# a price of a tier: 三个人都买150, 我买的150的, 按60的交, 150的,三甲住院; 买150的药 and 按150算 are of a bill
_CHOSEN = re.compile("(?:买|选|挑|投|参加?|换成?|改成?|(?<![以之])上)(?:的|了|成)?(?:都|就|是|那个?)*$")
_DEARER = re.compile(  # 买的合作医疗贵的那种150的
    "(?:贵|便宜|高|低|多|少)(?:一?[点些])?的?那[个种档份](?:,|就是|是)?$"
)
_BY_PRICE = re.compile("按(?:着|照)?(?:那个?)?$")
_PAID_IN = re.compile("(?:^|[,。;?! ])[^,。;?! 门药检院看住疗]{0,8}[交缴]了$")  # 反正年初交了一百五
_NO_TIER = re.compile("(?:块钱?|元)?[^,。;]{0,4}(?:[药针费票器片单货床报算]|检查)|[0-9]")
_OF_PRICE = re.compile("(?:块钱?|元)?(?:[的那]个?档?)?(?:一年)?(?:[交缴买]|(?=[,。;?!、 ]|$))")
# 75块里头单位个人各多少: what two pay together
_OF_PAYERS = re.compile("(?:块钱?|元)?里[头面]?,?(?:是|要)?(?:单位|公司|企业|财政|个人|自己|职工)")
# 重庆的医保(150一年的), 大病团体补充75块一年: so much a year right behind an insurance
_A_YEAR_OF_IT = re.compile(f"(?:{_INSURANCE}|补充|险)[(,、 的是要]{{0,3}}$")
_PRICE_ALONE = re.compile("(?:块钱?|元)?的(?=[呢,。;?! ]|$)")
_LEAST_PRICE = 10
_DENIED = re.compile("(?:没有?|不|未)(?:用|想|再|去|另外?|多|要){0,3}(?:[交缴买][^,。;]{0,5}|那个?)$")


def is_premium(text: str, mention: Mention) -> bool:
    """Whether a figure of a text is what an insurance costs, and no bill."""
    before = text[max(0, mention.start - _REACH) : mention.start]
    if mention.kind == "rate_per":
        is_mark = _POINTS.search(before) and _ONE_MARK.match(text, mention.end)  # 那个48块一年、15万封顶的大病险
        is_known = is_mark or _YEARLY_THEN.match(text, mention.end) or _A_YEAR_OF_IT.search(before)
        is_pointed_at = mention.unit == "年" and _is_small(mention) and is_known
        return _OF_A_RATE.search(before) is not None or bool(is_pointed_at) or _is_named_by_it(text, mention, before)
    if not _is_small(mention) or not mention.is_sum:
        return False
    is_paid = _PAID.search(before) and not _AT_THE_DESK.match(text, mention.end)
    is_named = _PAYS_FOR.search(before) or (_NAMED.search(before) and not _OF_CARE.match(text, mention.end))
    is_paid_for = _PAYING.search(before) and _PAID_FOR.match(text, mention.end)
    is_then_paid = _OF_INSURANCE.search(before) and (
        _THEN_PAID.match(text, mention.end) or _NOT_PAID.match(text, mention.end)
    )
    is_still_paid = _STILL_PAYS.search(before) and not _AT_THE_DESK.match(text, mention.end)
    is_raised = _RAISED.search(before) or (_CHARGED.search(before) and not _CARE.search(_clause_of(before)))
    behind = (_POINTED_AT, _INSURANCE_OF, _OF_GROUP, _BUYS)
    is_insurance = _INSURANCE_BEHIND.match(text, mention.end) and not _SPENT.search(_clause_of(before))
    is_known_by_it = (
        is_insurance or any(one.match(text, mention.end) for one in behind) or _is_named_by_it(text, mention, before)
    )
    is_so_named = is_paid or is_named or is_paid_for or is_then_paid or is_still_paid or is_raised or is_known_by_it
    return bool(is_so_named or _is_of_insurance(text, mention, before))


def is_tier(text: str, mention: Mention, prices: Collection[Decimal]) -> bool:
    """Whether a figure names a tier by its price: 60档, or one of the known `prices` that somebody chose (都买150)."""
    if mention.unit == "档":
        return mention.kind == "count" and mention.value is not None and mention.value >= _LEAST_PRICE
    is_price = mention.is_sum or (mention.kind == "rate_per" and mention.unit == "年")
    if mention.value not in prices or not is_price:
        return False
    if _NO_TIER.match(text, mention.end):
        return False
    before = text[max(0, mention.start - _REACH) : mention.start]
    if _CHOSEN.search(before) or _PAID_IN.search(before) or _DEARER.search(before):
        return True
    if _BY_PRICE.search(before):
        return _OF_PRICE.match(text, mention.end) is not None
    return _PRICE_ALONE.match(text, mention.end) is not None and not _CARE.search(re.split("[,。;!?]", before)[-1])


def _is_named_by_it(text: str, mention: Mention, before: str) -> bool:
    """Whether a figure right behind the name of an insurance only says which it is (职工大病48块钱一年的,)."""
    clause = _clause_of(before)
    is_yearly = mention.unit in ("年", "元", "") and _is_small(mention) and not _CARE.search(clause)
    return bool(is_yearly and _NAMED_BEFORE.search(before) and _NAMED_SO.match(text, mention.end))


def is_named_sum(text: str, mention: Mention) -> bool:
    """Whether a figure is pointed at as what an insurance costs (大病团体补充那75块), whoever is to bear it."""
    before = text[max(0, mention.start - _REACH) : mention.start]
    is_money = mention.is_sum and _is_small(mention)
    return is_money and _NAMED.search(before) is not None and not _OF_CARE.match(text, mention.end)


def _is_of_insurance(text: str, mention: Mention, before: str) -> bool:
    """Whether a figure is what an insurance costs by all that is said around it, and nothing of an illness is."""
    clause = _clause_of(before)
    if _CARE.search(clause) or _CARE.search(text[mention.end : mention.end + 2]):
        return False
    if _HEADS_TOLD.search(text) and (_AT_SO_MUCH.match(text, mention.end) or _EACH.search(before)):
        return _CARE.search(text) is None
    if _OF_PAYERS.match(text, mention.end):
        return re.search(_INSURANCE, text) is not None
    if _LASTS_A_YEAR.match(text, mention.end) or (_POINTS.search(before) and _ONE_MARK.match(text, mention.end)):
        return True
    if _INSURANCE_BEFORE.search(before) and _WHO_BEARS.match(text, mention.end):
        return True
    if _A_HEAD.match(text, mention.end) and _INSURANCE_BEFORE.search(before):
        return _CARE.search(text) is None
    if _SHARED.match(text, mention.end):
        return re.search(_INSURANCE, text) is not None and _CARE.search(text) is None
    is_yearly = _YEARLY_SUM.search(before) and not _THEN_PAID_BACK.match(text, mention.end)
    return bool(is_yearly and (_OF_NAMED.search(before) or (re.search(_INSURANCE, text) and _RULE_TOLD.search(text))))


def may_be_premium(text: str, mention: Mention) -> bool:
    """Whether a figure is a premium if the bill is another one."""
    is_money = mention.is_sum and _is_small(mention)
    is_paid = is_money and _MAYBE_PAID.search(words_before(text, mention.start))
    return bool(is_paid) and not _AT_THE_DESK.match(text, mention.end)


def is_denied(text: str, mention: Mention) -> bool:
    """Whether a premium is said not to be paid (没有另外交那60块, 大额那60块没交)."""
    return bool(_DENIED.search(words_before(text, mention.start)) or _NOT_PAID.match(text, mention.end))


def _clause_of(before: str) -> str:
    return re.split("[。;!?]", before)[-1]


def _is_small(mention: Mention) -> bool:
    return mention.value is not None and mention.value < _LARGEST
