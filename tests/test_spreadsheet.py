import csv
from io import StringIO

import pytest

from mingbai.spreadsheet import csv_text


def read(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_byte_order_mark_lets_spreadsheet_programs_read_the_chinese():
    assert csv_text(["问题"], []).encode().startswith(b"\xef\xbb\xbf")


def test_commas_quotes_and_line_ends_are_read_back():
    row = ["三级,二档", '他说"不对"', "一行\n又一行"]
    assert read(csv_text("abc", [row])) == [["a", "b", "c"], row]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "  ="])
def test_nothing_is_taken_for_a_formula(sign):
    said = f"{sign}cmd|' /C calc'!A0"
    assert read(csv_text(["a"], [[said]]))[1][0][0] == "'"


def test_what_is_no_formula_stays_as_it_is():
    assert read(csv_text("abc", [["能报 1-2 万", "3=3", 5]]))[1] == ["能报 1-2 万", "3=3", "5"]
