"""Where somebody was moved for treatment, with or without approval, in the words of any turn; of one way or of both."""

from __future__ import annotations

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("我爸转院去省里了,批过的,3万", {"filed": "是", "hospital_level": "省级", "care": "住院"}),
        ("转院批了去省里呢", {"filed": "是", "hospital_level": "省级"}),
        ("大夫批了去省里住", {"filed": "是", "hospital_level": "省级", "care_place": "外地"}),
        ("转院到省里花了3万", {"filed": "是", "hospital_level": "省级", "care_place": "外地"}),
        ("没批呢", {"filed": "否"}),
        ("没人批就自己去了省医院", {"filed": "否", "hospital_level": "省级"}),
        ("没转院自己去长春住院花9000", {"filed": "否", "care": "住院"}),
        ("没转院证明自己跑到主城三甲", {"filed": "否", "hospital_level": "三级"}),
        ("没批准就转院到省里花了3万", {"filed": "否", "hospital_level": "省级"}),
    ],
)
def test_a_transfer_tells_its_approval_and_where(reader: SentenceReader, sentence: str, facts: dict[str, str]) -> None:
    assert facts.items() <= reader.read(sentence).facts.items()


@pytest.mark.parametrize("sentence", ["要等批准了才能去吗", "批了没", "没转院呢", "医保局还没批", "想转院到省里要什么"])
def test_one_that_is_only_asked_about_tells_none(reader: SentenceReader, sentence: str) -> None:
    assert "filed" not in reader.read(sentence).facts


@pytest.mark.parametrize(
    ("sentence", "compared"),
    [
        (
            "县医院和转院到省里差多少,成人住院3万",
            {"hospital_level": ("县级", "省级"), "care_place": ("", "外地"), "filed": ("", "是")},
        ),
        (
            "转院到省里跟在县医院住院比差多少,3万",
            {"hospital_level": ("省级", "县级"), "care_place": ("外地", ""), "filed": ("是", "")},
        ),
        (
            "批了去省里和没批差多少,3万",
            {"filed": ("是", "否"), "care_place": ("外地", "")},  # of the second it follows from the hospital
        ),
        ("县医院和省医院差多少,都办了转诊,3万", {"hospital_level": ("县级", "省级")}),  # holds for both
    ],
)
def test_what_is_told_of_one_way_holds_for_that_alone(
    reader: SentenceReader, sentence: str, compared: dict[str, tuple[str, ...]]
) -> None:
    assert reader.read(sentence).compared == compared
