"""The sentence that tells what is asked goes before the one a clause opens with."""

from __future__ import annotations

import pytest

from mingbai.assistant.library import Library

PREMIUM = "每个年度年初，把保费总额的95%划给商保公司。剩下的5%是预留款，按年度考核的情况拨付。"
LIST = "下面这些不补：\n\n1. 没按规定在不是定点的医疗机构看的\n2. 在零售药店买的药或者特殊医用材料"


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("在药店买的药补不补", LIST, "下面这些不补：在零售药店买的药或者特殊医用材料"),
        (
            "有没有封顶",
            "没有起付线。目录内由个人自付的部分，救助80%。有没有封顶，报道没有写。",
            "有没有封顶，报道没有写。",
        ),
        (
            "灵活就业人员自己缴行吗",
            "可以单位出，可以个人出，也可以两边一起出。灵活就业人员可以自己缴。",
            "灵活就业人员可以自己缴。",
        ),
    ],
)
def test_the_telling_sentence_is_found(library: Library, question: str, text: str, told: str) -> None:
    assert library.telling.sentence(question, text) == told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("年初划多少给商保公司", PREMIUM),  # the opening sentence itself tells it
        ("明天天气怎么样", PREMIUM),
        ("什么药补不补", ""),
        ("在药店买的药补不补", "在零售药店买的药不补。"),
    ],
)
def test_the_opening_stands_where_nothing_tells_clearly_more(library: Library, question: str, text: str) -> None:
    assert library.telling.sentence(question, text) is None


def test_a_row_of_a_table_is_no_sentence(library: Library) -> None:
    assert library.telling.sentence("三级医院报多少", "各级医院不一样。\n\n| 三级医院 | 报60% |") is None
