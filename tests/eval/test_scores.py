"""Each score on a hand-made reply: right on the good one, wrong where one thing is bent, absent where not asked for."""

from decimal import Decimal
from typing import Any

import pytest

from eval.asking import Called
from eval.schema import Question
from eval.scores import CHECKS, precision, text_length, understood
from mingbai.assistant.reply import LineView
from mingbai.corpus.vocabulary import Vocabulary
from tests.eval.made import TEXT, a_question, an_answer, an_estimate, cited

RANGE = {
    "amount": None,
    "sum": None,
    "low": Decimal("12250.00"),
    "low_sum": "5000*85%+10000*80%",  # 4250 + 8000
    "high": Decimal("16750.00"),
    "high_sum": "5000*90%+5000*85%+10000*80%",  # 4500 + 4250 + 8000
}
UNKNOWN = {"amount": None, "sum": None, "unknown": True}
AT_LEAST = {"amount": None, "sum": None, "low": Decimal("5300.00"), "low_sum": "10000*53%"}
OPEN_LINE = LineView(label="由谁付未定", formula="全部费用", amount="30000.00", payer="未定", clause="inpatient")
NO_FIGURES = {"amount": None, "low": None, "high": None, "lines": (OPEN_LINE,)}
CLARIFY = {"kind": "clarify", "asks": "plan", "amount": None, "sum": None, "clauses": None}
ASKED = {"estimate": None, "text": "您交的是哪一档?"}
FACT = {"kind": "fact", "amount": None, "sum": None}
UNSAID = {**FACT, "unsaid": True, "clauses": None}


def broken(question: Question, **reply: Any) -> set[str]:
    """The names of the checks that the answer does not hold."""
    answer = an_answer(**reply)
    return {name for name, check in CHECKS.items() if (found := check(question, answer)) and not found.value}


def test_the_right_answer_holds_every_check() -> None:
    assert broken(a_question()) == set()


@pytest.mark.parametrize(
    ("expected", "reply", "names"),
    [
        pytest.param({}, {"kind": "fact"}, {"kind"}, id="another kind"),
        pytest.param({}, {"policies": ("other-county",)}, {"policy"}, id="another policy"),
        pytest.param({}, {"policies": ("some-county", "other-county")}, {"policy"}, id="a policy too many"),
        pytest.param(
            {"against": "other-county"},
            {"policies": ("some-county", "other-county")},
            set(),
            id="two policies compared",
        ),
        pytest.param({"against": "other-county"}, {}, {"policy"}, id="the other policy left out"),
        pytest.param({}, {"citations": (cited("outpatient"),)}, {"clauses"}, id="the wrong clause"),
        pytest.param({}, {"citations": ()}, {"clauses"}, id="no clause"),
        pytest.param({}, {"estimate": None}, {"amount", "provenance"}, id="no estimate"),
        pytest.param(
            {}, {"estimate": an_estimate(amount="13140.01")}, {"amount", "statement", "first_line"}, id="off by a fen"
        ),
        pytest.param({}, {"estimate": an_estimate(status="range")}, {"amount"}, id="another status"),
        pytest.param({}, {"estimate": an_estimate(high="14000.00")}, {"amount"}, id="another high end"),
        pytest.param(
            {},
            {"estimate": an_estimate(lines=an_estimate().lines[1:])},
            {"statement", "provenance"},  # 13140 + 16060 = 29200: neither the bill nor 16860 any longer
            id="lines that do not make the bill",
        ),
        pytest.param({}, {"text": "能报13140元。"}, {"says", "first_line"}, id="an amount without separators"),
        pytest.param({"says": ["起付线"]}, {}, {"says"}, id="a word left out"),
        pytest.param({"not_says": ["自己付"]}, {}, {"not_says"}, id="a word too many"),
        pytest.param({}, {"text": TEXT + "封顶线是7万元。"}, {"provenance"}, id="a figure from nowhere"),
        pytest.param({}, {"text": TEXT + "好" * 400}, {"length"}, id="too long"),
        pytest.param(
            UNKNOWN,
            {"estimate": an_estimate(status="unknown", **NO_FIGURES), "text": "这要看当地怎么定。"},
            {"hedge", "first_line"},
            id="an unknown without a hedge",
        ),
        pytest.param(
            UNKNOWN,
            {"estimate": an_estimate(status="unknown", **NO_FIGURES), "text": "说不准,一般不能报。"},
            {"hedge"},
            id="an unknown made a no",
        ),
        pytest.param(
            AT_LEAST,
            {
                "estimate": an_estimate(status="at_least", **{**NO_FIGURES, "low": "5300.00"}),
                "text": "能报5,300.00元。",
            },
            {"hedge"},
            id="a bound said as the amount",
        ),
        pytest.param(
            RANGE,
            {
                "estimate": an_estimate(status="range", amount=None, low="12250.00", high="16750.00"),
                "text": "能报12,250.00元。",
            },
            {"says"},
            id="only one end of a range",
        ),
        pytest.param(CLARIFY, {"kind": "clarify", "missing": ("plan",), **ASKED}, set(), id="asked back"),
        pytest.param(
            CLARIFY,
            {"kind": "clarify", "missing": ("cost", "plan"), **ASKED},
            {"asks"},
            id="another question first",
        ),
        pytest.param(CLARIFY, {"kind": "clarify", **ASKED}, {"asks"}, id="nothing asked"),
        pytest.param(CLARIFY, {}, {"kind", "amount", "asks"}, id="computed instead of asked"),
        pytest.param(FACT, {"kind": "fact"}, {"amount"}, id="an estimate nobody asked for"),
        pytest.param(
            UNSAID, {"kind": "fact", "citations": (), **ASKED, "text": "规定没有写到。"}, set(), id="not said"
        ),
        pytest.param(UNSAID, {"kind": "fact", **ASKED, "text": "规定没有写到。"}, {"unsaid"}, id="cited all the same"),
        pytest.param(
            UNSAID, {"kind": "fact", "citations": (), **ASKED, "text": "不能。"}, {"unsaid"}, id="a no instead"
        ),
    ],
)
def test_one_thing_bent_breaks_its_check(expected: dict[str, Any], reply: dict[str, Any], names: set[str]) -> None:
    given = {} if "kind" in expected else a_question().given
    assert broken(a_question(**{"given": given, **expected}), **reply) == names


