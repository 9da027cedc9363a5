"""A quiz in the conversation: drawn from the messages alone, judged by the rules, explained and counted."""

import logging
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from langchain_core.messages import AIMessage

from eval.asking import ask
from eval.provenance import unexplained
from mingbai.assistant.assistant import Assistant
from mingbai.assistant.guarding.guard import breaches
from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Quizzed
from mingbai.assistant.reply import ChatTurn, Reply
from mingbai.corpus.reader import Corpus
from mingbai.money import words
from mingbai.quiz.bank import Bank
from tests.assistant.lying_model import ScriptedModel, estimating_then_saying, saying
from tests.assistant.turns import last_reply

COST = re.compile(r"费用:([\d,.]+)元。")
# Yuechi, first-level hospital: (cost-150)*70%, at most 30000 a year.
YUECHI = {
    "280": "91",  # (280-150)*70%
    "960": "567",  # (960-150)*70%
    "3600": "2415",  # (3600-150)*70%
    "8450.5": "5810.35",  # (8450.5-150)*70%
    "12800": "8855",  # (12800-150)*70%
    "26300": "18305",  # (26300-150)*70%
    "54000": "30000",  # (54000-150)*70% = 37695, capped
    "128000": "30000",
    "360000": "30000",
}
# Yuechi again: what comes out without the deductible (cost*70%), what is right, and how the statement says it.
FORGOTTEN = {
    "280.00": ("196", "91.00元", "(280−150)×70%"),
    "960.00": ("672", "567.00元", "(960−150)×70%"),
    "3,600.00": ("2520", "2,415.00元", "(3600−150)×70%"),
    "8,450.50": ("5915.35", "5,810.35元", "(8450.5−150)×70%"),
    "12,800.00": ("8960", "8,855.00元", "(12800−150)×70%"),
    "26,300.00": ("18410", "18,305.00元", "(26300−150)×70%"),
}
# The city without a name: 85% up to 40000, 90% up to 80000, 95% above, at most 150000 a year.
NO_CITY = {
    "280": "238",  # 280*85%
    "960": "816",  # 960*85%
    "3600": "3060",  # 3600*85%
    "8450.5": "7182.93",  # 8450.5*85% = 7182.925, half a fen up
    "12800": "10880",  # 12800*85%
    "26300": "22355",  # 26300*85%
    "54000": "46600",  # 40000*85% + 14000*90%
    "128000": "115600",  # 40000*85% + 40000*90% + 48000*95%
    "360000": "150000",  # 40000*85% + 40000*90% + 280000*95% = 336000, capped
}
# Xiamen: medical assistance pays 80% of the own share.
XIAMEN = {
    "280": "224",
    "960": "768",
    "3600": "2880",
    "8450.5": "6760.4",
    "12800": "10240",
    "26300": "21040",
    "54000": "43200",
    "128000": "102400",
    "360000": "288000",
}


