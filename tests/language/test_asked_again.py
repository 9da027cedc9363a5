"""The same asked twice in one message: of what is told, and of another value of it."""

import pytest

from mingbai.language.asked_again import asked_again, asked_of_each
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("text", "told", "again"),
    [
        ("洛阳在职付多少?退休呢", "洛阳在职付多少", "退休"),
        ("能报到好多?要是当初报备了能多得好多?", "能报到好多", "当初报备了"),
        ("这部分报多少啊,要是他退休了又是多少", "这部分报多少啊", "他退休了"),
        ("报多少,换成二级医院的话会报几成呢", "报多少", "二级医院"),
        ("我爸退休,能报多少?我自己还在上班,同样的钱又咋算", "我爸退休,能报多少", "我自己还在上班"),
        ("二级报多少;三级医院,一样的费用呢", "二级报多少", "三级医院"),
        ("头一回报多少?听说门槛会便宜100,那第二回同样的钱报多少", "头一回报多少?听说门槛会便宜100", "那第二回"),
        ("一级住院3500,报销额?二档呢", "一级住院3500,报销额", "二档"),
        ("三级3万报多少,同样的钱在二级医院呢", "三级3万报多少", "二级医院"),
        ("我在省里医院3万,县里要是同样的,又是多少", "我在省里医院3万", "县里医院"),
        ("三级花了3万,一级要是也花这么多呢又能报多少", "三级花了3万", "一级"),
    ],
)
def test_what_is_told_and_what_it_is_asked_of_again(text: str, told: str, again: str) -> None:
    assert asked_again(text) == (told, again)


@pytest.mark.parametrize(
    "text",
    [
        "住院花了2万,要是二级医院能报多少",  # asked once
        "能报多少,要是转诊了要带什么材料",  # another thing is asked
        "报多少,要是没报完要等多久",
        "要是退休了能报多少",
    ],
)
def test_what_is_asked_only_once(text: str) -> None:
    assert asked_again(text) is None


@pytest.mark.parametrize(
    ("sentence", "fact", "values"),
    [
        ("重庆二档三级住院3万,没转诊,报多少?要是转诊了能多报多少", "filed", ("否", "是")),
        ("洛阳在职超限额2万三级住院报多少,假如退休了又是多少", "employment", ("在职", "退休")),
        ("重庆二档三级住院3万报多少,要是没登记又报多少", "filed", ("", "否")),  # unsaid so far
        ("重庆二档三级住院3万,没登记报多少,登记了能报多少", "filed", ("否", "是")),
    ],
)
def test_both_values_are_compared(reader: SentenceReader, sentence: str, fact: str, values: tuple[str, ...]) -> None:
    said = reader.read(sentence)
    assert said.compared == {fact: values}
    assert fact not in said.facts


def test_what_a_case_needs_is_not_left_unsaid(reader: SentenceReader) -> None:
    said = reader.read("重庆三级住院3万报多少,要是一档又报多少")
    assert (said.facts["plan"], said.compared) == ("一档", {})


@pytest.mark.parametrize(
    ("text", "places", "is_each"),
    [
        ("没登记报多少,登记了能报多少", (0, 8), True),
        ("没登记,后来登记了,报多少", (0, 6), False),
        ("没登记报多少,后来登记了", (0, 9), False),
    ],
)
def test_each_of_two_is_asked_of(text: str, places: tuple[int, int], is_each: bool) -> None:
    assert asked_of_each(text, places) is is_each


@pytest.mark.parametrize("sentence", ["比二档能少得好多", "能多拿多少", "会少报多少"])
def test_how_much_more_or_less_somebody_gets_is_a_difference(reader: SentenceReader, sentence: str) -> None:
    assert "difference" in reader.read(sentence).intents


@pytest.mark.parametrize("sentence", ["最多报多少", "一万多报多少", "差不多报多少", "至少给多少"])
def test_a_cap_or_a_rough_sum_is_no_difference(reader: SentenceReader, sentence: str) -> None:
    assert "difference" not in reader.read(sentence).intents


@pytest.mark.parametrize(
    ("text", "fact", "values"),
    [
        ("洛阳超封顶的合规钱两万,在职报多少 退休又报多少", "employment", ("在职", "退休")),
        ("重庆居民三级医院住院2万,一档报多少二档又能报几多", "plan", ("一档", "二档")),
        ("岳池住院花了8000,二级医院报多少,三级医院能报多少", "hospital_level", ("二级", "三级")),
    ],
)
def test_one_sum_is_asked_of_each_value_in_turn(
    reader: SentenceReader, text: str, fact: str, values: tuple[str, ...]
) -> None:
    assert reader.read(text).compared[fact] == values


def test_a_value_told_before_the_sum_is_asked_alone(reader: SentenceReader) -> None:
    said = reader.read("我在一级医院看过,后来在三级住院花了2万,三级报多少")
    assert not said.compared


class TestAskedAgain:
    @pytest.mark.parametrize(
        ("sentence", "fact", "values"),
        [
            ("洛阳在职,超限额1.2万,大病付多少?退休呢", "employment", ("在职", "退休")),
            ("重庆居民一档三级医院住院2万能报多少,二档呢", "plan", ("一档", "二档")),
            ("岳池二级医院住院1万报多少,那三级呢?", "hospital_level", ("二级", "三级")),
            ("岳池二级医院住院1万报多少,那两万呢", "cost", ("10000", "20000")),
        ],
    )
    def test_a_second_value_is_compared_with_the_first(
        self, reader: SentenceReader, sentence: str, fact: str, values: tuple[str, ...]
    ):
        said = reader.read(sentence)
        assert said.compared == {fact: values}
        assert fact not in said.facts

    @pytest.mark.parametrize(
        "sentence",
        [
            "岳池二级医院住院1万报多少,材料呢",
            "岳池二级医院住院1万报多少,我妈呢",
            "岳池二级医院住院1万报多少,二级医院呢",  # the same value
            "岳池二级医院住院花了1万,三级呢",  # nothing has been asked yet
        ],
    )
    def test_what_is_no_second_value_is_compared_with_nothing(self, reader: SentenceReader, sentence: str):
        assert reader.read(sentence).compared == {}
