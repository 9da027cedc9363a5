"""The parts of a message: what each asks, and of what, where it names no subject itself."""

from __future__ import annotations

import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.planning.about.settled_bills import SettledBills
from mingbai.assistant.planning.about.topics import TopicReader
from mingbai.assistant.planning.parts.reading import PartReader
from mingbai.language.utterance import SentenceReader


@pytest.fixture(scope="module")
def parts(library: Library, reader: SentenceReader, bills: SettledBills) -> PartReader:
    return PartReader(reader, TopicReader(library, bills), bills, library.corpus.vocabulary)


def test_a_part_that_names_no_subject_is_asked_of_the_one_before_it(parts: PartReader) -> None:
    first, second = parts.asked("出院单据最晚哪天交上去,过了咋办")
    assert (first.query, first.context) == ("出院单据最晚哪天交上去", "")
    assert second.query == "过了咋办"
    assert "单据" in second.context
    assert "最晚" not in second.context  # what is asked of it is no subject


@pytest.mark.parametrize(
    ("message", "wordings"),
    [
        ("交通事故的伤管不管,工伤呢", ["工伤管不管", "交通事故的伤管不管 工伤呢"]),
        ("摔伤的管不管,工伤的呢", ["工伤的管不管", "摔伤的管不管 工伤的呢"]),
        ("北京的大病统筹管不管,工伤的呢", ["工伤的管不管", "北京的大病统筹管不管 工伤的呢"]),
        ("区里审几天,市里呢", ["市里审几天", "区里审几天 市里呢"]),
        ("起付线是怎么定的,封顶线呢", ["封顶线是怎么定的", "起付线是怎么定的 封顶线呢", "封顶线多少"]),
        ("药店买的算不算,没刷卡的咧", ["没刷卡的算不算", "药店买的算不算 没刷卡的咧", "没刷卡的"]),
    ],
)
def test_the_same_asked_of_another_is_asked_in_words_of_its_own_first(
    parts: PartReader, message: str, wordings: list[str]
) -> None:
    *_, again = parts.asked(message)
    assert [again.query, *(one.query for one in again.others)] == wordings


def test_whom_another_question_is_asked_for_is_not_told_of_this_one(parts: PartReader) -> None:
    cap, child = parts.asked("大额保险最高报到多少,孩子用交不")
    assert dict(cap.told) == {}
    assert cap.of_others == {"insured"}
    assert dict(child.told) == {"insured": "儿童"}
    active, retired = parts.asked("在职的给几成,退休的呢")
    assert (dict(active.told), dict(retired.told)) == ({"employment": "在职"}, {"employment": "退休"})


def test_another_thing_takes_the_place_of_its_like_and_the_rest_of_the_case_stays(parts: PartReader) -> None:
    first, again = parts.asked("二档的三级医院报几成,一级医院呢")
    assert (dict(first.told)["hospital_level"], dict(again.told)["hospital_level"]) == ("三级", "一级")
    assert dict(again.told)["plan"] == "二档"
    _, adult = parts.asked("低保家的学生自己掏多少,成年人呢")
    assert "hardship" not in dict(adult.told)
    assert "hardship" in adult.of_others


def test_what_was_told_before_holds_for_all_that_is_asked(parts: PartReader) -> None:
    first, second = parts.asked("我是退休职工,三级医院报几成,扣门槛费不扣")
    assert dict(first.told)["employment"] == dict(second.told)["employment"] == "退休"
    assert not first.of_others


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("啥收入都没有也没人养,医保费还要他自己拿吗", ["医保费还要他自己拿吗"]),
        ("谁也没跟我讲过,外地住院要备案吗", ["外地住院要备案吗"]),
        ("要另外交钱咩,门槛最高多少", ["要另外交钱咩", "门槛最高多少"]),
        ("资格截止到哪天,交了好久有结果", ["资格截止到哪天", "交了好久有结果"]),
        ("我等了好久了,单据交到哪里", ["单据交到哪里"]),
        ("报销给几成,还扣门槛费不扣", ["报销给几成", "还扣门槛费不扣"]),
        ("大病保险阿要自家出钞票,几月份开始算", ["大病保险阿要自家出钞票", "几月份开始算"]),
        ("上个月交钱晚了不少,还能不能报", ["还能不能报"]),
    ],
)
def test_only_what_asks_is_a_part(parts: PartReader, message: str, asked: list[str]) -> None:
    assert [one.query for one in parts.asked(message)] == asked


def test_a_day_asked_for_papers_is_no_question_for_the_papers(parts: PartReader) -> None:
    first, *_ = parts.asked("单据最晚哪天得交上去?要带什么材料")
    assert first.topic == "procedure"


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("保费哪天交,已经上了新农合的,给转不", ["保费哪天交", "给转不"]),
        ("什么时候开始申请,我12月20号去还行啵", ["什么时候开始申请", "我12月20号去还行啵"]),
        ("填几张表,存折随便哪家银行的都行", ["填几张表", "存折随便哪家银行的都行"]),
        ("转院的单子也要?多久报下来", ["转院的单子也要", "多久报下来"]),
        ("那几条我看得半懂不懂,转院要怎么办", ["转院要怎么办"]),
    ],
)
def test_what_asks_in_few_words_or_by_its_mark_alone_is_a_part(
    parts: PartReader, message: str, asked: list[str]
) -> None:
    assert [one.query for one in parts.asked(message)] == asked


@pytest.mark.parametrize(
    ("message", "added"),
    [
        ("家属一起保行吗,还有,我们单位连年亏本", "家属一起保行吗 我们单位连年亏本"),
        ("喝酒摔的给报不,他还老往家里跑", "喝酒摔的给报不 他还老往家里跑"),
    ],
)
def test_what_is_added_behind_a_question_is_asked_as_well(parts: PartReader, message: str, added: str) -> None:
    *_, last = parts.asked(message)
    assert last.query == added
    assert [one.query for one in parts.asked("家属能保吗,我还有个孩子")] == ["家属能保吗"]


def test_what_is_asked_of_it_is_asked_of_what_was_told_before(parts: PartReader) -> None:
    *_, it = parts.asked("哪些病统一了有几种,我女儿先天听不见,有了事它赔不赔")
    assert "先天" in it.context


def test_what_names_nobody_is_asked_of_the_group_named_before_it(parts: PartReader) -> None:
    asked = parts.asked("居民住院多少人次,花了多少,职工那边超支没")
    assert [one.group for one in asked] == ["", "居民", ""]


def test_some_of_them_named_behind_a_question_are_asked_how_many_they_are(parts: PartReader) -> None:
    *_, last = parts.asked("因病致贫几人,残疾人里享受两补的")
    assert last.query == "残疾人里享受两补的有多少"
    assert [one.query for one in parts.asked("岳池住院报多少,我爸在职工里算退休的")] == ["岳池住院报多少"]
