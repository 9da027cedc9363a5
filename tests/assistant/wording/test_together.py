"""Each part of a message is answered before what its sum rests on."""

from __future__ import annotations

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.reply import ChatTurn


def _said(assistant: Assistant, text: str) -> list[str]:
    return assistant.reply([ChatTurn(role="user", text=text)]).text.split("\n\n")


def test_a_line_beside_a_sum_stands_just_behind_it(assistant: Assistant) -> None:
    said = _said(assistant, "厦门低保,住院目录内自己还要付9000,医疗救助给多少,剩下的掏不起还有什么路子")
    assert "7,200.00元" in said[0]  # 9000*80%
    assert "二次救助" in said[1]
    assert said[2].startswith("医疗救助 · ")


def test_a_list_of_papers_stands_below_the_case(assistant: Assistant) -> None:
    said = _said(assistant, "重庆居民二档三级医院住院3万能报多少,要带什么材料")
    assert "13,140.00元" in said[0]  # (30000-800)*45%
    assert said[1].startswith("住院 · ")
