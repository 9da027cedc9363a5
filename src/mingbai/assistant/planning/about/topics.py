"""What a message is about (a sum, a comparison, papers, a rule), and whether it goes on with what was looked up.

Read from the message, as understood, and from where the conversation stood before it.
"""

from __future__ import annotations

import re

from mingbai.assistant.conversation.state import State, Topic
from mingbai.assistant.leads.asks_cost import asks_what_insurance_costs
from mingbai.assistant.leads.differences import asks_how_much_more
from mingbai.assistant.leads.documents import asks_by_when_handed_in
from mingbai.assistant.leads.enough import asks_if_enough
from mingbai.assistant.leads.late import asks_fee
from mingbai.assistant.leads.question import Question
from mingbai.assistant.library import Library
from mingbai.assistant.planning.about.after_sum import (
    answers,
    asks_if_counts,
    asks_part_of_sum,
    compares_on,
    goes_on_spending,
    holds_beside,
    takes_off,
    varies_sum,
)
from mingbai.assistant.planning.about.asks_rule import asks_of_rule
from mingbai.assistant.planning.about.going_on import HOW_MUCH, doubts, goes_on
from mingbai.assistant.planning.about.named import counts_heads
from mingbai.assistant.planning.about.paying_in import (
    asks_price,
    asks_to_split,
    asks_who_bears_premium,
    wishes_to_enrol,
)
from mingbai.assistant.planning.about.questions import is_question
from mingbai.assistant.planning.about.rates import asks_another_rate, asks_rate, asks_share
from mingbai.assistant.planning.about.retold import retells
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.wording.own_first import asks_if_own
from mingbai.corpus.models import FirstOwn
from mingbai.language.utterance import Utterance

_INSURED = "insured"
_PLAN = "plan"
_COLLECTING = re.compile(  # 班长要收齐多少钱: what so many pay in is no bill
    "收(?:齐|上来?|起来|拢|够)(?:[一总拢]共|的)?(?:多少|几多|好多|几个钱)|收[一总拢]共(?:多少|几多|好多)"
)
_RAISED = re.compile(  # 从640提到705: a standard, and no bills to compare
    "从[0-9.]+(?:元|块)?(?:[一-鿿]{0,3}?)(?:提|涨|加|升|调|增|降|减|下调)[高到至了成加]{1,3}[0-9]"
)
_OF_INSURER = re.compile("成本率|赔付率")  # the year's result of an insurer is no bill
_OF_FUND = re.compile(  # 统筹基金年收入800万,储备金每年提多少: what a fund takes in is nobody's bill
    "基金(?:一?年|每年|今年|当年|全年|的|总){0,3}(?:收入|结余|征缴|筹集|收了|进账)"
)
_OF_NO_SUM = ("documents", "where", "when", "how", "who", "quiz")
"""What a message may ask for that tells a bill besides and asks for no sum."""
_OWN_PART = re.compile("自己[先要得还]{0,2}[付出掏扛担]|自付|自负|承担|负担")
_LACKING = re.compile(  # what then, and not which
    "(材料|资料|单[子据]|证明|东西).{0,4}[没不](带|交|有)?[全齐够]|[缺少](了|交|带)?一?[份张样个].{0,4}(材料|资料|单|证)|(材料|单[子据]|证明)丢了"
)
_MEASURED_BY = re.compile(
    "[拿用]什么(?:钱|数)?(?:来)?(?:当|算|做|作)(?!为?[证凭材])"
)  # 拿什么当基数 asks for no papers
_CIRCUMSTANCES = frozenset({"filed", "urgent", "care_place"})
_COUNTS_IN = re.compile("(?:能|可以|会|给|也|都)?算(?:得)?(?:进去?|在内|在里[面头]?|在里)[^,。;多少几]{0,3}[??。!]?$")
_OF_ALL_TOLD = "(?:得?到|给)?(?:多少|几多|好多|几个?钱)(?![天年月人岁份张样种材])"
_SUM_OF_BILL = re.compile(  # 自付1万能救助多少,要带什么材料: the sum, and papers beside it
    f"(?:救助|减免){_OF_ALL_TOLD}|[0-9万千百块元][^,。;0-9]*(?:补[助贴]|解决|帮|领){_OF_ALL_TOLD}"
)
_OF_ERRAND = re.compile("材料|资料|手续|流程|步骤|去哪|[在到找]哪|窗口|[什啥]么?时候|几号|哪天|多久|寄|代办|垫|垫付")
_BAND = re.compile("[0-9万千百元块](?:以[上下内外]|起)")  # 自费30000以上怎么补
_HOW_PAID = re.compile("(?:怎么?样?|咋个?|如何)(?:个)?[报赔补付算](?:法|销|的|呢|啊|呀)*(?=[,。;?! ]|$)")


_PAID_ALIKE = re.compile(
    "(?:一样|同样|[照按]这样?|也是?这样?|还是这样?)的?(?:个)?[报补赔算](?:销)?(?:法|吗|么|不)(?=[,。;?! ]|$)"
)


