"""A bureau's own documents are found, quoted word for word and never computed from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.library import Library
from mingbai.corpus.reader import Corpus
from mingbai.importing import read_document
from tests.assistant.turns import last_estimate, last_reply

TEXT = """# 深圳市医疗救助办法
第一条 本办法适用于深圳市户籍居民。
第二条 低保对象住院自付部分按照百分之九十救助,每年最高12万元。
第三条 申请医疗救助应当在出院后90日内提出,并提交身份证复印件、住院发票原件。
"""


@pytest.fixture(scope="module")
def assistant(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("imported")
    file = folder / "深圳市医疗救助办法.md"
    file.write_text(TEXT, encoding="utf-8")
    return Assistant(Library(corpus, folder / "cache", imported=[read_document(file, date(2026, 11, 21))]))


def test_a_place_outside_the_corpus_is_answered_from_the_import(assistant: Assistant, tmp_path: Path) -> None:
    reply = last_reply(assistant, "深圳医疗救助出院后几天内申请")
    assert "应当在出院后90日内提出" in reply.text
    assert reply.citations[0].locator == "第三条"
    assert "逐字引自导入的文件" in reply.warnings[0]


def test_nothing_is_computed_from_it(assistant: Assistant) -> None:
    reply = last_reply(assistant, "深圳低保住院自付2万能报多少")
    assert reply.estimate is None
    assert reply.kind == "decline"
    assert "18,000" not in reply.text  # 20000×90%


def test_the_corpus_still_computes_beside_it(assistant: Assistant) -> None:
    _, estimate = last_estimate(assistant, "重庆二档三甲住院3万能报多少")
    assert estimate.amount == "13140.00"  # (30000-800)*45%


def test_another_place_is_still_declined(assistant: Assistant) -> None:
    assert last_reply(assistant, "上海居民医保住院3万能报多少").kind == "decline"
