"""Reading one sentence: facts, which amount is which, what is asked, and what cannot be used."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.language.utterance import LONGEST, SentenceReader

CHINESE = "一二三四五六七八九十百千万亿零两壹贰叁拾佰仟元块毛角分点半多少到至不是医院住院重庆岳池三级甲档"


def yuan(text: str) -> Decimal:
    return Decimal(text)


class TestFacts:
    def test_a_whole_sentence(self, reader: SentenceReader):
        said = reader.read("我交的是重庆居民医保二档,在三甲医院住院花了3万,能报多少?")
        assert said.facts == {"plan": "二档", "hospital_level": "三级", "care": "住院", "cost": yuan("30000")}
        assert said.policies == ("chongqing-resident-2013",)
        assert "estimate" in said.intents
        assert said.problem is None

    @pytest.mark.parametrize(
        ("sentence", "fact", "value"),
        [
            ("在三甲医院", "hospital_level", "三级"),
            ("镇卫生院住院", "hospital_level", "乡镇卫生院"),
            ("社区医院", "hospital_level", "社区"),
            ("交的1档", "plan", "一档"),
            ("买的高档", "plan", "二档"),
            ("我女儿上小学", "insured", "学生"),
            ("我儿子5岁", "insured", "儿童"),
            ("孩子今年17岁", "insured", "儿童"),
            ("我今年66岁", "insured", "成人"),
            ("刚出生的宝宝", "insured", "儿童"),
            ("我爸已经退休了", "employment", "退休"),
            ("还没退休", "employment", "在职"),
            ("还在上班", "employment", "在职"),
            ("这是今年第二次住院", "admission", yuan("2")),
            ("今年住了3次院", "admission", yuan("3")),
            ("第三回住院", "admission", yuan("3")),
            ("高血压门诊拿药", "care", "慢性病门诊"),
            ("生孩子住院", "care", "生育"),
            ("重大疾病住院", "care", "重大疾病住院"),
            ("特病门诊", "care", "特殊病门诊"),
            ("我有两种病", "diseases", yuan("2")),
            ("三个病", "diseases", yuan("3")),
            ("在外地看的", "care_place", "外地"),
            ("跨省住院", "care_place", "外地"),
            ("县内看的", "care_place", "本地"),
            ("没有备案", "filed", "否"),
            ("已经备案了", "filed", "是"),
        ],
    )
    def test_a_fact_as_people_say_it(self, reader: SentenceReader, sentence: str, fact: str, value: str | Decimal):
        assert reader.read(sentence).facts[fact] == value

    def test_the_first_stay_of_many_words_is_not_read_into_a_sentence(self, reader: SentenceReader):
        assert "admission" not in reader.read("这次住院花了3万").facts
        assert "admission" not in reader.read("住了一次院,花了3万").facts

    @pytest.mark.parametrize(
        ("sentence", "level"),
        [
            ("不是三级是二级", "二级"),
            ("是二级,不是三级", "二级"),
            ("说错了,不是二级医院,是三级医院", "三级"),
            ("三级,哦不对,二级", "二级"),
        ],
    )
    def test_a_correction_in_one_breath(self, reader: SentenceReader, sentence: str, level: str):
        assert reader.read(sentence).facts["hospital_level"] == level

    def test_what_is_only_denied_says_nothing(self, reader: SentenceReader):
        assert "hospital_level" not in reader.read("反正不是三级").facts

    def test_choices_side_by_side_are_compared(self, reader: SentenceReader):
        said = reader.read("一档和二档差多少,三级医院住院花3万")
        assert said.compared == {"plan": ("一档", "二档")}
        assert "plan" not in said.facts

    def test_without_a_comparison_the_later_one_wins(self, reader: SentenceReader):
        assert reader.read("我以前交一档,现在交二档").facts["plan"] == "二档"


class TestAmounts:
    @pytest.mark.parametrize(
        ("said", "value"),
        [
            ("3万", "30000"),
            ("三万五", "35000"),
            ("2.35万", "23500"),
            ("1w5", "15000"),
            ("叁万贰仟元整", "32000"),
            ("12,345.67元", "12345.67"),
            ("一千五", "1500"),
            ("30000", "30000"),
            ("三万块钱", "30000"),
            ("１２０００元", "12000"),
            ("¥8000", "8000"),
        ],
    )
    def test_the_bill_however_it_is_written(self, reader: SentenceReader, said: str, value: str):
        said_in_a_sentence = reader.read(f"重庆居民医保二档,三级医院住院花了{said},能报多少")
        assert said_in_a_sentence.facts["cost"] == yuan(value)
        assert said_in_a_sentence.problem is None

    def test_a_bill_and_its_self_funded_part(self, reader: SentenceReader):
        facts = reader.read("总共花了3万,其中自费5000").facts
        assert (facts["cost"], facts["self_funded"]) == (yuan("25000"), yuan("5000"))  # 30000-5000

    def test_a_bill_and_what_was_paid_before(self, reader: SentenceReader):
        facts = reader.read("这次住院花了3万,今年已经报了10万5").facts
        assert (facts["cost"], facts["used_this_year"]) == (yuan("30000"), yuan("105000"))

    def test_what_lies_above_the_cap_is_not_the_bill(self, reader: SentenceReader):
        facts = reader.read("住院超过封顶线10万").facts
        assert facts["excess"] == yuan("100000")
        assert "cost" not in facts

    def test_the_word_may_stand_behind_the_amount(self, reader: SentenceReader):
        facts = reader.read("总共3万,5000是自费").facts
        assert (facts["cost"], facts["self_funded"]) == (yuan("25000"), yuan("5000"))  # 30000-5000

    @pytest.mark.parametrize(
        ("sentence", "fact"),
        [
            ("药盒子上注明要个人另外负担的特殊药 花了3600", "marked_drugs"),
            ("特殊药,一共花了3600", "marked_drugs"),
            ("没过起付线,花了3600", "cost"),  # a bound is nothing one buys
        ],
    )
    def test_what_was_bought_is_named_before_the_sum(self, reader: SentenceReader, sentence: str, fact: str):
        assert reader.read(sentence).facts[fact] == yuan("3600")

    def test_the_lost_bound_and_the_marked_drugs(self, reader: SentenceReader):
        facts = reader.read("花了2万,其中特殊药品3000元,起点2000元").facts
        assert facts["cost"] == yuan("20000")
        assert facts["marked_drugs"] == yuan("3000")
        assert facts["band_floor"] == yuan("2000")

    @pytest.mark.parametrize("sentence", ["2013年交的医保", "我今年66岁", "住了15天院", "60%能报吗", "第2次住院"])
    def test_a_figure_that_is_no_money(self, reader: SentenceReader, sentence: str):
        assert "cost" not in reader.read(sentence).facts

    def test_a_premium_by_the_year_is_no_bill(self, reader: SentenceReader):
        said = reader.read("我每年交150元,住院花了3万")
        assert said.facts["cost"] == yuan("30000")
        assert said.problem is None

    def test_an_amount_that_is_denied_does_not_count(self, reader: SentenceReader):
        assert reader.read("不是3万是5万").facts["cost"] == yuan("50000")

    def test_two_bills_are_one_too_many(self, reader: SentenceReader):
        said = reader.read("花了3万,又花了2万")
        assert "cost" not in said.facts
        assert said.problem is not None
        assert said.problem[0] == "cost"
        assert "30000元" in said.problem[1]
        assert "20000元" in said.problem[1]

    def test_a_correction_belongs_to_the_amount_spoken_of(self, reader: SentenceReader):
        assert reader.read("说错了,是12万", bill="excess").facts == {"excess": yuan("120000")}


class TestProblems:
    @pytest.mark.parametrize(
        ("sentence", "word"),
        [
            ("住院花了-3000元", "负"),
            ("住院花了负三千元", "负"),
            ("住院花了0元", "没有花钱"),
            ("住院花了3到5万", "不是一个准数"),
            ("住院花了两三万", "不是一个准数"),
            ("住院花了三点五点二万", "看不懂"),
            ("住院花了1,23,4元", "看不懂"),
            ("住院每天800元", "总共"),
        ],
    )
    def test_it_gets_a_clear_word_and_no_amount(self, reader: SentenceReader, sentence: str, word: str):
        said = reader.read(sentence)
        assert "cost" not in said.facts
        assert said.problem is not None
        fact, message = said.problem
        assert fact == "cost"
        assert word in message

    def test_it_names_the_amount_meant(self, reader: SentenceReader):
        problem = reader.read("花了3万,其中自费-500元").problem
        assert problem is not None
        assert problem[0] == "self_funded"

    def test_the_other_facts_are_kept(self, reader: SentenceReader):
        assert reader.read("二档,三级医院住院花了-3000元").facts["plan"] == "二档"


class TestWords:
    def test_nothing_new(self, reader: SentenceReader):
        assert reader.read("谢谢").says_nothing_new
        assert not reader.read("二档").says_nothing_new
        assert not reader.read("重庆").says_nothing_new

    def test_typing_errors_are_read_as_meant(self, reader: SentenceReader):
        said = reader.read("重亲医保主院能抱销多少")
        assert said.places == ("重庆市",)
        assert said.facts == {"care": "住院"}
        assert "estimate" in said.intents

    def test_traditional_characters_are_read(self, reader: SentenceReader):
        assert reader.read("重慶居民醫保二檔").facts == {"plan": "二档"}


class TestAnyText:
    @settings(max_examples=150, deadline=None)
    @given(
        text=st.text(max_size=300), asked=st.sampled_from([None, "cost", "plan", "admission", "filed", "band_floor"])
    )
    def test_no_text_raises(self, reader: SentenceReader, text: str, asked: str | None):
        reader.read(text, asked)

    @settings(max_examples=150, deadline=None)
    @given(text=st.text(alphabet=CHINESE + "0123456789.,-+%~¥wWkK岁次种年月日,。 ", max_size=80))
    def test_no_figures_raise_and_no_amount_is_below_nothing(self, reader: SentenceReader, text: str):
        said = reader.read(text)
        assert all(value >= 0 for value in said.facts.values() if isinstance(value, Decimal))

    @pytest.mark.timed
    @pytest.mark.parametrize(
        "unit", ["重庆居民医保二档三级医院住院花了3万,其中自费5000,", "没有去办理备案登记转诊", "住院医保"]
    )
    def test_two_thousand_characters_are_read_within_50_milliseconds(self, reader: SentenceReader, unit: str):
        assert _seconds(reader, unit) < 0.05

    @pytest.mark.timed
    @pytest.mark.parametrize(
        "unit", ["1,", "一", "3", "三点五", "10万和", "不是三级", "-", "能不能报", "\U0001f914", "報", "("]
    )
    def test_no_two_thousand_characters_hold_it_up(self, reader: SentenceReader, unit: str):
        assert _seconds(reader, unit) < 0.5  # a search that goes back and forth would take minutes

    def test_what_goes_beyond_is_not_read(self, reader: SentenceReader):
        assert reader.read("啊" * LONGEST + "三级").facts == {}


def _seconds(reader: SentenceReader, unit: str) -> float:
    """The time of this process that a text full of `unit` takes to read, at best."""
    text = (unit * LONGEST)[:LONGEST]
    reader.read(text)
    return min(_once(reader, text) for _ in range(3))


def _once(reader: SentenceReader, text: str) -> float:
    start = time.process_time()
    reader.read(text)
    return time.process_time() - start


def test_the_place_there_is_the_other_place_just_named(reader: SentenceReader) -> None:
    assert reader.read("在东莞打工,在当地一家三级医院住院").facts["care_place"] == "外地"
    assert reader.read("在当地一家三级医院住院").facts["care_place"] == "本地"
