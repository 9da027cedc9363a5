"""The direct answer to how long several offices take one after the other: the days of all, and with an extension.

That one comes after the other its rule says itself: it counts from what the other hands on (收到区、县的审核意见).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from mingbai.assistant.leads.question import Lead
from mingbai.assistant.matching.clause_figures import told
from mingbai.corpus.kinds import DeadlineRule
from mingbai.corpus.models import Policy
from mingbai.money import short
from mingbai.rules.stated import Stated, stated

_HOW_LONG = "(?:多少|几|好多|多久|多长|好久)"
_IN_ALL = re.compile(
    f"(?:[一总拢]共|合计|加起来|合起来|全程|前后|(?:全部|整个|都)?走完|从头到尾)[^,。;]{{0,6}}{_HOW_LONG}"
    f"|(?:两[级道关]|两边|区里?[^,。;]{{0,3}}市里?)[^,。;]{{0,6}}[一总拢]?[共起][^,。;]{{0,6}}{_HOW_LONG}"
)
_LONGEST = re.compile("顶格|拖满|最[长慢晚多]|延长|延期|往后拖|拖到")
_PART = re.compile("[ ,。;!?]")
_SAME = 3
"""So many signs of who hands something on stand in what the next one counts from."""


def stages_lead(policy: Policy, question: str, about: Collection[str]) -> Lead | None:
    """The days of all stages together, where a question asks for all; None where `about` holds no such stage."""
    if not _IN_ALL.search(question):
        return None
    stages = next((one for one in _chains(policy) if any(stage.clause.id in about for stage in one)), None)
    if stages is None:
        return None
    if _is_of_one(stages, question):
        return None
    spans = [(str(one.rule.who), one.rule.within) for one in stages if isinstance(one.rule.within, Decimal)]
    unit = _unit(stages[0].rule)
    total = sum((span for _, span in spans), Decimal(0))
    parts = "+".join(f"{who}{short(span)}" for who, span in spans)
    said = f"**{told(total, unit)}**:{parts}。"
    if longer := [one.rule.extend for one in stages if one.rule.extend]:
        most = told(total + sum((one.within for one in longer), Decimal(0)), unit)
        why = ";".join(f"{one.if_}再延{told(one.within, unit)}" for one in longer)
        asked = next(part for part in _PART.split(question) if _IN_ALL.search(part))
        if _LONGEST.search(asked):  # 顶格拖满一共几天, and not 一共几天,最长拖多久
            more = "".join(f"+{one.if_}再延{short(one.within)}" for one in longer)
            said = f"**最长{most}**:{parts}{more}。不延长的话是{told(total, unit)}。"
        else:
            said += f"最长 **{most}**:{why}。"
    return Lead(said, tuple(one.clause.id for one in stages))


def _is_of_one(stages: Sequence[Stated[DeadlineRule]], question: str) -> bool:
    """Whether a question asks for all days of one stage alone (市里一共要几天; not 交到区里,一共要几天)."""
    firsts = [str(one.rule.who)[0] for one in stages]
    is_beside = re.search(f"[{''.join(firsts)}][里局级]?(?:一共|总共|全程|前后)", question) is not None
    return is_beside and not all(first in question for first in firsts)


def _chains(policy: Policy) -> list[tuple[Stated[DeadlineRule], ...]]:
    """The stages of a policy that follow one on the other, in that order, all counted in the same unit."""
    due = [one for one in stated(policy, DeadlineRule) if isinstance(one.rule.within, Decimal)]
    pairs = [(first, second) for first in due for second in due if first is not second and _hands_on(first, second)]
    return [pair for pair in pairs if _unit(pair[0].rule) == _unit(pair[1].rule)]


def _hands_on(first: Stated[DeadlineRule], second: Stated[DeadlineRule]) -> bool:
    who, after = first.rule.who or "", second.rule.after or ""
    return any(who[at : at + _SAME] in after for at in range(len(who) - _SAME + 1)) and second.rule.who is not None


def _unit(rule: DeadlineRule) -> str:
    return "个工作日" if rule.unit == "工作日" else rule.unit
