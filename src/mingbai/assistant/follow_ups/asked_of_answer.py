"""What a message asks of the figures of the last answer, where it asks nothing else and names no subject again.

It is taken for such a message only where nothing is left of it once the words for these and the idle ones are out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mingbai.assistant.follow_ups.answer_figures import TOTAL, Figure
from mingbai.assistant.leads.question import Question
from mingbai.language.numbers.amounts import find_amounts
from mingbai.language.text import normalise

__all__ = ["OF_YEAR", "Wish", "asks_for_rest", "goes_on", "labels_named", "may_ask_of_answer", "wish_read"]

OF_YEAR = 12
_LONGEST = 20
_NUMERAL = "[0-9一二两三四五六七八九十]+"
_ASKS_ELSE = re.compile(
    "吗|[么不没]$|怎|咋|什么|为啥|能不能|是不是|要不要|多久|几[天号月年人成]|几个[月点人]|比例|百分之|报|[第头前明后]一?[年次]"
)
_REST = re.compile(
    "(?:剩下?|余下|其余|剩余)的?(?:那|这)?(?:些|部分|一?半|份)?|另外?的?那?(?:一?部分|一半|一?份|一?半)(?:的)?"
)
_WHERE = re.compile("(?:放|去|归|给|落)(?:到|在)?(?:哪里?|谁|哪儿|何处)|谁[出拿得的]?")
_HEADS = re.compile(
    f"(?:我们?|咱们?)?(?:一家|全家|家里?|全?[县乡镇村市区]里?|[一总]共)?(?:有)?(?:{_NUMERAL}(?:口人?|个?人)"
    f"|{_NUMERAL}(?:[万千百][一二三四五六七八九十0-9]*)?(?:多)?(?:个|名|位)?(?:参保(?:的|人员?|居民)?|人)"
    "|双胞胎呢?(?:两个|俩)?|[俩仨]个?人?|两口子)"
)
_INSURED = re.compile("(?:个|名|位)?参保(?:的|人员?|居民)?")
_FEW = {"俩": Decimal(2), "两口子": Decimal(2), "双胞胎": Decimal(2), "仨": Decimal(3)}
_HOUSE = re.compile("一家|全家|家里|口(?!子)")
_YEAR, _MONTH = re.compile("一?整?年(?:下来|到头)?|全年"), re.compile("(?:一个?|每个?)月")
_MONTHS = re.compile(f"(?:半年|一个?季度|{_NUMERAL}个月)")
_APART = re.compile(  # 比之前多了几块, 涨了多少, 差多少
    "(?:[比跟和](?:之前|以前|原来|原先|从前|过去|老标准|旧标准|去年|上年)的?)?"
    "(?:[多少高低涨提升降增加减差贵便宜相]+)(?:出来?|了|下来|[交掏收花给拿补])*(?=多少|几|好多)"
)
_BESIDE = re.compile("[比跟和与]")
_ALL = re.compile("[一总拢统]共|合计|共计|加一?起来?|合一?起来?|一块儿|一块(?=$|[,。交缴掏出])|一起|总的|全部")
_EVERY = re.compile("[两二三2-3]样(?=都|一起|加|合)|[两三]个都|都(?=[有享领拿])|同时")  # 两样都有的话一年多少
_IDLE = re.compile(
    "的话|享受?|背|进|入|设立?|归|纳入|多少钱?|几多|好多钱?|多钱|几[个块元百千万]*[块元钱]?|[那这]?(?:一?个?部分|[一那这]份|份)|大概|差不多|大约|其中|里[面头边]"
    "|[担承负]{1,2}责?|代[收缴扣交]|补[贴助]?|筹[集资]*|保费|费用?|标准|每人|一个人|人均|分别|各自?|可以|应该|分到|得到|还有?"
    "|[出掏交缴拿给付摊分划领得扣收留是要该又也就那这的了呢啊呀吧嘛哦里头上元块钱会能有占到算再且,。;?! ]"
)
_OWN = "(?:我们?|咱们?)?(?:自己|自个儿?|个人|本人)|我们?(?=[要得出掏交付缴])"
_EMPLOYER = "用?人?单位|公司|企业|厂[里子方]?|老板"
_INSURER = "商保公司|商业保险公司|保险公司|商保"
_OF_STATE = re.compile("(?:各|[两二三四]|上下)级(?:财政|政府)?|财政|政府|国家|公家")
_LEVEL = "(?:财政|政府|[里级上])*"


@dataclass(frozen=True)
class Wish:
    """What a message asks of the figures told: whose parts, and the reckonings on them."""

    labels: tuple[str, ...]
    rows: tuple[str, ...]
    is_rest: bool
    share: Decimal | None
    is_apart: bool
    is_all: bool
    is_every: bool
    heads: Decimal | None
    is_house: bool
    months: int | None


def may_ask_of_answer(message: str) -> bool:
    """Whether a message is short enough to ask only for a figure of the last answer, and asks nothing else for sure."""
    return len(message) <= _LONGEST and _ASKS_ELSE.search(_WHERE.sub("", message)) is None


def goes_on(message: str) -> bool:
    """Whether a message asks for so many heads or months of what was told last, or how that differs."""
    return any(one.search(message) for one in (_HEADS, _YEAR, _MONTHS, _APART))


def asks_for_rest(message: str) -> bool:
    """Whether a message only asks what is with the rest of what was told (剩下的; 其余部分给谁)."""
    is_rest, left = _take(_REST, normalise(message))
    return is_rest and not _IDLE.sub("", _WHERE.sub(" ", left)).strip()


def wish_read(figures: Sequence[Figure], message: str) -> Wish | None:
    """What a message asks of some figures; None where it asks of anything else, too."""
    text = normalise(message)
    if not may_ask_of_answer(text):
        return None
    shares = [one for one in find_amounts(text) if one.kind == "percent"]
    heads = _heads(text)
    left = "".join(" " if any(one.start <= at < one.end for one in shares) else sign for at, sign in enumerate(text))
    is_rest, left = _take(_REST, left)
    left = _WHERE.sub(" ", left) if is_rest else left
    is_house = heads is not None and _HOUSE.search(left) is not None
    left = _HEADS.sub(" ", left) if heads else left
    is_apart, left = _take(_APART, left)
    months, left = _months(left)
    rows = tuple(one for one in dict.fromkeys(figure.of for figure in figures) if one and one in left)
    for one in rows:
        left = left.replace(one, " ")
    labels, left = labels_named(figures, left)
    left = _BESIDE.sub(" ", left) if is_apart or len(labels) > 1 else left  # 单位比个人多出多少, 基金和区政府各多少
    is_all, left = _take(_ALL, left)
    is_every, left = _take(_EVERY, left)
    if re.search("[0-9一-鿿a-zA-Z]", _IDLE.sub("", left)) or len(shares) > 1 or (shares and not is_rest):
        return None
    share = shares[0].value if shares else None
    return Wish(labels, rows, is_rest, share, is_apart, is_all, is_every, heads, is_house, months)


def _heads(text: str) -> Decimal | None:
    found = _HEADS.search(text)
    few = next((many for word, many in _FEW.items() if found and word in found[0]), None)
    counted = _INSURED.sub("人", text)  # 3万个参保的
    return few or (Question.read(counted).heads if found else None)


def _take(pattern: re.Pattern[str], text: str) -> tuple[bool, str]:
    return pattern.search(text) is not None, pattern.sub(" ", text)


def _months(text: str) -> tuple[int | None, str]:
    """Over how many months a message asks; a year is one of them for what is told by the year."""
    if some := _MONTHS.search(text):
        counted = next((int(one.value) for one in find_amounts(text) if one.unit == "个月" and one.value), None)
        many = {"半": 6}.get(some[0][0], 3 if "季" in some[0] else counted)
        return (None if many == 1 else many), _MONTHS.sub(" ", text)
    text = _MONTH.sub(" ", text)
    return (OF_YEAR if _YEAR.search(text) else None), _YEAR.sub(" ", text)


def labels_named(figures: Sequence[Figure], text: str) -> tuple[tuple[str, ...], str]:
    """The labels of figures that a message names, in whatever words, and the message without them."""
    labels = list(dict.fromkeys(one.label for one in figures if one.label and one.label != TOTAL))
    named: list[str] = []
    for label in labels:
        if re.search(_said(label), text):
            named.append(label)
            text = re.sub(_said(label), " ", text)
    if not named and _OF_STATE.search(text):
        named = [one for one in labels if _OF_STATE.search(one)]
        text = _OF_STATE.sub(" ", text) if named else text
    others = [one for one in labels if one not in named]
    shared = {label: run for label in others if (run := _longest_run(label, text))}
    most = max(map(len, shared.values()), default=0)
    if not named or len(shared) == 1:  # 医保基金和区政府各多少: 医保统筹基金, too
        meant = [label for label, run in shared.items() if len(run) == most]
        named += meant
        text = _without_runs(meant, text)
    return tuple(dict.fromkeys(named)), text


def _said(label: str) -> str:
    """How people call whose part a label tells."""
    if label == "个人" or label.startswith("自己"):
        return _OWN
    if label == "单位":
        return _EMPLOYER
    if label == "商保公司":
        return _INSURER
    level = _OF_STATE.sub("", label).removesuffix("级")
    return f"{re.escape(level)}{_LEVEL}" if level != label and level and "补" not in level else re.escape(label)


def _without_runs(labels: Sequence[str], text: str) -> str:
    """A text without the runs of two signs or more that it shares with some labels."""
    for label in labels:
        while run := _longest_run(label, text):
            text = text.replace(run, " ")
    return text


def _longest_run(label: str, text: str) -> str:
    """The longest run of two signs or more that a label and a text share."""
    runs = (label[at:end] for at in range(len(label)) for end in range(len(label), at + 1, -1))
    return max((one for one in runs if one in text), key=len, default="")
