import csv
import logging
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from time import monotonic
from types import SimpleNamespace

import gradio as gr
import pytest

from mingbai.assistant.library import Library
from mingbai.feedback.opinion import Opinion
from mingbai.feedback.opinions import Opinions
from mingbai.settings import Settings
from mingbai.web import words
from mingbai.web.chat.answering import conversation_as_it_grows
from mingbai.web.chat.conversation import OPINIONS_PER_MINUTE, Conversation, Said, Session
from mingbai.web.chat.opining import Opining
from mingbai.web.chat.opinion_strip import strip_html
from mingbai.web.pace import Pace
from mingbai.web.staff.opinion_list import _OpinionList
from tests.web.fake_assistant import POLICY, FakeAssistant

QUESTION = "重庆二档三级医院住院3万,我的手机13812345678"
MARKUP = '<img src=x onerror="alert(1)">'


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.from_settings(Settings())


@pytest.fixture
def opinions(tmp_path) -> Opinions:
    made = Opinions(f"sqlite:///{tmp_path / 'feedback.sqlite3'}", lambda: datetime.now(UTC))
    yield made
    made.engine.dispose()


@pytest.fixture
def opining(opinions, library) -> Opining:
    return Opining(opinions, library)


@pytest.fixture
def session() -> Session:
    made = Session()
    *_, conversation = conversation_as_it_grows(FakeAssistant(), Conversation(), QUESTION)
    made.begin(conversation)
    return made


def press(opining: Opining, session: Session, **told: str) -> str:
    about = session.conversation.exchanges[0].id
    return opining.say(
        session, SimpleNamespace(**{"about": about, "thumb": None, "reason": None, "words": None} | told)
    )


def kept(opinions: Opinions) -> list[tuple[str, str | None, str]]:
    return [(one.opinion.thumb, one.opinion.reason, one.opinion.words) for one in opinions.newest()]


class TestSaying:
    def test_a_thumb_is_kept_with_what_it_is_about(self, opining, opinions, session, library):
        assert words.OPINION_KEPT in press(opining, session, thumb="useful")
        (only,) = opinions.newest()
        assert only.opinion == Opinion(
            about=session.conversation.exchanges[0].id,
            thumb="useful",
            question="重庆二档三级医院住院3万,我的手机[手机号]",
            answer="重庆居民医保二档,三级医院住院3万元,能报 **13,140.00元**。\n\n假定费用都在医保目录内。",
            policies=(POLICY,),
            clauses=(f"{POLICY}#inpatient", f"{POLICY}#deductible"),
            corpus=library.corpus.hash[:12],
        )

    def test_nothing_is_kept_before_a_thumb_is_pressed(self, opining, opinions, session):
        press(opining, session, reason="long")
        press(opining, session, words="太长")
        assert kept(opinions) == []

    def test_the_later_thumb_replaces_and_the_same_one_again_takes_back(self, opining, opinions, session):
        press(opining, session, thumb="useless")
        press(opining, session, thumb="useful")
        assert kept(opinions) == [("useful", None, "")]
        assert words.OPINION_WITHDRAWN in press(opining, session, thumb="useful")
        assert kept(opinions) == []
        assert session.said == {}

    def test_a_reason_and_words_add_up_and_a_reason_again_is_taken_back(self, opining, opinions, session):
        press(opining, session, thumb="useless")
        assert 'data-reason="figure" aria-pressed="true"' in press(opining, session, reason="figure")
        shown = press(opining, session, words="算错了,打13812345678")
        assert kept(opinions) == [("useless", "figure", "算错了,打[手机号]")]
        assert "[手机号]" in shown
        press(opining, session, reason="figure")
        assert kept(opinions) == [("useless", None, "算错了,打[手机号]")]

    @pytest.mark.parametrize("told", [{"thumb": "x"}, {"thumb": 3}, {"thumb": [MARKUP]}, {"about": MARKUP}])
    def test_what_the_page_cannot_have_asked_is_not_kept(self, opining, opinions, session, told):
        assert "<img" not in press(opining, session, **{"thumb": "useful"} | told)
        assert kept(opinions) == []

    @pytest.mark.parametrize("own_words", ["字" * 201, 3, ["a"], {"a": 1}])
    def test_words_that_the_box_does_not_take_are_not_kept(self, opining, opinions, session, own_words):
        press(opining, session, thumb="useless")
        press(opining, session, words=own_words)
        assert kept(opinions) == [("useless", None, "")]

    def test_an_answer_under_way_has_nothing_to_say_of_it(self, opining, opinions, session):
        session.begin(session.conversation.asking("北京"))
        about = session.conversation.exchanges[1].id
        press(opining, session, about=about, thumb="useless")
        assert kept(opinions) == []

    def test_a_minute_has_a_limit_for_each_person_and_for_all(self, opining, opinions, session):
        for _ in range(OPINIONS_PER_MINUTE):
            assert "请歇" not in press(opining, session, thumb="useful")
        before = kept(opinions)
        assert "请歇" in press(opining, session, thumb="useful")
        assert kept(opinions) == before
        crowded = replace(opining, pace=Pace(1))
        crowded.pace.seconds_to_wait(monotonic())
        other = Session()
        other.begin(session.conversation)
        assert "请歇" in press(crowded, other, thumb="useless")
        assert kept(opinions) == before

    def test_a_store_that_fails_is_said_and_nothing_shows_as_kept(self, opining, session, library, tmp_path, caplog):
        (tmp_path / "file").write_text("not a folder")
        broken = Opining(Opinions(f"sqlite:///{tmp_path}/file/x.sqlite3", lambda: datetime.now(UTC)), library)
        with caplog.at_level(logging.CRITICAL):
            shown = press(broken, session, thumb="useful")
        assert words.OPINION_NOT_KEPT in shown
        assert 'aria-pressed="true"' not in shown
        assert session.said == {}

    def test_a_fresh_start_forgets_here_what_was_said(self, opining, session):
        press(opining, session, thumb="useless")
        press(opining, session, words="我的话")
        session.begin(Conversation())
        assert session.said == {}


