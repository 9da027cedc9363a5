"""The desk for a bureau's own documents: what it takes, what it shows, and that one bad file stops nothing."""

import base64
from datetime import date
from pathlib import Path

import gradio as gr
import pytest

from mingbai.assistant.library import Library
from mingbai.corpus.reader import Corpus
from mingbai.importing import BrokenRecordError, ImportedDocument, ImportStore
from mingbai.web import words
from mingbai.web.staff import import_sheet
from mingbai.web.staff.import_desk import ImportDesk
from mingbai.web.staff.import_sheet import Notice, Waiting, sheet_html
from tests.importing.made import FORMATS, write
from tests.importing.test_failures import SCANNED

DAY = date(2026, 1, 2)
MARKUP = '<img src=x onerror="alert(1)">'
LINES = ["云梦泽办法", f"第一条 渔民报77.5%。{MARKUP}"]


@pytest.fixture
def store(tmp_path: Path) -> ImportStore:
    return ImportStore(tmp_path / "imports")


@pytest.fixture
def desk(corpus: Corpus, store: ImportStore, tmp_path_factory: pytest.TempPathFactory) -> ImportDesk:
    library = Library(corpus, tmp_path_factory.getbasetemp() / "desk-cache", imports=store)
    return ImportDesk(library, store, lambda: DAY)


def sent(*files: tuple[str, bytes]) -> gr.EventData:
    told = [{"name": name, "data": base64.b64encode(data).decode()} for name, data in files]
    return gr.EventData(None, {"files": told})


def received(desk: ImportDesk, *files: tuple[str, bytes]) -> tuple[Waiting, str]:
    return desk.receive(True, Waiting(), sent(*files))


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_is_shown_with_its_clauses_before_anything_is_stored(desk, store, tmp_path: Path, ending: str):
    path = write(tmp_path, f"办法{ending}", LINES)
    waiting, html = received(desk, (path.name, path.read_bytes()))
    assert [one.file for one in waiting.documents] == [f"办法{ending}"]
    assert "渔民报77.5%" in html
    assert words.STORE_THEM in html
    assert store.names == ()


def test_what_was_looked_through_is_stored_found_and_listed_and_can_be_removed(desk, store):
    waiting, _ = received(desk, ("办法.txt", "\n".join(LINES).encode()))
    *steps, (left, html) = desk.keep(True, waiting)
    assert any("<progress" in step[1] for step in steps)
    assert left == Waiting()
    assert store.names == ("办法",)
    assert words.STORED.format(count=1) in html
    assert "data-changed" in html
    assert desk.library.search("渔民", k=1)[0].metadata["policy"] == "import-办法"

    *_, (_, html) = desk.remove(True, Waiting(), gr.EventData(None, {"document": "办法"}))
    assert words.REMOVED in html
    assert store.names == ()
    assert "import-办法" not in {hit.metadata["policy"] for hit in desk.library.search("渔民")}


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("空.txt", b" ", "没有文字"),
        ("坏.docx", b"PK\x03\x04 broken", "文件坏了"),
        ("扫描.pdf", SCANNED, "像是扫描件"),
        ("程序.pdf", b"MZ\x90\x00", "不是真的PDF 文件"),
        ("文章.txt", SCANNED, "不是真的文本文件"),
        ("网页.txt", b"<!DOCTYPE html><html><body>a</body></html>", "不是真的文本文件"),
        ("图.html", b"\x89PNG\r\n", "不是真的网页文件"),
        ("话.html", "没有标签".encode(), "不是真的网页文件"),
        ("表.xlsx", b"PK\x03\x04", "不认识这种文件"),
        ("没有结尾", b"a", "不认识这种文件"),
    ],
)
def test_a_bad_file_gets_its_word_and_the_rest_goes_on(desk, name: str, data: bytes, word: str):
    waiting, html = received(desk, (name, data), ("好.txt", "第一条 甲。".encode()))
    assert [one.file for one in waiting.documents] == ["好.txt"]
    [(named, why)] = waiting.failures
    assert named == name
    assert word in why
    assert word in html


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/办法.txt", "办法.txt"),
        ("C:\\temp\\办法.txt", "办法.txt"),
        ("办\u202e法\x00.txt", "办法.txt"),
        ("办\n法.TXT", "办 法.TXT"),
        ("长" * 300 + ".txt", "长" * 100 + ".txt"),
        (f"{MARKUP}.txt", '<img src=x onerror="alert(1)">.txt'),
    ],
)
def test_names_are_cleaned_and_stay_in_the_folder(desk, store, tmp_path: Path, given: str, kept: str):
    waiting, html = received(desk, (given, "第一条 甲。".encode()))
    [document] = waiting.documents
    assert document.file == kept
    assert "<img" not in html
    *_, (_, html) = desk.keep(True, waiting)
    assert "<img" not in html
    assert [path.parent for path in tmp_path.rglob("*.json")] == [tmp_path / "imports"]


