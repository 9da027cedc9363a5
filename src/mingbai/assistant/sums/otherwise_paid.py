"""What a bill would come to but for what rules it out, where the message asks that as well: 正常的话该报多少."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mingbai.assistant.outcome import Computed, Outcome
from mingbai.language.asking import HOW_MUCH
from mingbai.money import words
from mingbai.rules.statement import pays

__all__ = ["if_it_were_paid"]

_ASKS = re.compile(  # 正常的话该报多少; 过了等待期能报几多; 要不是车祸能报多少; 等满了报多少
    "(?:正常|照常|平常|平时|一般|本来|原本|按理|要不是|(?:要是|如果|假如|万一)(?:没有?|不是|能报|可以报|等?满|过了|等到)"
    "|(?:等|过|满)(?:够|满|完)?(?:了|期|足)?[^,。;?!0-9]{0,6}(?:以后|之后|过后|后|的话|了)|(?:过|满)了?(?:等待期|期限|3个月|三个月))"
    f"[^,。;?!0-9]{{0,10}}[,]?[^,。;?!0-9]{{0,4}}(?:[报补给赔拿领](?:销|到|回)?{HOW_MUCH}|是{HOW_MUCH})"
)


def if_it_were_paid(outcome: Outcome, told: str) -> Iterator[str]:
    """The line of what the bill of an outcome would come to otherwise, where the last message told asks for that."""
    lines = [one for one in told.split("\n") if one.strip()]
    if not lines or not isinstance(outcome, Computed) or not _ASKS.search(lines[-1]):
        return
    estimate = outcome.estimate
    how = "+".join(one.formula for one in estimate.lines if pays(one.payer))
    if estimate.status == "exact" and estimate.amount is not None:
        paid = words(Decimal(estimate.amount))
        yield f"**没有这一条的话能报 {paid}**({how}),自己付 {words(estimate.own)}。"
    elif estimate.low is not None and estimate.high is not None:
        low, high = words(Decimal(estimate.low)), words(Decimal(estimate.high))
        yield f"**没有这一条的话能报 {low} 到 {high}**。"
    else:
        return
    if outcome.assumed:
        yield f"按这些情况算:{';'.join(outcome.assumed)}。"
