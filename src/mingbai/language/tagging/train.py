"""Trains the tagger on a corpus folder: python -m mingbai.language.tagging.train CORPUS_DIR OUT_DIR.

First the network learns from the ways of asking that clauses keep which character comes next, then from the sentences
of `spoken` what their stretches tell and what they ask, at last that no way of asking is small talk. The same corpus
gives the same weights: one thread, and every seed set.
"""

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import torch
import typer
from safetensors.torch import save_file
from torch import nn

from mingbai.corpus.reader import Corpus, read_corpus
from mingbai.corpus.spoken import ASKS, SMALL_TALK, Spoken, read_spoken
from mingbai.language.tagging.tagger import NAMES, NOTHING, UNKNOWN, WEIGHTS
from mingbai.language.tagging.variations import FINAL_MARKS, varied
from mingbai.language.text import normalise

_Item = TypeVar("_Item")
SEED = 20
WIDTH, UNITS = 96, 144
BATCH = 48
READING_ROUNDS, ROUNDS = 1, 18
LEARNING_RATE = 0.004
DROPPED, UNHEARD = 0.3, 0.03
ASKING_STEPS = 600
ASKED = 0.3
"""What the question weighs in the loss beside the labels."""


class Network(nn.Module):
    """Characters to chances: see `tagger`, which runs the same sums without torch."""

    def __init__(self, signs: int, labels: int) -> None:
        super().__init__()
        self.signs = nn.Embedding(signs + 1, WIDTH)
        self.units = nn.GRU(WIDTH, UNITS, batch_first=True, bidirectional=True)
        self.dropout = nn.Dropout(DROPPED)
        self.labels = nn.Linear(2 * UNITS, labels)
        self.asks = nn.Linear(4 * UNITS, len(ASKS))

    def rows(self, signs: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """What both directions have read at each character."""
        given = self.dropout(self.signs(signs))
        packed = nn.utils.rnn.pack_padded_sequence(given, lengths, batch_first=True, enforce_sorted=False)
        rows: torch.Tensor = nn.utils.rnn.pad_packed_sequence(self.units(packed)[0], batch_first=True)[0]
        return rows

    def forward(self, signs: torch.Tensor, lengths: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Scores of the labels of each character, and of what each sentence asks."""
        rows = self.dropout(self.rows(signs, lengths))
        return self.labels(rows), self.asks(self.whole(rows, lengths))

    def whole(self, rows: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """What has been read of each sentence as a whole: the mean and the most of its characters."""
        mask = torch.arange(rows.shape[1])[None, :] < lengths[:, None]
        mean = (rows * mask[..., None]).sum(1) / lengths[:, None]
        most = rows.masked_fill(~mask[..., None], -1e4).max(1).values
        return torch.cat([mean, most], 1)


def train(corpus: Corpus, spoken: Sequence[Spoken], rounds: int = ROUNDS) -> tuple[Network, str, tuple[str, ...]]:
    """A network that learnt the sentences, the signs it knows and the labels, each in the order of their places."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311 - no secret is drawn
    read = [normalise(words) for words in _ways(corpus)]
    signs = "".join(sorted({*"".join([*read, *(one.text for one in spoken)])}))
    labels = (NOTHING, *sorted({span.label for one in spoken for span in one.spans}))
    network = Network(len(signs), len(labels))
    places = {sign: place for place, sign in enumerate(signs, UNKNOWN + 1)}
    _learn_to_read(network, [*read, *(one.text for one in spoken)], places, chance)
    _learn_to_tag(network, corpus, spoken, places, labels, chance, rounds)
    _learn_to_ask(network, spoken, read, places, chance)
    return network, signs, labels


def _ways(corpus: Corpus) -> Iterator[str]:
    for policy in corpus.policies.values():
        for clause in policy.clauses:
            yield from (words for asked in clause.asked for words in asked.people)


def _learn_to_read(network: Network, texts: Sequence[str], places: dict[str, int], chance: random.Random) -> None:
    """Teach both directions which character comes next: they know words then before they are told what any tells."""
    guess = nn.ModuleList(nn.Linear(UNITS, len(places) + 1) for _ in range(2))
    optimiser = torch.optim.Adam([*network.parameters(), *guess.parameters()], lr=LEARNING_RATE)
    texts = [one for one in texts if len(one) > 1]
    network.train()
    for _ in range(READING_ROUNDS):
        for batch in _batches(texts, 4 * BATCH, chance):
            signs, lengths = _signs(batch, places, chance)
            rows = network.rows(signs, lengths)
            onwards, back = guess[0](rows[:, :-1, :UNITS]), guess[1](rows[:, 1:, UNITS:])
            loss = _missed(onwards, signs[:, 1:], lengths - 1) + _missed(back, signs[:, :-1], lengths - 1)
            _step(loss, network, optimiser)


def _learn_to_tag(
    network: Network,
    corpus: Corpus,
    spoken: Sequence[Spoken],
    places: dict[str, int],
    labels: Sequence[str],
    chance: random.Random,
    rounds: int,
) -> None:
    known = {label: place for place, label in enumerate(labels)}
    steps = rounds * (len(spoken) // BATCH + 1)
    optimiser = torch.optim.Adam(network.parameters(), lr=LEARNING_RATE)
    slower = torch.optim.lr_scheduler.OneCycleLR(optimiser, LEARNING_RATE, total_steps=steps)
    network.train()
    for _ in range(rounds):
        shown = [varied(one, spoken, corpus.vocabulary, chance) for one in spoken]
        for batch in _batches(shown, BATCH, chance):
            signs, lengths = _signs([one.text for one in batch], places, chance)
            scores, asked = network(signs, lengths)
            wanted = torch.zeros(signs.shape, dtype=torch.long)
            for row, one in zip(wanted, batch, strict=True):
                for span in one.spans:
                    row[span.start : span.end] = known[span.label]
            asks = torch.tensor([ASKS.index(one.asks) for one in batch])
            loss = _missed(scores, wanted, lengths) + ASKED * nn.functional.cross_entropy(asked, asks)
            _step(loss, network, optimiser)
            slower.step()


def _learn_to_ask(
    network: Network, spoken: Sequence[Spoken], ways: Sequence[str], places: dict[str, int], chance: random.Random
) -> None:
    """Teach what is asked once more, with the ways of asking that clauses keep: whatever they ask, no small talk.

    Nobody sorted these by what they ask; without them a question of a subject no sentence has would be taken for one
    that has nothing to do with insurance. The rest of the network stays as it is.
    """
    network.eval()
    known = _wholes(network, [_plain(one.text) for one in spoken], places, chance)
    wanted = torch.tensor([ASKS.index(one.asks) for one in spoken])
    asked = _wholes(network, [_plain(one) for one in ways if one], places, chance)
    talk = [ASKS.index(one) for one in SMALL_TALK]
    optimiser = torch.optim.Adam(network.asks.parameters(), lr=LEARNING_RATE)
    for _ in range(ASKING_STEPS):
        own = torch.tensor(chance.sample(range(len(known)), min(10 * BATCH, len(known))))
        loss = nn.functional.cross_entropy(network.asks(known[own]), wanted[own])
        if others := chance.sample(range(len(asked)), min(10 * BATCH, len(asked))):
            small_talk = torch.softmax(network.asks(asked[others]), 1)[:, talk].sum(1)
            loss = loss - torch.log1p(-small_talk.clamp(max=0.999)).mean()
        _step(loss, network, optimiser)


def _plain(text: str) -> str:
    """A text without its final mark, which some writers never type."""
    return text.rstrip(FINAL_MARKS) or text


def _wholes(network: Network, texts: Sequence[str], places: dict[str, int], chance: random.Random) -> torch.Tensor:
    """What the network has read of each text as a whole."""
    found = torch.zeros((len(texts), 4 * UNITS))
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    with torch.no_grad():
        for start in range(0, len(order), 10 * BATCH):
            at = order[start : start + 10 * BATCH]
            signs, lengths = _signs([texts[one] for one in at], places, chance, 0.0)
            found[at] = network.whole(network.rows(signs, lengths), lengths)
    return found


def _batches(items: Sequence[_Item], size: int, chance: random.Random) -> Iterator[list[_Item]]:
    order = chance.sample(items, len(items))
    for start in range(0, len(order), size):
        yield order[start : start + size]


def _signs(
    texts: Sequence[str], places: dict[str, int], chance: random.Random, unheard: float = UNHEARD
) -> tuple[torch.Tensor, torch.Tensor]:
    """The places of the characters of some texts, some of them as if they were unknown, and how long each text is."""
    lengths = torch.tensor([len(one) for one in texts])
    signs = torch.zeros((len(texts), int(lengths.max())), dtype=torch.long)
    for row, text in zip(signs, texts, strict=True):
        own = [UNKNOWN if chance.random() < unheard else places.get(sign, UNKNOWN) for sign in text]
        row[: len(text)] = torch.tensor(own)
    return signs, lengths


def _missed(scores: torch.Tensor, wanted: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
    """How far the scores of the characters are from what was wanted, over all that are no filling."""
    mask = torch.arange(wanted.shape[1])[None, :] < lengths[:, None]
    return nn.functional.cross_entropy(scores[mask], wanted[mask])


def _step(loss: torch.Tensor, network: Network, optimiser: torch.optim.Optimizer) -> None:
    optimiser.zero_grad()
    torch.autograd.backward(loss)
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()


def save(network: Network, signs: str, labels: Sequence[str], out: Path) -> None:
    """Keep a network in a folder for the tagger to run."""
    out.mkdir(parents=True, exist_ok=True)
    save_file({name: one.half().contiguous() for name, one in network.state_dict().items()}, out / WEIGHTS)
    names = json.dumps({"signs": signs, "labels": labels, "asks": ASKS}, ensure_ascii=False, indent=1)
    (out / NAMES).write_text(names + "\n", encoding="utf-8")


def main(corpus: Path, out: Path) -> None:
    """Trains on the corpus folder and saves the network in the other."""
    read = read_corpus(corpus)
    save(*train(read, list(read_spoken(corpus, read.vocabulary))), out)


if __name__ == "__main__":
    typer.run(main)
