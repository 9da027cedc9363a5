from __future__ import annotations

import pytest

from mingbai.corpus.vocabulary import Vocabulary
from mingbai.language.not_knowing import NotKnowing


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("plan", "我也不晓得交的是哪档"),
        ("plan", "哪一档嘛,我没留意过"),
        ("plan", "不懂啥叫档"),
        ("plan", "单子丢了"),
        ("hospital_level", "记不得是几级"),
        ("hospital_level", "哪级医院我忘了"),
        ("hospital_level", "随便哪级,都说说"),
        ("hospital_level", "说不上来"),
        ("hospital_level", "医院没说是几级"),
        ("disease", "医生没告诉我是什么病"),
        ("own_share", "不知道报了多少"),
        ("own_share", "不清楚自己要出多少"),
        ("excess", "没有结算单,不晓得"),
        ("band_floor", "不知道从哪算起"),
        ("filed", "不知道办没办"),
    ],
)
def test_not_knowing_what_was_asked_is_heard_in_any_words(vocabulary: Vocabulary, asked: str, said: str) -> None:
    assert NotKnowing(vocabulary.facts).of(said, asked) == (frozenset({asked}), "")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("hospital_level", "不知道能报多少"),
        ("hospital_level", "不知道要带什么材料"),
        ("hospital_level", "不知道怎么办"),
        ("filed", "忘了办"),
        ("filed", "没登记"),
        ("hardship", "没有困难身份"),
        (None, "不知道二档三级能报多少"),
        (None, "忘了"),
    ],
)
def test_what_asks_or_tells_by_such_words_is_no_answer(vocabulary: Vocabulary, asked: str | None, said: str) -> None:
    assert NotKnowing(vocabulary.facts).of(said, asked) == (frozenset(), said)


def test_what_is_said_beside_it_stays(vocabulary: Vocabulary) -> None:
    reader = NotKnowing(vocabulary.facts)
    assert reader.of("记不清了,好像是二级", "hospital_level") == (frozenset({"hospital_level"}), "好像是二级")
    assert reader.of("三甲住院花了2万3,不知道交的哪档", None) == (frozenset({"plan"}), "三甲住院花了2万3")
    assert reader.of("住院1万,不知道是不是第二次", None) == (frozenset({"admission"}), "住院1万")
