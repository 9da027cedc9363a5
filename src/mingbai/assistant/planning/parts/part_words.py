"""The words of one part of a message: whether they ask, what they speak of, of what kind of thing."""

from __future__ import annotations

import re

from mingbai.assistant.conversation.state import Topic
from mingbai.assistant.matching.telling_words import IDLE_SIGNS
from mingbai.assistant.planning.about.questions import is_question
from mingbai.assistant.planning.about.rates import BOUNDS
from mingbai.language.utterance import Utterance

_BY_ITSELF = re.compile("参保|登记|转诊|转院|备案|开户|鉴定|申请")  # papers for these are not those for claiming
_PREMIUM = re.compile("[交缴]")
_ALONE: tuple[Topic, ...] = ("documents", "procedure")
_ASKING = re.compile(
    "多少|多大(?=岁|年|以[内下上]|的?$)|(?<![零〇九八七六十])几[个天年月号次种家样块成]?|什么时候|什么|啥子?|怎[么样]办?|咋[办个]?|如何|哪[个里天些点儿边]?|谁|吗|多[久长]|是否|([能要是可会行给管])不\\1"
    "|有没有|最[晚迟多少高低]|分别"
)
_IDLE = re.compile(f"[{re.escape(IDLE_SIGNS)}办交报上里面头]")
_ALSO_ASKING = re.compile(
    "(?:咩|伐|冇|无|有[^,。]{1,4}没得?)[??]?$|好久(?![没不了])|阿[要是能可有会]"
    "|([扣交缴报给管算要能用出付补])[^,。不]{1,6}不\\1(?:了|呢)?[??]?$"  # 扣门槛费不扣
    "|有没(?!有)[^,。;]{1,6}$|([一-鿿])还是[^,。;]{1,8}\\2$"  # 有没封顶, 单位出还是员工出
    "|[给能行成可会管][办报补交转领收认]?[不啵][??]?$"  # 给办不, 还行啵
    "|(?:靠谱|靠得住|作数|信得过|可信)[不没啵嘛][??]?$"
)
_HALF = re.compile(r"半([一-鿿])不\1")  # 看得半懂不懂 asks nothing
_ANY_WILL_DO = re.compile("(?:随便|任选|不管|不论)[^,。]{0,6}[哪什啥][^,。]{1,8}都(?:行|成|可以|中|要得|能)(?:吧|啊)?$")
_IT = "它"
_WHATEVER = re.compile("(?:什么|啥|哪[里儿个]?|谁|怎么|咋)[^,。多少几]{0,6}[都也][^多少几]*$")
_ANNOUNCED = re.compile("几[个样件点条][^,。多少几]{0,2}(?:数字?|事儿?|事情|问题|地方|东西)$")  # 帮我理几个硬数
_ONLY_A_FEW = re.compile(  # 宝宝满月后才几天, 出院没几天
    "(?:才|刚|没)(?:有|过|过了|满|出生|出院)?几(?:天|日|周|个(?:月|星期|礼拜|钟头|小时))(?:大|时间|呢)?$"
)
_WORD = re.compile("[一-鿿]")
_A_SUBJECT = 4  # signs beside what asks that make a question whole; 孩子用交不 goes on with the one before
ASKED_RATES = ("share", *BOUNDS)
BOUND = re.compile("门槛|起付|封顶|上限|到顶")  # 有没有门槛, where the sum is asked for as well
_PAYER_ASKED = re.compile(  # 单位几个点、个人几个点
    "(?:那|还有)?(?:职工)?(?:个人|单位|企业|财政|自己)(?:要|得|该)?[出交缴掏]?(?:几个点|百分之几|几成|多少|几块)"
)
_RATES = frozenset({"起付线", "封顶线", "报销比例"})


def asks_something(part: Utterance) -> bool:
    """Whether a part asks something; 啥收入都没有 does not, nor what only announces it (问几个事)."""
    asks = is_question(part) or _ALSO_ASKING.search(part.text) is not None
    if _ANY_WILL_DO.search(part.text):  # 随便哪家银行的都成
        return True
    is_none = any(one.search(part.text) for one in (_HALF, _WHATEVER, _ANNOUNCED, _ONLY_A_FEW))
    return asks and not is_none


def without_asking(words: str) -> str:
    """What some words speak of, without what asks for it."""
    return _ASKING.sub(" ", words).strip()


def names_subject_in(words: str, signs: int = _A_SUBJECT) -> bool:
    """Whether some words name what they are about, in so many signs, and do not only ask (过了咋办)."""
    return _IT not in words and len(_WORD.findall(_IDLE.sub("", _ASKING.sub("", words)))) >= signs


def is_of_claim(text: str) -> bool:
    """Whether papers asked for are those for claiming what was spent, and not for enrolling or a referral."""
    return _BY_ITSELF.search(text) is None


def is_of_payer(text: str) -> bool:
    """Whether all that is asked is what one who pays in gives (个人几个点), of whatever insurance was named."""
    return _PAYER_ASKED.fullmatch(text) is not None


def says_what(part: Utterance, topic: Topic) -> bool:
    """Whether a part says itself what it asks about (封顶线多少) and not only goes on with the sum (这样对吗)."""
    if topic in _ALONE:
        return True
    if topic == "eligibility":
        return bool(part.terms or part.facts)
    is_of_bound = part.asks in BOUNDS and BOUND.search(part.text) is not None
    return bool(part.terms or is_of_bound or "money_rule" in part.intents or _PREMIUM.search(part.text))


def is_of_care_rate(part: Utterance) -> bool:
    """Whether a part asks for a rate, of which each kind of care has its own, and names no care itself."""
    is_of_rate = not _RATES.isdisjoint(part.terms) or part.asks in ASKED_RATES
    return is_of_rate and "care" not in part.facts and not part.schemes  # 大病的门槛 is of no kind of care
