"""Whether a case told with its sum can be paid at all: what is told beside the sum, held against lists and conditions.

The same lists, waits and answers that say no to a question without a sum say it here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from mingbai.assistant.conversation.not_insured import not_insured, of_members
from mingbai.assistant.conversation.told_of_case import NOT_OF_PREMIUM, Statement, denies, statements
from mingbai.assistant.leads.waiting import before_it_began, waiting_lead
from mingbai.assistant.library import Library
from mingbai.assistant.matching.asked import SURE
from mingbai.assistant.matching.pieces import any_of
from mingbai.assistant.outcome import Compared, Computed, Needed, Outcome, Refused, Searched
from mingbai.assistant.passages import passage
from mingbai.assistant.sums.otherwise_paid import if_it_were_paid
from mingbai.corpus.kinds import CoversRule, ExcludesRule, PaysWhenRule
from mingbai.corpus.kinds.lists import ListItem
from mingbai.corpus.models import Policy
from mingbai.language.people.grown import OF_ANY_AGE
from mingbai.rules.case import Case, CaseError, FactValue
from mingbai.rules.denial import denied_in, holds_in, says
from mingbai.rules.lists import Finding, findings
from mingbai.rules.stated import Stated, stated

_NO, _IF_SO = "**不能报**:", "是这样的话一分不报"
_HARDSHIP, _NONE, _OF_THE_POOR = "hardship", "无", "救助对象"
_SAYS_POOR = re.compile(
    "(?<!不是)救助对象|[办批享得][^,。;]{0,4}救助|(?<!不是)困难(?:户|群众|家庭|对象)|贫困|救助(?:资格|证)"
)
_MEMBERS = ("参保人", "参保身份")
_WORKERS = "职工"
_GROUPS = (_WORKERS, "居民")
_DECIDING = (CoversRule, ExcludesRule, PaysWhenRule)
_DENYING = re.compile("(?P<no>不(?:能|行|报|补|管|赔|在内|在里面|享受)(?=[：:，,。]|$))|只有|要有|要是")
_OF_ITS_PEOPLE = re.compile("(?:的?(?:城[镇乡])?(?:居民|老百姓|人))?的?")
_CHILDREN = ("儿童", "学生")
_LIKELY = 0.5
"""So much like a way of asking, what is told is worth a word; from SURE on it decides."""


@dataclass(frozen=True)
class Ruling:
    """What a clause says to something told: that nothing is paid (`is_sure`), or what the amount depends on."""

    text: str
    clause: str
    is_sure: bool


class Standing:
    """Holds the cases told under the policies of one library against their lists, waits and conditions."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._vocabulary = library.corpus.vocabulary

    def held(self, outcome: Outcome, told: str, facts: Mapping[str, object], policy: str = "") -> Outcome:
        """An outcome as it was; where a clause surely says no, that instead; where it depends, with its condition."""
        about = _of(outcome) or policy
        document = self._library.corpus.policies.get(about)
        if not told.strip() or document is None or about not in self._library.books:
            return outcome
        care = outcome.care if isinstance(outcome, Computed) else str(facts.get("care", ""))
        own = [one.clause for one in outcome.citations] if isinstance(outcome, Computed) else []
        rulings = tuple(self._rulings(document, told, self._case(facts), care, own))
        if sure := next((one for one in rulings if one.is_sure), None):
            otherwise = tuple(if_it_were_paid(outcome, told))
            clauses = dict.fromkeys((sure.clause, *(own[:1] if otherwise else ())))
            return Searched(
                kind="eligibility",
                passages=tuple(passage(self._library, about, one) for one in clauses),
                lead="\n".join((sure.text, *otherwise)),
                warnings=self._library.warnings(about),
            )
        provided = tuple(dict.fromkeys(one.text for one in rulings))
        if not provided or not isinstance(outcome, Computed) or outcome.estimate.high == "0.00":
            return outcome
        more = self._library.citations(about, dict.fromkeys(one.clause for one in rulings))
        cited = tuple(dict.fromkeys((*outcome.citations, *more)))
        return outcome.model_copy(update={"provided": provided, "citations": cited})

    def _case(self, facts: Mapping[str, object]) -> Case:
        known: dict[str, FactValue] = {}
        for name, value in facts.items():
            with suppress(CaseError):
                known |= Case.read({name: value}, self._vocabulary).facts  # type: ignore[dict-item]
        return Case(known)

    def _rulings(self, policy: Policy, told: str, case: Case, care: str, cited: Collection[str]) -> Iterator[Ruling]:
        """What the clauses of a policy say to all that is told, what is surest first."""
        said = statements(told)
        text = ",".join(one.text for one in said)
        if clause := not_insured(policy, said):
            yield Ruling("**不能报**:这项待遇只给参加了、交了费的人,您说没有参加或者没有交。", clause, is_sure=True)
        yield from self._listed(policy, said, text, case, care)
        yield from _unmet(policy, text)
        yield from self._of_no_hardship(policy, text, case)
        yield from self._too_early(policy, text, case)
        yield from self._of_another_scheme(policy, text, case, care)
        yield from self._of_no_worker(policy, text, case)
        yield from self._answered(policy, said, cited)

    def _listed(self, policy: Policy, said: Sequence[Statement], text: str, case: Case, care: str) -> Iterator[Ruling]:
        """What lists of what is not paid, and of who is insured, say."""
        for denied in stated(policy, ExcludesRule):
            if not denied.rule.cares or care in denied.rule.cares:
                for found in findings(denied, text, self._vocabulary, case):
                    yield from _excluded(denied, found, said, case)
        for paid in stated(policy, CoversRule):
            if not paid.rule.cares or care in paid.rule.cares:
                for found in findings(paid, text, self._vocabulary, case):
                    yield from _uncovered(paid, found, case)

    def _of_no_hardship(self, policy: Policy, text: str, case: Case) -> Iterator[Ruling]:
        """That what is given to the poor alone is not for who says to be none; a condition where nobody said."""
        told = case.get(_HARDSHIP)
        for one in stated(policy, PaysWhenRule):
            of_poor = next((it for it in one.rule.conditions if _OF_THE_POOR in it), None)
            if of_poor is None or policy.scheme not in (one.rule.pays_when, *one.rule.says):
                continue
            if told == _NONE:
                yield Ruling(f"{_NO}{one.rule.pays_when}要“{of_poor}”。", one.clause.id, is_sure=True)
            elif told is None and not _SAYS_POOR.search(text):
                yield Ruling(f"要“{of_poor}”,不是的话一分不报", one.clause.id, is_sure=False)

    def _too_early(self, policy: Policy, text: str, case: Case) -> Iterator[Ruling]:
        if NOT_OF_PREMIUM.search(text):  # 3月1日住院交了押金
            return
        waits = waiting_lead(policy, self._vocabulary, text, case)
        lead = waits or before_it_began(policy, text)
        if lead and lead.clauses and not lead.text.startswith("**能**"):
            is_sure = lead.text.startswith(("**不能**", "**不算**"))
            yield Ruling(lead.text if is_sure else lead.text.replace("**", ""), lead.clauses[0], is_sure)

    def _of_another_scheme(self, policy: Policy, text: str, case: Case, care: str) -> Iterator[Ruling]:
        """That a policy is for one of the two schemes, where the person says that they are in the other."""
        told, scheme = case.get("basic_scheme"), policy.scheme
        if not isinstance(told, str) or self._tells_schemes_apart(policy):
            return
        own = [group for group in _GROUPS if group in scheme]
        other = [group for group in _GROUPS if group in told]
        if len(own) == 1 and other and other != own:
            is_a_childs = case.get("insured") in _CHILDREN  # the scheme may then be a parent's
            is_sure = not is_a_childs and own[0] not in text
            says = f"这份规定是{scheme},参加{told}的不在里面"
            yield Ruling(f"{_NO}{says}。" if is_sure else says, of_members(policy), is_sure)

    def _only_names_place(self, policy: Policy, one: Statement) -> bool:
        """Whether a statement only says which insurance it is (岳池居民, 山东大病保险), for which the sum is."""
        names = {word for place in policy.place for word in (place, *self._vocabulary.place_words.get(place, ()))}
        names |= {*policy.also_called, policy.scheme}
        return bool(names) and _OF_ITS_PEOPLE.fullmatch(any_of(names).sub("", one.beside_sum)) is not None

    def _of_no_worker(self, policy: Policy, text: str, case: Case) -> Iterator[Ruling]:
        """That a policy is for those who work, where a pupil or a child is ill; a son may be grown, which is open."""
        told, scheme = case.get("insured"), policy.scheme
        own = [group for group in _GROUPS if group in scheme]
        if not isinstance(told, str) or own != [_WORKERS] or self._tells_schemes_apart(policy):
            return
        if told in _CHILDREN:
            is_sure = told in text or not OF_ANY_AGE.search(text)
            says = f"这份规定是{scheme},没有工作的{told if is_sure else '孩子'}不在里面"
            yield Ruling(f"{_NO}{says}。" if is_sure else says, of_members(policy), is_sure)

    def _tells_schemes_apart(self, policy: Policy) -> bool:
        computations = self._library.books[policy.id].by_care.values()
        return any("basic_scheme" in one.domain for one in computations)

    def _answered(self, policy: Policy, said: Sequence[Statement], cited: Collection[str]) -> Iterator[Ruling]:
        """What is known to be answered where one asks about what is told: by clauses with lists and conditions.

        Those `cited` for the sum say on what part of it depends (外地户口低收入, of those with 吴江户籍).
        """
        ruling = {one.id for one in policy.clauses if any(isinstance(rule, _DECIDING) for rule in one.rules)}
        for one in said:
            if self._only_names_place(policy, one):
                continue
            known = [it for way in one.asked_as for it in self._library.asked.known(way, (policy.id,), _LIKELY)]
            fitting = (it for it in known if it.clause in {*ruling, *cited} and denies(it.words) == denies(one.text))
            best = max(fitting, key=lambda it: it.alike, default=None)
            if best is None or not (found := _DENYING.match(best.answer or "")):
                continue
            is_sure = found["no"] is not None and not one.is_open and best.alike >= SURE and best.clause in ruling
            if best.clause in ruling or found["no"]:
                answer = str(best.answer)
                why = answer.partition("：")[2] or answer
                told = f"您说“{one.beside_sum}”,{answer.replace('：', ',')}"
                yield Ruling(f"{_NO}{why}。" if is_sure else told, best.clause, is_sure)


