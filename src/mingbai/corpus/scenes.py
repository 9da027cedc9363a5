"""What is heard before anything is answered, an emergency or a wish to cheat: how the vocabulary writes it down."""

from __future__ import annotations

import re

from pydantic import model_validator

from mingbai.corpus.values import Frozen


class Scene(Frozen):
    """Classes of words, and those of them that said close together tell the scene.

    `words` has a regular expression for each class; `told` and the others list the classes that make it, joined by
    blanks. What is `lesser` counts only in a message without words of `business` or `office`, what is only `named`
    counts with one of the words `beside`. A clause with words of `office` asks of papers or rules: only what is told
    before them counts. What is `across` counts over the ends of sentences, too. A message with words of `over` speaks
    of what is past or supposed, unless it has one of `still`.
    """

    words: dict[str, str]
    told: tuple[str, ...]
    lesser: tuple[str, ...] = ()
    across: tuple[str, ...] = ()
    business: str = ""
    named: tuple[str, ...] = ()
    beside: str = ""
    office: str = ""
    over: str = ""
    still: str = ""

    @model_validator(mode="after")
    def _is_whole(self) -> Scene:
        for one in (*self.words.values(), self.business, self.beside, self.office, self.over, self.still):
            try:
                re.compile(one)
            except re.error as error:
                raise ValueError(f"正则写错了:{one}({error})") from error
        used = {name for one in (*self.told, *self.lesser, *self.across, *self.named) for name in one.split()}
        if used != self.words.keys():
            raise ValueError(f"words 和 told、named 对不上:{'、'.join(sorted(used ^ self.words.keys()))}")
        return self
