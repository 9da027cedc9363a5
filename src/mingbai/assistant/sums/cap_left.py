"""What is left of a year's cap once something was paid: 今年住院还能再报多少封顶, after a sum or with what was paid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.conversation.one_after_another import of_this_person
from mingbai.assistant.conversation.state import State
from mingbai.assistant.leads.question import Lead
from mingbai.assistant.outcome import Computed
from mingbai.assistant.sums.several import Several
from mingbai.assistant.toolbox import Toolbox
from mingbai.language.asking import HOW_MUCH
from mingbai.language.bills.sums import BILLS
from mingbai.language.notes import FactValue
from mingbai.language.people.persons import called
from mingbai.language.utterance import Utterance
from mingbai.money import words
from mingbai.rules.book import Book
from mingbai.rules.case import Case, CaseError
from mingbai.rules.estimate import Estimate, estimate
from mingbai.rules.yearly import left_by

_STAY = "住院"
_ABOVE_ALL = Decimal(10) ** 9
_DEPTH = 4  # so many facts are tried with all their choices: under a cap they seldom matter
_MUCH = f"(?:{HOW_MUCH}|几块|几个钱|几万|几千)"  # what is left of a cap runs to 万
_LEFT = f"(?:(?:还|再)[^,。;?!0-9]{{0,8}}(?:报|补|赔|用|有|剩)|剩)[^,。;?!0-9]{{0,6}}{_MUCH}"
_OF_YEAR = "今年|本年|这一?年|全年|年内|年度|封顶|额度|限额|上限|到顶|为止"
_TO_THE_TOP = (  # 还差多少到顶, 离封顶还有多少
    f"差[^,。;?!0-9]{{0,3}}{_MUCH}[^,。;?!]{{0,4}}(?:到顶|封顶|上限|限额)"
    f"|(?:离|距|到)(?:封顶|上限|限额|顶)线?[^,。;?!0-9]{{0,3}}[差有剩][^,。;?!0-9]{{0,2}}{_MUCH}"
)
_ASKS = re.compile(f"{_TO_THE_TOP}|(?:{_OF_YEAR})[^。;?!]{{0,14}}?{_LEFT}|{_LEFT}[^,。;?!]{{0,6}}(?:{_OF_YEAR})")

# 还能报多少, after what several bills come to
_ONLY_ASKS = re.compile(
    f"(?:那|我|他|她|它|今年|后面|接下来)*(?:还|再)(?:能|可以)?再?[报补]销?{_MUCH}(?:钱|呢|啊|[。?])*"
)


def asks_what_is_left(text: str) -> bool:
    """Whether a message asks how much the year still allows (那今年住院还能再报好多封顶; 额度还剩多少)."""
    return _ASKS.search(text) is not None


def _only_asks(text: str) -> bool:
    return _ONLY_ASKS.fullmatch(text.rpartition(" ")[2]) is not None  # 特殊病门诊 还能报多少


def with_what_was_paid(utterance: Utterance, state: State, toolbox: Toolbox) -> State | None:
    """The state for a question of what the year still allows, with what was paid so far as used, and without a bill.

    None where a message asks something else or tells a bill, or what was paid before is not known to the fen.
    """
    book = toolbox.library.books.get(state.policy or "")
    asks = asks_what_is_left(utterance.text) or (bool(state.bills) and _only_asks(utterance.text))
    if book is None or state.asked or not asks or state.topic != "estimate":
        return None
    if not utterance.facts.keys().isdisjoint(BILLS) or state.facts.keys().isdisjoint(BILLS):
        return None
    bills = _bills_of_year(state)
    found = toolbox.estimate(book.policy.id, bills[-1])
    paid = Several(toolbox).year_after(book.policy.id, bills)
    if not isinstance(found, Computed) or paid is None:
        return None
    care = str(utterance.facts.get("care", found.care))
    care = care if care in book.by_care else found.care
    used = {name: amount + _told(state, name) for name, amount in left_by(paid, book.by_care[care]).items()}
    if not used:
        return None
    kept = {name: value for name, value in state.facts.items() if name not in (*BILLS, "self_funded", "basic_paid")}
    return replace(state, facts={**kept, "care": care, **used}, bills=(), earlier=())


def cap_left_lead(book: Book, question: str, case: Case) -> Lead | None:
    """The line that says how much the year still allows of a kind of care, where what was paid of it is told."""
    care = str(case.get("care") or _STAY)
    if not (asks_what_is_left(question) or _only_asks(question)) or care not in book.by_care:
        return None
    rule = book.by_care[care].rule
    counted = {name for step in rule.steps if (name := getattr(step, "used", None)) and name in case.facts}
    used = [value for name in counted if isinstance(value := case.get(name), Decimal)]  # of this cap, of one around it
    fresh = Case({name: value for name, value in case.facts.items() if name not in counted})
    left, whole = (_at_most(book, one.with_facts(care=care, **{rule.bill: _ABOVE_ALL})) for one in (case, fresh))
    if not used or left is None or whole is None:
        return None
    if whole - left not in {min(one, whole) for one in (*used, sum(used))}:
        return None
    paid = sum(used) if whole - left == min(sum(used), whole) else max(used)
    text = f"**{care}今年最多还能报 {words(left)}**:一年最多 {words(whole)},已经报了 {words(Decimal(paid))}。"
    return Lead(text, (book.by_care[care].clause.id,))


def _bills_of_year(state: State) -> list[Mapping[str, FactValue]]:
    """The facts of each bill of this person, in the order in which they were told."""
    common = {name: value for name, value in state.facts.items() if not state.bills or name not in BILLS}
    present = [{**common, **one.facts} for one in state.bills if one.whose in ("", called(state.whose))]
    return [*of_this_person(state), *(present or [dict(state.facts)])]


def _told(state: State, fact: str) -> Decimal:
    value = state.facts.get(fact)
    return value if isinstance(value, Decimal) else Decimal(0)


def _at_most(book: Book, case: Case) -> Decimal | None:
    """What is paid of a bill beyond every cap; None where that depends on what is not known, or no cap holds it."""
    amounts = set(_amounts(book, case, _DEPTH))
    amount = amounts.pop() if len(amounts) == 1 else None
    return amount if amount is not None and amount < _ABOVE_ALL / 10 else None


def _amounts(book: Book, case: Case, depth: int) -> Iterator[Decimal | None]:
    try:
        found = estimate(book, case)
    except CaseError:
        yield None
        return
    if isinstance(found, Estimate):
        yield found.amount if found.status == "exact" else None
        return
    first, *_ = found.facts
    if not depth or not found.choices.get(first):
        yield None
        return
    for choice in found.choices[first]:
        yield from _amounts(book, case.with_facts(**{first: choice}), depth - 1)
