"""Whether an answer gives the kind of thing that a question asks for: a number of persons, a time, a share, an office.

医保办几个人 is not answered by 是三甲, nor 钱去哪领 by a sum of money.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBER = "[0-9一二两三四五六七八九十百千万亿半多余几.]"
_OFFICES = "局|部门?|院|办|中心|单位|公司|社区|居委会|村委会|学校|所|政府|窗口|委员?会?|处|科|站|厅|银行|机构|药店|网"
_KINDS = tuple(
    (re.compile(asked), re.compile(given))
    for asked, given in (
        ("几个人|多少个?人|几[人户名位]|多少[户名位]|几口", f"{_NUMBER}+(?:多|余)?个?(?:人|户|名|位|口|对)"),
        ("几[家所]|多少[家所]", f"{_NUMBER}+(?:多|余)?(?:家|所|个)"),
        (
            "多久|多长时间|几天|多少天|几个?月|几年|多少年|[什啥]么?时[候间]|几[号时点]|哪一?[天年月]|何时|截止|期限",
            f"{_NUMBER}+(?:个?工作日|天|日|个?月|年|号|小时|周|点)|当[场天月年日时]|立即|马上|随时|即时|[上下]午|月[初底末]"
            "|年[初底末内]|每[天月年周日]|期",
        ),
        (
            "几成|百分之[几多]|百分比|比例|占多[少大]|占几|[几多]少?个点|几折|一半",
            "[0-9.]+%|[一二三四五六七八九十0-9]成|一半|全额|全部|免费|倍|百分|分之|定额",
        ),
        (
            "多少钱|几块|几元|多少[元块]|几[千百万]|多少[万亿]|几个钱|好多钱|几钱",
            f"{_NUMBER}+(?:万|亿)?[元块]|[0-9.]+[万亿]|不用|不交|不花|免费|全额|一分|倍|%",
        ),
        ("谁|哪个?部门|哪[个家些]?单位|归哪", f"{_OFFICES}|人|者|员|家|自己|本人|财政|基金|医[生师]|户|亲属|学生|老人"),
        ("哪[里儿]|[去到在上往找]哪|[什啥]么?地方", f"{_OFFICES}|地|市|县|区|省|乡|镇|村|卡|户头|账户"),
        (
            "(?:几|多少)(?:[种样条类项件份张步等档]|个(?!人|月|钱|工作日|点))",
            f"{_NUMBER}+(?:种|样|条|类|项|件|份|张|步|等|档|个|大|批|篇)|、.*、|；",
        ),
    )
)
_SILENT = re.compile("没有(?:写|列|解释|说明|讲)")
_NEITHER = 0.5


@lru_cache(maxsize=4096)
def gives(question: str, answer: str | None) -> float:
    """How much of what a question asks for an answer gives, from 0 to 1; 0.5 where that cannot be told.

    It cannot of an answer that says that something is not written. What a rule answers (None) is worked out for what
    is asked.
    """
    asked = [given for words, given in _KINDS if words.search(question)]
    if asked and answer is None:
        return 1.0
    if not asked or answer is None or _SILENT.match(answer):
        return _NEITHER
    return sum(given.search(answer) is not None for given in asked) / len(asked)
