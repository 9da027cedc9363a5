"""The reply as JSON is a public contract: the keys, the types, and what holds between them."""

import json
import re
from decimal import Decimal
from typing import Any, get_args

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.library import Library
from mingbai.assistant.reply import ChatTurn, Reply, ReplyKind, Status
from tests.assistant.lying_model import ScriptedModel, calling_then_saying, saying
from tests.assistant.turns import last_reply

CARD = "110101199003071234"
CHONGQING = "我交的是重庆居民医保二档,在三甲医院住院花了3万,能报多少?"
YUECHI = "岳池的学生,二级医院住院花了8000元,能报多少?"
BEIJING = "北京大病统筹,住院花了2万能报多少"
LUOYANG_ELSEWHERE = "洛阳职工大病保险,在郑州三级医院住院,超过封顶线10万,能报多少"
PLAN_MISSING = "重庆居民医保,三级医院住院花了3万能报多少"
DOCUMENTS = "岳池居民医保参保要带什么材料"
UNCOVERED = "上海医保住院花了3万能报多少"
EVERY_KIND = (CHONGQING, YUECHI, BEIJING, LUOYANG_ELSEWHERE, PLAN_MISSING, DOCUMENTS, UNCOVERED, "你好")

TEXT, NUMBER, LIST, NOTHING = str, int, list, type(None)
REPLY = {
    "kind": (TEXT,),
    "text": (TEXT,),
    "policies": (LIST,),
    "citations": (LIST,),
    "estimate": (dict, NOTHING),
    "missing": (LIST,),
    "warnings": (LIST,),
}
CITATION = {
    "policy": (TEXT,),
    "clause": (TEXT,),
    "title": (TEXT,),
    "source_file": (TEXT,),
    "part": (NUMBER,),
    "locator": (TEXT,),
    "quote": (TEXT,),
}
ESTIMATE = {
    "status": (TEXT,),
    "amount": (TEXT, NOTHING),
    "low": (TEXT, NOTHING),
    "high": (TEXT, NOTHING),
    "lines": (LIST,),
    "readings": (LIST,),
    "causes": (LIST,),
}
LINE = {"label": (TEXT,), "formula": (TEXT,), "amount": (TEXT,), "payer": (TEXT,), "clause": (TEXT,)}
READING = {"says": (TEXT,), "amount": (TEXT,)}
MONEY = re.compile(r"\d+\.\d\d")


def _has_shape(record: dict[str, Any], shape: dict[str, tuple[type, ...]]) -> bool:
    return list(record) == list(shape) and all(type(record[key]) in types for key, types in shape.items())


def _json(assistant: Assistant, *turns: str) -> dict[str, Any]:
    return json.loads(last_reply(assistant, *turns).model_dump_json())


class TestShape:
    @pytest.mark.parametrize("question", EVERY_KIND)
    def test_the_keys_and_types_are_those_of_the_contract(self, assistant: Assistant, question: str):
        reply = _json(assistant, question)
        assert _has_shape(reply, REPLY)
        assert reply["kind"] in get_args(ReplyKind)
        assert all(_has_shape(citation, CITATION) for citation in reply["citations"])
        for words in (*reply["policies"], *reply["missing"], *reply["warnings"]):
            assert type(words) is str
        if reply["estimate"] is not None:
            assert _has_shape(reply["estimate"], ESTIMATE)
            assert reply["estimate"]["status"] in get_args(Status)
            assert all(_has_shape(line, LINE) for line in reply["estimate"]["lines"])
            assert all(_has_shape(reading, READING) for reading in reply["estimate"]["readings"])
            assert all(type(cause) is str for cause in reply["estimate"]["causes"])

    def test_the_kinds_are_those_of_the_contract(self):
        kinds = ("estimate", "documents", "procedure", "eligibility", "fact", "clarify", "decline", "chat")
        assert get_args(ReplyKind) == kinds
        assert get_args(Status) == ("exact", "range", "at_least", "at_most", "unknown")

    def test_the_buttons_are_for_the_page_and_not_in_the_json(self, assistant: Assistant):
        reply = last_reply(assistant, PLAN_MISSING)
        assert reply.choices == ("一档", "二档")
        assert "choices" not in reply.model_dump(mode="json")

    @pytest.mark.parametrize("question", [CHONGQING, YUECHI, BEIJING])
    def test_money_is_text_with_two_decimals(self, assistant: Assistant, question: str):
        estimate = _json(assistant, question)["estimate"]
        figures = [estimate["amount"], estimate["low"], estimate["high"]]
        figures += [line["amount"] for line in (*estimate["lines"], *estimate["readings"])]
        assert all(MONEY.fullmatch(figure) for figure in figures if figure is not None)

    def test_money_in_the_text_has_separators_and_its_unit(self, assistant: Assistant):
        assert "13,140.00元" in last_reply(assistant, CHONGQING).text


