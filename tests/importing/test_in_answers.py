"""Imported clauses are found, opened and cited word for word, and never computed from."""

from datetime import date
from pathlib import Path

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.library import Library
from mingbai.assistant.reply import ChatTurn
from mingbai.corpus.reader import Corpus
from mingbai.importing import ImportedDocument, read_document
from tests.importing.made import write

DAY = date(2026, 1, 2)
LINES = [
    "云梦泽居民医疗保险经办规程",
    "第一条 云梦泽的渔民参保,由渔业合作社统一登记造册。",
    "第二条 渔民上岸就医,报销比例为77.5%,应当携带船员证原件。",
]


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> ImportedDocument:
    return read_document(write(tmp_path_factory.mktemp("files"), "规程.docx", LINES), DAY)


@pytest.fixture(scope="module")
def library(corpus: Corpus, document: ImportedDocument, tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library(corpus, tmp_path_factory.mktemp("cache"), imported=[document])


def test_search_finds_an_imported_clause(library: Library):
    best = library.search("渔民上岸就医的报销比例", k=1)[0]
    assert best.id == "import-规程#c3"
    assert best.metadata == {"policy": "import-规程", "clause": "c3", "kind": "imported"}


def test_search_can_be_limited_to_an_import_or_to_policies(library: Library):
    assert {hit.metadata["policy"] for hit in library.search("报销比例", ["import-规程"])} == {"import-规程"}
    assert "import-规程" not in {
        hit.metadata["policy"] for hit in library.search("渔民上岸就医", ["yuechi-resident-2009"])
    }


def test_a_citation_is_word_for_word_and_says_where(library: Library):
    [citation] = library.citations("import-规程", ["c3"])
    assert citation.quote == LINES[2]
    assert (citation.source_file, citation.part, citation.locator) == ("规程.docx", 1, "第二条")


def test_a_clause_can_be_opened(library: Library):
    view = library.clause("import-规程", "c3")
    assert view.text == LINES[2]
    assert view.nature == "导入的文件"
    assert view.places == ("规程.docx 第二条",)
    with pytest.raises(KeyError):
        library.clause("import-没有", "c1")


def test_a_reply_says_that_it_quotes_an_imported_document(library: Library):
    reply = Assistant(library).reply([ChatTurn(role="user", text="渔民上岸就医报销要带船员证吗?")])
    assert LINES[2] in reply.text
    assert reply.estimate is None
    assert reply.policies == ("import-规程",)
    assert "逐字引自导入的文件《云梦泽居民医疗保险经办规程》(规程.docx),没有参与计算,以原件为准" in reply.warnings


def test_nothing_is_computed_from_an_import(library: Library):
    assert "import-规程" not in library.books


def test_the_index_is_built_anew_when_an_import_comes_changes_or_goes(
    corpus: Corpus, document: ImportedDocument, tmp_path: Path
):
    def found(*imported: ImportedDocument) -> str:
        library = Library(corpus, tmp_path, imported=imported)
        return library.search("渔民上岸就医的报销比例", k=1)[0].text

    changed = read_document(write(tmp_path, "规程.docx", [*LINES[:2], LINES[2].replace("77.5%", "78.5%")]), DAY)
    assert "77.5%" in found(document)
    assert "78.5%" in found(changed)
    assert "渔民" not in found()