def _uncovered(one: Stated[CoversRule], found: Finding, case: Case) -> Iterator[Ruling]:
    """That a list of what is paid, or of who is insured, leaves out what is told; or on what it takes that in."""
    of_members = one.rule.of in _MEMBERS
    where = f"“{found.list_name}”里写了“{found.item}”"
    if found.is_off_list:
        is_other = found.verdict == "depends" and of_members and _is_told(found.word, case)
        if is_other or (found.verdict == "no" and (one.rule.cares or of_members)):
            listed = "、".join(item.item for item in one.rule.items if isinstance(item, ListItem))
            yield Ruling(f"{_NO}“{found.list_name}”只有:{listed}。", found.clause, is_sure=True)
    elif found.verdict == "no":
        yield Ruling(f"{_NO}{where},{found.unless}除外。", found.clause, is_sure=True)
    elif found.verdict == "depends" and of_members:
        yield Ruling(f"{where},要{found.condition}才行", found.clause, is_sure=False)


def _excluded(one: Stated[ExcludesRule], found: Finding, said: Sequence[Statement], case: Case) -> Iterator[Ruling]:
    """That a list of what is not paid has what is told, all of it or so much of the bill; or has it on a condition."""
    item = next(it for it in one.rule.items if isinstance(it, ListItem) and it.item == found.item)
    by = next((it for it in said if says(it.text, found.word)), None)
    if by is None or found.verdict == "yes":
        return
    where = f"“{found.list_name}”里写了“{found.item}”"
    exception = f"({found.unless}除外)" if found.unless else ""
    if item.part and not by.is_whole_bill:
        if {"self_funded", "marked_drugs"}.isdisjoint(case.facts):  # else it is taken off already
            yield Ruling(f"{where},这部分不报,要从费用里去掉", found.clause, is_sure=False)
    elif found.verdict == "depends" and (found.condition or not holds_in(by.text, found.item)):
        on = f"({found.condition})" if found.condition else exception
        yield Ruling(f"{where}{on},{_IF_SO}", found.clause, is_sure=False)
    elif by.is_open or found.note:
        yield Ruling(f"{where},{_IF_SO}", found.clause, is_sure=False)
    else:
        yield Ruling(f"{_NO}{where}{exception}。", found.clause, is_sure=True)


def _is_told(word: str, case: Case) -> bool:
    """Whether a word names the scheme that the person says they are insured in."""
    scheme = case.get("basic_scheme")
    return isinstance(scheme, str) and any(group in word and group in scheme for group in _GROUPS)


def _unmet(policy: Policy, text: str) -> Iterator[Ruling]:
    """A condition for all that a policy gives, of which the person says that it does not hold."""
    for one in stated(policy, PaysWhenRule):
        if one.rule.any or policy.scheme not in (one.rule.pays_when, *one.rule.says):
            continue
        for condition in one.rule.conditions:
            if denied_in(text, condition):
                yield Ruling(f"{_NO}{one.rule.pays_when}要“{condition}”。", one.clause.id, is_sure=True)


def _of(outcome: Outcome) -> str:
    """The policy that an outcome of working out is of; empty where it is of none, or of several."""
    if isinstance(outcome, Compared):
        policies = {case.policy for _, case in outcome.cases}
        return policies.pop() if len(policies) == 1 else ""
    return outcome.policy or "" if isinstance(outcome, Computed | Needed | Refused) else ""
