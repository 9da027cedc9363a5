"""How a quiz reads in the conversation: what was right, then the next item, at the end the score."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.assistant.outcome import AskedItem, JudgedItem, Quizzed


def quiz_words(outcome: Quizzed) -> str:
    """The reply text, as Markdown."""
    return "\n\n".join(_parts(outcome))


def _parts(outcome: Quizzed) -> Iterator[str]:
    if outcome.judged:
        yield from _judged(outcome.judged)
        yield "---"
    if outcome.note:
        yield outcome.note
    if outcome.asked:
        yield from _asked(outcome.asked)
    if outcome.result:
        yield f"**{outcome.result}**"
        yield _listed(outcome.by_topic)
    if outcome.repeat:
        yield "要再看看的:"
        yield _listed(outcome.repeat)


def _judged(judged: JudgedItem) -> Iterator[str]:
    right = f"正确答案:**{judged.answer}**。"
    if judged.is_right:
        yield f"**{judged.verdict}** 答案是 {judged.answer}。"
    elif judged.mistake:
        yield f"**{judged.verdict}** 您答的是 {judged.given}:{judged.mistake}。"
        yield right
    else:
        yield f"**{judged.verdict}** {right}"
    yield "\n".join(filter(None, (_spread(judged.why), judged.grounds)))


def _spread(why: str) -> str:
    """An explanation with its longer enumerations (the lines of a statement) as lists."""
    return "\n".join(_sentence(one) for one in why.split("。") if one)


def _sentence(sentence: str) -> str:
    lead, _, rest = sentence.partition(":")
    lines = tuple(rest.split(";"))
    return f"{lead}:\n{_listed(lines)}\n" if len(lines) > 1 else f"{sentence}。"


def _asked(asked: AskedItem) -> Iterator[str]:
    yield f"**{asked.heading}**〔{asked.kind}〕"
    yield asked.question
    if asked.steps:
        yield "\n".join(f"{number}. {step}" for number, step in enumerate(asked.steps, 1))
    if asked.choices:
        yield _listed(asked.choices)
    if asked.how:
        yield asked.how


def _listed(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {line}" for line in lines)
