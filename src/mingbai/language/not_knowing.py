"""What a message says its speaker does not know, in whatever words: 忘了, 记不得是几级, 随便哪档都说说, 没有结算单."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mingbai.corpus.vocabulary import Fact

_KNOWN = "知道|清楚|晓得|了解|确定|明白|懂|记得|认得|注意|留意|在意|看清|概念|印象|把握|底|数"
_FOUND = "清楚?|好|准|上来|明白|懂|出来?|到|得|起来"
_PAPERS = "结算单|清单|账单|单子|单据|发票|票据|小票|票"
_DOES_NOT_KNOW = re.compile(
    f"(?:不|没|没有|冇|唔|弗|勿)(?:是)?(?:太|很|大|怎么|咋|十分)?(?:{_KNOWN})"  # 不晓得, 没概念, 不太清楚
    f"|(?:说|搞|弄|记|分|查|看|问|认|想|讲|摸|拎|拿|吃|估)[不冇唔](?:太)?(?:{_FOUND})"  # 记不得, 说不上来, 拿不准
    "|(?:哪|谁|怎么|咋)(?:里|个|会|能)?(?:知道|晓得|记得|懂)"  # 我哪晓得
    "|(?<!别)忘(?!记?[了得掉]?去?(?:办|登记|备案|转|打|说)(?!没))记?[了得掉]?"  # 忘了办 tells that it was not done
    "|没(?:有)?(?:去|细|仔细)?(?:问|看|查|记)(?:过|清)?|没人?(?:说|讲|告诉我?|提)过?|未知|不详|不好说|不熟"
    f"|(?:没|没有|冇|莫得)(?:那个|那张|了)?(?:{_PAPERS})|(?:{_PAPERS})(?:[我都也早还]|已经?)*(?:丢|掉|没|找不|不在|弄丢|还没)[了到着来出有见]*"
)
_ANY_OF_THEM = re.compile(  # 随便哪级都说说, 各档都算算, 两种都给我讲讲
    "随便|无所谓|(?:都|分别|全部?|挨个|逐个|统统)(?:给我|给咱|帮我|替我|跟我|来|各)*(?:说|讲|算|列|试)(?:一下|一遍|出来|[说讲算列试]|下|看)*|都(?:行|可以|成|中)|(?:你|您)?看着办"
)
_ITS_OWN = re.compile(
    "(?:就|都|也|还|真|实在|反正|老实说|说实话|到底|究竟|具体|好像|大概|可能|现在|当时|那会儿?|自己|本人|[我俺咱他她它您你]们?|家里?|人|的话"
    f"|医院|医生|大夫|护士|单位|公司|(?:{_PAPERS})上?)"
)
_PARTICLES = frozenset(
    "我也和跟与、子都是的得地了过着呢啊吧嘛哦呀哎唉哪几什么啥甚多少谁何哪这那个些种样回算属于交去住看到上参加有没在叫还或者不就一每之类"
)
_ASKS = re.compile(
    "[报补赔]销?[到得]?(?:多少|几|好多)|怎么|咋|能不能|可不可以|[吗??]|为什么|材料|手续(?:是|有)?(?:哪|什么)|多久|什么时候"
)
_WHICH = re.compile("[哪几啥么]|多少")
_MARKS = ",。;!?、 "


class NotKnowing:
    """Hears what somebody does not know, of the facts of one vocabulary."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        self._about = {name: _PARTICLES | _words_of(fact) for name, fact in facts.items()}
        for name, fact in facts.items():
            if fact.given_by:  # asked where 第一段 begins, one says 起付 of it
                self._about[name] |= _words_of(facts[fact.given_by])
        self._called = {name: re.compile(fact.called) for name, fact in facts.items() if fact.called}

    def of(self, text: str, asked: str | None) -> tuple[frozenset[str], str]:
        """The facts that a normalised message says are not known, and the message without what says so.

        `asked` is the fact that was just asked for, to which a bare 忘了 belongs. What asks something by the same words
        (不知道能报多少, 不晓得要带什么) tells of no fact and stays.
        """
        unknown: set[str] = set()
        kept: list[str] = []
        for clause in re.findall(r"[^,。;!?\s]*[,。;!?\s]*", text):
            fact = self._unknown_in(clause, asked)
            unknown |= {fact} if fact else set()
            kept += [] if fact else [clause]
        if asked and asked in unknown:  # 哪一档嘛,我没留意过
            kept = [one for one in kept if not (_WHICH.search(one) and self._is_about(asked, one))]
        return frozenset(unknown), "".join(kept).rstrip(_MARKS)

    def _is_about(self, fact: str, words: str) -> bool:
        """Whether some words are all of those in which a fact is asked for and answered."""
        return {*_ITS_OWN.sub("", words).strip(_MARKS)} <= self._about[fact]

    def _unknown_in(self, clause: str, asked: str | None) -> str | None:
        said = _DOES_NOT_KNOW.search(clause)
        is_any = said is None and _ANY_OF_THEM.search(clause) is not None
        if not (said or is_any) or _ASKS.search(clause):
            return None
        left = _ANY_OF_THEM.sub("", _DOES_NOT_KNOW.sub("", clause))
        if asked and self._is_about(asked, left):
            return asked
        return next((name for name, called in self._called.items() if said and called.search(left)), None)


def _words_of(fact: Fact) -> frozenset[str]:
    """The characters of the words in which a fact is asked for and answered; a message out of these speaks of it."""
    words = (
        fact.label,
        fact.ask,
        *fact.says,
        *fact.choices,
        *(word for one in fact.choices.values() for word in one.says),
    )
    return frozenset("".join(words)) - frozenset("能怎")
