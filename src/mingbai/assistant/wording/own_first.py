"""Who asks for a part of a statement is told that first: what they pay themselves, the deductible, what is over a cap.

The own part is told under every reading; then what is paid for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from mingbai.assistant.openings.figure_of_sum import told_of_figures
from mingbai.assistant.openings.statement_parts import (
    SO_MUCH,
    asks_if_again,
    is_taken_once,
    parts_asked,
    told_of_each,
    told_parts,
)
from mingbai.assistant.outcome import Compared, Computed, Outcome, Searched
from mingbai.assistant.wording.results import word
from mingbai.language.bills.visits import asks_all
from mingbai.money import words
from mingbai.rules.statement import OPEN

__all__ = ["asks_if_own", "asks_own_part", "asks_part", "asks_what_is_left_to_pay", "own_first", "own_parts"]

_WHO = "(?:自己|自家|自个儿?|个人|本人|家[长里属人]|屋里|[我俺咱阿](?:们|家|拉)?|病人)"
_TAKES_OUT = "(?<!能)(?<!能够)(?<!可以)拿"  # 我还要拿多少; 我到底能拿多少 asks what is got
_PAYS = f"(?:倒?贴|垫|掏|出|付|花|承担|负担|负责|担|背|扛|{_TAKES_OUT})"
# 家长还要贴几个钱, 我自己得贴多少, 最后要自己掏多少; 自己出了多少能报 tells nothing, 自己每年要交多少 asks the premium
_ASKS = re.compile(
    f"{_WHO}[^,。;!?0-9报交缴]{{0,6}}{_PAYS}(?:进去|出去|上|下来)?{SO_MUCH}(?!以[上下内])|(?:自付|自负){SO_MUCH}"
)
_IF_OWN = re.compile(  # 还要不要自己贴钱, 要自己掏钱吗, 用不用我再出钱; not 要先垫钱吗
    f"(?:要不要|用不用|需不需要|还?[要得用]|需要)(?:再|另外)?{_WHO}(?:还?[要得用])?(?:再|另外)?(?:倒?贴|掏|出|付|补)(?:上|进去)?(?:点|些)?钱(?!的|多少|几)"
    f"|{_WHO}(?:还|另外)?(?:要不要|用不用|需不需要|[要得用]|需要)(?:再|另外)?(?:倒?贴|掏|出|付|补)(?:上|进去)?(?:点|些)?钱(?:吗|么|不|没|[?。!]|$)"
)
_PREMIUM = re.compile("保费|参保|缴费|[交缴][^,。;押]{0,4}医保|一年[^,。;]{0,6}[交缴]")
_SUM = re.compile(
    "(?:报销?|补偿?|赔付?|拿|给|到手|合|能|得)[^,。;!?几成]{0,4}(?:多少|几多|好多|几个?[钱块万千百]|多钱|几钿)|几何"
    "|(?:一样|同样)的?[报补赔]法"  # of the ratio, which then stands behind the sum
)
# **医保能报 27,000.00元**,自己付 3,000.00元: turned round; of several bills 医保一共能报 …(…),自己一共付 …
_PAID_THEN_OWN = re.compile(r"\A\*\*([^*\n]*能[报补] [\d,.]+元)\*\*((?:\([^\n]*?\))?),自己(一共)?付 ([\d,.]+元)")
_NOTHING_OWN = re.compile(r"\A\*\*自己(?:一共)?付 0\.00元\*\*,")
# what a message asks of the last sum is what the person bears, where nothing else is in it than these words:
# 我自己掏的呢, 救助后自己还剩多少, 给我报完我还剩多少自付, 自己一共出了多少, 自己共出, 落到自己头上还有多少
_SELF = re.compile("自己|自家|自个儿?|个人|本人|自[付负]")
_BEARS = re.compile(f"贴|垫|掏|出|付|承担|负担|担|落[到在]|负责|背|扛|{_TAKES_OUT}|剩|余下|那?一?[份块]|部分|自[付负]")
_AFTER = re.compile(
    "(?:(?:医疗)?救助|大病|医保|民政|报销?|补助?|赔付?|结算|结账|扣)+(?:完|了|过|掉|好)*(?:以后|之后|过后|后|完|了)|给[我咱]们?|最后|到底|实际|到头来?"
)
_IDLE = re.compile(
    "自己|自家|自个儿?|个人|本人|[我俺咱他她]们?|最后|到底|实际|家[里头]|自[付负]|[一总拢]?共|落[到在]|头上|还有|[还又要得该应会须]|剩下?|余下|多少|几多|好多|几个?(?:[钱块万千百])|[的了呢啊呀吧嘛那是钱块元上去来个下儿,。?!]|进去|大概"
    "|贴|垫|掏|出|付|承担|负担|负责|担|背|扛|拿|一?份|部分"
)
_ONLY_PAID = re.compile(
    "[那我]?(?:医保|救助|大病)?(?:[一总]共|到底|实际|给我)?报(?:了|销了?|到)(?:多少|几多|好多|几个钱)钱?[呢啊]?[?]?"
)
_LONGEST = 20
_EACH = re.compile("各|分别|每个?人")


def asks_if_own(question: str) -> bool:
    """Whether a message asks if anything is left to the person (还要不要自己贴钱)."""
    return _IF_OWN.search(question) is not None and not _PREMIUM.search(question)


def asks_own_part(question: str) -> bool:
    """Whether a message asks what is left to the person (自己贴多少), and not what an insurance costs."""
    asks_how_much = _ASKS.search(question) is not None and not _PREMIUM.search(question)
    return asks_how_much or asks_if_own(question) or _asks_only_own(question)


def asks_what_is_left_to_pay(question: str) -> bool:
    """Whether a message asks only what is left to the person in the end (那自己最后还掏多少), so of a sum."""
    return _asks_only_own(question) and ("剩" in question or _AFTER.search(question) is not None)


def _asks_only_own(question: str) -> bool:
    """Whether a message has nothing in it but that one's own part is asked for, in whatever order of words."""
    if len(question) > _LONGEST or not _BEARS.search(question):
        return False
    is_own = _SELF.search(question) or ("剩" in question and _AFTER.search(question))
    return bool(is_own) and not _IDLE.sub("", _AFTER.sub("", question)).strip()


