"""Whether what was paid in one month covers a stay in another, by the wait or the first day of benefits of a policy."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingbai.assistant.leads.enrolment import enrolling, enrolment_year, is_shut
from mingbai.assistant.leads.question import COMMON_YEAR, Lead
from mingbai.corpus.kinds import PremiumRule, WaitingRule, WindowRule
from mingbai.corpus.models import Policy
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.asking import HOW_MUCH
from mingbai.language.numbers.dates import find_dates
from mingbai.language.numbers.numerals import canonical, read
from mingbai.language.people.persons import ME, is_same, persons, stands_by
from mingbai.money import short
from mingbai.rules.case import Case
from mingbai.rules.dates import date_answer
from mingbai.rules.days import day_words
from mingbai.rules.stated import Stated, stated

_MONTH = re.compile(
    "(?:(?P<year>(?:19|20)[0-9]{2})年)?(?<![0-9十一二三四五六七八九几个])"
    "(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?P<part>初|底|末)?份?(?!(?:[0-9]|[一二三四五六七八九十])+[日号])"
)
_PAYS = re.compile("[交缴]|参保|办的|补[齐清足上]")
_NEEDS = re.compile("住|病|开刀|手术|报|用")
_CARE = re.compile("住|病|看|生|开刀|手术|出院|急诊|抢救")
_ASKS_WHEN = re.compile("[什啥]么?时候|多久|几天|几个月|哪天|何时|几号")
_IN_TIME = re.compile("赶得上|赶不赶|赶得赢|来得及")
_IF_PAID = re.compile(
    "(?:[报赔管]|享受|用)(?:得?[到了上]|销)?(?:不|吗|么|没有?)(?![了过])|[能可行报管赔]不[能可行报管赔]"
)
_OF_NOW = re.compile("(?P<last>上个?月)|(?P<this>[这本]个?月)|(?P<next>下个?月)")
_SINCE = re.compile(
    "(?<!连续)(?<!每月)[交缴](?:[了上完的费钱]|保费|满){0,3}(?:才|刚|都|已经|有|快){0,2}"
    "(?P<months>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})个(?:多|来)?月(?!的|[一共])"
)
_PART_END = re.compile("[,。;!?]")
_CHILD = "儿童"
_FOR_ANOTHER = re.compile("[给帮替为][^,。;]{0,4}[交缴办]|的?(?:儿子|女儿|孩子|娃|孙)")
_COUNTS = re.compile("[报赔享赶管]|能用|用得|[吗不]")
_Begins = Stated[WaitingRule] | Stated[WindowRule]
_ASKS_ELSE = re.compile(f"{HOW_MUCH}|[哪怎咋谁]|什么|材料|手续")  # 那七月份要交多少钱
_LONGEST_OTHER = 24
"""Characters of a message that only puts another time."""
_FROM_NOW = {"last": -1, "this": 0, "next": 1}
_FIRST_DAYS = {"初": (1, 10), "底": (21, 31), "末": (21, 31)}


@dataclass(frozen=True)
class _Time:
    """A day or some days of a month named in a question, where its words begin, with what is said of them."""

    start: int
    words: str
    said: str
    year: int | None
    month: int
    first: int
    last: int

    def in_year(self, year: int) -> tuple[date, date]:
        """The first and the last day that may be meant."""
        of_month = monthrange(year, self.month)[1]
        return date(year, self.month, min(self.first, of_month)), date(year, self.month, min(self.last, of_month))


def waiting_lead(policy: Policy, vocabulary: Vocabulary, question: str, case: Case) -> Lead | None:
    """Yes, no or depends, for one who names when they paid and when they were ill; None without either or a rule."""
    # 赶得上不,到底哪天起算 and 3月底住院可以报不?什么时候才算数 ask both
    if _ASKS_WHEN.search(question) and not (_IN_TIME.search(question) or _IF_PAID.search(question)):
        return None
    times = tuple(_times(question))
    if not times and (months := _months_since(question)) is not None:
        waits = stated(policy, WaitingRule)
        return next(filter(None, (_after(one, vocabulary, months, case, question) for one in waits)), None)
    if (both := _paid_and_ill(times)) is None:
        return None
    paid, ill = both
    waits = stated(policy, WaitingRule)
    takes_effect = tuple(one for one in stated(policy, WindowRule) if one.rule.takes_effect)
    rules: tuple[_Begins, ...] = (*waits, *takes_effect)
    for one in rules:
        if lead := _answer(one, vocabulary, paid, ill, case):
            return lead
    return None


def at_another_time(question: str, message: str) -> str | None:
    """The question of a payment and a stay with that time of one of them which a message puts in its place.

    那7月份再住一次呢 puts another stay, 要是2月1号就交了呢 another payment; None for what tells neither, or both.
    """
    both, told = _paid_and_ill(tuple(_times(question))), tuple(_times(message))
    if both is None or len(told) != 1 or len(message) > _LONGEST_OTHER or _ASKS_ELSE.search(message):
        return None
    pays, needs = _PAYS.search(message) is not None, _NEEDS.search(message) is not None
    if pays == needs:
        return None
    was = both[0] if pays else both[1]
    return question[: was.start] + told[0].words + question[was.start + len(was.words) :]


def _paid_and_ill(times: Sequence[_Time]) -> tuple[_Time, _Time] | None:
    """Of two times when somebody paid and when they were ill; None where these are not just two."""
    if len(times) != 2:
        return None
    paid = next((one for one in times if _PAYS.search(one.said)), None)
    ill = next((one for one in times if one is not paid and _NEEDS.search(one.said)), None)
    return (paid, ill) if paid and ill else None


def before_it_began(policy: Policy, question: str) -> Lead | None:
    """That a policy does not count for care on the days a question names, all of them before its first.

    A day without a year is one of the year in which a policy began that has nothing to pay or to enrol for each year.
    """
    begins = policy.in_force.from_
    times = tuple(_times(question))
    if begins is None or not times or not all(_CARE.search(one.said) and not _PAYS.search(one.said) for one in times):
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


def _answer(one: _Begins, vocabulary: Vocabulary, paid: _Time, ill: _Time, case: Case) -> Lead | None:
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
    is_ill = any(_CARE.search(part) and not _FOR_ANOTHER.search(part) for part in parts)
    return child if is_ill else None


def _months_since(question: str) -> int | None:
    """How many months after the payment the illness is, as told from now on (这月交的,下个月开刀; 交了两个月)."""
    told = _SINCE.search(canonical(question))
    if told and _CARE.search(question) and _COUNTS.search(question):
        return _month(told["months"])
    found = tuple(_OF_NOW.finditer(question))
    ends = (*(one.start() for one in found[1:]), len(question)) if found else ()
    said = [(_FROM_NOW[str(one.lastgroup)], question[one.end() : end]) for one, end in zip(found, ends, strict=True)]
    paid = next((at for at, words in said if _PAYS.search(words)), None)
    ill = next((at for at, words in said if not _PAYS.search(words) and _NEEDS.search(words)), None)
    return None if paid is None or ill is None or ill < paid else ill - paid


def _times(question: str) -> Iterator[_Time]:
    """The days and months a question names, each with the words up to the next."""
    found = [
        (one.start, one.end, one.year, one.month, (one.day, one.day)) for one in find_dates(question) if one.is_real
    ]
    text = canonical(question)
    for one in _MONTH.finditer(text):
        if not any(start < one.end() and one.start() < end for start, end, *_ in found):
            year = int(one["year"]) if one["year"] else None
            found.append((*one.span(), year, _month(one["month"]), _FIRST_DAYS.get(one["part"] or "", (1, 31))))
    found.sort()
    ends = (*(start for start, *_ in found[1:]), len(question))
    for (start, end, year, month, (first, last)), until in zip(found, ends, strict=False):
        yield _Time(start, question[start:end], question[end:until], year, month, first, last)


def _month(numeral: str) -> int:
    """The number of a month; the pattern that found it lets no other numeral through."""
    figure = read(numeral)
    assert figure is not None
    return int(figure.value)
