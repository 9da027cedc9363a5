"""A bureau's own documents as clauses to search and cite, word for word; never computed from."""

from mingbai.importing.batch import Batch, read_all, read_given
from mingbai.importing.document import PREFIX, ImportedClause, ImportedDocument, clean_name, read_document
from mingbai.importing.errors import BrokenRecordError, ImportingError, SameNameError
from mingbai.importing.reading import ENDINGS
from mingbai.importing.store import ImportStore, Stamp

__all__ = [
    "ENDINGS",
    "PREFIX",
    "Batch",
    "BrokenRecordError",
    "ImportStore",
    "ImportedClause",
    "ImportedDocument",
    "ImportingError",
    "SameNameError",
    "Stamp",
    "clean_name",
    "read_all",
    "read_document",
    "read_given",
]
