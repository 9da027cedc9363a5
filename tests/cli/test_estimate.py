"""`mingbai estimate`: the facts as they are typed, and a word to those that cannot be used."""

import json

import pytest

from mingbai.corpus.reader import Corpus
from tests.cli.typed import CHONGQING, COMPLETE, QUESTION, last_line, run

pytestmark = pytest.mark.usefixtures("settled")


def test_it_does_the_sum_without_a_conversation():
    result = run(*CHONGQING, *COMPLETE)
    assert result.exit_code == 0
    assert result.stdout.startswith("医保能报 13,140.00元")  # (30000-800)*45%
    assert "个人  16,060.00元  按比例自付:(30000−800)×55%(条款 inpatient)" in result.stdout


def test_json_is_the_estimate_of_the_reply():
    estimate = json.loads(run(*CHONGQING, *COMPLETE, "--json").stdout)
    assert estimate == json.loads(run("ask", QUESTION, "--json").stdout)["estimate"]


def test_spoken_forms_are_understood():
    spoken = ("care=住了院", "plan=2档", "hospital_level=三甲", "cost=30,000元")
    assert run(*CHONGQING, *spoken).stdout == run(*CHONGQING, *COMPLETE).stdout


def test_what_is_missing_is_named_with_its_choices():
    result = run(*CHONGQING, "care=住院", "cost=30000")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "还缺 plan(可以是:一档、二档)" in result.stderr
    assert "还缺 hospital_level(可以是:一级、二级、三级" in result.stderr
    assert last_line(result.stderr).endswith("?")


def test_a_missing_amount_has_no_choices():
    result = run(*CHONGQING, *COMPLETE[:3])
    assert result.exit_code == 2
    assert result.stderr.splitlines()[0] == "还缺 cost"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (("cost=abc",), "看不懂"),
        (("cost=-1",), "不能是负数"),
        (("cost=0",), "0元"),
        (("cost=1e5",), "看不懂"),
        (("cost=NaN",), "看不懂"),
        (("cost=200000000",), "1亿"),
        (("cost=0.001",), "最多到分"),
        (("plan=三档",), "一档、二档"),
        (("hospital_level=特级",), "一级、二级、三级"),
        (("care=按摩",), "没有“按摩”"),
        (("diseases=1.5",), "整数"),
        (("colour=red",), "没有“colour”这一项"),
        (("30000",), "键=值"),
        (("cost=",), "键=值"),
        (("=30000",), "键=值"),
    ],
)
def test_a_fact_that_cannot_be_used_gets_a_clear_word(facts: tuple[str, ...], words: str):
    result = run(*CHONGQING, *COMPLETE, *facts)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert words in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_an_unknown_policy_is_told_with_those_there_are():
    result = run("estimate", "chongqing-2099", "cost=1")
    assert result.exit_code == 2
    assert "没有“chongqing-2099”这份政策" in result.stderr
    assert "chongqing-resident-2013" in result.stderr


def test_a_policy_without_amounts_says_so(corpus: Corpus):
    guide = next(policy for policy in corpus.policies.values() if policy.kind != "policy")
    result = run("estimate", guide.id, "cost=1")
    assert result.exit_code == 2
    assert guide.title in result.stderr
