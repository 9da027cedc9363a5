"""What differs from the figures somebody has read is told, whatever else the passage holds."""

import random
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mingbai.audit.proofreading import FOLDER, FRONT, Difference, differences, keep, unread
from mingbai.cli import app
from mingbai.corpus.models import Policy
from mingbai.corpus.reader import Corpus, inspect_corpus

from .county import LAYOUT, ORIGINAL, POLICY

ROOT = Path(__file__).parents[2]
FILE = "policies/county.md"
PER_POLICY = 25


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """The corpus folder of the invented county, its figures read, with its original beside it."""
    corpus = tmp_path / "corpus"
    (corpus / "policies").mkdir(parents=True)
    shutil.copy(ROOT / "corpus" / "vocabulary.yaml", corpus)
    (corpus / "originals.yaml").write_text(LAYOUT, encoding="utf-8")
    (corpus / FILE).write_text(POLICY, encoding="utf-8")
    (tmp_path / "originals").mkdir()
    (tmp_path / "originals" / "a.txt").write_text(ORIGINAL, encoding="utf-8")
    keep(corpus, read(corpus))
    return corpus


def read(corpus: Path) -> Policy:
    found, problems = inspect_corpus(corpus)
    assert found is not None
    assert problems == []
    return found.policies["county"]


def change(corpus: Path, written: str, instead: str) -> Policy:
    text = (corpus / FILE).read_text(encoding="utf-8")
    assert written in text
    (corpus / FILE).write_text(text.replace(written, instead, 1), encoding="utf-8")
    return read(corpus)


def proofread(corpus: Path, *arguments: str, answer: str = "") -> tuple[int, str]:
    command = ["proofread", "--sources", str(corpus.parent / "originals"), *arguments]
    result = CliRunner().invoke(app, command, input=answer, env={"MINGBAI_CORPUS": str(corpus)})
    return result.exit_code, result.output


def test_what_was_read_does_not_differ(county: Path):
    assert list(differences(county, read(county))) == []


@pytest.mark.parametrize(
    ("written", "instead", "clause", "changes"),
    [
        # both figures stand in the passage, so that no comparison with it would tell them apart
        ("9月1日到9月30日", "9月1日到9月1日", "premium", "30 → 1"),
        ("  - share: 45%", "  - share: 60%", "inpatient", "45% → 60%"),
        ("year: 2012年", "year: 2013年", FRONT, "2012 → 2013"),
        ("第二年接着用", "第三年接着用", "surplus", "二 → 三"),
        ("一年最多30000元", "最多30000元", "inpatient", "一 → 没有"),
    ],
)
def test_a_changed_figure_is_told(county: Path, written: str, instead: str, clause: str, changes: str):
    [one] = differences(county, change(county, written, instead))
    assert (one.clause, one.changes) == (clause, changes)


def test_words_worked_cases_and_ways_of_asking_are_no_figures(county: Path):
    change(county, "对得上。", "一样，统一算的。")
    change(county, "{tells: 住院报百分之几, says: 45, sum: 45*1}", "{tells: 住院报几成, says: 4.5, sum: 45/10}")
    policy = change(county, "```rule\ndeadline", "```asked\n- {people: [三个月了还行吗]}\n```\n\n```rule\ndeadline")
    assert list(differences(county, policy)) == []


def test_a_new_clause_and_one_that_is_gone_are_told(county: Path):
    assert [one.changes for one in differences(county, change(county, "{#surplus}", "{#rest}"))] == [
        "没有 → 2012 50% 二",
        "没有这一条了(2012 50% 二)",
    ]


def test_nothing_is_asked_of_a_policy_whose_original_is_not_at_hand(county: Path):
    shutil.rmtree(county / FOLDER)
    assert list(unread(county, read(county)))
    waiting = change(county, "{file: a.txt, part: 1}", "{file: a.txt, part: 1, awaited: 还没有扫描}")
    assert list(unread(county, waiting)) == []


def test_reading_shows_the_passage_and_keeps_what_is_confirmed(county: Path):
    policy = change(county, "9月1日到9月30日交", "9月1日到30日交")
    assert list(differences(county, policy)) == [Difference("premium", 16, "9 → 没有")]
    code, said = proofread(county, "county", answer="n\n")
    assert code == 1
    assert "9 → 没有" in said
    assert "缴费时间为9月1日至30日" in said
    assert list(unread(county, policy))
    code, said = proofread(county, "county", answer="y\n")
    assert code == 0
    assert list(unread(county, policy)) == []


def test_what_the_passage_does_not_have_cannot_be_confirmed(county: Path):
    policy = change(county, "每人60元，2012年", "每人70元，2012年")
    code, said = proofread(county, "--yes")
    assert code == 1
    assert "70" in said
    assert list(unread(county, policy))
    assert proofread(county, "nowhere")[0] == 2


@pytest.mark.parametrize("id", sorted(path.stem for path in (ROOT / "corpus" / FOLDER).glob("*.yaml")))
def test_any_digit_of_the_corpus_that_changes_is_told(tmp_path: Path, corpus: Corpus, id: str):
    """Digits of clauses, notes and ready answers, drawn at random and changed in a copy of the file."""
    policy, chance = corpus.policies[id], random.Random(id)
    text = (ROOT / "corpus" / policy.file).read_text(encoding="utf-8")
    answers = [asked.answer or "" for clause in policy.clauses for asked in clause.asked]
    stated = [*policy.notes, *(clause.text for clause in policy.clauses), *answers]
    places = [
        begin + digit.start() for one in stated if (begin := text.find(one)) >= 0 for digit in re.finditer(r"\d", one)
    ]
    (tmp_path / policy.file).parent.mkdir()
    shutil.copytree(ROOT / "corpus" / FOLDER, tmp_path / FOLDER)
    for place in chance.sample(places, min(PER_POLICY, len(places))):
        other = str((int(text[place]) + chance.randint(1, 9)) % 10)
        (tmp_path / policy.file).write_text(text[:place] + other + text[place + 1 :], encoding="utf-8")
        assert list(differences(tmp_path, policy)), text[place - 20 : place + 20]
