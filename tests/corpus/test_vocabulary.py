"""What the facts of the vocabulary know of their choices."""

from __future__ import annotations

import pytest

from mingbai.corpus.vocabulary import Fact

OLD = {"counts_as": "低收入家庭", "from_age": 60}
HARDSHIP = Fact.model_validate(
    {"label": "困难身份", "ask": "?", "choices": {"低收入老人": OLD, "低收入家庭": ["低收入"], "无": []}}
)


@pytest.mark.parametrize(
    ("wider", "expected"), [("低收入家庭", {"低收入老人": 60}), ("无", {}), ("低收入老人", {}), (None, {})]
)
def test_who_is_old_enough_is_of_a_narrower_group(wider: str | None, expected: dict[str, int]) -> None:
    assert HARDSHIP.from_an_age(wider) == expected
