"""What happened on the days a question names: the day of a payment, of a notice, and from which something is owed."""

from __future__ import annotations

import re
from typing import Literal

from mingbai.language.numbers.amounts import find_amounts
from mingbai.language.numbers.dates import DateMention, find_dates

__all__ = ["DayRole", "day_of", "days_in_arrears"]

DayRole = Literal["paid", "notice", "owed"]
"""拖到2月5号才交, 3月1号把钱交齐的; 通知2月10日送到, 4月1日收到通知; 从3月1日起欠, 1月31日没交."""
_AFTER_THE_DAY: dict[DayRole, re.Pattern[str]] = {
    "paid": re.compile(
        "(?:那天)?(?:才|刚|就|又|再)?(?:去|来)?(?:把)?(?:钱|费|保费|[一全]次性?|一起)?[补上打]?(?:交|缴|付)(?!不|没)"
    ),
    "notice": re.compile("[^,。;]{0,4}(?:送达|送到|送来|收到|接到|发[出来]|通知)"),
    "owed": re.compile("(?:起|开始)?[^,。;]{0,3}(?:欠|没[交缴付]|未[交缴付]|断[交缴])"),
}
_BEFORE_THE_DAY: dict[DayRole, re.Pattern[str]] = {
    "paid": re.compile("(?!)"),
    "notice": re.compile("通知(?:书|单)?[^,。;]{0,4}$"),
    "owed": re.compile("欠[^,。;]{0,4}从$|拖欠自$"),
}
_NOT_DONE = re.compile("(?:该|应|最晚|截止|本来|原本)[^,。;]{0,8}$")
_LIMIT = re.compile("[之以]?前|截止|为止|没|未")


# 从欠缴那天算已经30天, 拖了20天, 逾期15天
_IN_ARREARS = re.compile("(?:欠|拖|晚|迟|逾期|超期|断[交缴])[^,。;0-9]{0,12}$")
_SINCE_NOTICE = re.compile("(?:催|通知)[^,。;0-9]{0,8}$")  # 接到催缴单过了10天还没交: nothing of the arrears
_DAYS = ("天", "日")


def days_in_arrears(text: str) -> int | None:
    """For how many days something is said to be owed, whatever is told since a notice; None where that is not told."""
    counts = [one for one in find_amounts(text) if one.kind == "count" and one.unit in _DAYS and one.value]
    told = [one for one in counts if _IN_ARREARS.search(text[: one.start])]
    told = told or [one for one in counts if not _SINCE_NOTICE.search(text[: one.start])]
    return int(told[0].value or 0) if told else None


def day_of(text: str, role: DayRole) -> DateMention | None:
    """The one day that is said to be of a role; None where none or several are."""
    found = [one for one in find_dates(text) if one.is_real and _is(text, one, role)]
    return found[0] if len(found) == 1 else None


def _is(text: str, one: DateMention, role: DayRole) -> bool:
    before, after = text[: one.start], text[one.end :]
    if role == "paid" and (_NOT_DONE.search(before) or _LIMIT.match(after)):
        return False
    return _AFTER_THE_DAY[role].match(after) is not None or _BEFORE_THE_DAY[role].search(before) is not None
