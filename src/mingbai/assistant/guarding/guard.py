"""No unexplained number: what a model says is held against what the tools found before it goes out."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from langchain.agents.middleware import AgentMiddleware, AgentState, hook_config
from langchain_core.messages import AIMessage, BaseMessage, ToolMessage
from langgraph.runtime import Runtime

from mingbai.assistant.guarding.agreeing import disagreements
from mingbai.assistant.guarding.claims import mixed_units, paid, rates, says_in_full, unsourced_shares
from mingbai.assistant.guarding.manner import LONGEST_AT_ALL, faults, legible
from mingbai.assistant.guarding.placing import misplaced
from mingbai.assistant.guarding.reading_back.acts import act_of
from mingbai.assistant.guarding.reading_back.reader import Reader
from mingbai.assistant.guarding.straying import Straying
from mingbai.assistant.messages import correction, is_correction, persons, this_turn
from mingbai.assistant.openings.statement_parts import applied_shares, lacking, uncapped
from mingbai.assistant.outcome import Compared, Computed, Needed, Outcome, Quizzed, Searched
from mingbai.assistant.reply import EstimateView
from mingbai.assistant.rule_model import SAID
from mingbai.assistant.sums.comparing import differences
from mingbai.assistant.wording.own_first import own_parts
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.numbers.amounts import numbers_in
from mingbai.rules.statement import PERSON

log = logging.getLogger(__name__)
BREACHES = "mingbai_breaches"
"""Key of a message's metadata that holds what was wrong with it after the retry."""
_HEDGES = re.compile(r"说不准|不能确定|无法确定|不能说|没有给出|没有写|没写到|不清楚|算不出")
_REFUSALS = re.compile(r"不能报|报不了|不予报销|不予支付|不可以报|不给报|一分不报|不报销|无法报销|没法报|没得报")
_BOUNDS = {
    "at_least": re.compile(r"至少|最少|起码|以上|不低于|不少于"),
    "at_most": re.compile(r"最多|至多|顶多|以内|不超过|不高于"),
}
_LONGEST_CALL = 20_000
_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>\s*", re.S)
"""What some models think aloud before they answer; it is not for the person."""
_TITLES = re.compile(r"《([^》\n]+)》")
_CALLING = re.compile(r"(?:[打拨](?:通|急救电话|电话)?|心理援助热线)[ *]*(?:120|110|12356)(?![0-9]|[.,][0-9])")
"""The numbers to ring for an ambulance, the police or somebody to talk to: nobody needs a source for them."""
_CITED = re.compile(r"\[([a-z0-9-]+)#([a-z0-9-]+)\]")


def breaches(text: str, outcomes: Sequence[Outcome], person: Iterable[str]) -> list[str]:
    """What in a reply the tools' findings and the person's own words do not bear out; empty where all is well."""
    told = _told(outcomes)
    derived = {number for outcome in outcomes for number in _derived(outcome)}
    unexplained = numbers_in(_CALLING.sub("", _CITED.sub("", text))) - derived.union(*map(numbers_in, (*told, *person)))
    found = [f"数字{number.normalize():f}没有出处" for number in sorted(unexplained)]
    source = "\n".join(told)
    found += [f"《{title}》没有查到" for title in _TITLES.findall(text) if title not in source]
    cited = {(one.policy, one.clause) for outcome in outcomes for one in citations(outcome)}
    found += [
        f"条款{policy}#{clause}不存在" for policy, clause in _CITED.findall(text) if (policy, clause) not in cited
    ]
    found += [f"“{share}”没有出处" for share in unsourced_shares(text, source)]
    found += [f"规定里{mix}" for mix in mixed_units(text, source)]
    found += _mispaid(text, paid(text) - unexplained, outcomes)
    for outcome in outcomes:
        found += _misstated(text, outcome)
    return found


def _told(outcomes: Sequence[Outcome]) -> dict[str, None]:
    """Every text and figure of what was found, once each."""
    return dict.fromkeys(text for outcome in outcomes for text in _strings(outcome.model_dump()))


def _strings(value: object) -> Iterator[str]:
    """Every text and figure in a record, as text."""
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, tuple | list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, str | Decimal):
        yield str(value)


