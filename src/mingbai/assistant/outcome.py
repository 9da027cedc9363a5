"""What a tool found out: the record behind a reply, kept beside the words a model reads."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from mingbai.assistant.reply import Citation, EstimateView, ReplyKind


class _Outcome(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Computed(_Outcome):
    """An estimate that could be made. `assumed` is what was taken for granted.

    `supply` is the question by which a person can supply a figure the source lost, `supply_fact` the fact it asks for.
    """

    type: Literal["computed"] = "computed"
    policy: str
    title: str
    case: str
    estimate: EstimateView
    bill: Decimal
    citations: tuple[Citation, ...]
    assumed: tuple[str, ...]
    known: tuple[str, ...] = ()
    supply: str | None = None
    supply_fact: str | None = None
    warnings: tuple[str, ...] = ()


class Needed(_Outcome):
    """Facts that are missing, the first being the one to ask for, with its question and choices."""

    type: Literal["needed"] = "needed"
    policy: str | None
    facts: tuple[str, ...]
    question: str
    choices: tuple[str, ...]
    all_choices: dict[str, tuple[str, ...]]
    citations: tuple[Citation, ...] = ()
    warnings: tuple[str, ...] = ()


class Refused(_Outcome):
    """Facts that cannot be used, with a clear word on what to do; `fact` names the one to say again."""

    type: Literal["refused"] = "refused"
    policy: str | None
    fact: str
    message: str
    citations: tuple[Citation, ...] = ()
    warnings: tuple[str, ...] = ()


class Compared(_Outcome):
    """The same case under several choices of one fact, or several policies."""

    type: Literal["compared"] = "compared"
    fact: str
    cases: tuple[tuple[str, Computed], ...]


class Passage(_Outcome):
    """A clause found for a question."""

    policy: str
    policy_title: str
    clause: str
    title: str
    text: str
    citations: tuple[Citation, ...]


class Searched(_Outcome):
    """Clauses found for a question, with the direct answer of their rules where there is one.

    `lead_is_whole` where that answer tells everything of the first clause; `unsaid` holds the question's words of
    which no clause speaks.
    """

    type: Literal["searched"] = "searched"
    kind: ReplyKind
    passages: tuple[Passage, ...]
    lead: str | None = None
    lead_is_whole: bool = False
    unsaid: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


Outcome = Computed | Needed | Refused | Compared | Searched
