"""Danger, a wish to cheat and what is not answered here are heard in words no list has; what only sounds so is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
import yaml

from mingbai.corpus.scenes import Scene
from mingbai.language.scenes import SceneReader
from mingbai.language.text import normalise
from mingbai.language.utterance import SentenceReader

SENTENCES = yaml.safe_load(Path(__file__).with_name("scenes.yaml").read_text(encoding="utf-8"))


def told(name: str, is_so: Literal["is", "is_not"]) -> Iterator[str]:
    for part in SENTENCES[name].values():
        yield from part[is_so]


@pytest.mark.parametrize("name", ["emergency", "despair", "cheat", "beyond", "own_record", "treatment", "work_injury"])
class TestTheScenesOfTheVocabulary:
    def test_are_heard(self, reader: SentenceReader, name: str) -> None:
        missed = [one for one in told(name, "is") if name not in reader.read(one).intents]
        assert not missed

    def test_are_not_heard_in_what_only_sounds_so(self, reader: SentenceReader, name: str) -> None:
        heard = [one for one in told(name, "is_not") if name in reader.read(one).intents]
        assert not heard


@pytest.fixture
def scene() -> SceneReader:
    return SceneReader(
        Scene(
            words={"blood": "血", "on": "不停", "fit": "抽搐", "fall": "摔"},
            told=("blood on",),
            lesser=("fall",),
            business="报销",
            named=("fit",),
            beside="突然",
            office="材料|手续",
            over="去年",
            still="现在",
        )
    )


class TestAScene:
    @pytest.mark.parametrize(
        "said",
        [
            "血流个不停",
            "不停地流血",
            "突然抽搐",
            "摔了",
            "去年好了,现在血又不停",
            "血流个不停,转院要什么材料",
            "血流个不停了要什么材料",
        ],
    )
    def test_is_told(self, scene: SceneReader, said: str) -> None:
        assert scene.told(normalise(said))

    @pytest.mark.parametrize(
        "said",
        [
            "流血",  # one of two words
            "流血。电话响个不停",  # not in one sentence
            "流血的那天我在外头跑了一整天才知道,电话响个不停",  # too far apart
            "抽搐",  # a name with nothing beside it
            "摔了能报销吗",  # a lesser one in a message of business
            "去年血流个不停",
            "血流个不停的人转院要什么材料",  # nobody is said to bleed now
            "摔了,要什么手续",  # a lesser one in a message that asks of papers
        ],
    )
    def test_is_not_told(self, scene: SceneReader, said: str) -> None:
        assert not scene.told(normalise(said))

    def test_needs_every_class_it_names(self) -> None:
        with pytest.raises(ValueError, match="对不上"):
            Scene(words={"blood": "血"}, told=("blood pain",))

    def test_needs_expressions_that_can_be_read(self) -> None:
        with pytest.raises(ValueError, match="正则写错了"):
            Scene(words={"blood": "血("}, told=("blood",))
