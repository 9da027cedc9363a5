"""What to bring: the documents of a procedure sorted into needed, needed under a condition, and lost."""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.corpus.kinds import DocumentsRule
from mingbai.corpus.kinds.lists import DocumentItem, LostItem
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.rules.case import Case
from mingbai.rules.stated import Stated, condition_words, meets

WHERE_HANDED_IN = "办理的地方"
"""Stands at the foot of a list, before the place."""


@dataclass(frozen=True)
class Document:
    """One thing to bring. `words` says it all in one line, the condition aside; `says` are other names people have."""

    item: str
    form: str | None
    copies: int | None
    unit: str
    stamp: str | None
    condition: str
    note: str | None
    says: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The item with form, number and stamp: "身份证(原件,复印件3份)"."""
        count = f"{self.copies}{self.unit}" if self.copies else ""
        form = f"原件,复印件{count}" if self.form == "原件和复印件" else f"{self.form or ''}{count}"
        details = ",".join(filter(None, (form, f"加盖{self.stamp}" if self.stamp else "", self.note)))
        return f"{self.item}({details})" if details else self.item


@dataclass(frozen=True)
class Checklist:
    """The documents of one procedure for a case.

    `needed` are needed in any case, `conditional` where their condition holds, `lost` says what the source dropped.
    `applies` is False where the list is not for this case, None where a fact that decides it is missing.
    """

    policy: str
    clause: str
    procedure: str
    who: str | None
    where: str | None
    needed: tuple[Document, ...]
    conditional: tuple[Document, ...]
    lost: tuple[str, ...]
    note: str | None
    applies: bool | None
    condition: str


def checklist(one: Stated[DocumentsRule], vocabulary: Vocabulary, case: Case) -> Checklist:
    """The documents of a procedure; an item whose facts are known not to hold is left out."""
    rule = one.rule
    items = [item for item in rule.items if isinstance(item, DocumentItem)]
    holds = [meets(item.when, case, vocabulary) for item in items]
    return Checklist(
        policy=one.policy.id,
        clause=one.clause.id,
        procedure=rule.name,
        who=rule.who,
        where=rule.where,
        needed=tuple(
            _document(item, "") for item, met in zip(items, holds, strict=True) if met and (item.when or not item.if_)
        ),
        conditional=tuple(
            _document(item, item.if_ or condition_words(item.when, vocabulary))
            for item, met in zip(items, holds, strict=True)
            if met is None or (met and not item.when and item.if_)
        ),
        lost=tuple(item.lost for item in rule.items if isinstance(item, LostItem)),
        note=rule.note,
        applies=meets(rule.when, case, vocabulary),
        condition=condition_words(rule.when, vocabulary),
    )


def _document(item: DocumentItem, condition: str) -> Document:
    copies = None if item.copies is None else int(item.copies)
    return Document(item.item, item.form, copies, item.unit, item.stamp, condition, item.note, item.says)
