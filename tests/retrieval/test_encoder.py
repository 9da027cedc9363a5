import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from mingbai.retrieval import EncoderUnreadableError, StaticEncoder, named_encoder
from mingbai.retrieval.encoder import SHIPPED_MODEL, SentenceEncoder

TEXTS = ["三级医院住院报销多少", "重庆居民医保二档,花了30000元", "ABC ３万", "住" * 5000, "", "?!", "𠀀"]

ASK_IN_A_FRESH_PROCESS = """
import json, sys, tempfile
from pathlib import Path
outside = []
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo"):
        outside.append(event)
sys.addaudithook(watch)
from mingbai.retrieval import ensure_index
before = [name for name in ("chromadb",) if name in sys.modules]
with tempfile.TemporaryDirectory() as folder:
    with ensure_index([("a", "住院起付线", {}), ("b", "缴费", {})], Path(folder), corpus_hash="1") as index:
        found = [hit.id for hit in index.search("住院的起付线")]
heavy = [name for name in ("torch", "sentence_transformers", "transformers") if name in sys.modules]
print(json.dumps([before, found[0], heavy, outside]))
"""


def test_reads_the_same_vectors_as_sentence_transformers() -> None:
    theirs = SentenceEncoder(str(SHIPPED_MODEL)).encode(TEXTS)
    np.testing.assert_allclose(StaticEncoder().encode(TEXTS), theirs, atol=1e-6)


def test_vectors_are_float32_of_length_one_and_zero_where_nothing_is_known() -> None:
    vectors = StaticEncoder().encode(TEXTS)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 1, 1, 1, 0, 0, 0], atol=1e-6)


def test_the_shipped_model_is_under_five_megabytes() -> None:
    assert sum(file.stat().st_size for file in SHIPPED_MODEL.rglob("*") if file.is_file()) < 5_000_000


def test_a_search_imports_no_torch_and_asks_no_host() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK_IN_A_FRESH_PROCESS], capture_output=True, text=True, check=True, timeout=60
    )
    assert json.loads(done.stdout) == [[], "a", [], []]


def test_without_a_name_the_shipped_encoder_is_taken() -> None:
    assert named_encoder("").fingerprint == StaticEncoder().fingerprint


def test_a_folder_with_a_static_model_is_read_without_torch() -> None:
    assert isinstance(named_encoder(str(SHIPPED_MODEL)), StaticEncoder)


def test_a_folder_with_another_model_is_read_by_sentence_transformers(tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize

    static = SentenceTransformer(str(SHIPPED_MODEL), device="cpu", local_files_only=True)
    SentenceTransformer(modules=[*static, Normalize()], device="cpu").save(str(tmp_path), create_model_card=False)
    encoder = named_encoder(str(tmp_path))
    assert isinstance(encoder, SentenceEncoder)
    np.testing.assert_allclose(encoder.encode(TEXTS), StaticEncoder().encode(TEXTS), atol=1e-6)
    (tmp_path / "README.md").write_text("retrained")
    assert named_encoder(str(tmp_path)).fingerprint != encoder.fingerprint


def test_a_folder_without_a_model_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(EncoderUnreadableError, match=str(tmp_path)):
        StaticEncoder(tmp_path)
