"""Several sums of one message: told bill by bill, added, put right, or asked back; none is dropped unsaid."""

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader


def bills_of(reader: SentenceReader, sentence: str) -> list[dict[str, str]]:
    return [{fact: str(value) for fact, value in one.facts.items()} for one in reader.read(sentence).bills]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "洛阳在职,超统筹封顶后两次住院:三级5万,社区8千,合计?",
            [{"hospital_level": "三级", "excess": "50000"}, {"hospital_level": "社区", "excess": "8000"}],
        ),
        (
            "超限额的,在职三级5万,退休二级3万,一共报多少",
            [
                {"employment": "在职", "hospital_level": "三级", "excess": "50000"},
                {"employment": "退休", "hospital_level": "二级", "excess": "30000"},
            ],
        ),
        (
            "花了8000在三级,5000在一级,一共报多少",
            [{"hospital_level": "三级", "cost": "8000"}, {"hospital_level": "一级", "cost": "5000"}],
        ),
        ("头回六千二 二回四千 拢共能报好多", [{"cost": "6200", "admission": "1"}, {"cost": "4000"}]),
        ("住了两次院 一次3000一次8000 总共报多少", [{"cost": "3000"}, {"cost": "8000"}]),
        (
            "建档立卡 住院报完自己还剩2万,特殊门诊报完还剩800,一共再补多少",
            [
                {"care": "住院再次补助", "own_share": "20000"},
                {"care": "特殊病门诊再次补助", "own_share": "800"},
            ],
        ),
        ("二级医院住了两次院,每次3000,一共报多少", [{"cost": "3000"}, {"cost": "3000"}]),
        ("一共花了11000,一次3000一次8000,报多少", [{"cost": "3000"}, {"cost": "8000"}]),
        (
            "超封顶后三级花了5万,二级花了2万",
            [{"hospital_level": "三级", "excess": "50000"}, {"hospital_level": "二级", "excess": "20000"}],
        ),
        ("三级5万,三级8千,都是超限额的,合计多少", [{"cost": "50000"}, {"cost": "8000"}]),
        # 20000-3000 and 10000-1000 within the catalogue
        (
            "第一次住院花了2万自费3000,第二次花了1万自费1000,一共报多少",
            [
                {"cost": "17000", "self_funded": "3000", "admission": "1"},
                {"cost": "9000", "self_funded": "1000", "admission": "2"},
            ],
        ),
    ],
)
def test_each_bill_has_its_own_facts(reader: SentenceReader, sentence: str, expected: list[dict[str, str]]) -> None:
    assert bills_of(reader, sentence) == expected


def test_what_is_said_once_holds_for_all(reader: SentenceReader) -> None:
    before = reader.read("二档,三级住院8000,二级住院5000,一共报多少")
    behind = reader.read("三级住院8000,二级住院5000,都是二档,一共报多少")
    assert before.facts == behind.facts
    assert before.facts["plan"] == "二档"
    assert before.facts["cost"] == 13000  # 8000+5000
    assert "hospital_level" not in before.facts


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("我三级住院8000,我妈二级住院5000,一共报多少", ["本人", "妈妈"]),
        ("我妈三级住院8000,二级住院5000,一共报多少", ["", ""]),
        ("在职三级超3万,退休二级超2万,一共报多少", ["在职", "退休"]),
        ("大人二级住院5000,娃二级住院3000,一共报多少", ["成人", "娃"]),
    ],
)
def test_whose_each_bill_is(reader: SentenceReader, sentence: str, whose: list[str]) -> None:
    assert [one.whose for one in reader.read(sentence).bills] == whose


def test_what_is_said_of_one_person_is_not_of_the_next(reader: SentenceReader) -> None:
    first, second = bills_of(reader, "重庆,我二档三级住院8000,我妈二级住院5000,一共报多少")
    assert first["plan"] == "二档"
    assert "plan" not in second


@pytest.mark.parametrize(
    ("sentence", "fact", "total"),
    [
        ("青海大病 自付6000 又自付5000", "own_share", 11000),
        ("厦门 头一回目录内自付6800 第二回4200 两回加起来救助多少", "own_share", 11000),
        ("吴江 门诊自负3000 住院自负5000", "own_share", 8000),
        ("没写城市的职工大病 超4万的部分3万 又一次2万 一共", "excess", 50000),
        ("二级住院自费2000又自费3000,总共2万", "self_funded", 5000),
        ("今年已经报了3000,已经报了2000,这次花了8000", "used_this_year", 5000),
        ("药费3000,检查费2000,一共报多少", "cost", 5000),
        ("手术费1万2,药费6千,床位费800,检查费1200", "cost", 20000),
        ("床位费500,护理费300,药费4200 CT费600,MRI1200", "cost", 6800),
        ("一共花了3万,其中住院2万4,特殊病门诊6千", "cost", 30000),
        ("总共花了1万,其中药费3000,检查费2000,报多少", "cost", 10000),
    ],
)
def test_sums_of_one_kind_come_to_their_total(reader: SentenceReader, sentence: str, fact: str, total: int) -> None:
    said = reader.read(sentence)
    assert said.facts[fact] == total
    assert said.problem is None