class TestStrip:
    def test_beside_the_buttons_it_says_that_only_what_is_pressed_is_kept(self):
        assert words.OPINION_NOTE in strip_html("a", None)
        assert "mb-reasons" not in strip_html("a", Said("useful"))
        assert strip_html("a", Said("useless")).count("data-reason=") == 5

    def test_markup_is_text(self):
        assert "<img" not in strip_html(MARKUP, Said("useless", "other", MARKUP), MARKUP)


class TestList:
    @pytest.fixture
    def page(self, opinions, library) -> _OpinionList:
        base = Opinion("1", "useless", "=1+1", f"{MARKUP}**粗**", (POLICY,), (), "v", "figure", MARKUP)
        opinions.keep(base)
        opinions.keep(replace(base, about="2", thumb="useful", policies=("gone",), reason=None, words=""))
        return _OpinionList(opinions, library)

    @pytest.mark.parametrize("unlocked", [False, None, "yes", 1])
    def test_nothing_of_it_is_given_before_the_door_is_open(self, page, unlocked):
        for handler in (page.show, page.show_anew, page.table):
            with pytest.raises(gr.Error, match=words.STAFF_LOCKED):
                handler(unlocked, "", "")
        assert page.fill(unlocked)[2] == ""
        assert POLICY not in str(page.fill(unlocked))

    def test_markup_is_text_and_a_policy_that_is_gone_keeps_its_id(self, page):
        shown = page.show(True, "", "")
        assert "<img" not in shown
        assert "gone" in shown
        assert shown.index("gone") < shown.index("重庆居民医保")

    def test_by_thumb_and_by_policy(self, page):
        assert "gone" not in page.show(True, "useless", "")
        assert "重庆居民医保" not in page.show(True, "", "gone")
        assert words.OPINIONS_NONE in page.show(True, "useless", "gone")

    def test_the_table_holds_every_field_and_no_formula(self, page):
        rows = list(csv.reader(StringIO(page.table(True, "", "").removeprefix("\ufeff"))))
        assert [row[1] for row in rows] == ["评价", "有用", "没用"]
        assert rows[2][2:9] == ["数不对", MARKUP, "", "'=1+1", f"{MARKUP}**粗**", "重庆居民医保", ""]
