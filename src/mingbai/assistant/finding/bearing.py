"""What a question asks for (who, where, when, how much, whether), and which clauses found are headed by that.

The words of a question lead to clauses on its subject; of several on one subject the one whose heading asks the same
thing answers it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mingbai.retrieval import Hit, Standing

# By what is asked for: how people ask it, how headings ask it.
_ASKED = {
    name: (re.compile(question), re.compile(heading))
    for name, question, heading in (
        (
            "who is meant",
            "哪[些类种]人|什么人|啥人|什么单位|哪些单位|谁(能|可以|才)|(职工|农民|居民|学生|户口|企业|公司|外地|我们?)[^,。;]{0,10}(能用|有份|能参加|能享受)",
            "谁|哪些人|哪些单位|哪些.{0,6}(对象|群众)",
        ),
        ("who acts", "谁|哪个部门|哪家|哪个单位|归哪", "谁|哪家|哪个部门|哪些部门|归.{0,3}管|由.{1,6}办"),
        (
            "where",
            "哪里|哪儿|[上去到在找打]哪|哪个窗口|[什啥]么?地方",
            "哪里|哪儿|去哪|到哪|哪些.{0,6}(医院|城市|地方)",
        ),
        (
            "when",
            "什么时[候间]|啥时|几[号月天时]|哪[天年]|哪一[天年]|何时|多久|多长时间|多少天|最[晚迟]|来得及|截止|几个月",
            "什么时候|多久|多长|几[号月天]|哪[天年]|多少天|几个月|时间",
        ),
        (
            "papers",
            "[带拿交开](什么|啥|哪)|要带|([什啥]么?|哪些)(材料|资料|证|单|手续)|要啥证|(提供|准备)什么",
            "带什么|材料|什么证|单[据子]|手续|交哪些|证件",
        ),
        (
            "how much",
            "多少[钱元块]|[是有]多少|几[块成]|百分之几|比例|[报补给交到]多少|几个点|起付|门槛|封顶|上限|最[多高]",
            "多少|比例|起付|封顶|几成",
        ),
        ("too late", "晚了|过期|逾期|过了|错过|忘[了记]|没赶上|来不及|拖", "晚|过期|错过|逾期|多久|多少天|漏"),
        ("why", "为什么|为啥|凭什么|凭啥", "为什么"),
        (
            "whether",
            "能不能|可不可以|行不行|行吗|[能可][^,。;]{0,12}[吗不]|允许",
            "能.{0,12}吗|能不能|可以.{0,12}吗|吗$|吗[，,]",
        ),
        (
            "paid at all",
            "不[报赔]|[管赔报给算认]不[管赔报给算认]|[管赔]吗|[能给还][报补][吗不]|报[得不]了",
            "不(能)?[报补赔]|不给付|不算|哪些(费用|情况)",
        ),
        ("what one pays", "交钱|掏[钱腰]|缴费|自己交|出钱|[另再]外?交", "交(多少|钱)|缴|保费|钱从哪"),
    )
}
_WEIGHT = 0.3  # of a heading that asks the same, where the best clause of one index counts 1


def by_bearing(question: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits, those first that fit a question best by their words and by what their heading asks for."""
    asked = [heading for words, heading in _ASKED.values() if words.search(question)]
    rankings = [_shares([hit.dense for hit in hits]), _shares([hit.bigrams for hit in hits])]
    rankings.append(_shares([hit.words for hit in hits]))
    fit = {
        hit.id: sum(shares[at] for shares in rankings) + _WEIGHT * sum(1 for one in asked if one.search(_heading(hit)))
        for at, hit in enumerate(hits)
    }
    return sorted(hits, key=lambda hit: -fit[hit.id])


def _shares(standings: Sequence[Standing | None]) -> list[float]:
    """What one index finds in each of some clauses, the best of them being 1."""
    best = max((one.score for one in standings if one), default=0.0)
    return [one.score / best if one and best > 0 else 0.0 for one in standings]


def _heading(hit: Hit) -> str:
    return hit.text.split("\n")[1]
