"""What a tool found out: the record behind a reply, kept beside the words a model reads."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from mingbai.assistant.reply import EstimateView, ReplyKind
from mingbai.corpus.citation import Citation


class _Outcome(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Computed(_Outcome):
    """An estimate that could be made. `assumed` is what was taken for granted, `because` why nothing is paid,
    `inferred` why the deductible is nothing where the policy's words leave that to be inferred; `short` tells how far
    the case is from a clause that would pay more; `by_choice` what each choice of a fact comes to that is not known.

    `supply` is the question by which a person can supply a figure the source lost, `supply_fact` the fact it asks for;
    `who_pays` opens the sentence with the amount, `care` is the kind of care. Of several bills `cases` has each by what
    it is called, and the estimate is of all of them; they `are_apart` where nobody gets that. It `has_bill` unless none
    was told, as for an allowance. `provided` has the conditions on which something that was told besides makes any
    payment depend, `caps` the most that is paid in such a case, in words.
    """

    type: Literal["computed"] = "computed"
    policy: str
    title: str
    case: str
    estimate: EstimateView
    bill: Decimal
    citations: tuple[Citation, ...]
    assumed: tuple[str, ...]
    because: str | None = None
    inferred: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    by_choice: tuple[str, ...] = ()
    supply: str | None = None
    supply_fact: str | None = None
    who_pays: str = "医保能报"
    care: str = ""
    has_bill: bool = True
    cases: tuple[tuple[str, Computed], ...] = ()
    are_apart: bool = False
    provided: tuple[str, ...] = ()
    caps: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class Needed(_Outcome):
    """Facts that are missing, the first being the one to ask for, with its question and choices.

    `instead` is what the policy writes, where that fact is said not to be known and no sum can be told without it;
    `rates` at what it pays, where only the bill is missing.
    """

    type: Literal["needed"] = "needed"
    policy: str | None
    facts: tuple[str, ...]
    question: str
    choices: tuple[str, ...]
    all_choices: dict[str, tuple[str, ...]]
    instead: str = ""
    rates: str = ""
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
    """The same case under several choices of one fact, or several policies.

    `is_why` where it is asked why they differ.
    """

    type: Literal["compared"] = "compared"
    fact: str
    is_why: bool = False
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
    which no clause speaks, `near` the headings of what is written instead; `opening` is the sentence of the first
    clause that speaks to a question for yes or no. `part` is the question in the person's words where it is one of
    several put at once; `apart` tells by how much another document differs that it is held against.
    """

    type: Literal["searched"] = "searched"
    kind: ReplyKind
    passages: tuple[Passage, ...]
    lead: str | None = None
    lead_is_whole: bool = False
    opening: str | None = None
    unsaid: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    part: str = ""
    apart: str = ""


class AskedItem(_Outcome):
    """An item of a quiz as it is shown; `steps` are those to be put in order, `how` says how to answer."""

    heading: str
    kind: str
    question: str
    steps: tuple[str, ...]
    choices: tuple[str, ...]
    how: str


class JudgedItem(_Outcome):
    """What is said of an answer: the mistake by its name where it has one, the right answer, why, the clause."""

    verdict: str
    is_right: bool
    given: str
    mistake: str
    answer: str
    why: str
    grounds: str


class Quizzed(_Outcome):
    """How a quiz stands: the answer just given, the item that waits, at the end the score and what to repeat.

    All of it is worked out by the quiz, figures of wrong choices and counts among it, so that the guard knows them.
    """

    type: Literal["quizzed"] = "quizzed"
    policies: tuple[str, ...] = ()
    note: str = ""
    judged: JudgedItem | None = None
    asked: AskedItem | None = None
    result: str = ""
    by_topic: tuple[str, ...] = ()
    repeat: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    warnings: tuple[str, ...] = ()


Outcome = Computed | Needed | Refused | Compared | Searched | Quizzed


def lead_of(found: Searched | Needed) -> str:
    """What the rules say straight to a question; empty where they say nothing."""
    return (found.lead or "") if isinstance(found, Searched) else ""


def first_clause(found: Searched | Needed) -> tuple[str, str] | None:
    """The clause that answers first, with its policy before it; None where none was found."""
    passages = found.passages if isinstance(found, Searched) else ()
    return (passages[0].policy, passages[0].clause) if passages else None
