"""A message that only puts another case in the place of the one asked about (二档呢, after 一档封顶多少).

Joined to the question before it, it would leave both cases standing there, and the answer to the first one is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from mingbai.assistant.conversation.another_day import with_year_of
from mingbai.assistant.matching.pieces import any_of
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.utterance import Utterance

_LONGEST = 16  # characters of a message that has no room for a question of its own
_FRAME = re.compile(
    "^(?:那么?|要是|如果|假如|换成|换作|换到|改成|至于|再说|我(?=是|[要想]))+|(?:的话)?[呢咧嘞]?[,。.!?吗]*$"
)
_BESIDE = re.compile(  # words beside those of a case that ask for nothing more: 一般的大人, 要是住二级医院
    "[的人员们户家个些那这都也就去在到是交选住看读上我俺咱他她]|医院|普通|一般|其[他它余]|别的|对象|居民|身份"
)
_MORE_OF_IT = re.compile("(?:普通|一般|其[他它余]|别的|正常)(?:的)?(?:人|居民)?$")
_ASKED = re.compile("最[多高]|封顶|上限|能报|报|门槛费?|起付线|[交缴]|一?年|的?话|多少|几多")  # 二档最多呢
_CASES: Mapping[str, tuple[str, ...]] = {
    "person": ("insured", "employment", "hardship"),  # another person is not also the one before: 低保儿童, 普通成人
    "level": ("hospital_level",),
    "plan": ("plan",),
    "care": ("care",),
}
# 是低保户的话, 要是残疾人, 那我们家是低保: said of the one asked about before, where the question has no such word
_OF_SAME = re.compile(
    "(?:是|算|属于).+的话[呢吗]?$|^那?(?:要是|如果|假如)[他她我]?(?:们|家)?(?:是|有|算|属于)"
    "|^(?:那|可是?|但是?|不过)?[我咱俺他她](?:们)?(?:家|屋[头里])(?:里|头)?(?:是|有|算|属于|吃|拿|领)(?!.*呢)"
)
_OTHERS = re.compile("[人户者员老]")  # 残疾人呢, after what students pay: no 低保呢, which is said of these
_BASIC = ("居民医保", "新农合", "职工医保")  # whose figures one document may have beside each other
_ASKING_PART = re.compile("[^,。;?!]*(?:多少|几[块元个成]?|什么|哪|吗)[^,。;?!]*[?]?$")
_ALONGSIDE = re.compile("[的、]?")


@dataclass(frozen=True)
class AnotherCase:
    """A question as it is asked of another case; `gone` are the facts that only the case before had."""

    question: str
    gone: frozenset[str]


def person_told(utterance: Utterance) -> str:
    """The person of whom a message only tells, in the vocabulary's words: 没低保但收入低的65岁老头 is 低收入老人.

    Somebody who is denied to be of a group is an ordinary person; nothing where the message tells anything else.
    """
    told, person = utterance.facts, _CASES["person"]
    if not told or not {*told, *utterance.denied} <= {*person}:
        return ""
    insured = str(told.get("insured", ""))
    hardship = str(told.get("hardship", "普通" if utterance.denied else ""))
    return hardship if insured and hardship.endswith(insured) else f"{hardship}{insured}"


class Cases:
    """Knows the words of one vocabulary for what cases differ in: person, hospital, plan, care, insurance."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._facts = {fact: vocabulary.facts[fact].by_words for facts in _CASES.values() for fact in facts}
        self._words = {
            case: any_of(word for fact in facts for word in self._facts[fact]) for case, facts in _CASES.items()
        }
        self._words["scheme"] = any_of(word for one in _BASIC for word in (one, *vocabulary.schemes.get(one, ())))

    def in_place(self, question: str, message: str, told: Iterable[str]) -> AnotherCase | None:
        """The question before with the case that a message names in place of its own; None where it has no such.

        `told` are the facts read in the message: those of a word that no list has (残疾人) count, too.
        """
        _, without_year = with_year_of(question, message.strip())
        thing = _FRAME.sub("", without_year)
        if not thing or len(message) > _LONGEST:
            return None
        said = {case: [one[0] for one in words.finditer(thing)] for case, words in self._words.items()}
        told = set(told)
        named = [case for case, words in said.items() if words or not told.isdisjoint(_CASES.get(case, ()))]
        rest = _BESIDE.sub("", any_of(word for words in said.values() for word in words).sub("", thing))
        asked_too = _ASKED.sub(lambda one: "" if one[0] in question else one[0], rest)
        is_heard = len(named) == 1 and not said[named[0]]
        if not named or (asked_too and not is_heard):
            return None
        before, gone, is_put = question, set[str](), False
        for case in named:
            place = self._place(question, case)
            put = thing if len(named) == 1 and rest == asked_too else "".join(said[case])
            if place is None:
                before = f"{put}{before}" if len(named) > 1 else before
                continue
            words = question[slice(*place)]
            named_before = {fact for fact in _CASES.get(case, ()) if any(word in words for word in self._facts[fact])}
            is_bare = told == {"hardship"} and named_before == {"insured"} and not _OTHERS.search(thing)
            if (is_bare or _OF_SAME.search(message)) and named_before.isdisjoint(told):
                own = "".join(said[case]) or put
                before, is_put = before.replace(words, f"{words}的{own}", 1), True
                continue
            asking = _ASKING_PART.search(before)
            if case == "person" and "insured" in told and asking and before.find(words) < asking.start() > 0:
                before, is_put = f"{put},{asking[0]}", True  # 俺岳父62了,吃低保的,要交多少: nothing of him is theirs
            else:
                before, is_put = before.replace(words, put, 1), True
            gone |= named_before
        in_year, _ = with_year_of(before, message)  # of the case put there, which may have brought the year with it
        return AnotherCase(in_year, frozenset(gone - told)) if is_put else None

    def _place(self, question: str, case: str) -> tuple[int, int] | None:
        """Where a question names its case, in words that stand beside each other; None where nowhere or apart."""
        found = [one.span() for one in self._words[case].finditer(question)]
        if not found:
            return None
        for (_, end), (start, _) in pairwise(found):
            if not _ALONGSIDE.fullmatch(question, end, start):
                return None
        start, end = found[0][0], found[-1][1]
        more = _MORE_OF_IT.search(question, 0, start)
        return (more.start() if more else start), end
