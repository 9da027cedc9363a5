"""A bare answer to what was just asked."""

from decimal import Decimal

import pytest

from mingbai.corpus.vocabulary import DONT_KNOW
from mingbai.language.utterance import SentenceReader


def yuan(text: str) -> Decimal:
    return Decimal(text)


class TestAnswers:
    @pytest.mark.parametrize(
        ("answer", "asked", "value"),
        [
            ("30000", "cost", yuan("30000")),
            ("3万", "cost", yuan("30000")),
            ("50", "cost", yuan("50")),
            ("大概3万吧", "cost", yuan("30000")),
            ("10万", "excess", yuan("100000")),
            ("2000", "band_floor", yuan("2000")),
            ("2", "admission", yuan("2")),
            ("第二次", "admission", yuan("2")),
            ("第一次", "admission", yuan("1")),
            ("两种", "diseases", yuan("2")),
            ("3", "diseases", yuan("3")),
            ("二档", "plan", "二档"),
            ("三甲", "hospital_level", "三级"),
            ("退休了", "employment", "退休"),
            ("是", "filed", "是"),
            ("办了", "filed", "是"),
            ("有的", "filed", "是"),
            ("没有", "filed", "否"),
            ("没办", "filed", "否"),
            ("不是", "child_major_disease", "否"),
        ],
    )
    def test_a_bare_answer_to_what_was_asked(
        self, reader: SentenceReader, answer: str, asked: str, value: str | Decimal
    ):
        assert reader.read(answer, asked).facts == {asked: value}

    @pytest.mark.parametrize("asked", ["plan", "hospital_level", "cost", "filed", "band_floor", "admission"])
    @pytest.mark.parametrize("answer", ["不知道", "我不知道", "不清楚啊", "忘了", "不记得了", "说不清"])
    def test_not_knowing_is_an_answer(self, reader: SentenceReader, answer: str, asked: str):
        assert reader.read(answer, asked).facts == {asked: DONT_KNOW}

    def test_not_knowing_answers_nothing_that_was_not_asked(self, reader: SentenceReader):
        assert reader.read("不知道").facts == {}

    def test_a_small_number_is_no_bill_unless_it_was_asked_for(self, reader: SentenceReader):
        assert reader.read("50").facts == {}

    def test_a_bare_stay_counts_without_being_asked(self, reader: SentenceReader):
        assert reader.read("第二次").facts == {"admission": yuan("2")}

    def test_a_correction_does_not_answer_a_question_for_another_amount(self, reader: SentenceReader):
        assert reader.read("说错了,是5万", asked="band_floor").facts == {"cost": yuan("50000")}

    def test_more_than_the_answer_is_taken_too(self, reader: SentenceReader):
        facts = reader.read("二档,是在三级医院", "plan").facts
        assert facts == {"plan": "二档", "hospital_level": "三级"}
