"""The whole comparison of a corpus with its originals."""

from __future__ import annotations

from pathlib import Path

from mingbai.audit.comparison import unfounded, unlocated
from mingbai.audit.copying import copied
from mingbai.audit.coverage import uncovered
from mingbai.audit.omitting import omitted
from mingbai.audit.rows import crossed
from mingbai.corpus.problems import Problem
from mingbai.corpus.reader import Corpus
from mingbai.corpus.sources.originals import Originals


def hold(corpus: Corpus, corpus_folder: Path, originals_folder: Path) -> list[Problem]:
    """Everything in which the corpus and its originals disagree, with the file and line to look at.

    A locator that leads nowhere or to several places, a figure or a sum that its passage does not give, a figure of
    the passage that no clause has, a figure of a table that it gives to another row, a figure of the front matter, of
    a ready answer or of a worked case that nothing founds, a copied sentence, a paragraph no clause holds. Where the
    originals cannot be read as `originals.yaml` says, only that.
    """
    problems: list[Problem] = []
    originals = Originals.read(originals_folder, corpus_folder, problems)
    if problems:
        return problems
    for policy in corpus.policies.values():
        problems += [*unlocated(originals, policy), *unfounded(originals, policy), *crossed(originals, policy)]
        problems += copied(originals, policy)
    return [*problems, *omitted(originals, corpus.policies), *uncovered(originals, corpus.policies)]
