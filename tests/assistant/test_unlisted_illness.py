"""A sum that comes to nothing because the illness told is on no list: the headline says so."""

from __future__ import annotations

import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Computed
from mingbai.assistant.toolbox import Toolbox
from mingbai.assistant.wording.results import word

SHANDONG = "shandong-ncms-catastrophic-2013"


@pytest.mark.parametrize(("disease", "says_so"), [("其他疾病", True), ("肺癌", False)])
def test_the_reason_stands_in_the_headline(library: Library, disease: str, says_so: bool) -> None:
    facts = {"care": "大病保险补偿", "disease": disease, "own_share": "28000"}
    found = Toolbox(library).estimate(SHANDONG, facts)
    assert isinstance(found, Computed)
    headline = word(found).split("\n")[0]
    assert ("不在名单里" in headline) is says_so
    assert ("0.00元**" in headline and "至少" not in headline) is says_so  # 肺癌: at least (28000-8000)*50%