def _derived(outcome: Outcome) -> Iterable[Decimal]:
    """Sums and differences of statement figures that a reply may name."""
    if isinstance(outcome, Computed):
        yield from (figure for _, case in outcome.cases for figure in _derived(case))
        if outcome.are_apart:
            paid = [Decimal(case.estimate.amount or 0) for _, case in outcome.cases]
            yield max(paid) - min(paid)
        estimate = outcome.estimate
        yield from (estimate.own, *own_parts(outcome), uncapped(outcome) or Decimal(0), lacking(outcome) or Decimal(0))
        yield from (figure for share in applied_shares(outcome) for figure in (share, 100 * share))
        deductible = (Decimal(line.amount) for line in estimate.lines if "起付" in line.label)
        yield outcome.bill - sum(deductible, Decimal(0))
        readings = [Decimal(reading.amount) for reading in estimate.readings]
        if readings:
            yield max(readings) - min(readings)
        if estimate.amount is not None:
            yield outcome.bill - Decimal(estimate.amount)
    elif isinstance(outcome, Compared):
        yield from differences(outcome)
        shares = (share for _, case in outcome.cases for share in applied_shares(case))
        yield from (figure for share in shares for figure in (share, 100 * share))


def _mispaid(text: str, sums: frozenset[Decimal], outcomes: Sequence[Outcome]) -> Iterable[str]:
    """Sums said to be paid that no estimate gives: the bill, the person's own share, a figure the person wishes for."""
    if any(isinstance(outcome, Searched | Quizzed) for outcome in outcomes):
        return  # a clause has sums of its own, an item wrong ones on purpose
    cases = [case for outcome in outcomes for case in _cases(outcome)]
    given = {amount for case in cases for amount in _paid(case.estimate)}
    given = given.union(*(paid("\n".join(case.by_choice)) for case in cases))
    for amount in sorted(sums - given):
        yield f"没有算出能报{amount.normalize():f}元"
    known = {rate for case in cases for rate in _rates(case)}
    for rate in sorted(rates(text) - known if cases else ()):
        yield f"{(rate * 100).normalize():f}%不是这笔账的比例"
    is_part = any(Decimal(case.estimate.high or 0) < case.bill for case in cases)
    if is_part and says_in_full(_without_readings(text, cases)):
        yield "不是全额报销"


def _without_readings(text: str, cases: Iterable[Computed]) -> str:
    """The text without what a rule is read as (个人自负的全部报销), which claims nothing about the whole bill."""
    for says in dict.fromkeys(reading.says for case in cases for reading in case.estimate.readings):
        text = text.replace(says, "") if says else text
    return text


def _cases(outcome: Outcome) -> Iterable[Computed]:
    if isinstance(outcome, Computed):
        yield from (outcome, *(case for _, case in outcome.cases))
    elif isinstance(outcome, Compared):
        yield from (case for _, case in outcome.cases)


def _rates(case: Computed) -> Iterator[Decimal]:
    """The shares an estimate was made with, and what each leaves of the whole."""
    told = case.model_dump(include={"case", "assumed", "supply", "estimate"})
    for rate in rates("\n".join(_strings(told))):
        yield from (rate, 1 - rate)


def _paid(estimate: EstimateView) -> Iterator[Decimal]:
    figures = (estimate.amount, estimate.low, estimate.high, *(reading.amount for reading in estimate.readings))
    lines = (line.amount for line in estimate.lines if line.payer != PERSON)
    yield from (Decimal(figure) for figure in (*figures, *lines) if figure is not None)


def citations(outcome: Outcome) -> Iterable[Any]:
    """Every citation that an outcome carries."""
    if isinstance(outcome, Compared):
        for _, case in outcome.cases:
            yield from case.citations
    elif isinstance(outcome, Searched):
        for passage in outcome.passages:
            yield from passage.citations
    else:
        yield from getattr(outcome, "citations", ())


