"""One sum told of several persons, and what is said of one of two: whose it is."""

import pytest

from mingbai.language.bills.sharers import sharers
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("我爸妈都在二级医院住院,各花6000", ("爸", "妈")),
        ("岳父岳母都在县医院住院,每人花5000", ("岳父", "岳母")),
        ("我(在职)和我爸(退休)都在二级医院住院,都超限额4万", ("我", "爸")),
        ("我和老伴都是低保,各自付3000", ("我", "老伴")),
        ("夫妻俩都退休,各超限额2万", ("丈夫", "妻子")),
        ("两个孩子各花了3000", ("第1个孩子", "第2个孩子")),
        ("我们一家三口都在二级住院,每人花了4000", ("第1人", "第2人", "第3人")),
        ("住了两次,每次3000", ()),
        ("我爸妈带我去二级住院花了6000", ()),
        ("我爸二级住院,各种检查花了6000", ()),
        ("我想问我爸住院,每人扣6000", ()),
    ],
)
def test_those_each_of_whom_has_a_sum(said: str, named: tuple[str, ...]) -> None:
    start = next(at for at, sign in enumerate(said) if sign.isdigit() or said[at : at + 2] == "4万")
    assert sharers(said, start) == named


@pytest.mark.parametrize(
    ("said", "fact", "each"),
    [
        (
            "我妈和我儿子(5岁)都参加岳池居民医保,都住县二级医院,我妈花8000,儿子花4000",
            "insured",
            [("妈妈", None), ("儿子", "儿童")],
        ),
        ("吉林县居民,我闺女7岁、我,两人都在县医院,闺女2000,我3000", "insured", [("闺女", "儿童"), ("本人", None)]),
        ("吉林县居民,我儿子10岁和我同一天住的县医院,他2600我3800", "insured", [("儿子", "儿童"), ("本人", None)]),
        ("洛阳,我(在职)和我爸(退休)都住二级,都超限额4万,一共多少", "employment", [("本人", "在职"), ("爸爸", "退休")]),
        ("洛阳退休的老爸三级超限5万,在职的我二级超限3万", "employment", [("老爸", "退休"), ("本人", "在职")]),
        ("北京两个孩子,大的住院6000,小的住院9000,一共多少", "insured", [("大的", None), ("小的", None)]),
        ("岳池我和爱人都住三级,我2万她3万", "insured", [("本人", None), ("爱人", None)]),
    ],
)
def test_what_is_said_of_a_person_is_of_their_bills(
    said: str, fact: str, each: list[tuple[str, str | None]], reader: SentenceReader
) -> None:
    assert [(one.whose, one.facts.get(fact)) for one in reader.read(said).bills] == each


def test_what_is_said_of_both_holds_for_both(reader: SentenceReader) -> None:
    said = reader.read("我妈和我都是重庆一档,都住三级,我妈2万,我1万,一共报多少")
    assert said.facts["plan"] == "一档"
    assert len(said.bills) == 2
