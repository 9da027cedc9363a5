"""A way of asking that a question is like, with the answer that its clause keeps."""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.assistant.matching.answers import Answered


@dataclass(frozen=True)
class Match:
    """A way of asking that a question is like: where it stands, the answer, its words, how alike they are (0 to 1).

    `fits` is what is left of that for being of other persons, asking otherwise, denying the contrary; `is_of_kind`
    where both ask for the same kind of thing: who, when, how much, yes or no; `held` is how much of the way the
    question has, `near` how near the two are in meaning.
    """

    policy: str
    clause: str
    answer: str | None
    words: str
    alike: float
    fits: float = 1.0
    is_of_kind: bool = True
    held: float = 0.0
    near: float = 0.0

    @property
    def answered(self) -> Answered:
        """The answer, by where it stands."""
        return self.policy, self.clause, self.answer

    @property
    def lead(self) -> str:
        """The answer as it opens a reply."""
        return standing_out(self.answer or "")


def standing_out(answer: str) -> str:
    """An answer with what it begins with (不用, 没有写) standing out."""
    short, colon, why = answer.partition("：")
    return f"**{short}**{colon}{why}"
