import re
from decimal import Decimal

import pytest

from mingbai.assistant.reply import ClauseView, EstimateView, Reply
from mingbai.web.chat.transcript import answer_html
from mingbai.web.clause_sheet import ClauseSheets
from mingbai.web.statement_card import shares_by_payer, statement_card_html
from tests.web.fake_assistant import (
    EXACT,
    RANGE,
    TWO_READINGS,
    UNKNOWN,
    YEAR_WARNING,
    FakeAssistant,
    citation,
    estimate_reply,
    line,
)

MARKUP = '<img src=x onerror="alert(1)">'
ESCAPED = "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;"


def card(estimate: EstimateView, reply: Reply | None = None) -> str:
    reply = reply or estimate_reply(estimate, "能报。")
    return statement_card_html(estimate, ClauseSheets(reply, FakeAssistant().clause, "t"))


def words_of(html: str) -> list[str]:
    """The visible words, one for each stretch between tags; what only paper shows is left out."""
    on_screen = re.sub(r'<p class="mb-paper[^>]*>[^<]*</p>', "", html)
    return [word.strip() for word in re.split(r"<[^>]*>", on_screen) if word.strip()]


def bounded(status: str, low: str | None, high: str | None) -> EstimateView:
    return EXACT.model_copy(update={"status": status, "amount": None, "low": low, "high": high})


class TestAmount:
    def test_exact_is_large_with_separators(self):
        assert words_of(card(EXACT))[1:4] == ["能报销", "13,140.00", "元"]

    def test_a_range_shows_both_ends(self):
        assert words_of(card(RANGE))[1:6] == ["能报销，在两者之间", "13,500.00", "–", "18,000.00", "元"]

    def test_a_range_with_a_usual_reading_says_which_the_lines_follow(self):
        assert "下面的清单按通常的读法算：12,642.50元" in words_of(card(TWO_READINGS))

    def test_a_range_without_a_usual_reading_names_none(self):
        assert "通常的读法" not in card(RANGE)

    @pytest.mark.parametrize(
        ("estimate", "label", "figure"),
        [
            (bounded("at_least", "5300.00", None), "能报销，至少", "5,300.00"),
            (bounded("at_most", None, "15000.00"), "能报销，最多", "15,000.00"),
        ],
    )
    def test_a_bound_says_on_which_side_it_lies(self, estimate, label, figure):
        assert words_of(card(estimate))[1:3] == [label, figure]

    def test_unknown_is_said_with_its_reason_and_without_a_figure(self):
        words = words_of(card(UNKNOWN))
        assert words[1:] == ["能报销多少", "说不准", "为什么说不准", "原文缺了报销比例的表格"]


class TestWhoPays:
    def test_shares_add_up_by_payer_funds_first(self):
        # 个人: 800 + 16060 = 16860
        assert shares_by_payer(EXACT.lines) == {"医保基金": Decimal("13140.00"), "个人": Decimal("16860.00")}
        assert list(shares_by_payer(RANGE.lines)) == ["医保基金", "个人", "未定"]

    def test_an_unlisted_fund_stands_before_the_person(self):
        lines = (line("自付", "", "1.00", "个人"), line("互助", "", "2.00", "职工互助"))
        assert list(shares_by_payer(lines)) == ["职工互助", "个人"]

    def test_the_bar_is_an_image_with_words(self):
        # 13140 / 30000 = 43.8 %, 16860 / 30000 = 56.2 %
        said = "谁付多少：医保基金 13,140.00元，占 43.8%；个人 16,860.00元，占 56.2%"
        assert f'role="img" aria-label="{said}"' in card(EXACT)

    def test_two_who_pay_together_have_a_colour_of_both_and_stand_before_the_person(self):
        lines = (
            line("按比例自付", "1000×30%", "300.00", "个人"),
            line("合起来至少报", "10000×70%", "7000.00", "医保基金、医疗救助"),
            line("由谁付未定", "没有定下来", "2700.00", "未定"),
        )
        shown = re.findall(r'<span class="mb-segment (mb-payer-[^"]*)', card(RANGE.model_copy(update={"lines": lines})))
        assert shown == ["mb-payer-fund-aid", "mb-payer-own", "mb-payer-open"]

    def test_a_bill_of_nothing_has_no_bar(self):
        assert "mb-bar" not in card(EXACT.model_copy(update={"lines": ()}))


