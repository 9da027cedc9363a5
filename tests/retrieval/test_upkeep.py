import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mingbai.retrieval import (
    Clause,
    DuplicateClauseError,
    IndexUnreadableError,
    StaticEncoder,
    ensure_index,
    open_current,
)

OLD: list[Clause] = [("old", "住院起付线", {}), ("old-2", "缴费时间", {})]
NEW: list[Clause] = [("new", "住院起付线", {}), ("new-2", "缴费时间", {}), ("new-3", "材料", {})]

MANY = 1500
BUILDER = f"""
import sys
from pathlib import Path
import chromadb
from mingbai.retrieval import ensure_index
folder, version = sys.argv[1:]
clauses = [(f"{{version}} {{n}}", f"第{{n}}条 住院起付线{{n}}元" * 5, {{}}) for n in range({MANY})]
print("ready", flush=True)
ensure_index(clauses, Path(folder), corpus_hash=version).close()
"""
READER = """
import sys
from pathlib import Path
from mingbai.retrieval import open_current
index = open_current(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
print(index.search("住院起付线")[0].id)
"""


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def builds(folder: Path) -> list[Path]:
    return sorted(folder.glob("build-*"))


def unread() -> Iterator[Clause]:
    raise AssertionError("the clauses were read although nothing changed")
    yield OLD[0]


def test_built_on_first_use_and_taken_as_it_is_after(tmp_path: Path) -> None:
    ensure_index(OLD, tmp_path / "new" / "folder", corpus_hash="1").close()
    with ensure_index(unread(), tmp_path / "new" / "folder", corpus_hash="1") as index:
        assert index.search("起付线")[0].id == "old"


def test_rebuilt_when_the_corpus_changed_and_the_old_one_is_gone(tmp_path: Path) -> None:
    ensure_index(OLD, tmp_path, corpus_hash="1").close()
    with ensure_index(NEW, tmp_path, corpus_hash="2") as index:
        assert (len(index), index.search("起付线")[0].id) == (3, "new")
    assert len(builds(tmp_path)) == 1


def test_rebuilt_when_the_words_changed(tmp_path: Path) -> None:
    ensure_index(OLD, tmp_path, corpus_hash="1").close()
    with ensure_index(NEW, tmp_path, corpus_hash="1", words=["起付线"]) as index:
        assert len(index) == 3


def test_rebuilt_when_the_encoder_changed(tmp_path: Path) -> None:
    class Retrained(StaticEncoder):
        def __init__(self) -> None:
            super().__init__()
            self.fingerprint = "retrained"

    ensure_index(OLD, tmp_path, corpus_hash="1").close()
    with ensure_index(NEW, tmp_path, corpus_hash="1", encoder=Retrained()) as index:
        assert len(index) == 3


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 3])


def scribble(file: Path) -> None:
    file.write_bytes(b"\xff" * file.stat().st_size)


@pytest.mark.parametrize("harm", [cut_short, scribble, Path.unlink])
@pytest.mark.parametrize(
    "pattern",
    [
        "current.json",
        "build-*/clauses.json",
        "build-*/bigrams/data.csc.index.npy",
        "build-*/words/vocab.index.json",
        "build-*/vectors/chroma.sqlite3",
    ],
)
def test_a_damaged_index_is_rebuilt(tmp_path: Path, pattern: str, harm: Callable[[Path], None]) -> None:
    ensure_index(OLD, tmp_path, corpus_hash="1").close()
    (damaged,) = tmp_path.glob(pattern)
    harm(damaged)
    with ensure_index(NEW, tmp_path, corpus_hash="1") as index:
        assert (len(index), index.search("起付线")[0].id) == (3, "new")
    assert len(builds(tmp_path)) == 1


@pytest.mark.parametrize("lost", ["build-*", "build-*/vectors", "build-*/vectors/*-*"])
def test_an_index_that_lost_a_folder_still_answers(tmp_path: Path, lost: str) -> None:
    ensure_index(OLD, tmp_path, corpus_hash="1").close()
    (folder,) = tmp_path.glob(lost)
    shutil.rmtree(folder)
    with ensure_index(OLD, tmp_path, corpus_hash="1") as index:
        best = index.search("起付线")[0]
    assert best.id == "old"
    assert best.dense


def test_a_failed_build_leaves_the_old_index(tmp_path: Path) -> None:
    ensure_index(OLD, tmp_path, corpus_hash="1").close()
    with pytest.raises(DuplicateClauseError):
        ensure_index([*NEW, NEW[0]], tmp_path, corpus_hash="2")
    with open_current(tmp_path) as index:
        assert len(index) == 2


def test_a_folder_without_an_index_says_so(tmp_path: Path) -> None:
    with pytest.raises(IndexUnreadableError, match="build it again"):
        open_current(tmp_path)


def test_a_kill_at_any_moment_leaves_the_old_or_the_new_index_whole(tmp_path: Path) -> None:
    with start(BUILDER, tmp_path, "round 0") as process:
        began = time.monotonic()
    assert process.returncode == 0
    whole_build = time.monotonic() - began
    current = "round 0"
    chance = random.Random()
    for number, part in enumerate([0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 1.0], start=1):
        with start(BUILDER, tmp_path, f"round {number}") as process:
            time.sleep(whole_build * part * chance.uniform(0.8, 1.2))
            process.kill()
        with open_current(tmp_path) as index:
            rounds = {hit.id.rsplit(" ", 1)[0] for hit in index.search("住院起付线", k=20)}
            assert len(index) == MANY
        assert rounds in ({current}, {f"round {number}"})
        (current,) = rounds
    with ensure_index(NEW, tmp_path, corpus_hash="last") as index:
        assert len(index) == 3
    assert len(builds(tmp_path)) == 1


def test_two_that_build_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    with start(BUILDER, tmp_path, "same") as one, start(BUILDER, tmp_path, "same") as two:
        pass
    assert (one.returncode, two.returncode) == (0, 0)
    with open_current(tmp_path) as index:
        assert len(index) == MANY
    assert len(builds(tmp_path)) == 1


def test_a_reader_in_another_process_keeps_its_index_until_it_ends(tmp_path: Path) -> None:
    ensure_index(OLD, tmp_path, corpus_hash="1").close()
    reader = start(READER, tmp_path)
    with ensure_index(NEW, tmp_path, corpus_hash="2") as index:
        assert index.search("住院起付线")[0].id == "new"
    assert len(builds(tmp_path)) == 2
    assert reader.communicate("go on\n", timeout=30)[0] == "old\n"
    ensure_index(OLD, tmp_path, corpus_hash="3").close()
    assert len(builds(tmp_path)) == 1
