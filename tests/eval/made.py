"""A hand-made question and the answer that is right for it; the tests bend one thing at a time."""

from collections.abc import Sequence
from typing import Any

from eval.asking import Answer, Called
from eval.schema import Question
from mingbai.assistant.reply import EstimateView, LineView, Reply
from mingbai.corpus.citation import Citation
from mingbai.corpus.strict_yaml import load

CLAUSE = "某县居民医保\n住院报多少\n三级医院起付线800元，按45%报。"
TEXT = "**医保能报 13,140.00元**,自己付 16,860.00元。"


QUESTION = """
id: cq-01
voice: resident
turns: [某县居民医保二档，三级医院住院花了3万，能报多少]
kind: estimate
policy: some-county
clauses: [inpatient]
given: {care: 住院, hospital_level: 三级, cost: 30000}
amount: 13140.00
sum: (30000-800)*45%
"""


def a_question(**changed: Any) -> Question:
    """The question as a file would hold it, some keys changed; a key set to None is left out."""
    record = load(QUESTION, 1, _refuse).value
    return Question.model_validate({key: value for key, value in {**record, **changed}.items() if value is not None})


def _refuse(line: int, message: str) -> None:
    raise AssertionError(f"{line}: {message}")


def an_answer(
    turns: tuple[str, ...] = ("二档，三级医院住院花了3万",),
    calls: Sequence[Called] = (),
    earlier: tuple[str, ...] = (),
    **reply: Any,
) -> Answer:
    """The answer that is right for the question, some fields of its reply changed."""
    record: dict[str, Any] = {
        "kind": "estimate",
        "text": TEXT,
        "policies": ("some-county",),
        "citations": (cited("inpatient"),),
        "estimate": an_estimate(),
    }
    whole = Reply(**{**record, **reply})
    clauses = {f"{one.policy}#{one.clause}": CLAUSE for one in whole.citations}
    return Answer(turns, whole, clauses, tuple(calls), (0.01,), earlier)


def cited(clause: str) -> Citation:
    return Citation(
        policy="some-county",
        clause=clause,
        title="住院报多少",
        source_file="001.txt",
        part=1,
        locator="四",
        quote="起付线800元",
    )


def an_estimate(**changed: Any) -> EstimateView:
    """30000 at a third-level hospital: 800 + (30000-800)*45% + (30000-800)*55% = 800 + 13140 + 16060."""
    lines = (
        LineView(label="起付线", formula="三级医院每次800", amount="800.00", payer="个人", clause="inpatient"),
        LineView(label="医保报销", formula="(30000−800)×45%", amount="13140.00", payer="医保基金", clause="inpatient"),
        LineView(label="按比例自付", formula="(30000−800)×55%", amount="16060.00", payer="个人", clause="inpatient"),
    )
    record: dict[str, Any] = {
        "status": "exact",
        "amount": "13140.00",
        "low": "13140.00",
        "high": "13140.00",
        "lines": lines,
        "readings": (),
        "causes": (),
    }
    return EstimateView(**{**record, **changed})
