"""Rules that are lists: documents to bring, what is covered and what is not, conditions of a benefit."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from mingbai.corpus.conditions import When
from mingbai.corpus.kinds.base import Kind
from mingbai.corpus.units import must_be_count
from mingbai.corpus.values import Frozen, Number


class LostItem(Frozen):
    """Items of a list that the source dropped, and why one knows."""

    lost: str = Field(min_length=2)


def _named(raw: Any) -> Any:
    return {"item": raw} if isinstance(raw, str) else raw


def _is_lost(raw: Any) -> str:
    return "LostItem" if isinstance(raw, LostItem) or (isinstance(raw, dict) and "lost" in raw) else "Item"


class DocumentItem(Frozen):
    """One thing to bring, with other words for it: original or copy, how many, by whom stamped, when needed."""

    item: str
    says: tuple[str, ...] = ()
    form: Literal["原件", "复印件", "原件和复印件"] | None = None
    copies: Number | None = None
    unit: str = "份"
    stamp: str | None = None
    if_: str | None = Field(default=None, alias="if")
    when: When
    note: str | None = None

    @model_validator(mode="after")
    def _sound(self) -> DocumentItem:
        if self.copies is not None:
            must_be_count(self.copies, "copies")
        return self


_Document = Annotated[
    Annotated[DocumentItem, Tag("Item")] | Annotated[LostItem, Tag("LostItem")],
    Discriminator(_is_lost),
    BeforeValidator(_named),
]


class DocumentsRule(Kind):
    """What to bring for one procedure."""

    documents: str
    who: str | None = None
    where: str | None = None
    items: tuple[_Document, ...] = Field(min_length=1)


class ListItem(Frozen):
    """One thing that is (or is not) covered: other words for it, the condition, the exception and words for that.

    `part` where it is only so much of a bill (a drug, a nurse), the rest of which stands.
    """

    item: str
    says: tuple[str, ...] = ()
    part: bool = False
    if_: str | None = Field(default=None, alias="if")
    when: When
    unless: str | None = None
    unless_says: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _sound(self) -> ListItem:
        if self.unless_says and self.unless is None:
            raise ValueError("unless_says 要和 unless 一起写")
        return self


_Entry = Annotated[
    Annotated[ListItem, Tag("Item")] | Annotated[LostItem, Tag("LostItem")],
    Discriminator(_is_lost),
    BeforeValidator(_named),
]


class CoversRule(Kind):
    """What is covered or who is entitled; `closed`: what is not on the list is not covered, `of` says what it lists.

    `cares` are the kinds of care it decides; all where none is named.
    """

    covers: str
    of: str | None = None
    closed: bool = False
    cares: tuple[str, ...] = ()
    items: tuple[_Entry, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _sound(self) -> CoversRule:
        if self.closed and self.of is None:
            raise ValueError("closed: true(不在表里就不算)要用 of 写明列的是什么,例如 of: 病种")
        return self


class ExcludesRule(Kind):
    """What is not covered; `cares` are the kinds of care whose payment that decides, all where none is named."""

    excludes: str
    cares: tuple[str, ...] = ()
    items: tuple[_Entry, ...] = Field(min_length=1)


class PaysWhenRule(Kind):
    """The conditions of a benefit; all must hold, or with `any` one of them."""

    pays_when: str
    conditions: tuple[str, ...] = Field(min_length=1)
    any: bool = False
    who: str | None = None
    where: str | None = None
