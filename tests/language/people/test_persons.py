"""Whom a message names, whose care it may be about, and which words may name one and the same person."""

import pytest

from mingbai.language.people.persons import is_same, whose
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("我老公三级8000", ("老公",)),
        ("我婆婆也在县医院住院花了2万", ("婆婆",)),
        ("那我爸呢", ("爸",)),
        ("我自己也住院了三级8000", ("我",)),
        ("我呢", ("我",)),
        ("我爸三级8000,我妈二级5000", ("爸", "妈")),
        ("我邻居不是贫困户呢", ("邻居",)),
        ("我自己还要出多少", ()),
        ("我也不知道", ()),
        ("我妈让我问问,能报多少", ()),
        ("用我妈的卡能报吗", ()),
        ("我老公陪着去的三级", ()),
        ("三级医院花了8000", ()),
    ],
)
def test_those_whose_care_a_message_may_be_about(text: str, named: tuple[str, ...]) -> None:
    assert whose(text) == named


def test_one_who_writes_of_his_stay_is_named_where_that_need_not_be_sure() -> None:
    assert (whose("我住院花了8000"), whose("我住院花了8000", is_sure=False)) == ((), ("我",))


@pytest.mark.parametrize(
    ("one", "other", "are_same"),
    [
        ("孩子", "儿子", True),
        ("老伴", "老公", True),
        ("爸", "父亲", True),
        ("学生", "女儿", True),
        ("儿子", "女儿", False),
        ("学生", "婆婆", False),
        ("妈", "婆婆", False),
    ],
)
def test_words_that_may_name_one_person(one: str, other: str, are_same: bool) -> None:
    assert is_same(one, other) is are_same


def test_a_group_that_stands_for_somebody_has_a_bill_of_its_own(reader: SentenceReader) -> None:
    said = reader.read("岳池学生三级住院8000,我自己三级8000,各报多少")
    assert [(one.whose, one.facts.get("insured")) for one in said.bills] == [("学生", "学生"), ("本人", None)]


def test_what_is_said_of_one_of_two_persons_begins_no_bill(reader: SentenceReader) -> None:
    said = reader.read("我儿子三级住院8000,他是学生,我爸三级8000,一共多少")
    assert [(one.whose, one.facts.get("insured")) for one in said.bills] == [("儿子", "学生"), ("爸爸", None)]