@pytest.mark.parametrize(
    "told",
    [
        None,
        [],
        {"files": None},
        {"files": []},
        {"files": [{}]},
        {"files": ["a"]},
        {"files": [{"name": "a.txt", "data": "not base64!"}]},
        {"files": [{"name": "a.txt", "data": 3}]},
        {"files": [{"name": "a.txt", "data": "YQ=="}] * 11},
    ],
)
def test_what_is_no_set_of_files_is_refused(desk, told: object):
    waiting, html = desk.receive(True, Waiting(), gr.EventData(None, told))
    assert waiting == Waiting()
    assert "请分几次来" in html


def test_files_too_large_alone_or_together_are_refused(desk, monkeypatch: pytest.MonkeyPatch):
    # a megabyte of ten bytes: 100 bytes a file, 300 bytes together
    monkeypatch.setattr("mingbai.web.staff.import_desk._MEGABYTE", 10)
    text = b"a" * 100
    assert received(desk, ("a.txt", text), ("b.txt", text), ("c.txt", text))[0].documents
    assert not received(desk, ("a.txt", text + b"a"))[0].documents
    assert not received(desk, *((f"{n}.txt", text) for n in range(3)), ("d.txt", b"a"))[0].documents


def test_the_store_takes_only_so_many(desk, store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("mingbai.web.staff.import_desk.MOST_STORED", 1)
    *_, _ = desk.keep(True, received(desk, ("a.txt", "第一条 甲。".encode()))[0])
    *_, (waiting, html) = desk.keep(True, received(desk, ("b.txt", "第一条 乙。".encode()))[0])
    assert [one.file for one in waiting.documents] == ["b.txt"]
    assert words.STORE_FULL.format(most=1) in html
    assert store.names == ("a",)
    *_, (_, html) = desk.keep(True, received(desk, ("a.txt", "第一条 丙。".encode()))[0])  # in place of the first
    assert "丙" in store.find("a").clauses[0].text


def test_a_preview_says_what_it_replaces_and_shows_no_more_than_it_can(desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(import_sheet, "_MOST_SHOWN", 2)
    text = "\n".join(f"第{number}条 各不相同的第{number}句话。" for number in ("一", "二", "三", "四", "五")).encode()
    *_, _ = desk.keep(True, received(desk, ("a.txt", text))[0])
    _, html = received(desk, ("a.txt", text))
    assert "替换 2026-01-02 导入的 a.txt" in html
    assert html.count("<li><b>第") == 2
    assert words.MORE_CLAUSES.format(count=3) in html


def test_what_cannot_be_read_any_more_is_listed_and_can_be_removed(desk, store, tmp_path: Path):
    (tmp_path / "imports").mkdir()
    (tmp_path / "imports" / "坏.json").write_text("{", encoding="utf-8")
    _, html = desk.show(True)
    assert "读不出来" in html
    *_, _ = desk.remove(True, Waiting(), gr.EventData(None, {"document": "坏"}))
    assert store.names == ()


def test_removing_what_is_not_there_says_so(desk):
    *_, (_, html) = desk.remove(True, Waiting(), gr.EventData(None, {"document": "../别的"}))
    assert "还没有导入过文件" in html


def test_an_index_that_cannot_be_built_is_told(desk, monkeypatch: pytest.MonkeyPatch, caplog):
    def fails(*_: object) -> None:
        raise OSError("told to fail")

    monkeypatch.setattr(Library, "renew", fails)
    *_, (_, html) = desk.keep(True, received(desk, ("a.txt", "第一条 甲。".encode()))[0])
    assert words.NOT_INDEXED in html
    assert "told to fail" in caplog.text


def test_nothing_is_shown_to_whoever_did_not_open_the_door(desk, store):
    *_, _ = desk.keep(True, received(desk, ("a.txt", "第一条 甲。".encode()))[0])
    for unlocked in (False, None, "True"):
        assert desk.show(unlocked) == (Waiting(), "")


def test_everything_from_a_file_is_text_on_the_sheet():
    clause = {"id": "c1", "locator": MARKUP, "title": MARKUP, "text": MARKUP}
    document = ImportedDocument(
        name=MARKUP, title=MARKUP, file=MARKUP, sha256="", imported_on=DAY, notes=(MARKUP,), clauses=(clause,)
    )
    waiting = Waiting((document,), ((MARKUP, MARKUP),))
    html = sheet_html([document, BrokenRecordError(MARKUP)], waiting, Notice(MARKUP))
    assert "<img" not in html
    assert html.count("&lt;img") > 8
