"""The direct answers of rules about a sum named: what is paid ahead, what one bears first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mingbai.assistant.leads.question import Lead, Question
from mingbai.corpus.models import EstimateRule, FirstOwn, Policy
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.figures.premium_figures import is_premium
from mingbai.language.numbers.amounts import find_amounts
from mingbai.money import percent, short, to_fen, words
from mingbai.rules.case import Case
from mingbai.rules.sharing import Advance

_ADVANCED = re.compile("已经?[^,。;?!垫]{0,4}(?:预付|预支|借)|(?:预付|预支|借)(?:给我|到)?(?:了|过)(?!解|吗|没)")
_OWN_PART = re.compile("(?:自己|个人|本人|我)[先要得还该]{0,2}[付出掏担]|自付|自负|承担|负担")


def is_advanced(text: str) -> bool:
    """Whether a question tells of something paid ahead already (已经预付了2万), and does not ask if that can be had."""
    return _ADVANCED.search(text) is not None


def outlay_told(asked: Question, case: Case) -> Decimal | None:
    """The outlay that a question names, else the bill told before it: the largest sum that is not what insurance costs.

    单位出45,个人出30的那个,我垫了两万六; 垫了两万三,补充医疗(75元那种)能先支点吗.
    """
    premiums = {one.value for one in find_amounts(asked.text) if is_premium(asked.text, one)}
    told = [one for one in asked.sums if one not in premiums]
    bill = case.get("cost")
    return max(told) if told else bill if isinstance(bill, Decimal) and asked.sums else None


def advance_lead(found: Advance, outlay: Decimal) -> Iterator[Lead]:
    """What is paid ahead, or at most or at least, of the outlay named; whether it is, where only a threshold is set."""
    if found.applies is None:
        return
    bound = next((one for one in (found.amount, found.at_most, found.at_least) if one is not None), None)
    if not found.applies:
        text = f"**不可以**:{short(outlay)}元不行,{found.words}才行。"
    elif bound is None:
        text = f"**可以**:{short(outlay)}元{found.words}。"
    else:
        how = "" if found.amount is not None else "最多" if found.at_most is not None else "至少"
        text = f"**{found.name}{how} {words(bound)}**({words(outlay)}里,{found.words})。"
    yield Lead(text, (found.clause,))


def first_own_lead(policy: Policy, vocabulary: Vocabulary, question: str, case: Case) -> Lead | None:
    """What a person bears first of a part of the bill, where that part alone was named and it is asked for."""
    if not _OWN_PART.search(question) or "cost" in case.facts:
        return None
    for clause in policy.clauses:
        for step in (one for rule in clause.rules if isinstance(rule, EstimateRule) for one in rule.steps):
            part = case.get(step.first_own.fact) if isinstance(step, FirstOwn) else None
            if isinstance(step, FirstOwn) and isinstance(part, Decimal):
                label, share = vocabulary.facts[step.first_own.fact].label, step.first_own.share
                own = words(to_fen(part * share))
                return Lead(f"**自己先付 {own}**({label}{short(part)}×{percent(share)})。", (clause.id,))
    return None
