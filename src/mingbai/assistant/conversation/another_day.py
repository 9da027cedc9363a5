"""A message that only puts another day or year for the one asked about (她弟弟要12月1号才批下来; 09年呢)."""

from __future__ import annotations

import re

from mingbai.language.numbers.dates import find_dates

_LONGEST = 24  # characters of a message that has no room for a question of its own
# What happened on a day, each in all its words: another thing that happened is no other day of the same.
_EVENTS = (
    re.compile("认定|批[准下了]|审批|办下来|评上"),
    re.compile("出院"),
    re.compile("(?<!出)[入住]院"),
    re.compile("出生|生(?:的|下|了|娃|孩)"),
    re.compile("[交缴]|参保"),
    re.compile("登记|备案|报备"),
)
_YEAR = re.compile(
    "(?<![0-9])(?:20|19)?[0-9]{2}年(?!级|龄)|[二两]?[零〇]?[零〇][零〇一二三四五六七八九]年|[今去明]年度?"
)
_BARE_YEAR = re.compile(
    "(?:那|要是|如果|换成|换到|改成|到|按|在)*(?P<year>(?:(?:20|19)?[0-9]{2}|[二两]?[零〇]?[零〇一][零〇一二三四五六七八九])年|(?:199[0-9]|200[1-9]|20[12][0-9])(?=呢))"
    "(?:度|的|话|呢|咧|是|一共|总共|又|该|要|得|交|缴|多少|好多|几多|钱|[?,。!啊嘛])*"
)
_DIGITS = str.maketrans("〇零一二三四五六七八九两", "001234567892")
_YEARS_NAMED = re.compile("(?<![0-9.])(?:20[0-9]{2}|[01][0-9])年(?!多|来|以|[前后期的])")
_SHORT_YEAR = re.compile("(?<![0-9.])([01][0-9])年(?!多|来|以|[前后期的])")
_CENTURY = "20"


def in_its_year(question: str, message: str) -> tuple[str, str]:
    """The question before without its years and a message with its own in full, where that names one, too.

    So is 两口子10年一共, after 2009年大人交多少: it is then no time of ten years.
    """
    if not _YEARS_NAMED.search(question) or not _YEARS_NAMED.search(message):
        return question, message
    return _YEARS_NAMED.sub("", question), _SHORT_YEAR.sub(rf"{_CENTURY}\1年", message)


def with_year_of(question: str, message: str) -> tuple[str, str]:
    """A question with the one year that a message names in place of its own one, and the message without that.

    Both are themselves where either names none, or several.
    """
    own, told = _YEARS_NAMED.findall(question), _YEARS_NAMED.findall(message)
    if len(own) != 1 or len(told) != 1:
        return question, message
    year = _SHORT_YEAR.sub(rf"{_CENTURY}\1年", told[0])
    return _YEARS_NAMED.sub(year, question), _YEARS_NAMED.sub("", message)


def in_another_year(question: str, message: str) -> str | None:
    """The question before with the year of a message that says no more (09年呢) in place of its own.

    One that names no year is asked of this one; None where it names several.
    """
    said = _BARE_YEAR.fullmatch(message)
    years = {one[0] for one in _YEAR.finditer(question)}
    if said is None or not question or len(years) > 1 or not (years or "年" in message):  # 2008呢, after 2009年
        return None
    digits = said["year"].translate(_DIGITS).removesuffix("年")
    year = f"{digits if len(digits) > len(_CENTURY) else _CENTURY + digits}年"
    return _YEAR.sub(year, question) if years else f"{year}{question}"


def on_another_day(question: str, message: str) -> str | None:
    """The question before with the one day of a message in place of its own; None where it tells more than that.

    The message is one that asks nothing itself.
    """
    asked, told = find_dates(question), find_dates(message)
    if len(asked) != 1 or len(told) != 1 or len(message) > _LONGEST:
        return None
    if any(one.search(message) and not one.search(question) for one in _EVENTS):
        return None
    (day,), (other,) = asked, told
    return question[: day.start] + message[other.start : other.end] + question[day.end :]
