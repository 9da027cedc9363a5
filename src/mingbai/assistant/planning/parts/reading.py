"""What a message asks, part by part: all of it, or what it asks beside its sum (papers, dates, premiums)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mingbai.assistant.conversation.state import SEARCHED, State, Topic
from mingbai.assistant.follow_ups.another_case import Cases
from mingbai.assistant.follow_ups.another_figure import with_another_figure
from mingbai.assistant.follow_ups.what_of import asked_of, is_what_of
from mingbai.assistant.leads.documents import asks_only_when
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.planning.about.topics import TopicReader
from mingbai.assistant.planning.parts.carried import Carried
from mingbai.assistant.planning.parts.part import Part
from mingbai.assistant.planning.parts.part_words import (
    ASKED_RATES,
    BOUND,
    asks_something,
    is_of_care_rate,
    is_of_claim,
    is_of_payer,
    names_subject_in,
    says_what,
    without_asking,
)
from mingbai.assistant.planning.parts.persons_of_parts import of_persons, persons_told, with_care, with_instead
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.notes import FactValue
from mingbai.language.parts import parts_of
from mingbai.language.utterance import SentenceReader, Utterance

_CLAIMING = "报销 材料"
_HANDED_IN = re.compile(  # 要带什么,什么时候去交,交给谁: of the papers asked for before it, whose list tells where
    "(?:还|又|那|再|都|要|得|该|是|在|去|到|应该|最[晚迟])*(?P<when>什么时候|几号|哪天)?(?:哪[里儿]?|哪个?(?:窗口|地方|部门)|谁)?"
    "(?:去|来|要|该)?[交递送][给到去]?(?:谁|哪[里儿]?|哪个?(?:窗口|地方|部门)|什么(?:地方|部门))?[呢啊呀]?[??]?"
)
_ADDS = re.compile("^(?:而且)?[^,。]{0,3}[我你他她们爸妈爹娘伴]还(?=[老总常拖欠])")  # 他还总跑回家
_ONE_MORE = re.compile("(?:对了)?(?:还有|另外|再一个|再有|再就是)(?:就是)?(?:一[点条]|个事)?")  # 还有,厂里年年亏
_ANOTHER_BILL = re.compile("[0-9万千百块元]的?(?:话|费用)?呢[??]?$|[0-9万千百块元][^,。;]{0,3}[报补]多少")
_SOME_OF_THEM = re.compile("[^,。;]{2,8}(?:里[头面]?|当中|中)[^,。;的]{2,10}的")  # …各几人,残疾人里享受两补的
_AND_SO = re.compile("^(?:而且|并且|同时|再有就是|还有就是)")
_IS_IT_SO = re.compile("是不是|是否|[吗么]$")
"""What is asked on without a word that asks, behind what asks if it is so (是不是按五百算,而且报得少的也补到一半)."""
_COMES_TO = re.compile(
    "(?:那|这样)?(?:打|减|降|折|算|扣)(?:个?折|一?半)?(?:下来|以?后|完|了|出来)*(?:是|就是|合|还?剩|等于)?(?:多少|几)[块元]?钱?"
)
"""What only asks for the figure of what was asked before it (是不是打对折,折下来多少)."""
_COUNTED = re.compile("(?:几|多少)[个户人名家]")
_HOW_MANY = "多少"
_WHAT_OF_END = re.compile("[呢咧嘞?]*$")
_TOO_LATE = re.compile("(?:那|要是|如果|万一)?(?:错过|误|耽误|没赶上)(?:了|时间)*[呢咧嘞][??]?")  # what to do then
_MARKS = "?\N{FULLWIDTH QUESTION MARK}"
_OF_ALL_BEFORE = re.compile(  # 3月1号才交,月底开刀,赶得上不: of the whole, and of nothing by itself
    "(?:那|这样?|这个?|还|都|也|到底)*(?:赶得?上|来得及)(?:来?不及|不上|不|吗|么|没|啊|嘛|呢|啵)*[??]?"
    "|(?:那|到底|究竟)*(?:什么时候|多久|[哪几]天|[几何]时|几号)(?:才|开始|起|能)*(?:算数?|作数|生效|管用|算起)[了呢??]*"
)
_BEYOND_IT = re.compile(
    "(?:超[出过]?了?|多出来|高出|剩下?|往上)的?(?:那?部分|钱|费用)?"
)  # of what was named before: 大额
_VERDICT = re.compile(  # 两个老的买便宜那种,我跟娃儿买贵的,要得不: of all that was told before it
    "(?:这样?|这么[办弄交买选]?|那样?|都|也)*(?:要得|得行|行得通|可以|行|成|中|好|能行)"
    "(?:不(?:要得|得行|行|成|中|好)?|吗|么|没|啵)[??]?"
)
_PAID_IN = re.compile("[交缴掏]")
_SAME_OF = re.compile("(?:那|我|的|是|又|要)*(?:多少|几多|好多|几)(?:呢)?[??]?")
_A_SUBJECT = 4  # signs beside what asks that make a question whole; 孩子用交不 goes on with the one before
_DIFFERENCE = "difference"
_LACKS = re.compile("(?:没[有得]?|莫得|冇得?|缺了?|丢了?|掉了?)[^,。]{0,8}(?:证明?|单子?|材料|资料|发票|手续)$")
"""Of papers that somebody tells to have none of (也没得转诊证明), which asks for none."""
_GROUPS = ("basic_scheme", "insured", "hospital_level")
_NAMES_ITSELF = ("premium", *ASKED_RATES)


class PartReader:
    """Reads the parts of messages with one reader of sentences."""

    def __init__(
        self, reader: SentenceReader, topics: TopicReader, bills: SettledBills, vocabulary: Vocabulary
    ) -> None:
        self._vocabulary = vocabulary
        self._reader = reader
        self._topics = topics
        self._bills = bills
        self._cases = Cases(vocabulary)

    def of(self, words: str) -> Part:
        """The question that some words of a message are by themselves."""
        part = self._reader.read(words)
        return Part(self._topic(part), words, is_of_care_rate(part))

    def puts_bill(self, text: str) -> bool:
        """Whether one of several questions of a message only puts another bill (要是花20650呢)."""
        parts = parts_of(text) if _ANOTHER_BILL.search(text) else ()
        return len(parts) > 1 and any(map(self.is_bill, parts))

    def is_bill(self, words: str) -> bool:
        """Whether some words only put another bill."""
        return _ANOTHER_BILL.search(words) is not None and self._bills.any_of(self._reader.read(words).facts)

    def beside_sum(self, text: str) -> tuple[Part, ...]:
        """What clauses answer of a message beside its sum, in order; papers are those for claiming it."""
        return tuple(dict.fromkeys(self._beside_sum(text)))

    def asked(self, text: str) -> tuple[Part, ...]:
        """What a message without a sum asks, in order; what names no subject (过了咋办) is asked of the one before."""
        return tuple(dict.fromkeys(self._asked(text)))

    def _beside_sum(self, text: str) -> Iterator[Part]:
        is_claimed = False
        for words in parts_of(text):
            part = self._reader.read(words)
            topic = self._topics.of(part, State())
            if is_claimed and (handed := _HANDED_IN.fullmatch(words)):
                if handed["when"]:
                    yield self.of(f"{handed['when']}去报")
                continue
            is_of_papers = topic == "documents" and not _LACKS.search(words)
            if topic in SEARCHED and (asks_something(part) or is_of_papers) and says_what(part, topic):
                is_bare = topic == "documents" and is_of_claim(words)
                is_claimed = is_claimed or is_bare
                yield Part(topic, _CLAIMING if is_bare else words, is_of_care_rate(part))
            elif asks_something(part) and not self._bills.any_of(part.facts):
                yield replace(self.of(words), is_perhaps=True, is_sum=topic == "estimate")

    def _asked(self, text: str) -> Iterator[Part]:
        said = [(words, self._reader.read(words)) for words in parts_of(text)]
        before, subject, group, told = "", "", "", dict[str, FactValue]()
        since: list[str] = []
        carried = Carried(self._vocabulary)
        for at, (words, part) in enumerate(said):
            asks = asks_something(part) or any(f"{words}{mark}" in text for mark in _MARKS)
            asks = asks and not (subject and _OF_ALL_BEFORE.fullmatch(words))
            if at and _AND_SO.match(words) and _IS_IT_SO.search(said[at - 1][0]) and not asks_something(part):
                words, asks = f"{_AND_SO.sub('', words)}吗", True
                part = self._reader.read(words)
            if not asks and _COUNTED.search(before) and _SOME_OF_THEM.fullmatch(words):
                words, asks = f"{words}有{_HOW_MANY}", True
            names_subject, told = names_subject_in(words), {**told, **persons_told(part)}
            group = self._group(part) or group
            others = [*said[:at], *said[at + 1 :]]
            adds = not asks and bool(_ADDS.search(words) or (at and _ONE_MORE.fullmatch(said[at - 1][0])))
            if before and asks and (swapped := self._same_of(before, words, part)):
                yield of_persons(self._part(swapped), with_instead(told, persons_told(part)), others)
            elif before and (is_what_of(words) or adds):
                yield of_persons(self._what_of(before, words), with_instead(told, persons_told(part)), others)
            elif asks:
                is_beyond = bool(subject) and _BEYOND_IT.match(words) is not None
                is_other = BOUND.search(words) and _PAID_IN.search(subject)  # 学生自己掏几块,…封顶多少
                is_whole = not is_beyond and bool(
                    names_subject or part.asks in _NAMES_ITSELF or is_other or is_of_payer(words)
                )
                if since and _VERDICT.fullmatch(words):
                    words, is_whole = ",".join((*since, words)), True
                asked = self._asking(words, part, "" if is_other else subject, is_whole=is_whole)
                asked = asked if names_subject or self._group(part) else replace(asked, group=group)
                asked = replace(asked, carried=() if is_beyond else carried.before(part))
                yield with_care(of_persons(asked, told, others), part, said[:at], said[at + 1 :])
                before = f"{before},{words}" if before and _COMES_TO.fullmatch(words) else words
            since = [] if asks else [*since, words]
            subject = without_asking(words) if names_subject or not subject else subject
            carried.note(words, part, is_asking=asks)

    def _same_of(self, before: str, words: str, part: Utterance) -> str | None:
        """The rate asked for before, of somebody else whom so few words name (封顶大人多少,孩子多少); else None."""
        names = self._group(part)
        is_of_rate = BOUND.search(before) is not None or self._reader.read(before).asks in ASKED_RATES
        if not (is_of_rate and names and _SAME_OF.fullmatch(words.replace(names, "", 1))):
            return None
        swapped = self._cases.in_place(before, f"{names}呢", part.facts)
        return swapped.question if swapped else None

    def _group(self, part: Utterance) -> str:
        """The words by which a part names the insured or the hospitals of which it speaks."""
        return "".join(
            max((one for one in self._called(name, str(part.facts[name])) if one in part.text), key=len, default="")
            for name in _GROUPS
            if name in part.facts
        )

    def _called(self, fact: str, value: str) -> Iterator[str]:
        """All names of a choice of a fact; of an insurance also those of its scheme."""
        choice = self._vocabulary.facts[fact].choices.get(value)
        yield from (value, *(choice.says if choice else ()), *self._vocabulary.schemes.get(value, ()))

    def _asking(self, words: str, part: Utterance, subject: str, *, is_whole: bool) -> Part:
        """A part that asks in its own words; `subject` is what was spoken of before it."""
        context = "" if is_whole else subject
        is_sum = self._topics.of(part, State()) == "estimate" and _DIFFERENCE not in part.intents  # 去外县少报多少
        return Part(self._topic(part), words, is_of_care_rate(part), context, before=subject, is_sum=is_sum)

    def _what_of(self, before: str, words: str) -> Part:
        """The question before asked of another thing (工伤呢): in words of its own, or in those of both."""
        own, thing = asked_of(before, words)
        in_its_place = with_another_figure(before, _WHAT_OF_END.sub("", words))  # 综合成本率98%调不调, 95%呢
        said = (
            *self._of_another_case(before, words),
            *([f"{_WHAT_OF_END.sub('', words)}怎么办"] if _TOO_LATE.fullmatch(words) else ()),
            *([in_its_place] if in_its_place else own),
            f"{before} {words}",
            *([thing] if len(thing) >= _A_SUBJECT else []),
        )
        first, *others = (self._part(one) for one in dict.fromkeys(said))
        return replace(first, others=tuple(others))

    def _of_another_case(self, before: str, words: str) -> tuple[str, ...]:
        """The question before what somebody pays in, asked of another group (2009年成人总标准多少,学生呢).

        So is one for what something comes to (低保户起付线打对折,折下来多少,普通居民呢).
        """
        if not (_COMES_TO.fullmatch(before.rpartition(",")[2]) or self._reader.read(before).asks == "premium"):
            return ()
        swapped = self._cases.in_place(before, words, self._reader.read(words).facts)
        return (swapped.question,) if swapped else ()

    def _part(self, words: str) -> Part:
        part = self._reader.read(words)
        return Part(self._topic(part), words, is_of_care_rate(part), is_again=True)

    def _topic(self, part: Utterance) -> Topic:
        """What a part without a sum is about: a day, where papers are only what it is the day of."""
        topic = self._topics.of(part, State())
        if topic == "documents" and asks_only_when(part.text):
            return "procedure"
        return topic if topic in SEARCHED else "fact"
