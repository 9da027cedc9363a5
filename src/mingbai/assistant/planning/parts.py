"""What a message asks, part by part: all of it, or what it asks beside its sum (papers, dates, premiums)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mingbai.assistant.conversation.state import SEARCHED, State, Topic
from mingbai.assistant.follow_ups.another_case import Cases
from mingbai.assistant.follow_ups.another_figure import with_another_figure
from mingbai.assistant.follow_ups.what_of import asked_of, is_what_of
from mingbai.assistant.leads.documents import asks_only_when
from mingbai.assistant.matching.telling_words import IDLE_SIGNS
from mingbai.assistant.matching.ways import WHO
from mingbai.assistant.planning.about.questions import is_question
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.planning.about.topics import TopicReader
from mingbai.assistant.planning.carried import Carried
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.notes import FactValue
from mingbai.language.parts import parts_of
from mingbai.language.utterance import SentenceReader, Utterance

_BY_ITSELF = re.compile("参保|登记|转诊|转院|备案|开户|鉴定|申请")  # papers for these are not those for claiming
_PREMIUM = re.compile("[交缴]")
_ALONE: tuple[Topic, ...] = ("documents", "procedure")
_CLAIMING = "报销 材料"
_ASKING = re.compile(
    "多少|多大(?=岁|年|以[内下上]|的?$)|(?<![零〇九八七六十])几[个天年月号次种家样块成]?|什么时候|什么|啥子?|怎[么样]办?|咋[办个]?|如何|哪[个里天些点儿边]?|谁|吗|多[久长]|是否|([能要是可会行给管])不\\1"
    "|有没有|最[晚迟多少高低]"
)
_IDLE = re.compile(f"[{re.escape(IDLE_SIGNS)}办交报上里面头]")
_ALSO_ASKING = re.compile(
    "(?:咩|伐|冇|无|有[^,。]{1,4}没得?)[??]?$|好久(?![没不了])|阿[要是能可有会]"
    "|([扣交缴报给管算要能用出付补])[^,。不]{1,6}不\\1(?:了|呢)?[??]?$"  # 扣门槛费不扣
    "|[给能行成可会管][办报补交转领收认]?[不啵][??]?$"  # 给办不, 还行啵
)
_HALF = re.compile(r"半([一-鿿])不\1")  # 看得半懂不懂 asks nothing
_ADDS = re.compile("^(?:而且)?[^,。]{0,3}[我你他她们爸妈爹娘伴]还(?=[老总常拖欠])")  # 他还总跑回家
_ANY_WILL_DO = re.compile("(?:随便|任选|不管|不论)[^,。]{0,6}[哪什啥][^,。]{1,8}都(?:行|成|可以|中|要得|能)(?:吧|啊)?$")
_ONE_MORE = re.compile("(?:对了)?(?:还有|另外|再一个|再有|再就是)(?:就是)?(?:一[点条]|个事)?")  # 还有,厂里年年亏
_ANOTHER_BILL = re.compile("[0-9万千百块元]的?(?:话|费用)?呢[??]?$|[0-9万千百块元][^,。;]{0,3}[报补]多少")
_SOME_OF_THEM = re.compile("[^,。;]{2,8}(?:里[头面]?|当中|中)[^,。;的]{2,10}的")  # …各几人,残疾人里享受两补的
_COUNTED = re.compile("(?:几|多少)[个户人名家]")
_HOW_MANY = "多少"
_IT = "它"
_WHAT_OF_END = re.compile("[呢咧嘞?]*$")
_TOO_LATE = re.compile("(?:那|要是|如果|万一)?(?:错过|误|耽误|没赶上)(?:了|时间)*[呢咧嘞][??]?")  # what to do then
_MARKS = "?\N{FULLWIDTH QUESTION MARK}"
_WHATEVER = re.compile("(?:什么|啥|哪[里儿个]?|谁|怎么|咋)[^,。多少几]{0,6}[都也][^多少几]*$")
_ANNOUNCED = re.compile("几[个样件点条][^,。多少几]{0,2}(?:数字?|事儿?|事情|问题|地方|东西)$")  # 帮我理几个硬数
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
_WORD = re.compile("[一-鿿]")
_A_SUBJECT = 4  # signs beside what asks that make a question whole; 孩子用交不 goes on with the one before
_DIFFERENCE = "difference"
_CARE = "care"
_LACKS = re.compile("(?:没[有得]?|莫得|冇得?|缺了?|丢了?|掉了?)[^,。]{0,8}(?:证明?|单子?|材料|资料|发票|手续)$")
"""Of papers that somebody tells to have none of (也没得转诊证明), which asks for none."""
_GROUPS = ("basic_scheme", "insured", "hospital_level")
_PERSON = ("insured", "employment", "hardship")
_BOUNDS = ("deductible", "cap")
_ASKED_RATES = ("share", *_BOUNDS)
_NAMES_ITSELF = ("premium", *_ASKED_RATES)
_BOUND = re.compile("门槛|起付|封顶|上限|到顶")  # 有没有门槛, where the sum is asked for as well
_RATES = frozenset({"起付线", "封顶线", "报销比例"})


@dataclass(frozen=True)
class Part:
    """One question of a message: its topic and the words to look it up by; `is_of_care` where each kind has its own.

    `context` is what it is asked of, where it names no subject itself. `others` are further words for the same, where
    the first find nothing of its own. `is_sum` where it asks what is paid of a bill, `is_again` where it asks what was
    asked before of another thing. `before` is what was spoken of before it, `told` who it is for as told so far; the
    facts `of_others` are told by parts that ask for somebody else (孩子用交不), `heads` is who else is counted (12人).
    `group` is who was named before it where it names nobody and nothing itself (城乡居民住了多少人次,花了多少).
    `is_perhaps` where it may only go on with a sum, unless a clause answers it (自己垫多少以上可以先借钱).
    `carried` are words told before it of which it may be asked, likeliest first (退休住院, of 报多少).
    """

    topic: Topic
    query: str
    is_of_care: bool = False
    context: str = ""
    others: tuple[Part, ...] = ()
    is_sum: bool = False
    is_again: bool = False
    before: str = ""
    told: tuple[tuple[str, FactValue], ...] = ()
    of_others: frozenset[str] = frozenset()
    heads: str = ""
    group: str = ""
    carried: tuple[str, ...] = ()
    is_perhaps: bool = False


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
        return Part(self._topic(part), words, _is_of_rate(part))

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
        for words in parts_of(text):
            part = self._reader.read(words)
            topic = self._topics.of(part, State())
            is_of_papers = topic == "documents" and not _LACKS.search(words)
            if topic in SEARCHED and (_asks(part) or is_of_papers) and _says_what(part, topic):
                is_bare = topic == "documents" and is_of_claim(words)
                yield Part(topic, _CLAIMING if is_bare else words, _is_of_rate(part))
            elif _asks(part) and not self._bills.any_of(part.facts):
                yield replace(self.of(words), is_perhaps=True, is_sum=topic == "estimate")

    def _asked(self, text: str) -> Iterator[Part]:
        said = [(words, self._reader.read(words)) for words in parts_of(text)]
        before, subject, group, told = "", "", "", dict[str, FactValue]()
        since: list[str] = []
        carried = Carried(self._vocabulary)
        for at, (words, part) in enumerate(said):
            asks = _asks(part) or any(f"{words}{mark}" in text for mark in _MARKS)
            asks = asks and not (subject and _OF_ALL_BEFORE.fullmatch(words))
            if not asks and _COUNTED.search(before) and _SOME_OF_THEM.fullmatch(words):
                words, asks = f"{words}有{_HOW_MANY}", True
            names_subject, told = names_subject_in(words), {**told, **_persons(part)}
            group = self._group(part) or group
            others = [*said[:at], *said[at + 1 :]]
            adds = not asks and bool(_ADDS.search(words) or (at and _ONE_MORE.fullmatch(said[at - 1][0])))
            if before and asks and (swapped := self._same_of(before, words, part)):
                yield _of_persons(self._part(swapped), _instead(told, _persons(part)), others)
            elif before and (is_what_of(words) or adds):
                yield _of_persons(self._what_of(before, words), _instead(told, _persons(part)), others)
            elif asks:
                is_beyond = bool(subject) and _BEYOND_IT.match(words) is not None
                is_other = _BOUND.search(words) and _PAID_IN.search(subject)  # 学生自己掏几块,…封顶多少
                is_whole = not is_beyond and bool(names_subject or part.asks in _NAMES_ITSELF or is_other)
                if since and _VERDICT.fullmatch(words):
                    words, is_whole = ",".join((*since, words)), True
                asked = self._asking(words, part, "" if is_other else subject, is_whole=is_whole)
                asked = asked if names_subject or self._group(part) else replace(asked, group=group)
                asked = replace(asked, carried=() if is_beyond else carried.before(part))
                yield _with_care(_of_persons(asked, told, others), part, said[:at], said[at + 1 :])
                before = words
            since = [] if asks else [*since, words]
            subject = without_asking(words) if names_subject or not subject else subject
            carried.note(words, part, is_asking=asks)

    def _same_of(self, before: str, words: str, part: Utterance) -> str | None:
        """The rate asked for before, of somebody else whom so few words name (封顶大人多少,孩子多少); else None."""
        names = self._group(part)
        is_of_rate = _BOUND.search(before) is not None or self._reader.read(before).asks in _ASKED_RATES
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
        return Part(self._topic(part), words, _is_of_rate(part), context, before=subject, is_sum=is_sum)

    def _what_of(self, before: str, words: str) -> Part:
        """The question before asked of another thing (工伤呢): in words of its own, or in those of both."""
        own, thing = asked_of(before, words)
        in_its_place = with_another_figure(before, _WHAT_OF_END.sub("", words))  # 综合成本率98%调不调, 95%呢
        said = (
            *self._of_another_payer(before, words),
            *([f"{_WHAT_OF_END.sub('', words)}怎么办"] if _TOO_LATE.fullmatch(words) else ()),
            *([in_its_place] if in_its_place else own),
            f"{before} {words}",
            *([thing] if len(thing) >= _A_SUBJECT else []),
        )
        first, *others = (self._part(one) for one in dict.fromkeys(said))
        return replace(first, others=tuple(others))

    def _of_another_payer(self, before: str, words: str) -> tuple[str, ...]:
        """The question before what somebody pays in, asked of another group (2009年成人总标准多少,学生呢)."""
        if self._reader.read(before).asks != "premium":
            return ()
        swapped = self._cases.in_place(before, words, self._reader.read(words).facts)
        return (swapped.question,) if swapped else ()

    def _part(self, words: str) -> Part:
        part = self._reader.read(words)
        return Part(self._topic(part), words, _is_of_rate(part), is_again=True)

    def _topic(self, part: Utterance) -> Topic:
        """What a part without a sum is about: a day, where papers are only what it is the day of."""
        topic = self._topics.of(part, State())
        if topic == "documents" and asks_only_when(part.text):
            return "procedure"
        return topic if topic in SEARCHED else "fact"


def _asks(part: Utterance) -> bool:
    """Whether a part asks something; 啥收入都没有 does not, nor what only announces it (问几个事)."""
    asks = is_question(part) or _ALSO_ASKING.search(part.text) is not None
    if _ANY_WILL_DO.search(part.text):  # 随便哪家银行的都成
        return True
    is_none = any(one.search(part.text) for one in (_HALF, _WHATEVER, _ANNOUNCED))
    return asks and not is_none


def _instead(told: Mapping[str, FactValue], own: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """What was told with what takes its place: another person is not also the one before (低保的学生, 一般大人呢)."""
    is_other = not own.keys().isdisjoint(_PERSON)
    return {**{name: value for name, value in told.items() if not (is_other and name in _PERSON)}, **own}


def _of_persons(part: Part, told: Mapping[str, FactValue], others: Iterable[tuple[str, Utterance]]) -> Part:
    """A part with the persons told for it, and those told by `others` that ask."""
    asking = (one for words, one in others if _asks(one) or is_what_of(words))
    names = frozenset(name for one in asking for name in _persons(one) if name not in told)
    return replace(part, told=tuple(told.items()), of_others=names)


def _with_care(
    asked: Part, part: Utterance, before: Iterable[tuple[str, Utterance]], after: Iterable[tuple[str, Utterance]]
) -> Part:
    """A part, of the treatment told last before it and of none that only a later question of the message names.

    三级住院起付多少,封顶多少,门诊一年给多少: the first two are of the stay.
    """
    known = [one.facts[_CARE] for one in (*(one for _, one in before), part) if _CARE in one.facts]
    if not any(_CARE in one.facts and _asks(one) for _, one in after):
        return asked
    told = ((_CARE, known[-1]),) if known else ()
    of_others = asked.of_others | {_CARE}
    return replace(asked, is_of_care=asked.is_of_care and bool(known), told=(*asked.told, *told), of_others=of_others)


def _persons(part: Utterance) -> dict[str, FactValue]:
    """Whom a part tells of, at which hospital, by fact."""
    return {name: value for name, value in part.facts.items() if name in (*WHO, "basic_scheme")}


def without_asking(words: str) -> str:
    """What some words speak of, without what asks for it."""
    return _ASKING.sub(" ", words).strip()


def names_subject_in(words: str) -> bool:
    """Whether some words name what they are about and do not only ask (过了咋办)."""
    return _IT not in words and len(_WORD.findall(_IDLE.sub("", _ASKING.sub("", words)))) >= _A_SUBJECT


def is_of_claim(text: str) -> bool:
    """Whether papers asked for are those for claiming what was spent, and not for enrolling or a referral."""
    return _BY_ITSELF.search(text) is None


def _says_what(part: Utterance, topic: Topic) -> bool:
    """Whether a part says itself what it asks about (封顶线多少) and not only goes on with the sum (这样对吗)."""
    if topic in _ALONE:
        return True
    if topic == "eligibility":
        return bool(part.terms or part.facts)
    is_of_bound = part.asks in _BOUNDS and _BOUND.search(part.text) is not None
    return bool(part.terms or is_of_bound or "money_rule" in part.intents or _PREMIUM.search(part.text))


def _is_of_rate(part: Utterance) -> bool:
    is_of_rate = not _RATES.isdisjoint(part.terms) or part.asks in _ASKED_RATES
    return is_of_rate and "care" not in part.facts and not part.schemes  # 大病的门槛 is of no kind of care
