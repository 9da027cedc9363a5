"""Whole conversations, one file each, named as the sentence it tells: what each reply must and must not say."""

from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict, Field, model_validator

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.reply import ChatTurn, Reply, ReplyKind, Status
from mingbai.corpus.strict_yaml import load

CONVERSATIONS = sorted((Path(__file__).resolve().parents[1] / "conversations").glob("*.yaml"))


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Expected(_Strict):
    """What one reply must be. `amount` alone is an exact estimate; `asks` is the first fact missing."""

    kind: ReplyKind
    policies: tuple[str, ...] | None = None
    status: Status | None = None
    amount: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    asks: str | None = None
    choices: tuple[str, ...] | None = None
    says: tuple[str, ...] = ()
    leaves_out: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()

    @property
    def result(self) -> tuple[Status, Decimal | None, Decimal | None, Decimal | None] | None:
        """Status, amount, low and high; None where the file says nothing of them."""
        if self.status is not None:
            return self.status, self.amount, self.low, self.high
        return None if self.amount is None else ("exact", self.amount, self.amount, self.amount)

    @model_validator(mode="after")
    def _fits_its_kind(self) -> "Expected":
        if self.kind != "estimate" and self.result is not None:
            raise ValueError("only an estimate has an amount")
        if self.asks is not None and self.kind != "clarify":
            raise ValueError("only a clarify asks")
        return self


class Exchange(_Strict):
    person: str = Field(min_length=1)
    reply: Expected


class Conversation(_Strict):
    about: str
    turns: tuple[Exchange, ...] = Field(min_length=1)


def read(path: Path) -> Conversation:
    mistakes: list[str] = []
    value = load(path.read_text(encoding="utf-8"), 1, lambda line, message: mistakes.append(f"{line}: {message}")).value
    assert not mistakes, f"{path.name}: {mistakes}"
    return Conversation.model_validate(value)


@pytest.mark.parametrize("path", CONVERSATIONS, ids=lambda path: path.stem)
def test_conversation(path: Path, assistant: Assistant):
    history: list[ChatTurn] = []
    for exchange in read(path).turns:
        history.append(ChatTurn(role="user", text=exchange.person))
        reply = assistant.reply(history)
        history.append(ChatTurn(role="assistant", text=reply.text))
        assert not list(disagreements(exchange.reply, reply)), f"{exchange.person}\n{reply.text}"


def disagreements(expected: Expected, reply: Reply):
    """Each way in which a reply is not what was expected."""
    if reply.kind != expected.kind:
        yield f"kind is {reply.kind}, not {expected.kind}"
    if expected.policies is not None and reply.policies != expected.policies:
        yield f"policies are {reply.policies}, not {expected.policies}"
    if expected.result is not None and _result(reply) != expected.result:
        yield f"the estimate is {_result(reply)}, not {expected.result}"
    if expected.asks is not None and reply.missing[:1] != (expected.asks,):
        yield f"asks for {reply.missing}, not first for {expected.asks}"
    if expected.choices is not None and reply.choices != expected.choices:
        yield f"choices are {reply.choices}, not {expected.choices}"
    yield from (f"does not say {words}" for words in expected.says if words not in reply.text)
    yield from (f"says {words}" for words in expected.leaves_out if words in reply.text)
    cited = {citation.clause for citation in reply.citations}
    yield from (f"does not cite {clause}" for clause in expected.cites if clause not in cited)


def _result(reply: Reply):
    if reply.estimate is None:
        return None
    one = reply.estimate
    figures = (None if figure is None else Decimal(figure) for figure in (one.amount, one.low, one.high))
    return (one.status, *figures)


def test_there_are_conversations():
    assert len(CONVERSATIONS) >= 25
