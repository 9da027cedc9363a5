"""Whether a message goes on with a sum that was worked out: asks a part of it, answers for it, varies it."""

from __future__ import annotations

import re

from mingbai.assistant.conversation.left_open import varies
from mingbai.assistant.conversation.state import POLICY, SEARCHED, State
from mingbai.assistant.planning.about.named import names_place
from mingbai.assistant.planning.about.questions import is_question
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.wording.own_first import asks_part, asks_what_is_left_to_pay
from mingbai.language.bills.sums import BILLS
from mingbai.language.utterance import Utterance

_ASKS_PART = 24  # characters of one that only asks a part of a sum
_DEDUCTS_AGAIN = re.compile("(?:还|又|再|要)[^,。;0-9]{0,4}(?:起付|门槛)|(?:起付|门槛)[^,。;0-9多几]{0,3}(?:还|又|再)")
_WHICH = re.compile("(?:哪个|哪边|哪里|哪儿|谁)[^,。;?!]{0,3}(?:报|补|赔|给)得?[^,。;?!]{0,2}[多少高]")

_COUNTS = re.compile("算不算|算不|够不够|够不|够得[上着]|算得上|达没达到|到没到|达得到")


def asks_if_counts(utterance: Utterance, state: State) -> bool:
    """Whether a message asks of another case if the sum just worked out is enough there (我要是职工医保那6500算不算).

    The sum worked out for that case answers it: what is paid, or how much it falls short.
    """
    is_sum = state.topic == "estimate" and not state.asked and state.bill in {*state.facts} & {*utterance.facts}
    others = utterance.facts.keys() - {*BILLS}
    is_other_case = any(name in state.facts and state.facts[name] != utterance.facts[name] for name in others)
    return is_sum and is_other_case and _COUNTS.search(utterance.text) is not None


def asks_part_of_sum(utterance: Utterance, state: State, bills: SettledBills) -> bool:
    """Whether a message only asks for a part of the sum that was worked out (我自己掏的呢)."""
    if not bills.any_of(state.facts) or not _asks_part(utterance, state):
        return False
    is_known = state.policy is not None and not state.asked  # a rule may have been asked about in between
    return state.topic in ("estimate", "compare") or (is_known and asks_what_is_left_to_pay(utterance.text))


def _asks_part(utterance: Utterance, state: State) -> bool:
    """Whether a message with nothing new asks one part of what was worked out (自己掏多少; 起付线扣了多少)."""
    is_new = any(state.facts.get(name) != value for name, value in utterance.facts.items())
    is_short = len(utterance.text) <= _ASKS_PART
    return is_short and not (is_new or names_place(utterance) or utterance.compared) and asks_part(utterance.text)


def takes_off(utterance: Utterance, state: State, bills: SettledBills) -> bool:
    """Whether a message only tells what of the bill before is not paid for (其中4千是不合理费用不认)."""
    is_told = "self_funded" in utterance.facts and utterance.facts.keys().isdisjoint(BILLS)
    is_of_sum = state.topic == "estimate" and bills.any_of(state.facts)
    return is_told and is_of_sum and not is_question(utterance)


def goes_on_spending(utterance: Utterance, state: State, bills: SettledBills) -> bool:
    """Whether a message tells one bill more and only asks if the deductible is taken again (还扣门槛不)."""
    is_of_sum = state.topic == "estimate" and bills.any_of(state.facts) and bills.any_of(utterance.facts)
    return is_of_sum and utterance.intents <= {"eligibility"} and _DEDUCTS_AGAIN.search(utterance.text) is not None


def compares_on(utterance: Utterance, state: State) -> bool:
    """Whether a message answers for a comparison, or varies what was the same for all that was compared."""
    if state.asked in utterance.facts:
        return True
    is_varied = bool(utterance.facts) and not (utterance.places or utterance.policies)
    has_more = state.compared.keys() - utterance.facts.keys() or (not state.compared and len(state.documents) > 1)
    return is_varied and bool(has_more) and not utterance.intents & {*SEARCHED, "money_rule"}


def varies_sum(utterance: Utterance, state: State) -> bool:
    """Whether a message puts another fact or place beside what was computed (那三级呢,差多少)."""
    is_computing = state.topic in ("estimate", "compare") and not utterance.intents & {"documents", "procedure"}
    changes = utterance.facts or utterance.places or utterance.policies
    return is_computing and bool(changes or (utterance.says_nothing_new and state.varied))


def holds_beside(utterance: Utterance) -> bool:
    """Whether a message asks how it differs from what was told, or which is more (岳池的差多少; 重庆哪个报得多)."""
    is_of_place = names_place(utterance) and _WHICH.search(utterance.text) is not None
    return "difference" in utterance.intents or is_of_place


def answers(utterance: Utterance, state: State) -> bool:
    """Whether the message gives what had been asked for, or changes a fact of what was computed."""
    if state.asked == POLICY:
        return bool(utterance.places or utterance.policies or utterance.schemes)
    if state.asked and state.asked in utterance.facts:
        return True
    is_elsewhere = utterance.other_places and varies(utterance.text)  # 要是去成都住的呢
    changes = bool(utterance.facts or utterance.denied or utterance.places or utterance.policies or is_elsewhere)
    return state.topic in ("estimate", "compare") and changes
