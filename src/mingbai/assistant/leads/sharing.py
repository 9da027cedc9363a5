"""The direct answer who has what of an insurer's surplus or loss, at each ratio of cost to premium that is told."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.leads.question import Lead, Question
from mingbai.corpus.kinds import SharingRule
from mingbai.corpus.kinds.money import SharingParty
from mingbai.money import percent, short, words
from mingbai.rules.case import Case
from mingbai.rules.sharing import Part, Shared, share_result
from mingbai.rules.stated import Stated

_ABOVE, _BELOW = re.compile("超[过出了]?|[高大多]于|突破|高过"), re.compile("[低少小]于|不[到足]|没到")
# 次年保费调不调
_OF_NEXT_YEAR = re.compile("(?:次年|第二年|[下来]一?年|明年)[^,。;]{0,8}(?:保费|筹资|交|标准|调|动|变|涨|降)")
_NEXT_YEAR = re.compile("(?:次年|第二年|下一?年)[^，。；\n]*保费[^，。；\n]*")
_HARDLY = Decimal("0.0001")


def sharing_lead(one: Stated[SharingRule], asked: Question, case: Case) -> Lead:
    """What each of the years' results told (做到95%, 另一年107%) comes to, in sums where the premium is told, too."""
    premium, ratios = _premium_told(asked, case), _ratios_told(asked, one.rule)
    each = [
        _with_next_year(
            _shared(one.rule, share_result(one, premium, premium * at), premium)
            if premium
            else _outside(one, _beside(at, asked, one.rule)),
            one,
            asked,
            at,
        )
        for at in ratios
    ]
    if len(each) == 1:
        return each[0]
    lines = (f"综合成本率{percent(at)}:{lead.text}" for at, lead in zip(ratios, each, strict=True))
    return Lead("\n\n".join(lines), (one.clause.id,))


def _with_next_year(lead: Lead, one: Stated[SharingRule], asked: Question, ratio: Decimal) -> Lead:
    """A lead with what the clause says of the next year's premium within the bounds, where that is asked."""
    (low, high) = one.rule.between
    if not low <= ratio <= high or not _OF_NEXT_YEAR.search(asked.text):
        return lead
    lines = (line for line in one.clause.text.split("\n") if percent(low) in line and percent(high) in line)
    said = next(filter(None, map(_NEXT_YEAR.search, lines)), None)
    return replace(lead, text=f"**{said[0]}**。{lead.text}") if said else lead


def _ratios_told(asked: Question, rule: SharingRule) -> list[Decimal]:
    """The ratios of a year's result that a question tells, beside the bounds and shares that the rule itself has."""
    parties = (*rule.surplus, *rule.loss)
    written = {*rule.between, *(one.share for one in parties), *(one.at_most for one in parties)}
    own = [one for one in dict.fromkeys(asked.ratios) if one not in written]
    return own or [asked.ratios[-1]]


def _beside(ratio: Decimal, asked: Question, rule: SharingRule) -> Decimal:
    """A ratio that is a bound of the rule on the side of it that a question means (超过103%以后)."""
    if ratio not in rule.between:
        return ratio
    if _ABOVE.search(asked.text):
        return ratio + _HARDLY
    return ratio - _HARDLY if _BELOW.search(asked.text) else ratio


def _premium_told(asked: Question, case: Case) -> Decimal | None:
    """The premium of the year that a question names, else the sum told before it (那要是做到85%呢)."""
    told = case.get("cost")
    return asked.sums[0] if asked.sums else told if isinstance(told, Decimal) else None


def _outside(one: Stated[SharingRule], ratio: Decimal) -> Lead:
    """Who has what of a surplus or a loss at a ratio of cost to premium, where the premium itself was not named."""
    (low, high), rule = one.rule.between, one.rule
    if low <= ratio <= high:
        return Lead(
            f"**{rule.within or '各方'}自己承担**:{percent(low)}到{percent(high)}之间不分担。", (one.clause.id,)
        )
    is_loss = ratio > high
    edge = f"超过{percent(high)}的那部分亏损" if is_loss else f"低于{percent(low)}的那部分盈余"
    parts = "、".join(f"{party.party}{_share(party)}" for party in (rule.loss if is_loss else rule.surplus))
    return Lead(f"**{edge}:{parts}**。", (one.clause.id,))


def _share(party: SharingParty) -> str:
    most = f"(最多{party.of or ''}的{percent(party.at_most)})" if party.at_most is not None else ""
    return "拿剩下的" if party.share is None else f"{percent(party.share)}{most}"


def _shared(rule: SharingRule, found: Shared, premium: Decimal) -> Lead:
    """How a surplus or a loss is shared, or that it is not."""
    if found.status == "within":
        return Lead(f"**不分担**:在约定的范围以内,由{found.within or '各方'}自己承担。", (found.clause,))
    (low, high), is_loss = rule.between, found.status == "loss"
    what, edge = ("亏损", f"超过{percent(high)}") if is_loss else ("盈余", f"低于{percent(low)}")
    parties = rule.loss if is_loss else rule.surplus
    parts = "\n".join(
        f"- {one.party}:{words(one.amount)}({_formula(one, party, premium)})"
        for one, party in zip(found.parts, parties, strict=True)
    )
    return Lead(f"**{what}要分的是 {words(found.amount)}**({edge}的部分):\n{parts}", (found.clause,))


def _formula(part: Part, party: SharingParty, premium: Decimal) -> str:
    """How a part came about, with the most that the party may have where that was not reached."""
    if party.at_most is None or "最高" in part.formula:
        return part.formula
    return f"{part.formula},没超过{short(premium)}×{percent(party.at_most)}"