class TestStatus:
    def test_exact_means_all_three_alike(self, assistant: Assistant):
        estimate = _json(assistant, CHONGQING)["estimate"]
        assert estimate["status"] == "exact"
        assert estimate["amount"] == estimate["low"] == estimate["high"] == "13140.00"  # (30000-800)*45%

    def test_a_range_has_the_default_reading_as_its_amount(self, assistant: Assistant):
        estimate = _json(assistant, YUECHI)["estimate"]
        # (8000-350)*(60%+10%) and (8000-350)*60%*110%
        assert (estimate["status"], estimate["amount"]) == ("range", "5355.00")
        assert (estimate["low"], estimate["high"]) == ("5049.00", "5355.00")
        assert [reading["amount"] for reading in estimate["readings"]] == ["5355.00", "5049.00"]

    def test_a_range_without_a_default_has_no_amount(self, assistant: Assistant):
        estimate = _json(assistant, BEIJING)["estimate"]
        # 5000*85% + 10000*80%, and 5000*90% more
        assert (estimate["status"], estimate["amount"]) == ("range", None)
        assert (estimate["low"], estimate["high"]) == ("12250.00", "16750.00")
        assert estimate["causes"]

    def test_unknown_means_all_three_empty(self, assistant: Assistant):
        estimate = _json(assistant, LUOYANG_ELSEWHERE)["estimate"]
        assert estimate["status"] == "unknown"
        assert (estimate["amount"], estimate["low"], estimate["high"]) == (None, None, None)
        assert estimate["causes"]

    @pytest.mark.parametrize("question", [PLAN_MISSING, DOCUMENTS, UNCOVERED, "你好"])
    def test_nothing_computed_is_null(self, assistant: Assistant, question: str):
        assert _json(assistant, question)["estimate"] is None

    def test_only_a_question_back_has_something_missing(self, assistant: Assistant):
        assert _json(assistant, PLAN_MISSING)["missing"] == ["plan"]
        assert _json(assistant, CHONGQING)["missing"] == []


class TestStatement:
    @pytest.mark.parametrize(
        ("question", "bill"),
        [(CHONGQING, "30000"), (YUECHI, "8000"), (BEIJING, "20000"), (LUOYANG_ELSEWHERE, "100000")],
    )
    def test_the_lines_add_up_to_the_bill_and_none_is_negative(self, assistant: Assistant, question: str, bill: str):
        amounts = [Decimal(line["amount"]) for line in _json(assistant, question)["estimate"]["lines"]]
        assert sum(amounts) == Decimal(bill)
        assert min(amounts) >= 0

    def test_the_fund_pays_what_the_estimate_says(self, assistant: Assistant):
        lines = _json(assistant, CHONGQING)["estimate"]["lines"]
        assert [(line["label"], line["payer"], line["amount"]) for line in lines] == [
            ("起付线", "个人", "800.00"),
            ("医保报销", "医保基金", "13140.00"),  # (30000-800)*45%
            ("按比例自付", "个人", "16060.00"),  # (30000-800)*55%
        ]
        assert lines[1]["formula"] == "(30000−800)×45%"

    @pytest.mark.parametrize("question", [CHONGQING, YUECHI, BEIJING, LUOYANG_ELSEWHERE])
    def test_each_line_cites_a_clause_that_is_cited_in_full(self, assistant: Assistant, question: str):
        reply = _json(assistant, question)
        cited = {citation["clause"] for citation in reply["citations"]}
        assert {line["clause"] for line in reply["estimate"]["lines"]} <= cited


