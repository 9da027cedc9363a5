"""A printable paper (.docx), with the key behind it or without."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from mingbai.quiz.item import Quiz
from mingbai.quiz.wording import TYPE_NAMES, key_of, shown_choices

_FONT = "宋体"
_SIZE = Pt(11)


def write_paper(quiz: Quiz, path: Path, title: str) -> None:
    """The questions alone."""
    _paper(quiz, title).save(str(path))


def write_key(quiz: Quiz, path: Path, title: str) -> None:
    """The questions, and on a new page the key with explanations."""
    paper = _paper(quiz, title)
    paper.add_page_break()
    paper.add_heading("答案和解析", level=1)
    for number, item in enumerate(quiz.items, 1):
        paper.add_paragraph(f"{number}. {key_of(item)}").runs[0].bold = True
        paper.add_paragraph(item.explanation)
    paper.save(str(path))


def _paper(quiz: Quiz, title: str) -> Any:
    paper = Document()
    style = paper.styles["Normal"]
    style.font.name, style.font.size = _FONT, _SIZE
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    paper.add_heading(title, level=0)
    paper.add_paragraph(f"姓名:____________    共{len(quiz.items)}题    得分:________")
    for number, item in enumerate(quiz.items, 1):
        question = paper.add_paragraph(f"{number}.〔{TYPE_NAMES[item.type]}〕{item.question}")
        question.paragraph_format.keep_with_next = True
        for letter, choice in shown_choices(item):
            paper.add_paragraph(f"    {letter}. {choice.text}")
        if item.type == "number":
            paper.add_paragraph("    答:____________元")
    return paper
