"""`mingbai ask`: what it prints, where, and with which exit code."""

import json
from pathlib import Path

import pytest

from tests.cli.typed import QUESTION, last_line, run, whole_process


@pytest.mark.usefixtures("settled")
class TestAsk:
    def test_it_prints_the_amount_the_statement_the_clause_and_the_year(self):
        result = run("ask", QUESTION)
        assert result.exit_code == 0
        assert result.stdout.startswith("医保能报 13,140.00元,自己付 16,860.00元。")  # (30000-800)*45%; 30000-13140
        assert "医保基金  13,140.00元  医保报销:(30000−800)×45%(条款 inpatient)" in result.stdout
        assert "依据:《重庆市城乡居民合作医疗保险(2013)》" in result.stdout
        assert "002_02e12ab9ff262432.txt 第2篇 四(三)" in result.stdout
        assert last_line(result.stdout) == "提醒:政策为2013年度,现行标准以当地医保局为准。"
        assert "**" not in result.stdout

    def test_further_arguments_are_further_turns(self):
        result = run("ask", QUESTION, "那要是一档呢", "说错了,是5万")
        assert result.stdout.startswith("医保能报 19,680.00元")  # (50000-800)*40%

    def test_json_is_the_last_reply_and_nothing_else(self):
        result = run("ask", QUESTION, "那要是一档呢", "--json")
        reply = json.loads(result.stdout)
        assert reply["kind"] == "estimate"
        assert reply["estimate"]["amount"] == "11680.00"  # (30000-800)*40%
        assert "choices" not in reply

    def test_a_source_that_stands_three_times_is_printed_three_times(self):
        result = run("ask", "岳池居民医保,三级医院住院花了2万,能报多少")
        assert [f"第{part}篇" in result.stdout for part in (3, 4, 6)] == [True, True, True]

    def test_without_a_question_it_says_how_to_ask(self):
        result = run("ask")
        assert result.exit_code == 2
        assert "mingbai ask" in result.stderr

    @pytest.mark.parametrize("nothing", ["", "   ", "🤔"])
    def test_nothing_readable_is_answered_kindly(self, nothing: str):
        result = run("ask", nothing)
        assert result.exit_code == 0
        assert result.stdout.strip()


@pytest.mark.usefixtures("settled")
class TestBatch:
    def test_it_answers_line_by_line_in_order(self, tmp_path: Path):
        records = [
            {"id": "b", "turns": [QUESTION, "那要是一档呢"]},
            {"id": "a", "turns": ["你好"]},
            {"id": 3, "turns": []},
        ]
        result = run("ask", "--batch", str(_batch(tmp_path, *map(json.dumps, records))))
        assert result.exit_code == 0
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        assert [answer["id"] for answer in answers] == ["b", "a", 3]
        assert [list(answer) for answer in answers] == [["id", "replies"]] * 3
        assert [len(answer["replies"]) for answer in answers] == [2, 1, 0]
        # (30000-800)*45%, (30000-800)*40%
        assert [reply["estimate"]["amount"] for reply in answers[0]["replies"]] == ["13140.00", "11680.00"]

    def test_a_broken_line_is_named_and_the_rest_goes_on(self, tmp_path: Path):
        lines = ['{"id": 1, "turns": ["你好"]}', "{不是JSON", '{"id": 2}', "[1]", "", '{"id": 3, "turns": ["谢谢"]}']
        result = run("ask", "--batch", str(_batch(tmp_path, *lines)))
        assert result.exit_code == 1
        assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [1, 3]
        assert [line.split("行")[0] for line in result.stderr.splitlines()] == ["第2", "第3", "第4"]
        assert "Traceback" not in result.output

    def test_conversations_do_not_hear_one_another(self, tmp_path: Path):
        lines = [json.dumps({"id": 1, "turns": [QUESTION]}), json.dumps({"id": 2, "turns": ["那要是一档呢"]})]
        result = run("ask", "--batch", str(_batch(tmp_path, *lines)))
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        assert answers[1]["replies"][0]["estimate"] is None

    def test_a_batch_that_is_not_there(self, tmp_path: Path):
        result = run("ask", "--batch", str(tmp_path / "nowhere.jsonl"))
        assert result.exit_code == 2
        assert "nowhere.jsonl" in "".join(line.strip("│ ") for line in result.stderr.splitlines())  # the box wraps

    def test_lines_of_a_batch_that_are_no_text_or_no_list_of_texts(self, tmp_path: Path):
        path = tmp_path / "in.jsonl"
        good = '{"id": 3, "turns": ["你好"]}'.encode()
        path.write_bytes(b"\xff\xfe\n" + '{"id": 2, "turns": "你好"}'.encode() + b"\n" + good + b"\n")
        result = run("ask", "--batch", str(path))
        assert result.exit_code == 1
        assert [line.split("行")[0] for line in result.stderr.splitlines()] == ["第1", "第2"]
        assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [3]


def _batch(folder: Path, *lines: str) -> Path:
    path = folder / "in.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_whole_process_prints_json_and_nothing_on_the_side(tmp_path: Path):
    done = whole_process(tmp_path, "ask", QUESTION, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["estimate"]["amount"] == "13140.00"  # (30000-800)*45%
    assert done.stderr == ""
