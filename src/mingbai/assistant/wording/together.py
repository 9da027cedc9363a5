"""Several findings in one reply: each part of a question answered, the answers beside a sum as short as they go."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mingbai.assistant.openings.straight_lines import is_silence
from mingbai.assistant.outcome import Computed, Outcome, Passage, Searched
from mingbai.assistant.wording.explaining import LONGEST, length_of
from mingbai.assistant.wording.results import passage_words, unwritten, word

_NOTES = 60
"""Characters kept free for what is said under the answer: what was taken for granted, the terms explained."""
_SENTENCE = re.compile(r"[^。;;\n]*[。;;\n]?")
_LIST = re.compile("^- ", re.M)
_HOW_MUCH = re.compile("多少|好多|几(?![次天号])|(?:怎么?|咋|如何)个?[算报赔补]|比例|起付|门槛|封顶|限额")
_ROW, _BREAK = "- ", "\n"
_MORE = "……"
_LINES = 2
_MANY = 3
"""Of so many answers each says to what it is one."""


def together(outcomes: Sequence[Outcome]) -> str:
    """The text of a reply to a message with one part or more; a clause that two parts find is told once."""
    if len(outcomes) == 1:
        return word(outcomes[0])
    findings = [one for one in outcomes if isinstance(one, Searched) and one.passages]
    if len(findings) == len(outcomes) and len({one.passages[0].policy for one in findings}) == 1:
        return _of_one_policy(findings)
    texts: list[str] = [one.apart for one in findings if one.apart]
    is_of_several = len({one.passages[0].policy for one in outcomes if isinstance(one, Searched) and one.passages}) > 1
    told: set[tuple[str, str]] = set()
    straight: list[str] = []
    is_of_sum = isinstance(outcomes[0], Computed) and all(isinstance(one, Searched) for one in outcomes[1:])
    for number, outcome in enumerate(outcomes):
        room = (LONGEST - _NOTES - sum(map(length_of, texts))) // (len(outcomes) - number)
        text = _briefly(outcome, room, told) if isinstance(outcome, Searched) else word(outcome)
        if is_of_several and isinstance(outcome, Searched) and outcome.passages:
            text = _under_title(text, outcome.passages[0])
        elif is_of_sum and isinstance(outcome, Searched) and _is_straight(outcome):
            straight += [] if outcome.lead in straight else [str(outcome.lead)]
            text = text.removeprefix(str(outcome.lead)).strip()
        texts += [text] if text and text not in texts else []
    return "\n\n".join(_behind_sum(texts, straight, word(outcomes[0])) if straight else texts)


def _is_straight(found: Searched) -> bool:
    """Whether a finding answers something else than how much, in a line or two, and no list.

    A figure of a clause close to the sum would be taken for one of the case.
    """
    lead = found.lead or ""
    is_short = bool(lead) and not _LIST.search(lead) and lead.count(_BREAK) < _LINES
    return is_short and not (is_silence(lead) or _HOW_MUCH.search(found.part))


def _behind_sum(texts: list[str], straight: Sequence[str], worked_out: str) -> list[str]:
    """Some texts with the straight lines of the other parts just behind the line that opens what was worked out.

    So each thing asked is answered before what the sum rests on.
    """
    at = texts.index(worked_out)
    headline, _, rest = texts[at].partition("\n\n")
    return [*texts[:at], headline, *straight, *([rest] if rest else []), *texts[at + 1 :]]


def _of_one_policy(findings: Sequence[Searched]) -> str:
    """The straight lines of some answers, then their clauses, as far as these fit."""
    lines = [one.lead or (f"**{one.opening}**" if one.opening else "") for one in findings]
    if len(findings) >= _MANY:
        lines = [_to_its_part(line, one.part) for line, one in zip(lines, findings, strict=True)]
    texts, told = ["\n\n".join(filter(None, lines))], set()
    for number, found in enumerate(findings):
        passage = found.passages[0]
        if found.lead_is_whole or passage.clause in told:
            continue
        told.add(passage.clause)
        room = (LONGEST - _NOTES - sum(map(length_of, texts))) // (len(findings) - number)
        text = _cut(passage, room)
        if len(findings) < _MANY or length_of(text) <= room:  # what is told straight need not stand there twice
            texts.append(text)
    return "\n\n".join(texts)


def _to_its_part(line: str, part: str) -> str:
    """A line under the question it answers, where that was one of several."""
    return f"{part}:{_BREAK if line.startswith(_ROW) else ''}{line}" if part and line else line


def _under_title(text: str, passage: Passage) -> str:
    """What one of several documents says, with its title before the first line unless that tells it."""
    title, first = f"《{passage.policy_title}》", text.partition("\n")[0]
    return text if title in first else f"{title}:{text.removeprefix('- ')}"


def _briefly(found: Searched, room: int, told: set[tuple[str, str]]) -> str:
    """A finding in few words: the direct answer, else the first clause as far as it fits; what was told is left out."""
    if not found.passages:
        return unwritten(found, is_alone=False)
    passage = found.passages[0]
    is_new = (passage.policy, passage.clause) not in told
    told.add((passage.policy, passage.clause))
    if found.lead is None:
        return _cut(passage, room) if is_new else ""
    is_told = found.lead_is_whole or _LIST.search(found.lead) or not is_new
    return found.lead if is_told else f"{found.lead}\n\n{_cut(passage, room - length_of(found.lead))}"


def _cut(passage: Passage, room: int) -> str:
    """A clause up to the last of its sentences that fits; its list, which takes no room, in full."""
    whole = passage_words(passage)
    if length_of(whole) <= room:
        return whole
    kept = ""
    for sentence in _SENTENCE.findall(passage.text):
        if kept and length_of(passage_words(passage.model_copy(update={"text": kept + sentence}))) > room:
            break
        kept += sentence
    return passage_words(passage.model_copy(update={"text": f"{kept.rstrip()}{_MORE}"}))
