"""Where a conversation stands: which policy, which facts, what was asked, read anew from its messages each time."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Literal

from mingbai.assistant.conversation.bill_told import Paid, paid_told, with_bill
from mingbai.assistant.conversation.told_of_case import only_tells
from mingbai.assistant.quizzing.round import Round
from mingbai.language.bills.several import Bill
from mingbai.language.bills.so_far import tells_sum_so_far
from mingbai.language.bills.sums import BILLS
from mingbai.language.bills.visits import asks_all
from mingbai.language.figures.changes import Change
from mingbai.language.notes import FactValue, Uncounted
from mingbai.language.people.persons import called
from mingbai.language.utterance import Utterance

Topic = Literal["estimate", "compare", "documents", "procedure", "eligibility", "fact"]
SEARCHED: tuple[Topic, ...] = ("documents", "procedure", "eligibility", "fact")  # answered out of the clauses
POLICY = "policy"
_BILLS = ("excess", "own_share")
_OWN_TO_A_POLICY = ("plan", "employment", "filed", "care_place", "admission", "diseases", "child_major_disease")
USED = ("used_this_year", "special_used_this_year")
_OWN_AMOUNTS = ("excess", "basic_cap", *USED, "deductible", "deductible_paid", "band_floor")
_NOT_SHARED = (*_OWN_TO_A_POLICY, *_OWN_AMOUNTS, "marked_drugs", "carried_over")
_OWN_TO_A_CARE = (
    "admission",
    "diseases",
    "deductible_paid",
    "special_used_this_year",
    "used_this_year",
    "carried_over",
)

_COUNTED = ("admission", "in_all", "self_funded")
_BESIDE = re.compile("[和跟与同][^,。;?!]{1,12}比")
_ONE_MORE = re.compile("又|再|另|还|第[二三四五六2-6][次回趟]|[后下]一?[次回趟]|后来|加上|多(?!少)")


@dataclass(frozen=True)
class State:
    """What the conversation has established so far; `set_aside` are facts of policies not spoken of just now.

    `uncounted` has the sums of the last message that are none of the bill or only a part of it (押金5000).
    What was self-funded is `taken_off` an amount beside the bill itself.
    `rough` names the amounts that are only about so much, `reckoned` says how those told by the day came to a whole,
    `spoken` has the words by which the places were named,
    `question` is the last one looked up in clauses, `insured_where_treated` the place that was taken for the insured
    one's because no other was named. `varied` holds what the last message with a fact changed, before and after;
    `looked_up` has the arguments of the last search, `looked_before` those of the one before it,
    `thread` the questions since one named what it is about;
    `is_doubted` where the last message only asked back about the answer. Of several `bills` the facts hold the sum.
    `earlier` are the bills of this policy that were told before the present one, a message each, with all their facts.
    `paid` is what is said to be paid of it already, `beside` what is to be said of that beside the answer.
    `heard` has the words of the facts that were told as nobody wrote them down. `whose` case it is, as far as said;
    `others` have what was told of persons spoken of before, `of_household` names the facts that are not one person's,
    `covered` has those of the case in whose place a question about somebody else put its own. `asked_before` is the
    fact that the last message could have answered; `unheard` it where no answer was found in it, so that it counts as
    not known; `unanswered` how often in a row what was asked for was not told. `premiums` is what an insurance was said
    to cost before it was known which one it is. `within` is the bill told before that the present one, the year's
    whole so far, holds too.
    """

    policy: str | None = None
    documents: tuple[str, ...] = ()
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    set_aside: Mapping[str, Mapping[str, FactValue]] = field(default_factory=dict)
    compared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    topic: Topic | None = None
    asked: str | None = None
    schemes: tuple[str, ...] = ()
    round: Round | None = None
    rough: frozenset[str] = frozenset()
    reckoned: tuple[str, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()
    taken_off: str | None = None
    spoken: Mapping[str, str] = field(default_factory=dict)
    question: str | None = None
    insured_where_treated: str | None = None
    varied: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    is_doubted: bool = False
    looked_up: Mapping[str, Any] | None = None
    looked_before: Mapping[str, Any] | None = None
    thread: str = ""
    bills: tuple[Bill, ...] = ()
    earlier: tuple[Bill, ...] = ()
    paid: Paid | None = None
    beside: tuple[str, ...] = ()
    heard: Mapping[str, str] = field(default_factory=dict)
    whose: str = ""
    others: Mapping[str, Mapping[str, FactValue]] = field(default_factory=dict)
    of_household: frozenset[str] = frozenset()
    covered: Mapping[str, FactValue | None] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    asked_before: str | None = None
    unheard: str | None = None
    unanswered: int = 0
    premiums: tuple[Decimal, ...] = ()
    within: Decimal | None = None

    @property
    def bill(self) -> str:
        """The amount spoken of so far, to which a later bare amount belongs."""
        return next((fact for fact in _BILLS if fact in self.facts), "cost")

    def facts_for(self, documents: Collection[str]) -> Mapping[str, FactValue]:
        """The facts that hold under some documents: what belongs to the policy spoken of so far only under that."""
        if self.policy is None or self.policy in documents:
            return self.facts
        return {name: value for name, value in self.facts.items() if name not in _NOT_SHARED}

    def left(self) -> State:
        """The state once another policy is spoken of, not yet known which; what belongs to the one before is kept."""
        if self.policy is None:
            return self
        own = {name: value for name, value in self.facts.items() if name in _NOT_SHARED}
        set_aside = {**self.set_aside, self.policy: own}
        return replace(self, policy=None, facts=self.facts_for(()), set_aside=set_aside)

    def told(self, utterance: Utterance, policy: str | None) -> State:
        """The state after an utterance: later facts win, and a fact of one policy does not leak into another."""
        facts, set_aside = dict(self.facts), dict(self.set_aside)
        is_another = policy is not None and self.policy is not None and policy != self.policy
        if policy and self.policy and is_another:
            set_aside[self.policy] = {name: facts.pop(name) for name in _NOT_SHARED if name in facts}
            facts.update(set_aside.pop(policy, {}))
        said_care = utterance.facts.get("care")
        if said_care and facts.get("care") not in (None, said_care):
            for name in _OWN_TO_A_CARE:
                facts.pop(name, None)
        if "cost" in utterance.facts:
            facts.pop("self_funded", None)
            if "basic_cap" in {*facts, *utterance.facts}:
                facts.pop("excess", None)
        told_before = {name for name in utterance.unknown & facts.keys() if name != self.asked}
        facts.update({name: value for name, value in utterance.facts.items() if name not in told_before})
        facts = {name: value for name, value in facts.items() if utterance.denied.get(name) != value}
        facts = with_bill(facts, self, utterance)
        bills = self._bills(utterance)
        if bills and not utterance.bills and "admission" in utterance.facts:
            del facts["admission"]  # 两次一共 counts the bills
        if len(bills) > len(self.bills) and not utterance.bills:
            for fact in {fact for fact in bills[-1].facts if any(fact not in one.facts for one in bills)}:
                facts.pop(fact, None)  # told of the one more alone
        for fact in {fact for one in bills for fact in one.facts if fact in BILLS}:
            facts[fact] = sum((one.facts[fact] for one in bills), Decimal(0))
        compared = self._compared_under(policy, utterance)
        if _BESIDE.search(utterance.text) and not utterance.compared:  # 和一档比差多少: theirs is what it was
            facts |= {name: self.facts[name] for name in compared if name in self.facts}
        return replace(
            self,
            policy=policy or self.policy,
            facts=facts,
            bills=bills,
            paid=paid_told(utterance, self.paid) or (None if "cost" in utterance.facts or is_another else self.paid),
            beside=(),
            set_aside=set_aside,
            compared=compared,
            varied=self._varied(utterance, policy),
            schemes=utterance.schemes or self.schemes,
            asked=None,
            asked_before=self.asked,
            unheard=None,
            within=None,
            premiums=() if policy or self.policy else utterance.premiums or self.premiums,
            rough=(self.rough - utterance.facts.keys()) | utterance.rough,
            uncounted=utterance.uncounted,
            taken_off=utterance.taken_off or (None if {"cost", *_BILLS} & utterance.facts.keys() else self.taken_off),
            reckoned=utterance.reckoned or (() if {"cost", *_BILLS} & utterance.facts.keys() else self.reckoned),
            spoken=utterance.spoken or self.spoken,
            heard={
                **{name: self.heard[name] for name in self.heard.keys() - utterance.facts.keys()},
                **utterance.heard,
            },
        )

    def _bills(self, utterance: Utterance) -> tuple[Bill, ...]:
        """The bills after an utterance: as told, with one more (又住了一次花2000,两次一共), or as they were.

        A fact told anew holds for all of them, unless it was asked for what one of them lacked.
        """
        told = next((fact for fact in BILLS if fact in utterance.facts), None)
        if utterance.bills or told is None:
            kept = utterance.bills or self.bills
            new = () if utterance.bills else utterance.facts.keys() - {self.asked}
            return tuple(
                replace(one, facts={name: value for name, value in one.facts.items() if name not in new})
                for one in kept
            )
        is_anothers = any(one.whose not in ("", called(self.whose)) for one in self.bills)
        is_one_more = told in self.facts and (is_anothers or _is_one_more(utterance.text, told)) and not self.asked
        is_for_all = asks_all(utterance.text) or (self.bills and utterance.change == Change())
        if not (is_one_more and is_for_all):
            return ()
        return self._with_one_more(utterance, told, is_anothers=is_anothers)

    def _with_one_more(self, utterance: Utterance, told: str, *, is_anothers: bool) -> tuple[Bill, ...]:
        """The bills so far with the one of an utterance; what it tells otherwise stays with those before as it was.

        All that is told of another person is theirs alone.
        """
        changed = {
            name: value
            for name, value in utterance.facts.items()
            if name == told
            or (name not in _COUNTED and (is_anothers or name in self.facts) and self.facts.get(name) != value)
        }
        before = {name: self.facts[name] for name in changed if name in self.facts}
        earlier = self.bills or (Bill(before),)
        whose = called(self.whose) if any(one.whose for one in earlier) else ""
        return (*(replace(one, facts={**before, **one.facts}) for one in earlier), Bill(changed, whose))

    def _compared_under(self, policy: str | None, utterance: Utterance) -> Mapping[str, tuple[str, ...]]:
        """What is compared, without what only the policy before tells apart (和岳池比呢, after plans)."""
        compared = self._compared(utterance)
        if policy in (None, self.policy) or self.policy is None or utterance.compared:
            return compared
        if utterance.facts and "difference" in utterance.intents:  # 跟北京的孩子比呢: the policies themselves
            return {}
        return {name: values for name, values in compared.items() if name not in _NOT_SHARED}

    def _compared(self, utterance: Utterance) -> Mapping[str, tuple[str, ...]]:
        """What is compared: as said; with what it was before (那三级呢,差多少); as said when a fact was asked for."""
        if utterance.compared:
            return utterance.compared
        if "difference" in utterance.intents and not utterance.facts:  # 差多少, after 那要是二档呢
            return {name: values for name, values in self.varied.items() if name != POLICY}
        if "difference" in utterance.intents:
            unsaid = "" if self.topic in ("estimate", "compare") and not self.asked else None
            return {
                name: (before, value)
                for name, value in utterance.facts.items()
                if isinstance(value, str)
                and isinstance(before := self.facts.get(name, unsaid), str)
                and before != value
            }
        if not self.asked and self.topic != "compare":
            return {}
        return {name: values for name, values in self.compared.items() if name not in utterance.facts}

    def _varied(self, utterance: Utterance, policy: str | None) -> Mapping[str, tuple[str, str]]:
        """What an utterance changes of what was worked out (empty: not said before); kept by one that says nothing."""
        if not utterance.facts and policy in (None, self.policy):
            return self.varied
        if self.asked or self.topic not in ("estimate", "compare"):
            return {}
        changed = {
            name: (str(self.facts.get(name, "")), str(value))
            for name, value in utterance.facts.items()
            if self.facts.get(name) != value
        }
        if policy and self.policy and policy != self.policy:
            changed[POLICY] = (self.policy, policy)
        return changed

    def hearing(self, utterance: Utterance, before: State) -> State:
        """The state with a message that tells the case; with a bill and a place or person of its own it begins one."""
        if self.topic not in ("estimate", "compare", "eligibility") and not only_tells(utterance.text):
            return self
        tells_bill = not utterance.facts.keys().isdisjoint(BILLS)
        is_placed = bool(utterance.places or utterance.policies)
        has_bill = not before.facts.keys().isdisjoint(BILLS)
        is_new = has_bill and tells_bill and not before.asked and is_placed
        is_of_other = bool(before.whose) and self.whose != before.whose
        return replace(self, said=(utterance.text,) if is_new or is_of_other else (*self.said, utterance.text))

    @property
    def running_round(self) -> Round | None:
        """The round of a quiz an item of which waits for an answer."""
        return self.round if self.round and self.round.is_running else None

    def out_of_quiz(self) -> State:
        """The state after a question about something else: a round waits, one that had no place yet is dropped."""
        if self.round is None or not self.round.is_open:
            return self
        return replace(self, round=replace(self.round, is_open=False) if self.round.is_running else None)

    def with_care(self, care_place: str) -> State:
        """The state with where the care just told of was: of one person's bill beside those of others, or of all."""
        *others, last = self.bills or (None,)
        if last and last.whose == called(self.whose) and any(one and one.whose != last.whose for one in others):
            own = replace(last, facts={**last.facts, "care_place": care_place})
            return replace(self, bills=(*self.bills[:-1], own))
        return replace(self, facts={**self.facts, "care_place": care_place})

    def without(self, fact: str) -> State:
        """The state without a fact that could not be used."""
        kept = {name: value for name, value in self.facts.items() if name != fact}
        return replace(self, facts=kept, bills=() if fact in BILLS else self.bills)


def _is_one_more(text: str, told: str) -> bool:
    """Whether a message tells one more bill, and not what those of the year come to by now."""
    return _ONE_MORE.search(text) is not None and not (told in _BILLS and tells_sum_so_far(text))
