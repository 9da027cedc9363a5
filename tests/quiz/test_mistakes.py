"""The known mistakes give the amounts that somebody who makes them gets, worked out here by hand."""

from decimal import Decimal

from mingbai.quiz.bank import Bank
from mingbai.quiz.makers.mistakes import slips
from mingbai.rules.case import Case
from mingbai.rules.estimate import Estimate, estimate


def _wrong(bank: Bank, policy: str, **facts: str) -> dict[str, str]:
    """What each mistake gives, by the mistake."""
    book = bank.shelf.books[policy]
    case = Case.read(facts, bank.shelf.corpus.vocabulary)
    result = estimate(book, case)
    assert isinstance(result, Estimate)
    return {one.why: str(one.amount) for one in slips(bank.shelf, book.by_care[facts["care"]], case, result)}


def test_mistakes_of_an_inpatient_bill(bank: Bank) -> None:
    wrong = _wrong(
        bank, "chongqing-resident-2013", care="住院", plan="二档", hospital_level="三级", cost="30000"
    )  # right: (30000-800)*45% = 13140
    assert wrong["忘了扣起付线"] == "13500.00"  # 30000*45%
    assert wrong["顺序弄反了:先乘了比例,再扣起付线"] == "12700.00"  # 30000*45%-800
    assert wrong["算成了自己要付的钱,问的是医保付的钱"] == "16860.00"  # 30000-13140
    assert wrong["看错了医院等级:按二级算了"] == "19305.00"  # (30000-300)*65%
    assert wrong["看错了参保档次:按一档算了"] == "11680.00"  # (30000-800)*40%
    yuechi = "拿错了政策:这是按《岳池县城镇居民基本医疗保险(2009)》算的"
    assert wrong[yuechi] == "16197.50"  # (30000-550)*55%


def test_points_taken_for_a_factor(bank: Bank) -> None:
    facts = {"care": "住院", "plan": "二档", "hospital_level": "三级", "cost": "30000", "filed": "否"}
    wrong = _wrong(bank, "chongqing-resident-2013", care_place="外地", **facts)  # right: (30000-840)*40% = 11664
    assert wrong["把百分点当成了倍数"] == "12465.90"  # (30000-840)*45%*95%
    assert wrong["漏掉了对这种情形的调整"] == "13140.00"  # (30000-800)*45%


def test_band_applied_to_the_whole(bank: Bank) -> None:
    policy = "unnamed-city-employee-catastrophic"
    wrong = _wrong(bank, policy, care="大病保险补偿", excess="100000")
    # right: 40000*85% + 40000*90% + 20000*95% = 34000 + 36000 + 19000 = 89000
    assert wrong["把最高一段的比例套到了整笔费用上"] == "95000.00"  # 100000*95%


def test_cap_forgotten_and_on_the_wrong_side(bank: Bank) -> None:
    facts = {"care": "慢性病门诊", "hospital_level": "二级", "cost": "3600"}
    wrong = _wrong(bank, "chongqing-resident-2013", **facts)  # right: min(3600*60%, 1000) = 1000
    assert wrong["忘了封顶线"] == "2160.00"  # 3600*60%
    side = "封顶线放错了一边:报销金额的封顶和费用的封顶弄混了"
    assert wrong[side] == "600.00"  # min(3600, 1000)*60%


def test_no_amount_is_negative(bank: Bank) -> None:
    wrong = _wrong(bank, "chongqing-resident-2013", care="住院", plan="一档", hospital_level="三级", cost="280")
    assert all(Decimal(amount) >= 0 for amount in wrong.values())
