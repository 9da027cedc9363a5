"""Whether a word for a child names one: a grown son, a child's father, somebody's age told beside others."""

import pytest

from mingbai.language.people.grown import ages
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("said", "insured"),
    [
        ("岳池,我儿子25岁待业在家,二级住院花了6000", "成人"),
        ("岳池,二儿子四十了没工作,住二级花8000", "成人"),
        ("岳池,大女儿今年都三十出头了,三级住院1万", "成人"),
        ("岳池,儿子(27),二级住院6000", "成人"),
        ("岳池,孙女22,二级住院6000", "成人"),
        ("岳池,退伍的儿子,二级住院6000", "成人"),
        ("岳池,女儿嫁人了,二级住院6000", "成人"),
        ("岳池,女儿女婿都三十多岁,女儿二级住院8000", "成人"),
        ("岳池,32岁的女儿二级住院8000", "成人"),
        ("岳池,孩子他妈,二级住院8000", None),
        ("吉林县,孩子姥姥在县医院住院8400", None),
        ("岳池,儿子媳妇二级住院8000", None),
        # still children
        ("岳池,我儿子10岁,二级住院8000", "儿童"),
        ("岳池,我45岁,儿子二级住院8000", "儿童"),
        ("岳池,孩子他爸陪着去的,二级住院8000", "儿童"),
        ("岳池,我和我老公都没工作,孩子二级住院8000", "儿童"),
        ("岳池,儿子未成年,二级住院8000", "儿童"),
        ("岳池,18岁以下的孩子,二级住院8000", "儿童"),
        ("岳池,儿子18岁读高三,二级住院8000", "学生"),
    ],
)
def test_a_word_for_a_child_names_one_unless_more_is_said(
    said: str, insured: str | None, reader: SentenceReader
) -> None:
    assert reader.read(said).facts.get("insured") == insured


def test_an_illness_of_children_is_none_of_a_grown_sons(reader: SentenceReader) -> None:
    assert "disease" not in reader.read("重庆一档,儿子35岁白血病,三级住院30万").facts
    assert reader.read("重庆一档,儿子5岁白血病,三级住院30万").facts["disease"] == "儿童白血病"


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("岳池,我儿子二级住院8000", "儿子"),
        ("岳池,我儿子8岁,二级住院8000", None),
        ("岳池,我儿子上小学,二级住院8000", None),
        ("岳池,孩子二级住院8000", None),
        ("岳池,儿子成年了,二级住院8000", None),
    ],
)
def test_a_son_of_no_age_told_is_only_taken_for_a_child(said: str, word: str | None, reader: SentenceReader) -> None:
    assert reader.read(said).heard.get("insured") == word


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("我妈70岁,儿子8岁", [(70, ["妈"]), (8, ["儿子"])]),
        ("我和32岁的女儿", [(32, ["女儿"])]),
        ("公公和婆婆都七十多岁", [(70, ["婆婆", "公公"])]),
        ("儿子30%自付", []),
        ("儿子50元", []),
        ("16岁以下免费", []),
    ],
)
def test_an_age_is_told_of_whom_it_stands_beside(said: str, told: list[tuple[int, list[str]]]) -> None:
    assert [(one.years, [said[slice(*span)].removeprefix("我") for span in one.owners]) for one in ages(said)] == told
