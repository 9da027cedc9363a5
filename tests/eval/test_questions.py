"""The questions themselves: their sums hold, their clauses exist, and the engine agrees on the facts alone."""

from decimal import Decimal

import pytest

from eval.schema import Question, read_questions
from mingbai.assistant.library import Library
from mingbai.assistant.outcome import Computed
from mingbai.assistant.toolbox import Toolbox
from mingbai.corpus.reader import Corpus
from mingbai.rules.case import Case
from mingbai.rules.worked.sums import evaluate_sum

QUESTIONS = [question for file in read_questions().values() for question in file.questions]
COMPUTED = [question for question in QUESTIONS if question.result]
OF_ONE_BILL = [question for question in COMPUTED if not question.bills]


@pytest.fixture(scope="module")
def toolbox(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Toolbox:
    return Toolbox(Library(corpus, tmp_path_factory.mktemp("cache")))


def test_there_are_enough_questions_in_all_three_voices() -> None:
    assert len(QUESTIONS) >= 100
    assert {question.voice for question in QUESTIONS} == {"resident", "clerk", "trainer"}


@pytest.mark.parametrize("question", COMPUTED, ids=lambda question: question.id)
def test_each_sum_gives_the_amount_beside_it(question: Question) -> None:
    for figure, text in question.figures.values():
        assert text is not None
        assert evaluate_sum(text) == figure


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_policies_clauses_and_facts_exist(question: Question, corpus: Corpus) -> None:
    if question.policy:
        assert set(question.clauses) <= corpus.policies[question.policy].by_id.keys()
    assert question.asks in {None, "nothing", "policy", *corpus.vocabulary.facts}
    assert Case.read(question.given, corpus.vocabulary).facts == question.given


@pytest.mark.parametrize("question", OF_ONE_BILL, ids=lambda question: question.id)
def test_the_engine_gives_the_expected_amount_for_the_facts_alone(question: Question, toolbox: Toolbox) -> None:
    """Where this holds and the evaluation fails, the conversation was misunderstood."""
    assert question.policy is not None
    facts = {name: str(value) for name, value in question.given.items()}
    outcome = toolbox.estimate(question.policy, facts)
    assert isinstance(outcome, Computed)
    found = outcome.estimate
    figures = tuple(one and Decimal(one) for one in (found.amount, found.low, found.high))
    assert (found.status, *figures) == question.result
