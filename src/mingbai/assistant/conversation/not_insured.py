"""That somebody says they are not in the insurance a policy is about, or have not paid for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mingbai.assistant.conversation.told_of_case import Statement
from mingbai.corpus.models import Policy

_JOINING = "参加|参保|参合|交|缴|买|上|入|投保|办"
# 没参加的; 还没交钱; 没买大病保险; 从没参过保. What follows says of what, if anything.
_NOT = re.compile(
    f"(?P<who>[^,]{{0,6}}?)(?:还|从来|一直|压根)?(?:没有?|未|冇|忘了?)(?:去|来|给)?(?P<verb>{_JOINING})(?:过|了)?(?P<what>[^,]*)"
)
_PAID_FOR = re.compile("^(?:的|保费|保险费?|医保费?|社保|钱|费用?|参保费|这个(?:保险|医保)?|保)?(?:的|人|职工)?$")
_INSURERS = re.compile("单位|公司|厂|老板|学校|村里|政府|财政")
_BEFORE = re.compile("去年|前年|以前|上年|往年|前几年|之前|小时候")
_NEEDS_NO_MORE = frozenset(("参加", "参保", "参合", "投保"))
_OF_OTHERS = re.compile("没参加|未参保")
_TITLES = (re.compile("谁[可能要]|保谁|哪些[^,。]{0,4}人"), re.compile("谁|参加|参保"), re.compile("缴|交"))


def not_insured(policy: Policy, said: Iterable[Statement]) -> str | None:
    """The clause of a policy on who is in it, where statements say that the person is not; None where they do not.

    没交钱 alone says it; 没交押金 or 没参加大额 is of something else.
    """
    if policy.scheme == "医疗救助" or not any(_says_it(policy, one) for one in said):
        return None
    missing = (one.id for one in policy.clauses if _OF_OTHERS.search(one.title))
    return next(missing, of_members(policy))


def of_members(policy: Policy) -> str:
    """The clause of a policy that says who is in it."""
    found = (one.id for title in _TITLES for one in policy.clauses if title.search(one.title))
    return next(found, policy.clauses[0].id)


def _says_it(policy: Policy, statement: Statement) -> bool:
    text = statement.text
    if statement.is_open or _BEFORE.search(text):
        return False
    for found in _NOT.finditer(text):
        of_insurers = _INSURERS.search(text[: found.end("verb")]) or _INSURERS.match(found["what"])
        if of_insurers and found["verb"] not in _NEEDS_NO_MORE:  # 单位没交; 没参加的找单位报 is the person's own
            continue
        what = re.sub("(?:住院|看病|报|能|花|超|找).*$", "", found["what"]).removesuffix("的").strip()
        names_it = len(what) > 2 and any(what in name for name in (policy.scheme, policy.title, *policy.also_called))
        is_bare = _PAID_FOR.match(what) is not None and (bool(what) or found["verb"] in _NEEDS_NO_MORE)
        if names_it or is_bare:
            return True
    return False