def asks_part(question: str) -> bool:
    """Whether a message asks one part of a statement that was told: one's own, the deductible, what is over the cap."""
    return bool(parts_asked(question)) or asks_own_part(question) or _ONLY_PAID.fullmatch(question) is not None


def own_first(text: str, outcomes: Sequence[Outcome], question: str) -> str:
    """The text of a reply with the parts of the statement ahead that the message asks for, where they are known.

    Where it asks for the sum as well, that stays first and the parts, or a figure it points at, follow it.
    """
    outcome = next((one for one in outcomes if isinstance(one, Computed)), None)
    asks_total = asks_all(question) and not _EACH.search(question)
    if outcome and outcome.are_apart and asks_total:  # 我和同事一共报多少
        together = outcome.model_copy(update={"are_apart": False})
        text = text.replace(word(outcome).partition("\n")[0], word(together).partition("\n")[0], 1)
        outcomes = [together if one is outcome else one for one in outcomes]
    text = _with_parts(text, outcomes, question)
    lines = list(told_of_figures(outcome, question)) if outcome else []
    if lines and _SUM.search(question):
        return _with_lines(text, text.partition("\n")[0], lines, is_after=True)
    return "\n\n".join(("\n".join(lines), text)) if lines else text


def _with_parts(text: str, outcomes: Sequence[Outcome], question: str) -> str:
    for one in outcomes:
        if isinstance(one, Searched) and one.part:  # told out of a clause, and not of the case
            question = question.replace(one.part, "")
    outcome = next((one for one in outcomes if isinstance(one, Computed)), outcomes[0])
    if isinstance(outcome, Computed) and asks_if_again(question) and (lines := list(is_taken_once(outcome))):
        text = _with_lines(text, word(outcome).partition("\n")[0], lines, is_after=False)
    if isinstance(outcome, Computed) and (lines := list(told_parts(outcome, parts_asked(question)))):
        text = _with_lines(text, word(outcome).partition("\n")[0], lines, is_after=_SUM.search(question) is not None)
    if isinstance(outcome, Compared) and (lines := list(told_of_each(outcome.cases, parts_asked(question)))):
        text = _with_lines(text, word(outcome).partition("\n")[0], lines, is_after=True)
    sums = [one for one in outcomes if not isinstance(one, Searched)]
    if len(sums) != 1 or sums[0] is not outcome or not asks_own_part(question):
        return text
    if isinstance(outcome, Computed):
        turned = _PAID_THEN_OWN.sub(r"**自己\3付 \4**,\1\2", text, count=1)
        if outcome.estimate.status == "exact" and outcome.estimate.own == 0:
            turned = _NOTHING_OWN.sub("**不用自己付钱**,", turned, count=1)
        return "\n\n".join((*_of_readings(outcome), *_of_bound(outcome), turned))
    if isinstance(outcome, Compared) and all(case.estimate.amount is not None for _, case in outcome.cases):
        usual = "" if all(case.estimate.status == "exact" for _, case in outcome.cases) else "按通常的读法,"
        each = ((label, case.estimate.own, Decimal(case.estimate.amount or 0)) for label, case in outcome.cases)
        told = ",".join(f"{label}自己付 {words(own)}(能报 {words(paid)})" for label, own, paid in each)
        return f"**{usual}{told}**。\n\n{text}"
    return text


