"""What is imported is kept under a clean name until it is imported anew or removed."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.importing import BrokenRecordError, ImportedDocument, ImportStore, clean_name, read_document
from mingbai.importing.errors import UnknownNameError
from tests.importing.made import write

DAY = date(2026, 1, 2)


@pytest.fixture
def store(tmp_path: Path) -> ImportStore:
    return ImportStore(tmp_path / "imports")


def _document(folder: Path, text: str, day: date = DAY) -> ImportedDocument:
    return read_document(write(folder, "医保 办法(2020).txt", [text]), day)


def test_what_is_stored_comes_back(store: ImportStore, tmp_path: Path):
    document = _document(tmp_path, "第一条 报60%。")
    store.save(document)
    assert store.names == ("医保-办法-2020",)
    assert list(store.documents()) == [document]
    assert document.id == "import-医保-办法-2020"
    assert document.imported_on == DAY
    assert [path.name for path in (tmp_path / "imports").iterdir()] == ["医保-办法-2020.json"]


def test_importing_anew_replaces(store: ImportStore, tmp_path: Path):
    first = _document(tmp_path, "第一条 报60%。")
    second = _document(tmp_path, "第一条 报65%。", date(2026, 2, 1))
    store.save(first)
    store.save(second)
    assert list(store.documents()) == [second]
    assert first.digest != second.digest
    assert first.sha256 != second.sha256


@pytest.mark.parametrize("name", ["医保-办法-2020", "import-医保-办法-2020", "医保 办法(2020)"])
def test_a_document_is_removed_by_its_name(store: ImportStore, tmp_path: Path, name: str):
    store.save(_document(tmp_path, "第一条 报60%。"))
    assert store.remove(name) == "医保-办法-2020"
    assert not store.names


def test_an_unknown_name_is_told_with_those_that_are_known(store: ImportStore, tmp_path: Path):
    with pytest.raises(UnknownNameError, match="还没有导入过"):
        store.remove("别的")
    store.save(_document(tmp_path, "第一条 报60%。"))
    with pytest.raises(UnknownNameError, match="医保-办法-2020"):
        store.remove("../别的")


def test_a_damaged_record_does_not_hide_the_others(store: ImportStore, tmp_path: Path):
    document = _document(tmp_path, "第一条 报60%。")
    store.save(document)
    (tmp_path / "imports" / "坏的.json").write_text("{", encoding="utf-8")
    found = list(store.documents())
    assert document in found
    assert [str(one) for one in found if isinstance(one, BrokenRecordError)] == [
        "存着的导入文件 坏的 读不出来;请重新导入它"
    ]
    assert store.find_readable("坏的") is None


@given(st.text(max_size=120))
def test_a_clean_name_is_one_file_of_the_folder_and_stays_as_it_is(stem: str):
    name = clean_name(stem)
    assert clean_name(name) == name
    assert len(name.encode()) <= 245
    assert not set(name) & set('/\\.:*?"<>| \0\n')