class TopicReader:
    """Reads what a message is about, by its words, its facts and what was spoken of before it."""

    def __init__(self, library: Library, bills: SettledBills) -> None:
        books = library.books.values()
        self._policies = library.corpus.policies.values()
        self._bills = bills
        steps = [step for book in books for one in book.by_care.values() if not one.layers for step in one.rule.steps]
        self._parts = {step.first_own.fact for step in steps if isinstance(step, FirstOwn)}

    def of(self, utterance: Utterance, state: State) -> Topic:
        """The topic of a message; `state` is where the conversation stood before it."""
        intents = utterance.intents
        if doubts(utterance, state):
            is_of_sum = "算" in utterance.text and self._bills.any_of(state.facts) and state.policy is not None
            return "estimate" if is_of_sum and state.topic != "compare" else state.topic or "fact"
        if goes_on(utterance, state, self._bills):
            return state.topic or "fact"
        if state.asked in utterance.unknown and (utterance.tells_only_unknown or not is_question(utterance)):
            return state.topic or "estimate"
        if takes_off(utterance, state, self._bills) or asks_if_counts(utterance, state):
            return "estimate"
        if utterance.multiplies and state.topic == "estimate" and self._bills.any_of(state.facts):
            return "estimate"
        if asks_part_of_sum(utterance, state, self._bills):
            return state.topic if state.topic == "compare" else "estimate"
        if goes_on_spending(utterance, state, self._bills):
            return "estimate"
        if asks_to_split(utterance, self._bills):
            return "eligibility"
        if _RAISED.search(utterance.text) and asks_how_much_more(utterance.text):
            return "fact"
        if asks_fee(utterance.text) or (_COLLECTING.search(utterance.text) and counts_heads(utterance)):
            return "fact"
        if _OF_FUND.search(utterance.text) and "estimate" not in utterance.intents:
            return "fact"
        if _OF_INSURER.search(utterance.text) and Question.read(utterance.text).ratios:
            return "fact"
        if utterance.compared.keys() == {_PLAN} and asks_price(utterance):
            return "fact"
        if utterance.compared.keys() == {_INSURED} and utterance.asks == "premium":
            return "fact"  # 老人和小孩分别交多少
        if utterance.compared or ("compare" in intents and len({*utterance.places, *utterance.policies}) > 1):
            return "compare"
        if holds_beside(utterance) and varies_sum(utterance, state):
            return "compare"
        if state.topic == "compare" and compares_on(utterance, state):
            return "compare"
        if state.topic == "compare" and asks_another_rate(utterance, state, self._bills):
            return "compare"
        is_vague = utterance.problem is not None and not _COUNTS_IN.search(utterance.text)  # 一针好几千,算进去不
        has_bill = self._bills.any_of(utterance.facts) or is_vague
        is_part = self._parts & set(utterance.facts) and not self._bills.any_of({*state.facts, *utterance.facts})
        if retells(utterance, state, self._policies) or (is_part and _OWN_PART.search(utterance.text)):
            return "fact"
        if not has_bill and (asks_what_insurance_costs(utterance.text) or asks_who_bears_premium(utterance)):
            return "fact"
        if "money_rule" in intents and not (has_bill and "estimate" in intents):
            return "fact"
        is_whether = "eligibility" in intents and not has_bill and not HOW_MUCH.search(utterance.text)  # 还能拿回来吗
        is_of_rule = asks_of_rule(utterance.text) or ("estimate" not in intents and asks_if_enough(utterance.text))
        names_sum = "estimate" in intents or (has_bill and _SUM_OF_BILL.search(utterance.text) is not None)
        asks_sum = names_sum and not (is_whether or is_of_rule)
        wants_sum = asks_sum or (has_bill and not (is_of_rule or _asks_something_else(utterance)))
        is_of_papers = "documents" in intents and not (
            _LACKING.search(utterance.text)
            or _MEASURED_BY.search(utterance.text)
            or asks_by_when_handed_in(utterance.text)
        )
        if is_of_papers and not (has_bill and names_sum):
            return "documents"
        if wants_sum and ((has_bill and not (is_vague and asks_share(utterance))) or not asks_rate(utterance)):
            return "estimate"
        if asks_if_enough(utterance.text):  # 光带户口本够不够 is answered by the list
            return "fact"
        for topic in ("eligibility", "procedure"):
            if topic in intents:
                return topic
        if wishes_to_enrol(utterance) and not (state.asked or self._bills.any_of({*state.facts, *utterance.facts})):
            return "fact"
        if answers(utterance, state) and not is_question(utterance):
            return state.topic or "estimate"
        is_silent = utterance.says_nothing_new and intents <= {"thanks"}
        if state.asked and is_silent and not is_question(utterance):
            return state.topic or "estimate"  # no answer at all: the question is put again
        if "fact" in intents or is_question(utterance) or not utterance.facts:
            return "fact"
        if state.topic == "eligibility" and state.question and utterance.facts.keys() <= _CIRCUMSTANCES:
            return "eligibility"  # 没批准就去了,但是急诊, after what is not paid for
        return "estimate"


def asks_how_paid(utterance: Utterance) -> bool:
    """Whether a message asks how care at home is paid (花了6000咋报), and for nothing that has to be done for it."""
    if utterance.facts.get("care_place") == "外地" or _BAND.search(utterance.text):
        return False
    is_of_case = "hospital_level" in utterance.facts  # then an errand asked for as well stands beside the sum
    return bool(_HOW_PAID.search(utterance.text)) and (is_of_case or not _OF_ERRAND.search(utterance.text))


def _asks_something_else(utterance: Utterance) -> bool:
    """Whether a message with an amount in it asks for a rule and not for a sum (要审批吗)."""
    if "basic_cap" in utterance.facts and _HOW_PAID.search(utterance.text):
        return False  # 一共九万五,超4万以外的怎么赔
    if _PAID_ALIKE.search(utterance.text):
        return False  # 门诊那边还剩四千,一样的补法
    if "procedure" in utterance.intents or utterance.asks in _OF_NO_SUM:
        return True
    if "是不是" in utterance.text:
        return True
    if asks_if_own(utterance.text) and {"care", "hospital_level"} & utterance.facts.keys():
        return False
    is_of_sum = re.search("[报赔]|补(?!充)|够得着|够不够|比例|[拿领]得?到", utterance.text)
    is_whether = "eligibility" in utterance.intents or utterance.asks == "whether"
    return is_whether and not is_of_sum
