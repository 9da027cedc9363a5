"""The service of a language model that fails: the person is answered by rules, soon, and nothing private is told."""

import json
import logging
import time

import pytest

from mingbai.assistant.breaker import Breaker
from mingbai.assistant.language_model import language_model
from mingbai.assistant.library import Library
from mingbai.assistant.reply import ChatTurn
from mingbai.settings import Settings
from tests.assistant.openai_server import Answer, CutOff, Dribbled, Failed, OpenAIServer, Raw, Said, Silent, Unfinished
from tests.assistant.talking import ESTIMATING, QUESTION, Ask, always, calling, estimating_then, first

FAILURES: dict[str, tuple[Answer, str]] = {
    "is too busy": (Failed(429), "HTTP 429"),
    "breaks": (Failed(500), "HTTP 500"),
    "does not know the key": (Failed(401), "HTTP 401"),
    "closes the connection": (CutOff(Said("能报 13,140.00元。")), "ConnectionError"),
}


class TestAServiceThatFails:
    @pytest.mark.parametrize("streams", [False, True], ids=["whole", "streamed"])
    @pytest.mark.parametrize(("answer", "logged"), FAILURES.values(), ids=FAILURES.keys())
    def test_is_done_without(
        self, ask: Ask, right: str, caplog: pytest.LogCaptureFixture, answer: Answer, logged: str, streams: bool
    ):
        assert ask(always(answer), QUESTION, streams=streams).text == right
        assert "the language model failed" in caplog.text
        if not (streams and isinstance(answer, CutOff)):
            assert logged in caplog.text

    @pytest.mark.parametrize("streams", [False, True], ids=["whole", "streamed"])
    def test_that_stops_in_the_middle_of_a_sentence_is_done_without(
        self, ask: Ask, right: str, caplog: pytest.LogCaptureFixture, streams: bool
    ):
        half = Unfinished(Said("能报 13,140.00元。" + "起付线800元由您自己付。"))
        assert ask(first(ESTIMATING, half), QUESTION, streams=streams).text == right
        assert "话没有说完" in caplog.text

    @pytest.mark.parametrize(
        "body",
        [b"", b"\xff\xfe\x80", b'{"choices": [{"message": {"content": "\xff\xe6"}}]}', b"<html>busy</html>", b"[]"],
    )
    def test_that_sends_no_answer_at_all_is_done_without(
        self, ask: Ask, right: str, caplog: pytest.LogCaptureFixture, body: bytes
    ):
        assert ask(always(Raw(body)), QUESTION).text == right
        assert "answering by rules" in caplog.text

    @pytest.mark.parametrize(
        "answer",
        [Said("能报 13,140.00元。" * 600_000), calling("search_clauses", {"query": "住院" * 1_500_000})],
        ids=["text", "arguments"],
    )
    def test_that_sends_ten_megabytes_costs_no_more_than_a_moment(self, ask: Ask, right: str, answer: Said):
        begun = time.monotonic()
        assert ask(first(ESTIMATING, answer) if answer.text else always(answer), QUESTION).text == right
        assert time.monotonic() - begun < 10

    def test_in_the_middle_of_a_turn_is_done_without(self, ask: Ask, right: str, caplog: pytest.LogCaptureFixture):
        assert ask(first(ESTIMATING, Failed(500)), QUESTION).text == right
        assert "HTTP 500" in caplog.text

    def test_that_is_not_there_is_done_without(
        self, ask: Ask, right: str, library: Library, caplog: pytest.LogCaptureFixture
    ):
        with OpenAIServer() as gone:
            address = Ask(gone, library)
        assert address(always(Said("")), QUESTION).text == right
        assert "ConnectionError" in caplog.text

    def test_is_tried_as_often_as_configured(self, ask: Ask, right: str):
        assert ask(always(Failed(500)), QUESTION, llm_retries=1).text == right
        assert len(ask.server.bodies) == 2

    def test_that_is_silent_is_not_waited_for(self, ask: Ask, right: str, caplog: pytest.LogCaptureFixture):
        begun = time.monotonic()
        assert ask(always(Silent()), QUESTION, llm_timeout=0.3).text == right
        assert time.monotonic() - begun < 9  # the server would keep silent for ten seconds
        assert "TimeoutError" in caplog.text

    @pytest.mark.parametrize("answer", [Dribbled(), Failed(429, (("Retry-After", "30"),))], ids=["dribbles", "delays"])
    def test_does_not_hold_a_turn_up_for_longer_than_is_configured(
        self, ask: Ask, right: str, caplog: pytest.LogCaptureFixture, answer: Answer
    ):
        begun = time.monotonic()
        assert ask(always(answer), QUESTION, llm_retries=1, llm_turn_timeout=0.7).text == right
        assert time.monotonic() - begun < 9  # the server would go on for ten seconds
        assert "the language model failed (TimeoutError)" in caplog.text