def _misstated(text: str, outcome: Outcome) -> Iterable[str]:
    """Ways to turn a finding into something else: an unknown into a no, a range into one figure, an amount left out."""
    if isinstance(outcome, Searched) and not outcome.passages and not _HEDGES.search(text):
        yield "规定没有写到,不能说成能或不能"
    if isinstance(outcome, Needed) and _REFUSALS.search(text):
        yield "事实还不够,不能说成不报"
    if isinstance(outcome, Compared):
        for _, case in outcome.cases:
            yield from _misstated(text, case)
    if not isinstance(outcome, Computed):
        return
    estimate = outcome.estimate
    if estimate.status == "unknown" and (not _HEDGES.search(text) or _REFUSALS.search(text)):
        yield "原文没有给出的数,要说成“说不准”,不能说成不报"
    bound = _BOUNDS.get(estimate.status)
    if bound and not bound.search(text):
        yield "只知道一头的数,要说成“至少”或“最多”"
    said = numbers_in(text)
    for amount in estimate.figures:
        if Decimal(amount) not in said:
            yield f"没有说出算得的{amount}元"


class Strictness:
    """What a language model's words are held to beside `breaches`: how they put things, and what each belongs to."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._straying = Straying(vocabulary)
        self._reader = Reader(vocabulary)

    def breaches(self, text: str, outcomes: Sequence[Outcome], person: Sequence[str]) -> list[str]:
        """All that is wrong with the words, each once."""
        if len(text) > LONGEST_AT_ALL:
            return ["太长"]
        if not outcomes and act_of(legible(text)):
            return []  # the rules' own words for it go out instead
        text, source, said = legible(text), "\n".join(_told(outcomes)), "\n".join(person)
        found = [*faults(text, source, said), *breaches(text, outcomes, person)]
        found += disagreements(text, outcomes, source, said)
        cases = [case for outcome in outcomes for case in _cases(outcome)]
        found += misplaced(text, cases, source) if cases else ()
        found += self._straying.strays(text, cases, f"{source}\n{said}", said) if outcomes else ()
        found += self._reader.unread(text, outcomes, said)
        return [*dict.fromkeys(found)]


class Guard(AgentMiddleware[AgentState[Any], None, Any]):
    """Holds each reply of a model back once for correction, then marks it as not to be used.

    What a language model says is held to more than what the rules word.
    """

    def __init__(self, strictness: Strictness | None = None) -> None:
        self._breaches = strictness.breaches if strictness else breaches

    @hook_config(can_jump_to=["model", "end"])
    def after_model(self, state: AgentState[Any], runtime: Runtime[None]) -> dict[str, Any] | None:
        """Check the reply the model just gave; tool calls pass."""
        messages: Sequence[BaseMessage] = state["messages"]
        last = messages[-1]
        if not isinstance(last, AIMessage) or last.response_metadata.get(SAID) or _may_call(last):
            return None
        text, turn = _THOUGHTS.sub("", last.text), this_turn(messages)
        wrong = [*self._breaches(text, _outcomes(turn), persons(messages)), *_broken_off(last, text)]
        if not wrong:
            return None if text == last.text else {"messages": [AIMessage(text, id=last.id)]}
        log.warning("reply held back: %s", ";".join(wrong))
        said = text[:LONGEST_AT_ALL]  # and without broken tool calls, which a service would not take back
        if any(map(is_correction, turn)):
            return {"messages": [AIMessage(said, id=last.id, response_metadata={BREACHES: wrong})], "jump_to": "end"}
        advice = "上一条回答不能发出去:" + ";".join(wrong) + "。请只用工具给出的数字和条款重写。"
        return {"messages": [AIMessage(said, id=last.id), correction(advice)], "jump_to": "model"}


def _may_call(said: AIMessage) -> bool:
    """Whether it is a call of tools, with no more words in it than a person could have said."""
    return bool(said.tool_calls) and len(str(said.tool_calls)) <= _LONGEST_CALL


def _outcomes(turn: Sequence[BaseMessage]) -> list[Outcome]:
    return [message.artifact for message in turn if isinstance(message, ToolMessage) and message.artifact]


def _broken_off(said: AIMessage, text: str) -> Iterator[str]:
    """What is wrong with an answer that ended before it said or called anything, or before it was done."""
    if said.tool_calls:
        yield "工具参数太长"
    elif not text.strip():
        yield "工具参数不是合法的JSON" if said.invalid_tool_calls else "没有说话"
    told = said.response_metadata
    is_stream_cut = "model_provider" in told and "finish_reason" not in told
    if is_stream_cut or told.get("finish_reason") in ("length", "content_filter"):
        yield "话没有说完"
