"""A small assistant for the page's own tests: fixed replies by a few words, in the shapes a real one gives."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from mingbai.assistant.reply import (
    ChatTurn,
    Citation,
    ClauseView,
    EstimateView,
    LineView,
    ReadingView,
    Reply,
)

POLICY = "chongqing-resident-2013"
YEAR_WARNING = "政策为2013年度,现行标准以当地医保局为准"


def line(label: str, formula: str, amount: str, payer: str, clause: str = "inpatient") -> LineView:
    return LineView(label=label, formula=formula, amount=amount, payer=payer, clause=clause)


def citation(clause: str, title: str, policy: str = POLICY) -> Citation:
    return Citation(
        policy=policy,
        clause=clause,
        title=title,
        source_file="002_02e12ab9ff262432.txt",
        part=2,
        locator="四(三)",
        quote="三级医院二档报45%。",
    )


# 30000 - 800 = 29200; 29200 x 45% = 13140; 29200 x 55% = 16060; 800 + 13140 + 16060 = 30000
EXACT = EstimateView(
    status="exact",
    amount="13140.00",
    low="13140.00",
    high="13140.00",
    lines=(
        line("起付线", "三级医院每次800", "800.00", "个人", "deductible"),
        line("医保报销", "(30000−800)×45%", "13140.00", "医保基金"),
        line("按比例自付", "(30000−800)×55%", "16060.00", "个人"),
    ),
    readings=(),
    causes=(),
)
# 90 % of what lies above the floor: 20000 x 90% = 18000 at floor 0, (20000 - 5000) x 90% = 13500 at floor 5000
RANGE = EstimateView(
    status="range",
    amount=None,
    low="13500.00",
    high="18000.00",
    lines=(
        line("确定由统筹支付", "(20000−5000)×90%", "13500.00", "医保基金"),
        line("取决于缺字的起付标准", "原文此处缺字,0–5000", "4500.00", "未定"),
        line("按比例自付", "20000×10%", "2000.00", "个人"),
    ),
    readings=(),
    causes=("原文第三条的下限数字缺失,可能在 0 到 5,000 元之间",),
)
# (20000 - 550) x 65% = 12642.50 with ten points more; (20000 - 550) x 55% x 1.1 = 11767.25; differ by 875.25
TWO_READINGS = EstimateView(
    status="range",
    amount="12642.50",
    low="11767.25",
    high="12642.50",
    lines=(
        line("起付线", "三级医院550", "550.00", "个人", "deductible"),
        line("医保报销", "(20000−550)×65%", "12642.50", "医保基金"),
        line("按比例自付", "(20000−550)×35%", "6807.50", "个人"),
    ),
    readings=(
        ReadingView(says="上浮10个百分点", amount="12642.50"),
        ReadingView(says="在原比例上乘1.1", amount="11767.25"),
    ),
    causes=("「上浮10%」没有说明是百分点还是乘数",),
)
UNKNOWN = EstimateView(
    status="unknown",
    amount=None,
    low=None,
    high=None,
    lines=(),
    readings=(),
    causes=("原文缺了报销比例的表格",),
)
ASK_LEVEL = Reply(kind="clarify", text="住的是几级医院?", policies=(POLICY,), missing=("hospital_level",))


def estimate_reply(estimate: EstimateView, text: str) -> Reply:
    return Reply(
        kind="estimate",
        text=text,
        policies=(POLICY,),
        citations=(citation("inpatient", "住院报销"), citation("deductible", "住院起付线")),
        estimate=estimate,
        warnings=(YEAR_WARNING,),
    )


class FakeAssistant:
    """Answers by what the person's messages hold; `pause` seconds before each piece of a stream."""

    def __init__(self, pause: float = 0.0) -> None:
        self._pause = pause

    def reply(self, history: Sequence[ChatTurn]) -> Reply:
        said = " ".join(turn.text for turn in history if turn.role == "user")
        if "坏了" in said:
            raise RuntimeError("the fake was told to fail")
        if "<" in said:
            return Reply(kind="decline", text=f"没看懂「{said}」,换个说法好吗?")
        if "北京" in said:
            return estimate_reply(RANGE, "能报 **13,500.00元 到 18,000.00元**,原文缺了一个数。")
        if "岳池" in said:
            return estimate_reply(TWO_READINGS, "按通常的读法能报 **12,642.50元**。")
        if "缺表" in said:
            return estimate_reply(UNKNOWN, "这一项说不准,原文缺了报销比例。")
        if "三" in said.replace("3万", ""):
            return estimate_reply(
                EXACT, "重庆居民医保二档,三级医院住院3万元,能报 **13,140.00元**。\n\n假定费用都在医保目录内。"
            )
        return ASK_LEVEL

    def stream(self, history: Sequence[ChatTurn]) -> Iterator[str | Reply]:
        reply = self.reply(history)
        for start in range(0, len(reply.text), 4):
            time.sleep(self._pause)
            yield reply.text[start : start + 4]
        yield reply

    def choices(self, reply: Reply) -> tuple[str, ...]:
        return ("一级", "二级", "三级") if reply.missing == ("hospital_level",) else ()

    def suggestions(self, reply: Reply) -> tuple[str, ...]:
        return ("要带什么材料?", "换成二级医院呢?") if reply.estimate else ()

    def clause(self, policy_id: str, clause_id: str) -> ClauseView:
        titles = {"inpatient": "住院报销", "deductible": "住院起付线"}
        return ClauseView(
            policy=policy_id,
            policy_title="重庆市城乡居民合作医疗保险(2013)",
            nature="正式规定",
            clause=clause_id,
            title=titles[clause_id],
            text="住院报销比例:\n\n| 医院 | 一档 | 二档 |\n| --- | --- | --- |\n| 一级 | 80% | 85% |\n"
            "| 二级 | 60% | 65% |\n| 三级 | 40% | 45% |\n\n未成年人在此基础上提高 5 个百分点。",
            places=("002_02e12ab9ff262432.txt 第2篇 四(三)",),
        )

    def examples(self) -> tuple[str, ...]:
        return (
            "我交的是重庆居民医保二档,在三甲医院住院花了3万,能报多少?",
            "岳池的学生在三级医院住院花了2万,能报多少?",
            "北京职工大病,2万元能报多少?",
            "重庆居民医保二档,住院花了3万,能报多少?",
        )
