"""`mingbai documents`: the checklist of a procedure."""

import json

import pytest

from tests.cli.typed import run

pytestmark = pytest.mark.usefixtures("settled")


def test_a_procedure_of_a_place_is_a_checklist_with_its_clause():
    lines = run("documents", "重庆", "外伤").stdout.splitlines()
    assert lines[0] == "外伤病人报销(外伤病人)"
    assert lines[1].startswith("  1. 村（居）委会出具的外伤证明(加盖村（居）委会鲜章和乡镇社保服务机构鲜章")
    assert lines[2] == "  2. 本人的承诺书"
    assert "条款 injury" in lines[-1]
    assert "2013年度" in lines[-1]


def test_a_condition_that_holds_adds_what_it_demands():
    asked = ("documents", "changsha-special-drugs-2016", "资格申请")
    without, with_it = (json.loads(run(*asked, *more, "--json").stdout)[0] for more in ((), ("--if", "必要时")))
    assert "必要时" in without["conditions"]
    assert len(with_it["needed"]) > len(without["needed"])


def test_without_words_the_procedures_are_listed():
    listed = run("documents", "长沙").stdout.splitlines()
    assert len(listed) == 3  # qualification, payment, heirs
    assert all(line.startswith("长沙市") for line in listed)


def test_a_procedure_nobody_wrote_about_is_said():
    result = run("documents", "上海", "特药")
    assert result.exit_code == 2
    assert result.stderr.startswith("没有找到")
