"""What was understood of whose rule is meant: the documents it may be, or why there are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Scope:
    """What was understood of the place: the documents it may be about, or why there are none.

    `mentioned` are those that only tell of an uncovered place, by the heading that does (广东打算怎么办).
    `asks` is what has to be asked of the documents instead, which do not reach a place within theirs (桂林能用吗).
    `insured_where_treated` is the place of the treatment, where it also has to stand for that of the insurance.
    """

    documents: tuple[str, ...] = ()
    uncovered: str | None = None
    mentioned: Mapping[str, str] = field(default_factory=dict)
    wrong_scheme: str | None = None
    care_elsewhere: bool = False
    insured_where_treated: str | None = None
    asks: str | None = None
