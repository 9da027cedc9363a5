"""Worked cases of rules that are lists: papers brought, things said, conditions met."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from mingbai.corpus.cases.base import FactsCase, KindCase
from mingbai.corpus.values import Frozen, Number


def _named(raw: Any) -> Any:
    return {"item": raw} if isinstance(raw, str) else raw


class Paper(Frozen):
    """One thing to bring as the case names it; what is written of form, number and stamp must be what the rule says."""

    item: str
    form: Literal["原件", "复印件", "原件和复印件"] | None = None
    copies: Number | None = None
    unit: str | None = None
    stamp: str | None = None


_Papers = tuple[Annotated[Paper, BeforeValidator(_named)], ...]


class DocumentsCase(FactsCase):
    """What somebody `brings` and what he still `lacks`: together all that is needed, each thing once.

    A thing of which some copies are missing stands on both sides with the number of each. `if`: conditions of items, in
    their words, that hold here. `not`: what is not needed. `none`: the list is not for this case. `unknown`: the source
    has lost the whole list.
    """

    if_: tuple[str, ...] = Field(default=(), alias="if")
    brings: _Papers = ()
    lacks: _Papers = ()
    not_: tuple[str, ...] = Field(default=(), alias="not")
    none: bool = False
    unknown: bool = False

    @model_validator(mode="after")
    def _sound(self) -> DocumentsCase:
        if (self.none or self.unknown) == bool(self.brings or self.lacks):
            raise ValueError(
                "算例要写明带了什么 brings、还缺什么 lacks,合起来是要带的全部;"
                "不适用的只写 none: true,清单缺失的只写 unknown: true"
            )
        return self


Answer = Literal["能", "不能", "看情况", "没说"]


def _as_listed(raw: Any) -> Any:
    if raw is False:
        return ()
    return (raw,) if isinstance(raw, str) else raw


class ListCase(FactsCase):
    """What a list answers to somebody's words: the entries they touch (`listed`, false for none), whether it covers.

    能: covered. 不能: not covered. 看情况: it depends on a condition or an exception. 没说: the list says nothing.
    """

    says: str
    listed: Annotated[tuple[str, ...], BeforeValidator(_as_listed)]
    answer: Answer


class PaysWhenCase(KindCase):
    """Which conditions are met and which are not, together all of them, and whether the benefit is due.

    A condition is named by a few of its words.
    """

    met: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    entitled: bool
