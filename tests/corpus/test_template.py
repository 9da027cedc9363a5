"""`mingbai new`: a file that passes the check as it is, and no file where the id is bad or taken."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mingbai.cli import app
from mingbai.corpus.kinds import DeadlineRule, DocumentsRule, PremiumRule
from mingbai.corpus.models import AdjustRule, EstimateRule
from mingbai.corpus.reader import inspect_corpus
from mingbai.corpus.template import UnfitIdError, UsedIdError, template, write_template
from mingbai.rules.worked import check_worked_cases

CORPUS = Path(__file__).parent.parent.parent / "corpus"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus that holds a vocabulary and no document."""
    shutil.copy(CORPUS / "vocabulary.yaml", tmp_path)
    return tmp_path


def test_a_new_policy_passes_the_check(folder: Path):
    path = write_template("shenzhen-resident-2024", folder)
    assert path == folder / "policies" / "shenzhen-resident-2024.md"
    corpus, problems = inspect_corpus(folder)
    assert corpus is not None
    [policy] = corpus.policies.values()
    assert [*problems, *check_worked_cases(policy, corpus.vocabulary)] == []


def test_it_holds_one_rule_of_each_common_kind_and_says_that_its_figures_are_invented(folder: Path):
    write_template("shenzhen-resident-2024", folder)
    corpus, _ = inspect_corpus(folder)
    assert corpus is not None
    [policy] = corpus.policies.values()
    kinds = [type(rule) for clause in policy.clauses for rule in clause.rules]
    assert kinds == [EstimateRule, AdjustRule, PremiumRule, DocumentsRule, DeadlineRule]
    assert all("示例" in clause.title and "示例" in clause.text for clause in policy.clauses)


@pytest.mark.parametrize("policy_id", ["Shenzhen", "深圳", "a--b", "-a", "a_b", "../a", "", "a\n"])
def test_an_id_that_is_none_is_refused(folder: Path, policy_id: str):
    with pytest.raises(UnfitIdError, match="小写字母"):
        template(policy_id)


def test_an_id_that_is_taken_is_refused_in_whatever_folder(folder: Path):
    (folder / "guides").mkdir()
    (folder / "guides" / "a-guide.md").write_text("guide", encoding="utf-8")
    write_template("a-policy", folder)
    for policy_id, file in (("a-policy", "policies/a-policy.md"), ("a-guide", "guides/a-guide.md")):
        with pytest.raises(UsedIdError, match=file):
            write_template(policy_id, folder)
    assert (folder / "guides" / "a-guide.md").read_text(encoding="utf-8") == "guide"


def test_the_command_writes_or_says_why_not(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MINGBAI_CORPUS", str(folder))
    assert CliRunner().invoke(app, ["new", "a-policy"]).exit_code == 0
    again = CliRunner().invoke(app, ["new", "a-policy"])
    assert again.exit_code == 2
    assert "已经有 a-policy 了" in again.output