class TestAServiceThatGoesOnFailing:
    def test_is_left_alone_for_a_while_and_then_tried_again(
        self, ask: Ask, right: str, caplog: pytest.LogCaptureFixture
    ):
        now = [0.0]
        ask.breaker = Breaker(after=2, seconds=60, clock=lambda: now[0])
        for at, requests in ((0, 1), (10, 2), (11, 2), (69, 2)):  # the second failure at 10 pauses it until 70
            now[0] = at
            assert ask(always(Failed(500)), QUESTION).text == right
            assert len(ask.server.bodies) == requests
        assert "left alone for 60 s" in caplog.text
        assert "left alone for 1 s more" in caplog.text
        now[0] = 70.0
        assert ask(always(Failed(500)), QUESTION).text == right  # the trial fails: it rests until 130
        now[0] = 129.0
        assert ask(always(Failed(500)), QUESTION).text == right
        assert len(ask.server.bodies) == 3
        now[0] = 130.0
        assert ask(estimating_then("能报 13,140.00元。"), QUESTION).text == "能报 13,140.00元。"
        assert ask(always(Failed(500)), QUESTION).text == right  # forgotten: this is the first failure again
        assert ask(estimating_then("能报 13,140.00元。"), QUESTION).text == "能报 13,140.00元。"

    def test_that_only_lies_is_not_left_alone(self, ask: Ask, right: str):
        ask.breaker = Breaker(after=1)
        for _ in range(2):
            assert ask(estimating_then("能报 15,000元。"), QUESTION).text == right
        assert ask.breaker.pause == 0


class TestWhatIsPrivate:
    CARD, PHONE = "110101199003071234", "13812345678"

    @pytest.mark.parametrize(
        ("card", "phone"),
        [
            (CARD, PHONE),
            ("110101 19900307 1234", "138-1234-5678"),
            ("1101011990\u200b03071234", "138 1234 5678"),
            ("１１０１０１１９９００３０７１２３４", "一三八一二三四五六七八"),
            ("110101–19900307–1234", "138－1234－5678"),
            ("１１０１０１　１９９００３０７　１２３４", "1 3 8 1 2 3 4 5 6 7 8"),
            ("一一零一零一 一九九零零三零七 一二三四", "138·1234·5678"),
        ],
        ids=["plain", "grouped", "invisible", "other figures", "dashes", "full-width blanks", "spoken"],
    )
    @pytest.mark.parametrize("answer", [Said("能报 15,000元。"), Failed(500)], ids=["lie", "failure"])
    def test_never_reaches_the_service_or_the_log(
        self, ask: Ask, right: str, caplog: pytest.LogCaptureFixture, card: str, phone: str, answer: Answer
    ):
        caplog.set_level(logging.DEBUG)
        bank = "6222 0212-3456 7890 123"
        said = f"我的身份证号是{card},电话{phone},卡号{bank}。{QUESTION}"
        history = [ChatTurn(role="user", text=said), ChatTurn(role="assistant", text=said)]
        ask.server.script = first(ESTIMATING, answer)
        assert ask.assistant().reply([*history, ChatTurn(role="user", text=said)]).text == right
        sent = [message["content"] or "" for body in ask.server.bodies for message in json.loads(body)["messages"]]
        assert any("身份证号是[身份证号],电话[手机号],卡号[银行卡号]。" in text for text in sent)
        for text in (*sent, *ask.server.bodies, caplog.text):
            assert not [one for one in (card, phone, bank, self.CARD, self.PHONE) if one in text]

    def test_key_is_not_logged(self, ask: Ask, right: str, caplog: pytest.LogCaptureFixture):
        caplog.set_level(logging.DEBUG)
        assert ask(always(Failed(401)), QUESTION).text == right
        assert ask.server.key not in caplog.text


class TestSettings:
    def test_no_model_is_built_where_none_is_named(self):
        assert language_model(Settings(llm=None)) is None

    def test_a_key_of_openai_does_not_go_to_another_address(
        self, ask: Ask, server: OpenAIServer, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setenv("OPENAI_API_KEY", server.key)
        model = language_model(Settings(llm="openai:qwen3", llm_base_url=server.url, llm_retries=0))
        assert model is not None
        with pytest.raises(Exception, match="401"):  # the server knows that key and was not sent it
            model.invoke("你好")

    def test_each_is_read_from_the_environment(self, monkeypatch: pytest.MonkeyPatch):
        for name, value in (("TIMEOUT", "7"), ("RETRIES", "3"), ("TURN_TIMEOUT", "30")):
            monkeypatch.setenv(f"MINGBAI_LLM_{name}", value)
        settings = Settings()
        assert (settings.llm_timeout, settings.llm_retries, settings.llm_turn_timeout) == (7, 3, 30)
