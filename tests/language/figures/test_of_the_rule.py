"""A figure of the rule that is meant is no bill where the words speak of the rule."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mingbai.language.utterance import SentenceReader

QINGHAI = frozenset({Decimal(5000)})


@pytest.mark.parametrize(
    "sentence",
    [
        "青海大病自负5000以上,我妈报完剩了21000",
        "起步5000的那个,报完剩两万一",
        "满5000才给,自己剩了21000",
        "报完剩21000,5000那条线过了",
    ],
)
def test_a_line_of_the_rule_is_no_second_bill(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence, of_rule=QINGHAI)
    assert not said.are_several
    assert Decimal(21_000) in said.facts.values()
    assert Decimal(5000) not in [said.facts.get(one) for one in ("cost", "own_share", "excess")]


def test_what_was_spent_counts_however_much_it_is(reader: SentenceReader) -> None:
    assert reader.read("花了5000以上,又花了21000", of_rule=QINGHAI).are_several
    assert reader.read("自己掏了5000", of_rule=QINGHAI).facts["own_share"] == 5000


def test_a_figure_that_no_rule_has_stays(reader: SentenceReader) -> None:
    assert reader.read("青海大病自负5000以上,我妈报完剩了21000").are_several


def test_the_limit_of_the_fund_named_behind_its_sum_is_a_bound(reader: SentenceReader) -> None:
    said = reader.read("我超4万统筹封顶的部分有13万")
    assert said.facts == {"basic_cap": 40_000, "excess": 130_000}


def test_bare_figures_of_so_many_visits_are_what_they_cost(reader: SentenceReader) -> None:
    said = reader.read("村医室这个月看了三回 40、60、100,一共给报多少")
    assert [one.facts["cost"] for one in said.bills] == [40, 60, 100]
    assert reader.read("第二回住 1150 起付降不降,报多少").facts.get("cost") == 1150
