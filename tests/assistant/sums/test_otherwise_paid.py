"""A bill that is ruled out, and what it would come to otherwise where that is asked as well."""

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply

_RULED_OUT = "吉林县城居民医保2008,成年人,交了两个月就在社区医院住院花1200,能报吗"


def test_what_would_be_paid_is_told_where_it_is_asked(assistant: Assistant) -> None:
    for asked in ("正常的话该报多少", "等满了能报多少"):
        reply = last_reply(assistant, f"{_RULED_OUT},{asked}")
        assert reply.text.startswith("**不能**")
        # (1200-200)*60%
        assert "**没有这一条的话能报 600.00元**((1200−200)×60%),自己付 600.00元。" in reply.text
        assert [one.clause for one in reply.citations] == ["waiting", "inpatient"]


def test_nothing_more_is_told_where_it_is_not(assistant: Assistant) -> None:
    assert "没有这一条" not in last_reply(assistant, _RULED_OUT).text
