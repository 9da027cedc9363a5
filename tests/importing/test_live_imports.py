"""Imports and removals reach answers without a restart; while an index is built, the old one answers."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event, Thread

import pytest

from mingbai.assistant import desk
from mingbai.assistant.assistant import Assistant
from mingbai.assistant.library import Library
from mingbai.assistant.reply import ChatTurn
from mingbai.importing import ImportedDocument, ImportStore, read_document
from mingbai.retrieval.index import ClauseIndex
from mingbai.settings import Settings
from tests.importing.made import write

DAY = date(2026, 1, 2)
QUESTION = "渔民上岸就医要带船员证吗?"


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> ImportedDocument:
    lines = ["云梦泽居民医疗保险办法", "第一条 云梦泽渔民上岸就医,应当携带船员证原件,报销比例为77.5%。"]
    return read_document(write(tmp_path_factory.mktemp("files"), "云梦泽.txt", lines), DAY)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def store(tmp_path: Path) -> ImportStore:
    return ImportStore(tmp_path / "imports")


@pytest.fixture
def library(cache: Path, tmp_path: Path) -> Library:
    return Library.from_settings(Settings(cache=cache, imports=tmp_path / "imports"))


def said(assistant: Assistant, question: str = QUESTION) -> str:
    return assistant.reply([ChatTurn(role="user", text=question)]).text


def eventually(holds: Callable[[], bool]) -> bool:
    for _ in range(1200):
        if holds():
            return True
        time.sleep(0.1)
    return False


def test_what_another_process_stores_and_removes_is_known_without_a_restart(library, store, document):
    assistant = Assistant(library)
    assert "77.5%" not in said(assistant)
    store.save(document)
    assert eventually(lambda: "77.5%" in said(assistant))
    assert eventually(lambda: "77.5%" in said(assistant, "云梦泽居民医保渔民上岸就医报多少?"))  # its place is known too
    assert document.id in {one.policy for one in desk.shelf(library)}
    store.remove(document.name)
    assert eventually(lambda: "77.5%" not in said(assistant))
    assert document.id not in {one.policy for one in desk.shelf(library)}


def test_an_import_put_back_as_it_was_is_noticed(library, store, document):
    store.save(document)
    library.renew()
    assert document.id in library.imported
    store.remove(document.name)  # the folder is now as it was when the library was made
    assert eventually(lambda: document.id not in library.imported)


def test_a_question_meanwhile_is_answered_from_the_old_index(library, store, document, monkeypatch):
    library.index()
    build, begun, may_end = ClauseIndex.build, Event(), Event()

    def slow(*given: object, **named: object) -> ClauseIndex:
        begun.set()
        assert may_end.wait(30)
        return build(*given, **named)

    monkeypatch.setattr(ClauseIndex, "build", slow)
    store.save(document)
    renewing = Thread(target=library.renew)
    renewing.start()
    assert begun.wait(30)
    before = time.perf_counter()
    assert "import-" not in {hit.metadata["policy"][:7] for hit in library.search("渔民上岸就医")}
    assert desk.find(library, "渔民上岸就医")
    assert document.id not in library.imported
    assert time.perf_counter() - before < 5
    assert renewing.is_alive()
    may_end.set()
    renewing.join(30)
    assert library.search("渔民上岸就医", k=1)[0].metadata["policy"] == document.id


def test_a_build_that_fails_leaves_the_old_index_and_the_next_change_tries_again(
    library, store, document, monkeypatch, caplog
):
    library.index()

    def fails(*_: object, **__: object) -> ClauseIndex:
        raise OSError("told to fail")

    with monkeypatch.context() as broken:
        broken.setattr(ClauseIndex, "build", fails)
        store.save(document)
        library.search("渔民")
        assert eventually(lambda: "told to fail" in caplog.text)
        assert library.search("住院报销比例", k=1)
    caplog.clear()
    store.save(document)
    assert eventually(lambda: document.id in library.imported)


def test_an_answer_under_way_can_still_cite_what_was_removed_just_now(library, store, document):
    store.save(document)
    library.renew()
    store.remove(document.name)
    library.renew()
    assert library.citations(document.id, ["c2"])[0].quote == document.by_id["c2"].text
    with pytest.raises(KeyError):
        desk.leaf(library, document.id, "c2")


def test_search_and_shelf_show_an_import_with_its_clauses_and_no_rules(library, store, document):
    store.save(document)
    library.renew()
    best = desk.find(library, "渔民上岸就医")[0]
    assert (best.policy, best.clause, best.by_characters) == (document.id, "c2", 1)
    volume = desk.volume(library, document.id)
    assert (volume.kind, volume.title, volume.sources) == ("导入", document.title, ("云梦泽.txt",))
    assert [one.clause for one in volume.entries] == ["c1", "c2"]
    leaf = desk.leaf(library, document.id, "c2")
    assert (leaf.view.text, leaf.rules, leaf.cases) == (document.by_id["c2"].text, (), ())


def test_progress_is_told_up_to_the_last_clause(library, store, document):
    library.index()
    store.save(document)
    told: list[tuple[int, int]] = []
    library.renew(lambda done, total: told.append((done, total)))
    clauses = sum(len(one.clauses) for one in library.corpus.policies.values()) + len(document.clauses)
    assert told[-1] == (clauses, clauses)
