"""What a part of a message carries on from the parts before it: who is meant, the treatment, the thing spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mingbai.assistant.conversation.day_told import asks_for_day, counts_from, days_told
from mingbai.assistant.matching.kinds_asked import things_asked
from mingbai.assistant.openings.straight_lines import OF_CASE, is_silence, tells_more
from mingbai.assistant.outcome import Needed, Searched, first_clause, lead_of
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.utterance import Utterance

_PERSON = ("hardship", "insured", "employment")
_CARE = "care"
_RUN = 2
_ANYWHERE = frozenset(("医院", "住院", "门诊", "报销", "医保", "居民", "职工"))
"""Pairs of signs that so many clauses have that they tell none of them apart."""
_MEASURES = frozenset(("起付线", "封顶线", "报销比例", "缴费标准"))
_ROW = "- **"
_FIGURE = re.compile("[0-9]")
_BOUND, _A_BOUND = re.compile("门槛|起付|封顶|上限"), re.compile("门槛|起付|封顶|最[多高]")
_OF_HIM = re.compile("[他她](?!们)")
_THAT_ONE = re.compile("[那这][个位名]|病人|患者")
"""Somebody of whom a document tells, and none of those who ask."""
_QUOTED = re.compile("写了“([^”]+)”")
_WORDS = re.compile("[一-鿿]+")


class Carried:
    """What was told in the parts of one message so far, in the words by which it was told."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._person = ""
        self._care = ""
        self._term = ""
        self._situation = ""
        self._days = ""

    def note(self, words: str, part: Utterance, *, is_asking: bool) -> None:
        """Take what a part tells; another person or treatment takes the place of the one before."""
        self._person = "".join(self._said(name, part) for name in _PERSON) or self._person
        self._care = self._said(_CARE, part) or self._care
        self._term = next((one for one in part.terms if one not in _MEASURES), self._term)
        is_claim = _FIGURE.search(words) is not None  # 二档封顶11万 is a claim, of which nothing else is asked
        is_situation = not (is_asking or is_claim or part.policies)
        self._situation = words if is_situation else self._situation
        self._days = ",".join(one for one in (self._days, days_told(words)) if one)

    def before(self, part: Utterance) -> tuple[str, ...]:
        """The words to put before a part, likeliest first: of each only what the part does not tell itself.

        退休职工住院门槛多少,报多少 asks the latter of 退休住院; 摔断腿住院,证明谁开 asks it of 外伤. Behind 3月10号出院
        拖到几号 asks for the day that is counted from that one.
        """
        days = f"{self._days}," if self._days and asks_for_day(part.text) else ""
        person = "" if any(name in part.facts for name in _PERSON) else self._person
        care = "" if _CARE in part.facts else self._care
        term = "" if part.terms else self._term
        said = (days, f"{person}{care}", person, care, term, self._situation)
        return tuple(dict.fromkeys(one for one in said if one))

    def _said(self, name: str, part: Utterance) -> str:
        """The longest word of a part that names its choice of a fact."""
        value = part.facts.get(name)
        choice = self._vocabulary.facts[name].choices.get(str(value))
        words = (str(value), *(choice.says if choice else ())) if value is not None else ()
        return max((one for one in words if one in part.text), key=len, default="")


def tells_of_carried(
    question: str, joined: Searched | Needed, plain: Searched | Needed, carried: str, told: Sequence[Searched | Needed]
) -> bool:
    """Whether a part is answered of what it carries on from before, and not as it stands `plain` by itself.

    It is where it says something of its own by that alone, or comes from a clause that answered a part before, or names
    what was `carried`, as the plain answer does not. A plain answer from a clause that answered a part before goes on
    with that already: only the same clause may say it more exactly. One that gives the kind of thing that the
    `question` asks for (什么时候开) gives way to none that does not. A day counted from one that was told is exact.
    """
    if not tells_more(joined, told):
        return False
    if counts_from(lead_of(joined), carried) and not counts_from(lead_of(plain), carried):
        return True
    line, other, before = lead_of(joined), lead_of(plain), {*map(first_clause, told)}
    if not other or is_silence(other):
        return True
    if any(one.kind.is_given(other) and not one.kind.is_given(line) for one in things_asked(question)):
        return False
    if _ROW in line and {*line.split("\n")[-line.count(_ROW) :]} < {*other.split("\n")}:
        return True  # of the rows of a table those for whom it was told
    if _OF_HIM.search(question) and _THAT_ONE.search(carried):
        return True  # 那个再障的小伙子,…一共给他补了多少: not what all together were given
    if OF_CASE in other:  # the rule's own answer heeds all that was told
        return False
    if first_clause(plain) in before and first_clause(joined) != first_clause(plain):
        return False
    own, others = f"{_title(joined)}{line}", f"{_title(plain)}{other}"
    if _decides(question, other) and not _decides(question, line):
        return False
    names_it = any(one in own and one not in others for one in _runs(carried))
    goes_on = first_clause(joined) in before and first_clause(plain) not in before
    return names_it or (goes_on and _named_in(question, own) >= _named_in(question, others))


def _named_in(words: str, line: str) -> int:
    """How many pairs of signs of some words, of those that tell clauses apart, a line has."""
    return sum(one in line for one in _runs(words))


def _decides(question: str, line: str) -> bool:
    """Whether a line tells the bound that a question asks for, or quotes of a list what the question names (离休)."""
    is_bound = _BOUND.search(question) is not None and _A_BOUND.search(line) is not None
    return is_bound or any(one in question for quoted in _QUOTED.findall(line) for one in _runs(quoted))


def _runs(text: str) -> Iterable[str]:
    """The pairs of signs of some words that tell clauses apart."""
    every = {word[at : at + _RUN] for word in _WORDS.findall(text) for at in range(len(word) - _RUN + 1)}
    return every - _ANYWHERE


def _title(found: Searched | Needed) -> str:
    return found.passages[0].title if isinstance(found, Searched) and found.passages else ""
