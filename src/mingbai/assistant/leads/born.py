"""Whether a child as old as a question says is still within the time after its birth in which it is enrolled."""

from __future__ import annotations

import re
from decimal import Decimal

from mingbai.assistant.leads.question import Lead
from mingbai.corpus.kinds import DeadlineRule
from mingbai.corpus.models import Policy
from mingbai.language.numbers.dates import find_dates
from mingbai.language.numbers.elapsed import find_elapsed
from mingbai.language.numbers.numerals import canonical, read
from mingbai.rules.stated import Stated, stated

_BIRTH = "出生"
_OLD = re.compile(
    "(?P<half>半)岁|(?P<hundred>百)[天日]|(?<![0-9.一二三四五六七八九十第每住院])"
    "(?P<count>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>天|个多?月|周?岁)(?:半|多)?(?:大|了|(?=[,。;才还]))"
    # 出生才二十天现在能去办不; 出生满28天后 names the time of the rule
    "|(?:出生|生下来?|生出来|落地)(?:到现在|已经|都|也|才|刚刚?|只|满|有)*"
    "(?:(?P<half_month>半)个?月|(?P<lived>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})(?P<of>天|个多?月))"
    "(?!以?之?[内后前]|以[上下]|的[那这]?9?0?天)"
)
_BORN_ON = re.compile("[0-9一二三四五六七八九十][日号]?[^,。;0-9]{0,4}(?:出生|生(?:的|了|下))")
_CHILD = re.compile("[娃孩崽]|宝宝|儿子|女儿|闺女|丫头|毛毛|孙[子女儿]|出生|生下来|落地")
_ENROLS = re.compile("[办上参入]|补|来得?及|晚")
_OTHERWISE = re.compile("哪|怎|报销|[住出]院|[看生]病|花了?[0-9]|报多少|几月交|[一总拢]共|合计")
_DAYS = {"天": (1, 1), "岁": (365, 366), "周岁": (365, 366)}
_HUNDRED, _HALF_A_YEAR, _HALF_A_MONTH = (100, 100), (181, 184), (14, 15)


def born_lead(policy: Policy, question: str) -> Lead | None:
    """Yes, not yet or no longer, by the deadline of a policy that runs from birth; None where no such is told."""
    if not _CHILD.search(question) or not _ENROLS.search(question) or _OTHERWISE.search(question):
        return None
    ages = [*_OLD.finditer(canonical(question))]
    rules = [one for one in stated(policy, DeadlineRule) if one.rule.after == _BIRTH and one.rule.unit == "日"]
    return _held(rules[0], *_days(ages[0]), ages[0][0]) if len(rules) == len(ages) == 1 else None


def since_birth(policy: Policy, question: str) -> str | None:
    """The clause with the deadline that runs from birth, where a question tells the day of one (3月10号生的)."""
    born = _BORN_ON.search(question) is not None and bool(find_dates(question))
    rules = (one for one in stated(policy, DeadlineRule) if one.rule.after == _BIRTH)
    return next((one.clause.id for one in rules), None) if born else None


def _held(one: Stated[DeadlineRule], least: int, most: int, said: str) -> Lead | None:
    """What the deadline says to an age of so many days."""
    rule = one.rule
    if not isinstance(rule.within, Decimal):
        return None
    first = int(rule.starts or 0)
    last = first + int(rule.within)
    told = f"出生满{first}天以后的{int(rule.within)}天以内办" if first else f"出生以后{last}天以内办"
    age = said.removesuffix("了").removesuffix("大")
    if most <= first:
        return Lead(f"**还没到时间**:{told},{age}还不到。", (one.clause.id,))
    if least > last:
        late = f";{rule.late}" if rule.late else ""
        return Lead(f"**已经过了那段时间**:{told},{age}晚了{late}。", (one.clause.id,))
    return Lead(f"**能办**:{told}。", (one.clause.id,)) if first < least and most <= last else None


def _days(age: re.Match[str]) -> tuple[int, int]:
    """The least and the most days that an age may be: 五个月 are 150 to 153."""
    if age["half"] or age["hundred"]:
        return _HALF_A_YEAR if age["half"] else _HUNDRED
    if age["half_month"]:
        return _HALF_A_MONTH
    figure = read(age["count"] or age["lived"])
    assert figure is not None  # the pattern that found it lets no other numeral through
    if months := next(find_elapsed(age[0]), None):
        return months.least, months.most
    least, most = _DAYS[age["unit"] or age["of"]]
    return int(figure.value) * least, int(figure.value) * most
