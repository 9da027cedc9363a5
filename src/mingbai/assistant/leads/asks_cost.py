"""Whether a question asks what one pays in for an insurance, and not what is paid for care."""

from __future__ import annotations

import re

from mingbai.assistant.leads.plan_premiums import MUCH, of_care
from mingbai.assistant.leads.question import Question
from mingbai.language.hearing import asked_for
from mingbai.language.text import normalise

__all__ = ["asks_what_insurance_costs", "says_what_it_asks_of_costs"]

_PAYING_ONE = "(?:一家人?|全家人?|每家|每户|一户|一个人|每个?人|一年|每年|年年|[两三四五六七八九0-9]口人?)"
_COSTS = re.compile(  # 每年那个大病保险一家总共要掏多少, 一家人掏多少保险钱
    f"{_PAYING_ONE}[^,。;]{{0,10}}(?:保险|医保|医疗险|大病险|合作医疗|农合)[^,。;]{{0,10}}[掏出拿]{MUCH}"
    f"|(?:保险|医保|医疗险|大病险|合作医疗|农合)[^,。;]{{0,6}}{_PAYING_ONE}[^,。;]{{0,6}}[掏出拿]{MUCH}"
    f"|{_PAYING_ONE}[^,。;]{{0,6}}[掏出拿]{MUCH}[^,。;]{{0,3}}(?:保险|医保)"
    "|(?:保险|医保|医疗险|大病险|合作医疗|农合)[^,。;]{0,4}(?:自己|个人)[交缴掏出拿][^,。;]{0,6}(?:合计|一共|总共|一起)"
    f"|[掏出拿]{MUCH}(?:医保|保险|参保)[钱费]"  # 个人总共掏多少医保钱
    # 统一交贵的那一档,总共要拿出来多少
    f"|[交缴买选参改][^,。;药看住院]{{0,8}}(?:档|(?:[贵高低]|便宜)的)[^。;药看住院]{{0,8}}(?:[一总拢]共|合计|全家|一年)[^,。;]{{0,4}}[掏出拿交缴]出?来?{MUCH}"
    f"|总盘子|(?:总保费|保费总额|总筹资|筹资总额)[^,。;%]{{0,4}}(?:{MUCH}|多大|几)"  # 预计419万人,总盘子多大
    f"|(?:缴费|筹资|医保|保险|总)的?标准[^,。;]{{0,10}}(?:{MUCH}|几)"  # 居民医保总标准是多少
)
_NO_SUM = re.compile("(?<!费)率|人数|(?:多少|几)[万个名]*人")  # 参合率要求到多少, 参保要到多少万人
_A_HEAD = re.compile("每个?人[0-9]|[0-9](?:块钱?|元)?(?:一|每|1)个?人|按[0-9.]+(?:块钱?|元)?算")
_IN_THE_YEAR = re.compile("收上来|收入|征[缴收]|(?:任务|目标|全[市县省])[^,。;]{0,10}收")  # 全年城镇医保要收上来多少钱
_OF_ONE = re.compile("[我他她你家户]|个人|每人|一人|人均|口人|[0-9]个?人")
_INSURANCE = re.compile("保险|医保|商保|大病|统筹|补充|农合|大额")


def asks_what_insurance_costs(text: str) -> bool:
    """Whether a question that says nothing of care asks what one pays in for the insurance (医保一家要掏多少)."""
    is_heard = asked_for(normalise(text)) == "premium" and not _NO_SUM.search(text)
    is_of_all = _IN_THE_YEAR.search(text) and not _OF_ONE.search(text)  # what an office is to collect of everybody
    return says_what_it_asks_of_costs(text) or bool(is_heard and not is_of_all and not of_care(text))


def says_what_it_asks_of_costs(text: str) -> bool:
    """Whether a question asks what the insurance costs in plain words, and does not only sound so."""
    return (_COSTS.search(text) is not None or _tells_price_for_many(text)) and not of_care(text)


def _tells_price_for_many(text: str) -> bool:
    """Whether a text says what an insurance costs a head, and how many are to pay it (大病190一个人,我们12个人)."""
    return bool(_A_HEAD.search(text) and _INSURANCE.search(text)) and Question.read(text).heads is not None
