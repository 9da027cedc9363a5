"""What every further kind of rule can say beside its own figures."""

from __future__ import annotations

from mingbai.corpus.conditions import When
from mingbai.corpus.values import Frozen


class Kind(Frozen):
    """`when`: only for cases that meet it. `says`: other words people use for the matter. `note`: free words."""

    when: When
    says: tuple[str, ...] = ()
    note: str | None = None

    @property
    def name(self) -> str:
        """What the rule is about, in words: the value of its first key."""
        own = next(field for field in type(self).model_fields if field not in Kind.model_fields)
        return str(getattr(self, own))
