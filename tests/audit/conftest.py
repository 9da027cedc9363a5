"""A small corpus with its original, both invented, that hold against each other; each test breaks one thing."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai.audit.holding import hold
from mingbai.corpus.problems import Problem
from mingbai.corpus.reader import inspect_corpus

from .county import LAYOUT, ORIGINAL, POLICY

VOCABULARY = Path(__file__).parents[2] / "corpus" / "vocabulary.yaml"

Held = Callable[..., list[Problem]]


@pytest.fixture
def held(tmp_path: Path) -> Held:
    """Holds the invented corpus, its texts changed by (written, instead) pairs, against its original."""

    def hold_changed(
        *changes: tuple[str, str], original: str = ORIGINAL, layout: str = LAYOUT, policy: str = POLICY
    ) -> list[Problem]:
        for written, instead in changes:
            assert written in policy, written
            policy = policy.replace(written, instead, 1)
        corpus_folder, originals = tmp_path / "corpus", tmp_path / "originals"
        (corpus_folder / "policies").mkdir(parents=True)
        originals.mkdir()
        shutil.copy(VOCABULARY, corpus_folder)
        (corpus_folder / "policies" / "county.md").write_text(policy, encoding="utf-8")
        (corpus_folder / "originals.yaml").write_text(layout, encoding="utf-8")
        (originals / "a.txt").write_text(original, encoding="utf-8")
        corpus, problems = inspect_corpus(corpus_folder)
        assert corpus is not None
        assert problems == []
        return hold(corpus, corpus_folder, originals)

    return hold_changed
