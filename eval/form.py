"""How a reply is made up: the answer in the first line, the parts in order, terms explained at first use, once."""

from __future__ import annotations

import re
from decimal import Decimal

from pydantic_evals.evaluators import EvaluationReason

from eval.asking import Answer
from eval.schema import FOUND_KINDS, Question
from mingbai.assistant.wording.explaining import LONGEST, length_of
from mingbai.corpus.vocabulary import Term, Vocabulary
from mingbai.money import words

_HEDGE = re.compile("说不准|不能确定|无法确定|不能说")
_HEADING = re.compile(r"\*\*[^*]+\*\*\(《[^》]+》\)|[^:：]{0,20}(?:这样写|怎么写|如下)[^:：]{0,6}[:：]")
_ASKS = re.compile(r"[?？]|请|吗|哪|多少|几|什么|还是|怎么")
_TITLE = re.compile("《[^》]*》")
_MOST_EXPLAINED = 3
# The parts that may stand under the answer, in the order in which they must.
_PARTS = (
    re.compile("按这些情况算:"),
    re.compile("请留意:"),
    re.compile(r"\([^:()]{2,8}:.*\)\Z", re.S),
)


def first_line(question: Question, answer: Answer) -> EvaluationReason | None:
    """The amount, the doubt, the clause's own words or the question stands in the first line."""
    reply = answer.reply
    first = next((line for line in reply.text.splitlines() if line.strip()), "")
    if reply.estimate:
        figures = [words(Decimal(one)) for one in reply.estimate.figures]
        is_there = any(one in first for one in figures) if figures else _HEDGE.search(first) is not None
        is_there = is_there or any(one in first for one in question.says)  # 住院的起付线是多少, after a sum
        is_there = is_there or (len(answer.calls) > 0 and "compare" in answer.calls[-1].tool and "报得" in first)
    elif reply.kind in FOUND_KINDS:
        is_there = _HEADING.fullmatch(first) is None
    elif reply.kind == "clarify":
        is_there = _ASKS.search(reply.text.split("\n\n")[0]) is not None
    else:
        return None
    return EvaluationReason(is_there, None if is_there else f"first line: {first}")


def order(question: Question, answer: Answer) -> EvaluationReason:
    """What was assumed, what is to be minded and what the terms mean follow the answer, in this order."""
    paragraphs = answer.reply.text.split("\n\n")
    found = [rank for one in paragraphs for rank, part in enumerate(_PARTS) if part.match(one)]
    is_right = found == sorted(set(found)) and not any(part.match(paragraphs[0]) for part in _PARTS)
    return EvaluationReason(is_right, None if is_right else f"parts in the order {found}")


def explained(answer: Answer, vocabulary: Vocabulary) -> EvaluationReason | None:
    """No term is explained twice in a conversation, and none is left without where there was room for it."""
    reply = answer.reply
    if reply.kind in ("chat", "decline", "clarify"):
        return None
    terms = {name: term for name, term in vocabulary.terms.items() if term.explain_at}
    told = {name for name, term in terms.items() if any(term.means in text for text in answer.earlier)}
    now = {name for name, term in terms.items() if term.means in reply.text and f"**{name}**" not in reply.text}
    if again := now & told:
        return EvaluationReason(False, f"explained again: {', '.join(sorted(again))}")
    missing = [name for name, term in terms.items() if name not in told | now and _is_used(term, reply.text)]
    crowded = len(now) >= _MOST_EXPLAINED or any(_fills(reply.text, terms[name].means, name) for name in missing)
    is_right = not missing or crowded or any(f"**{name}**" in reply.text for name in missing)
    return EvaluationReason(is_right, None if is_right else f"not explained: {', '.join(missing)}")


def _is_used(term: Term, text: str) -> bool:
    paragraphs = [one for one in text.split("\n\n") if not _PARTS[-1].match(one)]
    bare = _TITLE.sub("", "\n\n".join(paragraphs))
    return any(written in bare for written in term.explain_at)


def _fills(text: str, means: str, name: str) -> bool:
    """Whether one more explanation would have made the reply too long."""
    return length_of(text) + len(f"({name}:{means})") > LONGEST
