"""A file that cannot be read gets a clear word, and the rest goes on."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter

from mingbai.importing import ImportingError, read_all, reading
from mingbai.importing.errors import (
    BrokenFileError,
    EmptyFileError,
    MissingFileError,
    ProtectedFileError,
    SameNameError,
    ScannedFileError,
    TooLargeError,
    UnsupportedFormatError,
)
from tests.importing.made import portable, write

DAY = date(2026, 1, 2)
SCANNED = portable([[], []])


def _locked() -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(portable([["甲"]]))))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _empty_word() -> bytes:
    stream = io.BytesIO()
    Document().save(stream)
    return stream.getvalue()


def _other_package() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("a.txt", "甲")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "error", "words"),
    [
        ("a.txt", b"", EmptyFileError, "没有文字"),
        ("a.txt", b" \n\n", EmptyFileError, "没有文字"),
        ("a.txt", b"\x00\x01\x02\xff", BrokenFileError, "不是真的文本文件"),
        ("a.docx", _empty_word(), EmptyFileError, "没有文字"),
        ("a.docx", b"PK\x03\x04 broken", BrokenFileError, "不是真的Word 文件"),
        ("a.docx", _other_package(), BrokenFileError, "不是真的Word 文件"),
        ("a.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"old", ProtectedFileError, "密码"),
        ("a.pdf", b"%PDF-1.7 broken", BrokenFileError, "不是真的PDF 文件"),
        ("a.pdf", portable([["甲"]])[:300], BrokenFileError, "文件坏了"),
        ("a.pdf", SCANNED, ScannedFileError, "2页都没有文字,像是扫描件"),
        ("a.pdf", _locked(), ProtectedFileError, "密码"),
        ("a.html", b"<html><script>1</script></html>", EmptyFileError, "没有文字"),
        ("a.xls", b"1", UnsupportedFormatError, ".docx"),
    ],
)
def test_each_failure_says_what_it_is(tmp_path: Path, name: str, data: bytes, error: type[ImportingError], words: str):
    (tmp_path / name).write_bytes(data)
    good = write(tmp_path, "good.txt", ["第一条 甲。"])
    batch = read_all([tmp_path / name, good], DAY)
    assert [one.file for one in batch.documents] == ["good.txt"]
    [(path, found)] = batch.failures
    assert path.name == name
    assert type(found) is error
    assert words in str(found)


def test_what_is_not_there_is_named(tmp_path: Path):
    batch = read_all([tmp_path / "none.txt", tmp_path], DAY)
    assert [type(error) for _, error in batch.failures] == [MissingFileError, MissingFileError]


def test_too_large_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = write(tmp_path, "a.txt", ["第一条 甲。"])
    monkeypatch.setattr(reading, "_MOST_BYTES", 5)
    [(_, error)] = read_all([path], DAY).failures
    assert type(error) is TooLargeError


def test_a_package_that_unpacks_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = write(tmp_path, "a.docx", ["第一条 甲。"])
    monkeypatch.setattr(reading, "_MOST_UNPACKED", 5)
    [(_, error)] = read_all([path], DAY).failures
    assert type(error) is TooLargeError


def test_two_files_of_one_name_are_not_mixed_up(tmp_path: Path):
    files = [write(tmp_path, "办法.txt", ["甲。"]), write(tmp_path, "办法.md", ["乙。"])]
    batch = read_all([*files, files[0]], DAY)
    assert [one.file for one in batch.documents] == ["办法.txt"]
    [(path, error)] = batch.failures
    assert path.name == "办法.md"
    assert type(error) is SameNameError


def test_each_file_is_told_of(tmp_path: Path):
    done: list[int] = []
    read_all([write(tmp_path, "a.txt", ["甲"]), tmp_path / "b.txt"], DAY, lambda: done.append(1))
    assert len(done) == 2


def _packed(names: list[str], size: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            package.writestr(name, b"\0" * size)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("names", "size", "words"),
    [
        (["word/document.xml"], 50_000_001, "文字部分超过50MB"),
        ([f"word/{number}.xml" for number in range(6)], 9_000_000, "文字部分超过50MB"),  # 6 x 9 MB = 54 MB
        (["word/document.xml", *(f"word/media/{number}" for number in range(5_000))], 0, "5000个以上"),
    ],
)
def test_a_few_bytes_that_unpack_to_very_much_are_refused_unread(
    tmp_path: Path, names: list[str], size: int, words: str
):
    data = _packed(names, size)
    assert len(data) < 1_000_000
    (tmp_path / "a.docx").write_bytes(data)
    [(_, error)] = read_all([tmp_path / "a.docx"], DAY).failures
    assert type(error) is TooLargeError
    assert words in str(error)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"%PDF-1.7 text"),
        ("a.md", b"PK\x03\x04"),
        ("a.md", b"{\\rtf1 text}"),
        ("a.txt", b"\n <html lang=zh><p>1</p></html>"),
        ("a.html", b"MZ\x90\x00<p>1</p>"),
        ("a.txt", b"\x7fELF\x02\x01\x01"),
        ("a.html", b"no tag"),
        ("a.pdf", b"<html><p>1</p></html>"),
        ("a.docx", b"%PDF-1.7"),
    ],
)
def test_a_file_renamed_to_another_kind_is_refused(tmp_path: Path, name: str, data: bytes):
    (tmp_path / name).write_bytes(data)
    [(_, error)] = read_all([tmp_path / name], DAY).failures
    assert type(error) is BrokenFileError


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"BMI 1,MZ 2"),
        ("a.txt", "\ufeff第一条 1".encode("utf-16")),
        ("a.txt", "第一条 <p> 和 <html> 是标签 1".encode("gb18030")),
        ("a.md", b"# 1 <br> <b>"),
        ("a.html", "<p>1</p>".encode("utf-16")),
        ("a.html", b"<?xml version='1.0'?><!DOCTYPE html><html><body>1</body></html>"),
        ("a.pdf", b"\n\n" + portable([["1"]])),
    ],
)
def test_a_file_that_is_what_it_says_is_read(tmp_path: Path, name: str, data: bytes):
    (tmp_path / name).write_bytes(data)
    [document] = read_all([tmp_path / name], DAY).documents
    assert "1" in document.clauses[0].text
