"""A figure that changed over time is asked about for a day."""

from mingbai.corpus.reader import Corpus
from mingbai.quiz.bank import Bank
from mingbai.quiz.item import Item

from ..rules.inline import VOCABULARY, policy_of

_RULE = """estimate: 住院
steps:
  - deductible: {dated: {2014-01-01: 500, 2016-01-01: 600}}
  - share: 60%"""


def _items() -> list[Item]:
    policy = policy_of(_RULE)
    bank = Bank(Corpus({policy.id: policy}, VOCABULARY, "inline"))
    return [item for prompt in bank.prompts(policy.id) if (item := prompt.item())]


def test_each_version_is_asked_about_with_its_first_day() -> None:
    asked = {item.question: item for item in _items() if item.topic == "deductible" and item.type == "single_choice"}
    keys = {question.split(",")[2]: item.answer for question, item in asked.items()}
    assert keys == {"2014年1月1日起": "500元", "2016年1月1日起": "600元"}
    earlier = next(item for item in asked.values() if item.answer == "500元")
    wrong = {choice.text: choice.why for choice in earlier.choices if not choice.right}
    assert wrong["600元"] == "看错了行:这是2016年1月1日起的起付线"


def test_bill_is_told_with_its_day() -> None:
    bills = {item.question: item.answer for item in _items() if item.type == "number"}
    by_day = {
        day: next(key for asked, key in bills.items() if day in asked and ":3,600.00" in asked)
        for day in ("2014", "2016")
    }
    assert by_day == {"2014": "1860.00", "2016": "1800.00"}  # (3600-500)*60%, (3600-600)*60%
