"""Facts and sums as people speak of them: with what stands beside a word, and without its neighbours."""

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("sentence", "plan"),
    [
        ("贵的那一档", "二档"),
        ("高的那档", "二档"),
        ("上面那一档", "二档"),
        ("便宜的那一档", "一档"),
        ("那一档呢", "一档"),
    ],
)
def test_a_plan_by_what_it_costs(reader: SentenceReader, sentence: str, plan: str) -> None:
    assert reader.read(sentence).facts["plan"] == plan


@pytest.mark.parametrize(
    "sentence", ["重庆那一档封顶多少", "交的哪一档", "每一档都行", "全家同一档", "比去年提高一档次"]
)
def test_a_plan_that_is_only_pointed_at(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts.get("plan") != "二档"
    if "提高" not in sentence:
        assert "plan" not in reader.read(sentence).facts


@pytest.mark.parametrize(
    ("sentence", "filed"),
    [
        ("批了转院到长春", "是"),
        ("批了让我们转院", "是"),
        ("开了转诊单", "是"),
        ("转诊了去的三甲", "是"),
        ("没批转院自己去的", "否"),
        ("没办转诊手续", "否"),
    ],
)
def test_leave_to_go_elsewhere(reader: SentenceReader, sentence: str, filed: str) -> None:
    assert reader.read(sentence).facts["filed"] == filed


@pytest.mark.parametrize(
    "sentence", ["开了刀花了2万", "医生开了好多药", "两个病都办了特病证", "还没有办慢病证", "办了出院"]
)
def test_other_things_done_are_no_leave(reader: SentenceReader, sentence: str) -> None:
    assert "filed" not in reader.read(sentence).facts


@pytest.mark.parametrize(
    "sentence", ["住的三甲", "住的是二甲", "二院(二级)住的", "市级医院住了", "批了转院", "第二回进县医院了"]
)
def test_a_stay_beside_a_hospital(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts["care"] == "住院"


@pytest.mark.parametrize("sentence", ["去县医院看的", "三甲看门诊", "转院要什么手续", "没住院", "没开刀"])
def test_no_stay(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts.get("care") != "住院"


def test_the_second_time_into_hospital_is_the_second_stay(reader: SentenceReader) -> None:
    assert reader.read("今年第二回进县医院了").facts["admission"] == 2


@pytest.mark.parametrize("sentence", ["没评上低保", "没有低保", "不是低保", "没享受上低保"])
def test_a_hardship_that_is_denied(reader: SentenceReader, sentence: str) -> None:
    assert "hardship" not in reader.read(sentence).facts


@pytest.mark.parametrize("sentence", ["有没有低保都行", "还没有出院", "吃低保"])
def test_what_only_looks_denied(reader: SentenceReader, sentence: str) -> None:
    assert {"hardship", "care"} & reader.read(sentence).facts.keys()


def test_a_paper_names_no_treatment_beside_an_illness(reader: SentenceReader) -> None:
    assert reader.read("血压高,办了特病证,在医院拿药").facts["care"] == "慢性病门诊"
    assert reader.read("我有特病证").facts["care"] == "特殊病门诊"
    assert reader.read("有特病证,门诊拿药").facts["care"] == "特殊病门诊"
    assert reader.read("慢病本,拿药").facts["care"] == "慢性病门诊"


@pytest.mark.parametrize("sentence", ["腰椎间盘突出", "白内障", "膝关节置换", "阑尾炎", "肾结石", "子宫肌瘤", "痔疮"])
def test_an_illness_on_no_list(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(f"得了{sentence}").facts["disease"] == "其他疾病"


@pytest.mark.parametrize("sentence", ["并发症要报吗", "保障期多久", "打折吗", "消炎药", "癌症", "恶性肿瘤", "得了病"])
def test_words_that_are_no_illness(reader: SentenceReader, sentence: str) -> None:
    assert "disease" not in reader.read(sentence).facts


def test_an_illness_on_the_list_stands_before_one_that_is_not(reader: SentenceReader) -> None:
    assert reader.read("胃癌,还有胆结石").facts["disease"] == "胃癌"
    assert reader.read("肺炎查出是肺癌").facts["disease"] == "肺癌"


@pytest.mark.parametrize("sentence", ["白血病小孩", "我儿子8岁,得了白血病", "孩子白血病"])
def test_leukaemia_of_a_child(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts["disease"] == "儿童白血病"


@pytest.mark.parametrize(
    "sentence", ["报完以后自家出了4800", "报完自己还搭进去4800", "自个儿贴了4800", "报销过后我们又付了4800"]
)
def test_what_somebody_bore_himself(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts == {"own_share": Decimal(4800)}


def test_what_was_paid_ahead_is_the_whole_bill(reader: SentenceReader) -> None:
    assert reader.read("我自己先垫了4800").facts == {"cost": Decimal(4800)}


@pytest.mark.parametrize("sentence", ["封顶上头又花了10万整", "封顶线以上花了10万", "限额以上还有10万"])
def test_what_lies_above_the_cap(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts == {"excess": Decimal(100_000)}


@pytest.mark.parametrize(
    "sentence", ["住院花了一万,到手能报七千吧", "花了1万,应该给我报7000吧", "花了10000,人家说按70%报7000,对不对"]
)
def test_what_somebody_expects_is_no_bill(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert said.problem is None
    assert said.facts["cost"] == Decimal(10_000)


@pytest.mark.parametrize("sentence", ["封顶线是几万", "最多是几万块", "最多能救助几万"])
def test_a_sum_that_is_asked_for_is_no_range(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).problem is None


@pytest.mark.parametrize(
    ("sentence", "insured"), [("我老妈70了", "成人"), ("他叔今年八十多了", "成人"), ("我今年16了", "儿童")]
)
def test_an_age_without_its_unit(reader: SentenceReader, sentence: str, insured: str) -> None:
    assert reader.read(sentence).facts == {"insured": insured}


@pytest.mark.parametrize("sentence", ["我妈花了70", "妈妈住院300了"])
def test_a_number_that_is_no_age(reader: SentenceReader, sentence: str) -> None:
    assert "insured" not in reader.read(sentence).facts


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("超限额3万和5万各报多少", "excess"),
        ("住院花了3万和5万分别报多少", "cost"),
        ("自付3万跟5万差多少", "own_share"),
    ],
)
def test_two_sums_side_by_side(reader: SentenceReader, sentence: str, fact: str) -> None:
    said = reader.read(sentence)
    assert said.problem is None
    assert said.compared == {fact: ("30000", "50000")}
    assert not {"cost", "excess", "own_share"} & said.facts.keys()


@pytest.mark.parametrize("sentence", ["门诊花了3000和住院5万各报多少", "花了3万,自付5000,差多少"])
def test_sums_of_two_kinds_are_not_side_by_side(reader: SentenceReader, sentence: str) -> None:
    assert not {"cost", "own_share"} & reader.read(sentence).compared.keys()


@pytest.mark.parametrize(
    "sentence",
    [
        "我四十几了,要带啥材料",
        "我五十多岁了,要带啥材料",
        "他40几了",
        "我和老公四十几没工作",
        "我妈五十来岁",
        "我和媳妇三十出头",
    ],
)
def test_a_rough_age_is_no_amount(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert said.problem is None
    assert said.facts == {"insured": "成人"}


def test_a_rough_sum_is_no_age(reader: SentenceReader) -> None:
    assert reader.read("花了四五千了").problem is not None
    assert reader.read("我爸花了四十几").problem is not None
    assert reader.read("我爸四十几万能报多少").problem is not None


@pytest.mark.parametrize("much", ["多少", "好多", "几多"])
def test_a_difference_however_it_is_said(reader: SentenceReader, much: str) -> None:
    said = reader.read(f"一档跟二档差{much},三级9600")
    assert said.compared == {"plan": ("一档", "二档")}
    assert said.facts["cost"] == 9600
    assert "difference" in said.intents


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("报完俺家掏了五万三", 53000),
        ("报完咱家还要出五万三", 53000),
        ("自个儿还落下两万三千六", 23600),
        ("俺们还剩下两万三千六", 23600),
    ],
)
def test_what_a_family_pays_itself(reader: SentenceReader, sentence: str, share: int) -> None:
    facts = reader.read(sentence).facts
    assert facts["own_share"] == share
    assert "cost" not in facts


@pytest.mark.parametrize("sentence", ["门槛两百,住院花了8000", "门槛是200,住院花了8000"])
def test_a_threshold_is_no_second_bill(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert (said.facts["deductible"], said.facts["cost"], said.problem) == (200, 8000, None)


def test_a_threshold_that_is_passed(reader: SentenceReader) -> None:
    assert "deductible" not in reader.read("过了门槛以后花了3万").facts


def test_not_yet_retired(reader: SentenceReader) -> None:
    assert reader.read("还没退,门诊花了3000").facts["employment"] == "在职"


@pytest.mark.parametrize(("sentence", "joined"), [("交了那60的大额", "是"), ("没交那60的大额", "否")])
def test_the_extra_insurance_by_its_premium(reader: SentenceReader, sentence: str, joined: str) -> None:
    assert reader.read(sentence).facts["extra_joined"] == joined


@pytest.mark.parametrize("sentence", ["住院目录以外35000,总共五万", "住院自费35000,总共五万"])
def test_what_was_self_funded_is_taken_off_the_bill(reader: SentenceReader, sentence: str) -> None:
    # 50000-35000
    assert reader.read(sentence).facts["cost"] == 15000


@pytest.mark.parametrize(
    ("sentence", "filed"),
    [
        ("没给县医保中心登记过", "否"),
        ("没跟社保所打过招呼", "否"),
        ("没去登记过", "否"),
        ("莫得转诊单", "否"),
        ("社保所没同意", "否"),
        ("区县社保所同意了转到主城三甲", "是"),
        ("医保局给签了字才转的", "是"),
        ("没去外地,登记过", "是"),
    ],
)
def test_leave_that_somebody_gave_or_nobody_was_asked_for(reader: SentenceReader, sentence: str, filed: str) -> None:
    assert reader.read(sentence).facts["filed"] == filed


@pytest.mark.parametrize("sentence", ["要社保所同意了才能转吗", "社保所同意了吗", "医保局还没批"])
def test_leave_that_is_only_asked_about(reader: SentenceReader, sentence: str) -> None:
    assert "filed" not in reader.read(sentence).facts


@pytest.mark.parametrize("sentence", ["住了两回院", "住了回院", "三级医院住一回用两万", "今年住过三趟院"])
def test_a_stay_that_is_counted(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts["care"] == "住院"


@pytest.mark.parametrize("sentence", ["没住过院", "没有住过一回院"])
def test_a_stay_that_is_denied(reader: SentenceReader, sentence: str) -> None:
    assert "care" not in reader.read(sentence).facts


@pytest.mark.parametrize(
    ("sentence", "insured"),
    [
        ("我崽读高二", "学生"),
        ("孙女三年级", "学生"),
        ("他是学生,听说比大人报得高些", "学生"),
        ("比大人报得高些", "成人"),  # nobody else is named
        ("高一点", None),
        ("大年初二住院", None),
    ],
)
def test_pupils_by_their_class(reader: SentenceReader, sentence: str, insured: str | None) -> None:
    assert reader.read(sentence).facts.get("insured") == insured


@pytest.mark.parametrize(
    ("sentence", "hardship"),
    [
        ("民政认定的,低保标准的两倍以内", "低收入家庭"),
        ("不到低保线1.5倍", "低收入家庭"),
        ("低保边缘家庭", "低收入家庭"),
        ("收入超过低保标准两倍", "无"),
        ("够不上低保", None),
        ("吃低保的", "低保"),
    ],
)
def test_an_income_measured_by_the_minimum(reader: SentenceReader, sentence: str, hardship: str | None) -> None:
    assert reader.read(sentence).facts.get("hardship") == hardship


def test_not_here_is_elsewhere(reader: SentenceReader) -> None:
    assert reader.read("没在本地住院").facts["care_place"] == "外地"
    assert reader.read("在本地住院").facts["care_place"] == "本地"


@pytest.mark.parametrize("sentence", ["慢病特病单病种", "高血压办的特病", "特病门诊看慢性病"])
def test_an_illness_of_those_that_need_a_card(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts["care"] == "慢性特殊病门诊"


def test_an_old_person_of_low_income_is_one_of_the_old_of_low_income(reader: SentenceReader) -> None:
    assert reader.read("他爷爷六十五,屋头收入低,不到低保三倍").facts["hardship"] == "低收入老人"
    assert reader.read("他四十五,屋头收入低,不到低保三倍").facts["hardship"] == "低收入家庭"


@pytest.mark.parametrize(
    "sentence", ["换成我爸呢,他退了的", "说错了他去年就退了", "我妈早退了的呢", "我妈也是,退了,一样的钱"]
)
def test_who_is_retired_by_退了(reader: SentenceReader, sentence: str) -> None:
    assert reader.read(sentence).facts["employment"] == "退休"


def test_one_who_works_beside_one_who_is_retired(reader: SentenceReader) -> None:
    assert reader.read("我在上班他退了,都在一级医院超顶用了2万,各能报多少").compared["employment"] == ("在职", "退休")


@pytest.mark.parametrize("sentence", ["押金他退了", "我爸发烧退了", "交的钱我退了", "医院给他退了1000"])
def test_what_was_paid_back_retires_nobody(reader: SentenceReader, sentence: str) -> None:
    assert "employment" not in reader.read(sentence).facts
