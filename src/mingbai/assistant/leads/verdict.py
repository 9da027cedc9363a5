"""The direct answer that lists give: yes, no or depends, the conditions of a benefit, a waiver that is not written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mingbai.assistant.leads.only import only_lead
from mingbai.assistant.leads.question import Lead
from mingbai.corpus.kinds import CoversRule, ExcludesRule
from mingbai.corpus.kinds.lists import ListItem
from mingbai.corpus.models import Policy, Rule
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.case import Case
from mingbai.rules.lists import Eligibility, Entitlement, Finding, Verdict, eligibility, entitlements, opposed

_MAY = re.compile("能|可以|享受|有份|资格")
_REFUSED = re.compile("会[^,。;]{0,4}(?:拒付|拒|退单|退回|扣钱)|(?:拒付|拒|退单)吗")
_WAIVED = re.compile("(起付|门槛).{0,8}(免|减|少|降|不[扣收交])|(免|减|少|降|不[扣收交]).{0,6}(起付|门槛)")
_SHARE = re.compile("份|(?:能|可以|可不可以|能不能)(?:享受|用|报|参加)|[管算]我|轮[得不]?[到着]|沾[得不]?[到着光]")
_DEDUCTIBLE = re.compile("起付|门槛")
_WHOSE_MONEY = re.compile(  # 没批就做了,钱怎么算: who pays then, and not whether it may be had
    "(?:钱|费用?|账)[^,。;]{0,4}(?:怎么|咋个?|如何|咋样)(?:个)?(?:算|办|弄|出|说)|(?:谁|哪个|哪一?方)来?(?:出|付|掏|承?担|负担|负责)"
    "|[算归记]在?(?:谁|哪个|哪一?方)"
)
_IN_BRACKETS = re.compile("[（(].*?[)）]")
_SENTENCE_END = re.compile("[。；\n]")
_MOST_ITEMS = 3
_HEAVIEST_FIRST: tuple[Verdict, ...] = ("no", "depends", "yes")


def verdict_lead(
    policy: Policy, vocabulary: Vocabulary, question: str, case: Case, about: Sequence[str], bare: str | None = None
) -> Lead | None:
    """Yes, no or depends, where a list of the policy names what the question names.

    A list of what is not paid always counts; others (who may enrol, say) only where the question is `about` their
    clause. Conditions count where the question is about them, and not where it asks who pays; `bare` is it without the
    names of places.
    """
    found = eligibility(policy, vocabulary, question, case)
    heard = tuple(
        one
        for one in found.findings
        if one.clause in about
        or one.is_denied
        or any(_is_heard(rule, question) for rule in policy.by_id[one.clause].rules)
    )
    if only := only_lead(policy, heard, question):
        return only
    for verdict in _HEAVIEST_FIRST:
        if any(one.verdict == verdict for one in heard):
            return _verdict(Eligibility(verdict, heard), question)
    against = next((one for one in opposed(policy, question) if one.clause in about), None)
    if against:
        return Lead(f"**没有写{against.word}的能**:写的是“{against.item}”。", (against.clause,), names=(against.word,))
    if _WHOSE_MONEY.search(question):
        return None
    meant = (one for one in entitlements(policy, question) if one.clause in about)
    bare = question if bare is None else bare
    named = {one.clause for one in entitlements(policy, bare) if one.is_named}
    first = about[:1] if _MAY.search(bare) else ()  # whether there is interest is no question of who has a right
    fitting = (one for one in meant if one.clause in (*named, *first) or (one.is_named and _MAY.search(bare)))
    return next((_conditions(one, vocabulary, case) for one in fitting), None)


def unwaived_lead(
    policy: Policy, vocabulary: Vocabulary, question: str, case: Case, about: Sequence[str]
) -> Lead | None:
    """That nothing is written of a deductible waived or lowered for the hardship named (低保起付线能免吗)."""
    hardship = case.get("hardship")
    if not isinstance(hardship, str) or not _WAIVED.search(question):
        return None
    names = {word for word, name in vocabulary.facts["hardship"].by_words.items() if name == hardship}
    said = (one for clause in policy.clauses for one in _SENTENCE_END.split(clause.text))
    if any(_DEDUCTIBLE.search(one) and any(name in one for name in names) for one in said):
        return None
    return Lead(f"**没有写{hardship}可以免、减起付线**,按一般的起付线算。", tuple(about[:1]))


def unwritten_scheme_lead(policy: Policy, question: str, case: Case, about: Sequence[str]) -> Lead | None:
    """That a policy for one scheme says nothing of the other one, for a person insured there who asks for a share."""
    told = case.get("basic_scheme")
    if policy.kind != "policy" or not isinstance(told, str) or not _SHARE.search(question):
        return None
    scheme = told.removesuffix("医保")
    if scheme not in question or any(scheme in text for text in (policy.scheme, *(one.text for one in policy.clauses))):
        return None
    return Lead(f"**不在范围内**:这份规定是{policy.scheme},没有写{told}的人。", tuple(about[:1]))


def _is_heard(rule: Rule, question: str) -> bool:
    """Whether a list counts wherever it stands: one of what is not paid, or one named by its own words."""
    if isinstance(rule, CoversRule):
        listed = (one for one in rule.items if isinstance(one, ListItem)) if rule.closed else ()
        named = (word for one in listed for word in (one.item, *one.says) if len(word) > 1)
        return any(word in question for word in (*filter(_is_name, (rule.name, *rule.says)), *named))
    return isinstance(rule, ExcludesRule)


def _is_name(word: str) -> bool:
    return len(word) > 2


def _verdict(found: Eligibility, question: str) -> Lead:
    first = next(one for one in found.findings if one.verdict == found.verdict)
    says = {"yes": "在范围内", "no": "不在范围内", "depends": "要看情况"}[found.verdict]
    condition = ",".join(filter(None, (first.condition, f"{first.unless}除外" if first.unless else "")))
    if found.verdict == "yes" and first.unless:  # the exception to what is not paid
        says = "不算在不报的里面"
    if found.verdict == "no" and _REFUSED.search(question):  # asked whether it is refused, not whether it is paid
        says = "会"
    if first.note:  # 只是举例: the list itself does not decide
        says = "要看情况"
    written = first.item if first.is_off_list else f"“{first.list_name}”里写了{_items(first, found)}"
    text = f"**{says}**:{written}" + (f"({condition})" if condition else "")
    text += f";{first.note}。" if first.note else "。"
    same = [one for one in found.findings if one.verdict == found.verdict]
    names = () if found.verdict == "depends" else tuple(one.word for one in same)
    return Lead(text, tuple(dict.fromkeys(one.clause for one in same)), names=names)


def _items(first: Finding, found: Eligibility) -> str:
    """What a list has of the things asked about, by the first of them: other words, under the same conditions."""
    alike = replace(first, item="", word="")
    same = [one for one in found.findings if replace(one, item="", word="") == alike]
    apart = [one for one in same if not any(one.word in it.word and one.word != it.word for it in same)]
    by_word = {one.word: one.item for one in reversed(apart)}  # one thing named is told once, by its first entry
    told = dict.fromkeys((first.item, *(item for item in reversed(by_word.values()))))
    return "、".join(f"“{item}”" for item in list(told)[:_MOST_ITEMS])


def _conditions(found: Entitlement, vocabulary: Vocabulary, case: Case) -> Lead:
    of_others = (one for one in found.conditions if not found.any and _is_of_others(one, vocabulary, case))
    if denied := found.denied or next(of_others, None):
        return Lead(f"**不能**:{found.name}要“{denied}”。", (found.clause,), names=(denied,))
    needed = "有一条就行" if found.any else "都要符合"
    return Lead(
        "\n".join((f"**要看条件**:{found.name},{needed}:", *(f"- {one}" for one in found.conditions))), (found.clause,)
    )


def _is_of_others(condition: str, vocabulary: Vocabulary, case: Case) -> bool:
    """Whether a condition is for persons of a group (成年居民) to which the one insured, as told, does not belong."""
    fact, told = vocabulary.facts["insured"], case.get("insured")
    plain = _IN_BRACKETS.sub("", condition)
    named = {name for word, name in fact.by_words.items() if word in plain}
    if not named or not isinstance(told, str):
        return False
    choice = fact.choices.get(told)
    return not named & {told, choice.counts_as if choice else None}
