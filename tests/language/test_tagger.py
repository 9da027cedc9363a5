import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mingbai.corpus.reader import read_corpus
from mingbai.corpus.spoken import ASKS, Span, Spoken, read_spoken
from mingbai.language.tagging.tagger import NAMES, NOTHING, SHIPPED_MODEL, Tagger

CORPUS = Path(__file__).parents[2] / "corpus"
LESSONS = [
    Spoken("我退了休,花了三千", "amount", (Span(1, 4, "employment=退休"), Span(7, 9, "cost"))),
    Spoken("还在厂里干,花了五百", "amount", (Span(0, 5, "employment=在职"), Span(8, 10, "cost"))),
    Spoken("要带些啥过去", "documents", ()),
]


def test_the_shipped_tagger_knows_the_labels_and_signs_of_the_sentences_it_came_from() -> None:
    names = json.loads((SHIPPED_MODEL / NAMES).read_text(encoding="utf-8"))
    spoken = list(read_spoken(CORPUS, read_corpus(CORPUS).vocabulary))
    assert names["asks"] == [*ASKS]
    assert names["labels"] == [NOTHING, *sorted({span.label for one in spoken for span in one.spans})]
    assert set("".join(one.text for one in spoken)) - {"\n"} <= {*names["signs"]}


def test_what_numpy_runs_is_the_network_that_was_trained_and_it_learns(tmp_path: Path) -> None:
    import torch

    from mingbai.language.tagging.train import save, train

    corpus = read_corpus(CORPUS)
    few = replace(corpus, policies={})
    network, signs, labels = train(few, LESSONS * 8, rounds=30)
    save(network, signs, labels, tmp_path)
    tagger, text = Tagger(tmp_path), LESSONS[1].text
    network.eval()
    places = {sign: place for place, sign in enumerate(signs, 1)}
    with torch.no_grad():
        scores, asked = network(torch.tensor([[places[sign] for sign in text]]), torch.tensor([len(text)]))
    read = tagger.read(text)
    assert np.allclose(read.chances, torch.softmax(scores[0], 1).numpy(), atol=0.02)  # half the digits are kept
    assert np.allclose(read.asked, torch.softmax(asked, 1)[0].numpy(), atol=0.02)
    assert [(one.words, one.label) for one in read.heard] == [("还在厂里干", "employment=在职"), ("五百", "cost")]
    assert tagger.read("要带些啥过去").asks[0] == "documents"
    assert read.role(8, 10)[0] == "cost"
    assert labels[0] == NOTHING


def test_a_sign_it_never_saw_is_read_as_one_it_does_not_know() -> None:
    tagger = Tagger()
    assert np.array_equal(tagger.read("花了三万☃").chances, tagger.read("花了三万𠮷").chances)


@pytest.mark.parametrize("text", ["3", "。", "花" * 400])
def test_any_text_gives_chances_that_add_up(text: str) -> None:
    read = Tagger().read(text)
    assert read.chances.shape[0] == len(text)
    assert np.allclose(read.chances.sum(axis=1), 1, atol=1e-4)
    assert 0 <= read.asks[1] <= 1