def own_parts(outcome: Computed) -> Iterator[Decimal]:
    """What the person pays under each reading, or at most where it is open who pays a part."""
    estimate = outcome.estimate
    if estimate.amount is not None:
        usual = estimate.own + Decimal(estimate.amount)
        yield from (usual - Decimal(one.amount) for one in estimate.readings)
    if _is_open(outcome):
        yield estimate.own + sum((Decimal(one.amount) for one in estimate.lines if one.payer == OPEN), Decimal(0))


def _with_lines(text: str, headline: str, lines: Sequence[str], *, is_after: bool) -> str:
    """A text with some lines before it, or after the line that opens what was worked out."""
    told = "\n".join(lines)
    return text.replace(headline, f"{headline}\n{told}", 1) if is_after else f"{told}\n\n{text}"


def _of_readings(outcome: Computed) -> Iterator[str]:
    estimate = outcome.estimate
    if estimate.status != "range" or estimate.amount is None or len(estimate.readings) < 2:
        return
    pairs = zip(own_parts(outcome), (Decimal(one.amount) for one in estimate.readings), strict=True)
    others = "、".join(f"{words(own)}(能报 {words(paid)})" for own, paid in pairs if own != estimate.own)
    usual = f"**按通常的读法自己付 {words(estimate.own)}**(能报 {words(Decimal(estimate.amount))})"
    yield f"{usual};按另一种读法自己付 {others}。"


def _is_open(outcome: Computed) -> bool:
    """Whether only bounds are known of what is paid, for no other reading's sake."""
    estimate = outcome.estimate
    is_bounded = estimate.status == "at_least" or (estimate.status == "range" and estimate.amount is None)
    return is_bounded and not estimate.readings and not outcome.cases and estimate.low is not None


def _of_bound(outcome: Computed) -> Iterator[str]:
    if not _is_open(outcome):
        return
    estimate, most = outcome.estimate, words(next(own_parts(outcome)))
    low = words(Decimal(estimate.low or 0))
    if estimate.high is None:
        yield f"**自己最多付 {most}**(至少能报 {low})。"
    else:
        yield f"**自己付 {words(estimate.own)} 到 {most}**(能报 {low} 到 {words(Decimal(estimate.high))})。"
