"""Every export read back by somebody else's reader."""

import csv
import json
import shutil
import sqlite3
import subprocess
import zipfile
from itertools import takewhile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from docx import Document

from mingbai.quiz.bank import Bank
from mingbai.quiz.errors import QuizError
from mingbai.quiz.export import export
from mingbai.quiz.item import Quiz

TITLE = "重庆医保:第1期"


@pytest.fixture(scope="module")
def quiz(bank: Bank) -> Quiz:
    return bank.quiz(items=80, seed=4)


def _paper(path: Path) -> list[str]:
    return [one.text for one in Document(str(path)).paragraphs]


def test_paper_without_key_gives_no_answer_away(quiz: Quiz, tmp_path: Path) -> None:
    export(quiz, tmp_path / "paper.docx", TITLE)
    text = _paper(tmp_path / "paper.docx")
    assert text[0] == TITLE
    for number, item in enumerate(quiz.items, 1):
        assert any(line.startswith(f"{number}.〔") and line.endswith(item.question) for line in text)
    whole = "\n".join(text)
    assert "答案" not in whole
    assert not any(item.explanation in whole for item in quiz.items)
    for number, item in enumerate(quiz.items, 1):
        if item.type == "number":  # the same figure may well stand in another question
            assert not any(item.answer in line for line in _under(text, number))


def _under(text: list[str], number: int) -> list[str]:
    """What stands under the question of a number, up to the next one."""
    start = next(at for at, line in enumerate(text) if line.startswith(f"{number}.〔"))
    return list(takewhile(lambda line: not line.startswith(f"{number + 1}.〔"), text[start + 1 :]))


def test_paper_with_key_has_every_answer_behind_the_questions(quiz: Quiz, tmp_path: Path) -> None:
    export(quiz, tmp_path / "paper.docx", TITLE, with_key=True)
    text = _paper(tmp_path / "paper.docx")
    key = text[text.index("答案和解析") + 1 :]
    answers, explanations = key[::2], key[1::2]
    assert explanations == [item.explanation for item in quiz.items]
    for number, (line, item) in enumerate(zip(answers, quiz.items, strict=True), 1):
        assert line.startswith(f"{number}. ")
        assert item.answer in line


_PARSE = "console.log(JSON.stringify(require('gift-pegjs').parse(require('fs').readFileSync(0, 'utf8'))))"


def _parsed_by_node(text: str) -> list[dict[str, Any]]:
    """GIFT as the npm package gift-pegjs reads it; skipped where it is not installed."""
    node = shutil.which("node")
    if node is None or subprocess.run([node, "-e", "require.resolve('gift-pegjs')"], capture_output=True).returncode:
        pytest.skip("needs node with gift-pegjs (set NODE_PATH)")
    done = subprocess.run([node, "-e", _PARSE], input=text, capture_output=True, text=True, check=True)
    return [one for one in json.loads(done.stdout) if one["type"] != "Category"]


def test_gift_is_read_by_a_gift_parser(quiz: Quiz, tmp_path: Path) -> None:
    export(quiz, tmp_path / "quiz.gift", TITLE)
    questions = _parsed_by_node((tmp_path / "quiz.gift").read_text(encoding="utf-8"))
    for question, item in zip(questions, quiz.items, strict=True):
        assert (question["title"], question["stem"]["text"]) == (item.id, item.question)
        assert question["globalFeedback"]["text"] == item.explanation
        if item.type == "true_false":
            assert question["isTrue"] is (item.answer == "对")
        elif item.type == "number":
            full = [one["text"]["number"] for one in question["choices"] if one["weight"] is None]
            assert full == [float(item.answer)]
        else:
            told = [(one["text"]["text"], one["isCorrect"], one["feedback"]["text"]) for one in question["choices"]]
            assert told == [(one.text, one.right, one.why) for one in item.choices]


def test_gift_escapes_its_own_signs(quiz: Quiz, tmp_path: Path) -> None:
    export(quiz, tmp_path / "quiz.gift", TITLE)
    blocks = (tmp_path / "quiz.gift").read_text(encoding="utf-8").strip().split("\n\n")
    assert len(blocks) == 1 + len(quiz.items)
    for block, item in zip(blocks[1:], quiz.items, strict=True):
        bare = block.replace("\\{", "").replace("\\}", "")
        assert (bare.count("{"), bare.count("}")) == (1, 1), item
        right = [line for line in block.splitlines() if line.startswith("=") and not line.startswith("=%0%")]
        assert len(right) == (0 if item.type == "true_false" else 1)


def _notes(path: Path) -> dict[str, list[str]]:
    with zipfile.ZipFile(path) as package:
        package.extract("collection.anki2", path.parent)
    store = sqlite3.connect(path.parent / "collection.anki2")
    rows = store.execute("select guid, flds from notes").fetchall()
    store.close()
    return {guid: fields.split("\x1f") for guid, fields in rows}


def test_anki_package_holds_every_item_under_its_id(quiz: Quiz, tmp_path: Path) -> None:
    export(quiz, tmp_path / "quiz.apkg", TITLE)
    notes = _notes(tmp_path / "quiz.apkg")
    assert set(notes) == {item.id for item in quiz.items}
    for item in quiz.items:
        if "<" not in item.answer and "&" not in item.answer:
            assert item.answer in notes[item.id][2].replace("&quot;", '"').replace("&#x27;", "'")


def test_anki_export_again_updates_instead_of_doubling(quiz: Quiz, tmp_path: Path) -> None:
    ids = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        path = tmp_path / name / "quiz.apkg"
        export(quiz, path, TITLE)
        _notes(path)
        store = sqlite3.connect(path.parent / "collection.anki2")
        ids.append(
            (
                store.execute("select distinct mid from notes").fetchall(),
                store.execute("select did from cards").fetchone(),
            )
        )
        store.close()
    assert ids[0] == ids[1]


def test_csv_has_one_line_for_each_item(quiz: Quiz, tmp_path: Path) -> None:
    export(quiz, tmp_path / "quiz.csv", TITLE)
    with (tmp_path / "quiz.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["题号"] for row in rows] == [item.id for item in quiz.items]
    for row, item in zip(rows, quiz.items, strict=True):
        shown = [row[letter] for letter in "ABCD"]
        assert row["答案"] == item.answer
        assert item.type == "number" or item.answer in shown


def test_json_keeps_to_its_schema(quiz: Quiz, tmp_path: Path) -> None:
    export(quiz, tmp_path / "quiz.json", TITLE)
    record = json.loads((tmp_path / "quiz.json").read_text(encoding="utf-8"))
    schema = Quiz.model_json_schema(mode="serialization")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(record, schema)
    keys = {"id", "type", "question", "choices", "answer", "explanation", "citations"}
    assert all(set(item) == keys for item in record["items"])
    broken = {"items": [{**record["items"][0], "type": "essay"}]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)


def test_unknown_ending_gets_a_clear_word(quiz: Quiz, tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="docx"):
        export(quiz, tmp_path / "quiz.pdf", TITLE)
