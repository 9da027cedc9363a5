"""Reports kept, and what a run says of the one before it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from eval.kept import Record, change, last_kept
from eval.report import write_report
from eval.run import keep
from mingbai.corpus.vocabulary import Vocabulary
from tests.eval.test_run import CRASHING, RIGHT, WRONG, summary

MORNING, EVENING = datetime(2026, 1, 2, 8, tzinfo=UTC), datetime(2026, 1, 2, 20, tzinfo=UTC)


def record(at: datetime, **questions: bool) -> Record:
    """A run with the questions right or wrong, on one further score each."""
    return Record(
        at=at,
        questions={id_: {"fully right": right, "says": right} for id_, right in questions.items()},
        totals={},
        measures={},
        retrieval={},
        answers={},
        false_answers=0,
        false_refusals=0,
        below=[],
    )


def test_a_change_tells_which_questions_turned_and_counts_only_those_both_asked() -> None:
    found = change(record(MORNING, a=True, b=False, c=True, d=True), record(EVENING, a=False, b=True, c=True, e=False))
    assert (found.turned_right, found.turned_wrong, found.new, found.gone) == (("b",), ("a",), ("e",), ("d",))
    assert found.shares["says"] == ((2, 3), (2, 3))  # a and c before; b and c now; d and e not counted


def test_the_last_report_kept_is_the_latest(tmp_path: Path, vocabulary: Vocabulary) -> None:
    assert last_kept(tmp_path) is None
    report, first = keep(summary(vocabulary, RIGHT, WRONG), MORNING, tmp_path)
    assert first is None
    later, second = keep(summary(vocabulary, RIGHT, CRASHING), EVENING, tmp_path)
    assert second is not None
    assert second.before.at == MORNING
    assert (second.new, second.gone) == (("cq-03",), ("cq-02",))
    kept = last_kept(tmp_path)
    assert kept is not None
    assert kept.at == EVENING
    assert kept.questions["cq-03"] == {"fully right": False}
    for path in (report, later):
        assert path.with_suffix(".svg").read_text(encoding="utf-8").lstrip().startswith("<?xml")
        assert f"]({path.stem}.svg)" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("has_earlier", [False, True])
def test_the_report_says_how_it_differs(vocabulary: Vocabulary, has_earlier: bool) -> None:
    found = summary(vocabulary, RIGHT, WRONG)
    now = Record.of(found, EVENING)
    before = record(MORNING, **{"cq-01": False, "cq-02": True})
    text = write_report(found, now, change(before, now) if has_earlier else None)
    if has_earlier:
        assert "Turned right: cq-01." in text
        assert "Turned wrong: cq-02." in text
        assert "| says | 50.0% | 50.0% | +0.0 |" in text
    else:
        assert "No earlier report was kept." in text
