"""The deductible and the ratio that are asked for beside a sum are those of the case, told right behind the sum."""

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.openings.statement_parts import is_of_statement, parts_asked
from tests.assistant.turns import last_reply


def first_lines(assistant: Assistant, question: str) -> list[str]:
    return last_reply(assistant, question).text.split("\n\n")[0].split("\n")


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        # not registered: 800*105% = 840, 40% - 5 points = 35%; (20000-840)*35% = 6706
        (
            "重庆居民一档 在成都打工没办登记就住院了 三级医院政策内两万 起付线按多少算,比例是多少,最后报多少",
            [
                "**医保能报 6,706.00元**,自己付 13,294.00元。",
                "**起付线 840.00元**(三级医院每次800×105%)。",
                "**报 35%**((20000−840)×(40%−5个百分点))。",
            ],
        ),
        # (20000-800)*45%, 5000*80%
        (
            "重庆二档三级住院2万能报多少,有门槛吗",
            ["**医保能报 8,640.00元**,自己付 11,360.00元。", "**起付线 800.00元**(三级医院每次800)。"],
        ),
        # 320*65% = 208, 500*40% = 200
        (
            "城镇贫困户 镇卫生院看感冒320元,还有县中医院扎针灸500,各报多少,有门槛吗",
            [
                "**医保一共能报 408.00元**(乡镇卫生院 普通门诊 320.00元报 208.00元,"
                "县中医院 中医门诊 500.00元报 200.00元),自己一共付 412.00元。",
                "**这几笔都不扣起付线**。",
            ],
        ),
        # (30000-800)*45% = 13140, (10000-300)*65% = 6305
        (
            "重庆居民医保二档三甲住院3万,还有二级医院住院1万,各报多少,有门槛吗",
            [
                "**医保一共能报 19,445.00元**(三级医院 30,000.00元报 13,140.00元,二级医院 10,000.00元报 6,305.00元),"
                "自己一共付 20,555.00元。",
                "**起付线**:三级医院 30,000.00元扣 800.00元,二级医院 10,000.00元扣 300.00元。",
            ],
        ),
        (
            "厦门低保 住院目录内自付5千 医疗救助能减多少 有门槛吗",
            ["**医疗救助能补 4,000.00元**,自己付 1,000.00元。", "**这一笔不扣起付线**。"],
        ),
        # retired: 85% + 2 points; 60000*87% = 52200
        (
            "俺是洛阳的职工,退休,三级医院,超出去合规的有6万,大病能给报几成,合多少钱",
            ["**医保能报 52,200.00元**,自己付 7,800.00元。", "**报 87%**(60000×(85%+2个百分点))。"],
        ),
        # 100 for examinations and 400 for the birth
        (
            "重庆的居民医保,想晓得产检补好多、生的时候又补好多",
            ["**医保能报 500.00元**(定额100+定额400)。", "**分开是 100.00元、400.00元**。"],
        ),
        # (30000-8000)*50% = 11000 at least
        (
            "山东新农合,肺癌,报完自己还掏了3万合理费用,最少能补多少?一年顶多补多少",
            ["**至少能报 11,000.00元**,最多能报多少说不准。", "**一年最多报 200,000.00元**。"],
        ),
        # 40000*85%+10000*90% = 43000
        (
            "湖南我们区职工团体补充医疗,全年合规9万,超4万那部分报多少?一年最高限额是多少",
            [
                "**医保能报 43,000.00元**,自己付 7,000.00元,另外 40,000.00元由基本医保报、报完剩下的也归自己。",
                "**一年的费用最多算到 100,000.00元**,自己负担的也包括在里面。",
            ],
        ),
        # (9350-350)*60% = 5400, of which 5000 at most
        (
            "岳池特殊大病门诊今年花了9350,应该报多少,能全给吗",
            [
                "**医保能报 5,000.00元**,自己付 4,350.00元,已经报到封顶线(年封顶5000)。",
                "**按比例算是 5,400.00元**,超过封顶线的 400.00元不给。",
            ],
        ),
    ],
)
def test_they_follow_the_sum(assistant: Assistant, question: str, lines: list[str]) -> None:
    assert first_lines(assistant, question) == lines


@pytest.mark.parametrize("question", ["二级和三级的起付线各多少", "第二次住院门槛多少", "换成二级的话起付线多少"])
def test_another_case_is_not_that_of_the_statement(question: str) -> None:
    assert not is_of_statement(question)


def test_a_sum_alone_asks_for_no_part() -> None:
    assert not parts_asked("重庆二档三级住院2万能报多少")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("湖南我们区大病团体补充,75块那个,单位跟个人各出几块", "单位45.00元"),
        ("城镇脱贫解困那县,三无人员现在每月补多少,原来呢", "835元提"),
        ("吴江大病里自费部分,普通人要住院自费到多少才开始补?享受实时救助的人呢?", "6000元"),
    ],
)
def test_what_is_written_needs_no_bill(assistant: Assistant, question: str, told: str) -> None:
    reply = last_reply(assistant, question)
    assert reply.kind != "clarify"
    assert told in reply.text


@pytest.mark.parametrize(
    "question", ["重庆居民医保二档,三级医院住院,能报多少", "洛阳职工大病住院", "厦门医疗救助能给多少"]
)
def test_a_sum_of_ones_own_still_needs_its_bill(assistant: Assistant, question: str) -> None:
    assert last_reply(assistant, question).kind == "clarify"
