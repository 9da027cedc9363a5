"""Cases that a source itself tells: somebody's sums, held against arithmetic."""

from __future__ import annotations

from pydantic import model_validator

from mingbai.corpus.cases.base import Sum
from mingbai.corpus.values import Frozen, Number


class ToldCase(Frozen):
    """A figure that the source tells of a case, with the sum by which it should come out.

    `says`: the figure as the source has it, left out where it has none. `comes_to`: what the sum gives, written where
    the source has no figure or another one; then `why` says what is wrong or missing.
    """

    tells: str
    says: Number | None = None
    comes_to: Number | None = None
    sum: Sum
    why: str | None = None

    @model_validator(mode="after")
    def _sound(self) -> ToldCase:
        if self.says is None and self.comes_to is None:
            raise ValueError("算例要写 says(原文说的数)或 comes_to(算出来的数)")
        if self.says == self.comes_to:
            raise ValueError("comes_to 只在和原文说的不一样、或者原文没有数的时候写")
        if self.comes_to is not None and self.why is None:
            raise ValueError("和原文说的不一样、或者原文没有数的,要用 why 写明")
        return self
