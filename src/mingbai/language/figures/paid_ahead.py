"""What was paid before a bill was settled, and is no bill: towards it (押金5000), or out of the fund (预借了2万)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.language.bills.visits import MORE, Mark
from mingbai.language.figures.bounds import bound
from mingbai.language.notes import Notes, Uncounted
from mingbai.language.numbers.amounts import Mention
from mingbai.language.text import words_before

__all__ = ["ADVANCED", "AHEAD", "note_paid_ahead"]

AHEAD = "是先交的或退的钱,不另算进费用"
ADVANCED = "是先预借的钱,不另算进费用"

_DEPOSIT = "(?:押金|预[交缴存付][款金费]?|定金|保证金)"
_DEPOSIT_BEFORE = re.compile(f"{_DEPOSIT}[^,。;!?0-9花总结报]{{0,6}}$")  # 押金交了5000, 预交款是3000
_DEPOSIT_BEHIND = re.compile(f"(?:块钱?|元)?的?{_DEPOSIT}")  # 先交了5000押金
_ADVANCE = re.compile("(?:预[借支领]|先[借支]|借支)(?:了|过|走|出来)[^,。;!?0-9花住看]{0,4}$")  # 之前已经预借了2万
_IS_DEPOSITED = re.compile(_DEPOSIT)
_REFUND = re.compile("退[回还给了我俺他她您们来钱]*$")  # 押金5000退了我800; 医保退了800 alone is a payment
# 自己已经垫了5000, 医保卡已经刷了3000, 入院先交了5000: so only beside a larger bill
_ON_ACCOUNT = re.compile(
    "(?:(?:已经?|先|预先|第[一二三四五六七八九十0-9]{1,2}天|头[一两几]?天|当天|入院[时那]?天?|进院时?)[^,。;!?0-9报完]{0,4}(?:垫[付支交]?|刷|[交缴付])|卡里?[^,。;!?0-9报]{0,4}刷)(?:了|上|过|掉|进去)*的?$"
)
_PAID_AGAIN = re.compile("[又再后]来?(?:补?[交缴]|垫[付支交]?|刷)了?$")  # 后来又交了3000
# 起付线今年已经交过350, 医保已经付了2万, 保费先交了150: named as something else, or paid by somebody else
_SOMETHING_ELSE = re.compile(
    "(?:起付|门槛|自[费付负]|保费|参保|医保(?!卡)|统筹|基金|保险|农合|合作医疗|大额|民政|救助|单位|[一二]档)[^,。;!?]{0,14}$"
)


def note_paid_ahead(text: str, mentions: Sequence[Mention], known: Sequence[Mark], notes: Notes) -> list[Mention]:
    """Note the sums paid before the account was settled as not reckoned with; give which these are."""
    ahead, lent = _paid_ahead(text, mentions, known), _advanced(text, mentions)
    notes.uncounted.extend(Uncounted(one.text.strip(), AHEAD, one.value) for one in ahead)
    notes.uncounted.extend(Uncounted(one.text.strip(), ADVANCED, one.value) for one in lent)
    return ahead + lent


def _paid_ahead(text: str, mentions: Sequence[Mention], known: Sequence[Mark]) -> list[Mention]:
    """The sums that were paid towards a bill, or given back of that; `known` are the marks that tell bills apart.

    A deposit always is one; what was put down without that word only where a larger sum of the same bill is told,
    which a line is not (超四万的部分自己先垫了两万五).
    """
    sums = [one for one in mentions if one.is_sum and one.value]
    deposits = [one for one in sums if _is_deposit(text, one)]
    others = [one for one in sums if one not in deposits]
    if not deposits and not any(_ON_ACCOUNT.search(words_before(text, one.start)) for one in others):
        return []
    down = [one for one in others if _is_down(text, one)]
    bills = [one for one in others if one not in down and not bound(text, one)]
    return deposits + [one for one in down if any(_is_larger(bill, one, known) for bill in bills)]


def _advanced(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The sums that were paid out before the account was settled, and come off what is paid in the end."""
    sums = (one for one in mentions if one.is_sum and one.value)
    return [one for one in sums if _ADVANCE.search(words_before(text, one.start))]


def _is_deposit(text: str, mention: Mention) -> bool:
    before = words_before(text, mention.start)
    is_refund = _REFUND.search(before) and _IS_DEPOSITED.search(before)
    return bool(_DEPOSIT_BEFORE.search(before) or is_refund or _DEPOSIT_BEHIND.match(text, mention.end))


def _is_down(text: str, mention: Mention) -> bool:
    before = words_before(text, mention.start)
    return bool(_ON_ACCOUNT.search(before) or _PAID_AGAIN.search(before)) and not _SOMETHING_ELSE.search(before)


def _is_larger(bill: Mention, paid: Mention, known: Sequence[Mark]) -> bool:
    """Whether a sum is a larger one and no word between the two tells another bill (门诊先付了500,住院花了8000)."""
    start, end = min(bill.end, paid.end), max(bill.start, paid.start)
    is_apart = any(start <= one.start and one.end <= end and one.about != MORE for one in known)
    return (bill.value or 0) > (paid.value or 0) and not is_apart
