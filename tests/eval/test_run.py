"""A whole run over an assistant that answers by rote: what is counted, what the report says, what fails it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from eval.kept import Record
from eval.report import write_report
from eval.run import evaluate
from eval.schema import Question
from eval.summary import Summary, percentile
from mingbai.assistant.reply import ChatTurn, ClauseView, Reply
from mingbai.corpus.vocabulary import Vocabulary
from tests.eval.made import a_question, an_answer

RIGHT = a_question(id="cq-01")
WRONG = a_question(id="cq-02", turns=["花了3万|wrong"])
CRASHING = a_question(id="cq-03", turns=["花了3万", "再来|crash"])
DECLINED = a_question(id="no-01", kind="decline", policy=None, clauses=None, given={}, amount=None, sum=None)


class RoteAssistant:
    """Gives the right answer, a wrong amount after `wrong`, and breaks down after `crash`."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.library = SimpleNamespace(corpus=SimpleNamespace(vocabulary=vocabulary))

    def reply(self, history: Sequence[ChatTurn]) -> Reply:
        last = history[-1].text
        if "crash" in last:
            raise RuntimeError("broke down")
        return an_answer(text="能报9,999.00元").reply if "wrong" in last else an_answer().reply

    def clause(self, policy_id: str, clause_id: str) -> ClauseView:
        return ClauseView(
            policy=policy_id,
            policy_title="某县居民医保",
            nature="政策规定",
            clause=clause_id,
            title="住院报多少",
            text="三级医院起付线800元，按45%报。",
            places=(),
        )


def summary(vocabulary: Vocabulary, *questions: Question) -> Summary:
    evaluated = evaluate(RoteAssistant(vocabulary), questions, shows_progress=False)  # type: ignore[arg-type]
    return Summary(evaluated, {question.id: "county" for question in questions})


def test_a_run_counts_what_is_fully_right(vocabulary: Vocabulary) -> None:
    found = summary(vocabulary, RIGHT, WRONG, CRASHING)
    assert found.totals()["fully right"] == (1, 3)
    assert found.totals()["amount"] == (2, 2)
    assert found.totals()["says"] == (1, 2)
    assert found.by_file() == {"county": (1, 3)}


def test_below_a_threshold_is_said(vocabulary: Vocabulary) -> None:
    assert summary(vocabulary, RIGHT).below() == []
    assert summary(vocabulary, RIGHT, WRONG).below() == [
        "fully right 50.0%, must be 95%",
        "provenance 50.0%, must be 100%",
    ]


def test_an_answer_to_what_must_be_declined_fails_the_run(vocabulary: Vocabulary) -> None:
    found = summary(vocabulary, DECLINED)
    assert (found.false_answers(), found.false_refusals()) == (1, 0)
    assert "false answers 1, must be 0" in found.below()


def test_the_report_shows_each_failure_with_what_was_expected_and_got(vocabulary: Vocabulary) -> None:
    found = summary(vocabulary, RIGHT, WRONG, CRASHING)
    text = write_report(found, Record.of(found, datetime(2026, 1, 2, 8, tzinfo=UTC)), None)
    assert text.startswith("# Evaluation of 2026-01-02 08:00")
    assert "1 of 3 questions fully right (33.3%)." in text
    assert "### cq-01" not in text
    assert "### cq-02\n\nAsked: 花了3万|wrong" in text
    assert "**says**: absent: 13,140.00元" in text
    assert "> 能报9,999.00元" in text
    assert "### cq-03\n\nAsked: 花了3万 → 再来|crash\n\nCrashed: `RuntimeError: broke down`" in text


@pytest.mark.parametrize(("percent", "value"), [(50, 2.0), (95, 2.9)])
def test_percentiles_lie_between_the_values(percent: int, value: float) -> None:
    # Of 1, 2, 3: the median is 2; 95 % of the way from 1 to 3 is 1 + 0.95 * 2 = 2.9.
    assert percentile([3.0, 1.0, 2.0], percent) == pytest.approx(value)
