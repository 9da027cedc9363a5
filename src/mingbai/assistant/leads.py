"""The first line of an answer from the clauses: what the rules under a clause say straight to the question.

A clause tells the rule; the lead applies it: the date for the day named, the fee for the sum owed, the row of the
premium table for the person, yes or no for what a list names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from mingbai.assistant.library import Library
from mingbai.assistant.premium_lead import premium_leads
from mingbai.assistant.question import COMMON_YEAR, Lead, Question
from mingbai.corpus.kinds import (
    AdvanceRule,
    CoversRule,
    DateRule,
    DeadlineRule,
    DocumentsRule,
    ExcludesRule,
    LateFeeRule,
    PremiumBaseRule,
    PremiumRule,
    SharingRule,
    WaitingRule,
    WindowRule,
)
from mingbai.corpus.kinds.dates import DateReadings
from mingbai.corpus.kinds.lists import ListItem
from mingbai.corpus.models import Clause, EstimateRule, FirstOwn, Policy, Rule
from mingbai.language.dates import find_dates
from mingbai.money import percent, short, to_fen, words
from mingbai.rules.case import Case
from mingbai.rules.dates import DateAnswer, date_answer
from mingbai.rules.days import day_words
from mingbai.rules.documents import Checklist, checklist
from mingbai.rules.late_fee import late_fee
from mingbai.rules.lists import Eligibility, Entitlement, Verdict, eligibility, entitlements
from mingbai.rules.premium import Base, lowered
from mingbai.rules.sharing import Advance, Shared, advance, share_result
from mingbai.rules.stated import Stated, relevant, stated
from mingbai.rules.window import opening

_NEIGHBOURS = {-1: "上年", 1: "次年"}
_PAYING = re.compile("[交缴]|保费|筹|多少钱|政府补|补助(?:多少|标准|一共|提高)|财政|标准|各多少|各出|谁出|合计")
_NEARLY_ALL = 0.7
_LIMIT = re.compile("标准.{0,4}(?:最高|上限|封顶|不超过)")
_FEE = re.compile("滞纳金")  # the days named are then those of the delay
_MAY = re.compile("能|可以|享受|有份|资格")
_BENEFIT = re.compile("待遇|享受")
_EFFECT = re.compile("享受|生效|开始|能报|能用|起效")
_REFUSED = re.compile("会[^,。;]{0,4}(?:拒付|拒|退单|退回|扣钱)|(?:拒付|拒|退单)吗")
_OWN_PART = re.compile("自己[要得还]{0,2}[付出掏]|自付|自负|承担|负担")
_WAIVED = re.compile("(起付|门槛).{0,8}(免|减|少|降|不[扣收交])|(免|减|少|降|不[扣收交]).{0,6}(起付|门槛)")
_DEDUCTIBLE = re.compile("起付|门槛")
_SENTENCE_END = re.compile("[。；\n]")
_A_YEAR = re.compile("((?:19|20)[0-9]{2})年度?")
_HEAVIEST_FIRST: tuple[Verdict, ...] = ("no", "depends", "yes")


class Leads:
    """Direct answers from the rules of one library."""

    def __init__(self, library: Library) -> None:
        self._corpus = library.corpus

    def of(self, policy_id: str, clause_id: str, question: str, case: Case) -> Lead | None:
        """The direct answer that the rules under a clause give to a question; None where they give none."""
        policy = self._corpus.policies[policy_id]
        clause = policy.by_id[clause_id]
        rules = clause.rules
        asked = Question.read(question, _year_meant(policy, rules, question))
        if any(isinstance(rule, WaitingRule) for rule in rules):  # who waits is not within the time of those on time
            rules = tuple(rule for rule in rules if not isinstance(rule, WindowRule))
        if asked.days and any(_is_shut(rule, asked.days[0]) for rule in rules):  # then no month of the year opens it
            rules = tuple(rule for rule in rules if not (isinstance(rule, WindowRule) and rule.every))
        if asked.days or asked.day_of_month:  # the date that was asked for comes first
            rules = tuple(sorted(rules, key=lambda rule: not isinstance(rule, DateRule)))
        leads = [lead for rule in rules for lead in self._of_rule(policy, clause, rule, asked, case)]
        if not leads:
            return None
        clauses = dict.fromkeys(one for lead in leads for one in lead.clauses)
        text = "\n".join(dict.fromkeys(lead.text for lead in leads))
        is_whole = all(lead.is_whole for lead in leads) and len(text) >= _NEARLY_ALL * len(clause.text)
        return Lead(text, tuple(clauses), is_whole and len(leads) == len(clause.rules))

    def has(
        self, kind: type[DeadlineRule | WaitingRule | DocumentsRule | PremiumRule], policy_id: str, clause_id: str
    ) -> bool:
        """Whether a clause holds a rule of a kind: a deadline, a time to wait, a premium."""
        return any(isinstance(rule, kind) for rule in self._corpus.policies[policy_id].by_id[clause_id].rules)

    def nearest_window(self, policy_id: str, question: str, about: Sequence[str]) -> str | None:
        """The clause with the window that a question about a day means, where the first of `about` is one."""
        windows = [one for one in stated(self._corpus.policies[policy_id], WindowRule) if one.clause.id in about]
        if not find_dates(question) or about[0] not in {one.clause.id for one in windows}:
            return None
        return next((one.clause.id for one in relevant(windows, question)), None)

    def open_window(self, policy_id: str, question: str) -> str | None:
        """The clause with the window of a policy that a question about a day means (11月25日还能交费吗)."""
        windows = stated(self._corpus.policies[policy_id], WindowRule)
        windows = tuple(one for one in windows if not _BENEFIT.search(one.rule.window))
        if not find_dates(question):
            return None
        only = windows if len(windows) == 1 else ()  # meant even where it shares no word with the question
        return next((one.clause.id for one in (*relevant(windows, question), *only)), None)

    def deadline(self, policy_id: str, question: str) -> str | None:
        """The clause with the deadline that a question about a day means, wherever in the policy it stands."""
        deadlines = stated(self._corpus.policies[policy_id], DeadlineRule)
        return next((one.clause.id for one in relevant(deadlines, question)), None) if find_dates(question) else None

    def first_own(self, policy_id: str, question: str, case: Case) -> Lead | None:
        """What a person bears first of a part of the bill, where that part alone was named and it is asked for."""
        if not _OWN_PART.search(question) or "cost" in case.facts:
            return None
        for clause in self._corpus.policies[policy_id].clauses:
            for step in (one for rule in clause.rules if isinstance(rule, EstimateRule) for one in rule.steps):
                part = case.get(step.first_own.fact) if isinstance(step, FirstOwn) else None
                if isinstance(step, FirstOwn) and isinstance(part, Decimal):
                    label, share = self._corpus.vocabulary.facts[step.first_own.fact].label, step.first_own.share
                    own = words(to_fen(part * share))
                    return Lead(f"**自己先付 {own}**({label}{short(part)}×{percent(share)})。", (clause.id,))
        return None

    def is_all(self, policy_id: str, clause_ids: Sequence[str]) -> bool:
        """Whether clauses hold a list beyond which nothing is covered: what it names it decides."""
        clauses = self._corpus.policies[policy_id].by_id
        rules = (rule for one in clause_ids for rule in clauses[one].rules)
        return any(isinstance(rule, CoversRule) and rule.closed for rule in rules)

    def unwaived(self, policy_id: str, question: str, case: Case, about: Sequence[str]) -> Lead | None:
        """That nothing is written of a deductible waived or lowered for the hardship named (低保起付线能免吗)."""
        hardship = case.get("hardship")
        if not isinstance(hardship, str) or not _WAIVED.search(question):
            return None
        names = {word for word, name in self._corpus.vocabulary.facts["hardship"].by_words.items() if name == hardship}
        said = (one for clause in self._corpus.policies[policy_id].clauses for one in _SENTENCE_END.split(clause.text))
        if any(_DEDUCTIBLE.search(one) and any(name in one for name in names) for one in said):
            return None
        return Lead(f"**没有写{hardship}可以免、减起付线**,按一般的起付线算。", tuple(about[:1]))

    def premium_tables(self, policy_id: str, question: str, about: Sequence[str]) -> tuple[str, ...]:
        """The clauses with tables of who pays what: those named by their own words, those of `about`, else all."""
        tables = relevant(stated(self._corpus.policies[policy_id], PremiumRule), question)
        named = [one.clause.id for one in tables if any(word in question for word in one.rule.says)]
        near = [clause for clause in about if self.has(PremiumRule, policy_id, clause)]
        return tuple(dict.fromkeys((*named, *near) or (one.clause.id for one in tables)))

    def verdict(
        self, policy_id: str, question: str, case: Case, about: Sequence[str], bare: str | None = None
    ) -> Lead | None:
        """Yes, no or depends, where a list of the policy names what the question names.

        A list of what is not paid always counts; others (who may enrol, say) only where the question is `about` their
        clause. Conditions count where the question is about them; `bare` is it without the names of places.
        """
        policy = self._corpus.policies[policy_id]
        found = eligibility(policy, self._corpus.vocabulary, question, case)
        heard = tuple(
            one
            for one in found.findings
            if one.clause in about or any(_is_heard(rule, question) for rule in policy.by_id[one.clause].rules)
        )
        for verdict in _HEAVIEST_FIRST:
            if any(one.verdict == verdict for one in heard):
                return _verdict(Eligibility(verdict, heard), question)
        meant = (one for one in entitlements(policy, question) if one.clause in about)
        bare = question if bare is None else bare
        named = {one.clause for one in entitlements(policy, bare) if one.is_named}
        fitting = (one for one in meant if one.clause in (*named, *about[:1]) or (one.is_named and _MAY.search(bare)))
        return next(map(_conditions, fitting), None)

    def _of_rule(self, policy: Policy, clause: Clause, rule: Rule, asked: Question, case: Case) -> Iterator[Lead]:
        vocabulary = self._corpus.vocabulary
        match rule:
            case DocumentsRule():
                yield _documents(checklist(Stated(policy, clause, rule), vocabulary, case))
            case PremiumRule() if _PAYING.search(asked.text) and not _LIMIT.search(asked.text):
                yield from premium_leads(Stated(policy, clause, rule), vocabulary, asked, case)
            case LateFeeRule() if asked.sums and asked.late_days is not None:
                fee = late_fee(Stated(policy, clause, rule), asked.sums[0], asked.late_days)
                yield Lead(f"**{fee.name} {words(fee.amount or Decimal(0))}**({fee.formula})。", (clause.id,))
            case SharingRule() if asked.sums and asked.ratios:
                premium = asked.sums[0]
                yield _shared(share_result(Stated(policy, clause, rule), premium, premium * asked.ratios[0]))
            case SharingRule(between=(low, high)) if asked.ratios and low <= asked.ratios[0] <= high:
                text = f"**{rule.within or '各方'}自己承担**:{percent(low)}到{percent(high)}之间不分担。"
                yield Lead(text, (clause.id,))
            case AdvanceRule() if asked.sums:
                yield from _advance(advance(Stated(policy, clause, rule), asked.sums[0]), asked.sums[0])
            case PremiumBaseRule(of=of) if asked.city_average and asked.own_average:
                base, formula, _ = lowered(of, policy, Base(own_average=asked.own_average), asked.city_average)
                shown = "" if formula == short(base) else f"({formula})"
                yield Lead(f"**缴费基数按 {words(base)}**{shown}。", (clause.id,))
            case WindowRule(every="month", from_=Decimal() as first, until=Decimal() as last) if asked.day_of_month:
                within = "在" if first <= asked.day_of_month <= last else "不在"
                working = "的工作日" if rule.working_days else ""
                text = f"**{asked.day_of_month}日{within}“{rule.window}”的时间内**:每月{first}日到{last}日{working}。"
                yield Lead(text, (clause.id,))
            case _ if isinstance(rule, DateRule) and asked.days and not _FEE.search(asked.text):
                answer = date_answer(Stated(policy, clause, rule), vocabulary, case, asked.days[0])
                yield from _date(answer, asked)


def _advance(found: Advance, outlay: Decimal) -> Iterator[Lead]:
    """What is paid ahead, or at most or at least, of the outlay named; whether it is, where only a threshold is set."""
    if found.applies is None:
        return
    bound = next((one for one in (found.amount, found.at_most, found.at_least) if one is not None), None)
    if not found.applies:
        text = f"**不可以**:{found.words}才行。"
    elif bound is None:
        text = f"**可以**:{found.words}。"
    else:
        how = "" if found.amount is not None else "最多" if found.at_most is not None else "至少"
        text = f"**{found.name}{how} {words(bound)}**({words(outlay)}里,{found.words})。"
    yield Lead(text, (found.clause,))


def _documents(found: Checklist) -> Lead:
    lines = [f"**{found.procedure}**" + (f"({found.who}办)" if found.who else "")]
    lines += [f"- {one.words}" for one in found.needed]
    lines += [f"- {one.condition}:{one.words}" for one in found.conditional]
    lines += [f"- ({lost})" for lost in found.lost]
    if found.where:
        lines.append(f"\n办理的地方:{found.where}。")
    return Lead("\n".join(lines), (found.clause,), is_whole=not found.note)


def _is_heard(rule: Rule, question: str) -> bool:
    """Whether a list counts wherever it stands: one of what is not paid, or one named by its own words."""
    if isinstance(rule, CoversRule):
        listed = (one for one in rule.items if isinstance(one, ListItem)) if rule.closed else ()
        named = (word for one in listed for word in (one.item, *one.says) if len(word) > 1)
        return any(word in question for word in (*filter(_is_name, (rule.name, *rule.says)), *named))
    return isinstance(rule, ExcludesRule)


def _is_name(word: str) -> bool:
    return len(word) > 2


def _verdict(found: Eligibility, question: str) -> Lead:
    first = next(one for one in found.findings if one.verdict == found.verdict)
    says = {"yes": "在范围内", "no": "不在范围内", "depends": "要看情况"}[found.verdict]
    condition = ",".join(filter(None, (first.condition, f"{first.unless}除外" if first.unless else "")))
    if found.verdict == "yes" and first.unless:  # the exception to what is not paid
        says = "不算在不报的里面"
    if found.verdict == "no" and _REFUSED.search(question):  # asked whether it is refused, not whether it is paid
        says = "会"
    written = first.item if first.is_off_list else f"“{first.list_name}”里写了“{first.item}”"
    text = f"**{says}**:{written}" + (f"({condition})" if condition else "") + "。"
    same = [one for one in found.findings if one.verdict == found.verdict]
    names = () if found.verdict == "depends" else tuple(one.word for one in same)
    return Lead(text, tuple(dict.fromkeys(one.clause for one in same)), names=names)


def _conditions(found: Entitlement) -> Lead:
    needed = "有一条就行" if found.any else "都要符合"
    return Lead(
        "\n".join((f"**要看条件**:{found.name},{needed}:", *(f"- {one}" for one in found.conditions))), (found.clause,)
    )


def _shared(found: Shared) -> Lead:
    if found.status == "within":
        return Lead(f"**不分担**:在约定的范围以内,由{found.within or '各方'}自己承担。", (found.clause,))
    what = "盈余" if found.status == "surplus" else "亏损"
    parts = "\n".join(f"- {one.party}:{words(one.amount)}({one.formula})" for one in found.parts)
    return Lead(f"**{what}要分的是 {words(found.amount)}**:\n{parts}", (found.clause,))


def _date(answer: DateAnswer, asked: Question) -> Iterable[Lead]:
    answers: Sequence[DateAnswer] = answer.readings or (answer,)
    if len({(one.status, one.until_on, one.next_on) for one in answers}) == 1:  # on this day the readings agree
        answers = (replace(answers[0], cause=None),) if answer.readings else answers
    lines = list(filter(None, (_date_words(one, asked) for one in answers)))
    return [Lead("\n".join(lines), (answer.clause,))] if lines else []


def _quoted(name: str) -> str:
    return name if "“" in name else f"“{name}”"


def _year_meant(policy: Policy, rules: Sequence[Rule], question: str) -> int:
    """The year of a day named without one: that of a window that opens once, or of a policy of one year."""
    day = next((one for one in find_dates(question) if one.is_real), None)
    if day and any(isinstance(rule, WaitingRule) for rule in rules):  # enrolling late is counted from the window's year
        once = (one.rule for one in stated(policy, WindowRule) if one.rule.every is None)
        first = min((one for rule in once for one in _days_of(rule.from_)), default=None)
        if first:
            return first.year + ((day.month, day.day) < (first.month, first.day))
    windows = [rule for rule in rules if isinstance(rule, WindowRule) and rule.every is None]
    years = sorted({one.year for rule in windows for edge in (rule.from_, rule.until) for one in _days_of(edge)})
    if day and years:
        days = {year: date(year, day.month, min(day.day, 28)) for year in years}
        return next((year for year in years if not all(_is_shut(rule, days[year]) for rule in windows)), years[-1])
    is_monthly = any(isinstance(rule, DeadlineRule) and rule.monthly is not None for rule in rules)
    of_policy = _A_YEAR.fullmatch(policy.year)
    return int(of_policy[1]) if is_monthly and of_policy else COMMON_YEAR


def _days_of(edge: object) -> tuple[date, ...]:
    if isinstance(edge, DateReadings):
        return tuple(one.value for one in edge.readings)
    return (edge,) if isinstance(edge, date) else ()


def _is_shut(rule: Rule, day: date) -> bool:
    """Whether a rule is a window that opens once and is closed on a day by every date the source gives."""
    if not isinstance(rule, WindowRule) or rule.every is not None:
        return False
    return all(one.status == "closed" for one in opening(rule, day))


def _date_words(answer: DateAnswer, asked: Question) -> str | None:
    def shown(day: date | None) -> str:
        text = day_words(day) if day else ""
        if day is None or asked.has_year:
            return text
        return _NEIGHBOURS.get(day.year - asked.unnamed_year, "") + text.removeprefix(f"{day.year}年")

    event = shown(asked.days[0])
    cause = f"({answer.cause})" if answer.cause else ""
    match answer.kind, answer.status:
        case "deadline", "date":
            late = f";符合条件的可以延到{shown(answer.extended_until)}" if answer.extended_until else ""
            return f"**最晚 {shown(answer.until_on)}**(从{event}起算){late}{cause}。"
        case "waiting", "date":
            is_before_its_end = answer.until_on and answer.from_on and answer.from_on <= answer.until_on
            until = f",到{shown(answer.until_on)}为止" if is_before_its_end else ""
            return f"**从 {shown(answer.from_on)} 起**可以享受{until}(从{event}起算){cause}。"
        case "retroactive", "date":
            return f"**最早追溯到 {shown(answer.from_on)}**(从{event}往前算){cause}。"
        case "window", "open" if answer.effect_on and _EFFECT.search(asked.text):
            return f"**从 {shown(answer.effect_on)} 起**({event}在{_quoted(answer.name)}的时间内)。"
        case "window", "open":
            return f"**{event}在{_quoted(answer.name)}的时间内**,到{shown(answer.until_on)}为止{cause}。"
        case "window", "closed":
            following = f",下一次从{shown(answer.next_on)}开始" if answer.next_on else ""
            return f"**{event}不在{_quoted(answer.name)}的时间内**{following}{cause}。"
        case "window", "none":  # the window of another group
            return None
        case _, "none":
            return f"**不用等、不受这个期限限制**({answer.condition or answer.words})。"
        case _, "unknown":
            return f"**说不准**{cause}。"
    return None
