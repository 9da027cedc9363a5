"""Items on the document itself: which policy governs a case, from when it holds, whether it is a rule in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from random import Random

from mingbai.corpus.models import Policy
from mingbai.quiz.prompt import Draft, Prompt, Wrong, claim
from mingbai.quiz.shelf import Shelf
from mingbai.rules.days import ONE_DAY, day_words

_NATURES = {
    "draft": "征求意见稿,不是正式文件",
    "news": "新闻报道,不是政策原文",
    "plan": "工作计划,不是已经执行的规定",
    "advertisement": "医院的广告,不是政策规定",
    "report": "工作报告,不是政策规定",
}


def governing_prompts(shelf: Shelf, policy: Policy) -> Iterator[Prompt]:
    """Which policy governs a place and scheme, whether it holds on a day, and what a document is not."""
    if not policy.clauses:
        return
    clause = policy.clauses[0]
    place = "".join(policy.place)
    if policy.kind == "policy" and place and _says_what_is_paid(shelf, policy) and _is_alone(shelf, policy):
        content = f"{place}|{policy.scheme}"
        build = partial(_which, shelf, policy)
        yield Prompt(policy, clause, "governing", "which", "heading", content, (), build)
    for day in _days(policy):
        content = f"{policy.in_force.from_}|{policy.in_force.until}"
        build = partial(_holds, policy, day)
        yield Prompt(policy, clause, "governing", "in-force", "heading", content, (day.isoformat(),), build)
    if policy.kind == "policy" and policy.nature in _NATURES:
        for holds in (True, False):
            build = partial(_nature, policy, holds)
            yield Prompt(policy, clause, "governing", "nature", "heading", policy.nature, (str(holds),), build)


def _says_what_is_paid(shelf: Shelf, policy: Policy) -> bool:
    """Whether somebody who asks for benefits can be sent to a document: it gives some, and is no advertisement.

    One of an unnamed county (吉林省某县) governs nobody who is only known to live in the province.
    """
    is_of_a_named_place = "某" not in policy.title
    return bool(shelf.books[policy.id].by_care) and policy.nature != "advertisement" and is_of_a_named_place


def _is_alone(shelf: Shelf, policy: Policy) -> bool:
    """Whether no other policy could be meant by the same place and scheme."""
    return not any(
        _overlaps(other, policy) and _same_scheme(other, policy)
        for other in shelf.corpus.policies.values()
        if other.id != policy.id and other.kind == "policy" and other.place
    )


def _overlaps(one: Policy, other: Policy) -> bool:
    shorter, longer = sorted((one.place, other.place), key=len)
    return set(shorter) <= set(longer)


def _same_scheme(one: Policy, other: Policy) -> bool:
    return one.scheme in other.scheme or other.scheme in one.scheme


def _which(shelf: Shelf, policy: Policy, rng: Random) -> Draft:
    place = "".join(policy.place)
    question = f"一个人在{place}参加的是{policy.scheme},问能享受什么待遇。手上的文件里该看哪一份?"
    why = f"地方是{place},险种是{policy.scheme},对得上的只有《{policy.title}》。"
    return Draft("single_choice", question, f"《{policy.title}》", why, tuple(_other_policies(shelf, policy, rng)))


def _other_policies(shelf: Shelf, policy: Policy, rng: Random) -> Iterator[Wrong]:
    others = [one for one in shelf.corpus.policies.values() if one.id != policy.id and one.place and one.clauses]
    others = [one for one in others if not (_overlaps(one, policy) and _same_scheme(one, policy))]
    rng.shuffle(others)
    others.sort(key=lambda one: not (_overlaps(one, policy) or _same_scheme(one, policy)))
    for one in others:
        what = "险种不对" if _overlaps(one, policy) else "地方不对"
        yield Wrong(f"《{one.title}》", f"{what}:那是{''.join(one.place)}的{one.scheme}")


def _days(policy: Policy) -> Iterator[date]:
    start, end = policy.in_force.from_, policy.in_force.until
    if start is not None:
        yield from (start - ONE_DAY, start)
    if end is not None:
        yield from (end, end + ONE_DAY)


def _holds(policy: Policy, day: date, rng: Random) -> Draft:
    start, end = policy.in_force.from_, policy.in_force.until
    span = (f"从{day_words(start)}起" if start else "") + (f"到{day_words(end)}为止" if end else "")
    holds = policy.in_force.holds_on(day)
    return claim(f"{day_words(day)}在《{policy.title}》写明的执行期里。", holds, f"这份文件{span}执行。")


def _nature(policy: Policy, holds: bool, rng: Random) -> Draft:
    what = _NATURES[policy.nature]
    said = what if holds else "正式的政策规定,可以直接照着答复"
    bare = policy.title.partition("(")[0]  # what stands in brackets (征求意见稿, 广告) would give the answer away
    return claim(f"《{bare}》这份文件是{said}。", holds, f"这份文件是{what},答复时要说明。")
