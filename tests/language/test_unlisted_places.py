"""Counties, districts and cities that no list names, heard before the word for their insurance."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("临洮县新农合住院1万报多少", "临洮县"),
        ("我们开远市居民医保二级医院住院1万报多少", "开远市"),
        ("在敖汉旗的城乡居民医保怎么交", "敖汉旗"),
    ],
)
def test_a_name_before_the_insurance_is_a_place(reader, sentence, place):
    assert reader.read(sentence).other_places == (place,)


@pytest.mark.parametrize(
    "sentence",
    [
        "我们县居民医保报多少",
        "某县职工医保封顶多少",
        "那个区职工大病团体补充保险",
        "全市居民医保一年交多少",
        "贫困县居民医保补多少",
        "先垫了两万五,能不能找区医保局报",
        "渝北区居民医保住院报多少",
        "岳池县居民医保住院报多少",
    ],
)
def test_no_name_and_a_place_that_is_known_are_none(reader, sentence):
    assert reader.read(sentence).other_places == ()
