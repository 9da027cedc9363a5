"""A household told over several messages: 夫妻两个交多少, then 其中我是低保, then 再加个6岁的娃, then 三个一起."""

from __future__ import annotations

import re

from mingbai.assistant.conversation.another_day import in_its_year
from mingbai.assistant.households.mentions import any_of, counted, kin
from mingbai.assistant.households.people import Household
from mingbai.assistant.households.reading import household
from mingbai.corpus.vocabulary import Vocabulary

_LONGEST = 40
"""Characters of a message that has no room for a household of its own."""
_IN_ALL = ",一共交多少"
_YEAR = re.compile("(?<![0-9.])(?:20[0-9]{2}(?![0-9.元块万个人])|0[0-9]年)")
_TOGETHER = re.compile("总数|一块|一起|一共|总共|拢共|合计|加起来|全部|加一块|加到一起")
_ONLY_TOGETHER = re.compile(  # 三个一起; 那俩人加起来一年交多少
    "那么?|这|我们?|(?<![0-9])(?:20)?[0-2][0-9]年?|[他她咱]们|全家人?|[一两三四五六七八九十2-9俩仨](?:个|口|家)?人?|两口子|夫妻|要|得|该|是|都|算|一?年|每年|[交缴掏出](?:费|钱)?"
    "|多少(?:钱)?|几多|好多|几个?钱|呢|[?? ,。]"
)
_MORE = re.compile("再加|还有|加上|外加|另有|另外|带上|再带|连[^,。;]{1,8}一?[起共]|也[要得]?[交缴算参]|再添|多加")
_OF_ONE = re.compile("(?:^|[,。])那?[他她](?:爸|妈|爹|娘|爷爷|奶奶|姐|哥|弟|妹)")  # 他爸没上班也交
_AMONG = re.compile("其中|里[头面]|要是|如果|万一|呢[??)]?$|有[一两]个")


def with_more_told(before: str, message: str, vocabulary: Vocabulary) -> str | None:
    """The question what everybody told of so far pays together, where a message tells more of them or only adds up.

    `before` are the messages since one named the place. None where the message is about somebody alone (她老头呢,
    交多少), or nobody was told of.
    """
    if len(message) > _LONGEST or not before:
        return None
    before, message = in_its_year(before, message)
    if _OF_ONE.search(message):
        before = _with_one(before, vocabulary)
    joined = f"{before},{message.replace('我俩', '两个人')}{_IN_ALL}"  # those told of, and not two more
    earlier = household(f"{before}{_IN_ALL}", vocabulary)
    if earlier is None or not earlier.persons:
        return None
    if _YEAR.search(message) and only_adds_up(_YEAR.sub("", message)):  # 2009年两个一起呢
        return f"{_YEAR.sub('', before)},{message}{_IN_ALL}"
    if only_adds_up(message):
        return joined
    now = household(joined, vocabulary)
    return joined if now and _goes_on(earlier, now, message) else None


def _with_one(before: str, vocabulary: Vocabulary) -> str:
    """The messages before with the one of whom they speak counted (中学生交多少, of whom 他爸 then is the father)."""
    if counted(before, words := vocabulary.facts["insured"].by_words) or kin(before, []):
        return before
    return re.sub(f"(?:{any_of(words)})", r"一个\g<0>", before, count=1)


def told_of_a_year(message: str, vocabulary: Vocabulary) -> str | None:
    """The question what a household pays in a year, where a message only tells of both (2010年,爷爷71岁,奶奶70)."""
    house = household(f"{message}{_IN_ALL}", vocabulary) if _YEAR.search(message) else None
    return f"{message}{_IN_ALL}" if house and len(house.persons) > 1 else None


def only_adds_up(message: str) -> bool:
    """Whether a message says nothing but that all are meant together."""
    return _TOGETHER.search(message) is not None and not _ONLY_TOGETHER.sub("", _TOGETHER.sub("", message))


def _goes_on(earlier: Household, now: Household, message: str) -> bool:
    """Whether a message adds somebody, or tells more of those already told of."""
    if now.heads > earlier.heads:
        return _MORE.search(message) is not None
    is_other = [one.options for one in now.paying] != [one.options for one in earlier.paying]
    return now.heads == earlier.heads and is_other and _AMONG.search(message) is not None
