"""Who names no insurance is asked which it is, of all that have rules, whatever only tells their age."""

from __future__ import annotations

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


class TestWhichInsurance:
    def test_being_retired_narrows_nothing(self, assistant: Assistant) -> None:
        reply = last_reply(assistant, "老爷子退休了 前两天摔断胯骨 大医院开刀花两万三 医保得给报多少")
        assert reply.kind == "clarify"
        assert "职工医保还是居民医保" in reply.text
        assert "重庆居民医保" in reply.choices
        assert "重庆新兴医院" not in reply.choices  # an advertisement insures nobody

    def test_the_scheme_is_asked_only_where_it_is_not_told(self, assistant: Assistant) -> None:
        assert "职工医保还是居民医保" not in last_reply(assistant, "居民医保住院花了3万报多少").text

    def test_above_a_cap_it_does(self, assistant: Assistant) -> None:
        # 300000*85%
        reply = last_reply(assistant, "在职三级医院超限额30万,报多少")
        assert reply.policies == ("luoyang-employee-catastrophic-2021",)
        assert "255,000.00元" in reply.text.partition("\n")[0]
