"""Everything an answer is made from: the corpus, the books computed from it, imported documents, the clause index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.assistant.holdings import Holdings
from mingbai.assistant.matching.asked import AskedWays
from mingbai.assistant.matching.pieces import Pieces
from mingbai.assistant.matching.telling import TellingSentences
from mingbai.assistant.reply import ClauseView
from mingbai.corpus.citation import Citation, citation, places
from mingbai.corpus.models import Clause, Policy
from mingbai.corpus.reader import Corpus, read_corpus
from mingbai.corpus.sources.originals import Originals, original_passage
from mingbai.importing import ImportedClause, ImportedDocument, ImportStore
from mingbai.rules.book import Book
from mingbai.settings import Settings

if TYPE_CHECKING:
    from mingbai.quiz.bank import Bank
    from mingbai.retrieval import ClauseIndex, Hit

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


class Library:
    """The corpus and what is made from it, with imported documents; the index is opened at the first search.

    `imported` are documents that stay as they are; those of the store `imports` come and go while it is used.
    """

    def __init__(
        self,
        corpus: Corpus,
        cache: Path,
        encoder: str | None = None,
        imported: Iterable[ImportedDocument] = (),
        originals: Originals | None = None,
        imports: ImportStore | None = None,
    ) -> None:
        self.corpus = corpus
        self._originals = originals
        self._cache = cache
        self._encoder_name = encoder
        self._holdings = Holdings(self._build, tuple(imported), imports)

    @classmethod
    def from_settings(cls, settings: Settings) -> Library:
        """The library of the configured corpus.

        Raises:
            CorpusError: where the corpus has mistakes.
        """
        originals = Originals.read(settings.sources, settings.corpus) if settings.sources else None
        imports = ImportStore(settings.imports)
        return cls(read_corpus(settings.corpus), settings.cache, settings.encoder, (), originals, imports)

    @property
    def imported(self) -> Mapping[str, ImportedDocument]:
        """The imported documents that answers know now, by id; what has come or gone meanwhile follows soon after."""
        return self._holdings.current().imported

    @cached_property
    def books(self) -> Mapping[str, Book]:
        """The book of each policy that may decide what a person gets."""
        vocabulary = self.corpus.vocabulary
        return {
            policy.id: book
            for policy in self.corpus.policies.values()
            if policy.kind == "policy" and (book := Book.of(policy, vocabulary)).by_care
        }

    @cached_property
    def worked_out(self) -> frozenset[tuple[str, str]]:
        """The clauses whose own rules work out what a person gets: their policy with their id."""
        books = self.books.items()
        return frozenset((policy, one.clause.id) for policy, book in books for one in book.by_care.values())

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Each policy of the corpus as one text: the headings and the words of its clauses."""
        policies = self.corpus.policies.values()
        return {policy.id: "\n".join(f"{one.title}\n{one.text}" for one in policy.clauses) for policy in policies}

    @cached_property
    def general(self) -> tuple[str, ...]:
        """The guides: they may be told of without saying whose rule is meant."""
        return tuple(one.id for one in self.corpus.policies.values() if one.kind == "guide")

    @cached_property
    def asked(self) -> AskedWays:
        """The ways in which people ask for what the clauses say."""
        return AskedWays(self.corpus.policies.values(), self.corpus.vocabulary, self._pieces)

    @cached_property
    def telling(self) -> TellingSentences:
        """The sentence of a clause that tells what a question asks."""
        return TellingSentences(self.corpus, self._pieces)

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces(self.corpus.policies.values(), self.corpus.vocabulary)

    @cached_property
    def bank(self) -> Bank:
        """Everything that can be asked in a quiz."""
        from mingbai.quiz.bank import Bank  # imports that only a quiz needs

        return Bank(self.corpus)

    def index(self, progress: Progress | None = None) -> ClauseIndex:
        """The clause index, built first where it is missing or the corpus has changed."""
        return self._holdings.index(progress)

    def renew(self, progress: Progress | None = None) -> None:
        """Take in now what was imported or removed; whoever asks meanwhile is answered as before."""
        self._holdings.renew(progress)

    def _build(self, imported: Iterable[ImportedDocument], hash_: str, progress: Progress | None) -> ClauseIndex:
        from mingbai.retrieval import ensure_index, named_encoder  # 1 s of imports that an estimate never needs

        return ensure_index(
            clauses_of((*self.corpus.policies.values(), *imported)),
            self._cache / "index",
            corpus_hash=f"{self.corpus.hash} {hash_}".strip(),
            encoder=named_encoder(self._encoder_name) if self._encoder_name else None,
            words=self.corpus.vocabulary.search_words,
            progress=progress,
        )

    def search(self, query: str, policies: Iterable[str] = (), k: int = 8) -> list[Hit]:
        """Clauses for a query, best first; only those of some policies where they are named."""
        wanted = list(policies)
        return self.index().search(query, k, {"policy": wanted} if wanted else None)

    def document(self, document_id: str) -> Document:
        """A policy of the corpus or an imported document.

        Raises:
            KeyError: where there is neither.
        """
        return self.corpus.policies.get(document_id) or self.imported[document_id]

    def _document(self, document_id: str) -> Document:
        """Also one removed just now, which an answer under way may have found."""
        return self.corpus.policies.get(document_id) or self._holdings.document(document_id)

    def citations(self, policy_id: str, clause_ids: Iterable[str]) -> tuple[Citation, ...]:
        """The citations of some clauses, one for every part of an original that holds them."""
        document = self._document(policy_id)
        clauses = (document.by_id[clause_id] for clause_id in clause_ids)
        return tuple(citation(document.id, clause, *place) for clause in clauses for place in _places(document, clause))

    def clause(self, policy_id: str, clause_id: str) -> ClauseView:
        """A clause opened for reading.

        Raises:
            KeyError: where there is no such policy or clause.
        """
        document = self._document(policy_id)
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
                for file, part in _places(document, clause)
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
        document = self._document(policy_id)
        if isinstance(document, ImportedDocument) or not document.also_called:
            return document.title
        return document.also_called[0]

    def warnings(self, policy_id: str) -> tuple[str, ...]:
        """What a reader of an answer from this policy has to know about it: its year and its nature."""
        policy = self._document(policy_id)
        if isinstance(policy, ImportedDocument):
            return (f"逐字引自导入的文件《{policy.title}》({policy.file}),没有参与计算,以原件为准", *policy.notes)
        is_dated = any(sign.isdigit() for sign in policy.year)
        year = f"{'政策为' if is_dated else '这份政策'}{policy.year},现行标准以当地医保局为准"
        nature = _NOT_IN_FORCE.get(policy.nature)
        awaited = "这份政策写的时候原文不在手边,还没有和原文核对" if policy.awaits_originals else None
        return tuple(filter(None, (year, nature, awaited)))


def _places(document: Document, clause: Clause | ImportedClause) -> tuple[tuple[str, int], ...]:
    """Every file and part of it that holds a clause."""
    if isinstance(document, ImportedDocument) or isinstance(clause, ImportedClause):
        return ((document.file, 1),)
    return tuple(places(document, clause))


def clauses_of(documents: Iterable[Document]) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Each clause as the index takes it: id, text to be found by, metadata to filter by."""
    for document in documents:
        for clause in document.clauses:
            text = f"{document.title} {clause.title}\n{clause.title}\n{clause.text}"  # a heading weighs twice
            if isinstance(clause, Clause):
                text = "\n".join((text, *(words for one in clause.asked for words in one.people)))
            metadata = {"policy": document.id, "clause": clause.id, "kind": document.kind}
            yield f"{document.id}#{clause.id}", text, metadata
