"""Rules that pay one after the other: each layer pays on what the person still bears after those before it."""

from __future__ import annotations

from pydantic import Field, model_validator

from mingbai.corpus.conditions import When
from mingbai.corpus.values import Frozen


class StackLayer(Frozen):
    """One layer: a kind of care this policy computes, or `lost`: why the source gives no figures for it.

    `payer` is who pays it, as the source says; `when`: only for cases that meet it.
    """

    care: str | None = None
    lost: str | None = Field(default=None, min_length=2)
    payer: str = "医保基金"
    when: When

    @model_validator(mode="after")
    def _sound(self) -> StackLayer:
        if (self.care is None) == (self.lost is None):
            raise ValueError("每一层写 care(本政策里算哪一种)或 lost(原文为什么没有数)中的一个")
        return self


class StacksRule(Frozen):
    """All that a source pays one after the other for one bill, as one answer with one statement.

    `stacks` is the `care` value it answers. The first layer's bill is the whole bill; each later one's is what those
    before it leave to the person within the catalogue, or, for a layer on `excess`, what lies above their cap.
    """

    stacks: str
    layers: tuple[StackLayer, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _sound(self) -> StacksRule:
        if self.layers[0].when:
            raise ValueError("第一层人人都有,不写 when")
        if self.layers[-1].care is None:
            raise ValueError("最后一层要能算(写 care);后面都缺失的层不用叠")
        return self
