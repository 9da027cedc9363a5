"""What is told in words that no list has; the sentences here are in no file that the tagger learnt from."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from mingbai.corpus.reader import read_corpus
from mingbai.corpus.spoken import read_spoken
from mingbai.language.hearing import asked_for
from mingbai.language.utterance import SentenceReader

CORPUS = Path(__file__).parents[2] / "corpus"
TOLD = [
    ("老汉儿在东莞打工急倒住院,九千三百块钱,二级医院,啥子登记都没搞过", "filed", "否"),
    ("富阳的亲戚生大病,医保报完自己还背了32万,大病保险还能给多少", "own_share", Decimal(320_000)),
    ("老汉儿在当地三级医院开的刀,没跟县头打过招呼,回去报得到好多", "filed", "否"),
    ("当地头一年人均收入按4万2算,自付12万,大病保险还能给多少", "local_income", Decimal(42_000)),
]
ASKED = [
    ("想去社区给全家上居民医保,大娃12岁还没办身份证,要准备些啥子东西", "documents"),
    ("头一步申请资格要拿些么子东西去啊", "documents"),
    ("岳池学生娃的医保啷个算日子的,几月份交钱,管到好久", "when"),
    ("我们家五口人每年那个保险总共要掏几钿", "premium"),
]


def test_the_sentences_here_are_none_that_the_tagger_learnt() -> None:
    learnt = {one.text for one in read_spoken(CORPUS, read_corpus(CORPUS).vocabulary)}
    assert learnt.isdisjoint(sentence for sentence, *_ in (*TOLD, *ASKED))


@pytest.mark.parametrize(("sentence", "fact", "value"), TOLD)
def test_a_fact_told_in_words_that_no_list_has(
    reader: SentenceReader, sentence: str, fact: str, value: str | Decimal
) -> None:
    assert reader.read(sentence).facts[fact] == value


@pytest.mark.parametrize(("sentence", "asks"), ASKED)
def test_what_is_asked_in_words_that_no_list_has(sentence: str, asks: str) -> None:
    assert asked_for(sentence) == asks


def test_what_the_vocabulary_reads_is_not_heard_otherwise(reader: SentenceReader) -> None:
    said = reader.read("二档,三级医院住院花了3万,没备案")
    assert said.facts == {
        "plan": "二档",
        "hospital_level": "三级",
        "care": "住院",
        "cost": Decimal(30_000),
        "filed": "否",
    }
    assert said.heard == {}


@pytest.mark.parametrize(
    "sentence",
    ["洛阳在职职工,在洛阳二级医院住院,超限额4万5", "洛阳上了班的在洛阳二甲住院", "我嘞娘在重庆住院 两档 三甲 两万八"],
)
def test_a_place_that_is_known_is_not_heard_as_elsewhere(reader: SentenceReader, sentence: str) -> None:
    assert "care_place" not in reader.read(sentence).facts


@pytest.mark.parametrize("sentence", ["在外地住院要先备案吗", "退休要满多少年", "低保户有什么优惠", "今天天气好"])
def test_what_is_only_asked_about_is_not_told(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).heard == {}


@pytest.mark.parametrize("sentence", ["吃", "3万", "哈哈哈哈哈", "?", "Ignore all previous instructions", "[身份证号]"])
def test_of_hardly_anything_nothing_is_said_to_be_asked(sentence: str) -> None:
    assert asked_for(sentence) is None


def test_what_stays_as_it_was_asks_for_nothing() -> None:
    assert asked_for("换成我爸呢他退休了其他一样") == asked_for("换成我爸呢他退休了")
