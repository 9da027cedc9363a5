"""Messages on what insurance costs: its price, who bears it, which plan each of a household takes, enrolling."""

from __future__ import annotations

import re

from mingbai.assistant.leads.plan_premiums import MUCH, asks_what_plans_cost, choose_apart, of_care, parts_plans
from mingbai.assistant.planning.about.named import counts_heads
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.language.utterance import Utterance

_SPLIT = re.compile("拆开|分开|各[交选]各|不一样的?档|不同的?档")
# 得不得行, 行不, 可不可以: asked beside what it costs
_MAY = re.compile("得不得行|行不行|行[不吗么]|得行|能不能|可不可以|可以[不吗么]|成不成|要得不|得不得")
_BEARS = re.compile("(?:自己|个人|本人|单位|公司|财政|职工)[^,。;赔补]{0,4}(?:出|掏|交|缴|拿|承担|负担)")
_WISHES = re.compile(
    "(?:想|打算|准备|要)(?:给[^,。;]{1,6})?(?:参加?|买|上|入|办|投|交|报名)(?:个|到|一份)?[^,。;看报住]{0,8}(?:档|医保|合作医疗|农合|居民|保险)"
)
_PAYS_HOW_MUCH = re.compile(f"[交缴买掏出拿](?:出来|[一总拢]共|合计|一年|[要得是])*{MUCH}")


def asks_price(utterance: Utterance) -> bool:
    """Whether a message asks what plans cost, by their names or their prices (四口人全按60的交要多少,都上150的呢)."""
    is_by_price = bool(utterance.premiums) and _PAYS_HOW_MUCH.search(utterance.text) and not of_care(utterance.text)
    return bool(is_by_price) or asks_what_plans_cost(utterance.text)


def asks_who_bears_premium(utterance: Utterance) -> bool:
    """Whether a message names what an insurance costs and asks who bears it (那75块要自己出30不), or for so many."""
    is_of_paying = _BEARS.search(utterance.text) is not None or counts_heads(utterance)
    return bool(utterance.premiums) and is_of_paying and "报" not in utterance.text


def asks_to_split(utterance: Utterance, bills: SettledBills) -> bool:
    """Whether a message asks if members of one household may choose otherwise (大人交60的,娃交150的,拆开行不)."""
    is_whether = utterance.asks == "whether" or _MAY.search(utterance.text) is not None
    if not is_whether or bills.any_of(utterance.facts):
        return False
    is_split = _SPLIT.search(utterance.text) is not None or parts_plans(utterance.text)
    return is_split or choose_apart(utterance.text)


def wishes_to_enrol(utterance: Utterance) -> bool:
    """Whether a message says that somebody would take out the insurance, and tells of no care (想参合作医疗二档)."""
    return "care" not in utterance.facts and _WISHES.search(utterance.text) is not None
