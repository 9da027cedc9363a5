"""The direct answer to what a share of all premiums comes to (不高于保费总额的4.5%), where a question tells these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mingbai.assistant.leads.question import SUM_ASKED, Lead, Question
from mingbai.assistant.matching.clause_figures import pairs_of
from mingbai.corpus.kinds import PremiumRule, SharingRule
from mingbai.corpus.models import Clause, Policy
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import percent, short, to_fen, words
from mingbai.rules.case import Case
from mingbai.rules.premium import premiums
from mingbai.rules.stated import stated

_SHARE = re.compile("(?P<part>[^。；，\n]*(?:保费|保险费|筹资)总额的(?P<share>[0-9]+(?:\\.[0-9]+)?)%[^。；，\n]*)")
_REST = re.compile(
    "剩下的(?P<rest>[0-9]+(?:\\.[0-9]+)?)%是(?P<what>[^，。；\n]+)[^。；\n]*"
)  # of what the share before leaves
_ASKS_REST = re.compile("预?留|剩|扣|押|考核")
_ASKS_WHOLE = re.compile(
    "保费(?:总额|一共|总共|拢共|合计)[^,。;]{0,4}(?:多少|几多|好多)"
    "|(?:一共|总共|拢共)(?:是|要|有)?(?:多少|几多|好多)[^,。;]{0,3}保费"
)
_RATE_ONLY = re.compile("百分之几|几个点|比例|几成")
_PREMIUM = re.compile("保费|筹|盘子|参保")
_ALL = Decimal(100)
_MANY = 1_000  # heads: those of an insurance, and of no firm
_A_HEAD = Decimal(10_000)  # more than that nobody pays a year for one person
_IDLE = pairs_of("保费总额 多少 大病保险公司 商保公司的 怎么 最多 每个 医保年度 参保人数 标准")


def whole_premium_lead(policy: Policy, vocabulary: Vocabulary, question: str) -> Lead | None:
    """What each share of all premiums that a question asks for comes to; None where the premiums are not told."""
    asked = Question.read(question)
    if asked.ratios or not (_PREMIUM.search(question) and SUM_ASKED.search(question)) or _RATE_ONLY.search(question):
        return None
    whole = _whole(policy, vocabulary, asked)
    parts = [(clause, line) for clause in policy.clauses for line in _lines(clause, question, whole)] if whole else []
    if whole and parts and "×" in whole[1] and _ASKS_WHOLE.search(question):
        parts.insert(0, (parts[0][0], f"- 保费总额:**{words(whole[0])}**({whole[1]})"))
    return Lead("\n".join(line for _, line in parts), tuple(clause.id for clause, _ in parts)) if parts else None


def with_premiums_told(policy: Policy, vocabulary: Vocabulary, question: str, thread: str) -> str | None:
    """A question for a share of all premiums with the heads told before it; None where it asks for none."""
    told = Question.read(thread)
    asked = Question.read(question)
    if told.heads is None or told.heads < _MANY or len(told.sums) > 1 or asked.heads or asked.sums:
        return None
    plain = f"参保{short(told.heads)}人,{question}"
    each = f"参保{short(told.heads)}人,每人{short(told.sums[0])}元,{question}" if told.sums else plain
    by_rule, by_told = (whole_premium_lead(policy, vocabulary, one) for one in (plain, each))
    return (plain if by_rule == by_told else each) if by_told else None


def _whole(policy: Policy, vocabulary: Vocabulary, asked: Question) -> tuple[Decimal, str] | None:
    """All premiums of a year, with the sum: told whole, or for one head and so many of these."""
    if len(asked.sums) == 1 and asked.sums[0] >= _A_HEAD:
        return asked.sums[0], short(asked.sums[0])
    if asked.heads is None or len(asked.sums) > 1:
        return None
    rows = premiums(policy, vocabulary, Case({})).rows if stated(policy, PremiumRule) else ()
    each = asked.sums[0] if asked.sums else rows[0].total if len(rows) == 1 else None
    return (each * asked.heads, f"{short(each)}×{short(asked.heads)}") if each else None


def _lines(clause: Clause, question: str, whole: tuple[Decimal, str]) -> Iterator[str]:
    """The shares of a clause whose words stand in the question."""
    if any(isinstance(rule, SharingRule) for rule in clause.rules):
        return
    for one in _SHARE.finditer(clause.text):
        sentence = clause.text[clause.text.rfind("。", 0, one.start()) + 1 : one.end()]
        if (pairs_of(f"{clause.title} {sentence}") & pairs_of(question)) - _IDLE:
            share = Decimal(one["share"]) / 100
            formula = f"{whole[1]}×{percent(share)}"
            yield f"- {clause.title}:**{words(to_fen(whole[0] * share))}**({one['part'].lstrip('- ')},{formula})"
        rest = _REST.search(clause.text, one.end()) if _ASKS_REST.search(question) else None
        if rest and Decimal(rest["rest"]) + Decimal(one["share"]) == _ALL:
            left = to_fen(whole[0] * Decimal(rest["rest"]) / _ALL)
            yield f"- {rest['what']}:**{words(left)}**({rest[0]},{whole[1]}×{rest['rest']}%)"
