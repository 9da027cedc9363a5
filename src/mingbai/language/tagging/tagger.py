"""What the stretches of a sentence tell, read by a small recurrent network that learnt from sentences people say.

Gated recurrent units (one row reading forwards, one backwards) over the characters give each character the
chance of every label, and the sentence as a whole the chance of every thing to ask for. Numpy alone runs it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from mingbai.corpus.spoken import Asks

SHIPPED_MODEL = Path(__file__).parent / "model"
WEIGHTS, NAMES = "tagger.safetensors", "names.json"
UNKNOWN = 0
"""The place of a character that the network has not learnt."""
NOTHING = ""
"""The label of a character that tells nothing."""
_KEPT = 512  # each turn reads all those before it anew

_Rows = NDArray[np.float32]


@dataclass(frozen=True)
class Heard:
    """A stretch of a text and what it tells: `fact=value` or the role of a sum, with how sure that is (0 to 1)."""

    start: int
    end: int
    words: str
    label: str
    sureness: float


@dataclass(frozen=True)
class Tagged:
    """A text with the chances of each label for each of its characters, and of each thing to ask for."""

    text: str
    labels: Sequence[str]
    chances: _Rows
    questions: Sequence[Asks]
    asked: _Rows

    @cached_property
    def heard(self) -> tuple[Heard, ...]:
        """What the stretches of the text tell, in their order."""
        best = self.chances.argmax(axis=1)
        found, start = [], 0
        for place, run in groupby(best):
            end = start + len(list(run))
            if self.labels[place] != NOTHING:
                sureness = float(self.chances[start:end, place].mean())
                found.append(Heard(start, end, self.text[start:end], self.labels[place], sureness))
            start = end
        return tuple(found)

    def role(self, start: int, end: int) -> tuple[str, float]:
        """What a stretch most likely tells as a whole, and how sure that is."""
        mean = self.chances[start:end].mean(axis=0)
        place = int(mean.argmax())
        return self.labels[place], float(mean[place])

    @property
    def asks(self) -> tuple[Asks, float]:
        """What the text most likely asks for, and how sure that is."""
        place = int(self.asked.argmax())
        return self.questions[place], float(self.asked[place])


class Tagger:
    """A trained network, read from its folder."""

    def __init__(self, folder: Path = SHIPPED_MODEL) -> None:
        names = json.loads((folder / NAMES).read_text(encoding="utf-8"))
        self._labels: tuple[str, ...] = tuple(names["labels"])
        self._questions: tuple[Asks, ...] = tuple(names["asks"])
        self._places = {sign: place for place, sign in enumerate(names["signs"], UNKNOWN + 1)}
        weights = {name: one.astype(np.float32) for name, one in load_file(folder / WEIGHTS).items()}
        self._weights = weights
        # both directions in one array: the loop over the characters is what takes time
        self._units = {
            name: np.stack([weights[f"units.{name}_l0"], weights[f"units.{name}_l0_reverse"]])
            for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
        }
        self.read = lru_cache(_KEPT)(self._read)

    def _read(self, text: str) -> Tagged:
        """The chances of every label for every character of a text that is not empty."""
        weights = self._weights
        rows = self._both_ways(weights["signs.weight"][[self._places.get(sign, UNKNOWN) for sign in text]])
        chances = _softmax(rows @ weights["labels.weight"].T + weights["labels.bias"])
        whole = np.concatenate([rows.mean(axis=0), rows.max(axis=0)])
        asked = _softmax((weights["asks.weight"] @ whole + weights["asks.bias"])[None, :])[0]
        return Tagged(text, self._labels, chances, self._questions, asked)

    def _both_ways(self, rows: _Rows) -> _Rows:
        """What the units have read at each character, forwards and backwards."""
        units, size = self._units, self._units["weight_hh"].shape[2]
        given = np.stack([rows, rows[::-1]]) @ units["weight_ih"].transpose(0, 2, 1) + units["bias_ih"][:, None, :]
        state = np.zeros((2, size), dtype=np.float32)
        out = np.empty((len(rows), 2, size), dtype=np.float32)
        for at in range(len(rows)):
            kept = np.matmul(units["weight_hh"], state[:, :, None])[:, :, 0] + units["bias_hh"]
            gates = 1.0 / (1.0 + np.exp(-(given[:, at, : 2 * size] + kept[:, : 2 * size])))
            new = np.tanh(given[:, at, 2 * size :] + gates[:, :size] * kept[:, 2 * size :])
            state = (1.0 - gates[:, size:]) * new + gates[:, size:] * state
            out[at] = state
        return np.hstack([out[:, 0], out[::-1, 1]])


def _softmax(rows: _Rows) -> _Rows:
    powers = np.exp(rows - rows.max(axis=1, keepdims=True))
    chances: _Rows = powers / powers.sum(axis=1, keepdims=True)
    return chances
