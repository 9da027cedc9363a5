"""Everything an answer is made from: the corpus, the books computed from it, imported documents, the clause index."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from mingbai.assistant.reply import Citation, ClauseView
from mingbai.corpus.models import Policy
from mingbai.corpus.reader import Corpus, read_corpus
from mingbai.corpus.sources.originals import Originals, original_passage
from mingbai.importing import BrokenRecordError, ImportedDocument, ImportStore
from mingbai.rules.book import Book
from mingbai.settings import Settings

if TYPE_CHECKING:
    from mingbai.retrieval import ClauseIndex, Hit

log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]
Document = Policy | ImportedDocument
NATURES = {
    "regulation": "政策规定",
    "draft": "征求意见稿",
    "notice": "政策宣传",
    "news": "新闻报道",
    "plan": "计划",
    "advertisement": "医院广告",
    "report": "工作报告",
}
_NOT_IN_FORCE = {
    "draft": "这是征求意见稿,不是正式文件",
    "news": "这里依据的是新闻报道,不是政策原文",
    "plan": "这里依据的是工作计划,不是已经执行的规定",
    "advertisement": "这里依据的是一家医院的广告,不是政策规定",
    "report": "这里依据的是工作报告,不是政策规定",
}
_IMPORTED = "导入的文件"
_QUOTE = 160


class Library:
    """The corpus and what is made from it, with imported documents; the index is opened at the first search."""

    def __init__(
        self,
        corpus: Corpus,
        cache: Path,
        encoder: str | None = None,
        imported: Iterable[ImportedDocument] = (),
        originals: Originals | None = None,
    ) -> None:
        self.corpus = corpus
        self._originals = originals
        self.imported = {document.id: document for document in imported}
        self._cache = cache
        self._encoder_name = encoder
        self._lock = Lock()
        self._index: ClauseIndex | None = None

    @classmethod
    def from_settings(cls, settings: Settings) -> Library:
        """The library of the configured corpus.

        Raises:
            CorpusError: where the corpus has mistakes.
        """
        originals = Originals.read(settings.sources, settings.corpus) if settings.sources else None
        imported = _imported(settings.imports)
        return cls(read_corpus(settings.corpus), settings.cache, settings.encoder, imported, originals)

    @cached_property
    def books(self) -> Mapping[str, Book]:
        """The book of each policy that may decide what a person gets."""
        vocabulary = self.corpus.vocabulary
        return {
            policy.id: book
            for policy in self.corpus.policies.values()
            if policy.kind == "policy" and (book := Book.of(policy, vocabulary)).by_care
        }

    def index(self, progress: Progress | None = None) -> ClauseIndex:
        """The clause index, built first where it is missing or the corpus has changed."""
        from mingbai.retrieval import ensure_index, named_encoder  # 1 s of imports that an estimate never needs

        with self._lock:
            if self._index is None:
                self._index = ensure_index(
                    clauses_of((*self.corpus.policies.values(), *self.imported.values())),
                    self._cache / "index",
                    corpus_hash=self._hash(),
                    encoder=named_encoder(self._encoder_name) if self._encoder_name else None,
                    words=self.corpus.vocabulary.search_words,
                    progress=progress,
                )
            return self._index

    def search(self, query: str, policies: Iterable[str] = (), k: int = 8) -> list[Hit]:
        """Clauses for a query, best first; only those of some policies where they are named."""
        wanted = list(policies)
        return self.index().search(query, k, {"policy": wanted} if wanted else None)

    def document(self, document_id: str) -> Document:
        """A policy of the corpus or an imported document.

        Raises:
            KeyError: where there is neither.
        """
        return self.imported.get(document_id) or self.corpus.policies[document_id]

    def _hash(self) -> str:
        """Stands for every clause that can be found."""
        if not self.imported:
            return self.corpus.hash
        parts = [self.corpus.hash, *(self.imported[one].digest for one in sorted(self.imported))]
        return hashlib.sha256(" ".join(parts).encode()).hexdigest()

    def citations(self, policy_id: str, clause_ids: Iterable[str]) -> tuple[Citation, ...]:
        """The citations of some clauses, one for every place of the original that holds them."""
        document = self.document(policy_id)
        return tuple(one for clause_id in clause_ids for one in _cite(document, clause_id))

    def clause(self, policy_id: str, clause_id: str) -> ClauseView:
        """A clause opened for reading.

        Raises:
            KeyError: where there is no such policy or clause.
        """
        document = self.document(policy_id)
        clause = document.by_id[clause_id]
        locators = ";".join(clause.locators)
        return ClauseView(
            policy=document.id,
            policy_title=document.title,
            nature=_IMPORTED if isinstance(document, ImportedDocument) else NATURES[document.nature],
            clause=clause.id,
            title=clause.title,
            text=clause.text,
            places=tuple(
                f"{file} 第{part}篇 {locators}" if isinstance(document, Policy) else f"{file} {locators}"
                for file, part in _places(document)
            ),
            original=self._original(document, clause_id),
        )

    def _original(self, document: Document, clause_id: str) -> str | None:
        """The passage of the original, where the originals are at hand."""
        if self._originals is None or not isinstance(document, Policy):
            return None
        return original_passage(self._originals, document, document.by_id[clause_id])

    def binds(self, policy_id: str) -> bool:
        """Whether a document is one place's rule, which must not be lent to another place."""
        policy = self.corpus.policies.get(policy_id)
        return policy is not None and policy.kind == "policy" and bool(policy.place)

    def name(self, policy_id: str) -> str:
        """What people call a document."""
        document = self.document(policy_id)
        if isinstance(document, ImportedDocument) or not document.also_called:
            return document.title
        return document.also_called[0]

    def warnings(self, policy_id: str) -> tuple[str, ...]:
        """What a reader of an answer from this policy has to know about it: its year and its nature."""
        policy = self.document(policy_id)
        if isinstance(policy, ImportedDocument):
            return (f"逐字引自导入的文件《{policy.title}》({policy.file}),没有参与计算,以原件为准", *policy.notes)
        year = f"政策为{policy.year},现行标准以当地医保局为准"
        nature = _NOT_IN_FORCE.get(policy.nature)
        return (year, nature) if nature else (year,)


def _imported(folder: Path) -> Iterator[ImportedDocument]:
    """What is stored as imported; a damaged record is named in the log and does not stop the answers."""
    for document in ImportStore(folder).documents():
        if isinstance(document, BrokenRecordError):
            log.warning("an imported document is left out: %s", document)
        else:
            yield document


def _places(document: Document) -> tuple[tuple[str, int], ...]:
    """Every file and part of it that holds a document."""
    if isinstance(document, ImportedDocument):
        return ((document.file, 1),)
    return tuple((source.file, part) for source in document.sources for part in source.parts)


def _cite(document: Document, clause_id: str) -> Iterator[Citation]:
    clause = document.by_id[clause_id]
    for file, part in _places(document):
        yield Citation(
            policy=document.id,
            clause=clause.id,
            title=clause.title,
            source_file=file,
            part=part,
            locator=";".join(clause.locators),
            quote=clause.text[:_QUOTE],
        )


def clauses_of(documents: Iterable[Document]) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Each clause as the index takes it: id, text to be found by, metadata to filter by."""
    for document in documents:
        for clause in document.clauses:
            text = f"{document.title} {clause.title}\n{clause.title}\n{clause.text}"  # a heading weighs twice
            metadata = {"policy": document.id, "clause": clause.id, "kind": document.kind}
            yield f"{document.id}#{clause.id}", text, metadata
