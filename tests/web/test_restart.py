import json

import pytest

from mingbai.web import words
from mingbai.web.chat.conversation import Conversation, Session
from mingbai.web.chat.restart import answered_anew, asked_before
from tests.web.fake_assistant import FakeAssistant


def test_what_the_page_tells_is_read_in_order():
    assert asked_before(json.dumps(["住院3万", "三级"])) == ("住院3万", "三级")


@pytest.mark.parametrize(
    "told",
    [
        None,
        7,
        "",
        "{",
        "[" * 100_000,
        '{"a": 1}',
        '["住院", 3]',
        '[""]',
        json.dumps(["字" * (words.QUESTION_LIMIT + 1)]),
        json.dumps(["字"] * (words.TURN_LIMIT + 1)),
    ],
)
def test_what_no_page_of_ours_tells_is_left_out(told):
    assert asked_before(told) == ()


def test_a_conversation_is_taken_up_with_its_answers():
    conversation = answered_anew(FakeAssistant(), ("住院3万", "三级"), lambda _: "")
    assert [one.question for one in conversation.exchanges] == ["住院3万", "三级"]
    # (30000 - 800) x 45% = 13140
    assert "13,140.00" in conversation.exchanges[1].answer_html


def test_a_session_that_was_cleared_is_not_one_this_server_does_not_know():
    session = Session()
    assert session.is_unknown
    session.begin(Conversation())
    assert not session.is_unknown