def test_what_a_question_does_not_ask_for_is_not_scored() -> None:
    question = a_question(kind="chat", policy=None, clauses=None, given={}, amount=None, sum=None)
    answer = an_answer(kind="chat", text="您好", policies=(), citations=(), estimate=None)
    scored = {name for name, check in CHECKS.items() if check(question, answer) is not None}
    assert scored == {"kind", "amount", "provenance", "length", "order"}


def test_a_negative_line_breaks_the_statement() -> None:
    # 800 + 13140 + 16460 - 400 = 30000: the sum is right, the line is not.
    lines = [*an_estimate().lines[:2], _line("16460.00"), _line("-400.00")]
    assert broken(a_question(), estimate=an_estimate(lines=lines)) >= {"statement"}


def _line(amount: str) -> LineView:
    return LineView(label="按比例自付", formula="", amount=amount, payer="个人", clause="inpatient")


@pytest.mark.parametrize(
    ("says", "text", "is_there"),
    [
        ("60", "每人每年60元", True),
        ("60", "每人每年1600元", False),
        ("60", "每人每年60.50元", False),
        ("6%", "按16%缴", False),
        ("1,600", "相差1,600.00元", True),
        ("1,600", "相差11,600.00元", False),
        ("7万", "封顶线7万元", True),
    ],
)
def test_a_bare_figure_must_stand_whole(says: str, text: str, is_there: bool) -> None:
    found = CHECKS["says"](a_question(**FACT, given={}, says=[says]), an_answer(text=text))
    assert found is not None
    assert found.value is is_there


def test_precision_counts_clauses_beside_the_point() -> None:
    # Two of three: one expected, one (deductible) a line of the statement rests on, one neither.
    lines = [one.model_copy(update={"clause": "deductible"}) for one in an_estimate().lines]
    answer = an_answer(
        citations=(cited("inpatient"), cited("deductible"), cited("premium")), estimate=an_estimate(lines=lines)
    )
    found = precision(a_question(), answer)
    assert found is not None
    assert found.value == pytest.approx(2 / 3)
    assert found.reason == "beside: some-county#premium"


def test_facts_understood_are_those_of_the_last_tool_call(vocabulary: Vocabulary) -> None:
    call = Called("estimate", {"facts": {"care": "住院", "hospital_level": "二级", "cost": "30000"}}, None)
    found = understood(a_question(), an_answer(calls=[call]), vocabulary)
    assert found is not None
    assert found.value == pytest.approx(2 / 3)  # care and cost of care, hospital_level, cost
    assert found.reason == "understood hospital_level=二级"


def test_without_a_tool_call_no_fact_was_understood(vocabulary: Vocabulary) -> None:
    found = understood(a_question(), an_answer(), vocabulary)
    assert found is not None
    assert found.value == 0


def test_lists_and_tables_do_not_count_as_length_but_a_bold_line_does() -> None:
    # 能报1元。 is 5 characters; the marks, the list and the table are left out.
    assert text_length("**能报1元。**\n\n- 身份证\n1. 发票\n2、病历\n| 甲 | 乙 |\n") == 5
