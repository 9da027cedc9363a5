"""Which rule gives the first line of an answer: the one whose kind fits what is asked, near the clauses found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mingbai.assistant.finding.clause_leads import ClauseLeads
from mingbai.assistant.finding.clauses_meant import ClausesMeant
from mingbai.assistant.finding.policy_leads import PolicyLeads
from mingbai.assistant.leads.asks_cost import asks_what_insurance_costs
from mingbai.assistant.leads.band import band_lead
from mingbai.assistant.leads.born import since_birth
from mingbai.assistant.leads.days_named import tells_of_delay
from mingbai.assistant.leads.differences import asks_how_much_more
from mingbai.assistant.leads.documents import asks_which, handed_in, speaks_of_papers
from mingbai.assistant.leads.enough import asks_if_enough
from mingbai.assistant.leads.plan_premiums import asks_how_plans_differ, asks_what_comes_back, asks_what_plans_cost
from mingbai.assistant.leads.question import Lead, Question, asks_for_rates
from mingbai.assistant.leads.rate import rate_lead
from mingbai.assistant.library import Library
from mingbai.assistant.openings.straight import of_another_year
from mingbai.assistant.reply import ReplyKind
from mingbai.corpus.kinds import DeadlineRule, PremiumRule, WaitingRule
from mingbai.language.asking import HOW_MUCH
from mingbai.rules.case import Case
from mingbai.rules.stated import stated

_FROM_WHEN = re.compile(
    "(?:[什啥]么?时候?|多久|几天|几个月|哪天|[何几]时|几号).{0,6}(?:能报|可以报|开始报|享受|生效|报销|能用|管用|用得上|[算作]数|起作用)"
)
_BY_WHEN = re.compile(
    "最晚|最迟|截止|为止|过期|逾期|几天内|多少天内|来得及|还能报|几号以?前|出结果|有结果|(?<![刚才])(?<![0-9][号日])批下来(?!了)|审下来|审批好"
)
_STILL = re.compile(
    "按时|(?:申请|报名)[^,。;]{0,6}来得及|赶得上|晚没晚|算晚|(还能|还可以|还来得及|能不能|可以)[^,。;]{0,4}([交缴]|参保|登记)"
)
_HOURS = re.compile("上午|下午|几点|周末|周[一二三四五六日]|星期")
_MUCH = f"(?:{HOW_MUCH}|几个钱|几块|几元)"  # a premium is no 几万
_IN_ALL = f"[交缴][^。;]{{0,6}}[一总拢]共[该要得交缴收出]{{0,2}}{_MUCH}"
_PAYS_WHAT = (
    f"(?<!征)[交缴]{_MUCH}|{_IN_ALL}|怎么[交缴]|[交缴].{{0,6}}多少钱"
    f"|谁出|各[交缴出掏贴]|(?:个人|自己|单位)各(?:是|要)?{_MUCH}"
)
_OF_PAYERS = f"(?:单位|(?<!保险)公司|财政|政府|公家|中央|国家)[^,;。报]{{0,8}}[出补]{_MUCH}"
_PAYER = "[一每全]年|每个?[月人]|单位|公司|厂[里子方]|财政|中央|省|县|国家"
_YEARLY = f"(?:{_PAYER})[^;。]{{0,8}}[掏扣贴]{_MUCH}|{_OF_PAYERS}"
_HOW_MUCH = re.compile(f"{_PAYS_WHAT}|{_YEARLY}|筹{_MUCH}")
_PAYS = re.compile(f"{_PAYS_WHAT}|{_YEARLY}|筹{_MUCH}|筹资|自己[交缴]|保费|财政补|补助多少")
_AMOUNT = re.compile("多少|好多|几|标准|钱|保费|筹|各出")
_ONLY_WHO = re.compile(  # 保费谁掏
    "谁(?:来|给|去|家)?(?:掏|出|[交缴]|付|负担|承担|贴)(?![^,。;?]{0,4}(?:多少|几|好多|标准))"
)
_WHAT_ONE_PAYS = re.compile("(?<!征)[交缴](?:多少|.{0,6}多少钱)")  # an office collects (征缴)
_ADD_WHAT = re.compile(f"(?:中央|省|县|财政|国家)[^,。;?报]{{0,8}}(?:各|分别)[补出掏贴]{_MUCH}")  # 中央省县各补多少
_OF_FINE = re.compile("罚[^,。;]{0,3}(?:多少|几|好多)|滞纳金")  # 再不交罚多少 asks for no premium
_OF_OTHERS = re.compile("补|财政|政府|公家|中央|国家|多少人|几个人|几号|[什啥]么?时候|哪[天月]")
_HEADS = re.compile("(?:多少|几|好多)(?:个|名|位)?(?:人(?!次)|学生|同学|职工)|(?:几|多少)位")
_ASKS_SUM = re.compile("多少|几|好多|什么|啥|怎么|哪")
_BEYOND = re.compile(
    "超(过|出|限|额)|医疗费|药费|住院费|[最顶][多高][^,;。]{0,5}[给报赔]"
)  # 超过4万的钱谁出 asks about a bill, not a premium
_ONE = "(?:(?<![0-9一二三四五六七八九十两])个人|自己|职工|工人|员工)"  # not the 40个人 of a firm
_BOTH_PAY = re.compile(f"(?:单位|公司|企业|厂).*(?:{_ONE}|我们)|{_ONE}.*(?:单位|公司|企业|厂)")
_OF_EACH_PAYER = re.compile(  # 厂子一个月交多少,工人自己呢; 单位和个人各交多少
    f"(?=.*(?:单位|公司|企业|厂))(?=.*(?:{_ONE}(?:那份|本人|自己)?(?:又|每月|一个月|得|要)*(?:呢|[交缴掏出])|{_ONE}各))"
)
_A_YEAR = re.compile(f"一年(?:要|得|是|收|一共)?{_MUCH}")
_COLLECTED = re.compile(f"收(?:上来?|起来|齐|拢|到|够)?(?:一共|总共|的)?{_MUCH}")
_HOUSE = re.compile("[一全这那]家|全户|[这那一]户|屋头|屋里")
_OF_CARE = re.compile("[报补限封]|门诊|住院|药")
_PAYING = re.compile("[交缴]|参保|续保|登记")
_CLAIMING = re.compile("出院|[去来]报|报销|报账")
_ABOUT = 3


class FirstLines:
    """The first lines of answers from the rules of one library."""

    def __init__(self, library: Library, leads: PolicyLeads, clauses: ClausesMeant) -> None:
        self._policies = library.corpus.policies
        self._library = library
        self._leads = leads
        self._clause_leads = ClauseLeads(library)
        self._clauses = clauses

    def of(
        self, query: str, bare: str, kind: ReplyKind, policy: str, clauses: Sequence[str], case: Case
    ) -> Lead | None:
        """The line that the rules nearest to a question give; None where they give none, or in a document of the user.

        `bare` is the question without the names of places, `clauses` are those found for it, the best first.
        """
        if policy not in self._policies:
            return None
        about = list(clauses[:_ABOUT])
        told = (
            self._leads.of_delay(policy, query)
            or self._leads.with_extra(policy, query, case)
            or self._leads.backward(policy, query, case, about)
            or self._leads.cap_left(policy, query, case)
            or (self._leads.reckoned(policy, query, about, case, bare) if _is_of_difference(query) else None)
            or self.rates(query, policy, about, case)
            or self._decided(query, bare, kind, policy, about, case)
            or self._told(query, kind, policy, about, case)
        )
        told = (
            told
            or self._leads.reckoned(policy, query, about, case, bare)
            or self._leads.counted(policy, about[0], query)
        )
        whole = self._leads.of_whole_premium(policy, query)
        return _beside(None if whole and _asks_only_share(told, query) else told, whole)

    def asks_premium(self, query: str, policy: str) -> bool:
        """Whether a question asks what one pays in, and the policy has a table of it."""
        document = self._policies.get(policy)
        costs = asks_what_insurance_costs(query) and not _OF_OTHERS.search(query)
        asks = _WHAT_ONE_PAYS.search(query) or costs or asks_how_plans_differ(query) or _ADD_WHAT.search(query)
        is_of_others = _asks_only_heads(query) or _OF_FINE.search(query) or asks_what_comes_back(query)
        return document is not None and bool(asks and not is_of_others and stated(document, PremiumRule))

    def rates(self, query: str, policy: str, about: Sequence[str], case: Case) -> Lead | None:
        """The deductible, the ratio or the cap asked for, as the rules of a policy have it for the case.

        None for a year of which it knows nothing: that has to be said first.
        """
        book = self._library.books.get(policy)
        if book is None or not about:
            return None
        lead = band_lead(book, query) or rate_lead(book, self._library.corpus.vocabulary, query, case, about)
        return None if lead and of_another_year(query, book.policy, self._library.texts[policy]) else lead

    def _decided(
        self, query: str, bare: str, kind: ReplyKind, policy: str, about: Sequence[str], case: Case
    ) -> Lead | None:
        """Yes or no from a wait, a list or a waiver; what a person bears first of a part of the bill."""
        if kind != "documents" and (waits := self._leads.waits(policy, query, case)):
            return waits
        if kind == "eligibility":
            verdict = self._leads.verdict(policy, query, case, about, bare)
            if verdict := verdict or self._leads.unwaived(policy, query, case, about):
                return verdict
        if not speaks_of_papers(query) and (listed := self._leads.listed(policy, query, case, about)):
            return listed
        if kind in ("eligibility", "fact") and (of_others := self._leads.unwritten_scheme(policy, query, case, about)):
            return of_others
        return self._leads.first_own(policy, query, case)

    def _told(self, query: str, kind: ReplyKind, policy: str, about: list[str], case: Case) -> Lead | None:
        """What the rule says whose kind is asked for: papers, a window, a premium, a deadline, a wait."""
        if kind != "documents" and (born := since_birth(self._policies[policy], query)):
            return self._clause_leads.of(policy, born, query, case, kind)
        if kind == "documents" and (rest := handed_in(query)):
            return self._clause_leads.awaited(policy, rest, query, about)
        if kind == "documents" and not _asks_hours(query):  # what to bring, before clauses that speak of it
            listed = self._clauses.list_meant(policy, query, about)
            return self._clause_leads.of(policy, listed or about[0], query, case, kind)
        if asks_if_enough(query) and (listed := self._clauses.list_meant(policy, query, about[:1])):
            return self._clause_leads.of(policy, listed, query, case, kind)
        if _STILL.search(query) and not _is_of_claim(query) and (window := self._clauses.open_window(policy, query)):
            return self._clause_leads.of(policy, window, query, case, kind)
        if shared := self._clauses.sharing(policy, query):
            return self._clause_leads.of(policy, shared, query, case, kind)
        is_of_payers = (_PAYS.search(query) or _asks_share(query)) and not _asks_only_heads(query)
        if is_of_payers and not _BEYOND.search(query):  # a table of who pays what
            paid = self._who_pays(query, policy, about, case)
            return paid or self._clause_leads.of(policy, about[0], query, case, kind)
        if reach := self._clauses.reach(policy, query):
            return self._clause_leads.of(policy, reach, query, case, kind)
        window = self._clauses.nearest_window(policy, query, about)
        # 什么时候看病才算数?到几时为止: from when, and the wait knows until when, too
        is_of_delay = (_BY_WHEN.search(query) or tells_of_delay(query)) and not _FROM_WHEN.search(query)
        is_paying = _PAYING.search(query) and not self._clauses.names_event(policy, query, about)
        is_shut = window and is_paying and self._clauses.is_of_paying(policy, window)
        if is_of_delay and not is_shut:  # a deadline nearby answers by when, before other rules about days
            if due := self._due(query, kind, policy, about, case, window):
                return replace(due, is_alone=True)
        elif _FROM_WHEN.search(query):  # so does a time to wait, before other rules about days
            near = (clause for clause in about if self._clauses.has(WaitingRule, policy, clause))
            if waits := next(near, None) or self._clauses.wait(policy, query):
                return self._clause_leads.of(policy, waits, query, case, kind)
        return self._clause_leads.of(policy, window or about[0], query, case, kind)

    def _due(
        self, query: str, kind: ReplyKind, policy: str, about: Sequence[str], case: Case, window: str | None
    ) -> Lead | None:
        """What the deadline nearby says, else, where no window is, the one of the policy that the question means."""
        near = (clause for clause in about if self._clauses.has(DeadlineRule, policy, clause))
        due = next(near, None) or (None if window else self._clauses.deadline(policy, query))
        return self._clause_leads.of(policy, due, query, case, kind) if due else None

    def _who_pays(self, query: str, policy: str, about: Sequence[str], case: Case) -> Lead | None:
        """What the tables of premiums tell, those of both payers where both are asked about.

        That nothing is written, where the document has no such figure at all.
        """
        near = [clause for clause in about if self._clauses.has(PremiumRule, policy, clause)]
        is_of_sum = _AMOUNT.search(query) and not _ONLY_WHO.search(query)
        if about[0] not in near and not is_of_sum:  # another clause says it better: who, how, when
            return None
        asked = _HOW_MUCH.search(query) or _asks_share(query)
        tables = self._clauses.premium_tables(policy, query, about) if asked else near
        # 单位交几个点 does not mean the foreign companies
        tables = sorted(tables, key=lambda clause: self._clauses.is_of_others(policy, clause, query))
        if tables and _OF_EACH_PAYER.search(query):
            tables = [*tables, *self._clauses.tables_of_other_payers(policy, query, tables)]
        told = list(filter(None, (self._clause_leads.of(policy, clause, query, case) for clause in tables)))
        clauses = self._policies[policy].by_id
        if _WHAT_ONE_PAYS.search(query) and not tables and not any("元" in clauses[clause].text for clause in about):
            return Lead("**交多少钱,这份文件没有写。**", (about[0],))
        if not told:
            return None
        if plain := next((one for one in told if one.is_alone), None):  # 全额拨款退休的自己交不交: of no others
            return plain
        others = {clause for clause in tables if self._clauses.is_of_others(policy, clause, query)}
        of_all = [one for one in told if others.isdisjoint(one.clauses)] or told[:1]  # 单位个人各多少 names no teachers
        payers = of_all if _BOTH_PAY.search(query) else told[:1]
        lines = dict.fromkeys(line for one in payers for line in one.text.split("\n"))
        return Lead("\n".join(lines), tuple(dict.fromkeys(clause for one in payers for clause in one.clauses)))


_HEADS_SUMMED = "人一共**"
_ASKS_PAYERS = re.compile(
    "(?:政府|财政|基金|个人|单位|自己|谁)[^,。;]{0,4}[出交缴掏拿]|(?:保费|筹资)?[一总拢]共|合计|一年多少"
)


def _asks_only_heads(query: str) -> bool:
    """Whether a question asks how many persons paid (80块几人交) and not how much anybody pays."""
    left = _HEADS.sub(" ", query)
    return left != query and _ASKS_SUM.search(left) is None


def _asks_only_share(told: Lead | None, query: str) -> bool:
    """Whether what so many heads pay was told, and only a share of all that is asked for (先划给商保公司多少)."""
    return told is not None and _HEADS_SUMMED in told.text and not _ASKS_PAYERS.search(query)


def _asks_hours(query: str) -> bool:
    """Whether a question asks for the time of day or the day of the week, and for no papers (上午去,要装啥)."""
    return _HOURS.search(query) is not None and not asks_which(query)


def _beside(told: Lead | None, more: Lead | None) -> Lead | None:
    """One lead after another, of the second the lines whose sums the first does not tell."""
    if told is None or more is None:
        return told or more
    lines = [line for line in more.text.split("\n") if line.split("**")[1] not in told.text]
    clauses = dict.fromkeys((*told.clauses, *(more.clauses if lines else ())))
    return replace(told, text="\n".join((told.text, *lines)), clauses=tuple(clauses))


def _is_of_difference(query: str) -> bool:
    """Whether a question asks by how much figures differ, and not what so many persons pay under each of two plans."""
    return asks_how_much_more(query) and not asks_what_plans_cost(query)


def _is_of_claim(query: str) -> bool:
    """Whether a question is about handing in a bill after care, and about no premium (出院的单子9月去报赶得上不)."""
    return _CLAIMING.search(query) is not None and not _PAYING.search(query)


def _is_of_heads(query: str) -> bool:
    """Whether a question asks what so many persons cost a year (一年多少钱,我们班38个人), or bring in."""
    is_of_premium = (_A_YEAR.search(query) or _COLLECTED.search(query)) and not _OF_CARE.search(query)
    is_of_house = _COLLECTED.search(query) and _HOUSE.search(query)
    return bool(is_of_premium) and bool(is_of_house or Question.read(query).heads is not None)


def _asks_share(query: str) -> bool:
    """Whether a question asks what somebody pays in, in ways that name no paying in."""
    is_of_cost = asks_what_insurance_costs(query) or asks_what_plans_cost(query)
    return is_of_cost or asks_for_rates(query) or _is_of_heads(query)
