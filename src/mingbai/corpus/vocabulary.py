"""The one vocabulary of facts a case can have, with the words people use for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from mingbai.corpus.scenes import Scene
from mingbai.corpus.values import Frozen

SceneName = Literal["emergency", "despair", "cheat", "beyond", "own_record", "treatment", "work_injury"]
DONT_KNOW = "不知道"
"""The value of a fact of which the person says that they do not know it."""
SERVICE_ON = "service_on"
"""The fact that decides which version of a dated figure holds: the day of the discharge or the treatment."""

YES_NO = ("是", "否")
"""The choices of a fact that is so or not."""
_BARE = 2
"""Up to so many characters a yes or no says nothing without its fact: 办了."""


class Choice(Frozen):
    """One value a fact can take: how people say it, and what it falls back to where a table lacks it.

    `counts_as` names the one value it stands for there, `taken_as` the one it is only taken for where a table has
    neither; `covers` the several between which one has to ask, for one that is `above_basic` only those that settle
    no whole bill but what basic insurance left of it. One that is `vague` gives way to any other kind told beside it.
    `pattern` is a regular expression for ways of saying it that a list of words cannot hold. One that is `by_name` is
    never meant where nobody named it. `on_condition` is what an answer says of one that holds only on a condition.
    `known_as` is the value by which some policies go for the same thing. Who is told as the value it `counts_as` and is
    at least `from_age` years old is one of these: somebody of 63 in a family of low income.
    """

    says: tuple[str, ...] = ()
    counts_as: str | None = None
    taken_as: str | None = None
    known_as: str | None = None
    covers: tuple[str, ...] = ()
    pattern: str | None = None
    shows: str | None = None
    means: str | None = None
    on_condition: str | None = None
    from_age: int | None = None
    is_by_name: bool = Field(False, alias="by_name")
    is_above_basic: bool = Field(False, alias="above_basic")
    is_vague: bool = Field(False, alias="vague")

    @property
    def stands_for(self) -> tuple[str, ...]:
        """The values that serve for it where a table or a condition does not have it, the nearest first."""
        return tuple(one for one in (self.counts_as, self.taken_as) if one)


def _as_choice(raw: Any) -> Any:
    return {"says": raw or []} if not isinstance(raw, dict) else raw


class Fact(Frozen):
    """One fact of a case: its label, the question that asks for it, its kind and choices.

    `pattern` is a regular expression for ways of naming an amount that the words of `says` cannot hold. `given_by`
    names the amount that tells this one where nobody gave it itself: a deductible that is set by a figure of the place
    tells the figure. `as_part` is a regular expression for words that name an amount only where it is said to be a
    part of another sum (其中3000不报). `called` is a regular expression for words that name the fact itself (哪一档,
    第几次), of which somebody speaks who does not know it.
    """

    label: str
    ask: str
    kind: Literal["choice", "count", "amount", "date"] = "choice"
    choices: dict[str, Annotated[Choice, BeforeValidator(_as_choice)]] = Field(default_factory=dict)
    says: tuple[str, ...] = ()
    pattern: str | None = None
    unit: str = ""
    assumed: str | None = None
    means: str | None = None
    given_by: str | None = None
    as_part: str | None = None
    called: str | None = None

    @model_validator(mode="after")
    def _choices_fit(self) -> Fact:
        if (self.kind == "choice") != bool(self.choices):
            raise ValueError("kind: choice 的事实要列 choices,其他的不列")
        if self.pattern and self.kind != "amount":
            raise ValueError("只有 kind: amount 的事实有自己的 pattern;选项的 pattern 写在 choices 里")
        for name, choice in self.choices.items():
            for other in choice.stands_for:
                if other not in self.choices:
                    raise ValueError(f"{name} 的 counts_as 或 taken_as 不在 choices 里:{other}")
        return self

    @cached_property
    def by_words(self) -> dict[str, str]:
        """Each choice by every word for it."""
        return {word: name for name, choice in self.choices.items() for word in (name, *choice.says)}

    @property
    def is_yes_or_no(self) -> bool:
        """Whether it holds or does not, and nothing else."""
        return set(self.choices) == {*YES_NO}

    def from_an_age(self, wider: object) -> dict[str, int]:
        """The choices that who is told as a wider one is from some age on, each with that age (低收入老人: 60)."""
        narrower = ((name, one.from_age) for name, one in self.choices.items() if wider and one.counts_as == wider)
        return {name: age for name, age in narrower if age is not None}

    def choice(self, words: str) -> str | None:
        """The choice that some words are the name of, or a way of saying; None where they are not."""
        said = (name for name, one in self.choices.items() if one.pattern and re.fullmatch(one.pattern, words))
        return self.by_words.get(words) or next(said, None)

    def shown(self, choice: str) -> str:
        """A choice as a person reads it beside its fact: 三级医院, 办了; whatever is no choice, as it is."""
        known = self.choices.get(choice)
        return (known and known.shows) or choice

    def told(self, choice: str) -> str:
        """A choice as it reads alone: 三级医院, 没享受实时救助的; a bare yes or no names its fact: 转诊备案:办了."""
        shown = self.shown(choice)
        is_bare = choice in YES_NO and len(shown) <= _BARE
        return f"{self.label}:{shown}" if is_bare else shown


class Together(Frozen):
    """What two kinds of care named in one breath mean together."""

    words: tuple[str, str]
    is_: str = Field(alias="is")


class Province(Frozen):
    """A province: its part of the country, the places in it that people name and no document is of.

    `holds` are places of documents that do not name the province themselves.
    """

    region: str
    holds: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


class NotBilled(Frozen):
    """Money that people tell beside a bill and that is no part of it: `says` and `pattern` name it, `why` says so.

    The words stand right before the sum or right behind it.
    """

    why: str
    says: tuple[str, ...] = ()
    pattern: str | None = None


class Term(Frozen):
    """A term of the field: what it means in plain words and what people say for it.

    `widens` where a search for one of these words should also look for the term (车祸 is written 交通事故).
    `explain_at` are the words of a reply at whose first use the term is explained; `means` then holds no figure.
    `written` is a regular expression for the words one of which a clause must hold to answer a question with the term.
    """

    means: str
    says: tuple[str, ...] = ()
    widens: bool = False
    explain_at: tuple[str, ...] = ()
    written: str | None = None


class Vocabulary(Frozen):
    """The facts, the terms, and the words by which places, schemes and subjects are recognised.

    `kindred` has, for words as clauses write them, a regular expression for what people say instead; a search for one
    looks for the others too. `not_billed` is money that is no part of a bill. `scenes` are what is
    heard before anything is answered.
    """

    facts: dict[str, Fact]
    care_together: tuple[Together, ...]
    terms: dict[str, Term]
    kindred: dict[str, str] = Field(default_factory=dict)
    not_billed: dict[str, NotBilled] = Field(default_factory=dict)
    schemes: dict[str, tuple[str, ...]]
    intents: dict[str, tuple[str, ...]]
    typos: dict[str, str]
    provinces: dict[str, Province]
    other_subjects: tuple[str, ...]
    everyday_words: tuple[str, ...]
    place_words: dict[str, tuple[str, ...]]
    said_alike: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    scenes: dict[SceneName, Scene] = Field(default_factory=dict)

    @cached_property
    def other_places(self) -> tuple[str, ...]:
        """The places that people name and no document is of."""
        return tuple(place for province in self.provinces.values() for place in province.places)

    def province_of(self, places: Sequence[str]) -> str | None:
        """The province that one of these places is, or is in; None where none is known."""
        known = (name for name, one in self.provinces.items() if not {name, *one.holds, *one.places}.isdisjoint(places))
        return next(known, None)

    def joined_care(self, values: Sequence[str]) -> list[str]:
        """Kinds of care named in one breath (透析, 门诊) joined to what they mean together; vague ones give way."""
        values = list(values)
        for together in self.care_together:
            if set(together.words) <= set(values):
                values = [value for value in values if value not in together.words]
                if together.is_ not in values:
                    values.append(together.is_)
        choices = self.facts["care"].choices
        return [value for value in values if not choices[value].is_vague] or values

    @cached_property
    def search_words(self) -> tuple[str, ...]:
        """Words that keyword search must keep whole: terms, choices and how people say them."""
        found = {word for name, term in self.terms.items() for word in (name, *term.says)}
        found |= {word for fact in self.facts.values() for word in fact.by_words}
        return tuple(sorted(word for word in found if len(word) > 1))
