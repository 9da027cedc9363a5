"""Sentences as vectors: the shipped static encoder, read without torch, or any other model by name."""

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from mingbai.retrieval.errors import EncoderUnreadableError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = npt.NDArray[np.float32]

SHIPPED_MODEL = Path(__file__).parent / "model"
_STATIC = "StaticEmbedding"
_NORMALIZE = "Normalize"
# Below this a mean vector counts as no direction at all; the same bound as torch's normalize().
_SMALLEST_NORM = 1e-12


class Encoder(Protocol):
    """Turns texts into unit vectors of one size."""

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same text could get another vector; an index is rebuilt then."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One float32 row of length 1 for each text; a row of zeros where nothing in it is known."""
        ...


class StaticEncoder:
    """A saved sentence-transformers StaticEmbedding folder, read with tokenizers and numpy alone.

    Raises EncoderUnreadableError where the folder holds anything else.
    """

    def __init__(self, folder: Path = SHIPPED_MODEL) -> None:
        try:
            static = folder / _static_module(folder)
            self._tokenizer = Tokenizer.from_file(str(static / "tokenizer.json"))
            self._weights: Vectors = load_file(static / "model.safetensors")["embedding.weight"]
            self.fingerprint = _digest([static / "tokenizer.json", static / "model.safetensors"])
        # Tokenizer.from_file raises a bare Exception, safetensors its own error.
        except Exception as error:
            raise EncoderUnreadableError(folder, error) from error
        self._tokenizer.no_padding()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The mean of the pieces' vectors at length 1, as sentence-transformers computes it."""
        encodings = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        rows = np.zeros((len(encodings), self._weights.shape[1]), dtype=np.float32)
        for row, encoding in zip(rows, encodings, strict=True):
            if encoding.ids:
                row[:] = self._weights[encoding.ids].mean(axis=0)
        return _unit(rows)


class SentenceEncoder:
    """Any other sentence-transformers model; importing it takes seconds and brings torch."""

    def __init__(self, name: str) -> None:
        self.fingerprint = f"sentence-transformers {name} {_folder_state(Path(name))}"
        self._model = _load_sentence_transformer(name)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The model's own vectors at length 1."""
        vectors = self._model.encode(list(texts), show_progress_bar=False, convert_to_numpy=True)
        return _unit(np.asarray(vectors, dtype=np.float32))


def named_encoder(name: str) -> Encoder:
    """The encoder that MINGBAI_ENCODER asks for: empty for the shipped one, a folder, or a model's name.

    A folder is read offline. A name is left to sentence-transformers, which looks in its cache and, unless
    HF_HUB_OFFLINE forbids it, on the hub.
    """
    if not name:
        return StaticEncoder()
    if Path(name).is_dir() and _is_static(Path(name)):
        return StaticEncoder(Path(name))
    return SentenceEncoder(name)


def _load_sentence_transformer(name: str) -> "SentenceTransformer":
    is_folder = Path(name).is_dir()
    if is_folder:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(name, device="cpu", local_files_only=is_folder)


def _static_module(folder: Path) -> str:
    modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    kinds = [module["type"].rsplit(".", 1)[-1] for module in modules]
    if kinds not in ([_STATIC], [_STATIC, _NORMALIZE]):
        raise ValueError(f"its modules are {', '.join(kinds)}, not {_STATIC}")
    return str(modules[0]["path"])


def _is_static(folder: Path) -> bool:
    try:
        _static_module(folder)
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return True


def _unit(rows: Vectors) -> Vectors:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Vectors = (rows / np.maximum(norms, _SMALLEST_NORM)).astype(np.float32)
    return unit


def _digest(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _folder_state(folder: Path) -> str:
    if not folder.is_dir():
        return ""
    # Sizes and times, not contents: a named model can weigh gigabytes.
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    states = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return hashlib.sha256(repr(states).encode()).hexdigest()
