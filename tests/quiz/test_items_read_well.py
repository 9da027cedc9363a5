"""Items as a trainer reads them: no likely answer beside the key, nothing given away, nothing nobody would ask."""

import re

import pytest

from mingbai.quiz.bank import Bank
from mingbai.quiz.item import Item

IN_2013 = re.compile(r"是2013年\d+月\d+日")


@pytest.fixture(scope="module")
def by_kind(bank: Bank) -> dict[str, list[Item]]:
    """Every item of the cheap kinds, and the bills of one policy with simple care."""
    kinds = (
        "adjustment",
        "figure",
        "figure-claim",
        "period",
        "day",
        "window-day",
        "in-force",
        "nature",
        "which",
        "bag",
    )
    found: dict[str, list[Item]] = {kind: [] for kind in kinds}
    for policy in bank.policies:
        for prompt in bank.prompts(policy.id):
            item = prompt.item() if prompt.kind in found else None
            if item is not None:
                found[prompt.kind].append(item)
    return found


def _questions(items: list[Item]) -> str:
    return "\n".join(item.question for item in items)


def _choices(items: list[Item]) -> str:
    return "\n".join(f"{choice.text}|{choice.why}" for item in items for choice in item.choices)


def test_yes_and_no_are_said_in_words(by_kind: dict[str, list[Item]]) -> None:
    """看错了行:这是没享受实时救助的起付线, not 这是否的起付线."""
    told = _choices([*by_kind["figure"], *by_kind["figure-claim"]])
    assert not re.search("这是[是否]的", told)
    assert "这是享受实时救助的" in told


def test_a_choice_that_its_fact_already_names_stands_alone(by_kind: dict[str, list[Item]]) -> None:
    assert "在职或退休:" not in _questions(by_kind["adjustment"])
    assert "在职或退休是" not in _questions(by_kind["figure"])


def test_a_deductible_that_falls_away_is_offered_beside_halving_it(by_kind: dict[str, list[Item]]) -> None:
    fallen = [item for item in by_kind["adjustment"] if item.answer == "改为0元"]
    assert fallen
    assert all({"减半", "提高一倍"} & {choice.text for choice in item.choices} for item in fallen)


def test_a_cap_that_is_lifted_has_more_than_one_wrong_answer(by_kind: dict[str, list[Item]]) -> None:
    lifted = [item for item in by_kind["adjustment"] if item.answer == "改为不封顶"]
    assert lifted
    assert all(len(item.choices) > 2 for item in lifted)


def test_a_period_of_as_good_as_the_same_length_is_no_wrong_answer(by_kind: dict[str, list[Item]]) -> None:
    three_months = [item for item in by_kind["period"] if item.answer == "3个月"]
    assert three_months
    assert "90日" not in {choice.text for item in three_months for choice in item.choices}


def test_a_period_that_begins_later_is_only_asked_about_by_its_day(by_kind: dict[str, list[Item]]) -> None:
    """Newborns in Beijing: 90 days that begin 28 days after the birth are not 90 days from the birth."""
    assert "“出生”起" not in _questions(by_kind["period"])
    assert "出生的那天是" in _questions(by_kind["day"])


def test_an_event_with_a_day_of_its_own_is_given_no_other(by_kind: dict[str, list[Item]]) -> None:
    assert "次月初" not in _questions(by_kind["day"])


def test_days_lie_in_the_time_a_policy_was_in_force(by_kind: dict[str, list[Item]]) -> None:
    """重庆's notice held in 2013 only."""
    asked = [item.question for item in by_kind["day"] if item.policy == "chongqing-resident-2013"]
    assert asked
    assert all(IN_2013.search(question) for question in asked)


def test_nobody_judges_a_double_negative(by_kind: dict[str, list[Item]]) -> None:
    assert "不在" not in _questions([*by_kind["window-day"], *by_kind["in-force"]])
    for kind in ("window-day", "in-force"):
        assert {item.answer for item in by_kind[kind]} == {"对", "错"}


def test_the_title_does_not_give_the_nature_away(by_kind: dict[str, list[Item]]) -> None:
    assert not re.search(r"\((新闻|广告|.*征求意见稿|.*工作报告)", _questions(by_kind["nature"]))


def test_nobody_is_sent_to_an_advertisement_or_an_unnamed_county(by_kind: dict[str, list[Item]]) -> None:
    answers = {item.policy for item in by_kind["which"]}
    assert "chongqing-resident-2013" in answers
    assert not answers & {"chongqing-xinxing-hospital", "jilin-county-resident-2008", "beijing-designated-institutions"}


def test_what_is_in_the_bag_is_offered_last(by_kind: dict[str, list[Item]]) -> None:
    packed = sum("已经在袋子里" in choice.why for item in by_kind["bag"] for choice in item.choices)
    assert packed * 10 < len(by_kind["bag"])


def test_bills_are_such_as_people_have(bank: Bank) -> None:
    """Nobody spends more than 10,000 yuan on an ordinary visit or in a village clinic."""
    bills = {
        prompt.facts
        for policy in bank.policies
        for prompt in bank.prompts(policy.id)
        if prompt.kind == "amount-number" and {"care=普通门诊", "hospital_level=村卫生室"} & set(prompt.facts)
    }
    costs = [float(fact.partition("=")[2]) for facts in bills for fact in facts if fact.startswith("cost=")]
    assert costs
    assert max(costs) < 10_000


def test_at_least_nothing_is_not_asked(bank: Bank) -> None:
    doubtful = [one for one in bank.prompts("guangxi-catastrophic-pilot-2013") if one.kind == "amount-doubt"]
    items = [item for one in doubtful if (item := one.item())]
    assert items
    assert not [item for item in items if item.answer.startswith("至少0.00元")]


def test_what_is_taken_for_granted_is_said_as_people_say_it(bank: Bank) -> None:
    sums = [one for one in bank.prompts("yuechi-resident-2009") if one.kind == "amount-number"][:20]
    asked = _questions([item for one in sums if (item := one.item())])
    assert "今年此前没有报销过" in asked
    assert ":0.00元" not in asked


def test_a_group_is_not_named_twice(bank: Bank) -> None:
    premiums = [one for one in bank.prompts("chongqing-resident-2013") if one.kind == "premium"]
    asked = _questions([item for one in premiums if (item := one.item())])
    assert "选二档的人的" in asked
    assert "参保档次" not in asked
