"""The tools a model may call, wrapped for LangChain: JSON for the model, the outcome itself as the artifact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal

from langchain_core.tools import BaseTool, StructuredTool
from pydantic import BeforeValidator

from mingbai.assistant.finding.search import ClauseSearch
from mingbai.assistant.outcome import Outcome
from mingbai.assistant.quizzing.round import Event, Round
from mingbai.assistant.sums.contrasting import Contrasts
from mingbai.assistant.sums.estimates import Estimates
from mingbai.assistant.toolbox import Toolbox

Result = tuple[str, Outcome]
_LONGEST_QUERY = 500


def fact_text(value: object) -> object:
    """A fact as text: models send 30000 and true as often as "30000" and "是"."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value) if isinstance(value, int | float) else value


FactText = Annotated[str, BeforeValidator(fact_text)]
Policy = Annotated[str, "政策编号,例如 chongqing-resident-2013"]
Facts = Annotated[dict[str, FactText], "这笔账的事实,键是事实名(care、plan、hospital_level、cost…),值是选项或数字"]
Told = Annotated[str, "这个人还说了什么情况(怎么受的伤、是什么人、参没参保、哪天交的钱……),用原话,一句一行"]
SearchKind = Literal["documents", "procedure", "eligibility", "fact"]


def make_tools(toolbox: Toolbox, search: ClauseSearch) -> list[BaseTool]:
    """Every tool of the assistant over one library."""
    contrasts = Contrasts(toolbox)
    estimates = Estimates(toolbox)

    def estimate(policy: Policy, facts: Facts, told: Told = "") -> Result:
        """按一份政策算出一笔费用能报多少;规定不报的说不报;缺事实时给出要先问的那一个。金额只能来自这里。"""
        return _result(estimates.estimate(policy, facts, told))

    def estimate_bills(
        policy: Policy,
        facts: Annotated[dict[str, FactText], "各笔都一样的事实"],
        bills: Annotated[list[dict[str, FactText]], "每一笔自己的事实,金额在内(cost、excess 或 own_share)"],
        whose: Annotated[Sequence[str], "每一笔是谁的;都是同一个人就空着"] = (),
        told: Told = "",
        alone: Annotated[bool, "每笔分开算(分开看各报多少),不在同一年里接着算"] = False,
    ) -> Result:
        """几笔账(几次住院、几个人的)一起算:各能报多少,一共多少;一年只扣一次的起付线、全年的封顶会接着算。"""
        return _result(estimates.estimate_bills(policy, facts, bills, whose, told, alone=alone))

    def compare(
        policy: Policy,
        facts: Facts,
        fact: Annotated[str, "要比较的事实"],
        values: Annotated[list[str], "要比较的选项"],
        also: Annotated[dict[str, list[str]] | None, "跟着一起变的事实,各选项和values一一对应"] = None,
        bills: Annotated[Sequence[dict[str, FactText]], "不止一笔账时,每一笔自己的事实"] = (),
        whose: Annotated[Sequence[str], "每一笔是谁的;都是同一个人就空着"] = (),
        told: Told = "",
        alone: Annotated[bool, "几笔账每笔分开算"] = False,
        why: Annotated[bool, "问的是为什么差这么多"] = False,
    ) -> Result:
        """同一笔(或同样几笔)费用,换一个(或同时换几个)事实的选项各能报多少,差多少,差在哪里。"""
        return _result(estimates.compare(policy, facts, fact, values, also, bills, whose, told, alone=alone, why=why))

    def compare_policies(
        policies: Annotated[list[str], "要比较的政策编号"],
        facts: Facts,
        own: Annotated[
            dict[str, dict[str, FactText]] | None, "按某份政策时情况不一样的,那份政策编号下这笔账的全部事实"
        ] = None,
    ) -> Result:
        """同一笔费用,按几份政策各能报多少。"""
        return _result(estimates.compare_policies(policies, facts, own))

    def compare_rates(
        policies: Annotated[list[str], "政策编号:一份(比它的选项),或几份(互相比)"],
        facts: Facts,
        fact: Annotated[str, "要比较的事实;比几份政策时空着"] = "",
        values: Annotated[Sequence[str], "要比较的选项"] = (),
        about: Annotated[str, "要查的问题"] = "",
    ) -> Result:
        """没有说花了多少钱时,一个事实的几个选项(或几份政策)的报销比例、起付线、封顶线各是多少,差多少。"""
        return _result(contrasts.between(policies, facts, fact, values, about))

    def search_clauses(
        query: Annotated[str, "要查的问题"],
        kind: SearchKind = "fact",
        policies: Annotated[Sequence[str], "只查这些政策;空表示都查"] = (),
        facts: Annotated[dict[str, FactText] | None, "已知的事实"] = None,
        context: Annotated[str, "问题自己没说是什么事的(过了怎么办),它接着哪件事问"] = "",
        part: Annotated[str, "它是一句话里问的几件事中的一件时,那一件的原话"] = "",
        told: Annotated[Sequence[str] | None, "几件事一起问时,前面几件的答案里已经说了的话,不再重复"] = None,
        claim: Annotated[str, "问的是某个数对不对时的原话;query改成问这个数是多少"] = "",
        beside: Annotated[Sequence[str], "跟另一处比、问差多少时,那一处的政策编号"] = (),
        then: Annotated[Sequence[str], "接着只问这个答案里一个数、或拿它简单算一下的原话;query还是原来的问题"] = (),
        asked_before: Annotated[dict[str, Any] | None, "then问跟再前面那个答案差多少时,那一次查的query和facts"] = None,
    ) -> Result:
        """查条款:材料、流程和时限、资格、缴费等规定;问题里有日期、金额的,直接给出算好的日期、金额。"""
        asked, of = query[:_LONGEST_QUERY], context[:_LONGEST_QUERY]
        return _result(
            search.search(
                asked,
                kind,
                list(policies),
                facts,
                context=of,
                part=part,
                told=told,
                claim=claim,
                beside=beside,
                then=then,
                asked_before=asked_before,
            )
        )

    functions: tuple[Callable[..., Result], ...] = (
        estimate,
        estimate_bills,
        compare,
        compare_policies,
        compare_rates,
        search_clauses,
    )
    return [StructuredTool.from_function(one, response_format="content_and_artifact") for one in functions]


def quiz_tool(toolbox: Toolbox) -> BaseTool:
    """The tool that holds a quiz: drawn items and their keys, never a model's own."""

    def quiz(
        seed: int,
        policies: Sequence[str],
        event: Event,
        items: int | None = None,
        topics: Sequence[str] = (),
        difficulty: str = "",
        answers: Sequence[str | None] = (),
    ) -> Result:
        """一场测验到了哪一步:判上一题,出下一题,最后给成绩。题目和答案只能来自这里。"""
        one = Round(seed, tuple(policies), items, tuple(topics), difficulty, tuple(answers))
        return _result(toolbox.quizmaster.outcome(one, event))

    return StructuredTool.from_function(quiz, response_format="content_and_artifact")


def _result(outcome: Outcome) -> Result:
    return outcome.model_dump_json(), outcome
