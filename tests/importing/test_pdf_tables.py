"""Ruled tables of a PDF come whole with their header; what cannot be taken so without loss stays lines."""

import io
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from mingbai.importing import ImportedDocument, read_document
from mingbai.importing.document import document_of
from mingbai.importing.formats import portable_tables
from mingbai.importing.text import numbers
from tests.importing.made import Piece, coded, portable, ruled

DAY = date(2026, 1, 2)
TABLE = [["医院", "起付线", "比例"], ["一级", "150", "80%"], ["二级", "350", "70%"], ["三级", "1,000", "60%"]]
MARKDOWN = (
    "| 医院 | 起付线 | 比例 |\n| --- | --- | --- |\n| 一级 | 150 | 80% |\n| 二级 | 350 | 70% |\n| 三级 | 1,000 | 60% |"
)


def read(*pages: list[Piece]) -> ImportedDocument:
    return document_of("a.pdf", ruled(pages), DAY)


def texts(document: ImportedDocument) -> list[str]:
    return [clause.text for clause in document.clauses]


def test_a_table_stands_whole_between_the_words_around_it():
    document = read(["第一条 住院按下表报销。", TABLE, "第二条 自2020年1月1日起施行。"])
    assert texts(document) == [f"第一条 住院按下表报销。\n\n{MARKDOWN}", "第二条 自2020年1月1日起施行。"]


def test_two_tables_of_one_page_stay_apart():
    document = read([TABLE[:2], "以上是居民,以下是职工。", [["档次", "金额"], ["一档", "90"]]])
    assert "| 一级 | 150 | 80% |\n\n以上是居民,以下是职工。\n\n| 档次 | 金额 |" in "\n\n".join(texts(document))


def test_a_table_goes_on_over_the_page_and_its_header_is_said_once():
    pages: list[list[Piece]] = [["第一条 如下表。", TABLE[:3]], [[TABLE[0], TABLE[3]], "第二条 完。"]]
    assert texts(read(*pages)) == [f"第一条 如下表。\n\n{MARKDOWN}", "第二条 完。"]


def test_page_numbers_do_not_cut_a_table_in_two():
    pages: list[list[Piece]] = [["第一条 如下表。", TABLE[:3], "- 1 -"], [TABLE[3:], "第二条 完。", "- 2 -"]]
    first, second = texts(read(*pages))
    assert first.endswith("| 三级 | 1,000 | 60% |")
    assert second == "第二条 完。"


def test_a_header_with_figures_is_kept_each_time():
    header = ["医院", "2020年", "2021年"]
    document = read([[header, ["一级", "80%", "85%"]]], [[header, ["二级", "70%", "75%"]]])
    assert "\n".join(texts(document)).count("2020年") == 2


def merged() -> bytes:
    """A table in which 三级 goes down over two rows and 比例 across two columns, drawn cell by cell."""
    cells = [
        (50, 760, 60, 20, "医院"), (110, 760, 120, 20, "比例"),
        (50, 720, 60, 40, "三级"), (110, 740, 60, 20, "市内"), (170, 740, 60, 20, "60%"),
        (110, 720, 60, 20, "市外"), (170, 720, 60, 20, "50%"),
    ]  # fmt: skip
    return _drawn(cells)


def _drawn(cells: list[tuple[int, int, int, int, str]]) -> bytes:
    """Words at places, with a frame around those that have a width and a height."""
    content = "".join(
        (f"{x} {y} {width} {height} re S\n" if width else "") + f"BT /F 10 Tf {x + 4} {y + 6} Td {coded(text)} Tj ET\n"
        for x, y, width, height, text in cells
    )
    return portable([[text for *_, text in cells]], [content])


def test_a_cell_that_goes_down_is_said_in_each_row_and_one_that_goes_across_once():
    document = document_of("a.pdf", merged(), DAY)
    assert texts(document) == ["| 医院 | 比例 |  |\n| --- | --- | --- |\n| 三级 | 市内 | 60% |\n| 三级 | 市外 | 50% |"]


def test_words_beside_a_table_would_be_lost_so_the_page_stays_lines():
    cells = [
        (50, 760, 60, 20, "医院"),
        (110, 760, 60, 20, "比例"),
        (50, 740, 60, 20, "一级"),
        (110, 740, 60, 20, "80%"),
    ]
    whole = texts(document_of("a.pdf", _drawn(cells), DAY))
    assert whole[0].startswith("| 医院 | 比例 |")
    beside = texts(document_of("a.pdf", _drawn([*cells, (300, 750, 0, 0, "每年调整一次")]), DAY))
    assert "每年调整一次" in "".join(beside)
    assert "|" not in "".join(beside)
    assert {"80"} == set(numbers("".join(beside)))


def test_more_pages_with_tables_than_are_looked_at_are_told_of(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(portable_tables, "MOST_PAGES", 1)
    document = read([TABLE], ["间隔。", TABLE])
    assert document.notes == ("有表格的页太多,第2页起的表格按一行一行导入",)
    assert texts(document)[0].startswith("| 医院 |")
    assert "1,000" in "".join(texts(document)).split("间隔。")[1]
    assert "|" not in "".join(texts(document)).split("间隔。")[1]


def test_where_tables_cannot_be_read_the_lines_are(monkeypatch: pytest.MonkeyPatch):
    def fails(*_: object) -> None:
        raise IndexError("told to fail")

    monkeypatch.setattr(portable_tables, "_page", fails)
    document = read(["第一条 如下表。", TABLE])
    assert Counter(numbers("".join(texts(document)))) >= Counter(["150", "80", "350", "70", "1,000", "60"])


def test_a_file_locked_without_a_password_gives_its_tables_too(tmp_path: Path):
    writer = PdfWriter(PdfReader(io.BytesIO(ruled([[TABLE]]))))
    writer.encrypt("", "owner", algorithm="RC4-128")
    with (tmp_path / "a.pdf").open("wb") as file:
        writer.write(file)
    assert texts(read_document(tmp_path / "a.pdf", DAY)) == [MARKDOWN]


_CELL = st.sampled_from(["150", "1,200.50", "45%", "2013", "3.5万", "0.01", "一级", "三级医院", "不报", "①", ""])
_GRID = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(_CELL, min_size=width, max_size=width), min_size=2, max_size=6)
)
_LINE = st.sampled_from(["第一条 报60%。", "第二条 每年320元,", "(一)一级医院150元", "附表", "2020年1月1日"])


@settings(max_examples=60, deadline=None)
@given(pages=st.lists(st.lists(st.one_of(_LINE, _GRID), min_size=1, max_size=6), min_size=1, max_size=3))
def test_every_number_of_a_table_stands_in_some_clause(pages: list[list[Piece]]):
    cells = [
        cell for page in pages for one in page for row in ([[one]] if isinstance(one, str) else one) for cell in row
    ]
    wanted = Counter(number for cell in cells for number in numbers(cell))
    if not any(cells):
        return
    stands = Counter(number for text in texts(read(*pages)) for number in numbers(text))
    assert set(stands) == set(wanted)
    assert stands >= wanted
