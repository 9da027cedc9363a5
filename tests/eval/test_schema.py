"""Question files are refused where they say too little, too much, or reckon wrongly."""

from pathlib import Path

import pytest

from eval.schema import read_questions
from mingbai.corpus.problems import CorpusError

GOOD = """about: 某县
questions:
  - id: cq-01
    voice: resident
    turns: [三级医院住院花了3万]
    kind: estimate
    policy: some-county
    clauses: [inpatient]
    amount: 13140.00
    sum: (30000-800)*45%
"""


def a_folder(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(CorpusError) as refused:
        read_questions(folder)
    return [str(problem) for problem in refused.value.problems]


def test_a_good_file_is_read(tmp_path: Path) -> None:
    (question,) = read_questions(a_folder(tmp_path, county=GOOD))["county"].questions
    assert question.result is not None
    assert question.result[0] == "exact"


def test_a_long_turn_is_written_out(tmp_path: Path) -> None:
    long = '[{before: "住院花了3万", repeat: 哈, times: 5000, after: "。"}]'
    (question,) = read_questions(a_folder(tmp_path, county=GOOD.replace("[三级医院住院花了3万]", long)))[
        "county"
    ].questions
    assert question.turns == ("住院花了3万" + "哈" * 5000 + "。",)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("    voice: resident", "    voice: resident\n    speaks: loudly", 5, "不认识的键“speaks”"),
        ("about: 某县", "about: 某县\ntitle: 某县", 2, "不认识的键“title”"),
        ("voice: resident", "voice: doctor", 4, "只能写 'resident'、'clerk' 或 'trainer'"),
        ("kind: estimate", "kind: guess", 6, "只能写"),
        ("[三级医院住院花了3万]", "[]", 5, "至少要有1项"),
        ("[三级医院住院花了3万]", '[" "]', 3, "turns 里不能有空话"),
        ("[三级医院住院花了3万]", "[{repeat: 哈, times: 0}]", 5, "times"),
        ("    kind: estimate", "    kind: estimate\n    unsaid: true", 3, "unsaid: true 是没有条款写到的"),
        ("id: cq-01", "id: 重庆1", 3, "只能用小写字母"),
        # (30000-800)*45% = 29200*45% = 13140.00
        ("amount: 13140.00", "amount: 13140.01", 3, "等于 13140.00,写的是 13140.01"),
        ("    sum: (30000-800)*45%\n", "", 3, "amount 和它的算式要成对写"),
        ("sum: (30000-800)*45%", "sum: (30000-800)乘45%", 3, "算式写得不对"),
        ("sum: (30000-800)*45%", "sum: 13140.00", 10, "要写成文字"),
        ("    amount: 13140.00\n    sum: (30000-800)*45%\n", "", 3, "kind: estimate 要写结果"),
        ("    kind: estimate", "    kind: fact", 3, "kind: estimate 要写结果"),
        ("    kind: estimate", "    kind: estimate\n    asks: plan", 3, "kind: clarify 要用 asks"),
        ("    clauses: [inpatient]\n", "", 3, "要写 policy 和 clauses"),
        ("    policy: some-county\n", "", 3, "要写 policy 和 clauses"),
        ("    kind: estimate", "    kind: estimate\n    unknown: true", 3, "unknown: true 就不写金额"),
        (
            "    amount: 13140.00",
            '    low: 14000.00\n    low_sum: "14000"\n    high: 15000.00\n    high_sum: "15000"\n    amount: 13140.00',
            3,
            "amount 要在 low 和 high 之间",
        ),
        (
            "    amount: 13140.00",
            '    low: 13140.00\n    low_sum: "13140"\n    high: 13140.00\n    high_sum: "13140"\n    amount: 13140.00',
            3,
            "low 要小于 high",
        ),
        (
            "    kind: estimate",
            "    kind: estimate\n    says: [封顶]\n    not_says: [封顶]",
            3,
            "不能既要说又不能说",
        ),
        ("    voice: resident", "    voice: resident\n    voice: clerk", 5, "“voice”写了两次"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    assert GOOD.count(old) >= 1
    (problem,) = problems_of(a_folder(tmp_path, county=GOOD.replace(old, new, 1)))
    assert problem.startswith(f"county.yaml:{line}: ")
    assert words in problem


def test_an_id_used_twice_is_named(tmp_path: Path) -> None:
    (problem,) = problems_of(a_folder(tmp_path, county=GOOD, town=GOOD))
    assert "cq-01 已在 county.yaml 用过" in problem
