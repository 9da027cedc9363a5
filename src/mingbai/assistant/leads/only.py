"""Whether something is all that a list has: 是不是只有低保户才能享受, 只限住院吗."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.assistant.leads.question import Lead
from mingbai.corpus.kinds import CoversRule, ExcludesRule
from mingbai.corpus.kinds.lists import ListItem
from mingbai.corpus.models import Policy
from mingbai.rules.lists import Finding

_ONLY = re.compile(
    "(?:是不是|是否|难道|不是)(?:就?只有|只限|光|单单|仅仅?限?|就)|(?:只有|只限|仅限)[^,。;!?]{1,16}(?:吗|么|不|[对是]吧|对不对|是不是)"
)
_TOLD = 4


def only_lead(policy: Policy, findings: Sequence[Finding], question: str) -> Lead | None:
    """No with what else a list has, or yes where it has nothing else; None where no list names what is only meant."""
    asked = _ONLY.search(question)
    if asked is None:
        return None
    named = [one for one in findings if not one.is_off_list and question.find(one.word, asked.start()) >= 0]
    if not named:
        return None
    first = named[0]
    own = {one.item for one in named if one.list_name == first.list_name}
    rule = next(
        one
        for one in policy.by_id[first.clause].rules
        if isinstance(one, CoversRule | ExcludesRule) and one.name == first.list_name
    )
    others = [one.item for one in rule.items if isinstance(one, ListItem) and one.item not in own]
    is_torn = any(not isinstance(one, ListItem) for one in rule.items)
    if not others and not is_torn:
        return Lead(f"**是**:“{first.list_name}”里只有“{first.item}”。", (first.clause,), names=(first.word,))
    more = "、".join(f"“{one}”" for one in others[:_TOLD]) + ("等" if len(others) > _TOLD else "")
    lost = "原文缺失的" if is_torn else ""
    text = f"**不是**:“{first.list_name}”里除了“{first.item}”,还有{'和'.join(filter(None, (more, lost)))}。"
    return Lead(text, (first.clause,), names=(first.word,))