class Talk:
    """One conversation, message by message."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.history: list[ChatTurn] = []

    def say(self, text: str) -> Reply:
        self.history.append(ChatTurn(role="user", text=text))
        reply = self.assistant.reply(self.history)
        self.history.append(ChatTurn(role="assistant", text=reply.text))
        return reply


def begun(assistant: Assistant, wish: str, pattern: str) -> tuple[Talk, Reply]:
    """A quiz whose first item fits a pattern: the message is varied until one comes up."""
    for count in range(400):
        talk = Talk(assistant)
        reply = talk.say(wish + "。" * count)
        if re.search(pattern, reply.text, re.DOTALL):
            return talk, reply
    raise AssertionError(f"no quiz begins with {pattern}")


def right_amount(reply: Reply, amounts: dict[str, str]) -> str:
    cost = COST.search(reply.text)
    assert cost is not None
    return amounts[f"{Decimal(cost[1].replace(',', '')).normalize():f}"]


class TestKeys:
    @pytest.mark.parametrize(
        ("wish", "pattern", "amounts", "clause"),
        [
            ("考我1道算账的题,岳池居民医保", "填金额.*住院;医院等级:一级医院;目录内费用", YUECHI, "inpatient"),
            ("考我1道算账的题,没写城市的职工大病保险", "填金额.*住院", NO_CITY, "ratios"),
        ],
        ids=["share after a deductible", "bands"],
    )
    def test_an_amount_worked_out_by_hand_is_right(
        self, assistant: Assistant, wish: str, pattern: str, amounts: dict[str, str], clause: str
    ):
        talk, reply = begun(assistant, wish, pattern)
        amount = right_amount(reply, amounts)
        told = talk.say(amount)
        assert "对了!" in told.text
        assert words(Decimal(amount)) in told.text
        assert told.citations[0].policy == reply.policies[0]
        assert clause in {citation.clause for citation in told.citations}

    def test_xiamens_own_share(self, assistant: Assistant):
        talk, reply = begun(assistant, "考我1道算账的题,厦门医疗救助", "填金额")
        own = re.search(r"目录内自付:([\d,.]+)元", reply.text)
        assert own is not None
        amount = XIAMEN[f"{Decimal(own[1].replace(',', '')).normalize():f}"]
        assert "对了!" in talk.say(f"应该是{amount}元吧").text

    def test_a_deductible_is_chosen_by_its_words(self, assistant: Assistant):
        """重庆:三级医院住院起付线800元。"""
        talk, _ = begun(assistant, "考我1道起付线的题,重庆", "单选.*住院,三级医院.*800元")
        assert "对了!" in talk.say("800").text

    def test_a_premium_is_judged(self, assistant: Assistant):
        """重庆:一档每年60元,二档150元;说一档出150元就错了。"""
        talk, _ = begun(assistant, "考我1道缴费的题,重庆", "判断.*选一档的人.*出150元")
        told = talk.say("错")
        assert "对了!" in told.text
        assert "60元" in told.text

    def test_the_forgotten_deductible_is_named_and_the_sum_shown(self, assistant: Assistant):
        costs = "|".join(FORGOTTEN)
        talk, reply = begun(
            assistant, "考我1道算账的题,岳池居民医保", f"填金额.*住院;医院等级:一级医院;目录内费用:({costs})元"
        )
        found = COST.search(reply.text)
        assert found is not None
        forgotten, right, formula = FORGOTTEN[found[1]]
        told = talk.say(forgotten)
        for one in ("不对", "忘了扣起付线", f"正确答案:**{right}**", formula, "做完了:1题对了0题"):
            assert one in told.text
        assert {citation.clause for citation in told.citations} == {"inpatient"}

    def test_a_number_nobody_knows_is_wrong_without_a_name(self, assistant: Assistant):
        talk, _ = begun(assistant, "考我1道算账的题,岳池居民医保", "填金额")
        assert "跟哪一种已知的错法都对不上" in talk.say("123.45").text


class TestReproducing:
    def test_the_same_messages_give_the_same_quiz(self, assistant: Assistant):
        turns = ("考考我重庆医保", "不知道", "不知道")
        assert self._texts(assistant, turns) == self._texts(assistant, turns)

    def test_another_place_in_the_conversation_gives_another_quiz(self, assistant: Assistant):
        first, *_ = self._texts(assistant, ("考我10道题,重庆医保",))
        *_, later = self._texts(assistant, ("你好", "考我10道题,重庆医保"))
        assert first != later

    def test_another_set_has_other_items(self, assistant: Assistant):
        first, second = self._texts(assistant, ("考考我重庆医保", "换一组"))
        assert first != second

    def test_the_bank_is_made_once_for_a_whole_conversation(
        self, corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        made: list[Corpus] = []
        plain = Bank.__init__
        monkeypatch.setattr(Bank, "__init__", lambda bank, corpus: (made.append(corpus), plain(bank, corpus))[1])
        self._texts(Assistant(Library(corpus, tmp_path)), ("考考我重庆医保", "不知道", "A", "换一组", "对"))
        assert len(made) == 1

    def _texts(self, assistant: Assistant, turns: tuple[str, ...]) -> list[str]:
        talk = Talk(assistant)
        return [talk.say(turn).text for turn in turns]


class TestWishes:
    def test_more_items_than_there_are(self, assistant: Assistant):
        reply = Talk(assistant).say("考我20道题,十堰医保")
        assert "这里只能出" in reply.text
        assert reply.policies == ("shiyan-2013",)

    @pytest.mark.parametrize("wish", ["考我31道题,重庆医保", "考我0道题,重庆医保", "考我滞纳金,重庆医保"])
    def test_what_cannot_be_drawn_gets_a_clear_word(self, assistant: Assistant, wish: str):
        reply = Talk(assistant).say(wish)
        assert reply.kind == "chat"
        assert "第1题" not in reply.text

    def test_a_topic(self, assistant: Assistant):
        talk = Talk(assistant)
        assert "起付线" in talk.say("考我起付线,岳池居民医保").text
        for _ in range(4):
            last = talk.say("跳过")
        assert "起付线:5题" not in last.text  # not over yet
        assert "起付线:5题对0题" in talk.say("跳过").text

    def test_the_policy_spoken_of_before(self, assistant: Assistant):
        talk = Talk(assistant)
        talk.say("岳池居民医保,二级医院住院花了8000,能报多少")
        assert talk.say("考考我").policies == ("yuechi-resident-2009",)

    def test_the_scheme_without_a_place(self, assistant: Assistant):
        reply = Talk(assistant).say("考考我新农合")
        assert reply.policies[0] in {"county-ncms-major-disease", "lulong-ncms"}

    @pytest.mark.parametrize(
        "said",
        [
            "请参考我的发票,重庆居民医保能报吗",
            "孩子高考我要给他交重庆居民医保,交多少",
            "重庆居民医保二档三甲住院我出3万有什么问题",
        ],
    )
    def test_words_that_only_look_like_it(self, assistant: Assistant, said: str):
        assert "第1题" not in Talk(assistant).say(said).text

    @pytest.mark.parametrize(
        "said", ["来2道关于缴费的题,重庆医保", "出三道题考考新同事,重庆的", "重庆医保考一考我", "重庆医保,来一组题"]
    )
    def test_ways_to_ask(self, assistant: Assistant, said: str):
        assert "第1题" in Talk(assistant).say(said).text


class TestNoFigureUnexplained:
    @pytest.mark.parametrize(
        "name", ["重庆居民医保", "洛阳职工大病保险", "某区医保扶贫", "北京大病统筹", "吴江大病保险"]
    )
    def test_through_a_whole_quiz(self, assistant: Assistant, name: str, caplog: pytest.LogCaptureFixture):
        caplog.set_level(logging.WARNING, logger="mingbai")
        turns = [f"考我6道题,{name}"]
        for _ in range(6):
            turns.append("1234.5" if len(turns) % 2 else "不知道")
            answer = ask(assistant, turns)
            assert not unexplained(answer), answer.reply.text
            assert answer.reply.kind == "chat"
        assert not caplog.records

    def test_the_guard_still_sees_a_figure_of_no_item(self):
        outcome = Quizzed(note="医保付21,040.00元")
        assert breaches("医保付21,040.00元。", [outcome], []) == []
        assert breaches("医保付21,040.01元。", [outcome], []) == ["数字21040.01没有出处"]


class TestWithALanguageModel:
    def test_a_quiz_is_led_by_the_rules(self, library: Library, assistant: Assistant):
        model = ScriptedModel(script=saying("第1题:重庆一档交多少钱?答案是999元。"))
        talk, by_rules = Talk(Assistant(library, model)), Talk(assistant)
        for turn in ("考考我", "重庆的", "不知道", "这个嘛", "提示", "不考了", "接着考", "对"):
            assert talk.say(turn).text == by_rules.say(turn).text
        assert model.seen == []

    def test_another_question_goes_to_the_model(self, library: Library):
        model = ScriptedModel(script=lambda messages: AIMessage("不客气,随时问我。"))
        talk = Talk(Assistant(library, model))
        talk.say("考考我重庆医保")
        talk.say("重庆二档三甲住院3万能报多少")
        assert len(model.seen) == 1

    def test_its_answer_to_another_question_ends_with_the_way_back(self, library: Library):
        model = ScriptedModel(script=estimating_then_saying("能报13,140.00元。"))  # (30000-800)*45%
        talk = Talk(Assistant(library, model))
        talk.say("考考我重庆医保")
        aside = talk.say("重庆居民医保二档,三级医院住院花了3万,能报多少")
        assert aside.text.startswith("能报13,140.00元。")
        assert "接着考" in aside.text
        assert "接着考" in aside.choices
        assert len(model.seen) == 2


def test_other_turns_do_not_import_the_quiz(tmp_path: Path):
    """The library's quiz, with its makers, costs nothing to who never asks for one."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from mingbai.assistant.assistant import Assistant\n"
        "from mingbai.assistant.library import Library\n"
        "from mingbai.assistant.reply import ChatTurn\n"
        "from mingbai.corpus.reader import read_corpus\n"
        "from mingbai.settings import Settings\n"
        f"library = Library(read_corpus(Settings().corpus), Path({str(tmp_path)!r}))\n"
        "Assistant(library).reply([ChatTurn(role='user', text='重庆二档三甲住院3万能报多少')])\n"
        "assert 'mingbai.quiz' not in sys.modules\n"
        "Assistant(library).reply([ChatTurn(role='user', text='考考我重庆医保')])\n"
        "assert 'mingbai.quiz' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)


@given(said=st.text(max_size=40) | st.text("ABCDabcd对错第个一二三12345,.%元不考了", max_size=12))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_answer_whatever_breaks_a_quiz(assistant: Assistant, said: str):
    """The next reply comes, and so does the item after it."""
    talk = Talk(assistant)
    talk.say("考考我重庆医保")
    assert talk.say(said).text
    assert "题" in talk.say("接着考").text


@pytest.mark.parametrize("message", ["桂阳存在啥问题", "如何发现冒名顶替的病人", "医保扶贫存在啥问题"])
def test_a_question_about_problems_begins_no_quiz(assistant: Assistant, message: str) -> None:
    reply = last_reply(assistant, message)
    assert "第1题" not in reply.text
    assert "想考哪里" not in reply.text


def test_who_does_not_know_may_ask_for_the_key_too(assistant: Assistant) -> None:
    assert last_reply(assistant, "出道吴江的题", "不知道 告诉我答案").text.startswith("**跳过了。**")
