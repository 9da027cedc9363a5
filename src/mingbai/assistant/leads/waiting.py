"""Whether what was paid in one month covers a stay in another, by the wait or the first day of benefits of a policy."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from mingbai.assistant.leads.enrolment import enrolling, enrolment_year, is_shut
from mingbai.assistant.leads.question import COMMON_YEAR, Lead
from mingbai.assistant.leads.times_named import CARE, PAYS, Time, months_since, paid_and_ill, times_named
from mingbai.corpus.kinds import PremiumRule, WaitingRule, WindowRule
from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.people.persons import ME, is_same, persons, stands_by
from mingbai.money import short
from mingbai.rules.case import Case
from mingbai.rules.dates import date_answer
from mingbai.rules.days import day_words
from mingbai.rules.stated import Stated, stated

_ASKS_WHEN = re.compile("[什啥]么?时候|多久|几天|几个月|哪天|何时|几号")
_IN_TIME = re.compile("赶得上|赶不赶|赶得赢|来得及")
_IF_PAID = re.compile(
    "(?:[报赔管]|享受|用)(?:得?[到了上]|销)?(?:不|吗|么|没有?)(?![了过])|[能可行报管赔]不[能可行报管赔]"
)
_PART_END = re.compile("[,。;!?]")
# 给儿子交了一个月; of my son, and not of me
_FOR_ANOTHER = re.compile("[给帮替为][^,。;]{0,4}[交缴办]|的?(?:儿子|女儿|孩子|娃|孙)")
_CHILD = "儿童"
_Begins = Stated[WaitingRule] | Stated[WindowRule]


def waiting_lead(policy: Policy, vocabulary: Vocabulary, question: str, case: Case) -> Lead | None:
    """Yes, no or depends, for one who names when they paid and when they were ill; None without either or a rule."""
    # 赶得上不,到底哪天起算 and 3月底住院可以报不?什么时候才算数 ask both
    if _ASKS_WHEN.search(question) and not (_IN_TIME.search(question) or _IF_PAID.search(question)):
        return None
    times = times_named(question)
    if not times and (months := months_since(question)) is not None:
        waits = stated(policy, WaitingRule)
        return next(filter(None, (_after(one, vocabulary, months, case, question) for one in waits)), None)
    if (both := paid_and_ill(times)) is None:
        return None
    paid, ill = both
    waits = stated(policy, WaitingRule)
    takes_effect = tuple(one for one in stated(policy, WindowRule) if one.rule.takes_effect)
    rules: tuple[_Begins, ...] = (*waits, *takes_effect)
    for one in rules:
        if lead := _answer(one, vocabulary, paid, ill, case):
            return lead
    return None


def before_it_began(policy: Policy, question: str) -> Lead | None:
    """That a policy does not count for care on the days a question names, all of them before its first.

    A day without a year is one of the year in which a policy began that has nothing to pay or to enrol for each year.
    """
    begins = policy.in_force.from_
    times = times_named(question)
    if begins is None or not times or not all(CARE.search(one.said) and not PAYS.search(one.said) for one in times):
        return None
    yearly = (one for one in stated(policy, WindowRule) if one.rule.every or one.rule.takes_effect)
    recurs = any(yearly) or bool(stated(policy, PremiumRule))
    if any(one.year is None and recurs for one in times):
        return None
    last = [one.in_year(one.year or begins.year)[1] for one in times]
    if max(last) >= begins:
        return None
    told = next((one.id for one in policy.clauses if day_words(begins) in one.text), None)
    text = f"**不算**:这份规定从{day_words(begins)}起,{times[0].words}还没有开始。"
    return Lead(text, (told,) if told else ())


def _answer(one: _Begins, vocabulary: Vocabulary, paid: Time, ill: Time, case: Case) -> Lead | None:
    """What one rule says to a payment and an illness."""
    year = paid.year or enrolment_year(one.policy, paid.month, paid.last) or COMMON_YEAR
    payment = paid.in_year(year)
    if isinstance(one.rule, WaitingRule) and any(
        not is_shut(own.rule, payment[0]) for own in enrolling(one.policy) if own.rule.every is None
    ):
        return None  # who paid on time does not wait
    illness = ill.in_year(ill.year or year + (ill.month < paid.month))
    answers = [date_answer(Stated(one.policy, one.clause, one.rule), vocabulary, case, day) for day in payment]
    begins = [answer.effect_on or answer.from_on for answer in answers]
    if any(answer.status == "none" for answer in answers):
        return Lead(f"**能**:{answers[0].cause or '不用等'}。", (one.clause.id,))
    first, last = begins
    if first is None or last is None or (isinstance(one.rule, WindowRule) and not answers[0].effect_on):
        return None
    shown = [day_words(day) if paid.year else day_words(day).split("年", 1)[1] for day in (first, last)]
    span = f"从{shown[0]}" if first == last else f"最早从{shown[0]}、最晚从{shown[1]}"
    until = answers[0].until_on
    ends = f",到{day_words(until).split('年', 1)[1]}为止" if until and until == answers[-1].until_on else ""
    rests = f"{paid.words}交的,{span}起才享受待遇{ends}"
    if illness[1] < first:
        return Lead(f"**不能**:{rests}。", (one.clause.id,))
    if illness[0] >= last:
        return Lead(f"**能**:{rests.replace('才', '')}。", (one.clause.id,))
    return Lead(f"**要看是几号**:{rests},看交费和住院各是哪一天。", (one.clause.id,))


def _after(one: Stated[WaitingRule], vocabulary: Vocabulary, months: int, case: Case, question: str) -> Lead | None:
    """What a wait says to an illness in the month that is so many after the month of payment; days are not known.

    Who pays in together with a child that does not wait is answered for himself first.
    """
    if any(own.rule.every is None for own in enrolling(one.policy)):
        return None  # who paid on time does not wait, and the time of payment was not told
    own = _of_adult(one, months)
    child = _child_beside_payer(question)
    if not _waits(one, vocabulary, case):
        told = (f"**您自己{own[0]}**:{own[1]}。", f"**{child}能**:不用等。") if own and child else ("**能**:不用等。",)
        return Lead("\n".join(told), (one.clause.id,))
    if own is None:
        return None
    is_free = child and not _waits(one, vocabulary, Case({**case.facts, "insured": _CHILD}))
    beside = f"\n**{child}**:是上学的学生或儿童的,不用等。" if is_free else ""
    return Lead(f"**{own[0]}**:{own[1]}。{beside}", (one.clause.id,))


def _waits(one: Stated[WaitingRule], vocabulary: Vocabulary, case: Case) -> bool:
    """Whether the wait holds for a case."""
    answer = date_answer(Stated(one.policy, one.clause, one.rule), vocabulary, case, date(COMMON_YEAR, 1, 1))
    return answer.status != "none"


def _of_adult(one: Stated[WaitingRule], months: int) -> tuple[str, str] | None:
    """Yes, no or depends for who has to wait, and why; None for a wait that is not counted in months."""
    wait = one.rule.within
    if not isinstance(wait, Decimal) or one.rule.unit != "月":
        return None
    begins = f"交了以后要等{short(wait)}个月才享受待遇"
    if months + 1 <= wait:
        return "不能", f"{begins},还没有等满"
    if months - 1 >= wait:
        return "能", f"{begins},已经等满"
    return "要看是几号", f"{begins},看交费和住院各是哪一天"


def _child_beside_payer(question: str) -> str | None:
    """The child told of beside one who paid and fell ill himself (我刚交就住院了,跟我一起交的儿子呢); None without.

    Who pays for the child and is not said to be ill asks for the child alone (我给儿子交了一个月,他住院了).
    """
    told = tuple(persons(question))
    child = next((one.name for one in told if is_same(one.name, "孩子")), None)
    own = (one for one in told if one.name in (ME, "俺") and not stands_by(question, one.start, one.end))
    parts = (_PART_END.split(question[one.end :], maxsplit=1)[0] for one in own)
    is_ill = any(CARE.search(part) and not _FOR_ANOTHER.search(part) for part in parts)
    return child if is_ill else None
