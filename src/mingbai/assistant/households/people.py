"""The records of a household: each of its persons with what they may be, and how many nobody told of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from mingbai.language.people.grown import GROWN

ADULT, PUPIL, CHILD = GROWN, "学生", "儿童"


@dataclass(frozen=True)
class Member:
    """One kind of person in a household: the group of the insured, and the hardship said of them."""

    insured: str
    hardship: str | None = None

    @property
    def facts(self) -> dict[str, str]:
        """What is known of them, as facts of a case."""
        return {"insured": self.insured} | ({"hardship": self.hardship} if self.hardship else {})


@dataclass(frozen=True)
class Option:
    """What a person may be, and the words that would say so (上学); no words where nothing else is possible."""

    member: Member
    says: str = ""


@dataclass(frozen=True)
class Persons:
    """So many persons that a text tells of alike, by its own words for them (老婆), with what they may be.

    Of several options the first `is_usual` where nothing was said that speaks for another; `is_out` of those who have
    an insurance of their own.
    """

    words: str
    count: Decimal
    options: tuple[Option, ...]
    is_usual: bool = False
    is_out: bool = False

    @property
    def member(self) -> Member | None:
        """The kind of person they are; None where that is open."""
        return self.options[0].member if self.is_usual or len(self.options) == 1 else None


@dataclass(frozen=True)
class Household:
    """All persons of a household that a text tells of, and how many more live there of whom it says nothing."""

    persons: tuple[Persons, ...]
    untold: Decimal = Decimal(0)

    @property
    def paying(self) -> tuple[Persons, ...]:
        """Those without an insurance of their own."""
        return tuple(one for one in self.persons if not one.is_out)

    @property
    def heads(self) -> Decimal:
        """How many pay, told of or not."""
        return sum((one.count for one in self.paying), self.untold)

    @property
    def left_out(self) -> tuple[str, ...]:
        """A line for each who does not pay, as they have an insurance of their own."""
        return tuple(f"- {one.words}有职工医保,不用交这一份" for one in self.persons if one.is_out)

    @property
    def members(self) -> Mapping[Member, Decimal] | None:
        """How many pay of each kind; None where somebody's kind is open or somebody was not told of."""
        found: dict[Member, Decimal] = {}
        for one in self.paying:
            if one.member is None:
                return None
            found[one.member] = found.get(one.member, Decimal(0)) + one.count
        return None if self.untold else found
