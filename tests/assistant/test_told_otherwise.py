"""Another case of one bill in the same message, from the message to what is paid."""

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_estimate, last_reply


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # (32000-840)*40%=12464 without leave, (32000-800)*45%=14040 with it
        (
            "重庆二档,没跟社保所打招呼就去了主城三级医院住院,三万二,现在能报好多?要是当初报备了能多得好多?",
            ("12,464.00元", "14,040.00元", "1,576.00元"),
        ),
        # (40000-850)*50%=19575 elsewhere, (40000-550)*55%=21697.5 at home
        (
            "岳池居民医保,去成都三级医院开刀四万,和在本地三级比少报多少",
            ("19,575.00元", "21,697.50元", "2,122.50元"),
        ),
    ],
)
def test_both_cases_and_the_difference(assistant: Assistant, text: str, figures: tuple[str, ...]) -> None:
    reply = last_reply(assistant, text)
    assert [figure for figure in figures if figure not in reply.text] == []


def test_care_elsewhere_alone_is_compared_with_nothing(assistant: Assistant) -> None:
    reply, estimate = last_estimate(assistant, "岳池居民医保,去成都三级医院开刀四万,能报多少")
    assert estimate.amount == "19575.00"  # (40000-850)*50%
    assert "21,697.50" not in reply.text


def test_papers_that_somebody_lacks_are_not_asked_for(assistant: Assistant) -> None:
    reply, estimate = last_estimate(assistant, "重庆二档三级住院三万二,也没得转诊证明,现在能报多少")
    assert estimate.amount == "12464.00"  # (32000-840)*40%
    assert "鲜章" not in reply.text
