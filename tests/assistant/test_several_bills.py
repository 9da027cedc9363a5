"""Several bills in one conversation: each with its own facts, their total in the first line, a line for each."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eval.asking import ask
from eval.provenance import unexplained
from mingbai.assistant.assistant import Assistant
from mingbai.assistant.guarding.guard import breaches
from mingbai.assistant.outcome import Computed, Needed, Refused
from mingbai.assistant.sums.several import Several
from mingbai.assistant.wording.results import word
from tests.assistant.turns import last_estimate, last_reply


@pytest.mark.parametrize(
    ("turns", "total", "parts"),
    [
        # 50000*85%=42500, 8000*95%=7600
        (
            ("洛阳大额补充,在职,超统筹封顶后两次住院:三级5万,社区8千,大病支付合计?",),
            "50100.00",
            ("42,500.00", "7,600.00"),
        ),
        # 30000*85%=25500, 20000*(90%+2%)=18400
        (("洛阳在职三级住院超限额3万,退休老伴二级超限额2万,一共报多少",), "43900.00", ("25,500.00", "18,400.00")),
        # the cap of a year: 300000*85%=255000, 400000-255000=145000
        (("洛阳在职三级超限额30万 二级超限额20万 一共报多少",), "400000.00", ("255,000.00", "145,000.00")),
        # each stay its deductible: (6200-300)*60%=3540, (4000-300)*60%=2220
        (
            ("重庆的 我妈买的六十块那档 二级住了两回 头回六千二 二回四千 拢共能报好多",),
            "5760.00",
            ("3,540.00", "2,220.00"),
        ),
        # the deductible once a year: (3000-650)*70%=1645, 8000*70%=5600
        (("北京娃儿童医院住了两次 一次3000一次8000 一老一小总共报多少",), "7245.00", ("1,645.00", "5,600.00")),
        # the second stay of a year 100 less: (5000-350)*60%=2790, (6000-(350-100))*60%=3450
        (("岳池二级医院第一次住院5000,第二次6000,一共报多少",), "6240.00", ("2,790.00", "3,450.00")),
        # and no stay is one of outpatients: (4000-350)*60%=2190, (8000-350)*60%=4590
        (("岳池特殊门诊花了4000 住院二级花了8000 一共报多少",), "6780.00", ("2,190.00", "4,590.00")),
        # 86*65%=55.90, 240*65%=156
        (
            ("城镇贫困那个县的门诊统筹 我村卫生室看了86块 我妈镇卫生院240块 一共给报多少",),
            "211.90",
            ("55.90", "156.00"),
        ),
        # (20000-3000-800)*45%=7290, (10000-1000-800)*45%=3690
        (
            ("重庆二档三级 第一次住院花了2万自费3000,第二次花了1万自费1000,一共报多少",),
            "10980.00",
            ("7,290.00", "3,690.00"),
        ),
        # over the turns: (8000-300)*60%=4620, (5000-300)*60%=2820
        (("重庆一档二级医院住院8000能报多少", "又住了一次,花了5000,两次加起来呢"), "7440.00", ("4,620.00", "2,820.00")),
        # (8000-800)*45%=3240, (5000-300)*65%=3055
        (("重庆一档三级住院8000,二级住院5000,一共报多少", "那要是二档呢"), "6295.00", ("3,240.00", "3,055.00")),
        # asked back, then both: (8000-800)*40%=2880, (5000-800)*40%=1680
        (("重庆一档三级住院8000,5000能报多少", "一起算"), "4560.00", ("2,880.00", "1,680.00")),
    ],
)
def test_the_total_and_each_bill(
    assistant: Assistant, turns: tuple[str, ...], total: str, parts: Sequence[str]
) -> None:
    reply, estimate = last_estimate(assistant, *turns)
    assert (estimate.status, estimate.amount) == ("exact", total)
    first = reply.text.splitlines()[0]
    assert f"{Decimal(total):,}元" in first
    assert all(f"{part}元" in first for part in parts)
    assert reply.text.count("\n- ") == len(parts)
    assert not unexplained(ask(assistant, turns))


@pytest.mark.parametrize(
    ("turns", "amount", "statement"),
    [
        (("青海大病 自付6000 又自付5000",), "6000.00", "6,000.00元+5,000.00元"),  # 11000-5000
        (
            ("厦门医疗救助 头一回目录内自付6800 第二回4200 两回加起来救助多少",),
            "8800.00",
            "6,800.00元+4,200.00元",
        ),  # *80%
        (("浙江大病 起付线3万 自付5万 又8万",), "50000.00", "50,000.00元+80,000.00元"),  # (130000-30000)*50%
        (("48块那个职工大病 第一次超3万 第二次超2万 一共报多少",), "43000.00", "30,000.00元"),  # 40000*85%+10000*90%
        (("重庆一档 二级住院 自费2000 又自费3000 总共2万",), "8820.00", "2000元+3000元"),  # (20000-5000-300)*60%
        (("浙江大病 起付线3万 自付5万 报多少", "又自付了8万,一共报多少"), "50000.00", "80,000.00元"),
    ],
)
def test_what_a_year_comes_to_is_added_and_said(
    assistant: Assistant, turns: tuple[str, ...], amount: str, statement: str
) -> None:
    reply, estimate = last_estimate(assistant, *turns)
    assert amount in (estimate.amount, estimate.low)
    assert statement in reply.text
    assert not unexplained(ask(assistant, turns))


def test_what_only_one_bill_lacks_is_asked_for_that_one(assistant: Assistant) -> None:
    asked = "岳池居民医保 两次住院:县医院一次5000,乡镇卫生院一次2000,一共报多少"
    reply = last_reply(assistant, asked)
    assert reply.missing[0] == "hospital_level"
    assert reply.text.startswith("县级医院 5,000.00元这一笔,")
    answered = last_reply(assistant, asked, "二级")
    assert answered.estimate
    assert answered.estimate.amount == "4085.00"  # (5000-350)*60%+(2000-150)*70%


def test_a_difference_of_two_bills(assistant: Assistant) -> None:
    reply = last_reply(assistant, "重庆二档 三级住院8000和二级住院5000差多少")
    assert "多 185.00元" in reply.text  # (8000-800)*45%-(5000-300)*65%


def test_two_plans_compared_over_several_bills(assistant: Assistant) -> None:
    asked = "重庆一档三级住院8000,二级住院5000,一共报多少"
    reply = last_reply(assistant, asked, "一档和二档差多少")
    assert "595.00元" in reply.text.splitlines()[0]  # 3240+3055-(2880+2820)


@pytest.fixture(scope="module")
def several(assistant: Assistant) -> Several:
    return Several(assistant.toolbox)


AMOUNT = st.integers(1, 2_000_000).map(lambda fen: f"{Decimal(fen) / 100:.2f}")
quickly = settings(derandomize=True, deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@given(
    bills=st.lists(st.tuples(st.sampled_from(["村卫生室", "乡镇卫生院"]), AMOUNT), min_size=2, max_size=5),
    data=st.data(),
)
@quickly
def test_without_a_year_the_order_makes_no_difference(
    several: Several, bills: list[tuple[str, str]], data: st.DataObject
) -> None:
    told = [{"hospital_level": level, "cost": amount} for level, amount in bills]
    turned = data.draw(st.permutations(told))
    one, other = (several.estimate("county-urban-poor-2020", {"care": "普通门诊"}, some) for some in (told, turned))
    assert isinstance(one, Computed)
    assert isinstance(other, Computed)
    assert one.estimate.amount == other.estimate.amount
    assert one.bill == sum(Decimal(amount) for _, amount in bills)


@given(amounts=st.lists(st.integers(1_000, 60_000), min_size=2, max_size=5), data=st.data())
@quickly
def test_all_bills_together_are_what_one_after_the_other_is(
    several: Several, amounts: list[int], data: st.DataObject
) -> None:
    """The deductible and the cap of a year taken once: as if the year had been one bill (170000 at the most)."""
    told = [{"cost": str(amount)} for amount in data.draw(st.permutations(amounts))]
    found = several.estimate("beijing-elder-child", {"care": "住院", "insured": "儿童"}, told)
    assert isinstance(found, Computed)
    year = min((Decimal(sum(amounts)) - 650) * Decimal("0.7"), Decimal(170_000))
    assert Decimal(found.estimate.amount or 0) == year
    assert sum(Decimal(one.amount) for one in found.estimate.lines) == sum(amounts)
    assert breaches(word(found), [found], [str(amounts)]) == []


def test_bills_of_two_persons_share_no_year(several: Several) -> None:
    facts = {"care": "住院", "insured": "儿童"}
    found = several.estimate("beijing-elder-child", facts, [{"cost": "3000"}, {"cost": "8000"}], ["姐姐", "弟弟"])
    assert isinstance(found, Computed)
    assert found.estimate.amount == "6790.00"  # (3000-650)*70%+(8000-650)*70%


@pytest.mark.parametrize("cost", ["", "很多", "-5", "0"])
def test_a_sum_that_cannot_be_read_is_refused(several: Several, cost: str) -> None:
    found = several.estimate("beijing-elder-child", {"care": "住院"}, [{"cost": "3000"}, {"cost": cost}])
    assert isinstance(found, Refused)


def test_a_limit_on_the_expense_is_asked_for_one_by_one(several: Several) -> None:
    policy = "guiyang-resident-2018"
    facts = {"care": "住院各项合计", "hardship": "建档立卡"}
    found = several.estimate(policy, facts, [{"cost": "30000"}, {"cost": "20000"}])
    assert isinstance(found, Refused | Needed)
