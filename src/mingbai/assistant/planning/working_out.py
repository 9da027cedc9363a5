"""What to work out for a message: a sum, one of several bills, the same under other choices or policies, rates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mingbai.assistant.conversation.layer_asked import with_layer_asked
from mingbai.assistant.conversation.one_after_another import of_this_person
from mingbai.assistant.conversation.quota_left import with_carried_over, with_quota_left
from mingbai.assistant.conversation.state import USED, State
from mingbai.assistant.moves import Call, Move, Say
from mingbai.assistant.outcome import Computed, Needed, Refused, Searched
from mingbai.assistant.planning.look_ups.clause_calls import plain_facts
from mingbai.assistant.planning.two_told import told_under_each
from mingbai.assistant.sums.contrasting import Contrasts, names_rate
from mingbai.assistant.sums.own_share import with_own_share
from mingbai.assistant.sums.paid_before import facts_with_deductible, words_on_paid, words_on_whole
from mingbai.assistant.sums.several import Several
from mingbai.assistant.sums.why_apart import asks_why_apart, pairs_apart
from mingbai.assistant.toolbox import Toolbox
from mingbai.assistant.which_policy.deciding import Deciding
from mingbai.assistant.which_policy.order_of_speech import by_place, spoken_at
from mingbai.assistant.which_policy.scope import Scope
from mingbai.corpus.vocabulary import DONT_KNOW
from mingbai.language.bills.sums import BILLS
from mingbai.language.notes import FactValue
from mingbai.language.utterance import Utterance

_CARE = "care"
_GOING_ON = "当作同一年里接着前面说的那笔算;要几笔一共多少,说“一共”"
_NOT_GOING_ON = "前面说的那笔没有接着算:两笔怎么在一年里接着算,规定里算不准"
_ONE_TO_COMPARE = "您说了几笔,要在几个地方之间比较的话,请只说一笔的总费用"


class WorkingOut:
    """Plans what the rules of one library work out."""

    def __init__(self, toolbox: Toolbox, deciding: Deciding) -> None:
        self._toolbox = toolbox
        self._books = toolbox.library.books
        self._deciding = deciding
        self._policies = toolbox.library.corpus.policies
        self._several = Several(toolbox)
        self._contrasts = Contrasts(toolbox)

    def of_sum(self, utterance: Utterance, state: State, scope: Scope) -> tuple[Move, State]:
        """The sum or the comparison that a message asks for, or the question of what it lacks."""
        if book := self._books.get(state.policy or ""):
            state = with_layer_asked(utterance, state, book, self._toolbox.library.corpus.vocabulary)
            state = with_quota_left(utterance, with_own_share(utterance, state, book), book)
        places = [one for one in scope.documents if one in self._books]
        if len(places) > 1 and state.topic == "compare" and not utterance.compared:
            return self._beside(places, utterance, state)
        if state.policy is None and (only := self._deciding.only(state)):
            return self.of_sum(utterance, replace(state, policy=only), scope)
        if state.policy is None:
            return self._deciding.asked(state)
        arguments: dict[str, Any] = {"policy": state.policy, "facts": plain_facts(state.facts)} | _told_bills(state)
        if is_why := asks_why_apart(utterance, state):
            state = self._beside_earlier(state)
        if state.compared:
            (fact, values), *more = state.compared.items()
            also = {name: list(choices) for name, choices in more}
            arguments |= {"fact": fact, "values": list(values)} | ({"also": also} if also else {})
            asked = arguments | ({"why": True} if is_why else {})
            return Call("compare", asked), _after(state, self._several.compare(**arguments))
        if state.bills:
            found = self._several.estimate(**arguments)
            return Call("estimate_bills", arguments), _after(self._asking_of_some(state, arguments, found), found)
        facts, followed = self._in_its_year(state, facts_with_deductible(self._toolbox, state))
        found = self._toolbox.estimate(str(state.policy), facts)
        is_unanswered = isinstance(found, Needed) and _tells_nothing_else(found.facts[0], utterance, state)
        state = replace(state, unanswered=state.unanswered + 1 if is_unanswered else 0)
        if isinstance(found, Needed) and (known := self._not_known(found, utterance, state)):
            return self.of_sum(replace(utterance, unknown=frozenset({found.facts[0]})), known, scope)
        if isinstance(found, Computed):
            paid = (*words_on_paid(self._toolbox, state, found), *words_on_whole(self._toolbox, state, found))
            state = replace(state, beside=(*followed, *paid))
        return Call("estimate", arguments | {"facts": plain_facts(facts)}), _after(state, found)

    def carried_over(self, utterance: Utterance, state: State) -> State | None:
        """The state with what a message tells to be left of last year's allowance; None where it tells none."""
        book = self._books.get(state.policy or "")
        return with_carried_over(utterance, state, book) if book else None

    def _beside_earlier(self, state: State) -> State:
        """The state with the present bill held beside the one told before it, where the year had such a one."""
        if not (earlier := of_this_person(state)):
            return state
        facts, _ = self._in_its_year(state, facts_with_deductible(self._toolbox, state))
        plain = {name: value for name, value in facts.items() if name not in USED}
        is_alike = self._sum(state, plain) == self._sum(state, facts)
        pairs = pairs_apart(earlier[-1], plain if is_alike else facts)
        compared = {name: (str(was), str(now)) for name, (was, now) in pairs.items()}
        return replace(state, compared=compared or state.compared)

    def _sum(self, state: State, facts: Mapping[str, FactValue]) -> str | None:
        found = self._toolbox.estimate(str(state.policy), facts)
        return found.estimate.amount if isinstance(found, Computed) else None

    def _in_its_year(
        self, state: State, facts: Mapping[str, FactValue]
    ) -> tuple[Mapping[str, FactValue], tuple[str, ...]]:
        """The facts of a case with what the bills told before it took of the year, and what is to be said of that."""
        if not (earlier := of_this_person(state)):
            return facts, ()
        taken = self._several.taken_before(str(state.policy), facts, earlier)
        return (facts, (_NOT_GOING_ON,)) if taken is None else ({**facts, **taken}, (_GOING_ON,))

    def _not_known(self, found: Needed, utterance: Utterance, state: State) -> State | None:
        """The state that goes on without an answer: the fact counts as not known, or its choices are held together.

        So it is where what was asked for is told as the policy has no row for (村卫生室), or twice not told at all.
        """
        fact = found.facts[0]
        if not found.choices or state.compared or (fact in utterance.unknown and fact != _CARE):
            return None
        if state.facts.get(fact) == DONT_KNOW:
            cares = [one for one in found.choices if self._is_worked_out(state, one)] if fact == _CARE else []
            return replace(state, compared={fact: tuple(cares)}) if len(cares) > 1 else None
        if fact == _CARE or not (state.unanswered > 1 or (state.unanswered and fact in utterance.facts)):
            return None
        return replace(state, facts={**state.facts, fact: DONT_KNOW}, unheard=fact)

    def _is_worked_out(self, state: State, care: str) -> bool:
        """Whether a kind of care has a sum, or lacks no more than another choice."""
        found = self._toolbox.estimate(str(state.policy), {**state.facts, _CARE: care})
        return isinstance(found, Computed) or (isinstance(found, Needed) and bool(found.choices))

    def of_rates(self, utterance: Utterance, state: State) -> Call | None:
        """Rates held side by side where no bill is told; None where the rules do not give them."""
        named = by_place(state.documents, self._policies, utterance)
        groups = [[one for one in group if one in self._books] for group in named]
        arguments: dict[str, Any] = {"facts": plain_facts(state.facts), "about": utterance.text}
        if len(state.compared) == 1 and state.policy in self._books:
            ((fact, values),) = state.compared.items()
            arguments |= {"policies": [state.policy], "fact": fact, "values": list(values)}
        elif len(groups) > 1 and names_rate(utterance.text) and all(len(group) == 1 for group in groups):
            arguments["policies"] = [one for group in groups for one in group]
        else:
            return None
        found = self._contrasts.between(**arguments)
        return Call("compare_rates", arguments) if isinstance(found, Searched) and found.lead else None

    def _beside(self, places: list[str], utterance: Utterance, state: State) -> tuple[Move, State]:
        """The same bill under the policies of several places, in the order in which these were named."""
        if state.bills:
            return Say("clarify", _ONE_TO_COMPARE, missing=("cost",)), replace(state, asked="cost", bills=())
        places = sorted(places, key=lambda one: spoken_at(self._policies[one], utterance))
        arguments: dict[str, Any] = {"policies": places, "facts": plain_facts(state.facts)}
        if own := {one: plain_facts(facts) for one, facts in told_under_each(state, places).items()}:
            arguments["own"] = own
        return Call("compare_policies", arguments), _after(state, self._toolbox.compare_policies(**arguments))

    def _asking_of_some(self, state: State, arguments: Mapping[str, Any], found: object) -> State:
        """The state with its bills ready for an answer: it takes the place of what some of them said themselves."""
        if not isinstance(found, Needed):
            return state
        fact = found.facts[0]
        lacking = self._several.lacking(state.policy or "", state.facts, arguments["bills"], fact)
        left = [{name: one.facts[name] for name in one.facts if name != fact} for one in state.bills]
        bills = (replace(one, facts=left[at]) if at in lacking else one for at, one in enumerate(state.bills))
        return replace(state, bills=tuple(bills))


def _tells_nothing_else(asked: str, utterance: Utterance, state: State) -> bool:
    """Whether a message could have told what had been asked for, and tells nothing else of the case."""
    tells_else = utterance.facts.keys() - {asked} or utterance.places or utterance.policies
    return asked == state.asked_before and not tells_else


def _told_bills(state: State) -> dict[str, Any]:
    """The bills of a conversation as arguments of a tool, under the name that their sum has; none for one bill."""
    if not state.bills:
        return {}
    fact = next(one for one in BILLS if one in state.facts)
    own = [{fact if name in BILLS else name: str(value) for name, value in one.facts.items()} for one in state.bills]
    alone = {"alone": True} if any(one.is_alone for one in state.bills) else {}
    return {"bills": own, "whose": [one.whose for one in state.bills]} | alone


def _after(state: State, outcome: object) -> State:
    """The state once the outcome is known: what will have been asked."""
    if isinstance(outcome, Needed):
        return replace(state, asked=outcome.facts[0])
    if isinstance(outcome, Refused):
        return replace(state.without(outcome.fact), asked=outcome.fact)
    return replace(state, asked=outcome.supply_fact) if isinstance(outcome, Computed) else state
