"""Right or wrong before the answer, where a question wants a figure confirmed: the figure that is told decides.

Nothing is said where the answer has several figures that could be meant, or is silent about the thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from mingbai.assistant.matching.clause_figures import Figure, figures_of, pairs_of
from mingbai.assistant.outcome import Searched
from mingbai.corpus.models import Policy
from mingbai.language.figures.claimed import Claim, claimed
from mingbai.language.numbers.amounts import find_amounts

_SILENCE = re.compile(r"没有写|说不[准出]|没有.{0,6}的规定")
_RATE = re.compile("封顶|限额|最[多高]|起付|门槛|比例|[报赔]")
_REMARK = re.compile("（.*?）")
_OF_CASE = re.compile("按这些情况.*|[(].*?[)]", re.S)
_BOLD = re.compile(r"\*\*(.*?)\*\*", re.S)
_PART = re.compile("[，,。；;：:、\n]")
_AT_LEAST = re.compile("(?:不低于|不少于|至少|不得低于)[^，。；]{0,8}$")
_AT_MOST = re.compile("(?:不高于|不超过|不得超过|不多于)[^，。；]{0,8}$")
_FROM_THERE = re.compile("以上|起")
_ROUGH = re.compile("左右|多|余")
_ROUGHLY = re.compile("[约近]$|大约$|差不多$")
_NEARLY = Decimal("0.1")
_OPPOSED = (
    (re.compile("节约|结余|节省|剩"), re.compile("超支|亏")),
    (re.compile("提高|上浮|增加|上调|涨|多[了报]?$"), re.compile("降低|下浮|减少|下调|降|减|少[了报]?$")),
)
_OF_WHOLE = re.compile("其中|里面|含")  # 不少于10人，其中有医学背景的不少于7人
_ROW = "- "
_FROM = re.compile("([0-9]+)[到至~—-]$")  # 2到3次
_YEARS = range(1990, 2100)
SHARES = ("%", "成", "‰", "个百分点", "百分点", "个点")
_MONEY = ("元", "块", "块钱", "")
_COUNTED_ALIKE = ({"个", "人", "名", "位", "个人"}, {"种", "类", "项", "条"}, {"天", "日"})


@dataclass(frozen=True)
class Told:
    """A figure of an answer: its bounds, unit, the words before it, whether it stands out, how exact it is."""

    low: Decimal
    high: Decimal
    unit: str
    label: str
    is_bold: bool
    before: str
    after: str


def confirmed(found: Searched, message: str, policies: Mapping[str, Policy]) -> Searched | None:
    """An answer that says first whether the figure in a `message` is right; None where it does not decide that.

    A figure that another clause of the document writes with words of the claim beside it is not called wrong.
    """
    claim = claimed(message)
    if claim is None or not found.passages or not found.lead:
        return None
    is_right = _is_right(claim, found)
    document = policies.get(found.passages[0].policy)
    if is_right is None or (not is_right and document and _is_written(claim, found.lead, document)):
        return None
    rows = "\n" if found.lead.startswith(_ROW) else ""
    lead = f"**{'对' if is_right else '不对'}**:{rows}{found.lead}"
    return found.model_copy(update={"lead": lead, "kind": "fact"})


def is_silent(lead: str) -> bool:
    """Whether an answer says of something that it is not written, but for a remark in brackets."""
    return _SILENCE.search(_REMARK.sub("", lead)) is not None


def _is_right(claim: Claim, found: Searched) -> bool | None:
    lead = found.lead or ""
    if is_silent(lead) or not _speaks_of(claim, found):
        return None
    meant = _meant(claim, [one for one in figures_told(lead) if _is_of_kind(one, claim)])
    equal = [one for one in meant if one.low == one.high == claim.value]
    if len({(one.low, one.high) for one in meant}) == 1 and equal:
        return not any(_are_opposed(claim.before, one.label) for one in equal)
    if not meant or equal or any(_may_be(claim.value, one) for one in meant):
        return None
    return False


def _speaks_of(claim: Claim, found: Searched) -> bool:
    """Whether an answer, or its clause, has words of what the figure is said of; rates go by many names."""
    first = found.passages[0]
    return _RATE.search(claim.words) is not None or bool(
        pairs_of(claim.words) & pairs_of(f"{found.lead} {first.title} {first.text}")
    )


def _is_written(claim: Claim, lead: str, document: Policy) -> bool:
    """Whether a document writes the figure believed beside words of what it is believed of.

    A ratio, a deductible or a cap is told for the case by a rule, and for other cases it is another one.
    """
    if _RATE.search(claim.words):
        return False
    figures = [one for clause in document.clauses for one in figures_of(clause.text) if _is_worth(one, claim)]
    if lead.startswith(_ROW):  # a table of groups: the figure may be that of the one meant (低保老人)
        return bool(figures)
    return any(pairs_of(one.label) & pairs_of(claim.words) for one in figures)


def _is_worth(one: Figure, claim: Claim) -> bool:
    """Whether a figure of a clause (万元 as it writes them) is the one believed."""
    value = one.value * {"万元": 10_000, "亿元": 100_000_000}.get(one.unit, 1)
    return claim.value in (value, value / 100 if one.unit == "%" else value)


def figures_told(lead: str) -> Iterator[Told]:
    """The figures of an answer, without years, sums and what is said of the case."""
    plain = _OF_CASE.sub(lambda cut: " " * len(cut[0]), lead)
    bold = [one.span(1) for one in _BOLD.finditer(plain)]
    end = 0
    for one in find_amounts(plain):
        before, after = plain[end : one.start], plain[one.end : one.end + 2]
        end = one.end
        if one.value is None or one.kind == "ordinal" or (one.unit in ("年", "年度") and one.value in _YEARS):
            continue
        label = _PART.split(before.replace("*", ""))[-1]
        is_bold = any(start <= one.start < until for start, until in bold)
        low = _FROM.search(plain, 0, one.start)
        high = one.value if one.high is None else one.high
        yield Told(Decimal(low[1]) if low else one.value, high, one.unit, label, is_bold, before, after)


def _is_of_kind(one: Told, claim: Claim) -> bool:
    """Whether a figure of an answer and the one believed are of one unit; a bare number may be of any."""
    is_share = one.unit in SHARES
    if claim.unit in SHARES:
        return is_share
    if claim.unit == "":
        return not is_share
    if claim.unit in _MONEY:
        return one.unit in _MONEY
    return one.unit == claim.unit or any({one.unit, claim.unit} <= alike for alike in _COUNTED_ALIKE)


def _meant(claim: Claim, told: list[Told]) -> list[Told]:
    """The figures whose own words are most in what is believed; where none has any, those that stand out."""
    said = pairs_of(claim.words)
    scores = [len(pairs_of(one.label) & said) for one in told]
    best = max(scores, default=0)
    if best:
        return [one for one, score in zip(told, scores, strict=True) if score == best]
    told = [one for one in told if one.high and not _OF_WHOLE.match(one.label)] or told
    return [one for one in told if one.is_bold] or told


def _may_be(value: Decimal, one: Told) -> bool:
    """Whether a figure leaves room for another value: a range, a bound, a rough number."""
    if one.low <= value <= one.high and one.low != one.high:
        return True
    if _AT_LEAST.search(one.before) or _FROM_THERE.match(one.after):
        return value >= one.low
    if _AT_MOST.search(one.before):
        return value <= one.high
    is_rough = _ROUGH.match(one.after) or _ROUGHLY.search(one.before)
    return bool(is_rough) and abs(value - one.low) <= _NEARLY * one.low


def _are_opposed(said: str, told: str) -> bool:
    """Whether one of two words says the contrary of the other (节约125万, 超支125万元)."""
    near, own = said[-6:], told
    return any(
        (one.search(near) and other.search(own)) or (other.search(near) and one.search(own)) for one, other in _OPPOSED
    )
