"""What a message wishes of a quiz: to begin one, how long and on what, or to pass, stop and go on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from mingbai.language.numbers.numerals import canonical, read
from mingbai.language.utterance import Utterance

Command = Literal["pass", "hint", "stop", "resume", "again"]

_NUMBER = "([0-9]+|[一二两三四五六七八九十百]+)"
_COUNT = re.compile(rf"{_NUMBER}\s*[道个条].{{0,8}}?题|{_NUMBER}\s*小?题|再来{_NUMBER}[道个条]")
_BEGIN = re.compile(
    rf"(?<![参思高中备])考考?[我咱]|考一?考[我咱]|[来出考做](?:{_NUMBER}|[几些点])(?:道[^,。;?!]{{0,8}}?|个?)题|来.{{0,3}}[组套]题"
    # 我想测试一下对吴江政策的了解; 培训考试开始, and not 考试什么时候
    r"|(?:测试|测验|检验|测一?测|考一?下)[^,。;?!]{0,6}对[^,。;?!]{1,20}(?:了解|掌握|熟悉|理解|学得)"
    r"|(?:培训|模拟|业务|岗前|结业)(?:考试|考核|测试|测验)(?:开始|来|吧|一下|现在)|(?:开始|来|进行|搞)(?:个|一个|一次|一场|一下)?(?:培训|模拟|业务|岗前|结业)?(?:考试|考核|测试|测验)"
)
_OF_QUIZ = re.compile("[考测练]|(?<!问)题|quiz|[问抽]一?[问抽]我", re.I)  # 桂阳存在啥问题 sounds like one and is none
_OF_MONEY = re.compile("[0-9一二两三四五六七八九十百千万](?:万|元|块|个亿|亿|%)")
_ASKS_SUM = re.compile("多少|几[成个万千百]|好多|怎么分|咋分|[各分]摊|各[出担摊付掏]")
_EVERYWHERE = re.compile("[都全]考|全部|所有|[哪那][里儿].{0,2}[都行可]|随便|不限|都要|都可以|都行")
_POLITE = "[我就那先这道个题真的也咱们好请,，、 ]*"
_END = "[这道题了吧啊呢一下,，。!！?？ ]*"
_COMMAND_WORDS: Mapping[Command, str] = {
    "pass": "跳过|略过|过|下一[题个道]|不知道|不清楚|不晓得|不会做?|不懂|不确定|说不清|忘了|忘记了|没学过|不记得|pass|"
    "看答案|公布答案|告诉我答案|答案是什么",
    "hint": "给?点?(?:个|一下)?提示(?:一下)?|有提示吗?|提醒(?:一下)?",
    "stop": "不考|不做|不答|不玩|别考|停止?|停下|结束(?:测验|考试|答题)?|退出(?:测验)?|算了|到此为止|不想考|不想做",
    "resume": "(?:接着|继续|回去|回到)(?:考|做|答|来|测验|答题|做题|刚才的?)*",
    "again": "(?:再|换)[来考做出换]?[0-9一二两三四五六七八九十]*[组套批轮次遍道]题?|再来|再考(?:考?我)?|"
    "重新(?:开始|来|考)(?:一[次遍])?",
}
# 不知道,告诉我答案
_COMMANDS = {
    name: re.compile(f"^{_POLITE}(?:{words}){_END}(?:{_POLITE}(?:{words}){_END})?$", re.IGNORECASE)
    for name, words in _COMMAND_WORDS.items()
}
_TOPIC_WORDS: Mapping[str, str] = {
    "deductible": "起付|门槛",
    "share": "比例|几个点",
    "cap": "封顶|最高限额|定额|上限",
    "amount": "算账|计算|算钱|算报销|算数|金额",
    "premium": "缴费|缴多少|交多少|参保费|保费|交钱",
    "documents": "材料|证件|带什么|手续费?单",
    "deadline": "时限|期限|时间|截止|多少天|几天",
    "eligibility": "资格|范围|谁能|哪些人|能不能报",
    "procedure": "流程|顺序|步骤|怎么办",
    "governing": "哪份政策|适用",
    "fund": "基金|滞纳金|预付|盈亏",
    "unsaid": "说不准|没写明|没写清",
}
_DIFFICULTY_WORDS: Mapping[str, str] = {"hard": "(?<!困)难", "medium": "中等", "easy": "简单|容易|基础|入门"}


def asks_for_quiz(utterance: Utterance) -> bool:
    """Whether a message asks to be quizzed (考考我重庆医保), and for no sum of its own (出题核一下:600万怎么分)."""
    is_sum = _OF_MONEY.search(utterance.text) and _ASKS_SUM.search(utterance.text)
    tells_sum = any(isinstance(one, Decimal) for one in utterance.facts.values())
    is_asked = "quiz" in utterance.intents or (
        utterance.asks == "quiz" and not tells_sum and _OF_QUIZ.search(utterance.text) is not None
    )
    return _BEGIN.search(utterance.text) is not None or (is_asked and not is_sum)


def wants_all(text: str) -> bool:
    """Whether a message wants to be quizzed on every policy (都考, 哪里的都行)."""
    return _EVERYWHERE.search(text) is not None


def wished_items(text: str) -> int | None:
    """How many items a message asks for; None where it does not say."""
    found = _COUNT.search(canonical(text))
    figure = read(next(filter(None, found.groups()))) if found else None
    return int(figure.value) if figure else None


def wished_topics(text: str) -> tuple[str, ...]:
    """The ids of the topics a message names."""
    return tuple(topic for topic, words in _TOPIC_WORDS.items() if re.search(words, text))


def wished_difficulty(text: str) -> str:
    """The id of the difficulty a message names; empty for any."""
    return next((one for one, words in _DIFFICULTY_WORDS.items() if re.search(words, text)), "")


def command(text: str) -> Command | None:
    """What a message that is no answer wants of the quiz that is on."""
    return next((name for name, pattern in _COMMANDS.items() if pattern.match(text)), None)


def seed_of(at: int, text: str) -> int:
    """The seed of a quiz that a message began, from its words and its place among the person's messages."""
    return int(hashlib.sha256(f"{at}|{text}".encode()).hexdigest()[:8], 16)
