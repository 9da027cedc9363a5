"""One more illness than were told before: 再多查出个肺病也办下来了呢, 又加了冠心病."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from mingbai.assistant.conversation import State
from mingbai.language.utterance import Utterance

__all__ = ["with_one_more_illness"]

_COUNT = "diseases"
_CHRONIC = "慢性病门诊"
_NUMERALS = {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3}
_ILLNESS = "(?:[^,。;?!住0-9]{1,8}病|慢[性阻支]|[^,。;?!住0-9]{1,6}[症炎瘤癌]|中风|冠心|高血[压脂糖]|血[压脂糖]高)"
_ONE_MORE = re.compile(
    "(?:再|又|还|另外|后来|接着)[^,。;?!没不]{0,4}?(?:查出来?|得了?|添了?|多了?|加上?|有了?|办了?|患上?|确诊|新增)了?"
    f"(?P<many>[一两二三1-3]?)[个种样]?{_ILLNESS}(?!房|床|区|历|假)"
)


def with_one_more_illness(utterance: Utterance, state: State) -> Utterance:
    """What was said, with one illness more than before, where a message tells one and its kind of care counts them."""
    is_counted = _COUNT in state.facts or state.facts.get("care") == _CHRONIC
    if not is_counted or state.topic != "estimate":
        return utterance
    said = _ONE_MORE.search(utterance.text)
    before, now = (facts.get(_COUNT, Decimal(1)) for facts in (state.facts, utterance.facts))
    if said is None or not isinstance(before, Decimal) or not isinstance(now, Decimal) or now > before:
        return utterance  # 又查出一样,一共三种病: told whole
    facts = {name: value for name, value in utterance.facts.items() if name not in ("disease", "care")}
    return replace(utterance, facts={**facts, _COUNT: before + _NUMERALS.get(said["many"], 1)})
