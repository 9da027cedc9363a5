"""A message that only names another case asks the question before it of that case."""

from __future__ import annotations

import pytest

from mingbai.assistant.follow_ups.another_case import AnotherCase, Cases, person_told
from mingbai.corpus.reader import Corpus
from mingbai.language.utterance import Utterance


@pytest.fixture(scope="module")
def cases(corpus: Corpus) -> Cases:
    return Cases(corpus.vocabulary)


@pytest.mark.parametrize(
    ("question", "message", "meant"),
    [
        ("重庆一档封顶", "二档呢", "重庆二档封顶"),
        ("一档白血病一年最多报多少", "二档最多呢", "二档白血病一年最多报多少"),
        ("岳池三级起付线", "那二级医院呢", "岳池二级医院起付线"),
        ("吉林县学生要等吗", "大人呢", "吉林县大人要等吗"),
        ("吉林县低保儿童交多少", "成人低保呢", "吉林县成人低保交多少"),
        ("洛阳在职三级报几成", "要是退休二级呢", "洛阳退休二级报几成"),
        ("十堰职工住院报几成", "居民呢", "十堰居民住院报几成"),
        ("桂阳住院补偿多少人次", "门诊的呢", "桂阳门诊的补偿多少人次"),
    ],
)
def test_is_put_in_the_place_of_the_first(cases: Cases, question: str, message: str, meant: str) -> None:
    found = cases.in_place(question, message, ())
    assert found is not None
    assert found.question == meant


def test_nothing_told_of_the_person_before_is_told_of_the_next(cases: Cases) -> None:
    before = "俺岳父62了,岳池城里吃低保的,10年居民医保要交多少"
    found = cases.in_place(before, "普通学生09年呢", ("insured",))
    assert found is not None
    assert "岳父" not in found.question
    assert "低保" not in found.question
    assert found.question.endswith("2009年居民医保要交多少")


def test_the_year_of_the_message_takes_the_place_of_the_one_before(cases: Cases) -> None:
    found = cases.in_place("吉林县2008年成人交多少", "2009年学生呢", ())
    assert found is not None
    assert found.question == "吉林县2009年学生交多少"


def test_another_person_is_not_also_the_one_before(cases: Cases) -> None:
    told = ("insured",)
    assert cases.in_place("吉林县成人低保交多少", "普通成人呢", told) == AnotherCase(
        "吉林县普通成人交多少", frozenset({"hardship"})
    )


def test_a_word_that_no_list_has_counts_where_it_was_heard(cases: Cases) -> None:
    found = cases.in_place("贫困县三无补助多少", "残疾人呢", ("hardship",))
    assert found is not None
    assert found.question == "贫困县残疾人补助多少"


@pytest.mark.parametrize("message", ["那我们家是低保", "我家是低保", "他家是低保", "低保呢"])
def test_what_a_family_is_stays_said_of_the_person_asked_about(cases: Cases, message: str) -> None:
    found = cases.in_place("岳池学生医保交多少", message, ("hardship",))
    assert found == AnotherCase("岳池学生的低保医保交多少", frozenset())


def test_others_are_no_such_persons(cases: Cases) -> None:
    found = cases.in_place("岳池学生医保交多少", "低保户呢", ("hardship",))
    assert found is not None
    assert "学生" not in found.question


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("重庆一档和二档差多少", "三级呢"),  # nothing of its kind
        ("重庆一档比二档少多少", "高档呢"),  # two of them, and none is meant
        ("重庆一档封顶", "二档住院要带什么材料呢"),  # a question of its own
        ("重庆一档封顶", "车祸呢"),
    ],
)
def test_is_not_where_nothing_takes_its_place(cases: Cases, question: str, message: str) -> None:
    assert cases.in_place(question, message, ()) is None


@pytest.mark.parametrize(
    ("facts", "denied", "plain"),
    [
        ({"hardship": "低收入老人", "insured": "老人"}, {}, "低收入老人"),
        ({"insured": "成人"}, {"hardship": "低保"}, "普通成人"),
        ({"insured": "学生", "hardship": "低保"}, {}, "低保学生"),
        ({"insured": "学生", "cost": "300"}, {}, ""),
        ({}, {"hardship": "低保"}, ""),
    ],
)
def test_a_person_in_plain_words(facts: dict[str, str], denied: dict[str, str], plain: str) -> None:
    said = Utterance("", facts, {}, (), (), (), (), (), frozenset(), None, denied=denied)
    assert person_told(said) == plain