class TestLines:
    def test_each_line_has_label_formula_amount_payer_clause(self):
        words = words_of(card(EXACT))
        start = words.index("起付线")
        assert words[start : start + 5] == ["起付线", "三级医院每次800", "800.00", "个人", "住院起付线"]

    def test_the_total_is_the_bill(self):
        # 800 + 13140 + 16060 = 30000
        assert words_of(card(EXACT))[-2:] == ["合计", "30,000.00"]

    def test_a_line_without_clause_has_no_chip(self):
        html = card(EXACT.model_copy(update={"lines": (line("自付", "", "1.00", "个人", ""),)}))
        assert "—" in words_of(html)
        assert "mb-chip" not in html


class TestDoubt:
    def test_both_readings_stand_with_their_difference(self):
        # 12642.50 - 11767.25 = 875.25
        words = words_of(card(TWO_READINGS))
        start = words.index("原文有不同读法")
        assert words[start + 1 : start + 6] == [
            "相差 875.25元", "上浮10个百分点", "12,642.50元", "在原比例上乘1.1", "11,767.25元",
        ]  # fmt: skip

    def test_a_range_says_what_the_source_lost(self):
        assert RANGE.causes[0] in words_of(card(RANGE))

    def test_an_exact_estimate_has_no_doubt(self):
        assert "mb-doubt" not in card(EXACT)


class TestClauses:
    def test_a_clause_has_one_sheet_however_often_it_is_cited(self):
        html = answer_html(estimate_reply(EXACT, "能报。"), FakeAssistant().clause, "t")
        sheets = re.findall(r'popover id="([^"]+)"', html)
        assert len(sheets) == 2
        assert set(re.findall(r'popovertarget="([^"]+)"', html)) == set(sheets)

    def test_a_sheet_tells_text_policy_nature_and_place(self):
        html = answer_html(estimate_reply(EXACT, "能报。"), FakeAssistant().clause, "t")
        for told in ("45%", "重庆市城乡居民合作医疗保险(2013)", "正式规定", "002_02e12ab9ff262432.txt 第2篇 四(三)"):
            assert told in words_of(html)

    def test_the_original_is_shown_as_text_where_it_is_at_hand(self):
        def opened(policy: str, clause: str) -> ClauseView:
            return FakeAssistant().clause(policy, clause).model_copy(update={"original": "原话<b>一</b>"})

        html = answer_html(estimate_reply(EXACT, "能报。"), opened, "t")
        assert "看原文的话" in html
        assert "原话&lt;b&gt;一&lt;/b&gt;" in html
        assert "看原文的话" not in answer_html(estimate_reply(EXACT, "能报。"), FakeAssistant().clause, "t")

    def test_a_clause_the_corpus_no_longer_has_is_told_from_the_reply(self):
        def gone(policy: str, clause: str) -> ClauseView:
            raise KeyError(clause)

        words = words_of(answer_html(estimate_reply(EXACT, "能报。"), gone, "t"))
        assert "三级医院二档报45%。" in words
        assert "002_02e12ab9ff262432.txt 第2篇 四(三)" in words

    def test_a_reply_without_estimate_shows_its_clauses(self):
        reply = Reply(kind="fact", text="要参保。", citations=(citation("inpatient", "住院报销"),))
        assert words_of(answer_html(reply, FakeAssistant().clause, "t"))[:3] == ["要参保。", "依据", "住院报销"]


class TestWarnings:
    def test_a_warning_is_shown(self):
        assert YEAR_WARNING in words_of(answer_html(estimate_reply(EXACT, "能报。"), FakeAssistant().clause, "t"))

    def test_a_warning_the_text_already_gives_is_not_repeated(self):
        html = answer_html(estimate_reply(EXACT, f"能报。{YEAR_WARNING}。"), FakeAssistant().clause, "t")
        assert html.count(YEAR_WARNING) == 1


class TestMarkupIsText:
    def test_in_every_field_of_a_statement(self):
        hostile = EstimateView(
            status="range",
            amount="1.00",
            low="1.00",
            high="2.00",
            lines=(line(MARKUP, MARKUP, "3.00", MARKUP, "inpatient"),),
            readings=({"says": MARKUP, "amount": "1.00"},),
            causes=(MARKUP,),
        )
        html = card(hostile)
        assert "<img" not in html
        # label, formula, payer in table, bar, bar's words, legend, reading, cause
        assert html.count(ESCAPED) == 8

    def test_in_every_field_of_a_clause(self):
        def hostile(policy: str, clause: str) -> ClauseView:
            return ClauseView(
                policy=policy,
                policy_title=MARKUP,
                nature=MARKUP,
                clause=clause,
                title=MARKUP,
                text=f"{MARKUP}\n\n![图](http://elsewhere.example/x.png) [链接](javascript:alert(1))",
                places=(MARKUP,),
            )

        html = answer_html(estimate_reply(EXACT, MARKUP), hostile, "t")
        assert "<img" not in html
        assert "<a " not in html
