"""`mingbai quiz` as it is typed."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mingbai.cli import app
from mingbai.quiz.store.terms import Terms

CHONGQING = ("--policy", "chongqing-resident-2013")


@pytest.fixture(autouse=True)
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINGBAI_STORE", f"sqlite:///{tmp_path / 'store' / 'quiz.sqlite3'}")


def _run(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, ["quiz", *words], input=typed)


def test_new_prints_the_public_json_and_nothing_else() -> None:
    result = _run("new", *CHONGQING, "--items", "12", "--seed", "7", "--json")
    record = json.loads(result.stdout)
    assert set(record) == {"items"}
    assert len(record["items"]) == 12
    for item in record["items"]:
        assert set(item) == {"id", "type", "question", "choices", "answer", "explanation", "citations"}
        assert all(set(choice) == {"text", "right", "why"} for choice in item["choices"])


def test_same_seed_prints_the_same() -> None:
    words = ("new", *CHONGQING, "--policy", "yuechi-resident-2009", "--items", "5", "--seed", "3", "--json")
    assert _run(*words).stdout == _run(*words).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*CHONGQING, "--items", "0"), "1或更大"),
        (("--policy", "xiuning-resident", "--items", "5000"), "最多能出"),
        ((*CHONGQING, "--topic", "天气"), "没有“天气”这个专题"),
        (("--policy", "atlantis"), "没有编号是“atlantis”的政策"),
        ((*CHONGQING, "--out", "quiz.pdf"), ".docx"),
    ],
)
def test_bad_wish_gets_a_clear_word_and_exit_code_2(words: tuple[str, ...], said: str) -> None:
    result = _run("new", *words, "--json")
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_paper_is_written(tmp_path: Path) -> None:
    result = _run("new", *CHONGQING, "--out", str(tmp_path / "paper.docx"), "--key")
    assert result.exit_code == 0
    assert (tmp_path / "paper.docx").stat().st_size > 0


def test_quiz_is_taken_stopped_and_taken_up_again() -> None:
    words = ("take", *CHONGQING, "--items", "3", "--topic", "share", "--name", "小王")
    stopped = _run(*words, typed="A\nq\n")
    assert "第1题/共3题" in stopped.stdout
    session = re.search(r"--resume (\w+)", stopped.stdout)
    assert session
    again = _run("take", "--resume", session[1], typed="不知所云\nA\nA\n")
    assert "第1题" not in again.stdout
    assert "请回答" in again.stdout
    assert "做完了:3题" in again.stdout
    assert "报销比例" in again.stdout


def test_clause_is_opened_before_answering() -> None:
    result = _run("take", *CHONGQING, "--items", "1", "--topic", "share", typed="?\nA\n")
    assert "一档" in result.stdout.split("答案(")[1]
    assert "做完了" in result.stdout


def test_daily_practice_is_stopped_and_taken_up_and_then_done_for_the_day() -> None:
    words = ("practice", *CHONGQING, "--items", "2", "--topic", "share", "--name", "小王")
    assert "第2题/共2题" in _run(*words, typed="A\nq\n").stdout
    assert "第1题/共1题" in _run(*words, typed="A\n").stdout
    assert "第1题" not in _run(*words).stdout


def test_feedback_can_wait_until_the_end() -> None:
    result = _run("take", *CHONGQING, "--items", "2", "--topic", "share", "--final", typed="A\nA\n")
    before_end = result.stdout.split("做完了")[0]
    assert "✓" not in before_end
    assert "✗" not in before_end


def test_how_feedback_is_told_is_kept_with_the_run() -> None:
    words = ("take", *CHONGQING, "--items", "2", "--topic", "share", "--final", "--name", "小王")
    _run(*words, typed="A\n")
    resumed = _run("take", "--resume", "last", "--name", "小王", typed="A\n").stdout
    assert "依据" not in resumed.split("做完了")[0]


def test_only_one_difficulty_is_asked() -> None:
    hard = _run("new", "--items", "5", "--difficulty", "难", "--seed", "1", "--json")
    assert hard.stdout == _run("new", "--items", "5", "--difficulty", "hard", "--seed", "1", "--json").stdout
    assert hard.stdout != _run("new", "--items", "5", "--seed", "1", "--json").stdout
    assert "易(easy)" in _run("new", "--difficulty", "很难").stderr


def test_time_that_is_over_is_said_kindly(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is a minute; the clock of the answers is set an hour later."""
    words = ("take", *CHONGQING, "--items", "2", "--topic", "share", "--minutes", "1", "--name", "小王")
    begun = _run(*words, typed="A\nq\n")
    assert "限时1分钟,还剩1分0秒" in begun.stdout
    at_once = Terms.seconds_left
    monkeypatch.setattr(
        Terms, "seconds_left", lambda self, begun_at, now: at_once(self, begun_at, now + timedelta(hours=1))
    )
    session = re.search(r"--resume (\w+)", begun.stdout)
    assert session
    late = _run("take", "--resume", session[1], typed="A\n")
    assert "做完了:1题对了" in late.stdout
    assert "还有1题没来得及答" in late.stdout
    assert _run(*words[:-2], "--minutes", "0").exit_code == 2


def test_last_one_is_taken_up_by_name() -> None:
    _run("take", *CHONGQING, "--items", "2", "--topic", "share", "--name", "小王", typed="A\n")
    assert "第2题/共2题" in _run("take", "--resume", "last", "--name", "小王").stdout
    assert _run("take", "--resume", "last", "--name", "小李").exit_code == 2


def test_class_is_opened_taken_and_evaluated() -> None:
    opened = _run("open-class", "周一班", *CHONGQING, "--items", "2", "--topic", "share")
    code = re.search(r"加入码:(\w{6})", opened.stdout)
    assert code
    assert "做完了" in _run("take", "--join", code[1], "--name", "小王", typed="A\nA\n").stdout
    shown = _run("results", code[1]).stdout
    assert "小王" in shown
    assert "…" not in shown  # a question too long for its column is folded, not cut
    assert _run("results", code[1], "--csv").stdout.count("小王") == 2
    assert _run("results", "ABCDEF").exit_code == 2
