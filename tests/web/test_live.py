import json
import logging
from datetime import date
from pathlib import Path

import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.reply import Reply
from mingbai.assistant.toolbox import Toolbox
from mingbai.settings import Settings
from mingbai.web import words
from mingbai.web.calculator import _Calculator
from mingbai.web.chat.conversation import QUESTIONS_PER_MINUTE, Session
from mingbai.web.chat.transcript import answer_html
from mingbai.web.counter import _Counter
from mingbai.web.live import Asked, Part, _shown
from mingbai.web.policies import _Policies
from tests.web.fake_assistant import ASK_LEVEL, EXACT, FakeAssistant, citation, estimate_reply

MARKUP = '<img src=x onerror="alert(1)">'


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.from_settings(Settings())


class TestAsked:
    def test_values_dates_and_several_of_one_name(self):
        asked = Asked.read({"a": "1", "b": ["2", "3"], "today": ["2025-11-01"]})
        assert (asked.one("a"), asked.all("b"), asked.one("none")) == ("1", ("2", "3"), "")
        assert asked.day("today") == date(2025, 11, 1)
        assert asked.day("a") is None

    @pytest.mark.parametrize("told", [None, [], "x", 3, {"a": 1}, {"a": {"b": 2}}, {"a": [None, 4]}])
    def test_what_is_not_words_is_left_out(self, told):
        assert Asked.read(told).one("a") == ""

    def test_length_and_number_are_bounded(self):
        asked = Asked.read({str(n): "字" * 5000 for n in range(500)})
        assert len(asked.values) == 100
        assert len(asked.one("0")) == 200


class TestTabs:
    def test_a_tab_that_fails_says_so_and_goes_on(self, caplog):
        def fails(_: Asked) -> dict[str, Part]:
            raise RuntimeError("told to fail")

        with caplog.at_level(logging.CRITICAL):
            assert words.TRY_AGAIN in _shown(fails, {})["problem"].html

    def test_a_corpus_that_cannot_be_read_has_its_mistakes_on_the_health_page(self, library, tmp_path):
        (tmp_path / "vocabulary.yaml").write_text("facts: [\n", encoding="utf-8")
        parts = _shown(_Policies(library, tmp_path).show, {"health": "yes"})
        assert parts["problem"].html == ""
        assert "vocabulary.yaml" in parts["found"].html
        assert "<table>" not in parts["found"].html

    def test_markup_in_any_field_is_text(self, library):
        fields = ("policy", "care", "cost", "plan", "place", "words", "procedure", "brought", "today", "clause")
        told = dict.fromkeys(fields, MARKUP)
        tabs = (_Calculator(Toolbox(library)), _Counter(library), _Policies(library, Path("nowhere")))
        for tab in tabs:
            for policy in (MARKUP, "chongqing-resident-2013"):
                parts = _shown(tab.show, told | {"policy": policy})
                assert "<img" not in json.dumps([part.html for part in parts.values()])

    def test_typing_redraws_the_result_and_not_the_form(self, library):
        tab = _Calculator(Toolbox(library))
        told = {"policy": "chongqing-resident-2013", "plan": "二档", "hospital_level": "三级"}
        first, second = (tab.show(Asked.read(told | {"cost": cost})) for cost in ("30000", "8000"))
        assert first["form"].shape == second["form"].shape != ""
        assert first["result"].html != second["result"].html
        assert first["result"].shape == ""


class TestRate:
    def test_after_a_minutes_worth_of_questions_there_is_a_wait(self):
        asking = Session().questions
        assert {asking.seconds_to_wait(float(n)) for n in range(QUESTIONS_PER_MINUTE)} == {0}
        # the first was at 0 s and counts until 60 s: asked at 30 s, that is 30 s more
        assert asking.seconds_to_wait(30.0) == 30
        assert asking.seconds_to_wait(60.0) == 0


class TestAnswerOnThePage:
    def test_a_question_back_stands_without_warning_and_basis(self):
        asked = ASK_LEVEL.model_copy(
            update={"warnings": ("政策为2013年度",), "citations": (citation("inpatient", "住院报销"),)}
        )
        html = answer_html(asked, FakeAssistant().clause, "t")
        assert "住的是几级医院" in html
        assert "mb-warnings" not in html
        assert "mb-chip" not in html

    def test_beside_a_card_only_paper_repeats_what_the_card_shows(self):
        text = "能报 **1元**。\n\n住院 · 三级。\n\n原因:缺。\n\n按这些情况算:本地。\n\n- 一级:2元\n\n(自付:自己出)"
        html = answer_html(estimate_reply(EXACT, text), FakeAssistant().clause, "t")
        paper = [part.split("</div>")[0] for part in html.split('<div class="mb-prose mb-paper">')[1:]]
        assert ["住院" in paper[0], "原因" in paper[1], len(paper)] == [True, True, 2]
        assert '<div class="mb-prose mb-terms">' in html

    def test_without_a_card_the_whole_text_stands(self):
        html = answer_html(Reply(kind="fact", text="一。\n\n二。"), FakeAssistant().clause, "t")
        assert "mb-paper" not in html
        assert "二。" in html