@pytest.mark.parametrize(
    ("sentence", "fact", "value"),
    [
        ("三级住院超封顶花了八万多,八万三吧", "excess", 83000),
        ("住院自费药花了8万多,8万3吧,补多少", "inpatient_self_funded", 83000),
        ("二级住院花了8000多,准确说8300", "cost", 8300),
        ("大概八千,七千九百六", "cost", 7960),
        ("住院花了七八千吧,具体7600", "cost", 7600),
        ("三级住院超封顶五六万吧,5万6", "excess", 56000),
        ("住院花了五千,不对,六千", "cost", 6000),
        ("自付五千,说错了,自付六千", "own_share", 6000),
    ],
)
def test_the_better_figure_holds(reader: SentenceReader, sentence: str, fact: str, value: int) -> None:
    said = reader.read(sentence)
    assert said.facts[fact] == value
    assert said.bills == ()
    assert fact not in said.rough
    assert said.problem is None


@pytest.mark.parametrize(
    "sentence",
    [
        "二级住院花了8000多,三级8300,一共报多少",  # two hospitals, no better figure
        "自付八万多,又自付八万三",
    ],
)
def test_a_rough_bill_beside_another_stays(reader: SentenceReader, sentence: str) -> None:
    assert len(reader.read(sentence).bills) == 2


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("三级住院8000,5000能报多少", "cost"),
        ("门诊花了150,住院花了8000能报多少", "cost"),
        ("起付线3万,起付线2万,自付11万", "deductible"),
    ],
)
def test_what_is_not_plain_is_asked_back(reader: SentenceReader, sentence: str, fact: str) -> None:
    said = reader.read(sentence)
    assert said.problem
    assert said.problem[0] == fact
    assert fact not in said.facts
    assert said.bills == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "三级住院花了20万,超限额5万,报多少",
        "花了8000块,8000块能报多少",
        "总费用3万,自付6000,救助多少",
        "总共花了2万,其中自费3000,医保报了8000",
        "第二次住院,二级医院,8000报多少",
        "住了3天,每天500,报多少",
    ],
)
def test_one_bill_stays_one(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert said.bills == ()
    assert said.problem is None


def test_a_difference_asked_for_compares_the_bills(reader: SentenceReader) -> None:
    said = reader.read("二级住院花5000还是三级住院花8000划算")
    assert said.bills == ()
    assert said.compared == {"hospital_level": ("二级", "三级"), "cost": ("5000", "8000")}


def test_sums_are_decimals(reader: SentenceReader) -> None:
    sums = [one.facts["cost"] for one in reader.read("村卫生室46.5元,镇卫生院200元,一共报多少").bills]
    assert sums == [Decimal("46.5"), Decimal(200)]


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("跑了三次,两千二、一千八、又是两千二,加一起能报多少", [2200, 1800, 2200]),
        ("去了三次,3千、3千、3千,合计报多少", [3000, 3000, 3000]),
        ("住院一千八,两千二,又是一千八,一共报多少", [1800, 2200, 1800]),
    ],
)
def test_equal_bills_told_twice_all_count(reader: SentenceReader, sentence: str, sums: list[int]) -> None:
    assert [one.facts["cost"] for one in reader.read(sentence).bills] == [Decimal(one) for one in sums]
    assert reader.read(sentence).facts["cost"] == sum(sums)


def test_a_sum_named_again_is_the_same_bill(reader: SentenceReader) -> None:
    said = reader.read("花了3万,是3万没错,报多少")
    assert (said.facts["cost"], said.bills) == (Decimal(30_000), ())


@pytest.mark.parametrize("sentence", ["剩下的里头有1500是目录外自费", "报完还剩1500元,都是自费的"])
def test_what_is_said_behind_to_lie_outside_the_list(reader: SentenceReader, sentence: str) -> None:
    facts = reader.read(f"总共两万一,医保报了12000,{sentence}").facts
    assert facts["self_funded"] == Decimal(1500)
    assert "own_share" not in facts


def test_what_is_left_beside_what_lies_outside_the_list(reader: SentenceReader) -> None:
    facts = reader.read("报完自己还剩9千,自费2000").facts
    assert (facts["own_share"], facts["self_funded"]) == (Decimal(9000), Decimal(2000))


@pytest.mark.parametrize(
    ("sentence", "fact", "value"),
    [
        ("个人还担着六十万", "own_share", 600_000),
        ("个人要背8万", "own_share", 80_000),
        ("单位说起步线是两千以上才报,一共花了两万", "deductible", 2_000),
        ("门槛还是350不", "deductible", 350),
        ("花了两个多w", "cost", 20_000),
    ],
)
def test_which_amount_a_sum_is(reader: SentenceReader, sentence: str, fact: str, value: int) -> None:
    assert reader.read(sentence).facts[fact] == Decimal(value)


@pytest.mark.parametrize(
    "sentence",
    ["我爸二级住院花了6800,我在外地回不去,这6800能报多少", "婆婆住院单子是6800,护工我另外付的,那这6800能报多少"],
)
def test_a_sum_that_points_back_is_no_second_bill(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert said.bills == ()
    assert said.facts["cost"] == Decimal(6800)
