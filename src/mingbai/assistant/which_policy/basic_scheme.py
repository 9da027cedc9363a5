"""What basic insurance pays is not told from a rule for catastrophic insurance or assistance, only that there is none.

北京职工医保门诊报销比例 asks for no figure of the 大病统筹 of 1995.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from mingbai.assistant.which_policy.scope import Scope
from mingbai.corpus.models import Policy
from mingbai.language.notes import COST
from mingbai.language.utterance import Utterance
from mingbai.rules.book import Book

_BASIC = ("职工医保", "居民医保", "新农合")
_ABOVE = re.compile("大病|救助|补充")
_SPEAKS_OF_ABOVE = re.compile(
    "大病|大额|统筹|补充|补助|救助|特药|封顶|限额|二次|超|过了|自[付负费]|剩|余下|再[报补赔]|报[完过]|一共|总共|加起来|几道|一老一小"
)
_ASKS_PAY = re.compile("报[销多几得]|[能给]报|比例|起付|门槛|几成|百分之几")
_OF_RULES = re.compile("来得及|晚|过期|最迟|材料|手续|登记|备案|转诊|流程|怎么办|在哪|时间|什么时候|定点|拒付")

# 吴江居民医保今年交多少, 杭州灵活就业一个月医保缴多少: what stands above it costs something else, or nothing
_NAMES_BASIC = re.compile("(?<!大病)(?<!补充)(?:医保|医疗保险)(?!基金|统筹)|农合|合作医疗|灵活就业|社保")
_PAYS_IN = re.compile("[交缴掏]|保费|多少钱|标准")
_NAMES_ABOVE = re.compile("大病|大额|补充|统筹|团体|救助|大学生|特药")


def of_basic_premium(query: str, policy: Policy) -> str | None:
    """The line that what basic insurance costs is not known, where a question asks for that of one that stands above.

    The question is one of what one pays in; None where the document is of basic insurance, or is itself named.
    """
    if not _ABOVE.search(policy.scheme) or policy.kind != "policy":
        return None
    is_named = any(name in query for name in policy.also_called) or _NAMES_ABOVE.search(query)
    if is_named or not (_NAMES_BASIC.search(query) and _PAYS_IN.search(query)):
        return None
    return f"**我这里没有当地基本医保的缴费标准**,请问当地医保局;有的只是《{policy.title}》的,不是一回事:"


def without_basic(
    utterance: Utterance, scope: Scope, policies: Mapping[str, Policy], books: Mapping[str, Book]
) -> Scope:
    """The scope, with the scheme named as one without rules where only what stands above it has any."""
    named = next((one for one in _BASIC if one in utterance.schemes), None)
    meant = [policies[one] for one in scope.documents if one in policies]
    above = [one.id for one in meant if _ABOVE.search(one.scheme)]
    if named is None or not above or utterance.policies or scope.wrong_scheme or scope.uncovered:
        return scope
    if any(one.id in books and one.id not in above for one in meant):
        return scope
    text = utterance.text
    asks = "care" in utterance.facts and _ASKS_PAY.search(text) and not _OF_RULES.search(text)
    # what settles only the rest of a bill says so itself, and how that could be told
    settled = {bill for one in above if one in books for care in books[one].by_care.values() for bill in care.bills}
    if COST in utterance.facts and COST not in settled:
        return scope
    if not asks or _SPEAKS_OF_ABOVE.search(text):
        return scope
    return replace(scope, documents=tuple(above), wrong_scheme=named)
