"""Worked cases of lists: what somebody says, which entry it touches, which conditions are met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mingbai.corpus.cases import ListCase, PaysWhenCase
from mingbai.corpus.kinds import CoversRule, ExcludesRule, PaysWhenRule
from mingbai.corpus.kinds.lists import ListItem
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.case import Case
from mingbai.rules.lists import Verdict, findings, heaviest
from mingbai.rules.stated import Stated

_ANSWERS: dict[Verdict, str] = {"yes": "能", "no": "不能", "depends": "看情况", "not_said": "没说"}


def list_differences(
    one: Stated[CoversRule] | Stated[ExcludesRule], case: ListCase, vocabulary: Vocabulary
) -> Iterator[str]:
    """What a worked case of a list says otherwise than the engine."""
    found = findings(one, case.says, vocabulary, Case.read(case.given, vocabulary))
    entries = {item.item for item in one.rule.items if isinstance(item, ListItem)}
    touched = [finding.item for finding in found if finding.item in entries]
    yield from _matched("listed", case.listed, touched)
    answer = _ANSWERS[heaviest(found)]
    if case.answer != answer:
        yield f"写的是“{case.answer}”,算出来是“{answer}”"


def pays_when_differences(one: Stated[PaysWhenRule], case: PaysWhenCase) -> Iterator[str]:
    """What a worked case of a benefit's conditions says otherwise than the rule."""
    yield from _matched("met 和 lacks", (*case.met, *case.lacks), one.rule.conditions)
    entitled = bool(case.met) if one.rule.any else not case.lacks
    if case.entitled != entitled:
        wanted = "满足一条就行" if one.rule.any else "要全部满足"
        yield f"写的是 entitled: {str(case.entitled).lower()},可是{wanted}"


def _matched(name: str, words: Sequence[str], texts: Sequence[str]) -> Iterator[str]:
    """Every word must be part of one text, and every text must have been named once."""
    left = list(texts)
    for word in words:
        fitting = [text for text in left if text == word] or [text for text in left if word in text]
        if len(fitting) == 1:
            left.remove(fitting[0])
        else:
            yield f"{name} 里的“{word}”{'不止一条对得上' if fitting else '对不上'};有的是 {';'.join(texts) or '无'}"
    if left:
        yield f"{name} 里还少:{';'.join(left)}"
