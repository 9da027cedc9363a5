"""The command line as its users meet it: what it prints, where, and with which exit code."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from mingbai.assistant import library as library_room
from mingbai.cli import app
from mingbai.corpus.reader import Corpus

ROOT = Path(__file__).resolve().parents[1]
QUESTION = "我交的是重庆居民医保二档,在三甲医院住院花了3万,能报多少?"
CHONGQING = ("estimate", "chongqing-resident-2013")
COMPLETE = ("care=住院", "plan=二档", "hospital_level=三级", "cost=30000")


@pytest.fixture(scope="module")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch, corpus: Corpus, cache_folder: Path) -> None:
    """The repository's corpus, read once for all calls, and an index of these tests' own."""
    for name in [name for name in os.environ if name.startswith("MINGBAI_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("MINGBAI_CACHE", str(cache_folder))
    monkeypatch.setattr(library_room, "read_corpus", lambda folder: corpus)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def last_line(text: str) -> str:
    return text.strip().splitlines()[-1]


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


def _batch(folder: Path, *lines: str) -> Path:
    path = folder / "in.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("settled")
class TestEstimate:
    def test_it_does_the_sum_without_a_conversation(self):
        result = run(*CHONGQING, *COMPLETE)
        assert result.exit_code == 0
        assert result.stdout.startswith("医保能报 13,140.00元")  # (30000-800)*45%
        assert "个人  16,060.00元  按比例自付:(30000−800)×55%(条款 inpatient)" in result.stdout

    def test_json_is_the_estimate_of_the_reply(self):
        estimate = json.loads(run(*CHONGQING, *COMPLETE, "--json").stdout)
        assert estimate == json.loads(run("ask", QUESTION, "--json").stdout)["estimate"]

    def test_spoken_forms_are_understood(self):
        spoken = ("care=住了院", "plan=2档", "hospital_level=三甲", "cost=30,000元")
        assert run(*CHONGQING, *spoken).stdout == run(*CHONGQING, *COMPLETE).stdout

    def test_what_is_missing_is_named_with_its_choices(self):
        result = run(*CHONGQING, "care=住院", "cost=30000")
        assert result.exit_code == 2
        assert result.stdout == ""
        assert "还缺 plan(可以是:一档、二档)" in result.stderr
        assert "还缺 hospital_level(可以是:一级、二级、三级" in result.stderr
        assert last_line(result.stderr).endswith("?")

    def test_a_missing_amount_has_no_choices(self):
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
    def test_a_fact_that_cannot_be_used_gets_a_clear_word(self, facts: tuple[str, ...], words: str):
        result = run(*CHONGQING, *COMPLETE, *facts)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert words in result.stderr
        assert isinstance(result.exception, SystemExit)

    def test_an_unknown_policy_is_told_with_those_there_are(self):
        result = run("estimate", "chongqing-2099", "cost=1")
        assert result.exit_code == 2
        assert "没有“chongqing-2099”这份政策" in result.stderr
        assert "chongqing-resident-2013" in result.stderr

    def test_a_policy_without_amounts_says_so(self, corpus: Corpus):
        guide = next(policy for policy in corpus.policies.values() if policy.kind != "policy")
        result = run("estimate", guide.id, "cost=1")
        assert result.exit_code == 2
        assert guide.title in result.stderr


def whole_process(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MINGBAI_")}
    environment |= {"MINGBAI_CACHE": str(folder), "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-m", "mingbai.cli", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment | settings, capture_output=True, encoding="utf-8", timeout=60, check=False
    )


class TestWhatIsWrongIsSaidWithoutAStackTrace:
    def test_a_broken_corpus(self, tmp_path: Path):
        (tmp_path / "policies").mkdir()
        shutil.copy(ROOT / "corpus" / "vocabulary.yaml", tmp_path)
        (tmp_path / "policies" / "broken.md").write_text("没有文件头", encoding="utf-8")
        for command in (("ask", "你好"), ("estimate", "x", "cost=1"), ("search", "住院")):
            done = whole_process(tmp_path, *command, MINGBAI_CORPUS=str(tmp_path))
            assert done.returncode == 1
            assert done.stderr.startswith("policies/broken.md:1: ")
            assert "Traceback" not in done.stderr

    def test_an_unreadable_setting(self, tmp_path: Path):
        done = whole_process(tmp_path, "ask", "你好", MINGBAI_PORT="八千")
        assert done.returncode == 1
        assert done.stderr.strip() == "环境变量 MINGBAI_PORT 的值「八千」读不懂。"

    def test_an_address_that_cannot_be_opened(self, tmp_path: Path):
        done = whole_process(tmp_path, "serve", "--port", "99999")
        assert done.returncode == 1
        assert "打不开 127.0.0.1:99999" in done.stderr
        assert "Traceback" not in done.stderr

    @pytest.mark.parametrize(
        ("line", "told"),
        [
            (("quiz", "new", "--seed", "abc"), "--seed 读不懂"),
            (("estimate",), "POLICY 没有写"),
            (("ask", "--jsn"), "是不是 --json"),
            (("askk",), "没有这个命令;可以是:ask、estimate"),
            (("index", "x"), "多写了"),
        ],
    )
    def test_a_wrong_command_line(self, tmp_path: Path, line: tuple[str, ...], told: str):
        done = whole_process(tmp_path, *line)
        assert done.returncode == 2
        assert told in done.stderr
        assert done.stderr.rstrip().endswith("--help")
        assert "Traceback" not in done.stderr

    @pytest.mark.usefixtures("settled")
    def test_a_batch_that_is_not_there(self, tmp_path: Path):
        result = run("ask", "--batch", str(tmp_path / "nowhere.jsonl"))
        assert result.exit_code == 2
        assert "nowhere.jsonl" in "".join(line.strip("│ ") for line in result.stderr.splitlines())  # the box wraps

    @pytest.mark.usefixtures("settled")
    def test_lines_of_a_batch_that_are_no_text_or_no_list_of_texts(self, tmp_path: Path):
        path = tmp_path / "in.jsonl"
        good = '{"id": 3, "turns": ["你好"]}'.encode()
        path.write_bytes(b"\xff\xfe\n" + '{"id": 2, "turns": "你好"}'.encode() + b"\n" + good + b"\n")
        result = run("ask", "--batch", str(path))
        assert result.exit_code == 1
        assert [line.split("行")[0] for line in result.stderr.splitlines()] == ["第1", "第2"]
        assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [3]


@pytest.mark.usefixtures("settled")
class TestDocuments:
    def test_a_procedure_of_a_place_is_a_checklist_with_its_clause(self):
        lines = run("documents", "重庆", "外伤").stdout.splitlines()
        assert lines[0] == "外伤病人报销(外伤病人)"
        assert lines[1].startswith("  1. 村（居）委会出具的外伤证明(加盖村（居）委会鲜章和乡镇社保服务机构鲜章")
        assert lines[2] == "  2. 本人的承诺书"
        assert "条款 injury" in lines[-1]
        assert "2013年度" in lines[-1]

    def test_a_condition_that_holds_adds_what_it_demands(self):
        asked = ("documents", "changsha-special-drugs-2016", "资格申请")
        without, with_it = (json.loads(run(*asked, *more, "--json").stdout)[0] for more in ((), ("--if", "必要时")))
        assert "必要时" in without["conditions"]
        assert len(with_it["needed"]) > len(without["needed"])

    def test_without_words_the_procedures_are_listed(self):
        listed = run("documents", "长沙").stdout.splitlines()
        assert len(listed) == 3  # qualification, payment, heirs
        assert all(line.startswith("长沙市") for line in listed)

    def test_a_procedure_nobody_wrote_about_is_said(self):
        result = run("documents", "上海", "特药")
        assert result.exit_code == 2
        assert result.stderr.startswith("没有找到")


@pytest.mark.usefixtures("settled")
class TestSearchAndIndex:
    def test_the_index_is_built_and_counted(self, corpus: Corpus):
        result = run("index")
        assert result.exit_code == 0
        clauses = sum(len(policy.clauses) for policy in corpus.policies.values())
        assert last_line(result.stdout) == f"索引里有 {clauses} 个条款。"

    def test_search_shows_the_clauses_with_the_scores_of_each_index(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setenv("COLUMNS", "160")
        result = run("search", "重庆 外伤住院要什么证明")
        assert result.exit_code == 0
        assert "chongqing-resident-2013#injury" in result.stdout
        assert all(heading in result.stdout for heading in ("综合", "向量", "字对", "词"))
        assert "第1名" in result.stdout

    def test_search_gives_as_many_as_wanted(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setenv("COLUMNS", "160")
        assert run("search", "住院", "--k", "2").stdout.count("#") == 2
        assert run("search", "住院", "--k", "0").exit_code == 2


class TestCheck:
    def test_a_corpus_without_mistakes_is_counted(self, monkeypatch: pytest.MonkeyPatch, small_corpus: Path):
        monkeypatch.setenv("MINGBAI_CORPUS", str(small_corpus))
        monkeypatch.setenv("COLUMNS", "160")
        result = run("check")
        assert result.exit_code == 0
        assert "chongqing-resident-2013" in result.stdout
        assert last_line(result.stdout) == "语料没有问题。"

    def test_each_mistake_is_named_with_its_file_and_line(self, monkeypatch: pytest.MonkeyPatch, small_corpus: Path):
        path = small_corpus / "policies" / "chongqing-resident-2013.md"
        text = path.read_text(encoding="utf-8")
        # The table says 46 %, the worked cases beside it still (30000-800)*45%.
        path.write_text(text.replace("二级: 65%, 三级: 45%}", "二级: 65%, 三级: 46%}", 1), encoding="utf-8")
        monkeypatch.setenv("MINGBAI_CORPUS", str(small_corpus))
        result = run("check")
        assert result.exit_code == 1
        first = result.stderr.splitlines()[0]
        assert first.startswith("policies/chongqing-resident-2013.md:")
        assert "13140" in result.stderr
        assert last_line(result.stderr).endswith("处要改")

    def test_a_folder_without_a_corpus_is_told_with_the_way_out(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
        monkeypatch.setenv("MINGBAI_CORPUS", str(tmp_path))
        for command in (("check",), ("ask", "你好"), ("index",), ("search", "住院"), CHONGQING):
            result = run(*command)
            assert result.exit_code == 1
            assert "MINGBAI_CORPUS" in result.stderr

    @pytest.fixture
    def small_corpus(self, tmp_path: Path) -> Path:
        """Chongqing alone, with the vocabulary."""
        (tmp_path / "policies").mkdir()
        shutil.copy(ROOT / "corpus" / "vocabulary.yaml", tmp_path)
        shutil.copy(ROOT / "corpus" / "policies" / "chongqing-resident-2013.md", tmp_path / "policies")
        return tmp_path


def test_the_whole_process_prints_json_and_nothing_on_the_side(tmp_path: Path):
    done = whole_process(tmp_path, "ask", QUESTION, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["estimate"]["amount"] == "13140.00"  # (30000-800)*45%
    assert done.stderr == ""
