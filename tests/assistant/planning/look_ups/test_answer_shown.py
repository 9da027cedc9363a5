"""What goes on with the document shown before, though it names a place of another."""

from __future__ import annotations

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


def test_a_place_that_the_document_shown_tells_of_does_not_lead_to_its_own(assistant: Assistant) -> None:
    reply = last_reply(assistant, "城乡医保合并的六个统一是哪六个", "山东那边药从多少种变多少种")
    assert "2500种" in reply.text.partition("\n")[0]
    assert reply.policies == ("national-unification-2016",)


def test_a_document_of_no_place_is_meant_where_it_alone_is_known_to_be_asked(assistant: Assistant) -> None:
    reply = last_reply(assistant, "山东农民能用的药从多少种变多少种")
    assert reply.policies == ("national-unification-2016",)
    assert "1127种扩大到2500种" in reply.text.partition("\n")[0]


def test_no_rule_of_another_place_is_lent_to_the_one_named(assistant: Assistant) -> None:
    # a county that the source does not name has 大病报多少 too; it never speaks of 山东
    assert last_reply(assistant, "山东大病报多少").policies == ("shandong-ncms-catastrophic-2013",)


def test_another_place_asked_for_its_own_rule_is_answered_by_that(assistant: Assistant) -> None:
    reply = last_reply(assistant, "城乡医保合并的六个统一是哪六个", "山东新农合大病封顶多少")
    assert reply.policies == ("shandong-ncms-catastrophic-2013",)
    assert "200000" in reply.text.partition("\n")[0].replace(",", "")
