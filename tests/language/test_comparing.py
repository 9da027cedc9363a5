"""Cases put side by side, and how they are lined up."""

from collections.abc import Mapping, Sequence

import pytest

from mingbai.language.comparing import asks_difference, case_by_case, intents_of_comparing, is_held_beside


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("一档和二档哪个划算", {"compare", "difference"}),
        ("二级还是三级", {"compare"}),
        ("一档和二档差多少", {"compare", "difference"}),
        ("住院花了3万报多少", set()),
        ("最多报多少", set()),
        ("那她差多少才够得着", set()),
        ("离起付线还差多少", set()),
        ("还差多少到那条线", set()),
    ],
)
def test_which_words_compare(text: str, intents: set[str]) -> None:
    assert intents_of_comparing(text) == intents
    assert asks_difference(text) is ("difference" in intents)
    assert is_held_beside(text) is ("compare" in intents)


PAIRS = {"plan": ("一档", "二档"), "hospital_level": ("二级", "三级")}


@pytest.mark.parametrize(
    ("said", "cases"),
    [
        # 一档二级和二档三级
        (
            [("plan", "一档"), ("hospital_level", "二级"), ("plan", "二档"), ("hospital_level", "三级")],
            {"plan": ("一档", "二档"), "hospital_level": ("二级", "三级")},
        ),
        # 一档和二档,二级和三级
        (
            [("plan", "一档"), ("plan", "二档"), ("hospital_level", "二级"), ("hospital_level", "三级")],
            {"plan": ("一档", "一档", "二档", "二档"), "hospital_level": ("二级", "三级", "二级", "三级")},
        ),
    ],
)
def test_facts_said_together_are_one_case(
    said: Sequence[tuple[str, str]], cases: Mapping[str, tuple[str, ...]]
) -> None:
    assert case_by_case(PAIRS, said) == cases


def test_too_many_cases_leave_the_first_fact() -> None:
    many = {"plan": ("一档", "二档"), "hospital_level": ("社区", "一级", "二级", "三级")}
    assert case_by_case(many, [("plan", "一档"), ("plan", "二档")]) == {"plan": ("一档", "二档")}
