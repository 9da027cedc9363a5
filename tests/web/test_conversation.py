import copy
import logging

from mingbai.assistant.reply import Reply
from mingbai.web import words
from mingbai.web.chat.answering import conversation_as_it_grows, why_not_asked
from mingbai.web.chat.conversation import Conversation, Session
from mingbai.web.chat.transcript import transcript_html
from tests.web.fake_assistant import FakeAssistant


def after(*questions: str) -> Conversation:
    conversation = Conversation()
    for question in questions:
        *_, conversation = conversation_as_it_grows(FakeAssistant(), conversation, question)
    return conversation


def shown(conversation: Conversation) -> str:
    return transcript_html(conversation, FakeAssistant().examples(), 18, {})


def test_the_assistant_is_given_all_turns_in_order():
    turns = after("重庆二档住院3万", "三级").history()
    assert [turn.role for turn in turns] == ["user", "assistant", "user", "assistant"]
    assert [turn.text for turn in turns[:3]] == ["重庆二档住院3万", "住的是几级医院?", "三级"]


def test_a_question_stands_on_the_page_before_its_answer():
    first, *_ = conversation_as_it_grows(FakeAssistant(pause=0.3), Conversation(), "住院3万")
    assert "住院3万" in shown(first)
    assert words.WORKING in shown(first)
    assert 'aria-busy="true"' in shown(first)


def test_an_answer_grows_and_then_is_whole():
    grown = list(conversation_as_it_grows(FakeAssistant(pause=0.25), Conversation(), "缺表"))
    # pieces of four characters, each slower than a beat; the first waits for the second
    assert [conversation.exchanges[0].text for conversation in grown] == [
        "",
        "这一项说不准,原",
        "这一项说不准,原文缺了报",
        "这一项说不准,原文缺了报销比例。",
        "这一项说不准,原文缺了报销比例。",
    ]
    assert isinstance(grown[-1].exchanges[0].reply, Reply)
    assert 'aria-busy="false"' in shown(grown[-1])


def test_a_fast_answer_is_shown_whole_and_with_its_question():
    (whole,) = conversation_as_it_grows(FakeAssistant(), Conversation(), "三级")
    assert whole.exchanges[0].question == "三级"
    assert "13,140.00" in shown(whole)


def test_choices_stand_under_the_newest_answer_only():
    assert 'data-say="三级"' in shown(after("住院3万"))
    assert 'data-say="三级"' not in shown(after("住院3万", "住院4万三级"))


def test_a_question_can_be_changed_only_while_no_answer_is_under_way():
    assert 'data-amend="住院3万" data-at="0"' in shown(after("住院3万"))
    assert "data-amend" not in shown(after("住院3万").asking("三级"))


def test_a_question_that_was_interrupted_stands_without_an_answer():
    html = shown(after("住院3万").asking("等等").asking("三级"))
    assert html.count(words.WORKING) == 1
    assert "等等" in html


def test_a_double_click_is_one_question():
    asked = after("住院3万").asking("三级")
    assert asked.is_asking("三级")
    assert not asked.is_asking("二级")
    assert not after("住院3万").is_asking("住院3万")


def test_a_failure_becomes_an_apology_and_can_be_asked_again(caplog):
    with caplog.at_level(logging.CRITICAL):
        failed = after("坏了")
    assert words.FAILED in shown(failed)
    assert 'data-say="坏了" data-at="0"' in shown(failed)
    assert [turn.role for turn in failed.history()] == ["user"]


def test_going_back_forgets_the_exchange_and_those_after_it():
    conversation = after("住院3万", "三级", "北京")
    assert [exchange.question for exchange in conversation.before(1).exchanges] == ["住院3万"]
    assert conversation.before(None) == conversation


def test_element_ids_of_two_answers_differ():
    html = shown(after("三级3万", "三级3万"))
    ids = [part.split('"')[0] for part in html.split('popover id="')[1:]]
    assert len(ids) == 4
    assert len(set(ids)) == 4


def test_a_question_of_the_longest_length_is_asked_and_one_more_is_handed_back_kindly():
    assert why_not_asked("字" * 500, Conversation()) == ""
    assert "501 个字" in why_not_asked("字" * 501, Conversation())


def test_a_conversation_has_an_end():
    long = Conversation(after("三级").exchanges * words.TURN_LIMIT)
    assert why_not_asked("三级", long) == words.TOO_MANY_TURNS
    assert why_not_asked("三级", long.before(words.TURN_LIMIT - 1)) == ""


def test_markup_in_a_question_is_text_everywhere():
    html = shown(after("<script>alert(1)</script>\"'"))
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;" in html


def test_nothing_asked_shows_examples_and_what_is_covered():
    html = shown(Conversation())
    assert html.count('mb-example"') == 4
    assert "能算 18 份政策" in html


class TestSession:
    def test_an_answer_goes_on_with_its_own_conversation_only(self):
        session = Session()
        asked = session.conversation.asking("住院3万")
        assert session.goes_on(session.conversation, asked)
        session.begin(Conversation())
        assert not session.goes_on(asked, asked.with_text("能报"))
        assert session.conversation == Conversation()

    def test_a_second_question_takes_the_conversation_from_the_answer_under_way(self):
        session = Session()
        growing = session.begin(after("住院3万").asking("三级"))
        second = session.begin(growing)
        assert not session.goes_on(growing, growing.with_text("能报"))
        assert session.goes_on(second, second.asking("北京"))

    def test_a_copy_begins_empty(self):
        session = Session()
        session.begin(after("住院3万"))
        assert copy.deepcopy(session).conversation == Conversation()
