"""What kind of thing a question asks for (a time, a place, who, papers, a consequence, a list, how much), word by word.

One stretch of a question may ask for several (多少天里去哪改登记); a line gives a kind where it has words of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.assistant.matching.telling_words import BETWEEN_PARTS, IDLE_SIGNS

_SILENCE = re.compile(r"\**(?:没有单?写|说不[出准]|[^，。：；*]{0,8}缺失)")
_ONE_LOST = re.compile(r"\**第")
_NUMBER = "[0-9一二两三四五六七八九十百半]"
_COUNTED = "[个种家条份张样次项回成块千万人名元户岁倍级处类场]"
_HOW_MANY = "(?<![十百0-9好])几"  # 十几个 and 好几万 tell
_LIST_ROW = re.compile("^- ", re.M)
_JOINED, _COMMA = re.compile("[、；和]|以及"), re.compile("[，,]")
_COMMAS = 2


@dataclass(frozen=True)
class Kind:
    """A kind of thing that is asked for: the words that ask for it, those that give it."""

    name: str
    asks: re.Pattern[str]
    given_by: re.Pattern[str]

    @property
    def is_list(self) -> bool:
        """Whether it is several things, by name."""
        return self.name in (_LIST, _LONG_LIST)

    @property
    def is_figure(self) -> bool:
        """Whether it is a share or a sum, which differs from group to group."""
        return self.name in _FIGURES

    def is_given(self, line: str) -> bool:
        """Whether a line gives such a thing, or says that it is not written; one item lost is no list (第3种缺失)."""
        if is_silent(line) and not (self.is_list and _ONE_LOST.match(line)):
            return True
        if not self.is_list:
            return self.given_by.search(line) is not None
        joined = len(_JOINED.findall(line))
        has_several = joined > (self.name == _LONG_LIST) or len(_COMMA.findall(line)) >= _COMMAS
        return has_several or _LIST_ROW.search(line) is not None


@dataclass(frozen=True)
class AskedFor:
    """What one word of a question asks for: its kind, and the question without the other words that ask."""

    kind: Kind
    text: str


WHEN = "when"
"""The name of the kind that is a time."""
_LIST, _LONG_LIST, _PAPERS = "which", "which of many", "papers"
_FIGURES = frozenset(("which share", "which sum", "how much"))
KINDS = tuple(
    Kind(name, re.compile(asks), re.compile(given_by))
    for name, asks, given_by in (
        (
            "how often",
            "多久(?=[^,。;]{0,8}一?[次回趟遍])",
            f"每[天日周月季年次]|定期|{_NUMBER}+[次回]|{_NUMBER}+个?[年月]一?[审查报交缴次回]",
        ),
        (
            WHEN,
            f"什么(?:时候|月份?|日子)|[何几]时|多久|多长时间|多少(?:天|个?工作日|个?月)|哪(?:一|几)?[天日月年]|{_HOW_MANY}(?:天|[号日]|个?工作日|个?月|年)|最[晚迟]",
            f"{_NUMBER}+个?(?:工作)?(?:[日天月周岁]|年(?!度))|当[天场月]|随时|每[年月周天]|[以之][前后]|结束后|马上|立刻",
        ),
        (
            "where",
            "[去到来在上往找交]哪(?:里|儿|点|块|头|个(?:窗口|地方|单位|部门|科室?|局))?(?![些种天几样年月])|哪[里儿]|什么地方",
            "局|所(?![有在])|窗口|中心|办公室|[合医社]管?办|站|厅|社区|街道|银行|网上|医院|公司|单位|当地|参保地",
        ),
        (
            "who",
            "谁|什么人|哪个(?:部门|单位|局|人)|哪家|归哪",
            "由|局|院|单位|公司|自己先?[出付掏垫]|人|医[师生]|机构|部门|委|政府|所(?![有在])",
        ),
        (
            _PAPERS,
            "[带拿交备凭](?:上|些)?(?:什么|哪些|哪几)|(?:什么|哪些|哪几样?)(?:材料|资料|证|手续|东西|单|票)",
            "证|单|票|表|卡|书|病历|处方|复印|原件|材料|申请|本|册",
        ),
        (
            "consequence",
            "会(?:怎么样|怎样)|怎么(?:处罚|处理|罚)|什么后果",
            "罚|扣|退|停|取消|不[报给予再]|追|解除|通报|责|拒",
        ),
        (
            "how",
            "(?:手续|流程|步骤)?怎么(?:弄|走(?!人)|申请|操作|搞|个[^,。;]{1,3}法)|(?:手续|流程|步骤)(?:是?什么|$)",
            r"^(?!\**不?(?:能|可以|行|要|用)\**(?:：|$)).*(?:凭|拿|持|填|提交|申请|登记|[向到找].{2,}[交办报])",
        ),
        (_LONG_LIST, "哪[三四五六七八九十][种类条样个项步重]", ""),
        (_LIST, "哪(?:些|[几两二][种类条样个项步重])|都?有什么(?!时)|分别(?:是|有)|包括什么", ""),
        (
            "how many persons",
            f"(?:多少|{_HOW_MANY})[个名位]?[人户口](?!均|次)",
            f"{_NUMBER}+[余多]?[个名位]?[人名位户口]",
        ),
        ("how many times", f"(?:多少|{_HOW_MANY})[次回](?!事)", f"{_NUMBER}+[余多]?人?[次回]|每[天周月年]|不限"),
        ("how many places", f"(?:多少|{_HOW_MANY})[家所](?!人|里)", f"{_NUMBER}+[余多]?[家所个]"),
        ("how many", f"(?:多少|{_HOW_MANY})个(?!百分|点|工作|月)", f"{_NUMBER}+[余多]?[个名人位家所项条种]"),
        (
            "which share",
            "[百千]分之[几多]少?|几成|几个点|多少个?百分点|比例",
            "%|‰|分之|百分点|成(?!人|年|员)|比[0-9]|一半|全",
        ),
        (
            "which sum",
            f"多少(?:钱|元|块)|{_HOW_MANY}(?:块|元|个钱|百|千|万)",
            "[0-9](?:元|块|万|亿)|不用交|不要钱|免|全额|[0-9]倍",
        ),
        (
            "how much",
            f"多少|{_HOW_MANY}(?:{_COUNTED}|何)",
            f"[0-9]|{_NUMBER}+{_COUNTED}|全额|全部|一半|不限",
        ),
    )
)
"""All kinds; where several words fit at one place of a question, the first of these holds."""
_ANY = re.compile("|".join(f"(?:{one.asks.pattern})" for one in KINDS))


def names_something(question: str) -> bool:
    """Whether a question says what it is about beside the words that ask (一个年度从几号到几号, not 交多少)."""
    return sum(sign not in IDLE_SIGNS for sign in _ANY.sub("", question)) > 1


def is_silent(line: str) -> bool:
    """Whether a line says of something that it is not written, or lost."""
    return _SILENCE.match(line) is not None


def things_asked(question: str) -> Iterator[AskedFor]:
    """Each thing that a question asks for, in order."""
    for part in BETWEEN_PARTS.split(question):
        asking = list(_ANY.finditer(part))
        for one in asking:
            kind = next(
                kind for kind in KINDS if (found := kind.asks.match(part, one.start())) and found.end() == one.end()
            )
            yield AskedFor(kind, _without(part, [other.span() for other in asking if other is not one]))


def gives_all(question: str, line: str) -> bool:
    """Whether a line gives each thing that a question asks for, of which none is papers or a list."""
    asked = list(things_asked(question))
    return bool(asked) and not any(
        one.kind.is_list or one.kind.name == _PAPERS or not one.kind.is_given(line) for one in asked
    )


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """A text without some stretches of it."""
    for start, end in reversed(spans):
        text = f"{text[:start]} {text[end:]}"
    return text