class TestCitations:
    def test_what_the_source_holds_three_times_is_cited_three_times(self, assistant: Assistant):
        reply = _json(assistant, YUECHI)
        inpatient = [citation for citation in reply["citations"] if citation["clause"] == "inpatient"]
        assert [citation["part"] for citation in inpatient] == [3, 4, 6]
        assert {citation["source_file"] for citation in inpatient} == {"002_02e12ab9ff262432.txt"}
        assert {citation["locator"] for citation in inpatient} == {"四(二);四(三);四(四)"}

    def test_each_citation_can_be_opened(self, assistant: Assistant):
        for question in (CHONGQING, YUECHI, DOCUMENTS):
            for citation in last_reply(assistant, question).citations:
                view = assistant.clause(citation.policy, citation.clause)
                assert (view.title, view.clause) == (citation.title, citation.clause)
                assert view.text.startswith(citation.quote)

    def test_a_clause_that_does_not_exist_cannot_be_opened(self, assistant: Assistant):
        with pytest.raises(KeyError):
            assistant.clause("chongqing-resident-2013", "golden-card")


class TestWarnings:
    @pytest.mark.parametrize(
        ("question", "year"),
        [(CHONGQING, "2013年度"), (YUECHI, "2009年"), (BEIJING, "1995年"), (PLAN_MISSING, "2013年度")],
    )
    def test_the_year_of_the_policy_is_named(self, assistant: Assistant, question: str, year: str):
        assert f"政策为{year},现行标准以当地医保局为准" in _json(assistant, question)["warnings"]

    def test_a_draft_is_called_a_draft(self, assistant: Assistant):
        warnings = _json(assistant, LUOYANG_ELSEWHERE)["warnings"]
        assert any("征求意见稿,不是正式文件" in warning for warning in warnings)


class TestPrivacy:
    @pytest.mark.parametrize("number", [CARD, "11010119900307123X", "13912345678", "6222021234567890123"])
    @pytest.mark.parametrize("question", ["重庆居民医保二档,三级医院住院花了3万,能报多少", "你好", "要带什么材料"])
    def test_a_private_number_reaches_neither_the_model_nor_the_reply(
        self, library: Library, number: str, question: str
    ):
        model = ScriptedModel(script=saying("好的。"))
        reply = last_reply(Assistant(library, model), f"我的号码是{number},{question}", f"{question},{number}")
        assert model.seen
        assert all(number not in str(message) for messages in model.seen for message in messages)
        assert number not in reply.model_dump_json()

    def test_it_does_not_come_back_out_of_a_tool(self, library: Library):
        repeating = calling_then_saying("search_clauses", {"query": "住院"}, "见下。")
        reply = last_reply(Assistant(library, ScriptedModel(script=repeating)), f"重庆居民医保 {CARD} 住院怎么报")
        assert CARD not in reply.model_dump_json()

    def test_it_is_no_amount(self, assistant: Assistant):
        reply = _json(assistant, f"重庆居民医保二档,三级医院住院花了3万,身份证{CARD},能报多少")
        assert reply["estimate"]["amount"] == "13140.00"  # (30000-800)*45%


class TestStream:
    def test_the_pieces_make_the_text_and_the_reply_comes_last(self, assistant: Assistant):
        *pieces, reply = assistant.stream([ChatTurn(role="user", text=CHONGQING)])
        assert isinstance(reply, Reply)
        assert "".join(map(str, pieces)) == reply.text
        assert reply == last_reply(assistant, CHONGQING)
